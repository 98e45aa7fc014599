"""Ids of rules that were merged or renamed: what they are called today.

An id is never used again, so an old one in a configuration, an option, a suppression or a baseline
keeps its meaning; jslint only remarks on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.cli.splitting import parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

RENAMED: Mapping[str, tuple[str, ...]] = {
    "SEC201": ("SEC413", "SEC504"),
    "SUM335": ("SUM103",),
    "TIE201": ("TIE305",),
}


def current(id_: str) -> tuple[str, ...]:
    """What an id is called today, of several forms each; the beginning of ids stays what it is."""
    return RENAMED.get(id_, (id_,))


def among(given: Iterable[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Those of the ids that have others today, with those, each once."""
    old = dict.fromkeys(id_.upper() for id_ in parts(given))
    return tuple((id_, RENAMED[id_]) for id_ in old if id_ in RENAMED)
