"""Sentences as single regions have them: each tells a quantity in several measures at once."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from truth.book import Linear
from truth.money import digits, half_up
from truth.words import change, compared, reason, year_words
from truth.world import Drawer, Line, added, by_class

if TYPE_CHECKING:
    from truth.book import Shown
    from truth.voice import Voice
    from truth.world import Item

_INCOME = "二、收入决算情况说明"
_ITEMS = "（三）一般公共预算财政拨款支出决算具体情况"


def from_budget(voice: Voice, shown: Shown, line: Line, kind: str, budget: int) -> str:
    """``较年初预算数增加 D，增长 r%``, or that nothing changed."""
    if line.now == budget:
        return voice.pick("no-gap", (f"较{kind}数无增减", f"与{kind}数持平", f"与{kind}持平"))
    lead = voice.pick("budget-lead", (f"较{kind}数", f"比{kind}", f"与{kind}相比，"))
    return lead + change(voice, shown, line.now, budget)


def incomes_moving(voice: Voice) -> list[str]:
    """Incomes each with its share and its change (Yunnan, Guangxi)."""
    world = voice.world
    total = added(line for _, line in world.incomes)
    whole = voice.amount(total.now)
    parts = [(name, line, voice.amount(line.now)) for name, line in world.incomes]
    voice.book.sums(whole, [shown for *_, shown in parts])
    bases = ("", "本年收入合计的", "收入合计的")  # 总收入 may be told with the balance in it
    base = voice.pick("base", bases if world.strict else (*bases, "总收入的"))
    shares = [
        f"{name}{s}，占{base}{voice.share(s, whole, (line.now, total.now))}"
        for name, line, s in parts
    ]
    head = f"{year_words(voice)}收入合计{whole}。其中：{'；'.join(shares)}。"
    order = voice.pick("order", ("then", "each"))
    if order == "each":
        moving = "；".join(
            f"{text}，{compared(voice, s, line.now, line.before)}"
            for text, (_, line, s) in zip(shares, parts, strict=True)
        )
        lead = compared(voice, whole, total.now, total.before)
        return [_INCOME, f"{year_words(voice)}本年收入合计{whole}，{lead}。其中：{moving}。"]
    changes = "；".join(f"{name}{_moved(voice, s, line)}" for name, line, s in parts)
    front = voice.pick("front", ("与上年相比，", f"与{voice.year - 1}年度相比，"))
    again = voice.pick("again", ("收入合计", "本年收入合计"))
    return [
        _INCOME,
        f"{head}{front}{again}{change(voice, whole, total.now, total.before)}。其中：{changes}。{reason(voice, 0.2).removeprefix('，').removeprefix('。')}",
    ]


def _moved(voice: Voice, shown: Shown, line: Line) -> str:
    """``增加 D，增长 r%`` without naming the year."""
    if line.now == line.before:
        return voice.pick("nothing", (f"增加{voice.amount(0)}，增长0.00%", "无变化", "与上年持平"))
    return change(voice, shown, line.now, line.before)


def items_moving(voice: Voice) -> list[str]:
    """Items with their change against last year, maybe with last year's level (Xinjiang)."""
    world = voice.world
    last = voice.year - 1
    whole = voice.amount(world.spent.now)
    manner = voice.pick("manner", ("change", "levels", "rate-only"))
    lines = []
    shown = []
    for at, item in enumerate(world.items, 1):
        now = voice.amount(item.line.now)
        shown.append(now)
        lines.append(f"{at}.{_named(item)}：{_item_text(voice, item.line, now, manner, last)}。")
    voice.book.sums(whole, shown, "items")
    lead = voice.pick("lead", ("，其中：", "。其中："))
    return [_ITEMS, f"{year_words(voice)}一般公共预算财政拨款支出{whole}{lead}", *lines]


def _named(item: Item) -> str:
    one, two, three = item.names
    return f"{one}（类）{two}（款）{three}（项）"


def _item_text(voice: Voice, line: Line, now: Shown, manner: str, last: int) -> str:
    if manner == "levels":
        before = voice.amount(line.before)
        text = f"{last}年度决算数为{before}，{last + 1}年度支出决算为{now}"
        if line.now == line.before:
            return f"{text}，与{last}年度持平"
        return f"{text}，比{last}年度决算数{change(voice, now, line.now, line.before, before)}"
    if line.now == line.before:
        return f"支出决算数为{now}，与上年决算数持平"
    if manner == "rate-only" and line.before:
        _, rate = voice.moved(line.now, line.before)
        word = "增长" if line.now > line.before else "下降"
        return f"支出决算数为{now}，比上年决算数{word}{voice.percent(rate)}"
    return f"支出决算数为{now}，比上年决算{change(voice, now, line.now, line.before)}{reason(voice, 0.3)}"


