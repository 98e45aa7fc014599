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
from jslint.formatters.webpage.book import books
from jslint.formatters.webpage.cards import cards, filters
from jslint.formatters.webpage.markup import items, tag, text
from jslint.formatters.webpage.paper import paper
from jslint.formatters.webpage.said import say
from jslint.formatters.webpage.top import body, line, name, top
from jslint.formatters.wording import say as said
from jslint.phrases import mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.diagnostic import Result
    from jslint.formatters.webpage.book import Book
    from jslint.formatters.webpage.top import Line
    from jslint.run import Run

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
    """The whole page, in one piece."""
    made = books(run)
    lines = [line(book, f"#report-{book.index}") for book in made]
    skips = _skips(run, made)
    yield _page(run, lines, [skips, top(run, lines, listed=len(made) > 1), *_main(run, made)])


def pages(run: Run) -> Iterator[tuple[str, str]]:
    """A page for each report, with the name of its file, and at last ``index.html`` over them."""
    lines = []
    for number, result in enumerate(run.results, 1):
        file = file_of(number, len(run.results), result.path)
        alone = replace(run, results=(result,), failures=(), pairs=(), sources=_of(run, result))
        (book,) = made = books(alone)
        listed = line(book, file)
        lines.append(listed)
        home = tag("nav", tag("a", text(say(run.lang, "overview")), href="index.html"))
        yield (
            file,
            _page(
                alone,
                [listed],
                [
                    _skips(alone, made),
                    home,
                    top(alone, [listed], listed=False),
                    *_main(alone, made),
                ],
            ),
        )
    lines.sort(key=lambda one: natural(f"{one.body} {one.year} {one.path}"))
    head = top(run, lines, listed=True)
    yield (
        "index.html",
        _page(run, lines, [head, "<main>", *_unread(run), ledger.rules(run), "</main>"]),
    )


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


def _page(run: Run, lines: Sequence[Line], body: Sequence[str]) -> str:
    """A document around its parts."""
    whole = [
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
    return "\n".join(one for one in whole if one) + "\n"


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


def _skips(run: Run, made: Sequence[Book]) -> str:
    if not made:
        return ""
    to_list = tag("a", text(say(run.lang, "to-list")), kind="skip", href="#list")
    return to_list + tag("a", text(say(run.lang, "to-report")), kind="skip", href="#report")


def _main(run: Run, made: Sequence[Book]) -> Iterator[str]:
    yield "<main>"
    yield from _unread(run)
    if made:
        yield '<div class="two">'
        yield from _list(run, made)
        yield from _report(run, made)
        yield "</div>"
        yield ledger.unchecked(made)
        yield ledger.accepted(made)
        yield ledger.ledger(made)
        yield ledger.skipped(made)
        yield ledger.rules(run)
    yield "</main>"


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


def _list(run: Run, made: Sequence[Book]) -> Iterator[str]:
    count = sum(len(book.notes) for book in made)
    shown = tag("small", text(say(run.lang, "count", count=count)), id="shown")
    head = tag("h2", text(say(run.lang, "diagnostics")), " ", shown, id="list-h", tabindex=-1)
    yield '<section id="list" aria-labelledby="list-h">'
    yield tag("div", head, filters(made) if count else "", kind="bar")
    yield '<div id="cards">'
    yield from cards(made)
    yield "</div>"
    empty = say(run.lang, "none" if count else "nothing")
    yield tag("p", text(empty), id="none", hidden=count > 0)
    yield "</section>"


def _report(run: Run, made: Sequence[Book]) -> Iterator[str]:
    words = {f"data-{key}": say(run.lang, key, **_OPEN) for key in _SPOKEN}
    words |= {f"data-{key}": mark(run.lang, key) for key in _MARKS}
    spoken = "".join(f' {key}="{text(value)}"' for key, value in words.items())
    yield f'<article id="report" aria-labelledby="report-h"{spoken}>'
    head = tag("h2", text(say(run.lang, "report")), id="report-h")
    yield tag("div", head, _key(run), kind="bar")
    yield '<div id="paper" class="paper">'
    for book in made:
        if len(made) > 1:
            whose = tag("small", text(line(book, "").aside))
            yield tag("h3", text(body(book)), " ", whose, id=f"report-{book.index}", kind="whose")
        yield paper(book, 3 if len(made) == 1 else 4)
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
