"""The kind ``formula``: relations over quantities as a pack writes them, on small reports."""

from __future__ import annotations

from textwrap import indent

import pytest

from jslint import pack
from jslint.diagnostic import Diagnostic, Holds, Severity, Unchecked
from jslint.engine import lint
from jslint.errors import PackError
from jslint.readers import text

PACK = """\
规则包: mine
标题: 我的规则
量:
  all:
    名称: 支出合计
    出处: [{{主体: 支出合计}}]
  basic:
    名称: 基本支出
    出处: [{{主体: 基本支出}}]
  project:
    名称: 项目支出
    出处: [{{主体: 项目支出}}]
  rise:
    名称: 增加额
    出处: [{{主体: 支出合计, 度量: 增减额}}]
  rate:
    名称: 增幅
    出处: [{{主体: 支出合计, 度量: 增减率}}]
  cars:
    名称: 车辆数
    出处: [{{主体: .*车辆, 单位: 辆}}]
  times:
    名称: 倍数
    出处: [{{主体: 基本支出, 度量: 增减率, 单位: 倍}}]
  again:
    名称: 合计万元
    出处: [{{主体: 支出合计, 单位: 万元}}]
  missing:
    名称: 缺少
    出处: [{{主体: 缺少}}]
  education:
    名称: 教育支出
    按科目: 是
    出处: [{{表: 分科目表, 行: 教育, 列: 合计}}]
  by.account:
    名称: 分科目支出
    按科目: 是
    出处: [{{表: 分科目表, 列: 合计}}]
  by.account.part:
    名称: 分科目基本支出
    按科目: 是
    出处: [{{表: 分科目表, 列: 基本}}]
规则:
  - 编号: MY001
    代号: mine
    种类: 公式
    标题: 关系
    级别: 错误
    消息: "{{left}} {{left_value}} {{relation}} {{right}} {{right_value}}，差{{difference}}，应为{{expected}}{{note}}"
    理由: 原因
    依据: 依据
{options}
"""
BODY = """\
一、支出情况
支出合计100.00万元，较上年增加20.00万元，增长25.0%。
基本支出60.01万元，较上年增长0.25倍。
项目支出40.00万元。
共有车辆3辆。
分科目表
单位：万元
科目编码\t科目名称\t合计\t基本
\t合计\t100.00\t60.00
205\t教育\t70.00\t50.00
20501\t管理\t70.00\t50.00
208\t社保\t30.00\t31.00
"""


def load(options: str, tmp_path) -> pack.RuleSet:
    path = tmp_path / f"{abs(hash(options))}.yaml"
    path.write_text(PACK.format(options=indent(options.strip(), "    ")), encoding="utf-8")
    return pack.load([str(path)])


def outcomes(options: str, tmp_path, body: str = BODY) -> list[object]:
    result = lint(text.read(body.encode(), "t.txt"), load(options, tmp_path))
    return [*result.diagnostics, *result.unchecked, *result.holds]


