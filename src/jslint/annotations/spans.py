"""Where the words of a diagnostic stand: the stretches of its source, and the sentence around them."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from jslint.document import Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Self

    from jslint.document import Place, Report, Text

    _Key = tuple[str, tuple[int, ...]]

_STOPS = "。！？；\n"
#: So many characters are quoted on each side of the words.
_AROUND = 40


class Stretch(NamedTuple):
    """A part of a text that lies in one stretch of its source, which begins at ``order``.

    ``heading`` is that of the section, or the title of the table that it is of.
    """

    order: int
    text: Text
    run: int
    heading: str


class Found(NamedTuple):
    """Words of a text, from ``start`` to ``end`` (exclusive)."""

    text: Text
    start: int
    end: int
    heading: str


class Index(Struct, frozen=True):
    """All texts of a report by where they stand."""

    stretches: Mapping[_Key, list[Stretch]]

    @classmethod
    def of(cls, report: Report) -> Self:
        """That of a report."""
        found: dict[_Key, list[Stretch]] = {}
        for text, heading in _texts(report):
            for at, run in enumerate(text.runs):
                place = run.place
                if place.order:
                    one = Stretch(place.order[-1], text, at, heading)
                    found.setdefault((place.path, place.order[:-1]), []).append(one)
        for several in found.values():
            several.sort(key=lambda one: one.order)
        return cls(found)

    def find(self, place: Place, words: str = "") -> Found | None:
        """The words at a place; None where no text of the report holds it.

        ``words`` tell how far they go where the place itself is a box around them only.
        """
        several = self.stretches.get((place.path, place.order[:-1]), [])
        at = bisect_right(several, place.order[-1] if place.order else 0, key=lambda one: one.order)
        if not at:
            return None
        one = several[at - 1]
        run = one.text.runs[one.run]
        start = run.offset
        if run.place.column is not None:
            start += place.order[-1] - one.order
        if start > len(one.text.value):
            return None
        if words and place.box is not None:
            at = one.text.value.find(words, max(0, start - len(words) + 1))
            if 0 <= at <= start:
                return Found(one.text, at, at + len(words), one.heading)
        return Found(one.text, start, _end(one, start, place), one.heading)

    def spans(self, place: Place, words: str = "") -> tuple[Place, ...]:
        """The stretches of the source that hold the words at a place."""
        found = self.find(place, words)
        return tuple(_spans(found)) if found else (place,) * bool(place.order)


def _end(one: Stretch, start: int, place: Place) -> int:
    """Where in its text the words at a place end, that begin at ``start``."""
    text = one.text
    length = len(text.value)
    if place.column is not None and place.end_column is not None:
        last = place.end_column - 1
        for at in range(one.run, len(text.runs)):
            run = text.runs[at]
            size = _next(text, at) - run.offset
            column = run.place.column
            if column is not None and column <= last < column + size:
                end = run.offset + last - column + 1
                if end > start:  # else it is in a later paragraph, whose columns begin anew
                    return end
        return start
    if place.box is None:
        return _next(text, one.run) if place.column is not None else length
    end = _next(text, one.run)
    for at in range(one.run + 1, len(text.runs)):
        if not _is_within(text.runs[at].place, place):
            break
        end = _next(text, at)
    return end


def _is_within(part: Place, whole: Place) -> bool:
    if part.page != whole.page or part.box is None or whole.box is None:
        return False
    left, top, right, bottom = whole.box
    return (
        part.box[0] >= left
        and part.box[1] >= top
        and part.box[2] <= right
        and part.box[3] <= bottom
    )


def _next(text: Text, run: int) -> int:
    """Where a run of a text ends."""
    return text.runs[run + 1].offset if run + 1 < len(text.runs) else len(text.value)


def _spans(found: Found) -> Iterator[Place]:
    for at, run in enumerate(found.text.runs):
        start = max(found.start, run.offset)
        end = min(found.end, _next(found.text, at))
        if start < end or (found.start == found.end == start and end >= start):
            place = run.place.ahead(start - run.offset)
            column = None if place.column is None else place.column + end - start
            yield replace(place, end_column=column)


def around(found: Found) -> tuple[int, int, int]:
    """What tells the sentence around some words: its text, and from where to where it goes."""
    value = found.text.value
    begin = max(value.rfind(stop, 0, found.start) for stop in _STOPS) + 1
    ends = (value.find(stop, max(found.end - 1, begin)) for stop in _STOPS)
    return id(found.text), begin, min((at + 1 for at in ends if at >= 0), default=len(value))


def quoted(found: Found) -> str:
    """The sentence around some words, cut where it is long."""
    value = found.text.value
    _, begin, end = around(found)
    before, after = value[begin : found.start], value[found.end : end].rstrip(_STOPS)
    if len(before) > _AROUND:
        before = f"…{before[-_AROUND:]}"
    if len(after) > _AROUND:
        after = f"{after[:_AROUND]}…"
    words = value[found.start : found.end].rstrip(_STOPS)
    return " ".join(f"{before}{words[: 3 * _AROUND]}{after}".split())


def _texts(report: Report) -> Iterator[tuple[Text, str]]:
    """Every text of a report, with the heading or the title of the table that it stands under."""
    for path in report.walk():
        section = path[-1]
        heading = section.heading.value
        yield section.heading, path[-2].heading.value if len(path) > 1 else ""
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield block.text, heading
            elif isinstance(block, Table):
                yield from _of_table(block, heading)
    yield from ((entry, "") for entry in report.contents)


def _of_table(table: Table, heading: str) -> Iterator[tuple[Text, str]]:
    yield table.title, heading
    for text in {id(cell): cell for row in table.rows for cell in row}.values():
        yield text, table.title.value
    yield from ((note.text, heading) for note in table.notes)
