"""What a figure is called: the topic of a claim with what is stated of it, the row of a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.claims.model import AMOUNT, BUDGET, CHANGE, COMPLETION, GROWTH, PRIOR, SHARE

if TYPE_CHECKING:
    from jslint.claims.model import Claim, Claims
    from jslint.ledger import Line

_OF = {
    "zh": {
        AMOUNT: "{}",
        PRIOR: "上年{}",
        BUDGET: "{}预算",
        CHANGE: "{}增减额",
        GROWTH: "{}增减幅度",
        SHARE: "{}占比",
        COMPLETION: "{}完成率",
    },
    "en": {
        AMOUNT: "{}",
        PRIOR: "{} of last year",
        BUDGET: "the budget of {}",
        CHANGE: "the change of {}",
        GROWTH: "the growth of {}",
        SHARE: "the share of {}",
        COMPLETION: "the completion of {}",
    },
}


def claimed(lang: str, claim: Claim, claims: Claims) -> str:
    """A claim's topic with what is stated of it, where that is not its outturn."""
    name = claims.topics[claim.topic].name
    if claim.kind != AMOUNT:
        return _OF[lang].get(claim.kind, "{}").format(name)
    if claim.measure.startswith(PRIOR):
        return _OF[lang][PRIOR].format(name)
    return _OF[lang][BUDGET if claim.measure.startswith(BUDGET) else AMOUNT].format(name)


def row(line: Line) -> str:
    """A row's name, or its code where it has none."""
    return line.name or line.code
