"""Nothing that drives a terminal gets out: whatever the field, the format and the command."""

from __future__ import annotations

import ast
import csv
import io
import json
import re
import unicodedata
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import jslint
from jslint import cli
from jslint.cli.tables import tables
from jslint.diagnostic import (
    Diagnostic,
    Related,
    Result,
    Account,
    Seen,
    SeenColumn,
    SeenTable,
    Severity,
    Unchecked,
)
from jslint.document import Place, Report, Section, Table, Text
from jslint.formatters import FORMATS, render
from jslint.harmful import clean, escaped, sealed
from jslint.rules.ground.entry import Entry
from jslint.run import Failure, Run
from jslint.writer import to_json, to_yaml

#: By what they are, not by the list that the program has.
BIDIRECTIONAL = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
MARKS = "\u061c\u200e\u200f\u2028\u2029\ufeff"
HARMFUL = [
    char
    for char in map(chr, range(0x10000))
    if unicodedata.category(char) == "Cc"
    or unicodedata.bidirectional(char) in BIDIRECTIONAL
    or char in MARKS
]
EVIL = "\x1b[31m\x9b1m\u202e\u061c\u2066\x7f\x07\r"
COLOUR = re.compile(r"\x1b\[(?:3[136];1|[012])m")


def leaks(text: str, *, painted: bool = False) -> set[str]:
    """The harmful characters in an output, line feeds and colours of ours aside."""
    return set(COLOUR.sub("", text) if painted else text) & set(HARMFUL) - {"\n"}


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()


# The three ways -----------------------------------------------------------------------------------

EVERY = st.text(st.sampled_from(HARMFUL) | st.characters(), max_size=30)


@given(EVERY)
def test_clean_keeps_the_length_and_all_that_is_harmless(text: str) -> None:
    shown = clean(text)

    assert len(shown) == len(text)
    assert not leaks(shown) and "\n" not in shown
    assert all(
        a == b or a in HARMFUL or a in "\u206a\u206b\u206c\u206d\u206e\u206f\ufff9\ufffa\ufffb"
        for a, b in zip(text, shown, strict=True)
    )


@given(EVERY)
def test_sealed_keeps_lines(text: str) -> None:
    assert not leaks(sealed(text))
    assert sealed(text).count("\n") == text.count("\n")


@given(EVERY)
def test_painted_keeps_colours_of_ours_alone(text: str) -> None:
    assert not leaks(sealed(f"\x1b[31;1m{text}\x1b[0m", painted=True), painted=True)


def test_a_foreign_colour_is_no_colour() -> None:
    assert sealed("\x1b[1mx\x1b[0m\x1b[45m", painted=True) == "\x1b[1mx\x1b[0m�[45m"


@given(st.text(st.sampled_from(HARMFUL) | st.characters(exclude_categories=["Cs"])))
def test_escaped_json_reads_back(text: str) -> None:
    written = escaped(json.dumps({text: [text]}, ensure_ascii=False, indent=2))

    assert not leaks(written)
    assert json.loads(written) == {text: [text]}


# Every format, any text in any field --------------------------------------------------------------


def run_of(text: str, **values: object) -> Run:
    """A run in which every text is this one, or has it in it."""
    place = Place(line=1, column=1, end_line=1, end_column=3)
    cell = Place(path=text, sheet=text, cell=text)
    found = Diagnostic(
        text, text, Severity.ERROR, text, place, text, text, text, text,
        (Related(cell, text), Related(place, text)),
    )  # fmt: skip
    table = SeenTable(cell, text, text, (SeenColumn(text, 1, False, text),), text, 1)
    result = Result(
        text,
        (found, replace(found, place=cell), replace(found, severity=Severity.INFO)),
        (Unchecked(text, text, cell), Unchecked("ABC", text)),
        (),
        Account((Seen(cell, text, text, False, False, text, text, 0, text, text),), (table,)),
        lines=(text,),
        unread=((cell, text),),
        packs=(text,),
        form=text,
        blank=True,
    )
    entry = Entry(
        id=text,
        name=text,
        title=text,
        severity=Severity.ERROR,
        messages={"zh": text},
        reason=text,
        basis=text,
        kind=text,
        path=text,
        line=1,
    )
    return Run(
        (result, Result("b.txt", blank=True)), (Failure(text, text, text),), (text,), skipped=True, coverage=True,
        configs=(text,), entries={text: entry}, sources={text: (text,)}, **values,
    )  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
@given(text=EVERY, lang=st.sampled_from(["zh", "en"]), quiet=st.booleans())
@settings(max_examples=60)
def test_no_format_lets_anything_through(name: str, text: str, lang: str, quiet: bool) -> None:
    assert not leaks(render(name, run_of(text, lang=lang, quiet=quiet)))


