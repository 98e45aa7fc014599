"""Places as formats write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jslint.document import Place


def where(path: str, place: Place) -> str:
    """``report.txt:12:5``, ``report.pdf:p21``, ``tables.xlsx:收入!B7`` or ``draft.docx:¶12``."""
    path = place.path or path
    if place.line is not None:
        return f"{path}:{place.line}:{place.column or 1}"
    if place.sheet is not None:
        return f"{path}:{place.sheet}!{place.cell or ''}"
    if place.page is not None:
        return f"{path}:p{place.page}"
    if place.cell is not None:
        return f"{path}:{place.cell}"
    return f"{path}:¶{place.paragraph}" if place.paragraph is not None else path


def location(place: Place) -> dict[str, object]:
    """The coordinates that a place has, as JSON."""
    found = {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "page": place.page,
        "sheet": place.sheet,
        "cell": place.cell,
        "paragraph": place.paragraph,
        "box": list(place.box) if place.box else None,
    }
    return {key: value for key, value in found.items() if value is not None}
