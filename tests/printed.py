"""Word files of a report as offices set them, and their PDF as LibreOffice prints it."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from jslint.document import Paragraph, Section, Table
from jslint.readers.numbering import DIGIT, mark

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from docx.document import Document
    from docx.text.paragraph import Paragraph as Set
    from docx.text.parfmt import ParagraphFormat

    from jslint.document import Report

SOFFICE = shutil.which("soffice")
#: Seconds that a batch may take; one of a hundred files takes about a minute.
PATIENCE = 600
ALIGNED = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
}
_FIGURE = re.compile(r"[-−]?[\d,]+(?:\.\d+)?%?")
_WIDE, _WIDEST = 5, 8


@dataclass(frozen=True)
class Manner:
    """How a Word file is set: alignment, size in points, characters of indent, and so on.

    ``hanging`` is Word's habit of letting a stop stand beyond the margin, ``spaced`` its quarter
    space between Chinese characters and digits, ``lead`` the line height in points (0 for single).
    ``items`` are the numbered paragraphs: ``hanging`` numbers, or ``narrow`` from both sides.
    """

    align: str = "left"
    size: float = 16
    indent: int = 2
    font: str = "仿宋_GB2312"
    latin: str = ""
    hanging: bool = True
    spaced: bool = True
    lead: float = 0
    styled: bool = False
    items: str = ""

    @property
    def name(self) -> str:
        """A file's name for it."""
        marks = "h" * self.hanging + "s" * self.spaced + "t" * self.styled
        latin = "-" + self.latin.split()[0] if self.latin else ""
        return f"{self.align}-{self.size:g}-{self.indent}-{self.lead:g}-{marks}{latin}{self.items}"


def word(report: Report, path: Path, manner: Manner) -> Path:
    """Write a report as a Word file set in a manner."""
    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.size = Pt(manner.size)
    normal.font.name = manner.latin or manner.font
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), manner.font)
    _paper(document.sections[0])
    for index, section in enumerate(report.sections):
        _section(document, section, manner)
        if index == 0 and report.contents:
            _prose(document, "目 录", manner, align="center")
            for entry in report.contents:
                _entry(document, entry.value, manner)
    document.save(str(path))
    return path


def _paper(section: object, *, lying: bool = False) -> None:
    """A4 with the margins of Word's Chinese template."""
    high, wide = Mm(297), Mm(210)
    section.orientation = WD_ORIENT.LANDSCAPE if lying else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (high, wide) if lying else (wide, high)
    section.left_margin = section.right_margin = Mm(31.8)
    section.top_margin = section.bottom_margin = Mm(25.4)


def _section(document: Document, section: Section, manner: Manner) -> None:
    if section.heading:
        cover = section.level == 0
        _heading(document, section, manner, align="center" if cover else "")
    for block in section.blocks:
        if isinstance(block, Section):
            _section(document, block, manner)
        elif isinstance(block, Paragraph):
            if block.role != "unit":  # it goes between the table and its title
                _prose(document, block.text.value, manner, align=_align_of(block))
        else:
            _table(document, block, manner)


def _heading(document: Document, section: Section, manner: Manner, *, align: str) -> None:
    if manner.styled and section.level:
        document.add_heading(section.heading.value, level=section.level)
    else:
        _prose(document, section.heading.value, manner, align=align)


def _align_of(block: Paragraph) -> str:
    return {"cover": "center", "caption": "center"}.get(block.role, "")


def _prose(
    document: Document, value: str, manner: Manner, *, align: str = "", indent: int | None = None
) -> Set:
    found = mark(value)
    is_item = bool(manner.items and found and found.level >= DIGIT)
    if found and is_item and manner.items == "hanging":
        value = f"{value[: found.end].rstrip()}\t{value[found.end :]}"
    paragraph = document.add_paragraph(value)
    form = paragraph.paragraph_format
    form.alignment = ALIGNED.get(align or manner.align, WD_ALIGN_PARAGRAPH.RIGHT)
    form.space_after = Pt(0)
    if manner.lead:
        form.line_spacing = Pt(manner.lead)
    chars = manner.indent if indent is None else indent
    if chars and (align or manner.align) in ("left", "both"):
        form.first_line_indent = Pt(chars * manner.size)
    if is_item:
        _set_in(form, manner)
    for tag, shown in (("overflowPunct", manner.hanging), ("autoSpaceDE", manner.spaced),
                       ("autoSpaceDN", manner.spaced)):  # fmt: skip
        _switch(paragraph, tag, on=shown)
    return paragraph


