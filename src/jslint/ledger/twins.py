"""Tables under one title: one table printed twice, two of which one has a wrong title, or parts."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from jslint.ledger.heads import SUMMARY
from jslint.ledger.model import plain
from jslint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from fractions import Fraction

    from jslint.ledger.model import Ledger

    Ledgers = Sequence[Ledger]
    #: A cell by its column's path, and its row's code or name.
    Cells = dict[tuple[str, str], Fraction]

#: What two tables of one title are: the same cells, other ones, or it cannot be told.
TWICE, ANOTHER, UNKNOWN = "twice", "another", ""
_NUMBERED = regex(r"^(?:(?:附?表|附件)\d{1,2}(?:[-－]\d{1,2})?|公开\d{1,2}表)[:：、.．]?")
#: Fewer cells in common than this are alike by chance.
_FEWEST = 2


def core(title: str) -> str:
    """A table's title without its number: 附表3：支出决算表 is 支出决算表."""
    return _NUMBERED.sub("", plain(title))


def pairs(ledgers: Iterable[Ledger]) -> Iterator[tuple[Ledgers, Ledgers, str]]:
    """Each table with the one before it of its title, by their ledgers, and what they are."""
    tables: dict[int, list[Ledger]] = {}
    for ledger in ledgers:
        tables.setdefault(id(ledger.table), []).append(ledger)
    titled: dict[str, list[list[Ledger]]] = {}
    for parts in tables.values():
        if parts[0].title:
            titled.setdefault(core(parts[0].title), []).append(parts)
    for row in titled.values():
        cells = [_cells(parts) for parts in row] if len(row) > 1 else []
        for at, pair in enumerate(pairwise(row)):
            yield *pair, _likeness(*cells[at : at + 2])


def _likeness(one: Cells, other: Cells) -> str:
    """What two tables of one title are.

    They are one table printed twice where rows, columns and most figures are the same; two tables
    where their totals differ, or where they have neither a row (of sums apart) nor a column in common. Parts of one
    table have other rows below the same head, or other columns beside the same rows.
    """
    shared = one.keys() & other.keys()
    equal = sum(one[key] == other[key] for key in shared)
    whole = len(one.keys() | other.keys())
    if len(shared) >= _FEWEST and 2 * len(shared) > whole and 2 * equal > len(shared):
        return TWICE
    if any(SUMMARY.fullmatch(key[1]) and one[key] != other[key] for key in shared):
        return ANOTHER
    alike = {key[0] for key in one} & {key[0] for key in other} or _rows(one) & _rows(other)
    return ANOTHER if one and other and not alike else UNKNOWN


def _rows(cells: Cells) -> set[str]:
    """The names of the rows that hold figures, apart from sums, which every table has."""
    return {row for _, row in cells if not SUMMARY.fullmatch(row)}


def _cells(ledgers: Ledgers) -> Cells:
    """The figures of a table that stand in a row and a column of their own names."""
    found: list[tuple[tuple[str, str], Fraction]] = []
    for ledger in ledgers:
        for line in ledger.lines:
            for column in ledger.columns:
                figure = ledger.figure(line, column)
                if figure is not None and (line.code or line.name):
                    found.append(((column.name, line.code or line.name), figure.exact()))
    count = Counter(key for key, _ in found)
    return {key: value for key, value in found if count[key] == 1}
