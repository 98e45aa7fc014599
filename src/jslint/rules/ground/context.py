"""What a rule may look at: the report, what its sentences claim, and how to speak."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint import claims as narrative
from jslint import facts, ledger
from jslint.document import Paragraph, Report, Section, Table, Text
from jslint.figures.style import Style, style_of
from jslint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.claims.model import Claims
    from jslint.facts import Facts, Quantity, Statement
    from jslint.ledger import Gathered, Ledger

_NAMES = regex(r"[、，。；：:]|\d[^、，。；]*")
#: So many names in a paragraph are a list.
_LISTED = 4


class Located(Struct, frozen=True):
    """A paragraph or table with the sections it stands in, outermost first."""

    path: tuple[Section, ...]
    block: Paragraph | Table


class Prose(Struct, frozen=True):
    """A piece of text to search: a paragraph, a heading or a table cell (``role`` says which)."""

    path: tuple[Section, ...]
    text: Text
    role: str


class Context(Struct, frozen=True, dict=True):
    """One report, ready to be checked.

    ``previous`` is last year's report, where one was given; ``beside`` are other statements of the
    same year; ``units`` are the reports of a department's units.
    """

    report: Report
    quantities: tuple[Quantity, ...] = ()
    previous: Report | None = None
    beside: tuple[Report, ...] = ()
    units: tuple[Report, ...] = ()

    @cached_property
    def others(self) -> tuple[Context, ...]:
        """The other statements of the year, their quantities bound as this one's are."""
        return tuple(Context(one, self.quantities) for one in self.beside)

    @cached_property
    def past(self) -> Context | None:
        """Last year's report, its quantities bound as this one's are."""
        if self.previous is None:
            return None
        return Context(self.previous, self.quantities)

    @cached_property
    def claims(self) -> Claims:
        """What the narrative claims."""
        return narrative.extract(self.report)

    @property
    def is_read(self) -> bool:
        """Whether any rule has looked at a figure so far, of the narrative or of a table."""
        return not {"claims", "gathered"}.isdisjoint(self.__dict__)

    @cached_property
    def style(self) -> Style:
        """How the narrative prints its figures."""
        return style_of(claim.figure for claim in self.claims.claims if claim.figure)

    @cached_property
    def cells(self) -> tuple[tuple[tuple[Section, ...], Text], ...]:
        """Every table cell with its sections, merged cells once."""
        return tuple(
            (located.path, cell)
            for located in self.tables
            if isinstance(located.block, Table)
            for cell in {id(cell): cell for row in located.block.rows for cell in row}.values()
        )

    @cached_property
    def worded(self) -> tuple[tuple[tuple[Located, ...], str], ...]:
        """The tables, those that go on over a page together, with the words of their cells.

        The words are a line each, spaces removed: for finding out what is not in them.
        """
        found: list[list[Located]] = []
        last: Located | None = None
        for located in self.blocks:
            if isinstance(located.block, Table):
                if last is not None and _goes_on(last, located):
                    found[-1].append(located)
                else:
                    found.append([located])
            last = located if isinstance(located.block, Table) else None
        return tuple((tuple(one), "\n".join(map(_words, one))) for one in found)

    @cached_property
    def gathered(self) -> Gathered:
        """Every table as its reader understands it, and those that it does not."""
        found = ledger.gather(
            (located.block, located.path)
            for located in self.tables
            if isinstance(located.block, Table)
        )
        if not ledger.may_be_clipped(found.ledgers):
            return found
        return replace(found, ledgers=ledger.whole(found.ledgers, self._named()))

    def _named(self) -> Iterator[str]:
        """The accounts that the narrative names, by 类, 款 and 项 or in a list of names."""
        for topic in self.claims.topics:
            yield from topic.account.names if topic.account else ()
        for located in self.blocks:
            if isinstance(located.block, Paragraph):
                words = _NAMES.split(located.block.text.value)
                yield from words if len(words) >= _LISTED else ()

    @property
    def ledgers(self) -> tuple[Ledger, ...]:
        """Every table as lines and columns, in reading order."""
        return self.gathered.ledgers

    @cached_property
    def table_style(self) -> Style:
        """How the tables print their figures."""
        return style_of(
            figure
            for found in self.ledgers
            for line in found.lines
            for column in found.columns
            if (figure := found.figure(line, column)) is not None
        )

    @cached_property
    def facts(self) -> Facts:
        """The statements of every quantity that the packs name."""
        return facts.bind(self.quantities, self.claims, self.ledgers)

    @cached_property
    def keyed(self) -> frozenset[str]:
        """The quantities that have a value for each account."""
        return frozenset(quantity.name for quantity in self.quantities if quantity.keyed)

    @cached_property
    def first(self) -> dict[str, dict[str, Statement]]:
        """The first statement of each quantity by account; by an empty key where it has but one."""
        found: dict[str, dict[str, Statement]] = {}
        for name, statements in self.facts.items():
            keyed = name in self.keyed
            first = found[name] = {}
            for one in statements:
                first.setdefault(one.key if keyed else "", one)
        return found

    @cached_property
    def labels(self) -> dict[str, str]:
        """The Chinese labels of those quantities."""
        return {quantity.name: quantity.label for quantity in self.quantities}

    @cached_property
    def blocks(self) -> tuple[Located, ...]:
        """Every paragraph and table, in reading order."""
        return tuple(
            Located(path, block)
            for path in self.report.walk()
            for block in path[-1].blocks
            if not isinstance(block, Section)
        )

    @cached_property
    def prose(self) -> tuple[Prose, ...]:
        """Every heading, paragraph, table title and note, but no table cell, in reading order."""
        return tuple(self._prose())

    def _prose(self) -> Iterator[Prose]:
        for path in self.report.walk():
            if path[-1].heading:
                yield Prose(path, path[-1].heading, "heading")
            for block in path[-1].blocks:
                if isinstance(block, Paragraph):
                    yield Prose(path, block.text, block.role)
                elif isinstance(block, Table):
                    if block.title:
                        yield Prose(path, block.title, "title")
                    for note in block.notes:
                        yield Prose(path, note.text, "note")

    @cached_property
    def tables(self) -> tuple[Located, ...]:
        """Every table, in reading order."""
        return tuple(located for located in self.blocks if isinstance(located.block, Table))

    @cached_property
    def lacks_tables(self) -> bool:
        """Whether some table was not read, so that what no table says may stand in that one."""
        found = (located.block for located in self.tables)
        unread = any(isinstance(one, Table) and one.unread for one in found)
        return unread or bool(self.gathered.unread)


def _goes_on(last: Located, located: Located) -> bool:
    """Whether a table right behind another has no title of its own."""
    one, other = last.block, located.block
    assert isinstance(one, Table)
    assert isinstance(other, Table)
    titles = ledger.plain(one.title.value), ledger.plain(other.title.value)
    return last.path == located.path and titles[1] in ("", titles[0])


def _words(located: Located) -> str:
    assert isinstance(located.block, Table)
    return "\n".join(ledger.plain(cell.value) for row in located.block.rows for cell in row)
