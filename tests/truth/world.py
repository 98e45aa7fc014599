"""The truth: one body's accounts of one year, in whole fen."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from truth.money import Style, rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from random import Random

_PLACES = ("云岭", "青石", "江川", "白溪", "松原岭", "清河口", "石桥湾", "枫林渡")
_BODIES = ("图书馆", "档案馆", "水文站", "文化馆", "第三幼儿园", "疾病预防控制中心", "博物馆")
_BUREAUS = ("统计局", "民政局", "市场监督管理局", "农业农村局", "司法局", "应急管理局")
FUND_ITEMS = (
    ("2120803", "城乡社区支出", "国有土地使用权出让收入安排的支出", "城市建设支出"),
    ("2120804", "城乡社区支出", "国有土地使用权出让收入安排的支出", "农村基础设施建设支出"),
)
_FUNDS = {"20709", "21208", "21219", "22198"}


@dataclass(frozen=True, slots=True)
class Line:
    """One quantity: this year's outturn, last year's, the initial and the full year's budget."""

    now: int = 0
    before: int = 0
    initial: int = 0
    full: int = 0

    def __add__(self, other: Line) -> Line:
        return Line(
            self.now + other.now,
            self.before + other.before,
            self.initial + other.initial,
            self.full + other.full,
        )


def added(lines: Iterable[Line]) -> Line:
    """Lines summed up."""
    return sum(lines, Line())


@dataclass(frozen=True, slots=True)
class Item:
    """One account by function, with its names from class to item."""

    code: str
    names: tuple[str, str, str]
    line: Line
    basic: int


@dataclass(frozen=True, slots=True)
class Threes:
    """The three public expenses, and what was counted."""

    abroad: Line
    buy: Line
    run: Line
    guests: Line
    trips: int
    travellers: int
    bought: int
    cars: int
    visits: int
    visitors: int

    @property
    def cars_line(self) -> Line:
        return self.buy + self.run

    @property
    def total(self) -> Line:
        return self.abroad + self.buy + self.run + self.guests


@dataclass(frozen=True, slots=True)
class Flow:
    """Means of one kind: opening balance, income, spending; the closing balance follows."""

    opening: int
    income: int
    spent: int

    @property
    def closing(self) -> int:
        return self.opening + self.income - self.spent


@dataclass(frozen=True, slots=True)
class World:
    """Everything that a report of this body may tell."""

    place: str
    level: str
    unit: str
    kind: str
    year: int
    style: Style
    items: tuple[Item, ...]
    fund_items: tuple[Item, ...]
    general: Flow
    fund: Flow
    other: Flow
    used: int
    allotted: int
    incomes: tuple[tuple[str, Line], ...]
    outside: tuple[int, ...]
    totals: tuple[tuple[str, Line], ...]
    economic: tuple[tuple[str, str, int], ...]
    staff: Line
    running: Line
    threes: Threes
    office: Line
    meetings: Line
    training: Line
    bought: tuple[int, int, int]
    small: int
    micro: int
    vehicles: tuple[tuple[str, int], ...]
    budget: str = "initial"
    strict: bool = False

    @property
    def spent(self) -> Line:
        """General expenditure."""
        return added(item.line for item in self.items)

    @property
    def opening(self) -> int:
        """The opening balance of all means."""
        return self.general.opening + self.fund.opening + self.other.opening

    @property
    def closing(self) -> int:
        """The closing balance of all means, with what was taken from and added to the reserves."""
        kept = self.general.closing + self.fund.closing + self.other.closing
        return kept + self.used - self.allotted

    def total(self, name: str) -> Line:
        return dict(self.totals)[name]

    def income(self, name: str) -> Line:
        return dict(self.incomes)[name]


@cache
def accounts() -> dict[str, str]:
    """Names by code: functional (3, 5, 7 digits) and economic (3, 5 digits, from 30)."""
    with (Path(__file__).parent / "codes.csv").open(encoding="utf-8") as lines:
        return {row["code"]: row["name"] for row in csv.DictReader(lines)}


@cache
def _leaves() -> tuple[str, ...]:
    names = accounts()
    return tuple(
        sorted(
            code
            for code in names
            if len(code) == 7 and code[:5] in names and code[:5] not in _FUNDS
        )
    )


class Drawer:
    """Draws amounts that print as more than a few units, and differ visibly where they differ."""

    def __init__(self, rng: Random, style: Style, reach: int = 30_000) -> None:
        self.rng, self.style, self.reach = rng, style, reach

    def amount(self, reach: int | None = None) -> int:
        size = (self.reach if reach is None else reach).bit_length() - 1
        units = 60 + self.rng.randrange(60 << self.rng.randint(1, size))
        grain = max(self.style.quantum, 10_000)
        fen = units * grain + self.rng.randrange(grain)
        return fen if self.rng.random() < 0.8 else rounded(fen, self.style)

    def near(self, fen: int) -> int:
        """Another amount, from a third to thrice as large, that prints differently."""
        low = self.rng.random() < 0.5
        mille = self.rng.randint(300, 960) if low else self.rng.randint(1040, 3000)
        return fen * mille // 1000

    def line(self, reach: int | None = None) -> Line:
        now = self.amount(reach)
        before = now if self.rng.random() < 0.1 else self.near(now)
        initial = now if self.rng.random() < 0.2 else self.near(now)
        full = now if self.rng.random() < 0.4 else now * self.rng.randint(1040, 1600) // 1000
        return Line(now, before, initial, full)


