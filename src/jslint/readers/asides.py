"""Remarks to the checker in a source, and what each is about: a line, or the one below it.

A reader takes them out before it reads, so that a report with a remark reads as one without.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from jslint.document import Aside, Place
from jslint.patterns import regex
from jslint.readers import texts
from jslint.readers.lines import line_of
from jslint.tree import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.readers.lines import Line
    from jslint.tree import Node

#: What a remark begins with; without its colon it is one where the verb leaves no doubt.
_HEAD = r"jslint(?:\s{0,9}[:：]\s{0,9}|[\s_-]{0,9}(?=(?:ignore|disable)(?:[\s:：]|\Z)|忽略))"
_COMMENT = regex(rf"<!--\s{{0,9}}{_HEAD}([^\n]{{0,600}}?)\s{{0,9}}-->", re.IGNORECASE)
_NOTE = regex(rf"(?<!\S)#\s{{0,9}}{_HEAD}([^\W\d][^\n]*)", re.IGNORECASE)
_BREAK = regex(r"\r\n?|\n")
_SAID = regex(rf"\s{{0,9}}{_HEAD}", re.IGNORECASE)


def taken(found: list[Line]) -> tuple[list[Line], tuple[Aside, ...]]:
    """The lines without the remarks ``<!-- jslint: … -->``, and those.

    One on a line of its own is about the next line that holds anything else.
    """
    if not any("<!--" in line.value for line in found):
        return found, ()
    kept: list[Line] = []
    asides: list[Aside] = []
    waiting: list[Aside] = []
    gap = False
    for line in found:
        rest, said = _without(line, gap=line.gap or gap)
        if rest is None:
            waiting += said
            gap = gap or line.gap
            continue
        number = rest.source.at().line or 0
        asides += (_about(one, number, number) for one in (*waiting, *said))
        kept.append(rest)
        waiting, gap = [], False
    return kept, (*asides, *waiting)


def _without(line: Line, *, gap: bool) -> tuple[Line | None, list[Aside]]:
    """A line without its remarks, None where it holds nothing else; and these."""
    source = line.source
    spans = list(_COMMENT.finditer(source.value))
    said = [Aside(one[1], source.at(*one.span())) for one in spans]
    rest = texts.without(source, [one.span() for one in spans]) if spans else source
    if spans and not rest.value.strip():
        return None, said
    return line_of(rest, gap=gap, page=line.page), said


def _about(aside: Aside, first: int, last: int) -> Aside:
    """The same, about these lines and those between them."""
    return Aside(aside.words, aside.place, (first,), (last + 1,))


def in_yaml(root: Node, source: str, lines: tuple[str, ...]) -> tuple[Aside, ...]:
    """The remarks ``# jslint: …`` of a YAML source.

    One is about what begins on its own line or, where it stands alone, on the next line that is no
    comment; a text of several lines is one thing.
    """
    if "jslint" not in source.lower():
        return ()
    found = [(number, one) for number, row in enumerate(lines, 1) for one in _NOTE.finditer(row)]
    scalars = sorted(_scalars(root), key=_start)
    starts = [0, *(match.end() for match in _BREAK.finditer(source)), len(source)]
    last = _last_lines(scalars, starts)
    below = _below(lines)
    return tuple(
        _in_yaml(number, one, lines[number - 1], below, last)
        for number, one in found
        if not _is_text(starts[number - 1] + one.start(), scalars)
    )


def _in_yaml(
    number: int, match: re.Match[str], row: str, below: list[int], last: dict[int, int]
) -> Aside:
    """The remark of a line, about what begins there or, where it stands alone, on the line below."""
    column = match.start() + 1
    place = Place(
        order=(number, column), line=number, column=column, end_line=number,
        end_column=len(row.rstrip()) + 1,
    )  # fmt: skip
    aside = Aside(match[1].rstrip(), place)
    target = number if row[: match.start()].strip() else below[number]
    return _about(aside, target, last.get(target, target)) if target else aside


def _below(lines: tuple[str, ...]) -> list[int]:
    """For each line, by its number from 0, the next one that is neither blank nor a comment; 0 for none."""
    found = [0]
    for number in range(len(lines), 0, -1):
        line = lines[number - 1].lstrip()
        found.append(number if line and line[0] != "#" else found[-1])
    return found[::-1]


def _is_text(index: int, scalars: list[Scalar]) -> bool:
    """Whether a character of the source stands inside a text."""
    at = bisect_right(scalars, index, key=_start) - 1
    return at >= 0 and index < scalars[at].end


def _start(scalar: Scalar) -> int:
    return scalar.start


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield key
            yield from _scalars(value)


def _last_lines(scalars: list[Scalar], starts: list[int]) -> dict[int, int]:
    """The last line of the longest text that begins on each line."""
    ends: dict[int, int] = {}
    for one in scalars:
        last = max(one.line, bisect_left(starts, one.end))
        ends[one.line] = max(ends.get(one.line, 0), last)
    return ends


def of_comment(words: str) -> str | None:
    """What a comment of an office file says to the checker; None where it speaks to people."""
    match = _SAID.match(words)
    return " ".join(words[match.end() :].split()) if match else None
