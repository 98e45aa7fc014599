"""A report while faults are planted: its lines, their marked figures, and how those hang together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from truth.book import CLOSE, OPEN, SPLIT, Linear, plain, shifted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from fractions import Fraction

    from truth.book import Figure, Relation
    from truth.composed import Report

_MARK = re.compile(f"{OPEN}(\\d+){SPLIT}([^{CLOSE}]*){CLOSE}")
_LEVELS = (("第.部分", 0), ("[一二三四五六七八九十]+、", 1), ("（[一二三四五六七八九十]+）", 2))
_DEEPEST = 3
_NUMBERED = r"第.部分\s*|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）"
_NUMERALS = ("", *"一二三四五六七八九十", "十一", "十二", "十三", "十四", "十五")
#: Amounts that are one to the fen, of so many fen at least, are one quantity wherever they stand.
_TELLING = 10_000


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a report: ``kind`` is heading, text, title (of a table) or row; ``form`` wrote it."""

    number: int
    text: str
    kind: str
    form: str
    level: int = _DEEPEST

    @property
    def plain(self) -> str:
        return plain(self.text)

    @property
    def view(self) -> str:
        """The line as the structured format would have it, in which seeded faults find their way."""
        margin = "    " * self.level
        if self.kind == "heading":
            return f"{margin}- heading: {self.plain}"
        if self.kind == "title":
            return f"{margin}    title: {self.plain}"
        return f"{margin}{'      ' if self.kind == 'row' else '  '}- {self.plain}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Lines in order, and what the generator knows of the figures that stand in them."""

    lines: tuple[Line, ...]
    figures: dict[int, Figure]
    relations: tuple[Relation, ...]

    @property
    def text(self) -> str:
        return "\n".join(line.plain for line in self.lines) + "\n"

    def views(self) -> list[str]:
        return [line.view for line in self.lines]

    def with_line(self, at: int, text: str) -> Sheet:
        """Another text in the place of a line; relations whose figures are gone go with them."""
        lines = (*self.lines[:at], replace(self.lines[at], text=text), *self.lines[at + 1 :])
        return self.with_lines(lines)

    def with_lines(self, lines: Iterable[Line]) -> Sheet:
        kept = tuple(lines)
        left = {int(key) for line in kept for key, _ in _MARK.findall(line.text)}
        relations = tuple(one for one in self.relations if left.issuperset(one.keys))
        return Sheet(kept, self.figures, relations)

    def printing(self, key: int, text: str) -> Sheet:
        """The figure of a key printed as another text."""
        figures = {**self.figures, key: replace(self.figures[key], text=text)}

        def changed(match: re.Match[str]) -> str:
            return f"{OPEN}{key}{SPLIT}{text}{CLOSE}" if int(match[1]) == key else match[0]

        lines = (
            replace(line, text=_MARK.sub(changed, line.text)) if f"{OPEN}{key}{SPLIT}" in line.text else line
            for line in self.lines
        )  # fmt: skip
        return Sheet(tuple(lines), figures, self.relations)

    def of(self, key: int) -> list[Relation]:
        """The relations in which a figure stands."""
        return [one for one in self.relations if key in one.keys]


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Words of a document: line and columns from 1, the end behind the last of them."""

    line: int
    column: int
    end: int
    quote: str = field(compare=False)


def spots(lines: Iterable[Line]) -> dict[int, Spot]:
    """Where each mark of some lines stands, by key; the first place where it stands twice."""
    found: dict[int, Spot] = {}
    number = 1
    for line in lines:
        for row in line.text.split("\n"):
            for key, start, text in marks(row):
                found.setdefault(key, Spot(number, start + 1, start + 1 + len(text), text))
            number += 1
    return found


def marks(text: str) -> Iterator[tuple[int, int, str]]:
    """The marks of a line: key, where it begins in the plain text, and its words."""
    taken = 0
    for match in _MARK.finditer(text):
        yield int(match[1]), match.start() - taken, match[2]
        taken += len(match[0]) - len(match[2])


def sheet(report: Report) -> Sheet:
    """The lines of a report with all figures in one book, and what is said of them in several places."""
    lines: list[Line] = [Line(at, text, "text", "title") for at, text in enumerate(report.head)]
    figures: dict[int, Figure] = {}
    relations: list[Relation] = []
    heading = ""
    for piece in report.pieces:
        by = len(figures)
        figures |= {key + by: figure for key, figure in piece.book.figures.items()}
        relations += [_moved(one, by) for one in piece.book.relations]
        table = piece.form.startswith("table")
        head = [piece.heading] if piece.heading and piece.heading != heading else []
        heading = piece.heading
        for text, kind in _kinds(head, piece.lines, table=table):
            level = _level(text) if kind == "heading" else _DEEPEST
            lines.append(Line(len(lines), shifted(text, by), kind, piece.form, level))
    made = Sheet(tuple(lines), figures, (*relations, *_elsewhere(figures)))
    return made.with_lines(lines)  # a form may draw a figure that it does not print


def renumbered(sheet: Sheet) -> Sheet:
    """Sections numbered without gaps: an extract's headings come from anywhere in a report."""
    lines, first, second = [], 0, 0
    for given in sheet.lines:
        line = given
        if line.kind == "heading" and (match := re.match(_NUMBERED, line.text)):
            deep = line.level == 2 and first > 0
            first, second = (first, second + 1) if deep else (first + 1, 0)
            number = f"（{_NUMERALS[second]}）" if deep else f"{_NUMERALS[first]}、"
            text = number + line.text[match.end() :]
            line = replace(line, text=text, level=2 if deep else 1)
        lines.append(line)
    return replace(sheet, lines=tuple(lines))


def _kinds(head: list[str], lines: Iterable[str], *, table: bool) -> Iterator[tuple[str, str]]:
    """The lines of a piece, each with its kind; those of a table begin with its title."""
    if not table:
        yield from ((text, "heading") for text in head)
        yield from ((text, "text") for text in lines)
        return
    titled = False
    for text in (*[""] * bool(head), *head, *lines):
        yield text, "row" if titled or not text else "title"
        titled = titled or bool(text)


def _level(text: str) -> int:
    return next((level for found, level in _LEVELS if re.match(found, plain(text))), _DEEPEST)


def _moved(one: Relation, by: int) -> Relation:
    """A relation whose keys are moved up."""
    if isinstance(one, Linear):
        return replace(one, terms=tuple((key + by, weight) for key, weight in one.terms))
    if hasattr(one, "rate"):
        top, bottom = (
            tuple((key + by, weight) for key, weight in terms) for terms in (one.top, one.bottom)
        )
        return replace(one, rate=one.rate + by, top=top, bottom=bottom)
    return replace(one, one=one.one + by, other=one.other + by)


def _elsewhere(figures: dict[int, Figure]) -> Iterator[Linear]:
    """Amounts printed in several places: each with the one before."""
    last: dict[tuple[int, Fraction], int] = {}
    for key, figure in sorted(figures.items()):
        if figure.fen is not None and abs(figure.fen) >= _TELLING:
            # What is printed in another unit, or as a difference, may differ in its last place.
            known = figure.fen, figure.value
            if known in last:
                yield Linear("elsewhere", ((last[known], 1), (key, -1)))
            last[known] = key
