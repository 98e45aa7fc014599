"""A text of the report with its figures and the words complained of as links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.formatters.phrases import joined, stands
from jslint.formatters.webpage.markup import tag, text
from jslint.formatters.webpage.said import say, severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.diagnostic import Diagnostic
    from jslint.document import Text
    from jslint.formatters.webpage.book import Book, Figure, Note

#: Words whose end nobody knows are marked so far.
_FAR = 20


class Piece(Struct, frozen=True):
    """A stretch of a text: a figure, or words complained of, or (``notes`` empty) plain text."""

    start: int
    end: int
    figure: Figure | None = None
    notes: tuple[Note, ...] = ()


class Ink:
    """Writes the texts of one report; each figure gets its id where it stands first."""

    def __init__(self, book: Book) -> None:
        """Begin without any text written."""
        self._book = book
        self._used: set[str] = set()

    def write(self, words: Text) -> str:
        """A text as HTML."""
        pieces = list(pieces_of(self._book, words))
        written = []
        last = 0
        for piece in pieces:
            written += [plain(words.value[last : piece.start]), self._piece(words, piece)]
            last = piece.end
        return "".join([*written, plain(words.value[last:])])

    def holds_figure(self, words: Text) -> bool:
        """Whether a text is, or has in it, a figure of the account."""
        return any(piece.figure for piece in pieces_of(self._book, words))

    def _piece(self, words: Text, piece: Piece) -> str:
        inside = plain(words.value[piece.start : piece.end])
        figure = piece.figure
        if figure is None:
            return self._words(inside, piece.notes)
        lang = self._book.run.lang
        extra = tuple(note for note in piece.notes if note not in figure.notes)
        notes = (*figure.notes, *extra)
        state = "bad" if extra and figure.state in ("", "un") else figure.state
        seen = figure.seen
        return tag(
            "a",
            inside,
            self._anchors(extra),
            self._number(notes, state),
            kind=" ".join(filter(None, ("f", state, _tone(notes)))),
            id=self._once(figure.id),
            href=f"#n{notes[0].number}" if notes else f"#{figure.to}",
            data_q=seen.of or None,
            data_p=stands(self._book.run, seen.place) or None,
            data_why=say(lang, "why-unchecked", reason=seen.reason) if state == "un" else None,
        )

    def _words(self, inside: str, notes: Sequence[Note]) -> str:
        place = notes[0].found.place
        return tag(
            "a",
            inside or text(say(self._book.run.lang, "blank")),
            self._anchors(notes),
            self._number(notes, "bad"),
            kind=f"t {_tone(notes)}",
            href=f"#n{notes[0].number}",
            data_p=stands(self._book.run, place) or None,
        )

    def _anchors(self, notes: Sequence[Note]) -> str:
        """Where links of the list to words lead; several findings may be on the same words."""
        targets = (self._once(note.target) for note in notes if note.target.startswith("w"))
        return "".join(tag("span", id=target) for target in targets if target)

    def _number(self, notes: Sequence[Note], state: str) -> str:
        if not notes:
            return ""
        lang = self._book.run.lang
        word = severity(lang, _gravest(notes)) if state == "bad" else say(lang, "disputed")
        return tag("sup", tag("i", text(word), " "), " ".join(str(one.number) for one in notes))

    def _once(self, name: str) -> str | None:
        if name in self._used:
            return None
        self._used.add(name)
        return name


def plain(words: str) -> str:
    """Text of the report; a soft break is none."""
    return text(joined(words))


def _gravest(notes: Sequence[Note]) -> str:
    return max((note.found.severity for note in notes), key=lambda one: one.rank).value


def _tone(notes: Sequence[Note]) -> str:
    """The class of the gravest finding."""
    return _gravest(notes)[0] if notes else ""


def pieces_of(book: Book, words: Text) -> Iterator[Piece]:
    """The figures and the words complained of, in order, none within another."""
    figures, spans = _found(book, words)
    if not figures and not spans:
        return
    taken = {figure.start: figure for figure in figures}
    apart = []
    for span in _merged(spans):
        free = list(_free(words.value, span, figures))
        if free:
            apart += [Piece(start, end, None, span.notes) for start, end in free]
            continue
        first = next(one for one in figures if one.end > span.start)
        taken[first.start] = Piece(first.start, first.end, first.figure, span.notes)
    yield from sorted([*taken.values(), *apart], key=lambda piece: (piece.start, piece.end))


def _found(book: Book, words: Text) -> tuple[list[Piece], list[Piece]]:
    figures: list[Piece] = []
    spans: list[Piece] = []
    met = set()
    for offset in range(max(1, len(words.value))):
        key = words.point(offset).key
        if key in met:
            continue
        met.add(key)
        figure, notes = book.figures.get(key), book.words.get(key, ())
        if figure is not None:
            figures.append(Piece(offset, _reach(words.value, offset, figure.seen.text), figure))
        spans += [Piece(offset, _extent(words, offset, one.found), None, (one,)) for one in notes]
    return figures, spans


def _reach(value: str, start: int, sought: str) -> int:
    """Where words end that a text has from ``start`` on, whatever blanks are between them."""
    end = start
    for char in sought:
        while end < len(value) and value[end].isspace():
            end += 1
        if value[end : end + 1] != char:
            return end
        end += 1
    return end


def _extent(words: Text, start: int, found: Diagnostic) -> int:
    place, value = found.place, words.value
    if place.end_line is not None and place.end_column is not None:
        last = place.end_line, place.end_column - 1
        for offset in range(start, len(value)):
            point = words.point(offset)
            if (point.line, point.column) == last:
                return offset + 1
        return len(value)
    sought = "".join(found.excerpt.split())
    end = _reach(value, start, sought)
    reached = "".join(value[start:end].split()) == sought
    return end if sought and reached else min(len(value), start + _FAR)


def _merged(spans: Sequence[Piece]) -> Iterator[Piece]:
    """The spans, those that overlap as one."""
    last: Piece | None = None
    for span in sorted(spans, key=lambda piece: (piece.start, -piece.end)):
        if last is not None and span.start < max(last.end, last.start + 1):
            last = Piece(last.start, max(last.end, span.end), None, (*last.notes, *span.notes))
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _free(value: str, span: Piece, figures: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """What of a span is no figure: the first such stretch, for one link to its finding is enough."""
    start = span.start
    within = [one for one in figures if one.end > span.start and one.start < span.end]
    for figure in within:
        if value[start : figure.start].strip():
            yield start, figure.start
            return
        start = figure.end
    if value[start : span.end].strip() or not within:
        yield start, span.end
