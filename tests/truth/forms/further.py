"""Tables that some regions print besides the nine: projects, details, flows, things, purchases, units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from truth.book import Linear, Shown
from truth.forms.cells import above, by_level, grid_of, joined, spending
from truth.world import accounts, split_up

if TYPE_CHECKING:
    from truth.forms.cells import Amounts, Grid, Row
    from truth.voice import Voice

_FLOW = ("年初结转和结余", "本年收入", "本年支出", "基本支出", "项目支出", "年末结转和结余")


def _by_account(voice: Voice, grid: Grid, leaves: Amounts, *, whole: bool = False) -> list[Row]:
    """Rows by function account with the sums down; ``whole`` puts each row's sum in front."""
    everything = [sum(column) for column in zip(*leaves.values(), strict=True)]
    rows: dict[str, Row] = {}
    for code, amounts in {"": everything, **by_level(leaves)}.items():
        cells = [grid.cell(fen) for fen in amounts]
        if whole:
            top = grid.cell(sum(amounts))
            grid.sums(top, cells)
            cells = [top, *cells]
        rows[code] = cells
    for code, cells in rows.items():
        size = {0: 3, 3: 5, 5: 7}.get(len(code), 9)
        below = [row for one, row in rows.items() if len(one) == size and one.startswith(code)]
        for at, cell in enumerate(cells):
            grid.sums(cell, [row[at] for row in below])
    named = [[code, accounts()[code], *cells] for code, cells in rows.items() if code]
    total = [*voice.choose("total", {"name": ("", "合计"), "code": ("合计", "")}), *rows[""]]
    return [total, *named] if voice.pick("where", ("first", "last")) == "first" else [*named, total]


def capital_table(voice: Voice) -> list[str]:
    """State capital: an empty table that says so."""
    title = voice.pick(
        "title",
        ("国有资本经营预算财政拨款支出决算表", "国有资本经营预算财政拨款收入支出决算表"),
    )
    names = ["功能分类科目编码", "科目名称"]
    heads = voice.choose(
        "head",
        {
            "one": [[*names, "合计", "基本支出", "项目支出"]],
            "repeated": [[*names, *["本年支出"] * 3], [*names, "合计", "基本支出", "项目支出"]],
            "blank": [["项目", "", "本年支出", "", ""], [*names, "合计", "基本支出", "项目支出"]],
        },
    )
    body = voice.choose("body", {"total": [["", "合计", "", "", ""]], "blank": [[""] * 5] * 3})
    note = voice.pick(
        "note",
        (
            f"说明：本{voice.world.kind}{voice.year}年度没有国有资本经营预算财政拨款支出，故本表无数据。",
            f"注：本{voice.world.kind}无国有资本经营预算财政拨款收支，本表为空。",
        ),
    )
    return [*above(voice, title, 9), *joined([*heads, *body]), note]


def projects_table(voice: Voice) -> list[str]:
    """Project expenditure by account and by name (Sichuan, Inner Mongolia)."""
    grid = grid_of(voice)
    projects = {code: pair[1] for code, pair in spending(voice.world)[1].items() if pair[1]}
    if not projects:
        return []
    whole = grid.cell(sum(projects.values()))
    if voice.pick("by", ("account", "name")) == "name":
        names = ("系统运行维护", "设备更新", "宣传教育", "业务培训", "专项检查")
        costs = split_up(
            voice.rng, sum(projects.values()), voice.rng.randint(2, 5), voice.style.quantum
        )
        cells = [grid.cell(fen) for fen in costs]
        grid.sums(whole, cells)
        rows = [["合计", whole], *([name, cell] for name, cell in zip(names, cells, strict=False))]
        heads = [["项目名称", "金额"]]
        return [*above(voice, "一般公共预算财政拨款项目支出决算表", 9), *joined([*heads, *rows])]
    heads = [["功能分类科目编码", "科目名称", "项目支出"]]
    body = _by_account(voice, grid, {code: [fen] for code, fen in projects.items()})
    return [*above(voice, "一般公共预算财政拨款项目支出决算表", 9), *joined([*heads, *body])]


