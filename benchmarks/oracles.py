"""Holds the verdicts of the number model against two oracles that share nothing with them.

    python benchmarks/oracles.py sums --seed 0 --count 1000000
    python benchmarks/oracles.py rates --most 12

``sums`` draws printed sums and compares the interval of every figure and the verdict on the sum with
Arelle's Calculations 1.1 (``pip install arelle-release``); ``rates`` goes through every rate of two
amounts of up to ``--most`` last places and compares the verdict with the number model's page, worked
in whole numbers. Both print the first disagreements and end with status 1 where there is one. The
oracles are in tests/oracle_sums.py and tests/oracle_rates.py; ``--seed`` gives the same sums again.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from itertools import islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

import oracle_rates
import oracle_sums
from jslint.figures.verdict import linear

if TYPE_CHECKING:
    from collections.abc import Iterator

#: So many disagreements are shown.
SHOWN = 20
#: The last places of amounts and rates in a document that drops zeros.
FINE = (2, 1)

Judged = tuple[str, list[str]]


def sums(seed: int, count: int) -> Iterator[Judged]:
    """What the verdict on each sum is called, and what the oracle objects to."""
    calcs, random = oracle_sums.arelle(), Random(seed)
    for _ in range(count):
        one = oracle_sums.drawn(random, calcs.roundValue)
        said = [f"{one}: {words}" for words in oracle_sums.objections(calcs, one)]
        yield f"{one.clean}: {linear(*one.figures()).verdict.value}", said


def rates(most: int) -> Iterator[Judged]:
    """The same of each rate, as printed and in a document that drops zeros."""
    for fine in (None, FINE):
        for question in oracle_rates.questions(most, fine=fine):
            found = oracle_rates.objection(question)
            name = f"{'as printed' if fine is None else 'zeros dropped'}: {question.form.value}"
            yield f"{name}: {oracle_rates.verdict(question)}", [found] if found else []


def main() -> int:
    """Compare and count; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("sums", "rates"))
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--count", type=int, default=100_000, help="how many sums")
    parser.add_argument("--most", type=int, default=4, help="the largest amounts, in last places")
    given = parser.parse_args()
    start, seen, wrong = time.perf_counter(), Counter[str](), []
    judged = sums(given.seed, given.count) if given.what == "sums" else rates(given.most)
    for name, said in judged:
        seen[name] += 1
        wrong += said
    for name, times in sorted(seen.items()):
        print(f"{times:10,}  {name}")
    for words in islice(wrong, SHOWN):
        print(words)
    took = time.perf_counter() - start
    print(f"{seen.total():,} {given.what}, {len(wrong)} disagreements, {took:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
