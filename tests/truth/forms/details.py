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
    layout = voice.pick("layout", ("two", "two", "one", "three"))
    if layout == "three":
        return [*above(voice, title, 6), *joined(_three_blocks(voice, columns, staff, running))]
    if layout == "one":
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


def _three_blocks(voice: Voice, columns: Row, staff: list[Row], running: list[Row]) -> list[Row]:
    """Staff costs, goods and services, and the rest beside each other; the totals below (national)."""
    goods = [row for row in running[:-1] if row[0][:3] == "302"]
    rest = [row for row in running[:-1] if row[0][:3] != "302"]
    sides = (staff[:-1], goods, rest)
    depth = max(map(len, sides))
    blank = ["", "", ""]
    body = [
        [cell for side in sides for cell in (side[at] if at < len(side) else blank)]
        for at in range(depth)
    ]
    heads = voice.choose(
        "head",
        {
            "plain": [columns * 3],
            "merged": [["人员经费"] * 3 + ["公用经费"] * 6, columns * 3],
            "merged-blank": [["人员经费", "", "", "公用经费", *[""] * 5], columns * 3],
        },
    )
    one, two, three, four = ("人员经费合计", staff[-1][-1], "公用经费合计", running[-1][-1])
    last = voice.choose(
        "last",
        {
            "blank": [one, "", two, three, *[""] * 4, four],
            "repeated": [one, one, two, *[three] * 5, four],
        },
    )
    return [*heads, *body, last]


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
    rows = voice.choose("layout", {**layouts, **_with_meetings(voice, grid, plan, spent)})
    return [*above(voice, title, 7), *joined(rows)]


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


def _with_meetings(voice: Voice, grid: Grid, plan: Row, spent: Row) -> dict[str, list[Row]]:
    """Layouts with meetings and training (Shaanxi), and with what was counted (Yunnan)."""
    world = voice.world
    threes = world.threes
    lines = (world.meetings, world.training)
    more = [[grid.cell(attrgetter(name)(line)) for line in lines] for name in (world.budget, "now")]
    tops = [*["“三公”经费"] * 6, "会议费", "培训费"]
    names = ["小计", *_NAMES[1:], "会议费", "培训费"]
    subs = ["小计", *_SUBS[1:], "会议费", "培训费"]
    beside = [["预算数"] * 8 + ["决算数"] * 8, tops * 2, names * 2, subs * 2]
    beside.append([*plan, *more[0], *spent, *more[1]])
    down = _down(plan, spent)
    none = voice.pick("no-count", ("—", "-", ""))
    counted = (
        ("1.因公出国（境）团组数（个）", threes.trips),
        ("2.因公出国（境）人次数（人）", threes.travellers),
        ("3.公务用车购置数（辆）", threes.bought),
        ("4.公务用车保有量（辆）", threes.cars),
        ("5.国内公务接待批次（个）", threes.visits),
        ("6.国内公务接待人次（人）", threes.visitors),
    )
    rows = [[name, none, str(number)] for name, number in counted]
    rows = [*down[:1], ["一、“三公”经费支出", none, none], *_marked(down[1:]), ["（二）相关统计数", none, none], *rows]  # fmt: skip
    numbered = [["项目", "行次", *rows[0][1:]], ["栏次", "", "1", "2"]]
    numbered += [[row[0], str(at), *row[1:]] for at, row in enumerate(rows[1:], 1)]
    return {"meetings": beside, "counted": rows, "counted-numbers": numbered}


def _marked(rows: list[Row]) -> list[Row]:
    """The rows of the three, marked one level deeper."""
    marks = ("（一）支出合计", f"1.{_ABROAD}", f"2.{_CARS}", f"（1）{_BUY}", f"（2）{_RUN}", f"3.{_GUESTS}")  # fmt: skip
    return [[mark, *row[1:]] for mark, row in zip(marks, rows, strict=True)]


def _pairs(plan: Row, spent: Row, *, blank: bool) -> list[Row]:
    mixed = [cell for pair in zip(plan, spent, strict=True) for cell in pair]
    names = [("" if blank and name in _NAMES[:at] else name) for at, name in enumerate(_NAMES)]
    subs = [("" if blank and at not in {2, 3, 4} else sub) for at, sub in enumerate(_SUBS)]
    heads = [
        [cell for name in row for cell in (name, "" if blank else name)] for row in (names, subs)
    ]
    return [*heads, ["预算数", "决算数"] * 6, mixed]


FORMS = {"table-6": basic_table, "table-7": threes_table}
