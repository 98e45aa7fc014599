"""A filled-in checklist in words: its heading lines, and a row for each item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint import __version__
from jslint.checklist.model import Verdict
from jslint.checklist.words import say
from jslint.formatters.phrases import stands
from jslint.phrases import bracketed, listed
from jslint.run import Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.checklist.model import Answer, Day, Filled, Reason
    from jslint.diagnostic import Diagnostic

#: So many places are named of one item; of the others, how many there are.
_MOST = 20
_REASONS = 8
COLUMNS = ("number", "aspect", "item", "basis", "verdict", "place", "evidence", "rules", "review")


class Row(Struct, frozen=True):
    """An item in words; ``evidence`` has a line for each thing found, ``places`` where it stands."""

    number: int
    aspect: str
    item: str
    basis: str
    verdict: Verdict
    places: tuple[str, ...]
    evidence: tuple[str, ...]
    rules: str


def title(filled: Filled) -> str:
    """What the whole is called."""
    year = say(filled.lang, "year", year=filled.year) if filled.year else ""
    return say(filled.lang, "title", body=filled.body, year=year)


def heads(filled: Filled) -> tuple[str, ...]:
    """The names of the columns."""
    return tuple(say(filled.lang, column) for column in COLUMNS)


def about(filled: Filled) -> tuple[str, ...]:
    """What stands above the items: the form, the files, how many items came to what."""
    lang = filled.lang
    form = [say(lang, "form", form=filled.form)] if filled.form else []
    files = say(lang, "files", files=listed(lang, filled.files or (filled.path,)))
    return (*form, files, total(filled), say(lang, "made", version=__version__))


def total(filled: Filled) -> str:
    """How many items came to what."""
    counts = {verdict.value: filled.count(verdict) for verdict in Verdict}
    return say(filled.lang, "total", count=len(filled.answers), **counts)


def rows(filled: Filled) -> tuple[Row, ...]:
    """A row for each item, in the order of the form."""
    return tuple(_row(filled, number, one) for number, one in enumerate(filled.answers, 1))


def cells(filled: Filled, row: Row) -> tuple[str, ...]:
    """A row as the columns have it; lines in a cell are parted by newlines."""
    verdict = say(filled.lang, row.verdict.value)
    places, evidence = "\n".join(row.places), "\n".join(row.evidence)
    asked = (str(row.number), row.aspect, row.item, row.basis)
    return (*asked, verdict, places, evidence, row.rules, "")


def _row(filled: Filled, number: int, answer: Answer) -> Row:
    item = answer.item
    run = Run((), lang=filled.lang)
    shown = answer.found[:_MOST]
    own = (say(filled.lang, "own"),) if item.rule else ()
    return Row(
        number,
        item.aspect,
        item.item,
        item.basis,
        answer.verdict,
        tuple(_place(run, one) for one in shown),
        tuple(_evidence(filled.lang, run, answer)),
        "\n".join((*item.rules, *own)),
    )


def _place(run: Run, found: Diagnostic) -> str:
    place = stands(run, found.place)
    return found.section + bracketed(run.lang, place) if found.section else place


def _evidence(lang: str, run: Run, answer: Answer) -> Iterator[str]:
    """What is wrong and where; else why it was not checked; else what was looked at."""
    if answer.days is not None:
        yield _dated(lang, answer)
        return
    for one in answer.found[:_MOST]:
        yield f"{stands(run, one.place)} {one.message}".strip()
    if len(answer.found) > _MOST:
        yield say(lang, "more", count=len(answer.found) - _MOST)
    for reason in answer.reasons[:_REASONS]:
        yield _reason(lang, reason)
    if len(answer.reasons) > _REASONS:
        yield say(lang, "more", count=len(answer.reasons) - _REASONS)
    for one in answer.hints[:_MOST]:
        yield say(lang, "hint", message=f"{stands(run, one.place)} {one.message}".strip())
    if answer.held:
        passed = answer.verdict is Verdict.PASSED
        yield say(lang, "held" if passed else "held-too", count=answer.held)


def _reason(lang: str, reason: Reason) -> str:
    several = reason.count > 1
    words = (
        say(lang, "several", words=reason.words, count=reason.count) if several else reason.words
    )
    if not reason.title:
        return f"{reason.rule} {words}".strip()
    return say(lang, "reason", rule=reason.rule, title=reason.title, words=words)


def _dated(lang: str, answer: Answer) -> str:
    dates, took, deadline = answer.dates, answer.days, answer.item.deadline
    assert dates is not None
    assert dates.approved is not None
    assert dates.published is not None
    assert took is not None
    assert deadline is not None
    return say(
        lang,
        "dates",
        approved=dates.approved.day.isoformat(),
        published=dates.published.day.isoformat(),
        from_approved=_source(lang, dates.approved),
        from_published=_source(lang, dates.published),
        took=say(lang, "took" if took >= 0 else "before", took=abs(took)),
        days=deadline.days,
    )


def _source(lang: str, day: Day) -> str:
    return say(lang, "option" if day.place is None else "cover")
