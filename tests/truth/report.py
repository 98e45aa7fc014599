"""Texts put together from forms."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from truth.book import Book, keys_in, plain
from truth.forms import FORMS
from truth.surface import SURFACES
from truth.voice import Voice
from truth.world import draw_world

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from truth.world import World


@dataclass(frozen=True, slots=True)
class Piece:
    """What one form said: a heading, lines with marked figures, and the choices it made."""

    form: str
    trace: tuple[str, ...]
    heading: str
    lines: tuple[str, ...]
    book: Book

    @property
    def tags(self) -> frozenset[str]:
        """The form, and the form with each of its choices."""
        return frozenset((self.form, *(f"{self.form}:{one}" for one in self.trace)))


def title(voice: Voice) -> list[str]:
    """The lines on top of a report."""
    world = voice.world
    year, unit, kind = world.year, world.unit, world.kind
    return voice.choose(
        "title",
        {
            "lines": [f"{year}年度", unit, f"{kind}决算", ""],
            "unit-year": [f"{unit}{year}年度{kind}决算", ""],
            "year-unit": [f"{year}年度{unit}{kind}决算", ""],
            "gaps": [f"{unit} {year} 年度{kind}决算", ""],
            "year": [f"{unit}{year}年{kind}决算公开", ""],
        },
    )


def say(
    form: str, world: World, rng: Random, fixed: Mapping[str, str] | None = None
) -> Piece | None:
    """One form's piece; None where the world has nothing for it."""
    voice = Voice(world, rng, fixed=fixed or {})
    said = FORMS[form](voice)
    if not said:
        return None
    heading, *lines = said
    if rng.random() < 0.2 and not form.startswith(("table", "list-wrapped")):
        surface = rng.choice(sorted(SURFACES))
        lines = SURFACES[surface](lines, rng)
        voice.trace.append(f"surface={surface}")
    printed = keys_in(
        "\n".join(lines)
    )  # what a form draws for words that it does not choose says nothing
    voice.book.relations = [one for one in voice.book.relations if printed.issuperset(one.keys)]
    return Piece(form, tuple(voice.trace), heading, tuple(lines), voice.book)


def small(form: str, seed: int) -> tuple[list[str], Piece] | None:
    """A title and one piece, from a seed."""
    rng = Random(f"{form}/{seed}")
    world = draw_world(rng)
    head = title(Voice(world, rng))
    piece = say(form, world, rng)
    return (head, piece) if piece else None


def text_of(head: Sequence[str], piece: Piece, figures=None) -> str:
    """The text as it is printed, maybe with other figures."""
    return plain("\n".join([*head, piece.heading, *piece.lines]), figures) + "\n"
