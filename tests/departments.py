"""Departments and their units: accounts in fen that add up, printed as reports in ten thousands.

``departments(seed, count, units)`` makes the bodies, ``text`` prints one as a report. A department is the
sum of its units to the fen, so that only what is printed is rounded; what units pay each other it takes
away or leaves in. Slips are made by ``printed``, which puts another figure in the place of one.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "examples"))

from tables import CLASSES, INCOMES, numeral  # noqa: E402 - a script beside the examples

#: 项, with the names of its 类, 款 and 项.
ACCOUNTS = {
    "2012604": ("一般公共服务支出", "档案事务", "档案馆"),
    "2012699": ("一般公共服务支出", "档案事务", "其他档案事务支出"),
    "2060702": ("科学技术支出", "科学技术普及", "科普活动"),
    "2080502": ("社会保障和就业支出", "行政事业单位养老支出", "事业单位离退休"),
    "2080505": ("社会保障和就业支出", "行政事业单位养老支出", "机关事业单位基本养老保险缴费支出"),
    "2080506": ("社会保障和就业支出", "行政事业单位养老支出", "机关事业单位职业年金缴费支出"),
    "2101102": ("卫生健康支出", "行政事业单位医疗", "事业单位医疗"),
    "2130104": ("农林水支出", "农业农村", "事业运行"),
    "2210201": ("住房保障支出", "住房改革支出", "住房公积金"),
    "2210203": ("住房保障支出", "住房改革支出", "购房补贴"),
}
#: What an account comes from and goes to: of the treasury, from above, earned, from below, other; the
#: treasury's money for running and projects, other money for them, paid upwards, paid downwards.
FISCAL, ABOVE, EARNED, BELOW, OTHER = range(5)
BASIC, PROJECT, OTHER_BASIC, OTHER_PROJECT, UP, DOWN = range(5, 11)
KINDS = 11
COUNTS = ("groups", "travellers", "bought", "kept", "owned", "visits", "guests")
THREE = ("abroad", "purchase", "running", "reception")
PLACES = "云岭 青川 白石 松河 长坪 望江 大河 清泉 石桥 金沙 东湖 南山".split()
OFFICES = "档案局 农业农村局 科学技术局 民政局 水利局 林业局 文物局 统计局 地震局 气象局 体育局 供销社".split()


@dataclass(frozen=True)
class Body:
    """A unit, or a department: ``accounts`` are fen by account, then by the kinds above."""

    name: str
    kind: str
    accounts: dict[str, tuple[int, ...]]
    opening: int
    three: dict[str, int]
    planned: dict[str, int]
    counts: dict[str, int]

    def sum(self, *kinds: int) -> int:
        """All accounts' fen of some kinds."""
        return sum(row[kind] for row in self.accounts.values() for kind in kinds)


@dataclass(frozen=True)
class Department:
    """A department with its units, the first of which is its own office."""

    whole: Body
    units: tuple[Body, ...]
    slips: tuple[tuple[str, str], ...] = field(default=())


def departments(seed: int, count: int = 12, units: int = 24) -> list[Department]:
    """So many departments of so many units, their own offices among these."""
    rng = Random(seed)
    return [department(rng, number, units) for number in range(count)]


def department(rng: Random, number: int, units: int) -> Department:
    """One department; of three, one has transfers that it takes away, one has some that it leaves in."""
    place = PLACES[number % len(PLACES)]
    office = OFFICES[number % len(OFFICES)]
    name = f"{place}市{office}"
    names = [name, *(f"{place}市第{numeral(at)}{office[:-1]}站" for at in range(1, units))]
    bodies = [_unit(rng, one) for one in names]
    manner = ("none", "cancelled", "added")[number % 3]
    if manner != "none":
        bodies[0], bodies[1] = _paid(rng, bodies[0], bodies[1])
    whole = added(name, bodies)
    if manner == "cancelled":
        whole = _cancelled(whole, bodies)
    return Department(whole, tuple(bodies))


def _fen(rng: Random) -> int:
    return int(10 ** rng.uniform(6, 9.3))


