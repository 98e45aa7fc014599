"""Places and relations by number, for quick lookup, in an order that only the document decides."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from jslint.diagnosis.model import SCALE, Axis, Standing
from jslint.relation import Kind, Role

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from jslint.diagnosis.model import Cell, Link, Spot, Term

#: A place's or a relation's number, and a weight.
Weighted: TypeAlias = tuple[int, int]


class Ratio(Struct, frozen=True):
    """A rate's relation multiplied out: ``rate * denominator = times * numerator``.

    ``sides`` gives for each other place its weight above and below the line.
    """

    rate: int
    sign: int
    sides: dict[int, tuple[int, int]]
    times: int


class Graph(Struct, frozen=True, dict=True):
    """All places and relations; a place's or relation's number is its index in document order.

    ``terms`` are the operands of each relation, ``of`` the relations of each place, both with the
    weights; ``computed`` holds the places that a relation computes (rates and changes), ``totals`` the
    one that a sum adds up to. A statement that several rules make and find wrong is one relation:
    ``relations`` has the gravest, ``twins`` all of them. Two rules are no two witnesses.
    """

    places: list[Spot]
    relations: list[Link]
    twins: list[tuple[Link, ...]]
    terms: list[dict[int, int]]
    of: list[dict[int, int]]
    ratios: dict[int, Ratio]
    computed: list[tuple[int, ...]]
    totals: list[int | None]
    cells: dict[Cell, int]
    classes: dict[Hashable, list[int]]

    @cached_property
    def above(self) -> dict[Axis, dict[int, int]]:
        """By the axis, for each cell the total in its table that the shortest sum makes of it.

        Of equals the nearest.
        """
        best: dict[Axis, dict[int, tuple[int, int, int]]] = {axis: {} for axis in Axis}
        for number, total in enumerate(self.totals):
            cell = None if total is None else self.places[total].cell
            if total is None or cell is None:
                continue
            found, length = best[self.relations[number].axis], len(self.terms[number])
            for place in self.terms[number]:
                part = self.places[place].cell
                if place != total and part and part[0] == cell[0]:
                    one = length, abs(total - place), total
                    found[place] = min(found.get(place, one), one)
        return {
            axis: {place: total for place, (_, _, total) in found.items()}
            for axis, found in best.items()
        }


def build(relations: Iterable[Link], places: Iterable[Spot]) -> Graph:
    """Number places and relations; the order in which they are given makes no difference.

    ``ValueError`` where a place has no step, or a relation no operands or no rate that it binds.
    """
    given = list(relations)
    known = {place.key: place for place in places}
    for relation in given:
        _check(relation)
        for operand in relation.operands:
            known.setdefault(operand.place.key, operand.place)
    ordered = sorted(known.values(), key=_order)
    numbers = {place.key: number for number, place in enumerate(ordered)}
    rows = sorted(_statements(given, numbers), key=_rank)
    terms, twins = [row[0] for row in rows], [row[1] for row in rows]
    given = [row[1][0] for row in rows]
    of: list[dict[int, int]] = [{} for _ in ordered]
    for number, weights in enumerate(terms):
        for place, weight in weights.items():
            of[place][number] = weight
    return Graph(
        ordered,
        given,
        twins,
        terms,
        of,
        _ratios(given, numbers),
        [_computed(relation, numbers) for relation in given],
        [_total(relation, numbers) for relation in given],
        _cells(ordered),
        _classes(ordered),
    )


def _check(relation: Link) -> None:
    if not relation.operands:
        raise ValueError(f"a relation of {relation.rule} has no operands")
    if relation.kind.is_rate and all(one.role is not Role.RATE for one in relation.operands):
        raise ValueError(f"a relation of {relation.rule} binds no rate")
    if any(one.place.step <= 0 for one in relation.operands):
        raise ValueError(f"a place of {relation.rule} has no step")


def _statements(
    relations: Iterable[Link], numbers: dict[Hashable, int]
) -> list[tuple[dict[int, int], tuple[Link, ...]]]:
    """The relations with their terms; those that do not hold and say the same are one."""
    found: list[tuple[dict[int, int], tuple[Link, ...]]] = []
    same: dict[Hashable, list[Link]] = {}
    for relation in relations:
        if relation.standing is Standing.HOLDS:
            found.append((_terms(relation.operands, numbers), (relation,)))
        else:
            same.setdefault(_statement(relation, numbers), []).append(relation)
    for twins in same.values():
        twins.sort(key=lambda one: (one.standing is Standing.EDGE, one.rule, repr(one.key)))
        found.append((_terms(twins[0].operands, numbers), tuple(twins)))
    return found


def _statement(relation: Link, numbers: dict[Hashable, int]) -> Hashable:
    """What a relation says, whichever way round: a = b and b = a are the same."""
    if relation.kind.is_rate:
        sides = [(numbers[one.place.key], one.weight, one.role.value) for one in relation.operands]
        return relation.kind, relation.factor, tuple(sorted(sides))
    terms = sorted(_terms(relation.operands, numbers).items())
    if relation.kind is Kind.ORDER or terms[0][1] > 0:
        return relation.kind is Kind.ORDER, tuple(terms), relation.given
    return False, tuple((place, -weight) for place, weight in terms), -relation.given


def _order(place: Spot) -> tuple[int, ...]:
    return place.order


def _terms(operands: Sequence[Term], numbers: dict[Hashable, int]) -> dict[int, int]:
    weights: dict[int, int] = {}
    for operand in operands:
        number = numbers[operand.place.key]
        weights[number] = weights.get(number, 0) + operand.weight
    return weights


def _rank(row: tuple[dict[int, int], tuple[Link, ...]]) -> tuple[int, int, int, str, str]:
    """Document order, from what is quick to compare; what ties in all of it says the same."""
    terms, relations = row
    mark = sum([(place + 1) ** 3 * weight for place, weight in terms.items()])
    return min(terms), len(terms), mark, relations[0].rule, relations[0].kind.value


def _computed(relation: Link, numbers: dict[Hashable, int]) -> tuple[int, ...]:
    return tuple(
        numbers[operand.place.key]
        for operand in relation.operands
        if operand.role in (Role.RATE, Role.DERIVED)
    )


def _total(relation: Link, numbers: dict[Hashable, int]) -> int | None:
    if relation.kind not in (Kind.LINEAR, Kind.COUNT):
        return None
    found = (numbers[one.place.key] for one in relation.operands if one.role is Role.TOTAL)
    return next(found, None)


def _ratios(relations: list[Link], numbers: dict[Hashable, int]) -> dict[int, Ratio]:
    return {
        number: _ratio(relation, numbers)
        for number, relation in enumerate(relations)
        if relation.kind.is_rate
    }


def _ratio(relation: Link, numbers: dict[Hashable, int]) -> Ratio:
    rates = [one for one in relation.operands if one.role is Role.RATE]
    based = any(one.role is Role.TOTAL for one in relation.operands)
    sides: dict[int, tuple[int, int]] = {}
    for operand in relation.operands:
        if operand.role is not Role.RATE:
            number = numbers[operand.place.key]
            above, below = _sides(relation.kind, operand, based=based)
            old = sides.get(number, (0, 0))
            sides[number] = (old[0] + above, old[1] + below)
    rate = rates[0]
    return Ratio(numbers[rate.place.key], rate.weight, sides, relation.factor * SCALE)


def _sides(kind: Kind, operand: Term, *, based: bool) -> tuple[int, int]:
    """An operand's weight above and below the line of its ratio."""
    weight, role = operand.weight, operand.role
    if kind is Kind.RATIO:
        return (0, weight) if role is Role.TOTAL else (weight, 0)
    if role is Role.TOTAL:
        return -weight, weight
    if role is Role.DERIVED:
        return weight, -weight
    return (weight, 0) if based else (0, weight)


def _cells(places: list[Spot]) -> dict[Cell, int]:
    return {place.cell: number for number, place in enumerate(places) if place.cell}


def _classes(places: list[Spot]) -> dict[Hashable, list[int]]:
    classes: dict[Hashable, list[int]] = {}
    for number, place in enumerate(places):
        if place.quantity is not None:
            classes.setdefault(place.quantity, []).append(number)
    return classes
