"""Two files' tables beside each other: which tables, rows and columns of one are those of the other.

Tables are one by their titles, rows by their codes or names, columns by their header paths. Where
two of a kind could be meant, none is: what is not paired is named, and never compared.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from jslint.figures.figure import Dimension
from jslint.headings import split_number
from jslint.ledger import plain
from jslint.ledger.heads import SUMMARY
from jslint.phrases import Family
from jslint.rules.ground import options

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import re2

    from jslint.document import Key, Place, Section
    from jslint.figures.figure import Figure
    from jslint.ledger import Ledger, Line
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

said = Family("packs").phrase

#: A row: its code or name, and which of those of that name it is.
Row: TypeAlias = tuple[str, int]
Column: TypeAlias = tuple[str, ...]

_QUOTES = str.maketrans("", "", "“”\"'‘’《》")


class Rewrite(Struct, frozen=True):
    """What a name is searched for, and what stands in its place."""

    find: re2._Regexp
    expect: str = ""


def rewrites(node: Node) -> tuple[Rewrite, ...]:
    """A list of ``{find, expect}``; without ``expect`` what is found is left out."""
    return tuple(_rewrite(item) for item in options.items(node))


def _rewrite(node: Node) -> Rewrite:
    found = options.mapping(node, {"find": options.pattern, "expect": options.text})
    if "find" not in found:
        raise options.OptionError(said("find-needed"), node)
    return Rewrite(**found)  # type: ignore[arg-type]


def rewritten(name: str, rules: Iterable[Rewrite]) -> str:
    """A name after all rewrites, in their order; one that would be left empty stays as it is."""
    for rule in rules:
        name = _put(rule, name) or name
    return name


def _put(rule: Rewrite, name: str) -> str:
    """A name with the other words in the place of the first that are found."""
    # RE2's own sub garbles what is put in where that is not ASCII.
    found = rule.find.search(name)
    return f"{name[: found.start()]}{rule.expect}{name[found.end() :]}" if found else name


class Shape(Struct, frozen=True):
    """How files call what is the same: titles of tables, further titles, rows and headers."""

    titles: tuple[Rewrite, ...] = ()
    retitled: tuple[Rewrite, ...] = ()
    headers: tuple[Rewrite, ...] = ()


class Grid(Struct, frozen=True):
    """A table with all its halves; ``name`` is its title as files are compared by."""

    name: str
    title: str
    place: Place
    path: tuple[Section, ...]
    halves: tuple[Ledger, ...]

    @property
    def is_coded(self) -> bool:
        """Whether rows have codes."""
        return any(line.code for half in self.halves for line in half.lines)

    @property
    def is_bare(self) -> bool:
        """Whether the unit of its amounts is not known."""
        return any(half.unit.dimension is not Dimension.AMOUNT for half in self.halves)

    @property
    def has_figures(self) -> bool:
        """Whether anything but zeros stands in it."""
        return any(
            figure.value
            for half in self.halves
            for one in half.lines
            for figure in one.figures.values()
        )


class Cell(Struct, frozen=True):
    """A cell of a grid: a blank one states nothing, that is, zero."""

    figure: Figure
    place: Place
    excerpt: str
    row: str
    column: str
    blank: bool


class Table(Struct, frozen=True):
    """The cells of a grid by row and column; ``counts`` says how often each row's name occurs."""

    grid: Grid
    cells: dict[tuple[Row, Column], Cell]
    counts: Counter[str]

    @property
    def rows(self) -> dict[Row, None]:
        """The rows in order."""
        return dict.fromkeys(row for row, _ in self.cells)

    @property
    def columns(self) -> dict[Column, None]:
        """The columns in order."""
        return dict.fromkeys(column for _, column in self.cells)


class Paired(Struct, frozen=True):
    """Two tables that are one: their cells in pairs, and what only one of them has."""

    here: Grid
    there: Grid
    cells: tuple[tuple[Cell, Cell], ...]
    only_here: tuple[Cell, ...] = ()
    only_there: tuple[Cell, ...] = ()
    columns_here: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()


