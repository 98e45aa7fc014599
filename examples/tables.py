"""The thirteen tables of the fictitious unit, computed from its items."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

D = Decimal
ZERO = D("0.00")


@dataclass(frozen=True)
class Item:
    """A functional account (项) with its spending: general basic and project, and other money."""

    code: str
    names: tuple[str, str, str]
    basic: Decimal
    project: Decimal
    other_basic: Decimal = ZERO
    other_project: Decimal = ZERO
    carried: Decimal = ZERO

    @property
    def general(self) -> Decimal:
        return self.basic + self.project


PENSION = ("社会保障和就业支出", "行政事业单位养老支出")
ITEMS = (
    Item(
        "2012604",
        ("一般公共服务支出", "档案事务", "档案馆"),
        D("739.05"),
        D("359.60"),
        D("30.00"),
        D("75.00"),
        D("6.20"),
    ),
    Item("2012699", ("一般公共服务支出", "档案事务", "其他档案事务支出"), ZERO, D("300.00")),
    Item("2080502", (*PENSION, "事业单位离退休"), D("24.60"), ZERO),
    Item("2080505", (*PENSION, "机关事业单位基本养老保险缴费支出"), D("138.59"), ZERO),
    Item("2080506", (*PENSION, "机关事业单位职业年金缴费支出"), D("69.29"), ZERO),
    Item("2101102", ("卫生健康支出", "行政事业单位医疗", "事业单位医疗"), D("88.62"), ZERO),
    Item("2210201", ("住房保障支出", "住房改革支出", "住房公积金"), D("103.94"), ZERO),
    Item("2210203", ("住房保障支出", "住房改革支出", "购房补贴"), D("16.31"), ZERO),
)
BUSINESS, OTHER = D("96.50"), D("12.30")
OPENING, CLOSING = D("45.00"), D("55.00")
FISCAL_OPENING, FISCAL_CLOSING = D("30.00"), D("36.20")

CLASSES = (
    "一般公共服务支出",
    "外交支出",
    "国防支出",
    "公共安全支出",
    "教育支出",
    "科学技术支出",
    "文化旅游体育与传媒支出",
    "社会保障和就业支出",
    "卫生健康支出",
    "节能环保支出",
    "城乡社区支出",
    "农林水支出",
    "交通运输支出",
    "资源勘探工业信息等支出",
    "商业服务业等支出",
    "金融支出",
    "援助其他地区支出",
    "自然资源海洋气象等支出",
    "住房保障支出",
    "粮油物资储备支出",
    "国有资本经营预算支出",
    "灾害防治及应急管理支出",
    "其他支出",
    "债务还本支出",
    "债务付息支出",
    "抗疫特别国债安排的支出",
)
INCOMES = (
    "一般公共预算财政拨款收入",
    "政府性基金预算财政拨款收入",
    "国有资本经营预算财政拨款收入",
    "上级补助收入",
    "事业收入",
    "经营收入",
    "附属单位上缴收入",
    "其他收入",
)
NUMERALS = "一二三四五六七八九十"

PERSONNEL = (
    (
        "301",
        "工资福利支出",
        (
            ("30101", "基本工资", "268.40"),
            ("30102", "津贴补贴", "62.85"),
            ("30107", "绩效工资", "198.55"),
            ("30108", "机关事业单位基本养老保险缴费", "138.59"),
            ("30109", "职业年金缴费", "69.29"),
            ("30110", "职工基本医疗保险缴费", "88.62"),
            ("30112", "其他社会保障缴费", "9.86"),
            ("30113", "住房公积金", "103.94"),
            ("30199", "其他工资福利支出", "34.55"),
        ),
    ),
    (
        "303",
        "对个人和家庭的补助",
        (
            ("30302", "退休费", "24.60"),
            ("30309", "奖励金", "0.84"),
            ("30399", "其他对个人和家庭的补助", "5.66"),
        ),
    ),
)
OPERATING = (
    (
        "302",
        "商品和服务支出",
        (
            ("30201", "办公费", "18.26"),
            ("30205", "水费", "2.14"),
            ("30206", "电费", "21.35"),
            ("30207", "邮电费", "6.48"),
            ("30209", "物业管理费", "38.90"),
            ("30211", "差旅费", "14.72"),
            ("30213", "维修（护）费", "9.45"),
            ("30216", "培训费", "3.60"),
            ("30217", "公务接待费", "2.52"),
            ("30228", "工会经费", "12.18"),
            ("30229", "福利费", "15.32"),
            ("30231", "公务用车运行维护费", "6.84"),
            ("30299", "其他商品和服务支出", "16.64"),
        ),
    ),
    ("310", "资本性支出", (("31002", "办公设备购置", "6.25"),)),
)
#: General spending by economic class (301, 302, 303, 310), item by item.
ECONOMIC = {
    "2012604": ("557.90", "439.75", "6.50", "94.50"),
    "2012699": ("", "300.00", "", ""),
    "2080502": ("", "", "24.60", ""),
    "2080505": ("138.59", "", "", ""),
    "2080506": ("69.29", "", "", ""),
    "2101102": ("88.62", "", "", ""),
    "2210201": ("103.94", "", "", ""),
    "2210203": ("16.31", "", "", ""),
}


@dataclass(frozen=True)
class Sheet:
    """A table as printed: title, header rows, rows, and a note below."""

    title: str
    headers: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


def money(value: Decimal | str) -> str:
    """An amount as the tables print it; nothing for zero."""
    number = D(value or "0")
    return f"{number:,.2f}" if number else ""


def numeral(number: int) -> str:
    """A Chinese numeral from 1 to 29."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{NUMERALS[tens - 1]}十"
    return head + (NUMERALS[ones - 1] if ones else "")


