"""The commands for authors of packs, through the command line."""

from __future__ import annotations

import json
import string
from pathlib import Path

import pytest

from jslint import cli, pack
from jslint.cli import quantities, trials

SHIPPED = [info.name for info in pack.available()]

PACK = """\
pack: our-city
title: 本市补充规则
facts:
  meetings:
    label: 会议费
    stated:
      - {section: 会议费, subject: 会议费支出}
      - {section: 机关运行经费, subject: 会议费支出}
rules:
  - id: OUR101
    name: reason-says-nothing
    kind: pattern
    title: 变动原因没有内容
    severity: warning
    message: "“{excerpt}”没有说明原因"
    message-en: "“{excerpt}” gives no reason"
    reason: 变动原因要让读者明白为什么增减。
    basis: 本市公开要求
    patterns: [主要原因是工作需要]
    examples:
      - bad: |
          三、支出决算情况说明
          本年支出比上年增加，主要原因是工作需要。
        finds: 工作需要
      - good: |
          三、支出决算情况说明
          本年支出比上年增加，主要原因是新建水文站投入使用。
  - id: OUR102
    name: meetings-agree
    kind: same
    title: 会议费各处不一致
    severity: error
    facts: [meetings]
    message: "{label}：此处{here}，他处{there}{note}"
    message-en: "{label}: {here} here, {there} elsewhere{note}"
    reason: 同一个数在各处必须一致。
    basis: 本市公开要求
    examples:
      - bad: |
          一、会议费支出情况
          2024年度会议费支出3.20万元。
          二、机关运行经费支出情况
          机关运行经费中，会议费支出3.02万元。
        finds: 3.02万元
      - good: |
          一、会议费支出情况
          2024年度会议费支出3.20万元。
          二、机关运行经费支出情况
          机关运行经费中，会议费支出3.20万元。
"""
REPORT = """\
一、会议费支出情况
2024年度会议费支出3.20万元。
二、机关运行经费支出情况
机关运行经费中，会议费支出3.02万元。
"""


