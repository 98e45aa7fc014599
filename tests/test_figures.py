"""Printed numbers: every form that reports use, and what looks like one but is no quantity."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from jslint.figures.figure import BARE, UNITS, Dimension, find, fold, is_nothing, parse_cell


def one(text: str) -> tuple[str, str, str, str]:
    """The only figure of a text: value, quantum, unit and text as printed."""
    (found,) = find(text)
    figure = found.figure
    assert text[found.start : found.end] == figure.text
    return str(figure.value), str(figure.quantum), figure.unit.name, figure.text


@pytest.mark.parametrize(
    ("text", "value", "quantum", "unit", "printed"),
    [
        pytest.param("共12.30万元", "12.30", "0.01", "万元", "12.30万元", id="plain amount"),
        pytest.param("共7.2万元", "7.2", "0.1", "万元", "7.2万元", id="one decimal"),
        pytest.param("共35万元", "35", "1", "万元", "35万元", id="no decimals"),
        pytest.param("共88.125万元", "88.125", "0.001", "万元", "88.125万元", id="three decimals"),
        pytest.param("共123,000.55元", "123000.55", "0.01", "元", "123,000.55元", id="yuan"),
        pytest.param("共1.08亿元", "1.08", "0.01", "亿元", "1.08亿元", id="hundred millions"),
        pytest.param("共96百万元", "96", "1", "百万元", "96百万元", id="millions"),
        pytest.param("共45.6千元", "45.6", "0.1", "千元", "45.6千元", id="thousands"),
        pytest.param("共5.60万。", "5.60", "0.01", "万", "5.60万", id="wan without yuan"),
        pytest.param("共1,234.56万元", "1234.56", "0.01", "万元", "1,234.56万元", id="separator"),
        pytest.param("支出70,734,万元", "70734", "1", "万元", "70,734,万元", id="a comma too many"),
        pytest.param("共9,876万元", "9876", "1", "万元", "9,876万元", id="separator, whole number"),
        pytest.param("合计9,876", "9876", "1", "", "9,876", id="separator at the end of the text"),
        pytest.param(
            "共12,345,678.90元", "12345678.90", "0.01", "元", "12,345,678.90元", id="two separators"
        ),
        pytest.param(
            "共1，234.56万元", "1234.56", "0.01", "万元", "1，234.56万元", id="full-width separator"
        ),
        pytest.param(
            "共１，２３４．５６万元",
            "1234.56",
            "0.01",
            "万元",
            "１，２３４．５６万元",
            id="all full-width",
        ),
        pytest.param("占１２．５％", "12.5", "0.1", "%", "１２．５％", id="full-width percent"),
        pytest.param("占12.5﹪", "12.5", "0.1", "%", "12.5﹪", id="small percent sign"),
        pytest.param(
            "共1 234.56万元", "1234.56", "0.01", "万元", "1 234.56万元", id="space as separator"
        ),
        pytest.param(
            "共 52.40 万元", "52.40", "0.01", "万元", "52.40 万元", id="space before the unit"
        ),
        pytest.param(
            "共1,\n234.56万元", "1234.56", "0.01", "万元", "1,\n234.56万元", id="break at separator"
        ),
        pytest.param(
            "共234.\n56万元", "234.56", "0.01", "万元", "234.\n56万元", id="break behind the point"
        ),
        pytest.param(
            "共234\n.56万元", "234.56", "0.01", "万元", "234\n.56万元", id="break before the point"
        ),
        pytest.param(
            "共234.56\n\n万元", "234.56", "0.01", "万元", "234.56\n\n万元", id="break before unit"
        ),
        pytest.param(
            "共234.56万\n元", "234.56", "0.01", "万元", "234.56万\n元", id="break inside the unit"
        ),
        pytest.param("共20人\n次", "20", "1", "人次", "20人\n次", id="break inside a measure word"),
        pytest.param("为-5.00万元", "-5.00", "0.01", "万元", "-5.00万元", id="hyphen as minus"),
        pytest.param("为－5.00万元", "-5.00", "0.01", "万元", "－5.00万元", id="full-width minus"),
        pytest.param("为−5.00万元", "-5.00", "0.01", "万元", "−5.00万元", id="minus sign"),
        pytest.param("为负5.00万元", "-5.00", "0.01", "万元", "负5.00万元", id="minus in words"),
        pytest.param("增长-3.5%", "-3.5", "0.1", "%", "-3.5%", id="minus behind a word"),
        pytest.param("担负3项任务", "3", "1", "项", "3项", id="负 as part of a verb is no sign"),
        pytest.param("占45%", "45", "1", "%", "45%", id="whole percent"),
        pytest.param("为2.5‰", "2.5", "0.1", "‰", "2.5‰", id="per mille"),
        pytest.param("增长1.5倍", "1.5", "0.1", "倍", "1.5倍", id="times"),
        pytest.param("提高2.3个百分点", "2.3", "0.1", "个百分点", "2.3个百分点", id="points"),
        pytest.param("提高2.3百分点", "2.3", "0.1", "百分点", "2.3百分点", id="points, short"),
        pytest.param("接待36人次", "36", "1", "人次", "36人次", id="person-times"),
        pytest.param("接待 5 批次", "5", "1", "批次", "5 批次", id="visits"),
        pytest.param("购置2辆", "2", "1", "辆", "2辆", id="vehicles"),
        pytest.param(
            "设备3台（套）", "3", "1", "台(套)", "3台（套）", id="sets, full-width brackets"
        ),
        pytest.param("设备3台(套)", "3", "1", "台(套)", "3台(套)", id="sets, half-width brackets"),
        pytest.param("设备3台/套", "3", "1", "台/套", "3台/套", id="sets with a slash"),
        pytest.param("8个科室", "8", "1", "个", "8个", id="measure word before a noun"),
        pytest.param("1,200平方米", "1200", "1", "平方米", "1,200平方米", id="square metres"),
        pytest.param("均分95.5分", "95.5", "0.1", "分", "95.5分", id="score"),
        pytest.param("结转3.50万元至2025年", "3.50", "0.01", "万元", "3.50万元", id="till a year"),
    ],
)
def test_find_reads(text: str, value: str, quantum: str, unit: str, printed: str) -> None:
    assert one(text) == (value, quantum, unit, printed)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2024年度", id="year"),
        pytest.param("2024 年 12 月 31 日", id="date with spaces"),
        pytest.param("2024-12-31", id="date with hyphens"),
        pytest.param("2024.12.31", id="date with points"),
        pytest.param("2021-2023年", id="range of years"),
        pytest.param("1-11月", id="range of months"),
        pytest.param("5个月", id="months"),
        pytest.param("5 个 月", id="months with spaces"),
        pytest.param("20个工作日内", id="working days"),
        pytest.param("30分钟", id="minutes"),
        pytest.param("18时", id="hour"),
        pytest.param("3周", id="weeks"),
        pytest.param("〔2015〕4号", id="document number"),
        pytest.param("（2015）4号", id="document number in round brackets"),
        pytest.param("[2015]4号", id="document number in square brackets"),
        pytest.param("第3号", id="ordinal"),
        pytest.param("第12条", id="ordinal before a measure word"),
        pytest.param("第 2 批", id="ordinal with a space"),
        pytest.param("3.5.2", id="version"),
        pytest.param("A3", id="behind a letter"),
        pytest.param("5G网络", id="before a letter"),
        pytest.param("GB18030", id="standard"),
        pytest.param("（1）", id="numbering in brackets"),
        pytest.param("3-5人", id="range of counts"),
        pytest.param("3～5万元", id="range of amounts"),
        pytest.param("3万元—5万元", id="range, units on both sides"),
        pytest.param("50%-60%", id="range of rates"),
        pytest.param("5亿-10亿元", id="range, half a unit behind the first"),
        pytest.param("3万至5万元", id="the same in words"),
        pytest.param("3至5万元", id="range in words"),
        pytest.param("得分90（含）-100分", id="range that says its bound is in it"),
        pytest.param("028-5550000", id="telephone"),
        pytest.param("二十万元", id="number in characters"),
        pytest.param("为1,03.50万元", id="a group of two digits"),
        pytest.param("为2,4456,219.28元", id="a group of four digits"),
        pytest.param("占24.%", id="a point without decimals"),
    ],
)
def test_no_quantity(text: str) -> None:
    assert list(find(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("编号20240101", id="identifier"),
        pytest.param("12345热线", id="hotline"),
        pytest.param("10余万元", id="about ten"),
        pytest.param("1.教育支出", id="numbering"),
        pytest.param("100美元", id="foreign money"),
    ],
)
def test_numbers_without_a_known_unit_are_bare(text: str) -> None:
    (found,) = find(text)

    assert found.figure.unit is BARE


def test_figures_come_in_order_with_their_offsets() -> None:
    text = "支出１０．５万元，占 5%，接待3批次"

    found = [(item.start, item.end, item.figure.text) for item in find(text)]

    assert found == [(2, 8, "１０．５万元"), (11, 13, "5%"), (16, 19, "3批次")]


@pytest.mark.parametrize(
    ("text", "value", "quantum"),
    [
        pytest.param("1,234.50", "1234.50", "0.01", id="separator"),
        pytest.param("1,234", "1234", "1", id="separator, whole number"),
        pytest.param("-1,234,567", "-1234567", "1", id="two separators, minus"),
        pytest.param("1 234.50", "1234.50", "0.01", id="space as separator"),
        pytest.param(" ５．５ ", "5.5", "0.1", id="full-width, spaces around"),
        pytest.param("(12.30)", "-12.30", "0.01", id="brackets are a minus"),
        pytest.param("（1,012.30）", "-1012.30", "0.01", id="full-width brackets"),
        pytest.param("负3.00", "-3.00", "0.01", id="minus in words"),
        pytest.param("－3.00", "-3.00", "0.01", id="full-width minus"),
        pytest.param("0", "0", "1", id="zero"),
        pytest.param("0.00", "0.00", "0.01", id="zero with decimals"),
        pytest.param("2,4456,219.28", "24456219.28", "0.01", id="thousands wrongly parted"),
    ],
)
def test_cell(text: str, value: str, quantum: str) -> None:
    figure = parse_cell(text, UNITS["万元"])

    assert figure is not None
    assert (str(figure.value), str(figure.quantum)) == (value, quantum)
    assert figure.unit is UNITS["万元"]


def test_percent_sign_of_a_cell_overrides_the_tables_unit() -> None:
    figure = parse_cell("98.5％", UNITS["万元"])

    assert figure is not None
    assert figure.unit is UNITS["%"]


@pytest.mark.parametrize(
    "text",
    ["", "-", "—", "/", "基本支出", "12.30万元左右", "(12.30", "12.30)", "1.2.3", "12,34", "1e5"],
)
def test_other_cells_hold_no_figure(text: str) -> None:
    assert parse_cell(text) is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        pytest.param("12.30万元", "122950", "123050", id="wan yuan in yuan"),
        pytest.param("7.2万元", "71500", "72500", id="coarser quantum, wider"),
        pytest.param("-5.00万元", "-50050", "-49950", id="negative"),
        pytest.param("0.00万元", "-50", "50", id="printed zero is a rounding"),
        pytest.param("0万元", "0", "0", id="zero without decimals is none"),
        pytest.param("0人次", "0", "0", id="no persons"),
        pytest.param("0%", "-0.5", "0.5", id="a rate of zero is a rounding"),
        pytest.param("97.2%", "97.15", "97.25", id="percent"),
        pytest.param("2.5‰", "0.245", "0.255", id="per mille in percent"),
        pytest.param("1.5倍", "145", "155", id="times in percent"),
    ],
)
def test_interval_in_yuan_or_percent(text: str, low: str, high: str) -> None:
    (found,) = find(text)

    interval = found.figure.interval()

    assert (interval.low, interval.high) == (Decimal(low), Decimal(high))


def test_interval_at_the_documents_own_quantum() -> None:
    (found,) = find("7.2万元")

    interval = found.figure.interval(Decimal("0.01"))

    assert (interval.low, interval.high) == (71950, 72050)


@pytest.mark.parametrize(
    ("unit", "dimension"),
    [
        ("元", "amount"),
        ("%", "rate"),
        ("个百分点", "point"),
        ("人次", "count"),
        ("台（套）", "count"),
    ],
)
def test_dimensions(unit: str, dimension: str) -> None:
    assert UNITS[unit].dimension is Dimension(dimension)


@given(st.text(alphabet="０９５．％，（）－  0123.,%-()万元占 \n", max_size=40))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet="０５．％，（）- 0123456789.,%()万元个月年号第占至—\n负", max_size=40))
def test_offsets_always_cut_out_the_printed_text(text: str) -> None:
    last = 0
    for found in find(text):
        assert found.start >= last
        assert text[found.start : found.end] == found.figure.text
        assert found.figure.quantum > 0
        last = found.end


@given(st.decimals(min_value=0, max_value=10**9, places=2), st.sampled_from(["万元", "元", "%"]))
def test_what_is_printed_is_read_back(value: Decimal, unit: str) -> None:
    for printed in (f"{value:.2f}{unit}", f"{value:,.2f}{unit}", f"{value:,.2f} {unit}"):
        (found,) = find(f"支出{printed}，")
        assert found.figure.value == value
        assert found.figure.quantum == Decimal("0.01")
        assert found.figure.unit.name == unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("-", True, id="a stroke"),
        pytest.param("——", True, id="two long ones"),
        pytest.param("－ －", True, id="with a space"),
        pytest.param("/", True, id="a slash"),
        pytest.param("无", True, id="the word"),
        pytest.param("", False, id="a blank says nothing"),
        pytest.param("0", False, id="a figure"),
        pytest.param("-5", False, id="a negative one"),
        pytest.param("无关", False, id="another word"),
        pytest.param("-" * 9, False, id="a line"),
    ],
)
def test_words_for_no_figure(text: str, expected: bool) -> None:  # noqa: FBT001
    assert is_nothing(text) is expected


@pytest.mark.parametrize(
    ("text", "value", "quantum"),
    [
        pytest.param("(1,234.50)", "-1234.50", "0.01", id="brackets"),
        pytest.param("-7.2", "-7.2", "0.1", id="a sign"),
        pytest.param("12", "12", "1", id="no decimals"),
        pytest.param("0.125", "0.125", "0.001", id="three"),
    ],
)
def test_the_sign_and_the_last_place_of_a_cell(text: str, value: str, quantum: str) -> None:
    found = parse_cell(text)

    assert found is not None
    assert (found.value, found.quantum) == (Decimal(value), Decimal(quantum))


@pytest.mark.parametrize("text", ["(5.00", "5.00)", "五", ""])
def test_a_cell_that_is_no_number(text: str) -> None:
    assert parse_cell(text) is None


@pytest.mark.parametrize(("value", "expected"), [("1.50", 150), ("-0.03", -3), ("1.505", None)])
def test_a_figure_is_so_many_steps_unless_its_value_has_finer_ones(
    value: str, expected: int | None
) -> None:
    (found,) = find("1.50万元")

    assert replace(found.figure, value=Decimal(value)).steps == expected


@pytest.mark.parametrize(
    ("unit", "expected"),
    [("人", True), ("辆", True), ("公里", False), ("万元", False), ("%", False)],
)
def test_what_is_counted_comes_whole_unless_it_is_measured(unit: str, *, expected: bool) -> None:
    assert UNITS[unit].is_whole is expected
