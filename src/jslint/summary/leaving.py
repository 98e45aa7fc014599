"""What was not checked of a report, told shortly: parts, figures by table or section, rules by reason."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from jslint.phrases import listed
from jslint.summary.model import Left
from jslint.summary.said import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.diagnostic import Result

#: So many rules are named.
_NAMED = 6


def left(lang: str, result: Result) -> Iterator[Left]:
    """All of it."""
    for _, what in result.unread:
        yield Left(say(lang, "unread-part"), what, part=True)
    yield from _figures(lang, result)
    yield from _rules(lang, result)


def _figures(lang: str, result: Result) -> Iterator[Left]:
    counts: Counter[tuple[str, str]] = Counter()
    for figure in result.account.figures:
        if not figure.checked:
            at = figure.table
            name = figure.section if at is None else result.account.tables[at].title
            counts[name or say(lang, "unnamed"), figure.reason] += 1
    for (name, reason), count in counts.items():
        yield Left(say(lang, "figures-left", name=name), reason, count)


def _rules(lang: str, result: Result) -> Iterator[Left]:
    """The rules that were not applied, those of one reason together."""
    rules: dict[str, dict[str, None]] = {}
    counts: Counter[str] = Counter()
    for one in result.unchecked:
        rules.setdefault(one.reason, {})[one.rule] = None
        counts[one.reason] += 1
    for reason, several in rules.items():
        names = listed(lang, [*several][:_NAMED]) + ("…" if len(several) > _NAMED else "")
        yield Left(say(lang, "rules-left", count=len(several), rules=names), reason, counts[reason])
