"""What answers are worth: +1 a defect found, -0.5 a false alarm, -4 a wrong "should be"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from benchmarks.documents.labels import read

from truth.book import Figure
from truth.money import SCALES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from benchmarks.documents.labels import Check, Label, Place

FOUND, FALSE, WRONG = Fraction(1), Fraction(-1, 2), Fraction(-4)
_SHOULD = re.compile(r"(-?\d[\d,]*(?:\.\d+)?)\s*(万元|亿元|元|%)?")
#: A quote this long is looked for in the whole document where its line does not hold it.
_TELLING = 4

Range = tuple[int, int, int]


@dataclass(slots=True)
class Score:
    """What became of the answers to one document, or to many."""

    defects: int = 0
    found: int = 0
    false: int = 0
    wrong: int = 0
    repeated: int = 0
    debatable: int = 0
    missed: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    by_family: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    @property
    def points(self) -> Fraction:
        return self.found * FOUND + self.false * FALSE + self.wrong * WRONG

    def add(self, other: Score) -> None:
        for name in ("defects", "found", "false", "wrong", "repeated", "debatable"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.missed += other.missed
        self.remarks += other.remarks
        for family, counts in other.by_family.items():
            self.by_family[family].update(counts)


def score(text: str, labels: Sequence[Label], findings: Sequence[Mapping[str, object]]) -> Score:
    """The score of one document."""
    lines = text.split("\n")
    defects = [one for one in labels if one["kind"] == "defect"]
    done = Score(defects=len(defects))
    found: set[str] = set()
    for finding in findings:
        points, label = judged(lines, labels, finding)
        if points == FOUND:
            assert label is not None
            done.repeated += label["id"] in found
            found.add(label["id"])
            continue
        done.wrong += points == WRONG
        done.false += points == FALSE
        done.debatable += not points
        if points:
            done.remarks.append(_shown(finding, points, label))
    done.found = len(found)
    done.missed = [f"{one['id']} {one['planted']}" for one in defects if one["id"] not in found]
    for one in defects:
        for family in one["families"]:
            done.by_family[family].update(defects=1, found=int(one["id"] in found))
    return done


def _shown(finding: Mapping[str, object], points: Fraction, label: Label | None) -> str:
    """A finding that cost points."""
    what = f"wrong {label['id'] if label else '-'}" if points == WRONG else "false"
    place = f"{finding.get('line')}: {finding.get('quote')} → {finding.get('should_be')}"
    return f"{what} {place} {finding.get('message', '')}"


def judged(
    lines: list[str], labels: Sequence[Label], finding: Mapping[str, object]
) -> tuple[Fraction, Label | None]:
    """What a finding is worth, and the label that it is about: 0 where that is debatable."""
    defects = [one for one in labels if one["kind"] == "defect"]
    main, every = _ranges(lines, finding)
    defect = _defect(defects, finding, main, every)
    debatable = (
        one
        for one in labels
        if one["kind"] == "debatable" and _on([*one["places"], *one["related"]], main)
    )
    if defect is None and (label := next(debatable, None)):
        return Fraction(0), label
    if _is_wrong(defect, finding, main):
        return WRONG, defect
    return (FALSE if defect is None else FOUND), defect


def _ranges(lines: list[str], finding: Mapping[str, object]) -> tuple[list[Range], list[Range]]:
    """Where a finding points, and where it points with all that it names besides."""
    main = _located(lines, finding)
    others = finding.get("also") or ()
    assert isinstance(others, list | tuple)
    return main, [*main, *(place for one in others for place in _located(lines, one))]


def _located(lines: list[str], place: Mapping[str, object]) -> list[Range]:
    """The words of a place: in its line, else anywhere, else all of the line."""
    quote = "".join(str(place.get("quote") or "").split())
    number = place.get("line")
    at = number if isinstance(number, int) and 1 <= number <= len(lines) else 0
    if quote and at and (here := _found(lines, at, quote)):
        column = place.get("column")
        close = [one for one in here if one[1] == column]
        return close or here
    if quote and (not at or len(quote) >= _TELLING):
        anywhere = [one for line in range(1, len(lines) + 1) for one in _found(lines, line, quote)]
        if anywhere:
            return [min(anywhere, key=lambda one: abs(one[0] - at))] if at else anywhere
    return [(at, 1, len(lines[at - 1]) + 1)] if at else []


def _found(lines: list[str], number: int, quote: str) -> list[Range]:
    """Where a line holds words, white space set aside."""
    spread = r"\s*".join(map(re.escape, quote))
    found = re.finditer(spread, lines[number - 1])
    return [(number, match.start() + 1, match.end() + 1) for match in found]


def _on(places: Iterable[Place], ranges: Iterable[Range]) -> bool:
    """Whether some words overlap a place; a place without words is touched from either side."""
    spots = [(one["line"], one["column"], one["end"]) for one in places]
    return any(
        line == number and start <= max(stop - 1, begin) and begin < end
        for number, start, end in ranges
        for line, begin, stop in spots
    )


def _defect(
    defects: Sequence[Label], finding: Mapping[str, object], main: list[Range], every: list[Range]
) -> Label | None:
    """The defect that a finding is about: at its place, by its name, or at what contradicts it."""
    said = "".join(f"{finding.get(key) or ''}" for key in ("message", "quote", "should_be"))
    ways = (
        lambda one: _on(one["places"], main),
        lambda one: _on(one["places"], every),
        lambda one: any(key and key in said for key in one["keys"]),
        lambda one: _on(one["related"], main),
    )
    return next((one for way in ways for one in defects if way(one)), None)


def _is_wrong(defect: Label | None, finding: Mapping[str, object], main: list[Range]) -> bool:
    """Whether a finding would have something right replaced, or something wrong by something wrong."""
    should = str(finding.get("should_be") or "")
    if not should:
        return False
    number = _SHOULD.search(should)
    if defect is None:
        return bool(number) and _quotes_a_number(finding)
    if any(_alike(should, accepted) for accepted in defect["accept"]):
        return False
    if defect["check"] is not None:
        return bool(number) and not mends(defect["check"], number, main)
    return bool(defect["accept"]) and _on(defect["places"][:1], main)


def _quotes_a_number(finding: Mapping[str, object]) -> bool:
    return bool(re.search(r"\d", str(finding.get("quote") or "")))


def _alike(one: str, other: str) -> bool:
    """Whether words say the same, or one holds the other."""
    one, other = (re.sub(r"[\s,]", "", words) for words in (one, other))
    return bool(one and other) and (one in other or other in one)


def mends(check: Check, number: re.Match[str], main: Iterable[Range]) -> bool:
    """Whether a number in the place of a figure makes all relations hold that were broken, and keeps the rest."""
    figures = {
        int(key): Figure(str(one["text"]), Fraction(str(one["scale"])))
        for key, one in check["figures"].items()
    }
    here = [
        int(key)
        for key, one in check["figures"].items()
        if any(
            line == one["line"] and start < int(one["end"]) and int(one["column"]) < end
            for line, start, end in main
        )
    ]
    relations = [read(one) for one in check["relations"]]
    return any(
        all(
            one.gap({**figures, key: _printed(figures[key], number)}, wide=2) == 0
            for one in relations
        )
        for key in here
    )


def _printed(figure: Figure, number: re.Match[str]) -> Figure:
    """A figure with another number, to as many places as it has itself."""
    scale = SCALES.get(number[2] or "")
    value = Decimal(number[1].replace(",", ""))
    if scale and figure.scale in SCALES.values():
        value = value * scale / Decimal(int(figure.scale))
    places = len(figure.text.partition(".")[2])
    return replace(figure, text=f"{value:.{places}f}")
