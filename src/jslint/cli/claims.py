"""--show-claims: what was understood, as a tree with line numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint import claims as narrative
from jslint.cli.table import draw
from jslint.formatters.places import where
from jslint.harmful import clean
from jslint.rules.ground.base import section_label
from jslint.rules.ground.words import tail

if TYPE_CHECKING:
    from jslint.claims.model import Claim, Claims
    from jslint.document import Report

_KINDS = {
    "amount": "为",
    "share": "占",
    "completion": "完成",
    "change": "增减",
    "growth": "增减幅度",
    "order": "比较",
    "flat": "持平",
    "threshold": "标准",
    "mention": "提及",
}
_DIRECTIONS = {1: "↑", -1: "↓", 0: "=", None: ""}
_BASES = {"actual": "", "prior": "上年", "budget": "预算"}
_HEADERS = ("行", "主体", "关系", "数字", "基准", "章节")


def table(report: Report) -> str:
    """The claims of a report: topics and what is said of them, parts indented under their whole."""
    claims = narrative.extract(report)
    depth = _depths(claims)
    rows = [_row(claims, claim, depth) for claim in claims.claims]
    return f"{clean(report.path)}\n{draw(rows, _HEADERS)}\n\n"


def _row(claims: Claims, claim: Claim, depth: dict[int, int]) -> tuple[str, ...]:
    return (
        where("", claim.place).removeprefix(":").partition(":")[0],
        "  " * depth.get(claim.topic, 0) + tail(claims.topics[claim.topic].name, 30),
        f"{_KINDS.get(claim.kind, claim.kind)}{_DIRECTIONS[claim.direction]}",
        "".join(claim.text.value[claim.start : claim.end].split()),
        _base(claims, claim),
        tail(section_label(claim.path), 24),
    )


def _depths(claims: Claims) -> dict[int, int]:
    depth: dict[int, int] = {}
    for group in claims.groups:
        for part in group.parts:
            depth.setdefault(part, depth.get(group.whole, 0) + 1)
    return depth


def _base(claims: Claims, claim: Claim) -> str:
    if claim.whole is not None:
        return tail(claims.topics[claim.whole].name, 20)
    base, _, name = claim.measure.partition(":")
    return claim.whole_name or f"{name}{_BASES.get(base, base)}"
