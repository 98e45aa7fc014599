"""Names of accounts that a narrow cell cut off in print, made whole from where they are printed whole.

A spreadsheet prints of a name only what its cell holds where the next cell is filled, so that the
page says 机关事业单位基本养老保 and no more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jslint.ledger.model import Ledger, Line

_BRACKETS = str.maketrans("（）", "()")
_SPACE = regex(r"\s+")
#: A shorter one may be whole, and others begin with it by chance.
_FEWEST = 4


def may_be(ledgers: Iterable[Ledger]) -> bool:
    """Whether some name of an account stands on a page, where it can have been cut off."""
    return any(_is_printed(line) for ledger in ledgers for line in ledger.lines)


def whole(ledgers: Iterable[Ledger], known: Iterable[str]) -> tuple[Ledger, ...]:
    """The tables, with each name that was cut off as the whole one that begins with it.

    That is the longest that another row with its code has, or else the one of the ``known`` that
    begins so, as do all others with which it does (…缴费, …缴费支出), where none is the name itself.
    """
    found = tuple(ledgers)
    coded: dict[str, set[str]] = {}
    for ledger in found:
        for line in ledger.lines:
            if line.code:
                coded.setdefault(line.code, set()).add(_plain(line.name))
    starts = _by_start(known)
    return tuple(
        replace(ledger, lines=tuple(_mended(line, coded, starts) for line in ledger.lines))
        for ledger in found
    )


def _by_start(known: Iterable[str]) -> dict[str, set[str]]:
    starts: dict[str, set[str]] = {}
    for name in map(_plain, known):
        if len(name) >= _FEWEST:
            starts.setdefault(name[:_FEWEST], set()).add(name)
    return starts


def _mended(line: Line, coded: dict[str, set[str]], starts: dict[str, set[str]]) -> Line:
    if not _is_printed(line):
        return line
    name = _plain(line.name)
    others = set(_longer(name, coded[line.code]))
    if others:
        full = max(others, key=len)
        return replace(line, name=full) if all(map(full.startswith, others)) else line
    near = starts.get(name[:_FEWEST], set())
    further = [] if name in near else sorted(_longer(name, near), key=len)
    alike = further and all(one.startswith(further[0]) for one in further)
    return replace(line, name=further[0]) if alike else line


def _longer(name: str, names: Iterable[str]) -> Iterator[str]:
    return (one for one in names if len(one) > len(name) and one.startswith(name))


def _is_printed(line: Line) -> bool:
    return bool(line.code) and len(line.name) >= _FEWEST and line.label.at().page is not None


def _plain(name: str) -> str:
    return _SPACE.sub("", name).translate(_BRACKETS)
