"""Tests of the text rules that the packs declare: their examples, clean sentences, real reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from text_rules import COVER, context

from jslint import pack, spoken
from jslint.diagnostic import Diagnostic, Severity
from jslint.readers import pdf, text
from jslint.rules.ground.context import Context

if TYPE_CHECKING:
    from jslint.document import Report
    from jslint.rules.ground.base import Example, Rule

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"


def _pack(name: str) -> pack.Pack:
    path = ROOT / "rules" / f"{name}.yaml"
    return pack.parse(path.read_text(encoding="utf-8"), str(path))


#: The rules of the nationwide pack that are about words alone.
MOF = tuple(one for one in _pack("mof").rules if one.entry.id.startswith("TXT"))
BASE, SICHUAN = (*_pack("base").rules, *MOF), _pack("sichuan").rules
RULES = (*BASE, *SICHUAN)


def _check(report: Report, rules: tuple[Rule, ...]) -> list[Diagnostic]:
    checked = Context(report)
    return [
        spoken.diagnostic(one, "zh")
        for rule in rules
        for one in rule.check(checked)
        if isinstance(one, Diagnostic)
    ]


def _of(source: str, rules: tuple[Rule, ...]) -> list[Diagnostic]:
    return _check(context(source).report, rules)


@pytest.mark.parametrize(
    ("rule", "example"),
    [
        pytest.param(
            rule, example, id=f"{rule.entry.id}-{'bad' if example.bad else 'good'}-{number}"
        )
        for rule in RULES
        for number, example in enumerate(rule.entry.examples)
    ],
)
def test_examples(rule: Rule, example: Example) -> None:
    found = _of(example.text, (rule,))
    said = " ".join(one.message + one.excerpt + one.expected for one in found)

    assert bool(found) == example.bad
    assert all(words in said for words in example.finds)


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.entry.id) for rule in RULES])
def test_every_rule_shows_what_it_finds(rule: Rule) -> None:
    assert any(example.bad and example.finds for example in rule.entry.examples)
    assert "en" in rule.entry.messages


UNIT = "河源县规划和自然资源局"
HEAD = f"{COVER}第二部分 2024年度部门决算情况说明\n一、收入支出决算总体情况说明\n"
TAIL = f"二、收入决算情况说明\n{UNIT}2024年度本年收入合计100.00万元，{UNIT}无其他收入。\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "与2023年度相比，收入、支出总计各增加3.00万元，增长1.2%。",
        "截至2024年12月31日，共有车辆2辆，占地300平方米，建筑面积12.5平方米。",
        "2023年度结转资金12.00万元在2024年度使用完毕，用于2025年度预算编制前期工作。",
        f"2024年，{UNIT}所属各预算单位开支财政拨款的公务用车保有量为0辆。",
        "根据《河源县机构改革方案》（河委发〔2024〕3号）和“三定”规定，设内设机构5个。",
        "支出决算为1,234.50万元，完成年初预算的98.6%，比预算减少3.2个百分点。",
        "购置GPS设备、LED显示屏、VPN服务各1套，开通Wi-Fi和e-mail，运行web端和app。",
        "与会人员和和谐社区代表参加了“放管服”改革座谈会，的确有所增加。",
        "平均得分99.33分，评级为“优”，综合评分96.5，服务满意度95%以上。",
        "2021年至2023年度累计投入100.00万元，较2019年增长30%。",
        "增加或减少的原因见附表；增长、下降均在合理范围内。",
        "比例为1:2，时间为12:30，网址http://www.hy.gov.cn/a,b;c。",
        "提高2.5倍，降低了3个百分点；共计5.5公里，投资增加3倍。",
        "《预算法》《会计法》、《采购法》等法律、法规，审核批复部门（单位）的年度预决算。",
        "河源县财政局、河源县自然资源执法大队、省自然资源厅均已批复。",
        "增长12.3%（2023年：10.5%），下降0.4%；占0%。",
        "1.5万元用于培训，2.5万元用于会议，3、4号楼改造支出20.00万元。",
        "占全年支出的1/3，约3万人受益，项目编号51000024T000001234567。",
        "2024年度决算数与2024年度预算数相比持平，与2024年预算相比无变化。",
        "上年没有此项支出，增长--%，占本年支出合计的60.00%；完成预算的/%。",
        "各单位应结合自评得分，认真分析存在的问题及原因；查找决算数小于预算数的原因。",
        "2023年度“三公”经费支出7.00万元，2024年度“三公”经费支出9.00万元。",
        "决算数小于预算数的主要原因是，项目推迟；其他交通费用由上年的3.30减少到3.20万元。",
        "列教育支出（205类）普通教育（02款）小学教育（02项），按（类）（款）（项）列示。",
        "增加减少的情况见附表，收入增加减少均有说明，本年新增减少事项2项。",
        "如无特殊情况，按月支付；公务接待每批次不超过10人，材料字数在300字以内。",
        "货物、工程支出分别为3.00万元、5.00万元；其中：（一）办公费1.00万元。",
    ],
)
def test_clean_sentences_are_left_alone(sentence: str) -> None:
    assert [one.message for one in _of(f"{HEAD}{sentence}\n{TAIL}", BASE)] == []


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("TXT101", "减少（增加）3.00万元。"),
        ("TXT101", "增加/减少3.00万元，增长2%。"),
        ("TXT101", "决算数大于（小于）预算数的主要原因是人员增加。"),
        ("TXT102", "支出XX万元，占××%。"),
        ("TXT103", "本年支出合计10.00万元（不涉及的不列）。"),
        ("TXT104", "支出决算为   万元，完成预算的98%。"),
        ("TXT104", "主要原因是……。"),
        ("TXT104", "基本支出6.00万元，占本年支出合计 %；项目支出4.00万元，占40.0%。"),
        ("TXT104", "支出决算为3.00万元，完成年初预算的%。"),
        ("TXT104", "公务接待费比上年增加1.00万元，主要原因。"),
        ("TXT104", "截至年12月31日，共有车辆2辆。"),
        ("TXT103", "说明项目完成情况。（200字以内）"),
        ("TXT101", "支出比2023年度增减少3.00万元。"),
        ("TXT202", "占40.0%;,公务接待费占60.0%。"),
        ("TXT304", "基本支出3.00万元，占19.8;项目支出2.00万元，占80.2%。"),
        ("TXT305", "公务接待费支出3.20万元，比2023年度3.30减少0.10万元。"),
        ("TXT326", "年末结转和结余0.00万元，0，主要是当年收支平衡。"),
        ("TXT327", "执行率提高3.00%个百分点。"),
        ("TXT328", "支出增加3.00万元，主要原因是："),
        ("TXT329", "现将2024年部门预算公开如下。"),
        ("TXT330", "与203年度相比没有变化。"),
        ("NAM105", "教育支出（类）普通教育（款）（项）支出3.00万元。"),
        ("NAM107", "社会保障与就业支出（类）3.00万元。"),
        ("TXT106", "公务接待支出3.00万元，列明公务接待批次、人次。"),
        ("TXT107", "我部门（单位）共有车辆3辆。"),
        ("TXT201", "本年支出合计（含结转10.00万元。"),
        ("TXT202", "本年支出合计10.00万元，。"),
        ("TXT204", "本年支出合计10.00万元，其中基本支出5.00万元；"),
        ("TXT206", "支出3.594.43万元。"),
        ("TXT301", "主要用于培训of会议支出。"),
        ("TXT303", "主要用于的的培训支出。"),
        ("TXT304", "基本支出3.00万元，占19.8；项目支出2.00万元，占80.2%。"),
        ("TXT304", "支出决算为3.00万元，完成预算93.7，决算数小于预算数。"),
        ("TXT304", "支出增加3.00万元，增长13。"),
        ("TXT305", "公务接待费支出0.44，完成预算55%。"),
        ("TXT306", "支出0.44万，完成预算55%。"),
        ("TXT312", "截至2025年底，共有车辆2辆。"),
        ("TXT313", "与2024年度相比，收入、支出总计各增加3.00万元，增长1.2%。"),
        ("TXT314", f"{UNIT}2023年度财政拨款收入支出总计100.00万元。"),
        ("TXT314", f"2022年度，{UNIT}机关运行经费支出10.00万元。"),
        ("NAM101", "河源县规划和自然资原局机关运行经费支出10.00万元。"),
        ("NAM102", "医疗卫生与计划生育支出3.00万元。"),
    ],
)
def test_one_fault_gives_one_diagnostic(rule: str, sentence: str) -> None:
    assert [one.rule for one in _of(f"{HEAD}{sentence}\n{TAIL}", BASE)] == [rule]


def _corpus(name: str) -> Report:
    path = CORPUS / name
    if not path.exists():
        pytest.skip(f"{path} is not here")
    return text.read(path.read_bytes(), str(path))


def test_a_published_report_has_two_warnings_and_few_infos() -> None:
    """The labels beside the report name the stray word and the tables that are only listed."""
    found = _check(_corpus("sichuan-xxzx-2024.txt"), RULES)

    serious = [(one.rule, one.place.line) for one in found if one.severity != Severity.INFO]
    assert sorted(serious) == [("TAB501", 272), ("TXT301", 220)]
    assert len(found) - len(serious) <= 5  # noqa: PLR2004


@pytest.mark.parametrize("name", ["clean"])
def test_the_clean_example_is_left_alone(name: str) -> None:
    path = ROOT / "examples" / name / "report.txt"
    if not path.exists():
        pytest.skip(f"{path} is not here")

    assert _check(text.read(path.read_bytes(), str(path)), RULES) == []


@pytest.mark.parametrize(
    ("name", "serious"),
    [
        pytest.param("czj", [("TXT204", 21)] * 3, id="three sections end in a semicolon"),
        pytest.param(
            "ghj",
            [
                ("NAM101", 7), ("TXT304", 21), ("NAM102", 24), ("NAM104", 24), ("NAM104", 24),
                ("TXT101", 25), ("NAM101", 26), ("TXT106", 26), ("TXT201", 27), ("TXT107", 28),
            ],
            id="the labelled faults of text and names",
        ),
    ],
)  # fmt: skip
def test_published_pdf_reports(name: str, serious: list[tuple[str, int]]) -> None:
    path = CORPUS / f"shanghai-{name}-2024.pdf"
    if not path.exists():
        pytest.skip(f"{path} is not here")

    found = _check(pdf.read(path.read_bytes(), str(path)), BASE)

    assert [
        (one.rule, one.place.page)
        for one in sorted(found, key=lambda one: one.place.order)
        if one.severity != Severity.INFO
    ] == serious


def test_odd_texts_do_no_harm() -> None:
    source = "第百部分\n一百一十、甲\n（百十）乙，\n百、丙\n一百零一、丁\n（（））“”(，\n图：\n\t\n１、\n1、\n999、\n"

    assert all(one.message for one in _of(source * 3, RULES))
