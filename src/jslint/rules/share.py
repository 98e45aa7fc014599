"""share: a printed share is the part over the whole it names."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct
from msgspec.structs import replace

from jslint.claims.model import SHARE
from jslint.diagnostic import Holds, Severity
from jslint.figures.interval import Interval
from jslint.figures.verdict import Balance, Rate, Verdict, balanced, rate
from jslint.rules import near, rates, words
from jslint.rules.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.claims.model import Claim, Claims
    from jslint.diagnostic import Outcome
    from jslint.rules.context import Context
    from jslint.tree import Node


class _Share(Struct, frozen=True):
    claim: Claim
    part: Claim
    whole: Claim


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
        for claim in shares:
            found = _resolve(context.claims, claim)
            if found is None:
                yield self.unchecked(context, "no-whole", claim.place, what=claim.excerpt)
            else:
                yield self._judge_readings(context, found)

    def _judge_readings(self, context: Context, share: _Share) -> Outcome:
        """Judge a share whose whole another section names by its own list's, if only that fits."""
        outcome = self._judge(context, share)
        if isinstance(outcome, Holds) or share.whole.text is share.claim.text:
            return outcome
        listed = _resolve(context.claims, replace(share.claim, whole=None, whole_name=""))
        if listed is None or listed.whole.text is not share.claim.text:
            return outcome
        other = self._judge(context, listed)
        return other if isinstance(other, Holds) else outcome

    def _judge(self, context: Context, share: _Share) -> Outcome:
        printed, part, whole = (claim.figure for claim in (share.claim, share.part, share.whole))
        assert printed is not None
        assert part is not None
        assert whole is not None
        places = (share.claim.place, share.part.place, share.whole.place)
        if part.value == 0 and printed.value == 0:
            return Holds(self.entry.id, places)
        if _is_all(context.claims, share):
            result: Rate | None = rate(printed, _ALL, _ALL, _ALL.low, context.style.quantum)
        else:
            result = rates.ratio(context, printed, part, whole)
        if result is None:
            return self.unchecked(
                context, "whole-zero", share.claim.place, what=share.claim.excerpt
            )
        if result.verdict.holds:
            return Holds(self.entry.id, places, slack=result.verdict is Verdict.ROUNDING)
        severity, note = self._weigh(context, share, result)
        return self.diagnose(
            context,
            share.claim.place,
            path=share.claim.path,
            severity=severity,
            excerpt=share.claim.excerpt,
            expected=f"{result.rounded}%",
            actual=words.printed(printed),
            related=near.related(share.part, share.whole),
            figures=places,
            part=context.claims.topics[share.part.topic].name,
            whole=context.claims.topics[share.whole.topic].name,
            printed=words.printed(printed),
            numerator=words.printed(part),
            denominator=words.printed(whole),
            exact=words.percent(result.exact, printed),
            note=words.notes(context.lang, note),
        )

    def _weigh(self, context: Context, share: _Share, result: Rate) -> tuple[Severity, list[str]]:
        severity, slips = near.weighed(result, self.entry.severity)
        if result.verdict in (Verdict.COARSE, Verdict.IMPOSSIBLE):
            return severity, slips
        balance = _balance(context, share)
        if balance and balance.largest_remainder:
            return Severity.INFO, ["balanced", *slips]
        if balance and balance.closes:
            return Severity.WARNING, ["absorbed", *slips]
        return severity, slips


_ALL = Interval.point(100)


def _is_all(claims: Claims, share: _Share) -> bool:
    """Whether the part prints the whole's amount and its siblings are all zero: exactly 100 %."""
    part, whole = share.part.figure, share.whole.figure
    group = near.group_of(claims, share.claim.topic, share.claim)
    if group is None or part is None or whole is None or part.exact() != whole.exact():
        return False
    siblings = [claims.stated(topic) for topic in group.parts if topic != share.claim.topic]
    return all(
        sibling is not None and sibling.figure is not None and sibling.figure.value == 0
        for sibling in siblings
    )


def _resolve(claims: Claims, claim: Claim) -> _Share | None:
    part = near.amount_near(claims, claim.topic, claim)
    if part is None:
        return _resolve_counts(claims, claim)
    group = near.group_of(claims, claim.topic, claim)
    topic = claim.whole
    if topic is None and group is not None and not _names_other(claims, claim, group.whole):
        topic = group.whole
    whole = None if topic is None else near.amount_near(claims, topic, claim)
    return _Share(claim, part, whole) if part and whole and topic != claim.topic else None


def _resolve_counts(claims: Claims, claim: Claim) -> _Share | None:
    """等级为优 9 个，占 81.82%: a share of things that the list's whole counts in the same unit."""
    group = near.group_of(claims, claim.topic, claim)
    part = near.count_near(claims, claim.topic, claim)
    if group is None or part is None or claim.whole_name:
        return None
    whole = near.count_near(claims, group.whole, part)
    return _Share(claim, part, whole) if whole else None


def _names_other(claims: Claims, claim: Claim, whole: int) -> bool:
    """Whether the share names a whole that is not plainly the list's own."""
    name = claim.whole_name
    return bool(name) and not set(name) <= set(claims.topics[whole].name + "总额合计支出收入的")


def _balance(context: Context, share: _Share) -> Balance | None:
    claims = context.claims
    group = near.group_of(claims, share.claim.topic, share.claim)
    if group is None:
        return None
    found = [
        resolved
        for part in group.parts
        for claim in claims.about(part, SHARE)
        if claim.text is share.claim.text
        and (resolved := _resolve(claims, claim))
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
