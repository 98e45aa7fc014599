"""Draws the documents: consistent reports, each once as it is and once with faults, by seed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count
from random import Random
from typing import TYPE_CHECKING

from benchmarks.documents import faults, planting
from benchmarks.documents.faults import Kind
from benchmarks.documents.sheet import renumbered, sheet, spots

from truth import composed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.documents.planting import Change, Planted
    from benchmarks.documents.sheet import Sheet

#: A report whose province has a form of its own lacks what that asks for; there are none of those.
_PROVINCES = ("四川省", "上海市", "湖北省", "陕西省")
#: What is planted: a family whose figures are changed, or one of the seeded faults of a class.
WISHES: tuple[tuple[str, str], ...] = (
    ("slip", "SUM"), ("words", "10"), ("slip", "TIE"), ("words", "20"), ("slip", "PCT"), ("words", "21"),
    ("words", "14 (?!名称)"), ("slip", "TRD"), ("words", "21"), ("words", "08"), ("slip", "CNT"),
    ("words", "20"), ("words", "12"), ("name", ""), ("words", "05"), ("words", "11"), ("words", "15"), ("words", "13"),
    ("words", "0[1236]"),
)  # fmt: skip
#: A form that begins in the middle of a list is no whole text.
_CUT = re.compile(r"[2-9][.、．]|[（(][2-9二三四五六七八九][）)]")
#: Keys of marks that are no figures of the report.
_FIRST = 1_000_000


@dataclass(frozen=True, slots=True)
class Pair:
    """A report and its twin with faults, and what was planted in both or in the twin alone."""

    number: int
    manner: str
    clean: Sheet
    faulty: Sheet
    both: tuple[Planted, ...]
    planted: tuple[Planted, ...]


def pairs(seed: int, number: int) -> Iterator[Pair]:
    """So many pairs; the first ones are the same however many are asked for."""
    for at in range(number):
        yield pair(seed, at)


def pair(seed: int, number: int) -> Pair:
    """One report and its twin."""
    manner = "mixed" if number % 4 == 3 else "whole"
    report = _report(manner, seed, number)
    rng = Random(f"documents/{seed}/{number}")
    clean, both = sheet(report), []
    if manner == "mixed":
        clean = renumbered(clean)
    if change := planting.shortened(clean, rng):
        clean = change[0]
        both.append(change[1])
    unit = _unit("".join(report.head))
    planted: list[Planted] = []
    faulty, touched = clean, {number for one in both for number in one.lines}
    keys = count(_FIRST)
    enough = 1 + (number + number // 3) % 4
    for wish in range(enough + 6):
        if len(planted) == enough:
            break
        way, what = WISHES[(number * 3 + wish) % len(WISHES)]
        change = _granted(faulty, way, what, unit, rng, keys, touched)
        if change:
            faulty = change[0]
            planted.append(change[1])
            touched |= change[1].lines
    return Pair(number, manner, clean, faulty, tuple(both), tuple(planted))


def _report(manner: str, seed: int, number: int) -> composed.Report:
    """The first report of its manner from a seed on that is whole in itself."""
    made = (composed.MANNERS[manner](at) for at in count(100_000 * seed + 50 * number))
    return next(one for one in made if one and _is_whole(one))


def _is_whole(report: composed.Report) -> bool:
    """Whether a report asks for nothing more: no province's form, no list without its beginning."""
    firsts = (line for piece in report.pieces for line in piece.lines[:1])
    head = "".join(report.head)
    return not any(name in head for name in _PROVINCES) and not any(map(_CUT.match, firsts))


def _unit(head: str) -> str:
    """The body's name, as the title has it."""
    return re.sub(r"\s|\d{4}\s*年度?|(?:单位|部门)?决算(?:公开)?$", "", head)


def _granted(
    faulty: Sheet,
    way: str,
    what: str,
    unit: str,
    rng: Random,
    keys: count[int],
    touched: set[int],
) -> Change | None:
    """A fault as wished that touches no line of another."""
    for change in _tries(faulty, way, what, unit, rng, keys):
        free = change and not change[1].lines & touched
        if change and free and _telling(change[1]) and _stands(*change):
            return change
    return None


def _stands(sheet: Sheet, one: Planted) -> bool:
    """Whether what a fault changed is still printed: not where a residue left nothing of a word."""
    return one.key is None or one.key in spots(sheet.lines)


def _telling(one: Planted) -> bool:
    """Whether a fault can be shown at a place, and is not one of many that a slip would break."""
    return one.kind is not Kind.DEFECT or len(one.broken) <= 6


def _tries(
    faulty: Sheet, way: str, what: str, unit: str, rng: Random, keys: count[int]
) -> Iterator[Change | None]:
    if way == "slip":
        for _ in range(12):
            yield planting.slip(faulty, what, rng)
        return
    some = faults.of_another_body(unit) if way == "name" else faults.chosen()
    fitting = [one for one in some if re.match(what, one.fault.kind)]
    for one in rng.sample(fitting, len(fitting)):
        yield planting.seeded(faulty, one, keys)
