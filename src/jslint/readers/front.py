"""What stands before the report's text: the lines of the cover and the entries of the contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.patterns import regex
from jslint.readers import texts
from jslint.readers.kinds import (
    heading,
    is_annual,
    is_ending,
    is_finished,
    is_strong,
    is_title,
    unit_of,
)
from jslint.readers.numbering import ITEM, PART, mark

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from jslint.document import Text
    from jslint.readers.numbering import Mark

_TITLE = regex(r"[【\[]?\s?目\s*[录錄次]\s?[】\]]?")
_PAGE = regex(
    r"[\t .…·•・_⋯\-—－\u3000]{1,200}[（(]?\d{1,3}[)）]?\s?[\-—－]?$"
    r"|(?<=[^\x00-\x28\x2a-\x7f])\d{1,3}$"
)
_DOTS = regex(r"[\t .…·•・_⋯]{2,200}$")
_LEADERS = regex(r"[.·…•・_⋯]{3,}")
_ANNEX = regex(r"(?:附件|附表|附|表|图)[ \u3000]?\d{1,2}")
_SPACE = regex(r"\s+")
_NUMBER = regex(r"\d\s{0,2}(?:[百千万亿]{0,2}元|[%％])")
_ORGAN = regex(r"[局厅委心院所校学园馆站队会社府处署团]$")
_REPORT = regex(r"(?:部门|单位|年度)决算(?:公开|报告|说明|信息){0,3}$")
_STRAY = regex(r"[：:]|20\d\d\s{0,2}[年./-]\s{0,2}\d{1,2}\s{0,2}[月./-]")
_NUMERALS = "一二三四五六七八九十（）()、.．，,：:0123456789"
_LONGEST_COVER = 45
_LONGEST_ENTRY = 80
_LONGEST_REST = 20
_DEEPEST_TITLE = 80


class Front(Struct, frozen=True):
    """The cover's lines, the contents' entries, and how many lines or paragraphs both take."""

    cover: tuple[Text, ...] = ()
    contents: tuple[Text, ...] = ()
    size: int = 0


class _Contents(Struct, eq=False):
    """The contents page as far as it has been read."""

    entries: list[Text] = []
    stray: list[Text] = []
    open: bool = False
    marks: list[Mark] = []


def read(lines: Sequence[Text], levels: Sequence[int | None] = ()) -> Front:
    """Find the cover and the contents page at the beginning of a report's lines.

    ``levels`` are the heading levels that styles or mark-up give the lines, where the format has
    any.
    """
    styled = {index for index, level in enumerate(levels) if level is not None}
    title = _title_at(lines)
    if title is None:
        size = _cover_size(lines, styled)
        if not _are_entries(lines[size : size + 3]):
            return Front(_joined(lines[:size]), (), size)
        title, first = size, size
    else:
        first = title + 1
    contents = _Contents()
    size = first
    while size < len(lines) and not _ends(contents, lines[size], styled=size in styled):
        _add(contents, lines[size])
        size += 1
    return Front(_joined([*lines[:title], *contents.stray]), tuple(contents.entries), size)


def key(value: str) -> str:
    """A heading or entry as it is compared: without white space."""
    return _SPACE.sub("", value)


def names(contents: Sequence[Text]) -> dict[str, int]:
    """The level of each entry by its key, with its number and, for a slip in the body, without."""
    levels: dict[str, int] = {}
    for entry in contents:
        found = mark(entry.value)
        level = found.level if found else PART
        levels.setdefault(key(entry.value), level)
        if found:
            levels.setdefault(key(entry.value[found.end :]), level)
    return levels


def named_level(value: str, levels: Mapping[str, int]) -> int | None:
    """The level of an entry that a line without a proper number repeats; None where it does not."""
    whole = key(value)
    return levels.get(whole) or levels.get(whole.lstrip(_NUMERALS)) if levels else None


def is_contents(value: str) -> bool:
    """Whether a line is the title of a contents page."""
    return _TITLE.fullmatch(value) is not None


def _title_at(lines: Sequence[Text]) -> int | None:
    for index, line in enumerate(lines[:_DEEPEST_TITLE]):
        if is_contents(line.value):
            return index
        if heading(line.value):
            return None
    return None


def _cover_size(lines: Sequence[Text], styled: AbstractSet[int]) -> int:
    """How many lines are the cover's, where no contents page follows.

    A heading or a table must follow, or the cover end in the report's title: the first words of
    prose look like a cover's.
    """
    titled = 0
    for index, line in enumerate(lines):
        value = line.value
        if heading(value) or is_title(value) or is_annual(value) or unit_of(value):
            return index
        if index in styled and "决算" not in value:
            return index
        if not _is_cover(value):
            return titled
        if _REPORT.search(key(value)):
            titled = index + 1
    return titled


def _is_cover(value: str) -> bool:
    return (
        len(value) <= _LONGEST_COVER
        and not is_finished(value)
        and not _NUMBER.search(value)
        and "，" not in value
        and "\t" not in value
        and mark(value) is None
    )


def _are_entries(lines: Sequence[Text]) -> bool:
    """Whether a contents page without its title begins here."""
    return len(lines) > 1 and all(_paged(line.value) and mark(line.value) for line in lines)


def _joined(lines: Sequence[Text]) -> tuple[Text, ...]:
    """The cover's lines, a body's name on two lines made one."""
    found: list[Text] = []
    for line in lines:
        if found and _is_rest_of_name(found[-1].value, line.value):
            found[-1] = texts.join((found[-1], line))
        else:
            found.append(line)
    return tuple(found)


def _is_rest_of_name(start: str, rest: str) -> bool:
    if len(rest) > _LONGEST_REST or not _ORGAN.search(rest) or _ORGAN.search(start):
        return False
    return not any(part in start for part in ("决算", "年", "：", " ")) and len(start) > len(rest)


def _ends(contents: _Contents, line: Text, *, styled: bool) -> bool:
    """Whether the body begins at this line: the first entry again, or a paragraph."""
    value = line.value
    if styled:
        return True
    if not contents.entries:
        return _is_paragraph(value)
    if _paged(value):
        return False
    if key(value) == key(contents.entries[0].value):
        return True
    found = mark(value)
    if found and found.value == 1 and _begins_again(contents.marks, found):
        return True
    return _is_paragraph(value) and not _is_stray(value)


def _begins_again(marks: list[Mark], found: Mark) -> bool:
    """Whether a number 1 cannot belong to the same contents page."""
    if found.level == PART:
        return any(earlier.level == PART for earlier in marks)
    if found.level != ITEM:
        return False
    for earlier in reversed(marks):
        if earlier.level < found.level:
            return False
        if earlier.level == found.level:
            return True
    return False


def _is_paragraph(value: str) -> bool:
    words = _LEADERS.sub("", value)
    return is_finished(value) or len(words) > _LONGEST_ENTRY or bool(_NUMBER.search(value))


def _is_stray(value: str) -> bool:
    """Whether a line is no entry although it stands among them, such as a date of publication."""
    return len(value) <= _LONGEST_COVER and not value.endswith("。") and bool(_STRAY.search(value))


def _add(contents: _Contents, line: Text) -> None:
    entry, closed = _without_page(line)
    found = mark(entry.value)
    if found is None and contents.open and _continues(contents.entries[-1].value, entry.value):
        contents.entries[-1] = texts.join((contents.entries[-1], entry))
    elif found is None and not closed and _is_stray(entry.value):
        contents.stray.append(line)
        return
    elif entry.value:
        contents.entries.append(entry)
        if found:
            contents.marks.append(found)
    contents.open = not closed


def _continues(entry: str, rest: str) -> bool:
    """Whether a line without a number is the rest of the entry before it."""
    if len(rest) > _LONGEST_REST or len(entry) > _LONGEST_ENTRY or _is_stray(rest):
        return False
    return not is_strong(entry) or is_ending(rest)


def _paged(value: str) -> re.Match[str] | None:
    """The leaders and the page number at the end of an entry."""
    return None if _ANNEX.fullmatch(value) else _PAGE.search(value)


def _without_page(line: Text) -> tuple[Text, bool]:
    """An entry without leaders and page number; whether it had a page number."""
    match = _paged(line.value)
    if match:
        return texts.strip(texts.cut(line, 0, match.start())), True
    dots = _DOTS.search(line.value)
    return (texts.strip(texts.cut(line, 0, dots.start())) if dots else line), False
