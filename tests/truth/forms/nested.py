"""Lists within lists, lists of visits, two budgets at once, one name for two kinds of money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from truth.forms.lists import number
from truth.words import compared, reason, year_words
from truth.world import Drawer, Line, added, split_up

if TYPE_CHECKING:
    from truth.book import Shown
    from truth.voice import Voice
    from truth.world import Item

_THREES = "七、“三公”经费支出决算情况说明"
_ITEMS = "（三）一般公共预算财政拨款支出决算具体情况"


def threes_nested(voice: Voice) -> list[str]:
    """The three in one sentence, the cars' two parts in brackets or after a comma."""
    threes = voice.world.threes
    total, abroad, cars, guests, buy, run = (
        voice.amount(line.now)
        for line in (
            threes.total,
            threes.abroad,
            threes.cars_line,
            threes.guests,
            threes.buy,
            threes.run,
        )
    )
    voice.book.sums(total, [abroad, cars, guests])
    voice.book.sums(cars, [buy, run])
    inner = voice.choose(
        "inner",
        {
            "（其中：）": f"（其中：公务用车购置费{buy}，公务用车运行维护费{run}）",
            "（其中）": f"（其中公务用车购置费{buy}、公务用车运行维护费{run}）",
            "，其中": f"，其中公务用车购置费{buy}、公务用车运行维护费{run}",
            "（包括）": f"（包括公务用车购置费{buy}，公务用车运行维护费{run}）",
        },
    )
    order = voice.pick("order", ("middle", "last"))
    pieces = [
        f"因公出国（境）费{abroad}",
        f"公务用车购置及运行维护费{cars}{inner}",
        f"公务接待费{guests}",
    ]
    if order == "last":
        pieces = [pieces[0], pieces[2], pieces[1]]
    between = voice.pick("between", ("；", "；", "，")) if "，其中" not in inner[:3] else "；"
    lead = voice.pick("lead", ("，其中：", "。其中：", "，包括"))
    tail = ""
    if voice.flip("moving"):
        tail = f"“三公”经费支出{compared(voice, total, threes.total.now, threes.total.before)}{reason(voice, 0.3)}。"
    return [
        _THREES,
        f"{year_words(voice)}“三公”经费支出{total}{lead}{between.join(pieces)}。{tail}",
    ]


def threes_moving_nested(voice: Voice) -> list[str]:
    """Cars with their change, and in brackets their parts with theirs (204)."""
    threes = voice.world.threes
    cars, buy, run = (voice.amount(line.now) for line in (threes.cars_line, threes.buy, threes.run))
    voice.book.sums(cars, [buy, run])
    moved = [
        "与上年持平"
        if not line.now and not line.before
        else compared(voice, shown, line.now, line.before)
        for shown, line in ((cars, threes.cars_line), (buy, threes.buy), (run, threes.run))
    ]
    marks = voice.choose("marks", {"（）": ("（", "）"), "（其中：）": ("（其中：", "）")})
    text = f"公务用车购置及运行费{cars}，{moved[0]}{marks[0]}公务用车购置费{buy}，{moved[1]}；公务用车运行维护费{run}，{moved[2]}{marks[1]}。"
    return [_THREES, year_words(voice) + text]


def _groups(items: tuple[Item, ...], depth: int) -> dict[tuple[str, ...], list[Item]]:
    groups: dict[tuple[str, ...], list[Item]] = {}
    for item in items:
        groups.setdefault(item.names[:depth], []).append(item)
    return groups


