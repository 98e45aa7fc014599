"""Tables by function account: T2, T3, T5, T8."""

from __future__ import annotations

from typing import TYPE_CHECKING

from truth.forms.cells import (
    OTHERS,
    above,
    by_level,
    grid_of,
    income_by_account,
    joined,
    spending,
)
from truth.book import Linear, Shown
from truth.world import accounts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from truth.forms.cells import Amounts, Grid, Row
    from truth.voice import Voice
    from truth.world import World


def _head_rows(voice: Voice, columns: Sequence[str], split: bool) -> list[Row]:
    """Heads of a table by function account."""
    codes = ["功能分类科目编码"] if not split else ["类", "款", "项"]
    names = [*codes, "科目名称"]
    width = len(names)
    blank = [""] * (len(columns))
    return voice.choose(
        "head",
        {
            "one": [[*names, *columns]],
            "project-repeated": [["项目"] * width + list(columns), [*names, *columns]],
            "project-blank": [["项目", *[""] * (width - 1), *columns], [*names, *blank]],
            "numbers": [
                [*names, *columns],
                ["栏次", *[""] * (width - 1), *(str(at) for at in range(1, len(columns) + 1))],
            ],
        },
    )


def account_table(voice: Voice, title: str, columns: Sequence[str], leaves: Amounts) -> list[str]:
    """A table by function account; its first column is the sum of the others."""
    grid = grid_of(voice)
    split = voice.flip("split-codes", 0.25)
    columns, leaves = _fewer_columns(voice, columns, leaves)
    levels = by_level(leaves)
    everything = [sum(column) for column in zip(*leaves.values(), strict=True)]
    rows: dict[str, Row] = {}
    for code, amounts in {"": everything, **levels}.items():
        cells = [grid.cell(fen) for fen in amounts]
        whole = grid.cell(sum(amounts))
        grid.sums(whole, cells)
        rows[code] = [whole, *cells]
    _add_up(grid, rows)
    where = voice.pick("total", ("first", "last"))
    label = voice.pick("label", ("in-code", "in-name"))
    body = [[*_code_cells(code, split=split, label=label), *cells] for code, cells in rows.items()]
    if where == "last":
        body = [*body[1:], body[0]]
    plain = not split and label == "in-code" and grid.empty
    return _sheet(voice, title, (_head_rows(voice, columns, split), body), spaces=bool(plain))


def _fewer_columns(
    voice: Voice, columns: Sequence[str], leaves: Amounts
) -> tuple[Sequence[str], Amounts]:
    """Maybe without the columns that hold nothing."""
    used = [any(row[at] for row in leaves.values()) for at in range(len(columns) - 1)]
    if all(used) or sum(used) < 2 or not voice.flip("few-columns", 0.3):
        return columns, leaves
    kept = [columns[0], *(name for name, here in zip(columns[1:], used, strict=True) if here)]
    return kept, {
        code: [fen for fen, here in zip(row, used, strict=True) if here]
        for code, row in leaves.items()
    }


def _sheet(
    voice: Voice, title: str, table: tuple[list[Row], list[Row]], *, spaces: bool
) -> list[str]:
    """A table's lines: in one piece, continued under its repeated title, or in plain lines."""
    heads, body = table
    top = above(voice, title, _NUMBERS[title])
    manners = ["tabs", "tabs", "tabs"]
    manners += ["continued"] if len(body) > 6 else []
    manners += ["spaces"] if spaces and len(heads) == 1 else []
    manner = voice.pick("sheet", manners)
    if manner == "spaces":
        lines = [" ".join(cell for cell in row if cell) for row in (*heads, *body)]
        return [*top, *lines]
    if manner == "tabs":
        return [*top, *joined([*heads, *body])]
    half = len(body) // 2
    again = [f"{top[0]}（续）", *top[1:]]
    return [*top, *joined([*heads, *body[:half]]), "", *again, *joined([*heads, *body[half:]])]


_NUMBERS = {"收入决算表": 2, "支出决算表": 3, "一般公共预算财政拨款支出决算表": 5}


def _code_cells(code: str, *, split: bool, label: str) -> Row:
    if not code:
        width = 3 if split else 1
        return ["合计", *[""] * width] if label == "in-code" else [*[""] * width, "合计"]
    name = accounts()[code]
    if not split:
        return [code, name]
    return [code[:3], code[3:5], code[5:], name]


