"""The arithmetic rules on small reports: silent where figures agree, exact where one does not."""

from __future__ import annotations

import pytest

from jslint.diagnostic import Diagnostic
from reports import diagnostics, outcomes, shown

TOTALS = """
一、收入支出决算总体情况说明
2024年度收入、支出总计均为880.50万元。与2023年度相比，收入、支出总计各增加80.50万元，增长10.1%。
"""
SPENDING = """
三、支出决算情况说明
2024年度本年支出合计800.00万元，其中：基本支出500.30万元，占62.5%；项目支出299.70万元，占37.5%。
"""
THIRDS = """
三、支出决算情况说明
支出合计1000.00万元，主要用于以下方面：教育支出333.40万元，占33.3%；
文化支出333.30万元，占33.3%；住房支出333.30万元，占33.3%。
""".replace("；\n", "；")
BUDGET = """
五、支出决算情况说明
住房保障支出年初预算为50.00万元，支出决算为40.00万元，完成年初预算的80.0%。决算数小于预算数的主要原因是压减。
"""
RATED = """
五、支出决算情况说明
项目支出40.00万元，完成预算80.0%，决算数小于预算数的主要原因是压减。
基本支出60.00万元，完成预算100%，决算数与预算数持平。
会议费支出6.30万元，完成预算105.0%，决算数大于预算数。
"""
CUT = """
七、“三公”经费
公务接待费支出2.40万元，比上年减少0.60万元，下降20.0%。其中：
国内接待费2.10万元，接待3批次，21人次，具体内容包括：甲来访支出0.70万元；乙来访支出0.80万元；丙来访支出0.60万元。
外事接待费0.30万元。
公务接待费支出2.40万元，占100%。
"""
CLASSES = """
五、一般公共预算财政拨款支出
（二）结构情况
一般公共预算财政拨款支出100.00万元，主要用于以下方面：教育支出60.00万元，占60.0%；卫生健康支出40.00万元，占40.0%。
（三）具体情况
一般公共预算财政拨款支出决算数为100.00万元，完成预算90.9%。其中：
1.教育（类）普通教育（款）小学教育（项）：支出决算为35.00万元，完成预算87.5%。
2.教育（类）普通教育（款）初中教育（项）：支出决算为25.00万元，完成预算100%。
3.卫生健康（类）公立医院（款）综合医院（项）：支出决算为40.00万元，完成预算88.9%。
"""
PURCHASES = """
十、政府采购
政府采购支出总额320.00万元，其中：货物支出120.00万元、工程支出80.00万元、服务支出120.00万元。
授予中小企业合同金额256.00万元，占政府采购支出总额的80.0%，其中：授予小微企业合同金额128.00万元，占政府采购支出总额的40.0%。
"""
CHANGES = """
一、总体情况
支出总计比上年增加30.00万元，其中：基本支出增加50.00万元，项目支出减少20.00万元。
"""
PLACES = """
二、机构设置
本局由3个科室组成，分别是办公室、人事科、财务科。共有车辆5辆，其中：机要通信用车2辆、其他用车3辆。
"""
REPORTS = {
    "totals": TOTALS,
    "spending": SPENDING,
    "thirds": THIRDS,
    "budget": BUDGET,
    "rated": RATED,
    "cut": CUT,
    "classes": CLASSES,
    "purchases": PURCHASES,
    "changes": CHANGES,
    "places": PLACES,
}


@pytest.mark.parametrize("source", [pytest.param(text, id=name) for name, text in REPORTS.items()])
def test_consistent_reports_are_silent(source: str) -> None:
    assert diagnostics(source) == []


