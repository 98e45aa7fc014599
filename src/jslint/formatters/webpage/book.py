"""What the page numbers: the findings, the figures and the relations of each report of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.account import Fit, stand
from jslint.document import Section, Table
from jslint.formatters.fingerprints import anchors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from jslint.account import Judged, Stand
    from jslint.diagnostic import Diagnostic, Result, Seen
    from jslint.document import Key, Paragraph, Report, Text
    from jslint.run import Run


class Note(Struct, frozen=True):
    """A finding with its number; ``target`` is the id of what it speaks of in the report, if any.

    ``anchor`` is the id by which other pages lead to it: it stays when others come or go before it.
    """

    number: int
    found: Diagnostic
    target: str = ""
    anchor: str = ""


class Figure(Struct, frozen=True):
    """A figure with its id, the findings that accuse it and those that doubt it, and where it leads."""

    id: str
    seen: Seen
    accused: tuple[Note, ...] = ()
    doubted: tuple[Note, ...] = ()
    to: str = ""

    @property
    def notes(self) -> tuple[Note, ...]:
        """The findings that it is in, those that accuse it first."""
        return (*self.accused, *(one for one in self.doubted if one not in self.accused))

    @property
    def state(self) -> str:
        """``bad``, ``sus`` (disputed), ``un`` (not checked), or empty where it is right."""
        if self.accused:
            return "bad"
        if self.doubted:
            return "sus"
        return "" if self.seen.checked else "un"


class Book(Struct, frozen=True):
    """A report with all that the page says of it; ``words`` are findings on words, by their place.

    ``relations`` is the number of its first relation, ``index`` its own in the run.
    """

    run: Run
    result: Result
    index: int
    stand: Stand
    notes: tuple[Note, ...]
    figures: Mapping[Key, Figure]
    words: Mapping[Key, tuple[Note, ...]]
    relations: int

    @property
    def report(self) -> Report | None:
        """The report itself, where it was handed on."""
        return self.result.report

    def relation(self, number: int) -> str:
        """The id of a relation."""
        return f"r{self.relations + number}"

    def broken(self) -> list[Judged]:
        """The relations that do not hold."""
        return [one for one in self.stand.judged if one.fit in (Fit.EDGE, Fit.BROKEN)]


def books(run: Run) -> Iterator[Book]:
    """The reports of a run; numbers go on from one to the next, so that each is there once."""
    first, figures, relations = 1, 1, 1
    for index, result in enumerate(run.results, 1):
        book = _book(run, result, index, (first, figures, relations))
        yield book
        first += len(book.notes)
        figures += len(book.figures)
        relations += len(book.stand.judged)


def _book(run: Run, result: Result, index: int, since: tuple[int, int, int]) -> Book:
    first, figure, relation = since
    stands = stand(result.account)
    ids = {one.place.key: f"f{number}" for number, one in enumerate(result.account.figures, figure)}
    spots = frozenset(_spots(result.report)) if result.report else frozenset()
    marks = dict(zip(map(id, result.diagnostics), anchors(result), strict=True))
    notes = tuple(
        Note(number, found, _target(found, number, ids, spots), f"m{index}-{marks[id(found)]}")
        for number, found in enumerate(_ordered(result, spots), first)
    )
    words: dict[Key, tuple[Note, ...]] = {}
    for note in notes:
        if note.target.startswith("w"):
            key = note.found.place.key
            words[key] = (*words.get(key, ()), note)
    accused, doubted = _grouped(notes, _accused, ids), _grouped(notes, _doubted, ids)
    listed = {}
    for one in result.account.figures:
        key = one.place.key
        made = Figure(ids[key], one, accused.get(key, ()), doubted.get(key, ()))
        listed[key] = Figure(
            made.id, one, made.accused, made.doubted, _leads(made, stands, relation)
        )
    return Book(run, result, index, stands, notes, listed, words, relation)


def _leads(figure: Figure, stands: Stand, first: int) -> str:
    """The id of what a figure leads to: its finding, why it was not checked, or its first relation."""
    if figure.notes:
        return f"n{figure.notes[0].number}"
    numbers = stands.numbers.get(figure.seen.place.key)
    return f"r{first + numbers[0]}" if numbers and figure.seen.checked else f"u{figure.id[1:]}"


def _ordered(result: Result, spots: frozenset[Key]) -> list[Diagnostic]:
    """The gravest first, in reading order; last what has no place in the report."""
    return sorted(
        result.diagnostics,
        key=lambda found: (found.place.key not in spots, -found.severity.rank),
    )


def _target(found: Diagnostic, number: int, ids: Mapping[Key, str], spots: frozenset[Key]) -> str:
    key = found.place.key
    if key not in spots:
        return ""
    if key in ids and (found.figures or found.cause):
        return ids[key]
    return f"w{number}"


def _grouped(
    notes: Iterable[Note], keys_of: Callable[[Note], Iterator[Key]], ids: Mapping[Key, str]
) -> dict[Key, tuple[Note, ...]]:
    grouped: dict[Key, tuple[Note, ...]] = {}
    for note in notes:
        for key in dict.fromkeys(keys_of(note)):
            if key in ids:
                grouped[key] = (*grouped.get(key, ()), note)
    return grouped


def _accused(note: Note) -> Iterator[Key]:
    """The figures that a finding says are wrong."""
    cause = note.found.cause
    if cause and cause.suspects:
        yield from (one.place.key for one in cause.suspects)
    elif note.target.startswith("f") and not (cause and cause.alternatives):
        yield note.found.place.key


def _doubted(note: Note) -> Iterator[Key]:
    """The figures one of which a finding says is wrong."""
    cause = note.found.cause
    if cause and not cause.suspects and cause.alternatives:
        if note.target.startswith("f"):
            yield note.found.place.key
        yield from (one.place.key for each in cause.alternatives for one in each)


def _spots(report: Report) -> Iterator[Key]:
    """Every place of a report's text, and of its tables."""
    for text in texts(report):
        for offset in range(max(1, len(text.value))):
            yield text.point(offset).key
    for path in report.walk():
        for block in path[-1].blocks:
            if isinstance(block, Table):
                yield block.place.key


def texts(report: Report) -> Iterator[Text]:
    """Every text of a report, its contents first."""
    yield from report.contents
    for path in report.walk():
        yield path[-1].heading
        for block in path[-1].blocks:
            if not isinstance(block, Section):
                yield from _of(block)


def _of(block: Paragraph | Table) -> Iterator[Text]:
    if not isinstance(block, Table):
        yield block.text
        return
    yield block.title
    for row in block.rows:
        yield from row
    for note in block.notes:
        yield note.text
