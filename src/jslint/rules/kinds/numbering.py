"""numbering: numbered headings and items run without a gap and without repetition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from jslint.diagnostic import Holds
from jslint.document import Paragraph, Section
from jslint.headings import split_number
from jslint.patterns import regex
from jslint.phrases import Family
from jslint.rules.bench.grading import capped
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jslint.diagnostic import Outcome
    from jslint.document import Text
    from jslint.rules.ground.context import Context

say = Family("kinds")

_HAN = "零一二三四五六七八九"
_HAN_NUMBER = regex(r"[〇零一二三四五六七八九十百]+")
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_AFTER = 10


class _Item(Struct, frozen=True):
    """A numbered heading or paragraph; ``value`` is its number, ``breaks`` one without a number."""

    value: int
    number: str
    text: Text
    path: tuple[Section, ...]
    body: tuple[Text, ...]
    breaks: bool = False


class _Fault(Struct, frozen=True):
    """An item out of its sequence, with the number that was expected and the item before."""

    item: _Item
    before: _Item
    missing: int


class Numbering(Rule, frozen=True, kw_only=True):
    """Numbers of headings under one heading, and of items in one section, are consecutive.

    A sequence may begin anew with 1, and go on behind that. A number that is missing at the head of a paragraph but stands
    within the one before is an info: the paragraph was not broken there.
    """

    VALUES: ClassVar[frozenset[str]] = frozenset({"number", "problem", "missing"})

    def check(self, context: Context) -> Iterator[Outcome]:
        """Follow every sequence of the report."""
        sequences = [*_headings(context), *_items(context)]
        clean = bool(sequences)
        for sequence in sequences:
            for fault in _faults(sequence):
                outcome = self._diagnose(fault)
                if outcome:
                    clean = False
                    yield outcome
        if clean:
            yield Holds(self.entry.id, ())

    def _diagnose(self, fault: _Fault) -> Outcome | None:
        item, before = fault.item, fault.before
        problem = "gap" if item.value > fault.missing else "repeat"
        place = _within(before, item, fault.missing) if problem == "gap" else None
        if place and place[1] == 0:
            return None
        text, at = place or (item.text, 0)
        end = min(len(text.value), at + max(_AFTER, len(item.number) + 1))
        words = say.phrase(
            f"numbering-{'inline' if place else problem}",
            before=before.number,
            missing=fault.missing,
        )
        return self.diagnose(
            text.at(at, end),
            path=item.path,
            excerpt=text.value[at:end],
            severity=capped(self.entry.severity, "inside-text" if place else ""),
            expected="" if place else str(fault.missing),
            number=_mark_at(text.value, at) if place else item.number,
            missing=fault.missing,
            problem=words,
        )


def _headings(context: Context) -> Iterator[list[_Item]]:
    """The numbered headings below each heading, and those at the top, level by level."""
    yield from _siblings((), [block for block in context.report.sections if block.level])
    for path in context.report.walk():
        yield from _siblings(
            path, [block for block in path[-1].blocks if isinstance(block, Section)]
        )


def _siblings(above: tuple[Section, ...], sections: Sequence[Section]) -> Iterator[list[_Item]]:
    for level in sorted({section.level for section in sections}):
        yield [_heading(above, section, level) for section in sections if section.level <= level]


def _heading(above: tuple[Section, ...], section: Section, level: int) -> _Item:
    """A heading among those of a level; one of a higher level ends their sequence."""
    number, _ = split_number(section.heading.value)
    path, value = (*above, section), _value(number)
    breaks = not value or section.level < level
    return _Item(value, number, section.heading, path, tuple(_texts(section)), breaks=breaks)


def _texts(section: Section) -> Iterator[Text]:
    """The paragraphs of a section and of those below it."""
    for path in section.walk():
        for block in path[-1].blocks:
            if isinstance(block, Paragraph):
                yield block.text


def _items(context: Context) -> Iterator[list[_Item]]:
    """The numbered paragraphs of each section, a sequence for each way of numbering."""
    for path in context.report.walk():
        sequences: dict[int, list[_Item]] = {}
        for block in path[-1].blocks:
            if not isinstance(block, Paragraph) or block.role != "body":
                continue
            number, level = split_number(block.text.value)
            if level is None:
                continue
            for deeper in [known for known in sequences if known > level]:
                yield sequences.pop(deeper)
            item = _Item(_value(number), number, block.text, path, (block.text,))
            sequences.setdefault(level, []).append(item)
        yield from sequences.values()


def _faults(items: Sequence[_Item]) -> Iterator[_Fault]:
    """The items of a sequence that do not follow the one before."""
    before: _Item | None = None
    last = outer = 0
    for index, item in enumerate(items):
        if item.breaks or item.value == 1 or before is None:
            outer = 0 if item.breaks else max(last, outer)
            before, last = (None if item.breaks else item), item.value
            continue
        if item.value == outer + 1 and item.value != last + 1:
            last = outer  # what began anew with 1 was a list below the item before it
        following = items[index + 1].value if index + 1 < len(items) else 0
        if item.value != last + 1:
            yield _Fault(item, before, last + 1)
        # A single wrong number among right ones does not shift those behind it.
        goes_on = item.value > last and following != last + 2
        last = item.value if item.value == last + 1 or goes_on else last + (following == last + 2)
        before = item


def _within(before: _Item, item: _Item, missing: int) -> tuple[Text, int] | None:
    """Where the missing number stands: a text, and 0 at its head or the offset amid it."""
    shape = _shape(item.number, item.text.value, missing)
    for text in before.body:
        for match in re.finditer(rf"(?:^|[。；：\s])\s*({shape})", text.value):
            return text, (0 if not text.value[: match.start(1)].strip() else match.start(1))
    return None


def _shape(number: str, heading: str, value: int) -> str:
    """A pattern of another number printed like this one."""
    han = _HAN_NUMBER.search(number)
    digits = _han(value) if han else str(value)
    if number.startswith(("（", "(")):
        return rf"[（(]\s?{digits}\s?[）)]"
    if "第" in number:
        return re.escape(number[: han.start()] if han else "第") + digits
    return (
        rf"{digits}\s?[{re.escape(heading.lstrip()[len(number) : len(number) + 1] or '、')}、.．]"
    )


def _mark_at(value: str, at: int) -> str:
    return split_number(value[at : at + _AFTER])[0] or value[at : at + 3]


def _value(number: str) -> int:
    """What a numbering counts; 0 where there is none."""
    han = _HAN_NUMBER.search(number)
    if han:
        return _from_han(han[0])
    digits = re.search(r"\d+", number.translate(_WIDE))
    return int(digits[0]) if digits else 0


def _from_han(number: str) -> int:
    """The value of 一 to 九百九十九."""
    total, digit = 0, 0
    for character in number.replace("〇", "零"):
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = _HAN.index(character)
    return total + digit


def _han(value: int) -> str:
    """1 to 99 in Chinese; no report numbers further so."""
    if value >= len(_HAN) * 10:
        return str(value)
    tens, ones = divmod(value, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_HAN[tens]}十"
    return head + (_HAN[ones] if ones else "")
