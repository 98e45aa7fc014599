"""The rule language: Chinese words, parameters, overrides; a hostile pack ends soon, with an error."""

from __future__ import annotations

import itertools
import gc
import time
from pathlib import Path

import pytest

from jslint import pack
from jslint.authoring import book
from jslint.diagnostic import Severity
from jslint.errors import PackError, UsageError
from jslint.pack import keywords
from jslint.pack.quantities import MEASURES
from jslint.pack.reading import ENTRY_KEYS, OVERRIDE_KEYS, PACK_KEYS
from jslint.rules import KINDS

NUMBERS = itertools.count()

BASE = """\
pack: base
title: 基本
parameters:
  words: [暂无, 待补]
  least: 3
facts:
  income: {label: 收入合计, stated: [{subject: 收入合计}]}
rules:
  - id: OUR101
    name: left-over
    kind: pattern
    title: 草稿用语
    severity: error
    patterns: $words
    message: "残留“{excerpt}”"
    message-en: "left over: {excerpt}"
    reason: 原因
    basis: 依据
  - id: OUR102
    name: same-income
    kind: same
    title: 收入不一致
    severity: error
    facts: [income]
    message: "{label}：{here}、{there}"
    reason: 原因
    basis: 依据
"""
MINE = "pack: mine\ntitle: 我的\nextends: [base.yaml]\n"


def load(tmp_path: Path, mine: str, base: str = BASE) -> pack.RuleSet:
    """The rule set of a pack that extends another; each in a folder of its own."""
    folder = tmp_path / str(next(NUMBERS))
    folder.mkdir()
    (folder / "base.yaml").write_text(base, encoding="utf-8")
    path = folder / "mine.yaml"
    path.write_text(mine, encoding="utf-8")
    return pack.load([str(path)])


def rules(loaded: pack.RuleSet) -> dict[str, object]:
    return {rule.entry.id: rule for rule in loaded.rules}


@pytest.mark.parametrize(
    ("override", "severity"),
    [
        pytest.param("override: {OUR101: {severity: info}}", Severity.INFO, id="English"),
        pytest.param("改写: {OUR101: {级别: 提示}}", Severity.INFO, id="Chinese"),
        pytest.param("override: {OUR101: off}", None, id="off"),
        pytest.param("改写:\n  OUR101: 关闭", None, id="off in Chinese"),
        pytest.param("override: {OUR101: {severity: off}}", None, id="severity off"),
        pytest.param("", Severity.ERROR, id="as it is"),
    ],
)
def test_a_pack_changes_the_severity_of_a_rule(
    tmp_path: Path, override: str, severity: Severity | None
) -> None:
    found = rules(load(tmp_path, f"{MINE}{override}\n"))

    assert ("OUR101" in found) is (severity is not None)
    if severity is not None:
        assert found["OUR101"].entry.severity is severity  # type: ignore[attr-defined]
    assert "OUR102" in found


def test_a_pack_words_a_message_anew(tmp_path: Path) -> None:
    found = rules(load(tmp_path, MINE + 'override: {OUR101: {message: "请删去{excerpt}"}}\n'))

    entry = found["OUR101"].entry  # type: ignore[attr-defined]
    assert entry.messages == {"zh": "请删去{excerpt}", "en": "left over: {excerpt}"}
    assert entry.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        pytest.param("", ["暂无", "待补"], id="as declared"),
        pytest.param("parameters: {words: 待定}", ["待定"], id="replaced"),
        pytest.param("参数: {words: [待定, 另行补充]}", ["待定", "另行补充"], id="in Chinese"),
    ],
)
def test_a_pack_gives_a_parameter(tmp_path: Path, parameters: str, words: list[str]) -> None:
    found = rules(load(tmp_path, f"{MINE}{parameters}\n"))

    wanted = found["OUR101"].patterns  # type: ignore[attr-defined]
    assert [str(one.pattern.pattern) for one in wanted] == [f"(?m:{word})" for word in words]


def test_other_packs_keep_their_parameters(tmp_path: Path) -> None:
    changed = load(tmp_path, MINE + "parameters: {words: 待定}\n")
    plain = load(tmp_path, MINE)

    assert rules(changed)["OUR101"] != rules(plain)["OUR101"]


