"""What is to be found in a document and what is not: labels with places, as JSON."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypedDict

from benchmarks.documents.faults import Kind
from benchmarks.documents.planting import FAMILIES, allowed
from benchmarks.documents.sheet import Spot, spots

from truth.book import Linear, Order, Ratio

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from benchmarks.documents.drawing import Pair
    from benchmarks.documents.planting import Planted
    from benchmarks.documents.sheet import Sheet

    from truth.book import Relation

#: Words that were changed are shown with so many of their neighbours.
_AROUND = 8
_STOPS = "。；\n"
#: Numbers of sections in figures, as a reader may give them.
_NUMERALS = {numeral: (str(at),) for at, numeral in enumerate("一二三四五六七八九十", 1)}


class Place(TypedDict):
    """Words of a document."""

    line: int
    column: int
    end: int
    quote: str


class Check(TypedDict):
    """The figures that a wrong one depends on, and what must hold between them."""

    figures: dict[str, dict[str, object]]
    relations: list[dict[str, object]]


class Label(TypedDict):
    """One label; docs/benchmark.md says what each member means."""

    id: str
    kind: str
    families: list[str]
    planted: str
    places: list[Place]
    related: list[Place]
    accept: list[str]
    keys: list[str]
    check: Check | None


def labels(pair: Pair, name: str, *, faulty: bool) -> list[Label]:
    """The labels of a report, or of its twin with faults."""
    sheet = pair.faulty if faulty else pair.clean
    where = spots(sheet.lines)
    planted = (*pair.planted, *pair.both) if faulty else pair.both
    found = [_of_planted(one, sheet, where) for one in planted]
    found += _of_relations(sheet, where, {one for fault in planted for one in fault.broken})
    found += _of_noise(sheet)
    return [{**one, "id": f"{name}-{number}"} for number, one in enumerate(found, 1)]


def _label(kind: Kind, families: Iterable[str], planted: str, places: list[Place]) -> Label:
    return {
        "id": "",
        "kind": kind.value,
        "families": list(families),
        "planted": planted,
        "places": places,
        "related": [],
        "accept": [],
        "keys": [],
        "check": None,
    }


def _of_planted(one: Planted, sheet: Sheet, where: dict[int, Spot]) -> Label:
    figure = one.key is not None and one.key in sheet.figures
    found = [_whole_line(sheet, number) for number in one.numbers]
    if one.key is not None:
        spot = where[one.key]
        found = [spot] if figure else [spot, _widened(sheet, spot)]
    kind = _kind(one, sheet, found)
    label = _label(kind, one.families, one.name, [_place(spot) for spot in found])
    broken = sorted({key for relation in one.broken for key in relation.keys} - {one.key})
    label["related"] = [_place(where[key]) for key in broken if key in where]
    label["accept"] = [one.was, *_NUMERALS.get(one.was, ())] if one.was else []
    label["keys"] = list(one.words) if one.key is None else []
    if figure and kind is Kind.DEFECT:
        label["check"] = _check(sheet, where, one)
    return label


def _kind(one: Planted, sheet: Sheet, found: list[Spot]) -> Kind:
    """What was planted is: a year put before a title is right where it is the report's own."""
    own = {year for line in sheet.lines[:2] for year in re.findall(r"20\d\d(?=\s*年)", line.plain)}
    if one.name.endswith("题年") and {spot.quote[:4] for spot in found[:1]} <= own:
        return Kind.ACCEPTABLE
    return one.kind


def _whole_line(sheet: Sheet, number: int) -> Spot:
    at = 1
    for line in sheet.lines:
        if line.number == number:
            return Spot(at, 1, len(line.plain) + 1, line.plain)
        at += line.plain.count("\n") + 1
    raise LookupError(number)


def _widened(sheet: Sheet, spot: Spot) -> Spot:
    """A place with some words on either side, of the same sentence."""
    text = sheet.text.split("\n")[spot.line - 1]
    start, stop = spot.column - 1, spot.end - 1
    for _ in range(_AROUND):
        start -= start > 0 and text[start - 1] not in _STOPS
        stop += stop < len(text) and text[stop] not in _STOPS
    return Spot(spot.line, start + 1, stop + 1, text[start:stop])


def _place(spot: Spot) -> Place:
    return {"line": spot.line, "column": spot.column, "end": spot.end, "quote": spot.quote}


def _check(sheet: Sheet, where: dict[int, Spot], one: Planted) -> Check:
    """The broken relations, and all others of the figures that these hold."""
    suspects = {key for relation in one.broken for key in relation.keys}
    relations = [relation for relation in sheet.relations if suspects & set(relation.keys)]
    keys = sorted({key for relation in relations for key in relation.keys})
    figures = {
        str(key): {
            **_place(where[key]),
            "text": sheet.figures[key].text,
            "scale": str(sheet.figures[key].scale),
        }
        for key in keys
    }
    return {"figures": figures, "relations": [written(relation) for relation in relations]}


def written(relation: Relation) -> dict[str, object]:
    """A relation as data."""
    if isinstance(relation, Linear):
        return {
            "kind": "linear",
            "name": relation.name,
            "terms": relation.terms,
            "exact": relation.exact,
        }
    if isinstance(relation, Ratio):
        return {
            "kind": "ratio",
            "name": relation.name,
            "rate": relation.rate,
            "top": relation.top,
            "bottom": relation.bottom,
        }
    return {
        "kind": "order",
        "name": relation.name,
        "one": relation.one,
        "other": relation.other,
        "sign": relation.sign,
    }


def read(data: dict[str, object]) -> Relation:
    """The relation that was written."""

    def terms(key: str) -> tuple[tuple[int, int], ...]:
        return tuple((figure, weight) for figure, weight in data[key])

    name = str(data["name"])
    if data["kind"] == "linear":
        return Linear(name, terms("terms"), exact=bool(data["exact"]))
    if data["kind"] == "ratio":
        return Ratio(name, int(data["rate"]), terms("top"), terms("bottom"))
    return Order(name, int(data["one"]), int(data["other"]), int(data["sign"]))


def _of_relations(sheet: Sheet, where: dict[int, Spot], broken: set[Relation]) -> Iterator[Label]:
    """What rounding makes of right figures: places where something must not be said, or may be."""
    for relation in sheet.relations:
        kind = None if relation in broken else allowed(relation, sheet.figures)
        if kind:
            places = [_place(where[key]) for key in relation.keys]
            yield _label(kind, (FAMILIES[relation.name],), f"rounding {relation.name}", places)


def _of_noise(sheet: Sheet) -> Iterator[Label]:
    """Figures that are no accounts: laws, telephone numbers, work done."""
    at = 1
    for line in sheet.lines:
        if line.form in ("noise-policy", "noise-counts") and line.kind == "text" and line.text:
            spot = Spot(at, 1, len(line.plain) + 1, line.plain)
            yield _label(Kind.ACCEPTABLE, (), f"prose {line.form}", [_place(spot)])
        at += line.plain.count("\n") + 1


def counted(found: Sequence[Label]) -> dict[str, int]:
    """How many labels there are of each kind."""
    return {kind.value: sum(one["kind"] == kind for one in found) for kind in Kind}
