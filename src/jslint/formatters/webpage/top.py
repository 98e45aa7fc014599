"""The top of the page: of whom, checked when and as what, and what it came to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint import __version__
from jslint.diagnostic import Severity
from jslint.formatters.account import percent
from jslint.formatters.webpage.markup import tag, text
from jslint.formatters.webpage.said import called, family, say, severity
from jslint.formatters.wording import say as said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jslint.diagnostic import Diagnostic
    from jslint.formatters.webpage.book import Book, Figure
    from jslint.run import Run


def name(run: Run, books: Sequence[Book]) -> tuple[str, str]:
    """What the page is of: the body and its year, or how many reports."""
    if len(books) != 1:
        shown = say(run.lang, "many", count=len(books)) if books else ""
        return said(run.lang, "results"), shown
    return body(books[0]), year(books[0])


def body(book: Book) -> str:
    """Whose report it is; where it does not say, the file."""
    unit = book.report.meta.unit.value if book.report else ""
    return "".join(unit.split("\n")) or book.result.path


def year(book: Book) -> str:
    """What report it is, of which year; empty where it does not say."""
    meta = book.report.meta if book.report else None
    if meta is None or meta.year is None:
        return ""
    return say(book.run.lang, "yearly", year=meta.year, kind=meta.kind)


def aside(book: Book) -> str:
    """What is said of a report besides its body's name: its year and its file."""
    path = book.result.path
    return " ".join(filter(None, (year(book), path if path != body(book) else "")))


def top(run: Run, books: Sequence[Book]) -> str:
    """The heading with verdict, counts and facts."""
    whose, what = name(run, books)
    kind, verdict = _verdict(run, books)
    return tag(
        "header",
        tag("p", text(say(run.lang, "page")), kind="kicker"),
        tag("h1", text(whose), " ", tag("span", text(what))),
        tag(
            "p",
            tag("strong", text(say(run.lang, kind)), kind=kind),
            tag("span", text(verdict)),
            kind="verdict",
        ),
        tag("div", _families(run), _figures(run, books), _facts(run, books), kind="sums"),
        _reports(run, books) if len(books) > 1 else "",
    )


def _verdict(run: Run, books: Sequence[Book]) -> tuple[str, str]:
    lang = run.lang
    count = {one: run.count(one) for one in Severity}
    blank = [book for book in books if book.result.blank]
    if not books or (len(blank) == len(books) and not count[Severity.ERROR]):
        reason = said(lang, "blank") if books else say(lang, "no-report")
        return "unable", say(lang, "verdict", parts=reason)
    kind = "failed" if count[Severity.ERROR] else "warned" if count[Severity.WARNING] else "passed"
    parts = [*_counts(lang, count), *_left(run, books)]
    return kind, say(lang, "verdict", parts=say(lang, "stop").join(parts))


def _counts(lang: str, count: dict[Severity, int]) -> Iterator[str]:
    if count[Severity.ERROR]:
        yield say(lang, "errors", count=count[Severity.ERROR])
    look = [
        say(lang, key, count=count[one])
        for key, one in (("warnings", Severity.WARNING), ("infos", Severity.INFO))
        if count[one]
    ]
    if look:
        yield say(lang, "look", what=said(lang, "comma").join(look))
    if not any(count.values()):
        yield say(lang, "faultless")


def _left(run: Run, books: Sequence[Book]) -> Iterator[str]:
    figures = _all(books)
    left = sum(not one.seen.checked for one in figures)
    if left:
        yield say(run.lang, "left", count=left)
    elif figures:
        yield say(run.lang, "all-checked")
    if run.failures:
        yield said(run.lang, "failed", count=len(run.failures))


def _all(books: Sequence[Book]) -> list[Figure]:
    return [figure for book in books for figure in book.figures.values()]


def _families(run: Run) -> str:
    """How many findings of each severity and family."""
    found = [one for _, one in run.diagnostics()]
    if not found:
        return ""
    names = sorted({family(one.rule) for one in found})
    heads = ["", *(called(run.lang, one) for one in names), say(run.lang, "sum")]
    rows = []
    for one in Severity:
        mine = [each for each in found if each.severity is one]
        if mine:
            row = [*(_count(mine, each) for each in names), str(len(mine))]
            rows.append(_row(severity(run.lang, one.value), row, one.value[0]))
    title = say(run.lang, "diagnostics")
    return _region(run, title, _table(title, heads, rows, "k p"))


