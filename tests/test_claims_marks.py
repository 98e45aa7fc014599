"""The words and stops that part a sentence, each alone between words that mean nothing."""

from __future__ import annotations

import pytest

from jslint.claims.sentence import tokenise

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
