"""Corrupts one figure of a report at a time and tells what the diagnosis makes of it.

    python -m benchmarks.one_slip REPORT… [--count 100] [--seed 1] [--slips 1]
    python -m benchmarks.one_slip REPORT… --kind copied|moved|unit

Figures of cells and of sentences are taken at random, two digits swapped or the point moved. Of the
slips that are noticed: how many findings each gives, how often just one, how often that accuses the
corrupted figure and gives the value that stood there, and how often a right figure is accused; by
whether one relation covers the figure or several. A slip is noticed where a rule by itself speaks of
the figure. ``--slips`` makes several at once, in different lines; then only the row of all says how
many findings there are.
``--kind`` makes errors that change many figures (``benchmarks/slip_kinds.py``), one at a time: each
should be told by one finding.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import slip_kinds
from benchmarks.mutation import Mutation, apply, cell_mutations, mutations
from msgspec import Struct, field

from jslint import engine, pack, readers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.diagnostic import Diagnostic, Result
    from jslint.document import Place
    from jslint.pack import RuleSet

#: What is counted of the slips that are noticed.
COLUMNS = ("one", "named", "figure", "value", "wrong")
#: By how many relations cover a figure.
_KEYS = ("none", "one", "several")


class Tally(Struct):
    """What became of some slips: how many there were, were noticed, and what each gave."""

    slips: int = 0
    heard: int = 0
    findings: int = 0
    counts: Counter[str] = field(default_factory=Counter)


def examined(
    path: Path, count: int, rng: random.Random, slips: int, shown: int
) -> Iterator[tuple[str, Tally]]:
    """The tallies of a report, by how many relations cover the figure."""
    source = path.read_bytes().decode("utf-8-sig")
    report = readers.read(str(path), source.encode())
    ruleset = pack.load(pack.choose(report))
    base = engine.lint(report, ruleset)
    every = [*cell_mutations(report), *mutations(report, re.compile("."))]
    wanted = [one for one in dict.fromkeys(every) if one.operator in ("swap", "shift")]
    wanted = [one for one in wanted if not re.match(r"0\d", one.new)]
    covers = _covers(base)
    tallies: dict[str, Tally] = {}
    for _ in range(min(count, len(wanted))):
        chosen = _apart(rng, wanted, slips)
        text = source
        for one in sorted(chosen, key=lambda each: each.places, reverse=True):
            text = apply(text, one)
        found = _new(str(path), text, ruleset, base)
        alone = found if slips == 1 else _new(str(path), text, ruleset, base, diagnosed=False)
        heard = [one for one in chosen if slips == 1 and found or _named(alone, one)]
        keys = [_KEYS[min(_cover(covers, one), 2)] for one in chosen]
        told = _count(tallies, keys, chosen, heard, found)
        if shown and told and "none" not in keys:
            print(
                path.name,
                keys[0],
                told,
                [f"{one.places[0]} {one.old} -> {one.new}" for one in chosen],
            )
            for each in found:
                print(
                    "   ",
                    each.rule,
                    each.place.line,
                    each.place.column,
                    each.message[:200],
                    "|",
                    each.expected,
                )
    yield from tallies.items()


def blocks(
    path: Path, count: int, rng: random.Random, kind: str, *, shown: bool
) -> Iterator[tuple[str, Tally]]:
    """The tally of a report's errors of a kind that changes many figures."""
    source = path.read_bytes().decode("utf-8-sig")
    report = readers.read(str(path), source.encode())
    ruleset = pack.load(pack.choose(report))
    base = engine.lint(report, ruleset)
    made = {
        "copied": lambda: slip_kinds.copied(report, base, rng),
        "moved": lambda: slip_kinds.moved(report, rng),
        "unit": lambda: slip_kinds.unit(report, source),
    }[kind]()
    tally = Tally()
    for changes in rng.sample(made, min(count, len(made))):
        text = source
        for one in sorted(changes, key=lambda each: each.places, reverse=True):
            text = apply(text, one)
        found = _new(str(path), text, ruleset, base)
        tally.slips += 1
        tally.heard += bool(found)
        tally.findings += len(found)
        tally.counts["one"] += len(found) == 1
        tally.counts["named"] += any(_names(each, one) for each in found for one in changes)
        if shown and len(found) != 1:
            print(path.name, kind, len(found), changes[0].places[0], changes[0].old, changes[0].new)
            for each in found:
                print("   ", each.rule, each.place.line, each.place.column, each.message[:200])
    yield kind, tally


def _apart(rng: random.Random, wanted: list[Mutation], slips: int) -> list[Mutation]:
    """Some mutations of different lines, as many as there are in a short report."""
    chosen: dict[int, Mutation] = {}
    while len(chosen) < min(slips, len({one.places[0][0] for one in wanted})):
        one = rng.choice(wanted)
        chosen.setdefault(one.places[0][0], one)
    return list(chosen.values())


