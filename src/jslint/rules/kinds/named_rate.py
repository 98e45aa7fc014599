"""named-rate: a rate called after what was done (到位率, 支付率) is that amount over what was set for it."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from itertools import accumulate, combinations, islice, product
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from jslint.claims.model import ACTUAL, AMOUNT, BUDGET, CHANGE, COMPLETION, MENTION
from jslint.figures.figure import Dimension
from jslint.patterns import regex
from jslint.phrases import Family
from jslint.rules.bench import averages, near, rates, relate
from jslint.rules.bench.cases import Case, Fault, Kept, Open, conclude
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.claims.model import Claim, Claims
    from jslint.diagnostic import Outcome
    from jslint.figures.figure import Figure
    from jslint.relation import Relation
    from jslint.rules.bench.cases import Found, Result
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

said = Family("packs").phrase

#: A sentence of more amounts than these says too much for one of them to be found wrong.
_MOST = 8
_ALL = 100
#: What something is called that was done has more characters than one.
_TELLING = 2
#: Words before what was done that narrow it down to nothing.
_SIMPLY = regex(r"^(?:[^\w]|其中|实际|成功|完成|全部|累计|已经?|共|均|现)+")
#: A rate at some time within the year is not of the year's amounts.
_PASSING = regex(r"\d{1,2}\s?月|季度|半年|累计")


class Called(Struct, frozen=True, kw_only=True):
    """What ends the words before a rate (``named``), before its ``part``, and before the whole it is ``of``."""

    named: re2._Regexp
    part: re2._Regexp
    of: re2._Regexp


def called(node: Node) -> tuple[Called, ...]:
    """A list of ``{named: …, part: …, of: …}``."""
    return tuple(_called(item) for item in options.items(node))


def _called(node: Node) -> Called:
    found = options.mapping(node, dict.fromkeys(("named", "part", "of"), options.pattern))
    if len(found) < len(Called.__struct_fields__):
        raise options.OptionError(said("rate-needs-three"), node)
    return Called(**found)


class NamedRate(Rule, frozen=True, kw_only=True):
    """A rate that ``rates`` name is the last amount of its sentence that is called ``part`` over one before.

    Where a count stands last before it, it is one of counts in that unit.

    Nothing is wrong where any two amounts of the sentence, or two of them together, give the rate, and
    nothing is known where the sentence states a change or a time within the year.
    Only where an amount before the part is called what the rate is ``of`` is it held against that one.
    A rate of which the budget is known is the kind ``completion``'s.
    One that ``done`` finds is of counts: of those whose words begin with what stands before the match
    (办结率: 办结 9 件), in what was counted last before them, unless the words of that match ``newly``.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "rates": called,
        "done": options.pattern,
        "newly": options.pattern,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset({"printed", "part", "whole", "exact", "note"})

    rates: tuple[Called, ...]
    done: re2._Regexp | None = None
    newly: re2._Regexp | None = None

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look at every rate that has such a name."""
        for claim in context.claims.claims:
            figure = claim.figure
            if figure is None or figure.unit.dimension is not Dimension.RATE:
                continue
            if claim.kind == MENTION or (claim.kind == COMPLETION and _is_open(context, claim)):
                lead = near.lead(context.claims, claim)
                meant = next((one for one in self.rates if one.named.search(lead)), None)
                if meant and _PASSING.search(lead):
                    yield conclude(self, context, Open(claim, "nothing-beside"))
                elif meant:
                    yield conclude(self, context, _found(context, claim, figure, meant))
                elif self.done and (match := self.done.search(lead)):
                    done = _SIMPLY.sub("", lead[: match.start()])
                    yield conclude(self, context, self._of_counts(context, claim, figure, done))

    def _of_counts(self, context: Context, claim: Claim, figure: Figure, done: str) -> Found:
        """A rate of things that were done of those counted."""
        claims = context.claims
        sentence = list(islice(near.in_sentence(claims, claim), _MOST + 1))
        counts = [one for one in sentence if one.kind == AMOUNT and averages.is_count(one)]
        part = next((one for one in counts if _is_done(claims, one, done)), None)
        alike = [one for one in counts if part and averages.unit(one) == averages.unit(part)]
        if part is None or len(sentence) > _MOST or any(one.kind == CHANGE for one in sentence):
            return Open(claim, "nothing-beside")
        if _is_any(context, figure, counts):
            return Kept((claim.place, *(one.place for one in counts)), slack=True)
        whole = next(iter(alike[alike.index(part) + 1 :]), None)
        more = whole is not None and averages.count(whole) >= averages.count(part)
        newly = self.newly and whole and self.newly.search(near.lead(claims, whole))
        if whole is None or not more or newly or figure.value == _ALL:
            return Open(claim, "nothing-beside")
        relation = relate.ratio(claim, part, whole)
        return Case(claim, relation, partial(_fault, relation, claim, part, whole), "base-zero")


def _is_done(claims: Claims, count: Claim, done: str) -> bool:
    """实际参训 9 人: whether a count is of what was done, and of all that."""
    words = _SIMPLY.sub("", near.lead(claims, count))
    return len(done) >= _TELLING and words.startswith(done)


def _is_open(context: Context, claim: Claim) -> bool:
    """Whether no budget of what was completed is stated."""
    return not near.budgets_near(context.claims, claim.topic, claim)


def _found(context: Context, claim: Claim, figure: Figure, meant: Called) -> Found:
    claims = context.claims
    sentence = list(islice(near.in_sentence(claims, claim), _MOST + 1))
    amounts = _alike(sentence)
    if figure.value == _ALL and amounts and not amounts[0].is_money:
        return Open(claim, "nothing-beside")  # of all that were due, perhaps
    if len(sentence) > _MOST or any(one.kind == CHANGE for one in sentence):
        return Open(claim, "nothing-beside")
    if _is_any(context, figure, amounts):
        return Kept((claim.place, *(one.place for one in amounts)), slack=True)
    done = (one for one in amounts if meant.part.finds(near.lead(claims, one)))
    part = next((one for one in done if one.measure == ACTUAL), None)
    earlier = amounts[amounts.index(part) + 1 :] if part else []
    whole = next(
        (
            one
            for one in earlier
            if one.measure == ACTUAL or one.measure.startswith(BUDGET)
            if meant.of.finds(near.lead(claims, one))
        ),
        None,
    )
    if part is None or whole is None:
        return Open(claim, "nothing-beside")
    relation = relate.ratio(claim, part, whole)
    return Case(claim, relation, partial(_fault, relation, claim, part, whole), "base-zero")


def _alike(sentence: list[Claim]) -> list[Claim]:
    """The amounts of a sentence, or its counts in the unit of the last of both, if that is a count."""
    stated = [one for one in sentence if one.kind == AMOUNT]
    if not stated or stated[0].is_money:
        return [one for one in stated if one.is_money]
    return [one for one in stated if averages.unit(one) == averages.unit(stated[0])]


def _is_any(context: Context, printed: Figure, amounts: list[Claim]) -> bool:
    """Whether a rate is that of any two amounts, each by itself or with one more."""
    values = [figure for one in amounts if (figure := one.figure)]
    for part, whole in product(values, repeat=2):
        result = rates.ratio(context, printed, part, whole) if part is not whole else None
        if result is not None and result.verdict.holds:
            return True
    sums = [figure.exact() for figure in values]
    sums += list(
        accumulate(sums[1:])
    )  # 中央 6 万元，省级 2 万元，县级 1 万元，支出 8 万元: all before it
    pairs = [(one.exact(), other.exact()) for one, other in combinations(values, 2)]
    sums += [one + other for one, other in pairs]
    if not any(one.is_money for one in amounts):
        sums += [abs(one - other) for one, other in pairs]
    half = Fraction(printed.quantum) / 2
    return any(
        whole and abs(part / whole * 100 - printed.exact()) <= half
        for part, whole in product(sums, repeat=2)
        if part is not whole
    )


def _fault(relation: Relation, claim: Claim, part: Claim, whole: Claim, result: Result) -> Fault:
    return Fault(
        claim=claim,
        others=(part, whole),
        relation=relation,
        result=result,
        settled=True,
        values={"part": near.printed(part), "whole": near.printed(whole)},
    )
