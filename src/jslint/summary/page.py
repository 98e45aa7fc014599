"""html: a summary on one page that needs no network and has no script."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

from jslint import __version__
from jslint.formatters.places import uri
from jslint.formatters.sheets import Cell
from jslint.formatters.webpage.markup import items, tag, text
from jslint.summary.building import totals
from jslint.summary.said import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.formatters.sheets import Grid, Value
    from jslint.summary.model import Summary

_LANGUAGES = {"zh": "zh-CN", "en": "en"}
_STYLE = """
:root{color-scheme:light dark;--line:#c8c8c8;--head:#f1f1ef;--link:#0b57a4;--ink:#1c1c1c;--page:#fff}
@media (prefers-color-scheme:dark){:root{--line:#4a4a4a;--head:#262626;--link:#8ab8f0;--ink:#e6e6e6;
--page:#181818}}
body{font:16px/1.6 system-ui,"Noto Sans SC","Microsoft YaHei",sans-serif;margin:1.5rem auto;
max-width:90rem;padding:0 1rem;color:var(--ink);background:var(--page)}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;font-size:.9rem}
th,td{border:1px solid var(--line);padding:.25rem .5rem;text-align:left;vertical-align:top}
thead th{background:var(--head);white-space:nowrap;position:sticky;top:0}
td.n{text-align:right;font-variant-numeric:tabular-nums}
td.t{min-width:6rem;overflow-wrap:anywhere}td.l{min-width:18rem}
a{color:var(--link)}
@media print{:root{--ink:#000;--page:#fff;--head:#f1f1ef;--link:#0b57a4}.wide{overflow:visible}thead{display:table-header-group}tr{break-inside:avoid}
table{font-size:8pt}h2{break-after:avoid}}
"""
_POLICY = (
    "default-src 'none'; "
    f"style-src 'sha256-{b64encode(sha256(_STYLE.encode()).digest()).decode()}'; "
    "base-uri 'none'; form-action 'none'"
)
#: A text longer than this has a wide column.
_LONG = 40


def render(made: Summary, grids: Sequence[Grid]) -> str:
    """The whole page: the totals, and a table for each sheet."""
    lang = made.run.lang
    shown = [grid for grid in grids if len(grid.rows) > 1]
    title = say(lang, "title")
    body = [
        "<header>",
        tag("h1", text(title)),
        tag("p", text(made.run.date.replace("T", " "))) if made.run.date else "",
        items(map(text, totals(made))),
        "</header>",
        tag("nav", items(_entry(number, grid) for number, grid in enumerate(shown, 1))),
        "<main>",
        *(part for number, grid in enumerate(shown, 1) for part in _sheet(number, grid)),
        "</main>",
    ]
    whole = ["<!doctype html>", f'<html lang="{_LANGUAGES[lang]}">', *_head(title)]
    return "\n".join([*whole, "<body>", *filter(None, body), "</body>", "</html>"]) + "\n"


def _head(title: str) -> Iterator[str]:
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta name="generator" content="jslint {__version__}">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield tag("title", text(title))
    yield f"<style>{_STYLE}</style>"
    yield "</head>"


def _entry(number: int, grid: Grid) -> str:
    return tag("a", text(f"{grid.name} {len(grid.rows) - 1}"), href=f"#s{number}")


def _sheet(number: int, grid: Grid) -> Iterator[str]:
    head = "".join(tag("th", text(_shown(cell)), scope="col") for cell in grid.rows[0])
    yield tag("h2", text(grid.name), id=f"s{number}")
    yield f'<div class="wide" role="region" aria-labelledby="s{number}" tabindex="0"><table>'
    yield tag("thead", tag("tr", head))
    yield "<tbody>"
    for row in grid.rows[1:]:
        yield tag("tr", "".join(map(_cell, row)))
    yield "</tbody></table></div>"


def _cell(value: Value) -> str:
    cell = value if isinstance(value, Cell) else Cell(value)
    if isinstance(cell.value, int):
        return tag("td", str(cell.value), kind="n")
    inside = text(cell.value)
    if cell.link:
        # A cell of a workbook is nothing that a browser could go to.
        spot = f"#{cell.spot}" if cell.spot and cell.link.endswith(".html") else ""
        inside = tag("a", inside, href=uri(cell.link) + spot)
    return tag("td", inside, kind="t l" if len(cell.value) > _LONG else "t")


def _shown(value: Value) -> str:
    return str(value.value if isinstance(value, Cell) else value)
