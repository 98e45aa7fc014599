"""Mutates one figure or one governing word of a report at a time and counts what is noticed.

    python benchmarks/mutation.py REPORT… [--part PATTERN] [--tables] [--pack NAME…] [--survivors]
    python benchmarks/mutation.py REPORT… --only swap --sample 40 [--seed 1]

A mutation is caught where a diagnostic appears that the unchanged report does not have and that
names the mutated line among its places. Operators: ``swap`` (two neighbouring digits), ``shift`` (the
decimal point, either way), ``last`` (the last digit, up and down), ``word`` (增长 into 下降, 小于 into
大于, where figures govern it). Every survivor has a reason: no rule looks at the figure (nothing
redundant), or the rules that do still hold (inside the rounding bound).
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from jslint import claims, engine, ledger, pack, readers
from jslint.claims.model import CHANGE, GROWTH, ORDER, Claim
from jslint.document import Table
from jslint.figures.figure import Dimension, Figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jslint.diagnostic import Diagnostic, Result
    from jslint.document import Report, Text

_OPPOSITE = {
    "增加": "减少",
    "减少": "增加",
    "增长": "下降",
    "下降": "增长",
    "上升": "下降",
    "提高": "降低",
    "降低": "提高",
    "大于": "小于",
    "小于": "大于",
    "高于": "低于",
    "低于": "高于",
    "超过": "低于",
}
_OPERATORS = ("swap", "shift", "last", "word")


@dataclass(frozen=True, slots=True)
class Mutation:
    """Replace the characters at these (line, column) places by ``new``."""

    operator: str
    old: str
    new: str
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mutation; ``reason`` says why it survived."""

    mutation: Mutation
    caught: bool
    reason: str = ""


def mutations(report: Report, part: re.Pattern[str]) -> Iterator[Mutation]:
    """Every mutation of the figures and governing words under headings that match ``part``."""
    for claim in claims.extract(report).claims:
        if not any(part.search(section.heading.value) for section in claim.path):
            continue
        if claim.figure and claim.figure.unit.dimension is not Dimension.BARE:
            number = _number(claim)
            for operator, new in _figures(claim.figure):
                yield Mutation(operator, number[0], new, number[1])
        if claim.kind in (CHANGE, GROWTH, ORDER):
            yield from _words(claim)


def cell_mutations(report: Report) -> Iterator[Mutation]:
    """Every mutation of a table cell's figure."""
    for path in report.walk():
        for block in path[-1].blocks:
            if not isinstance(block, Table):
                continue
            for found in ledger.read(block, path):
                for line in found.lines:
                    for index, figure in line.figures.items():
                        number = _digits(line.cells[index], 0, len(line.cells[index].value))
                        for operator, new in _figures(figure):
                            yield Mutation(operator, number[0], new, number[1])


def _number(claim: Claim) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The digits of a figure's number with separators, and where each stands."""
    return _digits(claim.text, claim.start, claim.end)


def _digits(text: Text, start: int, end: int) -> tuple[str, tuple[tuple[int, int], ...]]:
    words = text.value[start:end]
    match = re.search(r"[-−－负\s\d,，.．０-９]*[\d０-９]", words)
    assert match is not None
    places = [text.at(start + at, start + at + 1) for at in range(*match.span())]
    return match[0], tuple((place.line or 0, place.column or 0) for place in places)


def _figures(figure: Figure) -> Iterator[tuple[str, str]]:
    """The mutated numbers of a figure, by operator."""
    plain = figure.plain()
    for at in range(len(plain) - 1):
        one, other = plain[at], plain[at + 1]
        if one.isdigit() and other.isdigit() and one != other:
            yield "swap", plain[:at] + other + one + plain[at + 2 :]
    if figure.value:
        places = max(0, -int(figure.value.as_tuple().exponent))
        yield "shift", format(figure.value * 10, f".{places}f")
        yield "shift", format(figure.value / 10, "f")
    last = Decimal(1).scaleb(figure.value.as_tuple().exponent)
    for step in (last, -last):
        if figure.value + step >= 0:
            yield "last", format(figure.value + step, "f")


def _words(claim: Claim) -> Iterator[Mutation]:
    before = claim.text.value[max(claim.clause, claim.start - 12) : claim.end]
    start = claim.end - len(before)
    found = list(re.finditer("|".join(_OPPOSITE), before))
    if claim.direction and found:
        match = found[-1]
        places = [claim.text.at(start + at, start + at + 1) for at in range(*match.span())]
        yield Mutation(
            "word",
            match[0],
            _OPPOSITE[match[0]],
            tuple((place.line or 0, place.column or 0) for place in places),
        )


