"""Invented reports in the manner of several regions: consistent ones pass, planted faults are found."""

from __future__ import annotations

from pathlib import Path

import pytest
from text_rules import context

from jslint import engine, pack, readers
from jslint.diagnostic import Severity

ROOT = Path(__file__).parents[1]
REPORTS = sorted((Path(__file__).parent / "regions").glob("*.txt"))
CORPUS = ROOT.parent / "shared" / "corpus"

#: The regions that have a pack of their own; the others are checked by the national one.
PACKED = ("shaanxi", "hubei")

#: Faults planted in reports: the rules that find each, what
#: the report prints, and what it prints with the fault.
FAULTS = {
    "shaanxi": [
        ({"TIE602", "SUM603"}, "5.75\t1.52\t2.60\t4.15", "5.75\t1.52\t2.60\t2.15"),
        ({"SUM604", "TIE317"}, "\n12.00\t0.00\t8.00", "\n13.00\t0.00\t8.00"),
        ({"TIE604"}, "3.00\t5.00\t7.27", "3.00\t5.50\t7.27"),
        ({"SUM601", "TIE311"}, "\t7.27\t0.00", "\t7.72\t0.00"),
        (
            {"PCT601"},
            "会议费支出预算为3.00万元，支出决算为2.60万元，完成预算的86.67%",
            "会议费支出决算为2.60万元，完成预算的68.67%",
        ),
        ({"TIE601", "PCT201", "TRD101"}, "支出决算为2.60万元", "支出决算为2.06万元"),
        (
            {"TAB601"},
            "“三公”经费及会议费、培训费支出决算表\n单位",
            "会议费、培训费支出决算表\n单位",
        ),
        ({"SEC603", "SEC101"}, "四、部门绩效管理情况说明\n\n", "四、部门履职情况说明\n\n"),
        ({"SEC602", "SEC101"}, "三、部门人员情况\n\n", "三、部门基本数字情况\n\n"),
        ({"SEC601", "SEC101"}, "第四部分 专业名词解释\n\n1", "第四部分 附注\n\n1"),
        ({"CNT601"}, "实有人员30人，其中：行政人员17人", "实有人员35人，其中：行政人员22人"),
        ({"SUM101"}, "事业编制14人；", "事业编制15人；"),
        ({"SUM101", "TIE307"}, "人员经费459.63万元", "人员经费495.63万元"),
    ],
    "hubei": [
        ({"SUM701"}, "政府购买服务支出36.00万元", "政府购买服务支出3,600.00万元"),
        ({"TIE701", "SUM103"}, "本年收入155.00万元，本年支出", "本年收入150.00万元，本年支出"),
        ({"TIE326", "SUM103"}, "本年支出150.00万元，年末", "本年支出105.00万元，年末"),
        ({"TIE328", "TRD101"}, "年度财政拨款支出772.42万元", "年度财政拨款支出727.42万元"),
        ({"TAB701"}, "表9：国有资本经营预算财政拨款支出决算表", "表9：国有资产占用表"),
        ({"SEC704", "SEC101"}, "五、政府购买服务情况\n\n", "五、其他需要说明的情况\n\n"),
        (
            {"SEC703", "SEC101"},
            "四、2022年度政府性基金支出决算情况\n\n",
            "四、2022年度其他资金支出决算情况\n\n",
        ),
        ({"SEC702", "SEC101"}, "二、机构设置情况\n\n", "二、单位性质\n\n"),
        ({"SEC701", "SEC101"}, "第三部分：其他重要事项情况说明\n\n", "第三部分：补充说明\n\n"),
        ({"CNT701"}, "实有在职人员26人", "实有在职人员62人"),
        ({"SUM101"}, "特种专业技术用车2辆", "特种专业技术用车3辆"),
        ({"SUM101", "TIE307"}, "人员经费350.42万元", "人员经费305.42万元"),
    ],
    "beijing": [
        (
            {"TRD102", "SUM101"},
            "“农林水支出”（类）2024年度决算4316.02万元，比2024年年初预算增加318.19万元",
            "“农林水支出”（类）2024年度决算4316.02万元，比2024年年初预算增加381.19万元",
        ),
        (
            {"TIE313", "TRD105", "SUM101"},
            "公务用车购置及运行维护费。2024年度决算数8.20万元",
            "公务用车购置及运行维护费。2024年度决算数8.02万元",
        ),
        ({"PCT101"}, "占本年财政拨款支出73.28%", "占本年财政拨款支出72.38%"),
    ],
    "zhejiang": [
        ({"PCT101"}, "决算为3.74万元，占19.1%", "决算为3.74万元，占91.1%"),
        ({"TRD101"}, "各增加79.13万元", "各增加97.13万元"),
        ({"TIE302", "PCT101", "SUM101"}, "本年收入合计3721.83", "本年收入合计3712.83"),
    ],
    "yunnan": [
        ({"TIE323", "SUM101"}, "日常支出9,026,935.03元", "日常支出9,062,935.03元"),
        (
            {"SUM101", "TRD101", "TIE101"},
            "具体是国内接待费支出决算38,134.40元",
            "具体是国内接待费支出决算31,834.40元",
        ),
        ({"PCT101"}, "财政拨款总支出的88.11%", "财政拨款总支出的81.88%"),
    ],
    "neimenggu": [
        ({"TRD101", "TRD105"}, "845.61万元相比，增加60.18", "845.61万元相比，增加61.08"),
        (
            {"SUM101", "PCT201", "TIE101"},
            "支出决算44.19万元，完成年初预算的90.11%。",
            "支出决算41.49万元，完成年初预算的90.11%。",
        ),
        ({"TRD101"}, "各增加42.25万元，增长4.82%", "各增加42.25万元，增长4.28%"),
    ],
    "hunan": [
        ({"SUM101", "PCT201"}, "年初预算为1472.48万元", "年初预算为1427.48万元"),
        ({"TRD101"}, "增加0.68万元，增长20.48%", "增加0.86万元，增长20.48%"),
        ({"PCT101"}, "占基本支出的87%", "占基本支出的78%"),
    ],
    "liaoning": [
        ({"SUM101", "TIE324", "PCT101"}, "2.项目支出564.6万元", "2.项目支出546.6万元"),
        ({"SUM101", "TIE113"}, "其中：基本支出782.4万元", "其中：基本支出728.4万元"),
    ],
    "central": [
        ({"PCT201"}, "（项）年初预算为8198.68万元", "（项）年初预算为8189.68万元"),
        ({"PCT201"}, "完成全年预算的75.4%；较", "完成全年预算的74.5%；较"),
    ],
}


