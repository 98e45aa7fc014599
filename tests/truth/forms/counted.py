"""What regions tell of the three, of meetings, people, things and purchases: many counts beside amounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from truth.forms.totals import versus
from truth.words import change, compared, reason
from truth.world import Drawer, Line, split_up

if TYPE_CHECKING:
    from truth.book import Shown
    from truth.voice import Voice

_THREES = "七、“三公”经费支出决算情况说明"
_GENERAL = "十一、一般性支出情况说明"
_PERFORMANCE = "（四）预算绩效管理情况"
_ASSETS = "（三）国有资产占有使用情况"


def _with_budget(voice: Voice, name: str, line: Line, kind: str, budget: int) -> tuple[str, Shown]:
    """``N 支出预算为 B，支出决算为 A，完成预算的 p%``, then the change against last year."""
    now, plan = voice.amount(line.now), voice.amount(budget)
    text = f"{name}支出{kind}为{plan}，支出决算为{now}"
    if budget:
        text += f"，完成{kind}的{voice.completion(now, plan, (line.now, budget))}"
    if line.now != line.before and line.before:
        text += f"。决算数比上年{change(voice, now, line.now, line.before)}{reason(voice, 0.4)}"
    return text, now


def three_sections(voice: Voice) -> list[str]:
    """The three, training and meetings, a section each (Shaanxi)."""
    world = voice.world
    kind, of = voice.budget()
    rows = (
        ("“三公”经费", "“三公”经费", world.threes.total),
        ("培训费", "培训费", world.training),
        ("会议费", "会议费", world.meetings),
    )
    lines = []
    for at, (head, name, line) in enumerate(rows):
        if not of(line):
            return []
        text, _ = _with_budget(voice, f"{voice.year}年度{name}", line, kind, of(line))
        lines += [f"（{'一二三'[at]}）{head}支出情况", f"{text}。"]
        if at == 0:
            lines += _three_parts(voice, kind, of)
    return ["三、“三公”经费、培训费及会议费支出情况说明", *lines]


def _three_parts(voice: Voice, kind: str, of) -> list[str]:
    threes = voice.world.threes
    rows = (
        ("1.因公出国（境）费", threes.abroad),
        ("2.公务用车购置及运行维护费", threes.cars_line),
        ("3.公务接待费", threes.guests),
    )
    lines = []
    for name, line in rows:
        text, shown = _with_budget(voice, name, line, kind, of(line))
        more = ""
        if name.startswith("1"):
            more = f"。全年因公出国（境）团组{voice.count(threes.trips, '个')}，{voice.count(threes.travellers, '人次')}"
        elif name.startswith("2"):
            buy, run = voice.amount(threes.buy.now), voice.amount(threes.run.now)
            voice.book.sums(shown, [buy, run])
            more = f"。其中：公务用车购置费支出{buy}，购置车辆{voice.count(threes.bought, '辆')}；公务用车运行维护费支出{run}，公务用车保有量{voice.count(threes.cars, '辆')}"
        else:
            more = f"。全年国内公务接待{voice.count(threes.visits, '批次')}，{voice.count(threes.visitors, '人次')}"
        lines.append(f"{text}{more}。")
    return lines


def guests_apart(voice: Voice) -> list[str]:
    """Guests from abroad and from home, counted each and together (Zhejiang, central)."""
    threes = voice.world.threes
    if threes.guests.now < 400 * voice.style.quantum or voice.world.strict:
        return []
    foreign = threes.guests.now * voice.rng.randint(50, 400) // 1000
    total, home, abroad = (
        voice.amount(fen) for fen in (threes.guests.now, threes.guests.now - foreign, foreign)
    )
    voice.book.sums(total, [home, abroad])
    visits, people = voice.rng.randint(1, 5), voice.rng.randint(5, 40)
    counts = [
        (voice.count(a, "批次"), voice.count(b, "人次"))
        for a, b in (
            (visits, people),
            (threes.visits, threes.visitors),
            (visits + threes.visits, people + threes.visitors),
        )
    ]
    (fv, fp), (hv, hp), (av, ap) = counts
    text = voice.choose(
        "form",
        {
            "浙": f"公务接待费支出决算为{total}。国内公务接待累计{av}，接待{ap}。其中：外事接待支出{abroad}，主要用于接待来访外宾，累计{fv}，接待{fp}。其他国内公务接待支出{home}，主要用于接待上级检查，累计{hv}，接待{hp}。",
            "央": f"公务接待费支出{total}。其中：国内接待费{home}，共接待{hv}，{hp}；外事接待费{abroad}，共接待{fv}，{fp}。",
            "蒙": f"公务接待费支出{total}。其中：国内公务接待支出{home}，接待{hv}，{hp}，主要用于上级检查；国（境）外公务接待支出{abroad}，接待{fv}，{fp}。",
        },
    )
    if "form=浙" in voice.trace:
        for at in range(2):
            voice.book.counts(counts[2][at], [counts[0][at], counts[1][at]])
    return [_THREES, f"{voice.year}年度{text}"]


def threes_thrice(voice: Voice) -> list[str]:
    """Against the budget, against last year and by shares, each a paragraph with the parts (Yunnan)."""
    threes = voice.world.threes
    kind, of = voice.budget()
    rows = (
        ("因公出国（境）费", threes.abroad),
        ("公务用车购置及运行维护费", threes.cars_line),
        ("公务接待费", threes.guests),
    )
    name = f"{voice.year}年度一般公共预算财政拨款“三公”经费支出"
    total, plan = voice.amount(threes.total.now), voice.amount(of(threes.total))
    texts, shown, plans = [], [], []
    for one, line in rows:
        now, own = voice.amount(line.now), voice.amount(of(line))
        rate = (
            f"，完成{kind}的{voice.completion(now, own, (line.now, of(line)))}" if of(line) else ""
        )
        texts.append(f"{one}支出{kind}为{own}，决算为{now}{rate}")
        shown.append(now)
        plans.append(own)
    voice.book.sums(total, shown)
    voice.book.sums(plan, plans)
    done = voice.completion(total, plan, (threes.total.now, of(threes.total)))
    first = (
        f"{name}{kind}为{plan}，支出决算为{total}，完成{kind}的{done}。其中：{'；'.join(texts)}。"
    )
    moved = "；".join(
        f"{one}支出决算{_moved(voice, now, line)}"
        for (one, line), now in zip(rows, shown, strict=True)
    )
    second = f"{name}决算数{compared(voice, total, threes.total.now, threes.total.before)}。其中：{moved}。"
    shares = "；".join(
        f"{one}支出{(again := voice.amount(line.now))}，占{voice.share(again, total, (line.now, threes.total.now))}"
        for one, line in rows
    )
    third = f"{name}决算中，{shares}。"
    paragraphs = [first, second, third]
    if voice.flip("why", 0.5):
        order = versus(voice, kind, (threes.total.now, of(threes.total)), (total, plan))
        paragraphs.insert(1, f"{name}{order}。")
    return [_THREES, *paragraphs]


def _moved(voice: Voice, shown: Shown, line: Line) -> str:
    if line.now == line.before:
        return voice.pick("nothing", (f"增加{voice.amount(0)}，增长0.00%", "与上年持平", "无变化"))
    return change(voice, shown, line.now, line.before)


def threes_of_nothing(voice: Voice) -> list[str]:
    """No public expenses at all, in words or in noughts."""
    if voice.world.strict:
        return []
    zero = voice.amount(0)
    here = f"本{voice.world.kind}"
    text = voice.choose(
        "words",
        {
            "没有": f"{here}{voice.year}年度没有使用财政拨款安排“三公”经费支出。",
            "未发生": f"{voice.year}年度{here}未发生“三公”经费支出，与上年持平。",
            "零": f"{voice.year}年度“三公”经费支出预算为{zero}，支出决算为{zero}，完成预算的0%，与上年持平。其中：因公出国（境）费支出{zero}，占0%；公务用车购置及运行维护费支出{zero}，占0%；公务接待费支出{zero}，占0%。",
            "零二": f"{voice.year}年度“三公”经费支出{zero}，比上年增加{zero}，增长0.00%。全年因公出国（境）团组0个，0人次；购置车辆0辆，保有量0辆；国内公务接待0批次，0人次。",
        },
    )
    return [_THREES, text]


def people(voice: Voice) -> list[str]:
    """People and posts with brackets within and changes beside (Yunnan, Xinjiang)."""
    rng = voice.rng
    one, two, gone, retired = (rng.randint(2, 40) for _ in range(4))
    crew = rng.randint(0, one)
    posts, now = voice.count(one + two, "人"), voice.count(one + two + gone + retired, "人")
    a, b, c, d = (voice.count(fen, "人") for fen in (one, two, gone, retired))
    text = voice.choose(
        "form",
        {
            "云": f"{voice.world.unit}{voice.year}年末实有人员编制{posts}。其中：行政编制{a}（含行政工勤编制{crew}人），事业编制{b}（含参公管理事业编制0人）；离退休人员{gone + retired}人，其中：离休{gone}人，退休{retired}人。",
            "新": f"{voice.world.unit}{voice.year}年度，实有人数{now}，其中：在职人员{one + two}人，减少{crew}人；离休人员{c}，增加0人；退休人员{d}，增加1人。",
            "陕": f"截至{voice.year}年底，人员编制{posts}，其中：行政编制{a}、事业编制{b}；实有人员{one + two - 1}人，其中：行政人员{one}人、事业人员{two - 1}人。",
        },
    )
    if "form=新" not in voice.trace:
        voice.book.counts(posts, [a, b])
    return ["二、机构设置及人员情况", text]


def property_owned(voice: Voice) -> list[str]:
    """What all things are worth, what came and went, rooms and rents (Yunnan)."""
    if voice.world.strict:
        return []
    draw = Drawer(voice.rng, voice.style, 3000)
    worth = [draw.amount(), draw.amount(), 0, draw.amount(), draw.amount(), 0]
    names = ("流动资产", "固定资产", "对外投资及有价证券", "在建工程", "无形资产", "其他资产")
    whole = voice.amount(sum(worth))
    shown = [voice.amount(fen) for fen in worth]
    voice.book.sums(whole, shown)
    parts = "，".join(f"{name}{one}" for name, one in zip(names, shown, strict=True))
    up, down, value = (voice.amount(draw.amount(90)) for _ in range(3))
    zero = voice.amount(0)
    text = (
        f"截至{voice.year}年12月31日，{voice.world.unit}资产总额{whole}，其中，{parts}。"
        f"与上年相比，本年资产总额增加{up}，其中固定资产减少{down}。处置房屋建筑物0平方米，账面原值{zero}；"
        f"处置车辆1辆，账面原值{value}；报废报损资产3项，账面原值{zero}，实现资产处置收入{zero}；"
        f"出租房屋{voice.rng.randint(80, 900)}平方米，账面原值{zero}，实现资产使用收入{zero}。"
    )
    return [_ASSETS, text]


def purchases_planned(voice: Voice) -> list[str]:
    """Purchases planned, kept back for small firms, and awarded (Shanghai)."""
    if voice.world.strict:
        return []
    draw = Drawer(voice.rng, voice.style, 3000)
    plans = [draw.amount() for _ in range(3)]
    whole = sum(plans)
    kept, given = (whole * voice.rng.randint(*one) // 1000 for one in ((500, 900), (200, 490)))
    small, micro = kept * 600 // 1000, given * 500 // 1000
    total = voice.amount(whole)
    shown = [voice.amount(fen) for fen in plans]
    voice.book.sums(total, shown)
    parts = "、".join(
        f"政府采购{name}预算{one}"
        for name, one in zip(("货物", "工程", "服务"), shown, strict=True)
    )
    spent = [voice.amount(fen * 9 // 10) for fen in plans]
    done = voice.amount(sum(fen * 9 // 10 for fen in plans))
    voice.book.sums(done, spent)
    actual = "、".join(
        f"{name}支出{one}" for name, one in zip(("货物", "工程", "服务"), spent, strict=True)
    )
    text = (
        f"{voice.year}年度政府采购预算为{total}，其中：{parts}。实际采购支出{done}，其中：{actual}。"
        f"面向中小企业预留政府采购项目预算金额{voice.amount(kept)}，其中，预留给小微企业的政府采购项目预算为{voice.amount(small)}；"
        f"授予中小企业的政府采购项目金额{voice.amount(given)}，其中，授予小微企业的为{voice.amount(micro)}（以合同签订为准）。"
    )
    return ["（二）政府采购支出情况", text]


def evaluated(voice: Voice) -> list[str]:
    """Projects with goals, watched and evaluated, with money, scores and faults found (Shanghai)."""
    rng = voice.rng
    goals = rng.randint(6, 30)
    seen = rng.randint(4, goals)
    done = rng.randint(3, seen)
    grades = split_up(rng, done, 4)
    money = Drawer(rng, voice.style, 3000).amount()
    shown = [voice.count(n, "个") for n in grades]
    whole = voice.count(done, "个")
    voice.book.counts(whole, shown)
    levels = voice.choose("grades", {"沪": ("优", "良", "合格", "不合格"), "国": ("优", "良", "中", "差")})  # fmt: skip
    text = "、".join(
        f"评价等级为“{level}”的项目{one}" for level, one in zip(levels, shown, strict=True)
    )
    found = rng.randint(2, 9)
    fixed = rng.randint(1, found)
    return [
        _PERFORMANCE,
        f"{voice.year}年度，编报绩效目标的项目{goals}个，涉及预算金额{voice.amount(money)}；实施绩效跟踪的项目{seen}个，涉及预算金额{voice.amount(money * 9 // 10)}。"
        f"开展绩效自评的项目{whole}，涉及金额{voice.amount(money * 8 // 10)}，平均得分{rng.randint(80, 99)}.{rng.randint(1, 9)}分，其中{text}。"
        f"共发现问题{found}个，已完成整改{fixed}个，正在整改{found - fixed}个。",
    ]


def general_costs(voice: Voice) -> list[str]:
    """Meetings, training and feasts, with days, heads and what they were for (Hunan)."""
    world = voice.world
    rng = voice.rng
    meet, train = voice.amount(world.meetings.now), voice.amount(world.training.now)
    return [
        _GENERAL,
        f"{voice.year}年{voice.pick('of', ('本单位', world.unit, ''))}开支会议费{meet}，用于召开年度工作会议、业务会议{rng.randint(2, 9)}次，人数{rng.randint(30, 300)}人，内容为部署工作；"
        f"开支培训费{train}，用于开展业务培训，人数{rng.randint(30, 300)}人，内容为政策法规；"
        f"举办节庆、晚会、论坛、赛事活动开支{voice.amount(0)}。",
    ]


FORMS = {
    "three-sections": three_sections,
    "guests-apart": guests_apart,
    "threes-thrice": threes_thrice,
    "threes-of-nothing": threes_of_nothing,
    "people": people,
    "property": property_owned,
    "purchases-planned": purchases_planned,
    "evaluated": evaluated,
    "general-costs": general_costs,
}
