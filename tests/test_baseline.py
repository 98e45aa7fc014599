"""Baselines: what is known stays known wherever it moves, and nothing new hides behind it."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jslint import baseline, engine, pack, readers
from jslint.cli import main, renamed
from jslint.diagnostic import Address, Stated
from jslint.document import NOWHERE
from jslint.run import Known

if TYPE_CHECKING:
    from collections.abc import Sequence
    from jslint.diagnostic import Diagnostic, Result
    from jslint.document import Place

HEAD = "# 云岭区水文站2024年度部门决算\n\n## 三、支出决算情况说明\n\n"
SUBJECTS = ("水文监测", "河道巡查", "设备维护", "人员培训", "资料整编")
FILLERS = ("以上各项均已公开。", "具体情况见附表。", "本节所列支出均按规定执行。")


@cache
def rules(*packs: str) -> pack.RuleSet:
    return pack.load(packs)


def lint(text: str, name: str = "a.md") -> Result:
    return engine.lint(readers.read(name, text.encode()), rules("arithmetic"), addressed=True)


def lint_all(text: str) -> Result:
    """What all rules that are of no form find."""
    return engine.lint(readers.read("a.md", text.encode()), rules("base"), addressed=True)


def known(result: Result) -> Counter[tuple[str, ...]]:
    return Counter(baseline.entry(result, one, "a").key for one in result.diagnostics)


def sentence(subject: str, cents: tuple[int, int], off: int) -> str:
    """A sum of two parts with their shares, the first of which is off by so many tenths."""
    one, two = cents
    share = round(1000 * one / (one + two))
    amounts = [f"{value / 100:.2f}万元" for value in (one + two, one, two)]
    rates = [f"{value / 10:.1f}%" for value in (share + off, 1000 - share)]
    return (
        f"{subject}支出合计{amounts[0]}，其中：{subject}基本支出{amounts[1]}，占{rates[0]}；"
        f"{subject}项目支出{amounts[2]}，占{rates[1]}。"
    )


#: The sentences of a report, most of them with a share that is wrong.
SENTENCES = st.lists(
    st.builds(
        lambda subject, one, two, off: sentence(subject, (one, two), off),
        st.sampled_from(SUBJECTS),
        st.integers(10_000, 90_000),
        st.integers(10_000, 90_000),
        st.sampled_from([0, 30, 57, -40]),
    ),
    min_size=1, max_size=5, unique_by=lambda text: text[:2],
)  # fmt: skip


def report(sentences: Sequence[str], head: str = HEAD) -> str:
    return head + "\n\n".join(sentences) + "\n"


def broken(text: str, at: Sequence[int]) -> str:
    """The text with soft breaks, never inside a number or at the ends."""
    places = sorted({one % len(text) for one in at}, reverse=True)
    for place in places:
        if place and not re.search(r"[\d.,%]$", text[:place]) and text[place] not in "，。；：、":
            text = text[:place] + "\n" + text[place:]
    return text


@settings(max_examples=60)
@given(SENTENCES, st.data())
def test_moving_inserting_and_reformatting_lines_adds_nothing(
    sentences: list[str], data: st.DataObject
) -> None:
    before = known(lint(report(sentences)))
    edited = data.draw(st.permutations(sentences))
    for filler in data.draw(st.lists(st.sampled_from(FILLERS), max_size=3)):
        edited.insert(data.draw(st.integers(0, len(edited))), filler)
    breaks = st.lists(st.integers(1, 200), max_size=3)
    edited = [broken(one, data.draw(breaks)) for one in edited]
    head = HEAD.replace("三、", data.draw(st.sampled_from(["三、", "五、", "（一）", ""])))

    after = known(lint(report(edited, head)))

    assert after == before


def test_half_width_marks_are_known_however_their_lines_are_broken() -> None:
    wide = "站房（含机房）已修缮，设备：均已检定，人员（含聘用）到岗。"
    whole = f"{HEAD}{wide}\n\n本年测验(含校测)如期完成。巡查路线:照旧。另测水质(每月)。\n"
    broken_up = whole.replace("。巡查", "。\n\n巡查").replace("。另测", "。\n\n另测")
    more = whole.replace("水质(每月)", "水质(每月)、泥沙(每季)")

    before, after = known(lint_all(whole)), known(lint_all(broken_up))

    assert any("TXT203" in key for key in before)
    assert after == before
    assert known(lint_all(more)) != before


@settings(max_examples=100)
@given(SENTENCES, st.data())
def test_any_changed_figure_that_breaks_a_rule_is_new(
    sentences: list[str], data: st.DataObject
) -> None:
    """By place: no diagnostic that looks at the figure that was changed is a known one."""
    text = report(sentences)
    before = known(lint(text))
    digits = [match.start() for match in re.finditer(r"\d(?=[\d.]*(?:万元|%))", text)]
    at = data.draw(st.sampled_from(digits))
    digit = data.draw(st.sampled_from([one for one in "123456789" if one != text[at]]))
    changed = text[:at] + digit + text[at + 1 :]
    line, column = changed[:at].count("\n") + 1, at - changed.rfind("\n", 0, at)

    result = lint(changed)

    for one in result.diagnostics:
        places = [*one.figures, one.place]
        if any(p.line == line and p.column <= column < p.end_column for p in places):  # type: ignore[operator]
            assert not before[baseline.entry(result, one, "a").key], one.message


@settings(max_examples=40)
@given(st.sampled_from([(30, 57), (57, 30), (-40, 30)]), st.integers(10_000, 90_000))
@example((30, 57), 30_000)
def test_two_known_faults_that_swap_their_values_are_both_new(
    off: tuple[int, int], cents: int
) -> None:
    pair = (cents, 50_000)
    share = round(1000 * cents / (cents + 50_000))
    values = [f"占{(share + one) / 10:.1f}%" for one in off]
    text = report([sentence(name, pair, one) for name, one in zip(SUBJECTS, off, strict=False)])
    swapped = text.replace(values[0], "\0").replace(values[1], values[0]).replace("\0", values[1])

    before, after = known(lint(text)), known(lint(swapped))

    assert sum(before.values()) == sum(after.values()) > 0
    assert not before & after


# The shipped example, with every rule of its packs ------------------------------------------------

FAULTY = (Path(__file__).parents[1] / "examples" / "faulty" / "report.txt").read_text("utf-8")
ROWS = FAULTY.split("\n")


def shares(first: str, second: str) -> str:
    """A list of which both shares may be wrong."""
    return (
        f"{HEAD}水文监测支出合计500.00万元，其中：基本支出300.00万元，占{first}；"
        f"项目支出200.00万元，占{second}。\n"
    )


@given(
    st.integers(0, 999).filter(lambda tenths: tenths != 600),
    st.integers(0, 999).filter(lambda tenths: tenths != 400),
    st.booleans(),
)
def test_mending_one_of_two_faults_told_as_one_makes_the_other_no_new_one(
    one: int, two: int, mends_first: bool
) -> None:
    first, second = f"{one / 10}%", f"{two / 10}%"
    before = lint(shares(first, second))
    standing = baseline.Standing(baseline.entries(before, "a"))
    after = standing.sift(
        lint(shares(*(("60.0%", second) if mends_first else (first, "40.0%")))), "a"
    )
    assert not after.diagnostics
    assert len(after.known) == 1
    assert [found.value for found in standing.mended(["PCT101"])] == [
        first if mends_first else second
    ]


def test_a_fault_that_changes_within_what_is_told_as_one_is_new_alone() -> None:
    standing = baseline.Standing(baseline.entries(lint(shares("62.0%", "41.0%")), "a"))
    after = standing.sift(lint(shares("62.0%", "42.0%")), "a")
    assert [found.actual for found in after.diagnostics] == ["42.0%"]
    assert [found.actual for found in after.known] == ["62.0%"]
    assert "另有" not in after.diagnostics[0].message + after.known[0].message


def faulty(text: str, name: str = "a.txt") -> Result:
    report = readers.read(name, text.encode())
    return engine.lint(report, rules("base", "mof", "sichuan"), addressed=True)


@cache
def faults() -> Counter[tuple[str, ...]]:
    return known(faulty(FAULTY))


def wrapped(text: str, width: int) -> str:
    """The narrative's long lines broken where a line may be."""
    rows: list[str] = []
    for row in text.split("\n"):
        rest = row
        while row.endswith("。") and not row[0].isdigit() and len(rest) > width:
            cut = width
            while re.search(r"[\d.,%]$", rest[:cut]) or rest[cut] in "，。；：、）”%":
                cut -= 1
            rows.append(rest[:cut])
            rest = rest[cut:]
        rows.append(rest)
    return "\n".join(rows)


