"""A second reading of what regions write: orders of clauses and lists that no other form has."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from truth.book import Linear
from truth.forms.totals import versus
from truth.words import change, compared, prior_words, reason, up_words, year_words
from truth.world import Drawer, added, split_up

if TYPE_CHECKING:
    from truth.book import Shown
    from truth.voice import Voice
    from truth.world import Item, Line

_TOTALS = "一、收入支出决算总体情况说明"
_GENERAL = "五、一般公共预算财政拨款支出决算情况说明"
_ITEMS = "（三）一般公共预算财政拨款支出决算具体情况"
_THREES = "七、“三公”经费支出决算情况说明"


def _against(voice: Voice, shown: Shown, line: Line, kind: str, budget: int, *, level: bool) -> str:
    """``与年初预算 B 相比，增加 D，增长 r%，完成年初预算的 q%``."""
    plan = voice.amount(budget) if level else None
    told = f"与{kind}{plan or ''}相比，"
    if line.now == budget:
        return f"{told}持平"
    told += change(voice, shown, line.now, budget, plan)
    if voice.flip("done", 0.6):
        done, planned = voice.seen(line.now), voice.seen(budget)
        rate = voice.percent(Fraction(100 * done, planned))
        if plan:
            voice.book.ratio(rate, [(shown, 1)], [(plan, 1)], "completion")
        told += f"，完成{kind}的{rate}"
    return told


def budget_then_prior(voice: Voice) -> list[str]:
    """A level against the budget, then against last year, maybe with both levels (Inner Mongolia)."""
    world = voice.world
    kind, of = voice.budget()
    subject, line = voice.choose(
        "subject",
        {
            "一般公共": ("一般公共预算财政拨款支出", world.spent),
            "三公": ("“三公”经费支出", world.threes.total),
            "机关运行": ("机关运行经费支出", world.office),
        },
    )
    level = voice.flip("levels", 0.4)
    now = voice.amount(line.now)
    first = _against(voice, now, line, kind, of(line), level=level)
    cause = voice.pick("cause", ("", "，变动原因：追加经费", "，主要原因是追加经费"))
    before = voice.amount(line.before) if level else None
    second = f"与上年决算{before or ''}相比，"
    second += (
        "持平" if line.now == line.before else change(voice, now, line.now, line.before, before)
    )
    stop = voice.pick("stop", ("；", "。"))
    heading = {"一般": _GENERAL, "“三": _THREES}.get(subject[:2], "（一）机关运行经费支出情况")
    return [
        heading,
        f"{world.unit}{voice.year}年度{subject}决算{now}。{first}{cause}{stop}{second}{cause}。",
    ]


def classes_with_items(voice: Voice) -> list[str]:
    """Classes with budget and outturn, below each its items (Inner Mongolia)."""
    kind, of = voice.budget()
    whole = voice.amount(voice.world.spent.now)
    tops: list[Shown] = []
    lines: list[str] = []
    for at, (name, members) in enumerate(_classes(voice).items(), 1):
        text, top, plan = _planned(
            voice, f"{at}.{name}（类）。", added(i.line for i in members), kind, of
        )
        tops.append(top)
        lines.append(f"{text}。其中：")
        shown, plans = [], []
        for which, item in enumerate(members, 1):
            named = f"（{which}）{item.names[1]}（款）{item.names[2]}（项）。"
            text, now, own = _planned(voice, named, item.line, kind, of)
            shown.append(now)
            plans.append(own)
            lines.append(f"{text}{_gap(voice, now, item.line, kind, of(item.line), own)}。")
        voice.book.sums(top, shown)
        voice.book.sums(plan, plans)
    voice.book.sums(whole, tops)
    return [_ITEMS, f"{year_words(voice)}一般公共预算财政拨款支出{whole}，具体情况如下：", *lines]


def _classes(voice: Voice) -> dict[str, list[Item]]:
    classes: dict[str, list[Item]] = {}
    for item in voice.world.items:
        classes.setdefault(item.names[0], []).append(item)
    return classes


def _planned(voice: Voice, name: str, line: Line, kind: str, of) -> tuple[str, Shown, Shown]:
    now, plan = voice.amount(line.now), voice.amount(of(line))
    text = f"{name}{kind}{plan}，支出决算{now}"
    if of(line):
        text += f"，完成{kind}的{voice.completion(now, plan, (line.now, of(line)))}"
    return text, now, plan


def _gap(voice: Voice, now: Shown, line: Line, kind: str, budget: int, plan: Shown) -> str:
    if not budget:
        return ""
    if line.now == budget:
        return f"，与{kind}数持平"
    cause = voice.pick("cause", ("", "，变动原因：压减经费", "，主要原因：经费调整"))
    return f"，与{kind}数相比{change(voice, now, line.now, budget, plan)}{cause}"


def groups_run_on(voice: Voice) -> list[str]:
    """Class and group with a budget, then its items, in one paragraph (central)."""
    kind, of = voice.budget()
    groups: dict[tuple[str, str], list[Item]] = {}
    for item in voice.world.items:
        groups.setdefault(item.names[:2], []).append(item)
    lines, tops = [], []
    for at, ((one, two), members) in enumerate(groups.items(), 1):
        line = added(item.line for item in members)
        text, top, plan = _planned(voice, f"{at}.{one}（类）{two}（款）", line, kind, of)
        tops.append(top)
        shown, plans = [], []
        for item in members:
            body, now, own = _planned(voice, f"{item.names[2]}（项）", item.line, kind, of)
            shown.append(now)
            plans.append(own)
            budget = of(item.line)
            order = versus(voice, kind, (item.line.now, budget), (now, own)) if budget else ""
            text += f"。{body}{'。' if order else ''}{order}"
        voice.book.sums(top, shown)
        voice.book.sums(plan, plans)
        lines.append(f"{text}。")
    total = voice.amount(voice.world.spent.now)
    voice.book.sums(total, tops)
    return [_ITEMS, f"{year_words(voice)}一般公共预算财政拨款支出{total}。其中：", *lines]


def items_without_group(voice: Voice) -> list[str]:
    """Classes with shares, below each its items by name alone, without budgets' amounts (Liaoning)."""
    kind, of = voice.budget()
    whole = voice.amount(voice.world.spent.now)
    tops, lines = [], []
    for at, (name, members) in enumerate(_classes(voice).items(), 1):
        line = added(item.line for item in members)
        top = voice.amount(line.now)
        tops.append(top)
        share = voice.share(top, whole, (line.now, voice.world.spent.now))
        lines.append(f"{at}.{name}{top}，占{share}，具体包括：")
        leaves = []
        for which, item in enumerate(members, 1):
            now = voice.amount(item.line.now)
            leaves.append(now)
            lines.append(
                f"（{which}）{item.names[2]}（项）支出{now}，{_use(voice, kind, of, item)}"
            )
        voice.book.sums(top, leaves)
    voice.book.sums(whole, tops)
    head = voice.pick("head", ("，按支出功能分类科目分，包括：", "，包括：", "，具体如下："))
    return [_ITEMS, f"{year_words(voice)}一般公共预算财政拨款支出{whole}{head}", *lines]