def classes_from_budget(voice: Voice) -> list[str]:
    """Classes with shares and their change from the budget (Chongqing)."""
    world = voice.world
    kind, budget_of = voice.budget()
    whole = voice.amount(world.spent.now)
    told = year_words(voice)
    first = f"2.支出情况。{told}一般公共预算财政拨款支出{whole}，{compared(voice, whole, world.spent.now, world.spent.before)}。"
    first += f"{from_budget(voice, whole, world.spent, kind, budget_of(world.spent))}。"
    lines = []
    shown = []
    for at, (name, line) in enumerate(by_class(world.items), 1):
        now = voice.amount(line.now)
        shown.append(now)
        rate = voice.share(now, whole, (line.now, world.spent.now))
        lines.append(
            f"（{at}）{name}{now}，占{rate}，{from_budget(voice, now, line, kind, budget_of(line))}{reason(voice, 0.3)}。"
        )
    voice.book.sums(whole, shown)
    return [
        "（三）一般公共预算财政拨款收入支出决算情况说明",
        first,
        f"4.比较情况。本{world.kind}{voice.year}年度一般公共预算财政拨款支出主要用于以下几个方面：",
        *lines,
    ]


def threes_from_budget(voice: Voice) -> list[str]:
    """The three against the budget and against last year, each in its own paragraph (Chongqing)."""
    threes = voice.world.threes
    kind, of = voice.budget()
    total = voice.amount(threes.total.now)
    named = (
        ("因公出国（境）费用", threes.abroad),
        ("公务车购置费", threes.buy),
        ("公务车运行维护费", threes.run),
        ("公务接待费", threes.guests),
    )
    parts = [voice.amount(line.now) for _, line in named]
    voice.book.sums(total, parts)
    head = (
        f"{year_words(voice)}“三公”经费支出共计{total}，{from_budget(voice, total, threes.total, kind, of(threes.total))}{reason(voice, 0.3)}。"
        f"{compared(voice, total, threes.total.now, threes.total.before)}{reason(voice, 0.3)}。"
    )
    lines = []
    for (name, line), now in zip(named, parts, strict=True):
        if not any((line.now, line.before, of(line))):
            lines.append(f"{name}{now}，与{kind}数持平，与上年支出数持平。")
            continue
        one = from_budget(voice, now, line, kind, of(line))
        lines.append(
            f"{name}{now}，主要用于公务活动。费用支出{one}{reason(voice, 0.3)}。{compared(voice, now, line.now, line.before)}。"
        )
    return ["（一）“三公”经费支出总体情况说明", head, *lines]


def threes_per_head(voice: Voice) -> list[str]:
    """What was counted, with means a head and a car (Chongqing, Beijing)."""
    threes = voice.world.threes
    visits, people = voice.count(threes.visits, "批次"), voice.count(threes.visitors, "人")
    guests, run = voice.amount(threes.guests.now), voice.amount(threes.run.now)
    head = f"公务用车运行维护费{run}，公务接待费{guests}。"
    per_head = voice.book.show(_yuan(Fraction(threes.guests.now, threes.visitors)), 100, "元")
    per_car = voice.amount(int(Fraction(threes.run.now, threes.cars) + Fraction(1, 2)))
    text = (
        f"{voice.year}年度国内公务接待{visits}{people}，公务用车保有量为{voice.count(threes.cars, '辆')}，"
        f"人均接待费{per_head}，车均运行维护费{per_car}。"
    )
    return ["（三）“三公”经费实物量情况", head, text]


def _yuan(fen: Fraction) -> str:
    return digits(half_up(fen), 2)


def gap_rate(voice: Voice) -> list[str]:
    """``与年初预算相比，年初预算数 B，决算数 A，预决算差异率 r%`` (Xinjiang)."""
    line = voice.world.spent
    kind, of = voice.budget()
    now, plan = voice.amount(line.now), voice.amount(of(line))
    size, rate = voice.moved(line.now, of(line))
    shown = voice.percent(rate if line.now >= of(line) else -rate)
    voice.book.ratio(shown, [(now, 1), (plan, -1)], [(plan, 1)], "gap-rate")
    again = voice.amount(line.now)
    voice.book.same(now, again)
    text = f"{year_words(voice)}一般公共预算财政拨款支出{again}。与{kind}相比，{kind}数{plan}，决算数{now}，预决算差异率{shown}{reason(voice, 0.5)}。"
    return ["五、一般公共预算财政拨款支出决算情况说明", text]


