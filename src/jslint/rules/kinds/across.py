"""across and down: a total column or row of a table is the sum of the ones that the pack names."""

from __future__ import annotations

from fractions import Fraction
from itertools import takewhile
from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Diagnostic
from jslint.ledger.heads import GRAND
from jslint.rules.bench import cells
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.diagnostic import Outcome
    from jslint.ledger import Column, Ledger, Line
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


class Across(Rule, frozen=True, kw_only=True):
    """In every line of a table, the column ``total`` is the sum of the columns ``parts``, less ``minus``.

    Columns are named by their header path (``本年支出/基本支出``); the patterns must match it whole. A
    single part is no sum; where there is a ``minus``, no column may be absent. A table without a title
    is known by its columns: with ``others`` it is checked where it has every part, and each column is
    the total, a part or one of ``others``.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "tables": options.pattern,
        "total": options.pattern,
        "parts": options.patterns,
        "minus": options.patterns,
        "others": options.patterns,
    }
    VALUES: ClassVar[frozenset[str]] = cells.VALUES

    tables: re2._Regexp
    total: re2._Regexp
    parts: tuple[re2._Regexp, ...]
    minus: tuple[re2._Regexp, ...] = ()
    others: tuple[re2._Regexp, ...] = ()

    def check(self, context: Context) -> Iterator[Outcome]:
        """Check every line of every table of that title."""
        for ledger in context.ledgers:
            if self.tables.finds(ledger.title) or self._is_known(ledger):
                total = _columns(ledger, (self.total,))
                parts = [column for column in _columns(ledger, self.parts) if column not in total]
                minus = _columns(ledger, self.minus)
                if len(total) == 1 and self._are_enough(parts, minus):
                    yield from self._check_lines(context, ledger, total[0], (parts, minus))
                elif total:
                    yield self.unchecked("columns", ledger.table.place, what=ledger.title)

    def _is_known(self, ledger: Ledger) -> bool:
        """Whether a table without a title has columns that tell what it is."""
        if ledger.title or not self.others:
            return False
        known = _columns(ledger, (self.total, *self.parts, *self.others))
        return len(known) == len(ledger.columns) and all(
            len(_columns(ledger, (part,))) == 1 for part in self.parts
        )

    def _are_enough(self, parts: list[Column], minus: list[Column]) -> bool:
        """Whether so many columns are there that they can be all that the total consists of."""
        if not self.minus:
            return len(parts) > 1
        return all(
            any(pattern.matches(column.name) for column in found)
            for patterns, found in ((self.parts, parts), (self.minus, minus))
            for pattern in patterns
        )

    def _check_lines(
        self,
        context: Context,
        ledger: Ledger,
        total: Column,
        terms: tuple[list[Column], list[Column]],
    ) -> Iterator[Outcome]:
        parts, minus = terms
        sums = [
            cells.CellSum(
                ledger,
                cells.at(ledger, line, total),
                tuple(cells.at(ledger, line, part) for part in parts),
                minus=tuple(cells.at(ledger, line, part) for part in minus),
            )
            for line in ledger.lines
        ]
        found = [list(cells.check_sum(self, context, one)) for one in sums]
        broken = [
            one
            for one, row in zip(sums, found, strict=True)
            if any(isinstance(outcome, Diagnostic) for outcome in row)
        ]
        strange = self._strange(ledger, total)
        if broken and all(_is_filled(one, strange) for one in broken):
            yield self.unchecked("columns", ledger.table.place, what=ledger.title)
            return
        for row in found:
            yield from row

    def _strange(self, ledger: Ledger, total: Column) -> list[Column]:
        """The columns beside the total of which it is not known what they are."""
        known = _columns(ledger, (self.total, *self.parts, *self.minus, *self.others))
        above = total.path[:-1]
        return [
            column
            for column in ledger.columns
            if column not in known and column.path[: len(above)] == above
        ]


class Down(Rule, frozen=True, kw_only=True):
    """In every column of a table, the row ``total`` is the sum of the rows ``parts`` above it.

    Row patterns must match the whole name. ``columns`` limits the check to some header paths;
    ``below: true`` takes the rows from the total down to the first that no pattern matches, with
    ``among: true`` all such rows below it. A table without a title is known by its rows: with ``rows``
    it is checked where each of them is the total, a part or one of ``rows``.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "tables": options.pattern,
        "total": options.pattern,
        "parts": options.patterns,
        "columns": options.pattern,
        "below": options.flag,
        "among": options.flag,
        "rows": options.patterns,
    }
    VALUES: ClassVar[frozenset[str]] = cells.VALUES

    tables: re2._Regexp
    total: re2._Regexp
    parts: tuple[re2._Regexp, ...]
    columns: re2._Regexp | None = None
    below: bool = False
    among: bool = False
    rows: tuple[re2._Regexp, ...] = ()

    def check(self, context: Context) -> Iterator[Outcome]:
        """Check every column of every table of that title."""
        for ledger in context.ledgers:
            if self.tables.finds(ledger.title) or self._is_known(ledger):
                yield from self._check_ledger(context, ledger)

    def _check_ledger(self, context: Context, ledger: Ledger) -> Iterator[Outcome]:
        is_whole = self.total.matches
        total = next((line for line in ledger.lines if is_whole(line.name)), None)
        if total is None:
            return
        parts = self._parts(ledger, total)
        if not parts:
            return
        for column in ledger.columns:
            if self.columns is None or self.columns.finds(column.name):
                yield from cells.check_sum(
                    self,
                    context,
                    cells.CellSum(
                        ledger,
                        cells.at(ledger, total, column),
                        tuple(cells.at(ledger, part, column) for part in parts),
                    ),
                )

    def _parts(self, ledger: Ledger, total: Line) -> list[Line]:
        """The rows that add up to the total."""
        if self._is_known(ledger):
            return [line for line in ledger.lines if line is not total and self._is_part(line)]
        if not self.below:
            above = [line for line in ledger.lines if line.index < total.index]
            return list(filter(self._is_part, above[self._start(above) :]))
        after = list(_after(ledger, total))
        if not self.among:
            return list(takewhile(self._is_part, after))
        parts = list(filter(self._is_part, after))
        lacking = len(parts) < len(self.parts)
        # What stands below a part may stand for it where its own row is missing: 公务用车运行维护费.
        return [] if lacking and any(map(self._is_below, after)) else parts

    def _is_known(self, ledger: Ledger) -> bool:
        """Whether a table without a title has rows that tell what it is."""
        if ledger.title or not self.rows:
            return False
        known = (self.total, *self.parts, *self.rows)
        parts = sum(map(self._is_part, ledger.lines))
        return parts == len(self.parts) and all(
            any(pattern.matches(line.name) for pattern in known) for line in ledger.lines
        )

    def _start(self, above: list[Line]) -> int:
        """How many of the rows above the total belong to another grand total."""
        ends = (at for at, line in enumerate(above, 1) if GRAND.fullmatch(line.name))
        return max((at for at in ends if not self._is_part(above[at - 1])), default=0)

    def _is_part(self, line: Line) -> bool:
        return any(part.matches(line.name) for part in self.parts)

    def _is_below(self, line: Line) -> bool:
        return any(row.matches(line.name) for row in self.rows)


def _is_filled(found: cells.CellSum, strange: list[Column]) -> bool:
    """Whether a column that the pack does not know is what the parts lack of the total."""
    signed = [(1, part) for part in found.parts] + [(-1, part) for part in found.minus]
    stated = sum((sign * cell.figure.exact() for sign, cell in signed if cell.figure), Fraction(0))
    whole = found.whole.figure.exact() if found.whole.figure else Fraction(0)
    others = (found.ledger.figure(found.whole.line, column) for column in strange)
    return any(one.exact() == whole - stated for one in others if one is not None)


def _after(ledger: Ledger, total: Line) -> Iterator[Line]:
    return (line for line in ledger.lines if line.index > total.index)


def _columns(ledger: Ledger, patterns: tuple[re2._Regexp, ...]) -> list[Column]:
    return [
        column
        for column in ledger.columns
        if any(pattern.matches(column.name) for pattern in patterns)
    ]
