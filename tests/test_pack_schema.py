"""The schema of packs: it knows every option, accepts the shipped packs, and refuses what jslint does."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from jslint import pack
from jslint.errors import PackError
from jslint.pack import schema
from jslint.rules import KINDS
from jslint.rules.ground import options
from test_pack_language import HEAD, RULE

ROOT = Path(__file__).parents[1]
VALIDATOR = jsonschema.Draft7Validator(
    json.loads((ROOT / "docs" / "pack.schema.json").read_text(encoding="utf-8"))
)


def faults(source: str) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(YAML(typ="safe").load(source))]


def test_the_schema_is_one() -> None:
    jsonschema.Draft7Validator.check_schema(VALIDATOR.schema)


def test_every_option_has_a_shape() -> None:
    readers = [reader for kind in KINDS.values() for reader in kind.OPTIONS.values()]

    assert [
        r for r in readers if not isinstance(r, options.Choice) and r not in schema.SHAPES
    ] == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("rules/*.yaml")), ids=lambda path: path.stem)
def test_shipped_packs_are_accepted(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


def test_chinese_words_are_accepted() -> None:
    source = """\
规则包: 我的
标题: 甲
量:
  income: {名称: 收入, 出处: [{主体: 收入合计, 度量: 年初预算}]}
规则:
  - {编号: MY1, 代号: a, 种类: 公式, 标题: 甲, 级别: 警告, 消息: 甲, 理由: 甲, 依据: 甲, 公式: 收入 > 0, 接近: 是}
改写: {PCT101: 关闭, PCT102: {级别: 提示}}
"""  # noqa: E501
    pack.parse(source, "t.yaml")

    assert faults(source) == []


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("title: 甲\n", id="no name"),
        pytest.param(HEAD + "foo: 1\n", id="unknown key"),
        pytest.param(HEAD + "facts: {a: {label: 甲}}\n", id="quantity stated nowhere"),
        pytest.param(
            HEAD + "facts: {a: {label: 甲, stated: [{table: 甲}]}}\n", id="table without a column"
        ),
        pytest.param(HEAD + RULE.format(kind="formulas", option=""), id="unknown kind"),
        pytest.param(HEAD + RULE.format(kind="formula", option=""), id="missing option"),
        pytest.param(
            HEAD + RULE.format(kind="formula", option="facts: [a]\n    formula: a = 1"),
            id="an option of another kind",
        ),
        pytest.param(
            HEAD + RULE.format(kind="pattern", option="patterns: 甲\n    per: page"), id="choice"
        ),
        pytest.param(
            HEAD + RULE.format(kind="bounds", option="subject: 甲\n    unit: 个\n    low: x\n    high: 3"),
            id="number",
        ),
        pytest.param(
            HEAD + RULE.format(kind="sections", option="required: [{heading: 甲}]"), id="no title"
        ),
        pytest.param(HEAD + "override: {PCT101: {level: info}}\n", id="override"),
        pytest.param(
            (HEAD + RULE).replace("severity: error", "severity: fatal").format(
                kind="brackets", option=""
            ),
            id="severity",
        ),
    ],
)  # fmt: skip
def test_what_the_schema_refuses_jslint_refuses_too(source: str) -> None:
    assert faults(source) != []
    with pytest.raises(PackError):
        pack.parse(source, "t.yaml")