@pytest.mark.parametrize(
    "edited",
    [
        pytest.param(FAULTY.replace("\n", "\r\n"), id="line ends"),
        pytest.param("\n\n" + FAULTY.replace("\n\n", "\n\n\n"), id="blank lines"),
        pytest.param(wrapped(FAULTY, 40), id="narrow"),
        pytest.param(wrapped(FAULTY, 60), id="wide"),
        pytest.param(FAULTY.replace("。\n", "。\n\n以上情况均已公开。\n"), id="more sentences"),
    ],
)
def test_a_laid_out_example_has_no_new_faults(edited: str) -> None:
    assert known(faulty(edited)) == faults()


def test_another_format_of_the_report_has_no_new_faults() -> None:
    path = Path(__file__).parents[1] / "examples" / "faulty" / "report.yaml"

    assert known(faulty(path.read_text("utf-8"), "a.yaml")) == faults()


@settings(max_examples=25)
@given(
    st.sampled_from([match.start() for match in re.finditer(r"\d", FAULTY)]),
    st.sampled_from("123456789"),
)
def test_any_changed_figure_of_the_example_that_breaks_a_rule_is_new(at: int, digit: str) -> None:
    before = faults()
    changed = FAULTY[:at] + digit + FAULTY[at + 1 :]
    line, column = changed[:at].count("\n") + 1, at - changed.rfind("\n", 0, at)

    result = faulty(changed)

    for one in result.diagnostics if changed != FAULTY else ():
        if any(_covers(place, line, column) for place in (*one.figures, one.place)):
            assert not before[baseline.entry(result, one, "a").key], one.message


