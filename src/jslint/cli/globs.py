"""Patterns of paths, as a configuration writes them: ``草稿/**``, ``*.md``, ``2019?/附表.xlsx``.

``*`` is any part of a name, ``?`` one character, ``**`` any number of folders. A pattern without
``/`` matches a name at any depth, any other the whole path from the configuration's folder.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

import re2

from jslint.cli import paths
from jslint.patterns import matchable

if TYPE_CHECKING:
    from collections.abc import Iterator


def matches(patterns: tuple[str, ...], path: str, folder: str, *, within: bool = False) -> bool:
    """Whether one of the patterns matches a path, seen from a folder.

    With ``within``, what lies in a folder that matches does so too.
    """
    if not patterns:
        return False
    found = paths.seen(path, folder)
    return _compiled(patterns, within).fullmatch(matchable(found)) is not None


def expanded(pattern: str) -> Iterator[str]:
    """The paths that are there for a pattern, as a shell gives them: nothing hidden for a wildcard.

    ``**`` goes into no folder that is a link, or links in a circle would have no end.
    """
    drive, path = os.path.splitdrive(pattern.replace(os.sep, "/"))
    root = f"{drive}/" if path.startswith("/") else drive
    parts = [part for part in path.split("/") if part]
    several = [part == before == "**" for part, before in zip(parts, ["", *parts], strict=False)]
    yield from _found(root, [part for part, again in zip(parts, several, strict=True) if not again])


def _found(folder: str, parts: list[str]) -> Iterator[str]:
    """The paths below a folder (empty for the current one, else it ends in a ``/``)."""
    part, *rest = parts
    if part == "**":
        yield from _found(folder, rest or ["*"])
        for entry in _entries(folder):
            if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
                yield from _found(f"{folder}{entry.name}/", parts)
        return
    if "*" in part or "?" in part:
        fits = re2.compile(f"(?s{'i' if os.name == 'nt' else ''}:{_part(part)})")
        named = (one.name for one in _entries(folder) if fits.fullmatch(matchable(one.name)))
        names = [name for name in named if part.startswith(".") or name[0] != "."]
    else:
        names = [part] if os.path.lexists(f"{folder}{part}") else []
    for name in names:
        if not rest:
            yield f"{folder}{name}"
        elif os.path.isdir(f"{folder}{name}"):
            yield from _found(f"{folder}{name}/", rest)


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder or os.curdir) as entries:
            return sorted(entries, key=lambda one: one.name)
    except OSError:  # a folder that may not be listed has nothing to give
        return []


@cache
def _compiled(patterns: tuple[str, ...], within: bool) -> re2._Regexp:  # noqa: FBT001
    # RE2, because a pattern with many stars must take no more than linear time.
    tail = "(?:/.*)?" if within else ""
    return re2.compile(f"(?s:(?:{'|'.join(map(_expression, patterns))}){tail})")


def _expression(pattern: str) -> str:
    written = pattern.strip().replace("\\", "/").removeprefix("./").rstrip("/")
    *above, name = written.removeprefix("/").split("/")
    folders = ["(?:.*/)?" if part == "**" else f"{_part(part)}/" for part in above]
    if "/" not in written:
        folders = ["(?:.*/)?"]
    return "".join(folders) + (".+" if name == "**" else _part(name))


def _part(part: str) -> str:
    """A part of a path between two ``/``; what is no wildcard stands for itself."""
    wild = {"*": "[^/]*", "?": "[^/]"}
    return "".join(wild.get(char) or re2.escape(char) for char in part)
