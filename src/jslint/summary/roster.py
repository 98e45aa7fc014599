"""The list of bodies that are expected to hand in, and what is missing or too much beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jslint.addresses import plain
from jslint.formatters.natural import natural
from jslint.ledger import plain as folded
from jslint.patterns import regex
from jslint.summary.model import Expected, Missed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jslint.summary.model import Row

_NAMES = regex(
    r"(?:预算|决算|所属|下属)?(?:单位|机构)(?:全称|名称)?|名称|name|unit|body", re.IGNORECASE
)
_DEPARTMENTS = regex(
    r"(?:主管|上级|一级)?(?:部门|预算部门)(?:全称|名称)?|department", re.IGNORECASE
)
#: How reports of departments call their kind, as readers read it.
WHOLE = "部门"
#: A head stands in one of so many first rows, under a title.
_HEAD = 10
#: How a department's own office is called beside its name.
_OFFICE = regex(r"\(?(?:本级|本部|机关|局机关|厅机关|委机关)\)?$")


def expected(rows: Sequence[Sequence[str]]) -> tuple[Expected, ...]:
    """The bodies of a list: a column of names under a head, one of departments if there is one.

    Without a head the first column that holds words is that of names. An empty name beside a department
    means the department's own report. Each body once.
    """
    cells = [[folded(cell) for cell in row] for row in rows]
    at, name, department = _columns(cells)
    found: dict[Expected, None] = {}
    above = ""
    for row in cells[at:]:
        body = _cell(row, name)
        above = _cell(row, department) or (above if body else "")
        if body:
            found[Expected(body, above)] = None
        elif above:
            found[Expected(above, above, whole=True)] = None
    return tuple(found)


def _cell(row: Sequence[str], column: int) -> str:
    return row[column] if 0 <= column < len(row) else ""


def _columns(cells: Sequence[Sequence[str]]) -> tuple[int, int, int]:
    """The row below the head, the column of names and that of departments (-1 for none)."""
    for at, row in enumerate(cells[:_HEAD]):
        names = [number for number, cell in enumerate(row) if _NAMES.fullmatch(cell)]
        above = [number for number, cell in enumerate(row) if _DEPARTMENTS.fullmatch(cell)]
        if names or above:
            return at + 1, (names or above)[0], above[0] if names and above else -1
    wordy = (number for row in cells for number, cell in enumerate(row) if _is_word(cell))
    return 0, next(wordy, 0), -1


def _is_word(cell: str) -> bool:
    return any(not char.isdigit() and char.isalnum() for char in cell)


def bare(name: str) -> str:
    """A name as lists and reports may share it."""
    return folded(plain(name))


def same(one: str, other: str) -> bool:
    """Whether two names are of one body, its own office's (本级) among them."""
    return one == other or _OFFICE.sub("", one) == _OFFICE.sub("", other)


def is_office(name: str, department: str) -> bool:
    """Whether a unit's name is that of its department's own office."""
    return same(bare(name), bare(department))


def beside(listed: Sequence[Expected], rows: Iterable[Row]) -> tuple[Missed, ...]:
    """What is missing, there more than once, or not on the list."""
    read = [row for row in rows if row.body]
    met: set[int] = set()
    found: list[Missed] = []
    for one in listed:
        fitting = [row for row in read if fits(one, row, listed)]
        met.update(row.index for row in fitting)
        if not fitting:
            found.append(Missed("missing", one.name, one.department))
        elif _is_twice(fitting):
            paths = tuple(row.path for row in fitting)
            found.append(Missed("twice", one.name, one.department, paths))
    found += [Missed("unlisted", row.body, "", (row.path,)) for row in read if row.index not in met]
    order = ("missing", "twice", "unlisted")
    return tuple(sorted(found, key=lambda one: (order.index(one.what), natural(one.name))))


def _is_twice(fitting: Sequence[Row]) -> bool:
    """Whether several reports are of one year: those of different years are no copies."""
    years = [row.year for row in fitting]
    return len(set(years)) < len(years)


def fits(one: Expected, row: Row, listed: Sequence[Expected]) -> bool:
    """Whether a report is that of an expected body."""
    if bare(row.body) != bare(one.name):
        return one.name == one.department and not one.whole and _is_own(one, row)
    both = sum(bare(other.name) == bare(one.name) for other in listed) > 1
    return not (both and row.kind) or (row.kind == WHOLE) == one.whole


def _is_own(one: Expected, row: Row) -> bool:
    return row.kind != WHOLE and is_office(row.body, one.name)


def missing_of(department: str, found: Iterable[Missed]) -> Iterator[str]:
    """The units of a department that did not hand in."""
    for one in found:
        if one.what == "missing" and bare(one.department) == bare(department):
            yield one.name
