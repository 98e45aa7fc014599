"""The top of the page: of whom, checked when and as what, and what it came to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint import __version__
from jslint.diagnostic import Severity
from jslint.formatters.account import percent
from jslint.formatters.remarks import together
from jslint.formatters.totals import compared
from jslint.formatters.webpage.markup import tag, text
from jslint.formatters.webpage.said import called, family, say, severity
from jslint.formatters.wording import say as said
from jslint.phrases import bracketed, clauses, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jslint.diagnostic import Diagnostic
    from jslint.formatters.webpage.book import Book, Figure
    from jslint.run import Run
#: So many files are named.
_FEW = 8


class Line(Struct, frozen=True):
    """What the top says of one report; ``prose`` and ``cells`` are its figures by state, all first."""

    href: str
    body: str
    year: str
    path: str
    form: str
    packs: tuple[str, ...]
    blank: bool
    found: tuple[int, ...]
    prose: tuple[int, ...]
    cells: tuple[int, ...]

    @property
    def aside(self) -> str:
        """What is said of it besides its body's name: its year and its file."""
        return " ".join(filter(None, (self.year, self.path if self.path != self.body else "")))

    @property
    def figures(self) -> tuple[int, ...]:
        """All figures by state."""
        return tuple(map(sum, zip(self.prose, self.cells, strict=True)))


def line(book: Book, href: str) -> Line:
    """A report for the top of a page, where it stands at ``href``."""
    found = [note.found.severity for note in book.notes]
    figures = book.figures.values()
    return Line(
        href,
        body(book),
        _year(book),
        book.result.path,
        book.result.form,
        book.result.packs,
        book.result.blank,
        tuple(found.count(one) for one in Severity),
        _states([one for one in figures if one.seen.table is None]),
        _states([one for one in figures if one.seen.table is not None]),
    )


def _states(figures: Sequence[Figure]) -> tuple[int, ...]:
    by_state = (sum(one.state == state for one in figures) for state in ("", "bad", "sus", "un"))
    return (len(figures), *by_state)


def body(book: Book) -> str:
    """Whose report it is; where it does not say, the file."""
    unit = book.report.meta.unit.value if book.report else ""
    return "".join(unit.split("\n")) or book.result.path


def _year(book: Book) -> str:
    """What report it is, of which year; empty where it does not say."""
    meta = book.report.meta if book.report else None
    if meta is None or meta.year is None:
        return ""
    return say(book.run.lang, "yearly", year=meta.year, kind=meta.kind)


def name(run: Run, lines: Sequence[Line]) -> tuple[str, str]:
    """What the page is of: the body and its year, or how many reports."""
    if len(lines) != 1:
        shown = say(run.lang, "many", count=len(lines)) if lines else ""
        return said(run.lang, "results"), shown
    return lines[0].body, lines[0].year


def top(run: Run, lines: Sequence[Line], *, listed: bool) -> str:
    """The heading with verdict, counts and facts, and, ``listed``, a row for each report."""
    whose, what = name(run, lines)
    kind, verdict = _verdict(run, lines)
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
        tag("div", _families(run), _figures(run, lines), _facts(run, lines), kind="sums"),
        _reports(run, lines) if listed else "",
    )


def _verdict(run: Run, lines: Sequence[Line]) -> tuple[str, str]:
    lang = run.lang
    count = {one: run.count(one) for one in Severity}
    if not lines or (all(one.blank for one in lines) and not count[Severity.ERROR]):
        reason = said(lang, "blank") if lines else say(lang, "no-report")
        return "unable", say(lang, "verdict", parts=reason)
    kind = "failed" if count[Severity.ERROR] else "warned" if count[Severity.WARNING] else "passed"
    found = list(_counts(lang, count)) or [_faultless(run)]
    return kind, say(lang, "verdict", parts=clauses(lang, [*found, *_left(run, lines)]))


def _faultless(run: Run) -> str:
    """What it means that nothing is reported: little where much is known or accepted."""
    if any(True for _ in run.known()):
        return said(run.lang, "clean-anew")
    accepted = any(True for _ in run.accepted())
    return said(run.lang, "clean-besides") if accepted else say(run.lang, "faultless")