def _use(voice: Voice, kind: str, of, item: Item) -> str:
    budget = of(item.line)
    if not budget:
        return f"主要是专项支出。{kind}为0，年中追加。"
    rate = voice.percent(Fraction(100 * voice.seen(item.line.now), voice.seen(budget)))
    sign = (item.line.now > budget) - (item.line.now < budget)
    word = {1: "大于", -1: "小于", 0: "等于"}[sign]
    return f"主要是日常工作支出。完成{kind}的{rate}，决算数{word}{kind}数{'' if not sign else '的主要原因是据实列支'}。"


def incomes_in_brackets(voice: Voice) -> list[str]:
    """Finance income with its kinds in brackets, then the other incomes, those of nothing too (Zhejiang)."""
    world = voice.world
    kinds = dict(world.incomes)
    total = added(line for _, line in world.incomes).now
    whole, finance = (
        voice.amount(total),
        voice.amount(world.general.income + world.fund.income),
    )
    inner = [voice.amount(fen) for fen in (world.general.income, world.fund.income, 0)]
    voice.book.sums(finance, inner)
    of = voice.pick("of", ("收入合计", "收入合计的", "本年收入合计的"))
    named = [("财政拨款收入", world.general.income + world.fund.income, finance)]
    for name in ("上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"):
        fen = kinds[name].now if name in kinds else 0
        named.append((name, fen, voice.amount(fen)))
    voice.book.sums(whole, [shown for *_, shown in named])
    names = ("一般公共预算", "政府性基金预算", "国有资本经营预算")
    detail = "，".join(f"{name}{one}" for name, one in zip(names, inner, strict=True))
    texts = [
        f"{name}{shown}{f'（其中{detail}）' if name == '财政拨款收入' else ''}，占{of}{voice.share(shown, whole, (fen, total))}"
        for name, fen, shown in named
    ]
    lead = voice.pick("lead", ("；包括", "，包括", "，其中：", "。其中："))
    return [
        "二、收入决算情况说明",
        f"{year_words(voice)}本年收入合计{whole}{lead}{'；'.join(texts)}。",
    ]


