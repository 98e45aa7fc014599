"""Structured reports: what is read, where it stands, and every fault at its exact place."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jslint import schemas, tree
from jslint.document import Paragraph, Section, Table
from jslint.errors import UnreadableError, UsageError
from jslint.headings import place_heading, split_number
from jslint.readers import structured
from jslint.readers.faults import Malformed
from jslint.readers.violations import valid, violations
from jsonschema import Draft202012Validator

if TYPE_CHECKING:
    from jslint.document import Report
    from jslint.readers.faults import Fault

REPORT = """\
jslint: 1
meta: {unit: 青岚市水文站, year: 2024, kind: 单位}
contents:
  - 第一部分 单位概况
sections:
  - heading: ""
    blocks:
      - cover: 2024年度单位决算
  - heading: 第二部分 决算情况说明
    blocks:
      - heading: 一、收入决算情况说明
        blocks:
          - 本年收入合计7.20万元。
          - unit: 单位：万元
          - heading: 补充
          - table:
              title: 收入决算表
              unit: 万元
              header-rows: 1
              rows:
                - [项目, 决算数, 备注]
                - [合计, 7.20]
                - [其他,  , ~]
              notes: [注：金额单位为万元。, {caption: 图1}]
          - 2024
"""


def read(text: str, path: str = "a.yaml") -> Report:
    return structured.read(text.encode(), path)


def faults(text: str, path: str = "a.yaml") -> list[tuple[str, int | None, int | None, str]]:
    with pytest.raises(Malformed) as caught:
        read(text, path)
    return [(f.code, f.place.line, f.place.column, f.excerpt) for f in caught.value.faults]


def only(text: str, path: str = "a.yaml") -> Fault:
    with pytest.raises(Malformed) as caught:
        read(text, path)
    (fault,) = caught.value.faults
    return fault


def test_a_report_is_read() -> None:
    report = read(REPORT.replace("[其他,  , ~]", "[其他, null, ~]"))

    cover, part = report.sections
    (income,) = part.blocks
    assert isinstance(income, Section)
    body, unit, more, table, number = income.blocks
    assert (report.meta.unit.value, report.meta.year, report.meta.kind) == (
        "青岚市水文站", 2024, "单位",
    )  # fmt: skip
    assert [entry.value for entry in report.contents] == ["第一部分 单位概况"]
    assert (cover.level, cover.number, part.level, part.number) == (0, "", 1, "第二部分")
    assert (income.level, income.number) == (2, "一")
    assert isinstance(body, Paragraph)
    assert isinstance(unit, Paragraph)
    assert isinstance(more, Section)
    assert isinstance(table, Table)
    assert isinstance(number, Paragraph)
    assert (body.role, unit.role, unit.text.value) == ("body", "unit", "单位：万元")
    assert (more.level, more.blocks, number.text.value) == (3, (), "2024")
    assert [[cell.value for cell in row] for row in table.rows] == [
        ["项目", "决算数", "备注"], ["合计", "7.20", ""], ["其他", "", ""],
    ]  # fmt: skip
    assert (table.header_rows, table.unit) == (1, "万元")
    assert [(note.text.value, note.role) for note in table.notes] == [
        ("注：金额单位为万元。", "body"), ("图1", "caption"),
    ]  # fmt: skip
    assert report.lines[0] == "jslint: 1"


def test_a_report_without_meta_is_of_the_year_and_body_that_its_cover_names() -> None:
    cover = "- {cover: 2024年度}\n  - {cover: 青岚市水文站}\n  - {cover: 单位决算}"
    said = "- {heading: 一、收入, blocks: [2023年收入1.00万元。]}"

    meta = read(f"jslint: 1\nsections:\n- heading: ''\n  blocks:\n  {cover}\n{said}\n").meta

    assert (meta.unit.value, meta.year, meta.kind) == ("青岚市水文站", 2024, "单位")


def test_places() -> None:
    report = read(REPORT.replace("[其他,  , ~]", "[其他, null, ~]"))

    income = report.sections[1].blocks[0]
    assert isinstance(income, Section)
    body, table = income.blocks[0], income.blocks[3]
    assert isinstance(body, Paragraph)
    assert isinstance(table, Table)
    place = body.text.at(6, 10)
    assert report.lines[12][18:22] == "7.20"
    assert (place.line, place.column, place.end_line, place.end_column) == (13, 19, 13, 23)
    assert (table.rows[1][1].at().line, table.rows[1][1].at().column) == (22, 24)
    assert table.rows[1][2].at().line == 22
    assert (table.place.line, table.place.column) == (17, 22)


def test_soft_breaks_are_joined() -> None:
    report = read(
        "jslint: 1\nsections:\n- heading: 一、收入\n  blocks:\n"
        "  - |\n    收入12\n    34.5万元，\n    增长。\n  - 支出\n    5万元。\n"
    )

    texts = [b.text for b in report.sections[0].blocks if isinstance(b, Paragraph)]
    assert [text.value for text in texts] == ["收入1234.5万元，增长。", "支出5万元。"]
    place = texts[0].at(2, 8)
    assert (place.line, place.column, place.end_line, place.end_column) == (6, 7, 7, 9)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("path", ["a.json", "A.JSON", "-.yaml"])
def test_json_is_read(path: str, encoding: str) -> None:
    text = '{"jslint": 1, "sections": [{"heading": "一、收入", "blocks": ["收\\u3002", 7.20]}]}'

    report = structured.read(text.encode(encoding), path)

    blocks = [b.text.value for b in report.sections[0].blocks if isinstance(b, Paragraph)]
    assert blocks == ["收。", "7.20"]


@pytest.mark.parametrize("data", [b"", b" \n", b"%PDF-1.7", b"\0\1\2\3"])
def test_what_is_no_text_is_unreadable(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"^a\.yaml"):
        structured.read(data, "a.yaml")


HEAD = "jslint: 1\nsections:\n"
BLOCKS = HEAD + "- heading: 一、收入\n  blocks:\n"


@pytest.mark.parametrize(
    ("text", "path", "code", "place", "excerpt", "words"),
    [
        pytest.param("jslint: 1\nsections: [a\n", "a.yaml", "SYN001", (2, 11, 2, 13), "[a",
            "第 2 行的“[”", id="syntax"),
        pytest.param('{"jslint": 1,}', "a.json", "SYN001", (1, 13, 1, 15), ",}", "逗号",
            id="JSON syntax"),
        pytest.param(HEAD + "- heading: a\n  heading: b\n", "a.yaml", "SYN002", (4, 3, 4, 10),
            "heading", "重复", id="duplicate key"),
        pytest.param("sections: []\n", "a.yaml", "SYN003", (1, 1, 1, 13), "sections: []",
            "缺少“jslint”", id="no version"),
        pytest.param("jslint: 2\nsections: []\n", "a.yaml", "SYN003", (1, 9, 1, 10), "2",
            "“jslint”应是 1，而不是数字 2", id="other version"),
        pytest.param("jslint: true\nsections: []\n", "a.yaml", "SYN003", (1, 9, 1, 13), "true",
            "“jslint”应是 1", id="true is not 1"),
        pytest.param("jslint: 1\n", "a.yaml", "SYN003", (1, 1, 1, 10), "jslint: 1",
            "文件缺少“sections”", id="no sections"),
        pytest.param("- a\n", "a.yaml", "SYN003", (1, 1, 1, 4), "- a",
            "文件应是映射（键: 值），而不是列表", id="a list"),
        pytest.param("jslint: 1\nsections: 收入\n", "a.yaml", "SYN003", (2, 11, 2, 13), "收入",
            "“sections”应是列表，而不是文字“收入”", id="text for a list"),
        pytest.param("jslint: 1\nsections:\n", "a.yaml", "SYN003", (2, 1, 2, 9), "sections",
            "“sections”应是列表，而不是空", id="an empty value shows its key"),
        pytest.param(HEAD + "- headding: a\n  heading: b", "a.yaml", "SYN003", (3, 3, 3, 11),
            "headding", "不认识的键“headding”；是否想写“heading”", id="misspelt key"),
        pytest.param(HEAD + "- heading: a\n  标题: b", "a.yaml", "SYN003", (4, 3, 4, 5),
            "标题", "可用的键：heading、level", id="foreign key"),
        pytest.param(BLOCKS + "  - {text: a}", "a.yaml", "SYN003", (5, 6, 5, 10), "text",
            "不认识的键“text”", id="unknown kind of block"),
        pytest.param(BLOCKS + "  - {caption: a, unit: b}", "a.yaml", "SYN003", (5, 5, 5, 26),
            "{caption: a, unit: b}", "“blocks”的第 1 项只能写一种", id="two kinds at once"),
        pytest.param(BLOCKS + "  - a\n  - true", "a.yaml", "SYN003", (6, 5, 6, 9), "true",
            "第 2 项应是文字或映射（键: 值），而不是真假值；若是文字请加引号", id="true as text"),
        pytest.param(BLOCKS + "  -\n  - b", "a.yaml", "SYN003", (5, 4, 5, 4), "",
            "第 1 项应是文字或映射（键: 值），而不是空", id="empty item"),
        pytest.param(BLOCKS + "  - table:\n      rows: [[a, [b]]]", "a.yaml", "SYN003",
            (6, 18, 6, 21), "[b]", "“rows”的第 1 项的第 2 项应是文字", id="a list as cell"),
        pytest.param(BLOCKS + "  - table: {title: a}", "a.yaml", "SYN003", (5, 12, 5, 22),
            "{title: a}", "“table”缺少“rows”", id="no rows"),
        pytest.param(BLOCKS + "  - table: {header_rows: 1, rows: []}", "a.yaml", "SYN003",
            (5, 13, 5, 24), "header_rows", "是否想写“header-rows”", id="underscore"),
        pytest.param("jslint: 1\nmeta: {year: 24}\nsections: []", "a.yaml", "SYN003",
            (2, 14, 2, 16), "24", "“year”应在 1000 到 9999 之间，而不是数字 24", id="short year"),
        pytest.param("jslint: 1\nmeta: {year: 2024年}\nsections: []", "a.yaml", "SYN003",
            (2, 14, 2, 19), "2024年", "“year”应是整数，而不是文字“2024年”", id="year as text"),
        pytest.param("jslint: 1\nmeta: {kind: 企业}\nsections: []", "a.yaml", "SYN003",
            (2, 14, 2, 16), "企业", "“kind”应是“单位”或“部门”", id="unknown kind"),
        pytest.param('{"jslint": 1,\n "sections": [{"heading": "a",\n  "blocks": [null]}]}',
            "a.json", "SYN003", (3, 14, 3, 18), "null", "第 1 项应是文字", id="JSON null"),
        pytest.param(BLOCKS + "  - table: {rows: [], notes: [{}]}", "a.yaml", "SYN003",
            (5, 31, 5, 33), "{}", "“notes”的第 1 项应是一段文字", id="empty note"),
        pytest.param(BLOCKS + "  - {heading: '{x}', level: '{0}'}", "a.yaml", "SYN003",
            (5, 29, 5, 34), "'{0}'", "“level”应是整数，而不是文字“{0}”", id="braces in a value"),
    ],
)  # fmt: skip
def test_faults(  # noqa: PLR0913 - the columns of the table
    text: str, path: str, code: str, place: tuple[int, ...], excerpt: str, words: str
) -> None:
    fault = only(text, path)

    at = fault.place
    assert fault.code == code
    assert words in fault.message.said("zh")
    assert fault.excerpt == excerpt
    assert (at.line, at.column, at.end_line, at.end_column) == place
    assert fault.message.said("en")


def test_all_violations_are_reported_in_reading_order() -> None:
    text = "jslint: 1\nmeta: {year: x, knd: 单位}\nsections:\n- {}\n- heading: a\n  blocks: 1\n"

    assert faults(text) == [
        ("SYN003", 2, 14, "x"),
        ("SYN003", 2, 17, "knd"),
        ("SYN003", 4, 3, "{}"),
        ("SYN003", 6, 11, "1"),
    ]


def test_a_well_formed_report_loads_no_validator() -> None:
    program = (
        "import sys; from jslint.readers import structured;"
        "structured.read(b'jslint: 1\\nsections: []', 'a.yaml');"
        "print('jsonschema' in sys.modules, 'json' in sys.modules)"
    )

    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert ran.stdout == "False False\n"


def test_endless_violations_are_cut_short() -> None:
    text = HEAD + "- 1\n" * 5_000

    assert len(faults(text)) == 500


def test_a_report_nested_to_the_bound_is_explained() -> None:
    inner = "0"
    for _ in range(48):
        inner = f"{{heading: a, blocks: [{inner}]}}"
    deep = f"jslint: 1\nsections: [{inner}]"

    assert len(list(read(deep).walk())) == 48
    assert only(deep.replace("[0]", "[null]")).code == "SYN003"


SCHEMA = json.loads(schemas.text("report"))


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_published_schema_is_the_shipped_one() -> None:
    published = Path(__file__).parent.parent / "docs" / "report.schema.json"

    assert published.read_text(encoding="utf-8") == schemas.text("report")


def test_an_unknown_schema() -> None:
    with pytest.raises(UsageError, match="report"):
        schemas.text("../report")


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        pytest.param("第一部分 单位概况", ("第一部分", 1), id="part"),
        pytest.param("第 2 部分", ("第 2 部分", 1), id="part in digits"),
        pytest.param("十二、其他", ("十二", 2), id="item"),
        pytest.param("（一）收入", ("（一）", 3), id="full-width brackets"),
        pytest.param("(十)支出", ("(十)", 3), id="half-width brackets"),
        pytest.param("1. 基本支出", ("1", 4), id="digit"),
        pytest.param("3、项目支出", ("3", 4), id="digit with 、"),
        pytest.param("（2）其他", ("（2）", 5), id="digit in brackets"),
        pytest.param("1.5万元", ("", None), id="a number is no numbering"),
        pytest.param("二〇二四年度", ("", None), id="a year"),
        pytest.param("三公经费", ("", None), id="a word with a numeral"),
        pytest.param("", ("", None), id="nothing"),
    ],
)
def test_split_number(heading: str, expected: tuple[str, int | None]) -> None:
    assert split_number(heading) == expected


@pytest.mark.parametrize(
    ("heading", "above", "expected"),
    [
        pytest.param("", 0, ("", 0), id="cover"),
        pytest.param("前言", 0, ("", 1), id="unnumbered at the top"),
        pytest.param("前言", 2, ("", 3), id="unnumbered below"),
        pytest.param("", 2, ("", 3), id="nameless below"),
        pytest.param("一、收入", 0, ("一", 2), id="numbered"),
    ],
)
def test_place_heading(heading: str, above: int, expected: tuple[str, int]) -> None:
    assert place_heading(heading, above) == expected


KEYS = [
    "jslint", "meta", "contents", "sections", "unread", "heading", "level", "number", "blocks",
    "caption", "entry", "unit", "cover", "table", "title", "header-rows", "rows", "notes", "kind",
    "year", "form", "$schema", "bogus",
]  # fmt: skip
_ATOMS = st.sampled_from(
    ["1", "1.0", "2024", "2024.0", "2024.5", "1e2", "-1", "0", "99", "100", "9999", "10000",
     "1e400", "1e99999999999999999999", "-0", ".5", "true", "False", "null", "~", "", "收入", "''",
     "'1'", "'null'", "单位", "'部门'", '"7.20"', "yes", "0x1F", ".inf"]
)  # fmt: skip
_WILD = st.recursive(
    _ATOMS,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(i or '~' for i in items)}]")
        | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3).map(
            lambda values: f"{{{', '.join(f'{k}: {v}' for k, v in values.items())}}}")
    ),
    max_leaves=6,
)  # fmt: skip


def _maybe(likely: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Mostly what belongs there, at times anything."""
    return st.integers(0, 11).flatmap(lambda n: likely if n else _WILD)


