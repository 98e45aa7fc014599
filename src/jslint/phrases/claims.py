"""What the table of statements (--show-claims) says."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "line": ("行", "line"),
    "subject": ("主体", "subject"),
    "relation": ("关系", "relation"),
    "figure": ("数字", "figure"),
    "base": ("基准", "base"),
    "section": ("章节", "section"),
    "kind-amount": ("为", "is"),
    "kind-share": ("占", "share"),
    "kind-completion": ("完成", "completes"),
    "kind-change": ("增减", "change"),
    "kind-growth": ("增减幅度", "growth"),
    "kind-order": ("比较", "comparison"),
    "kind-flat": ("持平", "unchanged"),
    "kind-threshold": ("标准", "limit"),
    "kind-mention": ("提及", "mentioned"),
    "base-prior": ("上年", "last year"),
    "base-budget": ("预算", "budget"),
    "base-adjusted": ("预算调整", "adjusted budget"),
}
