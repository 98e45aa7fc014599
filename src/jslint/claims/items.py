"""Totals behind numbered items: （一）A 1 万元。（二）B 2 万元。以上合计 3 万元."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from jslint.claims import groups, layout, namesakes, topics, worth
from jslint.claims.model import ACTUAL, AMOUNT, Group
from jslint.figures.figure import fold
from jslint.readers import numbering

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from jslint.claims.model import Claim
    from jslint.claims.sentence import Token
    from jslint.claims.state import Reader

#: The numerals by what they count; of no fewer than two is there a sum.
_NUMERALS = "〇一二三四五六七八九"
#: More items than these nobody adds up in a sentence behind them.
_MANY = 30
#: What says that a total is of more than the last item.
_ABOVE = ("以上", "上述")


def count(many: re.Match[str]) -> int:
    """How many a sum is said to be of: 三项合计."""
    return _NUMERALS.index(many["many"].replace("两", "二"))


def closes_counted(reader: Reader, token: Token, many: re.Match[str], measure: str) -> bool:
    """以上两项合计 3 万元: the total of as many paragraphs, each with an amount first.

    Behind the last of so many items it may stand in that one's sentence: （2）B 2 万元；以上两项合计 3 万元.
    """
    walk = reader.walk
    begun = reader.sentence.topics or next(reader.here(), None) is not None
    above = any(word in many.string for word in _ABOVE)
    if walk.lists or (begun and not (above and reader.tokens.number)):
        return False
    row = list(islice(_firsts(walk.claims), count(many)))[::-1]
    if begun and row != _items(reader):
        return False
    if len(row) != count(many) or not _are_amounts(row, measure):
        return False
    _claim(reader, token, row, measure, many[0])
    return True


def closes_all(reader: Reader, token: Token, words: str, measure: str) -> bool:
    """以上合计 3 万元 behind a stop: the total of all items from the first on, where each states but one amount.

    Behind an item of several amounts it may be the total of these; then it is of all where it adds up.
    """
    opened = reader.walk.lists[-1] if reader.walk.lists else None
    if reader.sentence.topics or (opened is not None and opened.candidates):
        return False
    row = _items(reader)
    if len(row) < 2 or not _are_amounts(row, measure):  # noqa: PLR2004 - one is no sum
        return False
    figures = [one.figure for one in row if one.figure]
    own = [one for one in reader.here() if one.kind == AMOUNT and one.is_money]
    above = any(word in words for word in _ABOVE) or len(own) <= 1
    fits = token.figure is not None and worth.adds_up(figures, token.figure)
    if not (fits or (above and _are_single(reader, row))):
        return False
    while reader.walk.lists:
        groups.settle(reader.walk, reader.walk.lists.pop())
    _claim(reader, token, row, measure, "合计")
    return True


def _claim(reader: Reader, token: Token, row: list[Claim], measure: str, name: str) -> None:
    walk = reader.walk
    whole = namesakes.add(reader, name)
    reader.claim(AMOUNT, whole, token.start, token.end, token, measure=measure)
    parts, start = tuple(one.topic for one in row), row[0].index
    walk.groups.append(
        Group(
            len(walk.groups), whole, parts, "合计", closed=True, start=start, end=len(walk.claims)
        )
    )
    topics.speak_of(reader, whole)


def _are_amounts(row: list[Claim], measure: str) -> bool:
    """Whether claims state amounts of money of one measure, each of another thing."""
    alike = all((one.kind, one.measure) == (AMOUNT, measure) and one.is_money for one in row)
    return alike and len({one.topic for one in row}) == len(row)


def _are_single(reader: Reader, row: list[Claim]) -> bool:
    """Whether none of the items states an amount of anything but its own."""
    said = reader.walk.claims[row[0].index :]
    stated = {one.topic for one in said if one.kind == AMOUNT and one.is_money}
    plain = all(one.measure == ACTUAL for one in said if one.kind == AMOUNT and one.is_money)
    return plain and stated == {one.topic for one in row}


def _items(reader: Reader) -> list[Claim]:
    """What each item before claims first, from the one numbered 1 on; nothing where a number is missing."""
    found: list[Claim] = []
    wanted: tuple[int, int] | None = None
    for one in islice(_firsts(reader.walk.claims), _MANY):
        item = layout.ITEM.match(fold(one.text.value))
        mark = numbering.mark("".join(item["number"].split())) if item else None
        if (
            mark is None
            or wanted not in (None, (mark.level, mark.value))
            or one.path != reader.path
        ):
            return []
        found.append(one)
        if mark.value == 1:
            return found[::-1]
        wanted = (mark.level, mark.value - 1)
    return []


def _firsts(claims: Sequence[Claim]) -> Iterator[Claim]:
    """What each paragraph claims first, the last paragraph first."""
    for at in range(len(claims) - 1, -1, -1):
        if not at or claims[at - 1].text is not claims[at].text:
            yield claims[at]
