"""The documentation site: it builds, every rule has its page, and every link leads somewhere."""

from __future__ import annotations

import re
import sys
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from jslint.cli import main
from jslint.rules import KINDS

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "tools"))

import build_site  # noqa: E402 - scripts beside the sources
import docs_pages  # noqa: E402
import links  # noqa: E402
import pictures  # noqa: E402
import rule_pages  # noqa: E402
import transcripts  # noqa: E402


@pytest.mark.slow
@pytest.mark.skipif(find_spec("zensical") is None, reason="zensical is not installed")
def test_site_builds_and_its_links_hold(tmp_path: Path) -> None:
    site = tmp_path / "site"

    assert build_site.build(site) == []

    built = {path.stem for path in (site / "rules").glob("*.html")}
    assert built == {rule.entry.id for rule in rule_pages.shipped()}
    assert 'id="pct101"' in (site / "rules.html").read_text(encoding="utf-8")
    assert (site / "index.html").is_file()


@pytest.mark.slow
@pytest.mark.skipif(find_spec("zensical") is None, reason="zensical is not installed")
def test_site_with_a_broken_link_does_not_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rule_pages, "pages", lambda: {"rules.md": "# 规则\n\n[坏](nowhere.md)\n"})

    with pytest.raises(build_site.BuildError, match="nowhere"):
        build_site.build(tmp_path / "site")


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return rule_pages.pages()


def test_every_rule_has_a_page_with_all_its_parts(pages: dict[str, str]) -> None:
    parts = ("查什么，怎样计算", "为什么", "反例", "正例", "不用这条规则", "English")

    incomplete = [
        (rule.entry.id, part)
        for rule in rule_pages.shipped()
        for part in parts
        if not re.search(rf"^## {part}\n\n\S", pages[f"rules/{rule.entry.id}.md"], re.MULTILINE)
    ]
    assert incomplete == []


def test_every_bad_example_is_shown_with_its_diagnostic(pages: dict[str, str]) -> None:
    for rule in rule_pages.shipped():
        page = pages[f"rules/{rule.entry.id}.md"]
        bad = [example for example in rule.entry.examples if example.bad]

        assert page.count("\n报告：\n\n````text\n反例.txt:") == len(bad), rule.entry.id
        assert f"[{rule.entry.id}]" in page.split("## 正例")[0]


@pytest.mark.parametrize(
    ("rule", "options"),
    [
        pytest.param("PCT101", "", id="a rule without options has no such part"),
        pytest.param("SUM301", "total: '.*合计|总计'\n", id="what the pack writes, as it stands"),
    ],
)
def test_options_are_those_of_the_pack(pages: dict[str, str], rule: str, options: str) -> None:
    found = re.search(r"## 选项\n.*?```yaml\n(.*?)```", pages[f"rules/{rule}.md"], re.DOTALL)

    assert (found[1] if found else "") == options


def test_every_kind_is_explained_in_chinese() -> None:
    """A new kind needs its line in tools/kinds.yaml."""
    assert sorted(docs_pages.chinese()) == sorted(KINDS)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param('<a href="b.html">', [], id="another page"),
        pytest.param('<a href="b.html#%E6%95%B0">', [], id="an anchor of another page"),
        pytest.param('<i id="x"></i><a href="#x">', [], id="an anchor of its own"),
        pytest.param('<a href="https://example.com/">', [], id="a link out of the site"),
        pytest.param('<a href="c.html">', ["没有 c.html 所指的文件"], id="no such page"),
        pytest.param('<a href="b.html#y">', ["没有 b.html#y 所指的锚点"], id="no such anchor"),
        pytest.param('<a href="#y">', ["没有 #y 所指的锚点"], id="no such anchor of its own"),
        pytest.param('<img src="p.svg">', ["没有 p.svg 所指的文件"], id="no such picture"),
        pytest.param(
            '<script src="https://example.com/x.js">',
            ["从网上取 https://example.com/x.js"],
            id="a script from the net",
        ),
    ],
)
def test_links(tmp_path: Path, page: str, expected: list[str]) -> None:
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    (tmp_path / "b.html").write_text('<h1 id="数">数</h1>', encoding="utf-8")

    assert links.problems(tmp_path) == [f"a.html: {problem}" for problem in expected]


