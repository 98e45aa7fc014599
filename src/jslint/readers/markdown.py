"""A report as Markdown to the document: as text, but mark-up tells headings, lists and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.limits import Meter
from jslint.patterns import regex
from jslint.readers import (
    asides,
    body,
    boxed,
    celled,
    front,
    furniture,
    outline,
    pipes,
    spaced,
    tabs,
    tagged,
    texts,
)
from jslint.readers.decoding import decode
from jslint.readers.inline import plain
from jslint.readers.kinds import bullet
from jslint.readers.layout import Layout
from jslint.readers.lines import lines, split

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.document import Report
    from jslint.readers.lines import Line

_HEADING = regex(r"(#{1,6})\s{0,9}(?=[^#\s])")
_CLOSING = regex(r"\s{1,9}#{1,6}$")
_UNDERLINE = regex(r"={3,200}")
_RULE = regex(r"-{3,200}|\*{3,200}|(?:[-*_] ){2,60}[-*_]")
_FENCE = regex(r"(?:```|~~~)[^`~]{0,60}")
_QUOTE = regex(r">\s{0,4}")
_TASK = regex(r"\[[ xX]\]\s{1,4}")
_BREAK = regex(r"\\$")


def read(data: bytes, path: str, meter: Meter | None = None) -> Report:
    """The report in a Markdown file; raise ``UnreadableError`` where it is no text, or too much."""
    meter = meter or Meter(path)
    rows = split(decode(data, path))
    meter.spend("lines", len(rows))
    meter.allow("paragraph-length", max(map(len, rows), default=0))
    found, said = asides.taken(list(lines(rows)))
    kept = furniture.drop(list(_marked(_below_front_matter(found))))
    head = front.read([line.text for line in kept], [line.level for line in kept])
    items = body.items(
        kept[head.size :],
        head,
        (tagged.tables, boxed.tables, pipes.tables, tabs.tables, celled.tables, spaced.tables),
        _soft,
    )
    return replace(outline.assemble(head, items, path, rows), asides=said)


def _soft(_lines: Sequence[Line]) -> Layout:
    return Layout(soft=True)


def _below_front_matter(found: Sequence[Line]) -> Sequence[Line]:
    """The lines below a leading block between two lines of three dashes."""
    if not found or found[0].value != "---" or found[0].source.at().line != 1:
        return found
    end = next((index for index, line in enumerate(found[1:], 1) if line.value == "---"), 0)
    return found[end + 1 :]


def _marked(found: Sequence[Line]) -> Iterator[Line]:
    """The lines with their mark-up read and left out."""
    gap = False
    tables = tagged.within(found)
    for index, line in enumerate(found):
        if index in tables:
            yield replace(line, gap=line.gap or gap)
            gap = False
            continue
        if _FENCE.fullmatch(line.value) or _UNDERLINE.fullmatch(line.value):
            continue
        if _RULE.fullmatch(line.value):
            gap = True
            continue
        following = found[index + 1] if index + 1 < len(found) else None
        title = following and not following.gap and _UNDERLINE.fullmatch(following.value)
        marked = _line(line)
        if marked.text:
            yield replace(marked, gap=line.gap or gap, level=1 if title else marked.level)
            gap = False


def _line(line: Line) -> Line:
    text, level = line.text, None
    quote = _QUOTE.match(text.value)
    if quote:
        text = texts.cut(text, quote.end())
    found = _HEADING.match(text.value)
    if found:
        level = len(found[1])
        closing = _CLOSING.search(text.value)
        text = texts.cut(text, found.end(), closing.start() if closing else None)
    length = 0 if found else bullet(text.value)
    text = texts.cut(text, length)
    task = _TASK.match(text.value) if length else None
    end = _BREAK.search(text.value)
    text = texts.cut(text, task.end() if task else 0, end.start() if end else None)
    return replace(line, text=texts.strip(plain(text)), level=level, bullet=length > 0)
