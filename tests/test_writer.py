"""Writing a report: exact YAML and JSON, and the same report back for any text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jslint import tree, writer
from jslint.document import (
    EMPTY,
    NOWHERE,
    Meta,
    Paragraph,
    Report,
    Section,
    Table,
    Text,
)
from jslint.headings import place_heading
from jslint.readers import structured, text
from jslint.phrases import worded
from jslint.readers.values import resolve

Bare: TypeAlias = "str | int | tuple[Bare, ...] | None"


def bare(node: object) -> Bare:
    """A report or a part of it without places."""
    match node:
        case Text():
            return node.value
        case Paragraph():
            return (node.role, node.text.value)
        case Table():
            rows = tuple(tuple(cell.value for cell in row) for row in node.rows)
            notes = tuple(bare(note) for note in node.notes)
            head = (node.title.value, node.unit, node.header_rows, worded("zh", node.unread))
            return (*head, rows, notes)
        case Section():
            blocks = tuple(bare(block) for block in node.blocks)
            return (node.heading.value, node.level, node.number, blocks)
        case Report(meta=meta):
            return (
                (meta.unit.value, meta.year, meta.kind, meta.form),
                tuple(entry.value for entry in node.contents),
                tuple(bare(section) for section in node.sections),
                tuple(worded("zh", reason) for _, reason in node.unread),
            )
    raise AssertionError(node)


REPORT = Report(
    "a.txt",
    meta=Meta(Text("青岚市水文站"), 2024, "单位", "sichuan"),
    contents=(Text("第一部分 单位概况"), Text("一、职责")),
    sections=(
        Section(Text(""), 0, "", (Paragraph(Text("2024 年度"), "cover"),)),
        Section(
            Text("第一部分 单位概况"),
            1,
            "第一部分",
            (
                Section(Text("一、职责"), 2, "一", (Paragraph(Text("监测水情: 每日 #1。")),)),
                Section(Text("说明"), 4, "", ()),
                Table(
                    Text("收入决算表"),
                    ((Text("项目"), Text("决算数")), (Text("合计"), Text("7.20")), (EMPTY, EMPTY)),
                    NOWHERE,
                    "万元",
                    1,
                    (Paragraph(Text("注：四舍五入。")), Paragraph(Text("图1"), "caption")),
                ),
            ),
        ),
    ),
)

YAML = """\
jslint: 1
meta:
  unit: 青岚市水文站
  year: 2024
  kind: 单位
  form: sichuan
contents:
  - 第一部分 单位概况
  - 一、职责
sections:
  - heading: ""
    blocks:
      - cover: "2024 年度"
  - heading: 第一部分 单位概况
    blocks:
      - heading: 一、职责
        blocks:
          - "监测水情: 每日 #1。"
      - heading: 说明
        level: 4
      - table:
          title: 收入决算表
          unit: 万元
          header-rows: 1
          rows:
            - [项目, 决算数]
            - [合计, "7.20"]
            - ["", ""]
          notes:
            - 注：四舍五入。
            - caption: 图1
