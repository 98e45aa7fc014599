"""The commands for authors of packs, through the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jslint import cli, ledger, pack
from jslint.authoring import matching
from jslint.rules import KINDS

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
            "partly.yaml", "finds: 工作需要", "finds: [工作需要, 换届]", "en",
            ("- bad:", "FAILED OUR101 bad example 1: expected a report of “工作需要”, “换届”, "
             "reported: “主要原因是工作需要” “主要原因是工作需要” gives no reason"),
            id="one complained of in one place of two",
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


@pytest.mark.parametrize("command", ["test", "lint"])
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


@pytest.mark.parametrize("arguments", [("rules", "test"), ("rules", "lint"), ("facts",)])
def test_how_many_rules_a_pack_may_have_can_be_raised(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("my.yaml").write_text(PACK, encoding="utf-8")
    Path("a.txt").write_text("三、支出决算情况说明\n会议费支出3.20万元。\n", encoding="utf-8")
    facts = arguments == ("facts",)
    given = (*arguments, "a.txt", "--pack", "my.yaml") if facts else (*arguments, "my.yaml")

    assert run(*given, "--limit", "rules=1") == 2
    told = capsys.readouterr().err
    assert "超过上限 rules=1；确需检查，请加选项 --limit rules=" in told
    assert run(*given, "--limit", "rules=2") == 0


def test_an_id_declared_twice(capsys: pytest.CaptureFixture[str]) -> None:
    twice = PACK.replace("OUR102", "OUR101")
    put("twice.yaml", text=twice)

    assert run("rules", "lint", "twice.yaml") == 2
    line = line_of(twice, "- id: OUR101", 2)
    first = line_of(twice, "- id: OUR101")
    error = capsys.readouterr().err
    assert f"twice.yaml:{line}:" in error
    assert f"twice.yaml:{first}" in error


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
    assert lines[0].split() == ["id", "severity", "rule", "kind", "pack", "stability"]
    assert lines[-1] == "rules: 1"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(("list", "--kind", "smae"), "没有规则种类 smae；相近的：same", id="a kind"),
        pytest.param(("list", "--kind", "会议"), "没有规则种类 会议；全部种类见 docs/kinds.md",
                     id="a kind like none"),
        pytest.param(("--pack", "mof", "test"), "选项请写在子命令之后：jslint rules test …",
                     id="options before the command"),
        pytest.param(("tset",), "没有命令 tset；是不是：jslint rules test（可用的命令：", id="a command"),
    ],
)  # fmt: skip
def test_wrong_usage(
    arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("rules", *arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"jslint: 错误：{message}")


@pytest.mark.parametrize("command", ["list", "test", "new", "lint"])
def test_help_with_examples(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rules", command, "--help") == 0

    text = capsys.readouterr().out
    assert text.startswith(f"用法：jslint rules {command} [选项]")
    assert f"\n例：\n  jslint rules {command}" in text


# rules new ---------------------------------------------------------------------------------------


def test_a_new_pack_works_right_away(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rules", "new", "new.yaml") == 0
    assert capsys.readouterr().out.startswith(
        "已建立 new.yaml：规则 MY101，种类 pattern\n接着：\n  jslint rules test new.yaml\n"
    )
    assert run("rules", "test", "new.yaml", "--coverage") == 0
    assert capsys.readouterr().out.splitlines() == [
        "1 条规则，2 个例子：通过 2 个，未通过 0 个",
        "每条规则都有正例和反例，每个量都有规则使用",
    ]
    assert run("rules", "lint", "new.yaml") == 0
    assert capsys.readouterr().out == ""
    put("a.txt", text="三、支出决算情况说明\n本年支出增加，主要原因是业务需要。\n")
    assert run("check", "a.txt", "--pack", "new.yaml", "--fail-on", "warning", "-q") == 1
    assert "警告[MY101]" in capsys.readouterr().out


def test_the_template_passes_its_own_test(capsys: pytest.CaptureFixture[str]) -> None:
    template = str(Path(pack.folder()) / "templates" / "new.yaml")

    assert run("rules", "test", template) == 0
    assert run("rules", "lint", template) == 0
    assert "new" not in SHIPPED


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_new_pack_of_every_kind(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    name = f"of-{kind}.yaml"

    assert run("rules", "new", name, "--kind", kind, "--id", "CITY7") == 0
    assert run("rules", "test", name, "--coverage") == 0
    assert capsys.readouterr().out.endswith("每条规则都有正例和反例，每个量都有规则使用\n")
    assert [rule.entry.kind for rule in pack.load([name]).rules if rule.entry.id == "CITY7"] == [
        kind
    ]


@pytest.mark.parametrize("kind", ["pattern", "same", "formula"])
def test_a_new_pack_of_a_usual_kind_is_clean(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    name = f"clean-{kind}.yaml"

    assert run("rules", "new", name, "--kind", kind) == 0
    assert "照着" not in capsys.readouterr().out
    assert run("rules", "lint", name) == 0


@pytest.mark.parametrize("kind", ["same", "together", "planned"])
def test_a_new_pack_brings_the_quantities_that_its_base_lacks(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    name = f"apart-{kind}.yaml"

    assert run("rules", "new", name, "--kind", kind, "--extends", "base") == 0
    capsys.readouterr()
    assert run("rules", "test", name, "--coverage") == 0
    loaded = pack.load([name])
    (rule,) = (rule for rule in loaded.rules if rule.entry.id == "MY101")
    assert {quantity.name for quantity in loaded.quantities} == rule.used_quantities()
    assert rule.used_quantities()


def test_a_new_pack_upon_a_file_of_another_folder(capsys: pytest.CaptureFixture[str]) -> None:
    Path("district").mkdir()
    put("city.yaml")

    assert run("rules", "new", "district/区: “新”.yaml", "--extends", "city.yaml") == 0
    assert 'extends: ["../city.yaml"]' not in Path("district/区: “新”.yaml").read_text("utf-8")
    assert pack.load(["district/区: “新”.yaml"]).packs == ("our-city", "区: “新”")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(("old.yaml",), "old.yaml 已经存在，没有改动；", id="an existing pack"),
        pytest.param(("new",), "new：规则包的文件名以 .yaml 结尾，例如 new.yaml", id="a name"),
        pytest.param((".yaml",), ".yaml：规则包的文件名以 .yaml 结尾，", id="no name"),
        pytest.param(("no/new.yaml",), "不能写入 no/new.yaml：没有这个文件夹", id="no folder"),
        pytest.param(("new.yaml", "--id", "1a"), "编号 1a 不合写法：", id="an id"),
        pytest.param(("new.yaml", "--id", "TIE202"), "编号 TIE202 在 ", id="an id that is taken"),
        pytest.param(
            ("new.yaml", "--kind", "smae"), "没有规则种类 smae；相近的：same", id="a kind"
        ),
        pytest.param(("new.yaml", "--extends", "no"), "没有规则包 'no'", id="no such base"),
    ],
)
def test_what_new_refuses(
    arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put("old.yaml", text="pack: old\ntitle: 旧\n")

    assert run("rules", "new", *arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"jslint: 错误：{message}")
    assert sorted(path.name for path in Path().iterdir()) == ["old.yaml"]
    assert Path("old.yaml").read_text(encoding="utf-8") == "pack: old\ntitle: 旧\n"


# rules lint --------------------------------------------------------------------------------------


def test_shipped_packs_are_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rules", "lint") == 0
    assert capsys.readouterr().out == ""


STATED = "      - {section: 会议费, subject: 会议费支出}\n"


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        pytest.param(
            "rules:\n", "  spare: {label: 培训费, stated: [{subject: 培训费}]}\nrules:\n",
            (9, 3), "[SYN101] 没有规则使用量 spare（培训费）；", id="a quantity that none uses",
        ),
        pytest.param(
            STATED, STATED * 2,
            (8, 19), "[SYN102] 量 meetings 的第 2 处陈述与第 1 处完全相同；", id="a place named twice",
        ),
        pytest.param(
            "patterns: [主要原因是工作需要]", "patterns: ['换届^', 主要原因是工作需要]",
            (19, 16), "[SYN106] “换届^”不可能匹配：“^”之前、", id="nothing is before the beginning",
        ),
        pytest.param(
            "patterns: [主要原因是工作需要]", "patterns: [主要原因是工作需要, '(?:换|届$)+届']",
            None, "", id="a way around the end",
        ),
        pytest.param(
            "subject: 会议费支出}", "subject: 会议费支出|会议费（支出）}", None, "", id="another way",
        ),
        pytest.param(
            "subject: 会议费支出}", "subject: '会议费（含\\d项）'}",
            (7, 33), "[SYN106] “会议费（含\\d项）”不可能匹配：主体去掉了空白、引号和“、”，",
            id="full-width brackets in a subject",
        ),
        pytest.param(
            STATED, STATED + "      - {table: '支出 决算表', row: 合计, column: 决算数}\n",
            (8, 17), "[SYN106] “支出 决算表”不可能匹配：表名、行名、列名去掉了空白，",
            id="a blank in a table's title",
        ),
        pytest.param(
            '“{excerpt}”没有说明原因"', '没有说明原因"',
            (15, 14), "[SYN107] 消息里没有引用报告的内容，", id="a message that quotes nothing",
        ),
        pytest.param(
            '    message-en: "“{excerpt}” gives no reason"\n', "",
            (10, 5), "[SYN108] 规则 OUR101 没有 message-en，", id="no English message",
        ),
        pytest.param(
            "      - good: |\n          三、支出决算情况说明\n"
            "          本年支出比上年增加，主要原因是新建水文站投入使用。\n", "",
            (10, 5), "[SYN109] 规则 OUR101 没有正例（good），", id="no good example",
        ),
    ],
)  # fmt: skip
def test_what_lint_finds(
    old: str, new: str, place: tuple[int, int] | None, message: str,
    capsys: pytest.CaptureFixture[str], tmp_path: Path,
) -> None:  # fmt: skip
    # Each under a path of its own: a file is read once a process.
    name = str(tmp_path / "pack.yaml")
    put(name, old, new)

    assert run("rules", "lint", name) == (1 if place else 0)
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == (1 if place else 0)
    for line in lines:
        assert line.startswith(f"{name}:{place[0]}:{place[1]}: warning{message}")


def test_rules_alike(capsys: pytest.CaptureFixture[str]) -> None:
    second = PACK[PACK.index("  - id: OUR102") :].replace("OUR102", "OUR103")
    text = PACK + second.replace("severity: error", "severity: info")
    put("alike.yaml", text=text)

    assert run("rules", "lint", "alike.yaml", "--lang", "en") == 1
    line, other = line_of(text, "- id: OUR103"), line_of(text, "- id: OUR102")
    assert capsys.readouterr().out == (
        f"alike.yaml:{line}:5: warning[SYN103] OUR103 has the kind and options of OUR102 "
        f"(alike.yaml:{other}), so that each place is reported twice; change the options or "
        "remove one\n"
    )


def test_places_added_to_a_quantity_of_a_base(capsys: pytest.CaptureFixture[str]) -> None:
    put("base.yaml")
    added = "{section: 会议费, subject: 会议费支出}, {section: 培训, subject: '培训 费'}"
    put("more.yaml", text=f"pack: more\ntitle: 另有出处\nextends: [base.yaml]\nfacts:\n"
        f"  meetings: {{also: [{added}]}}\n")  # fmt: skip

    assert run("rules", "lint", "more.yaml") == 1
    found = [line.partition("；")[0] for line in capsys.readouterr().out.splitlines()]
    assert found == [
        "more.yaml:5:31: warning[SYN102] 量 meetings 的第 3 处陈述与第 1 处完全相同",
        "more.yaml:5:76: warning[SYN106] “培训 费”不可能匹配：主体去掉了空白、引号和“、”，"
        "全角的括号、数字、％ 变成了半角",
    ]


CHINESE = """\
规则包: 中文
标题: 中文写的包
量:
  会议费: {名称: 会议费支出, 出处: [{章节: 会议费, 主体: 会议费支出}]}
  培训费: {名称: 培训费支出, 出处: [{章节: 会议费, 主体: '培训 费'}]}
