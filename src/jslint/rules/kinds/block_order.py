"""block-order: of two figures of a row one is at most the other, in a form with heads between its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds, Related
from jslint.rules.bench import blocks, cells, relate
from jslint.rules.ground import options, words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.diagnostic import Outcome
    from jslint.ledger import Ledger
    from jslint.rules.bench.cells import CellAt
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


class BlockOrder(Rule, frozen=True, kw_only=True):
    """In a form with heads between its rows, the column ``part`` is at most the column ``whole``.

    Patterns are searched in the words of the heads; a head is a row in which both find a cell.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "part": options.pattern,
        "whole": options.pattern,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset({"table", "row", "part", "whole"})

    part: re2._Regexp
    whole: re2._Regexp

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare the two figures of each row that has both."""
        for found in blocks.forms(context, (self.part, self.whole)):
            for block in found:
                part, whole = (blocks.column(block, one) for one in (self.part, self.whole))
                assert part is not None
                assert whole is not None
                for line in block.lines:
                    pair = cells.at(block, line, part), cells.at(block, line, whole)
                    if all(one.figure is not None for one in pair):
                        yield self._pair(context, block, *pair)

    def _pair(self, context: Context, block: Ledger, part: CellAt, whole: CellAt) -> Outcome:
        assert part.figure is not None
        assert whole.figure is not None
        relation = relate.order(whole, part)
        if part.figure.exact() <= whole.figure.exact():
            return Holds(self.entry.id, relation.places, relation=relation)
        printed, most = words.printed(part.figure), words.printed(whole.figure)
        return self.diagnose(
            context,
            part.place,
            path=block.path,
            excerpt=f"{part.line.name} {printed}",
            actual=printed,
            related=(Related(whole.place, f"{whole.column.name} {most}"),),
            asks=relation,
            table=block.title,
            row=part.line.name,
            part=printed,
            whole=most,
        )
