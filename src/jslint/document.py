"""A report as data: one immutable tree for every input format.

Every piece of text knows where it stands in the source, so that a diagnostic on text that was
joined over a soft break still points at its line, cell or page.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from jslint.phrases import Phrase  # noqa: TC001 - part of the report's type, which is read at run time

if TYPE_CHECKING:
    from collections.abc import Iterator

    #: What tells the place of a figure from all others.
    Key: TypeAlias = tuple[tuple[int, ...], str | None, str | None]


class Place(Struct, frozen=True):
    """A place in a source, in whichever coordinates its format has.

    ``order`` sorts places in reading order. Lines and columns count from 1, ``end_column`` is
    exclusive; columns count characters. ``box`` is left, top, right, bottom in points on ``page``.
    """

    order: tuple[int, ...] = ()
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    sheet: str | None = None
    cell: str | None = None
    paragraph: int | None = None
    path: str = ""

    @property
    def key(self) -> Key:
        """What tells the place of a figure from all others of its report."""
        return self.order, self.sheet, self.cell

    def ahead(self, by: int) -> Place:
        """The place of the character ``by`` columns further on; the same where it has no column."""
        if self.column is None or not by:
            return self
        order = (*self.order[:-1], self.order[-1] + by)
        return replace(self, order=order, column=self.column + by)

    def to(self, last: Place) -> Place:
        """The span from here to another place of the same source, both included."""
        return replace(self, end_line=last.line, end_column=(last.column or 0) + 1)

    def within(self, box: tuple[float, float, float, float]) -> Place:
        """The same place with another box."""
        return replace(self, box=box)


NOWHERE = Place()


class Run(Struct, frozen=True):
    """From ``offset`` of a text on, its characters come from ``place`` in the source.

    Where ``place`` has a column, each further character of the run stands one column further.
    """

    offset: int
    place: Place


def _within(run: Run, first: int, last: int) -> Place:
    """From one character of a text of one run to another, in one step."""
    place = run.place
    since, until = first - run.offset, last - run.offset
    column = place.column or 0
    return replace(
        place,
        order=(*place.order[:-1], place.order[-1] + since) if since else place.order,
        column=column + since,
        end_line=place.line,
        end_column=column + until + 1,
    )


class Text(Struct, frozen=True, dict=True):
    """A string with the way back to its source. ``runs`` are ordered and the first starts at 0."""

    value: str
    runs: tuple[Run, ...] = (Run(0, NOWHERE),)

    @cached_property
    def _offsets(self) -> list[int]:
        return [run.offset for run in self.runs]

    def at(self, start: int = 0, end: int | None = None) -> Place:
        """Where the characters from ``start`` to ``end`` (exclusive) stand in the source."""
        if not start and end is None:
            return self._whole
        end = len(self.value) if end is None else end
        if len(self.runs) == 1 and self.runs[0].place.column is not None:
            return _within(self.runs[0], start, max(start, end - 1))
        first = self.point(start)
        last = self.point(max(start, end - 1))
        if first.column is not None and last.column is not None:
            return first.to(last)
        return first if first.box is None or last is first else self._around(first, start, end)

    @cached_property
    def _whole(self) -> Place:
        # The place of a cell is asked for by each relation that it stands in.
        return self.at(0, len(self.value))

    def _around(self, first: Place, start: int, end: int) -> Place:
        """The first place, with the box around all that lies on its page up to ``end``."""
        since, until = bisect_right(self._offsets, start) - 1, bisect_left(self._offsets, end)
        places = [run.place for run in self.runs[since:until] if run.place.page == first.page]
        lefts, tops, rights, bottoms = zip(*(p.box for p in places if p.box), strict=True)
        return first.within((min(lefts), min(tops), max(rights), max(bottoms)))

    def point(self, offset: int) -> Place:
        """Where one character stands in the source; spans from it have the same order."""
        runs = self.runs
        run = runs[bisect_right(self._offsets, offset) - 1] if len(runs) > 1 else runs[0]
        return run.place.ahead(offset - run.offset)

    def __bool__(self) -> bool:
        """Whether there is any text."""
        return bool(self.value)


EMPTY = Text("")


class Paragraph(Struct, frozen=True):
    """A run of prose, soft breaks joined.

    ``role`` is ``body``, ``caption`` (of a figure), ``unit`` (a line such as 单位：万元),
    ``cover`` or ``entry`` (a line that only names a table or section, as in a list of tables).
    """

    text: Text
    role: str = "body"


class Table(Struct, frozen=True):
    """A table: header rows first, then rows; every row has as many cells as the widest.

    A cell that a merged cell covers holds the same Text as its first cell.
    ``unit`` is the printed unit of its amounts (``万元``), empty where none is printed.
    """

    title: Text
    rows: tuple[tuple[Text, ...], ...]
    place: Place
    unit: str = ""
    header_rows: int = 0
    notes: tuple[Paragraph, ...] = ()
    unread: Phrase | str = ""


class Section(Struct, frozen=True):
    """A heading with what stands below it; ``blocks`` are in reading order.

    ``level`` is 0 for the cover, 1 for 第一部分, 2 for 一、, 3 for （一）, then deeper.
    ``number`` is the numbering as printed (``第二部分``, ``三``, ``（一）``), without its 、.
    """

    heading: Text
    level: int
    number: str = ""
    blocks: tuple[Paragraph | Table | Section, ...] = ()

    def walk(self, above: tuple[Section, ...] = ()) -> Iterator[tuple[Section, ...]]:
        """Yield this section and those below it in reading order, each with its ancestors first."""
        path = (*above, self)
        yield path
        for block in self.blocks:
            if isinstance(block, Section):
                yield from block.walk(path)


class Meta(Struct, frozen=True):
    """What the report says of itself; empty text where it does not say.

    ``budget`` says that it is a budget, published before the year, and no accounts of one past.
    """

    unit: Text = EMPTY
    year: int | None = None
    kind: str = ""
    form: str = ""
    budget: bool = False


class Aside(Struct, frozen=True):
    """A remark to the checker that stands in a source, and is no part of the report.

    ``words`` are those after ``jslint:``. It is about what stands from the order ``since`` to the
    order ``until`` (exclusive); about nothing where they are equal.
    """

    words: str
    place: Place
    since: tuple[int, ...] = ()
    until: tuple[int, ...] = ()


class Report(Struct, frozen=True):
    """A whole report. ``contents`` are the entries of its contents page, numbering included.

    ``lines`` are the lines of a text source, for showing a diagnostic in place.
    ``unread`` says what the reader could not read, such as a scanned page. ``asides`` are said to
    the checker.
    """

    path: str
    sections: tuple[Section, ...]
    meta: Meta = Meta()
    contents: tuple[Text, ...] = ()
    lines: tuple[str, ...] = ()
    unread: tuple[tuple[Place, Phrase | str], ...] = ()
    asides: tuple[Aside, ...] = ()

    def walk(self) -> Iterator[tuple[Section, ...]]:
        """Yield every section in reading order, each with its ancestors first."""
        for section in self.sections:
            yield from section.walk()