规则:
  - 编号: ZW101
    代号: meetings-bounded
    种类: 公式
    标题: 会议费过多
    级别: 警告
    消息: 会议费过多
    英文消息: "{left_value} is too much"
    理由: 会议费有标准。
    依据: 本市公开要求
    公式: 会议费 ≤ 5万元
    例子:
      - 坏例: |
          一、会议费支出情况
          2024年度会议费支出6.20万元。
        应指出: 6.20万元
      - 好例: |
          一、会议费支出情况
          2024年度会议费支出3.20万元。
"""


def test_a_pack_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    again = CHINESE[CHINESE.index("  - 编号") :].replace("ZW101", "ZW102")
    text = CHINESE + again.replace("会议费 ≤ 5万元", "会议费支出≤5万元")
    put("chinese.yaml", text=text)

    assert run("rules", "test", "chinese.yaml", "-v") == 0
    assert capsys.readouterr().out.splitlines()[0] == (
        f"chinese.yaml:{line_of(text, '- 坏例')}: 通过 ZW101 反例 1"
    )
    assert run("rules", "lint", "chinese.yaml") == 1
    found = [line.partition("] ")[0] for line in capsys.readouterr().out.splitlines()]
    second = line_of(text, "- 编号: ZW102")
    assert found == [
        "chinese.yaml:5:3: warning[SYN101",
        "chinese.yaml:5:39: warning[SYN106",
        f"chinese.yaml:{line_of(text, '消息: 会议费过多')}:9: warning[SYN107",
        f"chinese.yaml:{second}:5: warning[SYN103",
        f"chinese.yaml:{line_of(text, '消息: 会议费过多', 2)}:9: warning[SYN107",
    ]


FORM = """  - id: OUR201
    name: tables-of-the-form
    kind: tables
    title: 缺表
    severity: warning
    message: "{problem}"
    message-en: "{problem}"
    reason: 应当公开。
    basis: 本市公开要求
    section: 附表
    required:
      - {title: 支出决算表}
      - {title: 会议费“情况”表}
    examples:
      - bad: |
          一、附表
          支出决算表
          单位：万元
          科目名称\t决算数
          合计\t1.00
        finds: 情况
      - good: |
          一、附表
          支出决算表
          单位：万元
          科目名称\t决算数
          合计\t1.00

          会议费“情况”表
          单位：万元
          科目名称\t决算数
          合计\t1.00
  - id: OUR202
    name: sections-of-the-form
    kind: sections
    title: 缺节
    severity: warning
    message: "{problem}{title}"
    message-en: "{problem} {title}"
    reason: 应当说明。
    basis: 本市公开要求
    required:
      - {heading: 收入情况, title: 收入情况说明}
      - {heading: 支出情况, title: 支出情况说明}
      - {heading: 结余情况, title: 结余情况说明}
    examples:
      - bad: |
          一、收入情况说明
          2024年度收入3.00万元。
          二、结余情况说明
          2024年度没有结余。
        finds: 支出情况说明
      - good: |
          一、收入情况说明
          2024年度收入3.00万元。
          二、支出情况说明
          2024年度支出3.00万元。
          三、结余情况说明
          2024年度没有结余。
