"""What notes and the command that writes them say, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.phrases import Family

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.annotations.model import Note

say = Family("annotations")


def lines(note: Note, lang: str) -> Iterator[str]:
    """All that a note says, a paragraph each, its head first.

    The first never begins as a remark to the checker does, so that none is taken for one.
    """
    yield note.head
    if note.wrote and note.expected:
        yield say(lang, "wrote", words=note.wrote)
        yield say(lang, "maybe" if note.maybe else "expected", words=note.expected)
    yield note.message
    yield from (say(lang, "sum", words=one) for one in note.sums)
    if note.basis:
        yield say(lang, "basis", words=note.basis)
    yield from note.others
