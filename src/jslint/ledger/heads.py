"""The header of a table: how many rows it takes, and what each of its blank cells belongs to.

Tables copied from a spreadsheet or a word processor keep a merged header cell's words in the first
of its columns and leave the others blank; some print the last header row, or the numbers of the
columns, in a row of the body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.figures.figure import is_nothing, parse_cell
from jslint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jslint.ledger.model import Words

CODE = regex(r"\d{2,7}")
SUMMARY = regex(r".*(?:合计|总计|小计)")
GRAND = regex(r".{0,4}总计")
_NUMERAL = regex(r"[一二三四五六七八九十]+、")
#: The words that say that a row, or a column, holds nothing but numbers of columns, or rows.
_LANE = frozenset(("栏次", "行次", "列次", "栏号", "行号"))
#: What may stand in a row of column numbers before the first number.
_BESIDE = frozenset(("", "项目", "甲", "乙", "丙", "丁", "类", "款", "项"))
_NUMBER = regex(r"\(?([1-9]\d?)\)?栏?(?:[=＝≥>].{1,24})?")
_MOST_ROWS = 8
_FEW = 2


class Head(Struct, frozen=True):
    """The header of a table.

    ``rows`` are its words, each merged cell's in every column that it takes; ``height`` is how many
    rows of the table it is. ``hidden`` are the columns where the first row of the body has a
    header's words in place of its values.
    """

    rows: Words
    height: int
    hidden: frozenset[int] = frozenset()


def read(rows: Words, marked: int) -> Head:
    """The header of these rows, of which the source says that ``marked`` are (0: it does not say)."""
    lanes = _misplaced(rows)
    labels = [at for at in range(len(rows)) if at not in lanes]
    height = _height([rows[at] for at in labels], marked - sum(at < marked for at in lanes))
    head = [list(rows[at]) for at in labels[:height]]
    height = max(labels[height - 1] + 1 if height else 0, marked)
    while height < len(rows) and (is_lane(rows[height]) or _is_single(rows[height])):
        head.append(list(rows[height]))
        height += 1
    head = [_without_numbers(row) if is_lane(row) or _is_single(row) else row for row in head]
    hidden = _hidden(head, rows[height:])
    if hidden:
        head.append([word if at in hidden else "" for at, word in enumerate(rows[height])])
    return Head(_spread(head), height, hidden)


def is_shifted(rows: Words, height: int) -> bool:
    """Whether the last row of a header stands a column too far left, its merged cells having been lost.

    It names the column of the rows' names a second time, and leaves the last column of figures without
    any name.
    """
    head, body = rows[:height], rows[height:]
    if len(head) < 2 or any(row[-1] for row in head):  # noqa: PLR2004 - one row is above no other
        return False
    first, last = head[0][0], head[-1][0]
    named = bool(first and last) and first != last
    labels = named and not any(parse_cell(row[0]) for row in body)
    return labels and any(parse_cell(row[-1]) for row in body)


def _misplaced(rows: Words) -> list[int]:
    """The rows that number the columns and have a row of the header below them.

    What stands below such a row divides or completes what stands above it; a row of the body has
    words below the names of their own columns.
    """
    found: list[int] = []
    for at, row in enumerate(rows[:_MOST_ROWS]):
        if is_lane(row):
            found.append(at)
        elif is_body(row):
            break
    labels = [at for at in range(min(len(rows), _MOST_ROWS)) if at not in found]
    while found:
        above = [at for at in labels if at < found[-1]]
        below = next((row for row in rows[found[-1] + 1 :] if not is_lane(row)), None)
        names = below is not None and not is_body(below)
        if below is not None and names and (not above or _divides(rows[above[-1]], below)):
            break
        found.pop()
    return found


def _divides(above: Sequence[str], row: Sequence[str]) -> bool:
    """Whether all words of a row stand below none, or below one that is over several columns."""
    named = [at for at, word in enumerate(row) if word and word != above[at]]
    return bool(named) and all(not above[at] or _is_over_several(above, row, at) for at in named)


def _is_over_several(above: Sequence[str], row: Sequence[str], at: int) -> bool:
    return any(
        0 <= near < len(above) and row[near] and above[near] in ("", above[at])
        for near in (at - 1, at + 1)
    )


def _height(rows: Words, marked: int) -> int:
    """How many rows are header: those marked, or the first, and those that name what it left open."""
    first = next((at for at, row in enumerate(rows) if is_body(row)), len(rows))
    if first == 0 and not marked:
        return 0
    height = max(1, marked)
    while height < min(first, _MOST_ROWS) and first < len(rows):
        if not _completes(rows[:height], rows[height]):
            break
        height += 1
    return min(height, len(rows))


def is_body(row: Sequence[str]) -> bool:
    """Whether a row holds a number, a code, an enumeration, a dash, or is a summary row."""
    return any(map(_is_of_body, row)) or _is_total(row)


def _is_of_body(cell: str) -> bool:
    return bool(cell) and (
        parse_cell(cell) is not None
        or is_nothing(cell)
        or bool(_NUMERAL.match(cell))
        or bool(CODE.fullmatch(cell))
    )


def _is_total(cells: Sequence[str]) -> bool:
    """Whether a row is a summary row without figures rather than a header that says 合计."""
    named = [cell for cell in cells if cell]
    return len(named) <= _FEW and bool(named) and all(SUMMARY.fullmatch(cell) for cell in named)


def _completes(head: Words, row: Sequence[str]) -> bool:
    """Whether a row names most columns, some that the header so far leaves blank, or parts of one."""
    above = head[-1]
    named = [at for at, word in enumerate(row) if word]
    return len(named) * 2 > len(row) or any(
        not above[at] or (at and above[at] == above[at - 1] and row[at] != above[at])
        for at in named
    )


def is_lane(row: Sequence[str]) -> bool:
    """Whether a row only numbers the columns: 栏次 1 2 3, or 1 2 3=1-2 beside no name."""
    numbers = []
    for word in row:
        if word not in _BESIDE and word not in _LANE:
            match = _NUMBER.fullmatch(word)
            if match is None:  # most rows begin with a name, so that this is soon known
                return False
            numbers.append(match[1])
    if not _LANE.isdisjoint(row):
        return True
    consecutive = [str(at) for at in range(1, len(numbers) + 1)]
    return len(numbers) >= _FEW and numbers == consecutive


def _is_single(row: Sequence[str]) -> bool:
    """Whether a row below the header only numbers the one column of values."""
    return len(row) > 1 and [word for word in row if word] == ["1"] and not row[0]


def _without_numbers(row: Sequence[str]) -> list[str]:
    """What a row of column numbers names besides, such as the columns 类, 款 and 项."""
    return ["" if word in _LANE or _NUMBER.fullmatch(word) else word for word in row]


def _hidden(head: Words, body: Words) -> frozenset[int]:
    """The columns whose lowest header stands in the first row of the body, beside 合计.

    That row has several words that are no figures below one header cell, and figures stand in the
    rows below them.
    """
    if not head or len(body) < _FEW:
        return frozenset()
    first, others = body[0], body[1:]
    named = [at for at, word in enumerate(first) if word and not _is_of_body(word)]
    if not named or not SUMMARY.fullmatch(first[named[0]]):
        return frozenset()
    found = [at for at in named[1:] if _holds_figures(others, at)]
    below = {at for at in found for near in (at - 1, at + 1) if near in found}
    spread = _spread([*head, first])
    return frozenset(at for at in below if _shared(spread[: len(head)], at, below))


def _holds_figures(rows: Words, at: int) -> bool:
    cells = [row[at] for row in rows if row[at] and not is_nothing(row[at])]
    return all(parse_cell(cell) is not None for cell in cells)


def _shared(head: Words, at: int, columns: set[int]) -> bool:
    """Whether the column has its header in common with another of these that is next to it."""
    names = [row[at] for row in head]
    return any(names) and any(
        [row[near] for row in head] == names for near in (at - 1, at + 1) if near in columns
    )


def _spread(head: Words) -> list[list[str]]:
    """The rows of a header with each merged cell's words in every column that it takes.

    A blank cell belongs to the named one on its left where both stand below one cell, and rows
    below name both of their columns.
    """
    spread: list[list[str]] = []
    for at, row in enumerate(head):
        found, owner = list(row), -1
        for column, word in enumerate(row):
            if word:
                owner = column
            elif owner >= 0 and _belongs(spread, head[at + 1 :], owner, column):
                found[column] = row[owner]
        spread.append(found)
    return spread


def _belongs(above: Words, below: Words, owner: int, column: int) -> bool:
    return all(row[owner] == row[column] for row in above) and all(
        any(row[one] for row in below) for one in (owner, column)
    )
