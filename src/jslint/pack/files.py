"""Where packs are, and their trees: the shipped ones from the cache, others from their text."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from jslint import regular, shipped, tree
from jslint.errors import PackError, UsageError, of_system
from jslint.limits import DEFAULT, unused
from jslint.patterns import regex
from jslint.phrases import Family
from jslint.rules.ground.options import OptionError
from jslint.tree import Scalar, store

if TYPE_CHECKING:
    from jslint.limits import Limits
    from jslint.tree import Node

said = Family("packs").phrase

_NEWLINE = regex("\r\n?")


def locate(name: str, beside: str) -> str:
    """A pack's file: a path as given, a file beside the extending one, or a shipped pack.

    Raises ``UsageError`` where there is no such file.
    """
    if name.endswith((".yaml", ".yml")):
        path = os.path.normpath(os.path.join(beside, name))
        if not os.path.isfile(path):
            raise UsageError(said("no-pack-file", name=name))
        return path
    path = os.path.normpath(os.path.join(shipped.folder(), f"{name}.yaml"))
    # A name with folders in it could be that of any file.
    if not (shipped.is_shipped(path) and os.path.isfile(path)):
        known = tuple(map(shipped.stem, shipped.packs()))
        raise UsageError(said("no-pack-shipped", name=name, known=known))
    return path


def text(path: str, limits: Limits = DEFAULT, known: int = 0) -> str:
    """The text of a pack's file; ``PackError`` where it cannot be read.

    It may be as large as it was ``known`` to be when it was read before.
    """
    try:
        data = regular.read(path, max(limits.most("pack-size"), known))
    except regular.LargeError as error:
        raise PackError(unused("pack-size", limits.pack_size), path) from error
    except regular.IrregularError as error:
        raise PackError(said("not-regular-file"), path) from error
    except OSError as error:
        raise PackError(said("cannot-be-read", error=of_system(error)), path) from error
    try:
        return _NEWLINE.sub("\n", data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise PackError(said("encoding"), path, line, 1) from error


Stamp = tuple[str, int, int]

#: The tree of each file with its stamp then and, where that was too fresh to be trusted, its text.
_trees: dict[str, tuple[Stamp, Node, str | None]] = {}
#: A file changed twice within this time (in nanoseconds) may bear one time of change.
_TICK = 50_000_000


def stamp(path: str) -> Stamp:
    """What tells a file's content from what it was or will be: whole path, size, time of change."""
    whole = os.path.abspath(path)
    if shipped.is_shipped(path):
        return whole, 0, 0
    try:
        found = os.stat(path)
    except OSError:
        return whole, 0, 0
    return whole, found.st_size, found.st_mtime_ns


def root(path: str, limits: Limits = DEFAULT) -> Node:
    """A pack's tree, its keys in English; read once a run, a shipped one from where it is kept."""
    now = stamp(path)
    last, found, unsure = _trees.get(path, (None, None, None))
    if found is not None and last == now and unsure is None:
        return found
    if shipped.is_shipped(path):
        found = store.load(path)
        if found is None:
            found = parsed(text(path), path)
            store.keep(path, found)
        _trees[path] = now, found, None
        return found
    source = text(path, limits, last[1] if last else 0)
    fresh = time.time_ns() - now[2] < _TICK
    if found is None or last != now or unsure != source:
        found = parsed(source, path)
    _trees[path] = now, found, source if fresh else None
    return found


def parsed(source: str, path: str) -> Node:
    """The tree of a pack's text, its keys in English; ``PackError`` where it is not well formed."""
    from jslint.pack import keywords  # noqa: PLC0415 - the shipped packs are kept in English

    try:
        return keywords.english(tree.parse(source, path))
    except tree.SyntaxFault as fault:
        raise PackError(fault.message, path, fault.line, fault.column) from fault
    except OptionError as error:
        raise located(error, path, source) from error


def located(error: OptionError, path: str, source: str | None = None) -> PackError:
    """The error for a pack's user: with the line and column, also inside a scalar of many lines."""
    node = error.node
    line, column = node.line, node.column
    if isinstance(node, Scalar) and error.offset is not None:
        line, column = _inside(node, error.offset, text(path) if source is None else source)
    return PackError(error.message, path, line, column)


def _inside(node: Scalar, offset: int, source: str) -> tuple[int, int]:
    if not node.end:  # from a kept tree, which holds only where values begin
        return node.line, node.column + offset
    from jslint.tree import places  # noqa: PLC0415 - only to say where something is wrong

    place = places.text_of(node, source.removeprefix("\ufeff")).at(offset, offset + 1)
    return place.line or node.line, place.column or node.column
