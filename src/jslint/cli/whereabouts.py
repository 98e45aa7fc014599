"""Which figures of a report a user means: by a place, or by the number as it is printed."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from jslint.figures.figure import fold, parse_cell
from jslint.formatters.places import spot
from jslint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from jslint.diagnostic import Account, Seen
    from jslint.document import Place, Text
    from jslint.rules.ground.context import Context

_LINE = regex(r"(?:L|l|第)?(\d+)[:：](\d+)")
_PARAGRAPH = regex(r"(?:¶|第)(\d+)段?")
_PAGE = regex(r"[pP](\d+)")
_CELL = regex(r"(?:(.+)[!！])?([A-Za-z]{1,3}\d+)")
#: A number among words.
_NUMBER = regex(r"-?\d[\d.]*")
#: How many figures an error names.
_FEW = 4


def parted(path: str) -> tuple[str, str] | None:
    """A file and a place in it, written as check prints them; None where that is not what it is."""
    ends = (match.start() for match in re.finditer("[:：]", path))
    return next(((path[:at], path[at + 1 :]) for at in ends if os.path.isfile(path[:at])), None)


def asked(account: Account, place: str) -> list[Seen]:
    """The figures at a place, or printed so, in reading order; a table's title serves for its sheet."""
    here, figures = _at(place), account.figures
    found = [one for one in figures if here(one.place)]
    if not found and (match := _CELL.fullmatch(place)) and match[1]:
        titles = [table.title for table in account.tables]
        found = [
            one
            for one in figures
            if one.table is not None and titles[one.table] == match[1]
            if (one.place.cell or "").upper() == match[2].upper()
        ]
    found = found or [one for one in figures if _is_printed(one, place)]
    return found or _among(figures, _bare(place))


def _at(place: str) -> Callable[[Place], bool]:
    """Whether a place of a report is the one that was asked for."""
    if match := _LINE.fullmatch(place):
        line, column = int(match[1]), int(match[2])
        return lambda at: _spans(at, line, column)
    if match := _PAGE.fullmatch(place):
        page = int(match[1])
        return lambda at: at.page == page
    if match := _PARAGRAPH.fullmatch(place):
        number = int(match[1])
        return lambda at: at.paragraph == number and at.cell is None
    if match := _CELL.fullmatch(place):
        sheet, cell = match[1], match[2].upper()
        return lambda at: (at.cell or "").upper() == cell and sheet in (None, at.sheet)
    return lambda at: spot(at) == place


def _spans(at: Place, line: int, column: int) -> bool:
    if at.line is None or at.column is None:
        return False
    last = at.end_line or at.line, at.end_column or at.column + 1
    return (at.line, at.column) <= (line, column) < last


def _is_printed(one: Seen, text: str) -> bool:
    shown, wanted = _bare(one.text), _bare(text)
    return bool(wanted) and (
        shown == wanted or (wanted[-1:].isdigit() and _digits(shown) == wanted)
    )


def _among(figures: Sequence[Seen], words: str) -> list[Seen]:
    """The figures that words hold as they are printed, such as ``占62.0%``; with their unit, if they say it."""
    numbers = frozenset(_NUMBER.findall(words))
    shown = [(one, _bare(one.text)) for one in figures]
    held = [(one, text) for one, text in shown if text in words and _digits(text) in numbers]
    longest = max((len(text) for _, text in held), default=0)
    return [one for one, text in held if len(text) == longest]


def _bare(text: str) -> str:
    return re.sub(r"[,，\s]", "", fold(text))


def _digits(text: str) -> str:
    """A number without its unit."""
    match = re.match(r"-?[\d.]+", text)
    return match[0] if match else ""


def near(figures: Sequence[Seen], place: str) -> list[Seen]:
    """The figures next to a place where there is none, or those whose number is like the one asked for."""
    if match := _LINE.fullmatch(place):
        line, column = int(match[1]), int(match[2])
        placed = [one for one in figures if one.place.line is not None]
        ranked = sorted(placed, key=lambda one: _distance(one.place, line, column))
        return sorted(ranked[:_FEW], key=lambda one: one.place.order)
    if (match := _CELL.fullmatch(place)) and match[1]:
        return [one for one in figures if one.place.sheet == match[1]][:_FEW]
    from difflib import get_close_matches  # noqa: PLC0415 - only for the error

    shown = {_digits(_bare(one.text)): one for one in reversed(figures)}
    return [shown[text] for text in get_close_matches(_digits(_bare(place)), shown, n=_FEW)]


def _distance(at: Place, line: int, column: int) -> tuple[int, int]:
    return abs((at.line or 0) - line), abs((at.column or 0) - column)


def no_figure(context: Context, place: str) -> tuple[str, str] | None:
    """What stands at a place without a figure: the words and what they are; None of nothing.

    They are a ``cell``, a ``number`` in one that is no figure (a code, the number of a row), a
    ``heading`` or ``text``.
    """
    here, printed = _at(place), _bare(place)
    for text, role in _texts(context):
        shown = "".join(text.value.split())
        number = role == "cell" and parse_cell(text.value) is not None
        if here(text.at()) or (number and _bare(shown) == printed):
            return shown, "number" if number else role
    return None


def _texts(context: Context) -> Iterator[tuple[Text, str]]:
    for _, cell in context.cells:
        if cell:
            yield cell, "cell"
    for prose in context.prose:
        yield prose.text, "heading" if prose.role == "heading" else "text"
