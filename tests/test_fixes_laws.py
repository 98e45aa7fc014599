"""The laws of fixing: nothing new is found, twice is once (a killed run: test_killed.py)."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks import fixes
from fixing import broken_laws
from jslint import cli, readers, writer
from jslint.diagnostic import Diagnostic, Result, Severity
from jslint.document import Place
from jslint.edits import Edit, Fix
from jslint.fixes import text as texts
from jslint.fixes.choosing import chosen, is_better

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[1]
#: How many reports are generated for each format.
_SEEDS = 6


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.chdir(tmp_path)


# Edits of characters -----------------------------------------------------------------------------

_LINES = st.lists(st.text("甲乙丙，。%1２\t ", max_size=12), min_size=1, max_size=4)
_ENDS = st.sampled_from(["\n", "\r\n", "\r"])
_CODES = st.sampled_from([("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe")])


@given(_LINES, _ENDS, _CODES, st.data())
def test_only_the_words_change(
    lines: list[str], end: str, code: tuple[str, bytes], data: st.DataObject
) -> None:
    encoding, mark = code
    lines = ["题", *lines]
    row = data.draw(st.integers(0, len(lines) - 1))
    start = data.draw(st.integers(0, len(lines[row])))
    stop = data.draw(st.integers(start, len(lines[row])))
    new = data.draw(st.text("戊己%。", max_size=3))
    place = Place(line=row + 1, column=start + 1, end_line=row + 1, end_column=stop + 1)
    wanted = [*lines]
    wanted[row] = lines[row][:start] + new + lines[row][stop:]

    made = texts.edited(
        mark + end.join(lines).encode(encoding), [Edit(place, lines[row][start:stop], new)]
    )

    assert made == mark + end.join(wanted).encode(encoding)


# Which fixes are made ----------------------------------------------------------------------------


def _found(line: int, rule: str = "A", *, fixed: bool = True) -> Diagnostic:
    place = Place(order=(line, 1), line=line, column=1, end_line=line, end_column=2)
    fix = Fix(safe=True, edits=(Edit(place, "甲", str(line)),)) if fixed else None
    return Diagnostic(rule, "a", Severity.ERROR, "", place, fix=fix)


@given(
    st.sets(st.integers(1, 9), max_size=9),
    st.sets(st.integers(1, 9)),
    st.sets(st.tuples(st.integers(1, 9), st.integers(1, 9))),
)
def test_what_does_harm_is_not_made_and_all_else_is(
    lines: set[int], harmful: set[int], apart: set[tuple[int, int]]
) -> None:
    before = Result("a.txt", tuple(map(_found, sorted(lines))))

    def attempt(edits: Sequence[Edit]) -> Result | None:
        done = {int(edit.new) for edit in edits}
        left = [_found(line) for line in sorted(lines - done)]
        new = [_found(line, "B") for line in sorted(done & harmful)]
        new += [_found(a, "C") for a, b in sorted(apart) if {a, b} <= done and a != b]
        return Result("a.txt", (*left, *new))

    made = chosen(before, before.diagnostics, attempt, 1000)

    done = {one.place.line for one in made.found}
    assert not done & harmful
    assert not any({a, b} <= done and a != b for a, b in apart)
    assert is_better(before, made.result, made.found)
    for line in lines - done - harmful:  # each that was left out clashes with one that was made
        assert any(
            line in pair and len(set(pair) - {line}) and set(pair) - {line} <= done
            for pair in apart
        )


def test_trying_ends_and_what_was_tried_well_is_made() -> None:
    lines = range(1, 1001)
    before = Result("a.txt", tuple(map(_found, lines)))
    tried = []

    def attempt(edits: Sequence[Edit]) -> Result | None:
        """All fixes of the second half do harm."""
        done = {int(edit.new) for edit in edits}
        tried.append(done)
        left = [_found(line) for line in lines if line not in done]
        return Result("a.txt", (*left, *(_found(line, "B") for line in done if line > 500)))

    made = chosen(before, before.diagnostics, attempt, 20)

    assert len(tried) == made.trials == 20
    assert [one.place.line for one in made.found] == list(range(1, 501))
    assert not made.whole


# Reports -----------------------------------------------------------------------------------------


def _spoilt(seed: int) -> str:
    """The clean example with a few slips in its figures and marks."""
    text = (ROOT / "examples/clean/report.txt").read_text(encoding="utf-8")
    rng = Random(seed)  # noqa: S311 - no secret
    for _ in range(rng.randint(1, 4)):
        at = rng.choice([at for at, char in enumerate(text) if char in "，。；%（0123456789"])
        old = text[at]
        new = {
            "，": rng.choice(["，，", ","]),
            "。": "。。",
            "；": rng.choice(["；；", ";"]),
            "%": "",
            "（": "(",
        }
        text = text[:at] + new.get(old, rng.choice("123456789")) + text[at + 1 :]
    return text


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 10**6), st.sampled_from(["txt", "md", "yaml", "json"]), st.booleans())
def test_laws_over_spoilt_reports(seed: int, kind: str, unsafe: bool) -> None:  # noqa: FBT001
    path = Path(f"report.{kind}")
    source = _spoilt(seed)
    report = readers.read("report.txt", source.encode())
    if kind in ("yaml", "json"):
        source = (writer.to_yaml if kind == "yaml" else writer.to_json)(report)
    path.write_text(source, encoding="utf-8")

    assert broken_laws(path, *(["--unsafe-fixes"] if unsafe else [])) == []


@pytest.mark.parametrize("kind", fixes.FORMATS)
def test_laws_over_generated_reports(kind: str, tmp_path: Path) -> None:
    """One faulty report of each manner that is generated; ``benchmarks/fixes.py`` tries any number."""
    tried = 0
    for seed in range(_SEEDS):
        text = fixes.spoilt(seed)
        path = fixes.written(text, kind, tmp_path) if text else None
        if path is None:
            continue
        tried += 1
        assert broken_laws(path, "--unsafe-fixes") == [], seed
    assert tried


@pytest.mark.parametrize("name", ["report.txt", "report.yaml"])
def test_laws_over_the_faulty_example(name: str) -> None:
    path = Path(name)
    path.write_bytes((ROOT / "examples/faulty" / name).read_bytes())

    assert broken_laws(path, "--unsafe-fixes") == []


# Without --fix -----------------------------------------------------------------------------------


_SMALL = """\
2024年度云岭市档案馆部门决算
三、支出决算情况说明
2024年度本年支出合计120.00万元，其中：基本支出80.00万元，占66.6%；项目支出40.00万元，占33.3%。。
支出决算表
单位：万元
功能分类科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出
\t合计\t120.00\t80.00\t41.00
205\t教育支出\t120.00\t80.00\t40.00
"""


@pytest.mark.parametrize("kind", fixes.FORMATS)
def test_nothing_but_fix_changes_an_input(kind: str, tmp_path: Path) -> None:
    """Not a byte, not a time, and nothing is left beside it but what was asked for."""
    path = fixes.written(_SMALL, kind, tmp_path)
    assert path
    before = path.read_bytes(), path.stat().st_mtime_ns
    name = str(path)

    for command in (
        ("check", name),
        ("check", name, "--diff", "--unsafe-fixes"),
        ("check", name, "--output-format", "html", "--coverage"),
        ("baseline", "create", name, "--file", "known.json"),
        ("check", name, "--baseline", "known.json"),
        ("compare", name, name),
        ("convert", name, "-o", "again.yaml"),
        ("tables", name),
        ("facts", name),
        ("why", name, "120.00"),
        ("checklist", name),
        ("summary", name),
        ("files", name),
    ):
        cli.main(command)

    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert {one.name for one in tmp_path.iterdir()} == {path.name, "known.json", "again.yaml"}