"""


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        pytest.param("{table: '(^|[^本])支出决算总?表', column: 决算数}", "", id="a table"),
        pytest.param("{table: '会议费.*情况.*表$', column: 决算数}", "", id="one with quotes"),
        pytest.param(
            "{table: 支出决算总表, column: 决算数}",
            "[SYN104] “支出决算总表”与规则包要求的表的名称都不符，相近的：支出决算表；",
            id="no such table",
        ),
        pytest.param("{section: '^二、支出情况', subject: 会议费}", "", id="a section"),
        pytest.param("{section: 机关运行经费支出, subject: 会议费}", "", id="one of an example"),
        pytest.param(
            "{section: 支出的情况, subject: 会议费}",
            "[SYN105] “支出的情况”与规则包要求的章节都不符，例子里也没有这样的标题，"
            "相近的：支出情况说明",
            id="no such section",
        ),
    ],
)
def test_tables_and_sections_that_the_pack_demands(
    stated: str, message: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    name = str(tmp_path / "form.yaml")
    put(name, STATED, f"      - {stated}\n{STATED}", PACK + FORM)

    assert run("rules", "test", name) == 0
    capsys.readouterr()
    assert run("rules", "lint", name) == bool(message)
    column = 16 if "table" in stated else 18
    out = capsys.readouterr().out
    assert out.startswith(f"{name}:7:{column + 1}: warning{message}" if message else "")
    assert out.count("\n") == bool(message)


def test_a_pack_named_twice_is_reviewed_once(capsys: pytest.CaptureFixture[str]) -> None:
    put("once.yaml", '    message-en: "“{excerpt}” gives no reason"\n', "")

    assert run("rules", "lint", "once.yaml", "./once.yaml") == 1
    assert capsys.readouterr().out.count("[SYN108]") == 1


def test_lint_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    put("json.yaml", '    message-en: "“{excerpt}” gives no reason"\n', "")

    assert run("rules", "lint", "json.yaml", "--output-format", "json") == 1
    found = json.loads(capsys.readouterr().out)
    (one,) = found["diagnostics"]
    assert (one["rule"], one["name"], one["path"]) == ("SYN108", "no-english", "json.yaml")
    assert one["location"] == {"line": 10, "column": 5}
    assert (found["inputs"], found["summary"]["warning"]) == (["json.yaml"], 1)


@pytest.mark.parametrize(
    ("pattern", "possible"),
    [
        ("a^b", False), ("$x", False), ("(?m:a^b)", False), ("x+^a", False), (r"a\Ab", False),
        (r"\p{Han}^", False), ("a{2}^b", False), ("(a$)c", False), ("(a|^)b^c", False),
        (r"[\]]^", False), (r"a\b^", False), ("[^a]^", False),
        ("^a$", True), ("(^|[^a])b", True), ("a$|b", True), ("a(?:$|x)", True), ("$x?", True),
        ("a{0}^b", True), ("x?^a", True), (r"\Aa\z", True), ("(a$|b)c", True), ("(a$)*c", True),
        ("(?P<n>x)+", True), ("(?i)x", True), ("[]a]", True), ("", True),
    ],
)  # fmt: skip
def test_patterns_that_can_match(pattern: str, possible: bool) -> None:
    assert matching.can_match(pattern) is possible


@pytest.mark.parametrize(
    ("pattern", "possible"),
    [
        ("会议 费", False), (r"会议\s费", False), ("（境）", False), ("１", False), ("[０-９]", False),
        (r"\x{FF08}", False), ("[ ]", False), ("％", False), ("[[:space:]]", True),
        (r"会议\s*费", True), ("[（(]境[)）]", True), ("[０-９0-9]", True), ("a（?b", True),
        ("会 议|会议", True), ("[^ ]", True), ("%", True), (r"\d\S", True), ("[一-龥]", True),
    ],
)  # fmt: skip
def test_patterns_that_can_match_a_plain_text(pattern: str, possible: bool) -> None:
    assert matching.can_match(pattern, lambda one: ledger.plain(one) == one) is possible


# explain -----------------------------------------------------------------------------------------


def test_explain_shows_options_and_quantities(capsys: pytest.CaptureFixture[str]) -> None:
    put("explain.yaml", "facts: [meetings]", "facts: [meetings]\n    when: meetings > 0")

    assert run("explain", "our102", "--pack", "explain.yaml") == 0
    text = capsys.readouterr().out
    assert (
        """
