"""The columns that the names in a header stand above, where nothing rules them.

A name stands above the figures of its column, or beside them between those of the next ones; a name
over several columns stands in their middle or at their left.
"""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

from jslint.readers.pdf import pieces
from jslint.readers.pdf.model import MIDDLE
from jslint.readers.pdf.pieces import are_even, meet, steps, stretches

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from jslint.readers.pdf.pieces import Lined

# In sizes: how far a name may be from the middle or the left of its columns; and in widths of these.
_ASKEW = 1.0
_OFF = 0.12
# In sizes: how much higher than the lowest line of the header one is that is as low.
_LEVEL = 0.3
# In sizes: how far apart the lines of a name are at most.
_WRAPPED = 1.45


class Strip(NamedTuple):
    """What a column takes of the page's width; ``flush`` is the side at which its cells of any width end."""

    left: float
    right: float
    flush: str = ""


class _Name(NamedTuple):
    """A name in the header: where it stands, the height of its line's baseline, how long it is."""

    left: float
    right: float
    base: float
    size: float
    length: int

    @property
    def middle(self) -> float:
        """Half way between its sides."""
        return (self.left + self.right) / 2


class Over(NamedTuple):
    """A name over several columns: the first of them, and the first one beyond."""

    first: int
    beyond: int


class Headed(NamedTuple):
    """The columns of a table with their names, and the names over several of them.

    ``split`` is the height between those and the names below them; None where there are none.
    ``single`` says that the lines of each name are as near to one another as those of one cell.
    """

    strips: list[Strip]
    over: list[Over]
    split: float | None
    single: bool


def named(head: Sequence[Lined], strips: Sequence[Strip]) -> Headed | None:
    """The columns with those that are blank below the header, and the names over several of them.

    None where a column has no name, or it is open whose a name is.
    """
    own: list[list[_Name]] = [[] for _ in strips]
    wide: list[_Name] = []
    loose: list[_Name] = []
    for name in _names(head):
        # What is above the name of a column is a name of it, though it may not be above its figures.
        met = [
            at
            for at, one in enumerate(strips)
            if meet(name, one) or any(meet(name, each) for each in own[at])
        ]
        if len(met) == 1:
            own[met[0]].append(name)
        else:
            (wide if met else loose).append(name)
    columns = _assigned(strips, own, _clusters(loose))
    if columns is None or not all(mine for _, mine in columns):
        return None
    owned = [mine for _, mine in columns]
    if _may_be_over(owned, {at for at, (strip, _) in enumerate(columns) if strip is None}):
        return None
    found_strips = [_around(strip, mine) for strip, mine in columns]
    over = _over(wide, owned, found_strips)
    if over is None or any(left.right > right.left for left, right in pairwise(found_strips)):
        return None
    return Headed(found_strips, over, _split(wide, over, owned), all(map(_is_single, owned)))


def _names(head: Sequence[Lined]) -> Iterator[_Name]:
    """What stands in the header, from its last line up."""
    for line in reversed(head):
        for piece in pieces.names(line.row):
            yield _Name(piece.left, piece.right, line.row.base, line.row.size, len(piece.text))


def _is_single(names: Sequence[_Name]) -> bool:
    """Whether names below one another may be the lines of one."""
    bases = sorted({name.base for name in names})
    near = _WRAPPED * max(name.size for name in names)
    return are_even(bases) and max(steps(bases), default=0.0) <= near


def _clusters(names: Iterable[_Name]) -> list[list[_Name]]:
    """Names below one another together, from the left."""
    found: list[list[_Name]] = []
    for name in sorted(names):
        if found and name.left < max(each.right for each in found[-1]):
            found[-1].append(name)
        else:
            found.append([name])
    return found


_Columns = list[tuple["Strip | None", "list[_Name]"]]


