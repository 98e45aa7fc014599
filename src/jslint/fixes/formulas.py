"""Which cells the formulas of a workbook look at, so that none is left with a result out of date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.patterns import regex
from jslint.readers.ooxml import local
from jslint.readers.xlsx.model import coordinates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

    #: First row and column, last row and column.
    Area = tuple[int, int, int, int]

_TEXTS = regex(r'"[^"]*"')
_CELL = r"\$?[A-Z]{1,3}\$?\d{1,7}"
_REFERENCE = regex(
    rf"(?:(?P<sheet>'(?:[^']|'')+'|[\w.]+)!)?(?P<first>{_CELL})(?::(?P<last>{_CELL}))?(?![\w(])"
)
_FUNCTION = regex(r"[A-Z][A-Z0-9.]*\(")
#: What can look at any cell, whatever stands in the formula.
_ANYWHERE = regex(r"(?:INDIRECT|OFFSET|INDEX|CELL|EVALUATE)\(")
#: What is left of a formula once references and functions are out: no name that stands for an area.
_PLAIN = regex(r"[\d\s.,;:+\-*/^&=<>(){}%$]*")


def is_seen(sheets: Mapping[str, Element], sheet: str, cell: str) -> bool:
    """Whether a formula of some sheet (their roots by name) may look at a cell, or fill it."""
    at = coordinates(cell)
    if at is None:
        return True
    for name, root in sheets.items():
        for element in root.iter():
            if local(element) == "f" and _looks(element, name, sheet, at):
                return True
    return False


def _looks(element: Element, own: str, sheet: str, at: tuple[int, int]) -> bool:
    span = _area(element.get("ref", ""))
    if element.get("t") in ("array", "dataTable") and (
        span is None or (own == sheet and _holds(span, at))
    ):
        return True
    said = _TEXTS.sub("", element.text or "")
    rest = _FUNCTION.sub("(", _REFERENCE.sub("", said))
    if _ANYWHERE.search(said) or not _PLAIN.fullmatch(rest):
        return True
    # A formula that several cells share looks further down and right from each of them.
    down, right = (span[2] - span[0], span[3] - span[1]) if span else (0, 0)
    return any(
        _holds((top, left, bottom + down, end + right), at)
        for name, (top, left, bottom, end) in _areas(said)
        if (name or own) == sheet
    )


def _areas(said: str) -> Iterator[tuple[str, Area]]:
    for found in _REFERENCE.finditer(said):
        area = _area(found[0].rpartition("!")[2])
        name = (found["sheet"] or "").strip("'").replace("''", "'")
        if area is not None:
            yield name, area


def _area(said: str) -> Area | None:
    first, _, last = said.partition(":")
    start, end = coordinates(first), coordinates(last or first)
    if start is None or end is None:
        return None
    return (
        min(start[0], end[0]),
        min(start[1], end[1]),
        max(start[0], end[0]),
        max(start[1], end[1]),
    )


def _holds(area: Area, at: tuple[int, int]) -> bool:
    return area[0] <= at[0] <= area[2] and area[1] <= at[1] <= area[3]
