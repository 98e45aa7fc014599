"""Configurations together: nearest to the file, TOML, extends, versions, severities, who may what."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from test_config import PACK, REPORT, complaint, found, rules, write

from jslint import __version__, cli
from jslint.cli import configreading, paths, rulebook
from jslint.cli.renamed import RENAMED


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Each test at the top of an empty repository, in a Chinese locale, with one report."""
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    write("a.txt", REPORT)


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, tuple[object, str]]:
    """The values that apply to a file, each with its origin."""
    assert cli.main(["config", "show", *arguments, "--output-format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)["values"]
    return {row["key"]: (row["value"], row["origin"]) for row in rows}


# Nearest to the file -----------------------------------------------------------------------------


def test_each_file_has_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    write("b/x.txt", REPORT)
    write("b/c/y.txt", REPORT)
    write(".jslint.yaml", "select: PCT101")
    write("b/c/jslint.toml", 'select = ["TXT101"]')

    assert {(path, rule) for path, rule, _ in found(capsys, ".")} == {
        ("./a.txt", "PCT101"),
        ("./b/x.txt", "PCT101"),
        ("./b/c/y.txt", "TXT101"),
    }
    assert {rule for _, rule, _ in found(capsys, ".", "--select", "TXT101")} == {"TXT101"}
    assert {rule for _, rule, _ in found(capsys, ".", "--config", ".jslint.yaml")} == {"PCT101"}


def test_a_file_elsewhere_has_its_own(
    tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "z.txt").write_text(REPORT, encoding="utf-8")
    (elsewhere / ".jslint.yaml").write_text("select: TXT101\nfail-on: info", encoding="utf-8")

    assert {rule for _, rule, _ in found(capsys, str(elsewhere))} == {"TXT101"}
    write(".jslint.yaml", "select: PCT101")
    assert {rule for _, rule, _ in found(capsys, str(elsewhere), "a.txt")} == {"PCT101", "TXT101"}


def test_exclusions_of_each_folder_hold_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("b/x.txt", "b/y.txt", "x.txt"):
        write(name, REPORT)
    write("b/.jslint.yaml", "exclude: x.txt")

    assert {path for path, _, _ in found(capsys, ".")} == {"./a.txt", "./x.txt", "./b/y.txt"}


def test_a_fault_in_any_of_them_stops_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    write("b/x.txt", REPORT)
    write("b/.jslint.yaml", "selekt: PCT")

    assert complaint(capsys, ".").startswith("jslint: 错误：b/.jslint.yaml:1:1: 不认识的键“selekt”")


def test_all_that_were_used_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    write("b/x.txt", REPORT)
    write("b/.jslint.yaml", "select: PCT")
    write(".jslint.yaml", "select: PCT")

    cli.main(["check", "."])

    assert "配置文件：.jslint.yaml、b/.jslint.yaml" in capsys.readouterr().out


# TOML --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("jslint.toml", 'select = ["PCT101"]\n', id="jslint.toml"),
        pytest.param("jslint.toml", '"选用" = "PCT101"\n', id="Chinese"),
        pytest.param(
            "pyproject.toml",
            '[project]\nname = "x"\n[tool.jslint]\nselect = "PCT101"\n[tool.jslint.severity]\nPCT101 = "error"\n',
            id="pyproject.toml",
        ),
    ],
)
def test_toml(name: str, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    write(name, text)

    assert rules(capsys) == ["PCT101"]


def test_a_pyproject_without_a_table_is_no_configuration(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(".jslint.yaml", "select: PCT101")
    write("b/x.txt", REPORT)
    write("b/pyproject.toml", "[project]\nname = 'jslint'\n")

    assert {rule for _, rule, _ in found(capsys, "b/x.txt")} == {"PCT101"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param('lang = "zh"\nselekt = "PCT"', "2:1: 不认识的键“selekt”", id="unknown key"),
        pytest.param('select = [\n  "PCT101",\n  "QQQ",\n]', "3:4: 没有编号以“QQQ”开头", id="rule"),
        pytest.param("[severity]\nPCT101 = 1", "2:10: 只能是", id="severity"),
        pytest.param('[[per-file]]\nfiles = "a"\nlang = "zh"', "3:1: 不认识的键“lang”", id="table"),
        pytest.param('severity = {PCT1O1 = "info"}', "1:13: 没有规则“PCT1O1”", id="inline"),
        pytest.param("severity.PCT1O1 = 'info'", "1:10: 没有规则“PCT1O1”", id="dotted"),
        pytest.param("jobs = 0", "1:8: 这里应是 1 到 64 的整数", id="number"),
        pytest.param("as-one-report = 'yes'", "1:18: 这里应是 true 或 false", id="flag"),
        pytest.param("lang = zh", "1:8: 不是合格的 TOML", id="not TOML"),
        pytest.param("lang = 'zh'\nlang = 'en'", "2:", id="twice"),
        pytest.param(
            '[severity]\n级别 = "info"', "2:1: 不是合格的 TOML；汉字的键要加引号", id="bare Chinese"
        ),
        pytest.param("lang = 中", "1:8: 不是合格的 TOML；请对照", id="bare value"),
        pytest.param(
            '[tool.jslint]\nignore = ["PCT"]',
            "1:2: 不认识的键“tool”；可用的：against、as-one-report、baseline、",
            id="the table of another file",
        ),
    ],
)
def test_toml_is_refused_at_its_place(
    text: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write("jslint.toml", text)

    assert complaint(capsys).startswith(f"jslint: 错误：jslint.toml:{message}")


def test_toml_is_refused_in_english_too(capsys: pytest.CaptureFixture[str]) -> None:
    write("jslint.toml", "lang = zh")

    assert "jslint.toml:1:8: not well formed TOML" in complaint(capsys, "a.txt", "--lang", "en")


# extends, required-version -----------------------------------------------------------------------


def test_extends(capsys: pytest.CaptureFixture[str]) -> None:
    write("共用/base.yaml", "select: [PCT]\nseverity: {PCT: info, TXT: info}\nexclude: x.txt\n"
          "per-file: [{files: '*.txt', ignore: PCT102}]\nfail-on: never")  # fmt: skip
    write("more.toml", "severity = {PCT101 = 'warning'}\nlang = 'zh'")
    write("b/.jslint.yaml", "extends: [../共用/base.yaml, ../more.toml]\nextend-select: TXT101\n"
          "severity: {TXT101: error}")  # fmt: skip
    write("b/a.txt", REPORT)

    values = shown(capsys, "b/a.txt")

    assert values["select"] == (["PCT"], "共用/base.yaml:1")
    assert values["extend-select"] == (["TXT101"], "b/.jslint.yaml:2")
    assert values["exclude"] == (["x.txt"], "共用/base.yaml:3")
    assert values["ignore"] == (["PCT102"], "per-file 共用/base.yaml:4")
    assert values["severity PCT101"] == ("warning", "more.toml:1")
    assert values["severity TXT101"] == ("error", "b/.jslint.yaml:3")
    assert values["fail-on"] == ("never", "共用/base.yaml:5")
    assert values["packs"] == (["auto"], None)
    assert found(capsys, "b/a.txt") == [
        ("b/a.txt", "PCT101", "warning"),
        ("b/a.txt", "TXT101", "error"),
    ]


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        pytest.param("extends: none.yaml", "1:10: 没有要继承的配置文件 none.yaml",
                     "1:10: no configuration none.yaml to extend", id="missing"),
        pytest.param("extends: a.txt", "1:10: 不能继承 a.txt", "1:10: cannot extend a.txt", id="no"),
        pytest.param("extends: [.jslint.yaml]", "1:11: 配置文件继承了自己",
                     "1:11: the configuration extends itself", id="itself"),
        pytest.param("extends: ../other.yaml", "1:10: ../other.yaml 在仓库",
                     "1:10: ../other.yaml is outside the repository", id="outside"),
        pytest.param("packs: [auto, ../other.yaml]", "1:15: ../other.yaml 在仓库",
                     "1:15: ../other.yaml is outside", id="a pack outside"),
        pytest.param("previous: /etc", "1:11: /etc 在仓库", "1:11: /etc is outside", id="previous"),
        pytest.param("against: [/etc]", "1:11: /etc 在仓库", "1:11: /etc is outside", id="against"),
        pytest.param('extends: "\\0.yaml"', "1:10: ", "1:10: ", id="a name that no file can have"),
        pytest.param('packs: "\\0.yaml"', "1:8: ", "1:8: ", id="nor a pack"),
        pytest.param("packs: [link.yaml]", "1:9: link.yaml 在仓库", "1:9: link.yaml is out", id="link"),
        pytest.param("packs: [child.yaml]", "1:9: ../other.yaml 在仓库", "1:9: ../other.yaml is out",
                     id="what a pack extends"),
        pytest.param("required-version: '>=9'", f"1:19: 这个配置要求 jslint >=9，现在的版本是 {__version__}",
                     "1:19: this configuration needs jslint >=9", id="version"),
        pytest.param("unknown: 1\nrequired-version: '>=9'", "2:19: 这个配置要求", "2:19: this conf",
                     id="the version before keys that this one does not know"),
        pytest.param("required-version: newest", "1:19: 版本要写成", "1:19: write a version", id="form"),
    ],
)  # fmt: skip
def test_refused(text: str, zh: str, en: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("../other.yaml").write_text("hunter2: secret", encoding="utf-8")
    Path("link.yaml").symlink_to("../other.yaml")
    write("child.yaml", PACK.replace("title", "extends: ../other.yaml\ntitle", 1))
    write(".jslint.yaml", text)

    told = complaint(capsys)
    assert told.startswith(f"jslint: 错误：.jslint.yaml:{zh}")
    assert "hunter2" not in told
    assert complaint(capsys, "a.txt", "--lang", "en").startswith(
        f"jslint: error: .jslint.yaml:{en}"
    )


def test_a_named_configuration_may_name_files_anywhere(capsys: pytest.CaptureFixture[str]) -> None:
    Path("../ours.yaml").write_text(PACK, encoding="utf-8")
    write("mine.yaml", "packs: [../ours.yaml]")

    assert rules(capsys, "--config", "mine.yaml") == ["OUR101"]


@pytest.mark.parametrize(
    ("wanted", "met"),
    [("0.1", True), ("==0.1.0", True), (">=0.1,<1", True), ("~=0.1.0", True), ("!=0.1.0", False),
     (">0.1.0", False), ("<0.1", False), ("<=0.1.0", True), ("~=0.2", False), (" >= 0.0.9 ", True)],
)  # fmt: skip
def test_versions(wanted: str, met: bool) -> None:
    assert __version__ == "0.1.0"
    assert all(map(configreading._meets, wanted.split(","))) is met


# Rules and severities ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "arguments", "expected"),
    [
        pytest.param("select: ALL\nignore: TXT", (), ["PCT101"], id="all"),
        pytest.param("ignore: ALL\nextend-select: PCT101", (), ["PCT101"], id="all but"),
        pytest.param("ignore: [PCT]", ("--extend-select", "PCT101"), ["PCT101", "TXT101"], id="option"),
        pytest.param("ignore: PCT101\nextend-select: PCT", (), ["TXT101"], id="the closer name wins"),
        pytest.param("select: TXT\nextend-select: PCT101", (), ["PCT101", "TXT101"], id="besides"),
        pytest.param("severity: {ALL: off, TXT1: info}", (), ["TXT101"], id="all off but one"),
        pytest.param("per-file: [{files: a.txt, severity: {PCT: off}}]", (), ["TXT101"], id="a file's"),
        pytest.param("severity: {PCT: off}", ("--severity", "PCT101=info"), ["PCT101", "TXT101"],
                     id="an option"),
    ],
)  # fmt: skip
def test_which_rules(
    text: str, arguments: tuple[str, ...], expected: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    write(".jslint.yaml", text)

    assert rules(capsys, *arguments) == expected


@pytest.mark.parametrize(
    ("severity", "id_", "expected"),
    [
        ({"TRD": "warning"}, "TRD101", "warning"),
        ({"TRD": "warning", "TRD101": "error"}, "TRD101", "error"),
        ({"TRD101": "error", "TRD": "warning", "ALL": "info"}, "TRD102", "warning"),
        ({"ALL": "info"}, "SUM101", "info"),
        ({"TRD": "warning"}, "SUM101", None),
        ({}, "SUM101", None),
    ],
)
def test_the_closest_severity_holds(
    severity: dict[str, str], id_: str, expected: str | None
) -> None:
    assert rulebook.graded(severity, id_) == expected


@pytest.mark.parametrize("given", ["PCT101", "PCT101=fatal", "=info", "PCT101:info"])
def test_a_severity_that_is_none_is_refused(given: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "级别要写成 TRD=warning 这样" in complaint(capsys, "a.txt", "--severity", given)
    told = complaint(capsys, "a.txt", "--severity", given, "--lang", "en")
    assert told.startswith("jslint: error: write a severity like TRD=warning")


@pytest.mark.parametrize("old", sorted(RENAMED))
def test_old_ids_keep_working_with_a_remark(old: str, capsys: pytest.CaptureFixture[str]) -> None:
    new = RENAMED[old]
    assert set(new) <= rulebook.known(())
    assert old not in rulebook.known(())
    assert rulebook.prefixes([old]) == new

    write(".jslint.yaml", f"severity: {{{old}: info}}\nignore: {old}")
    cli.main(["check", "a.txt"])
    told = f"jslint: 说明：规则 {old} 已并入或改名为 {'、'.join(new)}，照 {'、'.join(new)} 办理；请改写\n"
    assert capsys.readouterr().err == told
    cli.main(["check", "a.txt", "--no-config", "--ignore", old.lower(), "--lang", "en"])
    assert capsys.readouterr().err.startswith(f"jslint: note: rule {old} was merged or renamed; ")


# auto, runs --------------------------------------------------------------------------------------


def test_applies_to_is_obeyed_beside_auto(capsys: pytest.CaptureFixture[str]) -> None:
    write("ours.yaml", PACK.replace("rules:", "applies-to: {headings: '云岭区'}\nrules:", 1))
    write(".jslint.yaml", "packs: [auto, ours.yaml]\nselect: OUR")

    cli.main(["check", "a.txt"])  # no rule of the pack is for this report
    assert "OUR101" not in capsys.readouterr().out
    assert rules(capsys, "--pack", "ours.yaml") == ["OUR101"]
    write("a.txt", REPORT.replace("三、", "二、云岭区概况\n三、"))
    assert rules(capsys) == ["OUR101"]
    assert cli.main(["config", "show", "a.txt"]) == 0
    assert "ours.yaml" in capsys.readouterr().out.partition("用的规则包：")[2]


def test_config_show_says_which_packs_are_left(capsys: pytest.CaptureFixture[str]) -> None:
    write("ours.yaml", PACK.replace("rules:", "applies-to: {headings: '云岭区'}\nrules:", 1))
    write(".jslint.yaml", "packs: [auto, ours.yaml]")

    cli.main(["config", "show", "a.txt", "--lang", "en"])

    shown = capsys.readouterr().out
    assert shown.startswith("a.txt\nconfiguration: .jslint.yaml\n")
    assert "packs used: mof\n" in shown
    assert "packs not used, as their applies-to does not fit: ours.yaml\n" in shown


def test_keys_of_a_run(capsys: pytest.CaptureFixture[str]) -> None:
    write("b.txt", REPORT)
    write(".jslint.yaml", "as-one-report: true\nprevious: 往年\nselect: PCT")
    Path("往年").mkdir()

    cli.main(["check", "a.txt", "b.txt", "--output-format", "json"])

    captured = capsys.readouterr()
    assert len(json.loads(captured.out)["forms"]) == 1
    assert "往年" in captured.out + captured.err


def test_a_manifest_shows_what_applies_to_its_report(capsys: pytest.CaptureFixture[str]) -> None:
    write("清单.yaml", "jslint: 1\nfiles: [a.txt]\n")

    assert cli.main(["config", "show", "清单.yaml"]) == 0
    assert "用的规则包：mof\n" in capsys.readouterr().out


@pytest.mark.parametrize("old", sorted(RENAMED))
def test_an_old_id_is_explained_as_what_it_is_today(
    old: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["explain", old]) == 0

    captured = capsys.readouterr()
    assert all(new in captured.out for new in RENAMED[old])
    assert f"规则 {old} 已并入或改名为" in captured.err


# The keys of a run, however they are written ------------------------------------------------------

#: A configuration of one key, in each way to write it; {value} is as both YAML and TOML write it.
_WAYS = {
    ".jslint.yaml": "{key}: {value}\n",
    "jslint.toml": "{key} = {value}\n",
    "pyproject.toml": '[project]\nname = "a"\n\n[tool.jslint]\n{key} = {value}\n',
}


@pytest.mark.parametrize("way", _WAYS)
@pytest.mark.parametrize("folder", [".", "下层"])
def test_a_configured_baseline(way: str, folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    write("已知/基线.json", "")
    Path("已知/基线.json").unlink()
    write(way, _WAYS[way].format(key="baseline", value='"已知/基线.json"'))
    write(f"{folder}/b.txt", REPORT)
    path = f"{folder}/b.txt".removeprefix("./")

    assert cli.main(["check", path]) == 2  # it is not there yet
    assert cli.main(["baseline", "create", path]) == 0
    assert cli.main(["check", path]) == 0
    assert "没有新的问题" in capsys.readouterr().out
    assert cli.main(["baseline", "show"]) == 0
    assert capsys.readouterr().out.startswith("基线 已知/基线.json：3 个问题\n")
    write(path, REPORT.replace("62.0%", "63.0%"))
    assert cli.main(["check", path]) == 1
    assert cli.main(["check", path, "--no-config"]) == 1
    assert cli.main(["baseline", "update", path]) == 0
    assert cli.main(["check", path]) == 0


@pytest.mark.parametrize("way", _WAYS)
def test_a_configured_previous_report(way: str, capsys: pytest.CaptureFixture[str]) -> None:
    year = "云岭区水文站{year}年度部门决算\n三、支出决算情况说明\n{year}年度本年支出合计{sum}万元{more}。\n"
    write("去年/a.txt", year.format(year=2023, sum="400.00", more=""))
    write("a.txt", year.format(year=2024, sum="500.00", more="，比上年增加100.00万元，增长25.0%"))
    write(way, _WAYS[way].format(key="previous", value='"去年"'))
    asked = ["--output-format", "json"]

    cli.main(["check", "a.txt", *asked])
    configured = capsys.readouterr()
    cli.main(["check", "a.txt", "--no-config", "--previous", "去年", *asked])
    named = capsys.readouterr()
    cli.main(["check", "a.txt", "--no-config", *asked])
    without = capsys.readouterr()

    plain = [{**json.loads(one.out), "config": None} for one in (configured, named, without)]
    assert plain[0] == plain[1] != plain[2]


_BESIDE = "云岭区水文站2024年度部门决算\n三、支出决算情况说明\n2024年度本年支出合计{sum}万元。\n"


@pytest.mark.parametrize("way", _WAYS)
def test_a_configured_other_statement(way: str, capsys: pytest.CaptureFixture[str]) -> None:
    write("底稿/稿.txt", _BESIDE.format(sum="500.00"))
    write("a.txt", _BESIDE.format(sum="600.00"))
    write(way, _WAYS[way].format(key="against", value='["底稿"]'))
    asked = ["--pack", "mof", "--output-format", "json"]

    cli.main(["check", "a.txt", *asked])
    configured = json.loads(capsys.readouterr().out)
    cli.main(["check", "a.txt", "--no-config", "--against", "底稿", *asked])
    named = json.loads(capsys.readouterr().out)
    cli.main(["check", "a.txt", "--no-config", *asked])
    without = json.loads(capsys.readouterr().out)

    assert [one["rule"] for one in configured["diagnostics"]].count("TIE352") == 1
    assert configured["diagnostics"] == named["diagnostics"] != without["diagnostics"]
    cli.main(["config", "show", "a.txt"])
    assert re.search(rf"against +底稿 +{re.escape(way)}:\d", capsys.readouterr().out)


@pytest.mark.parametrize("way", _WAYS)
def test_configured_as_one_report(way: str, capsys: pytest.CaptureFixture[str]) -> None:
    write("b.txt", REPORT)
    write(way, _WAYS[way].format(key="as-one-report", value="true"))

    cli.main(["check", "a.txt", "b.txt", "--output-format", "json"])
    assert len(json.loads(capsys.readouterr().out)["forms"]) == 1
    cli.main(["check", "a.txt", "b.txt", "--output-format", "json", "--no-config"])
    assert len(json.loads(capsys.readouterr().out)["forms"]) == 2


@pytest.mark.parametrize("way", _WAYS)
def test_configured_jobs(way: str, capsys: pytest.CaptureFixture[str]) -> None:
    write("b.txt", REPORT)
    write("c.txt", REPORT)
    write(way, _WAYS[way].format(key="jobs", value="2"))
    asked = ["check", "a.txt", "b.txt", "c.txt", "--no-cache", "--timing"]

    cli.main(asked)
    assert "2 个进程" in capsys.readouterr().err
    cli.main([*asked, "-j", "3"])
    assert "3 个进程" in capsys.readouterr().err
    cli.main([*asked, "--no-config"])
    assert "1 个进程" in capsys.readouterr().err


def test_config_show_of_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    write("b/.jslint.yaml", "ignore: [TXT]\nper-file: [{files: [c], ignore: [SEC]}]")
    write("b/c/x.txt", REPORT)

    assert shown(capsys, "b")["ignore"] == (["TXT"], "b/.jslint.yaml:1")
    assert shown(capsys, "b/c")["ignore"][0] == ["SEC"]
    assert cli.main(["config", "show", "b"]) == 0
    assert "auto 选哪些规则包，要看是哪一份报告" in capsys.readouterr().out


def test_a_named_configuration_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert complaint(capsys, "a.txt", "--config", "none.yaml") == (
        "jslint: 错误：none.yaml: 没有这个文件；请检查路径\n"
    )


def test_a_file_on_another_drive_is_named_whole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On Windows there is no way from one drive to another."""

    def no_way(*_: str) -> str:
        raise ValueError

    write("own.yaml", PACK)
    monkeypatch.setattr(paths.os.path, "relpath", no_way)

    assert cli.main(["check", "--show-config", "--pack", "own.yaml"]) == 0
    assert "- own.yaml" in capsys.readouterr().out
    assert cli.main(["rules", "new", "mine.yaml", "--extends", "own.yaml"]) == 0
    assert "extends: [own.yaml]" in Path("mine.yaml").read_text(encoding="utf-8")
