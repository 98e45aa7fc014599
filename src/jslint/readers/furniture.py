"""What stands on every page and belongs to none: page numbers and running heads."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.patterns import regex
from jslint.readers.kinds import is_finished, is_title, unit_of
from jslint.readers.numbering import mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.readers.lines import Line

_DASH = "[-—–－―─·•~～]"
_PAGE = regex(
    rf"{_DASH}{{1,3}}\s{{0,3}}\d{{1,4}}\s{{0,3}}{_DASH}{{1,3}}"
    r"|第\s{0,3}\d{1,4}\s{0,3}页(?:\s{0,3}[,，/／]?\s{0,3}共\s{0,3}\d{1,4}\s{0,3}页)?"
)
_BARE = regex(r"(\d{1,3})(?:\s{0,3}[/／]\s{0,3}\d{1,3})?")
_DIGITS = regex(r"\d+")
# What can only be the rest of a sentence whose number a bare figure would be.
_REST = regex(r"[\d.,，。、；：）)%％‰]|[万亿千百]?元|个|人|辆|台|批|次|项|家|年|月|日")
_WORDS = regex(r"(?:[，、；\u4e00-\u9fff][^。！？；：]{0,40}|[①-⑳])[，、；\u4e00-\u9fff]$")
_CALLS = regex(r"(?:[为是共第达约数额至到由近超过有于逾开均即含长降加少了]|[共合总累小]计)$")
_WORD = regex(r"(?![个人辆台批次项家年月日元万亿千百])[\u4e00-\u9fff]")
_FIGURED = regex(r"[\u4e00-\u9fff]{1,5}\d")
# What a number is never said of: 12 and then 人员经费, but 12 and then 人.
_NAMED = regex(
    r"[\u4e00-\u9fff]{2,14}(?:经费|支出|收入|拨款|资金|补助|费)(?:[\d、，。；]|\s?[占为是])"
)
# A sentence that goes on with a figure of its own, whose first digits no line is given for.
_FIGURE = regex(r"\d[\d,.]*\s?[\u4e00-\u9fff%％][^。]{0,60}[，。；]")
# A unit of two characters that a page's end cuts in two: 9 人 and 次.
_CUT_UNIT = regex(r"\d\s?[人批]$")
_ITEM = regex(r"(?:^|[。；：])\s?(?:\d{1,2}\s?[、．]|[（(]\w{1,3}[）)])$")
# The same with the code and the first words of its account.
_CUT_ITEM = regex(r"(?:^|[。；：])\s?(?:\d{1,2}\s?[.、．]\s?)?2\d{6}[\u4e00-\u9fff]{1,20}$")
# An item that begins with its account's code, which no number of a list stands before.
_CODED = regex(r"2\d{6}[\u4e00-\u9fff]")
# Behind a level of an account stands the next one, or a mark, and no number: 甲支出（类）.
_LEVEL = regex(r"[（(]\d{0,7}\s?[类款项][）)]$")
_LONGEST_HEAD = 40
_OFTEN = 3


def drop(lines: Sequence[Line]) -> list[Line]:
    """The lines without page numbers and running heads; what follows one is after a gap."""
    numberless = list(_without(lines, _page_numbers(lines)))
    return list(_without(numberless, _running_heads(numberless)))


def _without(lines: Sequence[Line], out: set[int]) -> Iterator[Line]:
    dropped = False
    for index, line in enumerate(lines):
        if index not in out:
            yield replace(line, gap=True, turned=True) if dropped else line
        dropped = index in out


def _page_numbers(lines: Sequence[Line]) -> set[int]:
    sure = {index for index, line in enumerate(lines) if _PAGE.fullmatch(line.value)}
    bare = {
        index: int(match[1])
        for index, line in enumerate(lines)
        if (match := _BARE.fullmatch(line.value)) and _stands_alone(lines, index)
    }
    values = set(bare.values())
    return sure | {i for i, value in bare.items() if _is_page_number(lines, i, value, values)}


def _stands_alone(lines: Sequence[Line], index: int) -> bool:
    return lines[index].gap and (index + 1 == len(lines) or lines[index + 1].gap)


def _is_page_number(lines: Sequence[Line], index: int, value: int, values: set[int]) -> bool:
    """Whether a bare number ends or begins a page, or is one of a series and of no sentence."""
    if index + 1 < len(lines) and lines[index + 1].page > lines[index].page:
        return True
    if index > 0 and lines[index - 1].page < lines[index].page:
        return True
    if any({first, first + 1, first + 2} <= values for first in range(value - 2, value + 1)):
        return True
    if bool({value - 1, value + 1} & values) and not _is_amid(lines, index):
        return True
    return _cuts_words(lines, index)


def _cuts_words(lines: Sequence[Line], index: int) -> bool:
    """Whether a number stands between blank lines where no sentence and no item calls for one."""
    if not 0 < index < len(lines) - 1:
        return False
    before, after = lines[index - 1].value, lines[index + 1].value
    stated = _WORD.match(after) and is_finished(after)
    if before.endswith(("；", "。")) and (_CODED.match(after) or mark(after) or stated):
        return True
    if _CUT_UNIT.search(before) and after.startswith("次"):
        return True
    opened = any(cut.search(before) for cut in (_ITEM, _CUT_ITEM, _LEVEL))
    if opened and _WORD.match(after):
        return True
    if _WORDS.search(before) and (_NAMED.match(after) or _FIGURE.match(after)):
        return True
    return (
        bool(_WORDS.search(before))
        and bool(_WORD.match(after))
        and (not _CALLS.search(before) or bool(_FIGURED.match(after)))
    )


def _is_amid(lines: Sequence[Line], index: int) -> bool:
    """Whether a sentence needs the number: it is open before, and goes on after."""
    if not 0 < index < len(lines) - 1:
        return False
    return not is_finished(lines[index - 1].value) and bool(_REST.match(lines[index + 1].value))


def _running_heads(lines: Sequence[Line]) -> set[int]:
    """First or last lines of pages that stand there on most pages, whatever their numbers.

    A table that goes on for pages has its title and unit at the top of each: its first title stays.
    """
    pages = lines[-1].page + 1 if lines else 0
    if pages < _OFTEN:
        return set()
    out: set[int] = set()
    for edges in (_edges(lines, first=True), _edges(lines, first=False)):
        forms = Counter(_form(lines[index]) for index in edges)
        common = {form for form, count in forms.items() if form and count >= max(_OFTEN, pages / 2)}
        out |= {index for index in edges if _form(lines[index]) in common}
    titles = {index for index in out if is_title(lines[index].value)}
    return out - {min(titles)} if titles else out


def _edges(lines: Sequence[Line], *, first: bool) -> list[int]:
    """The index of the first or last line of each page."""
    step = -1 if first else 1
    last = len(lines) - 1
    return [
        index
        for index, line in enumerate(lines)
        if not 0 <= index + step <= last or lines[index + step].page != line.page
    ]


def _form(line: Line) -> str:
    """A line with its numbers masked; empty where it is too long, a sentence, or a table's unit."""
    value = line.value
    if len(value) > _LONGEST_HEAD or is_finished(value) or unit_of(value):
        return ""
    return _DIGITS.sub("#", value)
