"""Patterns of paths, as a configuration writes them: ``草稿/**``, ``*.md``, ``2019?/附表.xlsx``.

``*`` is any part of a name, ``?`` one character, ``**`` any number of folders. A pattern without
``/`` matches a name at any depth, any other the whole path from the configuration's folder.
"""

from __future__ import annotations

import os
from functools import cache

import re2


def matches(patterns: tuple[str, ...], path: str, folder: str, *, within: bool = False) -> bool:
    """Whether one of the patterns matches a path, seen from a folder.

    With ``within``, what lies in a folder that matches does so too.
    """
    if not patterns:
        return False
    try:
        seen = os.path.relpath(path, folder or os.curdir).replace(os.sep, "/")
    except ValueError:  # another drive of Windows
        seen = path.replace(os.sep, "/")
    return _compiled(patterns, within).fullmatch(seen) is not None


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
