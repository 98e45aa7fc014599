"""How far what a clause speaks of is beyond doubt, where it does not say so itself."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING

from jslint.claims import cues, groups, namesakes, senses, topics
from jslint.claims.model import ACTUAL, AMOUNT, BUDGET, SHARE, budget_of
from jslint.claims.state import BRACKET, SENTENCE
from jslint.figures.figure import Dimension

if TYPE_CHECKING:
    from jslint.claims.state import Reader
    from jslint.figures.figure import Figure


#: The budget that the year began with.
_FIRST_BUDGET = budget_of("年初")
#: Nobody states one thing oftener in a sentence.
_SEVERAL = 24


def is_certain(reader: Reader, topic: int) -> bool:
    """Whether what a clause without a subject speaks of is beyond doubt.

    It is where its sentence has named it, where an item or heading is about it, and where the
    sentences before spoke of nothing else.
    """
    sentence, walk = reader.sentence, reader.walk
    if topic in sentence.topics or _is_shared(reader, topic) or _is_twin(reader, topic):
        return True
    if walk.reasoned and not reader.tokens.number and not reader.tokens.account:
        return False  # what the reason named may be what is spoken of from here on
    if topic == reader.first:
        return True
    return not sentence.topics and set(walk.told) <= {topic}


def _is_twin(reader: Reader, topic: int) -> bool:
    """Whether the sentence has stated the other side of the same: 某基金收入 9 万元，支出 8 万元."""
    name = reader.walk.topics[topic].name
    side = senses.side(name)
    rest = name.removesuffix(side)
    if not side or rest == name or not rest:
        return False
    stated = {reader.walk.topics[one].name: one for one in reader.sentence.topics}
    twins = (stated.get(f"{rest}{other}") for other in senses.SIDES if other != side)
    return any(one is not None and not _is_guess(reader, one) for one in twins)


def _is_guess(reader: Reader, topic: int) -> bool:
    """Whether the amount that the paragraph has stated last of a topic was guessed to be its."""
    here = (one for one in reader.here(topic) if one.kind == AMOUNT)
    last = next(here, None)
    return last is not None and last.carried


def _is_shared(reader: Reader, topic: int) -> bool:
    """Whether the sentence has just told the share of a topic that its clause names: A 占 65%，为 9 万元."""
    before = reader.walk.claims[-1:]
    if not before or (before[0].kind, before[0].topic) != (SHARE, topic):
        return False
    return before[0].text is reader.text and before[0].index >= reader.sentence.start


def is_said_again(
    reader: Reader, topic: int, measure: str, figure: Figure | None, words: str
) -> bool:
    """Whether the sentence has stated an amount already, and another: who says two means two.

    其中：A 3 万元，B 2 万元，实际支出 4 万元: what was spent is the whole's. 实际 sets off against any
    amount of the paragraph: 下达指标 9 万元。实际支出 8 万元.
    """
    start = 0 if words.lstrip().startswith("实际") else reader.sentence.start
    here = islice(takewhile(lambda one: one.index >= start, reader.here(topic)), _SEVERAL)
    return figure is not None and any(
        (one.kind, one.measure) == (AMOUNT, measure) and _differs(one.figure, figure)
        for one in here
    )


def _differs(one: Figure | None, other: Figure) -> bool:
    """Whether two figures are of one unit, or both of money, and of two values."""
    if one is None or one.unit.dimension is not other.unit.dimension:
        return False
    money = other.unit.dimension is Dimension.AMOUNT
    return (money or one.unit == other.unit) and one.exact() != other.exact()


def is_in_guess(reader: Reader) -> bool:
    """Whether a bracket is being read that divides an amount of which it was guessed whose it is."""
    opened = reader.walk.lists[-1:]
    if not opened or opened[0].depth != BRACKET or not opened[0].start:
        return False
    whole = reader.walk.claims[opened[0].start - 1]
    return whole.text is reader.text and whole.carried


def is_last_part(reader: Reader, topic: int) -> bool:
    """Whether a list has just stated a topic as its last part: what follows may be of the whole.

    It may within a sentence that has stated several parts, and wherever they make up their whole; not
    where the whole's amount in this measure was told before.
    """
    opened = reader.walk.lists[-1:]
    if not opened or topic not in opened[0].parts[-1:]:
        return False
    whole, base = groups.whole_for(reader.walk, opened[0]), reader.sentence.base
    told = () if whole is None else islice(reader.here(whole), _SEVERAL)
    if any((one.kind, one.measure) == (AMOUNT, base) for one in told):
        return False
    amid = opened[0].depth in (SENTENCE, BRACKET) and len(set(opened[0].parts)) > 1
    return amid or groups.is_made_up(reader.walk, opened[0])


def is_carried(reader: Reader, topic: int) -> bool:
    """Whether the claim right before is about a topic that was a guess."""
    before = reader.walk.claims[-1:]
    return bool(before) and before[0].topic == topic and before[0].carried


def is_held(reader: Reader, topic: int) -> bool:
    """Whether the claim right before, in its paragraph, is about a topic that is held."""
    before = reader.walk.claims[-1:]
    same = bool(before) and before[0].topic == topic and before[0].text is reader.text
    return same and before[0].held


def is_on_loose_base(reader: Reader) -> bool:
    """Whether the base right before is of what was guessed, so that the change on it may be of another."""
    before = reader.walk.claims[-1:]
    return (
        bool(before)
        and before[0].kind == AMOUNT
        and before[0].measure != ACTUAL
        and before[0].carried
        and before[0].text is reader.text
    )


def is_of_budget(reader: Reader, topic: int) -> bool:
    """Whether it is a budget that differs from another one: 调整后预算 A 万元，较年初预算增长 r%.

    年初预算 A 万元，较预算减少 B 万元: the first of all budgets is what the others differ from.
    """
    base = reader.sentence.base
    if not base.startswith(BUDGET):
        return False
    stated = (one for one in reader.here(topic) if one.kind == AMOUNT and one.measure != base)
    last = next(stated, None)
    first = last is not None and (base, last.measure) == (BUDGET, _FIRST_BUDGET)
    return last is not None and last.measure.startswith(BUDGET) and not first


def is_passed_over(reader: Reader) -> bool:
    """Whether a sentence has named something of which it has stated nothing that can be read.

    A 支出减少 1 万元；B因价格下降，支出减少 2 万元: the change is B's, whatever was spoken of last.
    """
    caused = any(
        namesakes.find(reader, found["name"]) is None
        for words in reader.sentence.contexts
        if (found := cues.CAUSED.match(words))
    )
    return caused or (not reader.sentence.topics and bool(topics.modifiers(reader)))
