"""The tables of a report, in tab-separated lines, with the heads that people give them."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from truth.book import Shown
from truth.money import amount_text
from truth.world import accounts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from truth.voice import Voice
    from truth.world import World

Row = list[str]
_EMPTY = ("", "", "-", "—", "——", "–", "0.00", "0.00", "/", "无", "--")
CLASSES = tuple(
    (code, accounts()[code])
    for code in (
        "201 202 203 204 205 206 207 208 210 211 212 213 214 215 216 217 219 220 221 222 "
        "223 224 229 231 232 234"
    ).split()
)
_HAN = (
    "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 二十一 二十二 二十三 二十四 "
    "二十五 二十六"
).split()


class Grid:
    """Cells of one table; empty ones are printed in one manner."""

    def __init__(self, voice: Voice, empty: str) -> None:
        self.voice, self.empty = voice, empty

    def cell(self, fen: int) -> str:
        """An amount, or an empty cell."""
        return self.voice.bare(fen) if fen else self.empty

    def sums(self, total: str, parts: Iterable[str]) -> None:
        """Note that a cell is the sum of others, empty ones counting nothing."""
        shown = [part for part in parts if isinstance(part, Shown)]
        if isinstance(total, Shown) and shown:
            self.voice.book.sums(total, shown, "cells")

    def equal(self, one: str, other: str) -> None:
        if isinstance(one, Shown) and isinstance(other, Shown):
            self.voice.book.same(one, other, "cells-same")


def _grid(voice: Voice) -> Grid:
    empty = voice.choose("empty", {one or "blank": one for one in _EMPTY})
    if empty not in {"", "0.00"}:
        voice.trace.append("dashes")
    return Grid(voice, amount_text(0, voice.style) if empty == "0.00" else empty)


def _top(voice: Voice, title: str, number: int) -> list[str]:
    """Title and unit above a table; the first line is the title."""
    unit = voice.style.unit
    return voice.choose(
        "top",
        {
            "plain": [title, f"单位：{unit}"],
            "amount": [title, f"金额单位：{unit}"],
            "form": [title, f"公开{number:02d}表", f"部门：{voice.world.unit}\t\t金额单位：{unit}"],
            "body": [title, f"编制单位：{voice.world.unit}", f"单位：{unit}"],
            "numbered": [
                f"表{number} {title}" if voice.flip("gap") else f"表{number}：{title}",
                f"单位：{unit}",
            ],
        },
    )


def _lines(rows: Iterable[Row]) -> list[str]:
    return ["\t".join(row) for row in rows]


# ---- accounts by function: T2, T3, T5, T8 ---------------------------------------------------------

Amounts = dict[str, list[int]]


def by_level(leaves: Amounts) -> Amounts:
    """Amounts of classes and groups too, in the order of their codes."""
    sums: Amounts = {}
    for code, amounts in sorted(leaves.items()):
        for key in (code[:3], code[:5], code):
            known = sums.setdefault(key, [0] * len(amounts))
            sums[key] = [a + b for a, b in zip(known, amounts, strict=True)]
    return dict(sorted(sums.items()))


def _spending(world: World) -> tuple[Amounts, Amounts]:
    """Basic and project spending by account: all of it, and that from the general budget."""
    general = {item.code: [item.basic, item.line.now - item.basic] for item in world.items}
    every = {code: list(pair) for code, pair in general.items()}
    for item in world.fund_items:
        every[item.code] = [0, item.line.now]
    most = max(world.items, key=lambda item: item.line.now).code
    every[most] = [a + b for a, b in zip(every[most], world.outside, strict=True)]
    return every, general


_OTHERS = ("上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入")


def _income(world: World) -> Amounts:
    """Income by account: from finance, and the five other kinds."""
    most = max(world.items, key=lambda item: item.line.now)
    rows = {item.code: [item.line.now] + [0] * 5 for item in (*world.items, *world.fund_items)}
    kinds = dict(world.incomes)
    others = [kinds[name].now if name in kinds else 0 for name in _OTHERS]
    moved = world.general.closing - world.general.opening
    rows[most.code] = [most.line.now + moved, *others]
    return rows


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
    grid = _grid(voice)
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
    top = _top(voice, title, _NUMBERS[title])
    manners = ["tabs", "tabs", "tabs"]
    manners += ["continued"] if len(body) > 6 else []
    manners += ["spaces"] if spaces and len(heads) == 1 else []
    manner = voice.pick("sheet", manners)
    if manner == "spaces":
        lines = [" ".join(cell for cell in row if cell) for row in (*heads, *body)]
        return [*top, *lines]
    if manner == "tabs":
        return [*top, *_lines([*heads, *body])]
    half = len(body) // 2
    again = [f"{top[0]}（续）", *top[1:]]
    return [*top, *_lines([*heads, *body[:half]]), "", *again, *_lines([*heads, *body[half:]])]


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
    columns = ("本年收入合计", "财政拨款收入", *_OTHERS)
    return account_table(voice, "收入决算表", columns, _income(voice.world))


def spending_table(voice: Voice) -> list[str]:
    columns = (
        "本年支出合计",
        "基本支出",
        "项目支出",
        "上缴上级支出",
        "经营支出",
        "对附属单位补助支出",
    )
    leaves = {code: [*pair, 0, 0, 0] for code, pair in _spending(voice.world)[0].items()}
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
    return account_table(
        voice, "一般公共预算财政拨款支出决算表", columns, _spending(voice.world)[1]
    )


def fund_table(voice: Voice) -> list[str]:
    """The fund's table: empty with a note, or with rows."""
    title = "政府性基金预算财政拨款收入支出决算表"
    world = voice.world
    grid = _grid(voice)
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
    top = _top(voice, title, 8)
    if not world.fund_items:
        note = voice.choose(
            "note",
            {
                "故本表无数据": "说明：本单位没有政府性基金预算财政拨款收入和支出，故本表无数据。",
                "此表为空表": "注：本部门本年度无政府性基金预算财政拨款收支，此表为空表。",
            },
        )
        return [*top, *_lines([*heads, ["", "合计", *[""] * 6]]), note]
    levels = by_level({item.code: [item.line.now] for item in world.fund_items})
    rows: dict[str, Row] = {"": []}
    total = sum(item.line.now for item in world.fund_items)
    for code, (fen,) in {"": [total], **levels}.items():
        income, spent, project = (grid.cell(fen) for _ in range(3))
        grid.equal(income, spent)
        grid.equal(spent, project)
        rows[code] = [grid.cell(0), income, spent, grid.cell(0), project, grid.cell(0)]
    _add_up(grid, rows)
    body = [
        [*_code_cells(code, split=False, label="in-name"), *cells] for code, cells in rows.items()
    ]
    return [*top, *_lines([*heads, *body])]


