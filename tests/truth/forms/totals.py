"""One quantity in a sentence or two: its level, last year's, and what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from truth.book import Linear
from truth.words import change, compared, prior_words, reason, year_words

if TYPE_CHECKING:
    from truth.voice import Voice
    from truth.world import Line


def _subjects(voice: Voice) -> dict[str, tuple[str, str, Line]]:
    """Quantities that sentences stand alone with: heading, subject, truth."""
    world = voice.world
    kinds = {
        "总计": ("一、收入支出决算总体情况说明", "收入、支出总计", world.total("总计")),
        "收入合计": ("二、收入决算情况说明", "本年收入合计", world.total("本年收入合计")),
        "支出合计": ("三、支出决算情况说明", "本年支出合计", world.total("本年支出合计")),
        "财政拨款": (
            "四、财政拨款收入支出决算总体情况说明",
            "财政拨款收入、支出总计",
            world.total("财政拨款总计"),
        ),
        "一般公共": (
            "五、一般公共预算财政拨款支出决算情况说明",
            "一般公共预算财政拨款支出",
            world.spent,
        ),
        "三公": ("七、“三公”经费支出决算情况说明", "“三公”经费支出", world.threes.total),
        "机关运行": ("十、其他重要事项的情况说明", "机关运行经费支出", world.office),
        "会议费": ("十、其他重要事项的情况说明", "会议费支出", world.meetings),
    }
    return {name: one for name, one in kinds.items() if one[2].now}


def _subject(voice: Voice) -> tuple[str, str, Line]:
    return voice.choose("subject", _subjects(voice))


def _is(voice: Voice, subject: str) -> str:
    """What stands between a subject and its amount."""
    if "、" in subject:
        return voice.pick("is", ("均为", "各", "各为", "为", ""))
    if subject.endswith("合计"):
        return voice.pick("is", ("为", "", "是"))
    return voice.pick("is", ("为", "", "决算为", "决算数为", "共计", "合计"))


def level_and_change(voice: Voice) -> list[str]:
    """``2024年度 S 为 A，较上年增加 D，增长 r%``."""
    heading, subject, line = _subject(voice)
    current = voice.amount(line.now)
    text = f"{year_words(voice)}{subject}{_is(voice, subject)}{current}"
    return [
        heading,
        f"{text}，" + compared(voice, current, line.now, line.before) + reason(voice) + "。",
    ]


def change_in_front(voice: Voice) -> list[str]:
    """``S 为 A。与上年相比，S [各]增加 D，增长 r%。``"""
    heading, subject, line = _subject(voice)
    current = voice.amount(line.now)
    text = f"{year_words(voice)}{subject}{_is(voice, subject)}{current}"
    text += voice.pick("stop", ("。", "，", "；"))
    if line.now == line.before:
        return [
            heading,
            f"{text}{prior_words(voice, front=True)}{voice.pick('flat', ('持平', '无变化'))}。",
        ]
    again = voice.choose("again", {"subject": subject, "no": ""})
    each = voice.pick("each", ("各", "")) if "、" in subject else ""
    front = prior_words(voice, front=True)
    body = change(voice, current, line.now, line.before)
    if front == "同比":
        return [heading, f"{text}{again}{front}{each}{body}{reason(voice)}。"]
    return [heading, f"{text}{front}{again}{each}{body}{reason(voice)}。"]


def prior_sentence(voice: Voice) -> list[str]:
    """Last year's level in a sentence or clause of its own."""
    heading, subject, line = _subject(voice)
    last = voice.year - 1
    own = voice.choose(
        "prior-year",
        {
            "年": f"{last}年",
            "年度": f"{last}年度",
            "上年": "上年",
            "去年": "去年",
            "上年度": "上年度",
            "上年同期": "上年同期",
        },
    )
    mine = voice.choose(
        "this-year",
        {
            "年": f"{voice.year}年",
            "年度": f"{voice.year}年度",
            "本年": "本年",
            "本年度": "本年度",
            "今年": "今年",
        },
    )
    middle = _is(voice, subject)
    prior, current = voice.amount(line.before), voice.amount(line.now)
    order = voice.pick(
        "order", ("prior,now,change", "now,prior,change", "now+change,prior", "now;prior")
    )
    say_prior = f"{own}{subject}{middle}{prior}"
    say_now = f"{mine}{subject}{middle}{current}"
    if order == "now+change,prior":
        return [
            heading,
            f"{say_now}，{compared(voice, current, line.now, line.before, prior)}。{say_prior}。",
        ]
    if order == "now;prior":
        brief = voice.choose("brief", {"own": say_prior, "为": f"{own}为{prior}"})
        comma = voice.pick("between", ("，", "；"))
        return [
            heading,
            f"{say_now}{comma}{brief}，{compared(voice, current, line.now, line.before, prior)}。",
        ]
    first, second = (say_prior, say_now) if order.startswith("prior") else (say_now, say_prior)
    tail = compared(voice, current, line.now, line.before, prior)
    if order.startswith("prior"):
        return [heading, f"{first}。{second}，{tail}。"]
    whose = voice.choose("whose", {"again": f"{mine}{subject}", "none": ""})
    return [heading, f"{first}。{second}。{whose}{tail}。"]


