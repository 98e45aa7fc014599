"""Line breaks set by hand within a paragraph or a cell: soft ones, and ends of a thought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.document import Run, Text
from jslint.patterns import regex
from jslint.readers import texts
from jslint.readers.kinds import (
    heading,
    is_annual,
    is_caption,
    is_ending,
    is_finished,
    is_note,
    is_remainder,
    is_table_head,
    is_title,
)
from jslint.readers.numbering import mark

if TYPE_CHECKING:
    from collections.abc import Iterable

_STOPS = regex(r"[，；]|。.")
_OPEN = regex(r"[，、（(“《]$")
_OPEN_FIGURE = regex(r"\d[.,，]?$")
_REST = regex(r"[\d.,，]{0,12}\s?(?:[百千万亿]{0,2}元|[%％]|个百分点)")
_WORD = regex(r"[0-9A-Za-z]")
# A line of prose without any stop is at least this long; covers and lists have shorter ones.
_PROSE = 25
# What is longer than this is prose, and no heading.
_ENOUGH = 300


def pieces(text: Text) -> list[Text]:
    """The paragraphs of a text that has line breaks; those amid a sentence are left out."""
    if "\n" not in text.value:
        stripped = texts.strip(text)
        return [stripped] if stripped else []
    return [texts.join(lines) if len(lines) > 1 else lines[0] for lines in _grouped(text)]


def _grouped(text: Text) -> list[list[Text]]:
    """The lines of each paragraph."""
    found: list[list[Text]] = []
    before = ""
    for line in _lines(text):
        if found and _goes_on(before, line.value):
            found[-1].append(line)
            before = ending(before, line.value)
        else:
            found.append([line])
            before = line.value
    return found


def ending(before: str, after: str) -> str:
    """The last words of two lines together, as much as the question needs how they go on."""
    return f"{before}{texts.space(before[-1:], after[:1])}{after}"[-_ENOUGH:]


def _lines(text: Text) -> Iterable[Text]:
    start = 0
    for line in text.value.split("\n"):
        stripped = texts.strip(texts.cut(text, start, start + len(line)))
        start += len(line) + 1
        if stripped:
            yield stripped


def _goes_on(before: str, after: str) -> bool:
    """Whether a line break stands amid a sentence or a heading."""
    if is_remainder(after):
        return True
    if is_finished(before) or mark(after):
        return False
    if heading(before) or is_annual(before):
        return is_ending(after)
    if any(is_kind(after) for is_kind in (is_note, is_caption, is_table_head, is_title)):
        return False
    return bool(_STOPS.search(before)) or len(before) >= _PROSE or _is_open(before, after)


def _is_open(before: str, after: str) -> bool:
    """Whether a line ends with what cannot end a thought, or within an amount."""
    return bool(_OPEN.search(before) or (_OPEN_FIGURE.search(before) and _REST.match(after)))


def goes_on_in(before: str, after: str) -> bool:
    """Whether a paragraph is the rest of the sentence that the paragraph before it leaves open."""
    if len(before) < _PROSE or is_finished(before) or not _STOPS.search(before):
        return False
    return mark(after) is None and (is_remainder(after) or _is_open(before, after))


def in_cell(parts: Iterable[Text]) -> Text:
    """The lines of a table cell as one text, at the place of the first that says something."""
    found: list[Text] = [part for text in parts for part in _lines(text)]
    if not found:
        return Text("")
    value = ""
    for part in found:
        apart = _WORD.match(value[-1:]) and _WORD.match(part.value)
        value += f" {part.value}" if apart else part.value
    return Text(value, (Run(0, found[0].at()),)) if len(found) > 1 else found[0]
