"""Tables that are not ruled, or only between their rows: which lines of a page they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jslint.patterns import regex
from jslint.readers.kinds import heading, is_note, is_table_head, is_title, unit_of
from jslint.readers.numbering import PART
from jslint.readers.pdf import gaps
from jslint.readers.pdf.grid import Cell, Grid
from jslint.readers.pdf.lines import words
from jslint.readers.pdf.pieces import AMOUNT, Lined, names, pieces, steps, stretches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jslint.readers.pdf.lines import Row
    from jslint.readers.pdf.model import Sheet
    from jslint.readers.pdf.pieces import Piece

_FEWEST_ROWS = 3
_FEWEST_AMOUNTS = 2
_FEWEST_NAMES = 3
_SHORTEST_NAME = 2
_LONGEST_PART = 24
# In sizes: how near a ruling line is to the first line below it, and how far the lines of a row are apart.
_NEAR = 3.0
_WRAPPED = 1.5
_AS_NEAR = 1.1
_CELLED = ("cells", "figures")
_STOPS = regex(r"[，。；：！？,;:](?![\d])")
_NUMBER = regex(r"[-—–·第\s]{0,4}\d{1,4}(?:[-—–·页\s/共]{0,4}\d{0,4}[-—–·页\s]{0,3})")
_SENTENCE = regex(r"[，。；！？,;](?![\d])")


class Above(NamedTuple):
    """What a page ends with: a table that may go on, or the title or unit line of one that begins."""

    grid: Grid | None = None
    titled: bool = False


NOTHING = Above()


def grids(
    sheet: Sheet, rows: Sequence[Row], *, announced: bool = False, above: Above = NOTHING
) -> list[Grid]:
    """The tables among lines that stand in no ruled grid.

    Rows with figures make one, where a title, a unit line or a ruling line stands above, or
    all are ``announced`` elsewhere; the page before ends with what is ``above``. Where columns or
    rows are not certain, the table is there, but unread.
    """
    lined = [_lined(row, announced=announced) for row in rows]
    found: list[Grid] = []
    for first, last in stretches([line.kind != "prose" for line in lined]):
        before = above if first <= 1 and not found else NOTHING
        head = words(lined[first - 1].row) if first else ""
        titled = before.titled or _announces(head)
        run = _run(lined, first, last, whole=before.grid is not None or titled)
        mine = lined[slice(*run)] if run else []
        if mine and (
            (before.grid and any(line.has_figures for line in mine))
            or _is_table(sheet, mine, titled=titled, announced=announced)
            or (_is_header(mine) and (is_table_head(head) or (before.titled and not first)))
            or (is_table_head(head) and _is_cut(lined, run))
        ):
            grid = gaps.grid(mine, before.grid, headless=announced)
            found.append(grid or _unread(sheet, mine))
    return found


def below(rows: Sequence[Row], lowest: float, last: Grid | None) -> Above:
    """What a page ends with, of whose lines outside its tables these are; ``lowest`` a ruled one ends."""
    left = [row for row in rows if row.base > lowest and not _is_number(row)]
    if last is not None and last.ys[-1] > lowest:
        after = [row for row in left if row.base > last.ys[-1]]
        if not after:
            return Above(last)
        left = after
    return Above(titled=bool(left) and _announces(words(left[-1])))


def _unread(sheet: Sheet, lined: Sequence[Lined]) -> Grid:
    """What lines take of a page, as wide as that, so that it goes on where the next page has such a one."""
    ys = lined[0].row.top, lined[-1].row.bottom
    return Grid((0.0, sheet.width), ys, (Cell(0, 0, 1, 1),), unread=True)


def _lined(row: Row, *, announced: bool) -> Lined:
    """A line with its kind.

    ``figures`` is a row with a figure among its pieces, or a ``figure`` alone, which is a row where a
    table is announced; ``cells`` are several pieces, ``part`` is one that is short, and ``item`` such
    a one with the number of a heading. All else is ``prose``, which no table holds.
    """
    cells, value = pieces(row), words(row)
    figures = any(map(_is_amount, cells))
    several = len(cells) > 1 or (announced and figures) or _are_names(row)
    stops = _SENTENCE if several and figures else _STOPS
    found = heading(value)
    if (
        stops.search(value)
        or is_table_head(value)
        or is_title(value)
        or is_note(value)
        or (found is not None and found.level == PART)
    ):
        kind = "prose"
    elif several or figures:
        kind = "cells" if not figures else "figures" if several else "figure"
    elif len(value) > _LONGEST_PART:
        kind = "prose"
    else:
        kind = "part" if found is None else "item"
    return Lined(row, cells, kind)


def _are_names(row: Row) -> bool:
    """Whether a line is names of columns, which stand nearer to one another than cells."""
    found = names(row)
    return len(found) >= _FEWEST_NAMES and len(row.glyphs) >= _SHORTEST_NAME * len(found)


def _run(lined: Sequence[Lined], first: int, last: int, *, whole: bool) -> tuple[int, int] | None:
    """The lines of a table in a stretch: from its header to the last with cells and what that wraps to.

    The ``whole`` stretch down to there, where a table is known to begin above it. None where no line
    has cells.
    """
    figures = [at for at in range(first, last) if lined[at].kind == "figures"]
    kinds = (*_CELLED, "figure") if whole else _CELLED
    celled = [at for at in range(first, last) if lined[at].kind in kinds]
    if not (figures or (whole and celled)):
        return None
    start = first if whole else figures[0]
    while not whole and start > first and lined[start - 1].kind in ("cells", "part", "figure"):
        start -= 1
    end = celled[-1] + 1
    if whole and last == len(lined):  # further rows of a table that goes on over the page's end
        bases = [line.row.base for line in lined]
        widest = max(steps(bases[start:end]), default=0.0)
        while (
            end < last
            and bases[end] - bases[end - 1] <= _AS_NEAR * widest
            and not _is_number(lined[end].row)
        ):
            end += 1
    return start, end + (end < last and _is_wrapped(lined, end))


def _is_number(row: Row) -> bool:
    """Whether a line is a page's number."""
    return _NUMBER.fullmatch(words(row)) is not None


