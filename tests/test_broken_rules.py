"""Breaking a rule by hand makes ``jslint rules test`` fail: its examples pin down what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jslint import pack
from jslint.authoring import trial
from jslint.cli import main

RULES = Path(__file__).parents[1] / "rules"
#: Each way of breaking a relation: another comparison, or another sign.
BREAKS = (("=", "≥"), ("=", "≤"), ("≥", "≤"), ("≤", "≥"), (" + ", " − "), (" − ", " + "))


def formulas() -> list[tuple[str, str, str, str]]:
    """Every formula of the shipped packs, with each way of breaking it that changes it."""
    found = []
    for path in sorted(RULES.glob("*.yaml")):
        id_, inside = "", False
        for line in path.read_text(encoding="utf-8").splitlines():
            id_ = line.removeprefix("  - id: ") if line.startswith("  - id: ") else id_
            inside = line.startswith("    formula:") or (inside and line.startswith("      - "))
            text = line.split("formula:", 1)[-1].strip().removeprefix("- ")
            if inside and text:
                found += [
                    (path.name, id_, line, line.replace(old, new, 1))
                    for old, new in BREAKS
                    if old in text
                ]
    return found


@pytest.mark.parametrize(
    ("name", "rule", "line", "broken"),
    formulas(),
    ids=lambda value: (
        value.split(":", 1)[-1].strip(" -") if ":" in value or "- " in value else value
    ),
)
def test_every_broken_formula_is_noticed(
    tmp_path: Path, name: str, rule: str, line: str, broken: str
) -> None:
    source = (RULES / name).read_text(encoding="utf-8")
    at = source.index(f"  - id: {rule}\n")
    path = tmp_path / name
    path.write_text(source[:at] + source[at:].replace(line, broken, 1), encoding="utf-8")

    loaded = pack.load([str(path)])
    tried = trial.trials([one for one in loaded.rules if one.entry.id == rule], loaded.quantities)

    assert not all(one.passed for one in tried), f"{rule}: {broken.strip()} passes all examples"


@pytest.mark.parametrize(
    ("name", "old", "new", "rule"),
    [
        pytest.param(
            "tables.yaml", "formula: general.basic = personnel + operating",
            "formula: general.basic = personnel − operating", "SUM321", id="a formula",
        ),
        pytest.param(
            "tables.yaml", "total: '.*合计|总计'", "total: '小计'", "SUM301", id="a table's row",
        ),
        pytest.param(
            "mof.yaml", "facts: [abroad, abroad.groups, abroad.people]",
            "facts: [abroad, abroad.groups]", "CNT201", id="a list of quantities",
        ),
    ],
)  # fmt: skip
def test_rules_test_says_so_and_exits_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, old: str, new: str, rule: str
) -> None:
    source = (RULES / name).read_text(encoding="utf-8")
    assert source.count(old) == 1
    path = tmp_path / name
    path.write_text(source.replace(old, new), encoding="utf-8")

    status = main(["rules", "test", str(path), "--lang", "en"])

    out = capsys.readouterr().out
    assert status == 1
    assert re.search(rf"{re.escape(str(path))}:\d+: FAILED {rule} (bad|good) example", out), out
