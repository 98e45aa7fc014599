"""Two narratives beside each other: which figure of one is which of the other.

A figure is told by whose it is: section, subject, whole, measure and unit. What is said more often in
one than in the other is in doubt, and so is what was carried from another sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from jslint.claims.model import CHANGE, GROWTH
from jslint.claims.names import canonical, plain
from jslint.figures.figure import Dimension
from jslint.headings import split_number
from jslint.ledger import plain as bare

if TYPE_CHECKING:
    from jslint.claims.model import Claim, Claims
    from jslint.document import Section
    from jslint.figures.figure import Figure
    from jslint.rules.ground.context import Context

_Key: TypeAlias = tuple[str, ...]


class Said(Struct, frozen=True):
    """A claim, and its figure with the sign of its direction."""

    claim: Claim
    figure: Figure


class Both(Struct, frozen=True):
    """What both narratives say, in pairs, and what only one does."""

    pairs: tuple[tuple[Said, Said], ...]
    only_here: tuple[Said, ...] = ()
    only_there: tuple[Said, ...] = ()


def both(context: Context, other: Context) -> Both:
    """What two narratives say of the same; nothing where they have nothing in common."""
    ours, theirs = _rows(context.claims), _rows(other.claims)
    shared = [key for key, said in ours.items() if len(said) == len(theirs.get(key, ()))]
    if not shared:
        return Both(())
    left = [
        tuple(one for key, said in side.items() if key not in shared for one in said)
        for side in (ours, theirs)
    ]
    pairs = tuple(two for key in shared for two in zip(ours[key], theirs[key], strict=True))
    return Both(pairs, *left)


def _rows(claims: Claims) -> dict[_Key, list[Said]]:
    found: dict[_Key, list[Said]] = {}
    for claim in claims.claims:
        figure = _signed(claim)
        if figure is not None and not claim.carried:
            found.setdefault(_key(claims, claim, figure), []).append(Said(claim, figure))
    return found


def _signed(claim: Claim) -> Figure | None:
    figure, falls = claim.figure, claim.kind in (CHANGE, GROWTH) and claim.direction == -1
    return replace(figure, value=-figure.value) if figure is not None and falls else figure


def _key(claims: Claims, claim: Claim, figure: Figure) -> _Key:
    whole = claims.within(claim)
    unit = figure.unit
    counted = unit.name if unit.dimension is Dimension.COUNT else unit.dimension.value
    return (
        *map(_heading, claim.path),
        _name(claims, claim.topic),
        "" if whole is None else _name(claims, whole),
        claim.kind,
        claim.measure,
        plain(claim.whole_name),
        counted,
    )


def _heading(section: Section) -> str:
    heading = bare(section.heading.value)
    number, level = split_number(heading)
    return (
        heading
        if level is None
        else heading[heading.index(number) + len(number) :].lstrip("、．.)")
    )


def _name(claims: Claims, topic: int) -> str:
    found = claims.topics[topic]
    return canonical(plain(found.key or found.name))