def from_to(voice: Voice) -> list[str]:
    """``S 由上年的 B 减少到 A，下降 r%``; ``S 较上年减少至 A``."""
    heading, subject, line = _subject(voice)
    if line.now == line.before or not line.before:
        return []
    up = line.now > line.before
    size, rate = voice.moved(line.now, line.before)
    verb = voice.pick(
        "verb",
        ("增加到", "增加至", "增长到", "上升为", "提高到")
        if up
        else ("减少到", "减少至", "下降为", "缩减至", "压减到", "降至"),
    )
    current = voice.amount(line.now)
    rate_word = "增长" if up else "下降"
    lead = f"{year_words(voice)}{subject}"
    if voice.pick("manner", ("from-to", "to")) == "to":
        text = f"{lead}{voice.pick('prior', ('较上年', '比上年', f'比{voice.year - 1}年度', '同比'))}{verb}{current}"
        if voice.flip("rate"):
            return [heading, f"{text}，{rate_word}{voice.percent(rate)}。"]
        return [heading, f"{text}{reason(voice)}。"]
    prior = voice.amount(line.before)
    old = voice.choose(
        "from",
        {
            "由上年的": "由上年的",
            "由": "由",
            "从上年": "从上年",
            "由年的": f"由{voice.year - 1}年的",
            "由上年度": "由上年度",
        },
    )
    text = f"{lead}{old}{prior}{verb}{current}"
    if voice.flip("rate", 0.7):
        percent = voice.percent(rate)
        sign = -1 if up else 1
        voice.book.ratio(percent, [(current, -sign), (prior, sign)], [(prior, 1)], "growth")
        text += f"，{rate_word}{percent}"
    return [heading, f"{text}{reason(voice)}。"]


def against_budget(voice: Voice) -> list[str]:
    """``S 年初预算 B，决算 A，完成年初预算的 r%``, then the change against budget or last year."""
    heading, subject, line = _subject(voice)
    kind, budget_of = voice.budget()
    budget = budget_of(line)
    current, planned = voice.amount(line.now), voice.amount(budget)
    rate = voice.completion(current, planned, (line.now, budget))
    head = subject.removesuffix("支出")
    body = voice.choose(
        "form",
        {
            "预算为，决算为": f"{subject}{kind}为{planned}，支出决算为{current}，完成{kind}的{rate}",
            "预算数，决算数": f"{subject}{kind}数{planned}，决算数{current}，完成{kind}{rate}",
            "决算，完成预算的": f"{subject}决算为{current}，完成{kind}{planned}的{rate}",
            "决算，占预算的": f"{head}支出{kind}{planned}，实际支出{current}，占{kind}的{rate}",
            "预算，支出，完成率": f"{subject}{kind}为{planned}，实际支出为{current}，完成率{rate}",
            "预算（）": f"{subject}决算{current}，{kind}{planned}，完成{kind}数的{rate}",
        },
    )
    text = f"{year_words(voice)}{body}"
    if voice.flip("versus", 0.6):
        text += "，" + versus(voice, kind, (line.now, budget), (current, planned))
    if voice.flip("and-prior", 0.4):
        text += voice.pick("stop", ("，", "。", "；")) + compared(
            voice, current, line.now, line.before
        )
    return [heading, f"{text}。"]


