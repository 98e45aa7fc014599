"""Tests of the kinds about a report's outline: sections, numbering, contents and tables."""

from __future__ import annotations

import pytest
from text_rules import diagnostics, outcomes, rule

from jslint.diagnostic import Severity, Unchecked

REQUIRED = (
    "required:\n"
    "  - {heading: 概况, title: 概况}\n"
    "  - {heading: 情况说明$, title: 说明}\n"
    "  - {heading: 、收入, title: 收入, under: 情况说明}\n"
    "  - {heading: 、支出, title: 支出, under: 情况说明}\n"
    "  - {heading: 附件, title: 附件, optional: true}\n"
)
PART_ONE = "第一部分 单位概况\n负责全县的水利工作。\n"
PART_TWO = "第二部分 决算情况说明\n"
INCOME = "一、收入决算情况\n收入10.00万元。\n"
OUTLAY = "二、支出决算情况\n支出10.00万元。\n"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        pytest.param(PART_ONE + PART_TWO + INCOME + OUTLAY, [], id="all there"),
        pytest.param(PART_TWO + INCOME + OUTLAY, [("概况", 1)], id="a part is missing"),
        pytest.param(
            PART_ONE + PART_TWO + INCOME, [("支出", 4)], id="a section is missing, after another"
        ),
        pytest.param(
            PART_ONE + PART_TWO + OUTLAY, [("收入", 3)], id="the first section is missing"
        ),
        pytest.param(PART_ONE + PART_TWO + OUTLAY + INCOME, [("支出", 4)], id="out of order"),
        pytest.param(PART_ONE + INCOME, [], id="too little of the form to judge"),
    ],
)
def test_sections(source: str, found: list[tuple[str, int]]) -> None:
    diagnosed = diagnostics(rule("sections", REQUIRED), source)

    assert [(one.expected, one.place.line) for one in diagnosed] == found


def test_another_form_is_unchecked() -> None:
    (outcome,) = outcomes(rule("sections", REQUIRED), "一、甲\n收入10.00万元。\n")

    assert isinstance(outcome, Unchecked)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        pytest.param(["1.甲的收入。", "2.乙的收入。", "3.丙的收入。"], [], id="consecutive"),
        pytest.param(
            ["1.甲的收入。", "3.丙的收入。", "4.丁的收入。"], [(3, "2")], id="a gap, said once"
        ),
        pytest.param(
            ["1.甲的收入。", "2.乙的收入。", "2.丙的收入。"], [(4, "3")], id="a repetition"
        ),
        pytest.param(
            ["1.甲的收入。", "2.乙的收入。", "8.丙的收入。", "4.丁的收入。"],
            [(4, "3")],
            id="one wrong number",
        ),
        pytest.param(
            ["1.甲的收入。", "2.乙的收入。", "1.丙的收入。", "2.丁的收入。"], [], id="begins anew"
        ),
        pytest.param(["3.甲的收入。", "4.乙的收入。"], [], id="begins amid"),
        pytest.param(
            [
                "1.甲的收入。",
                "（1）子项收入。",
                "（2）子项支出。",
                "2.乙的收入。",
                "（1）子项收入。",
            ],
            [],
            id="nested",
        ),
        pytest.param(
            ["1.甲的收入。", "2.5万元用于培训。", "2.乙的收入。"], [], id="a figure is no number"
        ),
    ],
)
def test_numbers_of_items(lines: list[str], found: list[tuple[int, str]]) -> None:
    source = "\n".join(["一、收入决算情况", *lines, ""])

    diagnosed = diagnostics(rule("numbering"), source)

    assert [(one.place.line, one.expected) for one in diagnosed] == found


def test_a_number_amid_a_paragraph_is_an_info() -> None:
    source = "一、职能\n（一）负责收入。\n（二）负责支出。（三）负责结余。\n（四）负责结转。\n"

    (found,) = diagnostics(rule("numbering", message="{number}"), source)

    assert (found.message, found.severity) == ("（三）", Severity.INFO)
    assert (found.place.line, found.place.column) == (3, 9)


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        pytest.param(["一、甲情况", "二、乙情况", "四、丙情况"], [5], id="a gap"),
        pytest.param(["一、甲情况", "二、乙情况", "二、丙情况"], [5], id="a repetition"),
        pytest.param(["一、甲情况", "二、乙情况", "三、丙情况"], [], id="consecutive"),
        pytest.param(["五、甲情况", "六、乙情况"], [], id="a part of a report"),
    ],
)
def test_numbers_of_headings(headings: list[str], found: list[int]) -> None:
    lines = [part for heading in headings for part in (heading, "收入10.00万元。")]

    diagnosed = diagnostics(rule("numbering"), "\n".join([*lines, ""]))

    assert [one.place.line for one in diagnosed] == found


def test_numbers_begin_anew_under_another_heading() -> None:
    source = "".join(
        f"{part}\n一、甲情况\n收入10.00万元。\n二、乙情况\n支出10.00万元。\n"
        for part in ("第一部分 概况", "第二部分 决算情况说明")
    )

    assert diagnostics(rule("numbering"), source) == []


