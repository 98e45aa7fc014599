"""Named quantities and every place where a report states them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint.claims.model import ACTUAL, AMOUNT, BUDGET, CHANGE, COMPLETION, GROWTH, SHARE
from jslint.claims.names import canonical, key, plain
from jslint.claims.senses import account, fund, is_scoped, is_total
from jslint.figures.figure import Dimension
from jslint.ledger import twins
from jslint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator
    from fractions import Fraction

    import re2

    from jslint.claims.model import Account, Claim, Claims
    from jslint.document import Place, Section
    from jslint.figures.figure import Figure
    from jslint.ledger import Column, Ledger, Line


#: What is said of an amount in percent.
RATES = (GROWTH, SHARE, COMPLETION)
#: What a statement in the narrative may be, apart from the measures of an amount.
_DERIVED = (CHANGE, *RATES)


class Where(Struct, frozen=True):
    """Where the narrative states a quantity.

    ``section`` is searched in the headings above (None: anywhere), ``subject`` must match the
    topic's name from end to end (spaces, quotes and 、 removed, brackets half-width); ``unit`` is a
    printed unit, or ``money`` for any amount. ``measure`` is what an amount measures, or one of
    ``RATES`` and ``CHANGE``; what fell is negative. ``items`` stands for the numbered accounts instead.

    ``outside`` says what no heading above may have; where it stands instead of a section, the subject
    counts only where its paragraph speaks of no other fund, and all that its name states is one value.
    """

    subject: re2._Regexp | None = None
    section: re2._Regexp | None = None
    outside: re2._Regexp | None = None
    measure: str = ACTUAL
    unit: str = "money"
    items: bool = False


class InTable(Struct, frozen=True):
    """Where a table states a quantity.

    ``table`` is searched in its title, ``row`` must match the line's name and ``column`` the header
    path from end to end; without ``row``, every line with a code states the quantity of its account.
    Where rows of one name stand in several parts of a table, ``above`` and ``beneath`` match the name
    of the row that the meant one precedes or follows.
    """

    table: re2._Regexp
    column: re2._Regexp
    row: re2._Regexp | None = None
    above: re2._Regexp | None = None
    beneath: re2._Regexp | None = None


class Quantity(Struct, frozen=True):
    """A quantity that a pack names; a ``keyed`` one has a value for each account."""

    name: str
    label: str
    stated: tuple[Where | InTable, ...]
    keyed: bool = False


class Statement(Struct, frozen=True):
    """One place that states a quantity, with the figure printed there.

    ``source`` is the table's title, or empty for the narrative; ``key`` the account's code, and
    ``name`` its name. A blank cell states nothing, that is, zero.
    """

    figure: Figure
    place: Place
    excerpt: str
    path: tuple[Section, ...]
    source: str = ""
    key: str = ""
    name: str = ""


_NUMERAL = regex(r"^[一二三四五六七八九十]+、")

Facts = dict[str, tuple[Statement, ...]]


def bind(quantities: Iterable[Quantity], claims: Claims, ledgers: Iterable[Ledger]) -> Facts:
    """Find every statement of each quantity, in the order in which the pack lists the places."""
    ledgers = tuple(ledgers)
    accounts = Accounts(ledgers)
    unclear = _unclear(ledgers)
    amounts = (
        one
        for one in ledgers
        if one.unit.dimension is Dimension.AMOUNT and id(one.table) not in unclear
    )
    tables = _Tables(tuple(amounts))
    prose = _prose(claims)
    found: Facts = {}
    for quantity in quantities:
        statements: list[Statement] = []
        for where in quantity.stated:
            if isinstance(where, InTable):
                statements += tables.find(where)
            elif where.items:
                statements += _items(where, prose, claims, accounts)
            else:
                statements += _in_prose(where, prose, claims, accounts if quantity.keyed else None)
        if quantity.keyed:
            statements = [accounts.keyed(statement) for statement in statements]
        once = {
            (statement.place.order, statement.place.cell, statement.figure.text): statement
            for statement in statements
        }
        found[quantity.name] = tuple(
            statement for statement in once.values() if statement.key or not quantity.keyed
        )
    return found


def _unclear(ledgers: tuple[Ledger, ...]) -> frozenset[int]:
    """The tables of which another has the title: what either of the two states is not known."""
    return frozenset(
        id(table)
        for one, other, likeness in twins.pairs(ledgers)
        if likeness == twins.ANOTHER
        for table in (one[0].table, other[0].table)
    )


class _Prose(Struct, frozen=True):
    """The amounts that the narrative states, by what they are counted in and where they stand.

    Each comes with its topic's plain name and the place in ``headings`` of those it stands under;
    ``sections`` remembers which of these a section's pattern finds.
    """

    rows: dict[str, list[tuple[Claim, str, int]]]
    headings: tuple[tuple[str, ...], ...]
    sections: dict[str, frozenset[int]] = {}

    def find(self, where: Where) -> Iterator[tuple[Claim, str]]:
        """The amounts that stand where a quantity is stated, each with its topic's plain name."""
        rows = self.rows.get(where.unit)
        if not rows:
            return
        inside = self._sections(where.section)
        beyond = () if where.outside is None else self._sections(where.outside)
        for claim, name, under in rows:
            if under in inside and under not in beyond and _measures(claim, where.measure):
                yield claim, name

    def _sections(self, section: re2._Regexp | None) -> Container[int]:
        """Which of the groups of headings a section's pattern finds."""
        if section is None:
            return range(len(self.headings))
        key = str(section)
        if key not in self.sections:
            every = {value for headings in self.headings for value in headings}
            fitting = {value for value in every if section.finds(value)}
            self.sections[key] = frozenset(
                at for at, headings in enumerate(self.headings) if not fitting.isdisjoint(headings)
            )
        return self.sections[key]