def versus(voice: Voice, kind: str, amounts: tuple[int, int], shown) -> str:
    """Words that compare an outturn with its budget, or the change from it."""
    now, budget = amounts
    sign = (now > budget) - (now < budget)
    names = {
        "年初预算": ("决算数", "年初预算数"),
        "全年预算": ("决算数", "全年预算数"),
        "调整预算": ("决算数", "调整预算数"),
        "预算": ("决算数", "预算数"),
    }[kind]
    if voice.flip("short", 0.5):
        names = ("决算数", "预算数")
    voice.book.order(shown[0], shown[1], sign)
    if not sign:
        return voice.pick(
            "equal", (f"决算数等于{names[1]}", f"决算数与{names[1]}持平", f"与{names[1]}一致")
        )
    word = "大于" if sign > 0 else "小于"
    reasons = {
        1: (
            "",
            "的主要原因是年中追加预算",
            "的主要原因：追加项目资金",
            "，主要原因是追加人员2人",
            "的主要原因是缴费比例提高5%",
        ),
        -1: (
            "",
            "的主要原因是年中调减预算",
            "的主要原因：项目按进度付款",
            "，主要原因是调出人员2人",
            "的主要原因是压减一般性支出5%",
        ),
    }
    why = voice.pick("why", reasons[sign])
    if voice.flip("gap", 0.3):
        size, _ = voice.moved(now, budget)
        more = voice.amount(size)
        voice.book.relations.append(
            Linear("difference", ((shown[0].key, sign), (shown[1].key, -sign), (more.key, -1)))
        )
        told = (
            {
                "较增加": f"较{kind}增加{more}",
                "比增加": f"比{kind}数增加{more}",
                "超": f"超{kind}{more}",
            }
            if sign > 0
            else {
                "较减少": f"较{kind}减少{more}",
                "比减少": f"比{kind}数减少{more}",
                "较节约": f"较{kind}节约{more}",
            }
        )
        return voice.choose("gap-words", told)
    return f"{names[0]}{word}{names[1]}{why}"


def both_totals(voice: Voice) -> list[str]:
    """Income and expenditure totals, each or both."""
    line = voice.world.total("总计")
    one, two = voice.amount(line.now), voice.amount(line.now)
    voice.book.same(one, two)
    names = voice.choose("names", {"总计": ("收入总计", "支出总计"), "总": ("总收入", "总支出")})
    stop = voice.pick("stop", ("，", "；", "。"))
    text = (
        f"{year_words(voice)}{names[0]}{voice.pick('is', ('', '为'))}{one}{stop}{names[1]}{two}。"
    )
    each = voice.pick(
        "each",
        (
            "收入、支出总计各",
            "收支总计",
            "收、支总计均",
            "收入总计、支出总计各",
            "收入、支出总计均",
        ),
    )
    front = voice.pick("front", ("与上年相比，", f"与{voice.year - 1}年度相比，", "较上年", "同比"))
    if front in {"较上年", "同比"}:
        each, front = each.removesuffix("各").removesuffix("均") + front, ""
        return [
            "一、收入支出决算总体情况说明",
            f"{text}{each}{change(voice, one, line.now, line.before)}。",
        ]
    return [
        "一、收入支出决算总体情况说明",
        f"{text}{front}{each}{change(voice, one, line.now, line.before)}。",
    ]


FORMS = {
    "level-change": level_and_change,
    "change-front": change_in_front,
    "prior-sentence": prior_sentence,
    "from-to": from_to,
    "against-budget": against_budget,
    "both-totals": both_totals,
}
