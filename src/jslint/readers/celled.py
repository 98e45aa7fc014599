"""Tables in plain lines of which no reader can make rows and columns, found to keep them out of the prose.

A unit line says that a table follows: down to the next sentence, title or heading, every line is of
it, be it a row, a part of one, or a cell by itself, as a word processor or a web page gives them when
copied as text. Where the readers of such tables leave an amount of it over, it is all unread: half a
table would be compared as if it were whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.patterns import regex
from jslint.phrases import Family
from jslint.readers import columns, spaced
from jslint.readers.kinds import heading, is_annual, is_note, is_strong, is_title, unit_of
from jslint.readers.numbering import PART

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.document import Table
    from jslint.readers.lines import Line

_UNREAD = Family("reading").phrase("cells-apart")
_STOPS = regex(r"[。；！？]|[，,](?!\d{3})")
_AMOUNT = regex(r"(?:^|[^\d.,])[-−]?\d[\d,，]{0,20}\.\d{1,2}(?:[^\d.]|$)")
#: An amount that the next cell's words follow without a space.
_GLUED = regex(r"(\d\.\d{2}[%％]?)(?=[^\d%％\s])")
_NAME = regex(r"项\s?目|合\s?计|小\s?计|科目(?:编码|名称)|.{0,8}(?:决算|预算)数|金\s?额")
_LONGEST = 200
_FEWEST_AMOUNTS = 3
_FEWEST_NAMES = 2
#: At least one of so many lines holds an amount, or they are a list of names.
_RARE = 12
#: So many lines ahead an amount stands in a table that goes on.
_AHEAD = 24


def tables(lines: Sequence[Line]) -> Iterator[tuple[int, int, Table]]:
    """Each table that is unread, with the lines it takes: the first, and the one after its last."""
    amounts = [_AMOUNT.search(line.value) is not None for line in lines]
    index = 0
    while index < len(lines):
        index += 1
        if not unit_of(lines[index - 1].value):
            continue
        start, end = index, _end(lines, amounts, index)
        if _is_table(lines, amounts, start, end) and not _is_read(lines[start - 1 : end]):
            yield start, end, columns.unread(lines[start], lines[end - 1], _UNREAD)
        index = max(index, end)


def _is_table(lines: Sequence[Line], amounts: Sequence[bool], start: int, end: int) -> bool:
    """Whether lines are a table: of amounts, or below a title the names of columns alone."""
    found = sum(amounts[start:end])
    if found:
        return found >= _FEWEST_AMOUNTS and found * _RARE >= end - start
    titled = start > 1 and is_title(lines[start - 2].value)
    names = sum(_NAME.fullmatch(word) is not None for word in _words(lines[start:end]))
    return titled and names >= _FEWEST_NAMES


def _words(lines: Sequence[Line]) -> Iterator[str]:
    return (word for line in lines for word in line.value.split())


def _is_read(lines: Sequence[Line]) -> bool:
    """Whether the tables that other readers find below a unit line hold the header and each amount."""
    left = set(range(1, len(lines)))
    for finder in (columns.tables, spaced.tables):
        for start, end, _ in finder(lines):
            left.difference_update(range(start, end))
    return 1 not in left and not any(_AMOUNT.search(lines[at].value) for at in left)


def _end(lines: Sequence[Line], amounts: Sequence[bool], start: int) -> int:
    """The line after the last of a table that begins at ``start``."""
    end = start
    while end < len(lines) and _is_of_table(lines, amounts, end):
        end += 1
    return end


def _is_of_table(lines: Sequence[Line], amounts: Sequence[bool], at: int) -> bool:
    """Whether a line is a row or a cell, and begins nothing else."""
    value = lines[at].value
    if len(value) > _LONGEST or _STOPS.search(value) or lines[at].level is not None:
        return False
    words = _GLUED.sub(r"\1 ", value) if amounts[at] else value
    several = len(_AMOUNT.findall(words)) > 1
    if not several and not all(map(spaced.may_be_cell, spaced.AMONG.sub("", words).split())):
        return False
    if unit_of(value) or is_note(value) or is_annual(value):
        return False
    if is_title(value) and any(unit_of(line.value) for line in lines[at + 1 : at + 3]):
        return False
    found = heading(value)
    if found is None:
        return True
    return found.level != PART and (not is_strong(value) or any(amounts[at + 1 : at + _AHEAD]))
