"""Dates as a cover prints them, and when a report was approved and published."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jslint.checklist.model import Dates, Day
from jslint.document import Paragraph
from jslint.figures.figure import fold
from jslint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    import re2

    from jslint.document import Report, Text
    from jslint.pack.checklists import Deadline

_HAN = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_DATE = regex(
    r"(?P<year>[12]\s?\d\s?\d\s?\d)\s?(?:年|[-./])\s?(?P<month>[十\d]{1,3})\s?(?:月|[-./])"
    r"\s?(?P<day>[十\d]{1,4})(?:\s?日)?(?!\d)"
)


def read(text: str) -> date | None:
    """The first whole date of a text: 2025年9月12日, 2025-09-12 or 二〇二五年九月十二日."""
    for match in _DATE.finditer(fold(text).translate(_HAN)):
        year, month, day = (_number(match[part]) for part in ("year", "month", "day"))
        try:
            return date(year, month, day)
        except ValueError:  # no such day
            continue
    return None


def whole(text: str) -> date | None:
    """The date that a text is, and nothing else."""
    folded = fold(text).translate(_HAN).strip()
    return read(text) if _DATE.fullmatch(folded) else None


def _number(printed: str) -> int:
    """A number of a date, also with 十 in it (after the other numerals have become digits)."""
    plain = "".join(printed.split())
    if "十" not in plain:
        return int(plain)
    tens, _, ones = plain.partition("十")
    if not (tens + ones).isdigit() and tens + ones:
        return 0
    return int(tens or 1) * 10 + int(ones or 0)


def printed(report: Report, deadline: Deadline) -> Dates:
    """The dates that the report's cover prints; a date by itself is that of publication."""
    approved = _after(report, deadline.approved)
    published = _after(report, deadline.published) or _alone(report)
    return Dates(approved, published)


def _after(report: Report, label: re2._Regexp) -> Day | None:
    for text in _cover(report):
        match = label.search(text.value)
        found = read(text.value[match.end() :]) if match else None
        if found:
            return Day(found, text.at())
    return None


def _alone(report: Report) -> Day | None:
    for text in _cover(report):
        found = whole(text.value)
        if found:
            return Day(found, text.at())
    return None


def _cover(report: Report) -> Iterator[Text]:
    """What stands before the first heading."""
    for section in report.sections:
        if section.level > 0:
            return
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield block.text
