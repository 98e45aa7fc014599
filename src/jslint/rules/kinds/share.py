"""share: a printed share is the part over the whole it names."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace

from jslint.claims import names, senses
from jslint.claims.model import AMOUNT, SHARE
from jslint.diagnostic import Diagnostic, Related
from jslint.figures.figure import parse_cell
from jslint.figures.interval import Interval
from jslint.figures.verdict import Balance, Verdict, balanced
from jslint.phrases import Joined
from jslint.rules.bench import alone, near, portions, relate
from jslint.rules.bench.cases import (
    Case,
    Fault,
    Kept,
    Open,
    conclude,
    judge,
    settle,
    weigh,
)
from jslint.rules.bench.grading import notes_of
from jslint.rules.ground import words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.claims.model import Claim, Claims
    from jslint.diagnostic import Broken, Outcome
    from jslint.relation import Relation
    from jslint.rules.bench.cases import Found, Result
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


#: A part is at most all of its whole, in percent.
_MOST = 100


#: Words for a whole of so many characters mean the amount of its paragraph whose name ends in them,
#: and of fewer that of its sentence.
_TELLING = 8
_SHORT = 4
#: A whole is looked for among so many claims before the share of it.
_NEAR = 40
#: What may stand before a whole's name without making it another one.
_BODIES = ("部门", "单位", "本部门", "本单位", "我部门", "我单位")


class Share(Rule, frozen=True, kw_only=True):
    """A printed share is the part's amount over the whole's, rounded half-up at its last place.

    Shares that were balanced to add to 100 % as the largest remainder would are info; a residue
    pushed into one item is a warning (see the number model, 6).
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {}
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"part", "whole", "printed", "numerator", "denominator", "exact", "note"}
    )

    def check(self, context: Context) -> Iterator[Outcome]:
        """Recompute every share whose part and whole are both printed."""
        shares = [claim for claim in context.claims.claims if claim.kind == SHARE and claim.figure]
        broken: dict[tuple[int, int], list[Broken]] = {}
        listed: Counter[tuple[int, int]] = Counter()
        for claim in shares:
            found = portions.of_share(context.claims, claim)
            outcome = conclude(self, context, self._found(context, claim, found))
            group = near.group_of(context.claims, claim.topic, claim)
            where = id(claim.text) if group is None else group.index
            key = (where, found.whole.topic if found else -1)
            listed[key] += 1
            if isinstance(outcome, Diagnostic):
                broken.setdefault(key, []).append(outcome)
            else:
                yield outcome
        for key, together in broken.items():
            yield from self._together(together, listed[key])

    def _found(self, context: Context, claim: Claim, found: portions.Portion | None) -> Found:
        if found is not None and not claim.carried:
            return self._settled(context, found)
        assert claim.figure is not None
        if not claim.whole_name and (row := self._in_row(context, claim)) is not None:
            return weigh(context, self._case(context, row))
        if claim.carried:
            return Open(claim, "no-whole")
        if claim.figure.exact() > _MOST and not claim.whole_name.endswith("预算"):
            return _impossible(context, claim)
        afterwards = portions.afterwards(context.claims, claim)
        if afterwards is not None:
            return self._settled(context, afterwards)
        beside = (self._case(context, one) for one in portions.beside(context.claims, claim))
        return settle(context, chain(beside, [Open(claim, "no-whole")]))

    def _in_row(self, context: Context, claim: Claim) -> portions.Portion | None:
        """A share that names no whole, of what the other shares of its row are shares of."""

        def fits(one: alone.Alone, whole: Claim) -> bool:
            case = self._case(context, portions.Portion(one.share, one.part, whole))
            return isinstance(weigh(context, case), Kept)

        found = alone.whole_of(context.claims, claim, fits)
        return None if found is None else portions.Portion(replace(claim, carried=False), *found)

    def _is_settled(self, context: Context, share: portions.Portion) -> bool:
        """Whether the other shares of the list tell what the whole is that its words leave open."""
        claims, group = (
            context.claims,
            near.group_of(context.claims, share.claim.topic, share.claim),
        )
        if group is None or group.whole != share.whole.topic:
            return False
        others = [
            found
            for part in group.parts
            for claim in claims.about(part, SHARE)
            if claim.figure and claim.index != share.claim.index
            if claim.whole_name == share.claim.whole_name
            if (found := portions.of_share(claims, claim))
            and found.whole.topic == share.whole.topic
        ]
        holding = [isinstance(weigh(context, self._case(context, one)), Kept) for one in others]
        return sum(holding) > len(holding) / 2

    def _together(self, found: list[Broken], listed: int) -> Iterator[Broken]:
        """One diagnostic for shares that are all wrong, or whose errors cancel out: one cause."""
        first, *others = found
        gaps = [_gap(one) for one in found]
        known = [gap for gap in gaps if gap is not None]
        cancel = len(known) == len(gaps) and abs(sum(known, Fraction())) < 1
        if not others or not (len(found) == listed or cancel):
            yield from found
            return
        each = (Joined("", (one.actual, words.word("should"), one.expected)) for one in others)
        shown = Joined("semicolon", tuple(each))
        note = words.notes(["shares"], count=len(others), others=shown)
        yield replace(
            first,
            message=Joined("", (first.message, note)),
            related=(*first.related, *(Related(one.place, one.excerpt) for one in others)),
            figures=tuple(dict.fromkeys(place for one in found for place in one.figures)),
            gathered=tuple(found),
            note=note,
        )

    def _settled(self, context: Context, share: portions.Portion) -> Found:
        """Judge a share whose whole another section names by its own list's, if only that fits."""
        readings = chain(_readings(context, share), self._as_above(context, share))
        found = settle(context, (self._case(context, one) for one in readings))
        if isinstance(found, Fault) and _is_of_kind(context.claims, share):
            return Open(share.claim, "open-base")
        if isinstance(found, Fault) and alone.is_of_several(
            context.claims, share.claim, share.whole
        ):
            return Open(share.claim, "other-subject")
        if isinstance(found, Kept) or not _is_open(context.claims, share):
            return found
        return found if self._is_settled(context, share) else Open(share.claim, "open-base")

    def _as_above(self, context: Context, share: portions.Portion) -> Iterator[portions.Portion]:
        """总额 9 元。A 6 元，占 67%，其中B 3 元，占 33%: the share of what its own whole's is a share of."""
        claims, own, text = context.claims, share.whole.topic, share.claim.text
        above = next(claims.before(share.claim, own, SHARE), None)
        if above is None or share.claim.whole_name or above.whole_name or above.text is not text:
            return
        for one in claims.claims[max(0, above.index - _NEAR) : above.index]:
            if one.kind == AMOUNT and one.is_money and one.text is text and one.topic != own:
                case = self._case(context, portions.Portion(above, share.whole, one))
                if isinstance(weigh(context, case), Kept):
                    yield replace(share, whole=one)

    def _case(self, context: Context, share: portions.Portion) -> Case:
        relation = relate.ratio(share.claim, share.part, share.whole)
        every = _of_all(context, share)
        return Case(
            share.claim,
            relation,
            partial(self._fault, context, share, relation),
            "whole-zero",
            judge(context, relation, every) if every else None,
        )

    def _fault(
        self, context: Context, share: portions.Portion, relation: Relation, result: Result
    ) -> Fault:
        topics, balance = context.claims.topics, _doubts(context, share, result)
        return Fault(
            claim=share.claim,
            others=(share.part, share.whole),
            relation=relation,
            result=result,
            doubts=balance,
            notes=(*balance, *notes_of(result)),
            values={
                "part": topics[share.part.topic].name,
                "whole": topics[share.whole.topic].name,
                "numerator": near.printed(share.part),
                "denominator": near.printed(share.whole),
            },
        )


