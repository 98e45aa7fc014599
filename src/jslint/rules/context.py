"""What a rule may look at: the report, what its sentences claim, and how to speak."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from jslint.document import Paragraph, Report, Section, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Located:
    """A paragraph or table with the sections it stands in, outermost first."""

    path: tuple[Section, ...]
    block: Paragraph | Table


@dataclass(frozen=True, slots=True)
class Prose:
    """A piece of text to search: a paragraph, a heading or a table cell (``role`` says which)."""

    path: tuple[Section, ...]
    text: Text
    role: str


@dataclass(frozen=True)
class Context:
    """One report, ready to be checked. ``lang`` is ``zh`` or ``en``."""

    report: Report
    lang: str = "zh"
    parameters: dict[str, str] = field(default_factory=dict)

    @cached_property
    def blocks(self) -> tuple[Located, ...]:
        """Every paragraph and table, in reading order."""
        return tuple(
            Located(path, block)
            for path in self.report.walk()
            for block in path[-1].blocks
            if not isinstance(block, Section)
        )

    @cached_property
    def prose(self) -> tuple[Prose, ...]:
        """Every heading, paragraph, table title and note, but no table cell, in reading order."""
        return tuple(self._prose())

    def _prose(self) -> Iterator[Prose]:
        for path in self.report.walk():
            if path[-1].heading:
                yield Prose(path, path[-1].heading, "heading")
            for block in path[-1].blocks:
                if isinstance(block, Paragraph):
                    yield Prose(path, block.text, block.role)
                elif isinstance(block, Table):
                    if block.title:
                        yield Prose(path, block.title, "title")
                    for note in block.notes:
                        yield Prose(path, note.text, "note")

    @cached_property
    def tables(self) -> tuple[Located, ...]:
        """Every table, in reading order."""
        return tuple(located for located in self.blocks if isinstance(located.block, Table))
