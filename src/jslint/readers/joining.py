"""Lines to paragraphs: where a line goes on with what stands before it, where it begins anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.patterns import regex
from jslint.readers import texts
from jslint.readers.front import key, named_level
from jslint.readers.items import Item
from jslint.readers.kinds import (
    heading,
    is_annual,
    is_caption,
    is_ending,
    is_finished,
    is_note,
    is_remainder,
    is_strong,
    is_table_head,
    is_title,
    unit_of,
)
from jslint.readers.numbering import BRACKET, DIGIT, PART, ROUND, mark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jslint.document import Text
    from jslint.readers.layout import Layout
    from jslint.readers.lines import Line
    from jslint.readers.numbering import Mark

_STOPS = regex(r"[，。；：！？、]")
_INNER = regex(r"[，。；：！？]")
# A numeral after these is the end of a word (统一、之一、第一), not the number of an item.
_WORD = regex(r"[统之第唯单同逐专万划合归百千零〇一二三四五六七八九十]$")
_OPEN_FIGURE = regex(r"[\d.,，、（(]$")
_OPEN = regex(r"(?:[，、（(“《\d.]|的|和|与|及|为|较|由|对|在|完成|增加|减少|增长|下降)$")
# A list in brackets, whose colon ends no paragraph.
_OPEN_LIST = regex(r"[（(][^（）()。；]{0,12}[:：]$")
# An item's name whose colon ends no paragraph: its amounts follow.
_OPEN_ITEM = regex(r"[（(](?:\d{0,7}\s?项|\d{7})[）)]\s?[:：]$")
_REST = regex(r"[\d.,，]*\s?(?:[百千万亿]{0,2}元|[%％])")
_OPENING = regex(r"20\d\d\s?年|其中|根据|截至|本年|我|主要|上述")
_AMOUNT = regex(r"\d\s?(?:[百千万亿]{0,2}元|[%％])")
_COMPLETE = regex(r"[\d,]{1,20}\.\d{1,4}[%％]?")
_YEAR = regex(r"[（(]\s?20\d\d\s?年度?\s?[）)]")
_REFERENCE = regex(r"详见|见|无|如下|具体")
_LONGEST_REST = 20
_LONGEST_LABEL = 60
_LONGEST_HEADING = 90
_LONGEST_CAPTION = 500
_GAP_IN_NUMBERS = 3
_FEWEST_WORDS = 6
_MOST_CAPTIONS = 6
_LAST_LINES = 3


class _Part:
    """A paragraph being put together. ``kind``: prose, heading, caption, unit or title."""

    __slots__ = ("kind", "length", "lines")

    def __init__(self, kind: str, line: Line) -> None:
        self.kind, self.lines, self.length = kind, [line], len(line.value)

    def add(self, line: Line) -> None:
        self.lines.append(line)
        self.length += len(line.value)
        if self.kind == "prose" and self.length <= _LONGEST_HEADING and heading(self.value):
            self.kind = "heading"

    @property
    def text(self) -> Text:
        return texts.join(line.text for line in self.lines)

    @property
    def value(self) -> str:
        """The words; ask only of what is short, since they are joined anew each time."""
        return self.text.value

    @property
    def tail(self) -> str:
        """The words of the last line."""
        return self.lines[-1].value

    @property
    def open(self) -> bool:
        """Whether its last line ends amid a sentence."""
        tail = self.tail
        return not is_finished(tail) or bool(_OPEN_LIST.search(tail) or _OPEN_ITEM.search(tail))


class Joiner(Struct, eq=False):
    """Puts lines of prose together; ``entries`` are those of the contents page (see ``names``).

    One joiner serves a whole report, since the numbers of its items go on.
    """

    layout: Layout
    entries: Mapping[str, int] = {}
    _last: dict[int, int] = {}

    def join(self, lines: Sequence[Line], *, before_table: bool = False) -> list[Item]:
        """The paragraphs of consecutive lines; ``before_table`` where a table follows them."""
        parts: list[_Part] = []
        for index, line in enumerate(lines):
            following = lines[index + 1] if index + 1 < len(lines) else None
            kind = self._kind(line, following, last_before_table=before_table and following is None)
            before = self._before(parts, line, kind)
            if before is None:
                parts.append(_Part(kind, line))
                self._count(line)
            else:
                before.add(line)
        _mark_labels(parts)
        return [_item(part) for part in parts]

    def _count(self, line: Line) -> None:
        found = mark(line.value)
        if found:
            self._last[found.level] = found.value
            for level in [level for level in self._last if level > found.level]:
                del self._last[level]

    def _kind(self, line: Line, following: Line | None, *, last_before_table: bool) -> str:
        """What a line is if it begins anew."""
        value = line.value
        if line.level is not None:
            return "heading"
        if is_caption(value):
            return "caption"
        if unit_of(value) or is_table_head(value):
            return "unit"
        if last_before_table or (following and is_table_head(following.value)):
            return "title" if is_title(value) else "prose"
        if following and is_remainder(following.value):
            return "prose"
        named = heading(value) or is_annual(value) or named_level(value, self.entries)
        return "heading" if named else "prose"

    def _before(self, parts: list[_Part], line: Line, kind: str) -> _Part | None:
        """The paragraph that a line goes on with; None where it begins one."""
        if not parts or line.level is not None:
            return None
        part = parts[-1]
        if is_remainder(line.value) and part.lines[0].level is None:
            return part
        if line.bullet or kind in ("caption", "unit", "title") or is_note(line.value):
            return None
        if part.kind == "prose":
            return part if self._goes_on(part, line, kind) else None
        if part.kind == "heading":
            return part if self._wraps(part, line) else None
        return _interrupted(parts, line) if part.kind == "caption" else None

    def _goes_on(self, part: _Part, line: Line, kind: str) -> bool:
        """Whether prose, or the number of a heading alone, goes on in a line."""
        single = len(part.lines) == 1
        if single and _is_bare_number(part.tail):
            return mark(line.value) is None
        found = mark(line.value)
        if found and part.open and self._is_amid(part.tail, found, line.value):
            return True
        if kind == "heading" or (found and found.level != PART):
            return False
        if single and _COMPLETE.fullmatch(part.tail) and _COMPLETE.fullmatch(line.value):
            return False
        if part.open:
            return not self.layout.breaks_off(part.lines, line)
        return self.layout.goes_on(part.lines, line)

    def _is_amid(self, before: str, found: Mark, value: str) -> bool:
        """Whether what looks like an item's number is part of an open sentence."""
        if found.level not in (DIGIT, ROUND) and _WORD.search(before):
            return True
        if is_strong(value) and heading(value):
            return False
        last = self._last.get(found.level, 0)
        if found.level >= DIGIT and _OPEN_FIGURE.search(before):
            return found.value != last + 1
        if found.level == PART or found.value in (0, 1):
            return False
        return not (last and last < found.value <= last + _GAP_IN_NUMBERS)

    def _wraps(self, part: _Part, line: Line) -> bool:
        """Whether a heading goes on in a line: 第三部分 …年度部门决算 / 情况说明."""
        rest = line.value
        if part.lines[0].level is not None or mark(rest):
            return False
        if self._is_wrapped_item(part, line):
            part.kind = "prose"
            return True
        if _YEAR.fullmatch(rest):
            return is_title(part.value)
        return self._completes(part.value, rest)

    def _completes(self, value: str, rest: str) -> bool:
        """Whether a heading that lacks its noun, or one of the contents page, ends with this."""
        if len(rest) > _LONGEST_REST or _INNER.search(rest) or _REFERENCE.match(rest):
            return False
        together = key(value + rest)
        if together in self.entries or key(value) in self.entries:
            return together in self.entries
        if is_strong(value) and not is_ending(rest):
            return False
        return is_strong(together) and heading(together) is not None

    def _is_wrapped_item(self, part: _Part, line: Line) -> bool:
        """Whether a full line that ends in a heading's noun by chance is that of a paragraph."""
        layout = self.layout
        if not (layout.indented and layout.width and line.indent <= layout.base):
            return False
        full = part.lines[-1].edge >= layout.width - 2
        return full and key(part.value) not in self.entries


