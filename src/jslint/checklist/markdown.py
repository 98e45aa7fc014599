"""A filled-in checklist as Markdown: one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.checklist import rows
from jslint.checklist.words import say
from jslint.formatters.markdown import plain

if TYPE_CHECKING:
    from jslint.checklist.model import Filled


def encode(filled: Filled) -> bytes:
    """The whole form."""
    heads = rows.heads(filled)
    lines = [heads, ("---",) * len(heads)]
    lines += [tuple(map(_cell, rows.cells(filled, row))) for row in rows.rows(filled)]
    blocks = [
        f"# {plain(rows.title(filled))}",
        "\n".join(f"- {plain(line)}" for line in rows.about(filled)),
        "\n".join(f"| {' | '.join(line)} |" for line in lines),
        say(filled.lang, "signed"),
    ]
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "backslashreplace")


def _cell(text: str) -> str:
    return "<br>".join(map(plain, text.split("\n"))) if text else ""