# ---- two-sided tables: T1, T4 -----------------------------------------------------------------------


def _two_sided(
    voice: Voice, left: list[Row], right: list[Row], word: str, numbered: bool
) -> list[Row]:
    """Rows of two sides beside each other, with line numbers if asked for."""
    rows = []
    depth = max(len(left), len(right))
    for at in range(depth):
        one = left[at] if at < len(left) else ["", *[""] * (len(left[0]) - 1)]
        two = right[at] if at < len(right) else ["", *[""] * (len(right[0]) - 1)]
        if numbered:
            one = [one[0], str(at + 1), *one[1:]]
            two = [two[0], str(depth + at + 1), *two[1:]]
        rows.append([*one, *two])
    return rows


def total_table(voice: Voice) -> list[str]:
    """T1: income beside expenditure by class, with balances and totals."""
    world = voice.world
    grid = _grid(voice)
    kinds = dict(world.incomes)
    names = (
        "一般公共预算财政拨款收入",
        "政府性基金预算财政拨款收入",
        "国有资本经营预算财政拨款收入",
        *_OTHERS,
    )
    income = [grid.cell(kinds[name].now if name in kinds else 0) for name in names]
    classes = {
        code: sum(pair) for code, pair in by_level(_spending(world)[0]).items() if len(code) == 3
    }
    shown = [(code, name) for code, name in CLASSES]
    if voice.flip("few-classes", 0.4):
        shown = [(code, name) for code, name in CLASSES if code in classes]
    spent = [grid.cell(classes.get(code, 0)) for code, _ in shown]
    in_total, out_total = (
        grid.cell(world.total(one).now) for one in ("本年收入合计", "本年支出合计")
    )
    grid.sums(in_total, income)
    grid.sums(out_total, spent)
    opening, closing = grid.cell(world.general.opening), grid.cell(world.general.closing)
    total = world.total("总计").now
    one, two = grid.cell(total), grid.cell(total)
    grid.equal(one, two)
    grid.sums(one, [in_total, opening])
    grid.sums(two, [out_total, closing])
    depth = max(len(income), len(spent))
    left = [
        [f"{_HAN[at]}、{name}", cell]
        for at, (name, cell) in enumerate(zip(names, income, strict=True))
    ]
    right = [
        [f"{_HAN[at]}、{name}", cell]
        for at, ((_, name), cell) in enumerate(zip(shown, spent, strict=True))
    ]
    left += [["", ""]] * (depth - len(left))
    right += [["", ""]] * (depth - len(right))
    grand = voice.choose("grand", {"总计": ("总计", "总计"), "收入总计": ("收入总计", "支出总计")})
    left += [
        ["本年收入合计", in_total],
        ["使用非财政拨款结余", grid.cell(0)],
        ["年初结转和结余", opening],
        [grand[0], one],
    ]
    right += [
        ["本年支出合计", out_total],
        ["结余分配", grid.cell(0)],
        ["年末结转和结余", closing],
        [grand[1], two],
    ]
    word = voice.pick("word", ("决算数", "金额"))
    head = voice.pick("head", ("repeated", "blank", "one", "numbers", "numbers-blank"))
    numbered = head.startswith("numbers")
    heads = {
        "repeated": [["收入", "收入", "支出", "支出"], ["项目", word, "项目", word]],
        "blank": [["收入", "", "支出", ""], ["项目", word, "项目", word]],
        "one": [["项目", word, "项目", word]],
        "numbers": [
            ["收入"] * 3 + ["支出"] * 3,
            ["项目", "行次", word] * 2,
            ["栏次", "", "1", "栏次", "", "2"],
        ],
        "numbers-blank": [
            ["收入", "", "", "支出", "", ""],
            ["项目", "行次", word] * 2,
            ["栏次", "", "1", "栏次", "", "2"],
        ],
    }[head]
    return [
        *_top(voice, "收入支出决算总表", 1),
        *_lines([*heads, *_two_sided(voice, left, right, word, numbered)]),
    ]


