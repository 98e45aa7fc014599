"""Accounts with their budgets, item by item."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from truth.forms.lists import number
from truth.forms.totals import versus
from truth.words import year_words

if TYPE_CHECKING:
    from truth.book import Shown
    from truth.voice import Voice
    from truth.world import Item, Line

_HEADING = "（三）一般公共预算财政拨款支出决算具体情况"


def _name(manner: str, item: Item) -> str:
    one, two, three = item.names
    code = item.code
    return {
        "（类）": f"{one}（类）{two}（款）{three}（项）",
        "(类)": f"{one}(类){two}(款){three}(项)",
        "（208类）": f"{one}（{code[:3]}类）{two}（{code[3:5]}款）{three}（{code[5:]}项）",
        "（类）（编码）": f"{one}（类）{two}（款）{three}（项）（{code}）",
        "“”": f"“{one}（类）{two}（款）{three}（项）”",
        "编码": f"{three}（{code}）",
        "编码前": f"{code}{three}",
    }[manner]


def _body(
    voice: Voice, kind: str, line: Line, budget: int, manner: str
) -> tuple[str, Shown, Shown | None]:
    """What an item says of itself, and its outturn and budget as printed."""
    now = voice.amount(line.now)
    plan = None if manner == "no-budget" else voice.amount(budget)
    return _worded(voice, kind, (line.now, budget), (now, plan), manner), now, plan


def _worded(voice: Voice, kind: str, amounts: tuple[int, int], shown, manner: str) -> str:
    outturn, budget = amounts
    now, planned = shown
    if manner == "no-budget":
        if not budget:
            return f"支出决算为{now}"
        rate = voice.percent(Fraction(100 * outturn, budget))
        sign = (outturn > budget) - (outturn < budget)
        words = {1: "，决算数大于预算数", -1: "，决算数小于预算数", 0: "，决算数等于预算数"}[sign]
        return f"支出决算为{now}，完成{kind}{rate}{words}"
    if not budget:
        voice.book.order(now, planned, 1)
        return f"{kind}为{planned}，支出决算为{now}，决算数大于预算数的主要原因是年中追加"
    if manner == "order":
        return f"{kind}为{planned}，支出决算为{now}。{versus(voice, kind, (outturn, budget), (now, planned))}"
    rate = voice.completion(now, planned, (outturn, budget))
    text = {
        "full": f"{kind}为{planned}，支出决算为{now}，完成{kind}的{rate}",
        "数": f"{kind}数{planned}，决算数{now}，完成{kind}{rate}",
        "决算先": f"决算{now}，{kind}{planned}，完成{kind}的{rate}",
        "short": f"{kind}{planned}，支出决算{now}，完成{kind}的{rate}",
    }[manner]
    return f"{text}，{versus(voice, kind, (outturn, budget), (now, planned))}"


def items(voice: Voice) -> list[str]:
    """A total with its budget, then each account with its own."""
    world = voice.world
    kind, budget_of = voice.budget()
    lines = [item.line for item in world.items]
    manner = voice.pick("body", ("full", "数", "决算先", "short", "order", "no-budget"))
    total, planned = voice.amount(world.spent.now), budget_of(world.spent)
    subject = "一般公共预算财政拨款支出"
    rates_of = (world.spent.now, planned)
    if manner == "no-budget":
        rate = voice.percent(Fraction(100 * rates_of[0], rates_of[1]))
        head = f"{year_words(voice)}{subject}决算数为{total}，完成{kind}{rate}"
    else:
        budget = voice.amount(planned)
        rate = voice.completion(total, budget, rates_of)
        head = (
            f"{year_words(voice)}{subject}{kind}为{budget}，支出决算为{total}，完成{kind}的{rate}"
        )
    bodies, name = (
        [],
        voice.pick(
            "name",
            ("（类）", "（类）", "(类)", "（208类）", "（类）（编码）", "“”", "编码", "编码前"),
        ),
    )
    if name.startswith("编码") and len({item.names[2] for item in world.items}) < len(world.items):
        voice.trace.append("twins")
    firsts, outturns, plans = [], [], []
    amount_first = manner in {"full", "short", "order"} and voice.flip("amount-first", 0.35)
    mark = voice.pick("mark", ("：", "。", "", "，")) if not amount_first else ""
    for item, line in zip(world.items, lines, strict=True):
        text = f"{_name(name, item)}{mark}"
        if amount_first:
            first = voice.amount(line.now)
            text += f"{first}，主要用于：日常工作。"
            firsts.append(first)
        body, now, plan = _body(voice, kind, line, budget_of(line), manner)
        bodies.append(text + body)
        outturns.append(now)
        plans.append(plan)
    if firsts:
        voice.book.sums(total, firsts)
        for one, other in zip(firsts, outturns, strict=True):
            voice.book.same(one, other)
    voice.book.sums(total, outturns, "items")
    if manner != "no-budget":
        voice.book.sums(budget, plans, "items")
    lead = voice.pick("lead", ("。其中：", "，其中：", "。具体情况如下：", "。"))
    if any(item.names[0].startswith("自") for item in world.items):
        voice.trace.append("自")
    return [_HEADING, *_laid_out(voice, head + lead, bodies)]


def _laid_out(voice: Voice, head: str, bodies: list[str]) -> list[str]:
    """Items as paragraphs, run on, or in a row."""
    layout = voice.pick("layout", ("paragraphs", "paragraphs", "run-on", "row", "split"))
    if layout == "row":
        return [head, "；".join(bodies) + "。"]
    marks = (
        ("1.", "1、", "（1）", "none") if len(bodies) > 20 else ("1.", "1、", "（1）", "①", "none")
    )
    numbers = voice.pick("number", marks if layout != "run-on" else ("1.", "1、", "（1）"))
    if layout == "run-on":
        end = voice.pick("end", ("。", "；"))
        text = end.join(f"{number(numbers, at)}{one}" for at, one in enumerate(bodies, 1))
        own = voice.flip("own-paragraph")
        return [head, f"{text}。"] if own else [f"{head}{text}。"]
    end = voice.pick("end", ("。", "；", "。"))
    ends = [end] * (len(bodies) - 1) + ["。"]
    lines = [
        f"{number(numbers, at)}{one}{stop}"
        for at, (one, stop) in enumerate(zip(bodies, ends, strict=True), 1)
    ]
    if layout == "split":
        return [head, *(half for line in lines for half in _halves(line))]
    if voice.flip("blank"):
        return [head, *(cell for line in lines for cell in ("", line))]
    return [head, *lines]


def _halves(line: str) -> list[str]:
    """An item whose name stands on a line of its own, where it ends with a stop."""
    one, stop, two = line.partition("（项）。")
    return [one + stop, two] if stop else [line]


FORMS = {"items": items}