def classes_deep(voice: Voice) -> list[str]:
    """Classes, below each its groups, below each its items maybe, with budgets (Beijing)."""
    kind, of = voice.budget()
    lines: list[str] = []
    if any(item.names[1] == item.names[2] for item in voice.world.items):
        voice.trace.append("twins")
    whole = voice.amount(voice.world.spent.now)
    tops = []
    with_items = voice.flip("items")
    for at, ((one,), members) in enumerate(_groups(voice.world.items, 1).items(), 1):
        text, top = _level(voice, f"“{one}”（类）", added(i.line for i in members), kind, of)
        tops.append(top)
        lines.append(f"{at}.{text}。其中：")
        shown = []
        for (_, two), some in _groups(tuple(members), 2).items():
            text, group = _level(voice, f"“{two}”（款）", added(i.line for i in some), kind, of)
            shown.append(group)
            if not with_items or len(some) < 2:
                lines.append(f"{text}。{_reason(voice)}")
                continue
            leaves = [voice.amount(item.line.now) for item in some]
            voice.book.sums(group, leaves)
            inner = "；".join(
                f"{item.names[2]}（项）{leaf}" for item, leaf in zip(some, leaves, strict=True)
            )
            lines.append(f"{text}（其中：{inner}）。")
        voice.book.sums(top, shown)
    voice.book.sums(whole, tops)
    return [_ITEMS, f"{year_words(voice)}一般公共预算财政拨款支出{whole}，具体情况如下：", *lines]


def _level(voice: Voice, name: str, line: Line, kind: str, of) -> tuple[str, Shown]:
    now, plan = voice.amount(line.now), voice.amount(of(line))
    if voice.rng.random() < 0.5:
        size, _ = voice.moved(line.now, of(line))
        text = f"{name}{voice.year}年度决算{now}"
        if line.now == of(line):
            return f"{text}，与{voice.year}年{kind}{plan}持平", now
        word = "增加" if line.now > of(line) else "减少"
        return f"{text}，比{voice.year}年{kind}{plan}{word}{voice.amount(size)}", now
    if not of(line):
        return f"{name}{voice.year}年{kind}{plan}，决算{now}", now
    rate = voice.completion(now, plan, (line.now, of(line)))
    return f"{name}{voice.year}年{kind}{plan}，决算{now}，完成{kind}的{rate}", now


def _reason(voice: Voice) -> str:
    return voice.pick("reason", ("", "主要原因：项目资金调整。", "主要原因是人员变动。"))


def fund_items(voice: Voice) -> list[str]:
    """What a fund was spent on, item by item (313)."""
    world = voice.world
    if not world.fund_items:
        return []
    whole = voice.amount(world.fund.spent)
    parts = [voice.amount(item.line.now) for item in world.fund_items]
    voice.book.sums(whole, parts)
    lead = voice.pick("lead", ("，支出具体情况如下：", "，其中：", "，主要用于："))
    marks = voice.pick("number", ("1、", "1.", "（1）"))
    lines = []
    for at, (item, shown) in enumerate(zip(world.fund_items, parts, strict=True), 1):
        one, two, three = item.names
        use = voice.pick("use", ("", "，主要用于道路建设"))
        lines.append(f"{number(marks, at)}{one}（类）{two}（款）{three}（项）{shown}{use}。")
    heading = "八、政府性基金预算财政拨款收入支出决算情况说明"
    return [heading, f"{year_words(voice)}政府性基金预算财政拨款支出{whole}{lead}", *lines]


def two_budgets(voice: Voice) -> list[str]:
    """An outturn against the initial and against the full budget in one sentence."""
    if voice.world.strict:
        return []
    line = voice.world.spent
    now, first, second = (voice.amount(fen) for fen in (line.now, line.initial, line.full))
    one = voice.completion(now, first, (line.now, line.initial))
    two = voice.completion(now, second, (line.now, line.full))
    other = voice.pick("other", ("全年预算", "调整预算"))
    text = voice.choose(
        "form",
        {
            "then": f"年初预算为{first}，{other}为{second}，支出决算为{now}，完成年初预算的{one}，完成{other}的{two}",
            "each": f"年初预算{first}，支出决算{now}，完成年初预算的{one}；{other}{second}，完成{other}的{two}",
            "now-first": f"支出决算{now}，完成年初预算{first}的{one}，完成{other}{second}的{two}",
        },
    )
    heading = "五、一般公共预算财政拨款支出决算情况说明"
    return [heading, f"{year_words(voice)}一般公共预算财政拨款支出{text}。"]


