"""What stands behind the page: figures not checked, all relations, rules not applied, rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.account import Fit
from jslint.formatters.computations import cited, label
from jslint.formatters.phrases import heading, stands
from jslint.formatters.webpage.markup import start, tag, text
from jslint.formatters.webpage.said import say
from jslint.formatters.wording import say as said
from jslint.harmful import clean
from jslint.phrases import clauses
from jslint.relation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.account import Judged
    from jslint.diagnostic import Diagnostic
    from jslint.document import Key, Place
    from jslint.formatters.webpage.book import Book
    from jslint.formatters.webpage.gathered import Gathered, Rows
    from jslint.run import Run


def unchecked(gathered: Gathered) -> Iterator[str]:
    """The figures that no rule looked at, with the reason."""
    rows, lang = gathered.unchecked, gathered.run.lang
    if not rows.count:
        return
    heads = [say(lang, one) for one in ("printed", "what", "where", "reason")]
    name = say(lang, "unchecked-figures")
    count = tag("small", text(say(lang, "how-many", count=rows.count)))
    scroll = say(lang, "scroll", title=name)
    yield start("section", kind="tail", id="unchecked")
    yield tag("h2", text(name), " ", count)
    yield start("div", kind="wide", tabindex=0, role="region", aria_label=scroll)
    yield start("table", kind="u")
    yield tag("thead", tag("tr", *(tag("th", text(head), scope="col") for head in heads)))
    yield "<tbody>"
    yield from rows.pieces()
    yield "</tbody></table></div></section>"


def unchecked_rows(book: Book) -> Iterator[str]:
    """Those of a report."""
    for figure in book.figures.values():
        seen = figure.seen
        if seen.checked:
            continue
        link = tag("a", text(seen.text), href=f"#{figure.id}")
        place = " ".join(filter(None, (seen.section, stands(book.run, seen.place))))
        told = (label(book.run.lang, seen, book.result.account), place, seen.reason)
        cells = "".join(tag("td", text(one)) for one in told)
        yield tag("tr", tag("td", link), cells, id=f"u{figure.id[1:]}")


def relations(gathered: Gathered) -> Iterator[str]:
    """Every relation with its computation; the script shows from here what binds a figure."""
    rows, lang, broken = gathered.relations, gathered.run.lang, gathered.broken
    if not rows.count:
        return
    told = say(lang, "relations", count=rows.count, holding=rows.count - broken, broken=broken)
    yield start("details", kind="tail", id="ledger")
    yield tag("summary", tag("h2", text(say(lang, "ledger")), " ", tag("small", text(told))))
    yield "<ul>"
    yield from rows.pieces()
    yield "</ul></details>"


def relation_rows(book: Book) -> Iterator[str]:
    """Those of a report."""
    for number, judged in enumerate(book.stand.judged):
        yield _relation(book, number, judged)


def _relation(book: Book, number: int, judged: Judged) -> str:
    pieces: list[str] = []

    def cite(name: str, printed: str, key: Key) -> str:
        figure = book.figures.get(key)
        shown = text(printed)
        link = tag("a", shown, href=f"#{figure.id}") if figure else shown
        pieces.append(f"{text(name)} {link}".lstrip())
        return f"\x01{len(pieces) - 1}\x02"

    told = cited(book.run.lang, judged, book.result.account, book.stand, cite)
    broken = judged.fit in (Fit.EDGE, Fit.BROKEN)
    rules = clauses(book.run.lang, (heading(book.run, rule) for rule in judged.rules))
    same = judged.relation is not None and judged.relation.kind is Kind.EQUALITY
    return tag(
        "li",
        _filled(told, pieces),
        " ",
        tag("small", text(rules)),
        id=book.relation(number),
        kind="x" if broken else None,
        data_k="same" if same else None,
    )


def _filled(told: str, pieces: Sequence[str]) -> str:
    """A computation with its figures, which ``cite`` has put aside, in their places."""
    first, *rest = told.split("\x01")
    filled = [text(first)]
    for one in rest:
        number, _, after = one.partition("\x02")
        filled += [pieces[int(number)], text(after)]
    return "".join(filled)


def skipped_rows(book: Book) -> Iterator[str]:
    """The rules that could not be applied to a report, with the reason."""
    for one in book.result.unchecked:
        yield _item(_told(heading(book.run, one.rule), one.reason, _at(book, one.place)))


def ignored_rows(book: Book) -> Iterator[str]:
    """What somebody has accepted in a report, with the reason."""
    for one in book.result.suppressed:
        yield _item(_told(_finding(book, one.diagnostic), f"{one.reason} {one.until}".strip()))


def known_rows(book: Book) -> Iterator[str]:
    """What stands in the baseline of a report."""
    for one in book.result.known:
        yield _item(_finding(book, one))


def _finding(book: Book, found: Diagnostic) -> str:
    return _told(heading(book.run, found.rule), found.message, _at(book, found.place))


def _told(what: str, why: str, place: str = "") -> str:
    return ": ".join(filter(None, (place, what, why)))


def _at(book: Book, place: Place | None) -> str:
    return stands(book.run, place) if place else ""


def _item(words: str) -> str:
    return tag("li", text(words))


def folded(lang: str, rows: Rows, name: str) -> Iterator[str]:
    """Such rows, folded below what they are called."""
    if not rows.count:
        return
    count = tag("small", text(say(lang, "places", count=rows.count)))
    yield start("details", kind="tail", id=name)
    yield tag("summary", tag("h2", text(say(lang, name)), " ", count))
    yield "<ul>"
    yield from rows.pieces()
    yield "</ul></details>"


def rules(run: Run) -> str:
    """The rules that were broken, in short."""
    found = {rule for _, one in run.diagnostics() for rule in (one.rule, *one.also)}
    rows = []
    for rule in sorted(found & run.entries.keys()):
        entry = run.entries[rule]
        basis = entry.told(run.lang, "basis")
        basis = said(run.lang, "basis") + basis if basis else ""
        told = tag(
            "dd",
            text(entry.told(run.lang, "reason") or entry.called(run.lang)),
            tag("span", text(basis)),
        )
        rows.append(tag("div", tag("dt", text(heading(run, rule))), told, id=clean(rule)))
    if not rows:
        return ""
    name = tag("h2", text(say(run.lang, "rules")))
    return tag("section", name, tag("dl", *rows), kind="tail", id="rules")
