"""Shipped packs, parsed once: their trees are kept in the user's cache, as Python keeps bytecode.

Parsing the packs and loading the YAML library takes a quarter of a whole check, and the packs change
only with the installed version. The kept tree is used only while the pack's size and time of change
are the same, and only whole, which a checksum shows: what is damaged, or another version's, counts as
none. Where it cannot be written, nothing is lost but time. With
``JSLINT_NO_CACHE`` set it is neither written nor used.
"""

from __future__ import annotations

import marshal
import os
import sys
import zlib
from typing import Any

from jslint import keeping
from jslint.tree.nodes import Mapping, Node, Scalar, Sequence

#: Another number for each change of what is kept, and how.
_LAYOUT = 3

_Plain = tuple[object, ...]

#: So many members has a scalar as it is kept.
_SCALAR = 4

#: Keys of packs that are looked at only when a pack is built, or (examples) not even then.
_SELDOM = frozenset(("checklist", "examples", "facts", "rules"))


class Seldom(Node, frozen=True):
    """A part of a tree in its kept form."""

    kept: bytes


def grown(node: Node) -> Node:
    """A node as it is, or what a kept part holds."""
    return _grow(marshal.loads(node.kept)) if isinstance(node, Seldom) else node


def load(path: str) -> Node | None:
    """The kept tree of a file; None where there is none for the file as it is now."""
    if keeping.is_off():
        return None
    try:
        body = keeping.load(_kept(path), _made(path))
        return None if body is None else _grow(marshal.loads(body))
    except (OSError, ValueError, EOFError, TypeError, LookupError):
        return None


def keep(path: str, root: Node) -> None:
    """Keep a file's tree for the next run, if the cache can be written."""
    if keeping.is_off():
        return
    body = marshal.dumps(_flatten(root))  # type: ignore[arg-type]
    try:
        keeping.save(_kept(path), _made(path), body)
    except OSError:
        return


def _kept(path: str) -> str:
    """Where a file's tree is kept: by its whole path, for several installations side by side."""
    stem = os.path.basename(path).partition(".")[0]
    place = zlib.crc32(os.fsencode(keeping.origin(path)))
    name = f"{place:08x}-{stem}.{sys.implementation.cache_tag}.tree"
    return os.path.join(keeping.folder(), name)


def _made(path: str) -> str:
    """What a tree is made by and from."""
    found = os.stat(keeping.origin(path))
    return f"{_LAYOUT} {found.st_size} {found.st_mtime_ns}"


def _flatten(node: Node) -> _Plain:
    """A tree as nested tuples: only what readers of packs use, places included."""
    if isinstance(node, Scalar):
        return node.line, node.column, node.value, node.plain
    if isinstance(node, Mapping):
        entries = tuple(
            (_flatten(key), _pack(value) if key.value in _SELDOM else _flatten(value))
            for key, value in node.entries
        )
        return node.line, node.column, entries, None, None
    assert isinstance(node, Sequence)
    return node.line, node.column, tuple(_flatten(item) for item in node.items)


def _pack(node: Node) -> _Plain:
    """A part of a tree that is grown only when it is looked at."""
    kept = marshal.dumps(_flatten(node))  # type: ignore[arg-type]
    return node.line, node.column, kept, None, None, None


def _grow(plain: Any) -> Node:
    """A tree from nested tuples: what ``_flatten`` made of it, told apart by their length."""
    size = len(plain)
    line, column, content = plain[:3]
    if size == _SCALAR:
        return Scalar(*plain)
    if size == 3:  # a sequence
        items = [Scalar(*one) if len(one) == _SCALAR else _grow(one) for one in content]
        return Sequence(line, column, tuple(items))
    if size == 6:  # a part that is seldom looked at
        return Seldom(line, column, content)
    # Nearly all that there is are keys and short values.
    entries = [
        (Scalar(*key), Scalar(*value) if len(value) == _SCALAR else _grow(value))
        for key, value in content
    ]
    return Mapping(line, column, tuple(entries))