选项：
    facts: meetings
    when: meetings > 0

用到的量：
    meetings 会议费
        章节“会议费”，主体“会议费支出”
        章节“机关运行经费”，主体“会议费支出”

反例：
    一、会议费支出情况
"""
        in text
    )


def test_explain_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    put("explain.yaml", "facts: [meetings]", "facts: [meetings]\n    when: meetings > 0")

    assert run("explain", "OUR101", "--pack", "explain.yaml", "--lang", "en") == 0
    text = capsys.readouterr().out
    assert text.startswith("OUR101 reason-says-nothing (变动原因没有内容)\n\nseverity: warning\n")
    assert "\nmessage: “{excerpt}” gives no reason\n" in text
    assert "\noptions:\n    patterns: 主要原因是工作需要\n" in text
    assert "\n    → to be reported: “工作需要”\n" in text
    assert "quantities" not in text


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


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "zh",
            [
                "没有读到的量 1 个，在这些地方找过：",
                "  spare 培训费",
                "      章节“任何章节”，主体“培训费”，年初预算",
                "      表“决算表”，行“培训费”，列“决算数”，在行“合计”之下",
            ],
        ),
        (
            "en",
            [
                "quantities not stated: 1; they were looked for here:",
                "  spare 培训费",
                "      section “any”, subject “培训费”, budget:年初",
                "      table “决算表”, row “培训费”, column “决算数”, beneath the row “合计”",
            ],
        ),
    ],
)
def test_facts_with_all_places_looked_at(
    lang: str, lines: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    stated = (
        "[{subject: 培训费, measure: 'budget:年初'}, "
        "{table: 决算表, row: 培训费, column: 决算数, beneath: 合计}]"
    )
    put("all.yaml", "rules:\n", f"  spare: {{label: 培训费, stated: {stated}}}\nrules:\n")
    put("a.txt", text=REPORT)

    assert run("facts", "a.txt", "--pack", "all.yaml", "--all", "--lang", lang) == 0
    assert capsys.readouterr().out.splitlines()[-4:] == lines


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
