"""Whose figures sentences tell of, where no title says whose report it is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from jslint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

#: What a sentence opens with that is a body's and of a year: 云岭县水务局2024年度….
_OPENS = regex(
    r"(?:^|[。；])\s*(?:(?:[（(]?[〇零一二三四五六七八九十\d]{1,3}[)）、.．]){0,2}\s*)"
    r"(?P<body>(?![本我各全该上])[^\W\d年和与及]{3,30}[局厅委心院所校学园馆站队会社府处署团部室办司科场库台镇乡道])"
    r"\s?20\d\d\s?年"
)
#: A body of which one sentence speaks so may be any; of which several do is the report's.
_LEAST = 2


def speaker(paragraphs: Iterable[str]) -> str:
    """The body that sentences open with again and again, if it is but one; empty if there is none."""
    found = Counter(
        match["body"] for paragraph in paragraphs for match in _OPENS.finditer(paragraph)
    )
    said = [body for body, times in found.items() if times >= _LEAST]
    return said[0] if len(found) == 1 and said else ""
