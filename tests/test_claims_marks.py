"""The words and stops that part a sentence, each alone between words that mean nothing."""

from __future__ import annotations

# The standard library's own parser of patterns, whose name may change with Python's version.
import re._parser as parser  # type: ignore[import-not-found]
from typing import TYPE_CHECKING, Any

import pytest

from jslint.claims import cues
from jslint.claims.sentence import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterable

MARKS = {
    "stop": "。 ！ ？ ! ?",
    "semi": "； ;",
    "group": (
        "其中 其中： 其中包括： 以下方面 按用途划分： 按照功能分： 包括 分别为 分别是 如下： 具体包括： "
        "主要内容包括 内容包括 情况如下 项目包括"
    ),
    "open": "( （",
    "close": ") ）",
    "comma": ", ，",
    "colon": ": ：",
    "reason": (
        "原因是 主要原因是 变动原因 变化原因 增减原因 主要变动原因为 主要是 主要由于 主要系 主要因 由于"
    ),
    "purpose": "主要用于 用于 反映",
    "order": (
        "决算数大于预算数 实际支出高于年初预算 支出决算小于全年预算 执行数等于预算 实际决算同调整后预算相比持平"
    ),
    "inverse": (
        "年初预算大于决算 全年预算数小于执行数 调整预算等于决算 当年预算高于决算 年度预算与决算 本年预算大于支出决算 "
        "财政预算低于决算 部门预算高于决算 批复预算大于决算 核定预算少于决算 预算数等于决算数"
    ),
    "former": "与上年相比 同2023年度比较 比上年 较去年 和上年度决算数 同比 比前一年度",
    "planned": "与预算相比 同年初预算 比全年预算数 较调整预算",
    "flat": (
        "基本持平 持平 无增减变动 无变化 没有变动 未发生变化 无增减 基本一致 一致 相同 相等"
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "mark"), [(kind, mark) for kind, marks in MARKS.items() for mark in marks.split()]
)
def test_each_mark_is_told_by_its_kind(kind: str, mark: str) -> None:
    tokens = tokenise(f"某某{mark}某某")

    (found,) = tokens.row
    assert (found.kind, tokens.masked[found.start : found.end]) == (
        kind, mark.translate({0xFF08: "(", 0xFF09: ")"}),
    )  # fmt: skip


def test_every_alternative_of_the_marks_may_begin_one() -> None:
    """A first character that the guard of the pattern lacks would make its alternative dead."""
    guard, alternatives = parser.parse(cues.MARKS.pattern)

    begins, may_be_empty = _begins([alternatives])

    assert not may_be_empty
    assert str(guard[0]) == "ASSERT"
    assert begins == _begins(guard[1][1])[0]


def _begins(parts: Iterable[Any]) -> tuple[set[str], bool]:
    """The characters that a parsed pattern may begin with, and whether it may match nothing."""
    found: set[str] = set()
    for op, value in parts:
        begins, may_be_empty = _begins_of(str(op), value)
        found |= begins
        if not may_be_empty:
            return found, False
    return found, True


def _begins_of(op: str, value: Any) -> tuple[set[str], bool]:
    if op == "LITERAL":
        return {chr(value)}, False
    if op == "IN":
        assert all(str(kind) == "LITERAL" for kind, _ in value)
        return {chr(one) for _, one in value}, False
    if op == "BRANCH":
        all_of = [_begins(one) for one in value[1]]
        return set().union(*(one for one, _ in all_of)), any(empty for _, empty in all_of)
    if op == "SUBPATTERN":
        return _begins(value[3])
    if op == "MAX_REPEAT":
        begins, may_be_empty = _begins(value[2])
        return begins, may_be_empty or value[0] == 0
    assert op in ("ASSERT", "ASSERT_NOT"), op
    return set(), True