def finance_table(voice: Voice) -> list[str]:
    """T4: finance income beside expenditure by class and kind."""
    world = voice.world
    grid = _grid(voice)
    general = {c: sum(p) for c, p in by_level(_spending(world)[1]).items() if len(c) == 3}
    fund: dict[str, int] = {}
    for item in world.fund_items:
        fund[item.code[:3]] = fund.get(item.code[:3], 0) + item.line.now
    shown = (
        [one for one in CLASSES if one[0] in {*general, *fund}]
        if voice.flip("few-classes", 0.4)
        else list(CLASSES)
    )
    rows = []
    for code, _ in shown:
        one, two = general.get(code, 0), fund.get(code, 0)
        cells = [grid.cell(one + two), grid.cell(one), grid.cell(two), grid.cell(0)]
        grid.sums(cells[0], cells[1:])
        rows.append(cells)
    spent = [
        grid.cell(fen)
        for fen in (
            world.general.spent + world.fund.spent,
            world.general.spent,
            world.fund.spent,
            0,
        )
    ]
    grid.sums(spent[0], spent[1:])
    for at in range(3):
        grid.sums(spent[at], [row[at] for row in rows])
    closing = [grid.cell(fen) for fen in (world.general.closing, world.general.closing, 0, 0)]
    everything = world.total("财政拨款总计").now
    totals = [
        grid.cell(fen) for fen in (everything, everything - world.fund.spent, world.fund.spent, 0)
    ]
    for at in range(3):
        grid.sums(totals[at], [spent[at], closing[at]])
    in_general, in_fund = grid.cell(world.general.income), grid.cell(world.fund.income)
    in_total, opening, total = (
        grid.cell(f)
        for f in (world.general.income + world.fund.income, world.general.opening, everything)
    )
    grid.sums(in_total, [in_general, in_fund])
    grid.sums(total, [in_total, opening])
    grid.equal(total, totals[0])
    kinds = ("一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款")
    left = [
        [f"{_HAN[at]}、{name}", cell]
        for at, (name, cell) in enumerate(
            zip(kinds, (in_general, in_fund, grid.cell(0)), strict=True)
        )
    ]
    right = [
        [f"{_HAN[at]}、{name}", *cells]
        for at, ((_, name), cells) in enumerate(zip(shown, rows, strict=True))
    ]
    left += [["", ""]] * (max(len(right), 3) - len(left))
    right += [[""] * 5] * (len(left) - len(right))
    left += [
        ["本年收入合计", in_total],
        ["年初财政拨款结转和结余", opening],
        *[
            [f"{_HAN[at]}、{name}", grid.cell(world.general.opening) if not at else grid.cell(0)]
            for at, name in enumerate(kinds)
        ],
        ["总计", total],
    ]
    right += [
        ["本年支出合计", *spent],
        ["年末财政拨款结转和结余", *closing],
        *[[""] * 5] * 3,
        ["总计", *totals],
    ]
    word = voice.pick("word", ("决算数", "金额"))
    head = voice.pick("head", ("repeated", "blank", "one", "numbers", "numbers-blank"))
    numbered = head.startswith("numbers")
    columns = ["合计", *kinds]
    heads = {
        "repeated": [["收入"] * 2 + ["支出"] * 5, ["项目", word, "项目", *columns]],
        "blank": [["收入", "", "支出", "", "", "", ""], ["项目", word, "项目", *columns]],
        "one": [["项目", word, "项目", *columns]],
        "numbers": [
            ["收入"] * 3 + ["支出"] * 6,
            ["项目", "行次", word, "项目", "行次", *columns],
            ["栏次", "", "1", "栏次", "", "2", "3", "4", "5"],
        ],
        "numbers-blank": [
            ["收入", "", "", "支出", *[""] * 5],
            ["项目", "行次", word, "项目", "行次", *columns],
            ["栏次", "", "1", "栏次", "", "2", "3", "4", "5"],
        ],
    }[head]
    return [
        *_top(voice, "财政拨款收入支出决算总表", 4),
        *_lines([*heads, *_two_sided(voice, left, right, word, numbered)]),
    ]


