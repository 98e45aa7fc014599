"""Results kept from one run to the next, by all that they depend on.

The key of a result is made of the input's bytes (of a manifest's files, of last year's reports, of
what lies beside them), the packs, every setting that is not about printing, and this version of the
program with its files. So nothing is ever out of date: what changed has another key. A kept result
is used whole or not at all, which a checksum shows, and only values of the kinds that a result is
made of are read from it. Where nothing can be kept, nothing is lost but time. With
``JSLINT_NO_CACHE`` or ``JSLINT_NO_RESULTS`` set results are neither kept nor used.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from msgspec.structs import replace

import jslint
from jslint import __version__, keeping, readers, regular, shipped
from jslint.cli import boiled, files, manifest, suppressing
from jslint.digests import digest
from jslint.errors import JslintError
from jslint.limits import Meter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jslint.cli.boiled import Boiled
    from jslint.cli.previous import Library
    from jslint.cli.settings import Settings

#: Another number for each change of what is kept, and how.
_LAYOUT = 1
_MADE = f"result {_LAYOUT}"
#: No more than this is kept in all; what was not used for longest goes first.
_MOST = 256 << 20
_LARGEST = 64 << 20
#: Settings that say how a result is shown, not what it is.
_SHOWING = {
    "paths": (),
    "nearest": None,
    "exclude": (),
    "no_ignore": False,
    "output_format": "text",
    "output": None,
    "fail_on": "error",
    "coverage": False,
    "show_skipped": False,
    "color": "auto",
    "quiet": False,
    "verbose": False,
}


def folder() -> str:
    """Where results are kept."""
    return os.path.join(keeping.folder(), "results")


class Kept:
    """The results that are kept for runs with the same settings."""

    def __init__(
        self,
        asked: Settings,
        library: Library | None,
        pairs: Mapping[str, tuple[str, ...]],
    ) -> None:
        """Look at all that the inputs have in common; ``pairs`` are files that are one report."""
        self._asked, self._pairs = asked, pairs
        # A suppression may be good until some day.
        today = time.strftime("%Y-%m-%d")
        said = repr((_LAYOUT, plain(asked), asked.counted, library, today))
        self._common = digest(
            "\0".join((said, *_program(), *packs(asked))).encode("utf-8", "surrogatepass")
        )
        self._fresh = 0
        self.used = 0

    def key(self, paths: Sequence[str]) -> str:
        """What the result for some files that are one report is kept by; empty for none."""
        whole = self._common.copy()
        try:
            every = [one for path in paths for one in self._pairs.get(path, (path,))]
            for path in every:
                whole.update(configured(self._asked, path).encode("utf-8", "surrogatepass"))
                for name, data in self._read(path):
                    whole.update(f"{name}\0{len(data)}\0".encode("utf-8", "surrogatepass"))
                    whole.update(data)
        except (JslintError, OSError, ValueError):
            return ""
        return whole.hexdigest()

    def find(self, key: str) -> Boiled | None:
        """The result that is kept by a key; None where there is none, or it is damaged."""
        body = keeping.load(_place(key, "result"), _MADE) if key else None
        if body is None:
            return None
        names = boiled.entries_of(body)
        missing = [name for name in names if not boiled.knows(name)]
        for name in missing:
            entries = keeping.load(_place(name, "rules"), _MADE)
            if entries is None:
                return None
            boiled.learn(name, entries)
        _touch(_place(key, "result"))
        self.used += 1
        return body

    def keep(self, key: str, body: Boiled) -> None:
        """Keep a result for the next run, if it can be."""
        if not key:
            return
        for name in boiled.entries_of(body):
            place = _place(name, "rules")
            if os.path.exists(place):
                _touch(place)
            else:
                keeping.save(place, _MADE, boiled.taught(name))
        keeping.save(_place(key, "result"), _MADE, body)
        self._fresh += 1

    def tidy(self) -> None:
        """Remove what was not used for longest where there is too much."""
        if self._fresh:
            shrink(_MOST)

    def _read(self, path: str) -> Iterator[tuple[str, bytes]]:
        """All files that an input stands for, with their bytes."""
        asked = self._asked
        if path == files.STDIN:
            raise ValueError
        data = regular.read(path, asked.limits.most(readers.size_limit(path)))
        yield path, data
        yield from _neighbours(path)
        for name in manifest.members(path, data, Meter(path, asked.limits), asked.lang) or ():
            yield name, regular.read(name, asked.limits.most(readers.size_limit(name)))
            yield from _neighbours(name)


def plain(asked: Settings) -> Settings:
    """The settings without what says how a result is shown."""
    # What is configured is looked at for each input.
    return replace(asked, wanted=type(asked.wanted)(), config=type(asked.config)(), **_SHOWING)


def configured(asked: Settings, path: str) -> str:
    """What holds for the report of a path, by the command line or a configuration."""
    here = asked.nearest.at(path)
    return repr((here.packs, here.select, here.ignore, here.severity, here.extend_select))


def _neighbours(path: str) -> Iterator[tuple[str, bytes]]:
    """What lies beside a report and has a say in its result: the file of suppressions.

    Whether one that nothing was found for is told depends on what other reports there are.
    """
    folder = os.path.dirname(path)
    beside = os.path.join(folder, suppressing.NAME)
    if os.path.isfile(beside):
        yield beside, regular.read(beside, _LARGEST)
        yield folder, "\0".join(suppressing.reports(folder)).encode("utf-8", "surrogatepass")


def _program() -> Iterator[str]:
    """What tells this program from any other: its version, and its files for those who change it."""
    yield __version__
    for top in (os.path.dirname(jslint.__file__), shipped.folder()):
        for name in dict.fromkeys(map(keeping.origin, _python(top))):
            found = os.stat(name)
            yield f"{name} {found.st_size} {found.st_mtime_ns}"


def _python(top: str) -> list[str]:
    found: list[str] = []
    with os.scandir(top) as entries:
        for entry in entries:
            if entry.is_dir() and entry.name != "__pycache__":
                found += _python(entry.path)
            elif entry.name.endswith((".py", ".yaml", ".json")):
                found.append(entry.path)
    return sorted(found)


def packs(asked: Settings) -> Iterator[str]:
    """The texts of the packs that are not shipped, with those that they extend."""
    named = {name for packs in asked.nearest.used() for name in packs}
    own = sorted(name for name in named if name.endswith((".yaml", ".yml")))
    if not own:
        return
    from jslint.pack import assembly  # noqa: PLC0415 - most runs have only shipped packs

    for path in assembly.closure(own):
        if not shipped.is_shipped(path):
            yield path
            yield digest(regular.read(path, _LARGEST)).hexdigest()


def _place(name: str, kind: str) -> str:
    return os.path.join(folder(), name[:2], f"{name}.{kind}")


def _touch(path: str) -> None:
    try:
        os.utime(path)
    except OSError:
        return


def kept() -> list[tuple[float, int, str]]:
    """Every file that is kept: when it was last used, its size, its path."""
    found: list[tuple[float, int, str]] = []
    for where, _, names in os.walk(folder()):
        for name in names:
            path = os.path.join(where, name)
            try:
                seen = os.stat(path)
            except OSError:
                continue
            found.append((seen.st_mtime, seen.st_size, path))
    return sorted(found)


def shrink(most: int) -> int:
    """Remove the files used least lately until no more than so many bytes are kept; how many went."""
    found = kept()
    size, gone = sum(size for _, size, _ in found), 0
    for _, one, path in found:
        if size <= most:
            break
        try:
            os.unlink(path)
        except OSError:
            continue
        size, gone = size - one, gone + 1
    return gone
