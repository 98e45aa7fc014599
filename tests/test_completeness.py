"""Whether a list in the narrative names all that its whole consists of."""

from __future__ import annotations

import pytest
from reports import context

from jslint.rules.bench import completeness
from jslint.rules.ground.options import made
from jslint.tree import Scalar

INCOME = tuple(made(one, Scalar(1, 1, one)) for one in ("财政拨款", "事业收入", "其他收入"))
LIST = "一、收入\n本年收入合计100.00万元，其中："


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(["财政拨款收入", "事业收入", "其他收入"], True, id="all"),
        pytest.param(["其他收入", "财政拨款收入", "事业收入", "捐赠"], True, id="more"),
        pytest.param(["财政拨款收入", "其他收入"], False, id="one missing"),
        pytest.param(["财政拨款收入", "财政拨款事业收入", "其他收入"], True, id="each its own"),
        pytest.param(["财政拨款事业收入", "其他收入"], False, id="one name for two"),
    ],
)
def test_a_set_is_covered_by_a_name_for_each(names: list[str], *, expected: bool) -> None:
    assert completeness.covers(INCOME, names) == expected


@pytest.mark.parametrize(
    ("more", "names", "expected"),
    [
        pytest.param("", ["财政拨款收入", "事业收入"], True, id="one missing, and stated nowhere"),
        pytest.param("", ["财政拨款收入"], False, id="two missing"),
        pytest.param("", ["财政拨款收入", "事业收入", "其他收入"], False, id="none missing"),
        pytest.param(
            "其他收入5.00万元。", ["财政拨款收入", "事业收入"], False, id="stated elsewhere"
        ),
        pytest.param("其他收入0.00万元。", ["财政拨款收入", "事业收入"], True, id="said to be 0"),
        pytest.param("捐赠5.00万元。", ["财政拨款收入", "事业收入"], True, id="another stated"),
    ],
)
def test_what_is_stated_nowhere_may_be_missing(
    more: str, names: list[str], *, expected: bool
) -> None:
    claims = context(f"一、收入\n财政拨款收入60.00万元，事业收入40.00万元。{more}").claims

    assert completeness.covers_all_stated(claims, INCOME, names) == expected


def test_of_a_set_of_two_none_may_be_missing() -> None:
    claims = context("一、收入\n财政拨款收入60.00万元。").claims

    assert not completeness.covers_all_stated(claims, INCOME[:2], ["财政拨款收入"])
    assert completeness.covers_all_stated(claims, INCOME, ["财政拨款收入", "事业收入"])


def test_one_name_that_fits_is_enough() -> None:
    assert completeness.has(INCOME, ["捐赠", "其他收入"])
    assert not completeness.has(INCOME, ["捐赠", "利息"])
    assert not completeness.has(INCOME, [])
    assert not completeness.has((), ["其他收入"])


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        # Two shares of one decimal: off by three halves of 0.1 at most.
        pytest.param("甲收入60.00万元，占60.0%；乙收入40.00万元，占40.0%。", True, id="100"),
        pytest.param("甲收入60.00万元，占60.0%；乙收入40.00万元，占40.1%。", True, id="100.1"),
        pytest.param("甲收入60.00万元，占60.0%；乙收入40.00万元，占39.9%。", True, id="99.9"),
        pytest.param("甲收入60.00万元，占60.0%；乙收入40.00万元，占40.2%。", False, id="100.2"),
        pytest.param("甲收入60.00万元，占60.0%；乙收入40.00万元，占39.8%。", False, id="99.8"),
        # Three: by two whole ones.
        pytest.param(
            "甲收入30.00万元，占30.0%；乙收入30.00万元，占30.0%；丙收入40.00万元，占40.2%。",
            True,
            id="three, 100.2",
        ),
        pytest.param(
            "甲收入30.00万元，占30.0%；乙收入30.00万元，占30.0%；丙收入40.00万元，占40.3%。",
            False,
            id="three, 100.3",
        ),
        # The finest of the shares decides, here 0.01.
        pytest.param("甲收入60.00万元，占60%；乙收入40.00万元，占40.02%。", False, id="the finest"),
        pytest.param("甲收入60.00万元，占60%；乙收入40.00万元，占40.01%。", True, id="within it"),
        pytest.param("甲收入60.00万元，占60.0%；乙收入40.00万元。", False, id="one has none"),
    ],
)
def test_shares_that_add_up_close_a_list(parts: str, *, expected: bool) -> None:
    claims = context(LIST + parts).claims
    (group,) = claims.groups

    assert completeness.shares_close(claims, group) == expected


@pytest.mark.parametrize("share", ["100%", "99.99%", "100.01%"])
def test_a_single_share_closes_no_list(share: str) -> None:
    claims = context(f"{LIST}甲收入100.00万元，占{share}。").claims
    (group,) = claims.groups

    assert len(group.parts) == 1
    assert not completeness.shares_close(claims, group)
