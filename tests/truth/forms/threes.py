"""The three public expenses: totals, parts, budgets, changes, counts."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from truth.forms.totals import versus
from truth.words import compared, reason, year_words

if TYPE_CHECKING:
    from truth.voice import Voice
    from truth.world import Line

_HEADING = "七、财政拨款“三公”经费支出决算情况说明"


def budgets(voice: Voice) -> list[str]:
    """Each part with its budget, its outturn, its completion and its change."""
    threes = voice.world.threes
    kind, of = voice.budget()
    named = (
        ("因公出国（境）费", threes.abroad),
        ("公务用车购置费", threes.buy),
        ("公务用车运行维护费", threes.run),
        ("公务接待费", threes.guests),
    )
    prior = voice.flip("prior")
    total, planned = voice.amount(threes.total.now), voice.amount(of(threes.total))
    rate = voice.completion(total, planned, (threes.total.now, of(threes.total)))
    head = f"{year_words(voice)}“三公”经费财政拨款支出{kind}为{planned}，支出决算为{total}，完成{kind}的{rate}，其中："
    texts, shown, plans = [], [], []
    for name, line in named:
        text, now, plan = _budgeted(voice, name, line, kind, of(line), prior=prior)
        texts.append(text)
        shown.append(now)
        plans.append(plan)
    voice.book.sums(total, shown)
    voice.book.sums(planned, plans)
    layout = voice.pick("layout", ("paragraphs", "row"))
    if layout == "row":
        return [_HEADING, head + "；".join(texts) + "。"]
    return [_HEADING, head, *(f"{text}。" for text in texts)]


def _budgeted(voice: Voice, name: str, line: Line, kind: str, budget: int, *, prior: bool):
    now, plan = voice.amount(line.now), voice.amount(budget)
    text = f"{name}支出{kind}为{plan}，支出决算为{now}"
    if budget:
        text += f"，完成{kind}的{voice.completion(now, plan, (line.now, budget))}"
        text += f"，{versus(voice, kind, (line.now, budget), (now, plan))}"
    elif not line.now and voice.flip("zero-rate", 0.3):
        text += f"，完成{kind}的0%，决算数等于预算数"
    if prior:
        text += "，" + (
            "与上年相比持平"
            if not line.now and not line.before
            else compared(voice, now, line.now, line.before)
        )
    return text, now, plan


def details(voice: Voice) -> list[str]:
    """A total, shares, then numbered details with counts."""
    threes = voice.world.threes
    total = voice.amount(threes.total.now)
    parts = (
        ("因公出国（境）费", threes.abroad),
        ("公务用车购置及运行维护费", threes.cars_line),
        ("公务接待费", threes.guests),
    )
    shown = [voice.amount(line.now) for _, line in parts]
    voice.book.sums(total, shown)
    shares = [
        voice.share(s, total, (line.now, threes.total.now))
        for s, (_, line) in zip(shown, parts, strict=True)
    ]
    head = f"{year_words(voice)}“三公”经费财政拨款支出决算{voice.pick('of', ('中，', '为' + total + '，其中：'))}"
    body = "；".join(
        f"{name}支出决算{s}，占{p}" for (name, _), s, p in zip(parts, shown, shares, strict=True)
    )
    marks = voice.choose(
        "number",
        {
            "1.": ("1.", "2.", "3."),
            "1、": ("1、", "2、", "3、"),
            "（一）": ("（一）", "（二）", "（三）"),
        },
    )
    change = [
        "" if not (line.now or line.before) else "，" + compared(voice, s, line.now, line.before)
        for (_, line), s in zip(parts, shown, strict=True)
    ]
    abroad, cars, guests = (voice.amount(line.now) for _, line in parts)
    for one, other in zip((abroad, cars, guests), shown, strict=True):
        voice.book.same(one, other)
    lines = [
        f"{marks[0]}因公出国（境）费支出{abroad}{change[0]}。全年安排因公出国（境）团组"
        f"{voice.count(threes.trips, '个')}，累计{voice.count(threes.travellers, '人次')}。",
        f"{marks[1]}公务用车购置及运行维护费支出{cars}{change[1]}{reason(voice, 0.3)}。其中：",
        *_cars(voice, cars),
        *_guests(voice, marks[2], guests, change[2]),
    ]
    return [_HEADING, f"{head}{body}。具体情况如下：", *lines]


def _cars(voice: Voice, cars) -> list[str]:
    threes = voice.world.threes
    buy, run = voice.amount(threes.buy.now), voice.amount(threes.run.now)
    voice.book.sums(cars, [buy, run])
    date = f"截至{voice.year}年12月31日，"
    own = f"单位共有公务用车{voice.count(threes.cars, '辆')}"
    if voice.flip("average", 0.3):
        mean = Fraction(threes.run.now, threes.cars)
        per = voice.amount(int(mean + Fraction(1, 2)))
        own += f"，平均每辆运行维护费{per}"
    one = f"公务用车购置支出{buy}。全年更新购置公务用车{voice.count(threes.bought, '辆')}。{date}{own}。"
    return [one, f"公务用车运行维护费支出{run}。主要用于燃料费、维修费、过路过桥费、保险费等支出。"]


def _guests(voice: Voice, mark: str, guests, change: str) -> list[str]:
    threes = voice.world.threes
    home = voice.amount(threes.guests.now)
    voice.book.same(guests, home)
    foreign = voice.amount(0)
    head = f"{mark}公务接待费支出{guests}{change}。其中："
    count = f"{voice.count(threes.visits, '批次')}{voice.pick('comma', ('，', '、'))}{voice.count(threes.visitors, '人次')}"
    at_home = f"国内公务接待支出{home}，主要用于开展业务活动发生的用餐费。国内公务接待{count}（不包括陪同人员）。"
    abroad = f"外事接待支出{foreign}，外事接待{voice.count(0, '批次')}，{voice.count(0, '人次')}。"
    return [head, at_home, abroad] if voice.flip("lines") else [head + at_home + abroad]


FORMS = {"threes-budgets": budgets, "threes-details": details}
