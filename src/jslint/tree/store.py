"""Shipped packs, parsed once: their trees are kept beside them as Python keeps bytecode.

Parsing the packs and loading the YAML library takes a quarter of a whole check, and the packs change
only with the installed version. The kept tree is used only while the pack's size and time of change
are the same; where it cannot be written, nothing is lost but time.
"""

from __future__ import annotations

import marshal
import os
import sys
from typing import TYPE_CHECKING, cast

from jslint import __version__
from jslint.tree.nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from pathlib import Path

_Plain = tuple[object, ...]


def load(path: Path) -> Node | None:
    """The kept tree of a file; None where there is none for the file as it is now."""
    try:
        stamp, plain = marshal.loads(_beside(path).read_bytes())
        return _grow(plain) if stamp == _stamp(path) else None
    except (OSError, ValueError, EOFError, TypeError):
        return None


def keep(path: Path, root: Node) -> None:
    """Keep a file's tree beside it, if Python may write bytecode there."""
    if sys.dont_write_bytecode:
        return
    target = _beside(path)
    fresh = target.with_name(f"{target.name}.{os.getpid()}")
    try:
        target.parent.mkdir(exist_ok=True)
        fresh.write_bytes(marshal.dumps((_stamp(path), _flatten(root))))
        fresh.replace(target)
    except OSError:
        return


def _beside(path: Path) -> Path:
    return path.parent / "__pycache__" / f"{path.stem}.{sys.implementation.cache_tag}.tree"


def _stamp(path: Path) -> tuple[str, int, int]:
    found = path.stat()
    return __version__, found.st_size, found.st_mtime_ns


def _flatten(node: Node) -> _Plain:
    """A tree as nested tuples: only what readers of packs use, places included."""
    if isinstance(node, Scalar):
        return node.line, node.column, node.value, node.plain
    if isinstance(node, Mapping):
        entries = tuple((_flatten(key), _flatten(value)) for key, value in node.entries)
        return node.line, node.column, entries, None, None
    assert isinstance(node, Sequence)
    return node.line, node.column, tuple(_flatten(item) for item in node.items)


def _grow(plain: _Plain) -> Node:
    line, column, content = cast("tuple[int, int, object]", plain[:3])
    if len(plain) == 4:  # noqa: PLR2004 - a scalar
        return Scalar(line, column, value=cast("str", content), plain=bool(plain[3]))
    children = cast("tuple[_Plain, ...]", content)
    if len(plain) == 3:  # noqa: PLR2004 - a sequence
        return Sequence(line, column, items=tuple(_grow(item) for item in children))
    pairs = cast("tuple[tuple[_Plain, _Plain], ...]", children)
    return Mapping(line, column, entries=tuple(
        (cast("Scalar", _grow(key)), _grow(value)) for key, value in pairs
    ))
