"""The outline of a report: paragraphs and tables in reading order to a tree of sections.

Every reader of a format without structure of its own ends here.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint.document import EMPTY, Paragraph, Report, Section, Table, Text
from jslint.readers import about, front
from jslint.readers.kinds import (
    heading,
    is_annual,
    is_caption,
    is_finished,
    is_note,
    is_strong,
    is_table_head,
    is_title,
    unit_of,
)
from jslint.readers.numbering import BRACKET, DIGIT, ITEM, PART, mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jslint.document import Place
    from jslint.phrases import Phrase
    from jslint.readers.front import Front
    from jslint.readers.items import Item

# Between a table and its title stand at most: the unit, who made it, the number of the form.
_HEAD_LINES = 3
_LONGEST_HEADING = 90


class _Open(Struct, eq=False):
    """A section being filled."""

    heading: Text
    level: int
    number: str = ""
    blocks: list[Paragraph | Table | _Open] = []

    def freeze(self) -> Section:
        blocks = tuple(b.freeze() if isinstance(b, _Open) else b for b in self.blocks)
        return Section(self.heading, self.level, self.number, blocks)


def build(
    items: Sequence[Item],
    path: str,
    *,
    lines: tuple[str, ...] = (),
    unread: tuple[tuple[Place, Phrase | str], ...] = (),
) -> Report:
    """The report of all paragraphs and tables of a file, its cover and contents page among them."""
    head = front_of(items)
    return assemble(head, items[head.size :], path, lines, unread)


def front_of(items: Sequence[Item]) -> Front:
    """The cover and contents page that stand before the first table of a file."""
    first = next((index for index, item in enumerate(items) if item.table), len(items))
    return front.read([item.text for item in items[:first]], [item.level for item in items[:first]])


def assemble(
    head: Front,
    items: Sequence[Item],
    path: str,
    lines: tuple[str, ...] = (),
    unread: tuple[tuple[Place, Phrase | str], ...] = (),
) -> Report:
    """The report whose cover and contents page have been found, and whose body are these items."""
    sections = tuple(section.freeze() for section in _sections(head, items))
    tables = [item.table for item in items if item.table and item.table.unread]
    report = Report(
        path=path,
        sections=sections,
        contents=head.contents,
        lines=lines,
        unread=(*unread, *((table.place, table.unread) for table in tables)),
    )
    return replace(report, meta=about.meta_of(report, head.cover))


def _sections(head: Front, items: Sequence[Item]) -> list[_Open]:
    """The sections, the cover and what stands before the first heading in one of level 0."""
    cover = _Open(EMPTY, 0, blocks=[Paragraph(text, "cover") for text in head.cover])
    builder = _Builder(items, front.names(head.contents), cover)
    builder.run()
    return [section for section in builder.sections if section.blocks or section.heading]


class _Builder(Struct, eq=False):
    """Reads the items in order and hangs each below the heading that it belongs to."""

    items: Sequence[Item]
    entries: Mapping[str, int]
    cover: _Open
    sections: list[_Open] = []
    _path: list[_Open] = []
    _plain: set[int] = set()
    _shift: int = 0

    def run(self) -> None:
        """Fill ``sections``."""
        self.sections.append(self.cover)
        self._shift = _shift(self.items)
        titles = dict(_titles(self.items))
        taken = set(titles.values())
        for index, item in enumerate(self.items):
            if item.table:
                at = titles.get(index)
                self._table(index, item.table, EMPTY if at is None else self.items[at].text)
            elif index not in taken:
                self._paragraph(index, item)

    @property
    def _here(self) -> _Open:
        return self._path[-1] if self._path else self.cover

    def _table(self, index: int, table: Table, title: Text) -> None:
        heads = (unit_of(self.items[at].text.value) for at in _heads(self.items, index))
        unit = table.unit or next(filter(None, heads), "")
        self._here.blocks.append(replace(table, title=table.title or title, unit=unit))

    def _paragraph(self, index: int, item: Item) -> None:
        value = item.text.value
        here = self._here
        if is_note(value) and here.blocks and isinstance(here.blocks[-1], Table):
            table = here.blocks[-1]
            here.blocks[-1] = replace(table, notes=(*table.notes, Paragraph(item.text)))
        elif (role := item.role or self._role(index, item)) != "body":
            here.blocks.append(Paragraph(item.text, role))
        elif (found := self._heading(index, item)) is not None:
            self._open(item.text, *found)
        else:
            self._remember_plain(value)
            here.blocks.append(Paragraph(item.text))

    def _remember_plain(self, value: str) -> None:
        """Items of a list that are no headings: what follows at their level is none either."""
        found = mark(value)
        if found:
            self._plain.add(found.level)

    def _role(self, index: int, item: Item) -> str:
        value = item.text.value
        if unit_of(value):
            return "unit"
        if is_caption(value) and item.level is None:
            return "caption"
        return "entry" if self._is_entry(index) else "body"

    def _is_entry(self, index: int) -> bool:
        """Whether a line only names a table, in a part that lists the tables."""
        part = self._path[0] if self._path else None
        if part is None or part.level != PART or not _lists_tables(part.heading.value):
            return False
        return _names_table(self.items[index]) and (
            index + 1 == len(self.items)
            or _names_table(self.items[index + 1])
            or _is_part(self.items[index + 1])
        )

    def _heading(self, index: int, item: Item) -> tuple[int, str] | None:
        """The level and number of a heading; None where the item is none."""
        value = item.text.value
        found = heading(value)
        if found and (item.level or found.level == PART or is_strong(value)):
            return found.level, found.number
        if found:
            return None if self._is_list(index, found.level) else (found.level, found.number)
        if item.level is not None and len(value) <= _LONGEST_HEADING and not value.endswith("。"):
            return self._styled(value, item.level)
        if is_annual(value):
            return PART, ""
        numbered = mark(value)
        if numbered:  # 1.收入情况 is one where the contents page lists it so
            level = self.entries.get(front.key(value))
            return (level, numbered.number) if level == numbered.level else None
        level = front.named_level(value, self.entries)
        return (level, "") if level else None

    def _styled(self, value: str, level: int) -> tuple[int, str] | None:
        """The level of a heading that a style or mark-up makes one."""
        found = mark(value)
        if found is None:
            return max(1, level - self._shift), ""
        if found.level <= BRACKET and is_finished(value):
            return None
        return found.level, found.number

    def _is_list(self, index: int, level: int) -> bool:
        """Whether a short line without a heading's noun is one of a list of such lines."""
        if level in self._plain:
            return True
        following = self.items[index + 1] if index + 1 < len(self.items) else None
        found = mark(following.text.value) if following else None
        return found is not None and found.level == level

    def _open(self, text: Text, level: int, number: str) -> None:
        while self._path and self._path[-1].level >= level:
            self._path.pop()
        section = _Open(text, level, number)
        if self._path:
            self._path[-1].blocks.append(section)
        else:
            self.sections.append(section)
        self._path.append(section)
        self._plain = {plain for plain in self._plain if plain < level}


