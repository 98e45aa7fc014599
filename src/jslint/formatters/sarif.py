"""sarif: the OASIS format for results of analyses, version 2.1.0 with errata 01."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from jslint import __version__
from jslint.document import NOWHERE
from jslint.formatters import jsontext
from jslint.formatters.fingerprints import fingerprint, marked
from jslint.formatters.members import cause, fix
from jslint.formatters.phrases import page
from jslint.formatters.places import location, posix, spot, uri
from jslint.formatters.remarks import remarks
from jslint.formatters.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jslint.diagnostic import Diagnostic, Related, Result, Suppressed
    from jslint.document import Place
    from jslint.edits import Edit, Fix
    from jslint.run import Known, Run

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_LANGUAGES = {"zh": "zh-CN", "en": "en"}


def pieces(run: Run) -> Iterator[str]:
    """One log with one run."""
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": iter([_run(run)])}
    return jsontext.pieces(log)


def _run(run: Run) -> dict[str, object]:
    ids = _ids(run)
    return {
        "tool": {"driver": _driver(run, ids)},
        "language": _LANGUAGES[run.lang],
        "columnKind": "unicodeCodePoints",
        "invocations": iter(
            [
                {
                    "executionSuccessful": not run.failures,
                    "toolExecutionNotifications": chain(_failures(run), _remarks(run)),
                    "toolConfigurationNotifications": _unchecked(run, ids),
                }
            ]
        ),
        "artifacts": _artifacts(run),
        "results": _reported(run, ids),
        "properties": {
            "figures": run.tally.figures,
            "understood": run.tally.understood,
            "checked": run.tally.checked,
            **_given({"config": run.config}),
        },
    }


def _artifacts(run: Run) -> Iterator[dict[str, object]]:
    for path in run.inputs:
        yield {"location": _artifact(path), "roles": ["analysisTarget"]}
    for path in run.configs:
        yield {"location": _artifact(path), "roles": ["userSpecifiedConfiguration"]}


def _ids(run: Run) -> Mapping[str, int]:
    """The index of every rule that the log speaks of."""
    found = {found.rule for _, found in run.diagnostics()}
    found |= {known.rule for _, known in run.known()}
    found |= {one.diagnostic.rule for _, one in run.accepted()}
    unchecked = {one.rule for result in run.results for one in result.unchecked}
    return {rule: index for index, rule in enumerate(sorted(found | unchecked))}


def _driver(run: Run, ids: Mapping[str, int]) -> dict[str, object]:
    return {"name": "jslint", "version": __version__, "rules": [_rule(run, rule) for rule in ids]}


def _rule(run: Run, rule: str) -> dict[str, object]:
    """What the packs say of a rule; readers report some that no pack declares."""
    entry = run.entries.get(rule)
    if entry is None:
        return {"id": rule}
    basis, title = entry.told(run.lang, "basis"), entry.called(run.lang)
    basis = say(run.lang, "basis") + basis if basis else ""
    reason = entry.told(run.lang, "reason") or title
    more = say(run.lang, "explain", rule=rule)
    told = filter(None, (reason, basis, more))
    link = page(run, rule)
    return {
        "id": rule,
        "name": entry.name,
        "shortDescription": {"text": title},
        "fullDescription": {"text": reason},
        "help": {"text": "\n".join(told)},
        **_given({"helpUri": link}),
        "defaultConfiguration": {"level": _LEVELS[entry.severity.value]},
        "properties": {"tags": [rule.rstrip("0123456789"), entry.kind or entry.name]},
    }


def _result(
    result: Result, found: Diagnostic, mark: str, ids: Mapping[str, int]
) -> dict[str, object]:
    whole = {
        "ruleId": found.rule,
        "ruleIndex": ids[found.rule],
        "level": _LEVELS[found.severity.value],
        "message": {"text": found.message},
        "locations": [_location(result.path, found.place, found.section)],
        "partialFingerprints": {"jslint/v1": mark},
        "properties": _given(
            {
                "excerpt": found.excerpt,
                "expected": found.expected,
                "actual": found.actual,
                "also": list(found.also),
                "cause": cause(result, found.cause) if found.cause else None,
                "fix": fix(result, found.fix) if found.fix else None,
            }
        ),
    }
    changes = _changes(result, found.fix) if found.fix else []
    if changes:
        whole["fixes"] = [{"artifactChanges": changes}]
    if found.related:
        related = enumerate(found.related, 1)
        whole["relatedLocations"] = [_related(result, other, number) for number, other in related]
    return whole


def _changes(result: Result, fix: Fix) -> list[dict[str, object]]:
    """The edits by file; none where one is not of a file of lines, which SARIF knows alone."""
    grouped: dict[str, list[Edit]] = {}
    for edit in fix.edits:
        if edit.place.line is None:
            return []
        grouped.setdefault(edit.place.path or result.path, []).append(edit)
    return [
        {
            "artifactLocation": _artifact(path),
            "replacements": [
                {"deletedRegion": _region(edit.place), "insertedContent": {"text": edit.new}}
                for edit in edits
            ],
        }
        for path, edits in grouped.items()
    ]


def _reported(run: Run, ids: Mapping[str, int]) -> Iterator[dict[str, object]]:
    """The results, those suppressed too; with a baseline those that it knows, and those not found."""
    for one in marked(run):
        whole = _result(one.result, one.found, one.mark, ids)
        if one.suppressed:
            whole["suppressions"] = [_suppression(one.result, one.suppressed)]
        elif run.baseline:
            whole["baselineState"] = "unchanged" if one.known else "new"
        yield whole
    if run.baseline:
        yield from map(_absent, run.baseline.mended)
        for gone in run.baseline.unchecked:
            yield {**_absent(gone), "properties": {"unchecked": True}}


def _absent(gone: Known) -> dict[str, object]:
    """What the baseline knows and the run did not find."""
    return {
        "ruleId": gone.rule,
        "level": _LEVELS[gone.severity],
        "message": {"text": gone.message},
        "partialFingerprints": {"jslint/v1": fingerprint(*gone.key)},
        "baselineState": "absent",
    }


def _suppression(result: Result, one: Suppressed) -> dict[str, object]:
    """That somebody accepted a result, why, and where that is written."""
    return {
        "kind": "external" if one.path else "inSource",
        "status": "accepted",
        "justification": one.reason,
        "location": _location(one.path or result.path, one.place),
        **_given({"properties": _given({"until": one.until})}),
    }


def _related(result: Result, other: Related, number: int) -> dict[str, object]:
    message = {"text": other.excerpt}
    return {"id": number, **_location(result.path, other.place), "message": message}


def _location(path: str, place: Place, section: str = "") -> dict[str, object]:
    """A place; SARIF has no members for a page, a sheet or a paragraph of text."""
    physical: dict[str, object] = {"artifactLocation": _artifact(place.path or path)}
    whole: dict[str, object] = {"physicalLocation": physical}
    if section:
        whole["logicalLocations"] = [{"name": section, "kind": "section"}]
    if place.line is not None:
        physical["region"] = _region(place)
    elif spot(place):
        whole["message"] = {"text": spot(place)}
        whole["properties"] = location(place)
    return whole


def _artifact(path: str) -> dict[str, object]:
    """A file, relative to where the run was."""
    return {"uri": uri(posix(path))}


def _region(place: Place) -> dict[str, object]:
    return _given(
        {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        }
    )


def _given(members: Mapping[str, object]) -> dict[str, object]:
    return {member: value for member, value in members.items() if value}


def _failures(run: Run) -> Iterator[dict[str, object]]:
    for failure in run.failures:
        yield _notification("error", failure.why(run.lang), _location(failure.path, NOWHERE))


def _remarks(run: Run) -> Iterator[dict[str, object]]:
    for remark in remarks(run):
        yield _notification("warning", remark.text, _location(remark.path, remark.place))


def _unchecked(run: Run, ids: Mapping[str, int]) -> Iterator[dict[str, object]]:
    for result in run.results:
        for one in result.unchecked:
            place = _location(result.path, one.place or NOWHERE)
            rule = {"id": one.rule, "index": ids[one.rule]}
            yield {**_notification("note", one.reason, place), "associatedRule": rule}


def _notification(level: str, message: str, place: Mapping[str, object]) -> dict[str, object]:
    return {"level": level, "message": {"text": message}, "locations": [place]}