class Beside(Struct, frozen=True):
    """All tables of two files: those in pairs, and those that only one has or that are in doubt.

    ``untitled`` is how many tables of both have no title to know them by.
    """

    pairs: tuple[Paired, ...]
    only_here: tuple[Grid, ...]
    only_there: tuple[Grid, ...]
    doubtful: tuple[Grid, ...]
    bare: tuple[Grid, ...]
    untitled: int = 0


def beside(context: Context, other: Context, shape: Shape) -> Beside:
    """The tables of two files beside each other."""
    every = [_grids(one, shape) for one in (context, other)]
    here, there = ([grid for grid in grids if grid.name] for grids in every)
    names = [Counter(grid.name for grid in grids) for grids in (here, there)]
    single = [
        [g for g in grids if names[at][g.name] == 1] for at, grids in enumerate((here, there))
    ]
    doubtful = tuple(
        g for at, grids in enumerate((here, there)) for g in grids if names[at][g.name] > 1
    )
    found = list(_matched(single[0], single[1], shape))
    one, two = ({id(pair[at]) for pair in found} for at in (0, 1))
    bare = tuple(grid for pair in found for grid in pair if grid.is_bare)
    return Beside(
        tuple(_paired(*pair, shape) for pair in found if not any(g.is_bare for g in pair)),
        tuple(grid for grid in single[0] if id(grid) not in one and not grid.is_bare),
        tuple(grid for grid in single[1] if id(grid) not in two),
        doubtful,
        bare,
        sum(not grid.name for grids in every for grid in grids),
    )


def _matched(
    here: Sequence[Grid], there: Sequence[Grid], shape: Shape
) -> Iterator[tuple[Grid, Grid]]:
    """The grids of one title, then those that are of one title when called otherwise."""
    theirs = {grid.name: grid for grid in there}
    left = []
    for grid in here:
        if grid.name in theirs:
            yield grid, theirs.pop(grid.name)
        else:
            left.append(grid)
    sides = [_called(grids, shape) for grids in (left, theirs.values())]
    for name, grids in sides[0].items():
        others = sides[1].get(name, [])
        if len(grids) == len(others) == 1:
            yield grids[0], others[0]


def _called(grids: Iterable[Grid], shape: Shape) -> dict[str, list[Grid]]:
    found: dict[str, list[Grid]] = {}
    for grid in grids:
        found.setdefault(rewritten(grid.name, shape.retitled), []).append(grid)
    return found


def _grids(context: Context, shape: Shape) -> tuple[Grid, ...]:
    halves: dict[Key, list[Ledger]] = {}
    for ledger in context.ledgers:
        halves.setdefault(ledger.table.place.key, []).append(ledger)
    return tuple(
        Grid(_name(title, shape), title, parts[0].table.place, parts[0].path, tuple(parts))
        for parts in halves.values()
        for title in (_title(parts[0]),)
    )


def _title(ledger: Ledger) -> str:
    """A table's title; one without goes by the heading above."""
    return ledger.title or plain(ledger.path[-1].heading.value if ledger.path else "")


def _name(title: str, shape: Shape) -> str:
    return rewritten(_bare(plain(title).translate(_QUOTES)), shape.titles)


def _bare(name: str) -> str:
    """A name without its number."""
    number, level = split_number(name)
    if level is None:
        return name
    return name[name.index(number) + len(number) :].lstrip("、．.)") or name


def _paired(here: Grid, there: Grid, shape: Shape) -> Paired:
    """The cells of two tables in pairs."""
    coded = here.is_coded and there.is_coded
    one, two = (_table(grid, shape, coded=coded) for grid in (here, there))
    columns = _columns(list(one.columns), list(two.columns))
    doubtful = {
        name
        for name in one.counts.keys() & two.counts.keys()
        if one.counts[name] != two.counts[name]
    }
    cells = tuple(
        (cell, two.cells[row, columns[column]])
        for (row, column), cell in one.cells.items()
        if column in columns and row[0] not in doubtful and (row, columns[column]) in two.cells
    )
    if not cells and (turned := tuple(_turned(one, two, shape))):
        return Paired(here, there, turned)
    return Paired(
        here,
        there,
        cells,
        tuple(_missing(one, set(columns), two.rows)),
        tuple(_missing(two, set(columns.values()), one.rows)),
        tuple("/".join(column) for column in one.columns if column not in columns),
        tuple(sorted(doubtful)),
    )


