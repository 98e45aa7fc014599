"""Measures the diagnosis on random consistent reports with known slips.

    python -m benchmarks.diagnosis [--seed N] [--count M] [--only NAME] [--missing PERCENT]

One line a setting: of the slips that some relation hears, how often the right figure is accused, with
the right value; how often the finding is open, or accuses a right figure; findings a slip; time.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from dataclasses import replace as copied
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE.parent / "tests")]

import consistent  # noqa: E402
from consistent import SCALE, STEP, Draft, judged, misprint  # noqa: E402
from jslint.diagnosis.cause import CauseKind  # noqa: E402
from jslint.diagnosis.diagnose import diagnose  # noqa: E402
from jslint.diagnosis.model import Spot, Standing  # noqa: E402

SLIPS = (
    "swap",
    "lost",
    "doubled",
    "point",
    "unit",
    "last",
    "first",
    "sign",
    "neighbour",
    "year",
    "blank",
)


@dataclass
class Tally:
    name: str
    reports: int = 0
    slips: int = 0
    heard: int = 0
    findings: int = 0
    one: int = 0
    all_right: int = 0
    wrong_reports: int = 0
    seconds: list = field(default_factory=list)
    counts: Counter = field(default_factory=Counter)

    def line(self) -> str:
        heard = max(self.heard, 1)

        def of(key):
            return f"{100 * self.counts[key] / heard:5.1f}"

        times = sorted(self.seconds) or [0]
        half, most = times[len(times) // 2], times[int(len(times) * 0.95)]
        reports = max(self.reports, 1)
        return (
            f"{self.name:28} {self.heard:5}/{self.slips:5}  "
            f"{of('figure')} {of('value')} {of('near')} {of('open')} {of('named')} {of('wrong')}   "
            f"{self.findings / heard:5.2f} {100 * self.one / reports:5.1f} "
            f"{100 * self.all_right / reports:5.1f} {100 * self.wrong_reports / reports:5.1f}   "
            f"{1000 * half:6.1f} {1000 * most:7.1f}"
        )


HEAD = (
    f"{'setting':28} {'heard':>11}  figure value  +-1q  open named wrong   "
    f"f/slip  one%   all% wrong%   ms p50     p95"
)


def slip(rng, draft: Draft, place: Spot, kind: str) -> Spot | None:
    """The place with a slip of this kind; None where it would change nothing."""
    step, value = place.step, place.value
    digits = str(abs(value) // step)
    sign = -1 if value < 0 else 1
    new = None
    if kind == "swap" and len(digits) > 1:
        at = rng.randrange(len(digits) - 1)
        new = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    elif kind == "lost" and len(digits) > 1:
        at = rng.randrange(len(digits))
        new = digits[:at] + digits[at + 1 :]
    elif kind == "doubled":
        at = rng.randrange(len(digits))
        new = digits[:at] + digits[at] + digits[at:]
    elif kind in ("last", "first"):
        at = len(digits) - 1 if kind == "last" else 0
        new = (
            digits[:at] + rng.choice([d for d in "123456789" if d != digits[at]]) + digits[at + 1 :]
        )
    if new is not None:
        return _unless(place, sign * int(new) * step)
    if kind == "point":
        return _unless(place, rng.choice([value * 10, consistent.rounded(value // 10, step)]))
    if kind == "unit":
        return _unless(place, value * 10_000)
    if kind == "sign":
        return _unless(place, -value)
    if kind == "year" and place.last is not None:
        return _unless(place, place.last)
    if kind == "neighbour" and place.cell:
        table, row, column = place.cell
        beside = [(row + 1, column), (row - 1, column), (row, column + 1), (row, column - 1)]
        found = [draft.seen[(table, *one)] for one in beside if (table, *one) in draft.seen]
        return _unless(place, rng.choice(found).value) if found else None
    if kind == "blank" and place.cell:
        return _unless(place, 0)
    return None


def _unless(place: Spot, value: int) -> Spot | None:
    return None if value == place.value else misprint(place, value)


def pick(rng, draft: Draft, taken=()):
    """A place and a slip of it, cells and narrative in the shares of the study."""
    roll = rng.random()
    sort = (
        "cell" if roll < 0.55 else "amount" if roll < 0.80 else "rate" if roll < 0.93 else "count"
    )
    if not any(sort_of(place) == sort and place.value for place in draft.places):
        sort = sort_of(rng.choice([place for place in draft.places if place.value]))
    while True:
        place = rng.choice(draft.places)
        if sort_of(place) != sort or not place.value or place.key in taken:
            continue
        new = slip(rng, draft, place, rng.choice(SLIPS))
        if new is not None and new.text != place.text:
            return place, new


def sort_of(place: Spot) -> str:
    if place.cell:
        return "cell"
    return "count" if place.exact else "amount" if place.step == STEP else "rate"


def degree(draft: Draft) -> Counter:
    return Counter(one.place.key for relation in draft.relations for one in relation.operands)


def run(tally: Tally, draft: Draft, new: dict, truth: dict | None = None, excused=()) -> list:
    """Diagnose a report with misprints; ``truth`` are the right values by key."""
    relations, places = judged(draft, new)
    truth = truth or {key: draft.seen[key].value for key in new}
    heard = {
        one.place.key
        for relation in relations
        if relation.standing is not Standing.HOLDS
        for one in relation.operands
    } & set(truth)
    begin = time.perf_counter()
    causes = diagnose(relations, places)
    tally.seconds.append(time.perf_counter() - begin)
    score(tally, draft, causes, truth, heard, excused)
    return causes


def score(tally, draft, causes, truth, heard, excused):
    accused = {}
    for cause in causes:
        for one in cause.suspects:
            if not one.follows:
                accused[one.place.key] = one.value
    named = {one.place.key for c in causes for each in c.alternatives for one in each} | set(
        accused
    )
    tally.reports += 1
    tally.slips += len(truth)
    tally.heard += len(heard)
    tally.findings += len(causes)
    tally.one += len(causes) == 1
    wrong = set(accused) - set(truth) - set(excused)
    right = [key for key in heard if key in accused]
    exact = [key for key in right if accused[key] == truth[key]]
    tally.counts["figure"] += len(right)
    tally.counts["value"] += len(exact)
    tally.counts["near"] += sum(
        abs(accused[key] - truth[key]) <= draft.seen[key].step for key in right
    )
    tally.counts["open"] += sum(c.kind in (CauseKind.AMBIGUOUS, CauseKind.GROUP) for c in causes)
    tally.counts["named"] += len(heard & named)
    tally.counts["wrong"] += len(wrong)
    tally.all_right += len(right) == len(heard) and not wrong
    tally.wrong_reports += bool(wrong)


def drafts(rng, *, only="", sizes=(10, 14, 20, 30, 45, 62)):
    """Reports without end; each is used for ten slips or so."""
    while True:
        draft = consistent.report(rng, rng.choice(sizes), only=only)
        yield from [draft] * 10


def thinned(rng, draft: Draft, percent: int) -> Draft:
    kept = [one for one in draft.relations if rng.randrange(100) >= percent]
    return copied(draft, relations=kept)


def single(rng, count, missing=0, only="") -> list[Tally]:
    """One slip each, by how many relations hold the figure, by its sort, by its kind."""
    every = {}

    def tally(name):
        return every.setdefault(name, Tally(name))

    source = drafts(rng, only=only)
    for _ in range(count):
        draft = next(source)
        draft = thinned(rng, draft, missing) if missing else draft
        place, new = pick(rng, draft)
        held = degree(draft)[place.key]
        main = Tally("")
        run(main, draft, {place.key: new})
        names = ["one slip", f"one, in {'>= 2' if held > 1 else held} relations"]
        if not missing and not only:
            names.append(f"one, {sort_of(place)}")
        for name in names if main.heard else names[:2]:
            add(tally(name), main)
    return [every[name] for name in sorted(every)]


def add(total: Tally, one: Tally) -> None:
    for name in ("reports", "slips", "heard", "findings", "one", "all_right", "wrong_reports"):
        setattr(total, name, getattr(total, name) + getattr(one, name))
    total.seconds += one.seconds
    total.counts += one.counts


def several(rng, count, number, sizes=(10, 14, 20, 30, 45, 62)) -> Tally:
    tally = Tally(f"{number} slips" + (f", {sizes[0]} items" if len(sizes) == 1 else ""))
    source = drafts(rng, sizes=sizes)
    for _ in range(count):
        draft, new = next(source), {}
        held = degree(draft)
        while len(new) < number:
            place, misprinted = pick(rng, draft, new)
            if held[place.key] > 1:
                new[place.key] = misprinted
        run(tally, draft, new)
    return tally


def copied_slips(rng, count, *, everywhere: bool) -> Tally:
    """The same wrong value in two places, or in all places, of a quantity."""
    tally = Tally("copied, all places" if everywhere else "copied, two places")
    source = drafts(rng)
    while tally.reports < count:
        draft = next(source)
        place, new = pick(rng, draft)
        same = [p for p in draft.places if place.quantity and p.quantity == place.quantity]
        if len(same) < 2 + (not everywhere):
            continue
        others = [p for p in same if p.key != place.key]
        chosen = [place, *(others if everywhere else rng.sample(others, 1))]
        run(tally, draft, {p.key: misprint(p, new.value) for p in chosen})
    return tally


def followed(rng, count) -> Tally:
    """An amount of the narrative, and the rate computed from the wrong amount."""
    tally = Tally("rate recomputed")
    source = drafts(rng)
    while tally.reports < count:
        draft = next(source)
        shares = [r for r in draft.relations if r.kind.value == "ratio"]
        relation = rng.choice(shares)
        rate, part, whole = (one.place for one in relation.operands)
        new = slip(rng, draft, part, rng.choice(SLIPS[:8]))
        if new is None or not whole.value:
            continue
        follows = consistent.rounded(
            consistent.Fraction(100 * SCALE * new.value, whole.value), rate.step
        )
        held = degree(draft)
        if follows == rate.value or held[rate.key] > 1 or held[part.key] < 2:
            continue
        changes = {part.key: new, rate.key: misprint(rate, follows)}
        run(tally, draft, changes, {part.key: part.value})
    return tally


def chained(rng, count) -> Tally:
    """An item of a column and all totals above it off by the same."""
    tally = Tally("totals re-added")
    source = drafts(rng)
    while tally.reports < count:
        draft = next(source)
        place, new = pick(rng, draft)
        if not place.cell or place.cell[0] not in ("T2", "T3", "T5"):
            continue
        off = new.value - place.value
        chain = {place.key}
        while True:
            above = {
                r.operands[0].place.key
                for r in draft.relations
                if r.axis.value == "column" and r.rule == "SUM"
                if any(one.place.key in chain for one in r.operands[1:])
            } - chain
            if not above:
                break
            chain |= above
        if len(chain) < 2:
            continue
        seen = draft.seen
        run(tally, draft, {key: misprint(seen[key], seen[key].value + off) for key in chain})
    return tally


def moved(rng, count, least, most, *, rows=False) -> Tally:
    """A stretch of a column (or row) printed one cell further on, the last one lost."""
    tally = Tally(f"{'row' if rows else 'column'} moved, {least} to {most} values")
    source = drafts(rng)
    while tally.reports < count:
        draft = next(source)
        place = rng.choice([p for p in draft.places if p.cell and p.cell[0] != "T6"])
        table, row, column = place.cell
        length = rng.randrange(least, most + 1)
        by = rng.choice((1, -1))
        line = [
            draft.seen.get((table, row, column + n) if rows else (table, row + n, column))
            for n in range(length + 1)
        ]
        if None in line:
            continue
        line = line if by > 0 else line[::-1]
        values = [0, *(one.value for one in line[:-1])]
        new = {
            one.key: misprint(one, value)
            for one, value in zip(line, values, strict=True)
            if one.value != value
        }
        if len(new) > least:
            run(tally, draft, new)
    return tally


def units(rng, count, *, up: bool) -> Tally:
    """A table printed in yuan, or in hundred millions, under the heading of ten thousands."""
    tally = Tally(f"table {'x' if up else '/'} 10^4")
    source = drafts(rng)
    while tally.reports < count:
        draft = next(source)
        table = rng.choice(("T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8"))
        cells = [p for p in draft.places if p.cell and p.cell[0] == table and draft.truth[p.key]]
        exact = {p.key: draft.truth[p.key] for p in cells}
        new = {
            p.key: misprint(
                p, consistent.rounded(exact[p.key] * 10**4 if up else exact[p.key] // 10**4, STEP)
            )
            for p in cells
        }
        # What is rounded to nothing is printed as 0.00, not left blank.
        new = {key: consistent.replace(p, quantum=p.step) for key, p in new.items()}
        causes = run(tally, draft, new, exact)
        tally.counts["unit"] += len(causes) == 1 and causes[0].kind is CauseKind.UNIT
    tally.name += f" ({tally.counts['unit']} of {tally.reports})"
    return tally


def misbound(rng, count, *, beside: bool) -> Tally:
    """Two unlike figures said to be equal, alone or beside a slip of one of them."""
    tally = Tally("wrongly bound" + (", beside a slip" if beside else ", alone"))
    source = drafts(rng)
    while tally.reports < count:
        draft = next(source)
        held = degree(draft)
        place, new = pick(rng, draft)
        other = rng.choice(draft.places)
        if held[place.key] < 2 or sort_of(other) != sort_of(place) or other.value == place.value:
            continue
        if not other.value or held[other.key] < 2:
            continue
        more = copied(draft, relations=list(draft.relations))
        more.relate("BOUND", consistent.Kind.EQUALITY, [(place.key, 1), (other.key, -1)])
        last = more.relations[-1]
        more.relations[-1] = consistent.replace(last, standing=consistent.standing(last, {}))
        if beside:
            run(tally, more, {place.key: new})
        else:
            run(tally, more, {}, {"": 0})
    return tally


def edged(rng, count, number) -> Tally:
    """A slip of a cell, and so many ties of its table one last place off, as roundings give them."""
    tally = Tally(f"{number} edges beside a slip")
    source = drafts(rng)
    while tally.reports < count:
        draft = next(source)
        place, new = pick(rng, draft)
        if not place.cell or degree(draft)[place.key] < 2:
            continue
        ties = [
            relation.operands[1].place
            for relation in draft.relations
            if relation.kind is consistent.Kind.EQUALITY
            and relation.operands[1].place.key != place.key
            and relation.operands[0].place.cell
        ]
        rng.shuffle(ties)
        near = sorted(
            ties,
            key=lambda one: not (one.cell and one.cell[0] == place.cell[0]) and one.key[1:2] == "",
        )
        changes = {
            one.key: misprint(one, one.value + rng.choice((1, -1)) * one.step)
            for one in near[:number]
            if one.value
        }
        changes[place.key] = new
        run(tally, draft, changes, {place.key: place.value}, changes)
    return tally


def settings(rng, count):
    yield lambda: single(rng, count)
    yield lambda: single(rng, count // 3, missing=33)
    yield lambda: single(rng, count // 3, missing=60)
    yield lambda: single(rng, count // 3, only="tables")
    yield lambda: single(rng, count // 3, only="narrative")
    for number, share in ((2, 3), (3, 3), (10, 10), (30, 30)):
        yield lambda number=number, share=share: [several(rng, max(10, count // share), number)]
    for everywhere in (False, True):
        yield lambda everywhere=everywhere: [copied_slips(rng, count // 3, everywhere=everywhere)]
    yield lambda: [followed(rng, count // 3)]
    yield lambda: [chained(rng, count // 3)]
    for rows in (False, True):
        for least, most in ((4, 8), (3, 3), (2, 2)):
            yield lambda a=least, b=most, rows=rows: [moved(rng, count // 5, a, b, rows=rows)]
    for up in (True, False):
        yield lambda up=up: [units(rng, count // 5, up=up)]
    for beside in (False, True):
        yield lambda beside=beside: [misbound(rng, count // 3, beside=beside)]
    for number in (3, 6, 12):
        yield lambda number=number: [edged(rng, count // 5, number)]
    for number in (1, 10, 30):
        for items in (50, 400):
            yield lambda n=number, i=items: [several(rng, max(5, count // 100), n, (i,))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=600)
    parser.add_argument("--only", default="", help="settings by number, such as 0,5,6")
    options = parser.parse_args()
    print(HEAD)
    chosen = [int(one) for one in options.only.split(",") if one]
    for at, setting in enumerate(settings(random.Random(0), options.count)):
        if not chosen or at in chosen:
            for tally in _seeded(setting, options.seed * 1000 + at):
                print(f"{at:2} {tally.line()}", flush=True)


def _seeded(setting, seed):
    rng = setting.__closure__
    for cell in rng or ():
        if isinstance(cell.cell_contents, random.Random):
            cell.cell_contents.seed(seed)
    return setting()


if __name__ == "__main__":
    main()
