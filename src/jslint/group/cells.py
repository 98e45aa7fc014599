"""The figures of a department beside those of its units."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from jslint.figures.figure import BLANK, Figure
from jslint.group.model import Addend, Cell, Part, Share

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jslint.group.model import Party

    Key = tuple[str, str, str]


def cells(department: Party, units: Sequence[Party]) -> Iterator[Cell]:
    """Every figure that the department's report and its units' may be compared by, rule by rule."""
    for share in department.shares:
        others = [_share(unit, share.rule) for unit in units]
        yield from _of_rule(share, others)


def lacking(department: Party, units: Sequence[Party]) -> Iterator[tuple[str, str]]:
    """What units print and the department does not: the rule, and the name of one such figure."""
    for share in department.shares:
        others = [_share(unit, share.rule) for unit in units]
        tables = {part[0] for part in share.parts}
        missing = {
            one.key[0]: one.label
            for other in others
            for one in reversed(other.addends)
            if one.key[0] not in tables and one.figure is not None and one.figure.value
        }
        yield from ((share.rule, label) for label in missing.values())


def _share(party: Party, rule: str) -> Share:
    return next((one for one in party.shares if one.rule == rule), Share(rule))


def _of_rule(share: Share, others: Sequence[Share]) -> Iterator[Cell]:
    own = {one.key: one for one in share.addends}
    theirs = [{one.key: one for one in other.addends} for other in others]
    samples = dict(own)
    for found in theirs:
        for key, one in found.items():
            samples.setdefault(key, one)
    for key, sample in samples.items():
        if key[:2] in share.parts and (key in own or sample.optional):
            cell = _cell(share.rule, own.get(key), sample, list(zip(others, theirs, strict=True)))
            if cell is not None:
                yield cell


def _cell(
    rule: str, own: Addend | None, sample: Addend, others: Sequence[tuple[Share, dict[Key, Addend]]]
) -> Cell | None:
    """One figure; None where nobody prints any."""
    key, parts, unknown = sample.key, [], []
    for number, (share, found) in enumerate(others):
        one = found.get(key)
        if one is not None and one.figure is not None:
            parts.append(Part(number, one))
        elif one is None and not (sample.optional and key[:2] in share.parts):
            unknown.append(number)
    printed = own.figure if own else None
    if printed is None and not parts:
        return None
    total = printed or _nothing(part.addend.figure for part in parts)
    shown = own or Addend(key, None, sample.label, optional=True, role=sample.role)
    return Cell(rule, shown, total, tuple(parts), tuple(unknown))


def _nothing(figures: Iterable[Figure | None]) -> Figure:
    """What a blank states: nothing, exactly, in the unit that others print."""
    like = next(figure for figure in figures if figure is not None)
    return Figure(Decimal(0), Decimal(1), like.unit, BLANK)
