"""Forms that the program does not read rightly yet: to be taken out as it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from truth.report import Piece

#: A form, or a form with one of its choices (``form:axis=choice``, joined by ``&`` where several
#: must come together), and why a consistent text of it gets an error or a warning. Empty today.
KNOWN: dict[str, str] = {}


def reason(piece: Piece) -> str:
    """Why a piece is known to fail; empty where it must not."""
    for key, why in KNOWN.items():
        form, _, choices = key.partition(":")
        if piece.form == form and set(filter(None, choices.split("&"))) <= set(piece.trace):
            return why
    return ""