def _is_wrapped(lined: Sequence[Lined], at: int) -> bool:
    """Whether a line right below a row's is a further line of it."""
    row, above = lined[at].row, lined[at - 1].row
    return lined[at].kind == "part" and row.base - above.base < _WRAPPED * row.size


def _is_table(sheet: Sheet, lined: Sequence[Lined], *, titled: bool, announced: bool) -> bool:
    """Whether lines are a table.

    That is three rows of figures below a title, a unit line or a ruling line, or fewer of several
    figures in all and their header below a title.
    """
    figured = [line for line in lined if line.kind == "figures"]
    if len(figured) >= _FEWEST_ROWS:
        return announced or titled or _is_ruled(sheet, lined)
    most = max((sum(map(_is_amount, line.pieces)) for line in figured), default=0)
    return titled and 0 < len(figured) < len(lined) and len(figured) + most > _FEWEST_AMOUNTS


def _is_cut(lined: Sequence[Lined], run: tuple[int, int] | None) -> bool:
    """Whether the page ends with the lines of a table, of which few may stand above that."""
    return run is not None and all(_is_number(line.row) for line in lined[run[1] :])


def _is_header(lined: Sequence[Lined]) -> bool:
    """Whether lines are names of columns alone."""
    return any(_are_names(line.row) for line in lined)


def _is_amount(piece: Piece) -> bool:
    return AMOUNT.fullmatch(piece.text) is not None


def _announces(value: str) -> bool:
    """Whether a line stands between a table and what is above it: its title, its unit, its form."""
    return bool(unit_of(value)) or is_table_head(value) or is_title(value)


def _is_ruled(sheet: Sheet, lined: Sequence[Lined]) -> bool:
    """Whether a ruling line as wide as these lines stands right above them."""
    left = min(line.row.left for line in lined)
    right = max(line.row.right for line in lined)
    top = lined[0].row
    return any(
        abs(stroke.at - top.top) < _NEAR * top.size
        and stroke.start <= left + top.size
        and stroke.end >= right - top.size
        for stroke in sheet.across
    )
