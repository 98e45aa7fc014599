"""YAML and JSON as a tree in which every node knows its line and column.

Interface (the parser is being written): ``parse(text, path) -> Node``, ``SyntaxFault``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    """A value and the place of its first character; lines and columns count from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar(Node):
    """A scalar as written: ``7.20`` stays ``7.20``; ``plain`` is false for quoted and block scalars."""

    value: str
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Sequence(Node):
    """A list."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Mapping(Node):
    """A mapping in source order, keys unique."""

    entries: tuple[tuple[Scalar, Node], ...]

    def get(self, key: str) -> Node | None:
        """The value under a key, or None."""
        return next((value for name, value in self.entries if name.value == key), None)
