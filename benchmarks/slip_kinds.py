"""Errors that change several figures of a report at once, each to be told by one finding.

``copied``: one slip stands in every place that states the quantity. ``moved``: from some row on a column of
four or more figures stands a row too low, in any table but that of the basic expenditure, whose
accounts have no other relation than their sum. ``unit``: a table says the other unit, yuan or ten
thousands of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import groupby
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
    from jslint.ledger.model import Ledger, Line

#: How many figures a column that moves has at least.
_FEWEST = 4
#: How far above its first row a table says its unit.
_ABOVE = 4
_UNIT = re.compile(r"(?:单位：|unit: )(万元|元)")
Place = tuple[int, int]


def ledgers(report: Report) -> Iterator[Ledger]:
    """Every ledger of a report."""
    for path in report.walk():
        for block in path[-1].blocks:
            if isinstance(block, Table):
                yield from ledger.read(block, path)


def _printed(line: Line, index: int, new: str, operator: str) -> Mutation:
    old, places = _digits(line.cells[index], 0, len(line.cells[index].value))
    return Mutation(operator, old, new, places)


def moved(report: Report, rng: random.Random) -> list[list[Mutation]]:
    """A column of each table, moved down within a run of rows that all have a figure there."""
    made = []
    for found in ledgers(report):
        if "基本支出" in found.title:
            continue
        for column in found.columns:
            runs = groupby(found.lines, lambda one, at=column.index: at in one.figures)
            lines = max((list(run) for full, run in runs if full), key=len, default=[])
            texts = [line.figures[column.index].plain() for line in lines]
            if len(lines) <= _FEWEST or len(set(texts)) * 2 < len(texts):
                continue
            start = rng.randrange(len(lines) - _FEWEST)
            news = ["", *texts[start:-1]]
            rest = list(zip(lines[start:], news, texts[start:], strict=True))
            made.append(
                [
                    _printed(line, column.index, new, "moved")
                    for line, new, old in rest
                    if new != old
                ]
            )
    return made


def unit(report: Report, source: str) -> list[list[Mutation]]:
    """Each table with the other unit above it: the figures are the right ones, of the unit before."""
    lines = source.split("\n")
    made = {}
    for found in ledgers(report):
        first = found.table.rows[0][0].at().line or 0
        for number in range(first, max(0, first - _ABOVE), -1):
            match = _UNIT.search(lines[number - 1])
            if match and sum(len(line.figures) for line in found.lines) >= _FEWEST:
                places = tuple((number, match.start(1) + 1 + at) for at in range(len(match[1])))
                new = {"万元": "元", "元": "万元"}[match[1]]
                made[number] = [Mutation("unit", match[1], new, places)]
                break
    return list(made.values())


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
