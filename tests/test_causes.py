"""One slip, one finding: what the check makes of figures that were misprinted, tables and text alike."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from jslint import engine, pack, readers
from jslint.diagnostic import Diagnostic, Result

CLEAN = (Path(__file__).parents[1] / "examples" / "clean" / "report.txt").read_text("utf-8")
#: The line of 2080505 in 支出决算表, and the first and last of that table's accounts.
SPENT, FIRST, LAST = 237, 228, 245
RULES = pack.load(pack.choose(readers.read("report.txt", CLEAN.encode())))


def lint(text: str, lang: str = "zh", *, diagnosed: bool = True) -> Result:
    """The result of a text in the manner of the example."""
    return engine.lint(readers.read("report.txt", text.encode()), RULES, lang, diagnosed=diagnosed)


def loud(text: str, lang: str = "zh", *, diagnosed: bool = True) -> list[Diagnostic]:
    """Its errors and warnings."""
    return [one for one in lint(text, lang, diagnosed=diagnosed).diagnostics if one.severity.rank]


def slipped(line: int, was: str, now: str) -> str:
    """The clean report with one figure of a line misprinted."""
    lines = CLEAN.split("\n")
    assert was in lines[line - 1]
    lines[line - 1] = lines[line - 1].replace(was, now, 1)
    return "\n".join(lines)


def test_a_cell_with_digits_swapped_is_one_finding_that_tells_the_right_value() -> None:
    (found,) = loud(slipped(SPENT, "138.59\t138.59", "138.59\t183.59"))

    assert (found.place.line, found.actual, found.expected) == (SPENT, "183.59", "138.59")
    assert "疑为数字颠倒" in found.message
    assert found.cause is not None
    assert found.cause.kind == "place"
    assert found.cause.mended == found.cause.relations >= 2  # noqa: PLR2004 - row and column


def test_people_are_told_in_whole_numbers() -> None:
    (found,) = loud(CLEAN.replace("3批次，21人次", "3批次，2.1人次"))

    assert (found.actual, found.expected, found.also) == ("2.1人次", "21人次", ("CNT111",))


def test_the_rules_that_the_same_slip_breaks_are_named() -> None:
    text = CLEAN.replace("基本支出1,210.40万元，占62.2%", "基本支出1,201.40万元，占62.2%")

    (found,) = loud(text)
    apart = loud(text, diagnosed=False)

    assert len(apart) > 1
    assert {found.rule, *found.also} == {one.rule for one in apart}


def test_english() -> None:
    (found,) = loud(slipped(SPENT, "138.59\t138.59", "138.59\t183.59"), "en")

    assert "is printed 183.59, but should be 138.59 (digits swapped?)" in found.message
    assert re.search(r": \d+ relations hold then; one of them: ", found.message)


@pytest.mark.parametrize("seed", range(12))
def test_every_broken_relation_is_in_some_diagnostic(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - a test
    text = CLEAN
    for _ in range(rng.randint(1, 6)):
        found = rng.choice(list(re.finditer(r"(?<=[\t ])\d{2,3}\.\d\d(?=[\t\n])", text)))
        text = text[: found.start()] + found[0][::-1].replace(".", "") + ".00" + text[found.end() :]

    whole, apart = lint(text), lint(text, diagnosed=False)

    said = {rule for one in whole.diagnostics for rule in (one.rule, *one.also)}
    assert said == {one.rule for one in apart.diagnostics}
    places = {place.order for one in whole.diagnostics for place in one.figures}
    assert places >= {place.order for one in apart.diagnostics for place in one.figures}
    assert len(whole.diagnostics) <= len(apart.diagnostics)


def test_two_slips_far_apart_are_two_findings() -> None:
    text = slipped(SPENT, "138.59\t138.59", "138.59\t183.59").replace(
        "本年收入合计1,955.00万元，其中", "本年收入合计1,595.00万元，其中"
    )

    found = loud(text)

    assert sorted((one.actual, one.expected) for one in found) == [
        ("1,595.00万元", "1,955.00万元"),
        ("183.59", "138.59"),
    ]


@pytest.mark.parametrize("first", range(3))
@pytest.mark.parametrize("blank", [False, True])
def test_a_column_moved_by_a_row_is_one_finding(first: int, *, blank: bool) -> None:
    """The first row printed twice, or left blank: no sum names a blank cell."""
    lines = CLEAN.split("\n")
    rows = [line.split("\t") for line in lines[FIRST + 1 + first : LAST]]
    moved = ["" if blank else rows[0][2], *(row[2] for row in rows)]
    for row, value in zip(rows, moved, strict=False):
        row[2] = value
    lines[FIRST + 1 + first : LAST] = ["\t".join(row) for row in rows]

    (found,) = loud("\n".join(lines))

    assert found.cause is not None
    assert found.cause.kind == "block"
    assert "《支出决算表》“本年支出合计”列" in found.message
    assert "各数下移了一行，其中“" in found.message
    assert "”应为16.31：改后" in found.message


def test_a_column_without_sums_along_its_rows_that_moved_is_one_finding() -> None:
    """A table of one column of values: no row says that its figure is wrong."""
    head = "一般公共预算财政拨款项目支出决算表"
    before, mark, after = CLEAN.rpartition(f"{head}\n")
    old = ["659.60", "659.60", "659.60", "359.60", "300.00"]
    rows = re.findall(r"[^\n]*\t\d+\.\d\d\n", after)[: len(old)]
    assert [row.rstrip().rpartition("\t")[2] for row in rows] == old
    for row, was, now in zip(rows, old, ["", *old], strict=False):
        after = after.replace(row, row.replace(f"\t{was}\n", f"\t{now}\n"), 1)

    (found,) = loud(before + mark + after)
    (english,) = loud(before + mark + after, "en")

    assert f"《{head}》“项目支出”列自“合计”至“其他档案事务支出”各数下移了一行" in found.message
    assert "，其中“其他档案事务支出”应为300.00：改后3处关系随之成立" in found.message
    assert "were moved down by one row, and '其他档案事务支出' should be 300.00" in english.message
    assert (found.actual, found.expected) == ("（空）", "659.60")


@pytest.mark.parametrize(
    ("line", "was", "now"),
    [
        pytest.param(SPENT, "138.59\t138.59", "138.59\t", id="a part"),
        pytest.param(FIRST + 1, "1,945.00\t", "\t", id="a total"),
    ],
)
def test_a_figure_that_was_left_out_is_one_finding_at_the_blank(
    line: int, was: str, now: str
) -> None:
    text = slipped(line, was, now)

    (found,) = loud(text)
    (english,) = loud(text, "en")

    assert found.place.line == line
    assert (found.actual, found.expected) == ("（空）", was.split("\t", maxsplit=1)[0])
    assert f"空着，应为{found.expected}：改后" in found.message
    assert f"is blank, but should be {found.expected}: " in english.message


def test_a_cell_whose_totals_were_added_up_again_is_one_finding() -> None:
    """Up to its class, in both columns: the sums between hold, and those around do not."""
    lines = CLEAN.split("\n")
    for at, was, now in (
        (SPENT, "138.59", "183.59"),
        (SPENT - 2, "232.48", "277.48"),
        (SPENT - 3, "232.48", "277.48"),
    ):
        lines[at - 1] = lines[at - 1].replace(f"{was}\t{was}", f"{now}\t{now}")

    (found,) = loud("\n".join(lines))
    (english,) = loud("\n".join(lines), "en")

    assert found.cause is not None
    assert found.cause.kind == "chain"
    assert (found.actual, found.expected) == ("183.59", "138.59")
    assert "应为138.59（它与其上5个合计都多了45.00万元）：改后3处关系随之成立" in found.message
    assert "(too large by 45.00万元, as are the totals above it: 5): 3 relations" in english.message


def test_a_table_printed_in_yuan_is_one_finding() -> None:
    lines = CLEAN.split("\n")
    for at in range(FIRST - 1, LAST):
        lines[at] = re.sub(
            r"(?<=\t)[\d,]+\.\d\d",
            lambda match: f"{int(match[0].replace(',', '').replace('.', '')) * 100}.00",
            lines[at],
        )

    (found,) = loud("\n".join(lines))

    assert found.cause is not None
    assert found.cause.kind == "unit"
    assert "《支出决算表》写明单位为万元，各数却像是以元计的（应除以10000）：改后" in found.message


def test_a_fault_that_one_relation_alone_shows_keeps_its_rule_s_words() -> None:
    text = CLEAN.replace("各增加150.00万元，增长8.1%", "各增加150.00万元，增长7.5%")

    (found,), (same,) = loud(text), loud(text, diagnosed=False)

    assert (found.rule, found.place, found.message) == (same.rule, same.place, same.message)


def test_a_rate_that_was_cut_off_accuses_no_amount_of_swapped_digits() -> None:
    """4,387.97 would be 4.04 %, and 4,389.77 is 4.05 %; but rates are often cut off."""
    text = """清河县民政局2023年度部门决算

