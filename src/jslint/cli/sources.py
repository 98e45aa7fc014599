"""The inputs of an archive: files of this machine and of addresses, and what state they are in."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from jslint import readers
from jslint.archive.parts import Source
from jslint.archive.rows import failed
from jslint.cli import finding, kept, manifest, pairing, suppressing
from jslint.cli.addresses import fetched, is_address, is_pattern, listed
from jslint.cli.examining import unreadable
from jslint.cli.words import say
from jslint.digests import digest
from jslint.errors import UnreadableError, UsageError
from jslint.limits import LimitError, Meter
from jslint.phrases import Family
from jslint.run import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jslint.archive.rows import Row
    from jslint.cli.finding import Search
    from jslint.cli.settings import Settings

tell = Family("archives")
#: A manifest is a few lines: what is larger is not fetched to see whether it is one.
_MANIFEST = 4096
_STRUCTURED = (".yaml", ".yml", ".json")
#: What of a store's knowledge tells one state of a file from another; the first that it has.
_STATES = ("ETag", "etag", "mtime", "LastModified", "last_modified", "modified", "created")
_DIGITS = 16


def found(asked: Settings, search: Search) -> list[Source]:
    """All inputs, each once, in order."""
    here = tuple(path for path in asked.paths if not is_address(path))
    several = list(_local(asked, search, here)) if here else []
    for address in asked.paths:
        if is_address(address):
            several += _far(asked, search, address)
    return list({one.files: one for one in several}.values())


def _local(asked: Settings, search: Search, paths: tuple[str, ...]) -> Iterator[Source]:
    sought = finding.find(paths, search)
    folders: dict[str, str] = {}
    for path in sought.files:
        names = sought.pairs.get(path, (path,))
        stats = [_stat(name) for name in (*names, *_named(asked, names))]
        folder = os.path.dirname(path)
        if folder not in folders:
            folders[folder] = _suppressed(folder)
        states = [state for state, _ in stats]
        state = _state(asked, path, (*states, folders[folder]))
        yield Source(names, state, sum(size for _, size in stats))


def _suppressed(folder: str) -> str:
    """What tells the state of a folder's file of suppressions; what it says depends on the reports there."""
    state, _ = _stat(os.path.join(folder, suppressing.NAME))
    try:
        return "\0".join((state, *suppressing.reports(folder))) if state else ""
    except OSError:  # it may not be listed
        return state


def _stat(path: str) -> tuple[str, int]:
    """What tells a file's state, and its size; of one that is not there the empty text."""
    try:
        seen = os.stat(path)
    except (OSError, ValueError):
        return "", 0
    return f"{seen.st_size} {seen.st_mtime_ns}", seen.st_size


def _state(asked: Settings, path: str, states: Iterable[str]) -> str:
    said = "\0".join((*states, kept.configured(asked, path)))
    return digest(said.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _named(asked: Settings, names: Iterable[str]) -> Iterator[str]:
    """The files that a manifest among the names names."""
    for name in names:
        if name.lower().endswith(_STRUCTURED):
            yield from finding.members(name, asked.limits)


def _far(asked: Settings, search: Search, address: str) -> Iterator[Source]:
    known = listed(address, asked.lang)
    alone = len(known) == 1 and not is_pattern(address)
    below = [name for name in known if alone or _is_meant(address, name, search)]
    if not below:
        raise UsageError(tell(asked.lang, "empty", path=address))
    held = _manifests(asked, below, known)
    inside = {name for names in held.values() for name in names}
    kept_ = [name for name in below if name not in inside]
    pairs = pairing.pairs(kept_, frozenset(kept_)) if search.pair else {}
    beside = {name for names in pairs.values() for name in names[1:]}
    for path in kept_:
        if path in beside:
            continue
        names = pairs.get(path, (path,))
        every = (*names, *held.get(path, ()))
        state = _state(asked, path, (_known(known.get(name, {})) for name in every))
        yield Source(names, state, sum(int(known[n].get("size") or 0) for n in every if n in known))


def _is_meant(address: str, name: str, search: Search) -> bool:
    """Whether a file below an address is a report, as one in a folder would be."""
    top = address.rstrip("/").split("*")[0]
    inside = name.removeprefix(top).lstrip("/").split("/")
    if any(part.startswith((".", "~$")) for part in inside):
        return False
    if readers.suffix_of(name) not in search.extensions:
        return False
    return not search.excluded(name)[0]


def _known(known: Mapping[str, Any]) -> str:
    state = next((known[name] for name in _STATES if known.get(name)), "")
    return f"{known.get('size')} {state}"


def _manifests(
    asked: Settings, names: Iterable[str], known: Mapping[str, Mapping[str, Any]]
) -> dict[str, tuple[str, ...]]:
    """The manifests among files of addresses, with what each names."""
    small = [
        name
        for name in names
        if name.lower().endswith(_STRUCTURED) and int(known[name].get("size") or 0) <= _MANIFEST
    ]
    data = fetched(small, asked.lang) if small else {}
    each = ((name, members(asked, name, data[name])) for name in small)
    return {name: inside for name, inside in each if inside}


def members(asked: Settings, name: str, data: bytes | Exception) -> tuple[str, ...]:
    """The files that a manifest of an address names; none where it is no manifest."""
    if isinstance(data, Exception) or not name.lower().endswith(_STRUCTURED):
        return ()
    try:
        return manifest.members(name, data, Meter(name, asked.limits), asked.lang) or ()
    except UnreadableError:  # reading it says what is wrong
        return ()


def loaded(asked: Settings, several: Iterable[Source]) -> dict[str, bytes | Exception]:
    """The bytes of inputs that have addresses, those too that a manifest names, or why there are none.

    What is larger than is read of its format is not fetched.
    """
    found: dict[str, bytes | Exception] = {}
    small: list[str] = []
    for source in several:
        most = sum(asked.limits.most(readers.size_limit(name)) for name in source.files)
        if source.size > most and len(source.files) == 1:
            name = source.files[0]
            found[name] = LimitError(name, readers.size_limit(name), most)
        else:
            small += source.files
    found |= fetched(small, asked.lang) if small else {}
    inside = {
        one: None
        for name in small
        for one in members(asked, name, found[name])
        if one not in found and manifest.is_within(one, name)
    }
    return found | (fetched(inside, asked.lang) if inside else {})


def shelved(
    asked: Settings,
    source: Source,
    data: Mapping[str, bytes | Exception],
    shelf: dict[str, bytes],
) -> Row | None:
    """Put the bytes of an input with an address on the shelf; its failure where there are none."""
    for name in source.files if is_far(source) else ():
        for one in (name, *members(asked, name, data[name])):
            came = data.get(one)
            if isinstance(came, bytes):
                shelf[one] = came
            elif came is not None:
                missing = isinstance(came, (FileNotFoundError, UnreadableError))
                failure = _failure(asked, one, came)
                return failed(failure, source.files, passing=not missing)
    return None


def _failure(asked: Settings, name: str, error: Exception) -> Failure:
    """Why the bytes of a file are not to be had."""
    lang = asked.lang
    if isinstance(error, UnreadableError):
        return unreadable(error, lang)
    if isinstance(error, FileNotFoundError):
        return Failure(name, say(lang, "missing-file"), say(lang, "check-path"))
    return Failure(name, say(lang, "not-opened", why=error), say(lang, "check-access"))


def is_far(source: Source) -> bool:
    """Whether an input has an address."""
    return any(map(is_address, source.files))
