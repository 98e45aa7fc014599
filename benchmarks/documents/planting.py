"""Plants a fault in a sheet, and says what it is from what the generator knows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import count
from os.path import commonprefix
from typing import TYPE_CHECKING

from benchmarks.documents.faults import Kind
from benchmarks.documents.sheet import Sheet, marks

from truth import corrupt
from truth.book import CLOSE, OPEN, SPLIT, Book, Linear, Order, Ratio
from truth.report import Piece

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from random import Random

    from benchmarks.documents.faults import Wanted
    from benchmarks.documents.sheet import Line

    from truth.book import Figure, Relation

_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
#: A figure this many units of its last place away from what its relations allow is wrong.
_CLEAR = 2
#: Lines that are moved or copied have their numbers from here on.
_COPIES = 1_000_000
#: The family of the rules that a relation is of.
FAMILIES: Mapping[str, str] = {
    "cells": "SUM", "sum": "SUM", "items": "SUM", "flow": "SUM", "cells-flow": "SUM", "changes": "SUM",
    "cells-same": "TIE", "same": "TIE",
    "elsewhere": "TIE", "count": "CNT", "share": "PCT", "completion": "PCT", "growth": "TRD",
    "gap-rate": "TRD", "difference": "TRD", "order": "TRD",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Planted:
    """What was done to a sheet: which mark or line it left, of which class, and what stood there.

    ``key`` is the mark of the changed words, or ``numbers`` are the lines that the change is seen at;
    ``broken`` are the relations that a changed figure no longer keeps, ``lines`` those it touches.
    """

    kind: Kind
    name: str
    families: tuple[str, ...]
    was: str
    key: int | None = None
    numbers: tuple[int, ...] = ()
    broken: tuple[Relation, ...] = ()
    lines: frozenset[int] = frozenset()
    words: tuple[str, ...] = ()


Change = tuple[Sheet, Planted]


def slip(sheet: Sheet, family: str, rng: Random) -> Change | None:
    """A figure changed so that a relation of a family excludes it beyond doubt."""
    relations = [one for one in sheet.relations if FAMILIES[one.name] == family]
    book = Book(dict(sheet.figures), relations)
    change = corrupt.slip(Piece("sheet", (), "", (), book), rng)
    if change is None:
        return None
    return figure_changed(sheet, change.key, change.new, f"slip {family}")


def figure_changed(sheet: Sheet, key: int, new: str, name: str) -> Change | None:
    """A figure printed otherwise, and what that makes of it; None where nothing can tell."""
    now = sheet.printing(key, new)
    relations = now.of(key)
    broken = tuple(one for one in relations if one.gap(now.figures))
    clear = any(one.gap(now.figures, wide=2) >= _CLEAR for one in broken)
    if not relations:
        return None
    broken = broken or tuple(one for one in relations if _differs(one, now.figures))
    kind = Kind.DEFECT if clear else Kind.DEBATABLE if broken else Kind.ROUNDING
    families = tuple(sorted({FAMILIES[one.name] for one in broken or relations}))
    lines = frozenset(holding(sheet, {key, *(other for one in broken for other in one.keys)}))
    was = sheet.figures[key].text
    return now, Planted(kind, name, families, was, key=key, broken=broken, lines=lines)


def _differs(relation: Relation, figures: Mapping[int, Figure]) -> bool:
    """Whether one quantity is printed in two ways."""
    if FAMILIES[relation.name] != "TIE":
        return False
    return len({figures[key].value for key in relation.keys}) > 1


def holding(sheet: Sheet, keys: set[int]) -> list[int]:
    """The numbers of the lines in which some figures stand."""
    found = (
        line.number for line in sheet.lines if any(key in keys for key, _, _ in marks(line.text))
    )
    return list(found)


def seeded(sheet: Sheet, wanted: Wanted, keys: count[int]) -> Change | None:
    """A fault of benchmarks/seeded.py, where the sheet has a place for it."""
    views = sheet.views()
    wrong = wanted.fault.edit(views)
    if not wrong or wrong == views:
        return None
    if len(wrong) == len(views):
        changed = [at for at, (old, new) in enumerate(zip(views, wrong, strict=True)) if old != new]
        if len(changed) == 1:
            return _words(sheet, changed[0], wrong[changed[0]], wanted, keys)
    return _blocks(sheet, views, wrong, wanted)


def _words(sheet: Sheet, at: int, view: str, wanted: Wanted, keys: count[int]) -> Change | None:
    """A change within a line."""
    line = sheet.lines[at]
    margin = len(line.view) - len(line.plain)
    old, new = line.plain, view[margin:]
    if view[:margin] != line.view[:margin] or "\n" in view:
        return None
    start, stop, put = _difference(old, new)
    for key, begins, text in marks(line.text):
        if begins <= start and stop <= begins + len(text) and text:
            said = text[: start - begins] + put + text[stop - begins :]
            if _NUMBER.fullmatch(said) and said.replace(",", "") != text.replace(",", ""):
                change = figure_changed(sheet, key, said, wanted.fault.name)
                return change if change and wanted.admits(change[1].kind) else None
    if wanted.kind is None:
        return None
    key = next(keys)
    changed = _replaced(line.text, start, stop, f"{OPEN}{key}{SPLIT}{put}{CLOSE}")
    now = sheet.with_line(at, changed)
    was = old[start:stop]
    planted = Planted(
        wanted.kind, wanted.fault.name, (wanted.family,), was, key=key,
        lines=frozenset((line.number,)), words=wanted.words,
    )  # fmt: skip
    return (now, planted) if wanted.holds(old, now.lines[at].plain) else None


def _difference(old: str, new: str) -> tuple[int, int, str]:
    """From where to where the old text is replaced, and by what."""
    start = len(commonprefix((old, new)))
    rest = min(len(old), len(new)) - start
    same = len(commonprefix((old[::-1][:rest], new[::-1][:rest])))
    return start, len(old) - same, new[start : len(new) - same]


def _replaced(marked: str, start: int, stop: int, put: str) -> str:
    """A marked text with some of its plain characters replaced; marks that are cut lose their key."""
    cut = [
        (begins, begins + len(text))
        for _, begins, text in marks(marked)
        if begins < stop and start < begins + len(text)
    ]
    made, at, inside = [], 0, False
    done = False
    for part in re.split(f"({OPEN}\\d+{SPLIT}|{CLOSE})", marked):
        if part.startswith(OPEN):
            inside = any(begins == at for begins, _ in cut)
            made.append("" if inside else part)
        elif part == CLOSE:
            made.append("" if inside else part)
            inside = False
        else:
            for char in part:
                if at == start and not done:
                    made.append(put)
                    done = True
                made.append("" if start <= at < stop else char)
                at += 1
    return "".join(made) + ("" if done else put)


def _blocks(sheet: Sheet, old: list[str], new: list[str], wanted: Wanted) -> Change | None:
    """Lines left out, doubled or moved: every new line is one that was there."""
    by_view: dict[str, Line] = {}
    for view, line in zip(old, sheet.lines, strict=True):
        by_view.setdefault(view, line)
    if wanted.kind is None or any(view not in by_view for view in new):
        return None
    head = len(commonprefix((old, new)))
    tail = len(commonprefix((old[::-1][: len(old) - head], new[::-1][: len(new) - head])))
    moved = (by_view[view] for view in new[head : len(new) - tail])
    lines = (
        *sheet.lines[:head],
        *(replace(line, number=line.number + _COPIES) for line in moved),
        *sheet.lines[len(sheet.lines) - tail :],
    )
    touched = frozenset(line.number for line in sheet.lines[max(head - 1, 0) : len(old) - tail + 1])
    seen = [line for line in lines[head : len(lines) - tail] if line.kind in ("heading", "title")]
    seen = seen or [line for line in lines[head:] if line.plain][:1]
    if not wanted.holds("\n".join(old), "\n".join(new)):
        return None
    planted = Planted(
        wanted.kind, wanted.fault.name, (wanted.family,), "", numbers=tuple(line.number for line in seen), lines=touched,
        words=_names(sheet.lines[head : len(old) - tail]) or _names(lines[head : head + 1]),
    )  # fmt: skip
    return sheet.with_lines(lines), planted


def _names(lines: Sequence[Line]) -> tuple[str, ...]:
    """What the first heading or title of some lines is called, without its number."""
    for line in lines:
        if line.kind in ("heading", "title"):
            return (
                re.sub(
                    r"^(?:第.部分|表\d+：?|[（(]?[一二三四五六七八九十]+[）)、])\s*", "", line.plain
                ),
            )
    return ()


def shortened(sheet: Sheet, rng: Random) -> Change | None:
    """A closing zero left out, as many reports do: 7.20 printed as 7.2."""
    keys = [
        key
        for line in sheet.lines
        if line.kind == "text"
        for key, _, text in marks(line.text)
        if key in sheet.figures and re.fullmatch(r"[\d,]*[1-9][\d,]*\.\d0", text) and sheet.of(key)
    ]
    if not keys:
        return None
    key = rng.choice(keys)
    was = sheet.figures[key].text
    now = sheet.printing(key, was[:-1])
    lines = frozenset(holding(sheet, {key}))
    return now, Planted(Kind.ACCEPTABLE, "末位的零不印", ("SUM",), was, key=key, lines=lines)


def allowed(relation: Relation, figures: Mapping[int, Figure]) -> Kind | None:
    """What a relation of right figures is by itself: rounding where they differ, debatable where much.

    With roundings spread evenly, a sum's residue beyond 2.5 standard deviations comes once in some
    hundred sums: a reviewer may well ask about it.
    """
    if isinstance(relation, Ratio):
        return _rate_allowed(relation, figures)
    if isinstance(relation, Order) or relation.exact or len(relation.keys) <= 2:
        return None
    assert isinstance(relation, Linear)
    residue = sum(figures[key].value * weight for key, weight in relation.terms)
    if not residue:
        return None
    spread = sum((figures[key].quantum * weight) ** 2 for key, weight in relation.terms)
    return Kind.DEBATABLE if 12 * 4 * residue**2 > 25 * spread else Kind.ROUNDING


def _rate_allowed(relation: Ratio, figures: Mapping[int, Figure]) -> Kind | None:
    """Rounding where the rate of the amounts as printed is another than the one printed."""
    top, bottom = (
        sum(figures[key].value * weight for key, weight in terms)
        for terms in (relation.top, relation.bottom)
    )
    rate = figures[relation.rate]
    if not bottom or abs(100 * top / bottom - rate.value) * 2 <= rate.quantum:
        return None
    return Kind.ROUNDING