@pytest.mark.parametrize(
    "formula",
    [
        pytest.param("支出合计 = 基本支出 + 项目支出", id="one last place is rounding"),
        pytest.param("basic + project ≥ 支出合计 − 1万元", id="a literal sum of money"),
        pytest.param("增幅 = 增加额 / (支出合计 − 增加额)", id="rate"),
        pytest.param(
            "项目支出 = 基本支出 / 车辆数 + 20万元", id="money by things, rounded as printed"
        ),
        pytest.param("项目支出 / 支出合计 = 40%", id="a quotient against a literal"),
        pytest.param("合计(分科目支出[类]) = 支出合计", id="a sum over accounts"),
        pytest.param("分科目支出[205] < 支出合计", id="one account"),
        pytest.param("支出合计 = 基本支出 + 项目支出 + 增加额? - 增加额?", id="cancels"),
        pytest.param("最大(基本支出, 项目支出) = 基本支出", id="greatest"),
        pytest.param("支出合计 < 项目支出 + 基本支出", id="less, as far as rounding lets one tell"),
        pytest.param("项目支出 + 基本支出 < 100.02万元", id="less"),
        pytest.param("车辆数 ≠ 4", id="not equal"),
        pytest.param("绝对值(项目支出 − 基本支出) ≤ 21万元", id="absolute"),
        pytest.param("支出合计 = 0.01亿元", id="another unit"),
        pytest.param(
            "合计(分科目支出[类], 20万元) = 支出合计 + 200000元", id="a sum with a literal"
        ),
        pytest.param("倍数 = 增加额 / (支出合计 − 增加额)", id="a rate in times"),
        pytest.param("合计万元 = 支出合计", id="a quantity said to be in 万元"),
        pytest.param("分科目支出? ≤ 100万元", id="an optional quantity by account"),
        pytest.param(
            "教育支出? ≤ 分科目支出", id="an optional quantity that states fewer accounts"
        ),
    ],
)
def test_holds(formula: str, tmp_path) -> None:
    found = outcomes(f"公式: {formula}", tmp_path)

    assert found, "nothing was checked"
    assert all(isinstance(one, Holds) for one in found), found


@pytest.mark.parametrize(
    ("options", "excerpt", "expected", "severity"),
    [
        pytest.param("公式: 支出合计 = 基本支出 + 增加额", "支出合计100.00万元", "80.01万元",
                     Severity.ERROR, id="sum"),
        pytest.param("公式: 支出合计 ≤ 基本支出", "支出合计100.00万元", "≤60.01万元",
                     Severity.ERROR, id="at most"),
        pytest.param("公式: 基本支出 + 增加额 = 支出合计", "支出合计100.00万元", "80.01万元",
                     Severity.ERROR, id="the lone side is complained of"),
        pytest.param("公式: 增幅 = 增加额 / 支出合计", "增长25.0%", "20.0%",
                     Severity.ERROR, id="rate"),
        pytest.param("公式: 支出合计 = 2 × 项目支出", "支出合计100.00万元", "80.00万元",
                     Severity.ERROR, id="weight"),
        pytest.param("公式: 分科目支出 ≥ 分科目基本支出", "分科目表 社保 30.00", "≥31.00",
                     Severity.ERROR, id="account by account"),
        pytest.param("公式: 基本支出 ≥ 60.00万元\n接近: 是", "基本支出60.01万元", "≥60.00万元",
                     Severity.INFO, id="near"),
        pytest.param("公式: 车辆数 > 3", "共有车辆3辆", ">3辆", Severity.ERROR, id="not more"),
        pytest.param("公式: 车辆数 ≠ 3", "共有车辆3辆", "≠3辆", Severity.ERROR, id="equal"),
        pytest.param("公式: 支出合计 > 基本支出 + 增加额 + 增加额 + 1万元", "支出合计100.00万元",
                     ">101.01万元", Severity.ERROR, id="less than the parts"),
        pytest.param("公式: 支出合计 = 基本支出\n条件: 车辆数 = 3", "支出合计100.00万元",
                     "60.01万元", Severity.ERROR, id="when"),
        pytest.param("公式: 支出合计 = 基本支出\n除非: 车辆数 > 3", "支出合计100.00万元",
                     "60.01万元", Severity.ERROR, id="unless"),
        pytest.param("公式: 增幅 ≤ 增加额 / 支出合计", "增长25.0%", "≤20.0%",
                     Severity.ERROR, id="a rate that is too high"),
        pytest.param("公式: 增加额 / 支出合计 ≥ 增幅", "增长25.0%", "≤20.0%",
                     Severity.ERROR, id="turned round"),
        pytest.param("公式: 项目支出 / 支出合计 = 45%", "项目支出40.00万元", "45.00%",
                     Severity.ERROR, id="no side is one figure"),
        pytest.param("公式: 支出合计 + 增加额 ≤ 基本支出 + 项目支出", "支出合计100.00万元",
                     "≤100.01万元", Severity.ERROR, id="two sums"),
        pytest.param("公式: 支出合计 / 车辆数 ≤ 30万元", "支出合计100.00万元", "≤30.00万元",
                     Severity.ERROR, id="money by things"),
        pytest.param("公式: 分科目支出[208] = 29.99万元", "分科目表 社保 30.00", "29.99",
                     Severity.ERROR, id="a literal is not rounded"),
        pytest.param("公式: 教育支出? ≥ 分科目支出\n条件: 分科目支出 < 60万元", "分科目表 社保 30.00", "≤0.00",
                     Severity.ERROR, id="nothing, where an optional quantity is not stated"),
        pytest.param("公式: 支出合计 = 99999999999999999999999999999999 × 基本支出",
                     "支出合计100.00万元", f"6001{'0' * 30}.00万元", Severity.ERROR, id="huge"),
    ],
)  # fmt: skip
def test_broken(options: str, excerpt: str, expected: str, severity: Severity, tmp_path) -> None:
    found = [one for one in outcomes(options, tmp_path) if isinstance(one, Diagnostic)]

    assert [(one.excerpt, one.expected, one.severity) for one in found] == [
        (excerpt, expected, severity)
    ]


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        pytest.param("公式: 支出合计 = 基本支出\n条件: 车辆数 > 3", "不满足", id="when"),
        pytest.param("公式: 支出合计 = 基本支出\n除非: 车辆数 = 3", "不满足", id="unless"),
        pytest.param("公式: 支出合计 = 基本支出\n条件: 车辆数 = 3 且 非 已列示(增幅)",
                     "不满足", id="stated"),
        pytest.param("公式: 支出合计 = 基本支出\n除非: [车辆数 = 3, 车辆数 = 4]", "不满足",
                     id="one exception of two"),
        pytest.param("公式: 支出合计 = 基本支出\n条件: 车辆数 > 3\n除非: 缺少 = 3万元", "不满足",
                     id="what is false decides, whatever is not stated"),
    ],
)  # fmt: skip
def test_a_condition_that_does_not_hold_is_said(options: str, reason: str, tmp_path) -> None:
    (found,) = outcomes(options, tmp_path)

    assert isinstance(found, Unchecked)
    assert reason in found.reason


