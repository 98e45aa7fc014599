"""Which files a run checks: those that are named, and of folders those that are meant.

Every file that is passed over is kept with the reason, for ``jslint files`` and ``--verbose``.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint import regular
from jslint.cli import manifest, pairing
from jslint.errors import UnreadableError
from jslint.limits import DEFAULT, Limits, Meter

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from jslint.cli.ignoring import Ignored

STDIN = "-"
#: Folders of programs, in which no report is.
_PROGRAMS = frozenset({"node_modules", "__pycache__", "site-packages", "__MACOSX"})


class Passed(Struct, frozen=True):
    """A file or folder (its name ends in ``/``) that is not checked: a phrase's key and its value."""

    path: str
    why: str
    by: str = ""


class Found(Struct, frozen=True):
    """What a run checks: the files, of each report the first; those of several files by that one."""

    files: tuple[str, ...]
    passed: tuple[Passed, ...] = ()
    pairs: Mapping[str, tuple[str, ...]] = {}

    @property
    def inputs(self) -> tuple[str, ...]:
        """All files that are read, those of one report together."""
        return tuple(name for path in self.files for name in self.pairs.get(path, (path,)))


def _nothing(_: str) -> tuple[str, str]:
    return "", ""


class Search(Struct, frozen=True):
    """How folders are searched.

    ``excluded`` says of a path in a folder why it is passed over, as a phrase's key and its value,
    both empty where it is not. ``ignore`` obeys ``.gitignore``; ``pair`` joins a narrative and its
    workbooks. ``forced`` passes over what is excluded also where it is named.
    """

    extensions: Collection[str]
    excluded: Callable[[str], tuple[str, str]] = _nothing
    ignore: bool = True
    pair: bool = True
    limits: Limits = DEFAULT
    forced: bool = False


def find(paths: Iterable[str], search: Search) -> Found:
    """The files of the given paths, each once: folders recursively, sorted.

    A file that is named is checked unless exclusions are ``forced``. A folder with nothing to read stands for itself, so that
    reading it says so.
    """
    passed: list[Passed] = []
    named: dict[str, None] = {}
    searched: dict[str, None] = {}
    order: dict[str, None] = {}
    for path in (one for given in paths for one in _expanded(given)):
        if path == STDIN or "\0" in path or not os.path.isdir(path):
            why, by = search.excluded(path) if search.forced else ("", "")
            if why:
                passed.append(Passed(path, why, by))
                continue
            named[path] = order[path] = None
            continue
        below = list(_below(path, search, passed))
        searched |= dict.fromkeys(below)
        order |= dict.fromkeys(below or [path])
    return _grouped(order, frozenset(searched) - frozenset(named), passed, search)


def _expanded(path: str) -> list[str]:
    """What a pattern matches that the shell has left as it is; a name without one is itself."""
    if not ("*" in path or "?" in path) or "\0" in path or os.path.lexists(path):
        return [path]
    from jslint.cli import globs  # noqa: PLC0415 - shells other than those of Windows do it themselves

    kept = {name for name in globs.expanded(path) if not _is_lock(os.path.basename(name))}
    return sorted(kept) or [path]


def _is_lock(name: str) -> bool:
    """Whether it is a lock file of Word or WPS, which name it ~$ and the file."""
    return name.startswith("~$")


def _below(top: str, search: Search, passed: list[Passed]) -> Iterator[str]:
    from jslint.cli import ignoring  # noqa: PLC0415 - where files are named, not needed

    closed: list[OSError] = []
    most = search.limits.most("config-size")
    ignored = ignoring.Ignored(top, most) if search.ignore else None
    for folder, folders, names in os.walk(top, onerror=closed.append):
        kept = []
        for name in sorted(folders):
            path = os.path.join(folder, name).replace(os.sep, "/")
            why, by = _folder_passed(name, path, search, ignored)
            if why:
                passed.append(Passed(f"{path}/", why, by))
            else:
                kept.append(name)
        folders[:] = kept
        for name in sorted(names):
            path = os.path.join(folder, name).replace(os.sep, "/")
            why, by = _file_passed(name, path, search, ignored)
            if why:
                passed.append(Passed(path, why, by))
            else:
                yield path
    # A folder that may not be listed stands for itself too.
    yield from (str(error.filename).replace(os.sep, "/") for error in closed)


def _folder_passed(
    name: str, path: str, search: Search, ignored: Ignored | None
) -> tuple[str, str]:
    if name.startswith("."):
        return "hidden", ""
    if name in _PROGRAMS or os.path.isfile(os.path.join(path, "pyvenv.cfg")):
        return "program", ""
    why, by = search.excluded(path)
    if why:
        return why, by
    by = ignored.by(path, is_folder=True) if ignored else ""
    return ("ignored", by) if by else ("", "")


def _file_passed(name: str, path: str, search: Search, ignored: Ignored | None) -> tuple[str, str]:
    from jslint.cli.seeming import passed_over  # noqa: PLC0415 - as above

    if _is_lock(name):
        return "lock", ""
    why, by = search.excluded(path)
    if why:
        return why, by
    if name.startswith("."):
        return "hidden", ""
    if os.path.splitext(name)[1].lower() not in search.extensions:
        return "format", ""
    by = ignored.by(path, is_folder=False) if ignored else ""
    if by:
        return "ignored", by
    return passed_over(path, search.limits), ""


def _grouped(
    order: Iterable[str], searched: frozenset[str], passed: list[Passed], search: Search
) -> Found:
    """The files without those that another names or has beside it as its workbooks."""
    held = _held(order, search.limits)
    kept = [path for path in order if _whole(path) not in held]
    passed += [Passed(path, "member", held[_whole(path)]) for path in order if _whole(path) in held]
    pairs = pairing.pairs(kept, searched) if search.pair else {}
    beside = {name: first for first, names in pairs.items() for name in names[1:]}
    files = tuple(path for path in kept if path not in beside)
    return Found(files, tuple(sorted(passed, key=lambda one: one.path)), pairs)


def _held(order: Iterable[str], limits: Limits) -> dict[str, str]:
    """The manifest that names each file, by the whole path of the file."""
    held: dict[str, str] = {}
    for path in order:
        for name in members(path, limits):
            if _whole(name) != _whole(path):
                held.setdefault(_whole(name), path)
    return held


def members(path: str, limits: Limits) -> tuple[str, ...]:
    """The files that a manifest names; none where it is no manifest."""
    if not path.lower().endswith((".yaml", ".yml", ".json")):
        return ()
    try:
        data = regular.read(path, limits.most("structured-size"))
        return manifest.members(path, data, Meter(path, limits)) or ()
    except (OSError, ValueError, UnreadableError):  # reading it says what is wrong
        return ()


def _whole(path: str) -> str:
    try:
        return path if path == STDIN else os.path.realpath(path)
    except (OSError, ValueError):  # a name that no file can have; the current folder is gone
        return path
