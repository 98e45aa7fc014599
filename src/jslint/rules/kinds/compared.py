"""compared: columns or rows of this year, last year and the change between them fit each other."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct
from msgspec.structs import replace

from jslint.diagnostic import Holds, Related
from jslint.figures.figure import UNITS, Dimension
from jslint.figures.verdict import Rate, Verdict, linear
from jslint.rules.bench import cells, rates, relate
from jslint.rules.bench.grading import grade
from jslint.rules.ground import options, words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import re2

    from jslint.diagnostic import Outcome
    from jslint.figures.figure import Figure
    from jslint.figures.verdict import Linear
    from jslint.ledger import Column, Ledger, Line
    from jslint.relation import Relation
    from jslint.rules.bench.cells import CellAt
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

NOW, THEN, CHANGE, RATE = "now", "then", "change", "rate"


class _Row(Struct, frozen=True):
    """The cells of one thing by what they say of it; ``signed`` are those that print a minus.

    ``bare`` are those of which another prints a fall without one.
    """

    cells: dict[str, CellAt]
    signed: frozenset[str]
    bare: frozenset[str] = frozenset()

    def figure(self, role: str) -> Figure | None:
        """The figure of a role; None where it has no cell, or a blank one."""
        found = self.cells.get(role)
        return None if found is None else found.figure


class _Verdict(Struct, frozen=True):
    """What becomes of a printed change or rate: its cell, the others, how they hang together."""

    cell: CellAt
    others: tuple[CellAt, ...]
    relation: Relation
    result: Linear | Rate
    formula: str


class Compared(Rule, frozen=True, kw_only=True):
    """A change in a table is this year less last year, and its rate is that over last year.

    Columns are told by the last words of their heads, or rows by their names, where exactly one is
    ``now``, one ``then``, and at least one ``change`` or ``rate``. The last two that ``years`` finds, with
    the group ``year``, are now and then where one year follows the other. Where no figure of a column of
    changes has a minus, the direction is not held against it. A rate must be printed with its sign
    or under a head that has one.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "now": options.pattern,
        "then": options.pattern,
        "change": options.pattern,
        "rate": options.pattern,
        "years": options.pattern,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"table", "row", "column", "printed", "formula", "expected", "note"}
    )

    now: re2._Regexp
    then: re2._Regexp
    change: re2._Regexp
    rate: re2._Regexp
    years: re2._Regexp

    def check(self, context: Context) -> Iterator[Outcome]:
        """Check every line of each table with such columns, every column of one with such rows."""
        for ledger in context.ledgers:
            if ledger.unit.dimension in (Dimension.AMOUNT, Dimension.BARE):
                for row in self._rows(ledger):
                    yield from self._checked(context, ledger, row)

    def _rows(self, ledger: Ledger) -> Iterator[_Row]:
        for _, group in groupby(ledger.columns, key=lambda column: column.path[:-1]):
            columns = list(group)
            roles = self._roles([column.path[-1] if column.path else "" for column in columns])
            found = [
                _row(ledger, roles, [(line, column) for column in columns])
                for line in (ledger.lines if roles else ())
            ]
            yield from _styled(found)
        roles = self._roles([line.name for line in ledger.lines])
        found = [
            _row(ledger, roles, [(line, column) for line in ledger.lines])
            for column in (ledger.columns if roles else ())
        ]
        yield from _styled(found)

    def _roles(self, names: Sequence[str]) -> dict[str, int]:
        """Which of the names is now, then, a change or a rate; empty where that is not certain."""
        found: dict[str, int] = {}
        years: dict[int, int] = {}
        for at, name in enumerate(names):
            role = self._role(name)
            if role in found:
                return {}
            if role:
                found[role] = at
            elif self.years.matches(name) and (match := self.years.fullmatch(name)):
                years[int(match["year"])] = at
        last = max(years, default=0)
        if last - 1 in years and not {NOW, THEN} & set(found):
            found |= {NOW: years[last], THEN: years[last - 1]}
        return found if {NOW, THEN} <= set(found) and {CHANGE, RATE} & set(found) else {}

    def _role(self, name: str) -> str:
        tried = ((RATE, self.rate), (CHANGE, self.change), (THEN, self.then), (NOW, self.now))
        return next((role for role, pattern in tried if pattern.matches(name)), "")

    def _checked(self, context: Context, ledger: Ledger, row: _Row) -> Iterator[Outcome]:
        now, then = row.figure(NOW), row.figure(THEN)
        if now is None or then is None:
            return
        found = (
            _changed(context, row) if row.figure(CHANGE) else None,
            _rated(context, row)
            if row.figure(RATE) and then.value > 0 and now.value >= 0
            else None,
        )
        for one in found:
            if one is not None:
                yield self._outcome(ledger, one)

    def _outcome(self, ledger: Ledger, found: _Verdict) -> Outcome:
        result, figure = found.result, found.cell.figure
        assert figure is not None
        if result.verdict.holds:
            slack = result.verdict is Verdict.ROUNDING
            return Holds(self.entry.id, found.relation.places, slack=slack, relation=found.relation)
        expected = (
            f"{result.rounded}%"
            if isinstance(result, Rate)
            else words.replacing(result.difference + figure.exact(), figure)
        )
        graded = grade(self.entry.severity, result)
        return self.diagnose(
            found.cell.place,
            path=ledger.path,
            severity=graded.severity,
            excerpt=f"{found.cell.line.name} {words.printed(figure)}",
            expected=expected,
            actual=words.printed(figure),
            related=tuple(
                Related(one.place, f"{one.line.name} {one.figure.text}")
                for one in found.others
                if one.figure
            ),
            asks=found.relation,
            table=ledger.title,
            row=found.cell.line.name,
            column=found.cell.column.name,
            printed=words.printed(figure),
            formula=found.formula,
            note=words.notes(graded.notes, bound=_bound(result, figure)),
        )