def _turned(one: Table, two: Table, shape: Shape) -> Iterator[tuple[Cell, Cell]]:
    """The cells where one table lists in rows what the other has a column for, summed in one row."""
    if len(one.columns) != 1:
        return
    summed: dict[str, list[Cell]] = {}
    for (row, column), cell in two.cells.items():
        if SUMMARY.fullmatch(row[0]):
            summed.setdefault(_turned_name(column), []).append(cell)
    for cell in one.cells.values():
        found = summed.get(rewritten(_bare(plain(cell.row)), shape.headers), [])
        if len(found) == 1:
            yield cell, found[0]


def _turned_name(column: Column) -> str:
    """What a column is of: its own name, or that of those above it where it is their sum."""
    return column[-2] if len(column) > 1 and SUMMARY.fullmatch(column[-1]) else column[-1]


def _missing(table: Table, shared: set[Column], rows: dict[Row, None]) -> Iterator[Cell]:
    """The first cell with a figure of each row that the other table has not, in shared columns."""
    names = {name for name, _ in rows}
    seen: set[Row] = set()
    for (row, column), cell in table.cells.items():
        if row[0] not in names and row not in seen and column in shared and cell.figure.value:
            seen.add(row)
            yield cell


def _table(grid: Grid, shape: Shape, *, coded: bool) -> Table:
    """The cells of a grid; those that could be taken for others are none of them."""
    cells: dict[tuple[Row, Column], Cell] = {}
    twice: set[tuple[Row, Column]] = set()
    counts: Counter[str] = Counter()
    for half in grid.halves:
        columns = [(column, _header(column.path, shape)) for column in half.columns]
        seen: Counter[str] = Counter()
        for line in half.lines:
            name = line.code if coded and line.code else _row(line, shape)
            row = (name, seen[name])
            seen[name] += 1
            for column, header in columns:
                if half.has(line, column):
                    key = (row, header)
                    if key in cells:
                        twice.add(key)
                    cells[key] = _cell(half, line, column.index, column.name)
        counts.update(seen)
    return Table(grid, {key: cell for key, cell in cells.items() if key not in twice}, counts)


def _row(line: Line, shape: Shape) -> str:
    return rewritten(_bare(line.name.translate(_QUOTES)), shape.headers)


def _header(path: Sequence[str], shape: Shape) -> Column:
    """A column's header path as files are compared by; levels that say nothing are left out."""
    found = [_level(level.translate(_QUOTES), shape) for level in path]
    return tuple(level for level in found if level) or tuple(path)


def _level(level: str, shape: Shape) -> str:
    for rule in shape.headers:
        level = _put(rule, level)
    return level


def _cell(ledger: Ledger, line: Line, index: int, column: str) -> Cell:
    text = line.cells[index]
    figure = line.figures.get(index)
    name = line.name or line.code
    excerpt = " ".join(filter(None, (ledger.title, name, text.value.strip())))
    return Cell(figure or ledger.blank(), text.at(), excerpt, name, column, figure is None)


def _columns(here: Sequence[Column], there: Sequence[Column]) -> dict[Column, Column]:
    """Which column of one is which of the other: by its whole path, or by a path that ends so."""
    found = {column: column for column in here if column in there}
    left = [[one for one in side if one not in found] for side in (here, there)]
    for column in left[0]:
        fitting = [other for other in left[1] if _ends(column, other)]
        back = [one for one in left[0] for other in fitting if _ends(one, other)]
        if len(fitting) == len(back) == 1:
            found[column] = fitting[0]
    return found


def _ends(one: Column, other: Column) -> bool:
    size = min(len(one), len(other))
    return one[-size:] == other[-size:]
