"""Of which part and which whole a share is, as its words, its list and its neighbours tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reports import context

from jslint.claims.model import SHARE
from jslint.rules.bench import alone, near, portions

if TYPE_CHECKING:
    from jslint.claims.model import Claim, Claims
    from jslint.rules.bench.portions import Portion


def shares(sentence: str) -> tuple[Claims, list[Claim]]:
    """The claims of a narrative, in which ``|`` begins a paragraph, and the shares among them."""
    claims = context("一、支出\n" + sentence.replace("|", "\n")).claims
    return claims, [one for one in claims.claims if one.kind == SHARE]


def told(share: Portion | None) -> str:
    return f"{near.printed(share.part)}/{near.printed(share.whole)}" if share else ""


LISTED = "本年支出10.00万元，其中：会议费6.00万元，占60.0%；培训费4.00万元，占40.0%。"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(LISTED, "4.00万元/10.00万元", id="of its list's whole"),
        pytest.param(
            "本年收入20.00万元。总支出10.00万元，占本年收入的50.0%。",
            "10.00万元/20.00万元",
            id="of what it names",
        ),
        pytest.param(
            "总支出10.00万元，占本年收入的50.0%。", "", id="of what is not stated anywhere"
        ),
        pytest.param("本年支出10.00万元，会议费6.00万元，占60.0%。", "", id="of what is not known"),
        pytest.param(
            "项目支出9.00万元，其中：会议费预算3.00万元，占项目支出预算的30.0%。",
            "3.00万元/9.00万元",
            id="a budget of what the list states of its whole",
        ),
        pytest.param(
            "项目支出预算9.00万元，项目支出8.00万元，其中：会议费预算3.00万元，占30.0%。",
            "3.00万元/9.00万元",
            id="a budget of a budget",
        ),
        pytest.param(
            "本年支出10.00万元，其中：会议费6.00万元，比上年5.00万元增加，占60.0%。",
            "6.00万元/10.00万元",
            id="this year's amount, not last year's behind it",
        ),
        pytest.param(
            "项目12个，其中：评为优的9个，占75.0%；评为良的3个，占25.0%。",
            "3个/12个",
            id="of things",
        ),
        pytest.param("项目12个。评为优的9个，占75.0%。", "", id="of things in no list"),
        pytest.param(
            "本年支出10.00万元，其中：会议费6.00万元，占国有资本收益的30.0%。",
            "",
            id="of something else than the list's",
        ),
    ],
)
def test_the_part_and_the_whole_of_a_share(sentence: str, expected: str) -> None:
    claims, found = shares(sentence)

    assert told(portions.of_share(claims, found[-1])) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "本年收入20.00万元。总支出10.00万元，占本年收入的50.0%；会议费8.00万元，占40.0%。",
            {"8.00万元/20.00万元", "8.00万元/10.00万元"},
            id="of what the share before it names, or of anything before it",
        ),
        pytest.param(
            "本年收入合计32.00万元，会议费8.00万元，占25.0%。",
            {"8.00万元/32.00万元"},
            id="of the total that begins its sentence",
        ),
        pytest.param(
            "本年收入32.00万元，会议费8.00万元，占25.0%。", set(), id="of what is no total"
        ),
        pytest.param(
            "本年收入合计32.00万元。会议费8.00万元，占25.0%。",
            set(),
            id="of the total of a sentence before",
        ),
        pytest.param(
            "本年收入合计32.00万元。|会议费8.00万元，占25.0%。",
            set(),
            id="or of another paragraph",
        ),
        pytest.param(
            "本年收入合计32.00万元，会议费8.00万元，占本年支出的25.0%。",
            set(),
            id="of what it names itself",
        ),
        pytest.param(
            "项目12个。评为优的10个，占83.33%。", {"10个/12个"}, id="of things counted before"
        ),
        pytest.param("项目12个。|评为优的10个，占83.33%。", set(), id="in another paragraph"),
        pytest.param("人员12人。评为优的10个，占83.33%。", set(), id="of other things"),
        pytest.param(
            "项目12个，金额9.00万元。评为优的10个，占83.33%。",
            {"10个/12个"},
            id="not of amounts",
        ),
    ],
)
def test_what_a_share_without_a_whole_may_be_of(sentence: str, expected: set[str]) -> None:
    claims, found = shares(sentence)

    assert {told(one) for one in portions.beside(claims, found[-1])} == expected


NESTED = (
    "本年支出20.00万元，其中：会议费10.00万元，占50.0%，其中：场租6.00万元，占60.0%；"
    "餐费4.00万元，占20.0%。"
)


def test_a_list_may_have_swallowed_the_next_part_of_the_list_around_it() -> None:
    claims, found = shares(NESTED)
    inner = [portions.of_share(claims, one) for one in found]

    assert [told(one) for one in inner] == [
        "10.00万元/20.00万元", "6.00万元/10.00万元", "4.00万元/10.00万元",
    ]  # fmt: skip
    assert [told(portions.outer(claims, one)) for one in inner if one] == [
        "", "6.00万元/20.00万元", "4.00万元/20.00万元",
    ]  # fmt: skip


def test_what_names_its_whole_is_of_no_list_around() -> None:
    claims, found = shares(NESTED.replace("占20.0%", "占会议费的40.0%"))
    share = portions.of_share(claims, found[-1])

    assert told(share) == "4.00万元/10.00万元"
    assert share is not None
    assert portions.outer(claims, share) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "本年收入50.00万元。本年支出20.00万元，占本年收入的40.0%，其中：会议费10.00万元，占20.0%。",
            "50.00万元",
            id="what the share before it names",
        ),
        pytest.param(
            "本年收入50.00万元。本年支出20.00万元，占本年收入的40.0%。"
            "|本年支出20.00万元，其中：会议费10.00万元，占50.0%。",
            "",
            id="in another paragraph",
        ),
        pytest.param(LISTED, "", id="which names none"),
    ],
)
def test_the_whole_that_the_share_before_names(sentence: str, expected: str) -> None:
    claims, found = shares(sentence)
    share = portions.of_share(claims, found[-1])
    assert share is not None

    named = portions.whole_named(claims, share)

    assert (near.printed(named) if named else "") == expected


# A row of shares without a whole.


def fits(one: alone.Alone, whole: Claim) -> bool:
    """Whether a share is that of its part in an amount, rounded."""
    share, part, all_of_it = one.share.figure, one.part.figure, whole.figure
    assert share is not None
    assert part is not None
    assert all_of_it is not None
    if not all_of_it.value:
        return False
    return 2 * abs(share.exact() - 100 * part.exact() / all_of_it.exact()) <= share.step


A, B, C = (
    "会议费6.00万元（占比60.0%）",
    "培训费3.00万元（占比30.0%）",
    "印刷费1.00万元（占比10.0%）",
)
REST = "培训费4.00万元（占比40.0%）"
WRONG = "培训费3.00万元（占比35.0%）"
HALF = "印刷费1.00万元（占比15.0%）"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(f"总支出10.00万元，{A}，{B}，{C}。", "6.00万元/10.00万元", id="three"),
        pytest.param(
            f"总支出10.00万元，{A}，{REST}。", "6.00万元/10.00万元", id="two that are all"
        ),
        pytest.param(f"总支出10.00万元，{A}，{B}。", "", id="two that are not"),
        pytest.param(
            f"总支出10.00万元，{A}，{B}，印刷费0.50万元（占比5.0%）。",
            "6.00万元/10.00万元",
            id="three need not be all",
        ),
        pytest.param(f"总支出10.00万元，{A}，{B}，{C}", "6.00万元/10.00万元", id="without a stop"),
        pytest.param(
            "总支出10.00万元，会议费占比60.0%，支出6.00万元；培训费占比40.0%，支出4.00万元。",
            "6.00万元/10.00万元",
            id="with their amounts behind them",
        ),
        pytest.param(
            "总支出10.00万元，会议费占比60.0%；培训费占比40.0%。会议费支出6.00万元，培训费支出4.00万元。",
            "",
            id="but of their own sentence",
        ),
        pytest.param(f"总支出10.00万元，{A}。", "", id="one"),
        pytest.param("总支出10.00万元，会议费10.00万元（占比100.0%）。", "", id="one that is all"),
        pytest.param(
            f"总支出10.00万元，{A.replace('60.0', '62.0')}，{B}，{C}。",
            "6.00万元/10.00万元",
            id="the others tell it",
        ),
        pytest.param(f"总支出10.00万元，{A}，{WRONG}，{HALF}。", "", id="where they agree"),
        pytest.param(f"总支出10.00万元，{A}，{WRONG}，{C}。", "", id="all of them"),
        pytest.param(
            f"总支出10.00万元，{A}，培训费4.00万元（占比41.0%）。", "", id="of two the other alone"
        ),
        pytest.param(
            f"总支出10.00万元，会议费6.00万元（占比61.0%），{REST}。",
            "6.00万元/10.00万元",
            id="whose parts make up the whole",
        ),
        pytest.param(
            f"总支出10.00万元，会议费5.50万元（占比60.0%），{REST}。",
            "5.50万元/10.00万元",
            id="whose shares come to all",
        ),
        pytest.param(
            f"总支出10.00万元。{A}，{B}，{C}。", "6.00万元/10.00万元", id="of the sentence before"
        ),
        pytest.param(f"总支出10.00万元。|{A}，{B}，{C}。", "", id="of a paragraph before"),
        pytest.param(
            f"总支出20.00万元，本年支出10.00万元，{A}，{B}，{C}。",
            "6.00万元/10.00万元",
            id="the nearest that fits",
        ),
        pytest.param(
            f"总支出10.00万元，本年支出20.00万元，{A}，{B}，{C}。",
            "6.00万元/10.00万元",
            id="or one further off",
        ),
        pytest.param(f"总支出预算10.00万元，{A}，{B}，{C}。", "", id="of another measure"),
        pytest.param(f"{A}，{B}，{C}。总支出10.00万元。", "", id="what is behind them"),
        pytest.param(
            f"总支出10.00万元，{A}。{B}，{C}。", "6.00万元/10.00万元", id="alone in its sentence"
        ),
        pytest.param(
            "项目10个，优的6个（占比60.0%），良的3个（占比30.0%），中的1个（占比10.0%）。",
            "6个/10个",
            id="of things",
        ),
        pytest.param(
            "人员10人，优的6个（占比60.0%），良的3个（占比30.0%），中的1个（占比10.0%）。",
            "",
            id="of other things",
        ),
    ],
)
def test_of_what_a_row_of_shares_is(sentence: str, expected: str) -> None:
    claims, found = shares(sentence)

    row = alone.whole_of(claims, found[0], fits)

    assert ("/".join(map(near.printed, row)) if row else "") == expected


@pytest.mark.parametrize(
    ("rates", "expected"),
    [
        pytest.param("60.0% 40.0%", True, id="all"),
        pytest.param("60.1% 40.0%", True, id="but for rounding"),
        pytest.param("59.9% 40.0%", True, id="below"),
        pytest.param("60.2% 40.0%", False, id="more"),
        pytest.param("59.8% 40.0%", False, id="less"),
        pytest.param("", False, id="none at all"),
    ],
)
def test_shares_that_come_to_all(rates: str, *, expected: bool) -> None:
    said = "，".join(f"会议费1.00万元（占比{rate}）" for rate in rates.split())
    _, found = shares(f"支出9.00万元，{said}。")

    assert len(found) == len(rates.split())
    assert alone.come_to_all(found) is expected


#: More claims than any share is looked for among.
MANY = "|" + "会议费1.00万元。" * 60


@pytest.mark.parametrize("behind", ["", MANY])
def test_what_stands_behind_makes_no_difference(behind: str) -> None:
    claims, found = shares(f"总支出10.00万元，{A}，{REST}。{behind}")
    named, (_, last) = shares(
        "本年收入50.00万元。本年支出20.00万元，占本年收入的40.0%，其中：会议费10.00万元，占20.0%。"
        + behind
    )
    share = portions.of_share(named, last)
    assert share is not None

    row = alone.whole_of(claims, found[0], fits)
    whole = portions.whole_named(named, share)

    assert row is not None
    assert near.printed(row[1]) == "10.00万元"
    assert whole is not None
    assert near.printed(whole) == "50.00万元"
    many, (*_, lone) = shares("本年收入合计32.00万元，会议费8.00万元，占25.0%。" + behind)
    assert {told(one) for one in portions.beside(many, lone)} == {"8.00万元/32.00万元"}