def _assigned(
    strips: Sequence[Strip], own: Sequence[list[_Name]], loose: Sequence[list[_Name]]
) -> _Columns | None:
    """Each column with its names, those that stand beside its figures too, in their order.

    Where there are more names between two columns that have theirs than columns without, those that
    are over are of blank ones. None where it is open whose a name is.
    """
    if any(one.length == 1 for (one, *more) in loose if not more):
        return None  # the characters of a name that is spaced out may be names of their own
    columns: _Columns = []
    waiting: list[Strip] = []
    names = list(loose)
    for at, strip in enumerate((*strips, None)):
        if strip is not None and not own[at]:
            waiting.append(strip)
            continue
        left = [one for one in names if strip is None or one[0].left < strip.left]
        names = names[len(left) :]
        between = _between(waiting, left)
        if between is None:
            return None
        columns += between
        columns += [(strip, own[at])] if strip is not None else []
        waiting = []
    return columns


def _between(strips: Sequence[Strip], names: Sequence[list[_Name]]) -> _Columns | None:
    """Columns without a name above them, each with one beside it, and the blank columns among them.

    Figures that are flush right have their name at the left, and the other way round.
    """
    if len(strips) == len(names):
        return list(zip(strips, names, strict=True))
    taken: dict[int, Strip] = {}
    for strip in strips:
        lefts = sum(one[0].left < strip.left for one in names)
        at = lefts - (strip.flush == "right")
        if not strip.flush or not 0 <= at < len(names) or at in taken:
            return None
        taken[at] = strip
    return [(taken.get(at), one) for at, one in enumerate(names)]


def _around(strip: Strip | None, names: Sequence[_Name]) -> Strip:
    """What a column's cells and names take together."""
    every: list[_Name | Strip] = [*names]
    every += [] if strip is None else [strip]
    return Strip(min(one.left for one in every), max(one.right for one in every))


def _may_be_over(own: Sequence[Sequence[_Name]], blank: Collection[int]) -> bool:
    """Whether a name that stands above no figures may be one over the columns on either side."""
    return any(
        0 < at < len(own) - 1
        and all(_is_below(side, own[at]) for side in (own[at - 1], own[at + 1]))
        for at in blank
    )


def _is_below(names: Sequence[_Name], others: Sequence[_Name]) -> bool:
    return min(one.base for one in names) > max(one.base for one in others)


def _over(
    wide: Sequence[_Name], own: Sequence[Sequence[_Name]], columns: Sequence[Strip]
) -> list[Over] | None:
    """Which columns each wide name is over: all that have their names below, in the one way there is."""
    if not wide:
        return []
    if len({round(name.base) for name in wide}) > 1:
        return None
    lowest = max(name.base for names in own for name in names)
    # A name as high as all of the header stands in the middle of its height.
    below = [
        _is_below(names, wide) and any(lowest - one.base < _LEVEL * one.size for one in names)
        for names in own
    ]
    found: list[Over] = []
    for first, beyond in stretches(below):
        under = Strip(columns[first].left, columns[beyond - 1].right)
        mine = sorted(name for name in wide if meet(name, under))
        ways = list(_ways(mine, first, beyond, columns))
        if len(ways) != 1:
            return None
        found += ways[0]
    return found if len(found) == len(wide) else None


def _ways(
    names: Sequence[_Name], first: int, beyond: int, columns: Sequence[Strip]
) -> Iterator[list[Over]]:
    """The ways to part columns among the names above them, each in the middle or at the left of its own."""
    for cuts in combinations(range(first + 1, beyond), len(names) - 1) if names else ():
        parted = [Over(*pair) for pair in pairwise((first, *cuts, beyond))]
        pairs = list(zip(names, parted, strict=True))
        if all(_is_in_middle(name, one, columns) for name, one in pairs) or all(
            abs(name.left - columns[one.first].left) <= _ASKEW * name.size for name, one in pairs
        ):
            yield parted


def _is_in_middle(name: _Name, over: Over, columns: Sequence[Strip]) -> bool:
    left, right = columns[over.first].left, columns[over.beyond - 1].right
    askew = max(_ASKEW * name.size, _OFF * (right - left))
    return left <= name.middle <= right and abs(name.middle - (left + right) / 2) <= askew


def _split(
    wide: Sequence[_Name], over: Sequence[Over], own: Sequence[Sequence[_Name]]
) -> float | None:
    """The height between the names over several columns and those below them."""
    below = [name for one in over for names in own[one.first : one.beyond] for name in names]
    if not below:
        return None
    lowest = max(name.base for name in wide)
    highest = min(below, key=lambda name: name.base)
    return (lowest + highest.base) / 2 - highest.size * MIDDLE
