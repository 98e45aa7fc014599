"""A suppression: which diagnostic somebody accepts, why, and until when."""

from __future__ import annotations

import re
from datetime import date
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.document import NOWHERE, Place
from jslint.patterns import regex
from jslint.suppress.wording import say

if TYPE_CHECKING:
    from jslint.document import Aside

_VERB = regex(r"(?:ignore(?![A-Za-z])|忽略)\s{0,9}[:：]?\s{0,9}", re.IGNORECASE)
_ID = r"[A-Za-z][A-Za-z0-9-]{1,30}"
_IDS = regex(rf"({_ID}(?:\s{{0,3}}[,，、]\s{{0,3}}{_ID}){{0,20}})(?![A-Za-z0-9-])[\s:：,，]{{0,9}}")
_QUOTE = regex(
    r"(?:原文|quote)\s{0,3}[:：=]?\s{0,3}[“\"「『]([^”\"」』]{1,200})[”\"」』][\s:：,，]{0,9}"
)
_UNTIL = regex(r"(?:至|until)\s{0,3}[:：=]?\s{0,3}(\d{4}[-/.年][\d月日./-]{1,8})[\s:：,，]{0,9}")
_LAST = regex(
    r"[\s,，;；(（]{0,9}(?:至|until)\s{0,3}[:：=]?\s{0,3}(\d{4}[-/.年][\d月日./-]{1,8})[)）]?$"
)
_DATE = regex(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")


class Suppression(Struct, frozen=True):
    """What one remark, or one entry of a file, accepts.

    ``rules`` are ids or their beginnings. It is about what stands from ``since`` to ``until_order``
    in reading order (``bounded``), at the place that ``spot`` names, and holds the words ``quote``.
    ``file`` is empty for a remark in the report itself. ``fault`` says what is wrong with it.
    ``shared`` says that it may be meant for another report, ``names`` which files of its folder it
    is for, empty for all.
    """

    rules: tuple[str, ...]
    reason: str
    place: Place
    words: str
    last_day: date | None = None
    quote: str = ""
    spot: str = ""
    bounded: bool = False
    since: tuple[int, ...] = ()
    until: tuple[int, ...] = ()
    file: str = ""
    fault: str = ""
    shared: bool = False
    names: str = ""


def ids(text: str) -> tuple[str, ...]:
    """Rule ids or their beginnings that stand with commas between them."""
    return tuple(part.strip().upper() for part in re.split(r"[,，、\s]", text) if part.strip())


def day(text: str) -> date | None:
    """A date as people write it; None for what is none."""
    match = _DATE.fullmatch(text.strip())
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def is_for(pattern: str, name: str) -> bool:
    """Whether a name, or a pattern with wildcards, is that of a file."""
    return not pattern or pattern == name or fnmatchcase(name, pattern)


def of_aside(aside: Aside, lang: str) -> Suppression:
    """The suppression that a remark in the report is: ``忽略 TRD101 原文“…” 至2026-12-31 理由``."""
    words = aside.words
    verb = _VERB.match(words)
    if verb is None:
        return _faulty(aside, say(lang, "unknown", words=words[:20]))
    rest = words[verb.end() :]
    named = _IDS.match(rest)
    if named is None:
        return _faulty(aside, say(lang, "no-rule"))
    rest = rest[named.end() :]
    quote, rest = _cut(_QUOTE, rest)
    until, rest = _cut(_UNTIL, rest)
    if not until and (last := _LAST.search(rest)):
        until, rest = last[1], rest[: last.start()]
    last_day = day(until)
    if until and last_day is None:
        return _faulty(aside, say(lang, "bad-date", words=until))
    return Suppression(
        ids(named[1]), rest.strip(), aside.place, words, last_day, quote,
        bounded=True, since=aside.since, until=aside.until,
    )  # fmt: skip


def _cut(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    """What a pattern says at the head of a text, empty for nothing, and the rest."""
    match = pattern.match(text)
    return (match[1], text[match.end() :]) if match else ("", text)


def _faulty(aside: Aside, fault: str) -> Suppression:
    return Suppression((), "", aside.place or NOWHERE, aside.words, fault=fault)
