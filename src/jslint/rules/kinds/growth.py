"""growth: a printed change and its rate fit the amount that changed, in size and direction."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct
from msgspec.structs import replace

from jslint.claims.model import ACTUAL, EARLIER, GROWTH, PRIOR, Claim, Claims
from jslint.diagnostic import Diagnostic, Holds, Severity
from jslint.figures.figure import UNITS
from jslint.figures.verdict import Rate, Verdict, half_up
from jslint.rules.bench import near, rates, relate
from jslint.rules.ground import options, words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.diagnostic import Outcome
    from jslint.figures.figure import Figure
    from jslint.relation import Relation
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


_NO_CHANGE = "no-change"
#: The units that are taken for each other.
_MONEY = ("元", "万元", "亿元")


class _Growth(Struct, frozen=True):
    """A rate with its change, the amount now, and which way the change goes (1 or -1)."""

    rate: Claim
    change: Claim
    current: Claim
    sign: int

    @property
    def relation(self) -> Relation:
        """What must hold between the three."""
        return relate.grown(self.rate, self.change, self.current, self.sign)


class Growth(Rule, frozen=True, kw_only=True):
    """A rate of growth is the change over the base, which is the present amount less the change.

    ``base: prior`` checks changes against the year before, ``base: budget`` those against a budget.
    A base of zero or below gives a rate no meaning.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "base": options.choice("prior", "budget"),
    }
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"subject", "printed", "change", "current", "formula", "exact", "note"}
    )

    base: str = PRIOR

    def check(self, context: Context) -> Iterator[Outcome]:
        """Recompute every rate whose change and present amount are printed."""
        for claim in context.claims.claims:
            earlier = claim.measure == EARLIER and self.base == PRIOR
            if claim.kind != GROWTH or not claim.figure:
                continue
            if earlier or claim.measure.startswith(self.base):
                change = rates.change_for(context.claims, claim)
                if change and change.figure and change.figure.value == 0 != claim.figure.value:
                    yield self._of_nothing(context, claim, change)
                    continue
                found = _resolve(context.claims, claim, change)
                if found == _NO_CHANGE:
                    yield self._on_base(context, claim)
                elif isinstance(found, str):
                    yield self.unchecked(context, found, claim.place, what=claim.excerpt)
                else:
                    yield self._judge_readings(context, found)

    def _judge_readings(self, context: Context, growth: _Growth) -> Outcome:
        """Judge a rate whose clause names no subject by whichever reading of it holds, if one does."""
        outcome = self._judge(context, growth)
        for topic in context.claims.rivals(growth.rate):
            if isinstance(outcome, Holds):
                break
            current = near.current_near(context.claims, topic, growth.rate)
            if current is not None:
                other = self._judge(context, replace(growth, current=current))
                outcome = other if isinstance(other, Holds) else outcome
        if isinstance(outcome, Diagnostic) and growth.rate.carried:
            rate = growth.rate
            return self.unchecked(context, "other-subject", rate.place, what=rate.excerpt)
        return outcome

    def _judge(self, context: Context, growth: _Growth) -> Outcome:
        printed, change, current = (
            claim.figure for claim in (growth.rate, growth.change, growth.current)
        )
        assert printed is not None
        assert change is not None
        assert current is not None
        relation = growth.relation
        if change.value == 0 and printed.value == 0:
            return Holds(self.entry.id, relation.places, relation=relation)
        result = rates.grown(context, printed, change, current, growth.sign)
        if result is None and change.exact() > current.exact() and growth.sign > 0:
            return self._baseless(context, growth, self.entry.severity, "negative-base")
        if result is None and _is_too_small(printed, change, current, growth.sign):
            severity = near.softened(Verdict.TIE_ONLY, self.entry.severity)
            return self._baseless(context, growth, severity, "zero-base")
        if result is None:
            return self.unchecked(context, "base-zero", growth.rate.place, what=growth.rate.excerpt)
        if result.verdict.holds:
            slack = result.verdict is Verdict.ROUNDING
            return Holds(self.entry.id, relation.places, slack=slack, relation=relation)
        if slipped := _of_other_unit(context, growth):
            return self._unit(context, growth, slipped)
        return self._broken(context, growth, result)

    def _unit(self, context: Context, growth: _Growth, change: Figure) -> Outcome:
        """A change that fits in another unit: 400.00元 for 400.00万元."""
        printed, current = growth.rate.figure, growth.current.figure
        assert growth.change.figure is not None
        assert printed is not None
        assert current is not None
        less = "-" if growth.sign > 0 else "+"
        now, meant = words.printed(current), f"{growth.change.figure.plain()}{change.unit.name}"
        return self.diagnose(
            context,
            growth.change.place,
            path=growth.change.path,
            excerpt=growth.change.excerpt,
            expected=meant,
            actual=words.printed(growth.change.figure),
            related=near.related(growth.rate, growth.current),
            asks=growth.relation,
            subject=context.claims.topics[growth.current.topic].name,
            printed=words.printed(printed),
            change=words.printed(growth.change.figure),
            current=now,
            formula=f"{meant}÷({now}{less}{meant})",
            exact=words.printed(printed),
            note=words.notes(context.lang, ["unit-slip"], meant=meant),
        )

    def _on_base(self, context: Context, claim: Claim) -> Outcome:
        """A rate without its change, where the base itself is printed."""
        current = near.current_near(context.claims, claim.topic, claim)
        base = near.base_near(context.claims, claim.topic, claim)
        if current is None or base is None or not claim.direction:
            return self.unchecked(context, _NO_CHANGE, claim.place, what=claim.excerpt)
        printed, now, before = claim.figure, current.figure, base.figure
        assert printed is not None
        assert now is not None
        assert before is not None
        result = rates.risen(context, printed, now, before, claim.direction)
        if result is None and before.value == 0 and printed.value:
            return self._without_base(context, claim, base)
        if result is None:
            return self.unchecked(context, "base-zero", claim.place, what=claim.excerpt)
        if not result.verdict.holds and _is_wordless(claim, base):
            changed = rates.grown(context, printed, before, now, claim.direction)
            if changed is not None and changed.verdict.holds:
                return self._wordless(context, claim, base, current)
        relation = relate.risen(claim, current, base, claim.direction)
        if result.verdict.holds:
            slack = result.verdict is Verdict.ROUNDING
            return Holds(self.entry.id, relation.places, slack=slack, relation=relation)
        severity, note = near.weighed(result, self.entry.severity)
        shown = [words.printed(figure) for figure in (now, before)]
        if claim.direction < 0:
            shown.reverse()
        return self.diagnose(
            context,
            claim.place,
            path=claim.path,
            severity=severity,
            excerpt=claim.excerpt,
            expected=f"{result.rounded}%",
            actual=words.printed(printed),
            related=near.related(current, base),
            asks=relation,
            subject=context.claims.topics[claim.topic].name,
            printed=words.printed(printed),
            change=words.amount(now.exact() - before.exact(), now),
            current=words.printed(now),
            formula=f"({shown[0]}-{shown[1]})÷{words.printed(before)}",
            exact=words.percent(result.exact, printed),
            note=words.notes(context.lang, note),
        )

    def _wordless(self, context: Context, claim: Claim, base: Claim, current: Claim) -> Outcome:
        """较上年 A 万元，下降 r%: A fits as the change, so the word of change before it is missing."""
        assert claim.figure is not None
        assert base.figure is not None
        assert current.figure is not None
        word = words.word(context.lang, "up" if (claim.direction or 0) > 0 else "down")
        now, changed = words.printed(current.figure), words.printed(base.figure)
        less = "-" if (claim.direction or 0) > 0 else "+"
        return self.diagnose(
            context,
            base.place,
            path=base.path,
            severity=near.softened(Verdict.TIE_ONLY, self.entry.severity),
            excerpt=base.excerpt,
            expected=f"{word}{changed}",
            actual=changed,
            related=near.related(claim, current),
            figures=(claim.place, base.place, current.place),
            subject=context.claims.topics[claim.topic].name,
            printed=words.printed(claim.figure),
            change=changed,
            current=now,
            formula=f"{changed}÷({now}{less}{changed})",
            exact=words.printed(claim.figure),
            note=words.notes(context.lang, ["word-missing"], word=word, changed=changed),
        )

    def _of_nothing(self, context: Context, claim: Claim, change: Claim) -> Outcome:
        """A rate other than zero beside a change of zero, which may be next to nothing, rounded."""
        current = near.amount_near(context.claims, claim.topic, claim, ACTUAL)
        assert claim.figure is not None
        assert change.figure is not None
        severity = near.softened(Verdict.TIE_ONLY, self.entry.severity)
        if current is None or current.figure is None:
            severity = Severity.INFO
        elif not current.figure.is_hard_zero:
            half = Fraction(context.style.quantum(change.figure) * change.figure.unit.scale) / 2
            if _least(claim.figure, current.figure) <= half:
                return Holds(self.entry.id, (claim.place, change.place, current.place), slack=True)
        changed, printed = words.printed(change.figure), words.printed(claim.figure)
        return self.diagnose(
            context,
            claim.place,
            path=claim.path,
            severity=severity,
            excerpt=claim.excerpt,
            expected="0%",
            actual=printed,
            related=near.related(change),
            figures=(claim.place, change.place),
            wording="of-nothing",
            subject=context.claims.topics[claim.topic].name,
            printed=printed,
            change=changed,
        )

    def _baseless(
        self, context: Context, growth: _Growth, severity: Severity, note: str
    ) -> Outcome:
        """An increase of the whole amount or above it: the base would be zero or below."""
        change, current, printed = growth.change.figure, growth.current.figure, growth.rate.figure
        assert change is not None
        assert current is not None
        assert printed is not None
        now, changed = words.printed(current), words.printed(change)
        return self.diagnose(
            context,
            growth.change.place,
            path=growth.change.path,
            severity=severity,
            excerpt=growth.change.excerpt,
            actual=changed,
            related=near.related(growth.current, growth.rate),
            asks=growth.relation,
            wording="baseless",
            subject=context.claims.topics[growth.current.topic].name,
            printed=words.printed(printed),
            change=changed,
            formula=f"{now}-{changed}",
            exact=words.amount(current.exact() - change.exact(), current),
            note=words.notes(context.lang, [note]),
        )

    def _without_base(self, context: Context, claim: Claim, base: Claim) -> Outcome:
        assert claim.figure is not None
        assert base.figure is not None
        printed = words.printed(claim.figure)
        return self.diagnose(
            context,
            claim.place,
            path=claim.path,
            severity=near.softened(Verdict.TIE_ONLY, self.entry.severity),
            excerpt=claim.excerpt,
            actual=printed,
            related=near.related(base),
            figures=(claim.place, base.place),
            wording="no-base",
            subject=context.claims.topics[claim.topic].name,
            printed=printed,
            base=words.printed(base.figure),
        )

    def _broken(self, context: Context, growth: _Growth, result: Rate) -> Outcome:
        printed, change, current = (
            claim.figure for claim in (growth.rate, growth.change, growth.current)
        )
        assert printed is not None
        assert change is not None
        assert current is not None
        severity, note = near.weighed(result, self.entry.severity)
        figures = (printed, change, current)
        if all(context.style.quantum(one) == one.quantum for one in figures):
            note = ["formed" if one == "coarse" else one for one in note]
        if _divided_by_current(printed, change, current):
            note.append("wrong-base")
        less = "-" if growth.sign > 0 else "+"
        now, changed = words.printed(current), words.printed(change)
        return self.diagnose(
            context,
            growth.rate.place,
            path=growth.rate.path,
            severity=severity,
            excerpt=growth.rate.excerpt,
            expected=f"{result.rounded}%",
            actual=words.printed(printed),
            related=near.related(growth.change, growth.current),
            asks=growth.relation,
            subject=context.claims.topics[growth.current.topic].name,
            printed=words.printed(printed),
            change=changed,
            current=now,
            formula=f"{changed}÷({now}{less}{changed})",
            exact=words.percent(result.exact, printed),
            note=words.notes(context.lang, note),
        )


