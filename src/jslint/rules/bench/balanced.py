"""What is left of amounts that came in and went out, and what to say where it is not that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.rules.bench import near, relate
from jslint.rules.bench.cases import Case, Fault

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jslint.claims.model import Claim
    from jslint.rules.bench.cases import Result


def case(closing: Claim, terms: Sequence[tuple[int, Claim]], *, settled: bool = False) -> Case:
    """A closing amount as the sum of others, each with its sign; ``settled`` as of a ``Fault``."""
    relation = relate.total(closing, list(terms))

    def fault(result: Result) -> Fault:
        shown = "".join(f"{'+' if sign > 0 else '-'}{near.printed(one)}" for sign, one in terms)
        return Fault(
            claim=closing,
            others=tuple(one for _, one in terms),
            relation=relation,
            result=result,
            values={"formula": shown.removeprefix("+")},
            settled=settled,
        )

    return Case(closing, relation, fault)
