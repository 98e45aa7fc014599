"""What the columns of a table hold, where its halves begin, and which of them is which side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.figures.figure import UNITS, parse_cell
from jslint.ledger.heads import CODE, GRAND
from jslint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.figures.figure import Unit
    from jslint.ledger.model import Words

CODES, LABEL, VALUE, OTHER = "code", "label", "value", "other"
_LABEL = regex(r"项目|.*名称|.*科目|类别|内容|序号|栏次|备注|指标.*|度量单位")
_CODE_HEADER = regex(r".*(?:编码|代码)|类|款|项")
#: A code with a digit too many.
_MISTYPED = regex(r"\d{8}")
_MOST_MISTYPED = 4
#: The code of a 款 or a 项 in a column of its own.
_LEVEL = regex(r"\d\d")
_ORDINAL_HEADER = regex(r"行次|栏次|行号|序号")
#: The unit that a name ends in: 数量(辆), 增减(%).
_OWN = regex(r"\((?:单位[:：])?([^()]{1,4})\)$")
#: Levels of accounts, which stand behind their names in brackets.
_LEVELS = ("类", "款", "项")
_RATE = regex(r".*(?:率|占比|比重|比例|百分比|幅度?)(?:\(.{1,6}\))?")
_ASIDE = regex(r"^其中[:：]?(?=.)|\((?:单位[:：])?(亿元|百万元|万元|千元|元)\)$")
#: What the two halves of a table list.
SIDES = ("收入", "支出")


def kind(header: Words, body: Words, index: int) -> str:
    """``code``, ``label``, ``value`` or ``other`` (行次), by header and content."""
    lowest = next((row[index] for row in reversed(header) if row[index]), "")
    cells = [row[index] for row in body if row[index]]
    numbers = sum(parse_cell(cell) is not None for cell in cells)
    if any(_ORDINAL_HEADER.fullmatch(row[index]) for row in header):
        return OTHER
    if _CODE_HEADER.fullmatch(lowest) and _are_codes(cells):
        return CODES
    if _LABEL.fullmatch(lowest) or numbers * 2 < len(cells):
        return LABEL
    return VALUE


def _are_codes(cells: Sequence[str]) -> bool:
    """Whether the digits of a column are codes, but for few that have one too many."""
    digits = [cell for cell in cells if cell != "0" and _digits(cell)]
    codes = sum(CODE.fullmatch(cell) is not None for cell in digits)
    others = [cell for cell in digits if not CODE.fullmatch(cell)]
    return len(others) * _MOST_MISTYPED <= codes and all(map(_MISTYPED.fullmatch, others))


def named(header: Words, found: Sequence[str]) -> list[str]:
    """The kinds of columns; beside columns with a header, one without holds what is not known."""
    bare = [one == VALUE and not path(header, index) for index, one in enumerate(found)]
    if all(bare[index] for index, one in enumerate(found) if one == VALUE):
        return list(found)
    return [OTHER if bare[index] else one for index, one in enumerate(found)]


def levelled(header: Words, body: Words, found: Sequence[str]) -> list[str]:
    """The kinds of columns; one without a header that has two digits a row beside codes has codes.

    科目编码 stands over 类, 款 and 项, and its words in the first of them.
    """
    kinds = list(found)
    for at in range(1, len(kinds)):
        cells = {row[at] for row in body if row[at]}
        bare = not header or not header[-1][at] or header[-1][at] == header[-1][at - 1]
        if bare and kinds[at - 1] == CODES and cells and all(map(_LEVEL.fullmatch, cells)):
            kinds[at] = CODES
    return kinds


def _digits(cell: str) -> bool:
    return any(character.isdigit() for character in cell)


def halves(kinds: Sequence[str]) -> Iterator[list[int]]:
    """Split the columns where labels or codes begin again after values."""
    half: list[int] = []
    begun = False  # numbers of rows alone are no half
    for index, one in enumerate(kinds):
        if begun and one not in (VALUE, OTHER) and kinds[index - 1] in (VALUE, OTHER):
            yield half
            half, begun = [], False
        half.append(index)
        begun = begun or one == VALUE
    yield half


def path(header: Words, index: int) -> tuple[str, ...]:
    """The header texts of a column from the top, each once, without units and 其中."""
    texts = [_ASIDE.sub("", row[index]) for row in header]
    return tuple(text for at, text in enumerate(texts) if text and text not in texts[:at])


def unit(header: Words) -> str:
    """The unit that the header prints behind the columns' names; empty where they do not agree."""
    found = {match[1] for row in header for word in row for match in _ASIDE.finditer(word)} - {None}
    return found.pop() if len(found) == 1 and found <= UNITS.keys() else ""


def own_unit(name: str) -> Unit | None:
    """The unit that the name of a column or row ends in; None where it names none."""
    match = _OWN.search(name)
    if match and match[1] in UNITS and match[1] not in _LEVELS:
        return UNITS[match[1]]
    return UNITS["%"] if name.endswith("%") else None


def column_unit(header: Words, index: int) -> Unit | None:
    """The unit of a column of its own, as its lowest header that names one says."""
    found = (own_unit(row[index]) for row in reversed(header))
    return next(filter(None, found), None)


def is_rate(name: str) -> bool:
    """Whether what a column or row is called is a rate, such as 增减率 and 占比."""
    return _RATE.fullmatch(name) is not None


def sides(
    header: Words, body: Words, parts: Sequence[tuple[Sequence[int], Sequence[int]]]
) -> list[str]:
    """What each half of a table lists, 收入 or 支出, by its header or else by its rows.

    ``parts`` are the halves, each with those of its columns that hold labels. Empty where the table
    has not two halves, or where neither tells that one lists the other thing than the other.
    """
    if len(parts) != len(SIDES):
        return [""] * len(parts)
    for rows in (header, body):
        found = [_side([row[at] for row in rows for at in labels]) for _, labels in parts]
        if sorted(found) == sorted(SIDES):
            return found
    return [""] * len(parts)


def stacked(body: Words, labels: Sequence[int]) -> int:
    """The row where a table's expenditure begins below its income; 0 where it has not both.

    Its income ends in a row 总计, and so does its expenditure.
    """
    names = ["".join(row[at] for at in labels) for row in body]
    ends = [at + 1 for at, name in enumerate(names) if GRAND.fullmatch(name)]
    if len(ends) != len(SIDES):
        return 0
    parts = names[: ends[0]], names[ends[0] : ends[1]]
    return ends[0] if [_side(part) for part in parts] == list(SIDES) else 0


def _side(words: Sequence[str]) -> str:
    """Which of the two more of the words speak of."""
    counts = [
        sum(one in word and other not in word for word in words)
        for one, other in (SIDES, SIDES[::-1])
    ]
    if counts[0] == counts[1]:
        return ""
    return SIDES[counts[0] < counts[1]]
