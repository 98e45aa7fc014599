"""The cells of lines laid out with spaces to columns, where blanks run between these from top to bottom.

What ``aligned`` cannot tell by the words alone is told by where they stand: in each row the cells of a
column stand in a strip of their own, which no cell of another column reaches into.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.document import Place, Run, Text
from jslint.figures.figure import is_nothing, parse_cell
from jslint.patterns import regex
from jslint.readers import texts
from jslint.readers.aligned import LANES
from jslint.readers.lines import width
from jslint.readers.numbering import mark
from jslint.readers.tabs import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from jslint.document import Table
    from jslint.readers.lines import Line

_APART = regex(r"\s{2,}")
_CODE = regex(r"\d{3}(?:\d\d){0,2}")
_LEVEL = regex(r"\d\d")
_TOTAL = regex(r".{0,8}[合总共小]\s*计")
#: Quotation marks and the like take one half-width column in some fonts, and two in others.
_DOUBTFUL = regex("[“”‘’—…·×÷±≥≤]")
_FEWEST = 2


class _Cell(Struct, frozen=True):
    """The words of a cell, and the half-width columns that they take."""

    text: Text
    start: int
    end: int

    @property
    def is_figure(self) -> bool:
        """Whether a figure stands there, or what says that there is none."""
        value = self.text.value
        return parse_cell(value) is not None or is_nothing(value)


class _Strip(Struct):
    """What the cells of a column take in all rows."""

    start: int
    end: int


def read(lines: Sequence[Line]) -> Table | None:
    """The table of these lines, the header's first; None where its columns are not certain."""
    for doubtful in (1, 2):
        found = _read([_cells(line, doubtful) for line in lines])
        if found:
            return found
    return None


def _read(rows: Sequence[Sequence[_Cell]]) -> Table | None:
    height = next((at for at, row in enumerate(rows) if any(one.is_figure for one in row)), 0)
    head, body = rows[:height], rows[height:]
    known = {_plain(one) for row in body for one in row if _is_whole(row)}
    if not height or not all(_is_whole(row, known) for row in body):
        return None
    strips = _widened(_strips(body), head)
    levels = _levels(strips, body)
    filled = any(_fills(row, strips) for row in (head[-1], *body))
    if len(strips) < _FEWEST or not (filled or _has_own_heads(strips, head, levels)):
        return None
    strips = _headed(strips, head, levels)
    placed = [_placed(row, strips) for row in body]
    kept = [row for row, cells in zip(placed, body, strict=True) if not _is_lane(cells)]
    if not strips or not all(placed) or not all(map(_is_one_kind, zip(*kept, strict=True))):
        return None
    heads = [_placed(row, strips, spread=True) for row in head]
    if not all(heads):
        return None
    cells = [[one or _blank(row) for one in row] for row in (*heads, *placed)]
    return table(cells, header_rows=height)


def _cells(line: Line, doubtful: int) -> list[_Cell]:
    value = line.value
    ends = [match.span() for match in _APART.finditer(value)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(value)]

    def column(at: int) -> int:
        before = value[:at]
        return line.indent + width(before) + (doubtful - 1) * len(_DOUBTFUL.findall(before))

    return [
        _Cell(texts.cut(line.text, start, end), column(start), column(end))
        for start, end in zip(starts, stops, strict=True)
    ]


def _plain(cell: _Cell) -> str:
    """What a cell says without the number before it."""
    found = mark(cell.text.value)
    return cell.text.value[found.end :].lstrip() if found else cell.text.value


def _is_whole(row: Sequence[_Cell], known: AbstractSet[str] = frozenset()) -> bool:
    """Whether a line is a row of its own, and not the rest of a name that took two lines.

    ``known`` are the names of other rows; a rest stands alone in its line, and is none of them.
    """
    return len(row) > 1 or any(
        one.is_figure
        or mark(one.text.value)
        or _TOTAL.fullmatch(one.text.value)
        or one.text.value in known
        for one in row
    )


def _is_lane(row: Sequence[_Cell]) -> bool:
    """Whether a row only numbers the columns: 栏次 1 2 3."""
    return row[0].text.value in LANES


def _strips(body: Sequence[Sequence[_Cell]]) -> list[_Strip]:
    """What the cells of all rows take, those together that reach into each other."""
    found: list[_Strip] = []
    for one in sorted((one for row in body for one in row), key=lambda one: one.start):
        if found and one.start < found[-1].end:
            found[-1].end = max(found[-1].end, one.end)
        else:
            found.append(_Strip(one.start, one.end))
    return found