def totals_in_sections(voice: Voice) -> list[str]:
    """``（一）收入总计 A，包括：`` with numbered parts and shares of the total (Liaoning)."""
    world = voice.world
    line = world.total("总计")
    basic = sum(item.basic for item in world.items) + world.outside[0]
    spent = world.total("本年支出合计").now
    finance = world.general.income + world.fund.income
    others = world.total("本年收入合计").now - finance
    left = (
        ("财政拨款收入", finance),
        ("其他各项收入", others),
        ("使用非财政拨款结余", world.used),
        ("上年结转和结余", world.opening),
    )
    right = (
        ("基本支出", basic),
        ("项目支出", spent - basic),
        ("结余分配", world.allotted),
        ("年末结转和结余", world.closing),
    )
    lines = []
    for mark, name, parts in (("（一）", "收入", left), ("（二）", "支出", right)):
        whole = voice.amount(line.now)
        shown = [voice.amount(fen) for _, fen in parts]
        voice.book.sums(whole, shown)
        lines.append(f"{mark}{name}总计{whole}，包括：")
        for at, ((part, fen), one) in enumerate(zip(parts, shown, strict=True), 1):
            share = f"，占{name}总计的{voice.share(one, whole, (fen, line.now))}" if fen else ""
            lines.append(f"{at}.{part}{one}{share}。")
        moved = change(voice, whole, line.now, line.before)
        lines.append(f"与上年相比，今年{name}{moved}{reason(voice, 0.3)}。")
    return [_TOTALS, *lines]


def totals_with_parts(voice: Voice) -> list[str]:
    """``总收入 A，其中本年收入 B，结转 C，较上年增加 D``, or the parts after the change (Guangxi, Guangdong)."""
    world = voice.world
    line = world.total("总计")
    rows = (
        ("收入", world.total("本年收入合计").now, "使用非财政拨款结余", world.used, "年初结转和结余", world.opening),
        ("支出", world.total("本年支出合计").now, "结余分配", world.allotted, "年末结转和结余", world.closing),
    )  # fmt: skip
    order = voice.pick("order", ("parts-first", "change-first"))
    marks = voice.pick("mark", ("（一）", "none"))
    lines = []
    for at, (name, own, more, extra, rest, balance) in enumerate(rows):
        whole, mine, kept = (voice.amount(fen) for fen in (line.now, own, balance))
        other = [voice.amount(extra)] if extra else []
        voice.book.sums(whole, [mine, *other, kept])
        parts = f"本年{name}{mine}{''.join(f'，{more}{one}' for one in other)}，{rest}{kept}"
        lead = "" if marks == "none" else f"（{'一二'[at]}）"
        head = f"{lead}{voice.year}年度总{name}{whole}"
        moved = compared(voice, whole, line.now, line.before)
        if order == "parts-first":
            lines.append(f"{head}，其中{parts}，{moved}{reason(voice, 0.2)}。")
        else:
            lines.append(f"{head}，{moved}{reason(voice, 0.2)}。其中：{parts}。")
    return [_TOTALS, *lines]


