"""The number that a line begins with: its kind, its value and where the words begin."""

from __future__ import annotations

from msgspec import Struct

from jslint.headings import split_number
from jslint.patterns import regex

PART, ITEM, BRACKET, DIGIT, ROUND, MINOR = 1, 2, 3, 4, 5, 6
_MINOR = regex(r"[①-⑳㈠-㈩]|第[一二三四五六七八九十百]{1,4}条(?=\s)|\d{1,2}[)）]")
#: What a number can begin with; most lines begin with a word, and each is asked several times.
_FIRST = frozenset(
    "第（(〇零一二三四五六七八九十百0123456789０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
)
_SEPARATOR = regex(r"\s{0,3}[、．.，,：:]?\s*")
_HAN = {character: value for value, character in enumerate("零一二三四五六七八九")}
_HAN["〇"] = 0
_DIGITS = regex(r"\d+")


class Mark(Struct, frozen=True):
    """A number at the head of a line.

    ``level`` is 1 for 第一部分, 2 for 一、, 3 for （一）, 4 for 1., 5 for (1), 6 for others.
    ``number`` is as printed; the words begin at ``end``. ``value`` is 0 where it is not known.
    """

    level: int
    number: str
    value: int
    end: int


def mark(line: str) -> Mark | None:
    """The number at the head of a line without leading white space; None without one."""
    if not line or (line[0] not in _FIRST and not line[0].isspace() and not line[0].isdecimal()):
        return None
    number, level = split_number(line)
    if level is None:
        match = _MINOR.match(line)
        if match is None:
            return None
        number, level = match[0], MINOR
    start = line.index(number) + len(number)
    separator = _SEPARATOR.match(line, start)
    return Mark(level, number, _value(number), separator.end() if separator else start)


def _value(number: str) -> int:
    digits = _DIGITS.search(number)
    if digits:
        return int(digits[0])
    first = number[0]
    if "①" <= first <= "⑳":
        return ord(first) - ord("①") + 1
    if "㈠" <= first <= "㈩":
        return ord(first) - ord("㈠") + 1
    return han(number)


def han(number: str) -> int:
    """The value of a Chinese numeral below 100 somewhere in a string; 0 where there is none."""
    value, digit, found = 0, 0, False
    for character in number:
        if character == "十":
            value, digit, found = value + (digit or 1) * 10, 0, True
        elif character in _HAN:
            digit, found = _HAN[character], True
        elif found:
            break
    return value + digit
