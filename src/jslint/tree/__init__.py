"""YAML and JSON as a tree in which every node knows its line and column.

``parse`` refuses, with ``SyntaxFault``, what is not well formed and what a report or a pack has no
use for: duplicate keys, merge keys, tags, several documents, keys that are no scalar, nesting and
aliases without bound.
"""

from __future__ import annotations

from jslint.limits import DEFAULT, Limits
from jslint.tree.nodes import (
    BoundFault,
    DuplicateKeyFault,
    Mapping,
    Node,
    Scalar,
    Sequence,
    SyntaxFault,
)

__all__ = [
    "BoundFault",
    "DuplicateKeyFault",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "SyntaxFault",
    "parse",
    "parse_json",
    "parse_yaml",
]


def parse(text: str, path: str, limits: Limits = DEFAULT) -> Node:
    """The tree of a file's text: JSON where the name ends in ``.json``, else YAML.

    Raise ``SyntaxFault`` where it is not well formed, ``DuplicateKeyFault`` for a key named twice.
    """
    read = parse_json if path.lower().endswith(".json") else parse_yaml
    return read(text, limits)


def parse_yaml(text: str, limits: Limits = DEFAULT) -> Node:
    """The tree of a YAML text; a byte order mark at its head counts as no character."""
    from jslint.tree import events  # noqa: PLC0415 - loads ruamel.yaml, about 15 ms

    return events.parse(text.removeprefix("\ufeff"), limits)


def parse_json(text: str, limits: Limits = DEFAULT) -> Node:
    """The tree of a JSON text; a byte order mark at its head counts as no character."""
    from jslint.tree import tokens  # noqa: PLC0415 - most runs read no JSON

    return tokens.parse(text.removeprefix("\ufeff"), limits)
