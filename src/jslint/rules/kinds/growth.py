"""growth: a printed change and its rate fit the amount that changed, in size and direction."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct
from msgspec.structs import replace

from jslint.claims import cues
from jslint.claims.model import ACTUAL, EARLIER, GROWTH, PRIOR, Claim
from jslint.figures.figure import UNITS
from jslint.figures.verdict import half_up
from jslint.phrases import Joined
from jslint.rules.bench import near, rates, relate
from jslint.rules.bench.cases import Case, Fault, Kept, Open, conclude, settle
from jslint.rules.bench.grading import notes_of
from jslint.rules.ground import options, words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.diagnostic import Outcome
    from jslint.figures.figure import Figure
    from jslint.relation import Relation
    from jslint.rules.bench.cases import Found, Result
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


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

    @property
    def figures(self) -> tuple[Figure, Figure, Figure]:
        """Those of the three."""
        printed, change, current = (one.figure for one in (self.rate, self.change, self.current))
        assert printed is not None
        assert change is not None
        assert current is not None
        return printed, change, current

    def quoted(self, context: Context, changed: str) -> dict[str, str]:
        """What messages quote of the three, with the change as given."""
        return {
            "subject": context.claims.topics[self.current.topic].name,
            **rates.quoted(changed, near.printed(self.current), self.sign),
        }


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
            earlier = claim.measure.startswith(EARLIER) and self.base == PRIOR
            if claim.kind != GROWTH or not claim.figure:
                continue
            if earlier or claim.measure.startswith(self.base):
                yield conclude(self, context, self._found(context, claim, claim.figure))

    def _found(self, context: Context, claim: Claim, printed: Figure) -> Found:
        change = rates.change_for(context.claims, claim)
        signed = printed.value < 0 and near.base_near(context.claims, claim.topic, claim)
        if change is None or change.figure is None or signed:
            return self._on_base(context, claim, printed)
        if change.figure.value == 0 != printed.value:
            return self._of_nothing(context, claim, change)
        sign = change.direction if change.direction is not None else claim.direction
        if sign == 0 or change.figure.value < 0:
            return Open(claim, "no-direction")
        if claim.direction and sign == -claim.direction and printed.value > 0:
            return Open(claim, "no-direction")  # the kind ``direction`` says that they contradict
        return self._settled(context, claim, change, (sign,) if sign else (1, -1))

    def _settled(
        self, context: Context, claim: Claim, change: Claim, signs: tuple[int, ...]
    ) -> Found:
        """A rate by whichever reading of its clause holds, if one does; a guess accuses nothing.

        A change of which no word says which way it went may have gone either way.
        """
        claims = context.claims
        topics = (claim.topic, *claims.rivals(claim))
        near_by = (near.now_near(claims, topic, claim, change) for topic in topics)
        current = next(near_by)
        if current is None:
            return self._on_base_alone(context, claim, change)
        readings = (
            _Growth(claim, change, one, sign)
            for one in chain([current], near_by)
            for sign in signs
            if one
        )
        found = settle(context, (self._case(context, growth) for growth in readings))
        guessed = isinstance(found, Fault) and claim.carried and not claim.held
        return Open(claim, "other-subject") if guessed else found

    def _case(self, context: Context, growth: _Growth) -> Case:
        return Case(
            growth.rate,
            growth.relation,
            partial(self._broken, context, growth),
            "base-zero",
            baseless=partial(self._baseless, context, growth),
        )

    def _broken(self, context: Context, growth: _Growth, result: Result) -> Fault:
        if slipped := _of_other_unit(context, growth):
            return _unit(context, growth, slipped)
        printed, change, current = growth.figures
        notes = notes_of(result)
        if all(context.style.quantum(one) == one.quantum for one in growth.figures):
            notes = tuple("formed" if one == "coarse" else one for one in notes)
        if _divided_by_current(printed, change, current):
            notes = (*notes, "wrong-base")
        if not notes and rates.is_turned(context, growth.rate, growth.change, growth.current):
            notes = ("turned",)
        return Fault(
            claim=growth.rate,
            others=(growth.change, growth.current),
            relation=growth.relation,
            result=result,
            notes=notes,
            values=growth.quoted(context, near.printed(growth.change)),
        )

    def _baseless(self, context: Context, growth: _Growth) -> Fault | None:
        """An increase of the whole amount or above it: the base would be zero or below."""
        printed, change, current = growth.figures
        note = "zero-base"
        if change.exact() > current.exact() and growth.sign > 0:
            note = "negative-base"
        elif not _is_too_small(printed, change, current, growth.sign):
            return None
        now, changed = near.printed(growth.current), near.printed(growth.change)
        return Fault(
            claim=growth.change,
            others=(growth.current, growth.rate),
            relation=growth.relation,
            doubts=(note,),
            notes=(note,),
            expected="",
            wording="baseless",
            values={
                "subject": context.claims.topics[growth.current.topic].name,
                "printed": near.printed(growth.rate),
                "change": changed,
                "formula": f"{now}-{changed}",
                "exact": words.amount(current.exact() - change.exact(), current),
            },
        )

    def _of_nothing(self, context: Context, claim: Claim, change: Claim) -> Found:
        """A rate other than zero beside a change of zero, which may be next to nothing, rounded."""
        current = near.amount_near(context.claims, claim.topic, claim, ACTUAL)
        assert claim.figure is not None
        assert change.figure is not None
        doubt = "no-change"
        if current is None or current.figure is None:
            doubt = "no-present"
        elif current.figure.value:
            half = Fraction(context.style.quantum(change.figure) * change.figure.unit.scale) / 2
            if _least(claim.figure, current.figure) <= half:
                return Kept((claim.place, change.place, current.place), slack=True)
        return Fault(
            claim=claim,
            others=(change,),
            doubts=(doubt,),
            expected="0%",
            wording="of-nothing",
            values={"change": near.printed(change)},
        )

    def _on_base(self, context: Context, claim: Claim, printed: Figure) -> Found:
        """A rate without its change, where the base itself is printed."""
        claims = context.claims
        if (base := near.loose_base(claims, claim)) is not None:
            row = (claim.topic, *claims.rivals(claim))
            currents = [near.current_near(claims, topic, claim) for topic in row]
            readings = [self._risen(context, claim, printed, one, base) for one in currents if one]
            found = settle(context, readings) if readings else Open(claim, "no-change")
            return replace(found, settled=True) if isinstance(found, Fault) else found
        current = near.current_near(claims, claim.topic, claim)
        base = near.base_near(claims, claim.topic, claim)
        if current is None and base is None and claim.measure == PRIOR:
            current, base = near.counts_near(claims, claim.topic, claim)
        if current is None or base is None:
            return Open(claim, "no-change")
        return self._risen(context, claim, printed, current, base)

    def _risen(
        self, context: Context, claim: Claim, printed: Figure, current: Claim, base: Claim
    ) -> Found:
        if not claim.direction:
            return Open(claim, "no-change")
        assert current.figure is not None
        assert base.figure is not None
        fault = partial(self._off_base, context, claim, current, base)
        no_base = partial(self._without_base, claim, base)
        is_nothing = base.figure.value == 0 != printed.value
        return Case(
            claim,
            relate.risen(claim, current, base, claim.direction),
            fault,
            "base-zero",
            baseless=no_base if is_nothing else None,
        )

    def _on_base_alone(self, context: Context, claim: Claim, change: Claim) -> Found:
        """较上年 A 万元增加 B 万元，增长 r%: a rate whose present amount is not printed, by its base."""
        base = near.base_near(context.claims, claim.topic, claim)
        if base is None or base.text is not claim.text or not change.is_money:
            return Open(claim, "no-present")
        if cues.BASE.search(claim.text.value[base.end : change.start]):
            return Open(claim, "no-present")  # 结余 A 万元，比上年增加 B 万元: A is no base
        assert claim.figure is not None
        assert change.figure is not None
        assert base.figure is not None
        relation = relate.ratio(claim, change, base)
        fault = partial(self._off_change, change, base, claim, relation)
        result = rates.changed(context, claim.figure, change.figure, base.figure)
        return Case(claim, relation, fault, "base-zero", result)

    def _off_change(
        self, change: Claim, base: Claim, claim: Claim, relation: Relation, result: Result
    ) -> Fault:
        return Fault(
            claim=claim,
            others=(change, base),
            relation=relation,
            result=result,
            values={
                "change": near.printed(change),
                "current": near.printed(base),
                "formula": f"{near.printed(change)}÷{near.printed(base)}",
            },
        )

    def _off_base(
        self, context: Context, claim: Claim, current: Claim, base: Claim, result: Result
    ) -> Fault:
        assert claim.figure is not None
        assert current.figure is not None
        assert base.figure is not None
        sign = claim.direction or 1
        if _is_wordless(claim, base):
            changed = rates.grown(context, claim.figure, base.figure, current.figure, sign)
            if changed is not None and changed.verdict.holds:
                return self._wordless(context, claim, base, current)
        shown = [near.printed(one) for one in (current, base)[::sign]]
        gap = current.figure.exact() - base.figure.exact()
        return Fault(
            claim=claim,
            others=(current, base),
            relation=relate.risen(claim, current, base, sign),
            result=result,
            values={
                "change": words.amount(gap, current.figure),
                "current": near.printed(current),
                "formula": f"({shown[0]}-{shown[1]})÷{near.printed(base)}",
            },
        )

    def _wordless(self, context: Context, claim: Claim, base: Claim, current: Claim) -> Fault:
        """较上年 A 万元，下降 r%: A fits as the change, so the word of change before it is missing."""
        up = (claim.direction or 0) > 0
        word, note = words.word("up" if up else "down"), "word-missing"
        changed = near.printed(base)
        return Fault(
            claim=base,
            others=(claim, current),
            figures=(claim.place, base.place, current.place),
            doubts=(note,),
            notes=(note,),
            expected=Joined("", (word, changed)),
            values={
                "subject": context.claims.topics[claim.topic].name,
                "printed": near.printed(claim),
                **rates.quoted(changed, near.printed(current), 1 if up else -1),
                "exact": near.printed(claim),
            },
            noted={"word": word, "changed": changed},
        )

    def _without_base(self, claim: Claim, base: Claim) -> Fault:
        return Fault(
            claim=claim,
            others=(base,),
            doubts=("no-base",),
            expected="",
            wording="no-base",
            values={"base": near.printed(base)},
        )


def _unit(context: Context, growth: _Growth, change: Figure) -> Fault:
    """A change that fits in another unit: 400.00元 for 400.00万元."""
    _, changed, _ = growth.figures
    meant = f"{changed.plain()}{change.unit.name}"
    shown = near.printed(growth.rate)
    return Fault(
        claim=growth.change,
        others=(growth.rate, growth.current),
        relation=growth.relation,
        notes=("unit-slip",),
        expected=meant,
        values={
            **growth.quoted(context, meant),
            "change": near.printed(growth.change),
            "printed": shown,
            "exact": shown,
        },
        noted={"meant": meant},
    )


def _of_other_unit(context: Context, growth: _Growth) -> Figure | None:
    """The change in the unit in which the rate would be right, where that is but another unit."""
    printed, change, current = growth.figures
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
