"""Errors that change several figures of a report at once, each to be told by one finding.

``copied``: one slip stands in every place that states the quantity. ``moved``: from some row on a column of
four or more figures stands a row too low, in any table but that of the basic expenditure, whose
accounts have no other relation than their sum. ``unit``: all figures of a table are printed in the
other unit, yuan or ten thousands of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from benchmarks.mutation import Mutation, _digits, cell_mutations, mutations

from jslint import ledger
from jslint.document import Table
from jslint.relation import Kind

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from jslint.diagnostic import Result
    from jslint.document import Report
    from jslint.figures.figure import Figure
    from jslint.ledger.model import Ledger

#: How many figures a column that moves has at least.
_FEWEST = 4
_WAN = Decimal(10_000)
Place = tuple[int, int]


def ledgers(report: Report) -> Iterator[Ledger]:
    """Every ledger of a report."""
    for path in report.walk():
        for block in path[-1].blocks:
            if isinstance(block, Table):
                yield from ledger.read(block, path)


def _printed(found: Ledger, line, index: int, new: str, operator: str) -> Mutation:
    old, places = _digits(line.cells[index], 0, len(line.cells[index].value))
    return Mutation(operator, old, new, places)


def moved(report: Report, rng: random.Random) -> list[list[Mutation]]:
    """A column of each table, moved down from a random row on."""
    made = []
    for found in ledgers(report):
        if "基本支出" in found.title:
            continue
        for column in found.columns:
            lines = [line for line in found.lines if found.figure(line, column)]
            if len(lines) <= _FEWEST:
                continue
            rest = lines[rng.randrange(len(lines) - _FEWEST) :]
            texts = [
                _digits(one.cells[column.index], 0, len(one.cells[column.index].value))[0]
                for one in rest
            ]
            news = ["", *texts[:-1]]
            if len(set(texts)) < len(texts) // 2:
                continue
            made.append([
                _printed(found, line, column.index, new, "moved")
                for line, new, old in zip(rest, news, texts, strict=True)
                if new != old
            ])  # fmt: skip
    return made


def unit(report: Report, rng: random.Random) -> list[list[Mutation]]:
    """Each table in the other unit."""
    del rng
    made = []
    tables: dict[int, list[Ledger]] = defaultdict(list)
    for found in ledgers(report):
        tables[id(found.table)].append(found)
    for parts in tables.values():
        up = parts[0].unit.scale == _WAN
        changes = [
            _printed(found, line, index, _other(figure, up=up), "unit")
            for found in parts
            for line in found.lines
            for index, figure in line.figures.items()
            if figure.value
        ]
        if len(changes) >= _FEWEST:
            made.append(changes)
    return made


def _other(figure: Figure, *, up: bool) -> str:
    return f"{figure.value * _WAN:.2f}" if up else f"{figure.value / _WAN:.2f}"


def copied(report: Report, base: Result, rng: random.Random) -> list[list[Mutation]]:
    """One slip in all places of a quantity that two places or more state, alike."""
    above: dict[Place, Place] = {}

    def top(one: Place) -> Place:
        while above.get(one, one) != one:
            one = above[one]
        return one

    for held in base.holds:
        if held.relation and held.relation.kind is Kind.EQUALITY:
            first, *others = [(p.line or 0, p.column or 0) for p in held.relation.places]
            for other in others:
                above[top(other)] = top(first)
    groups: dict[Place, list[Place]] = defaultdict(list)
    for one in {*above, *above.values()}:
        groups[top(one)].append(one)
    swaps: dict[Place, list[Mutation]] = defaultdict(list)
    for swap in _swaps(report):
        swaps[swap.places[0]].append(swap)
    made = []
    for places in groups.values():
        some = [swaps[one][0] for one in sorted(places) if one in swaps]
        plain = {one.old.replace(",", "") for one in some}
        if len(some) == len(places) > 1 and len(plain) == 1:
            new = rng.choice(swaps[min(places)]).new
            made.append([Mutation("copied", one.old, new, one.places) for one in some])
    return made


def _swaps(report: Report) -> list[Mutation]:
    every = [*cell_mutations(report), *mutations(report, re.compile("."))]
    return [one for one in every if one.operator == "swap" and not re.match(r"0\d", one.new)]
