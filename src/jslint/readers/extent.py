"""How much a report holds, whatever it was read from: the rest of a run takes time by that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.document import Section, Table
from jslint.limits import Meter
from jslint.patterns import regex

if TYPE_CHECKING:
    from jslint.document import Report
    from jslint.limits import Limits

_FIGURE = regex(r"\d[\d.,]*")


def require(report: Report, limits: Limits) -> Report:
    """The report, if it holds no more than the limits allow; else raise ``LimitError``."""
    meter = Meter(report.path, limits)
    open_sections = list(report.sections)
    while open_sections:
        section = open_sections.pop()
        _spend_text(section.heading.value, meter)
        for block in section.blocks:
            if isinstance(block, Section):
                open_sections.append(block)
            elif isinstance(block, Table):
                _spend_table(block, meter)
            else:
                _spend_text(block.text.value, meter)
    return report


def _spend_text(value: str, meter: Meter) -> None:
    meter.spend("paragraphs")
    meter.spend("characters", len(value))
    meter.allow("paragraph-length", len(value))
    meter.spend("figures", len(_FIGURE.findall(value)))


def _spend_table(table: Table, meter: Meter) -> None:
    width = len(table.rows[0]) if table.rows else 0
    meter.spend("tables")
    meter.allow("columns", width)
    meter.spend("cells", width * len(table.rows))
    for row in table.rows:
        meter.spend("characters", sum(len(cell.value) for cell in row))
    for note in table.notes:
        _spend_text(note.text.value, meter)
