"""unit-name: the unit's own name is the same wherever it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.claims import names
from jslint.diagnostic import Holds
from jslint.headings import split_number
from jslint.rules.ground.base import Rule
from jslint.rules.ground.concordance import Concordance, Hit, concordance, squeeze
from jslint.rules.ground.searching import line_pattern, line_patterns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.diagnostic import Outcome
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

_HEADINGS = ("heading", "title", "entry")
_SHORTEST = 6
_SHORTEST_PART = 4
_LONG = 12
_MEDIUM = 8
_HEAD_NOUN = 4
_LOOK_AHEAD = 16
_MOST_RELATED = 50
#: One word for another between two nouns: the commonest slip.
_JOINTS = frozenset("和与及、暨")
#: Names that differ in one of these are those of different bodies.
_TELLING = frozenset("一二三四五六七八九十东南西北中省市区县州镇乡厅局委部0123456789XxＸ×")


class UnitName(Rule, frozen=True, kw_only=True):
    """The name in the report's title is printed alike in headings and in the text.

    ``named`` are patterns whose group ``name`` is the unit's name in a heading or a table's title;
    a part of the name there is a variant, unless only the region is left out. In prose a variant differs from the name in one character
    or in the order of two. Names of other bodies, such as superior and subordinate ones, are left
    alone: near the end of a short name any other character may make another body, unless what
    ``followed-by`` finds comes next, as behind the subject of a statement, or a character is
    printed twice. All places of one variant are one diagnostic.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "named": line_patterns,
        "followed-by": line_pattern,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset({"unit", "variant", "count"})

    named: tuple[re2._Regexp, ...] = ()
    followed_by: re2._Regexp | None = None

    def check(self, context: Context) -> Iterator[Outcome]:
        """Collect the variants of the unit's name."""
        unit = squeeze(context.report.meta.unit.value)
        if len(unit) < _SHORTEST_PART:
            yield self.unchecked("no-unit")
            return
        variants: dict[str, list[Hit]] = {}
        for hit in (*self._headings(context, unit), *self._prose(context, unit)):
            known = variants.setdefault(squeeze(hit.excerpt), [])
            if all(hit.place != other.place for other in known):
                known.append(hit)
        printed = concordance(context).text.count(unit)
        for variant, hits in variants.items():
            hits.sort(key=lambda hit: hit.place.order)
            yield self._diagnose(context, variant, hits, printed)
        if not variants:
            yield Holds(self.entry.id, ())

    def _headings(self, context: Context, unit: str) -> Iterator[Hit]:
        """The parts and variants of the name that headings and titles have in its place."""
        titles = Concordance.of(tuple(p for p in context.prose if p.role in _HEADINGS))
        for pattern in self.named:
            for hit in titles.find(pattern):
                found = _without_number(hit)
                name = squeeze(found.excerpt)
                if name != unit and (_is_part(name, unit) or _is_variant(name, unit, sure=True)):
                    yield found

    def _prose(self, context: Context, unit: str) -> Iterator[Hit]:
        """The variants of the name anywhere in the prose."""
        if len(unit) < _SHORTEST:
            return
        source = concordance(context)
        at = source.text.find(unit[:2])
        while at >= 0:
            if not source.text.startswith(unit, at):
                size = self._size(source.text, at, unit)
                if size:
                    piece, start = source.at(at)
                    yield Hit(piece, start, start + size, {})
            at = source.text.find(unit[:2], at + 1)

    def _size(self, text: str, at: int, unit: str) -> int:
        """How long the variant at an offset is; 0 where none begins there."""
        for size in (len(unit), len(unit) - 1, len(unit) + 1):
            name = text[at : at + size]
            sure = self._is_subject(text, at + size)
            if squeeze(name) == name and _is_variant(name, unit, sure=sure):
                return size
        return 0

    def _is_subject(self, text: str, end: int) -> bool:
        return bool(self.followed_by and self.followed_by.match(text[end : end + _LOOK_AHEAD]))

    def _diagnose(self, context: Context, variant: str, hits: list[Hit], printed: int) -> Outcome:
        """Name the variant; or the title itself, where the text has the variant more often."""
        name = context.report.meta.unit
        unit = squeeze(name.value)
        first, *rest = hits
        if printed <= 1 < len(hits) and _is_variant(variant, unit, sure=True):
            return self.diagnose(
                name.at(),
                excerpt=unit,
                actual=unit,
                expected=variant,
                count=1,
                related=tuple(hit.related for hit in hits[:_MOST_RELATED]),
                unit=variant,
                variant=unit,
            )
        return self.diagnose(
            first.place,
            path=first.prose.path,
            excerpt=first.excerpt,
            actual=variant,
            expected=unit,
            related=tuple(hit.related for hit in rest[:_MOST_RELATED]),
            unit=unit,
            variant=variant,
            count=len(hits),
        )


def _without_number(hit: Hit) -> Hit:
    """The group ``name`` of a hit, without the heading's numbering."""
    number, _ = split_number(hit.prose.text.value)
    name = hit.groups.get("name", "")
    start = hit.prose.text.value.find(name, hit.start) if name else hit.start
    end = start + len(name) if name else hit.end
    if number and name.startswith(number):
        start += len(number)
    return Hit(hit.prose, start, end, hit.groups)


def _is_part(name: str, unit: str) -> bool:
    """Whether a name is the unit's with characters left out, down to the last one."""
    if not _SHORTEST_PART <= len(name) < len(unit) or name[-1] != unit[-1]:
        return False
    if names.is_without_region(name, unit):
        return False
    rest = iter(unit)
    return all(character in rest for character in name)


def _is_variant(name: str, unit: str, *, sure: bool = False) -> bool:
    """Whether a name is the unit's with a slip of the pen, rather than that of another body.

    ``sure`` says that where it stands it can hardly be another body's.
    """
    if name == unit or name[-1:] != unit[-1] or abs(len(name) - len(unit)) > 1:
        return False
    start, was, becomes = _difference(unit, name)
    if len(was) == len(becomes) == 2 and was == becomes[::-1]:  # noqa: PLR2004
        return True
    if not was and len(becomes) == 1 and name[start - 1 : start] == becomes:
        return True  # no body's name doubles a character of another's
    if len(was) > 1 or len(becomes) > 1 or _TELLING.intersection(was + becomes):
        return False
    if sure or (was in _JOINTS and becomes in _JOINTS):
        return True
    if not was or not becomes:
        return len(unit) >= _MEDIUM and (start <= len(unit) - _HEAD_NOUN or len(unit) >= _LONG)
    return len(unit) >= _LONG and start <= len(unit) - _HEAD_NOUN


def _difference(one: str, other: str) -> tuple[int, str, str]:
    """Where two strings begin to differ, and what stands there in each up to their common end."""
    shorter = min(len(one), len(other))
    start = next((i for i in range(shorter) if one[i] != other[i]), shorter)
    end = next((i for i in range(shorter - start) if one[-1 - i] != other[-1 - i]), shorter - start)
    return start, one[start : len(one) - end], other[start : len(other) - end]
