"""The smallest consistent text in which a finding stays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from truth.book import keys_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from truth.book import Book

_SENTENCE = re.compile(r"(?:[^。]|(?<=[）)])。)*(?<![）)])。|.+")


def shrunk(lines: Sequence[str], book: Book, fails: Callable[[list[str]], bool]) -> list[str]:
    """Fewer lines and sentences, none of which is related to what was left out."""
    kept = list(lines)
    again = True
    while again:
        again = False
        for fewer in _fewer(kept):
            if _closed(kept, fewer, book) and fails(fewer):
                kept, again = fewer, True
                break
    return kept


def _fewer(lines: list[str]) -> Iterator[list[str]]:
    """The lines without one of them, or without one sentence."""
    for at, line in enumerate(lines):
        yield [*lines[:at], *lines[at + 1 :]]
        sentences = _SENTENCE.findall(line)
        if len(sentences) < 2:
            continue
        for which in range(len(sentences)):
            rest = "".join(one for number, one in enumerate(sentences) if number != which)
            yield [*lines[:at], rest, *lines[at + 1 :]]


def _closed(before: list[str], after: list[str], book: Book) -> bool:
    """Whether no relation holds between what was left out and what is kept."""
    kept = keys_in("\n".join(after))
    gone = keys_in("\n".join(before)) - kept
    return not any(
        gone & set(relation.keys) and kept & set(relation.keys) for relation in book.relations
    )
