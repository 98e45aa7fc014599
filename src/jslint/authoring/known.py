"""What patterns of a pack are matched with: names that packs demand, and how texts are made plain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint import ledger
from jslint.claims import names
from jslint.figures.figure import fold
from jslint.readers import text
from jslint.rules.ground.concordance import squeeze
from jslint.rules.kinds.sections import Sections
from jslint.rules.kinds.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    import re2

    from jslint.rules.ground.base import Rule

#: What may stand before a title in a report; a pattern may ask for it or for its absence.
_BEFORE = ("", "一、", "（一）", "1.", "2024年度", "某单位2024年度")


class Titles(Struct, frozen=True):
    """The titles that packs demand (``names``), as reports may print them (``lines``)."""

    names: tuple[str, ...]
    lines: tuple[str, ...]

    def fit(self, pattern: re2._Regexp) -> bool:
        """Whether a pattern finds something in any of them."""
        return any(pattern.search(line) for line in self.lines)

    def near(self, pattern: str) -> tuple[str, ...]:
        """The titles that a pattern is like."""
        from difflib import get_close_matches  # noqa: PLC0415 - only where something is wrong

        return tuple(get_close_matches(pattern, dict.fromkeys(self.names), n=3, cutoff=0.5))


def tables(rules: Iterable[Rule]) -> Titles:
    """The titles of the tables that rules demand, as ledgers name them."""
    titles = tuple(one.title for rule in rules if isinstance(rule, Tables) for one in rule.required)
    plain = dict.fromkeys(form for title in titles for form in (title, names.plain(title)))
    return Titles(titles, tuple(ledger.plain(f"{it}{title}") for title in plain for it in _BEFORE))


def sections(rules: Iterable[Rule]) -> Titles:
    """The headings that rules demand, and with them those of all examples."""
    rules = tuple(rules)
    titles = tuple(
        one.title for rule in rules if isinstance(rule, Sections) for one in rule.required
    )
    # A pack may look into sections that nothing demands; an example shows that they exist.
    shown = tuple(dict.fromkeys(_shown(rules))) if titles else ()
    return Titles(titles, (*(f"{it}{title}" for title in titles for it in _BEFORE), *shown))


def _shown(rules: Iterable[Rule]) -> Iterator[str]:
    for rule in rules:
        for example in rule.entry.examples:
            report = text.read(example.text.encode(), "example.txt")
            yield from (path[-1].heading.value for path in report.walk())


def _survives(plain: Callable[[str], str]) -> Callable[[str], bool]:
    """Whether a character is still there once a text was made plain."""
    return lambda character: plain(character) == character


_TABLE = "table", _survives(ledger.plain)
_NAME = "name", _survives(lambda character: names.plain(fold(character)))
_HEADING = "heading", _survives(squeeze)

#: How the text is made plain that the patterns of a field are matched with, and what can be in it.
TEXTS: Mapping[str, tuple[str, Callable[[str], bool]]] = {
    **dict.fromkeys(("table", "tables", "row", "column", "columns"), _TABLE),
    **dict.fromkeys(("above", "beneath", "apart", "total", "parts", "minus"), _TABLE),
    "subject": _NAME,
    **dict.fromkeys(("heading", "under"), _HEADING),
}
