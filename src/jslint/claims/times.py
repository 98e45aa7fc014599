"""Of which year a clause or a section speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.claims import cues, names
from jslint.claims.model import ACTUAL, PRIOR, budget_of
from jslint.claims.state import OTHER_YEAR

if TYPE_CHECKING:
    from jslint.claims.state import Reader, Walk

#: The word by which a budget is told from what was spent.
_BUDGET_WORD = "预算"


def of_section(walk: Walk, heading: tuple[str, ...]) -> str:
    """Of which year a section is by its headings, the lowest that names one."""
    years = [year for title in reversed(heading) if (year := names.year(title)) is not None]
    if not years or walk.year in (None, years[0]):
        return ACTUAL
    return PRIOR if walk.year is not None and years[0] + 1 == walk.year else OTHER_YEAR


def of_clause(reader: Reader, words: str) -> tuple[str, str]:
    """Of which year a clause speaks, that of the clause before where it does not say; and the rest.

    A year that is neither reported nor the one before is ``prior:`` with its number.
    """
    if last := cues.LAST_YEAR.match(words):
        return PRIOR, words[last.end() :]
    if this := cues.THIS_YEAR.match(words):
        return ACTUAL, words[this.end() :]
    if cues.PERIOD.search(words):
        return OTHER_YEAR, words
    year = names.year(words)
    if year is None:
        return reader.sentence.time, words
    if reader.walk.year in (None, year):
        return ACTUAL, words
    return (PRIOR if year + 1 == reader.walk.year else f"{PRIOR}:{year}"), words


def is_of_other_year(reader: Reader, words: str) -> bool:
    """Whether a clause, or the last of its paragraph that named a year, is neither of this year nor the last."""
    year = names.year(words)
    if cues.THIS_YEAR.match(words):
        return False
    if year is None or reader.walk.year is None:
        return reader.elsewhen
    return year not in (reader.walk.year, reader.walk.year - 1)


def of_base(reader: Reader, name: str) -> str:
    """The measure of what something is compared with, by its name: a budget, or a year before."""
    if _BUDGET_WORD in name:
        return budget_of(name)
    year = names.year(name)
    return PRIOR if year is None or reader.walk.year in (None, year + 1) else f"{PRIOR}:{year}"