def _impossible(context: Context, claim: Claim) -> Fault:
    """A part that is more than its whole, whatever that is."""
    part = context.claims.topics[claim.topic].name
    return Fault(claim=claim, expected="≤100%", wording="above-whole", values={"part": part})


def _readings(context: Context, share: portions.Portion) -> Iterator[portions.Portion]:
    """A share, then that of its own list's whole, or else of what this is a part of.

    Of several that another section may mean by the whole's name, the largest is the likeliest.
    """
    others = list(portions.elsewhere(context.claims, share))
    if share.whole.path != share.claim.path:
        others.sort(key=_whole_of, reverse=True)
        yield from (one for one in others[:1] if _whole_of(one) > _whole_of(share))
    yield share
    if _is_called_so(context.claims, share):
        return
    listed = portions.of_share(context.claims, replace(share.claim, whole=None, whole_name=""))
    other = (
        listed
        if listed and listed.whole is not share.whole
        else portions.outer(context.claims, share)
    )
    if other is not None:
        yield other
    if (
        not share.claim.whole_name
        and (beside := portions.whole_named(context.claims, share)) is not None
    ):
        yield replace(share, whole=beside)
    yield from others


def _is_called_so(claims: Claims, share: portions.Portion) -> bool:
    """Whether the words for the whole are the very name of an amount that the paragraph has just stated."""
    name, whole = names.plain(share.claim.whole_name), share.whole
    here = whole.text is share.claim.text and whole.index < share.claim.index
    return here and len(name) >= _SHORT and name == names.plain(claims.topics[whole.topic].name)


