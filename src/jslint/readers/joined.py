"""Several files as one report: the text in Word, the tables in Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint.document import Meta, Paragraph, Report, Run, Section, Table, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jslint.document import Aside, Place


def join(reports: Sequence[Report]) -> Report:
    """One report of the files in order; every place names its own file.

    What the report says of itself, and its contents page, come from the first file that says it.
    Tables of a file without headings go to the last part of the files before it that is named for
    tables and has none. Raise ``ValueError`` where there is no report at all.
    """
    if not reports:
        raise ValueError
    if len(reports) == 1:
        return reports[0]
    moved = [_Moved(report.path, number).report(report) for number, report in enumerate(reports, 1)]
    sections: tuple[Section, ...] = ()
    for report in moved:
        sections = _appended(sections, report.sections)
    return Report(
        path=reports[0].path,
        sections=sections,
        meta=_meta([report.meta for report in moved]),
        contents=next((report.contents for report in moved if report.contents), ()),
        unread=tuple(entry for report in moved for entry in report.unread),
        asides=tuple(aside for report in moved for aside in report.asides),
    )


def _meta(found: Sequence[Meta]) -> Meta:
    return Meta(
        unit=next((meta.unit for meta in found if meta.unit), found[0].unit),
        year=next((meta.year for meta in found if meta.year), None),
        kind=next((meta.kind for meta in found if meta.kind), ""),
        form=next((meta.form for meta in found if meta.form), ""),
        budget=all(meta.budget for meta in found),
    )


def _appended(before: tuple[Section, ...], after: tuple[Section, ...]) -> tuple[Section, ...]:
    """Sections and those of the next file, its bare tables in the part that waits for them."""
    waiting = next((at for at in reversed(range(len(before))) if _waits(before[at])), None)
    if waiting is None or len(after) != 1 or after[0].level or after[0].heading:
        return before + after
    part = before[waiting]
    filled = replace(part, blocks=(*part.blocks, *after[0].blocks))
    return (*before[:waiting], filled, *before[waiting + 1 :])


def _waits(section: Section) -> bool:
    """Whether a part is named for tables and has none."""
    return (
        section.level == 1
        and section.heading.value.rstrip().endswith("表")
        and not any(isinstance(b, Table) for path in section.walk() for b in path[-1].blocks)
    )


class _Moved(Struct):
    """Gives every place of one file its path, and an order after the files before it."""

    path: str
    number: int
    _texts: dict[int, Text] = {}

    def report(self, report: Report) -> Report:
        return Report(
            path=report.path,
            sections=tuple(map(self._section, report.sections)),
            meta=replace(report.meta, unit=self._text(report.meta.unit)),
            contents=tuple(map(self._text, report.contents)),
            unread=tuple((self._place(place), reason) for place, reason in report.unread),
            asides=tuple(map(self._aside, report.asides)),
        )

    def _aside(self, aside: Aside) -> Aside:
        place, number = self._place(aside.place), self.number
        if aside.since == aside.until:
            return replace(aside, place=place)
        since, until = (number, *aside.since), (number, *aside.until)
        return replace(aside, place=place, since=since, until=until)

    def _section(self, section: Section) -> Section:
        return Section(
            self._text(section.heading),
            section.level,
            section.number,
            tuple(map(self._block, section.blocks)),
        )

    def _block(self, block: Paragraph | Table | Section) -> Paragraph | Table | Section:
        if isinstance(block, Section):
            return self._section(block)
        return self._table(block) if isinstance(block, Table) else self._paragraph(block)

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        return Paragraph(self._text(paragraph.text), paragraph.role)

    def _table(self, table: Table) -> Table:
        return replace(
            table,
            title=self._text(table.title),
            rows=tuple(tuple(map(self._text, row)) for row in table.rows),
            place=self._place(table.place),
            notes=tuple(map(self._paragraph, table.notes)),
        )

    def _text(self, text: Text) -> Text:
        """The text at its new places; the same object stays the same, as merged cells need."""
        known = self._texts.get(id(text))
        if known is None:
            runs = tuple(Run(run.offset, self._place(run.place)) for run in text.runs)
            known = self._texts[id(text)] = Text(text.value, runs)
        return known

    def _place(self, place: Place) -> Place:
        return replace(place, path=place.path or self.path, order=(self.number, *place.order))
