"""Tables whose cells stand apart by single spaces, one row a line, as copied from a page.

They are read where rows and columns are certain (see ``aligned``), and else said to be unread, so
that no row is taken for prose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.figures.figure import is_nothing
from jslint.patterns import regex
from jslint.readers import aligned, texts
from jslint.readers.columns import UNREAD, unread
from jslint.readers.kinds import heading, is_annual, is_note, is_strong, is_title, unit_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.document import Table, Text
    from jslint.readers.lines import Line

_WORD = regex(r"\S+")
_STOPS = regex(r"[，。；！？]")
_FIGURE = regex(r"[-−]?\d[\d,，]{0,20}(?:\.\d{1,6})?(?:[%％]|[万亿]?元)?")
_AMOUNT = regex(r"[-−]?(?:[\d,，]{1,20}\.\d{1,6}|\d{1,3}(?:[,，]\d{3}){1,6})(?:[%％]|[万亿]?元)?")
#: A word that a sentence has and a cell has not: a figure with its unit, or a unit alone.
_SAID = regex(r"\d(?:[百千万亿]{0,2}元|个|人|辆|台|批|次|年|月)|[百千万亿]{1,2}元|元|[:：]")
#: What is no sentence's colon.
AMONG = regex(r"^\s*其中[:：]")
_LONGEST = 200
_LONGEST_NAME = 40
_HEADER = 6
_AHEAD = 12
_FEWEST_ROWS = 3


def tables(lines: Sequence[Line]) -> Iterator[tuple[int, int, Table]]:
    """Each table with the lines it takes: the first, and the one after its last."""
    rows = [_is_row(line) for line in lines]
    done = index = 0
    while index < len(lines):
        if not rows[index]:
            index += 1
            continue
        start, titled = _start(lines, index, done)
        end = _end(lines, rows, index)
        if _is_table(lines[start:end], rows[start:end], titled=titled):
            yield start, end, _table(lines[start:end])
            done = end
        index = end


def _words(line: Line) -> list[Text]:
    return [
        texts.cut(line.text, match.start(), match.end()) for match in _WORD.finditer(line.value)
    ]


def _is_row(line: Line) -> bool:
    """Whether a line is words that end in figures, and no part of a sentence."""
    value = line.value
    if len(value) > _LONGEST or not any(map(str.isspace, value)) or "\t" in value:
        return False
    words = AMONG.sub("", value).split()
    figures = any(_FIGURE.fullmatch(word) or is_nothing(word) for word in words[1:])
    return figures and not _STOPS.search(value) and all(map(may_be_cell, words))


def may_be_cell(word: str) -> bool:
    """Whether a word may be all that a cell holds, or a part of its words."""
    if _FIGURE.fullmatch(word) or is_nothing(word):
        return True
    return len(word) <= _LONGEST_NAME and not _SAID.search(word)


def _is_words(line: Line) -> bool:
    """Whether a line may be a row of the header, or one without a figure."""
    value = line.value
    return (
        len(value) <= _LONGEST
        and not _STOPS.search(value)
        and all(map(may_be_cell, AMONG.sub("", value).split()))
    )


def _start(lines: Sequence[Line], first: int, done: int) -> tuple[int, bool]:
    """Where the header of a row's table begins, and whether a title or a unit stands above it."""
    for index in range(first, max(done, first - _HEADER), -1):
        above = lines[index - 1]
        if unit_of(above.value) or is_title(above.value):
            return index, True
        if not _is_words(above) or above.gap or lines[index].gap or heading(above.value):
            break
    return first, False


def _end(lines: Sequence[Line], rows: Sequence[bool], first: int) -> int:
    """The line after the last of the rows that follow one."""
    index = last = first
    while index < len(lines):
        if rows[index]:
            last = index
        elif not _goes_on(lines, rows, index):
            break
        index += 1
    return last + 1


def _goes_on(lines: Sequence[Line], rows: Sequence[bool], index: int) -> bool:
    """Whether a line without figures is a row: further rows follow, and it begins nothing else."""
    line = lines[index]
    if line.gap or not _is_words(line) or not any(rows[index : index + _AHEAD]):
        return False
    if unit_of(line.value) or is_title(line.value) or is_annual(line.value) or is_note(line.value):
        return False
    return not (heading(line.value) and is_strong(line.value))


def _is_table(lines: Sequence[Line], rows: Sequence[bool], *, titled: bool) -> bool:
    """Whether lines are so many rows of amounts that they are no enumeration in prose."""
    amounts = [
        sum(_AMOUNT.fullmatch(word) is not None for word in line.value.split())
        for line, row in zip(lines, rows, strict=True)
        if row
    ]
    if titled and not rows[0]:
        return any(amounts)
    return sum(count > 1 for count in amounts) >= _FEWEST_ROWS


def _table(lines: Sequence[Line]) -> Table:
    return aligned.read([_words(line) for line in lines]) or unread(lines[0], lines[-1], UNREAD)
