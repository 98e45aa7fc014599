"""Which statement a claim speaks of: claims made by hand, paragraph by paragraph."""

from __future__ import annotations

import pytest
import re2

from jslint.claims.model import (
    ACTUAL,
    AMOUNT,
    ASSUMED,
    BUDGET,
    CHANGE,
    COMPLETION,
    EARLIER,
    FLAT,
    GROWTH,
    PAST,
    PRIOR,
    SHARE,
    Claim,
    Claims,
    Group,
    Topic,
)
from jslint.document import Text
from jslint.figures.figure import find
from jslint.rules.bench import completeness, near, rates
from jslint.rules.ground.options import made
from jslint.tree import Scalar

INITIAL, FULL = f"{BUDGET}:年初", f"{BUDGET}:全年"


def claims(*rows: tuple[str, ...]) -> tuple[Claims, list[Claim]]:
    """Claims of topic 0 (or of the number before the kind): paragraph, kind, measure, figure."""
    texts: dict[str, Text] = {}
    found = []
    for index, (paragraph, kind, measure, printed, *topic) in enumerate(rows):
        text = texts.setdefault(paragraph, Text(f"{paragraph}{printed}"))
        figure = next(find(printed)).figure if printed else None
        at = int(topic[0]) if topic else 0
        made = Claim(index, kind, at, text, 0, len(text.value), 0, (), figure, measure=measure)
        found.append(made)
    topics = tuple(Topic(number, f"第{number}项", f"{number}", ()) for number in range(3))
    return Claims(topics, tuple(found)), found


NOW = ("p", AMOUNT, ACTUAL, "5.00万元")
THEN = ("p", AMOUNT, PRIOR, "4.00万元")
PLANNED = ("p", AMOUNT, BUDGET, "6.00万元")
BEGUN = ("p", AMOUNT, INITIAL, "6.10万元")
WHOLE = ("p", AMOUNT, FULL, "6.20万元")


@pytest.mark.parametrize(
    ("rows", "measure", "expected"),
    [
        pytest.param([NOW], PRIOR, "5.00万元", id="the outturn"),
        pytest.param([("q", *NOW[1:])], PRIOR, "5.00万元", id="of another paragraph"),
        pytest.param([NOW, PLANNED], PRIOR, "5.00万元", id="not the budget beside it"),
        pytest.param([PLANNED], PRIOR, "6.00万元", id="a budget where there is no outturn"),
        pytest.param([("q", *PLANNED[1:])], PRIOR, "", id="but of its own paragraph"),
        pytest.param([NOW, THEN], EARLIER, "4.00万元", id="last year's, against the year before"),
        pytest.param([NOW, ("q", *THEN[1:])], EARLIER, "", id="of its own paragraph too"),
        pytest.param([NOW], EARLIER, "", id="none"),
    ],
)
def test_the_amount_now(rows: list[tuple[str, ...]], measure: str, expected: str) -> None:
    every, found = claims(*rows, ("p", CHANGE, measure, "1.00万元"))

    now = near.current_near(every, 0, found[-1])

    assert (near.printed(now) if now else "") == expected