def flow_table(voice: Voice) -> list[str]:
    """The general budget's balances, income and spending by account (Yunnan, Beijing)."""
    world, grid = voice.world, grid_of(voice)
    flow = world.general
    most = max(world.items, key=lambda item: item.line.now).code
    leaves = {}
    for item in world.items:
        opening, closing = (flow.opening, flow.closing) if item.code == most else (0, 0)
        income = item.line.now + closing - opening
        cells = (opening, income, item.line.now, item.basic, item.line.now - item.basic, closing)
        leaves[item.code] = list(cells)
    names = ["功能分类科目编码", "科目名称"]
    heads = voice.choose(
        "head",
        {
            "one": [[*names, *_FLOW]],
            "repeated": [
                [*names, *_FLOW[:2], *["本年支出"] * 3, _FLOW[-1]],
                [*names, *_FLOW[:2], "合计", "基本支出", "项目支出", _FLOW[-1]],
            ],
            "blank": [
                ["项目", "", *_FLOW[:2], "本年支出", "", "", _FLOW[-1]],
                [*names, "", "", "合计", "基本支出", "项目支出", ""],
            ],
        },
    )
    rows = _by_account(voice, grid, leaves)
    for row in rows:
        cells = [cell if isinstance(cell, Shown) else None for cell in row[2:]]
        signs = zip(cells, (1, 1, -1, 0, 0, -1), strict=True)
        terms = tuple((cell.key, sign) for cell, sign in signs if cell is not None and sign)
        voice.book.relations.append(Linear("cells-flow", terms)) if terms else None
        grid.sums(row[4], row[5:7])
    title = "一般公共预算财政拨款收入支出决算表"
    return [*above(voice, title, 5), *joined([*heads, *rows])]


def detail_table(voice: Voice) -> list[str]:
    """Expenditure by function account and economic account crossed (Sichuan)."""
    world, grid = voice.world, grid_of(voice)
    general = spending(world)[1]
    codes = {one: [c for c in accounts() if len(c) == 5 and c[:3] == one] for one in ("301", "302", "310")}  # fmt: skip
    kept = {one: sorted(voice.rng.sample(some, min(3, len(some)))) for one, some in codes.items()}
    names = ["功能分类科目编码", "科目名称", "合计"]
    top, sub = list(names), list(names)
    for one, some in kept.items():
        label = accounts()[one]
        top += [label] * (len(some) + 1)
        sub += ["小计", *(accounts()[code] for code in some)]
    if voice.pick("head", ("repeated", "blank")) == "blank":
        top = [cell if at == 0 or cell != top[at - 1] else "" for at, cell in enumerate(top)]
        sub = ["", "", "", *sub[3:]]
    width = sum(map(len, kept.values()))
    leaves = {
        code: split_up(voice.rng, sum(pair), width, voice.style.quantum)
        for code, pair in general.items()
    }
    rows = _by_account(voice, grid, leaves)
    body = []
    for row in rows:
        cells, at, line = row[2:], 0, []
        tops = []
        for some in kept.values():
            group = cells[at : at + len(some)]
            fens = sum(voice.book.figures[one.key].fen for one in group if isinstance(one, Shown))
            small = grid.cell(fens)
            grid.sums(small, group)
            tops.append(small)
            line += [small, *group]
            at += len(some)
        fens = sum(voice.book.figures[one.key].fen for one in tops if isinstance(one, Shown))
        whole = grid.cell(fens)
        grid.sums(whole, tops)
        body.append([*row[:2], whole, *line])
    return [*above(voice, "一般公共预算财政拨款支出决算明细表", 7), *joined([top, sub, *body])]


