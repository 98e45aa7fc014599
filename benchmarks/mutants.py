"""Valid files of every format, and the ways in which ``fuzz.py`` damages them."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from packages import biff, compound, excel, listed, p, r, tbl, tc, tr, word  # noqa: E402
from pdf_pages import Page  # noqa: E402 - stands with the tests
from pdf_pages import pdf as make_pdf  # noqa: E402 - as above

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    Mutator = Callable[[bytes, Random], bytes]

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
TEXT = """\
2024年度

四川省云岭数据档案中心

单位决算

目录
第一部分 单位概况 1
第二部分 2024年度单位决算情况说明 2

第一部分 单位概况

一、主要职责

负责数据档案管理。

第二部分 2024年度单位决算情况说明

一、收入支出决算总体情况说明

2024年度收入、支出总计均为2,000.00万元。与2023年度相比，收、支总计各增加150.00万元，增长8.1%。

图1：收、支决算总计变动情况图

二、收入决算情况说明

本年收入合计1,900.00万元，其中：一般公共预算财政拨款收入1,800.00万元，占94.7%；事业收入100.00万元，占5.3%。

（一）公务接待费支出2.52万元，完成预算90.0%，共计接待4批次，38人次，具体内容包括：调研3批次；检查1批次。

第三部分 附表

收入支出决算总表
单位：万元
收入\t收入\t支出\t支出
项目\t决算数\t项目\t决算数
一、一般公共预算财政拨款收入\t1,800.00\t一、教育支出\t1,900.00
二、事业收入\t100.00\t\t
本年收入合计\t1,900.00\t本年支出合计\t1,900.00
"""
YAML = """\
jslint: 1
meta: {unit: 四川省云岭数据档案中心, year: 2024, kind: 单位}
contents: [第一部分 概况]
sections:
  - heading: 第一部分 2024年度单位决算情况说明
    level: 1
    blocks:
      - heading: 一、收入支出决算情况说明
        blocks:
          - 2024年度收入总计2,000.00万元，比上年增加150.00万元，增长8.1%。
          - |
            本年收入合计1,900.00万元，
            其中：事业收入100.00万元，占5.3%。
          - caption: "图1：收支图"
          - table:
              title: 收入决算表
              unit: 万元
              header-rows: 1
              rows:
                - [项目, 决算数]
                - [事业收入, 100.00]
                - [合计, '1,900.00']
              notes: [unit: 单位：万元]
"""
PACK = """\
pack: my
title: 我的
extends: base
parameters: {words: [甲, 乙]}
facts:
  income: {label: 收入甲, stated: [{section: 收入, subject: 收入}]}
rules:
  - id: MY101
    name: my-word
    kind: pattern
    title: 查找文字
    severity: warning
    message: 印作“{excerpt}”
    reason: 举例
    basis: 举例
    patterns: [{find: '(?P<at>万)元', expect: '{at}'}, '支出[0-9.]+']
    unless: ['不含.{0,4}']
    examples:
      - bad: 支出10万元。
      - good: 没有。
override: {SUM101: off}
"""
CONFIG = """\
packs: [auto]
select: [PCT, SUM]
ignore: SUM309
severity: {PCT101: warning}
fail-on: error
lang: zh
exclude: ['草稿/**', '*.bak']
per-file:
  - {files: '*.txt', packs: [mof]}
