"""Of which year a clause or a section speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.claims import cues, joints, names
from jslint.claims.model import ACTUAL, PRIOR, budget_of
from jslint.claims.state import OTHER_YEAR
from jslint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jslint.claims.state import Reader, Walk

#: A heading that compares with a year is of none: 收支与2023年度决算对比情况.
_AGAINST = regex(r"[与同和比较]于?\s?20\d\d\s?年")
_QUARTERS = "一二三四"
_YEAR = list(range(1, 13))
#: How many months a quarter has.
_QUARTER = 3
#: The word by which a budget is told from what was spent.
_BUDGET_WORD = "预算"


def of_section(walk: Walk, heading: tuple[str, ...]) -> str:
    """Of which year a section is by its headings, the lowest that names one not to compare with it."""
    own = (title for title in reversed(heading) if not _AGAINST.search(title))
    years = [year for title in own if (year := names.year(title)) is not None]
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


def months(name: str) -> tuple[range, str]:
    """The months of the part of a year that a name begins with, and the rest of it; no months where it names none."""
    found = cues.YEAR_PART.match(name)
    if found is None:
        return range(0), name
    rest = name[found.end() :]
    if half := found["half"]:
        return (range(1, 7) if half == "上" else range(7, 13)), rest
    if month := found["month"]:
        return range(int(month), int(found["month_to"] or month) + 1), rest
    first = found["quarter"] or "一"
    last = found["quarter_to"] or found["first"] or first
    return range(_quarter(first) * _QUARTER - 2, _quarter(last) * _QUARTER + 1), rest


def are_of_a_year(called: Iterable[str]) -> bool:
    """Whether names are of parts that make up a year, told without a gap: 上半年支出, 下半年支出."""
    return sorted(month for name in called for month in months(name)[0]) == _YEAR


def quarters(words: str, count: int) -> list[str]:
    """一至四季度支出: the names of so many quarters; nothing where they are not as many."""
    name = names.subject(words)
    if (every := joints.ALL_QUARTERS.match(name)) and count == len(_QUARTERS):
        return [f"{one}季度{name[every.end() :]}" for one in _QUARTERS]
    found, (row, rest) = cues.YEAR_PART.match(name), months(name)
    if found is None or not found["quarter_to"] or len(row) != count * _QUARTER:
        return []
    return [f"{_QUARTERS[month // _QUARTER]}季度{rest}" for month in row[::_QUARTER]]


def _quarter(numeral: str) -> int:
    return int(numeral) if numeral.isdigit() else _QUARTERS.index(numeral.replace("两", "二")) + 1
