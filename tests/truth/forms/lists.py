"""A whole and its parts, in every manner of listing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from truth.surface import broken
from truth.words import compared, reason, year_words
from truth.world import Line, added, by_class

if TYPE_CHECKING:
    from truth.book import Shown
    from truth.voice import Voice

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_HAN = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Matter:
    """A whole with its parts: what a list can be about."""

    heading: str
    whole: str
    line: Line
    parts: tuple[tuple[str, Line], ...]


def matters(voice: Voice) -> dict[str, Matter]:
    world = voice.world
    threes = world.threes
    goods, works, services = world.bought
    basic = sum(item.basic for item in world.items)
    kinds = {
        "收入": Matter(
            "二、收入决算情况说明",
            "本年收入合计",
            Line(added(one for _, one in world.incomes).now, 0),
            world.incomes,
        ),
        "类": Matter(
            "五、一般公共预算财政拨款支出决算情况说明",
            "一般公共预算财政拨款支出",
            world.spent,
            tuple(by_class(world.items)),
        ),
        "三公": Matter(
            "七、“三公”经费支出决算情况说明",
            "“三公”经费支出",
            threes.total,
            (
                ("因公出国（境）费支出", threes.abroad),
                ("公务用车购置及运行维护费支出", threes.cars_line),
                ("公务接待费支出", threes.guests),
            ),
        ),
        "公车": Matter(
            "七、“三公”经费支出决算情况说明",
            "公务用车购置及运行维护费支出",
            threes.cars_line,
            (("公务用车购置费支出", threes.buy), ("公务用车运行维护费支出", threes.run)),
        ),
        "采购": Matter(
            "（二）政府采购支出情况",
            "政府采购支出总额",
            Line(goods + works + services),
            (
                ("政府采购货物支出", Line(goods)),
                ("政府采购工程支出", Line(works)),
                ("政府采购服务支出", Line(services)),
            ),
        ),
    }
    if world.staff.now:
        kinds["基本"] = Matter(
            "六、一般公共预算财政拨款基本支出决算情况说明",
            "一般公共预算财政拨款基本支出",
            world.staff + world.running,
            (("人员经费", world.staff), ("公用经费", world.running)),
        )
    if basic and basic < world.spent.now:
        kinds["支出"] = Matter(
            "三、支出决算情况说明",
            "一般公共预算财政拨款支出合计",
            Line(world.spent.now),
            (("基本支出", Line(basic)), ("项目支出", Line(world.spent.now - basic))),
        )
    spent = (basic + world.outside[0], world.total("本年支出合计").now - basic - world.outside[0])
    kinds["本年支出"] = Matter(
        "三、支出决算情况说明",
        "本年支出合计",
        Line(sum(spent)),
        (("基本支出", Line(spent[0])), ("项目支出", Line(spent[1]))),
    )
    return {name: one for name, one in kinds.items() if one.line.now}


def matter(voice: Voice, *, moving: bool = False) -> Matter:
    kinds = matters(voice)
    if moving:
        kinds = {name: one for name, one in kinds.items() if one.line.before}
    return voice.choose("about", kinds)


@dataclass(slots=True)
class Part:
    """A part as it will stand in a list."""

    name: str
    line: Line
    shown: Shown
    more: str = ""


def _head(voice: Voice, one: Matter) -> tuple[str, Shown]:
    whole = voice.amount(one.line.now)
    middle = (
        ""
        if one.whole.endswith(("合计", "总额"))
        else voice.pick("is", ("", "为", "决算为", "合计", "共计"))
    )
    return f"{year_words(voice)}{one.whole}{middle}{whole}", whole


def _parts(voice: Voice, one: Matter, whole: Shown, *, extra: str = "") -> list[Part]:
    """The parts with their figures; ``extra`` says what follows each amount."""
    pieces = []
    for name, line in one.parts:
        part = Part(name, line, voice.amount(line.now))
        if extra == "share":
            part.more = f"，占{voice.share(part.shown, whole, (line.now, one.line.now))}"
        if extra == "named-share":
            base = one.whole.removesuffix("合计").removesuffix("总额")
            part.more = f"，占{base}的{voice.share(part.shown, whole, (line.now, one.line.now))}"
        if extra == "ratio":
            part.more = f"（占比{voice.share(part.shown, whole, (line.now, one.line.now))}）"
        pieces.append(part)
    voice.book.sums(whole, [part.shown for part in pieces])
    if any(0 < line.now < one.line.now // 90 for _, line in one.parts):
        voice.trace.append("small-part")
    return pieces


def _moves(voice: Voice, part: Part) -> str:
    if not part.line.now and not part.line.before:
        return "，与上年持平"
    return "，" + compared(voice, part.shown, part.line.now, part.line.before)


def _suffix(one: Matter) -> str:
    """``（类）`` belongs to classes only."""
    return "（类）" if "（类）" not in one.parts[0][0] and one.heading.startswith("五") else ""


_EXTRAS = ("", "share", "share", "named-share", "ratio")


def inline(voice: Voice) -> list[str]:
    """``W，其中：a；b；c。`` in one sentence."""
    one = matter(voice)
    head, whole = _head(voice, one)
    parts = _parts(voice, one, whole, extra=voice.pick("extra", _EXTRAS))
    lead = voice.pick(
        "lead",
        (
            "，其中：",
            "。其中：",
            "，其中",
            "，主要用于以下方面：",
            "，包括：",
            "，具体情况如下：",
            "。其中，",
        ),
    )
    between = voice.pick("between", ("；", "，", "、"))
    if between == "、" and any("，" in part.more for part in parts):
        between = "；"
    close = (
        voice.pick("class", ("（类）", "", "(类)", "（类）支出"))
        if one.heading.startswith("五")
        else ""
    )
    middle = voice.pick("part-is", ("", "为", "")) if not close else ""
    text = between.join(f"{part.name}{close}{middle}{part.shown}{part.more}" for part in parts)
    return [one.heading, f"{head}{lead}{text}。"]


def moving(voice: Voice) -> list[str]:
    """Whole and parts each with its change against last year."""
    one = matter(voice, moving=True)
    head, whole = _head(voice, one)
    parts = _parts(voice, one, whole)
    text = f"{head}，{compared(voice, whole, one.line.now, one.line.before)}"
    lead = voice.pick("lead", ("，其中：", "。其中：", "；其中："))
    between = voice.pick("between", ("；", "；", "。"))
    body = between.join(f"{p.name}{p.shown}{_moves(voice, p)}{reason(voice, 0.2)}" for p in parts)
    return [one.heading, f"{text}{lead}{body}。"]


def paragraphs(voice: Voice) -> list[str]:
    """Each part in a paragraph of its own, numbered or not, with or without a stop."""
    one = matter(voice)
    head, whole = _head(voice, one)
    extra = voice.pick("extra", _EXTRAS)
    parts = _parts(voice, one, whole, extra=extra)
    lead = voice.pick(
        "lead", ("，其中：", "。其中：", "，具体如下：", "，主要用于以下方面：", "。")
    )
    numbers = voice.pick("number", ("1.", "1、", "（1）", "①", "（一）", "(1)", "1．", "none"))
    end = voice.pick("end", ("。", "；", "")) if numbers != "none" or lead != "。" else "。"
    tail = reason(voice, 0.3) if end == "。" else ""
    lines = [
        f"{number(numbers, at)}{part.name}{part.shown}{part.more}{tail if at == 1 else ''}"
        for at, part in enumerate(parts, 1)
    ]
    last = voice.pick("last", ("。", "same"))
    ends = [end] * (len(lines) - 1) + [end if last == "same" and end != "；" else "。"]
    blank = voice.pick("blank", ("between", "none"))
    body = [f"{line}{stop}" for line, stop in zip(lines, ends, strict=True)]
    if blank == "between":
        body = [cell for line in body for cell in ("", line)]
    after = [] if not voice.flip("after", 0.4) else ["", _unrelated(voice)]
    return [one.heading, f"{head}{lead}", *body, *after]


def structured(voice: Voice) -> list[str]:
    """The whole in one section; the parts, with no word of it, in the next: （二）…结构情况."""
    kinds = {name: one for name, one in matters(voice).items() if "、" in one.heading[:2]}
    one = voice.choose("about", kinds)
    head, whole = _head(voice, one)
    parts = _parts(voice, one, whole, extra=voice.pick("extra", ("", "share", "ratio")))
    name = one.whole.removesuffix("合计")
    moved = f"，{compared(voice, whole, one.line.now, one.line.before)}" if one.line.before else ""
    numbers = voice.pick("number", ("1.", "1、", "（1）", "1．"))
    return [
        one.heading,
        f"（一）{name}决算总体情况",
        f"{head}{moved}{reason(voice, 0.3)}。",
        f"（二）{name}决算结构情况",
        *(
            f"{number(numbers, at)}{part.name}{_suffix(one)}{part.shown}{part.more}。"
            for at, part in enumerate(parts, 1)
        ),
    ]


def _unrelated(voice: Voice) -> str:
    """A sentence of another quantity after a list."""
    line = voice.world.meetings
    return f"{voice.year}年度会议费支出{voice.amount(line.now)}。"


def number(manner: str, at: int) -> str:
    """The mark of the ``at``-th item."""
    if manner == "none":
        return ""
    if manner == "①":
        return _CIRCLED[at - 1]
    if manner == "（一）":
        return f"（{han(at)}）"
    return manner.replace("1", str(at))


def han(at: int) -> str:
    """A number below a hundred in Chinese."""
    tens, ones = divmod(at, 10)
    head = ("" if tens == 1 else _HAN[tens - 1]) + "十" if tens else ""
    return head + (_HAN[ones - 1] if ones else "")


def run_on(voice: Voice) -> list[str]:
    """Numbered parts that follow each other in one paragraph."""
    one = matter(voice)
    head, whole = _head(voice, one)
    parts = _parts(voice, one, whole, extra=voice.pick("extra", _EXTRAS))
    numbers = voice.pick("number", ("1.", "1、", "（1）", "①", "一是"))
    end = voice.pick("end", ("。", "；"))
    if numbers == "一是":
        marks = [f"{han(at)}是" for at in range(1, len(parts) + 1)]
    else:
        marks = [number(numbers, at) for at in range(1, len(parts) + 1)]
    text = end.join(
        f"{mark}{p.name}{p.shown}{p.more}" for mark, p in zip(marks, parts, strict=True)
    )
    lead = voice.pick("lead", ("，其中：", "。其中：", "，主要包括："))
    return [one.heading, f"{head}{lead}{text}。"]


def pairs(voice: Voice) -> list[str]:
    """``a、b、c 分别为 X、Y、Z，分别占 W 的 p%、q%、r%。``"""
    one = matter(voice)
    head, whole = _head(voice, one)
    names = "、".join(name for name, _ in one.parts)
    if any("、" in name for name, _ in one.parts):
        return []
    unit_once = voice.flip("unit-once", 0.4)
    shown = [voice.bare(line.now) if unit_once else voice.amount(line.now) for _, line in one.parts]
    voice.book.sums(whole, shown)
    unit = f"{voice.gap}{voice.style.unit}" if unit_once else ""
    verb = voice.pick("verb", ("分别为", "分别是", "各为"))
    text = f"{head}，其中{voice.pick('colon', ('：', ''))}{names}{verb}{'、'.join(shown)}{unit}"
    if voice.flip("shares"):
        rates = [
            voice.share(s, whole, (line.now, one.line.now))
            for s, (_, line) in zip(shown, one.parts, strict=True)
        ]
        text += f"，分别占{voice.pick('base', ('', one.whole, one.whole + '的'))}{'、'.join(rates)}"
    return [one.heading, f"{text}。"]


def after_amount(voice: Voice) -> list[str]:
    """Parts named after their amounts: ``W，其中 X 为 a、Y 为 b。``"""
    one = matter(voice)
    parts = [(name, line) for name, line in one.parts if line.now]
    head, whole = _head(voice, one)
    if voice.flip("only-one", 0.4):
        name, line = parts[0]
        return [one.heading, f"{head}，其中{voice.amount(line.now)}为{name}。"]
    shown = [voice.amount(line.now) for _, line in parts]
    voice.book.sums(whole, shown)
    between = voice.pick("between", ("，", "；", "、"))
    verb = voice.pick("verb", ("为", "用于", "是"))
    text = between.join(f"{s}{verb}{name}" for s, (name, _) in zip(shown, parts, strict=True))
    return [one.heading, f"{head}，其中{text}。"]


def total_last(voice: Voice) -> list[str]:
    """Parts first, the whole at the end."""
    one = matter(voice)
    shown = [voice.amount(line.now) for _, line in one.parts]
    whole = voice.amount(one.line.now)
    voice.book.sums(whole, shown)
    between = voice.pick("between", ("，", "、", "；"))
    text = between.join(f"{name}{s}" for s, (name, _) in zip(shown, one.parts, strict=True))
    # Without its name the whole would be that of the section: 三、支出决算情况说明.
    named = one.heading.startswith("三、") and not one.whole.startswith("本年")
    plain = () if named else ("合计", "共计", "，合计", "，总计")
    word = voice.pick("word", (*plain, "，" + one.whole))
    comma = "" if word.startswith("，") else "，"
    return [one.heading, f"{year_words(voice)}{text}{comma}{word}{whole}。"]


def bracket(voice: Voice) -> list[str]:
    """``W（其中：a，b）`` with the parts in brackets."""
    one = matter(voice)
    head, whole = _head(voice, one)
    parts = _parts(voice, one, whole)
    lead = voice.pick("lead", ("（其中：", "（其中", "(其中："))
    close = ")" if lead.startswith("(") else "）"
    between = voice.pick("between", ("，", "、", "；"))
    text = between.join(f"{part.name}{part.shown}" for part in parts)
    tail = "，" + compared(voice, whole, one.line.now, one.line.before) if one.line.before else ""
    return [one.heading, f"{head}{lead}{text}{close}{tail}。"]


def wrapped(voice: Voice) -> list[str]:
    """A list whose lines are broken hard in the middle of a sentence."""
    heading, text = inline(voice)
    width = int(voice.pick("width", ("22", "28", "34")))
    return [heading, *broken(text, width)]


FORMS = {
    "list-inline": inline,
    "list-moving": moving,
    "list-paragraphs": paragraphs,
    "list-structured": structured,
    "list-run-on": run_on,
    "list-pairs": pairs,
    "list-after-amount": after_amount,
    "list-total-last": total_last,
    "list-bracket": bracket,
    "list-wrapped": wrapped,
}
