"""How a text is laid out as a whole: whether its lines are hard-wrapped, how paragraphs begin.

The same line break means different things in different files; the file's other lines tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.patterns import regex
from jslint.readers.kinds import (
    begins_anew,
    ends_names,
    heading,
    is_caption,
    is_clause,
    is_cut,
    is_finished,
    is_note,
    is_stated,
    is_strong,
    names_year,
    opens_with_amount,
    unit_of,
)
from jslint.readers.lines import width
from jslint.readers.numbering import mark
from jslint.readers.wrapping import unbreakable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jslint.readers.lines import Line

# From how many cases on a habit of the file can be told.
_ENOUGH = 5
_FEW = 3
_BRACKET = regex("[（()）]")
# A line that pages have parted is in no more pieces than this.
_MOST_PARTED = 40
# Who wraps lines by hand leaves up to this many columns empty, and more where a long word follows.
_RAGGED = 14
# The beginning of a sentence that a page's end cut off.
_BEGUN = 24
# A line of so many times the wrap column's width was not wrapped there.
_BEYOND = 2


class Layout(Struct, frozen=True):
    """The habits of a file.

    ``base`` is the usual left edge and ``width`` the wrap column, 0 where lines are not wrapped by
    width. ``indented``: the first line of each paragraph is indented, and no other. ``spaced``: a
    blank line stands even between the lines of a paragraph. ``flowing``: each line is a whole
    paragraph.
    """

    base: int = 0
    width: int = 0
    indented: bool = False
    spaced: bool = False
    flowing: bool = False
    soft: bool = False

    def goes_on(self, paragraph: Sequence[Line], line: Line) -> bool:
        """Whether a paragraph whose last line ends a sentence goes on in this line."""
        if self.soft:
            return not line.gap
        if not line.gap and _is_bracketed(paragraph[-1].value, line.value):
            return True
        if self.indented:
            return line.indent <= self.base or (self.spaced and not line.gap)
        if line.gap or self.flowing:
            return False
        if not self.width and names_year(line.value):
            return False
        if not self.width and paragraph[-1].value.endswith(("：", ":")):
            return not opens_with_amount(line.value)
        if line.indent > self.base + 1:
            return len(paragraph) > 1 and paragraph[-1].indent == line.indent
        return not self.ends_short(paragraph[-1], line)

    def breaks_off(self, paragraph: Sequence[Line], line: Line) -> bool:
        """Whether this line begins a paragraph although the one before lacks its full stop."""
        last = paragraph[-1]
        parted = self._is_parted(paragraph, line)
        if (line.turned and _is_begun(last.value)) or _is_bracketed(last.value, line.value):
            return False
        if is_stated(last.value) and begins_anew(line.value):
            named = opens_with_amount(line.value)  # no two follow without a stop between them
            return named or not self.width or parted or self.ends_short(last, line)
        since = self._since(paragraph, line)
        if since and _are_alike(since, line):
            return ends_names("".join(one.value for one in paragraph[-2:]))
        if self._is_whole(paragraph) and names_year(line.value):
            return not is_cut(last.value)
        if _is_name(paragraph) and ((parted and not self.width) or _heads(last, line)):
            return True
        if not self.indented or not line.gap or line.indent <= self.base + 1:
            return False
        return self.ends_short(last, line)

    def _is_parted(self, paragraph: Sequence[Line], line: Line) -> bool:
        """Whether a blank line parts paragraphs, as none does the lines of this one."""
        return line.gap and (not self.spaced or not all(one.gap for one in paragraph[1:]))

    def _since(self, paragraph: Sequence[Line], line: Line) -> Line | None:
        """Where what ends before a line begins: a paragraph that is parted from it, or a long line."""
        last = paragraph[-1]
        parted = self._is_parted(paragraph, line) or self.ends_short(last, line)
        if parted or not self.width:
            return paragraph[0] if parted or self._is_whole(paragraph) else None
        return last if self._is_whole(paragraph) else None

    def _is_whole(self, paragraph: Sequence[Line]) -> bool:
        """Whether the last line so far was not wrapped: no lines are, or it is far too long."""
        if not self.width:
            return _is_unbroken(paragraph)
        return paragraph[-1].edge > self.width * _BEYOND

    def ends_short(self, line: Line, following: Line) -> bool:
        """Whether what the next line begins with would have fitted on one of a wrapped text."""
        value = following.value
        piece = width(value[: unbreakable(value)])
        return bool(self.width) and line.edge < self.width - max(_RAGGED, piece)


def layout(lines: Sequence[Line]) -> Layout:
    """The habits of these lines of prose."""
    if not lines:
        return Layout()
    prose = [_is_prose(line) for line in lines]
    pairs = [
        (lines[index], lines[index + 1])
        for index in range(len(lines) - 1)
        if prose[index] and prose[index + 1] and not mark(lines[index + 1].value)
    ]
    base = min(line.indent for line in lines)
    wrapped = [pair for pair in pairs if not is_finished(pair[0].value)]
    adjacent = [pair for pair in pairs if not pair[1].gap]
    broken = sum(not is_finished(before.value) for before, _ in adjacent)
    return Layout(
        base=base,
        width=_wrap_column(wrapped, len(pairs)),
        indented=_is_indented(lines, wrapped, base),
        spaced=len(adjacent) * 4 <= len(pairs),
        flowing=bool(adjacent) and broken * 10 <= len(adjacent),
    )


def _is_unbroken(paragraph: Sequence[Line]) -> bool:
    """Whether a paragraph so far is one line, but for what a page's end has parted."""
    return len(paragraph) <= _MOST_PARTED and all(line.gap for line in paragraph[1:])