def _style(rng: Random) -> Style:
    strip = rng.random() < 0.3
    unit, places = rng.choices((("万元", 2), ("万元", 1), ("元", 2)), (85, 8, 7))[0]
    return Style(
        unit=unit,
        places=places,
        strip=strip,
        commas=rng.random() < 0.35,
        gap=rng.random() < 0.2,
        rate_places=rng.choices((2, 1), (70, 30))[0],
        rate_strip=strip or rng.random() < 0.2,
        exact=rng.random() < 0.6,
    )


def _items(rng: Random, draw: Drawer, size: int) -> tuple[Item, ...]:
    codes = sorted(rng.sample(_leaves(), min(size, len(_leaves()))))
    names = accounts()
    items = []
    for code in codes:
        line = _edge(rng, draw.line())
        basic = rng.choice((line.now, 0, line.now * rng.randint(100, 900) // 1000))
        items.append(Item(code, (names[code[:3]], names[code[:5]], names[code]), line, basic))
    return tuple(items)


def _edge(rng: Random, line: Line) -> Line:
    """A line, sometimes with nothing last year, nothing planned at first, or nothing spent."""
    name = rng.choices((None, "before", "initial", "now"), (88, 4, 4, 4))[0]
    return replace(line, **{name: 0}) if name else line


def split_up(rng: Random, total: int, count: int, grain: int = 1) -> list[int]:
    """Random whole parts of a total: multiples of ``grain``, the largest with what is left over."""
    cuts = sorted(rng.randint(0, total // grain) * grain for _ in range(count - 1))
    parts = [(b - a) // grain * grain for a, b in pairwise((0, *cuts, total))]
    parts[max(range(count), key=parts.__getitem__)] += total % grain
    return parts


def _threes(rng: Random, draw: Drawer, vehicles: int) -> Threes:
    abroad = draw.line(20) if rng.random() < 0.5 else Line()
    buy = draw.line(60) if rng.random() < 0.4 else Line()
    run, guests = draw.line(60), draw.line(30)
    visits = rng.randint(1, 60)
    return Threes(
        abroad,
        buy,
        run,
        guests,
        trips=rng.randint(1, 3) if abroad.now else 0,
        travellers=rng.randint(3, 9) if abroad.now else 0,
        bought=rng.randint(1, 3) if buy.now else 0,
        cars=max(1, min(rng.randint(3, 12), vehicles)),
        visits=visits,
        visitors=visits * rng.randint(3, 12),
    )


def _incomes(rng: Random, draw: Drawer, general: int, fund: int) -> tuple[tuple[str, Line], ...]:
    known = {"一般公共预算财政拨款收入": general, "政府性基金预算财政拨款收入": fund}
    drawn = ["上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"]
    chosen = set(rng.sample(drawn, rng.randint(1, 3)))
    lines = []
    for name, now in known.items():
        if now:
            lines.append((name, Line(now, draw.near(now), draw.near(now), draw.near(now))))
    lines += [(name, draw.line(3000)) for name in drawn if name in chosen]
    return tuple(lines)


def _economic(rng: Random, basic: int, quantum: int) -> tuple[tuple[str, str, int], ...]:
    quantum = max(quantum, 10_000)
    # The public expenses, meetings and training: at most what they are.
    barred = {"30212", "30215", "30216", "30217", "30231", "31013"}
    codes = [c for c in accounts() if len(c) == 5 and c[0] == "3" and c not in barred]
    size = max(4, min(20, basic // (200 * quantum)))
    chosen = sorted(
        {
            *rng.sample([c for c in codes if c[:3] == "301"], min(8, size // 2)),
            *rng.sample([c for c in codes if c[:3] == "302"], min(8, size // 2)),
            *rng.sample([c for c in codes if c[:3] == "303"], 1),
        }
    )
    floor = 30 * quantum
    parts = split_up(rng, basic - floor * len(chosen), len(chosen))
    names = accounts()
    return tuple((c, names[c], part + floor) for c, part in zip(chosen, parts, strict=True))


def _moved(draw: Drawer, now: int) -> Line:
    return Line(now, draw.near(now), draw.near(now), now * draw.rng.randint(1010, 1400) // 1000)


def draw_world(rng: Random, size: int | None = None, *, strict: bool = False) -> World:
    """A world whose printed changes are visible; ``size`` is the number of accounts.

    ``strict`` says that several forms will tell of it, so that a budget is one and the same.
    """
    for _ in range(300):
        world = _drawn(rng, size or rng.choice((2, 3, 4, 6, 9)), _style(rng))
        if _sound(world) and not (strict and not world.economic):
            return replace(world, strict=strict, budget=rng.choice(("initial", "full")))
    raise AssertionError("no sound world in 300 draws")


def _sound(world: World) -> bool:
    quantum = world.style.quantum
    lines = [world.spent, world.threes.total, world.threes.cars_line, world.staff + world.running]
    lines += [added(line for _, line in world.incomes), *_classes(world.items)]
    if any(0 in (one.now, one.before, one.initial, one.full) for one in _classes(world.items)):
        return False
    most = max(item.line.now for item in world.items)
    moved = world.general.closing - world.general.opening
    return most + moved > 60 * quantum and all(
        one == line.now or abs(line.now - one) > max(3 * quantum, line.now // 400)
        for line in lines
        for one in (line.before, line.initial, line.full)
    )


def _classes(items: Sequence[Item]) -> list[Line]:
    return [line for _, line in by_class(items)]


def by_class(items: Sequence[Item]) -> list[tuple[str, Line]]:
    """Classes in the order of their codes, with the sums of their items."""
    sums: dict[str, Line] = {}
    for item in items:
        name = item.names[0]
        sums[name] = sums.get(name, Line()) + item.line
    return list(sums.items())


def _flow(rng: Random, draw: Drawer, costs: Sequence[int]) -> Flow:
    """Means of which so much was spent, maybe with balances, all of them the first item's."""
    if not costs:
        return Flow(0, 0, 0)
    spent = sum(costs)
    opening = min(draw.amount(50), costs[0] // 2) if rng.random() < 0.3 else 0
    closing = draw.amount(50) if rng.random() < 0.3 else 0
    return Flow(opening, spent + closing - opening, spent)


def _drawn(rng: Random, size: int, style: Style) -> World:
    draw = Drawer(rng, style)
    department = rng.random() < 0.5
    place = rng.choice(_PLACES)
    level = rng.choice(("市", "县", "区"))
    items = _items(rng, draw, size)
    fund_items = tuple(
        Item(code, names, draw.line(500), 0)
        for code, *names in FUND_ITEMS[: rng.choice((0, 1, 2))]
        for names in [tuple(names)]
    )
    spent, fund_spent = (added(one.line for one in group).now for group in (items, fund_items))
    opening = draw.amount(200) if rng.random() < 0.6 else 0
    closing = draw.amount(200) if rng.random() < 0.6 else 0
    general = Flow(opening, spent + closing - opening, spent)
    fund = _flow(rng, draw, [one.line.now for one in fund_items])
    incomes = _incomes(rng, draw, general.income, fund.income)
    others = sum(line.now for name, line in incomes if "财政拨款" not in name)
    other = Flow(draw.amount(100) if rng.random() < 0.3 else 0, others, others)
    used = draw.amount(100) if rng.random() < 0.25 else 0
    basic = sum(item.basic for item in items)
    economic = (
        _economic(rng, basic, style.quantum) if basic > 2000 * max(style.quantum, 10_000) else ()
    )
    staff = sum(one for code, _, one in economic if code[:3] in {"301", "303"})
    running = sum(one for code, _, one in economic if code[:3] not in {"301", "303"})
    goods = tuple(draw.amount(2000) if rng.random() < 0.8 else 0 for _ in range(3))
    small = sum(goods) * rng.randint(300, 1000) // 1000
    vehicles = tuple(
        (name, rng.randint(0, 4) + (name == "其他用车"))
        for name in (
            "主要负责人用车",
            "机要通信用车",
            "应急保障用车",
            "执法执勤用车",
            "特种专业技术用车",
            "其他用车",
        )
    )
    income = sum(line.now for _, line in incomes)
    totals = {
        "总计": general.opening + fund.opening + other.opening + income + used,
        "本年收入合计": None,
        "财政拨款总计": sum(one.opening + one.income for one in (general, fund)),
        "本年支出合计": spent + fund_spent + others,
    }
    return World(
        place=place,
        level=level,
        unit=f"{place}{level}{rng.choice(_BUREAUS if department else _BODIES)}",
        kind="部门" if department else "单位",
        year=rng.randint(2022, 2025),
        style=style,
        items=items,
        fund_items=fund_items,
        general=general,
        fund=fund,
        other=other,
        used=used,
        allotted=rng.choice((0, used)),
        incomes=incomes,
        outside=tuple(split_up(rng, others, 2)),
        totals=tuple(
            (name, added(line for _, line in incomes) if now is None else _moved(draw, now))
            for name, now in totals.items()
        ),
        economic=economic,
        staff=_moved(draw, staff) if staff else Line(),
        running=_moved(draw, running) if running else Line(),
        threes=_threes(rng, draw, sum(number for _, number in vehicles)),
        office=_moved(draw, running) if running else draw.line(2000),
        meetings=draw.line(300),
        training=draw.line(300),
        bought=goods,
        small=small,
        micro=small * rng.randint(200, 1000) // 1000,
        vehicles=vehicles,
    )