def _counts(lang: str, count: dict[Severity, int]) -> Iterator[str]:
    if count[Severity.ERROR]:
        yield say(lang, "errors", count=count[Severity.ERROR])
    look = [
        say(lang, key, count=count[one])
        for key, one in (("warnings", Severity.WARNING), ("infos", Severity.INFO))
        if count[one]
    ]
    if look:
        yield say(lang, "look", what=listed(lang, look))


def _left(run: Run, lines: Sequence[Line]) -> Iterator[str]:
    figures = sum(one.figures[0] for one in lines)
    left = sum(one.figures[-1] for one in lines)
    if left:
        yield say(run.lang, "left", count=left)
    elif figures:
        yield say(run.lang, "all-checked")
    accepted = sum(1 for _ in run.accepted())
    if accepted:
        yield say(run.lang, "accepted", count=accepted)
    if run.baseline:
        yield from compared(run, sum(1 for _ in run.known()))
    if run.failures:
        yield said(run.lang, "failed", count=len(run.failures))


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


def _figures(run: Run, lines: Sequence[Line]) -> str:
    every = _summed([one.figures for one in lines])
    if not every or not every[0]:
        return ""
    heads = [say(run.lang, one) for one in ("all", "right", "wrong", "disputed", "unchecked")]
    rows = [
        _row(say(run.lang, "prose"), _shown(_summed([one.prose for one in lines]))),
        _row(say(run.lang, "cells"), _shown(_summed([one.cells for one in lines]))),
        _row(say(run.lang, "sum"), _shown(every), "sum"),
    ]
    checked = sum(figure.checked for _, figure in run.figures())
    bar = (
        '<svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="all" width="100" height="4"/>'
        f'<rect class="chk" width="{100 * checked // every[0]}" height="4"/></svg>'
    )
    share = percent(checked, every[0])
    told = say(run.lang, "share", all=every[0], checked=checked, percent=share)
    title = say(run.lang, "figures")
    table = _region(run, title, _table(title, ["", *heads], rows, "k"))
    return tag("div", table, tag("p", bar, text(told), kind="share"))


def _summed(rows: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(map(sum, zip(*rows, strict=True)))


def _shown(counts: Sequence[int]) -> Iterator[str]:
    yield str(counts[0])
    yield from (str(count or "") for count in counts[1:])


def _facts(run: Run, lines: Sequence[Line]) -> str:
    lang = run.lang
    form = listed(lang, dict.fromkeys(one.form or say(lang, "no-form") for one in lines))
    packs = ", ".join(dict.fromkeys(pack for one in lines for pack in one.packs))
    form += bracketed(lang, packs)
    paths = [path for path in run.sources if path] or [one.path for one in lines]
    paths += [one.path for one in run.failures if one.path not in paths]
    shown = listed(lang, paths[:_FEW])
    if len(paths) > _FEW:
        shown += say(lang, "and-others", count=len(paths))
    rows = [("form", form), ("files", shown)]
    facts = [(say(lang, key), text(value)) for key, value in rows if value]
    if run.date:
        facts.append((say(lang, "date"), tag("time", text(_day(run)), datetime=run.date)))
    facts.append((say(lang, "program"), text(f"jslint {__version__}")))
    if run.config:
        facts.append(("", text(said(lang, "config", path=run.config))))
    facts += [("", text(one)) for one in together(run)]
    rows_html = (tag("div", tag("dt", text(term)), tag("dd", told)) for term, told in facts)
    return tag("dl", *rows_html, kind="facts")


def _day(run: Run) -> str:
    day, _, time = run.date.partition("T")
    year_, month, number = day.split("-")
    return say(run.lang, "day", year=year_, month=int(month), day=int(number), time=time)


def _reports(run: Run, lines: Sequence[Line]) -> str:
    """A row for each report, leading to it."""
    heads = [
        say(run.lang, "body"),
        *(severity(run.lang, one.value) for one in Severity),
        say(run.lang, "figures"),
        say(run.lang, "unchecked"),
    ]
    rows = []
    for one in lines:
        link = tag("a", text(one.body), href=one.href)
        head = tag("th", link, " ", tag("small", text(one.aside)), scope="row")
        cells = [str(count or "") for count in one.found]
        cells += [str(one.figures[0]), str(one.figures[-1] or "")]
        rows.append(tag("tr", head, *(tag("td", cell) for cell in cells)))
    title = say(run.lang, "reports")
    return _region(run, title, _table(title, heads, rows, "k many"))
