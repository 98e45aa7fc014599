"""The page on the rule language: its pack is one, its words are those of the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jslint import pack
from jslint.engine import lint
from jslint.formulas.parser import DEEPEST, LONGEST, MOST
from jslint.pack import keywords
from jslint.readers import text

PAGE = (Path(__file__).parents[1] / "docs" / "language.md").read_text(encoding="utf-8")
PACK = re.search(r"```yaml\n(规则包: .*?)```", PAGE, re.DOTALL)[1]  # type: ignore[index]


@pytest.fixture
def loaded(tmp_path: Path) -> pack.RuleSet:
    path = tmp_path / "our-province.yaml"
    path.write_text(PACK, encoding="utf-8")
    return pack.load([str(path)])


def test_its_pack_is_one_and_its_examples_are_true(loaded: pack.RuleSet) -> None:
    ours = [rule for rule in loaded.rules if rule.entry.id.startswith("OUR")]

    assert len(ours) == 3
    for rule in ours:
        for example in rule.entry.examples:
            result = lint(text.read(example.text.encode(), "t.txt"), loaded)
            found = [d for d in result.diagnostics if d.rule == rule.entry.id]
            assert bool(found) is example.bad, (rule.entry.id, example.text, result.unchecked)
            assert all(words in d.excerpt for d in found for words in example.finds)


def test_its_overrides_take_effect(loaded: pack.RuleSet) -> None:
    severities = {rule.entry.id: rule.entry.severity.value for rule in loaded.rules}

    assert "CNT211" not in severities
    assert severities["TAB312"] == "info"


def test_its_tables_pair_the_words_of_the_language() -> None:
    rows = re.findall(r"^\| (\S+) \| `([a-z-]+)` \|", PAGE, re.MULTILINE)

    assert len(rows) >= 14
    for chinese, english in rows:
        assert keywords.KEYS[chinese] == english


def test_its_bounds_are_the_programs() -> None:
    assert f"{LONGEST} 个字符，{MOST} 个量和数，{DEEPEST} 层括号" in PAGE
