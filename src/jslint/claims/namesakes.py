"""Topics by their names: a new one, the latest of a name, the totals of a side."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING

from jslint.claims import names, senses
from jslint.claims.model import ACTUAL, AMOUNT, Topic

if TYPE_CHECKING:
    from fractions import Fraction

    from jslint.claims.model import Account
    from jslint.claims.state import Reader, Walk


#: More topics than one.
_SOME = 2


#: What a name has in quotes narrows it down to one thing.
_QUOTE = "“"
#: What the name of some of all money ends in.
_FUNDED = ("拨款", "预算")
#: How deep a （项） stands.
_ITEM = 3
#: What all that was spent or received in the year is called, 本年 left out.
_TOTALS = frozenset(("支出合计", "收入合计"))


def sides(reader: Reader, name: str) -> tuple[int, ...]:
    """The totals of income and of expenditure, where both have been stated and a name means both."""
    short = names.key(name)
    if not senses.is_joint(name) or _find(reader, short, everywhere=False) is not None:
        return ()
    found = [
        _find(reader, short.replace("收入支出", side), everywhere=False)
        for side in ("收入", "支出")
    ]
    found = _beside(reader, short, found)
    return (
        tuple(topic for topic in found if topic is not None)
        if all(topic is not None for topic in found)
        else ()
    )


def _beside(reader: Reader, short: str, found: list[int | None]) -> list[int | None]:
    """Two sides of which the paragraph calls one by its full name: 财政拨款收入总计 A，支出总计 B."""
    if found.count(None) != 1:
        return found
    here = {one.topic for one in reader.here()}
    _, _, rest = short.partition("收入支出")
    other = _find(reader, f"{('收入', '支出')[found.index(None)]}{rest}", everywhere=False)
    named = next(one for one in found if one is not None)
    return [other if one is None else one for one in found] if {other, named} <= here else found


def differ(reader: Reader, found: tuple[int, ...]) -> bool:
    """Whether topics were not last stated with one amount, so that it is not all one which is meant."""
    stated = [
        next(
            (
                claim.figure.exact()
                for at in reversed(reader.walk.amounts.get(topic, ()))
                if (claim := reader.walk.claims[at]).measure == ACTUAL and claim.figure
            ),
            None,
        )
        for topic in found
    ]
    return None in stated or len(set(stated)) > 1


def of_sides(reader: Reader, side: str) -> tuple[int, ...]:
    """The topics of income and expenditure together, or of a side, that were stated last, these first."""
    walk = reader.walk
    spoken = dict.fromkeys((*walk.told, *reader.sentence.topics))
    row = tuple(topic for topic in spoken if _is_on(walk.topics[topic].name, side))
    return row[::-1] or _of_both(reader, side) or _of_paragraph(reader, side)


def _of_paragraph(reader: Reader, side: str) -> tuple[int, ...]:
    """What the paragraph has stated of a side: 支出 9 万元。结余 1 万元。支出具体如下."""
    stated = (one for one in reader.here() if one.kind == AMOUNT and one.is_money)
    spoken = dict.fromkeys(one.topic for one in stated if one.measure == ACTUAL)
    called = reader.walk.topics
    return tuple(one for one in spoken if _is_on(called[one].name, side))


def _is_on(name: str, side: str) -> bool:
    """Whether a name is of a side or of both, and not of what they leave: 收支相抵后结余."""
    return senses.is_of_side(name, side) and not senses.is_set_off(name)


def _of_both(reader: Reader, side: str) -> tuple[int, ...]:
    """The one total of both sides that a list of the other side has divided: 收入包括 …。支出包括 …."""
    walk = reader.walk
    opened = walk.lists[-1].candidates[:1] if walk.lists else ()
    done = walk.groups[-1:] if not walk.lists else []
    wholes = (
        *opened,
        *(one.whole for one in done if walk.claims[one.start].text is reader.text),
    )
    both = all(
        senses.is_of_side(walk.topics[one].name, kind) for one in wholes for kind in senses.SIDES
    )
    return wholes if both and side in senses.SIDES else ()


def of_side(reader: Reader, topic: int, subject: str) -> int:
    """What 收入 or 支出 alone means where the topic spoken of is not of it.

    The only whole of that side which this sentence or the one before has stated, else the section's
    last total.
    """
    walk, side = reader.walk, names.key(subject)
    if side not in senses.SIDES or senses.is_of_side(walk.topics[topic].name, side):
        return topic
    divided = {part for group in walk.groups for part in group.parts}
    said = (*walk.told, *reader.sentence.topics)
    own = {one for one in said if senses.side(walk.topics[one].name) == side} - divided
    if len(own) == 1:
        return own.pop()
    totals = (
        one.index
        for one in walk.topics[walk.scope_start :]
        if senses.is_total(one.name) and senses.is_of_side(one.name, side)
    )
    stated = sorted(totals, key=lambda one: walk.amounts.get(one, [-1])[-1])
    return stated[-1] if stated else add(reader, subject)


def of_its_money(reader: Reader, subject: str) -> str:
    """财政拨款收入总计 9 万元、支出总计 9 万元: a total as of the money of the other side's just stated; empty for others."""
    last, short, side = reader.walk.claims[-1:], names.plain(subject), senses.side(subject)
    if not (last and side and senses.is_total(subject)) or last[0].text is not reader.text:
        return ""
    if last[0].kind != AMOUNT or last[0].topic not in reader.sentence.topics:
        return ""
    (other,) = senses.SIDES - {side}
    before = names.plain(reader.walk.topics[last[0].topic].name)
    money = before.removesuffix(short.replace(side, other))
    return f"{money}{subject}" if money != before and money.endswith(_FUNDED) else ""