@pytest.mark.parametrize(
    ("source", "old", "new", "expected"),
    [
        pytest.param(TOTALS, "880.50", "808.50", {"TRD101": "error"}, id="total: digits swapped"),
        pytest.param(
            TOTALS, "80.50万元，增", "8.05万元，增", {"TRD101": "error"}, id="change: point"
        ),
        pytest.param(
            TOTALS,
            "80.50万元，增",
            "80.05万元，增",
            {"TRD101": "warning"},
            id="change: last digits swapped",
        ),
        pytest.param(TOTALS, "10.1%", "10.0%", {"TRD101": "warning"}, id="growth: last digit"),
        pytest.param(TOTALS, "10.1%", "9.1%", {"TRD101": "error"}, id="growth: wrong base"),
        pytest.param(TOTALS, "增长", "下降", {"TRD103": "error"}, id="growth: other direction"),
        pytest.param(
            TOTALS,
            "80.50万元，增",
            "980.50万元，增",
            {"TRD101": "error"},
            id="change beyond the amount",
        ),
        pytest.param(
            SPENDING,
            "500.30",
            "503.00",
            {"SUM101": "error", "PCT101": "error"},
            id="part: digits swapped",
        ),
        pytest.param(SPENDING, "299.70", "299.69", {}, id="part: within rounding"),
        pytest.param(SPENDING, "62.5%", "62.6%", {"PCT101": "warning"}, id="share: last digit"),
        pytest.param(SPENDING, "62.5%", "6.25%", {"PCT101": "error"}, id="share: point"),
        pytest.param(
            SPENDING, "800.00", "80.00", {"SUM101": "error", "PCT101": "error"}, id="whole: point"
        ),
        pytest.param(
            THIRDS,
            "333.40万元，占33.3%",
            "333.40万元，占33.4%",
            {"PCT101": "info"},
            id="share: balanced by largest remainder",
        ),
        pytest.param(
            THIRDS,
            "文化支出333.30万元，占33.3%",
            "文化支出333.30万元，占33.4%",
            {"PCT101": "warning"},
            id="share: residue absorbed by another part",
        ),
        pytest.param(BUDGET, "80.0%", "85.0%", {"PCT201": "error"}, id="completion"),
        pytest.param(
            BUDGET, "80.0%", "80.1%", {"PCT201": "warning"}, id="completion: one unit off"
        ),
        pytest.param(BUDGET, "小于", "大于", {"TRD201": "error"}, id="comparison word"),
        pytest.param(BUDGET, "小于", "等于", {"TRD201": "error"}, id="comparison word: equal"),
        pytest.param(
            BUDGET,
            "40.00",
            "60.00",
            {"PCT201": "error", "TRD201": "error"},
            id="outturn above the budget",
        ),
        pytest.param(
            BUDGET,
            "50.00",
            "0.00",
            {"PCT201": "error", "TRD201": "error"},
            id="a rate on a budget of zero",
        ),
        pytest.param(RATED, "小于", "大于", {"TRD201": "error"}, id="word against its rate"),
        pytest.param(RATED, "80.0%", "108.0%", {"TRD201": "error"}, id="rate against its word"),
        pytest.param(RATED, "100%", "98.0%", {"TRD201": "error"}, id="level at 98 %"),
        pytest.param(RATED, "与预算数持平", "与预算数基本持平", {}, id="about level"),
        pytest.param(RATED, "数大于", "数小于", {"TRD201": "error"}, id="less at 105 %"),
        pytest.param(CUT, "0.60万元，下", "0.06万元，下", {"TRD101": "error"}, id="cut: point"),
        pytest.param(CUT, "0.70", "0.07", {"SUM101": "error"}, id="visit: point"),
        pytest.param(CUT, "3批次", "4批次", {"CNT101": "error"}, id="visits counted"),
        pytest.param(CUT, "0.30", "0.03", {"SUM101": "error"}, id="reception abroad: point"),
        pytest.param(
            CUT, "支出2.40万元，占", "支出2.04万元，占", {"TIE101": "error"}, id="restated"
        ),
        pytest.param(
            CLASSES,
            "35.00",
            "53.00",
            {"SUM101": "error", "SUM102": "error"},
            id="item: digits swapped",
        ),
        pytest.param(
            CLASSES,
            "教育支出60.00万元，占60.0%",
            "教育支出61.00万元，占61.0%",
            {"SUM101": "error", "SUM102": "error"},
            id="class and its share together",
        ),
        pytest.param(CLASSES, "90.9%", "99.0%", {"PCT202": "error"}, id="total's completion"),
        pytest.param(CLASSES, "87.5%", "78.5%", {"PCT202": "error"}, id="an item's completion"),
        pytest.param(
            PURCHASES,
            "工程支出80.00",
            "工程支出8.00",
            {"SUM101": "error"},
            id="purchases: goods, works and services are all",
        ),
        pytest.param(
            PURCHASES,
            "128.00",
            "1280.00",
            {"SUM101": "error", "PCT101": "error"},
            id="a part above its whole",
        ),
        pytest.param(
            PURCHASES, "128.00", "182.00", {"PCT101": "error"}, id="one part need not be all"
        ),
        pytest.param(CHANGES, "减少20.00", "增加20.00", {"SUM101": "error"}, id="part's direction"),
        pytest.param(CHANGES, "50.00", "5.00", {"SUM101": "error"}, id="part's change"),
        pytest.param(PLACES, "3个", "4个", {"CNT101": "error"}, id="count against its list"),
        pytest.param(PLACES, "5辆", "6辆", {"SUM101": "error"}, id="vehicles by kind"),
        pytest.param(
            PLACES, "5辆", "5.5辆", {"SUM101": "error", "CNT111": "error"}, id="half a vehicle"
        ),
    ],
)
def test_one_corrupted_figure(source: str, old: str, new: str, expected: dict[str, str]) -> None:
    assert source.count(old) == 1

    found = dict(shown(diagnostics(source.replace(old, new))))

    assert found == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("会议费2.00万元，与上年持平。", {}, id="level"),
        pytest.param(
            "会议费2.00万元，增加0.30万元，与上年持平。",
            {"TRD103": "error"},
            id="level beside a change",
        ),
        pytest.param(
            "会议费2.00万元，比上年增加0.01万元，增长0.5%，与上年基本持平。",
            {},
            id="about level beside a small change",
        ),
        pytest.param(
            "会议费2.00万元，比上年减少-0.30万元，下降13.0%。",
            {"TRD103": "error"},
            id="double negative",
        ),
        pytest.param(
            "会议费2.00万元，比上年2.30万元增加-0.30万元，增长-13.0%。", {}, id="a fall by its sign"
        ),
        pytest.param(
            "会议费2.00万元，比上年增加0.50万元，增长33.3%，决算数比上年减少的主要原因是压减。",
            {"TRD103": "error"},
            id="a reason for the other direction",
        ),
        pytest.param(
            "会议费2.00万元，比上年减少0.50万元，下降20.0%，决算数比上年减少的主要原因是压减。",
            {},
            id="a reason for the same direction",
        ),
        pytest.param("会议费0万元，完成预算0%，与上年持平。", {}, id="nothing of nothing"),
        pytest.param("会议费0万元，比上年减少1.20万元，下降100%。", {}, id="down to nothing"),
        pytest.param(
            "会议费0万元，比上年减少1.20万元，下降90%。",
            {"TRD101": "error"},
            id="down to nothing by less than all",
        ),
        pytest.param(
            "会议费5.00万元，比上年增加5.00万元，增长100%。",
            {"TRD101": "warning"},
            id="a rate of growth from nothing",
        ),
        pytest.param(
            "会议费21.2万元，比上年增加0万元，增长0.2%。培训费7.5万元，比上年增加1.5万元，增长25%。",
            {},
            id="a change that rounds to nothing in a report of one decimal",
        ),
        pytest.param(
            "会议费0万元，比上年增加0万元，增长5.0%。",
            {"TRD101": "warning"},
            id="a rate of growth of nothing",
        ),
        pytest.param(
            "会议费0.03万元，比上年增加0.02万元，增长150%。", {}, id="a base too small to tell"
        ),
        pytest.param(
            "会议费5.00万元，比上年增加6.00万元，增长20%。",
            {"TRD101": "error"},
            id="more growth than there is",
        ),
        pytest.param(
            "会议费0万元，完成预算80.0%。", {"PCT201": "error"}, id="80 % of nothing spent"
        ),
        pytest.param(
            "会议费年初预算5.00万元，全年预算2.50万元，支出决算2.00万元，完成预算的80%。",
            {},
            id="a budget of no named kind may be either",
        ),
        pytest.param(
            "会议费年初预算5.00万元，全年预算2.50万元，支出决算2.00万元，完成预算的60%。",
            {"PCT201": "error"},
            id="but must be one",
        ),
        pytest.param(
            "会议费年初预算1.00万元，全年预算2.50万元，支出决算2.00万元，决算数大于预算数。",
            {},
            id="above either budget",
        ),
        pytest.param(
            "会议费年初预算5.00万元，全年预算2.50万元，支出决算2.00万元，决算数大于预算数。",
            {"TRD201": "error"},
            id="above neither budget",
        ),
        pytest.param(
            "会议费预算2.50万元，支出决算2.00万元，完成年初预算的85%。",
            {"PCT201": "error"},
            id="a kind named only by the rate",
        ),
        pytest.param(
            "会议费2.00万元，上年决算数2.50万元，决算数比上年减少的主要原因是压减。",
            {},
            id="less than last year's printed amount",
        ),
        pytest.param(
            "会议费2.00万元，上年决算数1.50万元，决算数比上年减少的主要原因是压减。",
            {"TRD201": "error"},
            id="not less than last year's printed amount",
        ),
        pytest.param(
            "会议费2.00万元，上年决算数2.50万元，减少0.50万元，下降20.0%。",
            {},
            id="both years and the change",
        ),
        pytest.param(
            "会议费2.00万元，上年决算数2.50万元，减少0.05万元。",
            {"TRD105": "error"},
            id="both years, the change's point",
        ),
        pytest.param(
            "会议费2.00万元，上年决算数2.50万元，减少0.51万元。", {}, id="a rounded difference"
        ),
        pytest.param(
            "会议费2.00万元，上年决算数2.50万元，增加0.50万元。",
            {"TRD105": "error"},
            id="both years, the other direction",
        ),
        pytest.param(
            "会议费2.00万元，上年决算数2.50万元，增加（减少）0.50万元。",
            {},
            id="both years, no direction",
        ),
        pytest.param(
            "会议费2.00万元，上年决算数2.50万元，与上年持平。",
            {"TRD105": "error"},
            id="both years, level",
        ),
        pytest.param(
            "会议费2.00万元，上年决算数2.50万元，比上年下降20.0%。", {}, id="rate on its base"
        ),
        pytest.param(
            "会议费2.00万元，上年决算数2.50万元，比上年下降25.0%。",
            {"TRD101": "error"},
            id="rate on the other base",
        ),
        pytest.param(
            "会议费2.00万元，上年决算数2.50万元，比上年增长20.0%。",
            {"TRD101": "error"},
            id="rate of the other direction",
        ),
        pytest.param(
            "会议费年初预算2.50万元，支出决算2.00万元，决算数小于预算数0.50万元。",
            {},
            id="difference from the budget",
        ),
        pytest.param(
            "会议费年初预算2.50万元，支出决算2.00万元，决算数小于预算数0.05万元。",
            {"TRD105": "error"},
            id="difference from the budget, point",
        ),
        pytest.param("会议费由上年的2.50万元减少到2.00万元，下降20.0%。", {}, id="from … to"),
        pytest.param(
            "会议费由上年的2.50万元减少到2.00万元，下降2.0%。",
            {"TRD101": "error"},
            id="from … to, rate wrong",
        ),
        pytest.param("会议费2.00万元，占本年支出合计的0%。", {}, id="a whole that is not known"),
        pytest.param("会议费3.00万元，比上年增长1.5倍，增加1.80万元。", {}, id="times"),
        pytest.param(
            "自评项目5个，其中：等级为优4个，占80.0%；等级为良1个，占20.0%。",
            {},
            id="share of things",
        ),
        pytest.param(
            "自评项目5个，其中：等级为优4个，占81.0%；等级为良1个，占20.0%。",
            {"PCT101": "error"},
            id="share of things, wrong",
        ),
        pytest.param(
            "会议费2.00万元。与年初预算相比，年初预算数2.50万元，决算数2.00万元，预决算差异率-20.0%。",
            {},
            id="how far from the budget",
        ),
        pytest.param(
            "会议费2.00万元。与年初预算相比，年初预算数2.50万元，决算数2.00万元，预决算差异率20.0%。",
            {},
            id="how far from the budget, without its sign",
        ),
        pytest.param(
            "会议费2.00万元。与年初预算相比，年初预算数2.50万元，决算数2.00万元，预决算差异率-25.0%。",
            {"TRD102": "error"},
            id="how far from the budget, wrong",
        ),
        pytest.param(
            "收入合计8.00万元，其中：财政拨款收入7.00万元，占总收入的87.5%；其他收入1.00万元，占总收入的12.5%。",
            {},
            id="shares of a total that another sentence uses otherwise",
        ),
        pytest.param(
            "项目支出67.4万元，较预算数减少1.0万元，下降1.5%；较上年减少1.0万元，下降1.4%。",
            {},
            id="two bases that print alike",
        ),
        pytest.param(
            "会议费3.00万元，比2024年年初预算数4.00万元减少1.10万元。",
            {"TRD105": "error"},
            id="a change on a budget that stands beside it",
        ),
        pytest.param(
            "会议费12.00万元，同比增长20.0%，增加3.00万元。",
            {"TRD101": "error"},
            id="a change behind its rate",
        ),
        pytest.param("会议费12.00万元，同比增长33.3%，增加3.00万元。", {}, id="a right one"),
        pytest.param(
            "会议费12.00万元，同口径增长20.0%，增加3.00万元。",
            {},
            id="a rate of what would be compared",
        ),
        pytest.param(
            "甲费12.00万元，占乙费和丙费的比重分别达到12%和30.0%。\n"
            "丁费24.00万元，占乙费和丙费的比重分别达到24%和60.0%。",
            {},
            id="shares of two wholes in a row",
        ),
        pytest.param(
            "会议费65.20万元，比上年增加12.34万元，主要原因是追加经费12.43万元。",
            {"TIE110": "warning"},
            id="digits exchanged in a reason",
        ),
        pytest.param(
            "会议费65.20万元，比上年增加1.23万元，主要原因是追加经费1.32万元。",
            {"TIE110": "info"},
            id="few digits exchanged in a reason",
        ),
        pytest.param(
            "会议费65.20万元，比上年增加12.34万元，主要原因是追加经费12.34万元。",
            {},
            id="a reason that gives the change",
        ),
        pytest.param(
            "会议费65.20万元，比上年增加12.34万元，主要原因是场租由上年的21.34万元变为12.43万元。",
            {},
            id="what something else was and became",
        ),
        pytest.param(
            "会议费65.20万元，比上年增加12.34万元，主要原因是追加经费12.43元。",
            {},
            id="the digits in another unit",
        ),
        pytest.param(
            "会议费65.20万元，比上年增加12.34万元，主要原因是追加经费9.91万元、调入2.52万元。",
            {},
            id="a reason that divides something else",
        ),
        pytest.param(
            "会议费65.20万元，主要用于场租34.15万元、资料费31.50万元。",
            {"TIE110": "warning"},
            id="digits exchanged in one of two uses",
        ),
        pytest.param(
            "会议费65.20万元，主要用于场租34.15万元、资料费31.05万元。",
            {},
            id="two uses that make up the amount",
        ),
        pytest.param(
            "甲费4.00万元，主要原因是人员增加5人，增支12.30万元。\n"
            "乙费5.00万元，主要原因是人员增加5人，增支12.30万元。\n"
            "丙费6.00万元，主要原因是人员增加5人，增支21.30万元。\n"
            "丁费7.00万元，主要原因是人员增加5人，增支12.30万元。",
            {"TIE110": "warning"},
            id="one of several reasons in the same words",
        ),
        pytest.param(
            "车辆运行费12.32万元，车辆保有量8辆，车均运行费1.45万元。",
            {"CNT113": "warning", "TIE110": "info"},
            id="digits exchanged in an average",
        ),
        pytest.param(
            "接待费4.51万元，接待72人次，人均接待费626.93元。",
            {},
            id="an average of what the amount is rounded from",
        ),
        pytest.param(
            "接待费4.51万元，接待72人次，人均接待费662.39元。",
            {"TIE110": "warning"},
            id="digits exchanged beyond that",
        ),
        pytest.param(
            "车辆运行费12.32万元，车辆保有量8辆，车均运行费1.54元。",
            {"TIE109": "error"},
            id="an average in the wrong unit",
        ),
        pytest.param(
            "公开的公务接待费2.46元，经核查，公务接待费2.46万元。",
            {"TIE109": "error"},
            id="one amount in two units",
        ),
        pytest.param(
            "公开的培训费100元，经核查，培训费100万元。", {}, id="whole yuan may be a price"
        ),
        pytest.param(
            "全县基金收入9.00亿元，补助收入2.00亿元。\n县本级基金收入6.00亿元，补助收入1.50亿元。",
            {},
            id="one name at two levels",
        ),
        pytest.param(
            "县本级基金收入6.00亿元，补助收入2.00亿元。\n县本级调入资金6.00亿元，补助收入1.50亿元。",
            {"TIE101": "error"},
            id="one name at one level",
        ),
        pytest.param(
            "培训费20.00万元，比快报数18.00万元增加2.00万元，增长11.1%；比2023年决算数下降8.0%。",
            {},
            id="changes against two bases, one of another name",
        ),
        pytest.param(
            "培训费20.00万元，比快报数18.00万元增加2.00万元，增长12.1%；比2023年决算数下降8.0%。",
            {"TRD101": "error"},
            id="a wrong rate against a base of another name",
        ),
    ],
)
def test_sentences(sentence: str, expected: dict[str, str]) -> None:
    assert dict(shown(diagnostics(f"三、支出\n{sentence}"))) == expected