def _measures(claim: Claim, measure: str) -> bool:
    if claim.kind == AMOUNT:
        kinds_of_it = claim.measure.startswith(f"{measure}:") and measure == BUDGET
        return measure not in _DERIVED and (claim.measure == measure or kinds_of_it)
    return claim.kind == measure


def _signed(claim: Claim) -> Figure | None:
    """The figure of a claim, negative where it fell; None where a change's direction is not said."""
    figure = claim.figure
    if figure is None or claim.kind not in (CHANGE, GROWTH):
        return figure
    if claim.direction is None:
        return None
    return replace(figure, value=-figure.value) if claim.direction < 0 else figure


def _prose(claims: Claims) -> _Prose:
    rows: dict[str, list[tuple[Claim, str, int]]] = {}
    places: dict[tuple[str, ...], int] = {}
    for claim in claims.claims:
        if claim.kind in (AMOUNT, *_DERIVED) and claim.figure and not _is_apart(claims, claim):
            unit = claim.figure.unit
            counted = "money" if unit.dimension is Dimension.AMOUNT else unit.name
            headings = tuple(section.heading.value for section in claim.path)
            name = canonical(plain(claims.topics[claim.topic].name))
            under = places.setdefault(headings, len(places))
            rows.setdefault(counted, []).append((claim, name, under))
    return _Prose(rows, tuple(places))


def _is_apart(claims: Claims, claim: Claim) -> bool:
    """Whether a claim is a guess, or speaks of a level or body of several: no pack means those."""
    whole = claims.within(claim)
    named = (claim.topic,) if whole is None else (claim.topic, whole)
    return claim.carried or any(is_scoped(claims.topics[topic].name) for topic in named)


def _in_prose(
    where: Where, prose: _Prose, claims: Claims, accounts: Accounts | None
) -> Iterator[Statement]:
    """What the narrative states of a quantity; of one with a value for each account, those ``accounts`` has.

    Their whole, which has none, would pass for a statement of all money beside which theirs is of some.
    """
    found = [
        (claim, name)
        for claim, name in prose.find(where)
        if where.subject is not None
        and where.subject.matches(name)
        and (accounts is None or accounts.named(name))
        and not _is_of_another_fund(claims, claim)
    ]
    if where.outside is not None and where.section is None:
        found = _certain(claims, found)
    funds = {claim.index: _fund(claims, claim) for claim, _ in found}
    widest = min(funds.values(), key=len, default="")
    for claim, name in found:
        figure = _signed(claim)
        if figure and funds[claim.index] == widest and not _is_one_of_several(claims, claim):
            yield Statement(figure, claim.place, claim.excerpt, claim.path, name=name)


def _is_of_another_fund(claims: Claims, claim: Claim) -> bool:
    """Whether a claim's paragraph speaks of one fund under the heading of another."""
    said, headings = claims.account(claim), (section.heading.value for section in claim.path)
    return bool(said) and any(account(one) and said not in plain(one) for one in headings)


def _certain(claims: Claims, found: Iterable[tuple[Claim, str]]) -> list[tuple[Claim, str]]:
    """Those of which it is certain whose they are, under whatever heading they stand.

    Their paragraphs have named no other fund than their own words do, and their name has one value.
    """
    own = [
        (claim, name)
        for claim, name in found
        if claims.account(claim) == account(claims.topics[claim.topic].name)
    ]
    values: dict[str, set[Fraction]] = {}
    for claim, name in own:
        if figure := _signed(claim):
            values.setdefault(name, set()).add(figure.exact())
    return [one for one in own if len(values.get(one[1], ())) == 1]


def _is_one_of_several(claims: Claims, claim: Claim) -> bool:
    """Whether a budget stands beside one of another kind: 年初预算 A 万元，调整预算 B 万元.

    Which of them is elsewhere called the budget is not said.
    """
    if claim.kind != AMOUNT or not claim.measure.startswith(BUDGET):
        return False
    beside = claims.beside(claim, claim.topic, AMOUNT)
    return any(one.measure.startswith(BUDGET) and one.measure != claim.measure for one in beside)


def _fund(claims: Claims, claim: Claim) -> str:
    """Of which budget's money the list speaks in which a claim stands; empty for all or none."""
    whole = claims.within(claim)
    return "" if whole is None else fund(claims.topics[whole].name)