@given(EVERY)
@settings(max_examples=60)
def test_colours_let_nothing_through(text: str) -> None:
    assert not leaks(render("text", run_of(text, color=True)), painted=True)


@pytest.mark.parametrize("name", ["concise", "text", "github"])
def test_a_line_feed_in_a_field_begins_no_line(name: str) -> None:
    shown = render(name, run_of("甲\n::error::乙"))

    assert not [line for line in shown.splitlines() if line.startswith("::error::乙")]
    assert name == "github" or shown.count("\n") == render(name, run_of("甲乙")).count("\n")


@pytest.mark.parametrize("name", ["json", "jsonl", "sarif", "gitlab"])
def test_json_keeps_what_it_escapes(name: str) -> None:
    lines = (
        render(name, run_of(EVIL)).splitlines() if name == "jsonl" else [render(name, run_of(EVIL))]
    )

    assert EVIL in str([*map(_texts, map(json.loads, lines))]) or any(
        EVIL in text for line in lines for text in _texts(json.loads(line))
    )


def _texts(node: object) -> list[str]:
    if isinstance(node, dict):
        return [text for value in node.values() for text in _texts(value)]
    if isinstance(node, list):
        return [text for value in node for text in _texts(value)]
    return [node] if isinstance(node, str) else []


@pytest.mark.parametrize(("name", "quiet"), list(product(FORMATS, [False, True])))
def test_every_format_says_that_nothing_was_read(name: str, quiet: bool) -> None:
    shown = render(name, Run((Result("a.txt", blank=True),), inputs=("a.txt",), quiet=quiet))

    assert "没有读到任何决算数字" in shown
    assert "未发现问题" not in shown


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"concise"}))
def test_every_format_names_the_configuration(name: str) -> None:
    assert "conf.yaml" in render(
        name, Run((Result("a.txt"),), inputs=("a.txt",), configs=("conf.yaml",))
    )


@pytest.mark.parametrize("name", ["sarif", "gitlab", "csv"])
def test_each_of_several_configurations_is_a_file_of_its_own(name: str) -> None:
    whole = render(name, Run((Result("a.txt"),), configs=("a/conf.yaml", "b/conf.yaml")))

    before = {"sarif": '"uri": "', "gitlab": '"path": "', "csv": "\n"}[name]
    behind = {"sarif": '"', "gitlab": '"', "csv": ","}[name]
    assert all(f"{before}{path}{behind}" in whole for path in ("a/conf.yaml", "b/conf.yaml"))


# Every command ------------------------------------------------------------------------------------


def report(text: str) -> str:
    """A structured report with a text in all that it says."""
    heading = f"二、收入决算情况说明{text}"
    sentence = f"2024年度收入合计{text}100.00万元，其中：财政拨款{text}收入60.00万元，占70.0%；其他收入40.00万元，占40.0%。"
    table = {
        "title": f"收入决算表{text}", "unit": f"万元{text}", "header-rows": 1,
        "rows": [[f"项目{text}", f"金额{text}"], [f"合计{text}", "100.00"], [text, f"60.00{text}"]],
        "notes": [f"注：{text}"],
    }  # fmt: skip
    whole = {
        "jslint": 1,
        "meta": {"unit": f"某局{text}", "year": 2024, "kind": "部门"},
        "contents": [f"收入{text}"],
        "sections": [
            {"heading": heading, "blocks": [sentence, f"单位：XX局{text}", {"table": table}]}
        ],
        "unread": [f"第3页{text}"],
    }
    return json.dumps(whole)


def pack(text: str) -> str:
    """A pack with a text in all that it says."""
    quoted = json.dumps(text)[1:-1]
    return f"""\
pack: ours
title: "自己的{quoted}"
extends: [arithmetic]
facts:
  income.total:
    label: "收入合计{quoted}"
    stated:
      - {{table: "收入决算表{quoted}", row: "合计{quoted}", column: "金额{quoted}"}}
      - {{section: "收入{quoted}", subject: "收入合计{quoted}"}}
rules:
  - id: OUR101
    name: "no-such-word{quoted}"
    kind: pattern
    title: "不写收入{quoted}"
    severity: warning
    message: "写了“{{excerpt}}”{quoted}"
    reason: "试验。{quoted}"
    basis: "试验{quoted}"
    patterns: ["收入|{quoted}$"]
    examples:
      - bad: "收入{quoted}"
      - bad: "支出{quoted}"
      - good: "收入{quoted}"
"""