W8 = """
五、一般公共预算
一般公共预算财政拨款支出决算数为3594.43万元，完成预算93.7%。其中：
1.教育（类）学前事务（款）培训支出（项）：支出决算为11.81万元，完成预算98.4%。
2.社会保障（类）就业事务（款）系统建设（项）：支出决算为2597.32万元，完成预算93.3%。
3.社会保障（类）就业事务（款）其他支出（项）：支出决算为828.73万元，完成预算93.9%。
4.社会保障（类）养老事务（款）离退支出（项）：支出决算为7.2万元，完成预算100%。
5.社会保障（类）养老事务（款）养老缴费（项）：支出决算为41.39万元，完成预算97.3%。
6.社会保障（类）养老事务（款）年金缴费（项）：支出决算为20.7万元，完成预算97.3%。
7.卫生健康（类）医疗事务（款）医疗缴费（项）：支出决算为28.17万元，完成预算100%。
8.住房保障（类）住房事务（款）公积支出（项）：支出决算为34.61万元，完成预算100%。
9.住房保障（类）住房事务（款）购房支出（项）：支出决算为24.51万元，完成预算100%。
"""


@pytest.mark.parametrize(
    ("rate", "expected"),
    [
        pytest.param("93.7%", [], id="W8"),
        pytest.param("93.6%", [], id="W8' the other rate that passes"),
        pytest.param("93.5%", [("PCT202", "error")], id="W8' 93.5"),
        pytest.param("93.8%", [("PCT202", "error")], id="W8' 93.8"),
        pytest.param("93.9%", [("PCT202", "error")], id="W8' 93.9"),
        pytest.param("94.4%", [("PCT202", "error")], id="W8' 94.4"),
    ],
)
def test_w8_implied_budgets(rate: str, expected: list[tuple[str, str]]) -> None:
    found = diagnostics(W8.replace("93.7%", rate))

    assert list(shown(found)) == expected