def _add_up(grid: Grid, rows: dict[str, Row]) -> None:
    """Note the sums down each column, level by level."""
    for code, cells in rows.items():
        if len(code) == 7:
            continue
        size = {0: 3, 3: 5, 5: 7}[len(code)]
        below = [
            row for other, row in rows.items() if len(other) == size and other.startswith(code)
        ]
        for at, cell in enumerate(cells):
            grid.sums(cell, [row[at] for row in below])


def income_table(voice: Voice) -> list[str]:
    columns = ("本年收入合计", "财政拨款收入", *OTHERS)
    return account_table(voice, "收入决算表", columns, income_by_account(voice.world))


def spending_table(voice: Voice) -> list[str]:
    columns = (
        "本年支出合计",
        "基本支出",
        "项目支出",
        "上缴上级支出",
        "经营支出",
        "对附属单位补助支出",
    )
    leaves = {code: [*pair, 0, 0, 0] for code, pair in spending(voice.world)[0].items()}
    return account_table(voice, "支出决算表", columns, leaves)


def general_table(voice: Voice) -> list[str]:
    columns = voice.choose(
        "columns",
        {
            "合计": ("合计", "基本支出", "项目支出"),
            "小计": ("小计", "基本支出", "项目支出"),
            "本年支出": ("本年支出合计", "基本支出", "项目支出"),
        },
    )
    return account_table(voice, "一般公共预算财政拨款支出决算表", columns, spending(voice.world)[1])


def fund_table(voice: Voice) -> list[str]:
    """The fund's table: empty with a note, or with rows."""
    title = "政府性基金预算财政拨款收入支出决算表"
    world = voice.world
    grid = grid_of(voice)
    names = ["功能分类科目编码", "科目名称"]
    heads = voice.choose(
        "head",
        {
            "one": [
                [
                    *names,
                    "年初结转和结余",
                    "本年收入",
                    "本年支出小计",
                    "基本支出",
                    "项目支出",
                    "年末结转和结余",
                ]
            ],
            "repeated": [
                [
                    *names,
                    "年初结转和结余",
                    "本年收入",
                    "本年支出",
                    "本年支出",
                    "本年支出",
                    "年末结转和结余",
                ],
                [
                    *names,
                    "年初结转和结余",
                    "本年收入",
                    "小计",
                    "基本支出",
                    "项目支出",
                    "年末结转和结余",
                ],
            ],
            "blank": [
                ["项目", "", "年初结转和结余", "本年收入", "本年支出", "", "", "年末结转和结余"],
                [*names, "", "", "小计", "基本支出", "项目支出", ""],
            ],
        },
    )
    top = above(voice, title, 8)
    if not world.fund_items:
        note = voice.choose(
            "note",
            {
                "故本表无数据": "说明：本单位没有政府性基金预算财政拨款收入和支出，故本表无数据。",
                "此表为空表": "注：本部门本年度无政府性基金预算财政拨款收支，此表为空表。",
            },
        )
        return [*top, *joined([*heads, ["", "合计", *[""] * 6]]), note]
    levels = by_level(_fund_leaves(world))
    rows: dict[str, Row] = {"": []}
    fund = world.fund
    total = [fund.opening, fund.income, fund.spent, 0, fund.spent, fund.closing]
    for code, amounts in {"": total, **levels}.items():
        rows[code] = [grid.cell(fen) for fen in amounts]
        _note_flow(voice, rows[code])
    _add_up(grid, rows)
    body = [
        [*_code_cells(code, split=False, label="in-name"), *cells] for code, cells in rows.items()
    ]
    return [*top, *joined([*heads, *body])]


def _fund_leaves(world: World) -> Amounts:
    """Each item's balances, income and spending; the balances are the first item's."""
    leaves = {
        item.code: [0, *[item.line.now] * 2, 0, item.line.now, 0] for item in world.fund_items
    }
    first, fund = world.fund_items[0].code, world.fund
    spent = leaves[first][2]
    income = spent + fund.closing - fund.opening
    leaves[first] = [fund.opening, income, spent, 0, spent, fund.closing]
    return leaves


def _note_flow(voice: Voice, cells: Row) -> None:
    """Note that opening, income, spending and closing balance hang together."""
    signs = zip(cells, (1, 1, -1, 0, 0, -1), strict=True)
    terms = tuple((cell.key, sign) for cell, sign in signs if sign and isinstance(cell, Shown))
    voice.book.relations.append(Linear("cells-flow", terms))


FORMS = {
    "table-2": income_table,
    "table-3": spending_table,
    "table-5": general_table,
    "table-8": fund_table,
}