def _are_alike(one: Line, other: Line) -> bool:
    """Whether two lines each open with a name and its amount, as the parts of a whole do."""
    return opens_with_amount(one.value) and opens_with_amount(other.value)


def _is_name(paragraph: Sequence[Line]) -> bool:
    """Whether a paragraph so far is but a name of what follows, such as an unnumbered heading."""
    value = paragraph[-1].value
    return len(paragraph) == 1 and is_strong(value) and not is_clause(value)


def _heads(line: Line, following: Line) -> bool:
    """Whether a name is so much shorter than the next line that it was not wrapped there.

    It is numbered (1.收支情况), or a blank line parts it from what it is the title of.
    """
    apart = mark(line.value) is not None or following.gap
    return bool(apart) and line.edge + _RAGGED < following.edge


def _is_begun(value: str) -> bool:
    """Whether a line ends in a sentence that has only begun: …增长27.03%。上年."""
    stop = max(value.rfind(mark) for mark in "。；")
    begun = value[stop + 1 :]
    return stop >= 0 and 0 < len(begun) <= _BEGUN and not is_stated(begun)


def _is_bracketed(value: str, rest: str) -> bool:
    """Whether a line breaks off in brackets that the next one closes: A（其中 B、C / 等支出 9 元），."""
    opened, closed = (max(map(value.rfind, pair)) for pair in ("（(", "）)"))
    found = _BRACKET.search(rest)
    return opened > closed and found is not None and found[0] in "）)"


def _is_prose(line: Line) -> bool:
    value = line.value
    return not (
        line.level is not None
        or is_caption(value)
        or unit_of(value)
        or is_note(value)
        or heading(value)
    )


def _wrap_column(wrapped: list[tuple[Line, Line]], pairs: int) -> int:
    """Where lines are wrapped; 0 where too few are, or at no common column."""
    if len(wrapped) < _ENOUGH or len(wrapped) * 3 < pairs:
        return 0
    edges = sorted(before.edge for before, _ in wrapped)
    column = edges[len(edges) * 9 // 10]
    full = sum(edge * 5 >= column * 4 for edge in edges)
    return column if full * 5 >= len(edges) * 3 else 0


def _is_indented(lines: Sequence[Line], wrapped: list[tuple[Line, Line]], base: int) -> bool:
    numbered = [line for line in lines if mark(line.value)]
    if len(wrapped) < _ENOUGH or len(numbered) < _FEW:
        return False
    flush = sum(line.indent <= base for _, line in wrapped)
    set_in = sum(line.indent > base for line in numbered)
    return flush * 5 >= len(wrapped) * 4 and set_in * 10 >= len(numbered) * 7
