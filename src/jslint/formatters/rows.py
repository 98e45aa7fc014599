"""The rows of csv and xlsx: every diagnostic, then what was not checked."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from jslint.formatters.left import skipped
from jslint.formatters.phrases import joined, title
from jslint.formatters.places import spot
from jslint.formatters.remarks import remarks
from jslint.formatters.wording import say
from jslint.harmful import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jslint.run import Run

_HEAD = (
    "file", "place", "severity", "rule", "rule-title", "message", "section-name", "excerpt-name",
    "expected-name", "actual-name", "basis-name",
)  # fmt: skip


def head(run: Run) -> list[str]:
    """The names of the columns."""
    return [say(run.lang, name) for name in _HEAD]


def rows(run: Run) -> Iterator[list[str]]:
    """The rows, each with as many cells as there are columns."""
    return chain(found(run), left(run), _whole(_configuration(run)))


def found(run: Run) -> Iterator[list[str]]:
    """The rows of what was found."""
    return _whole(_diagnostics(run))


def left(run: Run) -> Iterator[list[str]]:
    """The rows of what was not read or not checked."""
    return _whole(chain(_unread(run), _unchecked(run)))


def _whole(several: Iterable[tuple[str, ...]]) -> Iterator[list[str]]:
    for row in several:
        yield [clean(cell) for cell in (*row, *("",) * (len(_HEAD) - len(row)))]


def _diagnostics(run: Run) -> Iterator[tuple[str, ...]]:
    for result, found in run.diagnostics():
        entry = run.entries.get(found.rule)
        yield (
            found.place.path or result.path,
            spot(found.place),
            say(run.lang, found.severity.value),
            found.rule,
            title(run, found.rule),
            found.message,
            found.section,
            joined(found.excerpt),
            found.expected,
            found.actual,
            entry.told(run.lang, "basis") if entry else "",
        )


def _unread(run: Run) -> Iterator[tuple[str, ...]]:
    for failure in run.failures:
        yield failure.path, "", say(run.lang, "unreadable"), "", "", failure.why(run.lang)
    for remark in remarks(run):
        path = remark.place.path or remark.path
        yield path, spot(remark.place), say(run.lang, "unchecked"), "", "", remark.text


def _unchecked(run: Run) -> Iterator[tuple[str, ...]]:
    state = say(run.lang, "unchecked")
    for result, figure in run.figures():
        if not figure.checked:
            path = figure.place.path or result.path
            message = say(run.lang, "figure-left", text=figure.text)
            yield path, spot(figure.place), state, "", "", message, figure.section, figure.text
    for one in skipped(run):
        message = say(run.lang, "rule-left", reason=one.reason, count=one.count)
        yield "", "", state, one.rule, title(run, one.rule), message


def _configuration(run: Run) -> Iterator[tuple[str, ...]]:
    for path in run.configs:
        yield path, "", "", "", "", say(run.lang, "config", path=path)