"""
MANIFEST = "jslint: 1\nfiles: [seed.txt, ./seed.md]\n"


def seeds() -> dict[str, bytes]:
    """A valid file of each format by its suffix; packs, configurations and manifests by name."""
    sheet = EXAMPLES / "office" / "tables.xlsx"
    found = {
        ".txt": TEXT.encode(),
        ".md": ("# " + TEXT.replace("\n\n一、", "\n\n## 一、")).encode(),
        ".yaml": YAML.encode(),
        ".json": b'{"jslint": 1, "sections": [{"heading": "\\u4e00\\u3001", "blocks": ["10", {"table": {"rows": [["a", 1.20, null]]}}]}]}',
        ".docx": _word(),
        ".xlsx": sheet.read_bytes() if sheet.exists() else _excel(),
        ".xls": compound(
            "Workbook", biff({(0, 0): "项目", (0, 1): "金额", (1, 0): "收入", (1, 1): 7.2})
        ),
        ".pdf": _pdf(),
        "pack": PACK.encode(),
        "config": CONFIG.encode(),
        "manifest": MANIFEST.encode(),
    }
    return {**found, "small.xlsx": _excel()}


def _word() -> bytes:
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        f'<w:lvlText w:val="%{at + 1}、"/></w:lvl>'
        for at in range(3)
    )
    body = (
        p("2024年度") + p("单位决算") + listed("收入情况说明") + listed("支出情况", 1)
        + p("本年收入合计1,900.00万元，其中：事业收入100.00万元，占5.3%。")
        + f"<w:p>{r('增加')}<w:ins>{r('10.00')}</w:ins><w:del><w:r><w:delText>9</w:delText></w:r></w:del>"
        f"{r('万元')}<w:r><w:footnoteReference w:id='1'/></w:r></w:p>"
        + tbl(
            tr(tc("收入", '<w:gridSpan w:val="2"/>'), properties='<w:gridBefore w:val="0"/>'),
            tr(tc("项目", '<w:vMerge w:val="restart"/>'), "金额"),
            tr(tc("", "<w:vMerge/>"), "1,900.00"),
            widths=(2000, 3000),
        )
    )  # fmt: skip
    return word(
        body,
        styles='<w:style w:styleId="1" w:type="paragraph"><w:name w:val="heading 1"/></w:style>',
        numbering=f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        footnotes=f'<w:footnote w:id="1">{p("注：含结转。")}</w:footnote>',
    )


def _excel() -> bytes:
    rows = "".join(
        f'<row r="{at}"><c r="A{at}" t="s"><v>{at % 2}</v></c><c r="B{at}" s="1"><v>{at}.5</v></c>'
        f'<c r="C{at}" t="inlineStr"><is><t>说明</t></is></c></row>'
        for at in range(1, 6)
    )
    return excel(
        f'<cols><col min="1" max="2" hidden="1"/></cols><sheetData>{rows}</sheetData>'
        '<mergeCells><mergeCell ref="B1:C1"/></mergeCells>',
        "<sheetData><row><c><v>1</v></c></row></sheetData>",
        shared="<si><t>项目</t></si><si><r><t>收入</t></r></si>",
        styles='<numFmts><numFmt numFmtId="164" formatCode="#,##0.00"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>',
    )


def _pdf() -> bytes:
    page = (
        Page()
        .write(96, 60, "一、收入情况说明")
        .write(96, 90, "本年收入合计1,900.00万元，占94.7%。")
    )
    rows = [
        ["项目", "合计", "基本"],
        ["教育支出", "120.50", "100.00"],
        ["合计", "150.50", "130.00"],
    ]
    return make_pdf(
        page.table(rows, (72, 272, 372, 472), 120), Page().write(96, 60, "经费由财政保障。")
    )


_TOKENS = [
    b"", b"-5", b"0", b"99999999999999999999", b"1e999", b"NaN", b"\xff", b"\0", b"\xc2\x9b",
    "𠮷".encode(), "\u202e".encode(), b"\r", b"\n\n", b"\t", b"<", b">", b"&", b"]]>", b"(" * 60,
    b"[" * 120, b"{" * 60, b"%", b"'", b'"', b"*a", b"&a", b"!!x", b"- ", b": ", b"|", b"\x1b[2J",
    b"1" * 400, "，".encode() * 50, "第一部分 ".encode(), "其中：".encode(), "单位：万元\n".encode(),
    b"true", b"null", b"<<", b"\\", b"$x", b"(?P<", b".*", b"{1000}", b"obj", b"endobj", b"stream",
]  # fmt: skip


def of_bytes(data: bytes, random: Random) -> bytes:
    """One to four changes at random places."""
    found = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 4))):
        at = random.randrange(len(found) + 1)
        end = min(len(found), at + random.choice((1, 1, 2, 8, 64, 512)))
        match random.randrange(6):
            case 0 if at < len(found):
                found[at] ^= 1 << random.randrange(8)
            case 1:
                del found[at:end]
            case 2:
                found[at:at] = found[at:end] * random.choice((1, 2, 40))
            case 3:
                found[at:end] = random.choice(_TOKENS)
            case 4:
                found[at:at] = random.choice(_TOKENS)
            case _:
                del found[random.choice((at, len(found))) :]
    return bytes(found)


def of_members(data: bytes, random: Random) -> bytes:
    """One member of a package changed, left out, twice there, or in another's place."""
    members = _members(data)
    name = random.choice(list(members))
    match random.randrange(6):
        case 0:
            del members[name]
        case 1:
            members[name] = members[random.choice(list(members))]
        case 2:
            members[name.upper() + random.choice(("", ".xml"))] = members.pop(name)
        case 3:
            members[name] = b""
        case _:
            members[name] = of_bytes(members[name], random)
    return _packed(members, random)


