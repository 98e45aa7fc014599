"""A result in a language: what ``judge`` finds holds keys and values, and is said at the end."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jslint import engine, pack, readers, spoken
from jslint.figures.figure import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.diagnostic import Result

FAULTY = Path(__file__).parents[1] / "examples/faulty/report.yaml"
#: The marks of ours that part or bracket what is quoted; what a report prints may hold others.
OURS = {"zh": BLANK, "en": "(blank)"}


@cache
def judged():
    report = readers.read("report.yaml", FAULTY.read_bytes())
    return engine.judge(report, pack.load(("sichuan",)))


def _words(found: Result) -> Iterator[str]:
    for one in found.diagnostics:
        yield from (one.message, one.expected, one.actual, one.note)
        yield from (other.excerpt for other in one.related)
        if one.cause is not None:
            yield from (each.actual for each in one.cause.suspects)


@pytest.mark.parametrize("lang", OURS)
def test_blank_cells_are_called_so_in_the_language(lang: str) -> None:
    said = "\n".join(_words(spoken.result(judged(), lang)))

    assert OURS[lang] in said
    assert all(other not in said for one, other in OURS.items() if one != lang)


@pytest.mark.parametrize("lang", OURS)
def test_all_words_of_a_result_are_in_one_language(lang: str) -> None:
    found = spoken.result(judged(), lang)

    words = [*_words(found), *(one.reason for one in found.unchecked)]
    words += [word for one in found.account.figures for word in (one.name, one.reason)]
    words += [one.unread for one in found.account.tables]
    assert all(isinstance(word, str) for word in words)
    assert found.diagnostics


def test_one_judgement_is_said_in_both_languages() -> None:
    """Rules, places and figures are the same; only the words differ."""
    zh, en = (spoken.result(judged(), lang) for lang in ("zh", "en"))

    def bare(found: Result) -> list[object]:
        return sorted((str(one.place), one.rule, one.severity.value) for one in found.diagnostics)

    assert bare(zh) == bare(en)
    assert {one.message for one in zh.diagnostics}.isdisjoint(one.message for one in en.diagnostics)
