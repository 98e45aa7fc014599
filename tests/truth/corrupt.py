"""One printed figure changed beyond what rounding allows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from truth.book import Book, Figure
    from truth.report import Piece


@dataclass(frozen=True, slots=True)
class Slip:
    """Which figure of a piece was changed, to what, and which relations now exclude it."""

    key: int
    old: str
    new: str
    broken: tuple[str, ...]


def slip(piece: Piece, rng: Random) -> Slip | None:
    """A random slip that at least one relation excludes by more than a unit; None if none comes."""
    keys = sorted({key for relation in piece.book.relations for key in relation.keys})
    for _ in range(20 if keys else 0):
        key = rng.choice(keys)
        old = piece.book.figures[key].text
        new = rng.choice(list(_slips(old, rng)) or [old])
        if new == old:
            continue
        broken = _broken(piece.book, key, new)
        if broken:
            return Slip(key, old, new, broken)
    return None


def figures_with(piece: Piece, change: Slip) -> dict[int, Figure]:
    """The figures of a piece after a slip."""
    figure = replace(piece.book.figures[change.key], text=change.new)
    return {**piece.book.figures, change.key: figure}


def _broken(book: Book, key: int, new: str) -> tuple[str, ...]:
    """The names of the relations that exclude a figure; empty if none does so clearly."""
    figures = {**book.figures, key: replace(book.figures[key], text=new)}
    gaps = {one.name: one.gap(figures, wide=2) for one in book.relations if key in one.keys}
    if not any(gap >= 2 for gap in gaps.values()):
        return ()
    return tuple(sorted(name for name, gap in gaps.items() if gap))


def _slips(text: str, rng: Random) -> Iterator[str]:
    """A digit exchanged with the next, another digit, one lost or doubled, the point moved."""
    places = [at for at, char in enumerate(text) if char.isdigit()]
    at = rng.choice(places)
    yield text[:at] + rng.choice("123456789") + text[at + 1 :]
    if at + 1 < len(text) and text[at + 1].isdigit():
        yield text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    if "," in text or len(places) < 3:
        return
    yield text[:at] + text[at] + text[at:]
    lost = text[:at] + text[at + 1 :]
    if lost[:1].isdigit() and lost[-1:].isdigit() and not (lost[0] == "0" and lost[1:2].isdigit()):
        yield lost
