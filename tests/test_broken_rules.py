"""Breaking a rule by hand makes ``jslint rules test`` fail: its examples pin down what it says."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from jslint import pack
from jslint.authoring import trial
from jslint.cli import main
from jslint.errors import JslintError

if TYPE_CHECKING:
    from collections.abc import Iterator

RULES = Path(__file__).parents[1] / "rules"
#: Each way of breaking a relation: another comparison, or another sign.
RELATIONS = (("=", "≥"), ("=", "≤"), ("≥", "≤"), ("≤", "≥"), (" + ", " − "), (" − ", " + "))
#: What describes a rule and takes no part in finding anything; formulas are broken by themselves.
WORDS = {
    "id", "name", "kind", "title", "title-en", "severity", "message", "message-en", "reason",
    "reason-en", "basis", "basis-en",
    "examples", "formula",
}  # fmt: skip
#: What may break unnoticed, by rule and option, and why.
SURVIVORS = {
    ("NAM107", "names"): "the classes of the classification: data, no rule",
    ("TIE354", "facts"): "seven numbers, each in a table of its own: the examples have two",
    ("TIE355", "facts"): "four amounts, of which the examples have two",
    ("TIE355", "each"): "only what is told first depends on it",
    ("SEC103", "siblings"): "how severe it is depends on it: tests/test_rules_outline.py",
    **{
        (
            rule,
            "parts",
        ): "a column that no pattern names is a part all the same where it fills the gap"
        for rule in (
            "SUM302",
            "SUM303",
            "SUM304",
            "SUM305",
            "SUM307",
            "SUM309",
            "SUM342",
            "SUM601",
            "SUM604",
        )
    },
    ("NAM311", "names"): "a copy of the classification: its hundreds of names are data, no rule",
}
#: A pattern that finds nothing, with every group that templates quote.
NOTHING = "'不会有的字(?P<at>)(?P<word>)(?P<year>)(?P<name>)(?P<number>)(?P<title>)'"
#: Values of which there are only a few, each with another one.
OTHER = {
    "true": "false", "false": "true", "prior": "budget", "budget": "prior", "report": "place",
    "paragraph": "place", "分": "个", "reception.budget": "abroad.budget",
    "abroad.budget": "reception.budget", "vehicles.budget": "abroad.budget",
    "meetings.budget": "abroad.budget", "trainings.budget": "abroad.budget",
}  # fmt: skip
ITEM = re.compile(r"""\s*('(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|[^,]+?)\s*(?:,|$)""")


class Break(NamedTuple):
    """One line of a rule that is replaced by others, or left out."""

    pack: str
    rule: str
    option: str
    line: int
    instead: tuple[str, ...]


def lines() -> Iterator[tuple[str, str, str, int, str]]:
    """Pack, rule, option, number and text of every line of the rules of the shipped packs."""
    for path in sorted(RULES.glob("*.yaml")):
        inside, rule, option = False, "", ""
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            inside = line == "rules:" or (inside and line != "checklist:")
            rule = line.removeprefix("  - id: ") if line.startswith("  - id: ") else rule
            key = re.match(r"    ([a-z-]+):", line)
            option = key[1] if key else option
            if inside and rule:
                yield path.name, rule, option, number, line


def formulas() -> list[Break]:
    """Every formula of the shipped packs, with each way of breaking it that changes it."""
    return [
        Break(*place, number, (start + text.replace(old, new, 1),))
        for *place, number, line in lines()
        if place[2] == "formula" and line.startswith(("    formula: ", "      - "))
        for start, text in [re.match(r"(    formula: |      - )(.*)", line).groups()]  # type: ignore[union-attr]
        for old, new in RELATIONS
        if old in text
    ]


def options() -> list[Break]:
    """Every option of the shipped rules with each way of breaking it, the survivors left out."""
    return [
        Break(name, rule, option, number, instead)
        for name, rule, option, number, line in lines()
        if option not in WORDS and (rule, option) not in SURVIVORS
        for instead in broken(option, line)
    ]


def broken(option: str, line: str) -> Iterator[tuple[str, ...]]:
    """The ways of breaking one line of an option."""
    value = line.removeprefix(f"    {option}: ")
    if line.startswith(("      - {", "      - [")) or option == "when":
        yield ()
    elif line.startswith("      - "):
        yield (f"      - {'find: ' if line.startswith('      - find: ') else ''}{NOTHING}",)
    elif value != line:
        yield from ((f"    {option}: {other}",) for other in others(option, value))


def others(option: str, value: str) -> list[str]:
    """Other values of an option: a list without each of its items, a pattern that finds nothing."""
    if value in OTHER:
        return [OTHER[value]]
    if value.isdigit():
        return [str(int(value) + 1)]
    if option in {"wrong", "final"}:
        marks = value[1:-1]
        return [f'"{marks.replace(mark, "")}"' for mark in marks]
    items = ITEM.findall(value[1:-1]) if value.startswith("[") else []
    if len(items) > 1:
        return [f"[{', '.join(items[:at] + items[at + 1 :])}]" for at in range(len(items))]
    if option == "roles":
        return ["[unit]"]
    # The only quantity cannot be left out, and any other word in its place is refused.
    return [] if option == "facts" else [f"[{NOTHING}]" if items else NOTHING]


def is_noticed(folder: Path, one: Break) -> bool:
    """Whether a pack that is broken in this way is refused, or an example of the rule fails."""
    text = (RULES / one.pack).read_text(encoding="utf-8").splitlines()
    text[one.line : one.line + 1] = one.instead
    path = folder / one.pack
    path.write_text("\n".join(text), encoding="utf-8")
    try:
        loaded = pack.load([str(path)])
    except JslintError:
        return True
    rules = [rule for rule in loaded.rules if rule.entry.id == one.rule]
    return not all(tried.passed for tried in trial.trials(rules, loaded.quantities))


@pytest.mark.parametrize(
    "breaks",
    [
        pytest.param(list(breaks), id="-".join(key))
        for key, breaks in groupby(formulas() + options(), lambda one: (one.rule, one.option))
    ],
)
def test_every_broken_option_is_noticed(tmp_path: Path, breaks: list[Break]) -> None:
    unnoticed = [one for one in breaks if not is_noticed(tmp_path, one)]

    assert unnoticed == []


def test_what_may_break_unnoticed_is_still_there() -> None:
    assert SURVIVORS.keys() <= {(rule, option) for _, rule, option, _, _ in lines()}


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
        pytest.param(
            "base.yaml", "roles: [body, note, heading]\n    examples",
            "roles: [body, heading]\n    examples", "TXT101", id="a kind of text",
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
