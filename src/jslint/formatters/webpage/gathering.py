"""One pass over the reports of a run, for all sections of a page together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.formatters.webpage import cards, ledger
from jslint.formatters.webpage.book import books
from jslint.formatters.webpage.gathered import Gathered
from jslint.formatters.webpage.markup import tag, text
from jslint.formatters.webpage.paper import paper
from jslint.formatters.webpage.top import body, line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.formatters.webpage.book import Book
    from jslint.run import Run


def gather(run: Run, file: str = "") -> Gathered:
    """What a page says of a run; ``file`` is the page's, where others lead to it."""
    gathered = Gathered(run)
    for book in books(run):
        gathered.lines.append(line(book, file or f"#report-{book.index}"))
        for note in book.notes:
            gathered.severities[note.found.severity] += 1
            gathered.rules.add(note.found.rule)
            gathered.sections[book.index, cards.section_of(note.found)] = None
        gathered.broken += len(book.broken())
        gathered.cards.add(cards.cards(book, many=gathered.many))
        gathered.papers.add(_paper(book, gathered))
        gathered.unchecked.add(ledger.unchecked_rows(book))
        gathered.relations.add(ledger.relation_rows(book))
        gathered.ignored.add(ledger.ignored_rows(book))
        gathered.known.add(ledger.known_rows(book))
        gathered.skipped.add(ledger.skipped_rows(book))
    return gathered


def _paper(book: Book, gathered: Gathered) -> Iterator[str]:
    if gathered.many:
        whose = tag("small", text(gathered.lines[-1].aside))
        yield tag("h3", text(body(book)), " ", whose, id=f"report-{book.index}", kind="whose")
    yield paper(book, 4 if gathered.many else 3)
