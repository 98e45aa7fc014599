"""Sentences that free texts have: bases by other names, both sides of one total, three in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from truth.book import Linear
from truth.words import change, compared, prior_words, reason, year_words

if TYPE_CHECKING:
    from truth.book import Shown
    from truth.voice import Voice


def beside_last_year(voice: Voice) -> list[str]:
    """An outturn above or below last year's, with how far behind it, or beside the change."""
    name, line = voice.choose(
        "of",
        {
            "会议费": ("会议费支出", voice.world.meetings),
            "培训费": ("培训费支出", voice.world.training),
            "机关运行经费": ("机关运行经费支出", voice.world.office),
        },
    )
    if line.now == line.before or not line.before:
        return []
    up, last = line.now > line.before, voice.year - 1
    now = voice.amount(line.now)
    word = voice.pick("word", ("大于", "高于", "超过") if up else ("小于", "低于", "少于"))
    than = voice.pick("than", ("上年决算数", f"{last}年度决算数", "上年支出决算数", "上年度"))
    verb = voice.pick("verb", ("支出决算数", "决算数", "执行数"))
    head = f"{year_words(voice)}{name}{now}"
    if voice.flip("far"):
        size, rate = voice.moved(line.now, line.before)
        delta, percent = voice.amount(size), voice.percent(rate)
        sign = -1 if up else 1
        voice.book.ratio(percent, [(delta, 1)], [(now, 1), (delta, sign)], "growth")
        turn = "增长" if up else "下降"
        return [
            "十、其他重要事项的情况说明",
            f"{head}，{verb}{word}{than}{delta}，{turn}{percent}。",
        ]
    against = compared(voice, now, line.now, line.before)
    rows = (f"{against}，{verb}{word}{than}", f"{verb}{word}{than}，{against}")
    told = voice.choose("order", {"behind": rows[0], "before": rows[1]})
    return ["十、其他重要事项的情况说明", f"{head}，{told}{reason(voice, 0.3)}。"]