def add(reader: Reader, name: str, account: Account | None = None) -> int:
    """A new topic of this name."""
    walk = reader.walk
    index = len(walk.topics)
    key = names.key(name)
    walk.topics.append(Topic(index, name, key, reader.path, account, reader.tokens.number))
    item = walk.item if reader.first is not None else 0
    plain = names.plain(name)
    walk.first.setdefault(plain, index)
    if plain not in walk.called:
        insort(walk.endings, plain[::-1])
    walk.called.setdefault(plain, []).append(index)
    if account is None:
        key = _own(reader, key) if senses.is_relative(name) else key
        walk.latest[key] = walk.latest_of[key, item] = index
    return index


def _own(reader: Reader, key: str) -> str:
    """What a name such as 该项目 goes by, which means in each paragraph what that is about."""
    return f"{key}{id(reader.text)}"


def find_or_add(reader: Reader, name: str) -> int:
    """The topic that ``find`` finds, a new one where it finds none."""
    found = find(reader, name)
    return add(reader, name) if found is None else found


def find(reader: Reader, name: str, *, everywhere: bool = False) -> int | None:
    """The latest topic of this section (or of the report) that goes by the same name.

    What one numbered item says of its parts is nothing that another speaks of.
    """
    key = names.key(name)
    if senses.is_masked(name):
        return None
    found = _find(reader, _own(reader, key), everywhere=everywhere)
    if found is None:
        found = _find(reader, key, everywhere=everywhere)
    if found is not None and senses.is_relative(name) and next(reader.here(found), None) is None:
        return None
    if found is not None and senses.depth(name) and _is_other_level(reader, found, name):
        found = None
    if found is not None and (
        _is_of_other_side(reader, found, name) or _is_another_item(reader, found, name)
    ):
        found = None
    together = names.joint(key) if found is None else ""
    return _find(reader, together, everywhere=everywhere) if together else found