def _bound(result: Linear | Rate, figure: Figure) -> str:
    return "" if isinstance(result, Rate) else words.amount(result.bound, figure)


def _row(ledger: Ledger, roles: dict[str, int], crossings: Sequence[tuple[Line, Column]]) -> _Row:
    found = {role: cells.at(ledger, *crossings[at]) for role, at in roles.items()}
    across = len({line.index for line, _ in crossings}) == 1
    signed = (role for role, cell in found.items() if _has_minus(ledger, cell, across=across))
    return _Row(found, frozenset(signed))


def _styled(rows: Sequence[_Row]) -> Iterator[_Row]:
    """The rows, with whether one of them prints a fall without a minus."""
    bare = frozenset([CHANGE] if any(map(_falls_bare, rows)) else [])
    return (replace(row, bare=bare) for row in rows)


def _falls_bare(row: _Row) -> bool:
    change, now, then = (row.figure(role) for role in (CHANGE, NOW, THEN))
    if change is None or now is None or then is None:
        return False
    return change.exact() == then.exact() - now.exact() > 0


def _has_minus(ledger: Ledger, cell: CellAt, *, across: bool) -> bool:
    """Whether a figure of the cell's column, or of its row where rows are compared, is below zero."""
    along = (
        [ledger.figure(line, cell.column) for line in ledger.lines]
        if across
        else [ledger.figure(cell.line, column) for column in ledger.columns]
    )
    return any(figure is not None and figure.value < 0 for figure in along)


def _changed(context: Context, row: _Row) -> _Verdict:
    """A printed change against this year less last year."""
    cell, now, then = row.cells[CHANGE], row.cells[NOW], row.cells[THEN]
    assert cell.figure is not None
    assert now.figure is not None
    assert then.figure is not None
    fell = now.figure.exact() < then.figure.exact()
    bare = cell.figure.exact() == then.figure.exact() - now.figure.exact() or CHANGE in row.bare
    sign = -1 if fell and CHANGE not in row.signed and bare else 1
    quantum = context.table_style.quantum
    result = linear([(sign, now.figure), (-sign, then.figure)], cell.figure, quantum)
    shown = [words.printed(one) for one in (now.figure, then.figure)][::sign]
    relation = relate.difference(cell, now, then, sign)
    return _Verdict(cell, (now, then), relation, result, "-".join(shown))


def _rated(context: Context, row: _Row) -> _Verdict | None:
    """A printed rate against how far this year is above last year."""
    cell, now, then = row.cells[RATE], row.cells[NOW], row.cells[THEN]
    figure = _percent(cell)
    if figure is None or now.figure is None or then.figure is None:
        return None
    fell = now.figure.exact() < then.figure.exact()
    sign = -1 if figure.value < 0 or (fell and RATE not in row.signed) else 1
    plain = replace(figure, value=abs(figure.value))
    result = rates.risen(context, plain, now.figure, then.figure, sign)
    if result is None:
        return None
    if figure.value < 0:
        result = replace(result, rounded=-result.rounded, exact=-result.exact)
    shown, other = words.printed(now.figure), words.printed(then.figure)
    turn = 1 if figure.value < 0 else sign
    relation = relate.risen(replace(cell, figure=figure), now, then, turn)
    return _Verdict(cell, (now, then), relation, result, f"({shown}-{other})÷{other}")


def _percent(cell: CellAt) -> Figure | None:
    """The figure of a rate in percent; None where no sign of percent says that it is."""
    figure = cell.figure
    if figure is None or figure.unit.dimension is Dimension.RATE:
        return figure
    headed = any("%" in word for word in (*cell.column.path, cell.line.name))
    return replace(figure, unit=UNITS["%"]) if headed else None