def _set_in(form: ParagraphFormat, manner: Manner) -> None:
    """A numbered paragraph whose number hangs, or that is narrower than the others."""
    form.left_indent = Pt(2 * manner.size)
    if manner.items == "hanging":
        form.first_line_indent = Pt(-1.5 * manner.size)
    else:
        form.first_line_indent = Pt(0)
        form.right_indent = Pt(3.3 * manner.size)


def _entry(document: Document, value: str, manner: Manner) -> None:
    """A line of the contents page: dots up to its page number at the margin."""
    entry = _prose(document, f"{value}\t1", manner, align="left", indent=0)
    entry.paragraph_format.tab_stops.add_tab_stop(
        Mm(210 - 2 * 31.8), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
    )


def _switch(paragraph: Set, tag: str, *, on: bool) -> None:
    properties = paragraph._p.get_or_add_pPr()
    mark = properties.makeelement(qn(f"w:{tag}"), {qn("w:val"): "1" if on else "0"})
    properties.insert_element_before(
        mark, *(f"w:{name}" for name in _AFTER[_AFTER.index(tag) + 1 :])
    )


#: The order in which Word's schema wants these properties of a paragraph.
_AFTER = [
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
    "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
    "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr",
    "sectPr", "pPrChange",
]  # fmt: skip


def _table(document: Document, table: Table, manner: Manner) -> None:
    """A table under its title and unit; a wide one on a page that lies, in small print.

    One that was not read has no rows.
    """
    columns = len(table.rows[0]) if table.rows else 0
    lying = columns > _WIDE
    if lying:
        _paper(document.add_section(), lying=True)
    if table.title:
        _prose(document, table.title.value, manner, align="center")
    if table.unit:
        _prose(document, f"单位：{table.unit}", manner, align="right")
    if columns:
        grid = document.add_table(rows=len(table.rows), cols=columns, style="Table Grid")
        _fill(grid, table, Pt(7.5 if columns > _WIDEST else 9))
    for note in table.notes:
        _prose(document, note.text.value, manner)
    if lying:
        _paper(document.add_section())


def _fill(grid: object, table: Table, size: Pt) -> None:
    """The cells' texts; those that are one in the report are merged in the file."""
    for y, row in enumerate(grid.rows):
        for x, cell in enumerate(row.cells):
            text = table.rows[y][x]
            if _covered(table, y, x):
                continue
            right, bottom = x, y
            while right + 1 < len(table.rows[y]) and table.rows[y][right + 1] is text:
                right += 1
            while bottom + 1 < len(table.rows) and table.rows[bottom + 1][x] is text:
                bottom += 1
            home = (
                grid.cell(y, x).merge(grid.cell(bottom, right))
                if (bottom, right) != (y, x)
                else cell
            )
            home.text = text.value
            form = home.paragraphs[0]
            form.alignment = ALIGNED["left"]
            if _FIGURE.fullmatch(text.value):
                form.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            for run in form.runs:
                run.font.size = size


def _covered(table: Table, y: int, x: int) -> bool:
    text = table.rows[y][x]
    return (x > 0 and table.rows[y][x - 1] is text) or (y > 0 and table.rows[y - 1][x] is text)


def pdfs(words: Iterable[Path], folder: Path) -> list[Path]:
    """Print Word files by one call of LibreOffice; its profile is its own, or it waits for others."""
    files = list(words)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=PATIENCE)
    return [folder / f"{file.stem}.pdf" for file in files]
