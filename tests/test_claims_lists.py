"""Wholes and parts: which topics a sentence or a list divides a whole into."""

from __future__ import annotations

import pytest

from jslint.claims import extract
from reports import grouped, report, said


@pytest.mark.parametrize(
    ("source", "groups"),
    [
        pytest.param(
            "支出合计8.00万元，其中：基本支出5.00万元；项目支出3.00万元。",
            ["支出合计 = 基本支出 + 项目支出"],
            id="其中： with semicolons",
        ),
        pytest.param(
            "支出合计8.00万元，其中，基本支出5.00万元，项目支出3.00万元。",
            ["支出合计 = 基本支出 + 项目支出"],
            id="其中， with commas",
        ),
        pytest.param(
            "基金收入8.00万元。其中：土地收入5.00万元。加上转移性收入3.00万元，收入合计11.00万元。",
            ["基金收入 = 土地收入", "收入合计 = 基金收入 + 转移性收入 !"],
            id="what is added to is what was divided",
        ),
        pytest.param(
            "基本支出5.00万元，项目支出3.00万元，财政拨款支出合计8.00万元。",
            ["财政拨款支出合计 = 基本支出 + 项目支出 !"],
            id="a total by its own name at the end",
        ),
        pytest.param(
            "基本支出5.00万元，项目支出3.00万元，财政拨款支出合计9.00万元。",
            [],
            id="one that they do not make up",
        ),
        pytest.param(
            "编制8人，其中：行政编制5人，事业编制3人，截至年底实有9人。",
            ["编制 = 行政编制 + 事业编制"],
            id="what follows when the whole is made up",
        ),
        pytest.param(
            "本级收入40万元，加上补助收入20万元，其中：一般补助12万元（含甲类3万元、乙类9万元，专项补助8万元），上年结余5万元，收入合计65万元。",
            [
                "一般补助 = 甲类 + 乙类",
                "补助收入 = 一般补助 + 专项补助",
                "收入合计 = 本级收入 + 补助收入 + 上年结余 !",
            ],
            id="lists within a sum that are made up",
        ),
        pytest.param(
            "本局在岗9人，其中，领导3人；代管某中心，为副科级事业单位，在岗事业人员8人。",
            ["在岗 = 领导"],
            id="another body behind a semicolon",
        ),
        pytest.param(
            "人员经费5.00万元，主要包括：基本工资、津贴补贴；公用经费8.00万元，主要包括：办公费、水费。",
            [],
            id="names alone before a semicolon",
        ),
        pytest.param(
            "公用经费8.00万元，其中电费1.00万元，人员经费5.00万元；公用经费8.00万元，合计13.00万元。",
            ["公用经费 = 电费 + 人员经费"],
            id="a total that is not the whole of a list which names its whole again",
        ),
        pytest.param(
            "编制8人，其中：行政编制5人，事业编制3人，工勤编制0人。",
            ["编制 = 行政编制 + 事业编制 + 工勤编制"],
            id="a nought when the whole is made up",
        ),
        pytest.param(
            "调入资金增加8.00万元，其中，县级调入资金增加3.00万元。",
            ["调入资金 = 县级调入资金"],
            id="a part that has its whole's name with a word before it",
        ),
        pytest.param(
            "收入合计8.00万元，主要原因是甲类减少2.00万元，其中：事业收入5.00万元，占62.5%；其他收入3.00万元，占37.5%。",
            ["收入合计 = 事业收入 + 其他收入"],
            id="parts with shares behind a reason",
        ),
        pytest.param(
            "收入合计8.00万元，主要原因是甲类减少2.00万元，其中：乙类减少1.00万元，占50%；丙类减少1.00万元。",
            [],
            id="changes within a reason",
        ),
        pytest.param(
            "三公经费4亿元，其中：甲经费0.3亿元；乙费3亿元；丙费0.7亿。",
            ["三公经费 = 甲经费 + 乙费 + 丙费"],
            id="a part in 亿 alone",
        ),
        pytest.param(
            "专项收入8.00万元，完成预算的80.0%，增长3.0%；补助收入3.00万元，调入资金1.00万元，收入共计12.00万元。",
            ["收入共计 = 专项收入 + 补助收入 + 调入资金 !"],
            id="what a sentence comes to, rates between",
        ),
        pytest.param(
            "基本支出5.00万元，项目支出3.00万元，本年支出合计8.00万元。",
            ["本年支出合计 = 基本支出 + 项目支出 !"],
            id="what a sentence comes to, by its own name",
        ),
        pytest.param(
            "基本支出5.00万元，项目支出3.00万元，本年支出合计9.00万元。",
            [],
            id="a total that may be of more than its sentence",
        ),
        pytest.param(
            "补助收入9.00万元，其中：返还收入3.00万元、专项补助6.00万元，比快报数8.00万元增加1.00万元。",
            ["补助收入 = 返还收入 + 专项补助"],
            id="what a whole is compared with is no part",
        ),
        pytest.param(
            "支出合计8.00万元，其中5.00万元为因公出国（境）费、3.00万元为接待费（内宾）。",
            ["支出合计 = 因公出国(境)费 + 接待费"],
            id="names with brackets behind their amounts",
        ),
        pytest.param(
            "支出合计8.00万元，其中基本支出5.00万元、项目支出3.00万元。",
            ["支出合计 = 基本支出 + 项目支出"],
            id="其中 with 、",
        ),
        pytest.param(
            "支出合计8.00万元，主要用于以下方面：教育支出5.00万元，占62.5%；住房支出3.00万元，占37.5%。",
            ["支出合计 = 教育支出 + 住房支出 !"],
            id="以下方面 promises all",
        ),
        pytest.param(
            "支出合计8.00万元，包括基本支出5.00万元和项目支出3.00万元。",
            ["支出合计 = 基本支出 + 项目支出 !"],
            id="包括 … 和 …",
        ),
        pytest.param(
            "支出合计8.00万元，分别为：基本支出5.00万元、项目支出3.00万元。",
            ["支出合计 = 基本支出 + 项目支出 !"],
            id="分别为 before names",
        ),
        pytest.param(
            "接待3批次，支出0.60万元，具体内容包括：甲来访支出0.20万元；乙来访支出0.40万元。",
            ["接待 = 甲来访支出 + 乙来访支出 !"],
            id="具体内容包括",
        ),
        pytest.param(
            "支出合计8.00万元，其中：基本支出5.00万元、项目支出2.00万元等。",
            ["支出合计 = 基本支出 + 项目支出 ~"],
            id="等 leaves some out",
        ),
        pytest.param(
            "支出合计8.00万元，主要包括：基本支出5.00万元、项目支出2.00万元。",
            ["支出合计 = 基本支出 + 项目支出 ! ~"],
            id="主要包括 may leave some out",
        ),
        pytest.param(
            "编制5人，其中：行政编制3人、事业编制2人；实有人员4人，其中：行政人员3人、事业人员1人。",
            ["编制 = 行政编制 + 事业编制", "实有人员 = 行政人员 + 事业人员"],
            id="parts that make up their whole end at a semicolon",
        ),
        pytest.param(
            "支出合计8.00万元，其中：基本支出5.00万元；项目支出3.00万元；经营支出1.00万元。",
            ["支出合计 = 基本支出 + 项目支出 + 经营支出"],
            id="but not where semicolons divide them",
        ),
        pytest.param(
            "支出合计8.00万元，其中：基本支出5.00万元，其中：人员经费4.00万元、公用经费1.00万元；"
            "项目支出3.00万元。",
            ["基本支出 = 人员经费 + 公用经费", "支出合计 = 基本支出 + 项目支出"],
            id="nested",
        ),
        pytest.param(
            "支出合计8.00万元，其中：基本支出5.00万元（其中：人员经费4.00万元，公用经费1.00万元），"
            "项目支出3.00万元。",
            ["基本支出 = 人员经费 + 公用经费", "支出合计 = 基本支出 + 项目支出"],
            id="nested in brackets",
        ),
        pytest.param(
            "接待费8.00万元（含外宾接待3.00万元），比上年增加1.00万元。",
            ["接待费 = 外宾接待"],
            id="含 in brackets",
        ),
        pytest.param(
            "支出合计8.00万元。按支出性质分：基本支出5.00万元，项目支出3.00万元。"
            "按支出功能分：教育支出6.00万元，住房支出2.00万元。",
            ["支出合计 = 基本支出 + 项目支出 !", "支出合计 = 教育支出 + 住房支出 !"],
            id="two divisions of one whole",
        ),
        pytest.param(
            "接待费支出8.00万元。接待费支出中，国内接待5.00万元，外事接待3.00万元。",
            ["接待费支出 = 国内接待 + 外事接待"],
            id="a whole named by 中",
        ),
        pytest.param(
            "共有车辆5辆，其中：机要通信用车2辆、其他用车3辆。",
            ["车辆 = 机要通信用车 + 其他用车"],
            id="counts",
        ),
        pytest.param(
            "支出合计比上年增加3.00万元，其中：基本支出增加5.00万元，项目支出减少2.00万元，其他持平。",
            ["支出合计 = 基本支出 + 项目支出 + 其他"],
            id="changes",
        ),
        pytest.param(
            "公车费7.00万元，其中：公车购置费0万元，购置车辆0辆；公车运行费7.00万元，公车保有量3辆。",
            ["公车费 = 公车购置费 + 公车运行费"],
            id="counts between are no parts",
        ),
        pytest.param(
            "支出合计8.00万元。其中：基本支出5.00万元；项目支出3.00万元。",
            ["支出合计 = 基本支出 + 项目支出"],
            id="in the next sentence",
        ),
        pytest.param(
            "基本支出5.00万元，项目支出3.00万元。其中：人员经费4.00万元，公用经费1.00万元。",
            ["基本支出 = 人员经费 + 公用经费"],
            id="of the one of two that the parts add up to",
        ),
        pytest.param(
            "支出合计8.00万元，主要原因是：其中新增项目5.00万元。",
            [],
            id="inside a reason",
        ),
        pytest.param(
            "支出合计8.00万元，货物、服务支出分别为5.00万元、3.00万元。",
            [],
            id="a row of figures is no list of its whole",
        ),
        pytest.param(
            "教育支出8.00万元（其中：基本支出5.00万元，项目支出3.00万元）；"
            "住房支出4.00万元（其中：基本支出3.00万元，项目支出1.00万元）。",
            ["教育支出 = 基本支出 + 项目支出", "住房支出 = 基本支出 + 项目支出"],
            id="equal names under two wholes",
        ),
        pytest.param(
            "收入合计比上年增加3.00万元，其中：财政拨款收入增加4.00万元，其他收入减少1.00万元。",
            ["收入合计 = 财政拨款收入 + 其他收入"],
            id="parts whose names end like the whole's",
        ),
        pytest.param(
            "项目支出3.00万元。支出合计8.00万元，其中：基本支出5.00万元；项目支出3.00万元。",
            ["支出合计 = 基本支出 + 项目支出"],
            id="a total that heads a sentence is a topic of its own",
        ),
    ],
)
def test_lists_in_sentences(source: str, groups: list[str]) -> None:
    assert grouped(f"三、情况\n{source}") == groups