@pytest.mark.parametrize("name", pictures.SCALES)
def test_picture_is_well_formed_and_shown(name: str) -> None:
    root = ET.fromstring(pictures.svg(name))

    assert root.tag.endswith("svg")
    assert f"(pictures/{name}.svg)" in (ROOT / "docs" / "numbers.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "notes"),
    [
        pytest.param("sum", ["69.120 … 69.140", "相等", "舍入所致", "不可能"], id="a sum"),
        pytest.param("tie", ["17.015 … 17.045", "舍入所致", "边界", "不可能"], id="a tie"),
        pytest.param(
            "rate", ["15.623% … 15.627%", "相符", "末位差一", "不可能"], id="three printed rates"
        ),
    ],
)
def test_picture_says_what_the_page_says(name: str, notes: list[str]) -> None:
    shown = [row.note for row in pictures.SCALES[name]().rows]

    assert [note.split(" ")[0] if "…" not in note else note for note in shown] == notes


def test_terminal_shows_what_its_commands_print() -> None:
    page = (
        '```text title="草稿.txt"\n三、支出\n2024年度支出100.00万元，占比xx。\n```\n'
        "```text\n$ jslint --version\nstale\n$ echo $?\n```\n"
        "```text\n$ jslint check 没有.txt -q\n$ echo $?\n```\n"
    )

    shown = transcripts.rerun(page)

    assert re.search(r"\$ jslint --version\njslint \S+\n\$ echo \$\?\n0\n```", shown)
    assert shown.endswith("\n$ echo $?\n2\n```\n")
    assert "stale" not in shown


def test_terminal_runs_no_other_program() -> None:
    with pytest.raises(ValueError, match="rm"):
        transcripts.rerun("```text\n$ rm -rf /\n```\n")


def exit_codes() -> list[tuple[str, int]]:
    page = (ROOT / "docs" / "first-report.md").read_text(encoding="utf-8")
    return [
        (row[1], int(row[2]))
        for row in re.finditer(r"^\| `jslint (.+?)` \| (\d) \|", page, re.MULTILINE)
    ]


@pytest.mark.parametrize(("command", "status"), exit_codes())
def test_exit_status_of_the_tutorial(
    monkeypatch: pytest.MonkeyPatch, command: str, status: int
) -> None:
    monkeypatch.chdir(ROOT)

    assert main(command.split()) == status


def test_a_page_may_have_reports_made_and_changed() -> None:
    page = (
        "<!-- made: 2 报告 -->\n```text\n$ jslint check 报告 --select TXT202 -q --output-format concise\n```\n"
        "<!-- changed: 报告/01青坪档案馆决算.txt: 部门组成，分别是 → 部门组成，，分别是 -->\n"
        "```text\n$ jslint check 报告 --select TXT202 -q --output-format concise\n```\n"
    )

    shown = transcripts.rerun(page)

    before, after = shown.split("<!-- changed")
    assert "TXT202" not in before.partition("concise\n")[2]
    assert after.count("报告/01青坪档案馆决算.txt:36:") == 1
    with pytest.raises(ValueError, match="does not hold"):
        transcripts.rerun(page.replace("部门组成，分别", "没有的字"))


def test_the_page_of_adoption_shows_the_gate_pass_and_fail() -> None:
    page = (ROOT / "docs/adopting.md").read_text(encoding="utf-8")
    section = page[page.index("## 二、") : page.index("## 三、")]

    assert re.findall(r"^\$ echo \$\?\n(\d)$", section, re.MULTILINE) == ["1", "0", "1", "0"]
    assert section.count("检查了 30 个文件") == 4
    assert len(re.findall(r"^报告/\S+: 错误\[", section, re.MULTILINE)) == 1