def of_elements(data: bytes, random: Random) -> bytes:
    """Elements of one XML member left out, doubled, moved, nested, or with other values."""
    members = _members(data)
    name = random.choice([name for name in members if name.endswith((".xml", ".rels"))])
    try:
        root = ET.fromstring(members[name])  # noqa: S314 - made by ourselves
    except ET.ParseError:
        return of_members(data, random)
    for _ in range(random.choice((1, 1, 2, 5))):
        _change_element(root, random)
    members[name] = ET.tostring(root)
    return _packed(members, random)


_VALUES = ["", "-5", "-1", "0", "1", "255", "999999999", "99999999999999", "1.5", "NaN", "restart",
           "none", "A0", "ZZZZ9", "XFD1048576", "A1:XFD1048576", "rId1", "true", "𠮷", "x" * 3000]  # fmt: skip


def _change_element(root: ET.Element, random: Random) -> None:
    parents = [element for element in root.iter() if len(element)] or [root]
    parent = random.choice(parents)
    child = random.choice(list(parent)) if len(parent) else None
    match random.randrange(7):
        case 0 if child is not None:
            parent.remove(child)
        case 1 if child is not None:
            size = sum(1 for _ in child.iter())
            parent.extend(
                deepcopy(child) for _ in range(min(random.choice((1, 3, 200)), 5000 // size))
            )
        case 2 if child is not None:
            random.choice(parents).insert(0, deepcopy(child))
        case 3 if child is not None:
            for _ in range(random.choice((2, 30, 400))):
                wrapper = ET.Element(child.tag, child.attrib)
                wrapper.append(child)
                child = wrapper
            parent[:] = [child]
        case 4:
            random.choice(list(root.iter())).text = random.choice(_VALUES)
        case _:
            element = random.choice([one for one in root.iter() if one.attrib] or [root])
            for key in list(element.attrib)[:1] or ["r"]:
                element.set(random.choice([*element.attrib, key]), random.choice(_VALUES))


def _members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def _packed(members: dict[str, bytes], random: Random) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", random.choice((0, 8))) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


_OBJECT = re.compile(rb"\d+ 0 obj\n.*?endobj\n", re.DOTALL)
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_NUMBERS = [b"0", b"-1", b"1", b"0.0001", b"1e9", b"99999999", b"-99999999", b"7", b"255", b"65536"]


def of_objects(data: bytes, random: Random) -> bytes:
    """Objects of a PDF left out, doubled, in one another's place, or with other numbers and names."""
    objects = list(_OBJECT.finditer(data))
    one, other = random.choice(objects), random.choice(objects)
    match random.randrange(5):
        case 0:
            return data[: one.start()] + data[one.end() :]
        case 1:
            return data[: one.start()] + other[0] + data[one.end() :]
        case 2:
            again = re.sub(rb"^\d+", one[0].split()[0], other[0])
            return data[: one.start()] + again + data[one.end() :]
        case 3:
            return data[: one.start()] + of_bytes(one[0], random) + data[one.end() :]
    numbers = list(_NUMBER.finditer(one[0]))
    changed = bytearray(one[0])
    for found in sorted(random.sample(numbers, min(3, len(numbers))), key=lambda m: -m.start()):
        changed[found.start() : found.end()] = random.choice(_NUMBERS)
    return data[: one.start()] + bytes(changed) + data[one.end() :]


def of_nodes(data: bytes, random: Random) -> bytes:
    """Values of a YAML or JSON file left out, doubled, nested, replaced; keys renamed or doubled."""
    from ruamel.yaml import YAML as Loader  # noqa: N811, PLC0415 - only these need it

    yaml = Loader(typ="safe", pure=False)
    root = yaml.load(io.BytesIO(data))
    for _ in range(random.choice((1, 1, 2, 4))):
        _change_node(root, random)
    out = io.StringIO()
    writer = Loader()
    writer.allow_unicode = random.random() < 0.7
    writer.default_flow_style = random.choice((None, True, False))
    try:
        writer.dump(root, out)
    except RecursionError:
        return data
    return out.getvalue().encode("utf-8", "surrogatepass")


_SCALARS: list[Any] = [None, "", True, False, 0, -5, 10**30, 1.5, float("inf"), "𠮷\u202e\x1b", "a\tb", "*x",
                       "&y", "1,000.00", "x" * 5000, [], {}, [[]], {"": ""}, ["a"] * 300]  # fmt: skip


def _holders(node: Any) -> list[Any]:
    """The mappings and lists that hold something, each once: an alias may lead back to its anchor."""
    found: dict[int, Any] = {}
    todo = [node]
    while todo:
        one = todo.pop()
        if isinstance(one, (dict, list)) and one and id(one) not in found:
            found[id(one)] = one
            todo += one.values() if isinstance(one, dict) else one
    return list(found.values())


def _change_node(root: Any, random: Random) -> None:
    holder = random.choice(_holders(root) or [root])
    keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    if not keys:
        return
    key = random.choice(keys)
    match random.randrange(6):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, dict):
            holder[random.choice(("x", "rows", "", 5, "标题", None))] = deepcopy(holder[key])
        case 1:
            holder += deepcopy([holder[key]]) * random.choice((1, 3, 200))
        case 2:
            value = holder[key]
            for _ in range(random.choice((1, 3, 60, 110))):
                value = [value] if random.random() < 0.5 else {"blocks": value}
            holder[key] = value
        case 3 if isinstance(holder, dict):
            holder[f"{key}{random.choice('xs-')}"] = holder.pop(key)
        case _:
            holder[key] = random.choice(_SCALARS)


def of_lines(data: bytes, random: Random) -> bytes:
    """Lines of a text left out, doubled, in another order, joined, or with other figures."""
    lines = data.decode("utf-8", "replace").split("\n")
    for _ in range(random.choice((1, 2, 5))):
        at = random.randrange(len(lines))
        match random.randrange(6):
            case 0:
                del lines[at : at + random.choice((1, 3))]
                lines = lines or [""]
            case 1:
                lines[at:at] = [random.choice(lines)] * random.choice((1, 5, 150))
            case 2:
                lines.insert(random.randrange(len(lines)), lines.pop(at))
            case 3:
                lines[at] += random.choice(lines)
            case 4:
                lines[at] = re.sub(
                    r"\d+", lambda _: str(random.choice((0, 7, 2024, 10**12))), lines[at]
                )
            case _:
                words = list(lines[at])
                random.shuffle(words)
                lines[at] = "".join(words)
    return "\n".join(lines).encode()


_ZIPPED = (of_bytes, of_members, of_members, of_elements, of_elements, of_elements)
_TREES = (of_bytes, of_nodes, of_nodes, of_lines)
#: How files of each suffix or name are damaged.
MUTATORS: dict[str, tuple[Mutator, ...]] = {
    ".txt": (of_bytes, of_lines), ".md": (of_bytes, of_lines),
    ".yaml": _TREES, ".json": _TREES, "pack": _TREES, "config": _TREES, "manifest": _TREES,
    ".docx": _ZIPPED, ".xlsx": _ZIPPED, "small.xlsx": _ZIPPED,
    ".xls": (of_bytes,), ".pdf": (of_bytes, of_objects, of_objects),
}  # fmt: skip