@pytest.mark.parametrize(
    ("source", "groups"),
    [
        pytest.param(
            """
            支出合计8.00万元。其中：
            基本支出5.00万元。
            项目支出3.00万元。
            2024年度会议费1.00万元。
            """,
            ["支出合计 = 基本支出 + 项目支出"],
            id="a year begins anew",
        ),
        pytest.param(
            """
            支出合计8.00万元，其中：
            教育支出（类）5.00万元，具体如下：
            “普通教育”（款）5.00万元（其中：小学教育（项）2.00万元；普通教育（项）3.00万元）。
            """,
            [
                "普通教育(款) = 小学教育(项) + 普通教育(项)",
                "教育支出(类) = 普通教育(款) !",
                "支出合计 = 教育支出(类)",
            ],
            id="one name at two depths",
        ),
        pytest.param(
            """
            基本支出5.00万元，其中：
            人员经费4.00万元，主要包括：基本工资、津贴补贴等。
            公用经费1.00万元，主要包括：办公费、水费等。
            """,
            ["基本支出 = 人员经费 + 公用经费"],
            id="paragraphs behind 其中：",
        ),
        pytest.param(
            """
            收入合计8.00万元。其中：
            1.财政拨款收入6.00万元，占75.0%。
            2.其他收入2.00万元，占25.0%。
            支出合计8.00万元。
            """,
            ["收入合计 = 财政拨款收入 + 其他收入 !"],
            id="numbered paragraphs end with the numbers",
        ),
        pytest.param(
            """
            2.公车购置及运行费7.00万元，比上年减少0.30万元。
            其中：公车购置费0万元。全年购置公车0辆。
            公车运行费7.00万元。
            3.接待费2.00万元。
            """,
            ["公车购置及运行费 = 公车购置费 + 公车运行费"],
            id="其中： heads a paragraph, next goes on",
        ),
        pytest.param(
            """
            “三公”经费9.00万元。与上年相比减少1.00万元。
            其中：出国费0万元，占0%；公车费7.00万元，占77.8%；接待费2.00万元，占22.2%。
            会议费3.00万元。
            """,
            ["三公经费 = 出国费 + 公车费 + 接待费"],
            id="其中： heads a paragraph that lists all",
        ),
        pytest.param(
            """
            支出8.00万元，具体如下：
            教育支出（205类）5.00万元，占62.5%；住房支出（221类）3.00万元，占37.5%。
            """,
            ["支出 = 教育支出 + 住房支出 !"],
            id="all parts in the next paragraph",
        ),
        pytest.param(
            """
            接待费8.00万元。其中：
            （1）国内接待5.00万元，接待12批次，90人次。
            （2）外事接待3.00万元，接待1批次，5人次。
            """,
            ["接待费 = 国内接待 + 外事接待"],
            id="numbers in brackets",
        ),
        pytest.param(
            """
            接待费8.00万元。其中：
            ①国内接待5.00万元。
            ②外事接待3.00万元。
            """,
            ["接待费 = 国内接待 + 外事接待"],
            id="numbers in circles",
        ),
        pytest.param(
            """
            接待费8.00万元。其中：
            国内接待5.00万元，接待12批次，90人次，包括：甲来访2.00万元；乙来访3.00万元。
            外事接待3.00万元。
            """,
            ["国内接待 = 甲来访 + 乙来访 !", "接待费 = 国内接待 + 外事接待"],
            id="a list inside a part",
        ),
        pytest.param(
            """
            支出8.00万元，其中：
            （二）下一节
            教育支出5.00万元。
            """,
            [],
            id="no list goes on below the next heading",
        ),
        pytest.param(
            """
            财政拨款支出9.00万元。
            （二）财政拨款支出决算结构情况
            1.教育支出（类）6.00万元，占66.67%。
            2.住房支出（类）3.00万元，占33.33%。
            """,
            ["财政拨款支出 = 教育支出(类) + 住房支出(类) !"],
            id="a heading names the whole that its items make up",
        ),
        pytest.param(
            """
            财政拨款支出8.00万元。
            财政拨款支出预算中，基本支出5.00万元，项目支出3.00万元。
            """,
            ["财政拨款支出 = 基本支出 + 项目支出 !"],
            id="a whole named as a budget",
        ),
        pytest.param(
            """
            支出合计9.00万元，其中：
            1.教育支出6.00万元。
            2“.住房支出3.00万元。
            """,
            ["支出合计 = 教育支出 + 住房支出 !"],
            id="a quote that slipped into a number",
        ),
        pytest.param(
            """
            （2）国内接待31批次。其中：外事接待2批次，10人次。其他国内接待29批次，236人次。
            """,
            ["国内接待 = 外事接待"],
            id="a part behind a stop, in an item",
        ),
        pytest.param(
            """
            财政拨款支出9.00万元，具体情况如下：
            1.教育支出（类）6.00万元。
            2.住房支出（类）3.00万元。其中：
            住房改革（款）3.00万元。
            财政拨款支出年初预算为8.00万元，支出决算为9.00万元。
            教育支出（类）普通教育（款）小学教育（项）：支出决算为6.00万元。
            """,
            ["住房支出(类) = 住房改革(款)", "财政拨款支出 = 教育支出(类) + 住房支出(类) !"],
            id="a whole stated again ends the lists within lists",
        ),
        pytest.param(
            """
            三公经费支出9.00万元。
            其中：出国费1.00万元；购置费2.00万元；
            运行费3.00万元；接待费3.00万元
            """,
            ["三公经费支出 = 出国费 + 购置费 + 运行费 + 接待费"],
            id="a sentence of parts that breaks off behind a semicolon",
        ),
        pytest.param(
            """
            财政拨款支出9.00万元，其中：
            教育支出（类）普通教育（款）学前教育（项）：支出决算为6.00万元。
            教育支出（类）普通教育（款）小学教育（项）：支出决算为3.00万元。
            教育支出（类）其他教育支出（款）其他教育支出（项）：支出决算为0.00万元。
            """,
            [
                "财政拨款支出 = 教育支出普通教育学前教育 + 教育支出普通教育小学教育"
                " + 教育支出其他教育支出其他教育支出 !"
            ],
            id="an account behind those that make up the whole",
        ),
        pytest.param(
            """
            接待费预算为9.00万元，支出决算为5.00万元，其中：
            国内接待费预算为3.00万元，支出决算为2.00万元。
            侨务接待费预算为2.00万元，支出决算为1.00万元。
            外事接待费预算为4.00万元，支出决算为2.00万元。
            """,
            ["接待费 = 国内接待费 + 侨务接待费 + 外事接待费"],
            id="budgets that come to what was spent are not all",
        ),
        pytest.param(
            """
            财政拨款支出9.00万元，具体如下：
            1.教育支出（类）。支出决算2.00万元。其中：
            （1）普通教育（款）学前教育（项）。支出决算2.00万元。
            2.住房支出（类）。支出决算7.00万元。其中：
            （1）住房改革（款）住房公积金（项）。支出决算7.00万元。
            """,
            [
                "教育支出(类) = 普通教育(款)学前教育(项)",
                "住房支出(类) = 住房改革(款)住房公积金(项)",
                "财政拨款支出 = 教育支出(类) + 住房支出(类) !",
            ],
            id="a part larger than the one before, behind what divides that",
        ),
        pytest.param(
            """
            财政拨款支出9.00万元，具体如下：
            1.教育支出6.00万元，具体包括：
            （1）行政运行（项）支出2.00万元。
            （2）行政运行（项）支出4.00万元。
            2.住房支出3.00万元，具体包括：
            （1）行政运行（项）支出3.00万元。
            """,
            [
                "教育支出 = 行政运行(项)支出 + 行政运行(项)支出 !",
                "住房支出 = 行政运行(项)支出 !",
                "财政拨款支出 = 教育支出 + 住房支出 !",
            ],
            id="items of one name, whose groups are not said",
        ),
        pytest.param(
            """
            三公经费9.00万元，其中：
            出国费1.00万元，运行费5.00万元，接待费3.00万元。三公经费比上年增加1.00万元。
            """,
            ["三公经费 = 出国费 + 运行费 + 接待费"],
            id="parts between commas below, with room for them",
        ),
        pytest.param(
            """
            财政拨款收入9.00万元。
            （一）一般公共预算收入6.00万元。
            （二）政府性基金预算收入3.00万元。
            """,
            ["财政拨款收入 = 一般公共预算收入 + 政府性基金预算收入"],
            id="numbered paragraphs below an amount",
        ),
    ],
)
def test_lists_over_paragraphs(source: str, groups: list[str]) -> None:
    assert grouped(f"三、情况\n{source}") == groups


