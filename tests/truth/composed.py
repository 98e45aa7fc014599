"""Reports of several pieces that tell of one world."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING

from truth import known
from truth.book import plain
from truth.forms import FORMS
from truth.plans import PLANS
from truth.report import Piece, say, title
from truth.voice import Voice
from truth.world import draw_world

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from truth.world import World

#: Forms that draw amounts of their own for names that other forms use too.
ALONE = frozenset(
    {
        "scopes",
        "budget-parts",
        "two-wholes",
        "paired",
        "differences",
        "district",
        "two-moneys",
        "threes-none",
        "visits",
        "running-costs",
        "people",
    }
)
_TABLES = tuple(f"table-{number}" for number in range(1, 10))
#: Tables that some regions print behind the nine.
_MORE = ("flow", "things", "purchases", "units")


@dataclass(frozen=True, slots=True)
class Report:
    """A title and pieces in order."""

    head: tuple[str, ...]
    pieces: tuple[Piece, ...]

    def text(self, figures: Mapping[int, Mapping] | None = None) -> str:
        """The text; ``figures`` has those of the pieces (by number) that print others."""
        lines = list(self.head)
        heading = ""
        for at, piece in enumerate(self.pieces):
            if piece.heading and piece.heading != heading:
                lines += ["", piece.heading] if piece.form.startswith("table") else [piece.heading]
            heading = piece.heading
            own = figures.get(at) if figures else None
            lines += [plain(line, own) for line in piece.lines]
        return plain("\n".join(lines)) + "\n"


def _unknown(make: Callable[[], Piece | None]) -> Piece | None:
    """A piece that is not known to fail, if one comes in a few tries."""
    for _ in range(40):
        piece = make()
        if piece is None or not known.reason(piece):
            return piece
    return None


def single(seed: int, form: str | None = None, *, every: bool = False) -> Report | None:
    """A title and one piece."""
    rng = Random(f"single/{form}/{seed}")
    name = form or rng.choice(sorted(FORMS))
    world = draw_world(rng)
    head = tuple(title(Voice(world, rng)))
    piece = say(name, world, rng) if every else _unknown(lambda: say(name, world, rng))
    return Report(head, (piece,)) if piece else None


def tiny(seed: int, *, every: bool = False) -> Report | None:
    """One paragraph or list, without title and heading."""
    made = single(seed, every=every)
    if made is None or made.pieces[0].form.startswith(("table", "prior")):
        return None
    piece = made.pieces[0]
    return Report((), (Piece(piece.form, piece.trace, "", piece.lines, piece.book),))


def _somewhere(world: World, rng: Random) -> World:
    """A world of a body that says in which province it is, so that that province's rules apply."""
    province = rng.choice(("", "", "四川省", "上海市", "湖北省", "陕西省"))
    return replace(world, unit=f"{province}{world.unit}")


def mixed(seed: int, *, every: bool = False) -> Report | None:
    """Three to eight narrative pieces of one world, in the order of their headings."""
    rng = Random(f"mixed/{seed}")
    world = _somewhere(draw_world(rng, strict=True), rng)
    head = tuple(title(Voice(world, rng)))
    names = [name for name in FORMS if name not in ALONE and not name.startswith("table")]
    pieces = [
        piece
        for name in rng.sample(names, rng.randint(3, 8))
        if (
            piece := say(name, world, rng) if every else _unknown(lambda n=name: say(n, world, rng))
        )
    ]
    return Report(head, tuple(sorted(pieces, key=lambda piece: _place(piece.heading))))


def _place(heading: str) -> int:
    """Where a heading stands in a narrative."""
    order = "一二三四五六七八九十"
    if heading[:2] == "十一":
        return 200
    if heading[0] in order:
        return 10 * order.index(heading[0])
    if heading.startswith("（三）一般"):
        return 41
    # Before the sections of the first level, none of which it belongs to.
    return order.find(heading[1:2]) - 20 if heading.startswith("（") else 300


def tables(seed: int, *, every: bool = False) -> Report | None:
    """The tables of one world."""
    rng = Random(f"tables/{seed}")
    world = _somewhere(draw_world(rng, _size(rng), strict=True), rng)
    head = tuple(title(Voice(world, rng)))
    return Report(head, tuple(_tables(world, rng, every=every)))


def _size(rng: Random) -> int:
    return rng.choices((2, 4, 8, 15, 40, 100), (20, 25, 25, 15, 10, 5))[0]


def _tables(world: World, rng: Random, *, every: bool) -> list[Piece]:
    if rng.random() < 0.2:  # tables in yuan beside a narrative in ten thousands
        world = replace(world, style=replace(world.style, unit="元", places=2))
    more = [f"table-{name}" for name in _MORE if rng.random() < 0.2]
    made = [
        say(n, world, rng) if every else _unknown(lambda n=n: say(n, world, rng))
        for n in (*_TABLES, *more)
    ]
    return [piece for piece in made if piece]


def whole(seed: int, *, every: bool = False) -> Report | None:
    """A whole report: every section of the narrative of one province's form, then the tables."""
    rng = Random(f"whole/{seed}")
    world = draw_world(rng, _size(rng), strict=True)
    plan = rng.choice(("sichuan", *PLANS))
    world = _somewhere(world, rng) if plan == "sichuan" else world
    head = tuple(title(Voice(world, rng)))
    pieces = [
        Piece(
            "heading",
            (),
            f"第二部分 {world.year}年度{world.kind}决算情况说明",
            (),
            Voice(world, rng).book,
        )
    ]
    for heading, forms, fixed in PLANS[plan]:
        piece = None
        if forms:
            name = rng.choice(forms)
            make = lambda n=name, f=fixed: say(n, world, rng, f)  # noqa: E731
            piece = make() if every else _unknown(make)
        lines = piece.lines if piece else _filler(world, heading)
        empty = Voice(world, rng).book
        pieces.append(
            Piece(
                piece.form if piece else "heading",
                piece.trace if piece else (),
                heading,
                tuple(lines),
                piece.book if piece else empty,
            )
        )
    front = [] if rng.random() < 0.4 else _tables(world, rng, every=every)
    return Report(head, (*pieces, *front))


def _filler(world: World, heading: str) -> list[str]:
    """What stands in a section that no form tells of."""
    year, here = world.year, f"本{world.kind}"
    if "政府性基金" in heading and not world.fund.spent:
        return [f"{year}年度{here}无政府性基金预算财政拨款收入和支出。"]
    if "国有资本" in heading:
        return [f"{year}年度{here}无国有资本经营预算财政拨款支出。"]
    return []


MANNERS = {"single": single, "tiny": tiny, "mixed": mixed, "tables": tables, "whole": whole}
