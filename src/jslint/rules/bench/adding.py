"""Which rows or columns a total may be the sum of: those beside it, by their names and levels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.ledger.heads import SUMMARY
from jslint.readers.numbering import mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.rules.bench.series import Series

    Parts = Sequence[Series]

_AMONG = "其中"
_FEWEST = 2


def columns(found: Sequence[Series], at: int) -> Iterator[Parts]:
    """What a column's total may be the sum of: columns under its head, right behind or before it."""
    head = found[at].path[:-1]
    beside = [
        (index, one)
        for index, one in enumerate(found)
        if index != at and one.is_amount and one.path[: len(head)] == head
    ]
    after = _heads([one for index, one in beside if index > at], len(head))
    before = _heads([one for index, one in beside if index < at], len(head))
    yield from (after[:size] for size in range(len(after), _FEWEST - 1, -1))
    yield from (before[-size:] for size in range(len(before), _FEWEST - 1, -1))


def _heads(found: Sequence[Series], depth: int) -> list[Series]:
    """Columns, of those under one head its total alone where it has one."""
    kept: list[Series] = []
    for one in found:
        under = [other for other in found if other.path[: depth + 1] == one.path[: depth + 1]]
        totals = [other for other in under if len(under) > 1 and SUMMARY.fullmatch(other.name)]
        if not totals or one is totals[0]:
            kept.append(one)
    return kept


def rows(found: Sequence[Series], at: int) -> Iterator[tuple[str, Parts]]:
    """What a row's total may be the sum of, each with the name of the way in which it is.

    Rows right above or below it, those of the highest level among them, the totals among them, or
    the total before it with the rows since.
    """
    totals = [index for index, one in enumerate(found) if SUMMARY.fullmatch(one.name)]
    last = max((index for index in totals if index < at), default=-1)
    after = min((index for index in totals if index > at), default=len(found))
    above, below = found[last + 1 : at], found[at + 1 : after]
    for side, block in (("above", above), ("below", below)):
        for level, parts in _levels(block):
            yield f"{side} {level}", parts
    yield "children", _children(found, at)
    others = [found[index] for index in totals if found[index].name != found[at].name]
    yield "totals above", [one for one in others if one in found[:at]]
    yield "totals below", [one for one in others if one in found[at:]]
    if last >= 0:
        yield "running", [found[last], *above]


def _children(found: Sequence[Series], at: int) -> Parts:
    """The rows below one, with numbers one level lower than its own, up to the next of its level."""
    levels = [number.level if (number := mark(one.name)) else None for one in found]
    own = levels[at]
    if own is None:
        return ()
    end = next(
        (to for to in range(at + 1, len(found)) if (levels[to] or own + 1) <= own), len(found)
    )
    below = levels[at + 1 : end]
    top = min((level for level in below if level is not None), default=0)
    return [one for one, level in zip(found[at + 1 : end], below, strict=True) if level == top]


def _levels(block: Sequence[Series]) -> Iterator[tuple[str, Parts]]:
    """The rows of a block, and those of its highest level by codes, numbers and 其中."""
    codes = {one.code for one in block if one.code}
    coded = [one for one in block if one.code] or block
    top = [one for one in coded if not _is_below(one.code, codes)]
    yield "all", top
    if len(top) < len(block):  # codes settle which rows are below which
        return
    levels = [found.level if (found := mark(one.name)) else None for one in block]
    marked = [level for level in levels if level is not None]
    if marked:
        highest = min(marked)
        yield "numbered", [one for one, at in zip(block, levels, strict=True) if at == highest]
    if any(one.name.startswith(_AMONG) for one in block):
        yield "without", [one for one in block if not one.name.startswith(_AMONG)]
        yield "apart", list(_apart(block, levels))


def _is_below(code: str, codes: set[str]) -> bool:
    return any(code.startswith(other) and code != other for other in codes)


def _apart(block: Parts, levels: Sequence[int | None]) -> Iterator[Series]:
    """The rows but those that 其中 begins, to the next that has a number."""
    among = False
    for one, level in zip(block, levels, strict=True):
        among = one.name.startswith(_AMONG) or (among and level is None)
        if not among:
            yield one