ITEMS = """
（三）具体情况
一般公共预算财政拨款支出年初预算为160.00万元，支出决算为150.00万元，完成年初预算的93.8%。其中：
1.教育支出（类）普通教育（款）小学教育（项）：支出决算为100.00万元，其中：基本支出80.00万元，项目支出20.00万元。
2．卫生健康支出（210类）公立医院（02款）综合医院（01项）。主要用于：运转。年初预算为40.00万元，支出决算为30.00万元。
3. 住房保障支出（221）住房改革支出（22102）住房公积金（2210201）2024年决算数20.00万元，比上年增加1.00万元，其中：基本支出20.00万元。
"""


def test_items_of_accounts() -> None:
    assert grouped(ITEMS) == [
        "教育支出普通教育小学教育 = 基本支出 + 项目支出",
        "住房保障支出住房改革支出住房公积金 = 基本支出",
        "一般公共预算财政拨款支出 = 教育支出普通教育小学教育 + 卫生健康支出公立医院综合医院"
        " + 住房保障支出住房改革支出住房公积金 !",
    ]
    assert [line for line in said(ITEMS) if "公积金" in line or "公立" in line] == [
        "amount 卫生健康支出公立医院综合医院 40.00万元 budget:年初",
        "amount 卫生健康支出公立医院综合医院 30.00万元 actual",
        "amount 住房保障支出住房改革支出住房公积金 20.00万元 actual",
        "change 住房保障支出住房改革支出住房公积金 1.00万元 prior up",
    ]


