"""Whose a figure is: the part of the year, the bodies, the level and the budget it is said of."""

from __future__ import annotations

import pytest
from reports import diagnostics, grouped, said, shown


def _lines(*paragraphs: str) -> str:
    return "\n".join(("三、执行情况", *paragraphs))


_YEAR = "2024年，财政收入完成80.00亿元，其中税收收入50.00亿元，占财政收入的62.5%。"
_HALF = "今年1月至6月，财政收入完成31.00亿元，其中税收收入20.00亿元，占财政收入的64.5%。"
_ALL = "全省12个县（含2个市）财政收入完成80.00亿元，增长5.0%。财政支出完成90.00亿元。"
_SOME = "在5个县收支情况上，财政收入完成31.00亿元，增长6.0%。"


@pytest.mark.parametrize(
    "paragraphs",
    [
        pytest.param((_YEAR, _HALF), id="half a year is no year"),
        pytest.param((_YEAR, _HALF, "财政支出完成40.00亿元，增长3.0%。"), id="nor is what follows"),
        pytest.param(
            (
                "2024年，财政支出90.00亿元，增长3.0%。",
                "1-5月，收支平稳。财政支出41.00亿元，增长4.0%。",
            ),
            id="a span of months",
        ),
        pytest.param((_ALL, _SOME, "财政支出完成40.00亿元。"), id="some bodies are not all"),
        pytest.param(
            ("卫生健康支出增长8.0%，市本级卫生健康支出增长12.0%。",), id="a level is not the whole"
        ),
        pytest.param(
            (
                "某中心会议费9.00万元，比上年增加1.00万元，主要原因是租赁费增加。"
                "2024年决算数5.00万元，比年初预算数3.00万元增加2.00万元。",
            ),
            id="what a reason named may be what goes on",
        ),
        pytest.param(
            ("甲办会议费比上年减少1.00万元。", "减少较多的乙办，比上年减少7.00万元。"),
            id="a clause names another body",
        ),
        pytest.param(
            ("非税收入9.00亿元，增长3.0%。", "其中，全县粮食产量4.2万吨，增长8.0%。"),
            id="something counted in no unit of accounts",
        ),
        pytest.param(
            (
                "因公出国费预算6.00万元，比上年决算数减少2.00万元。"
                "在公务接待费方面，上年决算数5.00万元，2024年预算数3.00万元。",
            ),
            id="在某费方面 names it",
        ),
        pytest.param(
            ("去年会议费决算6.0亿元，比预算数8.0亿元减少2.0亿元，下降25.0%。",),
            id="a budget does not differ from itself",
        ),
        pytest.param(
            ("会议费决算6.2亿元，比年初预算8.0亿元减少1.8亿多元，下降22.5%。",),
            id="a rough amount is no rate that lost its sign",
        ),
        pytest.param(
            (
                "区本级各单位会议费总额60.00万元，与2023年会议费总额80.00万元相比，"
                "减少20.00万元，下降25.0%。",
            ),
            id="the base is called the same again",
        ),
        pytest.param(
            ("消费价格上涨5.0%；出厂价格和购进价格同比分别上涨9.0%和12.0%。",),
            id="names before 同比分别",
        ),
        pytest.param(
            ("甲部门完成30.00万元，占任务数的60.0%；乙部门完成30.00万元，占任务数的50.0%。",),
            id="a target is each one's own",
        ),
        pytest.param(
            (
                "财政支出90.00亿元，增长3.0%。主要支出科目情况如下：",
                "教育支出30.00亿元；",
                "农林水支出20.00亿元。",
            ),
            id="the main ones are not all",
        ),
        pytest.param(
            (
                "一般公共预算收入9.00亿元，其中：税收收入6.00亿元；非税收入3.00亿元；"
                "政府性基金预算收入2.00亿元。",
            ),
            id="another budget's money is no part",
        ),
        pytest.param(
            (
                "一般公共预算收入9.00亿元。加上债务收入2.00亿元，上级补助收入5.00亿元，"
                "从政府性基金预算等调入4.00亿元，收入总量为20.00亿元。",
            ),
            id="addends come from any budget",
        ),
        pytest.param(
            (
                "中央补助本省资金9.00亿元，其中返还性资金6.00亿元，专项资金3.00亿元。"
                "本省下达市县补助资金7.00亿元。下达市县补助资金中，返还性资金5.00亿元，专项资金2.00亿元。",
            ),
            id="two wholes divided alike",
        ),
        pytest.param(
            (
                "全县财政总收入90.00万元，其中：税收收入60.00万元，非税收入30.00万元。",
                "地方收入按构成分：税收收入40.00万元，非税收入25.00万元。",
            ),
            id="another whole, named before 按",
        ),
        pytest.param(
            ("地方收入完成90.00万元。", "地方收入（同口径）完成95.00万元，增长5.0%。"),
            id="an amount counted in another manner",
        ),
        pytest.param(
            ("19.00万元，项目支出3.00万元。", "（二）项目支出40.00万元，比上年增加4.00万元。"),
            id="what stands behind an amount of nothing known",
        ),
        pytest.param(
            ("政府采购支出90.00万元，其中：货物支出40.00万元，工程支出20.00万元，服务",),
            id="a paragraph that breaks off",
        ),
        pytest.param(
            (
                "快报显示，7月份，财政支出9.00亿元，增长3.3%。其中，区级支出2.00亿元，增长9.2%。",
                "数据显示，1-7月累计，财政支出70.00亿元，增长7.3%。其中，区级支出20.00亿元，增长8.4%。",
            ),
            id="a month, told by a source, is no span of months",
        ),
        pytest.param(
            (
                "卫生健康支出50.00万元，主要用于医院建设。另外，在其他领域也加大了投入。"
                "其中：城乡社区支出40.00万元，用于道路；农林水支出30.00万元，用于水库。",
            ),
            id="a list of what is not said, behind something else",
        ),
        pytest.param(
            (
                "接待费支出2.05万元，预算为2.95万元，差值为0.90万元。其中：餐费支出0.10万元，"
                "预算为1.05万元，差值为0.95万元；住宿费支出1.95万元，预算为1.90万元，差值为0.05万元。",
            ),
            id="differences that go both ways",
        ),
        pytest.param(
            (
                "全区国有企业资产总额90.00亿元，其中区属企业资产60.00亿元，镇属企业资产30.00亿元，"
                "负债总额50.00亿元。区属金融企业资产总额40.00亿元，负债总额20.00亿元。",
            ),
            id="the debts of each, behind what makes up the assets",
        ),
        pytest.param(
            (
                "财政总收入39.00亿元，总支出30.00亿元。收支相抵，结转9.00亿元。",
                "其中，企业资产方面，全省企业资产总额70.00亿元；金融资产方面，资产总额20.00亿元。",
            ),
            id="a paragraph that begins with 其中, behind several things",
        ),
        pytest.param(
            (
                "9个单位全部公开了预算，其中，有7个单位公开了8个项目的绩效目标，"
                "比上年增加2个项目；有6个单位公开了5个项目的文本。",
            ),
            id="counted by what they do",
        ),
        pytest.param(
            (
                "“三公”经费36.00万元。其中：因公出国（境）费0万元。公务用车购置费10.00万元；"
                "公务用车运行维护费18.00万元。公务接待费8.00万元。",
            ),
            id="two parts in one of several sentences",
        ),
        pytest.param(
            (
                "“三公”经费36.00万元。其中：因公出国（境）费0万元。公务用车购置及运行费28.00万元；"
                "公务用车购置费10.00万元；公务用车运行维护费18.00万元。公务接待费8.00万元。",
            ),
            id="a part with its own parts beside it",
        ),
        pytest.param(
            (
                "税收收入96.00万元。",
                "1.一般公共预算全县可用资金包括：返还补助31.00万元，结余12.00万元，调入资金8.00万元。",
            ),
            id="a list whose whole is named and stated nowhere",
        ),
        pytest.param(
            (
                "财政拨款收入9.00万元（其中一般公共预算6.00万元，政府性基金预算3.00万元）。",
                "一般公共预算财政拨款支出8.00万元。",
            ),
            id="a part of income and spending of its budget",
        ),
        pytest.param(
            (
                "收入总计90.00万元，其中：本年收入合计80.00万元，年初结余10.00万元。",
                "（一）收入总计90.00万元，包括：",
                "1.本年各项收入80.00万元。",
                "2.年初结余10.00万元。",
                "与上年相比，今年收入增加10.00万元，增长12.50%。",
            ),
            id="the total that was stated last",
        ),
    ],
)
def test_what_is_said_of_another_accuses_nothing(paragraphs: tuple[str, ...]) -> None:
    found = diagnostics(_lines(*paragraphs))

    assert [item for item in shown(found) if item[1] != "info"] == []


