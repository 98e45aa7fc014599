"""A whole district's accounts, and one quantity told for several scopes."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from truth.money import Style
from truth.words import change
from truth.world import Drawer, Line

if TYPE_CHECKING:
    from truth.voice import Voice


def _lines(voice: Voice, count: int, reach: int = 3000) -> list[Line]:
    draw = Drawer(voice.rng, voice.style, reach)
    lines = []
    for _ in range(count):
        now = draw.amount()
        lines.append(
            Line(now, draw.near(now), draw.near(now), now * voice.rng.randint(1030, 1300) // 1000)
        )
    return lines


def district(voice: Voice) -> list[str]:
    """``全区一般公共预算收入 A 亿元，增长 r%，其中：税收收入…；非税收入…``."""
    voice.world = replace(
        voice.world,
        style=Style("亿元", voice.rng.choice((2, 2, 1)), rate_places=1, exact=voice.style.exact),
    )
    tax, fees = _lines(voice, 2)
    whole = tax + fees
    if abs(whole.now - whole.before) < max(3 * voice.style.quantum, whole.now // 100):
        return []
    area = voice.pick("area", ("全区", "全县", "全市", "区级"))
    total, one, two = (voice.amount(line.now) for line in (whole, tax, fees))
    voice.book.sums(total, [one, two])
    moved = [
        _grown(voice, shown, line)
        for shown, line in zip((total, one, two), (whole, tax, fees), strict=True)
    ]
    done = ""
    if voice.flip("done"):
        done = f"，完成调整预算的{voice.percent(Fraction(100 * whole.now, whole.full))}"
    lead = voice.pick("lead", ("，其中：", "。其中：", "。其中，"))
    text = f"{voice.year}年，{area}一般公共预算收入{voice.pick('verb', ('', '完成', '累计完成'))}{total}{done}{moved[0]}{lead}税收收入{one}{moved[1]}；非税收入{two}{moved[2]}。"
    return [
        "一、一般公共预算收支决算情况",
        text + (_more(voice, area, whole.now, total) if voice.flip("more") else ""),
    ]


def _grown(voice: Voice, shown, line: Line) -> str:
    size, rate = voice.moved(line.now, line.before)
    up = line.now > line.before
    lead = voice.pick("lead-rate", ("，", "，同比", "，比上年"))
    if voice.flip("amount", 0.3):
        return lead + change(voice, shown, line.now, line.before)
    return f"{lead}{'增长' if up else '下降'}{voice.percent(rate)}"


def _more(voice: Voice, area: str, now: int, total) -> str:
    """What is added to the income, and the sum of all."""
    others = [("上级补助收入", line.now) for line in _lines(voice, 1)]
    others += [
        (name, line.now)
        for name, line in zip(("调入资金", "上年结转收入"), _lines(voice, 2, 300), strict=True)
    ]
    shown = [voice.amount(fen) for _, fen in others]
    everything = voice.amount(now + sum(fen for _, fen in others))
    voice.book.sums(everything, [total, *shown])
    text = "、".join(f"{name}{s}" for (name, _), s in zip(others, shown, strict=True))
    return f"加上{text}，收入{voice.pick('sum', ('总计', '总量为', '总量'))}{everything}。"


def scopes(voice: Voice) -> list[str]:
    """The same names for a whole region and for its own level, a paragraph each."""
    pairs = {
        "全州/州本级": ("全州", "州本级"),
        "全市/市本级": ("全市", "市本级"),
        "部门/本级": ("部门汇总", "局本级"),
        "全区/区本级": ("全区", "区本级"),
    }
    wide, own = voice.choose("scope", pairs)
    names = (
        "因公出国（境）费支出",
        "公务用车购置费支出",
        "公务用车运行维护费支出",
        "公务接待费支出",
    )
    stop = voice.pick("stop", ("。", ""))
    between = voice.pick("between", ("；", "，", "、"))
    blank = voice.flip("blank")
    moving = voice.flip("moving")
    paragraphs = []
    for scope in (wide, own):
        lines = _lines(voice, 4, 200)
        total = sum(lines[1:], lines[0])
        whole = voice.amount(total.now)
        shown = [voice.amount(line.now) for line in lines]
        voice.book.sums(whole, shown)
        text = between.join(f"{name}{s}" for name, s in zip(names, shown, strict=True))
        move = ""
        if moving and abs(total.now - total.before) > max(
            3 * voice.style.quantum, total.now // 400
        ):
            move = "，比上年" + change(voice, whole, total.now, total.before)
        paragraphs.append(
            f"{voice.year}年{scope}“三公”经费财政拨款支出{whole}{move}。其中：{text}{stop}"
        )
    lines = [paragraphs[0], "", paragraphs[1]] if blank else paragraphs
    return ["一、“三公”经费预算安排和使用情况", *lines]


def budget_parts(voice: Voice) -> list[str]:
    """A budget with its parts, then the outturn with its own."""
    lines = _lines(voice, 3, 200)
    total = sum(lines[1:], lines[0])
    names = ("因公出国（境）费", "公务用车运行维护费", "公务接待费")
    kind, of = voice.budget()
    plan = voice.amount(of(total))
    plans = [voice.amount(of(line)) for line in lines]
    voice.book.sums(plan, plans)
    between = voice.pick("between", ("、", "，", "；"))
    first = (
        f"{voice.year}年，“三公”经费{kind}为{plan}，其中："
        + between.join(f"{n}{s}" for n, s in zip(names, plans, strict=True))
        + "。"
    )
    spent = voice.amount(total.now)
    shown = [voice.amount(line.now) for line in lines]
    voice.book.sums(spent, shown)
    word = voice.pick("part", ("支出", "支出决算", ""))
    done = [
        f"，完成{kind}的{voice.completion(s, p, (line.now, of(line)))}"
        if voice.flip("rates", 0.8)
        else ""
        for s, p, line in zip(shown, plans, lines, strict=True)
    ]
    whole_rate = voice.completion(spent, plan, (total.now, of(total)))
    second = (
        f"“三公”经费支出{voice.pick('is', ('为', '决算为'))}{spent}，完成{kind}的{whole_rate}，其中："
        + "；".join(f"{n}{word}{s}{r}" for n, s, r in zip(names, shown, done, strict=True))
        + "。"
    )
    split = voice.pick("split", ("one", "two"))
    return [
        "一、“三公”经费财政拨款支出决算总体情况",
        *([first + second] if split == "one" else [first, second]),
    ]


def paired(voice: Voice) -> list[str]:
    """``收、支总计分别为 A、B。与上年相比，分别减少 C、D，分别下降 p、q。``"""
    draw = Drawer(voice.rng, voice.style)
    now = draw.amount()
    lines = [Line(now, draw.near(now)), Line(one := draw.near(now), draw.near(one))]
    if (lines[0].now > lines[0].before) != (lines[1].now > lines[1].before):
        lines[1] = Line(
            lines[1].now, lines[1].now * lines[0].before // lines[0].now + 11 * voice.style.quantum
        )
    up = lines[0].now > lines[0].before
    if (lines[1].now > lines[1].before) != up or any(
        abs(x.now - x.before) < 5 * voice.style.quantum for x in lines
    ):
        return []
    once = voice.flip("unit-once", 0.4)
    make = voice.bare if once else voice.amount
    unit = f"{voice.gap}{voice.style.unit}" if once else ""
    levels = [make(line.now) for line in lines]
    sizes = [voice.moved(line.now, line.before) for line in lines]
    deltas = [make(size) for size, _ in sizes]
    rates = [voice.percent(rate) for _, rate in sizes]
    sign = -1 if up else 1
    for level, delta, rate in zip(levels, deltas, rates, strict=True):
        voice.book.ratio(rate, [(delta, 1)], [(level, 1), (delta, sign)], "growth")
    names = voice.choose(
        "names",
        {
            "基本、项目": "基本支出、项目支出",
            "人员、公用": "人员经费、公用经费",
            "收入、支出": "财政拨款收入、财政拨款支出",
        },
    )
    each = voice.pick("each", ("分别", "分别", "各"))
    verb = {"分别": voice.pick("verb", ("分别为", "分别是")), "各": "各为"}[each]
    comma = voice.pick("comma", ("、", "，", "和")) if once else voice.pick("comma", ("、", "和"))
    words = ("增加", "增长") if up else ("减少", "下降")
    front = voice.pick("front", ("与上年相比，", f"与{voice.year - 1}年度相比，"))
    again = names if voice.flip("again") else ""
    return [
        "四、财政拨款收入支出决算总体情况说明",
        f"{voice.year}年度{names}{verb}{comma.join(levels)}{unit}。{front}{again}{each}{words[0]}{comma.join(deltas)}{unit}，"
        f"{each}{words[1]}{'、'.join(rates)}。",
    ]


FORMS = {"district": district, "scopes": scopes, "budget-parts": budget_parts, "paired": paired}