一、支出决算情况说明
支出合计108,520.36万元。卫生健康支出4,389.77万元，占支出合计的4.04%。
"""

    (found,) = (one for one in loud(text) if one.rule == "PCT101")

    assert (found.actual, found.expected) == ("4.04%", "4.05%")
    assert "颠倒" not in found.message


def test_a_clean_report_has_no_cause() -> None:
    assert loud(CLEAN) == []


LISTED = """清河县民政局2023年度部门决算

一、“三公”经费支出情况说明
“三公”经费支出2.60万元{borne_out}。其中：公务用车运行维护费2.10万元；公务接待费0.80万元{more}。
"""


def listed(borne_out: str = "", more: str = "") -> list[Diagnostic]:
    """What is said of the sum and the average; the rest is no whole report."""
    found = loud(LISTED.format(borne_out=borne_out, more=more))
    return [one for one in found if one.rule in ("SUM101", "CNT113")]


def test_a_total_that_others_bear_out_is_not_said_to_be_the_sum_of_its_parts() -> None:
    """80 % of 3.25 is 2.60: only a part can be too large."""
    (found,) = listed(borne_out="，完成预算3.25万元的80%")

    assert (found.rule, found.actual, found.expected) == ("SUM101", "2.60万元", "")
    assert found.message.endswith("；公务接待费应为0.50万元，或公务用车运行维护费应为1.80万元")


def test_a_total_that_nothing_else_bears_out_may_be_the_sum_of_its_parts() -> None:
    (found,) = listed()

    assert (found.rule, found.expected) == ("SUM101", "2.90万元")


def test_an_average_tells_which_amount_is_wrong() -> None:
    """0.50 by 48 is 104.17 yuan, and 2.10 and 0.50 are 2.60."""
    (found,) = listed(more="，接待6批次48人次，人均104.17元")

    assert (found.actual, found.expected) == ("0.80万元", "0.50万元")
    assert {found.rule, *found.also} == {"SUM101", "CNT113"}


ELIDED = """清河县民政局2023年度部门决算

