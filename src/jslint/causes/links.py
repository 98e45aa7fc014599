"""The relations of a report's outcomes as links between spots, as the diagnosis reasons on them."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, cast

from msgspec import Struct

from jslint.diagnosis.model import Axis, Link, Spot, Standing, Term, measured, ticks
from jslint.diagnostic import Diagnostic, Holds, Severity
from jslint.figures.figure import Dimension
from jslint.relation import Kind, Operand, is_edge
from jslint.rules.ground import words

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from jslint.claims.model import Claim
    from jslint.diagnosis.model import Cell
    from jslint.diagnostic import Broken, Outcome
    from jslint.document import Key
    from jslint.figures.figure import Figure
    from jslint.figures.style import Style
    from jslint.ledger import Column, Ledger, Line
    from jslint.relation import Relation
    from jslint.rules.ground.context import Context


class Where(Struct, frozen=True):
    """A table's cell: its table, line and column, and where that stands among all."""

    ledger: Ledger
    line: Line
    column: Column
    cell: Cell


class Report(Struct, frozen=True, dict=True):
    """The spots of a report's figures, found as they are asked for, and what stands there.

    ``borne_out`` are the places of the figures of which a relation holds.
    """

    context: Context
    cells: dict[Key, Where]
    classes: dict[Key, int]
    spots: dict[Key, Spot | None]
    printed: dict[Key, Operand]
    borne_out: frozenset[Key]

    def spot(self, operand: Operand) -> Spot | None:
        """The spot of an operand; None where its figure has more decimals than can be reckoned with."""
        key = operand.place.key
        if key not in self.spots:
            self.printed[key] = operand
            self.spots[key] = self._spot(key, operand.figure)  # in the order of the outcomes
        return self.spots[key]

    @cached_property
    def claims(self) -> dict[Key, Claim]:
        """The first claim that each figure of the narrative makes, by its place."""
        found: dict[Key, Claim] = {}
        for claim in self.context.claims.claims:
            if claim.figure:
                found.setdefault(claim.place.key, claim)
        return found

    @cached_property
    def separated(self) -> dict[bool, Figure]:
        """A figure with separators of the tables (True) and one of the narrative, once all are known."""
        return {
            key in self.cells: one.figure
            for key, one in self.printed.items()
            if words.is_separated(one.figure)
        }

    def _spot(self, key: Key, figure: Figure) -> Spot | None:
        where = self.cells.get(key)
        style = self.context.table_style if where else self.context.style
        try:
            number = len(self.spots)
            return _measured(key, number, figure, style, where, self.classes.get(key))
        except (ValueError, ArithmeticError):
            return None


def of(
    context: Context, outcomes: Sequence[Outcome]
) -> tuple[Report, dict[Hashable, tuple[Link, list[int]]]]:
    """All relations that hold or are broken as links, with the numbers of the outcomes that say so.

    Those of which no figure follows from the others are none. Several rules may ask the same of the same figures. What is only information is no statement that a figure is wrong, and binds none.
    """
    rated = [
        (number, one, one.relation)
        for number, one in enumerate(outcomes)
        if isinstance(one, Holds | Diagnostic) and one.relation is not None
        if one.relation.kind.is_reckoned
        if not (isinstance(one, Diagnostic) and one.severity is Severity.INFO)
    ]
    held = (one.places for _, outcome, one in rated if isinstance(outcome, Holds))
    borne_out = frozenset(place.key for places in held for place in places)
    classes = _classes(one for _, _, one in rated)
    report = Report(context, _cells(context), classes, {}, {}, borne_out)
    links: dict[Hashable, tuple[Link, list[int]]] = {}
    for number, outcome, relation in rated:
        link = _link(report, outcome, relation)
        if link is None:
            continue
        kept, numbers = links.get(link.key, (link, []))
        broken = link.standing is not Standing.HOLDS
        one = link if broken and kept.standing is Standing.HOLDS else kept
        links[link.key] = one, [*numbers, number] if broken else numbers
    return report, links


def key_at(spot: Spot) -> Key:
    """The place that a spot stands for, by what tells it from all others."""
    return cast("Key", spot.key)


def _link(report: Report, outcome: Broken | Holds, relation: Relation) -> Link | None:
    terms = []
    for operand in relation.operands:
        spot = report.spot(operand)
        if spot is None:
            return None
        # A statement may give a figure with the sign of its direction, where none is printed.
        turned = -1 if operand.figure.value * spot.value < 0 else 1
        terms.append(Term(spot, operand.weight * turned, operand.role))
    terms += _blanks(report, relation)
    given = _given(relation) if relation.given else _NOTHING
    if given is None:
        return None
    standing = Standing.HOLDS if isinstance(outcome, Holds) else Standing.BROKEN
    operands = tuple(terms)
    if standing is Standing.BROKEN and _is_edge(relation.kind, operands, given):
        standing = Standing.EDGE
    return Link(
        rule=outcome.rule,
        kind=relation.kind,
        operands=operands,
        standing=standing,
        axis=_axis(operands),
        factor=relation.factor,
        given=given.value,
        room=given.room,
        key=(
            relation.kind,
            frozenset((one.place.key, one.weight) for one in operands),
            given.value,
        ),
    )


