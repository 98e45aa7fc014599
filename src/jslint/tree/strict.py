"""What libyaml lets pass and YAML does not allow.

A search of the source says first whether it can hold any of it; few do, and only those are walked.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from jslint.patterns import regex
from jslint.tree import problems
from jslint.tree.nodes import Lines, Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCKS = ("|", ">")
_DIRECTIVE = regex(r"%YAML[ \t]+[0-9]+\.[0-9]+[^ \t\r\n]")
#: No comment begins right behind any of these.
_GLUED = regex(r"#(?<=[\"'\]},|>+\-0-9]#)")
_DASH = regex(r"[\[{,]\s*(-)\s*[,\]}]")
_BLANK_LINE = regex(r"\n +\r?\n")
_BLANK_HEAD = regex(r"[|>][-+]?[ \t]*(?:#.*)?\r?\n(?: *\r?\n)+")
_COMMENT = regex(r"(?:^|\s)#", re.MULTILINE)
#: A line of a flow node behind its first: its spaces, and what stands behind them.
_CONTINUED = regex(r"[\r\n]( *+)(?![ \t]*+[\r\n])(?=([^\r\n]))")
_LINE = regex(r"( *+)([^\r\n]?)")
_BREAK = regex(r"[\r\n]")


class Spread(NamedTuple):
    """A flow node on several lines: its place, and the column that they must stand behind."""

    start: int
    end: int
    column: int


def require(text: str, root: Node, spread: list[Spread]) -> None:
    """Raise ``SyntaxFault`` for the first thing of its kind that the parser has let pass."""
    if _DIRECTIVE.match(text):
        raise Lines(text).fault(0, problems.DIRECTIVE)
    for node in spread:
        _require_indented(text, node)
    if _GLUED.search(text) or _DASH.search(text) or _BLANK_LINE.search(text):
        _require_scalars(text, root)


def _require_indented(text: str, node: Spread) -> None:
    """A closing mark may stand at the margin: it is usual, and nothing is read otherwise."""
    for line in _CONTINUED.finditer(text, node.start, node.end - 1):
        if len(line[1]) <= node.column and line[2] not in "]}#":
            raise Lines(text).fault(line.end(), problems.CONTINUED)


def _require_scalars(text: str, root: Node) -> None:
    found = sorted(_scalars(root, 0), key=lambda one: one[0].start)
    _require_comments(text, [scalar for scalar, _ in found])
    for scalar, column in found:
        if scalar.plain and scalar.value == "-":
            raise Lines(text).fault(scalar.start, problems.DASH)
        if scalar.style in _BLOCKS:
            _require_even(text, scalar, column)


def _scalars(node: Node, column: int) -> Iterator[tuple[Scalar, int]]:
    """Every scalar with the number of the column, from 0, that the node around it begins in."""
    if isinstance(node, Scalar):
        yield node, column
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item, node.column - 1)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            for part in entry:
                yield from _scalars(part, node.column - 1)


def _require_comments(text: str, scalars: list[Scalar]) -> None:
    """A ``#`` is part of a scalar, or of a comment that begins before it on its line."""
    starts = [scalar.start for scalar in scalars]
    passed = 0
    for match in _GLUED.finditer(text):
        at = match.start()
        if at < passed:
            continue
        since = 0
        if scalars:  # none in [] and {}
            before = scalars[max(0, bisect_right(starts, at) - 1)]
            since = before.start if _is_head(text, before, at) else before.end
            if before.start <= at < since:
                passed = since
                continue
        begin = max(passed, _line(text, passed, at) - 1, since if since <= at else 0)
        if not _COMMENT.search(text, begin, at):
            raise Lines(text).fault(at, problems.COMMENT)
        passed = _end(text, at)


def _is_head(text: str, scalar: Scalar, at: int) -> bool:
    """Whether a place is on the line of a block scalar's indicator, where a comment may stand."""
    return scalar.style in _BLOCKS and scalar.start <= at < _end(text, scalar.start)


def _line(text: str, since: int, at: int) -> int:
    """Where the line of a place begins, if not before ``since``: what lies there is not searched."""
    begin = text.rfind("\n", since, at) + 1
    return max(begin, text.rfind("\r", max(begin, since), at) + 1)


def _end(text: str, at: int) -> int:
    """Where the line of a place ends."""
    found = _BREAK.search(text, at)
    return found.start() if found else len(text)


def _require_even(text: str, scalar: Scalar, column: int) -> None:
    """The empty lines that a block scalar begins with have no more spaces than its first line."""
    head = _BLANK_HEAD.match(text, scalar.start)
    first = _LINE.match(text, head.end()) if head else None
    if head is None or first is None or not first[2] or len(first[1]) <= column:
        return
    for blank in re.finditer(r"\n( *)(?=\r?\n)", text[scalar.start : head.end()]):
        if len(blank[1]) > len(first[1]):
            raise Lines(text).fault(scalar.start + blank.start(1), problems.UNEVEN)