CONTENTS = "目 录\n第一部分 概况……1\n一、职能……1\n第二部分 决算情况说明……2\n一、收入决算情况……2\n二、{}……2\n"
TEXT = "第一部分 概况\n一、职能\n负责水利。\n第二部分 决算情况说明\n一、收入决算情况\n收入10.00万元。\n"


@pytest.mark.parametrize(
    ("entry", "heading", "found"),
    [
        pytest.param("支出决算情况", "二、支出决算 情况", [], id="the same but for a space"),
        pytest.param(
            "支出决算情况", "二、支出决算的情况说明", [(Severity.INFO, 13)], id="worded otherwise"
        ),
        pytest.param("机构设置", "", [(Severity.WARNING, 6)], id="not in the text"),
    ],
)
def test_contents(entry: str, heading: str, found: list[tuple[Severity, int]]) -> None:
    body = f"{heading}\n支出10.00万元。\n" if heading else ""

    diagnosed = diagnostics(rule("contents"), CONTENTS.format(entry) + TEXT + body)

    assert [(one.severity, one.place.line) for one in diagnosed] == found


def test_a_heading_that_the_contents_page_lacks_is_an_info() -> None:
    source = CONTENTS.format("支出决算情况") + TEXT
    source += "二、支出决算情况\n支出10.00万元。\n三、其他重要事项\n没有其他事项。\n"

    (found,) = diagnostics(rule("contents"), source)

    assert (found.severity, found.excerpt) == (Severity.INFO, "三、其他重要事项")


@pytest.mark.parametrize(
    ("between", "severity"),
    [
        pytest.param("", Severity.WARNING, id="under one heading"),
        pytest.param("第三部分 乙中心情况说明\n", Severity.INFO, id="under two headings"),
    ],
)
def test_headings_printed_twice(between: str, severity: Severity) -> None:
    options = "siblings: true\nroles: [heading]\npatterns:\n  - '^(?P<text>一、[^\\n]{4,})$'\n"

    (found,) = diagnostics(
        rule("repetition", options), f"{PART_TWO}{INCOME}{between}{INCOME}{OUTLAY}"
    )

    assert found.severity is severity


def test_without_a_contents_page_there_is_nothing_to_check() -> None:
    assert outcomes(rule("contents"), TEXT) == []


TABLES = "section: 附表\nrequired:\n  - {title: 收入决算表}\n  - {title: 支出决算表}\n"
INCOME_TABLE = "收入决算表\n单位：万元\n项目\t决算数\n合计\t10.00\n其他收入\t10.00\n"
OUTLAY_TABLE = "支出决算表\n单位：万元\n项目\t决算数\n合计\t10.00\n项目支出\t10.00\n"
PROSE = "第一部分 概况\n负责水利。\n"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        pytest.param(f"{PROSE}第二部分 附表\n{INCOME_TABLE}{OUTLAY_TABLE}", [], id="both there"),
        pytest.param(
            f"{PROSE}第二部分 附表\n- 一、收入决算表\n- 二、支出决算表\n",
            [("", 3)],
            id="only listed",
        ),
        pytest.param(
            f"{PROSE}第二部分 附表\n{INCOME_TABLE}", [("支出决算表", 3)], id="one is missing"
        ),
        pytest.param(f"{PROSE}第二部分 附表\n一般{OUTLAY_TABLE}", [("", 3)], id="a longer name"),
        pytest.param(PROSE, [("", 1)], id="not even mentioned"),
    ],
)
def test_tables(source: str, found: list[tuple[str, int]]) -> None:
    diagnosed = diagnostics(rule("tables", TABLES), source)

    assert [(one.expected, one.place.line) for one in diagnosed] == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        pytest.param(INCOME_TABLE + OUTLAY_TABLE, [], id="in order"),
        pytest.param(OUTLAY_TABLE + INCOME_TABLE, [("支出决算表", 4)], id="the second comes first"),
    ],
)
def test_tables_in_order(source: str, found: list[tuple[str, int]]) -> None:
    ordered = rule("tables", f"{TABLES}ordered: true", "{title}")

    diagnosed = diagnostics(ordered, f"{PROSE}第二部分 附表\n{source}")

    assert [(one.message, one.place.line) for one in diagnosed] == found
    assert all(one.severity is Severity.INFO for one in diagnosed)
    assert diagnostics(rule("tables", TABLES), f"{PROSE}第二部分 附表\n{source}") == []


def test_tables_of_the_same_file_are_an_error() -> None:
    source = f"{PROSE}第二部分 附表\n- 一、收入决算表\n- 二、支出决算表\n"

    (found,) = diagnostics(rule("tables", f"{TABLES}same-file: true", "{section}{count}"), source)

    assert (found.severity, found.message) == (Severity.ERROR, "第二部分 附表2")
