"""Basic expenditure, funds, purchases, assets, meetings: what else a narrative tells."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from truth.book import Linear
from truth.money import digits, half_up
from truth.words import change, compared, reason, year_words
from truth.world import Drawer, Line

if TYPE_CHECKING:
    from truth.book import Shown
    from truth.voice import Voice

_BASIC = "六、一般公共预算财政拨款基本支出决算情况说明"


def basic(voice: Voice) -> list[str]:
    """Basic expenditure, staff and running costs, with the accounts that they hold."""
    world = voice.world
    if not world.staff.now or not world.running.now:
        return []
    whole, staff, running = (
        voice.amount(fen)
        for fen in (world.staff.now + world.running.now, world.staff.now, world.running.now)
    )
    voice.book.sums(whole, [staff, running])
    names = [
        "、".join(name for code, name, _ in world.economic if (code[:3] in {"301", "303"}) is first)
        for first in (True, False)
    ]
    total = world.staff.now + world.running.now
    shares = ["", ""]
    if voice.flip("share"):
        base = voice.pick("base", ("基本支出的", "", "一般公共预算财政拨款基本支出的"))
        shares = [
            f"，占{base}{voice.share(part, whole, (now, total))}"
            for part, now in ((staff, world.staff.now), (running, world.running.now))
        ]
    include = voice.pick(
        "include", ("，主要包括：", "，包括：", "，主要包括", "，主要用于", "，用途主要包括")
    )
    lines = [
        f"人员经费{staff}{shares[0]}{include}{names[0]}",
        f"公用经费{running}{shares[1]}{include}{names[1]}",
    ]
    head = f"{year_words(voice)}一般公共预算财政拨款基本支出{whole}"
    layout = voice.pick("layout", ("paragraphs", "paragraphs-open", "one", "semicolon"))
    if layout == "one":
        return [_BASIC, f"{head}，其中：{lines[0]}。{lines[1]}。"]
    if layout == "semicolon":
        return [_BASIC, f"{head}。其中：{lines[0]}；{lines[1]}。"]
    stop = "。" if layout == "paragraphs" else ""
    return [_BASIC, f"{head}，其中：", *(f"{line}{stop}" for line in lines)]


def two_wholes(voice: Voice) -> list[str]:
    """Parts of the same names under basic and under project expenditure."""
    lines = [_split(voice, size) for size in (3, 2)]
    names = (
        ("工资福利支出", "商品和服务支出", "对个人和家庭的补助"),
        ("商品和服务支出", "资本性支出"),
    )
    moving = voice.flip("moving")
    numbers = voice.choose(
        "number",
        {
            "1.": ("1.", "2."),
            "（1）": ("（1）", "（2）"),
            "（一）": ("（一）", "（二）"),
            "none": ("", ""),
        },
    )
    layout = voice.pick("layout", ("paragraphs", "inline"))
    text: list[str] = []
    for number, subject, parts, group in zip(
        numbers, ("基本支出", "项目支出"), names, lines, strict=True
    ):
        total = sum(group[1:], group[0])
        whole = voice.amount(total.now)
        shown = [voice.amount(line.now) for line in group]
        voice.book.sums(whole, shown)
        moves = [
            _moving(voice, s, line) if moving else ""
            for s, line in zip((whole, *shown), (total, *group), strict=True)
        ]
        share = voice.flip("share", 0.3)
        rates = [
            f"，占{subject}的{voice.share(s, whole, (line.now, total.now))}" if share else ""
            for s, line in zip(shown, group, strict=True)
        ]
        pieces = [
            f"{name}{s}{r}{m}" for name, s, r, m in zip(parts, shown, rates, moves[1:], strict=True)
        ]
        head = f"{number}{subject}{whole}{moves[0]}"
        if layout == "inline":
            text.append(f"{head}，其中：{'；'.join(pieces)}。")
        else:
            text += [f"{head}。其中：", *(f"{piece}。" for piece in pieces)]
    return ["三、支出决算情况说明", *text]


def _split(voice: Voice, size: int) -> list[Line]:
    draw = Drawer(voice.rng, voice.style, 3000)
    return [Line(one := draw.amount(), draw.near(one)) for _ in range(size)]


def _moving(voice: Voice, shown: Shown, line: Line) -> str:
    if abs(line.now - line.before) <= max(3 * voice.style.quantum, line.now // 400):
        return ""
    return "，同比" + change(voice, shown, line.now, line.before)


def flows(voice: Voice) -> list[str]:
    """Opening balance, income, spending and closing balance of a fund."""
    world = voice.world
    flow = world.general if not world.fund.spent or voice.flip("general") else world.fund
    name = "一般公共预算财政拨款" if flow is world.general else "政府性基金预算财政拨款"
    heading = (
        "八、政府性基金预算财政拨款收入支出决算情况说明"
        if flow is world.fund
        else "五、一般公共预算财政拨款收支情况说明"
    )
    opening, income, spent, closing = (
        voice.amount(fen) for fen in (flow.opening, flow.income, flow.spent, flow.closing)
    )
    terms = ((opening.key, 1), (income.key, 1), (spent.key, -1), (closing.key, -1))
    voice.book.relations.append(Linear("flow", terms))
    between = voice.pick("between", ("，", "；"))
    text = between.join(
        (
            f"{name}年初结转和结余{opening}",
            f"本年收入{income}",
            f"本年支出{spent}",
            f"年末结转和结余{closing}",
        )
    )
    return [heading, f"{year_words(voice)}{text}。"]


def totals_apart(voice: Voice) -> list[str]:
    """Totals that consist of this year's means and balances."""
    world = voice.world
    line = world.total("总计")
    income, opening = world.total("本年收入合计").now, world.opening
    spent, closing = world.total("本年支出合计").now, world.closing
    heading = "一、收入支出决算总体情况说明"
    whole, one, two = voice.amount(line.now), voice.amount(income), voice.amount(opening)
    used = [voice.amount(world.used)] if world.used or voice.flip("unused") else []
    voice.book.sums(whole, [one, *used, two])
    unused = "".join(f"，使用非财政拨款结余{one}" for one in used)
    lead = voice.pick("lead", ("，其中：", "，包括：", "。其中：", "，其中"))
    first = (
        f"{year_words(voice)}收入总计{whole}{lead}本年收入合计{one}{unused}，年初结转和结余{two}。"
    )
    total, three, four = voice.amount(line.now), voice.amount(spent), voice.amount(closing)
    shared = [voice.amount(world.allotted)] if world.allotted or voice.flip("nothing") else []
    voice.book.sums(total, [three, *shared, four])
    voice.book.same(whole, total)
    nothing = "".join(f"，结余分配{one}" for one in shared)
    second = f"支出总计{total}{lead}本年支出合计{three}{nothing}，年末结转和结余{four}。"
    third = (
        f"收入支出总体与上年相比，{change(voice, whole, line.now, line.before)}{reason(voice)}。"
    )
    return [heading, first, second, third]


