"""Where a list within a sentence has ended: at what is no part of its whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.claims import enumeration, groups, senses, sizes, worth
from jslint.claims.model import ACTUAL, AMOUNT, PRIOR
from jslint.claims.state import BRACKET, SENTENCE

if TYPE_CHECKING:
    from jslint.claims.state import Open, Reader, Walk


#: What comes on top of a list says so no farther before its clause.
_NEAR = 16


def has_ended(reader: Reader, opened: Open, topic: int) -> bool:
    """Whether a list within a sentence is made up, or another body is spoken of behind a semicolon."""
    if opened.depth not in (SENTENCE, BRACKET):
        return False
    if _is_no_part(reader.walk, opened, topic):
        return True
    if opened.semis != reader.sentence.semis and (
        _is_holder(reader.walk, opened, topic)
        or _is_whole_again(reader.walk, opened, topic)
        or _is_done_again(reader.walk, opened, topic)
        or _is_of_its_own(reader.walk, opened, topic)
    ):
        return True
    if opened.semis == reader.sentence.semis:
        name = reader.walk.topics[topic].name
        total = senses.is_total(name) or enumeration.SUBTOTAL.search(name) is not None
        anew = len(reader.walk.lists) > 1 or enumeration.SINCE.match(
            reader.text.value, reader.clause
        )
        # of 9, A 5 和 B 4，已支付 8; but 其他 names what is left of the whole
        other = sizes.is_other(reader.walk, opened, topic)
        ended = total or bool(anew) or other or _was_left(reader, opened, topic)
        return ended and groups.exceeds(reader.walk, opened, topic)
    if enumeration.SINCE.match(reader.tokens.masked[reader.clause : reader.edge + _NEAR]):
        return groups.exceeds(reader.walk, opened, topic)
    return reader.sentence.bodies == reader.sentence.semis or _is_of_other_side(
        reader.walk, opened, topic
    )


def _was_left(reader: Reader, opened: Open, topic: int) -> bool:
    """收入 9 万元，其中 A 5 万元、B 4 万元，已使用 8 万元，结余 1 万元: whether what was stated last is no part."""
    stated = (one for one in reader.here() if one.kind == AMOUNT and one.topic != topic)
    last = next(stated, None)
    return last is not None and last.topic in opened.apart


def is_besides(reader: Reader, opened: Open, topic: int) -> bool:
    """收入合计 9 万元，其中：A 9 万元；此外，年初结转 1 万元: what no longer fits in is no further part.

    Only what is said to come on top of the list, or what was left from the year before, is set apart so:
    of any other the list is wrong.
    """
    walk, masked = reader.walk, reader.tokens.masked
    whole = groups.whole_for(walk, opened)
    if opened.sum or not opened.parts or whole is None or topic == whole:
        return False
    left = senses.is_left_over(walk.topics[topic].name) and not senses.is_grand(
        walk.topics[whole].name
    )
    near = max(0, reader.clause - _NEAR)
    beside = enumeration.ON_TOP.search(masked, near, reader.clause)
    beside = beside or enumeration.ON_TOP.match(masked, reader.clause)
    if not (left or beside) or topic in opened.parts:
        return False
    least = len(set(opened.parts))
    return groups.exceeds(walk, opened, topic, least) or not groups.has_room(walk, opened, topic)


def _is_of_other_side(walk: Walk, opened: Open, topic: int) -> bool:
    """收入 9 万元，其中 A 8 万元；支出 7 万元: whether a list of one side is followed by the other or by both."""
    whole = groups.whole_for(walk, opened)
    if whole is None or topic == whole or not opened.parts:
        return False
    mine, name = senses.side(walk.topics[whole].name), walk.topics[topic].name
    both = all(senses.is_of_side(name, side) for side in senses.SIDES)  # 收支相抵结余
    return bool(mine) and (both or senses.side(name) not in ("", mine))


def _is_no_part(walk: Walk, opened: Open, topic: int) -> bool:
    """本年收入 9 万元，其中 A 8 万元，本年支出 7 万元，年末结转 2 万元: what no side is ever divided into.

    That is all that the other side comes to, and what was left at the end of what came in or went out.
    """
    whole = groups.whole_for(walk, opened)
    if opened.sum or whole is None or not opened.parts or topic == whole:
        return False
    mine, name = senses.side(walk.topics[whole].name), walk.topics[topic].name
    if _is_of_next_year(walk, opened, whole, topic):
        return True
    if senses.is_all_of(walk.topics[whole].name, mine) and senses.is_closing(name):
        return not senses.is_grand(walk.topics[whole].name)
    return bool(mine) and any(senses.is_all_of(name, one) for one in senses.SIDES - {mine})


def _is_holder(walk: Walk, opened: Open, topic: int) -> bool:
    """编制 9 人，其中事业编制 9 人；实有在职 8 人: who holds a post is no part of the posts."""
    name, whole = walk.topics[topic].name, groups.whole_for(walk, opened)
    if (
        enumeration.POSTS in name
        or whole is None
        or not opened.parts
        or not enumeration.HOLDERS.match(name)
    ):
        return False
    return all(enumeration.POSTS in walk.topics[one].name for one in {whole, *opened.parts})


def _is_done_again(walk: Walk, opened: Open, topic: int) -> bool:
    """投入 9 万元用于甲，其中 …；投入 8 万元用于乙: whether the same was done with other money, which is no part.

    What the list itself says to be done, as its whole is, is a part: 安排 9 万元，其中：安排 5 万元用于甲；安排 ….
    """
    whole = groups.whole_for(walk, opened)
    done = whole is not None and _is_same_deed(walk, topic, whole)
    return done and not any(_is_same_deed(walk, topic, one) for one in opened.parts)


def _is_of_its_own(walk: Walk, opened: Open, topic: int) -> bool:
    """人员经费 9 万元，其中基本工资 4 万元；公用经费 8 万元: whether a clause speaks of what stands beside the whole.

    So it is where the list has no room for it, its whole is no total, and it is called or done as the whole is,
    not as the parts are that stand in the clause of the list's cue.
    """
    whole, first = groups.whole_for(walk, opened), _first(opened)
    if whole is None or opened.sum or not first or groups.has_room(walk, opened, topic):
        return False
    if not groups.has_room(walk, opened, first[0]):
        return False  # the list is too long already
    name, told = walk.topics[whole].name, [walk.topics[one].name for one in first]
    total = senses.is_total(name) or any(senses.is_all_of(name, side) for side in senses.SIDES)
    if total or senses.is_one_of(walk.topics[topic].name, name):
        return False
    listed = opened.cue.endswith((":", "："))
    larger = sizes.is_larger(walk, topic, whole, opened.start)
    called = walk.topics[topic].name
    return _is_done_beside(called, name, told, listed=listed, larger=larger) or (
        not listed and _is_called_beside(called, name, told, larger=larger)
    )


def _is_done_beside(
    called: str, whole: str, told: list[str], *, listed: bool, larger: bool
) -> bool:
    """投入甲经费 9 万元，其中 A 4 万元；发放乙补贴 8 万元: whether a name says what else was done.

    What was done with the money of a whole that is but named is a part of that (项目经费 9 万元，其中购置甲 5 万元；改造乙 4 万元).
    """
    deeds = {found["deed"] for one in told if (found := enumeration.DONE_WITH.match(one))}
    done = enumeration.DONE_WITH.match(called)
    if done is None or done["deed"] in deeds:
        return done is not None and larger and not listed
    return not deeds or (not listed and enumeration.DONE_WITH.search(whole) is not None)


def _is_called_beside(called: str, whole: str, told: list[str], *, larger: bool) -> bool:
    """Whether a name begins and ends as a whole's does, more than as its parts' do; of none, what is larger."""
    own, others = _alike(called, whole), max(_alike(called, one) for one in told)
    return own > others or (own == others and larger)


def _alike(one: str, other: str) -> int:
    """How many characters two names begin and end with in common."""
    return senses.alike(one, other) + senses.alike(reversed(one), reversed(other))


def _first(opened: Open) -> list[int]:
    """The parts of a list that stand before the first semicolon behind its cue."""
    return [one for one, semis in opened.clauses.items() if semis == opened.semis]


def _is_same_deed(walk: Walk, topic: int, other: int) -> bool:
    name, called = walk.topics[topic].name, walk.topics[other].name
    deed = enumeration.DEED.search(name)
    return deed is not None and called.startswith(name[: deed.start()]) and called.endswith(deed[0])


def _is_whole_again(walk: Walk, opened: Open, topic: int) -> bool:
    """A 预算 9 万元，其中 B 5 万元、C 4 万元；支出 8 万元，其中 B …: whether a clause turns to the whole once more."""
    return bool(opened.parts) and not opened.sum and groups.whole_for(walk, opened) == topic


def _is_of_next_year(walk: Walk, opened: Open, whole: int, topic: int) -> bool:
    """上年支出 9 万元，其中 A 8 万元，本年支出 7 万元: what the year after came to, of all on a side."""
    said, before = walk.claims[-1], worth.last_measure(walk, whole, opened.start)
    now = said.topic == topic and said.measure == ACTUAL and before == PRIOR
    return now and any(senses.is_all_of(walk.topics[topic].name, one) for one in senses.SIDES)
