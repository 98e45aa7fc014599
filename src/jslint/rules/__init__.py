"""The kinds of rule that a pack can declare: the whole registry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.rules.accounts import AccountNames
from jslint.rules.across import Across, Down
from jslint.rules.classes import Classes
from jslint.rules.completion import Completion
from jslint.rules.direction import Direction
from jslint.rules.division import Division
from jslint.rules.empty import EmptyTable
from jslint.rules.growth import Growth
from jslint.rules.hierarchy import Hierarchy
from jslint.rules.identity import Identity, Same, Together
from jslint.rules.implied import ImpliedBudget
from jslint.rules.listed import Listed
from jslint.rules.order import Order
from jslint.rules.restated import Restated
from jslint.rules.share import Share
from jslint.rules.tally import Count
from jslint.rules.twin import Twin
from jslint.rules.whole import WholeNumber

if TYPE_CHECKING:
    from jslint.rules.base import Rule

KINDS: dict[str, type[Rule]] = {
    "account-names": AccountNames,
    "across": Across,
    "classes": Classes,
    "completion": Completion,
    "count": Count,
    "direction": Direction,
    "division": Division,
    "down": Down,
    "empty-table": EmptyTable,
    "growth": Growth,
    "hierarchy": Hierarchy,
    "identity": Identity,
    "implied-budget": ImpliedBudget,
    "listed": Listed,
    "order": Order,
    "restated": Restated,
    "same": Same,
    "share": Share,
    "together": Together,
    "twin": Twin,
    "whole-number": WholeNumber,
}
