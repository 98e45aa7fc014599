"""table-titles: no two tables have one title."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds, Related
from jslint.document import Paragraph, Section, Table
from jslint.ledger import plain, twins
from jslint.patterns import regex
from jslint.phrases import Family
from jslint.rules.bench.grading import capped
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule
from jslint.rules.ground.concordance import within
from jslint.rules.ground.searching import line_patterns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.diagnostic import Outcome
    from jslint.document import Place
    from jslint.rules.ground.context import Context, Located
    from jslint.tree import Node

say = Family("kinds")

_BODY = regex(r"(?:部门|单位|编制单位|填报单位)\s?[：:]\s?([一-鿿]{4,40})")
_BEFORE = ("unit", "caption", "entry")


class TableTitles(Rule, frozen=True, kw_only=True):
    """No two tables whose titles ``tables`` finds have one title.

    A table whose rows, columns and most figures stand there again is printed twice; where totals
    differ, or nothing is alike, one of the two has a wrong title. What may be a further part of a
    table is information, and so are tables in other sections. Sections with a heading that
    ``outside`` finds are left alone, and so are tables of two bodies.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "tables": options.pattern,
        "outside": line_patterns,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset({"table", "problem"})

    tables: re2._Regexp
    outside: tuple[re2._Regexp, ...] = ()

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare each table with the nearest before it that has its title."""
        tables = [one for one in context.tables if self._looks_at(one)]
        paths = {one.block.place: one.path for one in tables if isinstance(one.block, Table)}
        pairs = [*_alike(context, set(paths)), *_blank(context, tables)]
        bodies = _bodies(context) if pairs else {}
        found = [
            (one, other, likeness)
            for one, other, likeness in pairs
            if not _are_of_two(*(bodies.get(table.place, "") for table in (one, other)))
        ]
        for one, other, likeness in found:
            sure = bool(likeness) and paths.get(one.place) == paths.get(other.place)
            yield self._told((one, other), likeness, paths.get(other.place, ()), sure=sure)
        if tables and not found:
            yield Holds(self.entry.id, ())

    def _looks_at(self, located: Located) -> bool:
        assert isinstance(located.block, Table)
        title = plain(located.block.title.value)
        return self.tables.finds(title) and not within(located.path, self.outside)

    def _told(
        self,
        pair: tuple[Table, Table],
        likeness: str,
        path: tuple[Section, ...],
        *,
        sure: bool,
    ) -> Outcome:
        before, title = (one.title for one in pair)
        return self.diagnose(
            title.at(),
            path=path,
            severity=capped(self.entry.severity, *([] if sure else ["again"])),
            excerpt=title.value,
            related=(Related(before.at(), before.value),),
            table=title.value,
            problem=say.phrase(f"table-titles-{likeness or 'again'}"),
        )


def _alike(context: Context, looked: set[Place]) -> Iterator[tuple[Table, Table, str]]:
    """The tables of figures that have one title."""
    for one, other, likeness in twins.pairs(context.ledgers):
        if one[0].table.place in looked or other[0].table.place in looked:
            yield one[0].table, other[0].table, likeness


def _blank(context: Context, tables: list[Located]) -> Iterator[tuple[Table, Table, str]]:
    """The tables without figures of which one is there again, word for word."""
    filled = {ledger.table.place for ledger in context.ledgers}
    seen: dict[tuple[tuple[str, ...], ...], Table] = {}
    for located in tables:
        table = located.block
        assert isinstance(table, Table)
        if table.place in filled or not table.rows or table.place in context.gathered.joined:
            continue
        words = tuple(tuple(plain(cell.value) for cell in row) for row in table.rows)
        key = ((twins.core(table.title.value),), *words)
        if key in seen:
            yield seen[key], table, twins.TWICE
        seen[key] = table


def _are_of_two(one: str, other: str) -> bool:
    return bool(one and other) and one != other


def _bodies(context: Context) -> dict[Place, str]:
    """Whose each table is, by the lines between it and what stands before it: 部门：某局."""
    found: dict[Place, str] = {}
    name = ""
    last: tuple[Section, ...] = ()
    for located in context.blocks:
        block = located.block
        if located.path is not last:
            last, name = located.path, ""
        if not isinstance(block, Paragraph):
            found[block.place] = _named(block) or name
            name = ""
        elif block.role in _BEFORE:
            match = _BODY.search(block.text.value)
            name = match[1] if match else name
        else:
            name = ""
    return found


def _named(table: Table) -> str:
    match = _BODY.search(table.title.value)
    return match[1] if match else ""