def test_names_and_codes_of_accounts() -> None:
    accounts = [topic.account for topic in extract(report(ITEMS)).topics if topic.account]

    assert [account.names[2] for account in accounts] == ["小学教育", "综合医院", "住房公积金"]
    assert [account.codes for account in accounts] == [
        ("", "", ""),
        ("210", "02", "01"),
        ("221", "22102", "2210201"),
    ]


def test_the_parts_of_one_item_are_not_those_of_another() -> None:
    topics = [topic for topic in extract(report(ITEMS)).topics if topic.name == "基本支出"]

    assert len(topics) == 2


def test_one_thing_in_two_paragraphs_of_a_section_is_one_topic() -> None:
    source = """
    七、三公
    （一）总体情况
    三公经费9.00万元，其中：公车费7.00万元、接待费2.00万元。
    （二）具体情况
    1.公车费支出7.00万元。
    2.接待费支出决算2.00万元。
    """

    topics = extract(report(source)).topics

    assert [topic.key for topic in topics] == ["三公", "公车", "接待"]


@pytest.mark.parametrize(
    ("sentence", "count", "least", "most"),
    [
        pytest.param(
            "本局由3个科室组成，分别是办公室、人事科、财务科。", "3个", 3, 3, id="由…组成"
        ),
        pytest.param("下设3个单位：甲中心、乙中心、丙站。", "3个", 3, 3, id="下设：behind a colon"),
        pytest.param("下属单位共4个，包括甲中心、乙站、丙所。", "4个", 3, 3, id="one is missing"),
        pytest.param("内设科室3个：办公室、人事科和财务科。", "3个", 2, 3, id="和 may join two"),
        pytest.param("对甲系统项目、乙平台项目2个项目开展评估。", "2个", 2, 2, id="listed before"),
        pytest.param(
            "共接待2批次，支出0.60万元，具体内容包括：甲来访支出0.20万元；乙来访支出0.40万元。",
            "2批次",
            2,
            2,
            id="visits with an amount each",
        ),
    ],
)
def test_counts_with_lists(sentence: str, count: str, least: int, most: int) -> None:
    claims = extract(report(f"二、机构\n{sentence}"))

    (tally,) = claims.tallies

    figure = claims.claims[tally.claim].figure
    assert figure is not None
    assert (figure.text, tally.least, tally.most) == (count, least, most)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("下设3个单位，包括甲中心、乙站等。", id="等 leaves some out"),
        pytest.param("本局由3个科室组成。", id="no list"),
        pytest.param("下设1个单位：甲中心。", id="one needs no list"),
        pytest.param("内设科室9个，其中包括：甲中心、乙站。", id="some of them"),
        pytest.param("购置车辆2辆：支出3.00万元、税费1.00万元。", id="amounts are no such list"),
    ],
)
def test_counts_without_a_certain_list(sentence: str) -> None:
    assert extract(report(f"二、机构\n{sentence}")).tallies == ()


