"""The kinds of rule that a pack can declare: the whole registry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.rules.kinds.account_lists import AccountLists
from jslint.rules.kinds.accounts import AccountNames
from jslint.rules.kinds.across import Across, Down
from jslint.rules.kinds.blank_section import BlankSection
from jslint.rules.kinds.bounds import Bounds
from jslint.rules.kinds.brackets import Brackets
from jslint.rules.kinds.carried import Carried
from jslint.rules.kinds.classes import Classes
from jslint.rules.kinds.code_names import CodeNames
from jslint.rules.kinds.completion import Completion
from jslint.rules.kinds.contents import Contents
from jslint.rules.kinds.depth import Depth
from jslint.rules.kinds.difference import Difference
from jslint.rules.kinds.direction import Direction
from jslint.rules.kinds.division import Division
from jslint.rules.kinds.doubled import Doubled
from jslint.rules.kinds.empty import EmptyTable
from jslint.rules.kinds.ending import Ending
from jslint.rules.kinds.flow import Flow
from jslint.rules.kinds.formula import Formula
from jslint.rules.kinds.growth import Growth
from jslint.rules.kinds.halfwidth import Halfwidth
from jslint.rules.kinds.hierarchy import Hierarchy
from jslint.rules.kinds.implied import ImpliedBudget
from jslint.rules.kinds.implied_whole import ImpliedWhole
from jslint.rules.kinds.known_names import KnownNames
from jslint.rules.kinds.listed import Listed
from jslint.rules.kinds.mentioned import Mentioned
from jslint.rules.kinds.mixture import Mixture
from jslint.rules.kinds.negative import Negative
from jslint.rules.kinds.numbering import Numbering
from jslint.rules.kinds.obsolete import ObsoleteNames
from jslint.rules.kinds.official import OfficialNames
from jslint.rules.kinds.order import Order
from jslint.rules.kinds.pattern import Pattern
from jslint.rules.kinds.planned import Planned
from jslint.rules.kinds.prior import PriorYear
from jslint.rules.kinds.promised import Promised
from jslint.rules.kinds.repeated import RepeatedReason
from jslint.rules.kinds.repetition import Repetition
from jslint.rules.kinds.restated import Restated
from jslint.rules.kinds.same import Same
from jslint.rules.kinds.sections import Sections
from jslint.rules.kinds.share import Share
from jslint.rules.kinds.shared_out import SharedOut
from jslint.rules.kinds.tables import Tables
from jslint.rules.kinds.tally import Count
from jslint.rules.kinds.together import Together
from jslint.rules.kinds.twin import Twin
from jslint.rules.kinds.unit_line import UnitLine
from jslint.rules.kinds.unit_name import UnitName
from jslint.rules.kinds.whole import WholeNumber
from jslint.rules.kinds.year import Year

if TYPE_CHECKING:
    from jslint.rules.ground.base import Rule

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
