"""Random consistent reports are silent; a corrupted figure is found wherever another depends on it."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from reports import diagnostics

from jslint.figures.verdict import half_up

if TYPE_CHECKING:
    from jslint.diagnostic import Diagnostic
    from jslint.document import Place

WAN = 10**6  # fen in 10,000 yuan
SHOWN = re.compile(r"(?P<number>\d+\.\d+)(?P<unit>万元|%)")


class Year(NamedTuple):
    """True amounts in fen: this year's items by class, their budgets, and last year's total."""

    items: tuple[tuple[int, ...], ...]
    budgets: tuple[tuple[int, ...], ...]
    prior: int
    staff: int  # basic expenditure on staff, in thousandths of the total
    running: int  # the same for running costs

    @property
    def total(self) -> int:
        return sum(sum(row) for row in self.items)

    @property
    def budget(self) -> int:
        return sum(sum(row) for row in self.budgets)


amounts = st.integers(min_value=100 * WAN, max_value=50_000 * WAN)


@st.composite
def years(draw: st.DrawFn) -> Year:
    sizes = draw(st.lists(st.integers(1, 2), min_size=2, max_size=2))
    items = tuple(tuple(draw(amounts) for _ in range(size)) for size in sizes)
    near = st.integers(min_value=500, max_value=1500)
    budgets = tuple(tuple(amount * draw(near) // 1000 for amount in row) for row in items)
    total = sum(sum(row) for row in items)
    prior = total * draw(st.one_of(st.integers(300, 900), st.integers(1100, 3000))) // 1000
    return Year(items, budgets, prior, draw(st.integers(100, 450)), draw(st.integers(100, 450)))


def wan(fen: int) -> str:
    return format(half_up(Fraction(fen, WAN), Decimal("0.01")), "f") + "万元"


def percent(part: int, whole: int, places: int) -> str:
    return format(half_up(Fraction(part * 100, whole), Decimal(1).scaleb(-places)), "f") + "%"


def changed(now: int, before: int, places: int, each: str = "") -> str:
    """How a report words a change against the year before."""
    if now == before:
        return "与上年持平"
    up = now > before
    size = abs(now - before)
    return (
        f"比上年{each}{'增加' if up else '减少'}{wan(size)}，"
        f"{'增长' if up else '下降'}{percent(size, before, places)}"
    )


def compared(outturn: int, budget: int) -> str:
    if outturn == budget:
        return "决算数等于预算数"
    return f"决算数{'大于' if outturn > budget else '小于'}预算数"


CLASSES = ("教育支出", "卫生健康支出")
LEVELS = (("普通教育", ("小学教育", "初中教育")), ("公立医院", ("综合医院", "专科医院")))


def account(at: int, number: int) -> str:
    group, names = LEVELS[at]
    return f"{CLASSES[at]}（类）{group}（款）{names[number]}（项）"


def common(year: Year, places: int) -> list[str]:
    """What reports of both manners say: totals, basic and project expenditure, the structure."""
    total, staff, running = (
        year.total,
        *(year.total * share // 1000 for share in (year.staff, year.running)),
    )
    basic = staff + running
    classes = "；".join(
        f"{name}{wan(sum(row))}，占{percent(sum(row), total, places)}"
        for name, row in zip(CLASSES, year.items, strict=True)
    )
    return [
        "一、收入支出决算总体情况说明",
        f"2024年度收入、支出总计均为{wan(total)}。收入、支出总计"
        f"{changed(total, year.prior, places, each='各')}。",
        "三、支出决算情况说明",
        f"2024年度本年支出合计{wan(total)}，其中：基本支出{wan(basic)}，"
        f"占{percent(basic, total, places)}；项目支出{wan(total - basic)}，"
        f"占{percent(total - basic, total, places)}。",
        "五、一般公共预算财政拨款支出决算情况说明",
        "（二）结构情况",
        f"一般公共预算财政拨款支出{wan(total)}，主要用于以下方面：{classes}。",
        "六、基本支出决算情况说明",
        f"一般公共预算财政拨款基本支出{wan(basic)}，其中：",
        f"人员经费{wan(staff)}，主要包括：基本工资、津贴补贴等。",
        f"公用经费{wan(running)}，主要包括：办公费、差旅费等。",
    ]


def sichuan(year: Year) -> str:
    """Items with a completion rate each; budgets are not printed; one decimal."""
    lines = common(year, 1)
    items = [
        f"2024年度一般公共预算财政拨款支出决算数为{wan(year.total)}，"
        f"完成预算{percent(year.total, year.budget, 1)}。其中：",
    ]
    for at, row in enumerate(year.items):
        for number, amount in enumerate(row):
            budget = year.budgets[at][number]
            items.append(
                f"{len(items)}.{account(at, number)}：支出决算为{wan(amount)}，"
                f"完成预算{percent(amount, budget, 1)}，{compared(amount, budget)}。"
            )
    return "\n".join([*lines[:7], "（三）具体情况", *items, *lines[7:]])


def shanghai(year: Year) -> str:
    """Items with initial budget, outturn and rate each; two decimals."""
    lines = common(year, 2)
    items = [
        f"2024年度一般公共预算财政拨款支出年初预算为{wan(year.budget)}，"
        f"支出决算为{wan(year.total)}，完成年初预算的{percent(year.total, year.budget, 2)}。"
        f"{compared(year.total, year.budget)}的主要原因：工作安排调整。其中：",
    ]
    for at, row in enumerate(year.items):
        for number, amount in enumerate(row):
            budget = year.budgets[at][number]
            items.append(
                f"{len(items)}.{account(at, number)}。主要用于：日常运转。"
                f"年初预算为{wan(budget)}，支出决算为{wan(amount)}，"
                f"完成年初预算的{percent(amount, budget, 2)}。"
                f"{compared(amount, budget)}的主要原因：工作安排调整。"
            )
    return "\n".join([*lines[:7], "（三）具体情况", *items, *lines[7:]])


MANNERS = st.sampled_from([sichuan, shanghai])


def serious(found: list[Diagnostic]) -> list[str]:
    return [f"{item.rule} {item.message}" for item in found if item.severity.value != "info"]


@given(years(), MANNERS)
@settings(max_examples=150)
def test_consistent_reports_have_no_errors_or_warnings(year: Year, manner: object) -> None:
    source = manner(year)  # type: ignore[operator]

    assert serious(diagnostics(source)) == []


def shift(number: str) -> str:
    """The decimal point one place to the right."""
    whole, decimals = number.split(".")
    return f"{whole}{decimals[0]}.{decimals[1:]}".rstrip(".")


def swap(number: str) -> str:
    """The first two neighbouring digits that differ, in each other's place."""
    for at in range(len(number) - 1):
        one, other = number[at : at + 2]
        if one != other and one.isdigit() and other.isdigit() and not (at == 0 and other == "0"):
            return number[:at] + other + one + number[at + 2 :]
    return number


