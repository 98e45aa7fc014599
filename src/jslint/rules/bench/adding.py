"""Which rows or columns a total may be the sum of: those beside it, by their names and levels."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec import Struct

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
    under: dict[tuple[str, ...], list[Series]] = {}
    for one in found:
        under.setdefault(one.path[: depth + 1], []).append(one)
    totals = {
        head: next((one for one in among if SUMMARY.fullmatch(one.name)), None)
        for head, among in under.items()
    }
    alone = ((one, totals[one.path[: depth + 1]]) for one in found)
    return [one for one, total in alone if total is None or total is one]


class Layout(Struct, frozen=True):
    """The rows of a table with what is asked again for each total: the totals, the numbers' levels."""

    found: Sequence[Series]
    totals: Sequence[int]
    levels: Sequence[int | None]


def layout(found: Sequence[Series]) -> Layout:
    """Look at all rows once."""
    totals = [index for index, one in enumerate(found) if SUMMARY.fullmatch(one.name)]
    return Layout(
        found, totals, [number.level if (number := mark(one.name)) else None for one in found]
    )


def rows(all_rows: Layout, at: int) -> Iterator[tuple[str, Parts]]:
    """What a row's total may be the sum of, each with the name of the way in which it is.

    Rows right above or below it, those of the highest level among them, the totals among them, or
    the total before it with the rows since.
    """
    found, totals = all_rows.found, all_rows.totals
    before, behind = bisect_left(totals, at), bisect_right(totals, at)
    last = totals[before - 1] if before else -1
    after = totals[behind] if behind < len(totals) else len(found)
    above = found[last + 1 : at]
    for side, start, end in (("above", last + 1, at), ("below", at + 1, after)):
        for level, parts in _levels(found[start:end], all_rows.levels[start:end]):
            yield f"{side} {level}", parts
    yield "children", _children(all_rows, at)
    others = (totals[:before], totals[behind:])
    for side, indices in zip(("above", "below"), others, strict=True):
        named = [found[index] for index in indices if found[index].name != found[at].name]
        yield f"totals {side}", named
    if last >= 0:
        yield "running", [found[last], *above]


def _children(all_rows: Layout, at: int) -> Parts:
    """The rows below one, with numbers one level lower than its own, up to the next of its level."""
    own = all_rows.levels[at]
    if own is None:
        return ()
    since = zip(all_rows.found[at + 1 :], all_rows.levels[at + 1 :], strict=True)
    below = list(takewhile(lambda pair: pair[1] is None or pair[1] > own, since))
    top = min((level for _, level in below if level is not None), default=None)
    return [one for one, level in below if level is not None and level == top]


def _levels(block: Sequence[Series], levels: Sequence[int | None]) -> Iterator[tuple[str, Parts]]:
    """The rows of a block, and those of its highest level by codes, numbers and 其中."""
    codes = {one.code for one in block if one.code}
    coded = [one for one in block if one.code] or block
    top = [one for one in coded if not _is_below(one.code, codes)]
    yield "all", top
    if len(top) < len(block):  # codes settle which rows are below which
        return
    marked = [level for level in levels if level is not None]
    if marked:
        highest = min(marked)
        yield "numbered", [one for one, at in zip(block, levels, strict=True) if at == highest]
    if any(one.name.startswith(_AMONG) for one in block):
        yield "without", [one for one in block if not one.name.startswith(_AMONG)]
        yield "apart", list(_apart(block, levels))


def _is_below(code: str, codes: set[str]) -> bool:
    return any(code[:end] in codes for end in range(1, len(code)))


def _apart(block: Parts, levels: Sequence[int | None]) -> Iterator[Series]:
    """The rows but those that 其中 begins, to the next that has a number."""
    among = False
    for one, level in zip(block, levels, strict=True):
        among = one.name.startswith(_AMONG) or (among and level is None)
        if not among:
            yield one
