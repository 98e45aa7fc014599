"""The objects of json and jsonl; docs/output.md says what their members mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import asdict

from jslint import __version__
from jslint.diagnostic import Severity
from jslint.formatters.phrases import page
from jslint.formatters.places import location
from jslint.formatters.remarks import remarks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.diagnostic import Cause, Diagnostic, Result, Seen, SeenTable, Suppressed, Suspect
    from jslint.document import Place
    from jslint.edits import Fix
    from jslint.run import Compared, Known, Run


def frame(run: Run) -> dict[str, object]:
    """Everything about a run but its diagnostics; what there is of each report flows."""
    return {
        "version": 1,
        "tool": {"name": "jslint", "version": __version__},
        "config": run.config or None,
        "inputs": list(run.inputs),
        **({"together": [list(names) for names in run.pairs]} if run.pairs else {}),
        "errors": [
            {"path": failure.path, "message": failure.reason, "remedy": failure.remedy}
            for failure in run.failures
        ],
        "forms": (
            {"path": result.path, "form": result.form, "packs": list(result.packs)}
            for result in run.results
            if result.packs
        ),
        "coverage": _coverage(run),
        "suppressed": (
            {**diagnostic(run, result, one.diagnostic), "suppression": _suppression(result, one)}
            for result, one in run.accepted()
        ),
        "summary": {
            **{severity.value: run.count(severity) for severity in Severity},
            "suppressed": run.tally.accepted,
        },
        "baseline": _baseline(run, run.baseline) if run.baseline else None,
    }


def _baseline(run: Run, baseline: Compared) -> dict[str, object]:
    return {
        "path": baseline.path,
        "known": (diagnostic(run, result, found) for result, found in run.known()),
        "mended": list(map(entry, baseline.mended)),
        "unchecked": list(map(entry, baseline.unchecked)),
    }


def entry(one: Known) -> dict[str, object]:
    """An entry of a baseline."""
    return asdict(one)


def _suppression(result: Result, one: Suppressed) -> dict[str, object]:
    return {
        "reason": one.reason,
        "until": one.until or None,
        "path": one.path or one.place.path or result.path,
        "location": location(one.place),
    }


def diagnostics(run: Run) -> Iterator[dict[str, object]]:
    """Every diagnostic, input by input."""
    return (diagnostic(run, result, found) for result, found in run.diagnostics())


def diagnostic(run: Run, result: Result, found: Diagnostic) -> dict[str, object]:
    """A diagnostic with the result it belongs to."""
    return {
        "rule": found.rule,
        "name": found.name,
        "severity": found.severity.value,
        "message": found.message,
        **_stands(result, found.place),
        "section": found.section,
        "excerpt": found.excerpt,
        "expected": found.expected,
        "actual": found.actual,
        "related": [
            {
                **_stands(result, other.place),
                "excerpt": other.excerpt,
            }
            for other in found.related
        ],
        "also": list(found.also),
        "cause": cause(result, found.cause) if found.cause else None,
        "fix": fix(result, found.fix) if found.fix else None,
        "url": page(run, found.rule) or None,
        "explain": f"jslint explain {found.rule}",
    }


def fix(result: Result, found: Fix) -> dict[str, object]:
    """What would put a diagnostic right; the formatters' places are those of the source."""
    return {
        "safe": found.safe,
        "edits": [
            {
                **_stands(result, edit.place),
                "old": edit.old,
                "new": edit.new,
            }
            for edit in found.edits
        ],
    }


def cause(result: Result, found: Cause) -> dict[str, object]:
    """What the diagnosis found behind a diagnostic."""
    return {
        "id": found.id,
        "kind": found.kind,
        "suspects": [_suspect(result, one) for one in found.suspects],
        "alternatives": [[_suspect(result, one) for one in each] for each in found.alternatives],
        "relations": found.relations,
        "mended": found.mended,
    }


def _stands(result: Result, place: Place) -> dict[str, object]:
    """Where something stands: the file, that of the result where it has none of its own, and in it."""
    return {"path": place.path or result.path, "location": location(place)}


def _suspect(result: Result, suspect: Suspect) -> dict[str, object]:
    return {
        **_stands(result, suspect.place),
        "name": suspect.name,
        "actual": suspect.actual,
        "expected": suspect.expected,
    }


def _coverage(run: Run) -> dict[str, object]:
    tally = run.tally
    narrative = tally.figures - tally.cells, tally.checked - tally.cells_checked
    return {
        "figures": tally.figures,
        "understood": tally.understood,
        "checked": tally.checked,
        "narrative": _counted(*narrative),
        "cells": _counted(tally.cells, tally.cells_checked),
        "unchecked": (
            _unchecked(result, figure) for result, figure in run.figures() if not figure.checked
        ),
        "rules_not_applied": (
            {
                "path": result.path,
                "rule": unchecked.rule,
                "reason": unchecked.reason,
                "location": location(unchecked.place) if unchecked.place else {},
            }
            for result in run.results
            for unchecked in result.unchecked
        ),
        "tables": (
            _table(result, table) for result in run.results for table in result.account.tables
        ),
        "unread": (
            {
                "path": remark.place.path or remark.path,
                "location": location(remark.place),
                "message": remark.what,
            }
            for remark in remarks(run)
        ),
    }


def _counted(figures: int, checked: int) -> dict[str, int]:
    return {"figures": figures, "checked": checked}


def _unchecked(result: Result, figure: Seen) -> dict[str, object]:
    tables = result.account.tables
    return {
        **_stands(result, figure.place),
        "text": figure.text,
        "section": figure.section,
        "understood": figure.understood,
        "name": figure.name,
        "table": tables[figure.table].title if figure.table is not None else None,
        "row": figure.row,
        "column": figure.column,
        "reason": figure.reason,
    }


def _table(result: Result, table: SeenTable) -> dict[str, object]:
    return {
        **_stands(result, table.place),
        "title": table.title,
        "section": table.section,
        "unread": table.unread,
        "figures": table.figures,
        "checked": table.checked,
        "columns": [
            {
                "name": column.name,
                "figures": column.figures,
                "checked": column.checked,
                "reason": column.reason,
                "looked": column.looked,
            }
            for column in table.columns
        ],
    }