def test_what_is_not_stated_is_unchecked(tmp_path) -> None:
    body = BODY.replace("项目支出40.00万元。\n", "")

    (found,) = outcomes("公式: 支出合计 = 基本支出 + 项目支出", tmp_path, body)
    (other,) = outcomes("公式: 支出合计 ≥ 基本支出\n条件: 项目支出 > 0", tmp_path, body)

    assert isinstance(found, Unchecked)
    assert "项目支出" in found.reason
    assert isinstance(other, Unchecked)
    assert "无法判断" in other.reason


def test_a_message_shows_labels_and_figures(tmp_path) -> None:
    (found,) = outcomes("公式: 支出合计 = 基本支出 + 增加额", tmp_path)

    assert isinstance(found, Diagnostic)
    assert found.message == (
        "支出合计 100.00万元 = 基本支出+增加额 60.01万元+20.00万元，差19.99万元，"
        "应为80.01万元（超出四舍五入可能造成的最大差0.015万元）"
        "；或支出合计增减额应为39.99万元，或基本支出应为80.00万元"
    )


@pytest.mark.parametrize(
    ("formula", "column", "words"),
    [
        pytest.param("支出合计 = 基本支出 + 项目之出", 24, "did you mean '项目支出'", id="unknown"),
        pytest.param("all - basic = all-basic", 24, "minus needs blanks", id="hyphen"),
        pytest.param("支出合计 = 车辆数", 15, "money and a count", id="money and things"),
        pytest.param(
            "支出合计 × 基本支出 = 项目支出", 15, "cannot be multiplied", id="money squared"
        ),
        pytest.param("支出合计[205] = 基本支出", 10, "not keyed", id="no accounts"),
        pytest.param("合计(分科目支出) = 支出合计", 13, "name the level", id="which level"),
        pytest.param("分科目支出[类] ≤ 支出合计", 10, "directly into a sum", id="several at once"),
        pytest.param(
            "最大(分科目支出[类]) ≤ 支出合计", 13, "directly into a sum", id="greatest of"
        ),
        pytest.param(
            "合计(分科目支出[类] × 增幅) = 支出合计",
            13,
            "directly into a sum",
            id="sum of products",
        ),
        pytest.param("支出合计 ≤ 100", 17, "an amount has a unit", id="no unit"),
        pytest.param("支出合计 = ", 17, "the formula ends", id="syntax"),
    ],
)
def test_refused_at_its_column(formula: str, column: int, words: str, tmp_path) -> None:
    with pytest.raises(PackError) as caught:
        load(f'公式: "{formula}"', tmp_path)

    assert (caught.value.line, words in caught.value.told("en")) == (52, True), caught.value.told(
        "en"
    )
    assert caught.value.column == column, caught.value.column