def by_account(
    columns: dict[str, tuple[Decimal, ...]], *, total: bool = True
) -> tuple[tuple[str, ...], ...]:
    """Rows for 合计, 类, 款 and 项, each column summed upward from the items."""
    width = len(next(iter(columns.values())))
    levels: dict[str, tuple[str, list[Decimal]]] = {}
    for item in ITEMS:
        if item.code not in columns:
            continue
        for size, name in zip((3, 5, 7), item.names, strict=True):
            _, sums = levels.setdefault(item.code[:size], (name, [ZERO] * width))
            sums[:] = [a + b for a, b in zip(sums, columns[item.code], strict=True)]
    rows = [(code, name, *map(money, sums)) for code, (name, sums) in sorted(levels.items())]
    summed = [sum(column, ZERO) for column in zip(*columns.values(), strict=True)]
    return (("", "合计", *map(money, summed)), *rows) if total else tuple(rows)


def general(name: str) -> Decimal:
    """General-budget spending of a class."""
    return sum((item.general for item in ITEMS if item.names[0] == name), ZERO)


def _whole() -> Sheet:
    fiscal = sum((item.general + item.carried for item in ITEMS), ZERO)
    incomes = {"一般公共预算财政拨款收入": fiscal, "事业收入": BUSINESS, "其他收入": OTHER}
    left = [
        (f"{numeral(n)}、{name}", money(incomes.get(name, ZERO)))
        for n, name in enumerate(INCOMES, 1)
    ]
    left += [("", "")] * (len(CLASSES) - len(left))
    spent = {name: general(name) for name in CLASSES}
    spent["一般公共服务支出"] += ITEMS[0].other_basic + ITEMS[0].other_project
    right = [(f"{numeral(n)}、{name}", money(spent[name])) for n, name in enumerate(CLASSES, 1)]
    income, expenditure = sum(incomes.values(), ZERO), sum(spent.values(), ZERO)
    left += [
        ("本年收入合计", money(income)),
        ("使用非财政拨款结余（含专用结余）", ""),
        ("年初结转和结余", money(OPENING)),
        ("总计", money(income + OPENING)),
    ]
    right += [
        ("本年支出合计", money(expenditure)),
        ("结余分配", ""),
        ("年末结转和结余", money(CLOSING)),
        ("总计", money(expenditure + CLOSING)),
    ]
    rows = tuple((*a, *b) for a, b in zip(left, right, strict=True))
    return Sheet(
        "收入支出决算总表",
        (("收入", "收入", "支出", "支出"), ("项目", "决算数", "项目", "决算数")),
        rows,
    )


