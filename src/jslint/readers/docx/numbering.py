"""Automatic numbering: what Word prints before a paragraph, counted through the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint.patterns import regex
from jslint.readers.docx.names import child, is_on, number, value, w, whole
from jslint.readers.docx.numerals import numeral

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

    from jslint.readers.docx.styles import Styles

_PLACEHOLDER = regex(r"%([1-9])")
_CLOSED = regex(r"[、．.，,：:）)】〕\]]$")
_LEVELS = 9
_LARGEST = 100_000


class Level(Struct, frozen=True):
    """One level of a list: ``text`` is its template, as in ``（%1）``.

    ``restart`` is the 1-based level whose use starts this one anew, 0 for never, None for any
    higher one. ``legal`` prints the numbers of all levels in decimal.
    """

    start: int = 1
    style: str = "decimal"
    text: str = ""
    gap: str = "tab"
    restart: int | None = None
    legal: bool = False


class List(Struct, frozen=True):
    """A numbering instance: the counters it shares, its levels and where it starts them anew."""

    counters: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = {}


class Lists(Struct, frozen=True):
    """The numbering instances by id, and the level that each style is linked to, by list."""

    by_id: Mapping[str, List]
    linked: Mapping[tuple[str, str], int] = {}


def read(root: Element | None, styles: Styles) -> Lists:
    """The numbering part of a document."""
    if root is None:
        return Lists({})
    abstracts = {found.get(w("abstractNumId"), ""): found for found in root.iter(w("abstractNum"))}
    instances = {found.get(w("numId"), ""): found for found in root.iter(w("num"))}
    by_id: dict[str, List] = {}
    linked: dict[tuple[str, str], int] = {}
    for name, element in instances.items():
        counters = value(child(element, "abstractNumId")) or ""
        counters = _linked_to(counters, abstracts, instances, styles)
        base = abstracts.get(counters)
        by_id[name] = _list(element, base, counters)
        for found in base.iter(w("lvl")) if base is not None else ():
            style = value(child(found, "pStyle"))
            if style:
                linked[name, style] = whole(found.get(w("ilvl"))) or 0
    return Lists(by_id, linked)


def _linked_to(
    name: str, abstracts: Mapping[str, Element], instances: Mapping[str, Element], styles: Styles
) -> str:
    """The definition that one which only refers to a numbering style stands for."""
    style = value(child(abstracts.get(name), "numStyleLink"))
    if style is None:
        return name
    instance = instances.get(styles.of(style).list_id or "")
    return value(child(instance, "abstractNumId")) or name


def _list(element: Element, base: Element | None, counters: str) -> List:
    levels = dict(_levels(base))
    starts: dict[int, int] = {}
    for override in element.iter(w("lvlOverride")):
        at = whole(override.get(w("ilvl"))) or 0
        levels |= dict(_levels(override))
        start = number(child(override, "startOverride"))
        if start is not None:
            starts[at] = start
            levels[at] = replace(levels.get(at, Level()), start=start)
    return List(counters, levels, starts)


def _levels(element: Element | None) -> Iterator[tuple[int, Level]]:
    for found in element.iter(w("lvl")) if element is not None else ():
        hidden = is_on(child(child(found, "rPr"), "vanish"))
        start = number(child(found, "start"))
        yield (
            whole(found.get(w("ilvl"))) or 0,
            Level(
                start=1 if start is None else start,
                style=_style(found),
                text="" if hidden else value(child(found, "lvlText")) or "",
                gap=value(child(found, "suff")) or "tab",
                restart=number(child(found, "lvlRestart")),
                legal=is_on(child(found, "isLgl")),
            ),
        )


def _style(level: Element) -> str:
    """The numeral style; one that this version of Word added has its stand-in beside it."""
    found = next(level.iter(w("numFmt")), None)
    return value(found) or "decimal"


class Counters(Struct):
    """Counts the paragraphs of every list as the document is read from its beginning."""

    lists: Lists
    _at: dict[str, dict[int, int]] = {}
    _started: set[tuple[str, int]] = set()

    def printed(self, list_id: str, at: int) -> str:
        """Count a paragraph and give what stands before it, with the gap; empty without a list."""
        found = self.lists.by_id.get(list_id)
        level = found.levels.get(at) if found else None
        if found is None or level is None or not 0 <= at < _LEVELS:
            return ""
        state = self._at.setdefault(found.counters, {})
        self._count(state, list_id, found, at)
        if level.style == "bullet":
            return ""
        text = _PLACEHOLDER.sub(lambda match: _shown(found, state, level, match), level.text)
        text = text.strip()
        return text if not text or level.gap == "nothing" or _CLOSED.search(text) else f"{text} "

    def _count(self, state: dict[int, int], list_id: str, found: List, at: int) -> None:
        anew = at in found.starts and (list_id, at) not in self._started
        self._started.add((list_id, at))
        if anew or at not in state:
            state[at] = found.levels[at].start
        else:
            state[at] = min(state[at] + 1, _LARGEST)
        for lower in [lower for lower in state if lower > at]:
            restart = found.levels.get(lower, Level()).restart
            if restart is None or at < restart:
                del state[lower]


def _shown(found: List, state: Mapping[int, int], level: Level, match: re.Match[str]) -> str:
    """The number of one level in a template; one not yet counted stands at its start."""
    at = int(match[1]) - 1
    named = found.levels.get(at, Level())
    return numeral(state.get(at, named.start), "decimal" if level.legal else named.style)
