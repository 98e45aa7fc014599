"""What would put a diagnostic right: words of the source, and those that should stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jslint.document import Place, Text


#: Words longer than this together are replaced as a whole: to compare them would take too long.
_LONG = 400


class Edit(Struct, frozen=True):
    """``new`` in place of ``old``, which stands at ``place``; an empty ``old`` is an insertion there."""

    place: Place
    old: str
    new: str


class Fix(Struct, frozen=True):
    """All edits of one diagnostic, none without the others.

    It is ``safe`` where the words themselves leave no doubt, such as punctuation and a unit left
    out; a figure that the diagnosis names is for a person to confirm.
    """

    safe: bool
    edits: tuple[Edit, ...]


def edit(text: Text, start: int, end: int, new: str) -> Edit | None:
    """The edit that puts ``new`` in place of some characters of a text.

    None where these do not stand side by side in the source, each at a place that is known.
    """
    first = text.point(start) if start < end or not start else text.point(start - 1).ahead(1)
    if first.column is None:
        first = _in_cell(text, first, start)
    elif not all(_is_ahead(text, first, start, at) for at in range(start, end)):
        return None
    if first.column is None:
        return None
    place = replace(first, end_line=first.line, end_column=first.column + end - start)
    return Edit(place, text.value[start:end], new)


def _is_ahead(text: Text, first: Place, start: int, at: int) -> bool:
    return text.point(at) == first.ahead(at - start)


def _in_cell(text: Text, place: Place, start: int) -> Place:
    """The place of a character of a cell, where the place of the cell as a whole tells it.

    The order of such a place ends in the number of the cell's first character.
    """
    if place.cell is None or len(text.runs) > 1 or not place.order or place.order[-1] < 1:
        return place
    return replace(place, column=place.order[-1]).ahead(start)


def rewritten(text: Text, start: int, end: int, new: str) -> tuple[Edit, ...]:
    """The smallest edits that make ``new`` of some characters; none where a place is not known."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - most reports have nothing to rewrite

    old = text.value[start:end]
    if len(old) + len(new) > _LONG:
        return together([edit(text, start, end, new)])
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return together(
        edit(text, start + since, start + until, new[low:high])
        for tag, since, until, low, high in steps
        if tag != "equal"
    )


def together(found: Iterable[Edit | None]) -> tuple[Edit, ...]:
    """All edits, or none where one of them has no place."""
    every = tuple(found)
    return tuple(one for one in every if one is not None) if None not in every else ()
