"""Marks between words and around them; ``listed``, ``clauses`` and the like set them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "items": ("、", ", "),  # between the items of a list
    "comma": ("，", ", "),
    "semicolon": ("；", "; "),
    "colon": ("：", ": "),
    "stop": ("。", "."),
    "bracketed": ("（{words}）", " ({words})"),
    "blank": ("（空）", "(blank)"),  # what a cell prints in which nothing stands
}
