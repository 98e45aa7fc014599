"""Readers of rule options: a node of the pack's YAML to a checked value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import re2

from jslint.tree import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable


class OptionError(Exception):
    """An option's value is not what its kind reads; ``node`` is where it stands."""

    def __init__(self, message: str, node: Node) -> None:
        """Say what was expected, and keep the node for its place."""
        self.node = node
        super().__init__(message)


def text(node: Node) -> str:
    """A scalar, as text."""
    if not isinstance(node, Scalar):
        raise OptionError("expected a text", node)
    return node.value


def texts(node: Node) -> tuple[str, ...]:
    """A list of texts; a single text reads as a list of one."""
    if isinstance(node, Scalar):
        return (node.value,)
    return tuple(text(item) for item in items(node))


def items(node: Node) -> tuple[Node, ...]:
    """The nodes of a list."""
    if not isinstance(node, Sequence):
        raise OptionError("expected a list", node)
    return node.items


def flag(node: Node) -> bool:
    """``true`` or ``false``."""
    value = text(node)
    if value not in ("true", "false"):
        raise OptionError(f"expected true or false, not {value!r}", node)
    return value == "true"


def integer(node: Node) -> int:
    """A whole number, not negative, at most 100,000."""
    value = text(node)
    if not value.isascii() or not value.isdigit() or int(value) > 100_000:  # noqa: PLR2004
        raise OptionError(f"expected a whole number from 0 to 100000, not {value!r}", node)
    return int(value)


def choice(*allowed: str) -> Callable[[Node], str]:
    """One of the given words."""

    def read(node: Node) -> str:
        value = text(node)
        if value not in allowed:
            raise OptionError(f"expected one of {', '.join(allowed)}, not {value!r}", node)
        return value

    return read


def pattern(node: Node) -> re2._Regexp:
    """A regular expression (RE2 syntax: linear time, so no look-around or back-references)."""
    try:
        return re2.compile(text(node))
    except re2.error as error:
        reason = error.args[0]
        reason = reason.decode() if isinstance(reason, bytes) else reason
        raise OptionError(f"not a regular expression: {reason}", node) from error


def patterns(node: Node) -> tuple[re2._Regexp, ...]:
    """A list of regular expressions; a single one reads as a list of one."""
    if isinstance(node, Scalar):
        return (pattern(node),)
    return tuple(pattern(item) for item in items(node))


def mapping(node: Node, allowed: dict[str, Callable[[Node], object]]) -> dict[str, object]:
    """A mapping with these keys only, each read by its function."""
    if not isinstance(node, Mapping):
        raise OptionError("expected a mapping", node)
    result: dict[str, object] = {}
    for key, value in node.entries:
        if key.value not in allowed:
            raise OptionError(f"unknown key {key.value!r}; known: {', '.join(sorted(allowed))}", key)
        result[key.value] = allowed[key.value](value)
    return result