"""

JSON = """\
{
  "jslint": 1,
  "meta": {
    "unit": "青岚市水文站",
    "year": 2024,
    "kind": "单位",
    "form": "sichuan"
  },
  "contents": [
    "第一部分 单位概况",
    "一、职责"
  ],
  "sections": [
    {
      "heading": "",
      "blocks": [
        {
          "cover": "2024 年度"
        }
      ]
    },
    {
      "heading": "第一部分 单位概况",
      "blocks": [
        {
          "heading": "一、职责",
          "blocks": [
            "监测水情: 每日 #1。"
          ]
        },
        {
          "heading": "说明",
          "level": 4
        },
        {
          "table": {
            "title": "收入决算表",
            "unit": "万元",
            "header-rows": 1,
            "rows": [
              ["项目", "决算数"],
              ["合计", "7.20"],
              ["", ""]
            ],
            "notes": [
              "注：四舍五入。",
              {
                "caption": "图1"
              }
            ]
          }
        }
      ]
    }
  ]
}
"""


def test_yaml() -> None:
    assert writer.to_yaml(REPORT) == YAML


def test_json() -> None:
    assert writer.to_json(REPORT) == JSON
    assert json.loads(JSON)["jslint"] == 1


@pytest.mark.parametrize("path", ["a.yaml", "a.json"])
@pytest.mark.parametrize("report", [REPORT, Report("a.txt", ())], ids=["full", "empty"])
def test_the_report_comes_back(report: Report, path: str) -> None:
    written = writer.to_json(report) if path == "a.json" else writer.to_yaml(report)

    assert bare(structured.read(written.encode(), path)) == bare(report)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "收入合计（万元）100.00，增长5%", "收入合计（万元）100.00，增长5%", id="prose"
        ),
        pytest.param("7.20", '"7.20"', id="number"),
        pytest.param("1,234.50", '"1,234.50"', id="thousands"),
        pytest.param("-3", '"-3"', id="negative"),
        pytest.param("2024年", '"2024年"', id="begins with a digit"),
        pytest.param("", '""', id="nothing"),
        pytest.param("null", '"null"', id="null"),
        pytest.param("True", '"True"', id="true"),
        pytest.param("no", '"no"', id="no"),
        pytest.param("~", '"~"', id="tilde"),
        pytest.param("- 收入", '"- 收入"', id="dash"),
        pytest.param("单位: 万元", '"单位: 万元"', id="colon"),
        pytest.param("单位：万元", "单位：万元", id="full-width colon"),
        pytest.param("收入 #1", '"收入 #1"', id="number sign"),
        pytest.param(" 收入", '" 收入"', id="leading space"),
        pytest.param("收入 ", '"收入 "', id="trailing space"),
        pytest.param("收入  支出", '"收入  支出"', id="two spaces"),
        pytest.param("“三公”经费", "“三公”经费", id="Chinese quotes"),
        pytest.param('甲"乙\\丙', '"甲\\"乙\\\\丙"', id="quote and backslash"),
        pytest.param("甲\n乙\t丙\r", '"甲\\n乙\\t丙\\r"', id="line feed, tab, return"),
        pytest.param(
            "甲\u2028乙\x07\x85\ufeff", '"甲\\u2028乙\\u0007\\u0085\\ufeff"', id="controls"
        ),
        pytest.param("甲\u3000乙", '"甲\u3000乙"', id="ideographic space"),
        pytest.param("好😀", '"好😀"', id="emoji"),
        pytest.param("甲\ud800", '"甲\ufffd"', id="lone surrogate"),
    ],
)
def test_scalars(text: str, expected: str) -> None:
    written = writer.to_yaml(Report("", (), contents=(Text(text),)))

    assert written == f"jslint: 1\ncontents:\n  - {expected}\nsections: []\n"


_ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_ODD = st.text(
    st.sampled_from("收入一二a1 .,:#-?[]{}&*!|>'\"%@`~\\\n\r\t\0\x85\u2028\ufeff😀—·（"),
    max_size=12,
)


@settings(max_examples=500)
@given(_ANY | _ODD)
@example("---")
@example("...")
@example("收入,")
@example("一 :")
@example("7")
def test_any_text_comes_back(text: str) -> None:
    table = Table(EMPTY, ((Text(text), Text(text)),), NOWHERE)
    report = Report("", (Section(Text(text), 7, "", (table, Paragraph(Text(text), "unit"))),))
    for written, parse in (
        (writer.to_yaml(report), tree.parse_yaml),
        (writer.to_json(report), tree.parse_json),
    ):
        found: list[tree.Scalar] = []
        _collect(parse(written), found)

        texts = [scalar for scalar in found if scalar.value == text]
        assert len(texts) >= 4
        assert all(resolve(scalar) == text for scalar in texts)


def _collect(node: tree.Node, found: list[tree.Scalar]) -> None:
    if isinstance(node, tree.Mapping):
        for key, value in node.entries:
            if key.value not in ("jslint", "level"):  # these are numbers, all others texts
                _collect(value, found)
    elif isinstance(node, tree.Sequence):
        for item in node.items:
            _collect(item, found)
    elif isinstance(node, tree.Scalar):
        found.append(node)


_TEXTS = (_ANY | _ODD | st.sampled_from(["一、收入", "第二部分 说明", "（一）", "2024"])).map(Text)
_PARAGRAPHS = st.builds(
    Paragraph, _TEXTS, st.sampled_from(["body", "caption", "unit", "cover", "entry"])
)


def _square(rows: list[list[Text]]) -> tuple[tuple[Text, ...], ...]:
    width = max(map(len, rows), default=0)
    return tuple((*row, *[EMPTY] * (width - len(row))) for row in rows)


_TABLES = st.builds(
    Table,
    title=_TEXTS,
    rows=st.lists(st.lists(_TEXTS, max_size=3), max_size=3).map(_square),
    place=st.just(NOWHERE),
    unit=_ODD,
    header_rows=st.integers(0, 99),
    notes=st.lists(_PARAGRAPHS, max_size=2).map(tuple),
    unread=_ODD,
)
_NUMBERS = st.sampled_from(["", "一", "第二部分", "(3)"]) | _ODD
_SECTIONS = st.recursive(
    st.builds(Section, _TEXTS, st.integers(0, 6), _NUMBERS),
    lambda inner: st.builds(
        Section,
        _TEXTS,
        st.integers(0, 6),
        _NUMBERS,
        st.lists(inner | _TABLES | _PARAGRAPHS, max_size=3).map(tuple),
    ),
    max_leaves=4,
)
_REPORTS = st.builds(
    Report,
    path=st.just("a"),
    sections=st.lists(_SECTIONS, max_size=2).map(tuple),
    meta=st.builds(
        Meta,
        _TEXTS,
        st.none() | st.integers(1000, 9999),
        st.sampled_from(["", "单位", "部门"]),
        _ODD,
    ),
    contents=st.lists(_TEXTS, max_size=3).map(tuple),
    unread=st.lists(st.tuples(st.just(NOWHERE), _ODD.filter(bool)), max_size=2).map(tuple),
)


@settings(max_examples=150, deadline=None)
@given(_REPORTS)
def test_any_report_comes_back(report: Report) -> None:
    written = writer.to_yaml(report)

    assert bare(structured.read(written.encode(), "a.yaml")) == bare(report)
    assert bare(structured.read(writer.to_json(report).encode(), "a.json")) == bare(report)
    assert writer.to_yaml(structured.read(written.encode(), "a.yaml")) == written


CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "sichuan-xxzx-2024.txt"


@pytest.mark.skipif(not CORPUS.exists(), reason=f"{CORPUS} is not here")
def test_a_published_report_comes_back() -> None:
    report = text.read(CORPUS.read_bytes(), "a.txt")

    assert bare(structured.read(writer.to_yaml(report).encode(), "a.yaml")) == bare(report)
    assert bare(structured.read(writer.to_json(report).encode(), "a.json")) == bare(report)


def test_a_derived_number_and_level_are_not_written() -> None:
    number, level = place_heading("（一）项目支出", 2)
    report = Report("", (Section(Text("（一）项目支出"), level, number),))

    assert "level" not in writer.to_yaml(report)
    assert "number" not in writer.to_yaml(report)


def test_a_long_paragraph_stays_on_one_line_with_exact_places() -> None:
    text = "本年支出合计1,234.50万元：其中 " * 200 + "结余7.20万元。"
    report = Report("", (Section(Text("一、支出"), 2, "一", (Paragraph(Text(text)),)),))

    read = structured.read(writer.to_yaml(report).encode(), "a.yaml")

    block = read.sections[0].blocks[0]
    assert isinstance(block, Paragraph)
    start = text.index("7.20")
    place = block.text.at(start, start + 4)
    assert place.line is not None
    assert place.column is not None
    assert read.lines[place.line - 1][place.column - 1 : place.column + 3] == "7.20"