# ---- T6, T7 -------------------------------------------------------------------------------------------


def basic_table(voice: Voice) -> list[str]:
    """T6: basic expenditure by economic account, staff beside running costs."""
    world = voice.world
    if not world.economic:
        return []
    grid = _grid(voice)
    groups = {"人员": ("301", "303"), "公用": ("302", "310")}
    sides: dict[str, list[Row]] = {}
    totals = {}
    for side, classes in groups.items():
        rows, tops = [], []
        for one in classes:
            parts = [
                (code, name, grid.cell(fen))
                for code, name, fen in world.economic
                if code[:3] == one
            ]
            if not parts and one == "310":
                continue
            top = grid.cell(sum(fen for code, _, fen in world.economic if code[:3] == one))
            grid.sums(top, [cell for *_, cell in parts])
            tops.append(top)
            rows += [
                [one, accounts()[one], top],
                *([code, name, cell] for code, name, cell in parts),
            ]
        totals[side] = grid.cell(world.staff.now if side == "人员" else world.running.now)
        grid.sums(totals[side], tops)
        sides[side] = rows
    title = voice.pick(
        "title", ("一般公共预算财政拨款基本支出决算表", "一般公共预算财政拨款基本支出决算明细表")
    )
    word = voice.pick("word", ("决算数", "金额"))
    names = voice.choose(
        "names",
        {
            "经济分类科目编码": ("经济分类科目编码", "科目名称"),
            "科目编码": ("科目编码", "科目名称"),
        },
    )
    layout = voice.pick("layout", ("two", "one"))
    ends = [["", "人员经费合计", totals["人员"]], ["", "公用经费合计", totals["公用"]]]
    if voice.flip("label-first"):
        ends = [["人员经费合计", "", totals["人员"]], ["公用经费合计", "", totals["公用"]]]
    if layout == "one":
        whole = grid.cell(world.staff.now + world.running.now)
        grid.sums(whole, totals.values())
        rows = [
            [*names, word],
            *sides["人员"],
            ends[0],
            *sides["公用"],
            ends[1],
            ["", "合计", whole],
        ]
        return [*_top(voice, title, 6), *_lines(rows)]
    left, right = sides["人员"], sides["公用"]
    depth = max(len(left), len(right))
    left = [*left, *[["", "", ""]] * (depth - len(left)), ends[0]]
    right = [*right, *[["", "", ""]] * (depth - len(right)), ends[1]]
    head = voice.choose(
        "head",
        {
            "plain": [[*names, word, *names, word]],
            "merged": [
                ["人员经费", "人员经费", "人员经费", "公用经费", "公用经费", "公用经费"],
                [*names, word, *names, word],
            ],
            "merged-blank": [
                ["人员经费", "", "", "公用经费", "", ""],
                [*names, word, *names, word],
            ],
        },
    )
    return [
        *_top(voice, title, 6),
        *_lines([*head, *([*one, *two] for one, two in zip(left, right, strict=True))]),
    ]


