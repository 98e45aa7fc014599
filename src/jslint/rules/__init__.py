"""The kinds of rule that a pack can declare: the whole registry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.rules.account_lists import AccountLists
from jslint.rules.accounts import AccountNames
from jslint.rules.across import Across, Down
from jslint.rules.blank_section import BlankSection
from jslint.rules.bounds import Bounds
from jslint.rules.brackets import Brackets
from jslint.rules.carried import Carried
from jslint.rules.classes import Classes
from jslint.rules.code_names import CodeNames
from jslint.rules.completion import Completion
from jslint.rules.contents import Contents
from jslint.rules.depth import Depth
from jslint.rules.difference import Difference
from jslint.rules.direction import Direction
from jslint.rules.division import Division
from jslint.rules.doubled import Doubled
from jslint.rules.empty import EmptyTable
from jslint.rules.ending import Ending
from jslint.rules.flow import Flow
from jslint.rules.formula import Formula
from jslint.rules.growth import Growth
from jslint.rules.halfwidth import Halfwidth
from jslint.rules.hierarchy import Hierarchy
from jslint.rules.implied import ImpliedBudget
from jslint.rules.implied_whole import ImpliedWhole
from jslint.rules.known_names import KnownNames
from jslint.rules.listed import Listed
from jslint.rules.mentioned import Mentioned
from jslint.rules.mixture import Mixture
from jslint.rules.negative import Negative
from jslint.rules.numbering import Numbering
from jslint.rules.obsolete import ObsoleteNames
from jslint.rules.official import OfficialNames
from jslint.rules.order import Order
from jslint.rules.pattern import Pattern
from jslint.rules.planned import Planned
from jslint.rules.prior import PriorYear
from jslint.rules.promised import Promised
from jslint.rules.repeated import RepeatedReason
from jslint.rules.repetition import Repetition
from jslint.rules.restated import Restated
from jslint.rules.same import Same
from jslint.rules.sections import Sections
from jslint.rules.share import Share
from jslint.rules.shared_out import SharedOut
from jslint.rules.tables import Tables
from jslint.rules.tally import Count
from jslint.rules.together import Together
from jslint.rules.twin import Twin
from jslint.rules.unit_line import UnitLine
from jslint.rules.unit_name import UnitName
from jslint.rules.whole import WholeNumber
from jslint.rules.year import Year

if TYPE_CHECKING:
    from jslint.rules.base import Rule

KINDS: dict[str, type[Rule]] = {
    "account-lists": AccountLists,
    "account-names": AccountNames,
    "across": Across,
    "blank-section": BlankSection,
    "bounds": Bounds,
    "brackets": Brackets,
    "carried": Carried,
    "classes": Classes,
    "code-names": CodeNames,
    "completion": Completion,
    "contents": Contents,
    "count": Count,
    "depth": Depth,
    "difference": Difference,
    "direction": Direction,
    "division": Division,
    "doubled": Doubled,
    "down": Down,
    "empty-table": EmptyTable,
    "ending": Ending,
    "flow": Flow,
    "formula": Formula,
    "growth": Growth,
    "halfwidth": Halfwidth,
    "hierarchy": Hierarchy,
    "implied-budget": ImpliedBudget,
    "implied-whole": ImpliedWhole,
    "known-names": KnownNames,
    "listed": Listed,
    "mentioned": Mentioned,
    "mixture": Mixture,
    "negative": Negative,
    "numbering": Numbering,
    "obsolete-names": ObsoleteNames,
    "official-names": OfficialNames,
    "order": Order,
    "pattern": Pattern,
    "planned": Planned,
    "prior-year": PriorYear,
    "promised": Promised,
    "repeated-reason": RepeatedReason,
    "repetition": Repetition,
    "restated": Restated,
    "same": Same,
    "sections": Sections,
    "share": Share,
    "shared-out": SharedOut,
    "tables": Tables,
    "together": Together,
    "twin": Twin,
    "unit-line": UnitLine,
    "unit-name": UnitName,
    "whole-number": WholeNumber,
    "year": Year,
}
