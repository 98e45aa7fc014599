"""What a figure is called, by what it measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "amount": ("{name}", "{name}"),
    "prior": ("上年{name}", "{name} of last year"),
    "budget": ("{name}预算", "the budget of {name}"),
    "adjusted": ("{name}预算调整额", "the adjustment of the budget of {name}"),
    "change": ("{name}增减额", "the change of {name}"),
    "growth": ("{name}增减幅度", "the growth of {name}"),
    "share": ("{name}占比", "the share of {name}"),
    "completion": ("{name}完成率", "the completion of {name}"),
    "kind-amount": ("", ""),
    "kind-share": ("占比", "share"),
    "kind-completion": ("完成率", "completion"),
    "kind-change": ("增减额", "change"),
    "kind-growth": ("增减幅度", "growth"),
    "kind-order": ("比较", "comparison"),
    "kind-flat": ("持平", "unchanged"),
    "kind-threshold": ("限额", "limit"),
    "kind-mention": ("提到的数", "mentioned"),
    "kind-prior": ("上年", "last year's "),
    "kind-budget": ("预算", "budget "),
    "kind-adjusted": ("预算调整", "adjustment of the budget "),
}