@pytest.mark.parametrize(
    ("rows", "measure", "expected"),
    [
        pytest.param([NOW, THEN], PRIOR, "4.00万元", id="last year's amount"),
        pytest.param([NOW], PRIOR, "", id="not printed"),
        pytest.param([NOW, PLANNED], PRIOR, "", id="a budget is not last year's"),
        pytest.param([NOW, PLANNED], BUDGET, "6.00万元", id="the only budget"),
        pytest.param([NOW, BEGUN, WHOLE], BUDGET, "", id="one of two budgets"),
        pytest.param([NOW, BEGUN, WHOLE], INITIAL, "6.10万元", id="the one that is named"),
        pytest.param([NOW, THEN], ASSUMED, "4.00万元", id="no base named, one there is"),
        pytest.param([NOW, PLANNED], ASSUMED, "6.00万元", id="no base named, only a budget"),
        pytest.param([NOW, THEN, PLANNED], ASSUMED, "", id="no base named, two there are"),
        pytest.param([NOW], ASSUMED, "", id="no base named and none there"),
        pytest.param([NOW, THEN], EARLIER, "", id="the year before last"),
        pytest.param([PLANNED, THEN], PRIOR, "4.00万元", id="a budget against last year"),
        pytest.param(
            [PLANNED, ("p", AMOUNT, f"{PAST}{BUDGET}", "5.50万元")],
            PRIOR,
            "5.50万元",
            id="a budget against last year's budget",
        ),
        pytest.param(
            [
                PLANNED,
                ("p", AMOUNT, f"{PAST}{BUDGET}", "5.50万元"),
                ("p", AMOUNT, f"{PAST}{INITIAL}", "5.60万元"),
            ],
            PRIOR,
            "",
            id="or one of two of them",
        ),
    ],
)
def test_the_amount_before(rows: list[tuple[str, ...]], measure: str, expected: str) -> None:
    every, found = claims(*rows, ("p", CHANGE, measure, "1.00万元"))

    base = near.base_near(every, 0, found[-1])

    assert (near.printed(base) if base else "") == expected


@pytest.mark.parametrize(
    ("rows", "measure", "expected"),
    [
        pytest.param([PLANNED, NOW], BUDGET, ["6.00万元"], id="the only one"),
        pytest.param([BEGUN, WHOLE], BUDGET, ["6.20万元", "6.10万元"], id="any, the nearest first"),
        pytest.param([BEGUN, WHOLE], INITIAL, ["6.10万元"], id="of its name"),
        pytest.param([PLANNED, NOW], INITIAL, ["6.00万元"], id="without a name, beside it"),
        pytest.param([("q", *PLANNED[1:]), NOW], INITIAL, [], id="but not elsewhere"),
        pytest.param([WHOLE], INITIAL, [], id="not of another name"),
        pytest.param([THEN, PLANNED], PRIOR, ["4.00万元"], id="what is no budget"),
        pytest.param([PLANNED], PRIOR, [], id="which is not printed"),
    ],
)
def test_the_budgets_that_may_be_meant(
    rows: list[tuple[str, ...]], measure: str, expected: list[str]
) -> None:
    every, found = claims(*rows, ("p", COMPLETION, measure, "90.0%"))

    assert [near.printed(one) for one in near.budgets_near(every, 0, found[-1])] == expected


@pytest.mark.parametrize(
    ("rows", "said", "expected"),
    [
        pytest.param([("p", AMOUNT, ACTUAL, "4批次")], "38.0%", "4批次", id="of a rate"),
        pytest.param([("p", AMOUNT, ACTUAL, "4批次")], "2人次", "", id="of another unit"),
        pytest.param([("p", AMOUNT, ACTUAL, "4批次")], "2批次", "4批次", id="of its unit"),
        pytest.param([("q", AMOUNT, ACTUAL, "4批次")], "38.0%", "", id="of another paragraph"),
        pytest.param([NOW], "38.0%", "", id="an amount is no count"),
        pytest.param(
            [("p", AMOUNT, ACTUAL, "4批次"), ("p", AMOUNT, ACTUAL, "5批次")],
            "38.0%",
            "5批次",
            id="the last",
        ),
    ],
)
def test_the_count_beside(rows: list[tuple[str, ...]], said: str, expected: str) -> None:
    every, found = claims(*rows, ("p", SHARE, "", said))

    count = near.count_near(every, 0, found[-1])

    assert (near.printed(count) if count else "") == expected


def test_what_is_said_of_no_change() -> None:
    _, (flat, about) = claims(("持平", FLAT, PRIOR, ""), ("基本持平", FLAT, PRIOR, ""))

    assert [near.is_about(one) for one in (flat, about)] == [False, True]
    assert [near.printed(one) for one in (flat, about)] == ["", ""]
    assert [near.said(one) for one in (flat, about)] == ["持平", "基本持平"]


