"""The report itself, set as a document with its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.document import Section, Table
from jslint.formatters.webpage.ink import Ink, plain
from jslint.formatters.webpage.markup import tag, text
from jslint.formatters.webpage.said import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.document import Paragraph, Report, Text
    from jslint.formatters.webpage.book import Book

#: The deepest heading of HTML.
_DEEPEST = 6


def paper(book: Book, level: int) -> str:
    """A report's contents and sections; its headings begin at a level."""
    if book.report is None:
        return tag("p", text(say(book.run.lang, "no-text")), kind="none")
    return "\n".join(filter(None, _Paper(book).report(book.report, level)))


class _Paper:
    """Writes a report in reading order."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._lang = book.run.lang
        self._ink = Ink(book)

    def report(self, report: Report, level: int) -> Iterator[str]:
        front = [one for one in report.sections if one.level == 0]
        for section in front:
            yield from self._section(section, level)
        if report.contents:
            rows = "\n".join(tag("li", self._ink.write(one)) for one in report.contents)
            name = say(self._lang, "contents")
            head = tag("summary", text(name))
            yield tag("details", head, tag("ul", rows), kind="contents")
        for section in report.sections:
            if section.level:
                yield from self._section(section, level)

    def _section(self, section: Section, level: int) -> Iterator[str]:
        yield "<section>"
        deeper = level
        if section.heading:
            heading = self._ink.write(section.heading)
            yield tag(
                f"h{min(level, _DEEPEST)}", heading, kind="part" if section.level == 1 else None
            )
            deeper = level + 1
        yield from self._blocks(section, deeper)
        yield "</section>"

    def _blocks(self, section: Section, level: int) -> Iterator[str]:
        unit = ""
        for block in section.blocks:
            if isinstance(block, Table):
                yield from self._table(block, unit)
                unit = ""
                continue
            yield unit
            unit = ""
            if isinstance(block, Section):
                yield from self._section(block, level)
            elif block.role == "unit":  # it belongs to the table below, whose title comes first
                unit = self._paragraph(block)
            else:
                yield self._paragraph(block)
        yield unit

    def _paragraph(self, paragraph: Paragraph) -> str:
        role = None if paragraph.role == "body" else paragraph.role
        return tag("p", self._ink.write(paragraph.text), kind=role)

    def _table(self, table: Table, unit: str) -> Iterator[str]:
        name = plain(table.title.value) or say(self._lang, "table")
        title = self._ink.write(table.title)
        notes = self._book.words.get(table.place.key, ())
        if notes and not any(f'id="{note.target}"' in title for note in notes):
            title += self._ink._words(say(self._lang, "table"), notes)  # noqa: SLF001
        if title:
            yield tag("p", title, kind="title")
        yield unit
        if table.unread:
            why = say(self._lang, "table-unread", reason=table.unread)
            yield tag("p", text(why), kind="unit")
        label = say(self._lang, "scroll", title=name)
        head, body = self._rows(table)
        yield (
            f'<div class="wide" tabindex="0" role="region" aria-label="{label}"><table>'
            f"{head}{body}</table></div>"
        )
        for note in table.notes:
            yield tag("p", self._ink.write(note.text), kind="note")

    def _rows(self, table: Table) -> tuple[str, str]:
        split = table.header_rows or self._headless(table.rows)
        head = "\n".join(self._row(row, heads=True) for row in _spans(table.rows[:split]))
        body = "\n".join(self._row(row, heads=False) for row in _spans(table.rows[split:]))
        return (
            tag("thead", head) if head else "",
            tag("tbody", body) if body else "",
        )

    def _headless(self, rows: Sequence[tuple[Text, ...]]) -> int:
        """How many rows of a table stand above its figures, where nobody said."""
        with_figures = (
            number for number, row in enumerate(rows) if any(map(self._ink.holds_figure, row))
        )
        return next(with_figures, min(1, len(rows)))

    def _row(self, cells: Sequence[tuple[Text, int, int]], *, heads: bool) -> str:
        named = False
        written = []
        for words, across, down in cells:
            inside = self._ink.write(words)
            figure = 'class="f' in inside
            heading = heads and bool(words) and not figure
            names = not heads and not named and not figure and _is_name(words.value)
            named = named or names
            written.append(
                tag(
                    "th" if heading or names else "td",
                    inside,
                    scope=("col" if heads else "row") if heading or names else None,
                    kind="q" if figure else None,
                    colspan=across if across > 1 else None,
                    rowspan=down if down > 1 else None,
                )
            )
        return tag("tr", *written)


def _is_name(words: str) -> bool:
    """Whether a cell names its row: it has letters in it."""
    return any(char.isalpha() for char in words)


def _spans(rows: Sequence[tuple[Text, ...]]) -> Iterator[list[tuple[Text, int, int]]]:
    """The cells of each row with the columns and rows each covers; covered ones left out."""
    covered: set[tuple[int, int]] = set()
    for at, row in enumerate(rows):
        cells = []
        for column, words in enumerate(row):
            if (at, column) in covered:
                continue
            across, down = _extent(rows, at, column)
            covered |= {(at + y, column + x) for y in range(down) for x in range(across)}
            cells.append((words, across, down))
        yield cells


def _extent(rows: Sequence[tuple[Text, ...]], at: int, column: int) -> tuple[int, int]:
    """How many columns and rows a merged cell covers: they all hold the same text, not its like."""
    words, row = rows[at][column], rows[at]
    if not words:
        return 1, 1
    across = 1
    while column + across < len(row) and row[column + across] is words:
        across += 1
    down = 1
    while at + down < len(rows) and all(
        one is words for one in rows[at + down][column : column + across]
    ):
        down += 1
    return across, down
