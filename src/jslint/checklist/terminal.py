"""A filled-in checklist for the terminal: its items by aspect, with the evidence below each."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from jslint.checklist import rows
from jslint.checklist.model import Verdict
from jslint.checklist.words import say
from jslint.formatters.terminal import cells, paint
from jslint.harmful import clean
from jslint.phrases import mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.checklist.model import Filled
    from jslint.checklist.rows import Row

_STYLES = {Verdict.PASSED: "info", Verdict.FAILED: "error", Verdict.UNCHECKED: "warning"}


def render(filled: Filled, *, color: bool = False) -> str:
    """The whole form."""
    return "".join(f"{line}\n" for line in _lines(filled, color=color))


def _lines(filled: Filled, *, color: bool) -> Iterator[str]:
    yield clean(rows.title(filled))
    yield from (clean(line) for line in rows.about(filled)[:-2])
    width = max(cells(say(filled.lang, verdict.value)) for verdict in Verdict)
    for aspect, several in groupby(rows.rows(filled), key=lambda row: row.aspect):
        yield ""
        yield clean(aspect)
        for row in several:
            yield from _item(filled, row, width, color=color)
    yield ""
    yield rows.total(filled) + mark(filled.lang, "stop")


def _item(filled: Filled, row: Row, width: int, *, color: bool) -> Iterator[str]:
    word = say(filled.lang, row.verdict.value)
    shown = paint(word, _STYLES[row.verdict], color=color)
    yield f"  {shown}{' ' * (width - cells(word))}  {row.number}. {clean(row.item)}"
    for line in row.evidence:
        yield f"{' ' * (width + 4)}{clean(line)}"
