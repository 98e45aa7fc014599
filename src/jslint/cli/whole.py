"""A file that is part of a report of several: in its place the manifest that names it is checked.

A gate hands over the files that changed; a narrative without its tables would be judged by halves.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from jslint import regular
from jslint.cli import files, manifest
from jslint.errors import UnreadableError
from jslint.limits import Meter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jslint.limits import Limits

_ENDINGS = (".yaml", ".yml", ".json")
#: A manifest is a few lines; what is larger is none.
_LARGEST = 1 << 20


def with_manifests(paths: Iterable[str], limits: Limits, lang: str) -> tuple[str, ...]:
    """The inputs, each with its manifest in its place where a folder above it has one, once each."""
    known: dict[str, dict[str, str]] = {}
    return tuple(dict.fromkeys(_manifest(path, known, limits, lang) or path for path in paths))


def _manifest(path: str, known: dict[str, dict[str, str]], limits: Limits, lang: str) -> str:
    """The manifest that names a file, in its folder or one above it; empty for none."""
    if path == files.STDIN:
        return ""
    whole = os.path.realpath(path)
    for folder in _above(path):
        if folder not in known:
            known[folder] = dict(_members(folder, limits, lang))
        if whole in known[folder]:
            return known[folder][whole]
    return ""


def _above(path: str) -> Iterator[str]:
    """The folder of a file and those above it, up to the current one or the repository's top."""
    folder = os.path.dirname(path)
    top = os.path.realpath(os.curdir)
    while True:
        yield folder
        here = os.path.realpath(folder or os.curdir)
        if (
            here == top
            or os.path.exists(os.path.join(here, ".git"))
            or here == os.path.dirname(here)
        ):
            return
        above = os.path.dirname(folder) if folder not in ("", ".", "..") else None
        if above is None or (not above and os.path.isabs(path)):
            return
        folder = above


def _members(folder: str, limits: Limits, lang: str) -> Iterator[tuple[str, str]]:
    """Each file that a manifest of this folder names, whole, with the manifest's path."""
    try:
        names = sorted(os.listdir(folder or os.curdir))
    except OSError:
        return
    for name in names:
        path = os.path.join(folder, name).replace(os.sep, "/")
        if name.lower().endswith(_ENDINGS) and not name.startswith("."):
            for member in _named(path, limits, lang):
                yield os.path.realpath(member), path


def _named(path: str, limits: Limits, lang: str) -> tuple[str, ...]:
    try:
        data = regular.read(path, _LARGEST)
        return manifest.members(path, data, Meter(path, limits), lang) or ()
    except (OSError, UnreadableError):  # checking it says what is wrong with it
        return ()