def source(region: str) -> str:
    return (Path(__file__).parent / "regions" / f"{region}.txt").read_text(encoding="utf-8")


def rules(region: str, text: str) -> set[str]:
    """The rules that complain of a report in the manner of a region, by the pack it is given.

    That a reason or a count is not given (``mentioned``) is information: these forms do not ask for
    all of them.
    """
    report = readers.read("report.txt", text.encode())
    chosen = pack.choose(report)
    assert chosen == ((region,) if region in PACKED else ("mof",))
    loaded = pack.load(chosen)
    advice = {rule.entry.id for rule in loaded.rules if rule.entry.kind == "mentioned"}
    found = engine.lint(report, loaded).diagnostics
    return {rule for one in found for rule in (one.rule, *one.also)} - advice


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_a_consistent_report_has_no_error_or_warning(path: Path) -> None:
    report = readers.read(path.name, path.read_bytes())

    result = engine.lint(report, pack.load(pack.choose(report)))

    loud = [found for found in result.diagnostics if found.severity is not Severity.INFO]
    assert [(found.rule, found.message) for found in loud] == []


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_most_figures_are_understood(path: Path) -> None:
    report = readers.read(path.name, path.read_bytes())

    figures = engine.lint(report, pack.load(pack.choose(report))).account.figures

    assert sum(figure.understood for figure in figures) >= 0.9 * len(figures)
    assert sum(figure.checked for figure in figures) >= 0.75 * len(figures)


@pytest.mark.parametrize("region", FAULTS)
def test_a_consistent_report_of_a_form_has_no_diagnostic(region: str) -> None:
    assert rules(region, source(region)) == set()


@pytest.mark.parametrize(
    ("region", "found", "was", "now"),
    [
        pytest.param(region, *fault, id=f"{region}-{min(fault[0])}-{number}")
        for region, faults in FAULTS.items()
        for number, fault in enumerate(faults)
    ],
)
def test_each_planted_fault_is_found_and_nothing_else(
    region: str, found: set[str], was: str, now: str
) -> None:
    text = source(region)

    assert text.count(was) == 1
    assert rules(region, text.replace(was, now)) == found


