"""No figure is missing from the account: those of a text are counted without the program's help."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from truth import report as made
from truth.forms import FORMS

from jslint import cli, engine, formulas, pack, readers
from jslint.account import Fit, stand
from jslint.cli.findings import Findings
from jslint.diagnostic import Account, Holds, Result
from jslint.document import Paragraph, Place, Section
from jslint.figures.figure import BARE, Figure
from jslint.formatters.computations import computation
from jslint.relation import Kind, Operand, Relation, Role
from jslint.rules.bench import relations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.document import Text

    Capture = pytest.CaptureFixture[str]

ROOT = Path(__file__).parents[1]
REPORTS = [
    ROOT / "examples" / "clean" / "report.txt",
    ROOT / "examples" / "faulty" / "report.txt",
    *sorted((ROOT / "tests" / "regions").glob("*.txt")),
]
#: What has digits and is no figure: times, numbers of items, documents, accounts and forms, names,
#: and what is said to lie between two numbers, which is none that could be checked.
NO_FIGURE = re.compile(
    r"^\s*\d{1,2}[.．]2\d{6}(?!\d)|20\d\d\s*年?度?|(?:\d{1,2}[-—至])?\d{1,2}\s*(?:个?月(?!份?工资)|日|号|时|点(?!\d))"
    r"|[〔\[（(]20\d\d[〕\]）)]\s*\d+|第\s*\d+|^\s*[（(]?\d{1,3}\s*[)）.．、](?!\d)"
    r"|(?<=[。；;:：，])\s*[（(]?\d{1,2}[)）.．、](?!\d)|[（(]?\d{2,7}\s?(?=[类款项]?[)）])"
    r"|^\s*2\d{6}|(?<=[。；;:：，])\s*2\d{6}(?!\d)|[A-Za-z][\w.-]*\d[\w.-]*|\d+[A-Za-z]\w*"
    r"|[\d.]+\s*[%％]?\s*[-—~～至]{1,2}\s*[\d.]+\s*[%％]"
    r"|[①-⑳]|公开\d\d表|财决\d\d(?:-\d)?表|\d+(?=\s?(?:年(?!均)|周岁|级|型|期|路|栋|楼|周年))"
)
#: A number that looks like an amount, or that is counted in something.
NUMBER = re.compile(
    r"\d[\d,，]*[.．]\d+|\d[\d,，]*(?=\s*(?:[百千万亿]{0,2}元|[%％个人次批辆台套项家件场间]))"
)


def _paragraphs(blocks: object) -> Iterator[Text]:
    for block in blocks:  # type: ignore[attr-defined]
        if isinstance(block, Section):
            yield from _paragraphs(block.blocks)
        elif isinstance(block, Paragraph) and block.role == "body":
            yield block.text


def _characters(result: Result) -> set[tuple[int | None, int]]:
    """Every (line, column) of an accounted figure; one that is wrapped takes the rest of its line."""
    found: set[tuple[int | None, int]] = set()
    for seen in result.account.figures:
        place = seen.place
        first, last = place.column or 0, place.end_column or 0
        if place.line == place.end_line:
            found |= {(place.line, column) for column in range(first, last)}
        else:
            found |= {(place.line, column) for column in range(first, first + 40)}
            found |= {(place.end_line, column) for column in range(1, last)}
    return found


def unaccounted(text: str) -> list[str]:
    report = readers.read("report.txt", text.encode())
    result = engine.lint(report, pack.load(pack.choose(report)))
    known = _characters(result)
    missing = []
    for paragraph in _paragraphs(report.sections):
        plain = NO_FIGURE.sub(lambda match: "#" * len(match[0]), paragraph.value)
        for number in NUMBER.finditer(plain):
            place = paragraph.at(number.start(), number.end())
            if (place.line, place.column) not in known:
                missing.append(paragraph.value[max(0, number.start() - 12) : number.end() + 8])
    return missing


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_figure_of_a_report_is_accounted_for(path: Path) -> None:
    assert unaccounted(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("form", FORMS)
def test_every_figure_of_a_generated_text_is_accounted_for(form: str) -> None:
    texts = [made.text_of(*one) for seed in range(6) if (one := made.small(form, seed))]

    assert [(text, found) for text in texts if (found := unaccounted(text))] == []


def test_a_figure_that_no_rule_understands_is_still_listed() -> None:
    text = "2024年度\n某局\n一、情况\n收入15，比上年增长2.5个百分点，新增2.3万亩。\n"
    report = readers.read("report.txt", text.encode())

    result = engine.lint(report, pack.load(pack.choose(report)))

    shown = [(seen.text, seen.understood) for seen in result.account.figures]
    assert shown == [("15", False), ("2.5个百分点", False), ("2.3", False)]


TABLES = """\
支出决算表
单位：万元
功能分类科目编码	科目名称	本年支出合计	基本支出	项目支出
	合计	118.00	68.00	50.00