def _covers(place: Place, line: int, column: int) -> bool:
    last = place.end_line != line or column < (place.end_column or 0)
    return place.line == line and (place.column or 0) <= column and last


@cache
def bound() -> list[tuple[Diagnostic, Place]]:
    """What is computed of the example, with each figure that it is computed from."""
    result = faulty(FAULTY)
    return [
        (one, place)
        for one in result.diagnostics
        if baseline.is_of_figures(baseline.entry(result, one, "a"))
        for place in one.figures
        if place.line
    ]


@settings(max_examples=20)
@given(st.data())
def test_a_figure_that_cannot_be_read_mends_nothing(data: st.DataObject) -> None:
    one, place = data.draw(st.sampled_from(bound()))
    rows = list(ROWS)
    at, start, end = (place.line or 0) - 1, (place.column or 0) - 1, (place.end_column or 0) - 1
    illegible = re.sub(r"\d", "■", rows[at][start:end])
    rows[at] = rows[at][:start] + illegible + rows[at][end:]
    before = faulty(FAULTY)
    standing = baseline.Standing(baseline.entries(before, "a"))

    standing.sift(replace(faulty("\n".join(rows)), body=before.body, year=before.year), "a")

    mended = {entry.key for entry in standing.mended(found.rule for found in before.diagnostics)}
    assert baseline.entry(before, one, "a").key not in mended, one.message


def test_words_that_change_around_a_fault_do_not_mend_it() -> None:
    text = report([sentence("水文监测", (60_000, 40_000), 0) + "。"])
    before = lint_all(text)
    standing = baseline.Standing(baseline.entries(before, "a"))

    standing.sift(lint_all(text.replace("占40.0%。。", "占40%。。")), "a")

    assert [one.rule for one in standing.gone(["TXT202"])] == ["TXT202"]
    assert not standing.mended(["TXT202"])


def test_faults_of_the_example_that_swap_their_values_are_new() -> None:
    result = faulty(FAULTY)
    found = [one for one in result.diagnostics if one.address and one.place.line]
    pairs = [
        (one, other)
        for one, other in combinations(found, 2)
        if one.place.line != other.place.line
        and _printed(one) != _printed(other)
        and re.sub(r"[\d.,]", "", _printed(one)) == re.sub(r"[\d.,]", "", _printed(other))
    ]

    assert pairs
    for pair in pairs[:8]:
        rows = list(ROWS)
        for one, other in (pair, pair[::-1]):
            at = (one.place.line or 0) - 1
            start, end = (one.place.column or 0) - 1, (one.place.end_column or 0) - 1
            rows[at] = rows[at][:start] + _printed(other) + rows[at][end:]
        after = known(faulty("\n".join(rows)))
        assert not any(after[baseline.entry(result, one, "a").key] for one in pair)


def _printed(found: Diagnostic) -> str:
    place = found.place
    return ROWS[(place.line or 0) - 1][(place.column or 0) - 1 : (place.end_column or 0) - 1]


# The pure part ------------------------------------------------------------------------------------