def apply(source: str, mutation: Mutation) -> str:
    """The source with the mutation made; soft breaks stay where they are."""
    lines = re.split(r"(\r\n|\n|\r)", source)
    first, *rest = mutation.places
    for line, column in sorted(rest, reverse=True):
        text = lines[2 * line - 2]
        lines[2 * line - 2] = text[: column - 1] + text[column:]
    text = lines[2 * first[0] - 2]
    lines[2 * first[0] - 2] = text[: first[1] - 1] + mutation.new + text[first[1] :]
    return "".join(lines)


def run(
    path: Path,
    part: re.Pattern[str],
    packs: tuple[str, ...],
    *,
    tables: bool = False,
    chosen_from: Callable[[list[Mutation]], list[Mutation]] = list,
) -> Iterator[Outcome]:
    """Try every mutation of a report, or those chosen; the file itself is only read."""
    source = path.read_bytes().decode("utf-8-sig")
    report = readers.read(str(path), source.encode())
    ruleset = pack.load(packs or pack.choose(report))
    base = engine.lint(report, ruleset)
    known = Counter((found.rule, found.message) for found in base.diagnostics)
    chosen = cell_mutations(report) if tables else mutations(report, part)
    for mutation in chosen_from(list(dict.fromkeys(chosen))):
        mutant = apply(source, mutation)
        result = engine.lint(readers.read(str(path), mutant.encode()), ruleset)
        new = [found for found in result.diagnostics if not known[found.rule, found.message]]
        lines = {line for line, _ in mutation.places}
        caught = any(lines & _lines(found) for found in new)
        yield Outcome(mutation, caught, "" if caught else _reason(mutation, result))


def _lines(found: Diagnostic) -> set[int]:
    places = [found.place, *found.figures, *(other.place for other in found.related)]
    return {place.line for place in places if place.line}


def _reason(mutation: Mutation, result: Result) -> str:
    line, column = mutation.places[0]
    holding = sorted(
        {
            held.rule
            for held in result.holds
            for place in held.figures
            if place.line == line and place.column is not None and abs(place.column - column) <= 1
        }
    )
    if not holding:
        return "nothing redundant: no rule relates it to another figure"
    return f"inside the rounding bound of {', '.join(holding)}"


def report_on(path: Path, outcomes: list[Outcome], *, survivors: bool) -> None:
    """Print caught/total for each operator, and the survivors where asked."""
    print(path)
    for operator in _OPERATORS:
        row = [outcome for outcome in outcomes if outcome.mutation.operator == operator]
        if row:
            caught = sum(outcome.caught for outcome in row)
            print(f"  {operator:5} {caught:4}/{len(row):<4} {100 * caught / len(row):5.1f} %")
    reasons = Counter(o.reason for o in outcomes if not o.caught)
    for reason, count in reasons.most_common():
        print(f"  {count:4} survived: {reason}")
    if survivors:
        for outcome in outcomes:
            if not outcome.caught:
                m = outcome.mutation
                print(
                    f"    {m.places[0][0]}:{m.places[0][1]} {m.operator} {m.old} -> {m.new}: {outcome.reason}"
                )


def main() -> None:
    """Read the arguments and try every report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reports", nargs="+", type=Path)
    parser.add_argument(
        "--part", default="情况说明", help="headings (pattern) whose figures to mutate"
    )
    parser.add_argument("--tables", action="store_true", help="mutate table cells instead")
    parser.add_argument("--pack", action="append", default=[])
    parser.add_argument("--only", choices=_OPERATORS, help="one operator alone")
    parser.add_argument("--sample", type=int, default=0, help="so many mutations of each report")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--survivors", action="store_true", help="list every survivor")
    arguments = parser.parse_args()
    every: list[Outcome] = []
    for path in arguments.reports:
        outcomes = list(
            run(
                path,
                re.compile(arguments.part),
                tuple(arguments.pack),
                tables=arguments.tables,
                chosen_from=partial(_sampled, arguments),
            )
        )
        report_on(path, outcomes, survivors=arguments.survivors)
        every += outcomes
    if len(arguments.reports) > 1:
        report_on(Path("all"), every, survivors=False)


def _sampled(arguments: argparse.Namespace, found: list[Mutation]) -> list[Mutation]:
    """Those of the operator asked for, and of them a sample where one is asked for."""
    kept = [one for one in found if arguments.only in (None, one.operator)]
    size = arguments.sample or len(kept)
    rng = random.Random(arguments.seed)  # noqa: S311 - a benchmark
    return rng.sample(kept, min(size, len(kept)))


if __name__ == "__main__":
    sys.exit(main())
