"""All the words of a report in one string, so that a pattern is searched once a report.

A search of the joined text finds the paragraphs that may hold a match, and only those are searched
one by one: a pattern never matches across two paragraphs.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate, pairwise, takewhile
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.diagnostic import Related
from jslint.document import Run, Section, Text
from jslint.edits import rewritten
from jslint.headings import split_number
from jslint.patterns import regex
from jslint.rules.ground import options
from jslint.rules.ground.context import Prose

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Sized

    import re2

    from jslint.document import Place
    from jslint.edits import Edit
    from jslint.rules.ground.context import Context

#: What a piece of text can be; all but the last three are prose. A ``line`` is one of the source that
#: stands as a paragraph of its own or before one and holds no sentence, as a title does.
ROLES = (
    "heading",
    "body",
    "caption",
    "unit",
    "cover",
    "entry",
    "title",
    "note",
    "cell",
    "contents",
    "line",
)
_APART = ("cell", "contents", "line")
PROSE = frozenset(ROLES) - {*_APART}
_MEMO = "_concordance"
_HEADINGS = "_headings"
_LONGEST_FIGURE = 10
#: The marks of which a sentence has at least one, and a title or a cell none.
SENTENCE = frozenset("，。；：！？,;:")
#: A paragraph of so many lines of so few characters each, and no sentence, is a table's cells.
_FIGURE_COMMA = regex(r"(?<=\d)[,，](?=\d)")
_FEWEST_CELLS = 3
_LONGEST_CELL = 8


class Hit(Struct, frozen=True):
    """Words that a pattern found: ``start`` to ``end`` of a piece, and its named groups."""

    prose: Prose
    start: int
    end: int
    groups: Mapping[str, str]

    @property
    def excerpt(self) -> str:
        """The words, as printed."""
        return self.prose.text.value[self.start : self.end]

    @property
    def place(self) -> Place:
        """Where they stand."""
        return self.prose.text.at(self.start, self.end)

    @property
    def related(self) -> Related:
        """It as a place besides another."""
        return Related(self.place, self.excerpt)

    def rewritten(self, new: str) -> tuple[Edit, ...]:
        """The edits that make ``new`` of the words; none where nothing can be said."""
        return rewritten(self.prose.text, self.start, self.end, new) if new else ()

    @property
    def order(self) -> tuple[int, ...]:
        """What sorts hits in reading order: that of their place."""
        return self.prose.text.point(self.start).order


#: So many texts that hold a word are searched one by one, which takes less than to search all in one.
_FEW = 12


class Lines(Struct, frozen=True, dict=True):
    """Texts joined by line ends; ``starts`` are their offsets in ``text``.

    ``letters`` are the characters of the text, and ``holding`` remembers which texts hold a word that
    some pattern needs.
    """

    values: tuple[str, ...]
    text: str
    starts: tuple[int, ...]
    letters: frozenset[str]
    holding: dict[str, tuple[int, ...] | None]

    @classmethod
    def of(cls, values: Iterable[str]) -> Lines:
        """Join the texts."""
        values = tuple(values)
        joined = "\n".join(values)
        return cls(values, joined, _starts(values), frozenset(joined), {})

    @cached_property
    def encoded(self) -> bytes:
        """The joined text as the patterns' library reads it.

        To encode the whole for each pattern takes longer than the search.
        """
        return self.text.encode()

    @cached_property
    def edges(self) -> tuple[int, ...]:
        """The offsets of the texts in what is encoded."""
        return _starts([value.encode() for value in self.values])

    def index(self, offset: int) -> int:
        """Which text stands at an offset of the joined one."""
        return bisect_right(self.starts, offset) - 1

    def touched(self, pattern: re2._Regexp) -> Iterable[int]:
        """The texts in which a match may be, in their order."""
        words = options.words(pattern)
        if words is None:
            return self._searched(pattern)
        found: set[int] = set()
        for word in words:
            places = self._holding(word)
            if places is None:
                return self._searched(pattern)
            found.update(places)
        return [at for at in sorted(found) if pattern.holds_behind(self.values[at])]

    def _holding(self, word: str) -> tuple[int, ...] | None:
        """The texts that hold a word; None where it stands there often."""
        if word not in self.holding:
            self.holding[word] = self._seldom(word) if self.letters.issuperset(word) else ()
        return self.holding[word]

    def _seldom(self, word: str) -> tuple[int, ...] | None:
        found: list[int] = []
        at = self.text.find(word)
        while at >= 0:
            if len(found) == _FEW:
                return None
            index = self.index(at)
            found.append(index)
            after = self.starts[index + 1 : index + 2]
            at = self.text.find(word, after[0]) if after else -1
        return tuple(found)

    def _searched(self, pattern: re2._Regexp) -> Iterator[int]:
        """The texts in which a match begins in the joined text.

        The search goes on with the next text, so that a match across two hides none in the second.
        """
        at = 0
        while at < len(self.values):
            begin = pattern.begins(self.encoded, self.edges[at])
            if begin is None:
                return
            found = bisect_right(self.edges, begin) - 1
            yield found
            at = found + 1

    def matching(self, pattern: re2._Regexp) -> Iterator[int]:
        """The texts in which a pattern finds something."""
        return (index for index in self.touched(pattern) if pattern.holds(self.values[index]))


def _starts(values: Sequence[Sized]) -> tuple[int, ...]:
    """The offset of each value where they are joined by one character."""
    return tuple(accumulate((len(value) + 1 for value in values[:-1]), initial=0))


class Concordance(Struct, frozen=True):
    """The pieces of a report and their joined text."""

    pieces: tuple[Prose, ...]
    lines: Lines

    @classmethod
    def of(cls, pieces: tuple[Prose, ...]) -> Concordance:
        """Join the pieces."""
        return cls(pieces, Lines.of(piece.text.value for piece in pieces))

    @property
    def text(self) -> str:
        """The joined text."""
        return self.lines.text

    def at(self, offset: int) -> tuple[Prose, int]:
        """The piece at an offset of the joined text, and the offset within it."""
        index = self.lines.index(offset)
        return self.pieces[index], offset - self.lines.starts[index]

    def find(self, pattern: re2._Regexp, roles: Collection[str] = PROSE) -> Iterator[Hit]:
        """Yield what a pattern finds in pieces of these roles, empty matches left out.

        The group ``at`` marks the words complained of; without it they are the whole match.
        """
        for piece in (self.pieces[index] for index in self.lines.touched(pattern)):
            if piece.role in roles:
                yield from _hits(piece, pattern)


def _hits(piece: Prose, pattern: re2._Regexp) -> Iterator[Hit]:
    """What a pattern finds in a piece."""
    named: dict[str, int] = pattern.groupindex
    at = named.get("at", 0)
    for match in pattern.finditer(piece.text.value):
        start, end = match.span(at)
        start, end = (start, end) if start >= 0 else match.span()
        if start < end:
            groups = {name: match[index] or "" for name, index in named.items()}
            if at:
                groups["at"] = piece.text.value[start:end]
            yield Hit(piece, start, end, groups)


def concordance(context: Context, role: str = "") -> Concordance:
    """The prose of a report, or the pieces of one of the roles that are none."""
    # Kept on the context like its own cached properties: every text rule of a run asks for it.
    memo: dict[str, Concordance] = vars(context).setdefault(_MEMO, {})
    if role not in memo:
        pieces = _PIECES.get(role, _prose)(context)
        memo[role] = Concordance.of(tuple(pieces))
    return memo[role]


def concordances(context: Context, roles: Collection[str]) -> Iterator[Concordance]:
    """All that holds pieces of these roles."""
    if PROSE.intersection(roles):
        yield concordance(context)
    for role in _APART:
        if role in roles:
            yield concordance(context, role)


def _prose(context: Context) -> Iterable[Prose]:
    return (piece for piece in context.prose if not _is_table(piece))


def _is_table(piece: Prose) -> bool:
    """Whether a paragraph is a table that was printed one cell a line, and has been joined."""
    if piece.role != "body" or len(piece.text.runs) < _FEWEST_CELLS:
        return False
    starts = line_starts(piece.text)
    return (
        len(starts) >= _FEWEST_CELLS
        and len(piece.text.value) <= len(starts) * _LONGEST_CELL
        and SENTENCE.isdisjoint(_FIGURE_COMMA.sub("", piece.text.value))
    )


def line_starts(text: Text) -> list[int]:
    """Where each line of the source begins in a text."""
    runs = text.runs
    turns = pairwise(runs)
    return [0, *(run.offset for last, run in turns if run.place.line != last.place.line)]


def _source_lines(piece: Prose, role: str) -> Iterator[Prose]:
    """Each line of the source as a piece of its own."""
    value, starts = piece.text.value, line_starts(piece.text)
    for start, end in zip(starts, (*starts[1:], len(value)), strict=True):
        text = Text(value[start:end], (Run(0, piece.text.point(start)),))
        yield Prose(piece.path, text, role)


def _lines(context: Context) -> Iterator[Prose]:
    """The lines before the first sentence of every paragraph."""
    for piece in context.prose:
        if piece.role == "body" and not _is_table(piece):
            lines = _source_lines(piece, "line")
            yield from takewhile(lambda line: SENTENCE.isdisjoint(line.text.value), lines)


def _contents(context: Context) -> Iterator[Prose]:
    """The entries of the contents page, each as in a section of its own, below that of its part."""
    part: tuple[Section, ...] = ()
    for entry in context.report.contents:
        number, level = split_number(entry.value)
        here = Section(entry, level or 0, number)
        part = (here,) if level == 1 else part
        yield Prose((here,) if here in part else (*part, here), entry, "contents")


def _cells(context: Context) -> Iterator[Prose]:
    """Every cell that holds words or a long number."""
    for path, text in context.cells:
        if _has_words(text):
            yield Prose(path, text, "cell")
    for piece in filter(_is_table, context.prose):
        yield from (cell for cell in _source_lines(piece, "cell") if _has_words(cell.text))


def _has_words(text: Text) -> bool:
    value = text.value
    return not value.isascii() or len(value) > _LONGEST_FIGURE or any(map(str.isalpha, value))


_PIECES: Mapping[str, Callable[[Context], Iterable[Prose]]] = {
    "cell": _cells,
    "contents": _contents,
    "line": _lines,
}


def headings(context: Context) -> str:
    """The headings of a report and the lines of its cover, one a line."""
    memo: dict[str, str] = vars(context)
    if _HEADINGS not in memo:
        cover = (piece.text.value for piece in context.prose if piece.role == "cover")
        named = (path[-1].heading.value for path in context.report.walk())
        memo[_HEADINGS] = "\n".join((*cover, *named))
    return memo[_HEADINGS]


def within(path: tuple[Section, ...], patterns: tuple[re2._Regexp, ...]) -> bool:
    """Whether one of the sections has a heading that one of the patterns finds."""
    return any(pattern.finds(section.heading.value) for section in path for pattern in patterns)


def squeeze(value: str) -> str:
    """A text without any white space, as headings and names are compared."""
    return "".join(value.split())


def clip(text: Text, start: int, end: int) -> str:
    """The words from ``start`` to ``end``, bounded by the text, on one line."""
    return squeeze(text.value[max(0, start) : end])