@pytest.fixture(autouse=True)
def _quiet_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Each test in an empty folder, in a Chinese locale, reading its packs anew."""
    for name in ("LC_ALL", "LC_MESSAGES", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> int:
    """Run the command line in this process; the exit status."""
    return cli.main(arguments)


def put(name: str, old: str = "", new: str = "", text: str = PACK) -> str:
    """Write the pack, one passage of it replaced; its name.

    Every test names its file differently, since a file is read once a process.
    """
    assert old in text
    Path(name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return name


def line_of(text: str, words: str, nth: int = 1) -> int:
    """The line, from 1, that holds the words for the nth time."""
    found = [number for number, line in enumerate(text.split("\n"), 1) if words in line]
    return found[nth - 1]


@pytest.mark.parametrize("module", [quantities, trials])
def test_both_languages_say_the_same_things(module: object) -> None:
    def quoted(template: str) -> set[str | None]:
        return {field for _, field, _, _ in string.Formatter().parse(template) if field}

    chinese, english = module.WORDS["zh"], module.WORDS["en"]
    assert chinese.keys() == english.keys()
    for key, template in chinese.items():
        assert quoted(template) == quoted(english[key]), key


# rules test --------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_all_shipped_examples_pass(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    rules = pack.load(SHIPPED).rules
    examples = sum(len(rule.entry.examples) for rule in rules)

    assert run("rules", "test", "--coverage", "--lang", lang) == 0
    counts, complete = capsys.readouterr().out.splitlines()
    assert (
        counts
        == {
            "zh": f"{len(rules)} 条规则，{examples} 个例子：通过 {examples} 个，未通过 0 个",
            "en": f"rules: {len(rules)}, examples: {examples}, passed: {examples}, failed: 0",
        }[lang]
    )
    assert (
        complete
        == {
            "zh": "每条规则都有正例和反例，每个量都有规则使用",
            "en": "every rule has a good and a bad example, every quantity is used by a rule",
        }[lang]
    )


def test_verbose_names_every_example(capsys: pytest.CaptureFixture[str]) -> None:
    name = put("verbose.yaml")

    assert run("rules", "test", name, "-v") == 0
    assert capsys.readouterr().out.splitlines() == [
        f"verbose.yaml:{line_of(PACK, '- bad:')}: 通过 OUR101 反例 1",
        f"verbose.yaml:{line_of(PACK, '- good:')}: 通过 OUR101 正例 2",
        f"verbose.yaml:{line_of(PACK, '- bad:', 2)}: 通过 OUR102 反例 1",
        f"verbose.yaml:{line_of(PACK, '- good:', 2)}: 通过 OUR102 正例 2",
        "2 条规则，4 个例子：通过 4 个，未通过 0 个",
    ]


@pytest.mark.parametrize(
    ("name", "old", "new", "lang", "line"),
    [
        pytest.param(
            "silent.yaml", "，主要原因是工作需要。", "，主要原因是换届。", "zh",
            ("- bad:", "未通过 OUR101 反例 1: 应报告“工作需要”，实际没有报告"),
            id="a bad example that is not complained of",
        ),
        pytest.param(
            "elsewhere.yaml", "finds: 工作需要", "finds: 换届", "zh",
            ("- bad:", "未通过 OUR101 反例 1: 应报告“换届”，"
             "实际报告：“主要原因是工作需要” “主要原因是工作需要”没有说明原因"),
            id="one complained of elsewhere",
        ),
        pytest.param(
            "loud.yaml", "主要原因是新建水文站投入使用", "主要原因是工作需要", "zh",
            ("- good:", "未通过 OUR101 正例 2: 不应报告，"
             "实际报告：“主要原因是工作需要” “主要原因是工作需要”没有说明原因"),
            id="a good example that is complained of",
        ),
        pytest.param(
            "english.yaml", "主要原因是新建水文站投入使用", "主要原因是工作需要", "en",
            ("- good:", "FAILED OUR101 good example 2: expected no report, "
             "reported: “主要原因是工作需要” “主要原因是工作需要” gives no reason"),
            id="in English",
        ),
    ],
)  # fmt: skip
def test_a_failing_example(
    name: str, old: str, new: str, lang: str, line: tuple[str, str],
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    put(name, old, new)

    assert run("rules", "test", name, "--lang", lang) == 1
    shown, counts = capsys.readouterr().out.splitlines()
    assert shown == f"{name}:{line_of(PACK, line[0])}: {line[1]}"
    assert (
        counts
        == {
            "zh": "2 条规则，4 个例子：通过 3 个，未通过 1 个",
            "en": "rules: 2, examples: 4, passed: 3, failed: 1",
        }[lang]
    )


def test_coverage_names_what_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    text = PACK[: PACK.index("      - good:")] + PACK[PACK.index("  - id: OUR102") :]
    text = text.replace("facts: [meetings]", "facts: [spare]")
    text = text.replace(
        "rules:\n", "  spare: {label: 培训费, stated: [{subject: 培训费}]}\nrules:\n"
    )
    text = text[: text.rindex("    examples:")]
    put("bare.yaml", text=text)

    assert run("rules", "test", "bare.yaml", "--coverage") == 0
    second = line_of(text, "- id: OUR102")
    assert capsys.readouterr().out.splitlines()[1:] == [
        f"bare.yaml:{line_of(text, '- id: OUR101')}: OUR101 没有正例",
        f"bare.yaml:{second}: OUR102 没有反例",
        f"bare.yaml:{second}: OUR102 没有正例",
        f"bare.yaml:{line_of(text, 'meetings:')}: 没有规则使用量 meetings（会议费）",
    ]


def test_a_pack_without_examples_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    put("empty.yaml", text="pack: empty\ntitle: 空\n")

    assert run("rules", "test", "empty.yaml") == 0
    assert capsys.readouterr().out == "没有例子可以运行\n"


@pytest.mark.parametrize("command", ["test"])
@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        pytest.param("absent", None, "没有规则包 'absent'", id="no such pack"),
        pytest.param("absent.yaml", None, "没有规则包 'absent.yaml'", id="no such file"),
        pytest.param("wrong.yaml", "pack: [\n", "wrong.yaml:", id="no YAML"),
        pytest.param(
            "key.yaml", "pack: a\ntitle: b\nrule: []\n", "key.yaml:3:1: ", id="a wrong key"
        ),
    ],
)
def test_a_pack_that_cannot_be_read(
    command: str, name: str, text: str | None, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if text is not None:
        put(name, text=text)

    assert run("rules", command, name) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"jslint: 错误：{message}")


# rules list --------------------------------------------------------------------------------------


def listed(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """The ids that the command lists."""
    assert run("rules", "list", *arguments, "--output-format", "json") == 0
    return [row["rule"] for row in json.loads(capsys.readouterr().out)]


@pytest.mark.parametrize("arguments", [(), ("--pack", "mof"), ("--output-format", "json")])
def test_rules_alone_lists(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rules", *arguments) == 0
    alone = capsys.readouterr().out
    assert run("rules", "list", *arguments) == 0

    assert capsys.readouterr().out == alone


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        pytest.param((), ["OUR101", "OUR102"], id="none"),
        pytest.param(("--kind", "same"), ["OUR102"], id="a kind"),
        pytest.param(("--kind", "same", "--kind", "pattern"), ["OUR101", "OUR102"], id="two kinds"),
        pytest.param(("--severity", "warning"), ["OUR101"], id="a severity"),
        pytest.param(("--family", "our"), ["OUR101", "OUR102"], id="a family"),
        pytest.param(("--family", "TIE,OUR102"), ["OUR102"], id="families with a comma"),
        pytest.param(("--search", "会议费"), ["OUR102"], id="a word of the title"),
        pytest.param(("--search", "ELSEWHERE"), ["OUR102"], id="of the message, in any case"),
        pytest.param(("--search", "本市", "--search", "原因"), ["OUR101"], id="both words"),
        pytest.param(("--kind", "same", "--severity", "warning"), [], id="all filters hold"),
    ],
)  # fmt: skip
def test_filters(
    filters: tuple[str, ...], ids: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    put("filters.yaml")

    assert listed(capsys, "--pack", "filters.yaml", *filters) == ids


def test_list_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    put("filters.yaml")

    assert run("rules", "list", "--pack", "filters.yaml", "--kind", "same", "--lang", "en") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["id", "severity", "rule", "kind", "pack"]
    assert lines[-1] == "rules: 1"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(("list", "--kind", "smae"), "没有规则种类 smae；相近的：same", id="a kind"),
        pytest.param(("list", "--kind", "会议"), "没有规则种类 会议；全部种类见 docs/kinds.md",
                     id="a kind like none"),
        pytest.param(("--pack", "mof", "test"), "选项请写在子命令之后：jslint rules test …",
                     id="options before the command"),
        pytest.param(("tset",), "没有命令 tset；可用的命令：", id="a command"),
    ],
)  # fmt: skip
def test_wrong_usage(
    arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("rules", *arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"jslint: 错误：{message}")


@pytest.mark.parametrize("command", ["list", "test"])
def test_help_with_examples(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rules", command, "--help") == 0

    text = capsys.readouterr().out
    assert text.startswith(f"用法：jslint rules {command} [选项]")
    assert f"\n例：\n  jslint rules {command}" in text


# facts -------------------------------------------------------------------------------------------


def test_facts_as_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    put("facts.yaml", "rules:\n", "  spare: {label: 培训费, stated: [{subject: 培训费}]}\nrules:\n")
    put("a.txt", text=REPORT)

    assert run("facts", "a.txt", "--pack", "facts.yaml") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "a.txt"
    assert [line.split() for line in lines[3:5]] == [
        ["meetings", "会议费", "3.20万元", "2:12", "一、会议费支出情况"],
        ["3.02万元", "4:14", "二、机关运行经费支出情况"],
    ]
    assert lines[-4:] == [
        "规则包 our-city：2 个量，读到 1 个，共 2 处",
        "",
        "没有读到的量 1 个（用 --all 查看在哪里找过）：",
        "  spare 培训费",
    ]


def test_facts_with_all_places_looked_at(capsys: pytest.CaptureFixture[str]) -> None:
    stated = "[{subject: 培训费, measure: budget}, {table: 决算表, row: 培训费, column: 决算数}]"
    put("all.yaml", "rules:\n", f"  spare: {{label: 培训费, stated: {stated}}}\nrules:\n")
    put("a.txt", text=REPORT)

    assert run("facts", "a.txt", "--pack", "all.yaml", "--all", "--lang", "en") == 0
    assert capsys.readouterr().out.splitlines()[-4:] == [
        "quantities not stated: 1; they were looked for here:",
        "  spare 培训费",
        "      section “any”, subject “培训费”, budget",
        "      table “决算表”, row “培训费”, column “决算数”",
    ]


TABLE = """\
jslint: 1
sections:
  - heading: 附表
    blocks:
      - table:
          title: 支出决算表
          unit: 万元
          header-rows: 1
          rows: [[科目编码, 科目名称, 合计], [205, 教育支出, "7.20"], ["", 合计, "7.20"]]