def _region(run: Run, title: str, table: str) -> str:
    """A table that may be wider than a phone."""
    label = say(run.lang, "scroll", title=title)
    return tag("div", table, kind="wide", tabindex=0, role="region", aria_label=label)


def _count(found: Iterable[Diagnostic], name: str) -> str:
    return str(sum(family(one.rule) == name for one in found) or "")


def _table(caption: str, heads: Sequence[str], rows: Iterable[str], kind: str) -> str:
    first = "<td></td>" if not heads[0] else tag("th", text(heads[0]), scope="col")
    rest = (tag("th", text(head), scope="col") for head in heads[1:])
    return tag(
        "table",
        tag("caption", text(caption)),
        tag("thead", tag("tr", first, *rest)),
        tag("tbody", *rows),
        kind=kind,
    )


def _row(head: str, cells: Iterable[str], kind: str | None = None) -> str:
    return tag(
        "tr", tag("th", text(head), scope="row"), *(tag("td", one) for one in cells), kind=kind
    )


def _figures(run: Run, books: Sequence[Book]) -> str:
    figures = _all(books)
    if not figures:
        return ""
    heads = [say(run.lang, one) for one in ("all", "right", "wrong", "disputed", "unchecked")]
    prose = [one for one in figures if one.seen.table is None]
    cells = [one for one in figures if one.seen.table is not None]
    rows = [
        _row(say(run.lang, "prose"), _states(prose)),
        _row(say(run.lang, "cells"), _states(cells)),
        _row(say(run.lang, "sum"), _states(figures), "sum"),
    ]
    checked = sum(one.seen.checked for one in figures)
    share = percent(checked, len(figures))
    bar = (
        '<svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="all" width="100" height="4"/>'
        f'<rect class="chk" width="{100 * checked // len(figures)}" height="4"/></svg>'
    )
    told = say(run.lang, "share", all=len(figures), checked=checked, percent=share)
    table = _table(say(run.lang, "figures"), ["", *heads], rows, "k")
    return tag("div", table, tag("p", bar, text(told), kind="share"))


def _states(figures: Sequence[Figure]) -> Iterator[str]:
    yield str(len(figures))
    for state in ("", "bad", "sus", "un"):
        yield str(sum(one.state == state for one in figures) or "")


def _facts(run: Run, books: Sequence[Book]) -> str:
    lang = run.lang
    forms = dict.fromkeys(book.result.form or say(lang, "no-form") for book in books)
    packs = dict.fromkeys(pack for book in books for pack in book.result.packs)
    form = said(lang, "comma").join(forms)
    if packs:
        listed = ", ".join(packs)
        form += f"（{listed}）" if lang == "zh" else f" ({listed})"
    paths = [path for path in run.sources if path] or [book.result.path for book in books]
    paths += [one.path for one in run.failures if one.path not in paths]
    rows = [("form", form), ("files", said(lang, "comma").join(paths))]
    facts = [(say(lang, key), text(value)) for key, value in rows if value]
    if run.date:
        facts.append((say(lang, "date"), tag("time", text(_day(run)), datetime=run.date)))
    facts.append((say(lang, "program"), text(f"jslint {__version__}")))
    if run.config:
        facts.append(("", text(said(lang, "config", path=run.config))))
    rows_html = (tag("div", tag("dt", text(term)), tag("dd", told)) for term, told in facts)
    return tag("dl", *rows_html, kind="facts")


def _day(run: Run) -> str:
    day, _, time = run.date.partition("T")
    year_, month, number = day.split("-")
    return say(run.lang, "day", year=year_, month=int(month), day=int(number), time=time)


def _reports(run: Run, books: Sequence[Book]) -> str:
    """A row for each report, leading to it."""
    heads = [
        say(run.lang, "body"),
        *(severity(run.lang, one.value) for one in Severity),
        say(run.lang, "figures"),
        say(run.lang, "unchecked"),
    ]
    rows = []
    for book in books:
        link = tag("a", text(body(book)), href=f"#report-{book.index}")
        small = tag("small", text(aside(book)))
        found = [note.found.severity for note in book.notes]
        cells = [str(found.count(one) or "") for one in Severity]
        figures = book.figures.values()
        cells += [str(len(figures)), str(sum(not one.seen.checked for one in figures) or "")]
        head = tag("th", link, " ", small, scope="row")
        rows.append(tag("tr", head, *(tag("td", one) for one in cells)))
    title = say(run.lang, "reports")
    return _region(run, title, _table(title, heads, rows, "k many"))
