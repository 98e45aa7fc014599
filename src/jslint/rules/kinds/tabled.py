"""tabled: what a section says of a row of the table that stands in it is what the row shows."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from jslint.claims import names, senses
from jslint.diagnostic import Related
from jslint.document import Paragraph, Table
from jslint.figures.verdict import linear
from jslint.patterns import regex
from jslint.rules.bench import near, relate, statements
from jslint.rules.bench.cases import Fault, Kept, conclude
from jslint.rules.bench.series import columns
from jslint.rules.ground import options, words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    import re2

    from jslint.claims.model import Claim, Claims
    from jslint.diagnostic import Outcome
    from jslint.document import Key, Section, Text
    from jslint.ledger import Ledger, Line
    from jslint.rules.bench.cases import Found
    from jslint.rules.bench.cells import CellAt
    from jslint.rules.bench.series import Series
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


#: The number before a row's name.
_NUMBER = regex(r"^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*")


class _Home(Struct, dict=True):
    """A section that has tables, with what all of them are held against.

    ``claims`` are the amounts of money that it states, ``stated`` those of this year for the whole
    body, by what they are of, and ``own`` the numbers of these.
    """

    section: Section
    claims: list[Claim] = []
    stated: dict[str, list[Claim]] = {}
    own: set[int] = set()

    def add(self, claims: Claims, claim: Claim) -> None:
        """Note a claim of the section."""
        self.claims.append(claim)
        if near.states(claims, claim):
            self.stated.setdefault(claims.topics[claim.topic].key, []).append(claim)
            self.own.add(claim.index)

    @cached_property
    def beginning(self) -> dict[Key, list[Claim]]:
        """The claims by where their paragraph begins: their text is it made ready to be read."""
        found: dict[Key, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.text.at().key, []).append(claim)
        return found

    @cached_property
    def before(self) -> dict[Key, Text]:
        """The paragraph right before each table, by where the table stands."""
        blocks = self.section.blocks
        spoken = [one for one in blocks if not (isinstance(one, Paragraph) and one.role == "unit")]
        return {
            other.place.key: one.text
            for one, other in pairwise(spoken)
            if isinstance(one, Paragraph) and isinstance(other, Table)
        }


class Tabled(Rule, frozen=True, kw_only=True):
    """Amounts of this year in a section and in its own table agree, by the names of the table's rows.

    The amounts of a table are its only column of them, or the only one whose last head is one of
    ``columns``; tables in whose title or heads ``unless`` is found are left out. The row ``total`` is
    what a paragraph right before the table announces with ``lead`` at its end, where it states one
    amount and no more. A table in whose title ``fund`` is found shows that fund alone: only
    what is said behind its name, or under a heading that has it, is of the same. Statements for a level or whose subject is carried over are left out.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "columns": options.pattern,
        "unless": options.pattern,
        "fund": options.pattern,
        "total": options.pattern,
        "lead": options.pattern,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset({"subject", "printed", "row", "cell"})
    BESIDES: ClassVar[bool] = True

    columns: re2._Regexp
    unless: re2._Regexp
    fund: re2._Regexp
    total: re2._Regexp
    lead: re2._Regexp

    def check(self, context: Context) -> Iterator[Outcome]:
        """Hold each table against the paragraphs of its section."""
        homes = {id(one.path[-1]): _Home(one.path[-1]) for one in context.ledgers if one.path}
        for claim in context.claims.claims:
            home = homes.get(id(claim.path[-1])) if claim.path and claim.is_money else None
            if home is not None:
                home.add(context.claims, claim)
        for ledger in context.ledgers:
            home = homes[id(ledger.path[-1])] if ledger.path else None
            amounts = self._amounts(ledger) if home and home.stated else None
            if home is not None and amounts is not None:
                for claim, cell in self._pairs(context.claims, home, ledger, amounts):
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
        self, claims: Claims, home: _Home, ledger: Ledger, amounts: Series
    ) -> Iterable[tuple[Claim, CellAt]]:
        """The statements with the cells that show the same, in reading order."""
        named = Counter(_bare(line) for line in ledger.lines)
        shown = {
            _key(cell.line): cell
            for cell in amounts.cells
            if cell and cell.figure and named[_bare(cell.line)] == 1
        }
        fund = self.fund.search(ledger.title)
        inside = self._of_funds(home) if fund else {}
        found = {
            claim.index: (claim, cell)
            for key, cell in shown.items()
            for claim in (*home.stated.get(key, ()), *inside.get(key, ()))
            if statements.is_called(claims.topics[claim.topic].name, cell.line.name)
        }
        whole = self._announced(home, ledger)
        totals = [one for key, one in shown.items() if self.total.matches(key)] if whole else []
        if whole and len(totals) == 1:
            found[whole.index] = whole, totals[0]
        return [
            found[index]
            for index in sorted(found)
            if fund is None or _speaks(found[index][0], fund.group())
        ]

    def _of_funds(self, home: _Home) -> dict[str, list[Claim]]:
        """What a sentence says within a fund (财政拨款支出中，A 9 万元), by what it is of."""
        found: dict[str, list[Claim]] = {}
        for key, stated in home.stated.items():
            if named := self.fund.match(key):
                rest = key[named.end() :]
                side = next(filter(rest.startswith, senses.SIDES), "")
                found.setdefault(rest.removeprefix(side), []).extend(stated)
        return found

    def _announced(self, home: _Home, ledger: Ledger) -> Claim | None:
        """The amount of which a paragraph says that the table behind it shows the parts."""
        before = home.before.get(ledger.table.place.key)
        if before is None or not self.lead.search(before.value):
            return None
        found = home.beginning.get(before.at().key, [])
        sole = found[0] if len(found) == 1 else None
        return sole if sole and sole.index in home.own else None


def _speaks(claim: Claim, fund: str) -> bool:
    """Whether what its paragraph says before a claim, or a heading above it, names a fund."""
    headings = (section.heading.value for section in claim.path)
    return any(fund in names.plain(one) for one in (claim.text.value[: claim.start], *headings))


def _bare(line: Line) -> str:
    """A row's name without its number: 一、一般公共预算财政拨款 may stand below 年初结转 again, without one."""
    return names.key(names.subject(_NUMBER.sub("", line.name)))


def _key(line: Line) -> str:
    return names.key(names.subject(line.name))


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