def _is_other_level(reader: Reader, topic: int, name: str) -> bool:
    """Whether an account is not the topic: 培训支出（项） is not 培训费, 教育支出（类） may be 教育支出."""
    other, deep = reader.walk.topics[topic].name, senses.depth(name)
    if senses.depth(other):
        return senses.depth(other) != deep
    return deep > 1 and not names.plain(name).startswith(names.plain(other))


def _is_of_other_side(reader: Reader, topic: int, name: str) -> bool:
    """Whether a topic that names no side is a part of income, and the name is of spending, or so.

    财政拨款收入 A 万元（其中一般公共预算 B 万元）: that is not 一般公共预算财政拨款支出.
    """
    walk = reader.walk
    side = senses.side(name) or (walk.lists[-1].side if walk.lists else "")
    if side and walk.sides.get(topic, side) != side:
        return True
    if not side or senses.side(walk.topics[topic].name):
        return False
    wholes = (group.whole for group in walk.groups if topic in group.parts)
    return any(senses.side(walk.topics[one].name) not in ("", side) for one in wholes)


def _is_another_item(reader: Reader, topic: int, name: str) -> bool:
    """Whether a numbered account is another than one of the same name.

    （1）行政运行（项） and （4）行政运行（项） stand in one list, or in those of two classes, and their
    款 would tell them apart; of ①教育（类） and ③教育（类） in one list, one has the wrong name.
    """
    number, opened = reader.tokens.number, reader.walk.lists[-1:]
    depth = senses.depth(name)
    if reader.first is not None or not number or not depth or not opened:
        return False
    if topic in opened[0].parts:
        return reader.walk.topics[topic].number != number
    return depth == _ITEM and any(
        topic in group.parts and group.whole not in opened[0].candidates
        for group in reader.walk.groups
    )


def _find(reader: Reader, key: str, *, everywhere: bool) -> int | None:
    walk = reader.walk
    if everywhere:
        return walk.latest.get(key)
    found = max(walk.latest_of.get((key, item), -1) for item in (0, walk.item))
    return found if found >= walk.scope_start else None


def first_total(reader: Reader, short: str) -> int | None:
    """The first 支出合计 or 收入合计 of the report, whatever 本年 or 年度 stands before it."""
    if short not in _TOTALS:
        return None
    names_of_it = {short, f"本年{short}", f"本年度{short}"}
    first = reader.walk.first
    return min((first[name] for name in names_of_it if name in first), default=None)


def ending(reader: Reader, short: str, part: int) -> list[int]:
    """The last topic of each name of the section that ends so, but for a part; no more than two."""
    walk, backwards = reader.walk, short[::-1]
    found: list[int] = []
    at = bisect_left(walk.endings, backwards)
    while at < len(walk.endings) and walk.endings[at].startswith(backwards) and len(found) < _SOME:
        others = [one for one in walk.called[walk.endings[at][::-1]][-2:] if one != part]
        found += others[-1:]
        at += 1
    return found


def whole(reader: Reader, name: str) -> int | None:
    """The section's topic of this name, else of what it has in quotes: “三公”经费支出决算."""
    found = find(reader, name)
    word = names.quoted(name)
    return find(reader, word) if found is None and word else found


def elsewhere(reader: Reader, name: str) -> int | None:
    """The topic of an earlier section that a name in quotes means: “三公”经费支出决算中，….

    Only where all that the report has stated under names that end so is one amount.
    """
    if _QUOTE not in name:
        return None
    walk, ending_of_it = reader.walk, names.key(name)
    called = [one.index for one in walk.topics if one.key.endswith(ending_of_it)]
    stated = {amount: topic for topic in called for amount in _outturns(walk, topic)}
    return next(iter(stated.values())) if len(stated) == 1 else None


def _outturns(walk: Walk, topic: int) -> set[Fraction]:
    """The amounts of money that a topic has been said to come to."""
    claims = (walk.claims[at] for at in walk.amounts.get(topic, ()))
    return {
        claim.figure.exact()
        for claim in claims
        if claim.measure == ACTUAL and claim.is_money and claim.figure
    }