TEXTS = [
    pytest.param("\x1b]0;名\x07", id="escape"),
    pytest.param("\x9b31m", id="C1"),
    pytest.param("\u202e\u2067", id="bidirectional"),
    pytest.param("\u061c\u200f\u2028\ufeff", id="marks"),
    pytest.param("\x7f\x08\x0b", id="control"),
]
CHECKS = [
    ("check", "{report}", "--pack", "{pack}", "--output-format", name, "--coverage",
     "--show-skipped", "--show-claims", "--color", color, "--lang", lang)
    for name in FORMATS for color in (("always", "never") if name == "text" else ("never",)) for lang in ("zh", "en")
]  # fmt: skip
COMMANDS = [
    *CHECKS,
    ("check", "{report}", "缺{evil}.txt", "{evil}.zip", "-q"),
    ("check", "{report}", "--config", "{evil}.yaml"),
    ("check", "{report}", "--show-config"),
    ("check", "{report}", "--select", "{evil}"),
    ("check", "{report}", "--pack", "{evil}"),
    ("check", "{report}", "--fail-on", "{evil}"),
    ("check", "{report}", "--previous", "{report}"),
    ("check", "{report}", "--against", "{report}"),
    ("check", "{report}", "--against", "缺{evil}.txt"),
    ("checklist", "{report}"),
    ("checklist", "{report}", "{report}", "--lang", "en"),
    ("checklist", "{report}", "--approved-on", "{evil}"),
    ("checklist", "{report}", "-o", "{evil}"),
    ("checklist", "{report}", "-o", "表{evil}.docx"),
    ("annotate", "{report}"),
    ("annotate", "缺{evil}.docx", "-o", "批{evil}.docx"),
    ("summary", "{report}", "缺{evil}.txt"),
    ("summary", "{report}", "-o", "{evil}"),
    ("summary", "{report}", "-o", "汇{evil}.html", "--force"),
    ("summary", "{report}", "--roster", "{report}"),
    ("summary", "{report}", "--since", "{report}"),
    ("check", "{report}", "-o", "{evil}/x"),
    ("check", "--{evil}"),
    ("check", "{report}", "--verbose"),
    ("check", "{report}", "--severity", "{evil}"),
    *(("files", "{report}", ".", "--output-format", name) for name in ("text", "json")),
    *(("config", "show", "{report}", "--output-format", name) for name in ("text", "json")),
    ("completion", "bash"),
    ("{report}",),
    ("{evil}",),
    *(("tables", "{report}", "--output-format", name) for name in ("table", "csv", "json")),
    ("baseline", "create", "{report}", "--file", "基{evil}.json", "--no-config"),
    ("baseline", "update", "{report}", "--file", "{evil}.json"),
    ("baseline", "show", "--file", "{evil}.json"),
    *(("compare", "{report}", "{report}", "--output-format", name) for name in ("text", "json")),
    ("compare", "{report}", "缺{evil}.txt"),
    *(("why", "{report}", place, "--pack", "{pack}") for place in ("1:1", "{evil}", "500", "300.00")),
    ("why", "{report}", "500", "--output-format", "json"),
    *(("facts", "{report}", "--pack", "{pack}", "--all", "--output-format", name) for name in ("table", "json")),
    *(("convert", "{report}", "--to", name) for name in ("yaml", "json")),
    ("convert", "{report}", "-o", "{report}"),
    ("explain", "OUR101", "--pack", "{pack}"),
    ("explain", "{evil}"),
    *(("rules", "list", "--pack", "{pack}", "--output-format", name) for name in ("table", "json")),
    ("rules", "list", "--kind", "{evil}"),
    ("rules", "test", "{pack}", "-v", "--coverage"),
    *(("rules", "lint", "{pack}", "--output-format", name) for name in ("concise", "json")),
    ("rules", "new", "新{evil}.yaml"),
    ("rules", "new", "新{evil}"),
    ("cache", "dir"),
    ("cache", "{evil}"),
    ("schema", "{evil}"),
    ("check", "坏{evil}.yaml"),
    ("tables", "坏{evil}.yaml"),
    ("check", "{report}", "--pack", "坏{evil}.yaml"),
]  # fmt: skip


