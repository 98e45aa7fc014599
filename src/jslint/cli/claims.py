"""--show-claims: what was understood, as a tree with line numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tabulate import tabulate

from jslint import claims as narrative
from jslint.rules.base import section_label
from jslint.rules.words import tail

if TYPE_CHECKING:
    from jslint.claims.model import Claim, Claims
    from jslint.document import Report

_KINDS = {
    "amount": "为", "share": "占", "completion": "完成", "change": "增减", "growth": "增减幅度",
    "order": "比较", "flat": "持平", "threshold": "标准", "mention": "提及",
}
_DIRECTIONS = {1: "↑", -1: "↓", 0: "=", None: ""}


def table(report: Report) -> str:
    """The claims of a report: topics with what is said of them, parts indented under their whole."""
    claims = narrative.extract(report)
    depth = _depths(claims)
    rows = [
        (
            claim.place.line or claim.place.page or "",
            "  " * depth.get(claim.topic, 0) + tail(claims.topics[claim.topic].name, 30),
            f"{_KINDS.get(claim.kind, claim.kind)}{_DIRECTIONS[claim.direction]}",
            "".join(claim.text.value[claim.start : claim.end].split()),
            _base(claims, claim),
            tail(section_label(claim.path), 24),
        )
        for claim in claims.claims
    ]
    headers = ("行", "主体", "关系", "数字", "基准", "章节")
    return tabulate(rows, headers=headers, disable_numparse=True) + "\n\n"


def _depths(claims: Claims) -> dict[int, int]:
    depth: dict[int, int] = {}
    for group in claims.groups:
        for part in group.parts:
            depth.setdefault(part, depth.get(group.whole, 0) + 1)
    return depth


def _base(claims: Claims, claim: Claim) -> str:
    if claim.whole is not None:
        return tail(claims.topics[claim.whole].name, 20)
    return claim.whole_name or claim.measure
