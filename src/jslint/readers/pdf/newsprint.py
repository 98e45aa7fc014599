"""Pages set in two columns of prose, as in a newspaper: the left column is read before the right one.

A strip in the middle of the page is free of characters but for the few lines that go across it, which
part what stands above from what stands below. Lines of the left column are full, and prose: names
and figures on two sides of a table are not.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.readers.kinds import heading, is_table_head, is_title
from jslint.readers.pdf.lines import rows, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jslint.readers.pdf.lines import Row
    from jslint.readers.pdf.model import Glyph

# Of the page's width: where the strip may be; and points from one try to the next.
_FROM, _TO = 0.38, 0.62
_TRY = 2.0
# In sizes: how wide the strip is at least, and how near to it a full line ends.
_FREE = 1.2
_FULL = 1.6
# In sizes: how much above and below a heading over both columns the right one is blank.
_BESIDE = 0.2
# The fewest lines of a column, and how many of these are full and have a stop; characters of those.
_FEWEST = 8
_FEWEST_FULL = 4
_LONG = 12
_MOST_ACROSS = 0.2
_STOPS = "，。；："


class Strip(Struct, frozen=True):
    """What parts two columns: where the left one ends and the right one begins."""

    left: float
    right: float

    def is_across(self, row: Row) -> bool:
        """Whether a character of a line stands in the strip."""
        return any(one.left < self.right and one.right > self.left for one in row.glyphs)


class Stretch(Struct, frozen=True):
    """Lines that are read one after the other: a column's (0 or 1), or those across both (None)."""

    column: int | None
    rows: tuple[Row, ...]


def strip(found: Sequence[Row], width: float) -> Strip | None:
    """What parts the two columns of prose that lines stand in; None where they are set in one."""
    tries = range(round(width * _FROM), round(width * _TO), round(_TRY))
    if len(found) < _FEWEST or not tries:
        return None
    taken = [_taken(row) for row in found]
    across = {at: sum(_covers(runs, at) for runs in taken) for at in tries}
    at = min(across, key=lambda at: (across[at], abs(at - width / 2)))
    if across[at] > _MOST_ACROSS * len(found):
        return None
    pairs = zip(found, taken, strict=True)
    sides = [_sides(row, at) for row, runs in pairs if not _covers(runs, at)]
    lefts = [row for left, _ in sides for row in rows(left)]
    rights = [row for _, right in sides for row in rows(right)]
    if len(lefts) < _FEWEST or len(rights) < _FEWEST:
        return None
    made = Strip(max(row.right for row in lefts), min(row.left for row in rights))
    size = lefts[0].size
    wide = made.right - made.left >= _FREE * size
    return made if wide and _are_prose(lefts) and _are_prose(rights) else None


def stretches(found: Sequence[Row], parted: Strip, tops: Iterable[float]) -> Iterator[Stretch]:
    """The lines in reading order; what stands across, and what begins at ``tops``, ends the columns above."""
    ends = sorted(tops)
    rights = [row for row in found if row.right > parted.right]

    def band(row: Row) -> tuple[int, bool]:
        across = parted.is_across(row) or _is_over_table(row)
        left = row.right < parted.right
        return sum(top < row.base for top in ends), across or (left and _is_over_both(row, rights))

    for (_, across), run in groupby(found, key=band):
        if across:
            yield Stretch(None, tuple(run))
            continue
        sides = [_sides(row, parted.left) for row in run]
        for column, glyphs in enumerate(zip(*sides, strict=True)):
            lines = rows(glyph for side in glyphs for glyph in side)
            if lines:
                yield Stretch(column, tuple(lines))


def _is_over_table(row: Row) -> bool:
    """Whether a line is what stands above a table, however short: its title, or its unit."""
    value = words(row)
    return is_title(value) or is_table_head(value)


def _is_over_both(row: Row, rights: Sequence[Row]) -> bool:
    """Whether a line is a heading over both columns: beside it the right one is blank, and goes on below."""
    if heading(words(row)) is None:
        return False
    room = _BESIDE * row.size
    beside = any(one.top < row.bottom + room and one.bottom > row.top - room for one in rights)
    return not beside and any(one.top > row.bottom for one in rights)


def _taken(row: Row) -> list[tuple[float, float]]:
    """What the words of a line take of the page's width, those together that only a word's gap parts."""
    found = [(row.left, row.left)]
    for one in row.glyphs:
        start, end = found[-1]
        if one.left - end < _FREE * row.size:
            found[-1] = (start, max(end, one.right))
        else:
            found.append((one.left, one.right))
    return found


def _covers(runs: Iterable[tuple[float, float]], at: float) -> bool:
    """Whether words of a line go across a point."""
    return any(start < at < end for start, end in runs)


def _sides(row: Row, at: float) -> tuple[list[Glyph], list[Glyph]]:
    """The characters of a line on either side of a point, with the blanks between them left out."""
    left = [one for one in row.glyphs if one.right <= at + _TRY]
    return left, [one for one in row.glyphs if one.right > at + _TRY]


def _are_prose(lines: Sequence[Row]) -> bool:
    """Whether lines of a column end at its edge, and lines are long and have the stops of prose."""
    edge = max(row.right for row in lines)
    long = [row for row in lines if len(row.glyphs) >= _LONG]
    full = sum(edge - row.right < _FULL * row.size for row in long)
    stops = sum(any(char in _STOPS for char in words(row)) for row in long)
    return min(full, stops) >= _FEWEST_FULL
