"""Files by an address of fsspec, such as ``s3://bucket/reports/`` or ``memory://reports``."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from jslint.errors import UsageError
from jslint.phrases import Family

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


tell = Family("archives")


def is_address(path: str) -> bool:
    """Whether it is no path of this machine."""
    return "://" in path


@contextmanager
def asking(address: str, lang: str) -> Iterator[None]:
    """Say of an address that does not answer why; that something is not there is no such error."""
    try:
        yield
    except FileNotFoundError:
        raise
    except Exception as error:  # each store has errors of its own, of no common kind
        why = str(error) or type(error).__name__
        raise UsageError(tell(lang, "address", path=address, why=why)) from error


def is_pattern(path: str) -> bool:
    """Whether it stands for all that it matches; brackets are common in names and stand for themselves."""
    return "*" in path or "?" in path


def filesystem(address: str, lang: str) -> tuple[Any, str]:
    """What holds an address, and what it is called there; raise ``UsageError`` where nothing does.

    Which package a protocol needs, fsspec says itself.
    """
    from fsspec.core import url_to_fs  # noqa: PLC0415 - an extra

    with asking(address, lang):
        held, path = url_to_fs(address)
    return held, path


def listed(address: str, lang: str) -> Mapping[str, Mapping[str, Any]]:
    """The files below an address, or that a pattern matches, with what is known of each."""
    held, path = filesystem(address, lang)
    try:
        with asking(address, lang):
            held.invalidate_cache()
            if is_pattern(path):
                found = held.glob(path.replace("[", "[[]"), detail=True)
            else:
                found = held.find(path, detail=True)
    except FileNotFoundError:
        return {}
    return {
        held.unstrip_protocol(name): known
        for name, known in sorted(found.items())
        if known.get("type") == "file"
    }


def fetched(addresses: Iterable[str], lang: str) -> dict[str, bytes | Exception]:
    """The bytes of each, or why they are not to be had; those of one store side by side."""
    stores: dict[int, tuple[Any, list[str], list[str]]] = {}
    for address in addresses:
        held, path = filesystem(address, lang)
        _, names, paths = stores.setdefault(id(held), (held, [], []))
        names.append(address)
        paths.append(path)
    found: dict[str, bytes | Exception] = {}
    for held, names, paths in stores.values():
        nothing = [None] * len(paths)
        found |= zip(
            names, held.cat_ranges(paths, nothing, nothing, on_error="return"), strict=True
        )
    return found