def reported(voice: Voice) -> list[str]:
    """Income against the figures reported before, and against the year before; maybe its items."""
    incomes = [(name, line) for name, line in voice.world.incomes if line.now and line.before]
    if len(incomes) < 2:  # noqa: PLR2004 - one is no list
        return []
    base = voice.pick("base", ("报告数", "快报数", "年初报告数", "预计数"))
    whole = sum(line.now for _, line in incomes)
    top = voice.amount(whole)
    befores = [line.now * voice.rng.choice((100, 96, 103, 88)) // 100 for _, line in incomes]
    shown, lines = [], []
    for at, (name, line) in enumerate(incomes, 1):
        part = voice.amount(line.now)
        shown.append(part)
        lines.append(
            f"（{at}）{name}{part}{_against(voice, base, part, line.now, befores[at - 1])}。"
        )
    voice.book.sums(top, shown)
    clause = _against(voice, base, top, whole, sum(befores))
    cue = voice.pick("cue", ("具体分项情况：", "分项情况如下：", "其中："))
    return ["二、收入决算情况说明", f"{year_words(voice)}本年收入合计{top}{clause}。{cue}", *lines]


def _against(voice: Voice, base: str, now: Shown, fen: int, before: int) -> str:
    """比报告数 B 增加 D, maybe with its rate; 与报告数一致."""
    if before == fen:
        return voice.pick("same", (f"，与{base}一致", ""))
    was = voice.amount(before)
    return f"，{voice.pick('than', ('比', '较'))}{base}{was}{change(voice, now, fen, before, was)}"


def both_sides(voice: Voice) -> list[str]:
    """One total of both sides, then what it comes from and what it went for."""
    world = voice.world
    flow = world.general
    whole = voice.amount(flow.opening + flow.income)
    income, opening = voice.amount(flow.income), voice.amount(flow.opening)
    spent, closing = voice.amount(flow.spent), voice.amount(flow.closing)
    voice.book.sums(whole, [income, opening])
    voice.book.sums(whole, [spent, closing])
    names = ("一般公共预算财政拨款收支总计", "一般公共预算财政拨款收入支出总计")
    name = voice.pick("name", names)
    mark = voice.pick("mark", ("。", "；"))
    cue = voice.pick("cue", ("包括：", "包括"))
    comes = f"收入{cue}一般公共预算财政拨款{income}、年初结转和结余{opening}"
    goes = f"支出{cue}一般公共预算财政拨款支出{spent}、年末结转和结余{closing}"
    return [
        "四、财政拨款收入支出决算总体情况说明",
        f"{year_words(voice)}{name}{whole}。{comes}{mark}{goes}。",
    ]


def in_a_row(voice: Voice) -> list[str]:
    """The three public expenses behind their total, without a word that makes them its parts."""
    threes = voice.world.threes
    rows = [
        ("因公出国（境）费", threes.abroad),
        ("公务接待费", threes.guests),
        ("公务用车购置及运行维护费", threes.cars_line),
    ]
    voice.rng.shuffle(rows)
    total = voice.amount(threes.total.now)
    shown = [voice.amount(line.now) for _, line in rows]
    voice.book.sums(total, shown)
    parts = []
    for (name, _), amount in zip(rows, shown, strict=True):
        parts.append(f"{name}{amount}")
        if "用车" in name and voice.flip("inside"):
            buy, run = voice.amount(threes.buy.now), voice.amount(threes.run.now)
            voice.book.sums(amount, [buy, run])
            parts[-1] += f"（公务用车购置费{buy}、公务用车运行维护费{run}）"
    own = voice.pick("own", ("", "本级", "镇本级"))
    against = compared(voice, total, threes.total.now, threes.total.before)
    told = f"{year_words(voice)}{own}“三公”经费支出{total}，{'，'.join(parts)}。"
    return [
        "七、“三公”经费支出决算情况说明",
        f"{told}“三公”经费支出{against}{reason(voice, 0.3)}。",
    ]


def same_footing(voice: Voice) -> list[str]:
    """A change and its rate, both said to be on the same footing."""
    line = voice.world.office
    if line.now == line.before or not line.before:
        return []
    manner = voice.pick("manner", ("同口径", "按可比口径"))
    now = voice.amount(line.now)
    size, rate = voice.moved(line.now, line.before)
    delta, percent = voice.amount(size), voice.percent(rate)
    up = line.now > line.before
    voice.book.ratio(percent, [(delta, 1)], [(now, 1), (delta, -1 if up else 1)], "growth")
    base = prior_words(voice).rstrip("，")
    words = ("增加", "增长") if up else ("减少", "下降")
    told = f"{manner}{base}{words[0]}{delta}，{manner}{base}{words[1]}{percent}"
    return ["十、其他重要事项的情况说明", f"{year_words(voice)}机关运行经费支出{now}，{told}。"]


def planned_in_table(voice: Voice) -> list[str]:
    """The table of the three with budgets, and sentences that tell how far each is from its own."""
    threes = voice.world.threes
    kind = voice.world.budget
    rows = [
        ("合计", threes.total),
        ("因公出国（境）费", threes.abroad),
        ("公务接待费", threes.guests),
        ("公务用车购置及运行维护费", threes.cars_line),
        ("其中：公务用车运行维护费", threes.run),
        ("公务用车购置费", threes.buy),
    ]
    table = ["项目\t预算数\t决算数"]
    cells = {}
    for name, line in rows:
        plan, now = voice.bare(getattr(line, kind)), voice.bare(line.now)
        cells[name] = (plan, now)
        table.append(f"{name}\t{plan}\t{now}")
    names = [name for name, _ in rows]
    for at in range(2):
        voice.book.sums(cells["合计"][at], [cells[name][at] for name in names[1:4]])
        voice.book.sums(cells[names[3]][at], [cells[name][at] for name in names[4:]])
    lines = []
    for number, (name, line) in enumerate(rows[1:4], 1):
        plan, _ = cells[name]
        now, budget = voice.amount(line.now), getattr(line, kind)
        gap = voice.seen(line.now) - voice.seen(budget)
        base = voice.pick("base", (f"与{voice.year}年度预算相比", "与预算数相比", "与预算相比"))
        if not gap:
            lines.append(f"{number}.{name}支出{now}，{base}无变化。")
            continue
        delta = voice.amount(abs(gap))
        sign = 1 if gap > 0 else -1
        terms = ((now.key, sign), (plan.key, -sign), (delta.key, -1))
        voice.book.relations.append(Linear("difference", terms))
        comma = voice.pick("comma", ("，", ""))
        lines.append(
            f"{number}.{name}支出{now}，{base}{comma}{'增加' if gap > 0 else '减少'}{delta}。"
        )
    unit = f"单位：{voice.style.unit}"
    title = "一、财政拨款“三公”经费支出决算表"
    return [title, unit, *table, "二、“三公”经费支出决算情况说明", *lines]


def set_off(voice: Voice) -> list[str]:
    """Income and expenditure of one account with what else went in and out, set off at the end."""
    rng, flow = voice.rng, voice.world.general
    if not flow.income or not flow.spent:
        return []
    into, out = rng.randrange(1, 9999) * 1000, rng.randrange(1, 9999) * 100
    gains = [flow.income, into, flow.opening]
    left = sum(gains) - flow.spent - out
    if not left:
        return []
    shown = [voice.amount(fen) for fen in gains]
    losses = [voice.amount(fen) for fen in (flow.spent, out)]
    gained, lost = voice.amount(sum(gains)), voice.amount(flow.spent + out)
    rest = voice.amount(abs(left))
    voice.book.sums(gained, shown)
    voice.book.sums(lost, losses)
    sign = 1 if left > 0 else -1
    terms = ((gained.key, sign), (lost.key, -sign), (rest.key, -1))
    voice.book.relations.append(Linear("difference", terms))
    area = voice.pick("area", ("全县", "全区", "全市"))
    added = voice.pick("added", ("加上", "加"))
    many = voice.pick("total", ("总计", "总量", "合计"))
    mark = voice.pick("mark", ("。", "；"))
    offset = voice.pick("offset", ("收支相抵", "收支总量相抵", "收支品迭"))
    what = voice.pick("what", ("年终结余", "结余结转", "结转下年")) if left > 0 else "赤字"
    comes = (
        f"{area}一般公共预算收入{shown[0]}，{added}上级补助收入{shown[1]}、上年结余收入{shown[2]}"
    )
    goes = f"{area}一般公共预算支出{losses[0]}，{added}上解支出{losses[1]}"
    return [
        f"一、{voice.year}年{area}收支决算",
        f"{comes}，收入{many}{gained}{mark}{goes}，支出{many}{lost}。{offset}，{what}{rest}。",
    ]


FORMS = {
    "set-off": set_off,
    "beside-last-year": beside_last_year,
    "reported": reported,
    "both-sides": both_sides,
    "three-in-a-row": in_a_row,
    "same-footing": same_footing,
    "table-planned": planned_in_table,
}
