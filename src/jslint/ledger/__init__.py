"""A table as its reader understands it: lines with a code and a name, columns with a header path.

Side-by-side tables (income | expenditure) become two ledgers. Nothing is guessed: a table whose
columns cannot be told apart yields no ledger.
"""

from jslint.ledger.clipped import may_be as may_be_clipped
from jslint.ledger.clipped import whole
from jslint.ledger.heads import is_lane
from jslint.ledger.model import Column, Ledger, Line, plain
from jslint.ledger.parts import Gathered, gather
from jslint.ledger.reading import read
from jslint.ledger.seats import is_slip

__all__ = [
    "Column",
    "Gathered",
    "Ledger",
    "Line",
    "gather",
    "is_lane",
    "is_slip",
    "may_be_clipped",
    "plain",
    "read",
    "whole",
]
