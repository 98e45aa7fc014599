"""division: the parts of a list in the narrative add up to their whole."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from jslint.claims.model import ACTUAL, AMOUNT, CHANGE, FLAT, SHARE
from jslint.diagnostic import Diagnostic, Holds, Severity, Unchecked
from jslint.figures.figure import Dimension
from jslint.figures.verdict import Verdict, linear
from jslint.rules import near, options, words
from jslint.rules.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.claims.model import Claim, Claims, Group
    from jslint.diagnostic import Outcome
    from jslint.figures.verdict import Linear
    from jslint.rules.context import Context
    from jslint.tree import Node


def _lists(node: Node) -> tuple[tuple[re2._Regexp, ...], ...]:
    return tuple(options.patterns(item) for item in options.items(node))


class _Sum(Struct, frozen=True):
    """One whole with one figure for each part: amounts of one measure, counts, or changes."""

    group: Group
    whole: Claim
    parts: tuple[Claim, ...]
    certain: bool


class Division(Rule, frozen=True, kw_only=True):
    """The parts that a sentence or list divides a whole into add up to it, within rounding.

    A list promises to be complete by its wording (以下方面, 分别是), by shares that close at 100 %,
    by numbered accounts, or because its parts match one of the sets in ``complete``. Parts of any
    other list must not exceed the whole; a shortfall is mentioned as info (``shortfall: false``: not
    at all).
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "complete": _lists,
        "overlapping": options.patterns,
        "shortfall": options.flag,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"whole", "total", "parts", "sum", "difference", "note"}
    )

    complete: tuple[tuple[re2._Regexp, ...], ...] = ()
    overlapping: tuple[re2._Regexp, ...] = ()
    shortfall: bool = True

    def check(self, context: Context) -> Iterator[Outcome]:
        """Check every list that has a figure for its whole and for each part."""
        for group in context.claims.groups:
            yield from self._check_group(context, group)

    def _check_group(self, context: Context, group: Group) -> Iterator[Outcome]:
        certain = self._is_complete(context.claims, group)
        for measure in _measures(context.claims, group):
            whole, parts = _row(context.claims, group, measure)
            if whole is None or not any(parts):
                continue
            present = tuple(part for part in parts if part is not None)
            if len(present) < len(parts):
                name = context.claims.topics[group.whole].name
                yield Unchecked(self.entry.id, f"{name}: a part without a figure", whole.place)
                certain = False
            yield from self._check_sum(context, _Sum(group, whole, present, certain))

    def _check_sum(self, context: Context, found: _Sum) -> Iterator[Outcome]:
        whole = found.whole.figure
        assert whole is not None
        terms = [(_sign(found.whole, part), part.figure) for part in found.parts if part.figure]
        result = linear(terms, whole, context.style.quantum)
        places = tuple(claim.place for claim in (found.whole, *found.parts))
        exceeds = result.difference > result.bound and found.whole.kind == AMOUNT
        if result.verdict.holds or not (found.certain or exceeds or self._worth_saying(found)):
            yield Holds(self.entry.id, places, slack=result.verdict is not Verdict.EXACT)
        else:
            yield self._broken(context, found, result, exceeds=exceeds)

    def _worth_saying(self, found: _Sum) -> bool:
        return self.shortfall and len(found.parts) > 1 and found.whole.kind == AMOUNT

    def _broken(
        self, context: Context, found: _Sum, result: Linear, *, exceeds: bool
    ) -> Diagnostic:
        whole = found.whole.figure
        assert whole is not None
        severity = near.softened(result.verdict, self.entry.severity)
        note = result.verdict.value
        if not found.certain:
            severity = severity if exceeds else Severity.INFO
            note = "exceeds" if exceeds else "if-complete"
        total = result.difference + whole.exact()
        values = {
            "whole": context.claims.topics[found.group.whole].name,
            "total": words.printed(whole),
            "parts": "+".join(words.printed(part.figure) for part in found.parts if part.figure),
            "sum": words.amount(total, whole),
            "difference": words.amount(abs(result.difference), whole),
            "note": words.notes(context.lang, [note], bound=words.amount(result.bound, whole)),
        }
        return self.diagnose(
            context, found.whole.place, path=found.whole.path, severity=severity,
            excerpt=found.whole.excerpt, expected=str(values["sum"]), actual=str(values["total"]),
            related=near.related(*found.parts),
            figures=tuple(claim.place for claim in (found.whole, *found.parts)), **values,
        )

    def _is_complete(self, claims: Claims, group: Group) -> bool:
        if group.hedged:
            return False
        names = [claims.topics[part].name for part in group.parts]
        if any(pattern.search(name) for pattern in self.overlapping for name in names):
            return False
        return (
            (group.closed and len(names) > 1)
            or _shares_close(claims, group)
            or any(_covers(patterns, names) for patterns in self.complete)
        )


def _covers(patterns: tuple[re2._Regexp, ...], names: list[str]) -> bool:
    """Whether every pattern of a set names a part, so that nothing is left out."""
    return all(any(pattern.search(name) for name in names) for pattern in patterns)


def _shares_close(claims: Claims, group: Group) -> bool:
    """Whether the parts print shares of the whole that add to 100 % as printed."""
    shares = [
        next((share for share in claims.about(part, SHARE) if share.figure
              and share.whole in (None, group.whole)), None)
        for part in group.parts
    ]
    figures = [share.figure for share in shares if share and share.figure]
    if len(figures) < len(group.parts):
        return False
    slack = Fraction(len(figures) + 1, 2) * Fraction(min(figure.quantum for figure in figures))
    return abs(sum(Fraction(figure.value) for figure in figures) - 100) <= slack  # noqa: PLR2004


def _measures(claims: Claims, group: Group) -> list[tuple[str, str, str]]:
    """The (kind, measure, unit) in which the whole is stated."""
    found = [
        (claim.kind, claim.measure, _unit(claim))
        for claim in claims.about(group.whole)
        if claim.figure and claim.kind in (AMOUNT, CHANGE)
    ]
    return list(dict.fromkeys(found))


def _unit(claim: Claim) -> str:
    assert claim.figure is not None
    unit = claim.figure.unit
    return "money" if unit.dimension is Dimension.AMOUNT else unit.name


def _row(
    claims: Claims, group: Group, measure: tuple[str, str, str]
) -> tuple[Claim | None, list[Claim | None]]:
    start = min(
        (claim.index for part in group.parts for claim in claims.about(part)), default=0
    )
    wholes = _stating(claims, group.whole, measure)
    before = [claim for claim in wholes if claim.index < start]
    whole = before[-1] if before else None
    return whole, [_after(claims, part, measure, start) for part in group.parts]


def _after(
    claims: Claims, part: int, measure: tuple[str, str, str], start: int
) -> Claim | None:
    """The part's statement: the first one in the list, flat counting as no change."""
    stated = [claim for claim in _stating(claims, part, measure) if claim.index >= start]
    return stated[0] if stated else None


def _stating(claims: Claims, topic: int, measure: tuple[str, str, str]) -> list[Claim]:
    kind, name, unit = measure
    return [
        claim for claim in claims.about(topic, kind, name) if claim.figure and _unit(claim) == unit
    ]


def _sign(whole: Claim, part: Claim) -> int:
    """Whether a part's change goes the whole's way; amounts always do."""
    if whole.kind == CHANGE and None not in (whole.direction, part.direction):
        return 1 if whole.direction == part.direction else -1
    return 1
