"""Tests of the kind doubled: words that are printed twice in a row."""

from __future__ import annotations

import pytest
from text_rules import diagnostics, excerpts, outcomes, rule

from jslint.diagnostic import Holds
from jslint.rules.kinds.doubled import doublings

HEAD = "一、收入决算情况说明\n"


@pytest.mark.parametrize(
    ("value", "found"),
    [
        pytest.param("用于保障保障执法", [(2, 2)], id="a word"),
        pytest.param(
            "主要是主要是是", [(0, 3), (5, 1)], id="a phrase and a character, longest first"
        ),
        pytest.param("10%%", [(2, 1)], id="a sign"),
        pytest.param("100万元 AA11，，", [], id="figures, letters and other marks"),
        pytest.param("𠮷𠮷", [(0, 1)], id="beyond the basic plane"),
        pytest.param("0保障0保障", [], id="not what only begins alike"),
        pytest.param("甲甲甲甲", [(0, 2), (0, 1), (1, 1), (2, 1)], id="more than twice"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_doublings(value: str, found: list[tuple[int, int]]) -> None:
    assert list(doublings(value, 3)) == found


@pytest.mark.parametrize(
    ("options", "line", "found"),
    [
        pytest.param("patterns: 〖增加〗", "比上年增加增加1元。", ["增加增加"], id="a given word"),
        pytest.param("patterns: '经〖费〗'", "接待经费费1元。", ["经费费"], id="with a neighbour"),
        pytest.param(
            "patterns: '[，于](?P<at>〖[一-鿿]{2}〗)'",
            "用于保障保障执法。",
            ["保障保障"],
            id="behind a word",
        ),
        pytest.param("patterns: '^〖..〗'", "保障保障执法。", ["保障保障"], id="at the beginning"),
        pytest.param("patterns: '〖..〗$'", "执法保障保障", ["保障保障"], id="at the end"),
        pytest.param(
            "patterns: '〖增加〗'\nunless: 增加增加值", "增加增加值。", [], id="an exception"
        ),
        pytest.param("patterns: '〖增加〗'\nroles: heading", "增加增加。", [], id="another role"),
        pytest.param(
            "patterns: '〖..〗'", "河源县河源\n县保障保\n障执法。", ["保障保障"], id="over lines"
        ),
        pytest.param(
            "patterns: '〖.+〗'",
            "河源县水务局\n河源县水务局负责管理，不收费。",
            [],
            id="a title repeated below",
        ),
    ],
)
def test_doubled(options: str, line: str, found: list[str]) -> None:
    assert excerpts(rule("doubled", options), f"{HEAD}{line}\n") == found


def test_what_is_found_stands_where_it_is_printed() -> None:
    (found,) = diagnostics(rule("doubled", "patterns: '经〖费〗'"), f"{HEAD}接待经费费1元。\n")

    assert (found.place.line, found.place.column, found.place.end_column) == (2, 3, 6)


def test_a_report_without_any_holds() -> None:
    assert outcomes(rule("doubled", "patterns: 〖增加〗"), HEAD) == [Holds("TXT999", ())]


def test_hostile_text_takes_linear_time() -> None:
    assert excerpts(rule("doubled", "patterns: 〖乙〗"), HEAD + "甲" * 20_000 + "。\n") == []
