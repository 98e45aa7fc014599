"""gitlab: a Code Quality report, which GitLab shows in merge requests."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from jslint.document import NOWHERE
from jslint.formatters.fingerprints import fingerprint, fingerprints
from jslint.formatters.phrases import why
from jslint.formatters.places import placed, posix, spot
from jslint.formatters.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.document import Place
    from jslint.run import Run

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(run: Run) -> str:
    """A list with an object a diagnostic, and one a file or a part of one that was not read."""
    issues = [*_diagnostics(run), *_failures(run), *_unread(run)]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


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
            "description": f"{say(run.lang, 'unreadable')}: {why(run, failure)}",
            "check_name": "unreadable",
            "fingerprint": fingerprint(posix(failure.path), "unreadable"),
            "severity": "blocker",
            "location": _location(failure.path, NOWHERE),
        }


def _unread(run: Run) -> Iterator[dict[str, object]]:
    for result in run.results:
        for place, what in result.unread:
            yield {
                "description": placed(place, say(run.lang, "unread", what=what)),
                "check_name": "unread",
                "fingerprint": fingerprint(posix(result.path), "unread", spot(place), what),
                "severity": "major",
                "location": _location(result.path, place),
            }


def _location(path: str, place: Place) -> dict[str, object]:
    # GitLab wants a line of every issue; the description names the page or the cell.
    begin = place.line or 1
    lines = {"begin": begin, "end": place.end_line or begin}
    return {"path": posix(place.path or path), "lines": lines}
