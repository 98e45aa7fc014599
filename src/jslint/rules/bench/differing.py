"""A change beside both amounts that it lies between: what must hold, and what to say where it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from jslint.rules.bench import near, relate
from jslint.rules.bench.cases import Case, Fault, Source
from jslint.rules.ground import words

if TYPE_CHECKING:
    from jslint.claims.model import Claim
    from jslint.figures.figure import Figure
    from jslint.rules.bench.cases import Result


class Figured(Source, Protocol):
    """A figure that a change leads from or to: a claim's, a statement's, one of the text."""

    @property
    def figure(self) -> Figure | None:
        """The figure."""


def case(claim: Claim, current: Figured, base: Figured, sign: int) -> Case:
    """A change, or words of none, on a printed base; ``sign`` is the way that the change went."""
    now, before, change = current.figure, base.figure, claim.figure
    assert now is not None
    assert before is not None
    places = (claim.place, current.place, base.place)
    relation = (
        relate.difference(claim, current, base, sign) if change else relate.same(current, base)
    )

    def fault(result: Result) -> Fault:
        gap = now.exact() - before.exact()
        larger, smaller = (now, before)[::sign]
        return Fault(
            claim=claim,
            others=(current, base),
            relation=relation,
            figures=places,
            result=result,
            notes=None if change else (),
            expected=words.amount(abs(gap), now),
            actual=near.said(claim),
            values={
                "current": words.printed(now),
                "base": words.printed(before),
                "formula": f"{words.printed(larger)}-{words.printed(smaller)}",
                "difference": words.amount(sign * gap, now),
            },
            like=now,
        )

    return Case(claim, relation, fault, figures=places)
