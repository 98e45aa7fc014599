"""What one report has of the figures that a rule sums up over a department and its units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.figures.figure import Dimension
from jslint.group.model import CARRIER, LOOSE, NO_ROLE, PAID, RECEIVED, Addend, Role, Share
from jslint.headings import split_number
from jslint.ledger import plain
from jslint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import re2

    from jslint.ledger import Column, Ledger, Line
    from jslint.rules.ground.context import Context

_MARKS = "、．."
_ASIDE = regex(r"其中[:：]")


class Transfers(Struct, frozen=True):
    """What units of a department pay each other, as rows or columns are called.

    The first of ``received`` is the other side of the first of ``paid``, and so on. ``within`` are the
    totals that they are in.
    """

    received: tuple[re2._Regexp, ...] = ()
    paid: tuple[re2._Regexp, ...] = ()
    within: re2._Regexp | None = None


class Cells(Struct, frozen=True):
    """The figures of tables, and the columns that these have."""

    parts: frozenset[tuple[str, str]] = frozenset()
    addends: tuple[Addend, ...] = ()


def of_tables(context: Context, tables: re2._Regexp | None, paying: Transfers) -> Cells:
    """Every amount in the tables whose titles the pattern finds; none without a pattern."""
    parts: set[tuple[str, str]] = set()
    addends: list[Addend] = []
    for name, ledger in _named(context, tables) if tables is not None else ():
        roles = _Roles(ledger, _others(context, ledger), paying)
        for column in ledger.columns:
            parts.add((name, _column(column)))
        addends += _cells(name, ledger, roles)
    return Cells(frozenset(parts), tuple(addends))


def _named(context: Context, tables: re2._Regexp) -> Iterator[tuple[str, Ledger]]:
    """The ledgers of the tables, called by what is found in the title, by half, and by how many came before."""
    seen: dict[str, int] = {}
    for ledger in context.ledgers:
        title = _title(ledger, tables)
        if title and ledger.unit.dimension is Dimension.AMOUNT:
            name = f"{title}.{ledger.side}"
            seen[name] = seen.get(name, 0) + 1
            yield f"{name}.{seen[name]}", ledger


def _title(ledger: Ledger, tables: re2._Regexp) -> str:
    """What tells the table from others; empty where the pattern finds nothing."""
    match = tables.search(ledger.title)
    if match is None:
        return ""
    return match.groupdict().get("at") or ledger.title


def _others(context: Context, ledger: Ledger) -> list[Ledger]:
    """The other halves of the same table."""
    return [one for one in context.ledgers if one.table is ledger.table and one is not ledger]


def _cells(name: str, ledger: Ledger, roles: _Roles) -> Iterator[Addend]:
    seen: dict[str, int] = {}
    for line in ledger.lines:
        row = _row(line)
        seen[row] = seen.get(row, 0) + 1
        key = row if seen[row] == 1 else f"{row}#{seen[row]}"
        # An item of a list, which may be left out where it is 0.
        optional = bool(line.code) or split_number(_ASIDE.sub("", line.name))[1] is not None
        for column in ledger.columns:
            figure = ledger.figure(line, column)
            if figure is not None and figure.unit.dimension is not Dimension.AMOUNT:
                continue
            if ledger.has(line, column) and not (figure is None and optional):
                yield Addend(
                    (name, _column(column), key),
                    figure,
                    _label(ledger, line, column),
                    ledger.text(line, column).at(),
                    optional,
                    roles.of(line, column),
                )


def _row(line: Line) -> str:
    """What tells a row: its code, or its name without a number before it."""
    return line.code or _bare(line.name)


def _bare(name: str) -> str:
    words = _ASIDE.sub("", plain(name))
    return words.removeprefix(split_number(words)[0]).lstrip(_MARKS)


def _column(column: Column) -> str:
    return plain(column.name)


def _label(ledger: Ledger, line: Line, column: Column) -> str:
    """A cell as a reader would cite it."""
    what = " ".join(filter(None, (line.code, line.name, column.name)))
    return f"《{ledger.title}》{what}"


class _Roles:
    """What the cells of a ledger are beside the money that units pay each other."""

    def __init__(self, ledger: Ledger, others: Iterable[Ledger], paying: Transfers) -> None:
        """See whether the ledger lists such money, and in its rows or its columns."""
        self._paying = paying
        self._across = any(self._transfer(one.path[-1:]) for one in ledger.columns)
        self._down = not self._across and self._lists(ledger)
        self._loose = not (self._across or self._down) and any(map(self._lists, others))

    def _lists(self, ledger: Ledger) -> bool:
        return any(self._transfer((_bare(line.name),)) for line in ledger.lines)

    def _transfer(self, names: Sequence[str]) -> Role | None:
        for kind, several in ((RECEIVED, self._paying.received), (PAID, self._paying.paid)):
            for pair, one in enumerate(several):
                if any(one.matches(name) for name in names):
                    return Role(kind, pair)
        return None

    def of(self, line: Line, column: Column) -> Role:
        """The role of one cell."""
        if self._loose:
            return Role(LOOSE)
        if not (self._across or self._down):
            return NO_ROLE
        name = _bare(line.name) if self._down else (column.path or ("",))[-1]
        found = self._transfer((name,))
        if found is not None:
            return Role(found.kind, found.pair, self._down)
        within = self._paying.within
        inside = within is not None and within.matches(name)
        return Role(CARRIER, down=self._down) if inside else NO_ROLE


def of_facts(context: Context, names: Iterable[str]) -> Cells:
    """The first statement of each quantity, of a keyed one that of each account."""
    parts: set[tuple[str, str]] = set()
    addends: list[Addend] = []
    for name in names:
        stated = context.first.get(name, {})
        if stated:
            parts.add((name, ""))
        for account, one in stated.items():
            label = " ".join(
                filter(None, (context.labels.get(name, name), account, one.name if account else ""))
            )
            addends.append(Addend((name, "", account), one.figure, label, one.place, bool(account)))
    return Cells(frozenset(parts), tuple(addends))


def joined(rule: str, several: Iterable[Cells]) -> Share:
    """What a report has of all that a rule asks for."""
    found = list(several)
    parts = frozenset(part for one in found for part in one.parts)
    return Share(rule, parts, tuple(addend for one in found for addend in one.addends))
