"""Formulas over quantities, as packs write them: ``支出合计 = 基本支出 + 项目支出``.

``parse`` reads one; ``values`` works it out on exact numbers and on intervals, ``dimensions`` says what
it counts. Nothing here knows packs or reports: names stand for whatever the caller gives them.
"""

from __future__ import annotations

from jslint.formulas.model import (
    Binary,
    Call,
    Expression,
    FormulaFault,
    Logical,
    Name,
    Negated,
    Number,
    Relation,
    names,
)
from jslint.formulas.parser import parse

__all__ = [
    "Binary",
    "Call",
    "Expression",
    "FormulaFault",
    "Logical",
    "Name",
    "Negated",
    "Number",
    "Relation",
    "names",
    "parse",
]
