"""The kinds of rule that a pack can declare: the whole registry."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.rules.ground.base import Rule

#: The module and the class of each kind. A result that is kept needs none of them.
_HOMES: dict[str, str] = {
    "account-lists": "account_lists:AccountLists",
    "account-names": "accounts:AccountNames",
    "across": "across:Across",
    "adjusted": "adjusted:Adjusted",
    "against": "against:Against",
    "blank-section": "blank_section:BlankSection",
    "apart": "apart:Apart",
    "balance": "balance:Balance",
    "block-order": "block_order:BlockOrder",
    "block-rate": "block_rate:BlockRate",
    "block-sum": "block_sum:BlockSum",
    "block-target": "block_target:BlockTarget",
    "bounds": "bounds:Bounds",
    "brackets": "brackets:Brackets",
    "carried": "carried:Carried",
    "class-headed": "class_headed:ClassHeaded",
    "classes": "classes:Classes",
    "code-names": "code_names:CodeNames",
    "code-place": "code_place:CodePlace",
    "compared": "compared:Compared",
    "completion": "completion:Completion",
    "components": "components:Components",
    "composed": "composed:Composed",
    "contents": "contents:Contents",
    "count": "tally:Count",
    "depth": "depth:Depth",
    "difference": "difference:Difference",
    "direction": "direction:Direction",
    "division": "division:Division",
    "doubled": "doubled:Doubled",
    "down": "across:Down",
    "echoed": "echoed:Echoed",
    "elsewhere": "elsewhere:Elsewhere",
    "empty-table": "empty:EmptyTable",
    "ending": "ending:Ending",
    "evident": "evident:Evident",
    "flow": "flow:Flow",
    "formula": "formula:Formula",
    "group-sum": "group_sum:GroupSum",
    "growth": "growth:Growth",
    "grown": "grown:Grown",
    "halfwidth": "halfwidth:Halfwidth",
    "hierarchy": "hierarchy:Hierarchy",
    "implied-budget": "implied:ImpliedBudget",
    "implied-whole": "implied_whole:ImpliedWhole",
    "known-names": "known_names:KnownNames",
    "listed": "listed:Listed",
    "listed-twice": "listed_twice:ListedTwice",
    "mean": "mean:Mean",
    "mentioned": "mentioned:Mentioned",
    "mistyped": "mistyped:Mistyped",
    "mixture": "mixture:Mixture",
    "named-rate": "named_rate:NamedRate",
    "named-whole": "named_whole:NamedWhole",
    "negative": "negative:Negative",
    "numbering": "numbering:Numbering",
    "obsolete-names": "obsolete:ObsoleteNames",
    "official-names": "official:OfficialNames",
    "order": "order:Order",
    "other-unit": "other_unit:OtherUnit",
    "parents": "parents:Parents",
    "pattern": "pattern:Pattern",
    "planned": "planned:Planned",
    "planned-change": "planned_change:PlannedChange",
    "points": "points:Points",
    "prior-year": "prior:PriorYear",
    "promised": "promised:Promised",
    "repeated-reason": "repeated:RepeatedReason",
    "repetition": "repetition:Repetition",
    "restated": "restated:Restated",
    "said-equal": "said_equal:SaidEqual",
    "same": "same:Same",
    "sections": "sections:Sections",
    "series": "series:Series",
    "set-off": "set_off:SetOff",
    "share": "share:Share",
    "shared-out": "shared_out:SharedOut",
    "singly": "singly:Singly",
    "stranger": "stranger:Stranger",
    "table-titles": "table_titles:TableTitles",
    "tabled": "tabled:Tabled",
    "tables": "tables:Tables",
    "together": "together:Together",
    "totalled": "totalled:Totalled",
    "transposed": "transposed:Transposed",
    "twin": "twin:Twin",
    "unit-line": "unit_line:UnitLine",
    "unit-name": "unit_name:UnitName",
    "whole-number": "whole:WholeNumber",
    "year": "year:Year",
    "year-parts": "year_parts:YearParts",
}


_FOUND: dict[str, type[Rule]] = {}


class _Kinds(Mapping[str, "type[Rule]"]):
    """The kinds by their names in packs, each loaded when it is first asked for."""

    def __getitem__(self, name: str) -> type[Rule]:
        if name not in _FOUND:
            module, _, kind = _HOMES[name].partition(":")
            _FOUND[name] = getattr(import_module(f"jslint.rules.kinds.{module}"), kind)
        return _FOUND[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_HOMES)

    def __len__(self) -> int:
        return len(_HOMES)


KINDS: Mapping[str, type[Rule]] = _Kinds()