def _income() -> Sheet:
    columns = {}
    for item in ITEMS:
        first = item.code == "2012604"
        fiscal, own, other = (
            item.general + item.carried,
            BUSINESS if first else ZERO,
            OTHER if first else ZERO,
        )
        columns[item.code] = (fiscal + own + other, fiscal, ZERO, own, ZERO, ZERO, other)
    header = (
        "功能分类科目编码",
        "科目名称",
        "本年收入合计",
        "财政拨款收入",
        "上级补助收入",
        "事业收入",
        "经营收入",
        "附属单位上缴收入",
        "其他收入",
    )
    return Sheet("收入决算表", (header,), by_account(columns))


def _expenditure() -> Sheet:
    columns = {
        item.code: (
            item.general + item.other_basic + item.other_project,
            item.basic + item.other_basic,
            item.project + item.other_project,
            ZERO,
            ZERO,
            ZERO,
        )
        for item in ITEMS
    }
    header = (
        "功能分类科目编码",
        "科目名称",
        "本年支出合计",
        "基本支出",
        "项目支出",
        "上缴上级支出",
        "经营支出",
        "对附属单位补助支出",
    )
    return Sheet("支出决算表", (header,), by_account(columns))


def _fiscal() -> Sheet:
    income = sum((item.general + item.carried for item in ITEMS), ZERO)
    expenditure = sum((item.general for item in ITEMS), ZERO)
    kinds = (
        "一、一般公共预算财政拨款",
        "二、政府性基金预算财政拨款",
        "三、国有资本经营预算财政拨款",
    )
    left = [(kinds[0], money(income)), (kinds[1], ""), (kinds[2], "")]
    left += [("", "")] * (len(CLASSES) - 3)
    right = [
        (f"{numeral(n)}、{name}", *[money(general(name))] * 2, "", "")
        for n, name in enumerate(CLASSES, 1)
    ]
    left += [
        ("本年收入合计", money(income)),
        ("年初财政拨款结转和结余", money(FISCAL_OPENING)),
        (kinds[0], money(FISCAL_OPENING)),
        (kinds[1], ""),
        (kinds[2], ""),
        ("总计", money(income + FISCAL_OPENING)),
    ]
    right += [
        ("本年支出合计", *[money(expenditure)] * 2, "", ""),
        ("年末财政拨款结转和结余", *[money(FISCAL_CLOSING)] * 2, "", ""),
        *[("", "", "", "", "")] * 3,
        ("总计", *[money(expenditure + FISCAL_CLOSING)] * 2, "", ""),
    ]
    rows = tuple((*a, *b) for a, b in zip(left, right, strict=True))
    headers = (
        ("收入", "收入", *["支出"] * 5),
        (
            "项目",
            "决算数",
            "项目",
            "合计",
            "一般公共预算财政拨款",
            "政府性基金预算财政拨款",
            "国有资本经营预算财政拨款",
        ),
    )
    return Sheet("财政拨款收入支出决算总表", headers, rows)


def _economic(title: str) -> Sheet:
    columns = {
        item.code: (item.general, *(D(value or "0") for value in ECONOMIC[item.code]))
        for item in ITEMS
    }
    header = (
        "功能分类科目编码",
        "科目名称",
        "合计",
        "工资福利支出",
        "商品和服务支出",
        "对个人和家庭的补助",
        "资本性支出",
    )
    return Sheet(title, (header,), by_account(columns))


def _general() -> Sheet:
    columns = {item.code: (item.general, item.basic, item.project) for item in ITEMS}
    header = ("功能分类科目编码", "科目名称", "合计", "基本支出", "项目支出")
    return Sheet("一般公共预算财政拨款支出决算表", (header,), by_account(columns))