def test_w8_says_which_rates_would_do() -> None:
    (found,) = diagnostics(W8.replace("93.7%", "94.4%"))

    assert found.expected == "93.63%—93.74%"
    assert found.place.line == 2


LEVELS = """
三、支出决算情况说明
支出合计100.10万元，其中：基本支出60.05万元、项目支出40.06万元。
项目支出40.06万元，包括：甲项目20.03万元；乙项目20.04万元。
甲项目20.03万元，包括：货物采购10.02万元；服务采购10.02万元。
"""


def test_levels_that_pass_one_by_one_can_be_jointly_impossible() -> None:
    (found,) = diagnostics(LEVELS)

    assert (found.rule, found.severity.value, found.place.line) == ("SUM101", "error", 2)
    assert (found.expected, found.actual) == ("100.13万元", "100.10万元")
    assert "合起来不可能" in found.message


@pytest.mark.parametrize("old", ["100.10", "60.05", "20.04万元；服务"])
def test_levels_that_pass_together_are_silent(old: str) -> None:
    mended = (
        LEVELS.replace("100.10", "100.11") if old == "100.10" else LEVELS.replace("60.05", "60.04")
    )

    assert diagnostics(mended) == []


def test_the_sum_is_taken_from_the_list_and_its_whole_from_before() -> None:
    source = """
    三、支出
    项目支出3.00万元，比上年增加1.00万元。
    支出合计8.00万元，其中：基本支出4.00万元；项目支出3.00万元。
    """

    (found,) = diagnostics(source)

    assert (found.rule, found.expected) == ("SUM101", "7.00万元")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "采购总额9.00万元，其中：货物5.00万元、工程1.00万元、服务3.00万元，"
            "授予中小企业8.00万元。",
            {},
            id="overlapping parts are not added",
        ),
        pytest.param(
            "采购总额9.00万元，其中：货物5.00万元，授予中小企业8.00万元，授予小微企业9.50万元。",
            {"SUM101": "error"},
            id="but none exceeds the whole",
        ),
        pytest.param(
            "收入合计比上年增加3.00万元，其中：财政拨款收入增加3.00万元，其他收入持平。",
            {},
            id="a flat part is no change",
        ),
        pytest.param(
            "支出9.00万元，其中：甲项目5.00万元、乙项目2.00万元。",
            {"SUM101": "info"},
            id="a list that need not be complete",
        ),
        pytest.param(
            "支出9.00万元，其中：甲项目5.00万元、乙项目2.00万元等。",
            {"SUM101": "info"},
            id="a list that says it is not",
        ),
        pytest.param(
            "支出9.00万元，其中：甲项目5.00万元、乙项目6.00万元等。",
            {"SUM101": "error"},
            id="too much even so",
        ),
        pytest.param(
            "（2）国内公务接待31批次，246人次。其中：外事接待2批次，10人次。"
            "其他国内公务接待28批次，236人次。",
            {"SUM101": "error"},
            id="a part behind a stop, in an item",
        ),
        pytest.param(
            "财政拨款支出年初预算为100.00万元，支出决算为90.00万元。其中：\n"
            "1.教育支出（类）普通教育（款）小学教育（项）年初预算50.00万元，支出决算60.00万元。\n"
            "2.住房保障支出（类）住房改革支出（款）住房公积金（项）年初预算40.00万元，支出决算30.00万元。",
            {"SUM101": "info"},
            id="accounts of which nothing was spent are not listed",
        ),
        pytest.param(
            "财政拨款支出年初预算为100.00万元，支出决算为90.00万元。其中：\n"
            "1.教育支出（类）普通教育（款）小学教育（项）年初预算70.00万元，支出决算60.00万元。\n"
            "2.住房保障支出（类）住房改革支出（款）住房公积金（项）年初预算40.00万元，支出决算30.00万元。",
            {"SUM101": "error"},
            id="but they are not more than the budget",
        ),
    ],
)
def test_lists(sentence: str, expected: dict[str, str]) -> None:
    assert dict(shown(diagnostics(f"三、支出\n{sentence}"))) == expected