def purchases(voice: Voice) -> list[str]:
    """Purchases by kind, and what went to small firms, with the share's base named."""
    world = voice.world
    if not sum(world.bought) or not world.small:
        return []
    total = sum(world.bought)
    whole, small, micro = voice.amount(total), voice.amount(world.small), voice.amount(world.micro)
    parts = [voice.amount(fen) for fen in world.bought]
    voice.book.sums(whole, parts)
    kinds = voice.choose(
        "kinds",
        {
            "政府采购": ("政府采购货物支出", "政府采购工程支出", "政府采购服务支出"),
            "short": ("货物支出", "工程支出", "服务支出"),
        },
    )
    between = voice.pick("between", ("、", "；", "，"))
    text = between.join(f"{name}{s}" for name, s in zip(kinds, parts, strict=True))
    one = f"{year_words(voice)}政府采购支出总额{whole}，其中：{text}。"
    share = voice.share(small, whole, (world.small, total))
    base, of = voice.choose(
        "micro-base",
        {
            "total": ("政府采购支出总额", (whole, total)),
            "small": ("授予中小企业合同金额", (small, world.small)),
        },
    )
    least = voice.share(micro, of[0], (world.micro, of[1]))
    two = (
        f"授予中小企业合同金额{small}，占政府采购支出总额的{share}，其中：授予小微企业合同金额{micro}，"
        f"占{base}的{least}"
    )
    kinds_share = ""
    if voice.flip("by-kind", 0.3) and all(world.bought):
        rates = [voice.percent(Fraction(voice.rng.randint(3000, 9900), 100)) for _ in range(3)]
        kinds_share = "；" + "，".join(
            f"{name}采购授予中小企业合同金额占{name}支出金额的{rate}"
            for name, rate in zip(("货物", "工程", "服务"), rates, strict=True)
        )
    return ["（二）政府采购支出情况", f"{one}{two}{kinds_share}。"]


