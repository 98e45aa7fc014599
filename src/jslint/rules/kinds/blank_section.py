"""blank-section: a heading has something under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule
from jslint.rules.ground.concordance import squeeze

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.diagnostic import Outcome
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


class BlankSection(Rule, frozen=True, kw_only=True):
    """Every section in one that ``within`` finds has a paragraph, a table or sections of its own.

    A report in which most of them have nothing is a list of headings, and is not asked for more.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {"within": options.pattern}
    VALUES: ClassVar[frozenset[str]] = frozenset()

    within: re2._Regexp

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look at every heading."""
        asked = [
            path
            for path in context.report.walk()
            if any(self.within.finds(squeeze(section.heading.value)) for section in path)
        ]
        blank = [path for path in asked if not path[-1].blocks]
        if 2 * len(blank) >= len(asked):
            return
        for path in blank:
            heading = path[-1].heading
            yield self.diagnose(heading.at(), path=path, excerpt=heading.value)
        if not blank:
            yield Holds(self.entry.id, ())
