"""Reports in which one kind of content comes in any number, for ``growth.py``."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from packages import excel, listed, p, tbl, tr, word  # noqa: E402 - stands with the tests
from pdf_pages import Page  # noqa: E402 - as above
from pdf_pages import pdf as make_pdf  # noqa: E402 - as above

if TYPE_CHECKING:
    from collections.abc import Callable

    #: A number and a folder to the files of a run and its packs.
    Maker = Callable[[int, Path], tuple[list[str], str]]

PACK = "sichuan"
HEAD = "2024年度\n四川省云岭数据档案中心\n单位决算\n\n第一部分 2024年度单位决算情况说明\n\n"


def _file(suffix: str, content: Callable[[int], str | bytes]) -> Maker:
    def make(size: int, folder: Path) -> tuple[list[str], str]:
        path = folder / f"report{suffix}"
        made = content(size)
        path.write_bytes(made if isinstance(made, bytes) else made.encode())
        return [str(path)], PACK

    return make


def _lines(line: str, head: str = "一、支出决算情况说明\n\n") -> Callable[[int], str]:
    """A line again and again; ``{i}`` is its number, ``{a}`` an amount."""

    def content(size: int) -> str:
        rows = (line.format(i=at, a=f"{at % 900 + 100}.{at % 100:02}") for at in range(size))
        return HEAD + head + "\n".join(rows) + "\n"

    return content


def _table(rows: int, columns: int, number: int = 1, figures: bool = True) -> str:
    head = "\t".join(["项目", *(f"栏{at}" for at in range(1, columns))])
    body = (
        "\t".join(
            [f"办公项目{row}", *(f"{row + at}.00" if figures else "无" for at in range(1, columns))]
        )
        for row in range(rows)
    )
    return f"附表{number} 支出明细表\n单位：万元\n{head}\n" + "\n".join(body) + "\n\n"


def _sheet(rows: int, columns: int, figures: bool, more: str = "") -> str:
    def cell(row: int, column: int) -> str:
        if figures and column and row:
            return f"<c><v>{row + column}.5</v></c>"
        return f'<c t="inlineStr"><is><t>项目{row % 97}甲{column}</t></is></c>'

    made = (
        f'<row r="{row + 1}">{"".join(cell(row, column) for column in range(columns))}</row>'
        for row in range(rows)
    )
    return f"<sheetData>{''.join(made)}</sheetData>{more}"


def _summed(columns: int, names: tuple[str, ...], rows: int = 12) -> str:
    """A table of so many columns, some of which look computed from the others, and are not."""
    head = "\t".join(["项目", *(names[at % len(names)].format(at) for at in range(columns))])
    body = "\n".join(
        "\t".join(
            [f"办公项目{row}", *(_told(names[at % len(names)], row, at) for at in range(columns))]
        )
        for row in range(rows)
    )
    return f"{HEAD}第二部分 附表\n\n支出明细表\n单位：万元\n{head}\n{body}\n\n"


def _told(name: str, row: int, at: int) -> str:
    return f"{(row * 37 + at * 101) % 997 + 1}.{(row + at) % 90 + 10}{'%' * (name[0] == '占')}"


def _merged(size: int) -> bytes:
    merges = "".join(f'<mergeCell ref="B{at}:C{at}"/>' for at in range(2, size))
    return excel(_sheet(size, 5, True, f"<mergeCells>{merges}</mergeCells>"))


def _word_table(rows: int, columns: int = 4) -> str:
    head = tr(*("项目", *(f"栏{at}" for at in range(1, columns))))
    body = (tr(f"项目{at}", *(f"{at + c}.00" for c in range(1, columns))) for at in range(rows))
    return tbl(head, *body, widths=(2000,) * columns)


def _word_parts(size: int) -> bytes:
    part = _word_table(3)
    return word(p("支出明细表") + "".join(part + p() for _ in range(size)))


def _word_lists(size: int) -> bytes:
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="%{at + 1}."/></w:lvl>'
        for at in range(9)
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = "".join(listed(f"第{at}项工作情况", at % 9) for at in range(size))
    return word(body, numbering=numbering)


def _structured(size: int) -> dict[str, object]:
    blocks = [f"2024年度办公费支出{at % 900}.10万元。" for at in range(size)]
    return {"jslint": 1, "sections": [{"heading": "一、支出情况说明", "blocks": blocks}]}


def _json(size: int) -> str:
    return json.dumps(_structured(size), ensure_ascii=False)


def _yaml(size: int) -> str:
    lines = (f"      - 2024年度办公费支出{at % 900}.10万元。" for at in range(size))
    return "jslint: 1\nsections:\n  - heading: 一、支出情况说明\n    blocks:\n" + "\n".join(lines)


def _yaml_rows(size: int) -> str:
    rows = "\n".join(f"            - [项目{at}, {at}.00, {at}.00]" for at in range(size))
    return (
        "jslint: 1\nsections:\n  - heading: 附表\n    blocks:\n      - table:\n"
        f"          title: 支出表\n          header-rows: 1\n          rows:\n            - [项目, 甲, 乙]\n{rows}"
    )


def _pdf(size: int) -> bytes:
    pages = []
    for number in range(size):
        page = Page()
        for line in range(25):
            page.write(
                96, 60 + 26 * line, f"第{number}页第{line}行，办公费支出12.3{line % 10}万元。"
            )
        pages.append(page)
    return make_pdf(*pages)


def _account(at: int) -> str:
    """The code of an account: classes from 201, ninety accounts each, three levels."""
    return f"{201 + at // 90}{at // 9 % 10 + 1:02}{at % 9 + 1:02}"


def _report(size: int) -> str:
    """A consistent report of so many accounts: an item for each, and two tables with a row for each."""
    cents = [(at % 900 + 100) * 100 + at % 100 for at in range(size)]
    total = _printed(sum(cents))
    items = "\n".join(
        f"{at}.办公项目{at}（项）：支出决算为{_printed(one)}万元，完成预算的100.00%，决算数等于预算数。"
        for at, one in enumerate(cents, 1)
    )
    said = (
        f"{HEAD}五、一般公共预算财政拨款支出决算情况说明\n\n（三）一般公共预算财政拨款支出决算具体情况\n\n"
        f"2024年度一般公共预算财政拨款支出决算为{total}万元，完成预算的100.00%。其中：\n{items}\n\n第五部分 附表\n\n"
    )
    rows = "\n".join(
        f"{_account(at)}\t办公项目{at + 1}\t{_printed(one)}\t{_printed(one)}\t0.00"
        for at, one in enumerate(cents)
    )
    head = "单位：万元\n科目编码\t科目名称\t{}\t基本支出\t项目支出\n\t合计\t{}\t{}\t0.00\n"
    tables = (("支出决算表", "本年支出合计"), ("一般公共预算财政拨款支出决算表", "小计"))
    return said + "\n".join(
        f"{title}\n{head.format(name, total, total)}{rows}\n" for title, name in tables
    )


def _printed(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02}"


def _rules(size: int, folder: Path) -> tuple[list[str], str]:
    path = folder / "rules.yaml"
    one = (
        "  - {{id: MY{at}, name: my-{at}, kind: pattern, title: 甲, severity: warning, message: 乙,"
        " reason: 丙, basis: 丁, patterns: ['支出{at}[0-9]+元']}}"
    )
    rules = "\n".join(one.format(at=at) for at in range(size))
    path.write_text(f"pack: my\ntitle: 我的\nrules:\n{rules}\n", encoding="utf-8")
    report, _ = KINDS["lines"][1](50, folder)
    return report, str(path)


def _reports(size: int, folder: Path) -> tuple[list[str], str]:
    source = Path(__file__).resolve().parents[1] / "examples" / "clean" / "report.txt"
    made = []
    for at in range(size):
        path = folder / f"report-{at}.txt"
        if not path.exists():
            shutil.copy(source, path)
        made.append(str(path))
    return made, PACK


_SAID = "2024年度项目{i}支出{a}万元，比上年增加10.00万元，增长5.0%。\n"
_CELLS = "办公项目{i} {a} {a} {a}"
_AVERAGE = "2024年度项目{i}公务接待费支出{a}万元，接待3{i}人次，人均{a}元。\n"
_COMPLETED = "2024年度办公费年初预算{a}万元，支出决算90.00万元，完成年初预算的88.8%。\n"
KINDS: dict[str, tuple[int, Maker]] = {
    "lines": (500, _file(".txt", _lines("2024年度办公费支出12.34万元，占本年支出的5.0%。"))),
    "claims": (125, _file(".txt", _lines(_SAID))),
    "averages": (125, _file(".txt", _lines(_AVERAGE))),
    "completions": (125, _file(".txt", _lines(_COMPLETED))),
    "topic": (250, _file(".txt", _lines("2024年度收入总计{a}万元。\n"))),
    "parts": (
        250,
        _file(
            ".txt",
            lambda n: (
                HEAD
                + "一、支出\n2024年度支出合计900.00万元，其中："
                + "；".join(f"项目{at}支出{at}.10万元" for at in range(n))
                + "。\n"
            ),
        ),
    ),
    "nested": (
        125,
        _file(
            ".txt",
            lambda n: (
                HEAD
                + "一、支出\n2024年度支出合计900.00万元，其中："
                + "；".join(
                    f"项目{at}支出{at}.10万元，其中：甲{at}支出1.00万元，乙{at}支出2.00万元"
                    for at in range(n)
                )
                + "。\n"
            ),
        ),
    ),
    "same-list": (
        500,
        _file(
            ".txt",
            lambda n: HEAD + "一、支出\n2024年度支出" + "，其中：办公费1.00万元" * n + "。\n",
        ),
    ),
    "said-again": (
        500,
        _file(".txt", lambda n: HEAD + "一、支出\n2024年度支出" + "1," * n + "1.00万元。\n"),
    ),
    "open-list": (
        125,
        _file(
            ".txt",
            lambda n: (
                HEAD
                + "一、支出\n2024年度支出合计900.00万元，其中：甲支出1.00万元，其中："
                + "；".join(f"项目{at}支出{at}.10万元" for at in range(n))
                + "。\n"
            ),
        ),
    ),
    "listed": (
        250,
        _file(
            ".txt",
            _lines(
                "项目{i}支出{a}万元，主要是办公。\n",
                "一、支出\n\n2024年度支出合计900.00万元，其中：\n\n",
            ),
        ),
    ),
    "same-topic": (
        125,
        _file(
            ".txt",
            lambda n: (
                HEAD
                + "一、支出\n"
                + "".join(
                    f"2024年度办公费支出{at % 900}.10万元，占本年支出的5.0%，比上年增加1.00万元，增长5.0%。"
                    for at in range(n)
                )
                + "\n"
            ),
        ),
    ),
    "rates": (
        125,
        _file(
            ".txt",
            _lines("2024年度项目{i}支出110.00万元，比上年增加10.00万元，增长{a}%。\n"),
        ),
    ),
    "shares": (
        125,
        _file(".txt", _lines("项目{i}支出{a}万元，占全县项目支出总额的{i}.5%。\n")),
    ),
    "shares-alone": (
        125,
        _file(
            ".txt",
            lambda n: (
                f"{HEAD}一、支出\n总支出10.00万元，"
                + "".join(f"项目{at}支出1.00万元（占比10%），" for at in range(n))
                + "\n"
            ),
        ),
    ),
    "accounts": (
        250,
        _file(
            ".txt",
            lambda n: (
                HEAD
                + "第二部分 附表\n\n支出决算表\n单位：万元\n科目编码\t项目\t合计\n"
                + "".join(
                    f"{201 + at // 90}{at // 9 % 10:02}{at % 9:02}\t项目{at}\t1.00\n"
                    for at in range(n)
                )
                + "\n"
            ),
        ),
    ),
    "words": (1000, _file(".txt", _lines("我单位认真落实各项工作要求，切实履行职责。"))),
    "paragraphs": (1000, _file(".txt", _lines("我单位认真落实各项工作要求，切实履行职责。\n"))),
    "sections": (
        250,
        _file(".md", _lines("## 项目{i}支出情况说明\n\n2024年度支出{a}万元。\n", "")),
    ),
    "items": (250, _file(".txt", _lines("{i}.办公项目{i}支出{a}万元，主要是办公。\n"))),
    "captions": (500, _file(".txt", _lines("图{i}：支出结构图\n{a}\n"))),
    "numbers": (500, _file(".txt", _lines("- {i} -\n我单位落实各项工作要求。\n\f"))),
    "rows": (250, _file(".txt", lambda n: HEAD + "第二部分 附表\n\n" + _table(n, 5))),
    "columns": (16, _file(".txt", lambda n: HEAD + "第二部分 附表\n\n" + _table(20, n))),
    # From about where a table is tried no further on (docs/limits.md): below, time grows with the cube
    # of its columns, to less than half a second.
    "totals": (64, _file(".txt", lambda n: _summed(n, ("合计", *["栏{}"] * 15)))),
    "changes": (64, _file(".txt", lambda n: _summed(n, ("增减额", "栏{}", "数{}", "额{}")))),
    "table-rates": (64, _file(".txt", lambda n: _summed(n, ("占比{}", "栏{}", "数{}", "额{}")))),
    "total-rows": (
        125,
        _file(
            ".txt",
            lambda n: (
                f"{HEAD}第二部分 附表\n\n支出明细表\n单位：万元\n项目\t金额\t数额\n"
                + "".join(f"{at}.合计\t{at * 7 % 100}.10\t{at * 3 % 90}.20\n" for at in range(n))
            ),
        ),
    ),
    "tables": (
        30,
        _file(
            ".txt",
            lambda n: HEAD + "第二部分 附表\n\n" + "".join(_table(6, 5, at) for at in range(n)),
        ),
    ),
    "pipes": (
        250,
        _file(".md", _lines("| 项目{i} | {a} | {a} |", "| 甲 | 乙 | 丙 |\n|---|---|---|\n")),
    ),
    "spaced": (250, _file(".txt", _lines(_CELLS, "支出明细表\n单位：万元\n项目 甲 乙 丙\n"))),
    "spaced-words": (1000, _file(".txt", _lines("办公 项目 {i} 甲", ""))),
    "columnar": (
        250,
        _file(
            ".txt",
            _lines("办公项目{i}    {a}    {a}", "支出明细表\n单位：万元\n项目    甲    乙\n"),
        ),
    ),
    "xlsx-rows": (1250, _file(".xlsx", lambda n: excel(_sheet(n, 3, False)))),
    "xlsx-figures": (250, _file(".xlsx", lambda n: excel(_sheet(n, 5, True)))),
    "xlsx-columns": (32, _file(".xlsx", lambda n: excel(_sheet(20, n, True)))),
    "xlsx-sheets": (12, _file(".xlsx", lambda n: excel(*[_sheet(8, 5, True)] * n))),
    "xlsx-merged": (250, _file(".xlsx", _merged)),
    "docx-paragraphs": (
        1000,
        _file(
            ".docx",
            lambda n: word(
                "".join(p("我单位认真落实各项工作要求，切实履行职责。") for _ in range(n))
            ),
        ),
    ),
    "docx-rows": (250, _file(".docx", lambda n: word(p("支出明细表") + _word_table(n)))),
    "docx-columns": (12, _file(".docx", lambda n: word(p("支出明细表") + _word_table(20, n)))),
    "docx-tables": (
        30,
        _file(
            ".docx",
            lambda n: word("".join(p(f"附表{at} 支出明细表") + _word_table(6) for at in range(n))),
        ),
    ),
    "docx-parts": (60, _file(".docx", _word_parts)),
    "docx-lists": (500, _file(".docx", _word_lists)),
    "report": (125, _file(".txt", _report)),
    "yaml": (500, _file(".yaml", _yaml)),
    "yaml-rows": (250, _file(".yaml", _yaml_rows)),
    "json": (500, _file(".json", _json)),
    "pdf-pages": (10, _file(".pdf", _pdf)),
    "rules": (250, _rules),
    "reports": (8, _reports),
}