def stated(value: str, subject: str = "支出", section: str = "三") -> Stated:
    return Stated(Address(section, subject, "amount actual", value), NOWHERE)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(["1元"], ["1元"], [], id="the same"),
        pytest.param(["1元"], ["2元"], [("1元", "2元")], id="changed"),
        pytest.param(["1元", "1元"], ["1元", "2元"], [("1元", "2元")], id="one of two"),
        pytest.param(["1元", "2元"], ["2元", "1元"], [], id="moved"),
        pytest.param(["1元"], ["1元", "2元"], [("", "2元")], id="added"),
        pytest.param(["1元", "2元"], ["2元"], [("1元", "")], id="removed"),
    ],
)
def test_changed_figures(old: list[str], new: list[str], expected: list[tuple[str, str]]) -> None:
    found = baseline.changes([*map(stated, old)], [*map(stated, new)])

    assert [
        (one.old.address.value if one.old else "", one.new.address.value if one.new else "")
        for one in found
    ] == expected


def test_equal_entries_are_counted() -> None:
    one = Known(rule="A1", value="1")

    assert baseline.gathered([one, one, Known(rule="A1", value="2")]) == (
        Known(rule="A1", value="1", count=2),
        Known(rule="A1", value="2"),
    )


# The commands -------------------------------------------------------------------------------------

