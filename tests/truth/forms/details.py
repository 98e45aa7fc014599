"""T6 and T7: basic expenditure by economic account, and the three public expenses."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from truth.forms.cells import above, grid_of, joined
from truth.world import accounts

if TYPE_CHECKING:
    from truth.forms.cells import Grid, Row
    from truth.voice import Voice

_ABROAD, _CARS, _BUY, _RUN, _GUESTS = (
    "因公出国（境）费",
    "公务用车购置及运行维护费",
    "公务用车购置费",
    "公务用车运行维护费",
    "公务接待费",
)
_NAMES = ["合计", _ABROAD, _CARS, _CARS, _CARS, _GUESTS]
_SUBS = ["合计", _ABROAD, "小计", _BUY, _RUN, _GUESTS]


# ---- T6 -------------------------------------------------------------------------------------------


def basic_table(voice: Voice) -> list[str]:
    """T6: staff costs beside running costs, or one below the other."""
    world = voice.world
    if not world.economic:
        return []
    grid = grid_of(voice)
    staff = _side(voice, grid, ("301", "303"), world.staff.now)
    running = _side(voice, grid, ("302", "310"), world.running.now)
    title = voice.pick(
        "title", ("一般公共预算财政拨款基本支出决算表", "一般公共预算财政拨款基本支出决算明细表")
    )
    word = voice.pick("word", ("决算数", "金额"))
    columns = [voice.pick("names", ("经济分类科目编码", "科目编码")), "科目名称", word]
    ends = [("人员经费合计", staff[-1]), ("公用经费合计", running[-1])]
    first = voice.flip("label-first")
    staff[-1], running[-1] = (
        [name, "", row[-1]] if first else ["", name, row[-1]] for name, row in ends
    )
    if voice.pick("layout", ("two", "one")) == "one":
        whole = grid.cell(world.staff.now + world.running.now)
        grid.sums(whole, [staff[-1][-1], running[-1][-1]])
        rows = [columns, *staff, *running, ["", "合计", whole]]
    else:
        rows = [*_two_heads(voice, columns), *_two_sides(staff, running)]
    return [*above(voice, title, 6), *joined(rows)]


def _side(voice: Voice, grid: Grid, classes: tuple[str, ...], total: int) -> list[Row]:
    """Classes with their accounts; the last row holds the total."""
    rows: list[Row] = []
    tops = []
    for one in classes:
        parts = [[c, name, grid.cell(fen)] for c, name, fen in voice.world.economic if c[:3] == one]
        if not parts:
            continue
        top = grid.cell(sum(fen for code, _, fen in voice.world.economic if code[:3] == one))
        grid.sums(top, [row[-1] for row in parts])
        tops.append(top)
        rows += [[one, accounts()[one], top], *parts]
    whole = grid.cell(total)
    grid.sums(whole, tops)
    return [*rows, ["", "", whole]]


def _two_heads(voice: Voice, columns: Row) -> list[Row]:
    both = [*columns, *columns]
    return voice.choose(
        "head",
        {
            "plain": [both],
            "merged": [["人员经费"] * 3 + ["公用经费"] * 3, both],
            "merged-blank": [["人员经费", "", "", "公用经费", "", ""], both],
        },
    )


def _two_sides(left: list[Row], right: list[Row]) -> list[Row]:
    """Two columns of rows, whose last rows stand beside each other."""
    depth = max(len(left), len(right))
    sides = [
        [*side[:-1], *[["", "", ""]] * (depth - len(side)), side[-1]] for side in (left, right)
    ]
    return [[*one, *two] for one, two in zip(*sides, strict=True)]


# ---- T7 -------------------------------------------------------------------------------------------


def threes_table(voice: Voice) -> list[str]:
    """T7: budget and outturn of the three public expenses."""
    grid = grid_of(voice)
    plan, spent = (_threes(voice, grid, name) for name in (voice.world.budget, "now"))
    title = voice.pick(
        "title", ("财政拨款“三公”经费支出决算表", "一般公共预算财政拨款“三公”经费支出决算表")
    )
    layouts = {
        "wide": _wide(plan, spent),
        "wide-blank": _wide_blank(plan, spent),
        "numbers": _wide(plan, spent, numbers=True),
        "down": _down(plan, spent),
        "pairs": _pairs(plan, spent, blank=False),
        "pairs-blank": _pairs(plan, spent, blank=True),
    }
    return [*above(voice, title, 7), *joined(voice.choose("layout", layouts))]


def _threes(voice: Voice, grid: Grid, name: str) -> Row:
    threes, of = voice.world.threes, attrgetter(name)
    lines = (threes.total, threes.abroad, threes.cars_line, threes.buy, threes.run, threes.guests)
    cells = [grid.cell(of(line)) for line in lines]
    grid.sums(cells[2], cells[3:5])
    grid.sums(cells[0], [cells[1], cells[2], cells[5]])
    return cells


def _wide(plan: Row, spent: Row, *, numbers: bool = False) -> list[Row]:
    heads = [["预算数"] * 6 + ["决算数"] * 6, _NAMES * 2, _SUBS * 2]
    counted = [[str(at) for at in range(1, 13)]] if numbers else []
    return [*heads, *counted, [*plan, *spent]]


def _wide_blank(plan: Row, spent: Row) -> list[Row]:
    names = ["合计", _ABROAD, _CARS, "", "", _GUESTS]
    subs = ["", "", "小计", _BUY, _RUN, ""]
    return [["预算数", *[""] * 5, "决算数", *[""] * 5], names * 2, subs * 2, [*plan, *spent]]


def _down(plan: Row, spent: Row) -> list[Row]:
    marks = [
        "合计",
        f"一、{_ABROAD}",
        f"二、{_CARS}",
        f"（一）{_BUY}",
        f"（二）{_RUN}",
        f"三、{_GUESTS}",
    ]
    rows = [list(row) for row in zip(marks, plan, spent, strict=True)]
    return [["项目", "预算数", "决算数"], *rows]


def _pairs(plan: Row, spent: Row, *, blank: bool) -> list[Row]:
    mixed = [cell for pair in zip(plan, spent, strict=True) for cell in pair]
    names = [("" if blank and name in _NAMES[:at] else name) for at, name in enumerate(_NAMES)]
    subs = [("" if blank and at not in {2, 3, 4} else sub) for at, sub in enumerate(_SUBS)]
    heads = [
        [cell for name in row for cell in (name, "" if blank else name)] for row in (names, subs)
    ]
    return [*heads, ["预算数", "决算数"] * 6, mixed]


FORMS = {"table-6": basic_table, "table-7": threes_table}
