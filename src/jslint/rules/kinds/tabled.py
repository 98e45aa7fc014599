"""tabled: what a section says of a row of the table that stands in it is what the row shows."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from jslint.claims import names
from jslint.diagnostic import Related
from jslint.document import Paragraph, Table
from jslint.figures.verdict import linear
from jslint.rules.bench import near, relate
from jslint.rules.bench.cases import Fault, Kept, conclude
from jslint.rules.bench.series import columns
from jslint.rules.ground import options, words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    import re2

    from jslint.claims.model import Claim
    from jslint.diagnostic import Outcome
    from jslint.document import Text
    from jslint.ledger import Ledger, Line
    from jslint.rules.bench.cases import Found
    from jslint.rules.bench.cells import CellAt
    from jslint.rules.bench.series import Series
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


class Tabled(Rule, frozen=True, kw_only=True):
    """Amounts of this year in a section and in its own table agree, by the names of the table's rows.

    The amounts of a table are its only column of them, or the only one whose last head is one of
    ``columns``; tables in whose title or heads ``unless`` is found are left out. The row ``total`` is
    what a paragraph right before the table announces with ``lead`` at its end, where it states one
    amount and no more. Statements for a level or whose subject is carried over are left out.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "columns": options.pattern,
        "unless": options.pattern,
        "total": options.pattern,
        "lead": options.pattern,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset({"subject", "printed", "row", "cell"})
    BESIDES: ClassVar[bool] = True

    columns: re2._Regexp
    unless: re2._Regexp
    total: re2._Regexp
    lead: re2._Regexp

    def check(self, context: Context) -> Iterator[Outcome]:
        """Hold each table against the paragraphs of its section."""
        claims = context.claims
        said: dict[int, list[Claim]] = {}
        for claim in claims.claims:
            if claim.path and claim.is_money and near.states(claims, claim):
                said.setdefault(id(claim.path[-1]), []).append(claim)
        for ledger in context.ledgers:
            stated = said.get(id(ledger.path[-1]), []) if ledger.path else []
            amounts = self._amounts(ledger) if stated else None
            if amounts is not None:
                for claim, cell in self._pairs(context, ledger, amounts, stated):
                    yield conclude(self, context, _compare(context, claim, cell))

    def _amounts(self, ledger: Ledger) -> Series | None:
        """The column that shows what was received or spent; None where it is not certain which."""
        if self.unless.search(ledger.title):
            return None
        found = [one for one in columns(ledger) if one.is_amount]
        if len(found) > 1:
            found = [one for one in found if self.columns.matches(one.name)]
        if len(found) != 1 or any(map(self.unless.search, found[0].path)):
            return None
        return found[0]

    def _pairs(
        self, context: Context, ledger: Ledger, amounts: Series, stated: Iterable[Claim]
    ) -> Iterator[tuple[Claim, CellAt]]:
        """The statements with the cells that show the same."""
        named = Counter(_key(line) for line in ledger.lines)
        shown = {
            _key(cell.line): cell
            for cell in amounts.cells
            if cell and cell.figure and named[_key(cell.line)] == 1
        }
        whole = self._announced(context, ledger)
        for claim in stated:
            topic = context.claims.topics[claim.topic]
            cell = shown.get(names.key(topic.name))
            if claim is whole:
                totals = [one for key, one in shown.items() if self.total.matches(key)]
                cell = totals[0] if len(totals) == 1 else cell
            if cell:
                yield claim, cell

    def _announced(self, context: Context, ledger: Ledger) -> Claim | None:
        """The amount of which a paragraph says that the table behind it shows the parts."""
        before = _before(ledger)
        if before is None or not self.lead.search(before.value):
            return None
        # A claim's text is the paragraph's made ready to be read: only where it begins is the same.
        start = before.at().key
        section = ledger.path[-1]
        stated = [one for one in context.claims.claims if one.path and one.path[-1] is section]
        found = [one for one in stated if one.is_money and one.text.at().key == start]
        return found[0] if len(found) == 1 else None


def _key(line: Line) -> str:
    return names.key(names.subject(line.name))


def _before(ledger: Ledger) -> Text | None:
    """The paragraph right before a table."""
    blocks = ledger.path[-1].blocks
    spoken = [one for one in blocks if not (isinstance(one, Paragraph) and one.role == "unit")]
    for one, other in pairwise(spoken):
        if isinstance(other, Table) and other.place.key == ledger.table.place.key:
            return one.text if isinstance(one, Paragraph) else None
    return None


def _compare(context: Context, claim: Claim, cell: CellAt) -> Found:
    assert claim.figure is not None
    assert cell.figure is not None
    result = linear([(1, cell.figure)], claim.figure, context.style.quantum)
    relation = relate.same(claim, cell)
    if result.verdict.holds:
        return Kept(relation.places, relation)
    printed = words.printed(cell.figure)
    return Fault(
        claim=claim,
        others=(Related(cell.place, f"{cell.line.name} {printed}"),),
        relation=relation,
        result=result,
        notes=(),
        expected=words.replacing(cell.figure.exact(), claim.figure, [cell.figure]),
        values={"printed": near.printed(claim), "row": cell.line.name, "cell": printed},
    )
