"""A run at a glance: a line a report, a line a rule."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from jslint.diagnostic import Severity
from jslint.formatters.phrases import title
from jslint.formatters.terminal import cells
from jslint.formatters.totals import counts
from jslint.formatters.wording import say
from jslint.harmful import clean
from jslint.phrases import clauses, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.run import Run


def reports(run: Run) -> Iterator[str]:
    """How much was found in each report, and what was not read."""
    for result in run.results:
        numbers = dict(zip(_COUNTED, counts(result), strict=True))
        found = say(run.lang, "report-line", **numbers)
        blank = (say(run.lang, "blank"),) if result.blank else ()
        yield clean(f"{result.path}: {clauses(run.lang, (found, *blank))}")
    for failure in run.failures:
        yield clean(f"{failure.path}: {say(run.lang, 'unreadable')}")


_COUNTED = (*(severity.value for severity in Severity), "figures", "checked")


def rules(run: Run) -> Iterator[str]:
    """How often each rule was broken, the most often first, and in how many reports."""
    found: Counter[str] = Counter()
    severities: dict[str, Counter[str]] = {}
    files: dict[str, set[str]] = {}
    for result, one in run.diagnostics():
        found[one.rule] += 1
        severities.setdefault(one.rule, Counter())[one.severity.value] += 1
        files.setdefault(one.rule, set()).add(result.path)
    head = [say(run.lang, name) for name in ("count", "reports-of", "rule", "severity")]
    rows = [[*head, say(run.lang, "rule-title")]]
    for rule, count in sorted(found.items(), key=lambda pair: (-pair[1], pair[0])):
        named = [severity for severity in Severity if severities[rule][severity.value]]
        graded = listed(run.lang, (say(run.lang, one.value) for one in named))
        rows.append([str(count), str(len(files[rule])), rule, graded, title(run, rule)])
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        numbers = [_right(cell, width) for cell, width in zip(row[:2], widths, strict=False)]
        words = [_left(cell, width) for cell, width in zip(row[2:], widths[2:], strict=True)]
        yield clean("  ".join((*numbers, *words)).rstrip())


def _right(text: str, width: int) -> str:
    return " " * (width - cells(text)) + text


def _left(text: str, width: int) -> str:
    return text + " " * (width - cells(text))