def test_a_list_that_breaks_off_amid_a_row_is_not_certain() -> None:
    cut = "1.工资福利支出40.31万元，其中：基本工资30.21万元、职工"
    rest = "\n\n医疗保险缴费10.10万元。\n2.商品和服务支出20.15万元。"

    claims = extract(report(f"二、支出\n基本支出70.46万元，其中：\n{cut}{rest}"))

    outer = claims.groups[-1]
    assert claims.topics[outer.whole].name == "基本支出"
    assert not outer.sure


@pytest.mark.parametrize(
    ("before", "sure"),
    [
        pytest.param("", True, id="named at the head of its section"),
        pytest.param("财政拨款支出9.00万元。\n", False, id="behind another amount"),
    ],
)
def test_what_a_section_before_has_stated_is_divided_by_its_name(before: str, sure: bool) -> None:
    source = (
        "五、一般公共预算支出决算情况\n（一）总体情况\n一般公共预算支出8.50万元。\n（二）支出结构\n"
        f"{before}一般公共预算支出按功能分类：\n1.教育支出5.00万元；\n2.住房保障支出3.00万元。\n"
    )

    claims = extract(report(source))

    (group,) = claims.groups
    assert claims.topics[group.whole].name == "一般公共预算支出"
    assert group.sure is sure


def test_what_the_parts_come_to_is_certainly_their_whole() -> None:
    source = (
        "五、决算情况\n1.支出情况。一般公共预算支出8.00万元。\n2.结构情况。主要用于以下方面：\n"
        "（1）教育支出5.00万元；\n（2）住房保障支出3.00万元。\n"
    )

    (group,) = extract(report(source)).groups

    assert group.sure
