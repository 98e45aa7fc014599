"""same: a quantity has one value wherever it is stated."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, ClassVar

from jslint.claims import senses
from jslint.claims.model import ACTUAL, AMOUNT, CHANGE
from jslint.diagnostic import Holds, Related
from jslint.figures.figure import Dimension
from jslint.figures.verdict import Verdict, linear
from jslint.phrases import Joined
from jslint.rules.bench import rates, relate
from jslint.rules.bench.grading import grade
from jslint.rules.bench.near import printed
from jslint.rules.ground import conditions, options, words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Self

    import re2

    from jslint.claims.model import Claim
    from jslint.diagnostic import Outcome
    from jslint.document import Section
    from jslint.facts import Quantity, Statement
    from jslint.figures.figure import Figure
    from jslint.phrases import Told
    from jslint.rules.ground.conditions import Stated
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


class Same(Rule, frozen=True, kw_only=True):
    """All statements of all the named quantities print one value.

    ``facts`` may name several quantities that must be equal, or with ``each: true`` several that are
    compared each with its own statements only; ``when`` as in ``formula``. The value printed most
    often counts as right, the first one where there is no majority. Two that one section states beside
    an amount called as ``apart`` says are two things, and so are two that are only called as ``loose``
    says, if the narrative prints one of them again of an amount called as ``own``, or if their sections
    tell of nothing ``carried`` from year to year.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "facts": options.quantities,
        "each": options.flag,
        "when": conditions.listed,
        "apart": options.pattern,
        "loose": options.pattern,
        "own": options.pattern,
        "carried": options.pattern,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset({"label", "here", "there", "note"})
    QUANTITIES: ClassVar[tuple[str, ...]] = ("facts",)
    FORMULAS: ClassVar[tuple[str, ...]] = ("when",)

    facts: tuple[str, ...]
    each: bool = False
    when: tuple[Stated, ...] = ()
    apart: re2._Regexp | None = None
    loose: re2._Regexp | None = None
    own: re2._Regexp | None = None
    carried: re2._Regexp | None = None

    def settle(self, known: Mapping[str, Quantity]) -> Self:
        """As every rule is, with quantities that can be equal and conditions on single figures."""
        settled = super().settle(known)
        conditions.refuse_by_account(settled.when, known)
        if not self.each:
            for called, name in zip(self.facts, settled.facts, strict=True):
                if isinstance(called, options.Called):
                    conditions.require_alike(known[settled.facts[0]], known[name], called.node)
        return settled

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare every statement with the prevailing one."""
        applies = conditions.applies(context, self.when)
        if not applies:
            why = "condition-unknown" if applies is None else "condition-fails"
            yield self.unchecked(why)
            return
        statements = [
            (name, statement) for name in self.facts for statement in context.facts.get(name, ())
        ]
        rows: dict[tuple[str, str], list[tuple[str, Statement]]] = {}
        for name, statement in statements:
            key = name if self.each else "", statement.key if name in context.keyed else ""
            rows.setdefault(key, []).append((name, statement))
        for group in rows.values():
            yield from self._agree(context, group)
        if not any(len(group) > 1 for group in rows.values()):
            yield self.unchecked("stated-once")

    def _agree(
        self, context: Context, statements: list[tuple[str, Statement]]
    ) -> Iterator[Outcome]:
        if len(statements) == 1:
            return
        values = [statement.figure.exact() for _, statement in statements]
        counts = Counter(values)
        common = max(values, key=counts.__getitem__)
        model = statements[values.index(common)][1]
        for name, statement in statements:
            if statement is not model:
                yield self._compare(context, name, statement, model)

    def _compare(self, context: Context, name: str, here: Statement, there: Statement) -> Outcome:
        result = linear([(1, here.figure)], there.figure, context.style.quantum)
        places = (here.place, there.place)
        if result.verdict.holds:
            slack = result.verdict is Verdict.ROUNDING
            return Holds(self.entry.id, places, slack=slack, relation=relate.same(here, there))
        if _is_turned(context, here, there):
            return self.unchecked("no-direction", here.place, what=here.excerpt)
        note = [result.verdict.value] if result.verdict is Verdict.COARSE else []
        gap = _gap(context, here, there)
        if self._are_two(context, here, there):
            return self.unchecked("other-subject", here.place, what=here.excerpt)
        note += ["gap"] if gap else []
        of = context.claims.topics[gap.topic].name if gap else ""
        touching = (here.source or there.source) and _touch(context, here, there)
        doubts = ("touching",) if touching else ()
        return self.diagnose(
            here.place,
            path=here.path,
            severity=grade(self.entry.severity, result, doubts).severity,
            excerpt=here.excerpt,
            expected=_expected(here.figure, there.figure),
            actual=words.printed(here.figure),
            related=(Related(there.place, there.excerpt),),
            asks=relate.same(here, there),
            label=" ".join(filter(None, (context.labels.get(name, name), here.name or there.name)))
            if name in context.keyed
            else context.labels.get(name, name),
            here=_with_source(here),
            there=_with_source(there),
            note=words.notes(note, gap=printed(gap) if gap else "", of=of),
        )

    def _are_two(self, context: Context, here: Statement, there: Statement) -> bool:
        """总收入 9 万元，总支出 8 万元，收支结余 1 万元: the narrative of one section tells them apart."""
        find = self.apart
        if here.source or there.source:
            return False
        if self._is_own(context, here, there) or self._leaves_what_is_left(context, here, there):
            return True
        if find is None or here.path != there.path:
            return False
        topics = context.claims.topics
        beside = (one for one in context.claims.claims if one.is_money and one.path == here.path)
        return any(find.finds(topics[one.topic].name) for one in beside)

    def _leaves_what_is_left(self, context: Context, here: Statement, there: Statement) -> bool:
        """总收入 9 万元，总支出 8 万元，年末结余 1 万元: whether one section says what is left of the one beside the other."""
        gap = _gap(context, here, there)
        if self.loose is None or gap is None or gap.path != here.path:
            return False
        both = self.loose.finds(here.excerpt) and self.loose.finds(there.excerpt)
        return both and senses.is_left(context.claims.topics[gap.topic].name)

    def _is_own(self, context: Context, here: Statement, there: Statement) -> bool:
        """总收入 9 万元，总支出 8 万元; 本年支出 8 万元: the latter is what was spent, and no total of both sides.

        Each may have a section of its own (收入决算情况, 支出决算情况).
        """
        loose, own = self.loose, self.own
        if loose is None or own is None:
            return False
        if not (loose.finds(here.excerpt) and loose.finds(there.excerpt)):
            return False
        topics, meant = context.claims.topics, {here.figure.exact(), there.figure.exact()}
        if self.carried is not None and not self._is_carried(context, here.path, there.path):
            return True
        if here.path != there.path:
            return False
        return any(
            one.figure is not None and one.figure.exact() in meant
            for one in context.claims.claims
            if one.is_money and (one.kind, one.measure) == (AMOUNT, ACTUAL)
            if own.finds(topics[one.topic].name)
        )

    def _is_carried(self, context: Context, *paths: tuple[Section, ...]) -> bool:
        """总收入 9 万元，其中上年结转 1 万元; 收支总计增加: whether a section says that both hold what is left."""
        find = self.carried
        beside = (one for one in context.claims.claims if one.is_money and one.path in paths)
        return find is not None and any(find.finds(one.excerpt) for one in beside)


def _is_turned(context: Context, here: Statement, there: Statement) -> bool:
    """Whether two changes differ in nothing but their way, and one of them in that from its own rate.

    Of that one the kind ``direction`` tells.
    """
    if here.figure.exact() != -there.figure.exact():
        return False
    claims, places = context.claims, {here.place, there.place}
    changes = (one for one in claims.claims if one.kind == CHANGE and one.place in places)
    rated = ((one, rates.rate_for(claims, one)) for one in changes)
    return any(rate and one.direction and rate.direction == -one.direction for one, rate in rated)


def _expected(here: Figure, there: Figure) -> str:
    """The other figure as it can be pasted over this one."""
    amounts = here.unit.dimension is there.unit.dimension is Dimension.AMOUNT
    if not amounts or not here.text[-1:].strip("）"):
        return words.printed(there)
    return words.replacing(there.exact(), here, (here, there))


def _gap(context: Context, here: Statement, there: Statement) -> Claim | None:
    """The one amount that the difference of two statements is, if there is one by one name."""
    gap = abs(here.figure.exact() - there.figure.exact())
    places = {here.place, there.place}
    found = [claim for claim in context.claims.worth(gap) if claim.place not in places]
    named = {context.claims.topics[claim.topic].name for claim in found}
    return found[0] if len(named) == 1 else None


def _touch(context: Context, here: Statement, there: Statement) -> bool:
    """Whether the two differ by one last place: one of them was built from rounded parts."""
    steps = [
        statement.figure.unit.scale * context.style.quantum(statement.figure)
        for statement in (here, there)
    ]
    return abs(here.figure.exact() - there.figure.exact()) == max(steps)


def _with_source(statement: Statement) -> Told:
    """A figure as printed, with the table that it stands in."""
    return Joined("", (words.printed(statement.figure), words.bracketed(statement.source)))