def _items(where: Where, prose: _Prose, claims: Claims, accounts: Accounts) -> Iterator[Statement]:
    for claim, _ in prose.find(where):
        account = claims.topics[claim.topic].account
        code = accounts.code(account) if account else ""
        if account and code and claim.figure:
            yield Statement(
                claim.figure,
                claim.place,
                claim.excerpt,
                claim.path,
                key=code,
                name=account.names[2],
            )


class _Tables(Struct, frozen=True):
    """The tables of amounts, and which of them and of their lines a pattern finds.

    Many quantities are stated in the same few tables and rows, so each question is asked once.
    """

    ledgers: tuple[Ledger, ...]
    titled: dict[str, tuple[Ledger, ...]] = {}
    named: dict[tuple[str, int], tuple[Line, ...]] = {}
    headed: dict[tuple[str, int], tuple[Column, ...]] = {}

    def find(self, where: InTable) -> Iterator[Statement]:
        """Every statement of a quantity in the tables."""
        for ledger in self._ledgers(where.table):
            columns = self._columns(where.column, ledger)
            if len(columns) == 1:
                found = self._lines(where, ledger)
                for line in (one for one in found if ledger.has(one, columns[0])):
                    yield _cell(ledger, line, columns[0])

    def _ledgers(self, table: re2._Regexp) -> tuple[Ledger, ...]:
        key = str(table)
        if key not in self.titled:
            self.titled[key] = tuple(ledger for ledger in self.ledgers if table.finds(ledger.title))
        return self.titled[key]

    def _lines(self, where: InTable, ledger: Ledger) -> Iterable[Line]:
        """The lines of the row, between the rows that bound it; none where a bound is missing."""
        if where.row is None:
            found: Iterable[Line] = (line for line in ledger.lines if line.code)
        else:
            found = self._rows(where.row, ledger)
            if where.row.matches(""):
                found = _one_of_any(found)
        if where.above is not None:
            ends = [line.index for line in self._rows(where.above, ledger)]
            found = [line for line in found if ends and line.index < ends[0]]
        if where.beneath is not None:
            starts = [line.index for line in self._rows(where.beneath, ledger)]
            found = [line for line in found if starts and line.index > starts[0]]
        return found

    def _columns(self, column: re2._Regexp, ledger: Ledger) -> tuple[Column, ...]:
        key = str(column), id(ledger)
        if key not in self.headed:
            self.headed[key] = tuple(one for one in ledger.columns if column.matches(one.name))
        return self.headed[key]

    def _rows(self, row: re2._Regexp, ledger: Ledger) -> tuple[Line, ...]:
        key = str(row), id(ledger)
        if key not in self.named:
            self.named[key] = tuple(line for line in ledger.lines if row.matches(line.name))
        return self.named[key]


def _one_of_any(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The row that is meant where its name does not matter: the only one, else the only total's.

    In a table of many rows (bodies, or the items themselves) the others are parts of that total.
    """
    totals = tuple(line for line in lines if is_total(line.name))
    return lines if len(lines) < 2 else totals if len(totals) == 1 else ()  # noqa: PLR2004 - one is meant


def _cell(ledger: Ledger, line: Line, column: Column) -> Statement:
    cell = ledger.text(line, column)
    figure = ledger.figure(line, column) or ledger.blank()
    excerpt = f"{ledger.title} {line.name} {cell.value.strip()}".strip()
    return Statement(figure, cell.at(), excerpt, ledger.path, ledger.title, line.code, line.name)


class Accounts:
    """The functional accounts that the report's own tables list, by code and by name."""

    def __init__(self, ledgers: Iterable[Ledger]) -> None:
        """Collect the names of every coded line."""
        self.names: dict[str, str] = {}
        for ledger in ledgers:
            for line in ledger.lines:
                if line.code and line.name and not line.code.startswith("3"):
                    self.names.setdefault(line.code, line.name)
        self._by_name: dict[str, list[str]] = {}
        for code, name in self.names.items():
            self._by_name.setdefault(key(name), []).append(code)

    def keyed(self, statement: Statement) -> Statement:
        """The statement with the code of the class (类) that it names, if it has no code yet."""
        return statement if statement.key else replace(statement, key=self.named(statement.name))

    def named(self, name: str) -> str:
        """The code of the class (类) of a name; empty where the tables list none or several."""
        found = self._by_name.get(key(_NUMERAL.sub("", name)), ())
        codes = [code for code in found if len(code) == 3]  # noqa: PLR2004
        return codes[0] if len(codes) == 1 else ""

    def code(self, account: Account) -> str:
        """The code of an account named 类, 款 and 项; empty where the tables do not settle it."""
        printed = account.codes[2]
        if len(printed) == 7 and printed in self.names:  # noqa: PLR2004 - 类款项 has seven digits
            return printed
        named = [code for code in self._by_name.get(key(account.names[2]), ()) if len(code) == 7]  # noqa: PLR2004
        for size, name in ((5, account.names[1]), (3, account.names[0])):
            close = [code for code in named if key(self.names.get(code[:size], "")) == key(name)]
            named = close or named
        return named[0] if len(named) == 1 else ""
