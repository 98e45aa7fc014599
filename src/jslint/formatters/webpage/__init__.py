"""html: the report itself with what was found in it, on one page that needs no network.

The page can be read without its script, which adds the panel, the filters and the keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint import __version__
from jslint.formatters.natural import natural
from jslint.formatters.places import where
from jslint.formatters.remarks import remarks
from jslint.formatters.webpage import assets, ledger
from jslint.formatters.webpage.cards import filters
from jslint.formatters.webpage.gathering import gather
from jslint.formatters.webpage.markup import items, tag, text
from jslint.formatters.webpage.said import say
from jslint.formatters.webpage.top import name, top
from jslint.formatters.wording import say as said
from jslint.phrases import mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TypeAlias

    from jslint.diagnostic import Result
    from jslint.formatters.webpage.gathered import Gathered
    from jslint.formatters.webpage.top import Line
    from jslint.run import Run

    #: HTML, or its pieces.
    _Element: TypeAlias = str | Iterator[str]

#: So long may the name of a file be that a page takes over.
_LONGEST = 60
_LANGUAGES = {"zh": "zh-CN", "en": "en"}
#: What the script says; it takes its words from the page.
_SPOKEN = (
    *("numbered", "state-right", "state-disputed", "same", "binds", "equal", "differs"),
    *("count", "some", "showing", "flat"),
)
_MARKS = ("colon", "comma")
#: What it fills into them itself.
_OPEN = {"n": "{n}", "count": "{n}", "all": "{of}"}


def pieces(run: Run) -> Iterator[str]:
    """The whole page."""
    gathered = gather(run)
    head = top(run, gathered.lines, listed=len(gathered.lines) > 1)
    yield from _page(run, gathered.lines, [_skips(gathered), head, *_main(gathered)])


def pages(run: Run) -> Iterator[tuple[str, str]]:
    """A page for each report, with the name of its file, and at last ``index.html`` over them."""
    lines = []
    for number, result in enumerate(run.results, 1):
        file = file_of(number, len(run.results), result.path)
        alone = replace(run, results=(result,), failures=(), pairs=(), sources=_of(run, result))
        gathered = gather(alone, file)
        lines += gathered.lines
        home = tag("nav", tag("a", text(say(run.lang, "overview")), href="index.html"))
        head = top(alone, gathered.lines, listed=False)
        body = [_skips(gathered), home, head, *_main(gathered)]
        yield file, "".join(_page(alone, gathered.lines, body))
    lines.sort(key=lambda one: natural(f"{one.body} {one.year} {one.path}"))
    head = top(run, lines, listed=True)
    body = [head, "<main>", *_unread(run), ledger.rules(run), "</main>"]
    yield "index.html", "".join(_page(run, lines, body))


def file_of(number: int, reports: int, path: str) -> str:
    """What the page of a report is called: so many there are, and it is the one of this number."""
    return f"{number:0{len(str(reports))}}-{_safe(path)}.html"


def _of(run: Run, result: Result) -> dict[str, tuple[str, ...]]:
    """The files that a report was joined from; those of another name other paths."""
    named = {found.place.path for found in result.diagnostics}
    named |= {figure.place.path for figure in result.account.figures}
    return {path: lines for path, lines in run.sources.items() if path in named}


def _safe(path: str) -> str:
    """The name of a file without what a file system or a link would mind."""
    stem = path.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return "".join(char if char.isalnum() else "-" for char in stem)[:_LONGEST]


def _page(run: Run, lines: Sequence[Line], body: Iterable[_Element]) -> Iterator[str]:
    """A document around its elements, each of which ends a line; those in which nothing is are left out."""
    whole: list[_Element] = [
        "<!doctype html>",
        f'<html lang="{_LANGUAGES[run.lang]}">',
        *_head(run, lines),
        "<body>",
        *body,
        tag("p", kind="vh", role="status", id="say"),
        f"<script>{assets.SCRIPT}</script>",
        "</body>",
        "</html>",
    ]
    for element in whole:
        written = False
        for piece in (element,) if isinstance(element, str) else element:
            yield piece
            written = written or bool(piece)
        if written:
            yield "\n"


def _head(run: Run, lines: Sequence[Line]) -> Iterator[str]:
    yield "<head>"
    yield '<meta charset="utf-8">'
    # By this a file is known as one that may be written again.
    yield f'<meta name="generator" content="jslint {__version__}">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{assets.POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield tag("title", text(" ".join(filter(None, name(run, lines)))))
    yield f"<style>{assets.STYLE}</style>"
    yield "</head>"


def _skips(gathered: Gathered) -> str:
    lang = gathered.run.lang
    if not gathered.lines:
        return ""
    to_list = tag("a", text(say(lang, "to-list")), kind="skip", href="#list")
    return to_list + tag("a", text(say(lang, "to-report")), kind="skip", href="#report")


def _main(gathered: Gathered) -> Iterator[_Element]:
    run = gathered.run
    yield "<main>"
    yield from _unread(run)
    if gathered.lines:
        yield '<div class="two">'
        yield from _list(gathered)
        yield from _report(gathered)
        yield "</div>"
        yield ledger.unchecked(gathered)
        yield _accepted(gathered)
        yield ledger.relations(gathered)
        yield ledger.folded(run.lang, gathered.skipped, "skipped")
        yield ledger.rules(run)
    yield "</main>"


def _accepted(gathered: Gathered) -> Iterator[str]:
    yield from ledger.folded(gathered.run.lang, gathered.ignored, "ignored")
    yield from ledger.folded(gathered.run.lang, gathered.known, "old")


def _unread(run: Run) -> Iterator[str]:
    missed = items(map(text, _missed(run)))
    if missed:
        head = tag("h2", text(say(run.lang, "not-read")))
        yield tag("section", head, missed, kind="tail", id="missed")


def _missed(run: Run) -> Iterator[str]:
    for failure in run.failures:
        yield f"{said(run.lang, 'unreadable')}: {failure.path}: {failure.why(run.lang)}"
    for remark in remarks(run):
        yield f"{where(remark.path, remark.place)}: {remark.text}"


def _list(gathered: Gathered) -> Iterator[_Element]:
    lang, count = gathered.run.lang, gathered.severities.total()
    shown = tag("small", text(say(lang, "count", count=count)), id="shown")
    head = tag("h2", text(say(lang, "diagnostics")), " ", shown, id="list-h", tabindex=-1)
    yield '<section id="list" aria-labelledby="list-h">'
    yield tag("div", head, filters(gathered) if count else "", kind="bar")
    yield '<div id="cards">'
    yield gathered.cards.pieces()
    yield "</div>"
    empty = say(lang, "none" if count else "nothing")
    yield tag("p", text(empty), id="none", hidden=count > 0)
    yield "</section>"


def _report(gathered: Gathered) -> Iterator[_Element]:
    run = gathered.run
    words = {f"data-{key}": say(run.lang, key, **_OPEN) for key in _SPOKEN}
    words |= {f"data-{key}": mark(run.lang, key) for key in _MARKS}
    spoken = "".join(f' {key}="{text(value)}"' for key, value in words.items())
    yield f'<article id="report" aria-labelledby="report-h"{spoken}>'
    head = tag("h2", text(say(run.lang, "report")), id="report-h")
    yield tag("div", head, _key(run), kind="bar")
    yield '<div id="paper" class="paper">'
    yield gathered.papers.pieces()
    yield "</div>"
    yield _panel(run)
    yield tag("p", text(say(run.lang, "keys")), id="keys", hidden=True)
    yield "</article>"


def _key(run: Run) -> str:
    """What the figures' looks mean."""
    number = tag("sup", "1")
    looks = (
        ("f", "", "key-right"),
        ("f bad e", number, "key-wrong"),
        ("f sus e", number, "key-disputed"),
        ("f un", "", "key-unchecked"),
    )
    rows = "".join(
        tag("li", tag("span", "12.30", sup, kind=kind), " ", text(say(run.lang, told)))
        for kind, sup, told in looks
    )
    return tag("ul", rows, kind="legend", aria_label=say(run.lang, "key"))


def _panel(run: Run) -> str:
    buttons = "".join(
        tag("button", text(say(run.lang, key)), type="button", id=name_)
        for key, name_ in (
            ("previous", "prev"),
            ("next", "next"),
            ("back", "back"),
            ("close", "close"),
        )
    )
    head = tag("h2", id="panel-h", tabindex=-1) + tag("div", buttons, kind="pnav")
    return tag(
        "aside",
        tag("div", head, kind="phead"),
        tag("div", id="pbody"),
        id="panel",
        hidden=True,
        aria_labelledby="panel-h",
    )