def _whole_of(share: portions.Portion) -> Fraction:
    return share.whole.figure.exact() if share.whole.figure else Fraction()


def _doubts(context: Context, share: portions.Portion, result: Result) -> tuple[str, ...]:
    """What the other shares of the list make of a share that is one last place off."""
    if result.verdict is not Verdict.OFF_BY_ONE:
        return ()
    balance = _balance(context, share)
    if balance and balance.largest_remainder:
        return ("balanced",)
    return ("absorbed",) if balance and balance.closes else ()


def _of_all(context: Context, share: portions.Portion) -> Interval | None:
    """The share of a part that prints the whole's amount, where its siblings are all printed as zero.

    ``None`` elsewhere: equal print alone is no equality.
    """
    claims, part, whole = context.claims, share.part.figure, share.whole.figure
    if part is None or whole is None or not part.value or part.exact() != whole.exact():
        return None
    group = near.group_of(claims, share.claim.topic, share.claim)
    if group is None:
        return None
    stated = [claims.stated(topic) for topic in group.parts if topic != share.claim.topic]
    siblings = [one.figure for one in stated if one and one.figure and one.figure.value == 0]
    if not siblings or len(siblings) < len(stated):
        return None
    least = part.interval(context.style.quantum(part)).low
    rest = sum((one.interval().high for one in siblings), Fraction(0))
    return Interval(least / (least + rest) * 100, Fraction(100)) if least > 0 else None


def _gap(one: Broken) -> Fraction | None:
    """How far a printed share is from the right one, in percent; None where that is not known."""
    printed, right = parse_cell(one.actual), parse_cell(one.expected)
    return printed.exact() - right.exact() if printed and right else None


def _is_open(claims: Claims, share: portions.Portion) -> bool:
    """Whether the words for the whole fit the topic that it was taken for only in part.

    占本年财政拨款支出 may mean that of the general budget alone or with the funds.
    """
    name, whole = share.claim.whole_name, claims.topics[share.whole.topic]
    group = near.group_of(claims, share.claim.topic, share.claim)
    short = names.plain(name)
    own = group is not None and group.whole == share.whole.topic
    named = names.plain(whole.name)
    if own and names.abridges(name, whole.key) and not senses.is_ambiguous(short, named):
        return False
    own = own or named.removesuffix(short) in _BODIES
    ends = named.endswith(short) or whole.key.endswith(names.key(name))
    here = share.whole.text is share.claim.text and len(short) >= (
        _TELLING if "。" in share.claim.text.value[share.whole.end : share.claim.start] else _SHORT
    )
    if (own or here) and ends and not senses.is_ambiguous(short, named):
        return False
    return (
        bool(name)
        and not names.is_generic(name)
        and names.key(name) not in {whole.key, names.joint(names.key(name))}
        and whole.key not in names.key(name)
    )


def _is_of_kind(claims: Claims, share: portions.Portion) -> bool:
    """Whether a clause narrows a part down to the kind that its whole is of.

    服务采购授予中小企业合同金额占服务支出的 r% is of no amount that was stated for all purchases.
    """
    claim = share.claim
    said = names.subject(claim.text.value[claim.clause : claim.start].partition("占")[0])
    own = claims.topics[claim.topic].key
    narrowed, _, rest = names.key(said).rpartition(own) if own else ("", "", "")
    return not rest and len(narrowed) > 1 and names.plain(claim.whole_name)[:2] in narrowed


def _balance(context: Context, share: portions.Portion) -> Balance | None:
    claims = context.claims
    group = near.group_of(claims, share.claim.topic, share.claim)
    if group is None:
        return None
    found = [
        resolved
        for part in group.parts
        for claim in claims.beside(share.claim, part, SHARE)
        if (resolved := portions.of_share(claims, claim))
        and resolved.whole.topic == share.whole.topic
    ]
    figures = [item.claim.figure for item in found if item.claim.figure]
    exact = [
        item.part.figure.exact() / item.whole.figure.exact() * 100
        for item in found
        if item.part.figure and item.whole.figure and item.whole.figure.value
    ]
    if len(figures) < 2 or len(exact) != len(figures):  # noqa: PLR2004 - one share cannot balance
        return None
    return balanced(figures, exact)
