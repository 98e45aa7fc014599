"""True tables of an invented body, laid out in every way that people print and copy them.

``layouts`` draws a table and a layout; ``written`` writes it in a format; ``truth`` is what must be
read. All figures are whole fen, printed as 万元 with two places, so that nothing is ever rounded.
"""

from __future__ import annotations

import io
import json
from typing import NamedTuple

from hypothesis import strategies as st

from jslint.ledger import plain

DASHES = ("-", "—", "——", "－", "--", "–", "―", "/", "无")
#: A row of column numbers, drawn for heads that may have one.
LANE = "栏次"


class Figures(NamedTuple):
    """Amounts in hundredths of 万元; the accounts' are those of the lowest level, by code."""

    basic: dict[str, int]
    project: dict[str, int]
    fund_in: int
    fund_open: int
    fund_out: int
    service: int
    opening: int
    staff: int
    trip: int
    buy: int
    run: int
    guests: int
    more: int


class Sheet(NamedTuple):
    """A table: ``columns`` are header paths; ``rows`` hold texts, figures and None for no figure."""

    title: str
    columns: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[object, ...], ...]


ACCOUNTS = {
    "205": "教育支出",
    "20502": "普通教育",
    "2050201": "学前教育",
    "2050202": "小学教育",
    "20503": "职业教育",
    "2050302": "中等职业教育",
    "221": "住房保障支出",
    "22102": "住房改革支出",
    "2210201": "住房公积金",
}
LEAVES = [code for code in ACCOUNTS if len(code) == 7]
_AMOUNTS = st.one_of(st.just(0), st.integers(1, 500_000))


@st.composite
def figures(draw: st.DrawFn) -> Figures:
    basic = {code: draw(st.integers(1, 900_000)) for code in LEAVES}
    project = {code: draw(_AMOUNTS) for code in LEAVES}
    opened, came = draw(_AMOUNTS), draw(st.integers(1, 300_000))
    spent = draw(st.integers(1, opened + came))
    staff = draw(st.integers(1, sum(basic.values())))
    rest = [draw(_AMOUNTS) for _ in range(6)]
    return Figures(
        basic, project, came, opened, spent, rest[0], rest[1], staff, *rest[2:], draw(_AMOUNTS)
    )


def _sum(found: dict[str, int], code: str) -> int:
    return sum(value for leaf, value in found.items() if leaf.startswith(code))


def _accounts(of: list[dict[str, int]]) -> list[tuple[object, ...]]:
    """Rows by account: 合计 first, then 类, 款 and 项, each column's sum by code."""
    rows: list[tuple[object, ...]] = [("", "合计", *(_sum(one, "") for one in of))]
    rows += [(code, name, *(_sum(one, code) for one in of)) for code, name in ACCOUNTS.items()]
    return rows


def _plus(*of: dict[str, int]) -> dict[str, int]:
    return {code: sum(one[code] for one in of) for code in of[0]}


def _nothing() -> dict[str, int]:
    return dict.fromkeys(LEAVES, 0)


def two_sided(f: Figures, head: str) -> Sheet:
    """收入支出决算总表; ``head`` is the kind of its header."""
    general = _sum(_plus(f.basic, f.project), "")
    education = _sum(_plus(f.basic, f.project), "205")
    housing = _sum(_plus(f.basic, f.project), "221")
    income = general + f.fund_in + f.service
    spent = general + f.fund_out
    carried = income + f.opening + f.fund_open - spent
    left = [
        ("一、一般公共预算财政拨款收入", general),
        ("二、政府性基金预算财政拨款收入", f.fund_in),
        ("三、事业收入", f.service),
        ("本年收入合计", income),
        ("使用非财政拨款结余", 0),
        ("年初结转和结余", f.opening + f.fund_open),
        ("总计", income + f.opening + f.fund_open),
    ]
    right = [
        ("一、教育支出", education),
        ("二、住房保障支出", housing),
        ("三、城乡社区支出", f.fund_out),
        ("本年支出合计", spent),
        ("结余分配", 0),
        ("年末结转和结余", carried),
        ("总计", spent + carried),
    ]
    if head == "stacked":
        return Sheet("收入支出决算总表", (("项目",), ("决算数",)), (*left, *right))
    paths = {
        "two": (("收入", "项目"), ("收入", "决算数"), ("支出", "项目"), ("支出", "决算数")),
        "amount": (("收入", "项目"), ("收入", "金额"), ("支出", "项目"), ("支出", "金额")),
        "one": (("项目",), ("决算数",), ("项目",), ("决算数",)),
        "sides": (("收入",), ("决算数",), ("支出",), ("决算数",)),
        "numbered": (
            ("收入", "项目"),
            ("收入", "行次"),
            ("收入", "金额"),
            ("支出", "项目"),
            ("支出", "行次"),
            ("支出", "金额"),
        ),
    }[head]
    rows: list[tuple[object, ...]] = []
    for at, (one, two) in enumerate(zip(left, right, strict=True), 1):
        if head == "numbered":
            rows.append((one[0], str(at), one[1], two[0], str(at + len(left)), two[1]))
        else:
            rows.append((*one, *two))
    return Sheet("收入支出决算总表", paths, tuple(rows))


