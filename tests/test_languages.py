"""Every command in both languages: no English run prints Chinese of ours, no Chinese run English."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from test_cli import COMMANDS
from test_phrases import ALL, HAN, english

from jslint import cli, pack
from jslint.pack.keywords import KEYS, VALUES

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
PACKS_SHIPPED = [info.name for info in pack.available()]
SHIPPED = pack.load(PACKS_SHIPPED)
FAULTY = (ROOT / "examples" / "faulty" / "report.txt").read_text(encoding="utf-8")
HEAD = "jslint: 1\nmeta: {unit: A, year: 2024}\n"
#: Inputs that are none, each with another fault.
INPUTS = {
    "empty.txt": b"",
    "blank.txt": b" \n",
    "binary.txt": b"abc\0\1\2\3" * 40,
    "pdf.txt": b"%PDF-1.4",
    "zip.txt": b"PK\3\4",
    "picture.txt": b"\x89PNG",
    "undecoded.txt": b"abc\xff\xfe\xfa\n" * 20,
    "big5.txt": "部門決算公開報告，本年收入合計一千萬元，支出合計九百萬元。".encode("big5") * 8,
    "marked.txt": b"\xff\xfea\0\0\xd8",
    "broken.docx": b"PK\3\4broken",
    "empty.docx": b"",
    "text.docx": b"hello",
    "old.docx": b"\xd0\xcf\x11\xe0" + bytes(600),
    "broken.xlsx": b"PK\3\4broken",
    "broken.xls": b"\xd0\xcf\x11\xe0" + bytes(600),
    "broken.pdf": b"%PDF-1.4 broken",
    "text.pdf": b"hello",
    "page.docx": b"<html></html>",
    "a.wps": b"x",
    "a.png": b"x",
    "none": b"x",
    "tab.yaml": f"{HEAD}sections:\n\t- a\n".encode(),
    "colon.yaml": b"jslint: 1\nmeta: a: b\n",
    "quote.yaml": b'jslint: 1\nmeta: "a\n',
    "list.yaml": b"jslint: 1\nmeta: [a\nx: 1\n",
    "twice.yaml": b"jslint: 1\nmeta: {}\nmeta: {}\n",
    "unknown.yaml": b"jslint: 1\nmetta: {}\n",
    "types.yaml": b"jslint: 2\nmeta: {year: 1, unit: [], kind: x}\nsections: a\n",
    "block.yaml": f"{HEAD}sections:\n- heading: true\n  blocks: [{{entry: a, caption: b}}]\n".encode(),
    "merge.yaml": b"jslint: 1\n<<: {a: 1}\n",
    "tag.yaml": b"jslint: 1\nmeta: !x 1\n",
    "alias.yaml": b"jslint: *a\n",
    "at.yaml": b"jslint: 1\na: @b\n",
    "escape.yaml": b'jslint: 1\na: "\\q"\n',
    "indent.yaml": b"jslint: 1\nmeta:\n    a: 1\n  b: 2\n",
    "comma.json": b'{"jslint": 1,}',
    "colon.json": b'{"jslint" 1}',
    "single.json": b"{'jslint': 1}",
    "open.json": b'{"jslint": 1',
    "word.json": b'{"jslint": nul}',
    "comment.json": b"// x\n{}",
    "empty.json": b"",
}
RULE = "{id: TXT901, name: x, kind: pattern, patterns: [a], title: t, severity: error, message: m, reason: r, basis: b}"
TOP = "pack: mine\ntitle: t\n"
#: Packs that are none.
PACKS = {
    "keys": "pack: a\ntitel: t\n",
    "list": "- a\n",
    "kind": f"{TOP}rules: [{RULE.replace('pattern,', 'patern,')}]\n",
    "id": f"{TOP}rules: [{RULE.replace('TXT901', 'T1')}]\n",
    "severity": f"{TOP}rules: [{RULE.replace('error', 'eror')}]\n",
    "pattern": f"{TOP}rules: [{RULE.replace('[a]', '[(a]')}]\n",
    "message": f"{TOP}rules: [{RULE.replace('message: m', 'message: {foo}')}]\n".replace(
        "{foo}", "'{foo}'"
    ),
    "braces": f"{TOP}rules: [{RULE.replace('message: m', 'message: x')}]\n".replace(
        "message: x", "message: '{x'"
    ),
    "twice": f"{TOP}rules: [{RULE}, {RULE}]\n",
    "base": "pack: a\ntitle: t\nextends: nowhere\nrules: []\n",
    "circle": "pack: a\ntitle: t\nextends: circle.yaml\nrules: []\n",
    "facts": f"{TOP}facts: {{a: {{label: x, stated: [{{table: x}}]}}}}\nrules: []\n",
    "formula": f"{TOP}rules: [{RULE.replace('kind: pattern, patterns: [a]', 'kind: formula, formula: a = b +')}]\n",
}
#: Configurations that are none.
CONFIGS = {
    "key.yaml": "packs: x\n", "choice.yaml": "fail-on: 5\n", "count.yaml": "jobs: a\n",
    "base.yaml": "extends: nowhere.yaml\n", "circle.yaml": "extends: circle.yaml\n",
    "version.yaml": "required-version: '>=99'\n", "form.yaml": "required-version: x\n",
    "list.yaml": "- a\n", "empty.yaml": "select:\n", "pack.yaml": "pack: nowhere\n",
    "rule.yaml": "select: QQQ\n", "twice.yaml": "fail-on: error\n失败级别: error\n",
    "files.yaml": "per-file: [{ignore: TXT}]\n", "flag.yaml": "as-one-report: 5\n",
    "map.yaml": "select: {a: 1}\n", "broken.toml": "a = \n", "bare.toml": "a\n",
}  # fmt: skip


def lines() -> Iterator[tuple[str, ...]]:
    """Command lines: every command right and wrong."""
    good = "r.txt"
    for command in COMMANDS:
        yield (command, "--help")
        yield (command, "--nope")
        yield (command, "absent.txt")
        yield (command, good, "--output-format", "nope")
        yield (command, "x", "y", "z", "w")
        yield (command,)
    yield from (("check", *INPUTS, "--output-format", form) for form in ("concise", "json", "html"))
    yield from (("check", good, "--pack", f"{name}.yaml") for name in PACKS)
    yield from (("rules", "lint", f"{name}.yaml") for name in PACKS)
    yield from (("check", good, "--config", f"config/{name}") for name in CONFIGS)
    for form in (
        "text",
        "concise",
        "json",
        "jsonl",
        "junit",
        "github",
        "gitlab",
        "markdown",
        "csv",
    ):
        yield ("check", good, "--output-format", form, "--coverage", "--show-skipped")
    yield ("check", good, "--show-claims", "--no-diagnosis", "--verbose", "--timing")
    yield from (
        ("check", good, more) for more in ("--statistics", "--summary", "--show-config", "--diff")
    )
    yield ("check", good, "--previous", good)
    yield ("check", good, "--against", good, "--show-skipped")
    yield from (
        ("check", good, *more)
        for more in (
            ("--select", "QQQ"), ("--select", "PCT", "--ignore", "PCT"), ("--limit", "x=1"),
            ("--limit", "lines=x"), ("--limit", "lines=3"), ("--jobs", "x"), ("--sort", "x"),
            ("--severity", "x"), ("-o", "nowhere/x"), ("-o", "."), ("-o", good), ("-o", "x.docx"),
            ("--baseline", "absent.json"), ("--output-format", "xlsx"), ("--config", "a", "--no-config"),
            ("--previous", "absent.txt"), ("--against", "absent.txt"), ("--max-warnings", "x"),
        )
    )  # fmt: skip
    yield from ((), ("chekc",), ("xyz",), (good,), ("check", good, "--lang", "fr"))
    yield from (("why", good, place) for place in ("42:58", "500", "nope", "¶5", "1,945.00"))
    yield from (("tables", good), ("facts", good, "--all"), ("convert", good), ("files", "."))
    yield from (("config", "show", good), ("compare", good, good), ("checklist", good))
    yield from (
        ("baseline", what, good, "--file", "b.json") for what in ("create", "create", "update")
    )
    yield from (("baseline", "show", "--file", "b.json"), ("summary", good, "empty.txt"))
    yield from (
        ("rules", "test", "--pack", "base"),
        ("rules", "new", "n.yaml"),
        ("rules", "new", "n"),
    )
    yield from (
        ("rules", "new", "o.yaml", "--id", "1"),
        ("rules", "test", "n.yaml", "-v", "--coverage"),
    )
    yield from (
        ("explain", "nope"),
        ("schema", "nope"),
        ("annotate", "broken.docx"),
        ("cache", "dir"),
    )


#: So many characters of ours in a row are no chance.
LONG = 3


def pieces(*texts: str) -> set[str]:
    """The stretches of so many Chinese characters in texts."""
    runs = {run for text in texts for run in re.findall(f"{HAN.pattern}+", text)}
    return {run[at : at + LONG] for run in runs for at in range(len(run) - LONG + 1)}


#: What outputs quote: the report, keys, what packs call tables and quantities.
QUOTED = pieces(
    FAULTY,
    *CONFIGS.values(),
    *KEYS,
    *(word for words in VALUES.values() for word in words),
    *(quantity.label for quantity in SHIPPED.quantities),
    *(text for item in pack.checklist(PACKS_SHIPPED) for text in (item.item, item.hand)),
    *(str(place) for quantity in SHIPPED.quantities for place in quantity.stated),
)
#: What is ours: the catalogue, and what packs say of their rules.
OURS = (
    pieces(
        *(said[0] for _, _, said in ALL if said[0] != said[1]),
        *(text for rule in SHIPPED.rules for text in (rule.entry.title, rule.entry.basis)),
        *(
            text
            for rule in SHIPPED.rules
            for text in (rule.entry.reason, rule.entry.messages["zh"])
        ),
    )
    - QUOTED
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with all inputs, without a cache."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    Path("r.txt").write_text(FAULTY, encoding="utf-8")
    Path("config").mkdir()
    for name, data in INPUTS.items():
        Path(name).write_bytes(data)
    for name, text in PACKS.items():
        Path(f"{name}.yaml").write_text(text, encoding="utf-8")
    for name, text in CONFIGS.items():
        Path("config", name).write_text(text, encoding="utf-8")
    return tmp_path


#: What a page has besides its words.
MARKUP = re.compile(r"(?s)<(style|script).*?</\1>|<[^<>]*>")


def printed(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> str:
    """All that a command line prints."""
    cli.main(arguments)
    captured = capsys.readouterr()
    return MARKUP.sub(" ", captured.out) + captured.err


def test_no_english_run_prints_chinese_of_ours(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")

    found = {}
    for arguments in lines():
        said = pieces(printed(arguments, capsys)) & OURS
        if said:
            found[arguments] = sorted(said)
    assert found == {}


@pytest.mark.parametrize(
    "command", [("annotate",), ("baseline", "create"), ("check",), ("checklist",), ("summary",)]
)
def test_what_helps_follows_an_english_semicolon(
    command: tuple[str, ...], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main((*command, "broken.docx", "--lang", "en"))
    said = capsys.readouterr().err

    assert "; " in said
    assert "；" not in said


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        pytest.param(("check", "r.txt", "--select", "QQQ,ZZZ"), "QQQ, ZZZ", id="unknown"),
        pytest.param(("check", "r.txt", "--select", "SEC201"), "SEC413, SEC504", id="renamed"),
        pytest.param(("explain", "PCT10"), "PCT102, ", id="near"),
        pytest.param(("annotate", "r.txt"), ".docx, ", id="formats"),
    ],
)
def test_names_are_listed_with_english_commas(
    arguments: tuple[str, ...], names: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main((*arguments, "--lang", "en"))
    said = capsys.readouterr().err

    assert names in said
    assert "、" not in said


def test_no_chinese_run_prints_an_english_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")

    found = {}
    for arguments in lines():
        text = printed(arguments, capsys)
        said = [words for line in text.splitlines() for words in english(line)]
        if said:
            found[arguments] = said
    assert found == {}


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("explain", "SUM101"), id="a command"),
        pytest.param(("rules", "list", "--kind", "mean"), id="a command of a command"),
        pytest.param(("rules", "list", "--kind", "menas"), id="a wrong value"),
    ],
)
def test_the_language_may_stand_at_either_end(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    first = printed(("--lang", "en", *arguments), capsys)
    assert first == printed((*arguments, "--lang", "en"), capsys)
    assert first != printed((*arguments, "--lang", "zh"), capsys)


@pytest.mark.parametrize("command", [("chekc",), ("baseline", "updat"), ("baseline",)])
def test_a_wrong_command_is_answered_in_the_language_before_it(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """Where none is named, the answer is the help page."""
    said = printed(("--lang", "en", *command), capsys)
    assert said.startswith(("jslint: error: ", "Usage: jslint baseline "))
    assert not HAN.search(said.split("Examples:")[0])


@pytest.mark.parametrize("what", ["title", "reason", "basis"])
def test_shipped_rules_say_in_english_what_they_are(what: str) -> None:
    """In an English run a rule without an English title goes by its name, and has no reason."""
    assert [rule.entry.id for rule in SHIPPED.rules if not rule.entry.told("en", what)] == []
    named = {rule.entry.id for rule in SHIPPED.rules if HAN.search(rule.entry.told("en", what))}
    assert named <= {"TIE109", "TXT306"}  # which are about characters