205	教育支出	118.00	68.00	50.00
"""


def account_of(text: str, name: str = "tables") -> Account:
    report = readers.read("report.txt", text.encode())
    return engine.lint(report, pack.load([name])).account


def test_the_cells_of_a_table_are_accounted_for_and_its_codes_are_not() -> None:
    found = account_of(TABLES)

    assert [(one.text, one.of, one.checked) for one in found.figures] == [
        ("118.00", "合计 本年支出合计", True),
        ("68.00", "合计 基本支出", True),
        ("50.00", "合计 项目支出", True),
        ("118.00", "教育支出 本年支出合计", True),
        ("68.00", "教育支出 基本支出", True),
        ("50.00", "教育支出 项目支出", True),
    ]
    assert [(table.title, table.figures, table.checked) for table in found.tables] == [
        ("支出决算表", 6, 6)
    ]


def test_a_cell_that_no_rule_looks_at_says_why() -> None:
    figures = account_of(TABLES, "arithmetic").figures

    assert {(one.checked, one.reason) for one in figures} == {(False, "没有规则涉及这一列")}


@pytest.mark.parametrize(
    ("printed", "fits"),
    [
        pytest.param("118.00", [Fit.HOLDS], id="adds up"),
        pytest.param("118.01", [Fit.ROUNDING], id="within rounding"),
        pytest.param("118.02", [Fit.EDGE], id="one last place more than rounding explains"),
        pytest.param("181.00", [Fit.BROKEN], id="broken"),
    ],
)
def test_a_relation_says_how_it_came_out(printed: str, fits: list[Fit]) -> None:
    row = TABLES.splitlines()[3].replace("118.00", printed)
    found = account_of("\n".join([*TABLES.splitlines()[:3], row]) + "\n")

    known = stand(found)

    assert [one.fit for one in known.of(found.figures[0].place)] == fits


def test_rules_that_ask_the_same_of_the_same_figures_are_one_relation() -> None:
    cells = [Place((0, at)) for at in range(2)]
    one, other = (
        Operand(place, Figure(Decimal(5), Decimal(1), BARE, "5"), weight)
        for place, weight in zip(cells, (1, -1), strict=True)
    )
    turned = (Operand(other.place, other.figure, 1), Operand(one.place, one.figure, -1))
    outcomes = tuple(
        Holds(rule, tuple(cells), relation=Relation(Kind.EQUALITY, operands))
        for rule, operands in (("TIE1", (one, other)), ("TIE2", turned))
    )

    known = stand(Account(outcomes=outcomes))

    assert [judged.rules for judged in known.judged] == [("TIE1", "TIE2")]


@pytest.mark.parametrize(
    ("weights", "told"),
    [
        pytest.param((1, -1), "1 ≥ 2 ✓", id="two"),
        pytest.param((-1, 1), "2 ≥ 1 ✓", id="the smaller first"),
        pytest.param((1, -1, -1), "1 ≥ 2 + 3 ✓", id="one against a sum"),
        pytest.param((1, 1, -1), "1 + 2 ≥ 3 ✓", id="a sum against one"),
    ],
)
def test_an_order_is_told_with_all_its_figures(weights: tuple[int, ...], told: str) -> None:
    operands = tuple(
        Operand(Place((0, at)), Figure(Decimal(at), Decimal(1), BARE, str(at)), weight)
        for at, weight in enumerate(weights, 1)
    )
    relation = Relation(Kind.ORDER, operands)
    account = Account(outcomes=(Holds("TIE1", relation.places, relation=relation),))
    known = stand(account)

    assert computation("zh", known.judged[0], account, known) == told


def test_the_total_is_the_same_whenever_a_formula_was_read() -> None:
    # Equal formulas share what is known of them, though they are not one object.
    heads = []
    for _ in range(2):
        stated = formulas.parse("a + b = c")
        assert isinstance(stated, formulas.Relation)
        row = {
            name: [SimpleNamespace(place=Place((0, at)), figure=figure_of(at))]
            for at, name in enumerate(formulas.names(stated))
        }
        between = relations.between(stated, row)  # type: ignore[arg-type]
        assert between
        heads.append([one.role for one in between.operands])

    assert heads == [[Role.PART, Role.PART, Role.TOTAL]] * 2


def figure_of(value: int) -> Figure:
    """A whole number as a figure."""
    return Figure(Decimal(value), Decimal(1), BARE, str(value))


@pytest.mark.parametrize("related", [True, False])
def test_a_run_keeps_what_relations_are_told_from_only_where_they_are_asked_for(
    related: bool,  # noqa: FBT001 - a case
) -> None:
    account = account_of(TABLES)
    gathered = Findings(related=related)

    gathered.add(Result("a.txt", account=account), None, None, "", {})

    kept = gathered.results[0].account
    assert kept.figures == account.figures
    assert bool(kept.outcomes) is related


def test_coverage_tells_of_each_table_what_was_not_checked(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    draft = tmp_path / "a.txt"
    draft.write_text(TABLES, "utf-8")

    cli.main(("check", str(draft), "--no-config", "--pack", "arithmetic", "--coverage"))

    said = capsys.readouterr().out
    assert (
        "支出决算表：6 个数，0 个已核对；未核对：本年支出合计、基本支出、项目支出 6 个：没有规则涉及这一列\n"
    ) in said
    assert "数字 6 个，已核对 0 个" in said


def test_figures_that_no_selected_rule_looks_at_are_not_read_for_the_account_alone(
    tmp_path: Path, capsys: Capture
) -> None:
    report = tmp_path / "草稿.txt"
    report.write_text(
        "一、收入决算情况说明\n本年收入12.50万元，本年工作布署完成。\n", encoding="utf-8"
    )
    asked = ["check", str(report), "--no-config", "--select", "TXT308"]
    cli.main(asked)
    assert "所选规则都不核对数字。" in capsys.readouterr().out
    cli.main([*asked, "--lang", "en"])
    assert "the rules selected check no figures." in capsys.readouterr().out
    cli.main([*asked, "--output-format", "jsonl"])
    assert '"figures": 1' in capsys.readouterr().out
    cli.main([*asked, "--coverage"])
    assert "数字 1 个，已核对 0 个" in capsys.readouterr().out
    cli.main([*asked[:-1], "PCT101"])
    assert "数字 1 个，已核对 0 个" in capsys.readouterr().out


def test_what_speaks_of_no_accounts_is_not_clean_where_no_rule_looks_at_figures_either(
    tmp_path: Path, capsys: Capture
) -> None:
    page = tmp_path / "会议通知.txt"
    page.write_text("关于召开例会的通知\n请各科室于3日上午参加。\n", encoding="utf-8")
    cli.main(["check", str(page), "--no-config", "--select", "TXT308"])
    assert "没有读到任何决算数字" in capsys.readouterr().out
