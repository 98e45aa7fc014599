"""json: a summary as data, which the next one is compared with."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import asdict

from jslint import __version__
from jslint.formatters import members
from jslint.formatters.jsontext import dumps
from jslint.formatters.places import location
from jslint.run import Known
from jslint.summary.building import totals
from jslint.summary.sheets import remarks

if TYPE_CHECKING:
    from jslint.summary.model import Department, Row, Summary

_KIND = "summary"


def render(made: Summary) -> str:
    """The whole; what ``jslint check`` writes begins alike, so that either is known as ours."""
    return dumps(
        {
            "version": 1,
            "tool": {"name": "jslint", "version": __version__},
            "kind": _KIND,
            "date": made.run.date or None,
            "totals": list(totals(made)),
            "reports": list(map(_row, made.rows)),
            "departments": [_department(made, one) for one in made.departments],
            "diagnostics": [
                members.diagnostic(made.run, one.result, found)
                for one in made.reports
                for found in one.result.diagnostics
            ],
            "unchecked": [
                {
                    "path": one.row.path,
                    "what": missed.what,
                    "reason": missed.why,
                    "count": missed.count,
                }
                for one in made.reports
                for missed in one.left
            ],
            "roster": None if made.roster is None else [asdict(one) for one in made.roster],
            "changes": None
            if made.changes is None
            else [
                {**asdict(one), "known": members.entry(one.known) if one.known else None}
                for one in made.changes
            ],
            "entries": [*map(members.entry, made.entries), *_clean(made)],
        }
    )


def _row(row: Row) -> dict[str, object]:
    found: dict[str, Any] = asdict(row)
    del found["index"]
    return {**found, "page": row.page or None}


def _clean(made: Summary) -> list[dict[str, object]]:
    """The reports without findings, by which the next summary knows that they were there."""
    told = {(one.body, one.year) for one in made.entries}
    bodies = dict.fromkeys((row.body, row.year) for row in made.rows if row.index >= 0)
    return [
        members.entry(Known(rule="", body=body, year=year))
        for body, year in bodies
        if (body, year) not in told
    ]


def _department(made: Summary, one: Department) -> dict[str, object]:
    return {
        "name": one.party.name,
        "path": one.party.path,
        "year": one.year or None,
        "units": [{"name": unit.name, "path": unit.path} for unit in one.units],
        "missing": list(one.missing),
        "findings": [
            {
                "rule": diagnostic.rule,
                "kind": found.kind,
                "severity": diagnostic.severity.value,
                "message": diagnostic.message,
                "location": location(diagnostic.place),
                "expected": diagnostic.expected,
                "actual": diagnostic.actual,
                "units": [one.units[unit].name for unit in found.units],
                "figures": [cell.cell.addend.label for cell in found.cells],
            }
            for found, diagnostic in zip(one.outcome.findings, one.diagnostics, strict=True)
        ],
        "holding": one.outcome.holding,
        "notes": list(remarks(made.run.lang, one)),
    }


def entries(text: str) -> tuple[Known, ...] | None:
    """What a summary of before knew; None where the text is none."""
    try:
        whole = json.loads(text)
        if not isinstance(whole, dict) or whole.get("kind") != _KIND:
            return None
        return tuple(msgspec.convert(whole.get("entries"), list[Known]))
    except (ValueError, RecursionError, msgspec.ValidationError):
        return None