def threes_table(voice: Voice) -> list[str]:
    """T7: budget and outturn of the three public expenses."""
    threes = voice.world.threes
    grid = _grid(voice)
    rows = {}
    for name, of in (("预算数", attrgetter(voice.world.budget)), ("决算数", attrgetter("now"))):
        cells = [
            grid.cell(of(line))
            for line in (
                threes.total,
                threes.abroad,
                threes.cars_line,
                threes.buy,
                threes.run,
                threes.guests,
            )
        ]
        grid.sums(cells[2], cells[3:5])
        grid.sums(cells[0], [cells[1], cells[2], cells[5]])
        rows[name] = cells
    title = voice.pick(
        "title", ("财政拨款“三公”经费支出决算表", "一般公共预算财政拨款“三公”经费支出决算表")
    )
    top = _top(voice, title, 7)
    names = [
        "合计",
        "因公出国（境）费",
        "公务用车购置及运行维护费",
        "公务用车购置及运行维护费",
        "公务用车购置及运行维护费",
        "公务接待费",
    ]
    subs = [
        "合计",
        "因公出国（境）费",
        "小计",
        "公务用车购置费",
        "公务用车运行维护费",
        "公务接待费",
    ]
    layout = voice.pick("layout", ("wide", "wide-blank", "down", "pairs", "pairs-blank", "numbers"))
    both = [*rows["预算数"], *rows["决算数"]]
    if layout == "down":
        marks = [
            "合计",
            "一、因公出国（境）费",
            "二、公务用车购置及运行维护费",
            "（一）公务用车购置费",
            "（二）公务用车运行维护费",
            "三、公务接待费",
        ]
        body = [
            [mark, one, two]
            for mark, one, two in zip(marks, rows["预算数"], rows["决算数"], strict=True)
        ]
        return [*top, *_lines([["项目", "预算数", "决算数"], *body])]
    if layout.startswith("pairs"):
        mixed = [cell for pair in zip(rows["预算数"], rows["决算数"], strict=True) for cell in pair]
        blank = layout == "pairs-blank"
        first = [
            cell
            for at, name in enumerate(names)
            for cell in (
                (name if not blank or name not in names[:at] else ""),
                "" if blank else name,
            )
        ]
        second = [
            cell
            for at, sub in enumerate(subs)
            for cell in ((sub if not blank or at in {2, 3, 4} else ""), "" if blank else sub)
        ]
        return [*top, *_lines([first, second, ["预算数", "决算数"] * 6, mixed])]
    if layout == "wide-blank":
        heads = [
            ["预算数", *[""] * 5, "决算数", *[""] * 5],
            ["合计", "因公出国（境）费", "公务用车购置及运行维护费", "", "", "公务接待费"] * 2,
            ["", "", "小计", "公务用车购置费", "公务用车运行维护费", ""] * 2,
        ]
    else:
        heads = [["预算数"] * 6 + ["决算数"] * 6, names * 2, subs * 2]
    if layout == "numbers":
        heads.append([str(at) for at in range(1, 13)])
    return [*top, *_lines([*heads, both])]


FORMS = {
    "table-1": total_table,
    "table-2": income_table,
    "table-3": spending_table,
    "table-4": finance_table,
    "table-5": general_table,
    "table-6": basic_table,
    "table-7": threes_table,
    "table-8": fund_table,
}
