"""whole-number: people, vehicles, visits and the like are counted in whole numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.claims import cues
from jslint.figures.figure import Dimension
from jslint.rules.ground import options, words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.diagnostic import Outcome
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


class WholeNumber(Rule, frozen=True, kw_only=True):
    """A count in one of the given units has no decimals, unless it is an average (户均 3.2 人)."""

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {"units": options.texts}
    VALUES: ClassVar[frozenset[str]] = frozenset({"subject", "stated"})

    units: tuple[str, ...]

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look at every count of the narrative; a whole one is no evidence, so nothing holds."""
        for claim in context.claims.claims:
            figure = claim.figure
            if figure is None or figure.unit.dimension is not Dimension.COUNT:
                continue
            each = cues.AVERAGE.search(claim.text.value[claim.clause : claim.start])
            if figure.unit.name in self.units and figure.quantum < 1 and not each:
                yield self.diagnose(
                    claim.place,
                    path=claim.path,
                    excerpt=claim.excerpt,
                    actual=words.printed(figure),
                    figures=(claim.place,),
                    subject=context.claims.topics[claim.topic].name,
                    stated=words.printed(figure),
                )
