"""Two-sided tables: T1 and T4, income beside expenditure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from truth.forms.cells import CLASSES, HAN, OTHERS, above, by_level, grid_of, joined, spending

if TYPE_CHECKING:
    from truth.forms.cells import Grid, Row
    from truth.voice import Voice
    from truth.world import World

_KINDS = ("一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款")


def numbered(names: tuple[str, ...], cells: list[Row]) -> list[Row]:
    """Rows whose names are counted in Chinese."""
    return [
        [f"{HAN[at]}、{name}", *row]
        for at, (name, row) in enumerate(zip(names, cells, strict=True))
    ]


def beside(left: list[Row], right: list[Row], *, counted: bool) -> list[Row]:
    """Rows of two sides beside each other, with line numbers if asked for."""
    if not counted:
        return [[*one, *two] for one, two in zip(left, right, strict=True)]
    return [
        [one[0], str(at), *one[1:], two[0], str(len(left) + at), *two[1:]]
        for at, (one, two) in enumerate(zip(left, right, strict=True), 1)
    ]


def padded(left: list[Row], right: list[Row]) -> None:
    """Make two sides equally long with empty rows."""
    depth = max(len(left), len(right))
    for side in (left, right):
        side += [[""] * len(side[0])] * (depth - len(side))


def classes_of(leaves: dict[str, list[int]]) -> dict[str, int]:
    """The amounts of classes alone."""
    return {code: sum(row) for code, row in by_level(leaves).items() if len(code) == 3}


def shown_classes(voice: Voice, used: set[str]) -> list[tuple[str, str]]:
    """All classes of the form, or those with an amount."""
    if voice.flip("few-classes", 0.4):
        return [one for one in CLASSES if one[0] in used]
    return list(CLASSES)


def heads(voice: Voice, columns: list[str]) -> tuple[list[Row], bool]:
    """The heads of a two-sided table, and whether its lines are counted."""
    word = voice.pick("word", ("决算数", "金额"))
    columns = columns or [word]
    wide = len(columns)
    places = ["栏次", "", "1", "栏次", "", *(str(at) for at in range(2, wide + 2))]
    plain = ["项目", word, "项目", *columns]
    counted = ["项目", "行次", word, "项目", "行次", *columns]
    head = voice.pick("head", ("repeated", "blank", "one", "numbers", "numbers-blank"))
    made = {
        "repeated": [["收入"] * 2 + ["支出"] * (wide + 1), plain],
        "blank": [["收入", "", "支出", *[""] * wide], plain],
        "one": [plain],
        "numbers": [["收入"] * 3 + ["支出"] * (wide + 2), counted, places],
        "numbers-blank": [["收入", "", "", "支出", *[""] * (wide + 1)], counted, places],
    }
    return made[head], head.startswith("numbers")


# ---- T1 -------------------------------------------------------------------------------------------


def total_table(voice: Voice) -> list[str]:
    """T1: income beside expenditure by class, with balances and totals."""
    world, grid = voice.world, grid_of(voice)
    kinds = dict(world.incomes)
    names = (*(f"{kind}收入" for kind in _KINDS), *OTHERS)
    income = [grid.cell(kinds[name].now if name in kinds else 0) for name in names]
    classes = classes_of(spending(world)[0])
    shown = shown_classes(voice, set(classes))
    spent = [grid.cell(classes.get(code, 0)) for code, _ in shown]
    left = numbered(names, [[cell] for cell in income])
    right = numbered(tuple(name for _, name in shown), [[cell] for cell in spent])
    padded(left, right)
    ends = _ends(voice, grid, income, spent)
    made, counted = heads(voice, [])
    rows = beside([*left, *ends[0]], [*right, *ends[1]], counted=counted)
    return [*above(voice, "收入支出决算总表", 1), *joined([*made, *rows])]


def _ends(
    voice: Voice, grid: Grid, income: list[str], spent: list[str]
) -> tuple[list[Row], list[Row]]:
    """The last four rows of T1, and how they hang together."""
    world = voice.world
    names = voice.choose("grand", {"总计": ("总计", "总计"), "收入总计": ("收入总计", "支出总计")})
    in_total, out_total, one, two = (
        grid.cell(world.total(name).now)
        for name in ("本年收入合计", "本年支出合计", "总计", "总计")
    )
    opening, closing = grid.cell(world.opening), grid.cell(world.closing)
    used, allotted = grid.cell(world.used), grid.cell(world.allotted)
    grid.sums(in_total, income)
    grid.sums(out_total, spent)
    grid.equal(one, two)
    grid.sums(one, [in_total, used, opening])
    grid.sums(two, [out_total, allotted, closing])
    left = [
        ["本年收入合计", in_total],
        ["使用非财政拨款结余", used],
        ["年初结转和结余", opening],
        [names[0], one],
    ]
    right = [
        ["本年支出合计", out_total],
        ["结余分配", allotted],
        ["年末结转和结余", closing],
        [names[1], two],
    ]
    return left, right


# ---- T4 -------------------------------------------------------------------------------------------


def finance_table(voice: Voice) -> list[str]:
    """T4: finance income beside expenditure by class and kind."""
    world, grid = voice.world, grid_of(voice)
    general = classes_of(spending(world)[1])
    fund = classes_of({item.code: [item.line.now] for item in world.fund_items})
    shown = shown_classes(voice, {*general, *fund})
    rows = [_split(grid, general.get(code, 0), fund.get(code, 0)) for code, _ in shown]
    left = numbered(_KINDS, [[cell] for cell in _incomes(grid, world)])
    right = numbered(tuple(name for _, name in shown), rows)
    padded(left, right)
    ends = _finance_ends(grid, world, [row[1] for row in left[:3]], rows)
    made, counted = heads(voice, ["合计", *_KINDS])
    body = beside([*left, *ends[0]], [*right, *ends[1]], counted=counted)
    return [*above(voice, "财政拨款收入支出决算总表", 4), *joined([*made, *body])]


def _incomes(grid: Grid, world: World) -> list[str]:
    return [grid.cell(fen) for fen in (world.general.income, world.fund.income, 0)]


def _split(grid: Grid, general: int, fund: int) -> Row:
    """An amount and its parts by kind."""
    cells = [grid.cell(fen) for fen in (general + fund, general, fund, 0)]
    grid.sums(cells[0], cells[1:])
    return cells


def _finance_ends(
    grid: Grid, world: World, income: list[str], rows: list[Row]
) -> tuple[list[Row], list[Row]]:
    """The last rows of T4: this year's, balances by kind, totals."""
    general, fund = world.general, world.fund
    spent = _split(grid, general.spent, fund.spent)
    closing = _split(grid, general.closing, fund.closing)
    totals = _split(grid, general.opening + general.income, fund.opening + fund.income)
    for at in range(3):
        grid.sums(spent[at], [row[at] for row in rows])
        grid.sums(totals[at], [spent[at], closing[at]])
    in_total = grid.cell(general.income + fund.income)
    opening = grid.cell(general.opening + fund.opening)
    total = grid.cell(world.total("财政拨款总计").now)
    grid.sums(in_total, income)
    grid.sums(total, [in_total, opening])
    grid.equal(total, totals[0])
    balances = numbered(_KINDS, [[grid.cell(fen)] for fen in (general.opening, fund.opening, 0)])
    left = [
        ["本年收入合计", in_total],
        ["年初财政拨款结转和结余", opening],
        *balances,
        ["总计", total],
    ]
    right = [
        ["本年支出合计", *spent],
        ["年末财政拨款结转和结余", *closing],
        *[[""] * 5] * 3,
        ["总计", *totals],
    ]
    return left, right


FORMS = {"table-1": total_table, "table-4": finance_table}
