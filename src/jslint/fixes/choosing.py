"""Which fixes of a report are made: those after which what they mend is gone, and nothing new there.

A fix is tried before it is made: the file is changed in memory, read and checked again. Of fixes
that do not get on together, the first are kept.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from jslint.diagnostic import Diagnostic, Result
    from jslint.edits import Edit

    #: What checking after some edits comes to; None where they cannot be made.
    Attempt: TypeAlias = Callable[[Sequence[Edit]], Result | None]


class Chosen(Struct, frozen=True):
    """The fixes to make together, and what checking then comes to.

    ``trials`` is how often it was tried; where not all were tried, they are not ``whole``.
    """

    found: tuple[Diagnostic, ...]
    result: Result
    trials: int = 0
    whole: bool = True

    @property
    def edits(self) -> list[Edit]:
        """All their edits."""
        return [edit for one in self.found if one.fix for edit in one.fix.edits]


def chosen(result: Result, wanted: Sequence[Diagnostic], attempt: Attempt, most: int) -> Chosen:
    """Those of the wanted fixes of a result that can be made at once, after ``most`` trials at most.

    Halves are tried where not all get on with those that are kept, the first half before the other.
    """
    kept = Chosen((), result)
    left = [_apart(wanted)] if wanted else []
    trials = 0
    while left and trials < most:
        some = left.pop()
        together = Chosen((*kept.found, *some), result)
        after = attempt(together.edits)
        trials += 1
        if after is not None and is_better(result, after, together.found):
            kept = Chosen(together.found, after)
        elif len(some) > 1:
            half = len(some) // 2
            left += [some[half:], some[:half]]
    return Chosen(kept.found, kept.result, trials, not left)


def is_better(before: Result, after: Result, fixed: Sequence[Diagnostic]) -> bool:
    """Whether what was fixed is gone, nothing is found that was not, and no less was understood."""
    left = _counted(before.diagnostics)
    left.subtract(_counted(fixed))
    now = _counted(after.diagnostics)
    return all(count <= left[key] for key, count in now.items()) and _keeps(before, after)


def _counted(found: Sequence[Diagnostic]) -> Counter[object]:
    """How often each rule finds something in each line, paragraph or cell."""
    return Counter((one.rule, one.place.path, _line(one)) for one in found)


def _line(one: Diagnostic) -> object:
    return one.place.order[:-1], one.place.sheet, one.place.cell


def _keeps(before: Result, after: Result) -> bool:
    """Whether no less is read and checked: an edit that hides a figure mends nothing."""
    sizes = zip(_sizes(before), _sizes(after), strict=True)
    return _tables(before) == _tables(after) and all(was <= now for was, now in sizes)


def _sizes(result: Result) -> tuple[int, int, int]:
    figures = result.account.figures
    understood = sum(figure.understood for figure in figures)
    return len(figures), understood, sum(figure.checked for figure in figures)


def _tables(result: Result) -> list[list[int]]:
    return [[column.figures for column in table.columns] for table in result.account.tables]


def _apart(wanted: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Those of which no edit touches one of an earlier one."""
    taken: dict[object, list[tuple[int, int]]] = {}
    kept = []
    for one in wanted:
        spans = list(_spans(one))
        if any(_touch(span, other) for where, span in spans for other in taken.get(where, ())):
            continue
        for where, span in spans:
            taken.setdefault(where, []).append(span)
        kept.append(one)
    return kept


def _spans(one: Diagnostic) -> Iterator[tuple[object, tuple[int, int]]]:
    for edit in one.fix.edits if one.fix else ():
        place = edit.place
        where = place.path, place.order[:-1], place.sheet, place.cell
        start = place.column or 0
        yield where, (start, start + len(edit.old))


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
