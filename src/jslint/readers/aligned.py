"""The words of rows to cells, where it is certain in which column each of them stands.

A row has as many words as the header, or those that it has fit the columns in one way only: codes,
names and figures fit columns of their kind, from the left.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.document import Place, Run, Text
from jslint.figures.figure import is_nothing, parse_cell
from jslint.patterns import regex
from jslint.readers.tabs import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jslint.document import Table

_CODE = regex(r"\d{3}(?:\d\d){0,2}")
_ORDINAL = regex(r"\d{1,3}")
_ORDINALS = frozenset(("行次", "栏次", "序号", "行号"))
LANES = frozenset(("栏次", "行次"))
_NAME, _CODES, _LINES, _FIGURES = "name", "code", "line", "figure"


class _Form(Struct, frozen=True):
    """What each column holds; ``bare`` says that figures may look as codes do."""

    kinds: tuple[str, ...]
    bare: bool


def read(lines: Sequence[Sequence[Text]]) -> Table | None:
    """The table of these rows of words, the header's first; None where a figure's column is open.

    A row of mere names whose columns are open is left out: it states nothing.
    """
    height = next((at for at, words in enumerate(lines) if _is_body(words)), 0)
    if not height:
        return None
    head = _head(lines[:height])
    rows = [words for words in lines[height:] if words[0].value not in LANES]
    form = None if head is None else _form(head[-1], rows)
    if head is None or form is None:
        return None
    placed = [_placed(words, form) for words in rows]
    if any(row is None and _is_body(words) for row, words in zip(placed, rows, strict=True)):
        return None
    return table([*head, *(row for row in placed if row)], header_rows=height)


def _is_body(words: Sequence[Text]) -> bool:
    return any(_is_figure(word.value) for word in words)


def _is_figure(value: str) -> bool:
    return parse_cell(value) is not None or is_nothing(value)


def _head(lines: Sequence[Sequence[Text]]) -> list[list[Text]] | None:
    """The rows of the header in as many cells as its last; None where an upper one does not fit."""
    lowest = lines[-1]
    starts = [at for at, word in enumerate(lowest) if word.value == lowest[0].value]
    rows = []
    for words in lines[:-1]:
        if len(words) == len(lowest) and _repeats(words):
            rows.append(list(words))
        elif len(words) == len(starts) > 1:
            at = iter(words)
            rows.append([next(at) if n in starts else _blank(words) for n in range(len(lowest))])
        else:
            return None
    return [*rows, list(lowest)]


def _repeats(words: Sequence[Text]) -> bool:
    """Whether a merged cell's words stand in each of its columns, so that no column lacks them."""
    return any(one.value == other.value for one, other in pairwise(words))


def _blank(words: Sequence[Text]) -> Text:
    """A cell in which nothing stands, of the row of these words."""
    return Text("", (Run(0, words[0].point(0)),)) if words else Text("", (Run(0, Place()),))


def _form(header: Sequence[Text], rows: Sequence[Sequence[Text]]) -> _Form | None:
    """What the columns hold, by the rows that fill them all; None where these do not agree."""
    full = [[word.value for word in words] for words in rows if len(words) == len(header)]
    if not full:
        return None
    columns = [list(filter(None, cells)) for cells in zip(*full, strict=True)]
    kinds = [_kind(word.value, cells) for word, cells in zip(header, columns, strict=True)]
    kinds = [
        _CODES
        if kind == _FIGURES and _are_codes(columns[at]) and kinds[at + 1 : at + 2] == [_NAME]
        else kind
        for at, kind in enumerate(kinds)
    ]
    if not all(kinds):
        return None
    figures = (cell for at, kind in enumerate(kinds) if kind == _FIGURES for cell in columns[at])
    return _Form(tuple(kinds), any(map(_CODE.fullmatch, figures)))


def _kind(word: str, cells: Sequence[str]) -> str:
    if word in _ORDINALS and all(map(_ORDINAL.fullmatch, cells)):
        return _LINES
    figures = [_is_figure(cell) for cell in cells]
    if all(figures):
        return _FIGURES
    return "" if any(figures) else _NAME


def _are_codes(cells: Sequence[str]) -> bool:
    return all(map(_CODE.fullmatch, cells))


def _placed(words: Sequence[Text], form: _Form) -> list[Text] | None:
    """A row's words in their columns; None where they fit in no way, or in several.

    Where there are as many as columns, blank ones among them, each is in its own.
    """
    if len(words) == len(form.kinds):
        whole = enumerate(words)
        return list(words) if all(_may_be(word.value, form, at) for at, word in whole) else None
    words = [word for word in words if word.value]
    values = [word.value for word in words]
    ways = _ways(values, form)
    if len(ways) != 1:
        return None
    at = dict(zip(ways[0], words, strict=True))
    return [at.get(column, _blank(words)) for column in range(len(form.kinds))]


def _ways(values: Sequence[str], form: _Form) -> list[tuple[int, ...]]:
    """The columns of the words in each way in which they fit, two ways at the most."""

    @cache
    def ways(word: int, column: int) -> tuple[tuple[int, ...], ...]:
        if word == len(values):
            left = form.kinds[column:]
            return () if _LINES in left and len(values) > 1 else ((),)
        if column == len(form.kinds):
            return ()
        found: list[tuple[int, ...]] = []
        if _fits(values[word], form, column):
            found += [(column, *rest) for rest in ways(word + 1, column + 1)]
        if form.kinds[column] != _LINES:
            found += ways(word, column + 1)
        return tuple(found[:2])

    return list(ways(0, 0))


def _may_be(value: str, form: _Form, column: int) -> bool:
    return not value or _fits(value, form, column)


def _fits(value: str, form: _Form, column: int) -> bool:
    kind = form.kinds[column]
    if kind == _NAME:
        return not _is_figure(value)
    if kind == _CODES:
        return _CODE.fullmatch(value) is not None
    if kind == _LINES:
        return _ORDINAL.fullmatch(value) is not None
    return _is_figure(value) and (
        form.bare or _CODES not in form.kinds or not _CODE.fullmatch(value)
    )