def share_of_all(voice: Voice) -> list[str]:
    """``A，占本年支出合计 W 的 r%``, then the change (central, Sichuan)."""
    world = voice.world
    line, all_of_it = world.spent, world.total("本年支出合计").now
    now, whole = voice.amount(line.now), voice.amount(all_of_it)
    rate = voice.share(now, whole, (line.now, all_of_it))
    body = voice.choose(
        "form",
        {
            "W的": f"{now}，占本年支出合计{whole}的{rate}",
            "合计的": f"{now}，占本年支出合计的{rate}",
        },
    )
    before = f"本年支出合计{whole}。" if "W" not in voice.trace[-1] else ""
    text = f"{year_words(voice)}{before}一般公共预算财政拨款支出{body}。"
    front = voice.pick("front", ("与上年相比，", f"与{voice.year - 1}年度相比，"))
    again = voice.pick("again", ("一般公共预算财政拨款支出", ""))
    if line.now == line.before:
        return ["（一）一般公共预算财政拨款支出决算总体情况", f"{text}{front}持平。"]
    return [
        "（一）一般公共预算财政拨款支出决算总体情况",
        f"{text}{front}{again}{change(voice, now, line.now, line.before)}{reason(voice)}。",
    ]


def threes_short(voice: Voice) -> list[str]:
    """Budget and outturn in one breath, parts with shares, nothing exceeded (Hunan)."""
    threes = voice.world.threes
    kind, of = voice.budget()
    total, plan = voice.amount(threes.total.now), voice.amount(of(threes.total))
    parts = (
        ("公务接待费", threes.guests),
        ("公务用车购置及运行维护费", threes.cars_line),
        ("因公出国（境）费", threes.abroad),
    )
    shown = [voice.amount(line.now) for _, line in parts]
    voice.book.sums(total, shown)
    text = "；".join(
        f"{name}为{s}，占{voice.share(s, total, (line.now, threes.total.now))}"
        for (name, line), s in zip(parts, shown, strict=True)
    )
    over = "未超过" if threes.total.now <= of(threes.total) else "超过"
    return [
        "七、“三公”经费支出决算情况说明",
        f"{voice.year}年度“三公”经费财政拨款支出{kind}为{plan}，{voice.year}年实际支出“三公”经费决算为{total}。其中{text}。"
        f"本年度“三公”经费决算数{over}{kind}数。",
    ]


def balances(voice: Voice) -> list[str]:
    """Numbered subsections on income, spending and balances (Chongqing)."""
    world = voice.world
    income, spent = world.total("本年收入合计"), world.total("本年支出合计")
    one, two = voice.amount(income.now), voice.amount(spent.now)
    draw = Drawer(voice.rng, voice.style, 100)
    closing = voice.amount(world.closing)
    lines = [
        f"1.收入情况。{year_words(voice)}收入合计{one}，{compared(voice, one, income.now, income.before)}{reason(voice, 0.4)}。此外，年初结转和结余{voice.amount(world.opening)}。",
        f"2.支出情况。本{world.kind}{voice.year}年度支出合计{two}，{compared(voice, two, spent.now, spent.before)}{reason(voice, 0.4)}。此外，结余分配{voice.amount(world.allotted)}。",
    ]
    if world.closing:
        before = draw.near(world.closing)
        lines.append(
            f"3.结转结余情况。{voice.year}年度年末结转和结余{closing}，{compared(voice, closing, world.closing, before)}。"
        )
    return ["（一）收入支出决算总体情况说明", *lines]


def sides(voice: Voice) -> list[str]:
    """Finance income and spending with their own balances (Xinjiang)."""
    world = voice.world
    flow = world.general
    if world.fund.spent:
        return []
    whole = voice.amount(flow.opening + flow.income)
    opening, income = voice.amount(flow.opening), voice.amount(flow.income)
    voice.book.sums(whole, [opening, income])
    other = voice.amount(flow.spent + flow.closing)
    closing, spent = voice.amount(flow.closing), voice.amount(flow.spent)
    voice.book.sums(other, [closing, spent])
    terms = ((whole.key, 1), (other.key, -1))
    voice.book.relations.append(Linear("same", terms))
    lead = voice.pick("lead", ("，其中：", "，包括", "（其中："))
    close = "）" if lead.startswith("（") else ""
    return [
        "四、财政拨款收入支出决算总体情况说明",
        f"{voice.year}年度一般公共预算财政拨款收入总计{whole}{lead}年初财政拨款结转和结余{opening}，本年财政拨款收入{income}{close}。"
        f"财政拨款支出总计{other}{lead}年末财政拨款结转和结余{closing}，本年财政拨款支出{spent}{close}。",
    ]


FORMS = {
    "incomes-moving": incomes_moving,
    "items-moving": items_moving,
    "classes-from-budget": classes_from_budget,
    "threes-from-budget": threes_from_budget,
    "threes-per-head": threes_per_head,
    "gap-rate": gap_rate,
    "share-of-all": share_of_all,
    "threes-short": threes_short,
    "balances": balances,
    "sides": sides,
}