def test_w7_wrong_base_is_named() -> None:
    source = """
    一、总体情况
    支出总计3594.43万元，比上年增加2375.81万元，增长66.1%。
    """

    (found,) = diagnostics(source)

    assert (found.rule, found.expected) == ("TRD101", "195.0%")
    assert "本年数" in found.message


def test_a_rate_on_the_wrong_budget_names_the_one_it_fits() -> None:
    source = """
    三、支出
    会议费年初预算0.00万元，全年预算2.50万元，支出决算2.00万元，完成年初预算的80.0%。
    """

    (found,) = diagnostics(source)

    assert found.rule == "PCT201"
    assert "0.00万元" in found.message
    assert "2.50万元" in found.message


def test_a_diagnostic_points_at_the_figure_and_its_partners() -> None:
    (found,) = diagnostics(TOTALS.replace("10.1%", "12.1%"))

    line = TOTALS.strip().split("\n")[1].replace("10.1%", "12.1%")
    assert (found.place.line, found.place.column) == (2, line.index("12.1%") + 1)
    assert found.place.end_column == line.index("12.1%") + 6
    assert (found.expected, found.actual) == ("10.1%", "12.1%")
    assert [related.excerpt[-6:] for related in found.related] == ["0.50万元"] * 2


def test_english_messages_are_worded_too() -> None:
    broken = outcomes(TOTALS.replace("10.1%", "12.1%"), ["TRD101"], lang="en")

    (found,) = [item for item in broken if isinstance(item, Diagnostic)]

    assert "rate of change printed 12.1%" in found.message