def _unit(rng: Random, name: str) -> Body:
    accounts = {}
    chosen = ["2012604", *rng.sample(sorted(ACCOUNTS.keys() - {"2012604"}), rng.randint(2, 6))]
    for code in sorted(chosen):
        row = [0] * KINDS
        row[BASIC] = _fen(rng) if rng.random() < 0.8 else 0
        row[PROJECT] = _fen(rng) if rng.random() < 0.5 or not row[BASIC] else 0
        row[FISCAL] = row[BASIC] + row[PROJECT]
        if code == "2012604":
            row[EARNED], row[OTHER] = _fen(rng), _fen(rng) // 10
            row[OTHER_BASIC] = (row[EARNED] + row[OTHER]) // 2
            row[OTHER_PROJECT] = (row[EARNED] + row[OTHER]) // 4
        accounts[code] = tuple(row)
    three = {one: _fen(rng) // 30 if rng.random() < 0.6 else 0 for one in THREE}
    planned = {one: three[one] + rng.randrange(10**6) for one in THREE}
    planned = {one: value if three[one] else 0 for one, value in planned.items()}
    kept, visits, groups = rng.randint(1, 9), rng.randint(1, 40), rng.randint(1, 4)
    counts = {
        "groups": groups if three["abroad"] else 0,
        "travellers": groups * rng.randint(1, 6) if three["abroad"] else 0,
        "bought": rng.randint(1, 2) if three["purchase"] else 0,
        "kept": kept,
        "owned": kept + rng.randint(0, 5),
        "visits": visits if three["reception"] else 0,
        "guests": visits * rng.randint(2, 11) if three["reception"] else 0,
    }
    return Body(name, "单位", accounts, _fen(rng), three, planned, counts)


def _paid(rng: Random, office: Body, unit: Body) -> tuple[Body, Body]:
    """The office hands on some of what it earned, to a unit that spends half of it."""
    row = office.accounts["2012604"]
    given = (row[EARNED] + row[OTHER]) // 8
    return (
        _with(office, "2012604", {DOWN: given}),
        _with(unit, "2012604", {ABOVE: given, OTHER_PROJECT: given // 2}),
    )


def _with(body: Body, code: str, more: dict[int, int]) -> Body:
    row = tuple(fen + more.get(kind, 0) for kind, fen in enumerate(body.accounts[code]))
    return replace(body, accounts={**body.accounts, code: row})


def added(name: str, units: list[Body] | tuple[Body, ...]) -> Body:
    """The units added up to the fen."""
    codes = sorted({code for unit in units for code in unit.accounts})
    nothing = (0,) * KINDS
    accounts = {
        code: tuple(
            map(sum, zip(*(unit.accounts.get(code, nothing) for unit in units), strict=True))
        )
        for code in codes
    }

    def sums(of: str) -> dict[str, int]:
        return {key: sum(getattr(unit, of)[key] for unit in units) for key in getattr(units[0], of)}

    opening = sum(unit.opening for unit in units)
    return Body(name, "部门", accounts, opening, sums("three"), sums("planned"), sums("counts"))


def _cancelled(whole: Body, units: list[Body]) -> Body:
    given = units[0].accounts["2012604"][DOWN]
    return _with(whole, "2012604", {DOWN: -given, ABOVE: -given})


def money(fen: int) -> str:
    """An amount as a table prints it; nothing for 0."""
    value = (Decimal(fen) / 1_000_000).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{value:,.2f}" if fen else ""


def said(fen: int) -> str:
    """An amount as a sentence prints it."""
    return f"{money(fen) or '0'}万元"


def text(body: Body, slips: tuple[tuple[str, str], ...] = ()) -> str:
    """The report of a body; each slip is words of it, which stand there once, and others for them."""
    parts = [f"{body.name}", f"2024年度{body.kind}决算", "", *_narrative(body), "第三部分 附表"]
    whole = "\n".join([*parts, *_tables(body)]) + "\n"
    for old, new in slips:
        if whole.count(old) != 1:
            raise ValueError(
                f"{old!r} stands {whole.count(old)} times in the report of {body.name}"
            )
        whole = whole.replace(old, new)
    return whole


def _narrative(body: Body) -> list[str]:
    three, count = body.three, body.counts
    every = sum(three.values())
    vehicles = three["purchase"] + three["running"]
    return [
        "第二部分 2024年度决算情况说明",
        "七、财政拨款“三公”经费支出决算情况说明",
        f"2024年度“三公”经费财政拨款支出决算为{said(every)}。",
        f"1.因公出国（境）费支出{said(three['abroad'])}。全年安排因公出国（境）团组{count['groups']}次，"
        f"出国（境）{count['travellers']}人。",
        f"2.公务用车购置及运行维护费支出{said(vehicles)}。",
        f"其中：公务用车购置支出{said(three['purchase'])}。全年按规定更新购置公务用车{count['bought']}辆。"
        f"截至2024年12月31日，单位共有公务用车{count['kept']}辆。",
        f"公务用车运行维护费支出{said(three['running'])}。",
        f"3.公务接待费支出{said(three['reception'])}。其中：",
        f"国内公务接待支出{said(three['reception'])}。国内公务接待{count['visits']}批次，"
        f"{count['guests']}人次。",
        "十、其他重要事项的情况说明",
        "（三）国有资产占有使用情况",
        f"截至2024年12月31日，共有车辆{count['owned']}辆。",
    ]


def _tables(body: Body) -> list[str]:
    return [
        line
        for title, heads, rows in (
            _whole(body),
            _by_account(
                body,
                "收入决算表",
                (
                    "本年收入合计",
                    "财政拨款收入",
                    "上级补助收入",
                    "事业收入",
                    "附属单位上缴收入",
                    "其他收入",
                ),
                (FISCAL, ABOVE, EARNED, BELOW, OTHER),
            ),
            _spent(body),
            _fiscal(body),
            _by_account(
                body,
                "一般公共预算财政拨款支出决算表",
                ("合计", "基本支出", "项目支出"),
                (BASIC, PROJECT),
            ),
            _three(body),
        )
        for line in [title, "单位：万元", *("\t".join(row) for row in (*heads, *rows)), ""]
    ]


def _summed(body: Body, prefix: str, kinds: tuple[int, ...]) -> int:
    rows = (row for code, row in body.accounts.items() if code.startswith(prefix))
    return sum(row[kind] for row in rows for kind in kinds)


def _by_account(body, title, names, kinds, groups=None):
    """Rows for 合计, 类, 款 and 项; the first column is the sum of the others."""
    groups = groups or [(kind,) for kind in kinds]
    rows = [("", "合计", "")]
    rows += sorted(
        {
            (code[:size], ACCOUNTS[code][at], code[:size])
            for code in body.accounts
            for at, size in enumerate((3, 5, 7))
        }
    )
    shown = []
    for code, name, prefix in rows:
        parts = [_summed(body, prefix, group) for group in groups]
        if sum(parts) or not code:
            shown.append((code, name, money(sum(parts)), *map(money, parts)))
    return title, [("功能分类科目编码", "科目名称", *names)], shown


def _spent(body):
    names = (
        "本年支出合计",
        "基本支出",
        "项目支出",
        "上缴上级支出",
        "经营支出",
        "对附属单位补助支出",
    )
    groups = [(BASIC, OTHER_BASIC), (PROJECT, OTHER_PROJECT), (UP,), (), (DOWN,)]
    return _by_account(body, "支出决算表", names, (), groups)


def _class(body: Body, name: str, kinds: tuple[int, ...]) -> int:
    rows = (row for code, row in body.accounts.items() if ACCOUNTS[code][0] == name)
    return sum(row[kind] for row in rows for kind in kinds)


def _whole(body):
    income = {
        INCOMES[0]: body.sum(FISCAL),
        INCOMES[3]: body.sum(ABOVE),
        INCOMES[4]: body.sum(EARNED),
        INCOMES[6]: body.sum(BELOW),
        INCOMES[7]: body.sum(OTHER),
    }
    spending = (BASIC, PROJECT, OTHER_BASIC, OTHER_PROJECT, UP, DOWN)
    left = [(f"{numeral(n)}、{one}", money(income.get(one, 0))) for n, one in enumerate(INCOMES, 1)]
    left += [("", "")] * (len(CLASSES) - len(left))
    right = [
        (f"{numeral(n)}、{one}", money(_class(body, one, spending)))
        for n, one in enumerate(CLASSES, 1)
    ]
    came, spent = sum(income.values()), body.sum(*spending)
    left += [("本年收入合计", money(came)), ("使用非财政拨款结余（含专用结余）", "")]
    left += [("年初结转和结余", money(body.opening)), ("总计", money(came + body.opening))]
    right += [("本年支出合计", money(spent)), ("结余分配", "")]
    right += [("年末结转和结余", money(came + body.opening - spent))]
    right += [("总计", money(came + body.opening))]
    heads = [("收入", "收入", "支出", "支出"), ("项目", "决算数", "项目", "决算数")]
    return "收入支出决算总表", heads, [(*a, *b) for a, b in zip(left, right, strict=True)]


def _fiscal(body):
    funds = ("一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款")
    left = [
        (f"{numeral(n)}、{one}", money(body.sum(FISCAL) if n == 1 else 0))
        for n, one in enumerate(funds, 1)
    ]
    left += [("", "")] * (len(CLASSES) - 3)
    right = []
    for n, one in enumerate(CLASSES, 1):
        fen = money(_class(body, one, (BASIC, PROJECT)))
        right.append((f"{numeral(n)}、{one}", fen, fen, "", ""))
    every = money(body.sum(FISCAL))
    left += [("本年收入合计", every), ("年初财政拨款结转和结余", ""), ("总计", every)]
    right += [
        ("本年支出合计", every, every, "", ""),
        ("年末财政拨款结转和结余", "", "", "", ""),
        ("总计", every, every, "", ""),
    ]
    heads = [("收入", "收入", *["支出"] * 5), ("项目", "决算数", "项目", "合计", *funds)]
    return "财政拨款收入支出决算总表", heads, [(*a, *b) for a, b in zip(left, right, strict=True)]


def _three(body):
    parts = (
        "合计",
        "因公出国（境）费",
        "小计",
        "公务用车购置费",
        "公务用车运行维护费",
        "公务接待费",
    )
    names = ("合计", "因公出国（境）费", *["公务用车购置及运行维护费"] * 3, "公务接待费")
    row = []
    for of in (body.planned, body.three):
        vehicles = of["purchase"] + of["running"]
        values = (
            sum(of.values()),
            of["abroad"],
            vehicles,
            of["purchase"],
            of["running"],
            of["reception"],
        )
        row += map(money, values)
    heads = [("预算数",) * 6 + ("决算数",) * 6, names * 2, parts * 2]
    return "财政拨款“三公”经费支出决算表", heads, [tuple(row)]


def file_of(body: Body) -> str:
    """What the file of a report is called."""
    return f"{body.name}2024年{body.kind}决算.txt"
