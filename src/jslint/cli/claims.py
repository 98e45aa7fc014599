"""--show-claims: what was understood, as a tree with line numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint import claims as narrative
from jslint.cli.table import draw
from jslint.formatters.places import where
from jslint.harmful import clean
from jslint.phrases import Family
from jslint.rules.ground.base import section_label
from jslint.rules.ground.words import tail

if TYPE_CHECKING:
    from jslint.claims.model import Claim, Claims
    from jslint.document import Report

say = Family("claims")
_DIRECTIONS = {1: "↑", -1: "↓", 0: "=", None: ""}
_HEADERS = ("line", "subject", "relation", "figure", "base", "section")


def table(report: Report, lang: str) -> str:
    """The claims of a report: topics and what is said of them, parts indented under their whole."""
    claims = narrative.extract(report)
    depth = _depths(claims)
    rows = [_row(claims, claim, depth, lang) for claim in claims.claims]
    return f"{clean(report.path)}\n{draw(rows, tuple(say(lang, key) for key in _HEADERS))}\n\n"


def _row(claims: Claims, claim: Claim, depth: dict[int, int], lang: str) -> tuple[str, ...]:
    return (
        where("", claim.place).removeprefix(":").partition(":")[0],
        "  " * depth.get(claim.topic, 0) + tail(claims.topics[claim.topic].name, 30),
        f"{_kind(claim, lang)}{_DIRECTIONS[claim.direction]}",
        "".join(claim.text.value[claim.start : claim.end].split()),
        _base(claims, claim, lang),
        tail(section_label(claim.path), 24),
    )


def _depths(claims: Claims) -> dict[int, int]:
    depth: dict[int, int] = {}
    for group in claims.groups:
        for part in group.parts:
            depth.setdefault(part, depth.get(group.whole, 0) + 1)
    return depth


def _kind(claim: Claim, lang: str) -> str:
    key = f"kind-{claim.kind}"
    return say(lang, key) if key in say else claim.kind


def _base(claims: Claims, claim: Claim, lang: str) -> str:
    if claim.whole is not None:
        return tail(claims.topics[claim.whole].name, 20)
    base, _, name = claim.measure.partition(":")
    known = {"actual": ""} | {
        one: say(lang, f"base-{one}") for one in ("prior", "budget", "adjusted")
    }
    return claim.whole_name or f"{name}{known.get(base, base)}"
