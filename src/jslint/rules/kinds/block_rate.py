"""block-rate: a rate of a row is what its other figures give, in a form with heads between its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds, Related
from jslint.figures.figure import Dimension
from jslint.figures.verdict import Rate, Verdict
from jslint.rules.bench import blocks, cells, relate
from jslint.rules.bench.cases import judge
from jslint.rules.bench.grading import grade
from jslint.rules.ground import options, words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import re2

    from jslint.diagnostic import Outcome
    from jslint.ledger import Column, Ledger, Line
    from jslint.rules.bench.cells import CellAt
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


class BlockRate(Rule, frozen=True, kw_only=True):
    """In a form with heads between its rows, the column ``rate`` is ``part`` in percent of ``whole``.

    Patterns are searched in the words of the heads; a head is a row in which each of ``rate``, ``part``
    and ``whole`` finds a cell. Where several columns may be the whole, the last is the likeliest, and
    any that fits will do. Rates are printed with their %.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "rate": options.pattern,
        "part": options.pattern,
        "whole": options.pattern,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"table", "row", "part", "whole", "printed", "exact", "note"}
    )

    rate: re2._Regexp
    part: re2._Regexp
    whole: re2._Regexp

    def check(self, context: Context) -> Iterator[Outcome]:
        """Recompute the rate of each row."""
        for block, line in blocks.rows(context, (self.rate, self.part, self.whole)):
            row = [blocks.cell(block, line, one) for one in (self.rate, self.part)]
            wholes = _wholes(block, line, blocks.columns(block, self.whole))
            yield from self._row(context, block, row, wholes)

    def _row(
        self, context: Context, block: Ledger, row: Sequence[CellAt], wholes: Sequence[CellAt]
    ) -> Iterator[Outcome]:
        rate, part = row
        figure = rate.figure
        if figure is None or figure.unit.dimension is not Dimension.RATE or part.figure is None:
            return
        judged = [
            (result, relation)
            for relation in (relate.ratio(rate, part, whole) for whole in wholes)
            for result in (judge(context, relation),)
            if isinstance(result, Rate)
        ]
        held = next((one for one in judged if one[0].verdict.holds), None)
        if held is not None:
            result, relation = held
            slack = result.verdict is Verdict.ROUNDING
            yield Holds(self.entry.id, relation.places, slack=slack, relation=relation)
        elif judged:
            yield self._broken(block, row, wholes[0], judged[0][0])
        else:
            yield self.unchecked("whole-zero", rate.place, what=rate.line.name)

    def _broken(self, block: Ledger, row: Sequence[CellAt], whole: CellAt, result: Rate) -> Outcome:
        rate, part = row
        assert rate.figure is not None
        graded = grade(self.entry.severity, result)
        printed = words.printed(rate.figure)
        return self.diagnose(
            rate.place,
            path=block.path,
            severity=graded.severity,
            excerpt=f"{rate.line.name} {printed}",
            expected=f"{result.rounded}%",
            actual=printed,
            related=(_beside(part), _beside(whole)),
            asks=relate.ratio(rate, part, whole),
            table=block.title,
            row=rate.line.name,
            printed=printed,
            exact=words.percent(result.exact, rate.figure),
            note=words.notes(graded.notes),
            part=_printed(part),
            whole=_printed(whole),
        )


def _wholes(block: Ledger, line: Line, columns: Sequence[Column]) -> list[CellAt]:
    """The row's figures that may be the whole, the likeliest first."""
    found = [cells.at(block, line, one) for one in reversed(columns)]
    return [one for one in found if one.figure is not None]


def _beside(cell: CellAt) -> Related:
    return Related(cell.place, f"{cell.column.name} {_printed(cell)}")


def _printed(cell: CellAt) -> str:
    assert cell.figure is not None
    return words.printed(cell.figure)
