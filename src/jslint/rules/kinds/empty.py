"""empty-table: a table without figures says so, and what says that there is nothing is right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds, Related
from jslint.document import Table
from jslint.phrases import Family
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.diagnostic import Outcome
    from jslint.ledger import Ledger
    from jslint.rules.ground.context import Context, Prose
    from jslint.tree import Node

say = Family("kinds")


class EmptyTable(Rule, frozen=True, kw_only=True):
    """A table of ``tables`` without an amount needs a statement; one with amounts forbids it.

    ``says`` finds the statement (无…收入和支出, 故本表无数据) in the table's notes, anywhere in its
    section, or in the prose of the sections whose heading ``section`` matches. One that speaks of
    spending only is contradicted by amounts in columns of spending only.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "tables": options.pattern,
        "section": options.pattern,
        "says": options.pattern,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset({"table", "problem"})

    tables: re2._Regexp
    says: re2._Regexp
    section: re2._Regexp

    def check(self, context: Context) -> Iterator[Outcome]:
        """Check every such table against its statements."""
        ledgers: dict[int, list[Ledger]] = {}
        for ledger in context.ledgers:
            if self.tables.finds(ledger.title):
                ledgers.setdefault(id(ledger.table), []).append(ledger)
        said = list(self._said(context)) if ledgers else []
        for halves in ledgers.values():
            if context.lacks_tables and not any(one.lines for one in halves):
                continue  # a header alone: what stands below it may be what was not read
            yield self._check(halves, said)

    def _said(self, context: Context) -> Iterator[Prose]:
        """All that says of some table that there is nothing."""
        for prose in context.prose:
            if self.says.holds("".join(prose.text.value.split())):
                yield prose

    def _check(self, halves: list[Ledger], said: list[Prose]) -> Outcome:
        ledger = halves[0]
        statements = [prose for prose in said if self._is_about(prose, ledger)]
        filled = _has_amounts(halves, spent=False)
        if filled and statements and all(self._spares_income(prose) for prose in statements):
            filled = _has_amounts(halves, spent=True)
            if not filled:
                return Holds(self.entry.id, ())
        if filled != bool(statements):
            return Holds(self.entry.id, ())
        problem = say.phrase("empty-stated" if filled else "empty-unstated")
        place = statements[0].text.at() if filled else ledger.table.place
        shown = statements[0].text.value if filled else ledger.title
        return self.diagnose(
            place,
            path=ledger.path,
            excerpt=shown,
            table=ledger.title,
            problem=problem,
            related=(Related(ledger.table.place, ledger.title),) if filled else (),
        )

    def _spares_income(self, prose: Prose) -> bool:
        """Whether a statement says of spending alone that there is none."""
        value = "".join(prose.text.value.split())
        match = self.says.search(value)
        assert match is not None
        start = max(value.rfind(mark, 0, match.start()) for mark in _MARKS) + 1
        ends = [at for mark in _MARKS if (at := value.find(mark, match.end())) >= 0]
        clause = value[start : min(ends, default=len(value))]
        return "支出" in clause and "收" not in clause

    def _is_about(self, prose: Prose, ledger: Ledger) -> bool:
        notes = ledger.table.notes if isinstance(ledger.table, Table) else ()
        return any(prose.text is note.text for note in notes) or any(
            self.section.finds(section.heading.value) for section in prose.path
        )


_MARKS = "，。；"


def _has_amounts(halves: list[Ledger], *, spent: bool) -> bool:
    """Whether a table has an amount, or one in a column of spending where it heads any so."""
    columns = [(half, column) for half in halves for column in half.columns]
    spending = [(half, column) for half, column in columns if "支出" in column.name]
    return any(
        (figure := half.figure(line, column)) is not None and figure.value != 0
        for half, column in (spending or columns if spent else columns)
        for line in half.lines
    )
