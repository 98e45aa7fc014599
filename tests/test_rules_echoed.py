"""Tests of the kind echoed: clauses that are printed twice in a row."""

from __future__ import annotations

import pytest
from text_rules import diagnostics, excerpts, outcomes, rule

from jslint.diagnostic import Holds
from jslint.rules.kinds.echoed import echoes

HEAD = "一、收入决算情况说明\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("甲增加，甲增加。", [(0, "甲增加")], id="across a comma"),
        pytest.param("甲：其中：其中：乙", [(2, "其中")], id="across a colon"),
        pytest.param("甲，甲，甲。", [(0, "甲"), (2, "甲")], id="three times"),
        pytest.param("甲。\n甲。", [], id="in two texts"),
        pytest.param("甲增加1万元，甲增加2万元。", [], id="with another figure"),
        pytest.param("，，，", [], id="marks alone"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_echoes(text: str, found: list[tuple[int, str]]) -> None:
    assert list(echoes(text)) == found


@pytest.mark.parametrize(
    ("options", "line", "found"),
    [
        pytest.param(
            "patterns: ...", "比上年减少，比上年减少。", ["比上年减少，比上年减少"], id="long"
        ),
        pytest.param("patterns: ...", "一期、一期。", [], id="what no pattern finds"),
        pytest.param(
            "patterns: ...\nunless: 甲乙丙，甲乙丙", "甲乙丙，甲乙丙。", [], id="an exception"
        ),
        pytest.param("patterns: ...\nroles: note", "甲乙丙，甲乙丙。", [], id="another role"),
        pytest.param(
            "patterns: ...",
            "本年比上年减少，\n比上年\n减少，比上年减少。",
            ["比上年减少，比上年减少"],
            id="over lines",
        ),
    ],
)
def test_echoed(options: str, line: str, found: list[str]) -> None:
    assert excerpts(rule("echoed", options), f"{HEAD}{line}\n") == found


def test_what_is_found_stands_where_it_is_printed_and_should_stand_once() -> None:
    (found,) = diagnostics(
        rule("echoed", "patterns: 其中"), f"{HEAD}合计1元，其中：其中：甲1元。\n"
    )

    assert (found.place.line, found.place.column, found.place.end_column) == (2, 6, 11)
    assert found.expected == "其中"


def test_a_report_without_any_holds() -> None:
    assert outcomes(rule("echoed", "patterns: ..."), HEAD) == [Holds("TXT999", ())]