def test_what_cannot_be_checked_is_said() -> None:
    found = outcomes("三、支出\n会议费2.00万元，比上年增长5.0%。", ["TRD101"])

    assert [type(item).__name__ for item in found] == ["Unchecked"]


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        (
            "会议费20.00万元，比上年增加30.00万元，增长150%。",
            "会议费印作变动30.00万元、幅度150%，按此基数为 20.00万元-30.00万元=-10.00万元"
            "（增加额大于本年数，基数为负）",
        ),
        (
            "会议费由2023年度的0.00万元增加到50.00万元，增长30.0%。",
            "会议费的基数印作0.00万元，幅度却印作30.0%：基数为零，幅度没有意义",
        ),
        (
            "会议费20.00万元，与上年相比增加0.00万元，增长5.0%。",
            "会议费印作变动0.00万元，幅度却印作5.0%，应为0%",
        ),
        (
            "会议费年初预算0.00万元，支出决算50.00万元，完成年初预算的80%。",
            "会议费预算为0.00万元、决算为50.00万元，完成预算却印作80%",
        ),
        ("会议费50.00万元，完成预算的0%。", "会议费决算为50.00万元，完成预算却印作0%"),
        ("会议费占本年项目经费的120.0%。", "会议费占比印作120.0%，分项不会大于整体"),
    ],
)
def test_a_rate_without_a_base_is_told_in_words_that_can_be_read(
    sentence: str, message: str
) -> None:
    assert [one.message for one in diagnostics(f"三、支出\n{sentence}")] == [message]