def things_table(voice: Voice) -> list[str]:
    """Running costs, vehicles, equipment: units that differ from row to row (Inner Mongolia)."""
    world, grid = voice.world, grid_of(voice)
    running = grid.cell(world.office.now)
    total = sum(number for _, number in world.vehicles)
    none = voice.pick("none", ("—", "-", ""))
    rows = [
        ["一、机构运行经费", running],
        ["（一）行政单位", running],
        ["（二）参照公务员法管理事业单位", grid.cell(0)],
        ["二、国有资产占用情况", none],
        ["（一）车辆数合计（辆）", str(total)],
        *(
            [f"{at}.{name}（辆）" if at == 1 else f"{at}.{name}", str(n)]
            for at, (name, n) in enumerate(world.vehicles, 1)
        ),
        ["（二）单价100万元（含）以上设备（不含车辆）（台、套）", str(voice.rng.randint(0, 9))],
    ]
    heads = [["项目", "统计数"]]
    if voice.flip("numbers"):
        heads = [["项目", "行次", "统计数"], ["栏次", "", "1"]]
        rows = [[row[0], str(at), row[1]] for at, row in enumerate(rows, 1)]
    return [*above(voice, "机构运行信息表", 11), *joined([*heads, *rows])]


def purchases_table(voice: Voice) -> list[str]:
    """Purchases by kind, and by where the money comes from (Beijing, Inner Mongolia)."""
    world, grid = voice.world, grid_of(voice)
    if not world.small:
        return []
    parts = [grid.cell(fen) for fen in world.bought]
    whole = grid.cell(sum(world.bought))
    grid.sums(whole, parts)
    title = voice.pick("title", ("政府采购情况表", "政府采购支出情况表"))
    kinds = ("政府采购货物支出", "政府采购工程支出", "政府采购服务支出")
    if voice.pick("layout", ("down", "wide")) == "wide":
        rows = [["合计", *kinds], [whole, *parts]]
        return [*above(voice, title, 12), *joined(rows)]
    marks = ("（一）", "（二）", "（三）")
    rows = [
        ["项目", "金额"],
        ["一、政府采购支出合计", whole],
        *([f"{m}{k}", p] for m, k, p in zip(marks, kinds, parts, strict=True)),
        ["二、政府采购授予中小企业合同金额", grid.cell(world.small)],
        ["其中：授予小微企业合同金额", grid.cell(world.micro)],
    ]
    return [*above(voice, title, 12), *joined(rows)]


def units_table(voice: Voice) -> list[str]:
    """Spending unit by unit, instead of by account (Zhejiang)."""
    world, grid = voice.world, grid_of(voice)
    every = spending(world)[0]
    pair = [sum(row[at] for row in every.values()) for at in range(2)]
    names = (f"{world.unit}本级", f"{world.place}信息中心", f"{world.place}服务中心")
    count = voice.rng.randint(1, 3)
    columns = [split_up(voice.rng, fen, count, voice.style.quantum) for fen in pair]
    rows = []
    for amounts in (pair, *zip(*columns, strict=True)):
        cells = [grid.cell(fen) for fen in amounts]
        whole = grid.cell(sum(amounts))
        grid.sums(whole, cells)
        rows.append([whole, *cells, grid.cell(0)])
    for at in range(3):
        grid.sums(rows[0][at], [row[at] for row in rows[1:]])
    label = voice.pick("label", ("合计", "总计"))
    head = ["单位名称", "本年支出合计", "基本支出", "项目支出", "经营支出"]
    body = [[name, *row] for name, row in zip((label, *names), rows, strict=False)]
    if voice.flip("ordinals", 0.4):
        head = ["序号", *head]
        body = [["" if at == 0 else str(at), *row] for at, row in enumerate(body)]
    return [*above(voice, "支出决算表（按单位）", 3), *joined([head, *body])]


FORMS = {
    "table-9": capital_table,
    "table-projects": projects_table,
    "table-flow": flow_table,
    "table-detail": detail_table,
    "table-things": things_table,
    "table-purchases": purchases_table,
    "table-units": units_table,
}