@pytest.mark.parametrize(
    ("between", "measure", "expected"),
    [
        pytest.param([], PRIOR, True, id="right behind it"),
        pytest.param([NOW], PRIOR, True, id="one later"),
        pytest.param([NOW, NOW], PRIOR, False, id="two later"),
        pytest.param([], BUDGET, False, id="against another base"),
    ],
)
def test_the_rate_of_a_change(
    between: list[tuple[str, ...]],
    measure: str,
    expected: bool,  # noqa: FBT001
) -> None:
    rows = [("p", CHANGE, PRIOR, "1.00万元"), *between, ("p", GROWTH, measure, "25.0%")]
    every, found = claims(*rows)

    assert (rates.rate_for(every, found[0]) is found[-1]) is expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([("p", CHANGE, PRIOR, "1.00万元")], True, id="before it"),
        pytest.param([("q", CHANGE, PRIOR, "1.00万元")], False, id="in another paragraph"),
        pytest.param([("p", CHANGE, BUDGET, "1.00万元")], False, id="against another base"),
        pytest.param([("p", CHANGE, PRIOR, "1.00万元", "1")], False, id="of another topic"),
        pytest.param([], False, id="none"),
    ],
)
def test_the_change_of_a_rate(rows: list[tuple[str, ...]], expected: bool) -> None:  # noqa: FBT001
    every, found = claims(*rows, ("p", GROWTH, PRIOR, "25.0%"))

    assert (rates.change_for(every, found[-1]) is not None) is expected


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        pytest.param(["60.0%", "40.0%"], True, id="close"),
        pytest.param(["60.1%", "40.0%"], True, id="by rounding"),
        pytest.param(["60.2%", "40.0%"], False, id="by more"),
        pytest.param(["59.8%", "40.0%"], False, id="or less"),
        pytest.param(["60.0%"], False, id="one has none"),
    ],
)
def test_shares_that_close(shares: list[str], expected: bool) -> None:  # noqa: FBT001
    rows = [("p", SHARE, "", share, str(at)) for at, share in enumerate(shares, 1)]
    every, _ = claims(("p", AMOUNT, ACTUAL, "5.00万元"), *rows)
    group = Group(0, 0, (1, 2), "其中", closed=False, start=1, end=len(rows) + 1)

    assert completeness.shares_close(every, group) is expected


PATTERNS = tuple(made(word, Scalar(1, 1, word)) for word in ("第0项", "第1项", "第2项"))


@pytest.mark.parametrize(
    ("rows", "patterns", "names", "expected"),
    [
        pytest.param([], PATTERNS, ["第0项", "第1项"], True, id="one lacks"),
        pytest.param([], PATTERNS, ["第0项"], False, id="two lack"),
        pytest.param([], PATTERNS, ["第0项", "第1项", "第2项"], False, id="none lacks"),
        pytest.param([], PATTERNS[:2], ["第0项"], False, id="of two"),
        pytest.param(
            [("p", AMOUNT, ACTUAL, "5.00万元", "2")],
            PATTERNS,
            ["第0项", "第1项"],
            False,
            id="one lacks that is stated",
        ),
        pytest.param(
            [("p", AMOUNT, ACTUAL, "0.00万元", "2")],
            PATTERNS,
            ["第0项", "第1项"],
            True,
            id="as nothing",
        ),
    ],
)
def test_a_list_that_lacks_what_is_stated_nowhere(
    rows: list[tuple[str, ...]],
    patterns: tuple[re2._Regexp, ...],
    names: list[str],
    expected: bool,  # noqa: FBT001
) -> None:
    every, _ = claims(*rows)

    assert completeness.covers_all_stated(every, patterns, names) is expected


def test_a_set_is_covered_where_each_of_its_patterns_has_a_name_of_its_own() -> None:
    assert completeness.covers(PATTERNS[:2], ["第1项", "第0项", "其他"])
    assert not completeness.covers(PATTERNS[:2], ["第0项", "第0项"])
    assert not completeness.covers((PATTERNS[0], PATTERNS[0]), ["第0项"])
    assert completeness.has(PATTERNS[:1], ["第1项", "第0项"])
    assert not completeness.has(PATTERNS[:1], ["第1项"])