def _record(
    required: dict[str, st.SearchStrategy[str]], optional: dict[str, st.SearchStrategy[str]]
) -> st.SearchStrategy[str]:
    extra = st.sampled_from(["", "", "", "", "", "", "", "bogus: 1"])
    drop = st.sampled_from(["", "", "", "", "", "", *required, *optional])

    def emit(values: tuple[dict[str, str], str, str]) -> str:
        record, more, without = values
        parts = [f"{key}: {value}" for key, value in record.items() if key != without]
        return f"{{{', '.join([*parts, *([more] if more else [])])}}}"

    return st.tuples(st.fixed_dictionaries(required, optional=optional), extra, drop).map(emit)


def _list(items: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(items, max_size=3).map(lambda found: f"[{', '.join(i or '~' for i in found)}]")


_TEXTS = _maybe(st.sampled_from(["收入", "'a b'", "7.20", "''", "一、收入", '"true"']))
_LEVELS = _maybe(st.sampled_from(["0", "3", "99", "2.0", "100"]))
_NOTES = _TEXTS | _record({"caption": _TEXTS}, {}) | _record({}, {"unit": _TEXTS, "cover": _TEXTS})
_TABLES = _record(
    {"rows": _maybe(_list(_maybe(_list(_TEXTS | st.just("null")))))},
    {"title": _TEXTS, "unit": _TEXTS, "header-rows": _LEVELS, "notes": _maybe(_list(_NOTES)),
     "unread": _TEXTS},
)  # fmt: skip
_LEAVES = _TEXTS | _NOTES | _record({"table": _maybe(_TABLES)}, {})
_SECTIONS = st.recursive(
    _LEAVES,
    lambda inner: _record(
        {"heading": _TEXTS},
        {"level": _LEVELS, "number": _TEXTS, "blocks": _maybe(_list(inner)), "entry": _TEXTS}
    ),
    max_leaves=4,
)  # fmt: skip
_TOPS = _record({"heading": _TEXTS}, {"level": _LEVELS, "blocks": _maybe(_list(_SECTIONS))})
_METAS = _record(
    {}, {"unit": _TEXTS, "form": _TEXTS, "year": _maybe(st.sampled_from(["2024", "2024.0", "999"])),
         "kind": _maybe(st.sampled_from(["单位", "部门", "'单位'"]))},
)  # fmt: skip
_REPORTS = _record(
    {"jslint": _maybe(st.sampled_from(["1", "1.0"])), "sections": _maybe(_list(_maybe(_TOPS)))},
    {"meta": _maybe(_METAS), "contents": _maybe(_list(_TEXTS)), "$schema": _maybe(st.just("a")),
     "unread": _maybe(_list(_TEXTS))},
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(_REPORTS | _WILD)
def test_the_reader_accepts_what_the_schema_accepts(source: str) -> None:
    try:
        root = tree.parse_yaml(source)
    except tree.SyntaxFault:
        return
    try:
        structured.build(root, source, "a.yaml")
        accepted = True
    except structured.NonconformingError:
        accepted = False

    assert accepted == valid(root)
    assert accepted == (violations(root, tuple(source.split("\n"))) == ())
