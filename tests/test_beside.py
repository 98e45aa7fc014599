"""Another statement of the same year: whether it belongs to the report, and how figures are compared."""

from __future__ import annotations

from msgspec.structs import replace
import pytest
from reports import context, report

from jslint.document import Place, Report, Text
from jslint.figures.figure import BARE, Figure, find
from jslint.figures.verdict import Verdict
from jslint.rules.bench import beside

#: Two narratives that print two decimals throughout.
HERE = context("一、收入\n收入10.25万元，支出20.75万元。")
THERE = context("一、收入\n收入102,500.00元，支出207,500.00元。")


def figure(text: str) -> Figure:
    (found,) = find(text)
    return found.figure


def of(unit: str, year: int | None = 2024) -> Report:
    return report("一、收入", unit, year)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("云岭市水文站", "云岭市水文站", id="as it is"),
        pytest.param("101003云岭市水文站", "云岭市水文站", id="a number before"),
        pytest.param("[101003]云岭市水文站", "云岭市水文站", id="in brackets"),
        pytest.param("101003-云岭市水文站", "云岭市水文站", id="with a dash"),
        pytest.param("云岭市水文站（本级）", "云岭市水文站", id="a remark behind"),
        pytest.param("12云岭市水文站", "12云岭市水文站", id="a number of two digits is its own"),
        pytest.param("云岭市（本级）水文站", "云岭市(本级)水文站", id="a remark inside"),
    ],
)
def test_what_a_body_is_called(name: str, expected: str) -> None:
    assert beside.body(Text(name)) == expected


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        pytest.param(of("甲站"), of("甲站"), "", id="the same"),
        pytest.param(of("甲站"), of("乙站"), "other-body", id="another body"),
        pytest.param(of("甲站"), of(""), "", id="it does not say whose it is"),
        pytest.param(of(""), of("乙站"), "", id="the report does not"),
        pytest.param(of("甲站"), of("甲站", 2023), "other-year", id="another year"),
        pytest.param(of("甲站"), of("甲站", None), "", id="no year"),
        pytest.param(of("甲站", None), of("甲站", None), "", id="no year at all"),
        pytest.param(of("甲站"), of("乙站", 2023), "other-body", id="another body and year"),
    ],
)
def test_whose_it_is_and_of_which_year(here: Report, there: Report, expected: str) -> None:
    assert beside.unfit(here, there) == expected


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        pytest.param("1.00万元", "2元", True, id="money"),
        pytest.param("1.00万元", "2%", False, id="money and a rate"),
        pytest.param("3辆", "4辆", True, id="things"),
        pytest.param("3辆", "4台", False, id="other things"),
        pytest.param("3.1%", "4%", True, id="rates"),
    ],
)
def test_what_can_be_compared(here: str, there: str, *, expected: bool) -> None:
    assert beside.is_comparable(figure(here), figure(there)) == expected


def test_numbers_without_a_unit_cannot_be_compared() -> None:
    bare = replace(figure("3辆"), unit=BARE)

    assert not beside.is_comparable(bare, bare)


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        pytest.param("10.25万元", "10.25万元", Verdict.EXACT, id="as printed"),
        # Half of 100 yuan and half of 0.01 yuan.
        pytest.param("10.25万元", "102,549.99元", Verdict.ROUNDING, id="rounded down"),
        pytest.param("10.25万元", "102,450.00元", Verdict.ROUNDING, id="just half"),
        pytest.param("10.25万元", "102,550.01元", Verdict.IMPOSSIBLE, id="more than half"),
        pytest.param("10.25万元", "102,449.98元", Verdict.IMPOSSIBLE, id="less than half"),
        # The report prints two decimals: 10.2 is 10.20, and agrees at its own printing only.
        pytest.param("10.2万元", "102,400.00元", Verdict.COARSE, id="a dropped zero"),
    ],
)
def test_each_figure_is_rounded_as_its_own_file_prints_it(
    here: str, there: str, expected: Verdict
) -> None:
    found = beside.compared(HERE, THERE, figure(here), figure(there))

    assert found.verdict is expected


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        pytest.param("10.25万元", "10.26万元", True, id="one last place"),
        pytest.param("10.25万元", "10.24万元", True, id="one less"),
        pytest.param("10.25万元", "10.27万元", False, id="two"),
        pytest.param("10.25万元", "102,600.00元", True, id="one of the coarser"),
        pytest.param("10.25万元", "102,600.01元", False, id="more than one of the coarser"),
        pytest.param("102,500.00元", "10.26万元", True, id="the other way round"),
    ],
)
def test_a_last_place_apart(here: str, there: str, *, expected: bool) -> None:
    assert beside.is_near(HERE, figure(here), figure(there)) == expected


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        pytest.param("10.25万元", "102,650.00元", "10.27万元", id="half is rounded up"),
        pytest.param("10.25万元", "102,649.99元", "10.26万元", id="less is not"),
        pytest.param("102,500.00元", "10.26万元", "102600.00元", id="in yuan"),
        pytest.param("3辆", "4辆", "4辆", id="things"),
    ],
)
def test_the_other_figure_as_the_report_would_print_it(
    here: str, there: str, expected: str
) -> None:
    assert beside.expected(HERE, figure(here), figure(there)) == expected


@pytest.mark.parametrize(
    ("here", "there", "verdict", "expected"),
    [
        pytest.param("6.00万元", "6.00元", Verdict.IMPOSSIBLE, "same-digits", id="another unit"),
        pytest.param("6.00万元", "7.00万元", Verdict.COARSE, "coarse", id="at its own printing"),
        pytest.param("6.00万元", "6.01万元", Verdict.IMPOSSIBLE, "last-place", id="a last place"),
        pytest.param("6.00万元", "7.00万元", Verdict.IMPOSSIBLE, "", id="nothing known"),
        pytest.param("0.00万元", "0.00元", Verdict.IMPOSSIBLE, "last-place", id="0 in any unit"),
    ],
)
def test_what_a_difference_looks_like(
    here: str, there: str, verdict: Verdict, expected: str
) -> None:
    assert beside.explained(HERE, figure(here), figure(there), verdict) == expected


@pytest.mark.parametrize("path", ["表/决算.xlsx", "C:\\表\\决算.xlsx", "决算.xlsx"])
def test_a_file_goes_by_its_name(path: str) -> None:
    assert beside.file(replace(of("甲站"), path=path)) == "决算.xlsx"


def test_a_place_in_the_other_file_names_it() -> None:
    other = replace(of("甲站"), path="决算.xlsx")

    assert beside.related(other, Place(line=3), "合计").place == Place(line=3, path="决算.xlsx")
    inside = Place(line=3, path="附表.xlsx")
    assert beside.related(other, inside, "合计").place == inside
