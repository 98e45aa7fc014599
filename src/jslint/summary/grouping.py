"""Which of the reports are a department's and which its units': by a manifest, the list, or the folders."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.formatters.natural import natural
from jslint.phrases import listed
from jslint.summary.roster import WHOLE, bare, is_office
from jslint.summary.said import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from jslint.summary.model import Expected, Row


class Named(Struct, frozen=True):
    """A department and its units as a manifest names them, by their paths."""

    path: str
    department: str
    units: tuple[str, ...]


class Group(Struct, frozen=True):
    """A department's report and its units', each once."""

    department: Row
    units: tuple[Row, ...]


class Grouped(Struct, frozen=True):
    """The departments of a run, and what there is to say of how they were found."""

    groups: tuple[Group, ...]
    notes: tuple[str, ...] = ()


def grouped(
    rows: Sequence[Row], named: Sequence[Named], listed: Sequence[Expected], lang: str
) -> Grouped:
    """Every department of the run with its units; a manifest says it best, then the list, then folders."""
    read = [row for row in rows if row.index >= 0]
    notes: list[str] = []
    found: dict[int, list[Row]] = {}
    heads: dict[int, Row] = {}
    for department, units in (*_by_manifest(read, named), *_by_list(read, listed)):
        if department.index not in heads:
            heads[department.index] = department
            found[department.index] = units
    taken = {row.index for units in found.values() for row in units} | heads.keys()
    for department, units in _by_folder(
        [row for row in read if row.index not in taken], lang, notes
    ):
        heads[department.index], found[department.index] = department, units
    groups = []
    for index, department in heads.items():
        units = _once(department, found[index], lang, notes)
        if units:
            ordered = sorted(units, key=lambda row: natural(row.body))
            groups.append(Group(department, tuple(ordered)))
    return Grouped(tuple(groups), tuple(notes))


def _by_manifest(rows: Sequence[Row], named: Iterable[Named]) -> Iterator[tuple[Row, list[Row]]]:
    by_path = {_whole(path): row for row in rows for path in (row.path, *row.files)}
    for one in named:
        department = by_path.get(_whole(one.department))
        units = [by_path[_whole(path)] for path in one.units if _whole(path) in by_path]
        if department is not None:
            yield department, [row for row in units if row is not department]


def _whole(path: str) -> str:
    return os.path.normpath(path)


def _by_list(rows: Sequence[Row], listed: Iterable[Expected]) -> Iterator[tuple[Row, list[Row]]]:
    """By the list's column of departments."""
    names: dict[str, set[str]] = {}
    for one in listed:
        if one.department and not one.whole:
            names.setdefault(bare(one.department), set()).add(bare(one.name))
    heads = {bare(row.body): row for row in rows if row.kind == WHOLE}
    for name, units in names.items():
        if name in heads:
            own = [row for row in rows if row.kind != WHOLE and _is_of(row, units, name)]
            yield heads[name], own


def _is_of(row: Row, units: set[str], department: str) -> bool:
    name = bare(row.body)
    return name in units or (is_office(name, department) and department in units)


def _by_folder(rows: Sequence[Row], lang: str, notes: list[str]) -> Iterator[tuple[Row, list[Row]]]:
    """The one department of a folder, with all units there and below that have none nearer."""
    heads: dict[str, list[Row]] = {}
    for row in rows:
        if row.kind == WHOLE:
            heads.setdefault(os.path.dirname(row.path), []).append(row)
    units: dict[str, list[Row]] = {folder: [] for folder in heads}
    for row in rows:
        if row.kind != WHOLE and (folder := _nearest(row.path, heads)) is not None:
            units[folder].append(row)
    for folder, several in heads.items():
        years = [row.year for row in several]
        if len(set(years)) == len(several):
            for row in several:
                yield (
                    row,
                    [one for one in units[folder] if one.year == row.year or len(several) == 1],
                )
        elif units[folder]:
            shown = folder or os.curdir
            notes.append(say(lang, "several-departments", folder=shown, count=len(several)))


def _nearest(path: str, heads: Mapping[str, object]) -> str | None:
    folder = os.path.dirname(path)
    while folder not in heads:
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return folder


def _once(department: Row, units: Sequence[Row], lang: str, notes: list[str]) -> list[Row]:
    """The units of the department's year, each once."""
    found: dict[str, list[Row]] = {}
    for row in units:
        if department.year and row.year and row.year != department.year:
            notes.append(say(lang, "other-year", name=row.body, year=row.year))
            continue
        found.setdefault(bare(row.body) or row.path, []).append(row)
    for several in found.values():
        if len(several) > 1:
            paths = listed(lang, (row.path for row in several))
            notes.append(
                say(lang, "doubled-unit", name=several[0].body, count=len(several), paths=paths)
            )
    return [several[0] for several in found.values()]