@pytest.mark.parametrize(
    ("paragraphs", "rule"),
    [
        pytest.param((_YEAR, "财政收入完成81.00亿元。"), "TIE101", id="the same year"),
        pytest.param((_YEAR, _HALF.replace("64.5", "54.5")), "PCT101", id="within half a year"),
        pytest.param(
            (_HALF, "今年1月至6月，财政收入完成32.00亿元。"), "TIE101", id="the same half"
        ),
        pytest.param((_ALL, "财政收入完成81.00亿元。"), "TIE101", id="all bodies twice"),
        pytest.param(
            ("会议费9.00万元，与2023年会议费8.00万元相比，增加2.00万元。",),
            "TRD105",
            id="a base that is called the same again",
        ),
        pytest.param(
            ("会议费2.00万元，较上年减少2.00万元（40.0%）。",), "TRD101", id="a rate in brackets"
        ),
        pytest.param(
            (
                "一般公共预算收入9.00亿元，其中：税收收入6.00亿元；非税收入4.00亿元；"
                "政府性基金预算收入2.00亿元。",
            ),
            "SUM101",
            id="the parts before another budget",
        ),
        pytest.param(
            ("会议费、培训费较上年分别减少1.00万元、2.00万元，会议费3.00万元，下降20.0%。",),
            "TRD101",
            id="names before 分别",
        ),
        pytest.param(
            (
                "经费决算总额90.00万元，比上年下降2.0%。分项情况是：差旅费60.00万元；会议费40.00万元。",
            ),
            "SUM101",
            id="the items of what was spoken of",
        ),
        pytest.param(
            ("在支出合计90.00万元中，基本支出60.00万元，占60.0%；项目支出30.00万元，占33.3%。",),
            "PCT101",
            id="parts of an amount with 中 behind it",
        ),
        pytest.param(
            (
                "全区“三公”经费总支出80.00万元。与上年相比，2024年度的“三公”经费支出减少20.00万元，下降30%。",
            ),
            "TRD101",
            id="a total called an expense, and the year with 的",
        ),
        pytest.param(
            (
                "财政总收入90.00万元，占年初预算100.00万元的90.0%，下降6.5%。其中：税收收入60.00万元，"
                "占年初预算70.00万元的85.7%，下降8.2%；非税收入30.00万元，占年初预算30.00万元的100.0%，下降11.7%。",
            ),
            "TRD106",
            id="rates of growth behind budgets",
        ),
        pytest.param(
            (
                "会议经费支出预算90.00万元，其中：场地费50.00万元，资料费40.00万元"
                "（包括：印刷费62.00万元、邮寄费14.00万元）。",
            ),
            "SUM101",
            id="parts of a budget's part",
        ),
        pytest.param(
            ("接待费支出21万元，与2023年相比，减少1.92万元，下降4.8%。会议费支出3.15万元。",),
            "TRD101",
            id="a change to the cent of an amount without its noughts",
        ),
        pytest.param(
            (
                "基本支出预算合计36.2万元。其中：人员经费28.6万元，与上年持平，因人员无变动；"
                "公用经费4万元，比上年减少2万元。",
            ),
            "SUM101",
            id="a reason that begins with 因",
        ),
        pytest.param(
            (
                "接待费35.50万元，比年初预算数字下降53.45%；其中餐费15.50万元，比年初预算数字下降18.42%；"
                "住宿费20.00万元，比年初预算数字下降44.44%。",
            ),
            "TRD106",
            id="rates against budgets",
        ),
        pytest.param(
            (
                "根据工作安排，现将2024年接待费情况公开如下：",
                "接待费共36.00万元。其中：因公出国费4.00万元，团组2个，因公出国3人次。"
                "公务接待费8.00万元。公务用车费20.00万元。",
            ),
            "SUM101",
            id="parts in sentences, of which the first counts things too",
        ),
        pytest.param(
            ("接待费共36.00万元，比上年减少支出14.00万元，下降36.0%。",),
            "TRD101",
            id="a change of what is spent",
        ),
        pytest.param(
            ("购置费34.00万元，用于公务活动等，与2023年相比，购置费减少97.00万元，下降69.6%。",),
            "TRD101",
            id="a comparison behind a purpose",
        ),
        pytest.param(
            ("1.学费收入62.00万元；餐费收入39.00万元；租金收入20.00万元，合计收入131.00万元。",),
            "SUM101",
            id="a total with its side behind it",
        ),
    ],
)
def test_what_is_said_of_the_same_is_compared(paragraphs: tuple[str, ...], rule: str) -> None:
    found = diagnostics(_lines(*paragraphs))

    assert rule in {name for name, severity in shown(found) if severity == "error"}


def test_sections_right_in_a_part_speak_of_their_own() -> None:
    found = diagnostics(
        "第二部分 2024年度单位决算情况说明\n（一）支出情况说明\n项目支出9.00万元。\n"
        "（二）绩效情况说明\n项目支出2.00万元。"
    )

    assert [item for item in shown(found) if item[1] != "info"] == []


def test_a_rate_alone_in_brackets_is_that_of_the_change_before() -> None:
    found = said(_lines("会议费2.00万元，较上年减少2.00万元（50.0%），培训费1.00万元（预估）。"))

    assert found == [
        "amount 会议费 2.00万元 actual",
        "change 会议费 2.00万元 prior down",
        "growth 会议费 50.0% prior down",
        "amount 培训费 1.00万元 actual",
    ]


def test_a_list_of_main_ones_may_leave_some_out() -> None:
    source = _lines(
        "财政支出9.00亿元。主要支出项目情况如下：", "教育支出4.00亿元；", "农林水支出2.00亿元。"
    )

    assert grouped(source) == ["财政支出 = 教育支出 + 农林水支出 ! ~"]