def _of_other_unit(context: Context, growth: _Growth) -> Figure | None:
    """The change in the unit in which the rate would be right, where that is but another unit."""
    change, current, printed = growth.change.figure, growth.current.figure, growth.rate.figure
    assert change is not None
    assert current is not None
    assert printed is not None
    for unit in (UNITS[name] for name in _MONEY if name != change.unit.name):
        meant = replace(change, unit=unit)
        if meant.exact() < current.exact() or growth.sign < 0:
            result = rates.grown(context, printed, meant, current, growth.sign)
            if result is not None and result.verdict.holds and printed.value:
                return meant
    return None


def _is_wordless(claim: Claim, base: Claim) -> bool:
    """Whether the base stands right before its rate, as a change without its word would."""
    return base.text is claim.text and base.index + 1 == claim.index


def _is_too_small(printed: Figure, change: Figure, current: Figure, sign: int) -> bool:
    """Whether any base above zero, which can only be next to nothing, gives a far higher rate."""
    bases = current.interval() + (change.interval() if sign < 0 else -change.interval())
    return bases.high <= 0 or printed.interval().high < change.interval().low / bases.high * 100


def _least(rate: Figure, current: Figure) -> Fraction:
    """The least change that a rate other than zero means for an amount."""
    share = rate.interval().low / 100
    return share * current.interval().low / (1 + rate.interval().high / 100)


def _divided_by_current(printed: Figure, change: Figure, current: Figure) -> bool:
    """Whether the rate is the change over the present amount, the commonest slip."""
    if not current.value:
        return False
    wrong = half_up(change.exact() / current.exact() * 100, printed.quantum * printed.unit.scale)
    return printed.exact() == Fraction(wrong)


def _resolve(claims: Claims, growth: Claim, change: Claim | None) -> _Growth | str:
    if change is None:
        return _NO_CHANGE
    sign = change.direction if change.direction is not None else growth.direction
    if not sign or change.figure is None or change.figure.value < 0:
        return "no-direction"
    current = near.current_near(claims, growth.topic, growth)
    return _Growth(growth, change, current, sign) if current else "no-present"