def income(f: Figures) -> Sheet:
    general = _plus(f.basic, f.project)
    names = ("财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入")
    columns = [
        general,
        _nothing(),
        {**_nothing(), LEAVES[0]: f.service},
        *(_nothing() for _ in range(3)),
    ]
    return Sheet(
        "收入决算表",
        (
            ("项目", "功能分类科目编码"),
            ("项目", "科目名称"),
            ("本年收入合计",),
            *((one,) for one in names),
        ),
        tuple(_accounts([_plus(*columns), *columns])),
    )


def spending(f: Figures) -> Sheet:
    names = ("基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出")
    columns = [f.basic, f.project, _nothing(), _nothing(), _nothing()]
    return Sheet(
        "支出决算表",
        (
            ("项目", "功能分类科目编码"),
            ("项目", "科目名称"),
            ("本年支出合计",),
            *((one,) for one in names),
        ),
        tuple(_accounts([_plus(*columns), *columns])),
    )


def general(f: Figures) -> Sheet:
    columns = [f.basic, f.project]
    return Sheet(
        "一般公共预算财政拨款支出决算表",
        (
            ("项目", "功能分类科目编码"),
            ("项目", "科目名称"),
            ("本年支出", "合计"),
            ("本年支出", "基本支出"),
            ("本年支出", "项目支出"),
        ),
        tuple(_accounts([_plus(*columns), *columns])),
    )


def fiscal(f: Figures) -> Sheet:
    """财政拨款收入支出决算总表, its expenditure by kind of budget."""
    every = _plus(f.basic, f.project)
    total, out = _sum(every, ""), f.fund_out
    left = f.fund_open + f.fund_in - out
    kinds = ("小计", "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款")
    rows: list[tuple[object, ...]] = [
        (
            "一、一般公共预算财政拨款",
            total,
            "一、教育支出",
            _sum(every, "205"),
            _sum(every, "205"),
            0,
            0,
        ),
        (
            "二、政府性基金预算财政拨款",
            f.fund_in,
            "二、住房保障支出",
            _sum(every, "221"),
            _sum(every, "221"),
            0,
            0,
        ),
        ("三、国有资本经营预算财政拨款", 0, "三、城乡社区支出", out, 0, out, 0),
        ("本年收入合计", total + f.fund_in, "本年支出合计", total + out, total, out, 0),
        ("年初财政拨款结转和结余", f.fund_open, "年末财政拨款结转和结余", left, 0, left, 0),
        ("一、一般公共预算财政拨款", 0, "", None, None, None, None),
        ("二、政府性基金预算财政拨款", f.fund_open, "", None, None, None, None),
        ("三、国有资本经营预算财政拨款", 0, "", None, None, None, None),
        ("总计", total + f.fund_in + f.fund_open, "总计", total + out + left, total, out + left, 0),
    ]
    return Sheet(
        "财政拨款收入支出决算总表",
        (
            ("收入", "项目"),
            ("收入", "决算数"),
            ("支出", "项目"),
            *(("支出", "决算数", one) for one in kinds),
        ),
        tuple(rows),
    )


