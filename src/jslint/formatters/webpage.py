"""html: one page that needs neither a network nor a script, for reading and for printing."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint import __version__
from jslint.diagnostic import Severity
from jslint.formatters.account import tables
from jslint.formatters.left import named, skipped
from jslint.formatters.phrases import grounds, heading, stands, title, why
from jslint.formatters.places import where
from jslint.formatters.quotes import quotes
from jslint.formatters.remarks import remarks
from jslint.formatters.style import STYLE
from jslint.formatters.totals import counts, forms, total, unlooked
from jslint.formatters.wording import say
from jslint.harmful import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jslint.diagnostic import Diagnostic, Result
    from jslint.formatters.quotes import Quote
    from jslint.run import Run

_LANGUAGES = {"zh": "zh-CN", "en": "en"}
#: Whatever a report holds, a browser loads nothing and runs nothing.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def render(run: Run) -> str:
    """The whole page."""
    name = _text(say(run.lang, "results"))
    body = [
        f"<h1>{name}</h1>",
        f"<p>{_text(total(run))}</p>",
        *_table(run),
        *_list(_missed(run)),
        *(line for result in run.results for line in _report(run, result)),
        *_rules(run),
        *_left(run),
        *_list([words for words in (forms(run), unlooked(run)) if words]),
    ]
    head = [
        "<!doctype html>",
        f'<html lang="{_LANGUAGES[run.lang]}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width">',
        f'<meta name="generator" content="jslint {__version__}">',
        f"<title>{name}</title>",
        f"<style>{STYLE}</style>",
        "</head>",
    ]
    return "\n".join([*head, "<body>", *body, "</body>", "</html>"]) + "\n"


def _table(run: Run) -> Iterator[str]:
    """How much was found in each report; nothing where there is none."""
    if not run.results:
        return
    words = ("file", *(severity.value for severity in Severity), "figure", "checked")
    yield "<table>"
    yield _row("th", (say(run.lang, word) for word in words))
    for result in run.results:
        yield _row("td", (result.path, *map(str, counts(result))))
    yield "</table>"


def _row(cell: str, texts: Iterable[str]) -> str:
    return f"<tr>{''.join(f'<{cell}>{_text(text)}</{cell}>' for text in texts)}</tr>"


def _missed(run: Run) -> Iterator[str]:
    for failure in run.failures:
        yield f"{say(run.lang, 'unreadable')}: {failure.path}: {why(run, failure)}"
    for remark in remarks(run):
        yield f"{where(remark.path, remark.place)}: {remark.text}"


def _report(run: Run, result: Result) -> Iterator[str]:
    """The diagnostics of a report under its name, in reading order, section by section."""
    if not result.diagnostics:
        return
    yield f"<section>\n<h2>{_text(result.path)}</h2>"
    for section, found in groupby(result.diagnostics, key=lambda found: found.section):
        yield "<section>"
        if section:
            yield f"<h3>{_text(section)}</h3>"
        for one in found:
            yield from _diagnostic(run, result, one)
        yield "</section>"
    yield "</section>"


def _diagnostic(run: Run, result: Result, found: Diagnostic) -> Iterator[str]:
    place = stands(run, found.place)
    severity = f'<span class="severity">{_text(say(run.lang, found.severity.value))}</span>'
    named = f"{_link(run, found.rule)} {_text(title(run, found.rule))}".rstrip()
    yield f'<article class="{found.severity.value}">'
    yield f'<h4>{severity} {named} <span class="place">{_text(place)}</span></h4>'
    yield f"<p>{_text(found.message)}</p>"
    shown = "<br>\n".join(_quote(one) for one in quotes(run, result, found))
    if shown:
        yield f"<blockquote>{shown}</blockquote>"
    yield from _list(grounds(run, result, found))
    yield "</article>"


def _link(run: Run, rule: str) -> str:
    """The rule's id, leading to its reason; readers report some rules that no pack declares."""
    return f'<a href="#{_text(rule)}">{_text(rule)}</a>' if rule in run.entries else _text(rule)


def _quote(quote: Quote) -> str:
    number = "" if quote.line is None else f'<span class="line">{quote.line}</span> '
    return f"{number}{_text(quote.before)}<u>{_text(quote.words)}</u>{_text(quote.after)}"


def _rules(run: Run) -> Iterator[str]:
    """The rules that were broken, each folded; a link to what is folded unfolds it."""
    broken = sorted({found.rule for _, found in run.diagnostics()} & run.entries.keys())
    if not broken:
        return
    yield f"<section>\n<h2>{_text(say(run.lang, 'rules'))}</h2>"
    for rule in broken:
        entry = run.entries[rule]
        yield f"<details>\n<summary>{_text(heading(run, rule))}</summary>"
        yield f'<p id="{_text(rule)}">{_text(entry.reason or entry.title)}</p>'
        if entry.basis:
            yield f"<p>{_text(say(run.lang, 'basis') + entry.basis)}</p>"
        yield "</details>"
    yield "</section>"


def _left(run: Run) -> Iterator[str]:
    """What was not checked, folded: the rules, each once for each reason, and the figures."""
    rules = [f"{heading(run, one.rule)}: {one.reason} ({named(run, one)})" for one in skipped(run)]
    figures = [
        " ".join(filter(None, (where(result.path, figure.place), figure.text, figure.section)))
        for result, figure in run.figures()
        if not figure.checked
    ]
    columns = [line.strip() for line in list(tables(replace(run, color=False)))[1:]]
    if not (rules or figures or columns):
        return
    yield f"<section>\n<h2>{_text(say(run.lang, 'not-checked'))}</h2>"
    for word, lines in (("figure", figures), ("columns", columns), ("rules", rules)):
        if lines:
            yield f"<details>\n<summary>{_text(say(run.lang, word))} {len(lines)}</summary>"
            yield from _list(lines)
            yield "</details>"
    yield "</section>"


def _list(texts: Iterable[str]) -> Iterator[str]:
    items = [f"<li>{_text(text)}</li>" for text in texts]
    if items:
        yield "\n".join(["<ul>", *items, "</ul>"])


def _text(text: str) -> str:
    """Text that a browser shows as it stands, in an element or in a quoted attribute."""
    return escape(clean(text))
