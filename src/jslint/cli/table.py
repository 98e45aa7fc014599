"""Tables for the terminal, with wide characters aligned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabulate import tabulate

from jslint.harmful import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def draw(rows: Iterable[Sequence[str]], headers: Sequence[str]) -> str:
    """The rows under their headers, without a newline at the end and with nothing harmful in them.

    Numbers stay as printed, and leading spaces are kept: they show a tree.
    """
    cells = [[clean(cell) for cell in row] for row in rows]
    drawn = tabulate(cells, headers=headers, disable_numparse=True, preserve_whitespace=True)
    return "\n".join(line.rstrip() for line in str(drawn).split("\n"))