def _is_covered(manner: object, line: str, unit: str, old: str, new: str) -> bool:
    """Whether another figure of the report depends on this one closely enough.

    Where budgets are not printed, the completion rate of one item bounds nothing by itself: the
    implied budgets of all items leave more room than it takes.
    """
    if manner is sichuan and unit == "%" and re.match(r"\d\.", line):
        return False
    # A change in the third significant digit may drown in the rounding of the rate beside it.
    return abs(Decimal(new) - Decimal(old)) * 100 > Decimal(old)


def _touches(found: Diagnostic, line: int, column: int) -> bool:
    def here(place: Place) -> bool:
        return (place.line, place.column) == (line, column)

    return here(found.place) or any(here(place) for place in found.figures)


@given(years(), MANNERS, st.data(), st.sampled_from([shift, swap]))
@settings(max_examples=250, suppress_health_check=[HealthCheck.filter_too_much])
def test_a_corrupted_figure_is_found(
    year: Year, manner: object, data: st.DataObject, corrupt: object
) -> None:
    source = manner(year)  # type: ignore[operator]
    figures = list(SHOWN.finditer(source))
    figure = data.draw(st.sampled_from(figures))
    old = figure["number"]
    new = corrupt(old)  # type: ignore[operator]
    line = source.count("\n", 0, figure.start()) + 1
    begins = source.rfind("\n", 0, figure.start()) + 1
    text = source[begins : source.find("\n", begins)]
    assume(_is_covered(manner, text, figure["unit"], old, new))

    found = diagnostics(source[: figure.start()] + new + source[figure.start("unit") :])

    assert any(_touches(item, line, figure.start() - begins + 1) for item in found), (text, new)
