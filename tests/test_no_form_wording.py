"""No form's wording in src/: what tables, sections and quantities are called stands in rules/.

The terms come from the packs themselves (the tables and headings that they demand, the tables,
rows, columns, sections and subjects that their patterns name, the labels of quantities), and from
a short list of words that every form uses. Patterns are spelled out, those of the packs as those
of src/: neither ``决算(?:明细)?表`` nor ``[概情]况`` hides what it says.

Only string literals are searched, those of f-strings among them. Docstrings and comments may show
a form's words as an illustration: the engine does not act on them.
"""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from ruamel.yaml import YAML
from spelling import OPEN, spellings

from jslint.pack.keywords import KEYS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
PACKS = sorted((ROOT / "rules").glob("*.yaml"))
MODULES = sorted((ROOT / "src").rglob("*.py"))

#: Keys of packs whose values name what a form calls things, as text or as a pattern.
NAMING = frozenset(
    "label table tables row rows column columns section heading subject total parts pattern".split()
)
#: Shorter ones (收入, 决算, 合计, 结构) are words of any report.
SHORTEST = 3
_HAN = re.compile(r"[\u4e00-\u9fff（）()]+")

EVERY_FORM = frozenset(
    """三公 一般公共预算 政府性基金 国有资本经营 财政拨款 机关运行 政府采购 名词解释 概况 绩效 接待
    出国 公务用车 会议费 培训费 决算总表 决算明细表 财决
    北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东
    广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆""".split()
)

#: What packs name as well, and what is nobody's form: the words for money in and out, planned and
#: done, that any number sentence ends with, alone or one after another (支出决算数, 费用支出).
MONEY = re.compile(r"(?:收入|支出|收支|预算|决算|经费|费用?|采购|金额|总额|总计|合计|数|额)+")
#: Other words of packs that are none of a form's, each with the reason.
GENERAL = {
    "执行数": "what was spent, in any sentence about a budget",
    "本年数": "the amount of this year, in any words about a change",
    **dict.fromkeys(
        ("年初预算", "全年预算", "调整预算", "调整后预算"),
        "one of the budgets, in any sentence about them",
    ),
    "发现问题": "the program itself says 未发现问题",
    "(二)": "a number as any list has it",
    "(三)": "a number as any list has it",
    "单位构成": "any order of the words that may stand before a list of things counted",
    "其中一": "其中 before an item numbered 一; the program itself says 其中一个",
}


def literals(source: str) -> Iterator[tuple[int, str]]:
    """Each string literal but docstrings, with its line; what an f-string fills in is open."""
    tree = ast.parse(source)
    skipped = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.add(node.value)
        if isinstance(node, ast.JoinedStr):
            skipped.update(part for part in node.values if isinstance(part, ast.Constant))
            parts = (p.value if isinstance(p, ast.Constant) else OPEN for p in node.values)
            yield node.lineno, "".join(map(str, parts))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in skipped:
            yield node.lineno, node.value


def words(text: str) -> set[str]:
    """The Chinese words that a text or a pattern spells."""
    return {word for one in spellings(text) for word in _HAN.findall(one)}


def named(node: Any, *, naming: bool = False) -> Iterator[str]:
    """The texts and patterns by which a part of a pack names something."""
    if isinstance(node, dict):
        for word, value in node.items():
            key = KEYS.get(word, word)
            demanded = key == "title" and node.keys() & {"heading", "pattern"}
            yield from named(value, naming=key in NAMING or bool(demanded))
    elif isinstance(node, list):
        for value in node:
            yield from named(value, naming=naming)
    elif naming and isinstance(node, str):
        yield node


@cache
def words_of_packs() -> frozenset[str]:
    """All that the packs name something by."""
    packs = [YAML(typ="safe").load(path.read_text(encoding="utf-8")) for path in PACKS]
    return frozenset(word for pack in packs for text in named(pack) for word in words(text))


@cache
def terms() -> frozenset[str]:
    """What must not stand in the source."""
    found = words_of_packs()
    ours = {word for word in found if len(word) >= SHORTEST and not MONEY.fullmatch(word)}
    return frozenset(ours - GENERAL.keys() | EVERY_FORM)


def said(source: str) -> list[str]:
    """The terms in the string literals of a module, as ``line: term``."""
    found = []
    for line, text in literals(source):
        if _HAN.search(text):
            spelled = words(text)
            found += [f"{line}: {t}" for t in sorted(terms()) if any(t in word for word in spelled)]
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_no_wording_of_a_form_in_the_source(path: Path) -> None:
    assert said(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "term",
    [
        pytest.param("财政拨款收入支出决算总表", id="title of a demanded table"),
        pytest.param("收入决算情况说明", id="title of a demanded section"),
        pytest.param("基本支出决算明细表", id="spelling of a table's pattern"),
        pytest.param("本年收入合计", id="label of a quantity"),
        pytest.param("人员经费合计", id="row"),
        pytest.param("上缴上级支出", id="column that is a part"),
    ],
)
def test_terms_come_from_the_packs(term: str) -> None:
    assert term in terms() - EVERY_FORM


@pytest.mark.parametrize(
    ("source", "found"),
    [
        pytest.param('\nNAME = "财政性拨款与财政拨款"', ["2: 财政拨款"], id="text"),
        pytest.param('X = re.compile(r"(?:情|概)况$")', ["1: 概况"], id="alternatives"),
        pytest.param(
            'X = re.compile(r"三\\s?公|[三四]公")', ["1: 三公"], id="class, optional space"
        ),
        pytest.param('X = f"{year}年度名词解释{end}"', ["1: 名词解释"], id="f-string"),
        pytest.param('X = ("名词" "解释")', ["1: 名词解释"], id="in two pieces"),
        pytest.param('X = {"概况": 1}', ["1: 概况"], id="key of a dict"),
        pytest.param('X = f"{a}概{b}况"', [], id="filled in between"),
        pytest.param('X = "支出决算数"', [], id="words for money"),
        pytest.param('"""Such as 名词解释."""\n# 概况 is one.', [], id="docstring and comment"),
    ],
)
def test_only_what_the_engine_acts_on_is_searched(source: str, found: list[str]) -> None:
    assert said(source) == found


@pytest.mark.parametrize("term", GENERAL)
def test_what_is_allowed_is_named_by_a_pack(term: str) -> None:
    assert term in words_of_packs()


@pytest.mark.parametrize(
    ("pattern", "spelled"),
    [
        pytest.param("决算(?:明细)?表", {"决算表", "决算明细表"}, id="optional group"),
        pytest.param(
            "(收入|支出)决算总?表",
            {"收入决算表", "收入决算总表", "支出决算表", "支出决算总表"},
            id="alternatives",
        ),
        pytest.param("编[制报]", {"编制", "编报"}, id="class"),
        pytest.param("公开.{0,2}表", {"公开表", f"公开{OPEN}表", f"公开{OPEN}{OPEN}表"}, id="open"),
        pytest.param("[^款]收入", {f"{OPEN}收入"}, id="negated class"),
        pytest.param(
            "项目(?!支出)资金", {"项目资金", f"项目{OPEN}支出{OPEN}资金"}, id="what must not follow"
        ),
        pytest.param("出国\\(境\\)", {"出国(境)"}, id="escaped brackets"),
        pytest.param("（境", {"（境"}, id="plain text"),
        pytest.param("a)b", {"a", "b"}, id="a bracket too many"),
    ],
)
def test_patterns_are_spelled_out(pattern: str, spelled: set[str]) -> None:
    assert spellings(pattern) == spelled
