"""What reports of provinces without a pack of their own say, section by section."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from truth.book import Linear
from truth.forms.lists import number
from truth.words import change, compared, prior_words, reason, up_words, year_words
from truth.world import accounts, added, by_class

if TYPE_CHECKING:
    from truth.voice import Voice

_BASIC = "六、一般公共预算财政拨款基本支出决算情况说明"
_GENERAL = "五、一般公共预算财政拨款支出决算情况说明"


def totals_moved_apart(voice: Voice) -> list[str]:
    """The totals, each with its parts, and a change told for both at once or for each (Xinjiang)."""
    world = voice.world
    line = world.total("总计")
    whole, other = voice.amount(line.now), voice.amount(line.now)
    voice.book.same(whole, other)
    income, opening = (
        voice.amount(world.total("本年收入合计").now),
        voice.amount(world.opening),
    )
    spent, closing = (
        voice.amount(world.total("本年支出合计").now),
        voice.amount(world.closing),
    )
    used, shared = voice.amount(world.used), voice.amount(world.allotted)
    voice.book.sums(whole, [income, used, opening])
    voice.book.sums(other, [spent, shared, closing])
    lead = voice.pick("lead", ("，其中：", "，包括：", "（其中："))
    close = "）" if lead.startswith("（") else ""
    subject = voice.pick(
        "whose",
        (
            "收入支出总体",
            "收支总体",
            "收入、支出总计",
            "收入支出总计",
            "收入总计、支出总计均",
            "收、支总计各",
        ),
    )
    moved = change(voice, whole, line.now, line.before)
    front = voice.pick(
        "front", ("与上年相比，", f"与{voice.year - 1}年度相比，", "较上年", "比上年")
    )
    middle = {"与": front, "较": "较上年", "比": "比上年"}[front[0]]
    return [
        "一、收入支出决算总体情况说明",
        f"{voice.year}年度收入总计{whole}{lead}本年收入合计{income}，使用非财政拨款结余{used}，"
        f"年初结转和结余{opening}{close}。",
        f"{voice.year}年度支出总计{other}{lead}本年支出合计{spent}，结余分配{shared}，"
        f"年末结转和结余{closing}{close}。",
        f"{subject}{middle}{moved}{reason(voice)}。",
    ]


def incomes_of_six(voice: Voice) -> list[str]:
    """Every kind of income, those of nothing too, each with its share (central, Xinjiang)."""
    world = voice.world
    total = added(line for _, line in world.incomes).now
    whole = voice.amount(total)
    kinds = dict(world.incomes)
    finance = sum(line.now for name, line in world.incomes if "财政拨款" in name)
    named = [("财政拨款收入", finance)]
    for name in ("上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"):
        named.append((name, kinds[name].now if name in kinds else 0))
    parts = [voice.amount(fen) for _, fen in named]
    voice.book.sums(whole, parts)
    style = voice.pick(
        "share", ("占", "占总收入的", "占本年收入的", "占收入合计的", "占比", "占比为")
    )
    style = "占" if style == "占总收入的" and world.strict else style
    text = voice.pick("between", ("；", "，")).join(
        f"{name}{shown}，{style}{voice.share(shown, whole, (fen, total))}"
        for (name, fen), shown in zip(named, parts, strict=True)
    )
    head = voice.pick("head", ("本年收入合计", "本年收入", "收入合计"))
    return ["二、收入决算情况说明", f"{year_words(voice)}{head}{whole}，其中：{text}。"]


def spending_of_five(voice: Voice) -> list[str]:
    """Spending by manner, with what was not spent (national form), each with share and change."""
    world = voice.world
    basic = sum(item.basic for item in world.items) + world.outside[0]
    total = world.total("本年支出合计").now
    named = [("基本支出", basic), ("项目支出", total - basic)]
    named += [(name, 0) for name in ("上缴上级支出", "经营支出", "对附属单位补助支出")]
    whole = voice.amount(total)
    parts = [voice.amount(fen) for _, fen in named]
    voice.book.sums(whole, parts)
    numbers = voice.pick("number", ("none", "1.", "（1）", "一是"))
    marks = [
        ""
        if numbers == "none"
        else f"{'一二三四五'[at - 1]}是"
        if numbers == "一是"
        else number(numbers, at)
        for at in range(1, 6)
    ]
    rates = [
        f"占{voice.share(shown, whole, (fen, total))}"
        for (_, fen), shown in zip(named, parts, strict=True)
    ]
    between = voice.pick("between", ("；", "。"))
    text = between.join(
        f"{mark}{name}{shown}，{rate}"
        for mark, (name, _), shown, rate in zip(marks, named, parts, rates, strict=True)
    )
    return ["三、支出决算情况说明", f"{year_words(voice)}本年支出合计{whole}，其中：{text}。"]


def basic_by_account(voice: Voice) -> list[str]:
    """Basic expenditure by economic class, each with its share and its accounts (Yunnan)."""
    world = voice.world
    if not world.economic:
        return []
    total = world.staff.now + world.running.now
    whole = voice.amount(total)
    sums: dict[str, int] = {}
    for code, _, fen in world.economic:
        sums[code[:3]] = sums.get(code[:3], 0) + fen
    shown = {one: voice.amount(fen) for one, fen in sums.items()}
    voice.book.sums(whole, shown.values())
    deep = voice.flip("deep", 0.5)
    lines = []
    numbers = voice.pick("number", ("1.", "（1）", "none"))
    base = voice.pick("base", ("", "基本支出的"))
    for at, (one, fen) in enumerate(sums.items(), 1):
        text = f"{number(numbers, at)}{accounts()[one]}{shown[one]}"
        text += f"，占{base}{voice.share(shown[one], whole, (fen, total))}"
        if deep:
            leaves = [
                (name, voice.amount(f), f) for code, name, f in world.economic if code[:3] == one
            ]
            voice.book.sums(shown[one], [leaf for _, leaf, _ in leaves])
            text += "，其中：" + "、".join(f"{name}{leaf}" for name, leaf, _ in leaves)
        lines.append(f"{text}。")
    lead = voice.pick("lead", ("。其中：", "，其中：", "，按经济分类划分：", "，具体如下："))
    return [_BASIC, f"{year_words(voice)}一般公共预算财政拨款基本支出{whole}{lead}", *lines]


def classes_moving(voice: Voice) -> list[str]:
    """Classes, each with its share, its change and what it was for (Yunnan, Guangxi)."""
    world = voice.world
    whole = voice.amount(world.spent.now)
    numbers = voice.pick("number", ("1.", "（1）", "1、", "①"))
    lines, shown = [], []
    for at, (name, line) in enumerate(by_class(world.items), 1):
        now = voice.amount(line.now)
        shown.append(now)
        rate = voice.share(now, whole, (line.now, world.spent.now))
        use = voice.pick(
            "use", ("", "主要用于日常运转和业务工作。", "主要用于人员工资及项目支出。")
        )
        moved = compared(voice, now, line.now, line.before)
        lines.append(
            f"{number(numbers, at)}{name}（类）支出{now}，占一般公共预算财政拨款总支出的{rate}，{moved}。{use}"
        )
    voice.book.sums(whole, shown)
    return [
        _GENERAL,
        f"{year_words(voice)}一般公共预算财政拨款支出{whole}，{compared(voice, whole, world.spent.now, world.spent.before)}，"
        f"{voice.pick('lead', ('其中：', '具体情况如下：', '按功能分类科目分：'))}",
        *lines,
    ]


def threes_against_both(voice: Voice) -> list[str]:
    """The three against budget and last year, in the words of several provinces."""
    threes = voice.world.threes
    kind, of = voice.budget()
    rows = (
        ("因公出国（境）费", threes.abroad),
        ("公务用车购置费", threes.buy),
        ("公务用车运行维护费", threes.run),
        ("公务接待费", threes.guests),
    )
    total, plan = voice.amount(threes.total.now), voice.amount(of(threes.total))
    rate = voice.completion(total, plan, (threes.total.now, of(threes.total)))
    shown = [voice.amount(line.now) for _, line in rows]
    voice.book.sums(total, shown)
    moved = compared(voice, total, threes.total.now, threes.total.before)
    head = (
        f"{year_words(voice)}“三公”经费财政拨款支出决算数为{total}，{kind}数为{plan}，完成{kind}的{rate}，{moved}"
        f"{reason(voice, 0.3)}。"
    )
    numbers = voice.pick("number", ("1.", "（一）", "none", "1、"))
    lines = []
    for at, ((name, line), now) in enumerate(zip(rows, shown, strict=True), 1):
        budget = of(line)
        share = f"，占“三公”经费支出总额的{voice.share(now, total, (line.now, threes.total.now))}"
        text = f"{number(numbers, at)}{name}支出{now}{share if voice.flip('shares', 0.3) else ''}"
        if budget:
            own = voice.amount(budget)
            text += f"，{kind}{own}，完成{kind}的{voice.completion(now, own, (line.now, budget))}"
        if line.now or line.before:
            text += f"；{compared(voice, now, line.now, line.before)}"
        else:
            text += voice.pick(
                "none", ("，与上年持平", "，本年未发生此项支出", "。与上年相比无变化")
            )
        lines.append(f"{text}。")
    return ["七、“三公”经费支出决算情况说明", head, *lines]


def running_costs(voice: Voice) -> list[str]:
    """Running costs with last year's level beside, a change and uses (Inner Mongolia, Yunnan)."""
    line = voice.world.office
    now, before = voice.amount(line.now), voice.amount(line.before)
    if line.now == line.before:
        tail = "，与上年持平"
    else:
        size, rate = voice.moved(line.now, line.before)
        up = line.now > line.before
        delta, percent = voice.amount(size), voice.percent(rate)
        sign = -1 if up else 1
        voice.book.relations.append(
            Linear("difference", ((now.key, sign), (before.key, -sign), (delta.key, 1)))
        )
        voice.book.ratio(percent, [(now, -sign), (before, sign)], [(before, 1)], "growth")
        one, two = up_words(voice, up=up)
        tail = voice.choose(
            "tail",
            {
                "上年为": f"，上年为{before}，{prior_words(voice)}{one}{delta}，{two}{percent}",
                "比上年的": f"，比上年的{before}{one}{delta}，{two}{percent}",
                "（上年）": f"（上年{before}），同比{one}{delta}，{two}{percent}",
                "较上年X": f"，较{voice.year - 1}年度{before}{one}{delta}，{two}{percent}",
            },
        )
    use = voice.pick("use", ("", "主要用于办公费、差旅费、水电费等日常公用支出。"))
    return [
        "（一）机关运行经费支出情况",
        f"{year_words(voice)}机关运行经费支出{now}{tail}{reason(voice, 0.3)}。{use}",
    ]