def completed_and_share(voice: Voice) -> list[str]:
    """``A，完成年初预算 B 的 p%，占本年支出合计 W 的 q%`` (Guangdong)."""
    world = voice.world
    kind, of = voice.budget()
    now, plan = voice.amount(world.spent.now), voice.amount(of(world.spent))
    whole = voice.amount(world.total("本年支出合计").now)
    done = voice.completion(now, plan, (world.spent.now, of(world.spent)))
    share = voice.share(now, whole, (world.spent.now, world.total("本年支出合计").now))
    pieces = [f"完成{kind}{plan}的{done}", f"占本年支出合计{whole}的{share}"]
    if voice.flip("turned"):
        pieces.reverse()
    moved = compared(voice, now, world.spent.now, world.spent.before)
    pieces.insert(voice.rng.choice((0, 2)), moved)
    return [_GENERAL, f"{year_words(voice)}一般公共预算财政拨款支出{now}，{'，'.join(pieces)}。"]


def both_apart(voice: Voice) -> list[str]:
    """``与年初预算、上年决算相比，分别增加 A、B，分别增长 p、q``: one level, two bases."""
    world = voice.world
    kind, of = voice.budget()
    line = world.spent
    up = line.now > line.before
    if (line.now > of(line)) != up or line.now in (of(line), line.before):
        return []
    now = voice.amount(line.now)
    sizes = [voice.moved(line.now, base) for base in (of(line), line.before)]
    deltas = [voice.amount(size) for size, _ in sizes]
    rates = [voice.percent(rate) for _, rate in sizes]
    sign = -1 if up else 1
    for delta, rate in zip(deltas, rates, strict=True):
        voice.book.ratio(rate, [(delta, 1)], [(now, 1), (delta, sign)], "growth")
    one, two = up_words(voice, up=up)
    comma = voice.pick("comma", ("、", "和"))
    base = voice.pick("bases", (f"{kind}、上年决算", f"{kind}和上年决算", f"{kind}数、上年决算数"))
    return [
        _GENERAL,
        f"{year_words(voice)}一般公共预算财政拨款支出{now}，与{base}相比分别{one}{comma.join(deltas)}，分别{two}{comma.join(rates)}。",
    ]


def decomposed(voice: Voice) -> list[str]:
    """A change and what it is made of, more of one and less of another (Yunnan)."""
    world = voice.world
    total = added(line for _, line in world.incomes)
    whole = voice.amount(total.now)
    size, _ = voice.moved(total.now, total.before)
    up = total.now > total.before
    delta = voice.amount(size)
    terms = [(delta.key, -1 if up else 1)]
    texts = []
    for name, line in world.incomes:
        if line.now == line.before:
            continue
        own = voice.amount(voice.moved(line.now, line.before)[0])
        more = line.now > line.before
        terms.append((own.key, 1 if more else -1))
        texts.append(f"{name}{'增加' if more else '减少'}{own}")
    voice.book.relations.append(Linear("changes", tuple(terms)))
    lead = voice.pick("lead", ("，其中：", "。其中：", "，其中"))
    between = voice.pick("between", ("；", "，", "、"))
    front = voice.pick("front", ("与上年相比，", "较上年"))
    return [
        "二、收入决算情况说明",
        f"{year_words(voice)}本年收入合计{whole}，{front}{'增加' if up else '减少'}{delta}{lead}{between.join(texts)}。",
    ]


