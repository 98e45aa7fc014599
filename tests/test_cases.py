"""The bench by itself: relations judged, readings settled, outcomes worded, without any kind."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from msgspec import Struct
from reports import context, rules_of

from jslint import spoken
from jslint.claims.model import AMOUNT
from jslint.diagnostic import Diagnostic, Holds, Related, Severity, Unchecked
from jslint.document import Place
from jslint.figures.figure import Figure, find
from jslint.figures.interval import Interval
from jslint.figures.style import Style
from jslint.figures.verdict import Linear, Rate, Verdict
from jslint.relation import Kind, Role
from jslint.rules.bench import near, relate
from jslint.rules.bench.cases import (
    Case,
    Fault,
    Kept,
    Open,
    by_topic,
    conclude,
    judge,
    settle,
    weigh,
)

if TYPE_CHECKING:
    from jslint.claims.model import Claim
    from jslint.rules.bench.cases import Found, Result
    from jslint.rules.ground.base import Rule
    from jslint.rules.ground.context import Context

STYLED = cast(
    "Context",
    SimpleNamespace(style=Style({"万元": Decimal("0.01"), "%": Decimal("0.1")})),
)
#: A list of one whole and its two parts, and a change.
SOURCE = """\
一、支出决算情况说明
本年支出合计200.00万元，比上年增加20.00万元，增长11.1%。其中：基本支出120.00万元，占60.0%；项目支出80.00万元，占40.0%。
"""


class Mark(Struct, frozen=True):
    """A figure with a place of its own."""

    place: Place
    figure: Figure


def concluded(rule: Rule, here: Context, found: Found) -> Diagnostic | Holds | Unchecked:
    """The outcome in Chinese."""
    return spoken.outcome(conclude(rule, here, found), "zh")


def mark(printed: str, at: int = 1) -> Mark:
    (found,) = find(printed)
    return Mark(Place(order=(at, 1), line=at), found.figure)


def marks(*printed: str) -> list[Mark]:
    return [mark(one, at) for at, one in enumerate(printed, 1)]


@pytest.mark.parametrize(
    ("printed", "verdict"),
    [
        pytest.param(("1.6%", "59.11万元", "3594.43万元"), Verdict.ROUNDING, id="rounded down"),
        pytest.param(("1.7%", "59.11万元", "3594.43万元"), Verdict.OFF_BY_ONE, id="one too many"),
        pytest.param(("2.6%", "59.11万元", "3594.43万元"), Verdict.IMPOSSIBLE, id="a slip"),
        pytest.param(("50.0%", "10.00万元", "20.00万元"), Verdict.EXACT, id="exact"),
        pytest.param(("0%", "0.00万元", "20.00万元"), Verdict.EXACT, id="nothing of something"),
        pytest.param(("0%", "0.00万元", "0.00万元"), Verdict.EXACT, id="nothing of nothing"),
        pytest.param(("5.0%", "0.00万元", "20.00万元"), Verdict.IMPOSSIBLE, id="nothing is no 5 %"),
        pytest.param(
            ("0%", "10.00万元", "20.00万元"), Verdict.IMPOSSIBLE, id="a half is not nothing"
        ),
    ],
)
def test_a_share(printed: tuple[str, str, str], verdict: Verdict) -> None:
    result = judge(STYLED, relate.ratio(*marks(*printed)))

    assert result is not None
    assert result.verdict is verdict


def test_a_share_of_what_may_be_nothing_is_not_judged() -> None:
    assert judge(STYLED, relate.ratio(*marks("5.0%", "10.00万元", "0.00万元"))) is None


def test_a_share_of_a_known_span() -> None:
    """All of the whole but what is next to nothing: 100 % is right, 99.8 % is not."""
    almost = Interval(Fraction(9996, 100), Fraction(100))

    verdicts = [
        judge(STYLED, relate.ratio(*marks(rate, "20.00万元", "20.00万元")), almost)
        for rate in ("100%", "99.8%")
    ]
    assert [one.verdict.holds for one in verdicts if one] == [True, False]


@pytest.mark.parametrize(
    ("rate", "change", "now", "sign", "verdict"),
    [
        pytest.param("25.0%", "1.00万元", "5.00万元", 1, Verdict.EXACT, id="grown from 4"),
        pytest.param("25.0%", "1.00万元", "3.00万元", -1, Verdict.EXACT, id="fallen from 4"),
        pytest.param("25.0%", "1.00万元", "5.00万元", -1, Verdict.IMPOSSIBLE, id="the other way"),
        pytest.param(
            "20.0%", "1.00万元", "5.00万元", 1, Verdict.IMPOSSIBLE, id="of the amount now"
        ),
        pytest.param("0%", "0.00万元", "5.00万元", 1, Verdict.EXACT, id="no change"),
        pytest.param("0%", "0.00万元", "0.00万元", 1, Verdict.EXACT, id="nothing stays nothing"),
        pytest.param("0%", "1.00万元", "5.00万元", 1, Verdict.IMPOSSIBLE, id="a change is no 0 %"),
    ],
)
def test_growth_by_a_change(rate: str, change: str, now: str, sign: int, verdict: Verdict) -> None:
    result = judge(STYLED, relate.grown(*marks(rate, change, now), sign))

    assert result is not None
    assert result.verdict is verdict


@pytest.mark.parametrize(
    ("rate", "now", "then", "sign", "verdict"),
    [
        pytest.param("25.0%", "5.00万元", "4.00万元", 1, Verdict.EXACT, id="risen"),
        pytest.param("20.0%", "4.00万元", "5.00万元", -1, Verdict.EXACT, id="fallen"),
        pytest.param(
            "25.0%", "4.00万元", "5.00万元", -1, Verdict.IMPOSSIBLE, id="of the amount now"
        ),
        pytest.param("0.0%", "4.00万元", "4.00万元", 1, Verdict.EXACT, id="no change"),
        pytest.param("100%", "0.00万元", "4.00万元", -1, Verdict.EXACT, id="all gone"),
    ],
)
def test_growth_on_a_base(rate: str, now: str, then: str, sign: int, verdict: Verdict) -> None:
    result = judge(STYLED, relate.risen(*marks(rate, now, then), sign))

    assert result is not None
    assert result.verdict is verdict


def test_growth_from_nothing_is_not_judged() -> None:
    assert judge(STYLED, relate.grown(*marks("100%", "5.00万元", "5.00万元"), 1)) is None
    assert judge(STYLED, relate.risen(*marks("0%", "0.00万元", "0.00万元"), 1)) is None


@pytest.mark.parametrize(
    ("printed", "signs", "left"),
    [
        pytest.param(("5.00万元", "2.00万元", "3.00万元"), (1, 1), 0, id="adds up"),
        pytest.param(("1.00万元", "3.00万元", "2.00万元"), (1, -1), 0, id="taken away"),
        pytest.param(("5.00万元", "2.00万元", "3.50万元"), (1, 1), 5000, id="too much"),
        pytest.param(("6.00万元", "2.00万元", "3.50万元"), (1, 1), -5000, id="too little"),
    ],
)
def test_a_sum(printed: tuple[str, ...], signs: tuple[int, int], left: int) -> None:
    whole, *parts = marks(*printed)

    result = judge(STYLED, relate.total(whole, zip(signs, parts, strict=True)))

    assert isinstance(result, Linear)
    assert result.difference == left
    assert result.verdict.holds is (left == 0)


@pytest.mark.parametrize(
    ("printed", "sign", "left"),
    [
        pytest.param(("2.00万元", "5.00万元", "3.00万元"), 1, 0, id="up"),
        pytest.param(("2.00万元", "3.00万元", "5.00万元"), -1, 0, id="down"),
        pytest.param(("1.00万元", "5.00万元", "3.00万元"), 1, 10000, id="up by more"),
        pytest.param(("1.00万元", "3.00万元", "5.00万元"), -1, 10000, id="down by more"),
    ],
)
def test_a_change_between_two_amounts(printed: tuple[str, ...], sign: int, left: int) -> None:
    change, now, then = marks(*printed)

    result = judge(STYLED, relate.difference(change, now, then, sign))

    assert isinstance(result, Linear)
    assert result.difference == left


def test_what_is_given_counts() -> None:
    """120 now less a change of 20 is 100 of last year."""
    now, change = marks("120.00万元", "20.00万元")

    right, wrong = (
        judge(STYLED, relate.before([(1, now), (-1, change)], mark(then).figure))
        for then in ("100.00万元", "105.00万元")
    )

    assert right is not None
    assert right.verdict is Verdict.EXACT
    assert wrong is not None
    assert wrong.verdict is Verdict.IMPOSSIBLE


def test_what_relations_say_of_their_figures() -> None:
    rate, change, now = marks("25.0%", "1.00万元", "5.00万元")

    told = {
        name: [(one.weight, one.role) for one in relation.operands]
        for name, relation in {
            "total": relate.total(now, [(1, change)]),
            "down": relate.difference(change, now, rate, -1),
            "ratio": relate.ratio(rate, change, now),
            "grown": relate.grown(rate, change, now, -1),
            "risen": relate.risen(rate, now, change, 1),
            "same": relate.same(change, now),
            "order": relate.order(now, change),
        }.items()
    }
    assert told == {
        "total": [(-1, Role.TOTAL), (1, Role.PART)],
        "down": [(1, Role.DERIVED), (1, Role.PART), (-1, Role.PART)],
        "ratio": [(1, Role.RATE), (1, Role.PART), (1, Role.TOTAL)],
        "grown": [(-1, Role.RATE), (-1, Role.DERIVED), (1, Role.PART)],
        "risen": [(1, Role.RATE), (1, Role.PART), (1, Role.TOTAL)],
        "same": [(1, Role.PART), (-1, Role.PART)],
        "order": [(1, Role.PART), (-1, Role.PART)],
    }


def test_what_amounts_imply_is_the_totals_first() -> None:
    now, rate, part, change = marks("5.00万元", "25.0%", "3.00万元", "1.00万元")

    relation = relate.implied([(now, rate, 1), (part, change, -1)])

    told = [(one.figure.text, one.weight, one.role) for one in relation.operands]
    assert told == [
        ("5.00万元", 1, Role.TOTAL),
        ("25.0%", 1, Role.RATE),
        ("3.00万元", 1, Role.PART),
        ("1.00万元", -1, Role.DERIVED),
    ]


@pytest.mark.parametrize(
    ("rate", "holds"),
    [pytest.param("0.1%", True, id="may be"), pytest.param("0.3%", False, id="no")],
)
def test_a_change_of_0_may_be_next_to_nothing(rate: str, holds: bool) -> None:  # noqa: FBT001
    """Where hundredths are dropped, 0 may be up to 0.005, which of 5.00 is 0.1 %."""
    result = judge(STYLED, relate.grown(*marks(rate, "0万元", "5.00万元"), 1))

    assert result is not None
    assert result.verdict.holds is holds


def test_only_a_sum_of_counts_is_exact() -> None:
    whole, *parts = marks("5批次", "2批次", "3批次")

    assert relate.total(whole, [(1, one) for one in parts]).kind is Kind.COUNT
    assert relate.total(whole, [(1, mark("3.00万元"))]).kind is Kind.LINEAR


# What is made of a case.


def claims(*printed: str) -> tuple[Context, list[Claim]]:
    """The context of the source, and the claims that print these figures."""
    found = context(SOURCE)
    return found, [
        next(one for one in found.claims.claims if near.printed(one) == p) for p in printed
    ]


def share(rate: str, part: str, whole: str, **more: object) -> tuple[Context, Case]:
    found, (one, two, three) = claims(rate, part, whole)

    def fault(result: Result) -> Fault:
        return Fault(claim=one, others=(two, three), result=result)

    relation = relate.ratio(one, two, three)
    return found, Case(one, relation, fault, "whole-zero", **more)  # type: ignore[arg-type]


def test_a_case_that_holds_is_kept() -> None:
    found, case = share("60.0%", "120.00万元", "200.00万元")

    assert weigh(found, case) == Kept(case.relation.places, case.relation)


def test_a_case_that_holds_by_rounding_says_so() -> None:
    found, case = share("11.1%", "20.00万元", "200.00万元")
    rounded = Rate(Verdict.ROUNDING, Fraction(1), Decimal(1))

    kept = weigh(found, Case(case.claim, case.relation, case.fault, result=rounded))

    assert kept == Kept(case.relation.places, case.relation, slack=True)


def test_the_places_of_a_case_may_be_others_than_its_relations() -> None:
    place = Place(order=(9, 9))
    found, case = share("60.0%", "120.00万元", "200.00万元", figures=(place,))

    assert weigh(found, case) == Kept((place,), case.relation)


def test_a_case_that_is_broken_is_its_fault() -> None:
    found, case = share("40.0%", "120.00万元", "200.00万元")

    fault = weigh(found, case)

    assert isinstance(fault, Fault)
    assert fault.result is not None
    assert fault.result.verdict is Verdict.IMPOSSIBLE


def undecided(*, fault: bool) -> Open | Kept | Fault:
    found = context("会议费0.00万元，占5.0%。\n")
    rate = next(one for one in found.claims.claims if near.printed(one) == "5.0%")
    amount = next(one for one in found.claims.claims if near.printed(one) == "0.00万元")
    said = Fault(claim=amount)
    relation = relate.ratio(rate, amount, amount)

    def baseless() -> Fault | None:
        return said if fault else None

    return weigh(found, Case(rate, relation, lambda _: said, "whole-zero", baseless=baseless))


def test_a_case_without_a_verdict_is_open_or_a_fault_by_itself() -> None:
    assert isinstance(undecided(fault=True), Fault)

    found = undecided(fault=False)
    assert isinstance(found, Open)
    assert found.reason == "whole-zero"


def test_readings() -> None:
    found, (claim,) = claims("60.0%")
    kept, open_, fault = Kept((claim.place,)), Open(claim, "no-whole"), Fault(claim=claim)
    seen: list[object] = []

    def read(*given: Open | Kept | Fault) -> Open | Kept | Fault:
        seen.clear()
        return settle(found, (seen.append(one) or one for one in given))  # type: ignore[func-returns-value]

    assert read(kept, fault) is kept
    assert seen == [kept]  # the others are not looked at
    assert read(fault, open_, kept, fault) is kept
    assert seen == [fault, open_, kept]
    assert read(fault, open_) is fault
    assert read(open_, fault) is open_


def test_a_reading_that_misses_by_a_coarse_printing_alone_excuses() -> None:
    found, (claim,) = claims("60.0%")
    coarse = Rate(Verdict.COARSE, Fraction(1), Decimal(1))
    wrong = Rate(Verdict.IMPOSSIBLE, Fraction(1), Decimal(1))
    sure, unsure = (Fault(claim=claim, result=one) for one in (wrong, coarse))
    doubted = Fault(claim=claim, result=wrong, doubts=("alike",))

    again = Fault(claim=claim, result=wrong)
    assert settle(found, iter([sure, again])) is sure
    assert settle(found, iter([again, sure])) is again
    assert settle(found, iter([sure, unsure])) is unsure
    assert settle(found, iter([sure, doubted, unsure])) is doubted
    assert settle(found, iter([sure, Fault(claim=claim)])) is sure
    assert settle(found, iter([unsure, sure])) is unsure
    assert settle(found, iter([Open(claim, "no-whole"), unsure])) == Open(claim, "no-whole")


def test_a_clause_is_read_of_its_own_topic_first() -> None:
    found = context("会议费2.00万元，其中培训费3.00万元，增加1.00万元。\n")
    (change,) = (one for one in found.claims.claims if near.printed(one) == "1.00万元")
    stated = {one.topic for one in found.claims.claims if one.kind == AMOUNT}
    read: list[int] = []

    def of_topic(topic: int) -> Open:
        read.append(topic)
        return Open(change, "no-whole")

    list(by_topic(found.claims, change, of_topic))

    assert read[0] == change.topic
    assert set(read) == stated
    assert len(stated) == 2  # noqa: PLR2004 - the two that the words before name


SHARES = rules_of()["PCT101"]
SUMS = rules_of()["SUM101"]


def test_what_is_said_of_a_broken_share() -> None:
    found, case = share("40.0%", "120.00万元", "200.00万元")
    values = {name: name for name in ("part", "whole", "numerator", "denominator")}

    def fault(result: Result) -> Fault:
        said = case.fault(result)
        return Fault(claim=said.claim, others=said.others, result=result, values=values)

    one = concluded(SHARES, found, Case(case.claim, case.relation, fault))

    assert isinstance(one, Diagnostic)
    assert (one.rule, one.severity, one.place) == ("PCT101", Severity.ERROR, case.claim.place)
    assert (one.expected, one.actual, one.excerpt) == ("60.0%", "40.0%", case.claim.excerpt)
    assert one.section == "一、支出决算情况说明"
    assert [other.place for other in one.related] == list(case.relation.places[1:])
    assert one.figures == case.relation.places
    assert "60" in one.message


@pytest.mark.parametrize(
    ("doubts", "notes", "severity", "said"),
    [
        pytest.param((), None, Severity.ERROR, "超出四舍五入", id="by the verdict"),
        pytest.param(
            ("if-complete",), ("if-complete",), Severity.INFO, "若所列即为全部", id="a doubt"
        ),
        pytest.param((), (), Severity.ERROR, "。", id="nothing noted"),
    ],
)
def test_what_is_said_of_a_broken_sum(
    doubts: tuple[str, ...], notes: tuple[str, ...] | None, severity: Severity, said: str
) -> None:
    found, (whole, one, two) = claims("200.00万元", "120.00万元", "20.00万元")
    relation = relate.total(whole, [(1, one), (1, two)])

    def fault(result: Result) -> Fault:
        values = {"whole": "支出", "total": "200.00万元", "parts": "120.00+20.00"}
        return Fault(
            claim=whole,
            others=(one, two),
            relation=relation,
            result=result,
            doubts=doubts,
            notes=notes,
            values=values,
        )

    broken = concluded(SUMS, found, Case(whole, relation, fault))

    assert isinstance(broken, Diagnostic)
    assert (broken.expected, broken.actual) == ("140.00万元", "200.00万元")
    assert broken.severity is severity
    assert broken.relation == relation
    assert "60.00万元" in broken.message
    assert said in f"{broken.message}。"
    assert ("（" in broken.message) is (said != "。")


def test_a_fault_may_say_everything_itself() -> None:
    found, (claim, other) = claims("60.0%", "200.00万元")
    elsewhere = Related(Place(order=(9, 9)), "there")

    one = concluded(
        SHARES,
        found,
        Fault(
            claim=claim,
            others=(other, elsewhere),
            figures=(other.place,),
            expected="≤100%",
            actual="as it is",
            wording="above-whole",
            values={"part": "基本支出"},
        ),
    )

    assert isinstance(one, Diagnostic)
    assert (one.expected, one.actual) == ("≤100%", "as it is")
    assert one.figures == (other.place,)
    assert one.related[1] == elsewhere
    assert one.message == "基本支出占比印作as it is，分项不会大于整体"


def test_what_is_kept_and_what_is_open() -> None:
    found, (claim,) = claims("60.0%")
    relation = relate.same(claim, claim)

    kept = concluded(SHARES, found, Kept((claim.place,), relation, slack=True))
    assert kept == Holds("PCT101", (claim.place,), slack=True, relation=relation)

    reasons = [
        concluded(SHARES, found, one)
        for one in (
            Open(claim, "no-whole"),
            Open(claim, "no-whole", "其他"),
            Open(claim, "no-whole", ""),
            Open(None, "no-whole"),
        )
    ]
    assert reasons == [
        Unchecked("PCT101", f"{claim.excerpt}：没有找到整体", claim.place),
        Unchecked("PCT101", "其他：没有找到整体", claim.place),
        Unchecked("PCT101", "没有找到整体", claim.place),
        Unchecked("PCT101", "没有找到整体", None),
    ]