def capital(voice: Voice) -> list[str]:
    """State capital: nothing, in the words of the forms."""
    unit = voice.style.unit
    zero = voice.amount(0)
    text = voice.choose(
        "words",
        {
            "无": f"本{voice.world.kind}{voice.year}年度没有国有资本经营预算财政拨款收入，也没有使用国有资本经营预算安排的支出。",
            "0": f"{voice.year}年度国有资本经营预算财政拨款支出{zero}，与上年持平。",
            "0占": f"{voice.year}年国有资本经营预算财政拨款支出0{unit}，占本年支出合计的0%。",
            "年初": f"国有资本经营预算财政拨款年初结转和结余0{unit}，本年收入0{unit}，本年支出0{unit}，年末结转和结余0{unit}。",
            "未": "本年度未安排国有资本经营预算财政拨款，故无相关说明。",
        },
    )
    return ["九、国有资本经营预算财政拨款支出决算情况说明", text]


def projects(voice: Voice) -> list[str]:
    """Projects by name, with money and rates of execution, in a sentence or in paragraphs."""
    world = voice.world
    spent = world.spent.now - sum(item.basic for item in world.items)
    if spent < 400 * world.style.quantum:
        return []
    names = ("信息系统运行维护项目", "基层服务能力提升项目", "设备更新项目", "宣传教育项目")
    count = voice.rng.randint(2, 4)
    cuts = sorted(voice.rng.sample(range(1, 100), count - 1))
    shares = [b - a for a, b in zip([0, *cuts], [*cuts, 100], strict=True)]
    costs = [spent * one // 100 for one in shares[:-1]]
    costs.append(spent - sum(costs))
    whole = voice.amount(spent)
    parts = [voice.amount(cost) for cost in costs]
    voice.book.sums(whole, parts)
    lead = voice.pick("lead", ("，其中：", "，包括：", "，具体是："))
    text = "；".join(f"{name}{part}" for name, part in zip(names, parts, strict=False))
    return [
        "（四）项目支出情况",
        f"{year_words(voice)}一般公共预算财政拨款项目支出{whole}{lead}{text}。",
    ]


def assets(voice: Voice) -> list[str]:
    """What is owned: vehicles, their kinds and cost, equipment, in the words of several provinces."""
    world = voice.world
    total = sum(fen for _, fen in world.vehicles)
    whole = voice.count(total, "辆")
    some = [(name, fen) for name, fen in world.vehicles if fen]
    shown = [voice.count(fen, "辆") for _, fen in some]
    voice.book.counts(whole, shown)
    text = voice.pick("between", ("、", "，", "；")).join(
        f"{name}{one}" for (name, _), one in zip(some, shown, strict=True)
    )
    form = voice.choose(
        "form",
        {
            "期末": f"截至{voice.year}年12月31日，本{world.kind}共有车辆{whole}，其中：{text}；单价50万元以上的通用设备0台（套），单价100万元以上的专用设备0台（套）。",
            "年末": f"{voice.year}年末，{world.unit}拥有公务用车{whole}，其中，{text}。单位价值100万元以上设备（不含车辆）1台（套）。",
            "（）": f"截至{voice.year}年末，共有车辆{whole}（其中：{text}）；单价100万元（含）以上设备（不含车辆）3台（套）。",
        },
    )
    return ["（三）国有资产占有使用情况", form]


def points(voice: Voice) -> list[str]:
    """A share this year and last, so many points apart."""
    world = voice.world
    total = world.total("本年支出合计").now
    now, whole = voice.amount(world.spent.now), voice.amount(total)
    rate = voice.share(now, whole, (world.spent.now, total))
    step = Fraction(voice.rng.randint(11, 400), 100)
    text = (
        f"{year_words(voice)}本年支出合计{whole}，其中一般公共预算财政拨款支出{now}，占{rate}，"
        f"占比较上年{voice.pick('way', ('提高', '下降'))}{voice.percent(step).removesuffix('%')}个百分点。"
    )
    return [_GENERAL, text]


FORMS = {
    "totals-moved": totals_moved_apart,
    "incomes-six": incomes_of_six,
    "spending-five": spending_of_five,
    "basic-accounts": basic_by_account,
    "classes-moving": classes_moving,
    "threes-both": threes_against_both,
    "running-costs": running_costs,
    "capital": capital,
    "projects": projects,
    "assets": assets,
    "points": points,
}
