"""github: workflow commands, which GitHub Actions shows as annotations beside the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.formatters.phrases import grounds, heading
from jslint.formatters.places import placed, posix
from jslint.formatters.remarks import remarks
from jslint.formatters.totals import total, unlooked
from jslint.formatters.wording import say
from jslint.harmful import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jslint.diagnostic import Diagnostic, Result
    from jslint.document import Place
    from jslint.run import Run

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def pieces(run: Run) -> Iterator[str]:
    """An annotation a diagnostic and a file not read, and the summary as a line of the log."""
    return (f"{line}\n" for line in _lines(run))


def _lines(run: Run) -> Iterator[str]:
    for result, found in run.diagnostics():
        yield _diagnostic(run, result, found)
    yield from _unread(run)
    if not run.quiet:
        yield from (clean(line) for line in (total(run), unlooked(run)) if line)


def _diagnostic(run: Run, result: Result, found: Diagnostic) -> str:
    properties = {**_region(result.path, found.place), "title": heading(run, found.rule)}
    told = (placed(found.place, found.message), *grounds(run, result, found))
    return _command(_COMMANDS[found.severity.value], properties, "\n".join(told))


def _unread(run: Run) -> Iterator[str]:
    for failure in run.failures:
        properties = {"file": posix(failure.path), "title": say(run.lang, "unreadable")}
        yield _command("error", properties, failure.why(run.lang))
    for remark in remarks(run):
        message = placed(remark.place, remark.text)
        yield _command("warning", _region(remark.path, remark.place), message)


def _region(path: str, place: Place) -> dict[str, object]:
    """The file, and its lines where the place has any; else the annotation is for the file."""
    region: dict[str, object] = {"file": posix(place.path or path)}
    if place.line is None:
        return region
    end = place.end_line or place.line
    region |= {"line": place.line, "endLine": end}
    if end == place.line:
        # GitHub refuses an annotation that has columns on several lines.
        region["col"] = column = place.column or 1
        region["endColumn"] = max(column, place.end_column or column)
    return region


def _command(name: str, properties: Mapping[str, object], message: str) -> str:
    given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {given}::{_data(message)}"


def _data(text: str) -> str:
    """Text as GitHub demands it in a message, and with nothing that drives a reader's terminal."""
    return "%0A".join(clean(line) for line in text.replace("%", "%25").splitlines())


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
