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
#: Where evidence comes from, in the order in which it is shown, in both languages.
SOURCES: Mapping[str, Mapping[str, str]] = {
    "cases": {"zh": "用例", "en": "labelled cases"},
    "corpus": {"zh": "标注的真实报告", "en": "labelled real reports"},
    "random": {"zh": "造出的自洽的报告", "en": "generated consistent reports"},
    "slips": {"zh": "改动了一个数的报告", "en": "reports with one figure changed"},
    "documents": {"zh": "基准", "en": "the benchmark"},
    "seeded": {"zh": "植入错误的例子", "en": "examples with seeded faults"},
    "units": {"zh": "部门与所属单位", "en": "departments beside their units"},
}
#: Classes of faults that a rule can reach, in both languages.
CLASSES: Mapping[str, Mapping[str, str]] = {
    "labelled": {"zh": "标注的错", "en": "labelled defects"},
    "slip-SUM": {"zh": "合计里的数", "en": "a figure of a sum"},
    "slip-PCT": {"zh": "占比、完成率里的数", "en": "a figure of a share or completion"},
    "slip-TRD": {"zh": "增减里的数", "en": "a figure of a change"},
    "slip-TIE": {"zh": "两处的同一个数", "en": "a figure in two places"},
    "slip-CNT": {"zh": "点的数", "en": "a count"},
    "share": {"zh": "占比", "en": "shares"},
    "completion": {"zh": "完成率", "en": "completion rates"},
    "growth": {"zh": "增减率", "en": "rates of change"},
    "last-year": {"zh": "上年的字和数", "en": "last year's words and figures"},
    "amount": {"zh": "文字里的金额", "en": "amounts in sentences"},
    "cell": {"zh": "表里的数", "en": "cells"},
    "row": {"zh": "错行", "en": "rows moved"},
    "direction": {"zh": "方向", "en": "words of direction"},
    "zero-base": {"zh": "零基数", "en": "a base of zero"},
    "leftover": {"zh": "模板的残留", "en": "leftovers of the form"},
    "account": {"zh": "科目", "en": "accounts"},
    "unit": {"zh": "计量单位", "en": "units of measure"},
    "ratio": {"zh": "百分号", "en": "per cent signs"},
    "name": {"zh": "单位名称", "en": "names of bodies"},
    "mark": {"zh": "标点", "en": "marks"},
    "typo": {"zh": "错字", "en": "misspellings"},
    "item": {"zh": "逐项说明", "en": "items"},
    "listing": {"zh": "列举", "en": "listings"},
    "reason": {"zh": "原因", "en": "reasons"},
    "count": {"zh": "数量", "en": "counts"},
    "section-figures": {"zh": "各节特有的数", "en": "figures of single sections"},
    "prior": {"zh": "上年不一", "en": "last year told in two ways"},
    "repetition": {"zh": "重复", "en": "repetitions"},
    "section": {"zh": "章节", "en": "sections"},
    "table": {"zh": "表格", "en": "tables"},
    "units": {"zh": "部门与单位之和", "en": "a department beside its units"},
}
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