@pytest.mark.parametrize(
    ("mine", "words", "place"),
    [
        pytest.param("override: {OUR103: off}", "did you mean 'OUR102'", (4, 12), id="unknown rule"),
        pytest.param("override: {OUR101: on}", "expected one of off", (4, 20), id="no off"),
        pytest.param("override: {OUR101: {level: info}}", "unknown key 'level'", (4, 21), id="key"),
        pytest.param(
            "override: {OUR101: {message: '{wort}'}}", "unknown placeholder 'wort'", (4, 30),
            id="placeholder",
        ),
        pytest.param("parameters: [a]", "is a mapping", (4, 13), id="parameters no mapping"),
        pytest.param("parameters: {a b: 1}", "a parameter's name", (4, 14), id="name"),
        pytest.param("parameters: {a: $words}", "may not use another", (4, 17), id="in another"),
        pytest.param("title2: x\n标题: y", "are one key", (5, 1), id="a key in both languages"),
    ],
)  # fmt: skip
def test_refused_at_its_place(
    tmp_path: Path, mine: str, words: str, place: tuple[int, int]
) -> None:
    with pytest.raises(PackError) as caught:
        load(tmp_path, f"{MINE}{mine}\n")

    assert words in caught.value.told("en")
    assert (caught.value.line, caught.value.column) == place


@pytest.mark.parametrize(
    ("kind", "option", "column", "words"),
    [
        pytest.param(
            "pattern", "patterns: a\n    examples: [{good: ' '}]", 23, "not empty", id="example"
        ),
        pytest.param(
            "planned", "subject: a\n    section: b\n    budget: nope", 13, "'nope'", id="budget"
        ),
    ],
)
def test_a_rule_is_refused_at_its_place(
    tmp_path: Path, kind: str, option: str, column: int, words: str
) -> None:
    with pytest.raises(PackError) as caught:
        load(tmp_path, HEAD + RULE.format(kind=kind, option=option))

    assert words in caught.value.told("en")
    assert (caught.value.line, caught.value.column) == (12 + option.count("\n"), column)


def test_an_unknown_parameter_is_refused_where_it_is_used(tmp_path: Path) -> None:
    with pytest.raises(PackError) as caught:
        load(tmp_path, MINE, BASE.replace("patterns: $words", "patterns: $word"))

    assert "did you mean 'words'" in caught.value.told("en")
    assert (caught.value.line, caught.value.column) == (14, 15)


def test_every_word_of_the_language_has_a_chinese_one() -> None:
    options = {name for kind in KINDS.values() for name in kind.OPTIONS}
    translated = set(keywords.KEYS.values())

    assert {*PACK_KEYS, *ENTRY_KEYS, *OVERRIDE_KEYS, *options} <= translated
    assert set(keywords.KINDS.values()) == set(KINDS)
    assert set(keywords.VALUES["measure"].values()) == set(MEASURES)
    assert set(keywords.VALUES["severity"].values()) == {*map(str, Severity), "off"}


TWO = "pack: two\ntitle: 二\nextends: [base.yaml]\n"


@pytest.mark.parametrize(
    ("one", "two", "severity"),
    [
        pytest.param("{OUR101: off}", "{OUR101: off}", None, id="off twice"),
        pytest.param("{OUR101: off}", "{OUR101: {severity: info}}", None, id="off stays off"),
        pytest.param("{OUR101: {severity: info}}", "{OUR101: off}", None, id="off later"),
        pytest.param(
            "{OUR101: {severity: info}}", "{OUR101: {severity: warning}}", Severity.WARNING,
            id="the later one holds",
        ),
    ],
)  # fmt: skip
def test_two_packs_change_the_same_rule(
    tmp_path: Path, one: str, two: str, severity: Severity | None
) -> None:
    (tmp_path / "base.yaml").write_text(BASE, encoding="utf-8")
    (tmp_path / "one.yaml").write_text(f"{MINE}override: {one}\n", encoding="utf-8")
    (tmp_path / "two.yaml").write_text(f"{TWO}override: {two}\n", encoding="utf-8")

    found = rules(pack.load([str(tmp_path / "one.yaml"), str(tmp_path / "two.yaml")]))

    entry = found["OUR101"].entry if "OUR101" in found else None  # type: ignore[attr-defined]
    assert (entry.severity if entry else None) is severity


