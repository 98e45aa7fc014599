"""What is wrong between a department and its units: as few findings as explain all differences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.group import cells, leftovers, sums
from jslint.group.model import (
    ABSENT,
    DOUBLED,
    EXCESS,
    FIGURE,
    OMITTED,
    PAID,
    RECEIVED,
    UNEVEN,
    Finding,
    Outcome,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from fractions import Fraction

    from jslint.group.leftovers import Guess
    from jslint.group.model import Cell, Judged, Party, Transfer


def judge(department: Party, units: Sequence[Party], *, incomplete: bool = False) -> Outcome:
    """Compare every figure of a department with the sum of its units'; its own office is one of them.

    ``incomplete`` says that some unit is known not to be among them.
    """
    every = list(cells.cells(department, units))
    known = [cell for cell in every if not cell.unknown]
    partly = [cell for cell in every if _is_stated(cell)]
    found = sums.judged(known)
    plain = sums.plain(found)
    guess = leftovers.of_all(plain, len(units))
    whole: list[Finding] = []
    if guess is not None:
        whole.append(_of_units(guess, plain))
        known, partly = ([_weighed(cell, guess) for cell in each] for each in (known, partly))
        found = sums.judged(known)
    elif leftovers.is_one_short(plain, known=incomplete):
        whole.append(Finding(ABSENT, _largest(one for one in plain if one.is_broken)))
        found = [one for one in found if one.difference <= 0 or not one.is_broken]
    broken = [one for one in found if one.is_broken]
    broken += [one for one in sums.judged(partly) if one.difference < -one.bound]
    paid = tuple(sums.transfers(known))
    return Outcome(
        findings=(*whole, *_clustered(broken), *_uneven(found, paid)),
        holding=sum(not one.is_broken for one in found),
        unknown=tuple(cell for cell in every if cell.unknown),
        lacking=tuple(cells.lacking(department, units)),
        transfers=paid,
    )


def _is_stated(cell: Cell) -> bool:
    """Whether it is a quantity that some units do not state: the others print no more than there is."""
    return bool(cell.unknown and cell.parts) and not cell.key[1]


def _of_units(guess: Guess, plain: Iterable[Judged]) -> Finding:
    told = _largest(
        one
        for one in plain
        if one.is_broken and any(part.unit in guess.units for part in one.cell.parts)
    )
    return Finding(OMITTED if guess.times < 0 else DOUBLED, told, guess.units, guess.times)


def _largest(found: Iterable[Judged]) -> tuple[Judged, ...]:
    return tuple(sorted(found, key=lambda one: -abs(one.difference)))


def _weighed(cell: Cell, guess: Guess) -> Cell:
    """The cell as the department seems to have added it up."""
    return replace(
        cell,
        parts=tuple(
            replace(part, weight=1 + guess.times) if part.unit in guess.units else part
            for part in cell.parts
        ),
    )


def _clustered(broken: Sequence[Judged]) -> Iterator[Finding]:
    """A difference that goes up through the totals is one finding, at the account where it begins."""
    groups: list[list[Judged]] = []
    for one in broken:
        fitting = (group for group in groups if _is_one(group[0], one))
        group = next(fitting, None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    for group in groups:
        lead = min(group, key=_breadth)
        rest = (one for one in group if one is not lead)
        yield _figure((lead, *rest))


def _breadth(one: Judged) -> tuple[int, Fraction]:
    """The narrower a figure, the nearer it is to where the difference comes from."""
    return -len(_account(one)), abs(one.cell.total.exact())


def _is_one(first: Judged, one: Judged) -> bool:
    """Whether two differences may be one, in figures of which one is in the other's total."""
    alike = first.cell.total.unit.dimension is one.cell.total.unit.dimension
    # Of a figure that may be less, the difference may be more.
    apart = max(
        first.difference - one.difference - one.less, one.difference - first.difference - first.less
    )
    near = apart <= (first.bound + one.bound) / 2
    codes = sorted((_account(first), _account(one)), key=len)
    return alike and near and first.cell.rule == one.cell.rule and codes[1].startswith(codes[0])


def _account(one: Judged) -> str:
    """The code of the row's account; empty for a total, which every account is in."""
    row = one.cell.key[2]
    return row if row.isdecimal() else ""


def _figure(group: tuple[Judged, ...]) -> Finding:
    lead = group[0]
    if lead.cell.addend.role.kind in (RECEIVED, PAID) and lead.difference > 0:
        return Finding(EXCESS, group)
    guess = leftovers.of_one(lead)
    return Finding(FIGURE, group, guess.units if guess else (), guess.times if guess else 0)


def _uneven(found: Sequence[Judged], paid: Iterable[Transfer]) -> Iterator[Finding]:
    """What was taken away as received must have been taken away as paid."""
    for one in paid:
        shown = [
            cell
            for cell in found
            if cell.cell.addend.role.pair == one.pair and cell.cell.addend.role.kind == RECEIVED
        ]
        if not shown or not (one.received and one.paid):
            continue
        bound = 2 * max(cell.bound for cell in shown)
        if abs(one.cancelled[0] - one.cancelled[1]) > bound:
            yield Finding(UNEVEN, _largest(shown), amounts=one.cancelled)