def vehicles(voice: Voice) -> list[str]:
    """Vehicles by kind at the end of the year, and equipment."""
    world = voice.world
    total = sum(number for _, number in world.vehicles)
    unit = "辆"
    whole = voice.count(total, unit)
    shown = [voice.count(number, unit) for _, number in world.vehicles]
    voice.book.counts(whole, shown)
    between = voice.pick("between", ("、", "，", "；"))
    text = between.join(f"{name}{s}" for (name, _), s in zip(world.vehicles, shown, strict=True))
    gear = voice.pick(
        "gear",
        (
            "。单价100万元（含）以上设备（不含车辆）3台（套）。",
            "；单位价值50万元以上通用设备1台（套）；单位价值100万元以上专用设备0台（套）。",
        ),
    )
    lead = voice.pick("lead", ("，其中：", "，其中，", "。其中："))
    return [
        "（三）国有资产占有使用情况",
        f"截至{voice.year}年12月31日，{world.unit}共有车辆{whole}{lead}{text}{gear}",
    ]


def meetings(voice: Voice) -> list[str]:
    """Meetings and training: amounts, numbers, means a head, what they were for."""
    line = voice.world.meetings
    rng = voice.rng
    times, people = rng.randint(2, 9), rng.randint(30, 200)
    fee = voice.amount(line.now)
    text = f"{year_words(voice)}会议费支出{fee}，召开会议{voice.count(times, '次')}，参会{voice.count(people, '人次')}"
    if voice.flip("mean"):
        per = Fraction(line.now, people * 100)
        text += f"，人均{half(per)}元"
    if voice.flip("moving"):
        text += f"，{compared(voice, fee, line.now, line.before)}"
    return ["十一、一般性支出情况说明", f"{text}，内容为部署全年重点工作、总结交流经验。"]


def half(value: Fraction) -> str:
    return digits(half_up(value * 100), 2)


def differences(voice: Voice) -> list[str]:
    """Each subject with its own difference from its budget."""
    threes = voice.world.threes
    word = voice.pick("word", ("差值为", "差额为", "结余", "节约", "相差"))
    named = (
        ("因公出国（境）费支出", threes.abroad),
        ("公务用车购置及运行维护费支出", threes.cars_line),
        ("公务接待费支出", threes.guests),
    )
    planned = [max(line.full, line.now + 37 * voice.style.quantum) for _, line in named]
    rows = [("“三公”经费支出", threes.total.now, sum(planned))]
    rows += [(name, line.now, plan) for (name, line), plan in zip(named, planned, strict=True)]
    pieces, outturns, plans = [], [], []
    for name, outturn, budget in rows:
        now, plan = voice.amount(outturn), voice.amount(budget)
        gap = voice.amount(voice.moved(outturn, budget)[0])
        terms = ((plan.key, 1), (now.key, -1), (gap.key, -1))
        voice.book.relations.append(Linear("difference", terms))
        pieces.append(f"{name}{now}，全年预算为{plan}，{word}{gap}")
        outturns.append(now)
        plans.append(plan)
    voice.book.sums(outturns[0], outturns[1:])
    voice.book.sums(plans[0], plans[1:])
    heading = "七、“三公”经费支出决算情况说明"
    return [heading, f"{year_words(voice)}{pieces[0]}。其中：{'；'.join(pieces[1:])}。"]


def staff(voice: Voice) -> list[str]:
    """People and posts: counts that add up, and words that are no money."""
    rng = voice.rng
    groups = [(name, rng.randint(1, 40)) for name in ("行政人员", "事业人员", "工勤人员")]
    shown = [voice.count(number, "人") for _, number in groups]
    whole = voice.count(sum(number for _, number in groups), "人")
    voice.book.counts(whole, shown)
    text = voice.pick("between", ("，", "、", "；")).join(
        f"{name}{s}" for (name, _), s in zip(groups, shown, strict=True)
    )
    rooms = ("办公室", "业务科", "技术科", "财务科", "信息科")[: rng.randint(2, 5)]
    count = voice.count(len(rooms), "个")
    return [
        "二、机构设置及人员情况",
        f"{voice.world.unit}下设{count}内设机构，分别是：{'、'.join(rooms)}。",
        f"{voice.year}年末实有在职人员{whole}，其中：{text}。离退休人员{rng.randint(1, 60)}人。",
    ]


FORMS = {
    "basic": basic,
    "two-wholes": two_wholes,
    "flows": flows,
    "totals-apart": totals_apart,
    "purchases": purchases,
    "vehicles": vehicles,
    "meetings": meetings,
    "differences": differences,
    "staff": staff,
}
