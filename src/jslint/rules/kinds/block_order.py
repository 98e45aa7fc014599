"""block-order: of two figures of a row one is at most the other, in a form with heads between its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds, Related
from jslint.rules.bench import blocks, relate
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
        for block, line in blocks.rows(context, (self.part, self.whole)):
            part, whole = (blocks.cell(block, line, one) for one in (self.part, self.whole))
            yield from self._pair(block, part, whole)

    def _pair(self, block: Ledger, part: CellAt, whole: CellAt) -> Iterator[Outcome]:
        if part.figure is None or whole.figure is None:
            return
        relation = relate.order(whole, part)
        if part.figure.exact() <= whole.figure.exact():
            yield Holds(self.entry.id, relation.places, relation=relation)
            return
        printed, most = words.printed(part.figure), words.printed(whole.figure)
        yield self.diagnose(
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