@pytest.mark.parametrize(
    ("path", "packs"),
    [
        *((path, ("mof",)) for path in REPORTS if path.stem not in PACKED),
        *((path, (path.stem,)) for path in REPORTS if path.stem in PACKED),
        *((path, ("sichuan",)) for path in sorted((ROOT / "examples").glob("*/report.*"))),
        *((path, ("sichuan",)) for path in sorted(CORPUS.glob("sichuan*.txt"))),
        *((path, ("shanghai",)) for path in sorted(CORPUS.glob("shanghai*.pdf"))),
    ],
    ids=lambda value: value.name if isinstance(value, Path) else "",
)
def test_the_form_is_recognised(path: Path, packs: tuple[str, ...]) -> None:
    if path.suffix == ".pdf":
        pytest.importorskip("pypdfium2")

    assert pack.choose(readers.read(path.name, path.read_bytes())) == packs


@pytest.mark.parametrize(
    ("text", "packs"),
    [
        pytest.param(
            "财政拨款支出决算明细表\n单位：万元\n项目\t决算数\n合计\t1.00\n\n"
            "一般公共预算财政拨款项目支出决算表\n单位：万元\n项目\t决算数\n合计\t1.00\n",
            ("sichuan",),
            id="by the titles of two tables",
        ),
        pytest.param(
            "一般公共预算财政拨款项目支出决算表\n单位：万元\n项目\t决算数\n合计\t1.00\n",
            ("mof",),
            id="a table that other provinces have too is not enough",
        ),
        pytest.param(
            "第三部分：其他重要事项\n一、政府采购情况\n没有政府采购支出。\n",
            ("mof",),
            id="one of the headings that stand together is not enough",
        ),
        pytest.param(
            "第一部分：基本情况\n一、主要职能\n负责。\n"
            "第三部分：其他重要事项\n一、政府购买服务情况\n没有购买服务支出。\n",
            ("hubei",),
            id="all of them",
        ),
        pytest.param(
            "第二部分：决算说明\n一、基本情况\n负责。\n"
            "第三部分：其他重要事项的情况说明\n一、政府购买服务支出说明\n没有购买服务支出。\n",
            ("mof",),
            id="two that another place has as well",
        ),
        pytest.param("四川省某厅\n2026年部门预算\n一、职责\n负责。\n", ("budget",), id="a budget"),
    ],
)
def test_what_a_form_is_recognised_by(text: str, packs: tuple[str, ...]) -> None:
    assert pack.choose(context(text).report) == packs


@pytest.mark.parametrize(
    ("text", "budget"),
    [
        pytest.param("2026年部门预算\n六、年度预算安排\n总预算10.00万元。", True, id="its title"),
        pytest.param("一、“三公”经费预算安排情况\n2026年“三公”经费预算5.00万元。", True, id="a heading"),
        pytest.param("一、一般公共预算财政拨款支出情况\n支出5.00万元。", False, id="of a fund"),
        pytest.param("一、预算绩效管理情况\n项目3个。", False, id="a section of accounts"),
        pytest.param("一、收入预算情况\n本年收入决算5.00万元。", False, id="the text speaks of accounts"),
        pytest.param("某局2024年度部门决算\n一、部门预算情况\n支出5.00万元。", False, id="a title of accounts"),
        pytest.param("某局2024年度部门预算\n一、收入决算情况\n收入1.00万元。\n二、支出决算情况\n支出1.00万元。\n"
                     "三、“三公”经费支出决算情况\n支出1.00万元。\n四、其他决算情况\n无。", False, id="a wrong title"),
    ],
)  # fmt: skip
def test_a_budget_is_recognised(text: str, budget: bool) -> None:
    assert context(text).report.meta.budget is budget


def test_a_budget_is_checked_for_what_is_universal_only() -> None:
    source = (
        "云岭市示例局2026年部门预算\n一、“三公”经费预算情况\n公务接待费支出预算3.00万元，与上年持平。\n"
        "公务接待费支出3.00万元。\n二、国有资产占有使用情况\n截至2025年9月30日，共有车辆2辆，占 %。\n"
    )

    report = context(source).report
    found = engine.lint(report, pack.load(pack.choose(report))).diagnostics
    assert {one.rule for one in found} == {"TXT104"}


def test_cars_bought_for_nothing_under_their_other_names() -> None:
    source = (
        "一、“三公”经费支出决算情况说明\n公务用车费用中含公车购置费0万元，公务用车运行维护费8.00万元，"
        "本年购置公务用车7辆。\n"
    )

    assert rules("", source) == {"CNT202"}