def test_a_parameter_is_for_the_packs_that_its_pack_extends(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(BASE, encoding="utf-8")
    other = "pack: other\ntitle: 别的\nparameters: {words: [另一个]}\n"
    (tmp_path / "other.yaml").write_text(other, encoding="utf-8")

    found = rules(pack.load([str(tmp_path / "base.yaml"), str(tmp_path / "other.yaml")]))

    words = [str(one.pattern.pattern) for one in found["OUR101"].patterns]  # type: ignore[attr-defined]
    assert words == ["(?m:暂无)", "(?m:待补)"]


def test_a_pack_uses_the_parameters_of_its_bases(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(BASE, encoding="utf-8")
    rule = BASE.partition("rules:")[2].partition("  - id: OUR102")[0].replace("OUR101", "OUR201")
    middle = tmp_path / "mine.yaml"
    middle.write_text(f"{MINE}rules:{rule}", encoding="utf-8")
    top = tmp_path / "top.yaml"
    top.write_text("pack: top\ntitle: 上\nextends: mine.yaml\nparameters: {words: 待定}\n", "utf-8")

    def words(path: Path) -> list[list[str]]:
        return [
            [str(one.pattern) for one in rule.patterns]  # type: ignore[attr-defined]
            for rule in pack.load([str(path)]).rules
            if rule.entry.kind == "pattern"
        ]

    assert words(middle) == [["暂无", "待补"], ["暂无", "待补"]]
    assert words(top) == [["待定"], ["待定"]]
    assert book.read(str(middle), str(middle)).rules[0].entry.id == "OUR201"


@pytest.mark.parametrize(
    ("base", "value", "words"),
    [
        pytest.param(BASE, "words: ['(']", "missing )", id="a pattern"),
        pytest.param(
            BASE.replace("least: 3", "q: income").replace("facts: [income]", "facts: $q"),
            "q: [incom]",
            "did you mean 'income'",
            id="a quantity",
        ),
    ],
)
def test_a_wrong_parameter_is_refused_in_the_file_that_gives_it(
    tmp_path: Path, base: str, value: str, words: str
) -> None:
    with pytest.raises(PackError) as caught:
        load(tmp_path, f"{MINE}\nparameters:\n    {value}\n", base)

    assert words in caught.value.told("en")
    assert (Path(caught.value.path).name, caught.value.line) == ("mine.yaml", 6)
    assert caught.value.column == value.index("[") + 6


def test_parameters_may_be_values_in_chinese(tmp_path: Path) -> None:
    stated = "stated: [{subject: 收入合计, measure: $度量, items: $逐项}]"
    base = BASE.replace("stated: [{subject: 收入合计}]", stated).replace(
        "  least: 3", "  度量: 上年\n  逐项: 是"
    )

    (quantity,) = load(tmp_path, MINE, base).quantities

    assert [(one.measure, one.items) for one in quantity.stated] == [("prior", True)]  # type: ignore[union-attr]


def test_yes_and_no_are_words_where_words_are_wanted(tmp_path: Path) -> None:
    base = BASE.replace("[暂无, 待补]", "[是, 否]").replace("title: 草稿用语", "标题: 是")

    rule = rules(load(tmp_path, MINE, base))["OUR101"]

    assert rule.entry.title == "是"  # type: ignore[attr-defined]
    assert [str(one.pattern) for one in rule.patterns] == ["是", "否"]  # type: ignore[attr-defined]


def test_a_file_named_in_two_ways_is_one_pack(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "base.yaml").write_text(BASE, encoding="utf-8")
    (tmp_path / "mine.yaml").write_text(MINE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert pack.load([str(tmp_path / "base.yaml"), "mine.yaml"]).packs == ("base", "mine")


def test_a_pack_written_on_windows_finds_its_base(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(BASE, encoding="utf-8")
    (tmp_path / "inner").mkdir()
    path = tmp_path / "inner" / "mine.yaml"
    path.write_text(MINE.replace("base.yaml", "..\\base.yaml"), encoding="utf-8", newline="\r\n")

    assert pack.load([str(path)]).packs == ("base", "mine")


def test_a_base_that_is_missing_is_refused_at_its_place(tmp_path: Path) -> None:
    with pytest.raises(PackError) as caught:
        load(tmp_path, MINE.replace("base.yaml", "other.yaml"))

    assert (caught.value.line, caught.value.column) == (3, 11)
    assert "no pack 'other.yaml'" in caught.value.told("en")


def test_a_pack_changed_at_once_is_read_anew(tmp_path: Path) -> None:
    """Also where neither its size nor, by a coarse clock, its time of change tells."""
    path = tmp_path / "base.yaml"
    found = []
    for word in ("暂无", "暂缺", "暂略"):
        path.write_text(BASE.replace("暂无", word), encoding="utf-8")
        loaded = rules(pack.load([str(path)]))["OUR101"]
        found.append(str(loaded.patterns[0].pattern))  # type: ignore[attr-defined]

    assert found == ["暂无", "暂缺", "暂略"]


BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 10)}]\n" for n in range(8)
)
HEAD = "pack: mine\ntitle: 甲\n"
RULE = """\
rules:
  - id: OUR101
    name: a
    kind: {kind}
    title: 甲
    severity: error
    message: "甲"
    reason: 甲
    basis: 甲
    {option}
"""


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(BOMB, id="aliases"),
        pytest.param(HEAD + "facts: " + "[" * 5000, id="nesting"),
        pytest.param(HEAD + "facts: " + "{a: " * 5000, id="nested mappings"),
        pytest.param(
            HEAD + RULE.format(kind="pattern", option="patterns: '(a{1000}){1000}'"),
            id="a pattern with a huge range",
        ),
        pytest.param(
            HEAD + RULE.format(kind="pattern", option="patterns: '((((a{100}){100}){100}){100})'"),
            id="nested ranges",
        ),
        pytest.param(
            HEAD + RULE.format(kind="pattern", option="patterns: '(?=a)'"), id="look-ahead"
        ),
        pytest.param(
            HEAD + RULE.format(kind="formula", option="formula: '" + "(" * 1900 + "'"),
            id="a formula of brackets",
        ),
        pytest.param(
            HEAD + RULE.format(kind="formula", option="formula: '" + "a+" * 100_000 + "a=b'"),
            id="a long formula",
        ),
        pytest.param(
            HEAD + RULE.format(kind="whole-number", option="units: " + "[甲, " * 3000),
            id="an open list",
        ),
        pytest.param("\x00" * 100, id="no text"),
        pytest.param("甲" * 11_000_000, id="a huge file"),
        pytest.param(HEAD + "extends: [/etc/passwd]\n", id="another file"),
        pytest.param(
            HEAD + RULE.format(kind="formula", option="formula: '甲=" + "乙+" * 900 + "丙'"),
            id="a formula of many names",
        ),
        pytest.param(
            HEAD + RULE.format(kind="repeated-reason", option="shortest: " + "9" * 5000),
            id="a huge number",
        ),
        pytest.param(
            f"{HEAD}parameters: {{p: [{'a, ' * 5000}a]}}\n"
            + RULE.format(kind="pattern", option="patterns: $p")
            + "".join(
                RULE.removeprefix("rules:\n")
                .replace("OUR101", f"OUR{number}")
                .format(kind="pattern", option="patterns: $p")
                for number in range(200, 400)
            ),
            id="a long parameter used often",
        ),
    ],
)
def test_a_hostile_pack_ends_soon_with_an_error(tmp_path: Path, source: str) -> None:
    path = tmp_path / "hostile.yaml"
    path.write_text(source, encoding="utf-8")

    gc.collect()
    gc.disable()  # what other tests left behind is no work of this pack
    before = time.process_time()
    try:
        with pytest.raises((PackError, UsageError)):
            pack.load([str(path)])
    finally:
        gc.enable()

    # The bound is the users' contract, two seconds of work, and no measure of speed.
    assert time.process_time() - before < 2


def test_a_catastrophic_pattern_does_its_work_in_linear_time(tmp_path: Path) -> None:
    from jslint.engine import lint
    from jslint.readers import text

    path = tmp_path / "slow.yaml"
    option = "patterns: ['(甲+)+乙', '(甲|甲甲)*丙', '(.*)*丁']"
    path.write_text(HEAD + RULE.format(kind="pattern", option=option), encoding="utf-8")
    report = text.read(("一、情况\n" + "甲" * 30_000 + "。\n").encode(), "t.txt")

    before = time.process_time()
    result = lint(report, pack.load([str(path)]))

    assert time.process_time() - before < 2
    assert result.diagnostics == ()