"""
TABLE_PACK = """\
pack: tables-of-ours
title: 表
facts:
  by-class: {label: 支出, keyed: true, stated: [{table: 支出决算表, column: 合计}]}
  whole: {label: 合计, stated: [{table: 支出决算表, row: 合计, column: 合计}]}
"""


def test_facts_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    put("t.yaml", text=TABLE_PACK)
    put("r.report.yaml", text=TABLE)

    assert run("facts", "r.report.yaml", "--pack", "t.yaml", "--output-format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["path"], found["packs"]) == ("r.report.yaml", ["tables-of-ours"])
    rows = [
        (it["name"], it["keyed"], *((one["text"], one["value"], one["unit"], one["table"],
         one["code"], one["name"]) for one in it["statements"]))
        for it in found["quantities"]
    ]  # fmt: skip
    assert rows == [
        ("by-class", True, ("7.20", "7.20", "万元", "支出决算表", "205", "教育支出")),
        ("whole", False, ("7.20", "7.20", "万元", "支出决算表", "", "合计")),
    ]
    assert all(
        one["location"]["line"] == 9 for it in found["quantities"] for one in it["statements"]
    )


def test_facts_of_a_report_that_cannot_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("facts", "absent.txt") == 2
    assert capsys.readouterr().err == "jslint: 错误：absent.txt: 没有这个文件；请检查路径\n"