@pytest.mark.parametrize(
    "options",
    [
        pytest.param("公式: 支出合计 = 基本支出\n条件: 分科目支出 > 0", id="formula"),
        pytest.param("公式: 支出合计 = 基本支出\n除非: 分科目支出 > 0", id="unless"),
    ],
)
def test_a_condition_by_account_is_refused_where_no_account_is_looked_at(
    options: str, tmp_path
) -> None:
    with pytest.raises(PackError) as caught:
        load(options, tmp_path)

    assert caught.value.line == 53
    assert "name one, as in by.account[205]" in caught.value.told("en")


def test_literals_are_shown_as_written(tmp_path) -> None:
    (found,) = outcomes("公式: 支出合计 ≤ 0.9 × 100万元", tmp_path)

    assert isinstance(found, Diagnostic)
    assert "≤ 0.9×100万元 0.9×100万元" in found.message


def test_what_fell_is_shown_with_a_minus(tmp_path) -> None:
    body = BODY.replace("较上年增加20.00万元，增长25.0%", "较上年减少20.00万元，下降20.0%")

    (found,) = outcomes("公式: 支出合计 = 基本支出 + 增加额", tmp_path, body)

    assert isinstance(found, Diagnostic)
    assert "60.01万元+−20.00万元" in found.message


def test_a_figure_without_decimals_is_coarse_in_every_comparison(tmp_path) -> None:
    """40万元 may stand for 39.6万元 if it dropped no zeros; 40.00万元 may not."""
    body = BODY.replace("项目支出40.00万元", "项目支出40万元")
    for formula in ("项目支出 ≤ 39.70万元", "项目支出 < 39.70万元", "项目支出 = 39.70万元"):
        (found,) = outcomes(f"公式: {formula}", tmp_path, body)

        assert isinstance(found, Diagnostic)
        assert found.severity is Severity.WARNING, formula


@pytest.mark.parametrize(
    ("kind", "facts", "words"),
    [
        pytest.param("一致", "[支出合计, 车辆数]", "count different things", id="money and things"),
        pytest.param("一致", "[支出合计, 分科目支出]", "is not", id="by account and not"),
        pytest.param("同有同无", "[支出合计, 分科目支出]", "of one figure", id="together"),
        pytest.param("一致", "[支出合计, 没有的]", "unknown quantity", id="unknown"),
    ],
)
def test_quantities_that_cannot_be_compared_are_refused(
    kind: str, facts: str, words: str, tmp_path
) -> None:
    head, _, _ = PACK.partition('    消息: "{{left}}')
    source = head.replace("种类: 公式", f"种类: {kind}").replace("{{", "{").replace("}}", "}")
    path = tmp_path / "mine.yaml"
    option = f'    消息: "甲"\n    理由: 原因\n    依据: 依据\n    量: {facts}\n'
    path.write_text(source + option, encoding="utf-8")

    with pytest.raises(PackError) as caught:
        pack.load([str(path)])

    assert words in caught.value.told("en")
    assert (caught.value.line, caught.value.column) == (52, 15)