def run(arguments: tuple[str, ...], evil: str) -> int:
    """One command over a report, a pack and names that all have the text in them."""
    name = evil.replace("/", "")
    names = {"report": f"报告{name}.json", "pack": f"包{name}.yaml", "evil": name}
    Path(names["report"]).write_text(report(evil), encoding="utf-8")
    Path(names["pack"]).write_text(pack(evil), encoding="utf-8")
    Path(f"坏{name}.yaml").write_text(f"a: 1\n'a{name}': [1\n", encoding="utf-8")
    return cli.main(tuple(argument.format(**names) for argument in arguments))


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("evil", TEXTS)
def test_no_command_lets_anything_through(
    arguments: tuple[str, ...], evil: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(arguments, evil)

    out, err = capsys.readouterr()
    assert status in {0, 1, 2}
    assert out + err
    assert not leaks(out, painted="always" in arguments)
    assert not leaks(err)


@pytest.mark.parametrize("evil", TEXTS)
@pytest.mark.parametrize("name", FORMATS)
def test_nothing_comes_through_suppressions_and_baselines(
    name: str, evil: str, capsys: pytest.CaptureFixture[str]
) -> None:
    import json

    words = "三、支出决算情况说明\n本年支出合计500.00万元，其中：基本支出300.00万元，占62.0%；项目支出200.00万元，占40.0%。\n"
    aside = f"<!-- jslint: ignore PCT101 {evil} -->\n<!-- jslint: ignore SUM101 {evil} -->\n"
    Path("b.txt").write_text(f"甲{evil}局2024年度部门决算\n{aside}{words}", encoding="utf-8")
    Path("基线.json").write_text(
        json.dumps(
            {
                "jslint-baseline": 1,
                "entries": [{"rule": "PCT101", "body": "b", "message": evil, "section": evil}],
            }
        ),
        encoding="utf-8",
    )
    options = ("--pack", "arithmetic", "--show-suppressed", "--output-format", name)

    for arguments in (
        ("check", "b.txt", "--baseline", "基线.json", *options),
        ("baseline", "show", "--file", "基线.json"),
        ("baseline", "show", "--file", "基线.json", "--output-format", "json"),
    ):
        assert cli.main(arguments) in {0, 1, 2}  # a text with such characters may be binary
        out, err = capsys.readouterr()
        assert not leaks(out)
        assert not leaks(err)


def test_the_names_of_the_commands_are_tried() -> None:
    from jslint.cli.commands import cli as group

    assert {arguments[0] for arguments in COMMANDS} >= {*group.list_commands(None)}


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_what_is_converted_reads_back(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    from jslint import readers

    Path("a.json").write_text(report("\x07\u202e\x9b"), encoding="utf-8")
    cli.main(("convert", "a.json", "-o", f"b.{form}"))

    first, second = (
        readers.read(name, Path(name).read_bytes()) for name in ("a.json", f"b.{form}")
    )
    assert to_yaml(first) == to_yaml(second)
    assert to_json(first) == to_json(second)
    assert not leaks(Path(f"b.{form}").read_text(encoding="utf-8"))


def test_a_fault_of_our_own_is_shown_harmlessly(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli._unforeseen(ValueError, ValueError(EVIL), None)

    told = capsys.readouterr().err
    assert "ValueError" in told
    assert not leaks(told)


def test_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    from jslint.cli import streams

    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Screen()
    monkeypatch.setattr(streams.sys, "stderr", screen)

    streams.progress(3, 9, EVIL)

    assert not leaks(screen.getvalue().removeprefix("\r\x1b[K"))


def test_only_one_module_prints() -> None:
    doors = {"streams.py", "__init__.py"}
    folder = Path(jslint.__file__).parent
    for path in folder.rglob("*.py"):
        if path.parent.name == "cli" and path.name in doors:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called not in {"print", "click.echo", "click.secho"}, path
                assert not re.search(r"std(?:out|err)\.write", called), path


# Spreadsheets -------------------------------------------------------------------------------------


def csv_of(*values: str) -> list[str]:
    table = Table(
        Text(values[0]), (tuple(Text(value) for value in values),), Place(line=1), values[-1]
    )
    section = Section(Text("一、"), 2, blocks=(table,))
    return [
        cell
        for row in csv.reader(io.StringIO(tables(Report("a", (section,)), "csv", "zh")))
        for cell in row
    ]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        pytest.param("=1+2", "'=1+2", id="equals"),
        pytest.param("＝1+2", "'＝1+2", id="wide equals"),
        pytest.param("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0", id="plus"),
        pytest.param(
            "-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0", id="minus before a formula"
        ),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="at"),
        pytest.param("\t=1", "'=1", id="tab"),
        pytest.param("\r=1", "'=1", id="carriage return"),
        pytest.param("\x0b=1", "'=1", id="other white space"),
        pytest.param("-1,234.50", "-1,234.50", id="a negative number"),
        pytest.param("+3.2%", "+3.2%", id="a signed percentage"),
        pytest.param("-", "-", id="a dash for nothing"),
        pytest.param("——", "——", id="a Chinese dash"),
        pytest.param("一、=", "一、=", id="a formula's sign within a text"),
    ],
)
def test_csv_holds_no_live_formula(value: str, written: str) -> None:
    assert written in csv_of("表", value, "万元")


@given(st.text(st.sampled_from("=+-@＝＋－＠\t\r 1,.%甲") | st.sampled_from(HARMFUL), max_size=8))
def test_csv_cells_begin_harmlessly(value: str) -> None:
    for cell in csv_of("表", value, value):
        assert not leaks(cell) and "\n" not in cell
        number = re.fullmatch(r"[+\-＋－]\s*[\d,]+(\.\d*)?\s*%?|[-－]+", cell.strip())
        assert number or not re.match(r"\s*[=+\-@＝＋－＠]", cell)
