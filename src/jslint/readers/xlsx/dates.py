"""Dates and times as Excel prints them from the days since 1900 (or 1904)."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jslint.readers.xlsx.codes import Section, Token

_DAY = 86_400
_LAST = 2_958_466
# Excel counts a 29 February 1900 that never was, as day 60.
_PHANTOM = 60
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_HAN_DAYS = "一二三四五六日"
_HAN_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_NOON = 12


def is_date(section: Section) -> bool:
    """Whether a section prints dates or times; the letters of days also occur in numbers."""
    return section.system != "" or (
        section.has("date", "elapsed", "half") and not section.has("general")
    )


def date(serial: Decimal, section: Section, *, since_1904: bool) -> str | None:
    """A moment as the section prints it; None where Excel prints but hash marks."""
    if section.has("elapsed"):
        return _elapsed(serial, section)
    if not 0 <= serial < _LAST:
        return None
    moment = _moment(serial, since_1904=since_1904)
    if section.system == "F800":
        return f"{moment.year}年{moment.month}月{moment.day}日"
    if section.system == "F400":
        return f"{moment.hour}:{moment.minute:02d}:{moment.second:02d}"
    return "".join(_piece(moment, section, at) for at in range(len(section.tokens)))


def _moment(serial: Decimal, *, since_1904: bool) -> datetime:
    seconds = int((serial * _DAY).to_integral_value(ROUND_HALF_UP))
    if since_1904:
        return datetime(1904, 1, 1) + timedelta(seconds=seconds)  # noqa: DTZ001 - no zone is printed
    first = datetime(1899, 12, 31) if serial < _PHANTOM else datetime(1899, 12, 30)  # noqa: DTZ001
    return first + timedelta(seconds=seconds)


def _piece(moment: datetime, section: Section, at: int) -> str:
    token = section.tokens[at]
    if token.kind == "date":
        return _part(moment, section, at)
    if token.kind == "half":
        early = moment.hour < _NOON
        first, second = token.text.split("/")
        return first if early else second
    if token.kind == "digit" or (token.kind == "." and _is_fraction(section.tokens, at)):
        return "" if token.kind == "." else "0"
    return token.text


def _is_fraction(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a point begins fractions of a second, which are rounded away here."""
    return at + 1 < len(tokens) and tokens[at + 1].kind == "digit"


def _part(moment: datetime, section: Section, at: int) -> str:  # noqa: PLR0911 - one a letter
    text = section.tokens[at].text
    width = len(text)
    if text[0] in "yeb":
        short = text[0] != "e" and width <= 2  # noqa: PLR2004 - yy
        return _han(f"{moment.year % 100:02d}" if short else str(moment.year), section)
    if text[0] == "m" and not _are_minutes(section.tokens, at):
        return _month(moment.month, width, section)
    if text[0] == "d":
        if width >= 3:  # noqa: PLR2004 - ddd
            name = _DAYS[moment.weekday()]
            return name if width > 3 else name[:3]  # noqa: PLR2004
        return _number(moment.day, width, section)
    if text[0] == "a":
        return ("星期" if width > 3 else "") + _HAN_DAYS[moment.weekday()]  # noqa: PLR2004 - aaaa
    if text[0] == "h":
        halved = section.has("half")
        return _number((moment.hour % _NOON or _NOON) if halved else moment.hour, width, section)
    if text[0] == "g":
        return ""
    return _number(moment.minute if text[0] == "m" else moment.second, width, section)


def _are_minutes(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether an m stands for minutes: after hours or before seconds."""
    times = [i for i, token in enumerate(tokens) if token.kind in ("date", "elapsed")]
    place = times.index(at)
    before = tokens[times[place - 1]].text if place else ""
    after = tokens[times[place + 1]].text if place + 1 < len(times) else ""
    return before.startswith("h") or after.startswith("s")


def _month(month: int, width: int, section: Section) -> str:
    if width < 3:  # noqa: PLR2004 - m or mm
        return _number(month, width, section)
    name = _MONTHS[month - 1]
    return {3: name[:3], 5: name[0]}.get(width, name)


def _number(value: int, width: int, section: Section) -> str:
    if section.han:
        tens, ones = divmod(value, 10)
        digits = "〇一二三四五六七八九"
        if value < 10:  # noqa: PLR2004
            return digits[value]
        return ("" if tens == 1 else digits[tens]) + "十" + (digits[ones] if ones else "")
    return f"{value:02d}" if width > 1 else str(value)


def _han(digits: str, section: Section) -> str:
    return digits.translate(_HAN_DIGITS) if section.han else digits


def _elapsed(serial: Decimal, section: Section) -> str:
    """A duration such as ``[h]:mm:ss``."""
    seconds = int((abs(serial) * _DAY).to_integral_value(ROUND_HALF_UP))
    written = "-" if serial < 0 else ""
    left = seconds
    for token in section.tokens:
        if token.kind not in ("elapsed", "date"):
            written += token.text if token.kind not in ("digit", ".") else ""
            continue
        unit = {"h": 3600, "m": 60}.get(token.text[0], 1)
        count, left = divmod(left, unit)
        written += f"{count:0{len(token.text)}d}"
    return written
