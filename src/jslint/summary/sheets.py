"""A summary as sheets, from which each format is made."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from jslint.formatters.fingerprints import anchors
from jslint.formatters.phrases import joined, spoken
from jslint.formatters.sheets import Cell, Grid
from jslint.formatters.wording import say as said
from jslint.harmful import clean
from jslint.phrases import listed
from jslint.rules.bench import grouped
from jslint.summary.said import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jslint.diagnostic import Diagnostic
    from jslint.document import Place
    from jslint.formatters.sheets import Value
    from jslint.summary.model import Change, Department, Missed, Row, Summary

    Rows = Iterator[tuple[Value, ...]]


def grids(made: Summary, folder: str) -> list[Grid]:
    """The sheets of a summary; links are relative to the folder that it is written to."""
    sheets = [_reports(made, folder)]
    if made.departments:
        sheets.append(_departments(made, folder))
    sheets += [_findings(made, folder), _left(made, folder)]
    if made.roster is not None:
        sheets.append(_roster(made, made.roster, folder))
    if made.changes is not None:
        sheets.append(_changes(made, made.changes))
    return sheets


def _grid(made: Summary, name: str, columns: Mapping[str, int], rows: Rows) -> Grid:
    lang = made.run.lang
    head = tuple(say(lang, key) if key.islower() else key for key in columns)
    body = tuple(tuple(map(_harmless, row)) for row in rows)
    return Grid(say(lang, name), tuple(columns.values()), (head, *body))


def _harmless(value: Value) -> Value:
    if isinstance(value, Cell):
        inside = value.value if isinstance(value.value, int) else clean(value.value)
        return Cell(inside, value.link, value.spot)
    return clean(value) if isinstance(value, str) else value


def families(made: Summary) -> list[str]:
    """The families of rules that were broken anywhere."""
    return sorted({family for row in made.rows for family in row.families})


def _reports(made: Summary, folder: str) -> Grid:
    lang, kinds = made.run.lang, families(made)
    columns = {
        "number": 6,
        "body": 30,
        "year": 7,
        "kind": 7,
        "form": 18,
        "files": 34,
        **({"page": 8} if any(row.page for row in made.rows) else {}),
        "error": 7,
        "warning": 7,
        "info": 7,
        **dict.fromkeys(kinds, 6),
        **({"gaps": 12} if made.departments else {}),
        "figures": 8,
        "checked": 8,
        "left": 8,
        "verdict": 30,
    }

    def row(number: int, one: Row) -> tuple[Value, ...]:
        files = Cell(listed(lang, one.files), link(one.path, folder))
        return (
            *(number, one.body, one.year, one.kind, one.form, files),
            *((_page(made, one, folder),) if "page" in columns else ()),
            *(one.errors, one.warnings, one.infos),
            *(one.families.get(kind, 0) for kind in kinds),
            *((one.gaps,) if made.departments else ()),
            *(one.figures, one.checked, one.left, verdict(lang, one)),
        )

    rows = (row(number, one) for number, one in enumerate(made.rows, 1))
    return _grid(made, "sheet-reports", columns, rows)


def verdict(lang: str, row: Row) -> str:
    """What may be said of a report, with the reason where it could not be read."""
    told = say(lang, f"verdict-{row.verdict}")
    return f"{told}: {row.reason}" if row.reason else told


def _page(made: Summary, row: Row, folder: str, spot: str = "") -> Value:
    """What leads to the page of a report, and to a place on it."""
    return Cell(say(made.run.lang, "open"), link(row.page, folder), spot) if row.page else ""


def link(path: str, folder: str) -> str:
    """A file as a relative link from a folder; empty for what has no path."""
    if not path or path == "-":
        return ""
    try:
        found = os.path.relpath(path, folder or os.curdir)
    except ValueError:  # on another drive
        found = os.path.abspath(path)
    return found.replace(os.sep, "/")


def _spot(place: Place) -> str:
    """The cell that a link into a workbook leads to."""
    if place.sheet is None or place.cell is None:
        return ""
    quoted = place.sheet.replace("'", "''")
    return f"'{quoted}'!{place.cell}"


def _at(made: Summary, path: str, place: Place, folder: str) -> Cell:
    """A place in words, which leads to the file, in a workbook to the cell."""
    words = spoken(made.run, place) or os.path.basename(path)
    return Cell(words, link(place.path or path, folder), _spot(place))


def _findings(made: Summary, folder: str) -> Grid:
    paged = any(row.page for row in made.rows)
    columns = {
        "body": 24,
        "files": 28,
        "place": 16,
        "severity": 7,
        "rule": 9,
        "message": 64,
        "section": 24,
        "excerpt": 32,
        "expected": 16,
        "actual": 16,
        **({"page": 8} if paged else {}),
    }

    def rows() -> Rows:
        for one in made.reports:
            for found, mark in zip(one.result.diagnostics, anchors(one.result), strict=True):
                last = (_page(made, one.row, folder, f"m1-{mark}"),) if paged else ()
                yield (*_finding(made, one.row, found, folder), *last)

    return _grid(made, "sheet-findings", columns, rows())


def _finding(made: Summary, row: Row, found: Diagnostic, folder: str) -> tuple[Value, ...]:
    path = found.place.path or row.path
    return (
        row.body,
        Cell(path, link(path, folder)),
        _at(made, path, found.place, folder),
        said(made.run.lang, found.severity.value),
        found.rule,
        found.message,
        found.section,
        joined(found.excerpt),
        found.expected,
        found.actual,
    )


def _departments(made: Summary, folder: str) -> Grid:
    columns = {
        "department": 24,
        "units": 8,
        "severity": 7,
        "rule": 9,
        "message": 72,
        "actual": 16,
        "sum": 16,
        "place": 16,
        "files": 28,
    }

    def rows() -> Rows:
        for one in made.departments:
            head: tuple[Value, ...] = (one.party.name, len(one.units))
            for found in one.diagnostics:
                yield (
                    *head,
                    said(made.run.lang, found.severity.value),
                    found.rule,
                    found.message,
                    found.actual,
                    found.expected,
                    _at(made, one.party.path, found.place, folder),
                    Cell(one.party.path, link(one.party.path, folder)),
                )
            for words in remarks(made.run.lang, one):
                yield (*head, "", "", words, "", "", "", "")

    return _grid(made, "sheet-departments", columns, rows())


def remarks(lang: str, one: Department) -> Iterator[str]:
    """What there is to know of a department besides what is wrong."""
    yield say(lang, "holds", count=one.outcome.holding)
    yield from filter(None, (grouped.transfer(paid, lang) for paid in one.outcome.transfers))
    unknown: dict[tuple[int, ...], list[str]] = {}
    for cell in one.outcome.unknown:
        if cell.total.value or any(part.addend.figure for part in cell.parts):
            unknown.setdefault(cell.unknown, []).append(cell.addend.label)
    for units, labels in unknown.items():
        unit = one.units[units[0]].name
        yield say(
            lang, "not-compared", label=labels[0], count=len(labels), unit=unit, units=len(units)
        )
    for _, label in one.outcome.lacking:
        yield say(lang, "lacking", label=label)


def _left(made: Summary, folder: str) -> Grid:
    columns = {"body": 24, "files": 28, "what": 40, "why": 60, "count": 7}

    def rows() -> Rows:
        for one in made.reports:
            file = Cell(one.row.path, link(one.row.path, folder))
            for missed in one.left:
                yield one.row.body, file, missed.what, missed.why, missed.count

    return _grid(made, "sheet-left", columns, rows())


def _roster(made: Summary, missed: Iterable[Missed], folder: str) -> Grid:
    lang = made.run.lang
    columns = {"state": 16, "body": 30, "department": 24, "files": 48}

    def rows() -> Rows:
        for one in missed:
            paths = listed(lang, one.paths)
            files = Cell(paths, link(one.paths[0] if one.paths else "", folder))
            yield say(lang, one.what), one.name, one.department, files

    return _grid(made, "sheet-roster", columns, rows())


def _changes(made: Summary, found: Iterable[Change]) -> Grid:
    lang = made.run.lang
    columns = {
        "state": 16,
        "body": 30,
        "year": 7,
        "severity": 7,
        "rule": 9,
        "message": 72,
        "count": 7,
    }

    def rows() -> Rows:
        for one in found:
            known = one.known
            head = (say(lang, one.what), one.body, one.year)
            if known is None:
                yield (*head, "", "", "", 1)
            else:
                told = said(lang, known.severity.value), known.rule, known.message
                yield (*head, *told, known.count)

    return _grid(made, "sheet-changes", columns, rows())
