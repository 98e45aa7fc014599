"""Clauses that many forms share: years, changes, budgets, reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from truth.book import Linear

if TYPE_CHECKING:
    from truth.book import Shown
    from truth.voice import Voice

_REASONS = (
    "人员变动",
    "厉行节约，压缩开支",
    "年中追加项目经费",
    "项目跨年实施",
    "业务量发生变化",
)


def year_words(voice: Voice) -> str:
    """How a sentence names this year, maybe with the body."""
    here = f"本{voice.world.kind}"
    return voice.choose(
        "year",
        {
            "年度": f"{voice.gap}{voice.year}{voice.gap}年度".strip(),
            "年": f"{voice.year}年",
            "年，": f"{voice.year}年，",
            "年度，本单位": f"{voice.year}年度，{here}",
            "本单位年度": f"{here}{voice.year}年度",
            "本单位年": f"{here}{voice.year}年",
            "我单位年度": f"我{voice.world.kind}{voice.year}年度",
            "单位名": f"{voice.year}年度{voice.world.unit}",
            "本年度": "本年度",
            "无": "",
        },
    )


def prior_words(voice: Voice, *, front: bool = False) -> str:
    """How a clause names the year before, with its preposition and maybe a comma."""
    last = voice.year - 1
    fronts = {
        "与年度相比，": f"与{last}年度相比，",
        "与年相比，": f"与{last}年相比，",
        "与上年相比，": "与上年相比，",
        "与上年度相比，": "与上年度相比，",
        "与上年决算数相比，": "与上年决算数相比，",
        "与年度决算数相比，": f"与{last}年度决算数相比，",
        "相比年度，": f"相比{last}年度，",
        "同比": "同比",
    }
    behinds = {
        "较上年": "较上年",
        "比上年": "比上年",
        "较上年度": "较上年度",
        "比上年度": "比上年度",
        "较去年": "较去年",
        "较年": f"较{last}年",
        "较年度": f"较{last}年度",
        "比年度": f"比{last}年度",
        "比年": f"比{last}年",
        "比上年决算数": "比上年决算数",
        "较上年决算数": "较上年决算数",
        "较年度决算数": f"较{last}年度决算数",
        "比上年同期": "比上年同期",
        "与上年相比": "与上年相比",
        "与上年相比，": "与上年相比，",
        "与年度相比": f"与{last}年度相比",
        "同比": "同比",
    }
    return voice.choose("prior", fronts if front else behinds)


def up_words(voice: Voice, *, up: bool) -> tuple[str, str]:
    """Words for a change in an amount and in a rate."""
    pairs = (
        {
            "增加/增长": ("增加", "增长"),
            "增加/上升": ("增加", "上升"),
            "增加/增加": ("增加", "增加"),
            "增长/增长": ("增长", "增长"),
            "增加了/增长了": ("增加了", "增长了"),
            "增加/增幅": ("增加", "增幅"),
            "增加/增幅为": ("增加", "增幅为"),
            "增支/增长": ("增支", "增长"),
            "增收/增长": ("增收", "增长"),
        }
        if up
        else {
            "减少/下降": ("减少", "下降"),
            "减少/降低": ("减少", "降低"),
            "减少/减少": ("减少", "减少"),
            "下降/下降": ("下降", "下降"),
            "减少了/下降了": ("减少了", "下降了"),
            "减少/降幅": ("减少", "降幅"),
            "减少/降幅为": ("减少", "降幅为"),
            "压减/下降": ("压减", "下降"),
            "减支/下降": ("减支", "下降"),
            "减收/下降": ("减收", "下降"),
        }
    )
    return voice.choose("words", pairs)


def change(
    voice: Voice, current: Shown | None, now: int, before: int, prior: Shown | None = None
) -> str:
    """``增加 D，增长 r%`` in one of its forms, without the words for the year before.

    ``current`` is the printed level, ``prior`` last year's where it is printed too.
    """
    size, rate = voice.moved(now, before)
    if not voice.style.exact and "printed-changes" not in voice.trace:
        voice.trace.append("printed-changes")
    up = now > before
    one, two = up_words(voice, up=up)
    if not before:
        shown = voice.amount(size)
        return (
            one.removesuffix("了") + shown + voice.pick("zero-base", ("", "，上年基数为0，不可比"))
        )
    manner = voice.pick(
        "change",
        ("amount,rate", "amount,rate", "amount（rate）", "rate,amount", "amount", "rate"),
    )
    delta = voice.amount(size) if manner != "rate" else None
    percent = voice.percent(rate) if manner != "amount" else None
    sign = -1 if up else 1
    _relate(voice, current, prior, delta, percent, sign)
    if manner == "amount":
        return f"{one}{delta}"
    if manner == "rate":
        return f"{'增长' if up else '下降'}{percent}"
    if manner == "rate,amount":
        return f"{two}{percent}，{one}{delta}"
    return f"{one}{delta}（{two}{percent}）" if "（" in manner else f"{one}{delta}，{two}{percent}"


def _relate(voice: Voice, current, prior, delta, percent, sign: int) -> None:
    """Note what a change says: of the level, of last year's, and between amount and rate."""
    book = voice.book
    if current is not None and prior is not None and delta is not None:
        terms = ((current.key, sign), (prior.key, -sign), (delta.key, 1))
        book.relations.append(Linear("difference", terms))
    if percent is None:
        return
    if prior is not None and current is not None:
        book.ratio(percent, [(current, -sign), (prior, sign)], [(prior, 1)], "growth")
    if delta is not None and current is not None:
        book.ratio(percent, [(delta, 1)], [(current, 1), (delta, sign)], "growth")
    elif delta is not None and prior is not None:
        book.ratio(percent, [(delta, 1)], [(prior, 1)], "growth")


def compared(
    voice: Voice, current: Shown | None, now: int, before: int, prior: Shown | None = None
) -> str:
    """A whole clause against the year before, with its words for that year behind or in front."""
    if now == before:
        last = voice.year - 1
        return voice.pick(
            "flat",
            (
                "与上年持平",
                f"与{last}年度持平",
                "与上年相比持平",
                "与上年相比无变化",
                "与上年度持平",
                f"较{last}年度无增减",
                "同比持平",
            ),
        )
    return prior_words(voice) + change(voice, current, now, before, prior)


def reason(voice: Voice, chance: float = 0.5) -> str:
    """Nothing, or why; sometimes with figures that belong to other things."""
    if not voice.flip("reason", chance):
        return ""
    lead = voice.pick(
        "because",
        (
            "，主要原因是",
            "，主要是",
            "，主要原因：",
            "，主要是由于",
            "。主要原因是",
            "，变动原因是",
            "，主要变动原因是",
            "，主要是因为",
        ),
    )
    return lead + voice.choose("why", {**{one: one for one in _REASONS}, **_other_figures(voice)})


def _other_figures(voice: Voice) -> dict[str, str]:
    """Reasons that hold figures of other things."""
    unit = voice.style.unit
    year = voice.year
    return {
        "新招录": f"{year}年新招录人员3名、退休2人",
        "变为": f"抽检费由上年的150{unit}变为203.5{unit}",
        "减支": f"报废旧车1辆，减支1.2{unit}",
        "追加": f"年中追加专项经费12.5{unit}",
        "标准": "自7月起执行新标准，人均每月提高120元",
        "文号": f"根据财预〔{year}〕27号文件调整",
        "区间": f"{year}年3月至9月实施改造工程，工期180天",
        "提高百分点": "缴费比例由16%提高到18%",
    }
