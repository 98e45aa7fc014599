"""What ``.gitignore`` files pass over, as git reads them: the nearest that decides, last line first.

They are read from the folder that is searched, those above it up to the repository's top, and
those below it. Their patterns are matched by RE2, in linear time: an untrusted folder brings its
own.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from jslint import regular
from jslint.cli import configfile, paths
from jslint.patterns import matchable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pathspec import GitIgnoreSpec

_NAME = ".gitignore"


class Ignored:
    """Asked for paths in and below one folder; reads each ``.gitignore`` once."""

    def __init__(self, top: str, most: int) -> None:
        """``most`` is the largest file that is read, in bytes."""
        self._most = most
        self._top = os.path.abspath(top)
        self._specs: dict[str, tuple[GitIgnoreSpec, ...]] = {}
        self._highest = configfile.repository(self._top) or self._top
        # What is named on the command line is searched although the folders above ignore it.
        if self._top != self._highest and self._decided(self._top, is_folder=True):
            self._highest = self._top

    def by(self, path: str, *, is_folder: bool) -> str:
        """The ``.gitignore`` that passes over a path, as seen from here; empty for none."""
        found = self._decided(os.path.abspath(path), is_folder=is_folder)
        return paths.seen(found) if found else ""

    def _decided(self, path: str, *, is_folder: bool) -> str:
        folder = os.path.dirname(path)
        while True:
            # Of one file the last line that matches decides, so its last lines are asked first.
            for spec in reversed(self._of(folder)):
                seen = matchable(os.path.relpath(path, folder).replace(os.sep, "/"))
                include = spec.check_file(seen + "/" * is_folder).include
                if include is not None:
                    return os.path.join(folder, _NAME) if include else ""
            above = os.path.dirname(folder)
            if folder in (self._highest, above):
                return ""
            folder = above

    def _of(self, folder: str) -> tuple[GitIgnoreSpec, ...]:
        if folder not in self._specs:
            self._specs[folder] = self._read(os.path.join(folder, _NAME))
        return self._specs[folder]

    def _read(self, path: str) -> tuple[GitIgnoreSpec, ...]:
        if not os.path.isfile(path):
            return ()
        try:
            text = regular.read(path, self._most).decode("utf-8-sig", "replace")
        except OSError:  # LargeError and IrregularError too
            return ()
        lines = [line for line in text.splitlines() if len(line) <= _LONGEST]
        return tuple(spec for some in _portions(lines) for spec in _compiled(some))


#: A longer line is no pattern that anyone wrote, and its expression might be too large for RE2.
_LONGEST = 250
#: So many characters of patterns go into one automaton; RE2 bounds its size.
_TOGETHER = 4000


def _portions(lines: list[str]) -> Iterator[list[str]]:
    some: list[str] = []
    size = 0
    for line in lines:
        if size + len(line) > _TOGETHER:
            yield some
            some, size = [], 0
        some.append(line)
        size += len(line) + 10
    yield some


def _compiled(lines: list[str]) -> Iterator[GitIgnoreSpec]:
    """The lines compiled, together where that can be; one that cannot be is no pattern."""
    # 15 ms, which a folder without such a file need not pay.
    import warnings  # noqa: PLC0415

    import re2  # noqa: PLC0415
    from pathspec import GitIgnoreSpec  # noqa: PLC0415

    if not any(line.strip() for line in lines):
        return
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            spec = GitIgnoreSpec.from_lines(lines, backend="re2")
        yield spec
    except (re2.error, re.error, ValueError, RecursionError):
        # pathspec compiles a line for Python first; its own error is a ValueError.
        if len(lines) > 1:
            middle = len(lines) // 2
            yield from _compiled(lines[:middle])
            yield from _compiled(lines[middle:])