TWO = report(
    [sentence("水文监测", (60_000, 40_000), 30), sentence("河道巡查", (70_000, 30_000), 57)]
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(TWO, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> int:
    return main((*arguments, "--pack", "arithmetic", "--lang", "zh"))


def test_a_baseline_lets_what_is_known_pass_and_nothing_else(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("baseline", "create", "a.md") == 0
    assert capsys.readouterr().out == "基线 .jslint-baseline.json：记下 2 个问题\n"
    assert run("check", "a.md", "--baseline", ".jslint-baseline.json") == 0
    assert "基线里已有 2 处，不再列出；已改正 0 处" in capsys.readouterr().out

    (here / "a.md").write_text(TWO.replace("占63.0%", "占64.0%"), encoding="utf-8")

    assert run("check", "a.md", "--baseline", ".jslint-baseline.json") == 1
    out = capsys.readouterr().out
    assert "64.0%" in out
    assert "基线里已有 1 处，不再列出；已改正 0 处" in out


def test_what_was_mended_is_told_and_leaves_the_baseline(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("baseline", "create", "a.md")
    (here / "a.md").write_text(TWO.replace("占63.0%", "占60.0%"), encoding="utf-8")
    capsys.readouterr()

    assert run("check", "a.md", "--baseline", ".jslint-baseline.json") == 0
    out = capsys.readouterr().out
    assert "已改正（基线 .jslint-baseline.json 里有，现在没有）：1 处" in out
    assert run("check", "a.md", "--baseline", ".jslint-baseline.json", "--select", "SUM") == 0
    assert "已改正 0 处" in capsys.readouterr().out

    assert run("baseline", "update", "a.md") == 0
    assert capsys.readouterr().out == "基线 .jslint-baseline.json：新增 0 个，去掉 1 个，共 1 个\n"
    assert main(("baseline", "show", "--lang", "zh")) == 0
    assert capsys.readouterr().out.startswith("基线 .jslint-baseline.json：1 个问题\n")


@pytest.mark.parametrize(
    "spoilt",
    [
        pytest.param(TWO.replace("占63.0%", "占■■%"), id="the figure is illegible"),
        pytest.param(TWO.replace("占63.0%；", "；"), id="the figure is gone"),
        pytest.param(TWO.replace("600.00万元", "■■■万元"), id="its part is illegible"),
        pytest.param(
            "\n\n".join([*HEAD.strip().split("\n\n"), sentence("河道巡查", (70_000, 30_000), 57)]),
            id="the sentence is gone",
        ),
    ],
)
def test_what_is_not_checked_any_more_is_not_told_as_mended(
    spoilt: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("baseline", "create", "a.md")
    (here / "a.md").write_text(spoilt, encoding="utf-8")
    capsys.readouterr()
    known = ("check", "a.md", "--baseline", ".jslint-baseline.json")

    run(*known)
    text = capsys.readouterr().out
    run(*known, "--output-format", "json")
    whole = json.loads(capsys.readouterr().out)["baseline"]
    run(*known, "--output-format", "sarif")
    results = json.loads(capsys.readouterr().out)["runs"][0]["results"]

    run("baseline", "update", "a.md")
    assert "\n  去掉的里面有 1 个不是改正的" in capsys.readouterr().out
    assert "已改正 0 处；基线里不再核对的 1 处（不算改正）" in text
    assert "不再核对（基线 .jslint-baseline.json 里有，" in text
    assert whole["mended"] == []
    assert [one["value"] for one in whole["unchecked"]] == ["63.0%"]
    assert [one["properties"] for one in results if one["baselineState"] == "absent"] == [
        {"unchecked": True}
    ]


def test_an_entry_that_is_broken_elsewhere_instead_is_not_told_as_mended(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The share is as it was, and wrong as before: now another figure of its rule is accused."""
    run("baseline", "create", "a.md")
    (here / "a.md").write_text(TWO.replace("1000.00万元", "10000.00万元"), encoding="utf-8")
    capsys.readouterr()

    run("check", "a.md", "--baseline", ".jslint-baseline.json")

    out = capsys.readouterr().out
    assert "已改正 0 处" in out


def test_a_report_that_was_not_checked_keeps_its_entries(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "b.md").write_text(TWO.replace("云岭区", "青川区"), encoding="utf-8")
    run("baseline", "create", "a.md", "b.md")
    (here / "a.md").write_text(TWO.replace("占63.0%", "占60.0%"), encoding="utf-8")
    capsys.readouterr()

    run("baseline", "update", "a.md")

    assert "新增 0 个，去掉 1 个，共 3 个" in capsys.readouterr().out


def _aged(path: Path, old: str, new: str) -> None:
    """Let a baseline be one of a time when a rule had another id."""
    text = path.read_text(encoding="utf-8")
    assert f'"rule": "{new}"' in text
    path.write_text(text.replace(f'"rule": "{new}"', f'"rule": "{old}"'), encoding="utf-8")


@pytest.mark.parametrize("today", [("PCT101",), ("TRD101", "PCT101")], ids=["renamed", "merged"])
def test_an_entry_by_an_old_id_is_as_good_as_one_by_todays(
    today: tuple[str, ...],
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(renamed, "RENAMED", {"PCT999": today})
    run("baseline", "create", "a.md")
    file = here / ".jslint-baseline.json"
    _aged(file, "PCT999", "PCT101")
    capsys.readouterr()

    assert run("check", "a.md", "--baseline", file.name) == 0
    out, err = capsys.readouterr()
    assert "基线里已有 2 处，不再列出；已改正 0 处" in out
    assert f"{file.name} 里的规则 PCT999 已并入或改名为 {'、'.join(today)}" in err

    (here / "a.md").write_text(TWO.replace("占63.0%", "占60.0%"), encoding="utf-8")
    assert run("check", "a.md", "--baseline", file.name) == 0
    assert "基线里已有 1 处，不再列出；已改正 1 处" in capsys.readouterr().out
    (here / "a.md").write_text(TWO.replace("占63.0%", "占64.0%"), encoding="utf-8")
    assert run("check", "a.md", "--baseline", file.name) == 1
    assert "已改正 0 处" in capsys.readouterr().out

    run("baseline", "update", "a.md")
    assert "PCT999" not in file.read_text(encoding="utf-8")
    assert run("check", "a.md", "--baseline", file.name) == 0


def test_json_and_sarif_tell_the_states(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("baseline", "create", "a.md")
    text = TWO.replace("占63.0%", "占60.0%") + "\n设备维护支出合计1.00万元，占200.0%。\n"
    text = text.replace("占75.7%", "占75.7%") + sentence("人员培训", (50_000, 50_000), 30) + "\n"
    (here / "a.md").write_text(text, encoding="utf-8")
    capsys.readouterr()

    run("check", "a.md", "--baseline", ".jslint-baseline.json", "--output-format", "json")
    whole = json.loads(capsys.readouterr().out)
    run("check", "a.md", "--baseline", ".jslint-baseline.json", "--output-format", "sarif")
    results = json.loads(capsys.readouterr().out)["runs"][0]["results"]

    assert len(whole["baseline"]["known"]) == 1
    assert [one["value"] for one in whole["baseline"]["mended"]] == ["63.0%"]
    states = Counter(one["baselineState"] for one in results)
    assert states["unchanged"] == states["absent"] == 1
    assert states["new"] == len(whole["diagnostics"]) > 0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("{", ":1:2: 不是 JSON", id="no JSON"),
        pytest.param("[" * 200_000, ": 不是 JSON", id="deep"),
        pytest.param("{}", ": 不是 jslint 写的基线", id="another file"),
        pytest.param('{"jslint-baseline": 2}', ": 不是 jslint 写的基线", id="another version"),
        pytest.param(
            '{"jslint-baseline": 1,\n"entries": [\n{"rule": "A1"},\n{"rule": 1}\n]}',
            ":4:1: 基线的这一项写得不对", id="an entry",
        ),
        pytest.param(
            '{"jslint-baseline": 1,\n"entries": [\n{"rule": "A1", "severity": "x"}\n]}',
            ":3:1: 基线的这一项写得不对", id="a severity",
        ),
    ],
)  # fmt: skip
def test_what_is_no_baseline_is_refused_at_its_line_and_never_written_over(
    text: str, message: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "b.json").write_text(text, encoding="utf-8")

    assert run("check", "a.md", "--baseline", "b.json") == 2
    assert f"b.json{message}" in capsys.readouterr().err
    assert run("baseline", "create", "a.md", "--file", "b.json") == 2
    assert run("baseline", "update", "a.md", "--file", "b.json") == 2
    assert (here / "b.json").read_text(encoding="utf-8") == text


def test_an_input_that_cannot_be_read_leaves_the_baseline_as_it_was(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("baseline", "create", "a.md", "none.md") == 2
    assert "没有写基线" in capsys.readouterr().err
    assert not (here / ".jslint-baseline.json").exists()


def test_a_report_that_is_not_well_formed_is_never_known(here: Path) -> None:
    (here / "c.yaml").write_text("jslint: 1\nsections: 甲\n", encoding="utf-8")

    assert run("baseline", "create", "a.md", "c.yaml") == 0
    assert run("check", "a.md", "c.yaml", "--baseline", ".jslint-baseline.json") == 1


def test_english(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    english = ("--pack", "arithmetic", "--lang", "en")
    (here / "b.md").write_text(TWO.replace("占63.0%", "占60.0%"), encoding="utf-8")

    main(("baseline", "create", "a.md", *english))
    main(("check", "b.md", "--baseline", ".jslint-baseline.json", *english))
    main(("baseline", "update", "b.md", *english))
    main(("compare", "a.md", "b.md", *english))

    out = capsys.readouterr().out
    assert "baseline .jslint-baseline.json: diagnostics kept: 2\n" in out
    assert "mended (in the baseline .jslint-baseline.json, not found any more): 1\n" in out
    assert "no new problem found; files checked: 1" in out
    assert "baseline .jslint-baseline.json: added 0, removed 1, now 1\n" in out
    assert "figures changed: 1\n" in out


def test_a_draft_is_one_report(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in ("初稿/甲.md", "初稿/乙.md", "二稿/甲.md"):
        (here / path).parent.mkdir(exist_ok=True)
        (here / path).write_text((here / "a.md").read_text(encoding="utf-8"), encoding="utf-8")

    assert run("compare", "初稿", "二稿") == 2

    assert "初稿：这里有 2 份报告，一次只比较一份的两稿" in capsys.readouterr().err
    assert run("compare", "初稿/甲.md", "二稿") == 0


def test_two_drafts(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "b.md").write_text(TWO.replace("占63.0%", "占60.0%"), encoding="utf-8")
    (here / "c.md").write_text(TWO.replace("占63.0%", "占62.0%"), encoding="utf-8")

    assert run("compare", "a.md", "b.md") == 0
    text = capsys.readouterr().out
    run("compare", "a.md", "b.md", "--output-format", "json")
    whole = json.loads(capsys.readouterr().out)

    assert "新出现的问题：0 个" in text
    assert "已改正的问题：1 个" in text
    assert "仍在的问题：1 个" in text
    assert text.endswith(
        "改动的数：1 个\n  b.md:5:40: 支出决算情况说明 水文监测/水文监测基本 占比：63.0% → 60.0%\n"
    )
    assert whole["summary"] == {"new": 0, "mended": 1, "unchecked": 0, "still": 1, "figures": 1}
    assert whole["figures"][0]["old"]["value"] == "63.0%"
    (here / "d.md").write_text(TWO.replace("占63.0%", "占■■%"), encoding="utf-8")
    assert run("compare", "a.md", "d.md") == 0
    text = capsys.readouterr().out
    assert "已改正的问题：0 个\n不再核对的问题" in text
    assert run("compare", "a.md", "a.md") == 0
    assert run("compare", "a.md", "c.md") == 1
    assert run("compare", "a.md", "c.md", "--fail-on", "never") == 0
    assert run("compare", "a.md", "none.md") == 2