def _side(
    groups: tuple[tuple[str, str, tuple[tuple[str, str, str], ...]], ...],
) -> list[tuple[str, str, str]]:
    rows = []
    for code, name, accounts in groups:
        rows.append((code, name, money(sum((D(value) for _, _, value in accounts), ZERO))))
        rows += [(sub, label, money(value)) for sub, label, value in accounts]
    return rows


def _basic() -> Sheet:
    left, right = _side(PERSONNEL), _side(OPERATING)
    height = max(len(left), len(right))
    left += [("", "", "")] * (height - len(left))
    right += [("", "", "")] * (height - len(right))
    totals = [
        sum((D(v) for _, _, accounts in groups for _, _, v in accounts), ZERO)
        for groups in (PERSONNEL, OPERATING)
    ]
    rows = [(*a, *b) for a, b in zip(left, right, strict=True)]
    rows.append(("", "人员经费合计", money(totals[0]), "", "公用经费合计", money(totals[1])))
    header = ("经济分类科目编码", "科目名称", "决算数") * 2
    return Sheet("一般公共预算财政拨款基本支出决算表", (header,), tuple(rows))


def _projects() -> Sheet:
    columns = {item.code: (item.project,) for item in ITEMS if item.project}
    return Sheet(
        "一般公共预算财政拨款项目支出决算表",
        (("功能分类科目编码", "科目名称", "项目支出"),),
        by_account(columns),
    )


def _three() -> Sheet:
    names = (
        "合计",
        "因公出国（境）费",
        "公务用车购置及运行维护费",
        "公务用车购置及运行维护费",
        "公务用车购置及运行维护费",
        "公务接待费",
    )
    parts = (
        "合计",
        "因公出国（境）费",
        "小计",
        "公务用车购置费",
        "公务用车运行维护费",
        "公务接待费",
    )
    headers = (("预算数",) * 6 + ("决算数",) * 6, names * 2, parts * 2)
    row = ("12.00", "", "8.00", "", "8.00", "4.00", "9.36", "", "6.84", "", "6.84", "2.52")
    return Sheet("财政拨款“三公”经费支出决算表", headers, (row,))


def _empty(title: str, kind: str) -> Sheet:
    headers = (
        (
            "功能分类科目编码",
            "科目名称",
            "年初结转和结余",
            "本年收入",
            "本年支出",
            "本年支出",
            "本年支出",
            "年末结转和结余",
        ),
        (
            "功能分类科目编码",
            "科目名称",
            "年初结转和结余",
            "本年收入",
            "合计",
            "基本支出",
            "项目支出",
            "年末结转和结余",
        ),
    )
    return Sheet(
        title,
        headers,
        (("", "合计", *[""] * 6),),
        f"说明：本单位2024年度没有{kind}收入和支出，故本表无数据。",
    )


def _capital() -> Sheet:
    headers = (("功能分类科目编码", "科目名称", "合计", "基本支出", "项目支出"),)
    return Sheet(
        "国有资本经营预算财政拨款支出决算表",
        headers,
        (("", "合计", "", "", ""),),
        "说明：本单位2024年度没有国有资本经营预算财政拨款支出，故本表无数据。",
    )


TABLES = (
    _whole(),
    _income(),
    _expenditure(),
    _fiscal(),
    _economic("财政拨款支出决算明细表"),
    _general(),
    _economic("一般公共预算财政拨款支出决算明细表"),
    _basic(),
    _projects(),
    _empty("政府性基金预算财政拨款收入支出决算表", "政府性基金预算财政拨款"),
    _empty("国有资本经营预算财政拨款收入支出决算表", "国有资本经营预算财政拨款"),
    _capital(),
    _three(),
)


def as_text(sheet: Sheet) -> str:
    """A table as tab-separated lines under its title and unit."""
    lines = [sheet.title, "单位：万元", *("\t".join(row) for row in (*sheet.headers, *sheet.rows))]
    return "\n".join([*lines, *([sheet.note] if sheet.note else [])])
