"""Tables for the terminal, with wide characters aligned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabulate import tabulate

if TYPE_CHECKING:
    from collections.abc import Sequence


def draw(rows: Sequence[tuple[str, ...]], headers: tuple[str, ...]) -> str:
    """The rows under their headers, without a newline at the end.

    Numbers stay as printed, and leading spaces are kept: they show a tree.
    """
    drawn = tabulate(rows, headers=headers, disable_numparse=True, preserve_whitespace=True)
    return "\n".join(line.rstrip() for line in str(drawn).split("\n"))