def _blanks(report: Report, relation: Relation) -> Iterator[Term]:
    """The cells of a sum that print nothing, where each has a place of its own."""
    for blank in relation.blanks:
        place = blank.text.at()
        where = report.cells.get(place.key)
        if where is not None and where.line.cells[where.column.index] is blank.text:
            known = report.spots.get(place.key)
            spot = known or report.spot(Operand(place, where.ledger.blank()))
            if spot is not None:
                yield Term(spot, blank.weight)


class _Given(Struct, frozen=True):
    """What a relation is given: what it adds up to in ticks, and weights with half last places."""

    value: int = 0
    halves: tuple[tuple[int, int], ...] = ()
    room: int = 0


_NOTHING = _Given()
_NONE, _ONE = Decimal(0), Decimal(1)


def _given(relation: Relation) -> _Given | None:
    """What is given; None where that has more decimals than can be reckoned with."""
    found = []
    for one in relation.given:
        last = Decimal(0) if one.figure.is_exact else one.figure.quantum
        try:
            value, quantum, _ = measured(one.figure, last)
        except (ValueError, ArithmeticError):
            return None
        found.append((one.weight, value, quantum // 2))
    return _Given(
        sum(weight * value for weight, value, _ in found),
        tuple((weight, half) for weight, _, half in found),
        sum(abs(weight) * half for weight, _, half in found),
    )


def _is_edge(kind: Kind, operands: tuple[Term, ...], given: _Given) -> bool:
    residue = sum((one.weight * one.place.value for one in operands), given.value)
    own = [(one.weight, one.place.quantum // 2) for one in operands]
    return is_edge(kind, residue, [*own, *given.halves])


def _axis(operands: tuple[Term, ...]) -> Axis:
    cells = [one.place.cell for one in operands if one.place.cell]
    if len(cells) < len(operands):
        return Axis.NARRATIVE if not cells else Axis.BETWEEN
    tables, rows, columns = (set(row) for row in zip(*cells, strict=True))
    if len(tables) > 1 or (len(rows) != 1 and len(columns) != 1):
        return Axis.BETWEEN
    return Axis.ROW if len(rows) == 1 else Axis.COLUMN


def _measured(
    key: Key,
    number: int,
    figure: Figure,
    style: Style,
    where: Where | None,
    quantity: Hashable,
) -> Spot:
    counted = figure.unit.dimension is Dimension.COUNT
    # A rate printed coarser than the others accuses nothing within its own rounding.
    rated = figure.unit.dimension is Dimension.RATE
    # A blank states nothing exactly; what belongs there is printed as its neighbours are.
    exact = counted or (where is not None and _is_blank(where))
    last = _NONE if exact else figure.quantum if rated else style.quantum(figure)
    usual = style.quanta.get(figure.unit.name, figure.quantum)
    # A figure with more places than the others, or a number of people with any, slipped in its point.
    step = _ONE if figure.unit.is_whole else figure.quantum if counted else usual
    value, quantum, scale = measured(figure, last)
    return Spot(
        key=key,
        order=(*key[0], number),
        text="".join(figure.text.split()),
        value=value,
        quantum=quantum,
        step=_step(step, figure.unit.scale),
        scale=scale,
        quantity=quantity,
        cell=where.cell if where else None,
        negative=figure.value < 0,
        exact=counted,
    )


@lru_cache(maxsize=256)
def _step(last: Decimal, scale: Decimal) -> int:
    """The least by which a figure's value differs from another's, in ticks; a report has few of them."""
    return max(2, ticks(last * scale))


def _is_blank(where: Where) -> bool:
    return where.ledger.figure(where.line, where.column) is None


def _cells(context: Context) -> dict[Key, Where]:
    """Every cell of values by its place; the halves of a table are one, printed in one unit."""
    found: dict[Key, Where] = {}
    numbers: dict[int, int] = {}
    for ledger in context.ledgers:
        number = numbers.setdefault(id(ledger.table), len(numbers))
        for line in ledger.lines:
            for column in ledger.columns:
                text = line.cells.get(column.index)
                if text is not None:
                    cell = (number, line.index, column.index)
                    found[text.at().key] = Where(ledger, line, column, cell)
    return found


def _classes(relations: Iterable[Relation]) -> dict[Key, int]:
    """Places that equalities bind, directly or by others, by the number of their quantity."""
    parent: dict[Key, Key] = {}

    def root(key: Key) -> Key:
        while parent.setdefault(key, key) != key:
            parent[key] = key = parent[parent[key]]
        return key

    for relation in relations:
        if relation.kind is Kind.EQUALITY:
            one, other = (root(place.key) for place in relation.places)
            parent[max(one, other, key=str)] = min(one, other, key=str)
    numbers: dict[Key, int] = {}
    return {key: numbers.setdefault(root(key), len(numbers)) for key in parent}