def _new(
    path: str, text: str, ruleset: RuleSet, base: Result, *, diagnosed: bool = True
) -> list[Diagnostic]:
    known = {(found.rule, found.place.line) for found in base.diagnostics}
    report = readers.read(path, text.encode())
    result = engine.lint(report, ruleset, diagnosed=diagnosed, apart=not diagnosed)
    return [
        found
        for found in result.diagnostics
        if found.severity.rank > 0 and (found.rule, found.place.line) not in known
    ]


def _count(
    tallies: dict[str, Tally],
    keys: list[str],
    chosen: list[Mutation],
    heard: list[Mutation],
    found: list[Diagnostic],
) -> str:
    """Add what was found to the tallies; what is short of the ideal, if anything is.

    A slip goes to that of its own cover and to that of all; findings of several, to that of all only.
    """
    at = [one for one in heard if any(_accuses(each, one) for each in found)]
    right = [one for one in at if any(_corrects(each, one) for each in found)]
    named = [one for one in heard if _named(found, one)]
    accused = [each for each in found if each.cause and each.cause.suspects]
    wrong = [
        each
        for each in accused
        if not any(_is_at(one.place, slip) for slip in chosen for one in each.cause.suspects)
    ]
    for one, key in zip(chosen, keys, strict=True):
        for tally in (tallies.setdefault(key, Tally()), tallies.setdefault("all", Tally())):
            tally.slips += 1
            tally.heard += one in heard
            tally.counts["figure"] += one in at
            tally.counts["value"] += one in right
            tally.counts["named"] += one in named
    for key in {"all", *(keys if len(keys) == 1 else ())} if found else ():
        tallies[key].findings += len(found)
        tallies[key].counts["one"] += len(heard) if len(found) == len(heard) else 0
        tallies[key].counts["wrong"] += len(wrong)
    ideal = not found or len(found) == len(heard) == len(at) == len(right)
    return "" if ideal else f"found {len(found)} at {len(at)} right {len(right)} wrong {len(wrong)}"


def _accuses(found: Diagnostic, one: Mutation) -> bool:
    """Whether a finding stands at a corrupted figure, or accuses it among others."""
    suspects = found.cause.suspects if found.cause else ()
    return any(_is_at(place, one) for place in (found.place, *(each.place for each in suspects)))


def _corrects(found: Diagnostic, one: Mutation) -> bool:
    """Whether it says what stood there."""
    suspects = found.cause.suspects if found.cause else ()
    told = [each.expected for each in suspects if _is_at(each.place, one)]
    told += [found.expected] if _is_at(found.place, one) else []
    return any(_plain(one.old) in _plain(words) for words in told)


def _named(found: list[Diagnostic], one: Mutation) -> bool:
    return any(_names(each, one) for each in found)


def _is_at(place: Place, one: Mutation) -> bool:
    line, column = one.places[0]
    end = place.end_column or (place.column or 0) + 1
    return place.line == line and (place.column or 0) - 1 <= column <= end


def _plain(text: str) -> str:
    return re.sub(r"[\s,，]", "", text)


def _names(found: Diagnostic, one: Mutation) -> bool:
    places = [found.place, *found.figures, *(other.place for other in found.related)]
    return any(_is_at(place, one) for place in places)


def _covers(base: Result) -> Counter[tuple[int, int]]:
    """How many relations each figure stands in, by where it begins."""
    row = [held.relation for held in base.holds if held.relation]
    return Counter(
        (place.line or 0, place.column or 0) for relation in row for place in set(relation.places)
    )


def _cover(covers: Counter[tuple[int, int]], one: Mutation) -> int:
    line, column = one.places[0]
    return max(covers[line, column + by] for by in (-1, 0, 1))


def main() -> None:
    """Read the arguments, try every report, print the sums."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("reports", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=100, help="trials a report")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--slips", type=int, default=1, help="slips at once")
    parser.add_argument(
        "--kind", choices=("copied", "moved", "unit"), help="errors of many figures"
    )
    parser.add_argument("--shown", action="store_true", help="print what is short of the ideal")
    asked = parser.parse_args()
    total: dict[str, Tally] = {}
    for path in asked.reports:
        rng = random.Random(asked.seed)  # noqa: S311 - a benchmark
        tallies = (
            blocks(path, asked.count, rng, asked.kind, shown=asked.shown)
            if asked.kind
            else examined(path, asked.count, rng, asked.slips, asked.shown)
        )
        for key, tally in tallies:
            sum_ = total.setdefault(key, Tally())
            sum_.slips += tally.slips
            sum_.heard += tally.heard
            sum_.findings += tally.findings
            sum_.counts += tally.counts
    for key in (*reversed(_KEYS), "all", asked.kind):
        if key in total:
            print(_row(key, total[key]))


def _row(key: str, tally: Tally) -> str:
    heard = tally.heard or 1
    names = COLUMNS if key in (*_KEYS, "all") else COLUMNS[:2]
    shares = ", ".join(f"{name} {100 * tally.counts[name] / heard:.1f} %" for name in names)
    return f"{key:8} {tally.slips} slips, {tally.heard} heard, {tally.findings / heard:.2f} findings a slip: {shares}"


if __name__ == "__main__":
    main()
