"""What each shipped rule has shown, and whether that makes it stable.

The data is written by ``python -m benchmarks.rule_evidence``; docs/stability.md says what it means.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct, json

if TYPE_CHECKING:
    from collections.abc import Mapping

PATH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "evidence.json")
STABLE, PREVIEW = "stable", "preview"
#: Where evidence comes from, in the order in which it is shown.
SOURCES = (
    "cases",
    "corpus",
    "random",
    "slips",
    "documents",
    "seeded",
    "units",
)
#: Classes of faults that a rule can reach.
CLASSES = (
    "labelled",
    "slip-SUM",
    "slip-PCT",
    "slip-TRD",
    "slip-TIE",
    "slip-CNT",
    "share",
    "completion",
    "growth",
    "last-year",
    "amount",
    "cell",
    "row",
    "direction",
    "zero-base",
    "leftover",
    "account",
    "unit",
    "ratio",
    "name",
    "mark",
    "typo",
    "item",
    "listing",
    "reason",
    "count",
    "section-figures",
    "prior",
    "repetition",
    "section",
    "table",
    "units",
)
#: A false report at another planted fault is borne once in so many true ones.
_BORNE = 20
#: Where nothing is wrong, or all that is wrong is labelled, no false report is borne.
_STRICT = ("cases", "corpus", "random")


class Tally(Struct, frozen=True, array_like=True):
    """What a rule did in a source: texts it could be applied to, reports, of these true and false.

    What is neither was a remark, or stood where nobody can tell. ``reached`` are the classes of the
    true ones.
    """

    applied: int = 0
    said: int = 0
    true: int = 0
    false: int = 0
    reached: tuple[str, ...] = ()


class Source(Struct, frozen=True):
    """When, at which commit and on how many texts a source was measured."""

    texts: int
    date: str
    commit: str


class Evidence(Struct, frozen=True):
    """All that a rule has shown, by source."""

    sources: Mapping[str, Tally]

    @property
    def total(self) -> Tally:
        """Everything together."""
        every = self.sources.values()
        reached = {kind for one in every for kind in one.reached}
        return Tally(
            sum(one.applied for one in every),
            sum(one.said for one in every),
            sum(one.true for one in every),
            sum(one.false for one in every),
            tuple(kind for kind in CLASSES if kind in reached),
        )

    @property
    def why(self) -> str:
        """``reached`` where it is stable; why not: ``unused``, ``unreached`` or ``false``."""
        total = self.total
        if not total.applied:
            return "unused"
        if not total.true:
            return "unreached"
        strict = any(self.sources[name].false for name in _STRICT if name in self.sources)
        return "false" if strict or total.false * _BORNE > total.true else "reached"

    @property
    def stability(self) -> str:
        """Whether the rule is stable or in preview."""
        return STABLE if self.why == "reached" else PREVIEW


class _Data(Struct, frozen=True):
    sources: dict[str, Source]
    rules: dict[str, dict[str, Tally]]


@cache
def _data() -> _Data:
    with open(PATH, "rb") as file:
        return json.decode(file.read(), type=_Data)


def sources() -> Mapping[str, Source]:
    """What was measured, and when."""
    return _data().sources


def of(id_: str) -> Evidence:
    """What a shipped rule has shown; nothing where it was never applied."""
    return Evidence(_data().rules.get(id_, {}))
