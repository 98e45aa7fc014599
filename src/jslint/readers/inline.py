"""Markdown inside a line: what to leave out so that the words remain, at their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.patterns import regex
from jslint.readers import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.document import Text

# Every group is left out. Emphasis by a single mark needs its partner, so that a footnote's
# asterisk and the blanks of a form (____) stay.
_MARKUP = regex(
    r"(\\)(?=[!-/:-@\[-`{-~])"
    r"|(<!--.{0,300}?-->|</?[A-Za-z][^<>]{0,200}>|&(?:nbsp|emsp|ensp);)"
    r"|(!?\[)[^\[\]]{0,300}(\]\([^()\s]{0,300}(?:\s[^()]{0,100})?\))"
    r"|(?<!\*)(\*{2,3})(?!\*)"
    r"|(?<!_)(__)(?=[^\s_])[^_]{1,200}(?<=\S)(__)(?!_)"
    r"|(?<![*\d])(\*)(?=[^\s*])[^*]{1,200}(?<=\S)(\*)(?![*\d])"
    r"|(~~|`{1,3})"
)


def plain(text: Text) -> Text:
    """The text without emphasis marks, link targets, tags and escapes."""
    if not _MARKUP.search(text.value):
        return text
    return texts.without(text, sorted(_spans(text.value, 0, len(text.value))))


def _spans(value: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans to leave out, those inside a link or an emphasis too."""
    while match := _MARKUP.search(value, start, end):
        spans = [match.span(group) for group in range(1, _MARKUP.groups + 1) if match[group]]
        yield from spans
        start = match.end()
        if match[1]:
            start += 1
        elif len(spans) > 1:
            yield from _spans(value, spans[0][1], spans[1][0])