def nothing_before(voice: Voice) -> list[str]:
    """Something of which there was nothing last year: a rate that cannot be told."""
    name, line = voice.choose(
        "subject",
        {
            "公务用车购置": ("公务用车购置费", voice.world.threes.buy),
            "出国": ("因公出国（境）费", voice.world.threes.abroad),
        },
    )
    if not line.now or voice.world.strict:
        return []
    now, more = voice.amount(line.now), voice.amount(line.now)
    voice.book.same(now, more)
    tail = voice.pick(
        "tail",
        ("，增长--%", "，增长率--", "，上年无此项支出", "，上年为0，不可比", "（上年基数为0，无法计算增长率）", ""),
    )  # fmt: skip
    return [
        _THREES,
        f"{year_words(voice)}{name}支出{now}，{prior_words(voice)}增加{more}{tail}{reason(voice, 0.3)}。",
    ]


def earlier_year(voice: Voice) -> list[str]:
    """Compared with a year long before, whose level is told or not (Guangdong)."""
    world = voice.world
    line = voice.choose("subject", {"机关运行": ("机关运行经费支出", world.office), "会议": ("会议费支出", world.meetings)})  # fmt: skip
    name, one = line
    base = Drawer(voice.rng, voice.style, 3000).near(one.now)
    back = voice.year - voice.rng.randint(4, 7)
    now, level = voice.amount(one.now), voice.amount(base)
    told = voice.choose("form", {"plain": f"比{back}年", "level": f"比{back}年的{level}", "full": f"与{back}年度相比，"})  # fmt: skip
    moved = change(voice, now, one.now, base, level if f"{back}年的" in told else None)
    own = f"，{compared(voice, now, one.now, one.before)}" if voice.flip("prior") else ""
    return [
        "十一、一般性支出情况说明",
        f"{year_words(voice)}{name}{now}{own}，{told}{moved}{reason(voice, 0.3)}。",
    ]


def causes_with_amounts(voice: Voice) -> list[str]:
    """A change whose causes are told with amounts of their own (Zhejiang)."""
    world = voice.world
    subject, line = voice.choose(
        "subject",
        {
            "总计": ("收入、支出总计", world.total("总计")),
            "一般公共": ("一般公共预算财政拨款支出", world.spent),
        },
    )
    now = voice.amount(line.now)
    size, _ = voice.moved(line.now, line.before)
    parts = split_up(voice.rng, size, 3)
    up = line.now > line.before
    words = ("增加支出", "增支") if up else ("减少支出", "减支")
    verb = voice.pick("verb", words)
    marks = voice.choose("marks", {"一是": ("一是", "二是"), "1.": ("1.", "2."), "（1）": ("（1）", "（2）"), "": ("", "")})  # fmt: skip
    texts = ("工程进度变化", "人员变动5人")
    why = "；".join(
        f"{mark}{text}，{verb}{voice.amount(fen)}"
        for mark, text, fen in zip(marks, texts, parts, strict=False)
    )
    lead = voice.pick("lead", ("主要原因是：", "主要原因是", "主要是", "变动原因："))
    heading = _TOTALS if "总计" in subject else _GENERAL
    moved = compared(voice, now, line.now, line.before)
    return [heading, f"{year_words(voice)}{subject}{now}，{moved}。{lead}{why}。"]


FORMS = {
    "budget-then-prior": budget_then_prior,
    "classes-with-items": classes_with_items,
    "groups-run-on": groups_run_on,
    "items-without-group": items_without_group,
    "incomes-in-brackets": incomes_in_brackets,
    "totals-in-sections": totals_in_sections,
    "totals-with-parts": totals_with_parts,
    "completed-and-share": completed_and_share,
    "both-apart": both_apart,
    "decomposed": decomposed,
    "nothing-before": nothing_before,
    "earlier-year": earlier_year,
    "causes-with-amounts": causes_with_amounts,
}