def _widened(strips: Sequence[_Strip], head: Sequence[Sequence[_Cell]]) -> list[_Strip]:
    """The columns with such heads as stand beside their figures: heads at the left, figures at the right.

    What stands over no column is the head of the next one where no head of its row is over that, and
    all other heads that are reach over it as well; else of a column in which nothing stands.
    """
    found = list(strips)
    for row in head:
        for cell, after in zip(row, [*row[1:], None], strict=True):
            at = next((at for at, one in enumerate(found) if one.start >= cell.end), None)
            if at is None or _under(cell, found) or (after and after.start < found[at].end):
                continue
            above = [one for other in head for one in other if at in _under(one, found)]
            if above and all(one.start < cell.end and cell.start < one.end for one in above):
                found[at] = _Strip(cell.start, found[at].end)
    return found


def _fills(row: Sequence[_Cell], strips: Sequence[_Strip]) -> bool:
    """Whether a row has a cell in every column, or the number of every one but the first few.

    栏次 stands over the columns of codes and names.
    """
    under = [_under(one, strips) for one in row]
    if any(len(found) != 1 for found in under):
        return False
    columns = [at for (at,) in under]
    first = columns[1] if _is_lane(row) and len(row) > 1 else 0
    return columns[-(len(strips) - first) :] == list(range(first, len(strips)))


def _levels(strips: Sequence[_Strip], body: Sequence[Sequence[_Cell]]) -> set[int]:
    """The columns but the first in which all cells may be the codes of a 款 or a 项."""
    others = (one for row in body for one in row if not _LEVEL.fullmatch(one.text.value))
    return set(range(1, len(strips))) - {at for one in others for at in _under(one, strips)}


def _has_own_heads(
    strips: Sequence[_Strip], head: Sequence[Sequence[_Cell]], levels: AbstractSet[int]
) -> bool:
    """Whether each column, but for the codes of levels, has a head that is over no other."""
    over = [_under(one, strips) for row in head for one in row]
    return len({found[0] for found in over if len(found) == 1} | levels) == len(strips)


def _headed(
    strips: Sequence[_Strip], head: Sequence[Sequence[_Cell]], levels: AbstractSet[int]
) -> list[_Strip]:
    """The columns, those in which nothing stands but their head among them; none where one has no head.

    The head of 类 may be that of 款 and 项 as well.
    """
    cells = [one for row in head for one in row]
    over = [_under(one, strips) for one in cells]
    if len({at for found in over for at in found} | levels) < len(strips):
        return []
    bare = [one for one, found in zip(cells, over, strict=True) if not found]
    return sorted([*strips, *_strips([bare])], key=lambda one: one.start)


def _under(cell: _Cell, strips: Sequence[_Strip]) -> list[int]:
    return [at for at, one in enumerate(strips) if cell.start < one.end and one.start < cell.end]


def _placed(
    row: Sequence[_Cell], strips: Sequence[_Strip], *, spread: bool = False
) -> list[Text | None]:
    """The cells of a row by column; nothing where one is in several, or two are in one.

    A head that is ``spread`` over several columns is that of each of them.
    """
    found: list[Text | None] = [None] * len(strips)
    for cell in row:
        under = _under(cell, strips)
        if not under or any(found[at] for at in under) or (len(under) > 1 and not spread):
            return []
        for at in under:
            found[at] = cell.text
    return found


def _is_one_kind(column: Sequence[Text | None]) -> bool:
    """Whether a column has names alone, codes alone or figures alone; a total may stand among codes."""
    kinds = set(_kinds(column))
    return len(kinds) <= 1 or kinds == {"code", "figure"}


def _kinds(column: Sequence[Text | None]) -> Iterator[str]:
    for one in column:
        if one is not None and not is_nothing(one.value) and not _TOTAL.fullmatch(one.value):
            figure = parse_cell(one.value) is not None
            coded = _CODE.fullmatch(one.value) or _LEVEL.fullmatch(one.value)
            yield "code" if coded else "figure" if figure else "name"


def _blank(row: Sequence[Text | None]) -> Text:
    """A cell in which nothing stands, of this row."""
    first = next((one for one in row if one is not None), None)
    return Text("", (Run(0, first.point(0) if first else Place()),))