一、支出决算情况说明
本年支出合计{total}万元，其中：基本支出936.00万元，项目支出300.00万元，较上年增加36.00万元，增长{rate}%。
"""


def elided(total: str = "1,236.00", rate: str = "3.00") -> list[Diagnostic]:
    """What is said of a total, its parts and a change that names nobody: 36 is 3 % of 1,200."""
    found = loud(ELIDED.format(total=total, rate=rate))
    return [one for one in found if one.relation]  # it is no whole report


def test_a_change_that_names_nobody_is_of_the_total_that_the_parts_show_to_be_wrong() -> None:
    (found,) = elided(total="1,536.00")

    assert (found.actual, found.expected) == ("1,536.00万元", "1,236.00万元")
    assert {found.rule, *found.also} == {"SUM101", "TRD101"}
    assert found.cause is not None
    assert found.cause.mended == 2  # noqa: PLR2004 - the sum, and the rate on 1,200
    assert "1,536.00万元-36.00万元" in found.related[0].excerpt


def test_it_keeps_its_own_fault_where_the_total_has_none() -> None:
    (found,) = elided(rate="5.00")

    assert (found.rule, found.actual) == ("TRD101", "5.00%")


def test_it_keeps_its_own_fault_beside_another_that_does_not_explain_it() -> None:
    total, rate = elided(total="1,536.00", rate="5.00")

    assert (total.rule, rate.rule) == ("SUM101", "TRD101")
    assert rate.actual == "5.00%"


def test_clean_it_says_nothing() -> None:
    assert elided() == []


def test_changes_behind_a_list_are_of_whatever_one_wrong_figure_explains() -> None:
    """342.40 is the total misprinted: 90.00 and 22.37 % are of 402.40 less 312.40, and of no part."""
    told = "年末存量资金342.40万元，其中结转资金218.68万元（占70%）、结余资金93.72万元（占30%），比年初402.40万元压减90.00万元，压减率22.37%。"
    text = f"清河县民政局2023年度部门决算\n\n一、存量资金情况说明\n{told}\n"

    (found,) = [one for one in loud(text) if one.relation]

    assert (found.actual, found.expected) == ("342.40万元", "312.40万元")
    assert {found.rule, *found.also} >= {"SUM101", "TRD101", "TRD105"}


def test_a_share_that_implies_another_whole_goes_with_the_amount_that_is_wrong() -> None:
    """1,763.00 is 1,463.00 misprinted: 70 % of the whole of which 627.00 is 30 %."""
    told = "基本支出1,763.00万元，占70.00%；项目支出627.00万元，占30.00%。基本支出中，人员支出1,243.55万元，占85.00%，公用支出219.45万元，占15.00%。"
    text = f"清河县民政局2023年度部门决算\n\n一、支出决算情况说明\n2.支出。{told}\n"

    (found,) = [one for one in loud(text) if one.relation]

    assert (found.actual, found.expected) == ("1,763.00万元", "1,463.00万元")
    assert "PCT102" in found.also
