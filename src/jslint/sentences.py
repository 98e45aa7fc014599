"""The sentence around the words of a diagnostic, where its source has no lines to show."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from msgspec.structs import replace

from jslint.diagnostic import Sentence
from jslint.document import Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from jslint.diagnostic import Diagnostic, W_co
    from jslint.document import Place, Report, Text

#: Where a sentence ends.
_STOPS = "。！？\n"

_Key: TypeAlias = tuple[str, tuple[int, ...]]


class _Stretch(NamedTuple):
    """A part of a text that lies in one stretch of its source, which begins at ``order``."""

    order: int
    text: Text
    start: int
    end: int
    counted: bool  # whether each character has an order of its own


def shown(report: Report, found: Iterable[Diagnostic[W_co]]) -> tuple[Diagnostic[W_co], ...]:
    """The diagnostics, with their sentences where their places have no lines."""
    every = tuple(found)
    places = [each.place for one in every for each in (one, *one.gathered)]
    if all(place.line is not None or place.cell is not None for place in places):
        return every
    stretches = _stretches(report, {_key(place) for place in places if place.order})
    return tuple(_with_sentence(one, stretches) for one in every)


def _with_sentence(
    found: Diagnostic[W_co], stretches: Mapping[_Key, list[_Stretch]]
) -> Diagnostic[W_co]:
    if found.gathered:
        gathered = tuple(_with_sentence(one, stretches) for one in found.gathered)
        found = replace(found, gathered=gathered)
    place = found.place
    if place.line is not None or place.cell is not None or not (found.excerpt and place.order):
        return found
    own = place.order[-1]
    for one in reversed(stretches.get(_key(place), [])):
        if one.order <= own:
            return replace(found, sentence=_sentence(one.text, list(_marks(found, one, own))))
    return found


def _marks(found: Diagnostic[W_co], one: _Stretch, order: int) -> Iterator[tuple[int, int]]:
    """From where to where in its text the words stand: as often as they may be meant."""
    start, value = one.start + order - one.order, one.text.value
    if one.counted:
        size = (found.place.end_column or 0) - (found.place.column or 0)
        yield start, start + (size if size > 0 else len(found.excerpt))
        return
    size = len(found.excerpt)
    # The place may begin within the words: at their figure.
    at = value.find(found.excerpt, max(0, one.start - size + 1)) if order == one.order else -1
    while 0 <= at < one.end:
        yield at, at + size
        at = value.find(found.excerpt, at + size)


def _sentence(text: Text, marks: list[tuple[int, int]]) -> Sentence | None:
    """The sentence that holds these words; None where that is not one."""
    value = text.value
    begins = {max(value.rfind(stop, 0, start) for stop in _STOPS) + 1 for start, _ in marks}
    if len(begins) != 1:
        return None
    begin = begins.pop()
    last = min(marks[-1][1], len(value))
    ends = (value.find(stop, max(last - 1, begin)) for stop in _STOPS)
    end = min((at + 1 for at in ends if at >= 0), default=len(value))
    inner = tuple((start - begin, min(stop, end) - begin) for start, stop in marks)
    return Sentence(value[begin : max(end, last)], inner)


def _key(place: Place) -> _Key:
    """The path of a place and what holds it."""
    return place.path, place.order[:-1]


def _stretches(report: Report, wanted: AbstractSet[_Key]) -> dict[_Key, list[_Stretch]]:
    """Every stretch of the prose at the wanted keys, in order."""
    found: dict[_Key, list[_Stretch]] = {}
    for text in _prose(report):
        ends = [*(run.offset for run in text.runs[1:]), len(text.value)]
        for run, end in zip(text.runs, ends, strict=True):
            place = run.place
            if place.order and (key := _key(place)) in wanted:
                one = _Stretch(place.order[-1], text, run.offset, end, place.column is not None)
                found.setdefault(key, []).append(one)
    for several in found.values():
        several.sort(key=lambda one: (one.order, one.start))
    return found


def _prose(report: Report) -> Iterator[Text]:
    for path in report.walk():
        yield path[-1].heading
        for block in path[-1].blocks:
            if isinstance(block, Paragraph):
                yield block.text
            elif isinstance(block, Table):
                yield block.title
                yield from (note.text for note in block.notes)