def visits(voice: Voice) -> list[str]:
    """Visits that are counted and told one by one (Sichuan)."""
    threes = voice.world.threes
    reach = min(5, threes.guests.now // (20 * voice.style.quantum))
    if reach < 2:
        return []
    times = voice.rng.randint(2, reach)
    floor = 5 * voice.style.quantum
    costs = [part + floor for part in split_up(voice.rng, threes.guests.now - floor * times, times)]
    total, again = voice.amount(threes.guests.now), voice.amount(threes.guests.now)
    voice.book.same(total, again)
    shown = [voice.amount(cost) for cost in costs]
    voice.book.sums(again, shown)
    people = [voice.rng.randint(2, 20) for _ in costs]
    heads = voice.flip("heads")
    texts = (
        "接待外省同行来访",
        "接待市县业务培训",
        "接待专家组验收",
        "接待上级检查组",
        "接待调研组",
    )
    parts = [
        f"{text}{f'{one}人次' if heads else ''}，支出{s}"
        for text, one, s in zip(texts, people, shown, strict=False)
    ]
    between = voice.pick("between", ("；", "，"))
    count = voice.count(times, "批次")
    return [
        _THREES,
        f"{'' if voice.world.strict else '3.'}公务接待费支出{total}。其中：",
        f"国内公务接待支出{again}，国内公务接待{count}，{sum(people)}人次（不包括陪同人员），共计支出{voice.amount(threes.guests.now)}，"
        f"具体内容包括：{between.join(parts)}。",
        f"外事接待支出{voice.amount(0)}。",
    ]


def two_moneys(voice: Voice) -> list[str]:
    """The three from all finance and from the general budget alone: the same names, two kinds."""
    draw = Drawer(voice.rng, voice.style, 100)
    extra = draw.amount()
    lines = [Line(draw.amount()) for _ in range(2)]
    texts = []
    for kind, more in (("财政拨款", extra), ("一般公共预算财政拨款", 0)):
        parts = [
            ("公务用车购置及运行维护费支出", lines[0].now + more),
            ("公务接待费支出", lines[1].now),
        ]
        whole = voice.amount(sum(fen for _, fen in parts))
        shown = [voice.amount(fen) for _, fen in parts]
        voice.book.sums(whole, shown)
        text = "；".join(f"{name}{s}" for (name, _), s in zip(parts, shown, strict=True))
        texts.append(f"{voice.year}年度{kind}“三公”经费支出决算为{whole}，其中：{text}。")
    fund = voice.amount(extra)
    texts.append(f"政府性基金预算财政拨款“三公”经费支出{fund}，为公务用车运行维护费支出。")
    headed = voice.flip("headed")
    if not headed:
        return [_THREES, *texts]
    heads = (
        "（一）财政拨款“三公”经费支出情况",
        "（二）一般公共预算财政拨款“三公”经费支出情况",
        "（三）政府性基金预算财政拨款“三公”经费支出情况",
    )
    return [_THREES, *(line for pair in zip(heads, texts, strict=True) for line in pair)]


def threes_none(voice: Voice) -> list[str]:
    """What was not spent, in words."""
    threes = voice.world.threes
    run = voice.amount(threes.run.now)
    year = voice.year
    text = voice.choose(
        "form",
        {
            "未发生": f"{year}年度未发生因公出国（境）费支出，未购置公务用车。公务用车运行维护费支出{run}。",
            "无": f"{year}年度无因公出国（境）团组和人员，无公务用车购置费支出；公务用车运行维护费支出{run}。",
            "零": f"{year}年度因公出国（境）费支出0{voice.style.unit}，与上年一致；公务用车购置费支出0{voice.style.unit}，与上年一致；公务用车运行维护费支出{run}。",
            "没有": f"本{voice.world.kind}没有因公出国（境）费和公务用车购置费支出，故与上年相比无变化。公务用车运行维护费支出{run}。",
        },
    )
    return [_THREES, text]


FORMS = {
    "threes-nested": threes_nested,
    "threes-moving-nested": threes_moving_nested,
    "classes-deep": classes_deep,
    "fund-items": fund_items,
    "two-budgets": two_budgets,
    "visits": visits,
    "two-moneys": two_moneys,
    "threes-none": threes_none,
}