def staff(f: Figures) -> Sheet:
    total = sum(f.basic.values())
    other = total - f.staff
    head = ("经济分类科目编码", "科目名称", "决算数")
    rows: list[tuple[object, ...]] = [
        ("301", "工资福利支出", f.staff, "302", "商品和服务支出", other),
        ("30101", "基本工资", f.staff, "30201", "办公费", other),
        ("30102", "津贴补贴", 0, "30202", "印刷费", 0),
        ("", "人员经费合计", f.staff, "", "公用经费合计", other),
    ]
    return Sheet(
        "一般公共预算财政拨款基本支出决算表",
        tuple((side, one) for side in ("人员经费", "公用经费") for one in head),
        tuple(rows),
    )


def staff_thrice(f: Figures) -> Sheet:
    """The same in three parts, 商品和服务支出 going on in the third."""
    total = sum(f.basic.values())
    other = total - f.staff
    heating = other // 3
    head = ("科目编码", "科目名称", "决算数")
    rows: list[tuple[object, ...]] = [
        (
            "301",
            "工资福利支出",
            f.staff,
            "302",
            "商品和服务支出",
            other,
            "30226",
            "劳务费",
            heating,
        ),
        (
            "30101",
            "基本工资",
            f.staff - f.staff // 4,
            "30201",
            "办公费",
            other - heating,
            "30227",
            "委托业务费",
            0,
        ),
        ("303", "对个人和家庭的补助", 0, "30202", "印刷费", 0, "310", "资本性支出", 0),
        ("30102", "津贴补贴", f.staff // 4, "30208", "取暖费", 0, "31002", "办公设备购置", 0),
        ("", "人员经费合计", f.staff, "", "", None, "", "公用经费合计", other),
    ]
    paths = tuple((side, one) for side in ("人员经费", "公用经费", "公用经费 ") for one in head)
    return Sheet(
        "一般公共预算财政拨款基本支出决算表", tuple((one,) for _, one in paths), tuple(rows)
    )


def staff_columns(f: Figures) -> Sheet:
    """The same by account, with columns for staff and for what else there is."""
    total = sum(f.basic.values())
    other = total - f.staff
    rows: list[tuple[object, ...]] = [
        ("", "合计", total, f.staff, other),
        ("301", "工资福利支出", f.staff, f.staff, 0),
        ("30101", "基本工资", f.staff, f.staff, 0),
        ("302", "商品和服务支出", other, 0, other),
        ("30201", "办公费", other, 0, other),
    ]
    heads = (("经济分类科目编码",), ("科目名称",), ("合计",), ("人员经费",), ("公用经费",))
    return Sheet("一般公共预算财政拨款基本支出决算表", heads, tuple(rows))


def cars_down(f: Figures) -> Sheet:
    """The three expenses in rows."""
    spent = (f.trip + f.buy + f.run + f.guests, f.trip, f.buy + f.run, f.buy, f.run, f.guests)
    planned = (spent[0] + f.more, f.trip, f.buy + f.run, f.buy, f.run, f.guests + f.more)
    names = (
        "合计",
        "1.因公出国（境）费",
        "2.公务用车购置及运行维护费",
        "（1）公务用车购置费",
        "（2）公务用车运行维护费",
        "3.公务接待费",
    )
    rows = zip(names, planned, spent, strict=True)
    return Sheet("财政拨款“三公”经费支出决算表", (("项目",), ("预算数",), ("决算数",)), tuple(rows))


def cars(f: Figures) -> Sheet:
    vehicle = "公务用车购置及运行维护费"
    heads = (
        ("合计",),
        ("因公出国（境）费",),
        (vehicle, "小计"),
        (vehicle, "公务用车购置费"),
        (vehicle, "公务用车运行维护费"),
        ("公务接待费",),
    )
    spent = (f.trip + f.buy + f.run + f.guests, f.trip, f.buy + f.run, f.buy, f.run, f.guests)
    planned = (spent[0] + f.more, f.trip, f.buy + f.run, f.buy, f.run, f.guests + f.more)
    return Sheet(
        "财政拨款“三公”经费支出决算表",
        tuple((*one, kind) for one in heads for kind in ("预算数", "决算数")),
        (tuple(value for pair in zip(planned, spent, strict=True) for value in pair),),
    )


def cars_above(f: Figures) -> Sheet:
    """The same with 预算数 and 决算数 on top."""
    sheet = cars(f)
    order = [*range(0, 12, 2), *range(1, 12, 2)]
    return Sheet(
        sheet.title,
        tuple((sheet.columns[at][-1], *sheet.columns[at][:-1]) for at in order),
        (tuple(sheet.rows[0][at] for at in order),),
    )


def fund(f: Figures) -> Sheet:
    names = {
        "": "合计",
        "212": "城乡社区支出",
        "21208": "国有土地使用权出让收入安排的支出",
        "2120803": "城市建设支出",
    }
    values = (
        f.fund_open,
        f.fund_in,
        f.fund_out,
        0,
        f.fund_out,
        f.fund_open + f.fund_in - f.fund_out,
    )
    return Sheet(
        "政府性基金预算财政拨款收入支出决算表",
        (
            ("项目", "功能分类科目编码"),
            ("项目", "科目名称"),
            ("年初结转和结余",),
            ("本年收入",),
            ("本年支出", "小计"),
            ("本年支出", "基本支出"),
            ("本年支出", "项目支出"),
            ("年末结转和结余",),
        ),
        tuple((code, name, *values) for code, name in names.items()),
    )


def units(f: Figures) -> Sheet:
    """Income and expenditure by unit, under heads of two levels, no two of them alike."""
    names = ("教育局机关", "第一小学", "第二小学", "电教中心")
    every = list(f.basic.values()) * 2
    rows = [_unit(every[at:], at) for at, _ in enumerate(names)]
    total = [sum(column) for column in zip(*rows, strict=True)]
    return Sheet(
        "分单位收支情况表",
        (
            ("单位名称",),
            ("收入", "小计"),
            ("收入", "财政拨款"),
            ("收入", "其他"),
            ("支出", "小计"),
            ("支出", "人员经费"),
            ("支出", "公用经费"),
        ),
        tuple((name, *row) for name, row in zip((*names, "合计"), (*rows, total), strict=True)),
    )


def _unit(figures: list[int], at: int) -> list[int]:
    given, other = figures[0] + 100 * at, figures[1] + 30_000 * at + 1
    staff, running = given // 2 + 7, other // 3 + 11
    return [given + other, given, other, staff + running, staff, running]


def balance(f: Figures) -> Sheet:
    """Earmarked funds: what was left, came and was spent, and what is left."""
    names = ("校舍维修", "营养改善", "设备更新")
    rows = []
    for at, name in enumerate(names):
        left, came = (value + 10_000 * at for value in list(f.basic.values())[at : at + 2])
        rows.append((name, left, came, (left + came) // 2 + at, (left + came + 1) // 2 - at))
    total = [sum(column) for column in zip(*(row[1:] for row in rows), strict=True)]
    return Sheet(
        "专项资金情况表",
        (("项目名称",), ("上年结转",), ("本年安排",), ("本年支出",), ("年末结转",)),
        (*rows, ("合计", *total)),
    )


SHEETS = {
    "units": units,
    "balance": balance,
    "two": lambda f: two_sided(f, "two"),
    "amount": lambda f: two_sided(f, "amount"),
    "one": lambda f: two_sided(f, "one"),
    "sides": lambda f: two_sided(f, "sides"),
    "numbered": lambda f: two_sided(f, "numbered"),
    "stacked": lambda f: two_sided(f, "stacked"),
    "income": income,
    "spending": spending,
    "general": general,
    "fiscal": fiscal,
    "staff": staff,
    "staff_thrice": staff_thrice,
    "staff_columns": staff_columns,
    "cars_down": cars_down,
    "cars": cars,
    "cars_above": cars_above,
    "fund": fund,
}
FORMATS = ("text", "spaces", "bars", "box", "md", "yaml", "yaml-marked", "xlsx", "docx")


class Layout(NamedTuple):
    """How a table is printed.

    ``merges``: ``blank`` (the words in the first cell), ``repeat`` (in each), ``merged`` (one cell, in
    formats that have such). ``empty`` is what stands for no figure, ``zero`` for 0. ``split`` puts
    类, 款 and 项 into columns of their own; ``part`` is the row before which （续） begins; ``drop``
    leaves out columns without figures; ``inside`` puts title and unit into the table's first rows; ``shared`` puts the lowest header into the row of 合计.
    """

    format: str
    merges: str
    empty: str
    zero: str
    grouped: bool
    lane: str
    split: str
    part: int
    drop: bool
    shared: bool
    inside: bool
    unit: str
    again: bool


@st.composite
def layouts(draw: st.DrawFn, only: str | None = None) -> Layout:
    kind = only or draw(st.sampled_from(FORMATS))
    merges = ["blank", "repeat", *(["merged"] if kind in ("xlsx", "docx") else [])]
    dash = draw(st.sampled_from(["", *DASHES]))
    return Layout(
        kind,
        draw(st.sampled_from(merges)),
        dash,
        draw(st.sampled_from(["0.00", dash])),
        draw(st.booleans()),
        draw(st.sampled_from(["", "", "label", "bare", "formulas"])),
        draw(st.sampled_from(["", "", "columns", "below", "lane", "joined", "levels"])),
        draw(st.sampled_from([0, 0, 0, 3])),
        draw(st.booleans()),
        draw(st.sampled_from([False, True])),
        draw(st.sampled_from([False, False, False, True])) and kind in ("text", "md"),
        draw(st.sampled_from(["", "", "", "万元"])),
        draw(st.booleans()),
    )


def shown(value: object, layout: Layout) -> str:
    """A cell as it is printed."""
    if value is None:
        return layout.empty
    if isinstance(value, str):
        return value
    if value == 0:
        return layout.zero
    assert isinstance(value, int)
    return f"{value // 100:{',' if layout.grouped else ''}}.{value % 100:02}{layout.unit}"


def arranged(sheet: Sheet, layout: Layout) -> Sheet:
    """The table with the columns that its layout has."""
    columns, rows = list(sheet.columns), [list(row) for row in sheet.rows]
    if layout.drop:
        kept = [
            at
            for at, path in enumerate(columns)
            if any(row[at] for row in rows) or len(path) > 1 or path[0].endswith(("合计", "编码"))
        ]
        columns, rows = [columns[at] for at in kept], [[row[at] for at in kept] for row in rows]
    if layout.split == "joined" and columns[0][-1].startswith("功能"):
        columns[0:2] = [("功能分类科目",)]
        rows = [[f"{row[0]}{' ' if layout.grouped else ''}{row[1]}", *row[2:]] for row in rows]
    elif layout.split and columns[0][-1].startswith("功能"):
        above = {
            "columns": ("项目",),
            "levels": ("项目",),
            "below": ("项目", "功能分类科目编码"),
            "lane": ("项目", "功能分类科目编码"),
        }[layout.split]
        columns[0:2] = [*((*above, one) for one in ("类", "款", "项")), ("项目", "科目名称")]
        if layout.split == "lane":
            columns[0:3] = [("项目", "功能分类科目编码")] * 3
        parts = _own_level if layout.split == "levels" else _three
        rows = [[*parts(str(row[0])), *row[1:]] for row in rows]
    return Sheet(sheet.title, tuple(columns), tuple(map(tuple, rows)))


def _three(code: str) -> list[str]:
    return [code[:3], code[3:5], code[5:7]]


def _own_level(code: str) -> list[str]:
    """Only the digits of a code's own level, as where the levels above stand in rows above."""
    parts = _three(code)
    own = max((at for at, one in enumerate(parts) if one), default=0)
    return [one if at == own else "" for at, one in enumerate(parts)]


class Grid(NamedTuple):
    """The cells of a table as printed, with the header's merged ranges (top, left, bottom, right)."""

    title: str
    head: list[list[str]]
    body: list[list[str]]
    merged: list[tuple[int, int, int, int]]


def grid(sheet: Sheet, layout: Layout) -> Grid:
    columns = sheet.columns
    height = max(map(len, columns))
    full = [[path[min(at, len(path) - 1)] for path in columns] for at in range(height)]
    merged = list(_ranges(columns, height))
    head = full
    if layout.merges != "repeat":
        first = {(top, left) for top, left, _, _ in merged}
        inside = {
            (row, at)
            for top, left, bottom, right in merged
            for row in range(top, bottom + 1)
            for at in range(left, right + 1)
        }
        head = [
            [
                word if (row, at) in first or (row, at) not in inside else ""
                for at, word in enumerate(words)
            ]
            for row, words in enumerate(full)
        ]
    body = [[shown(value, layout) for value in row] for row in sheet.rows]
    labels = [at for at, path in enumerate(columns) if isinstance(sheet.rows[0][at], str)]
    split = [path[-1] for path in columns].count("功能分类科目编码") > 1
    if (layout.lane or split) and labels and labels == list(range(len(labels))):
        numbers = [
            str(at + 1 - len(labels)) if at not in labels else "" for at in range(len(columns))
        ]
        lane = (
            numbers
            if layout.lane != "formulas"
            else [one and f"{one}=2+3" if one == "1" else one for one in numbers]
        )
        if layout.lane in ("label", "formulas") or split:
            lane[labels[-1] if split else labels[0]] = LANE
        if split:
            lane[:3] = ["类", "款", "项"]
        head = [*head, lane]
    for at in hidden(sheet, layout):
        body[0][at], head[height - 1][at] = columns[at][-1], ""
    if layout.inside:
        blank = [""] * (len(columns) - 1)
        head = [[sheet.title, *blank], ["单位：万元", *blank], *head]
        merged = []
    return Grid("" if layout.inside else sheet.title, head, body, merged)


def hidden(sheet: Sheet, layout: Layout) -> list[int]:
    """The columns whose lowest header stands in the row of 合计."""
    below = [at for at, path in enumerate(sheet.columns) if len(path) > 1 and path[0] == "本年支出"]
    if len(sheet.columns) == len(below) + 2:
        return []  # then the row is wholly one of the header
    if not layout.shared or layout.merges != "blank" or layout.format == "spaces" or len(below) < 2:
        return []
    return (
        []
        if layout.lane or layout.split or layout.part or layout.format == "yaml-marked"
        else below
    )


def _ranges(columns: tuple[tuple[str, ...], ...], height: int):
    for row in range(height):
        at = 0
        while at < len(columns):
            path = columns[at]
            if row >= len(path):
                at += 1
                continue
            end = at
            last = row == len(path) - 1
            while (
                not last
                and end + 1 < len(columns)
                and columns[end + 1][: row + 1] == path[: row + 1]
            ):
                end += 1
            bottom = height - 1 if last else row
            if end > at or bottom > row:
                yield row, at, bottom, end
            at = end + 1


def truth(sheet: Sheet, layout: Layout) -> set[tuple[str, ...]]:
    """What must be read: (name of the row, last word of the column, value) of every figure."""
    found = set()
    name = ""
    for number, row in enumerate(sheet.rows):
        name = ""
        for at, value in enumerate(row):
            if isinstance(value, str):
                if value and not value.isdigit():
                    name = value.lstrip("0123456789 ") if value[:3].isdigit() else value
            elif value and (number or at not in hidden(sheet, layout)):
                found.add((number, plain(name), at, value))
    return found


def written(sheet: Sheet, layout: Layout) -> tuple[str, bytes]:
    """The name of a file and the bytes of a report that holds the table in this layout."""
    whole = grid(arranged(sheet, layout), layout)
    parts = [whole]
    if (
        layout.part
        and not layout.inside
        and len(whole.body) > layout.part + 1
        and not layout.format.startswith("yaml")
    ):
        parts = [
            whole._replace(body=whole.body[: layout.part]),
            whole._replace(
                title=whole.title if _may_repeat(whole, layout) else f"{whole.title}（续）",
                body=whole.body[layout.part :],
            ),
        ]
    return _WRITERS[layout.format](parts, layout)


_COVER = ("2024年度", "", "云岭市第三幼儿园", "", "单位决算", "")


def _may_repeat(whole: Grid, layout: Layout) -> bool:
    """Whether the second part may stand under the same title: no total is in it."""
    rows = whole.body[layout.part :]
    sums = any(word.endswith("计") for row in rows for word in row)
    return layout.again and not sums and any("合计" in row for row in whole.body[:1])


def _text(parts: list[Grid], _: Layout) -> tuple[str, bytes]:
    lines = list(_COVER)
    for part in parts:
        lines += [part.title, "单位：万元"] if part.title else []
        lines += ["\t".join(row) for row in (*part.head, *part.body)]
    return "report.txt", "\n".join(lines).encode()


def _spaces(parts: list[Grid], _: Layout) -> tuple[str, bytes]:
    lines = list(_COVER)
    for part in parts:
        lines += [part.title, "单位：万元"]
        lines += [" ".join(word for word in row if word) for row in (*part.head, *part.body)]
    return "report.txt", "\n".join(lines).encode()


def _bars(parts: list[Grid], layout: Layout) -> tuple[str, bytes]:
    lines = list(_COVER)
    for part in parts:
        lines += [part.title, "单位：万元"]
        rows = [" | ".join(row) for row in (*part.head, *part.body)]
        lines += rows if layout.grouped else [f"| {row} |" for row in rows]
    return "report.txt", "\n".join(lines).encode()


def _box(parts: list[Grid], layout: Layout) -> tuple[str, bytes]:
    lines = list(_COVER)
    for part in parts:
        rows = [f"│ {' │ '.join(row)} │" for row in (*part.head, *part.body)]
        border = "─" * 8
        lines += [part.title, "单位：万元", f"┌{border}┐", *rows[: len(part.head)]]
        lines += [f"├{border}┤"] if layout.grouped else []
        lines += [*rows[len(part.head) :], f"└{border}┘"]
    return "report.txt", "\n".join(lines).encode()


def _markdown(parts: list[Grid], _: Layout) -> tuple[str, bytes]:
    lines = ["# 决算表", ""]
    for part in parts:
        first, *others = (*part.head, *part.body)
        lines += [f"## {part.title}", "", "单位：万元", ""] if part.title else []
        lines += [f"| {' | '.join(first)} |", f"|{'---|' * len(first)}"]
        lines += [f"| {' | '.join(row)} |" for row in others]
        lines.append("")
    return "report.md", "\n".join(lines).encode()


def _yaml(parts: list[Grid], layout: Layout) -> tuple[str, bytes]:
    blocks = [
        {
            "table": {
                "title": part.title,
                "unit": "万元",
                **({"header-rows": len(part.head)} if layout.format == "yaml-marked" else {}),
                "rows": [*part.head, *part.body],
            }
        }
        for part in parts
    ]
    report = {
        "jslint": 1,
        "meta": {"unit": "云岭市第三幼儿园", "year": 2024},
        "sections": [{"heading": "第一部分 决算表", "blocks": blocks}],
    }
    return "report.yaml", json.dumps(report, ensure_ascii=False).encode()


def _xlsx(parts: list[Grid], layout: Layout) -> tuple[str, bytes]:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    row = 1
    for part in parts:
        sheet.cell(row, 1, part.title)
        sheet.cell(row + 1, 1, "单位：万元")
        row += 2
        for at, cells in enumerate((*part.head, *part.body)):
            for column, word in enumerate(cells, 1):
                if word:
                    sheet.cell(row + at, column, word)
        if layout.merges == "merged":
            for top, left, bottom, right in part.merged:
                sheet.merge_cells(
                    start_row=row + top,
                    start_column=left + 1,
                    end_row=row + bottom,
                    end_column=right + 1,
                )
        row += len(part.head) + len(part.body) + 1
    stream = io.BytesIO()
    book.save(stream)
    return "report.xlsx", stream.getvalue()


def _docx(parts: list[Grid], layout: Layout) -> tuple[str, bytes]:
    import docx

    document = docx.Document()
    for line in filter(None, _COVER):
        document.add_paragraph(line)
    for part in parts:
        document.add_paragraph(part.title)
        document.add_paragraph("单位：万元")
        rows = [*part.head, *part.body]
        table = document.add_table(len(rows), len(rows[0]))
        for at, cells in enumerate(rows):
            for column, word in enumerate(cells):
                if word:
                    table.rows[at].cells[column].text = word
        if layout.merges == "merged":
            for top, left, bottom, right in part.merged:
                table.cell(top, left).merge(table.cell(bottom, right))
    stream = io.BytesIO()
    document.save(stream)
    return "report.docx", stream.getvalue()


_WRITERS = {
    "text": _text,
    "spaces": _spaces,
    "bars": _bars,
    "box": _box,
    "md": _markdown,
    "yaml": _yaml,
    "yaml-marked": _yaml,
    "xlsx": _xlsx,
    "docx": _docx,
}