def _shift(items: Sequence[Item]) -> int:
    """How much deeper styles count than numbers do, by most headings that have both."""
    shifts = Counter(
        item.level - found.level
        for item in items
        if item.level is not None and (found := mark(item.text.value)) and found.level < DIGIT
    )
    return shifts.most_common(1)[0][0] if shifts else 0


def _titles(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Each table's index with that of its title, where it has one."""
    for index, item in enumerate(items):
        if not item.table or item.table.title:
            continue
        heads = _heads(items, index)
        before = (heads[-1] if heads else index) - 1
        if before < 0 or items[before].table:
            continue
        value = items[before].text.value
        found = mark(value)
        if is_title(value) and not is_annual(value) and (found is None or found.level >= ITEM):
            yield index, before


def _heads(items: Sequence[Item], table: int) -> list[int]:
    """The lines between a table and its title, the nearest first."""
    heads: list[int] = []
    for index in range(table - 1, max(-1, table - 1 - _HEAD_LINES), -1):
        if items[index].table or not is_table_head(items[index].text.value):
            break
        heads.append(index)
    return heads


def _lists_tables(part: str) -> bool:
    return "表" in part


def _names_table(item: Item) -> bool:
    return item.table is None and is_title(item.text.value)


def _is_part(item: Item) -> bool:
    found = heading(item.text.value) if item.table is None else None
    return found is not None and found.level == PART
