"""gitlab: a Code Quality report, which GitLab shows in merge requests."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from msgspec.structs import astuple

from jslint.document import NOWHERE
from jslint.formatters import jsontext
from jslint.formatters.fingerprints import fingerprint, fingerprints
from jslint.formatters.places import placed, posix, spot
from jslint.formatters.remarks import remarks
from jslint.formatters.totals import unlooked
from jslint.formatters.wording import say
from jslint.run import Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.document import Place

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def pieces(run: Run) -> Iterator[str]:
    """A list with an object a diagnostic, one a file or a part of one that was not read, and so on."""
    issues = chain(
        _diagnostics(run),
        _failures(run),
        _remarks(run),
        _left(run),
        _configuration(run),
    )
    return jsontext.pieces(issues)


def _diagnostics(run: Run) -> Iterator[dict[str, object]]:
    for result, found, mark in fingerprints(run):
        yield {
            "description": placed(found.place, found.message),
            "check_name": found.rule,
            "fingerprint": mark,
            "severity": _SEVERITIES[found.severity.value],
            "location": _location(result.path, found.place),
        }


def _failures(run: Run) -> Iterator[dict[str, object]]:
    for failure in run.failures:
        yield {
            "description": f"{say(run.lang, 'unreadable')}: {failure.why(run.lang)}",
            "check_name": "unreadable",
            "fingerprint": fingerprint(posix(failure.path), "unreadable"),
            "severity": "blocker",
            "location": _location(failure.path, NOWHERE),
        }


def _remarks(run: Run) -> Iterator[dict[str, object]]:
    for path, place, sort, what, text in map(astuple, remarks(run)):
        yield {
            "description": placed(place, text),
            "check_name": sort,
            "fingerprint": fingerprint(posix(path), sort, spot(place), what),
            "severity": "major",
            "location": _location(path, place),
        }


def _left(run: Run) -> Iterator[dict[str, object]]:
    """What of each report was not checked, in one issue."""
    for result in run.results:
        said = unlooked(Run((result,), lang=run.lang))
        if said:
            yield {
                "description": said,
                "check_name": "unchecked",
                "fingerprint": fingerprint(posix(result.path), "unchecked"),
                "severity": "info",
                "location": _location(result.path, NOWHERE),
            }


def _configuration(run: Run) -> Iterator[dict[str, object]]:
    """By what the run was configured: GitLab shows it where a merge request brings it along."""
    for path in run.configs:
        yield {
            "description": say(run.lang, "config", path=path),
            "check_name": "configuration",
            "fingerprint": fingerprint(posix(path), "configuration"),
            "severity": "info",
            "location": _location(path, NOWHERE),
        }


def _location(path: str, place: Place) -> dict[str, object]:
    # GitLab wants a line of every issue; the description names the page or the cell.
    begin = place.line or 1
    lines = {"begin": begin, "end": place.end_line or begin}
    return {"path": posix(place.path or path), "lines": lines}