def _is_bare_number(value: str) -> bool:
    found = mark(value)
    return found is not None and found.end >= len(value) and found.level <= BRACKET


def _interrupted(parts: list[_Part], line: Line) -> _Part | None:
    """The paragraph that captions interrupt amid a sentence, and that a line goes on with."""
    caption = parts[-1].value if parts[-1].length <= _LONGEST_CAPTION else ""
    if caption.count("（") + caption.count("(") > caption.count("）") + caption.count(")"):
        return None if line.gap or _STOPS.search(line.value) else parts[-1]
    near = reversed(parts[-_MOST_CAPTIONS:])
    part = next((part for part in near if part.kind != "caption"), None)
    if part is None or part.kind != "prose" or not part.open or mark(line.value):
        return None
    words = "".join(line.value for line in part.lines[-_LAST_LINES:])
    if not _STOPS.search(words) and _words(words) < _FEWEST_WORDS:
        return None
    if _OPEN.search(words) or _REST.match(line.value):
        return part
    goes_on = _STOPS.search(line.value) and not _OPENING.match(line.value)
    return part if goes_on and _INNER.search(words) else None


def _mark_labels(parts: list[_Part]) -> None:
    """Make the words and figures that a chart leaves beside its caption part of the caption."""
    for index, part in enumerate(parts):
        beside = parts[max(0, index - 1) : index] + parts[index + 1 : index + 2]
        if (
            part.kind == "prose"
            and any(other.kind == "caption" for other in beside)
            and part.length <= _LONGEST_LABEL
            and not _STOPS.search(part.value)
            and not _states(part.value)
            and mark(part.value) is None
        ):
            part.kind = "caption"


def _states(value: str) -> bool:
    """Whether a line without any stop still says of something how much it is."""
    return _AMOUNT.search(value) is not None and _words(value) >= _FEWEST_WORDS


def _words(value: str) -> int:
    """How many Chinese characters there are."""
    return sum("\u4e00" <= character <= "\u9fff" for character in value)


def _item(part: _Part) -> Item:
    level = part.lines[0].level
    if part.kind in ("caption", "unit"):
        return Item(part.text, level, part.kind)
    if part.lines[0].bullet and is_title(part.value):
        return Item(part.text, level, "entry")
    return Item(part.text, level)
