"""How far a topic is from what it is measured on: changes, new levels, differences from a budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.claims import (
    cues,
    doubts,
    enumeration,
    groups,
    items,
    joints,
    lists,
    names,
    namesakes,
    senses,
    times,
    topics,
)
from jslint.claims.model import (
    ACTUAL,
    AMOUNT,
    ASSUMED,
    BUDGET,
    CHANGE,
    EARLIER,
    EITHER,
    ELSEWHEN,
    GROWTH,
    MENTION,
    ORDER,
    PRIOR,
    Group,
    budget_of,
)
from jslint.figures.figure import Dimension

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from jslint.claims.model import Claim
    from jslint.claims.sentence import Token
    from jslint.claims.state import Reader


#: What was said of a whole is looked for among so many of the last claims about it.
_LAST = 8
#: What both sides are called at once.
_BOTH_SHORT, _BOTH = "收支", "收入支出"
#: How the number of a year begins.
_CENTURY = "20"


def change(reader: Reader, token: Token, words: str, turn: re.Match[str]) -> None:
    """Claim that a topic changed by an amount or a rate against a base."""
    former = cues.BASE.search(words)
    name = _without(words, former) if former else words
    if former is None and (other := cues.OTHER_BASE.match(words)):
        name, reader.sentence.base = "", f"{PRIOR}:{other['name']}"
    subject = names.subject(name.strip(), reader.walk.unit_name)
    reader.sentence.time = times.of_clause(reader, words[: former.start()] if former else words)[0]
    implied = names.is_generic(subject)
    if implied and (side := _one_of_both(reader, subject)):
        subject, implied = side, False
    if implied and reader.sentence.head:
        subject, reader.sentence.head, implied = reader.sentence.head, "", False
    implied = implied and not topics.sums_up(reader, subject)
    nameless, sides = implied, namesakes.sides(reader, subject)
    topic = sides[0] if sides else topics.known(reader, subject)
    if topic is None and subject:
        topic = namesakes.add(reader, topics.called(reader, subject))
    if topic is None:
        return
    if any(map(cues.SIGN_TURNED.search, (words, *reader.sentence.contexts))):
        reader.claim(MENTION, topic, token.start, token.end, token)
        return
    if words and (row := _moved_before(reader, token, subject)):
        _net_of(reader, token, turn, row)
        return
    if implied and not sides:
        topic = topics.of_list_before(reader, topic)
        topic = namesakes.of_side(reader, topic, subject)
        topic = topics.counted_alike(reader, topic, token)
    loose = nameless and doubts.is_on_loose_base(reader)
    implied = bool(sides) or loose or (implied and not topics.is_just_stated(reader, topic))
    budgeted = doubts.is_of_budget(reader, topic) and not cues.OUTTURN.search(subject)
    guessed = nameless and (doubts.is_passed_over(reader) or budgeted)
    guessed = guessed or namesakes.differ(reader, sides)
    taken = nameless and doubts.is_carried(reader, topic) and not loose
    held = taken and not guessed and doubts.is_held(reader, topic)
    turn_to(reader, token, topic, turn, implied=implied, carried=guessed or taken, held=held)


def is_addend(reader: Reader, words: str, turn: re.Match[str]) -> bool:
    """支出 5 万元，加上节省支出 1 万元: whether a word of change names what a sum adds, and no change."""
    opened = reader.walk.lists[-1:]
    named = words.strip() == turn[0].strip() and turn[0].strip() != turn["word"]
    return bool(opened) and opened[0].sum and named and not reader.sentence.base


def _moved_before(reader: Reader, token: Token, subject: str) -> list[Claim]:
    """A 增加 3 万元，B 减少 1 万元，合计增加 2 万元: the changes that a net one sums up; nothing where that is not certain.

    They are all that the sentence has said, each of another thing and none of a part of one of them.
    """
    many = enumeration.SO_MANY.match(subject)
    if not token.is_money or not (joints.NET_SUM.fullmatch(subject) or many) or reader.walk.lists:
        return []
    said = reader.walk.claims[reader.sentence.start :]
    row = [one for one in said if one.kind == CHANGE]
    spoken = {one.topic for one in row}
    alike = len({one.measure for one in row}) == 1 and all(
        one.is_money and one.direction for one in row
    )
    parts = any(one.whole in spoken for one in reader.walk.groups[-_LAST:])
    sides = {senses.side(reader.walk.topics[one].name) for one in spoken}
    if not alike or parts or sides >= senses.SIDES or not 1 < len(row) == len(spoken):
        return []
    return row if many is None or items.count(many) == len(row) else []


def _net_of(reader: Reader, token: Token, turn: re.Match[str], row: list[Claim]) -> None:
    """Claim what changes come to, and that they do."""
    walk, whole = reader.walk, namesakes.add(reader, "合计")
    sign = cues.direction(turn["word"])
    reader.claim(
        CHANGE, whole, token.start, token.end, token, measure=row[0].measure, direction=sign
    )
    parts = tuple(one.topic for one in row)
    walk.groups.append(
        Group(
            len(walk.groups),
            whole,
            parts,
            "合计",
            closed=True,
            start=row[0].index,
            end=len(walk.claims),
        )
    )
    reader.sentence.topics.append(whole)
    walk.last = whole


def _one_of_both(reader: Reader, side: str) -> str:
    """本年收支与上年相比，收入增加 …，支出减少 …: the side of what is compared that a clause names; empty for none.

    It is called as both are, where that has been stated (本年收入).
    """
    sentence = reader.sentence
    joint = all(senses.is_of_side(sentence.head, one) for one in senses.SIDES)
    if side not in senses.SIDES or not (joint or sentence.both):
        return ""
    if joint:
        sentence.both, sentence.head = sentence.head, ""  # what follows is of one of them
    called = sentence.both.replace(_BOTH_SHORT, side).replace(_BOTH, side)
    return "" if namesakes.find(reader, called) is None else called


def goes_on(reader: Reader, token: Token, words: str) -> bool:
    """比上年增加 A 批、B 人次: a further change right behind one, of a count in its own unit."""
    before = reader.walk.claims[-1:]
    if not before or before[0].kind != CHANGE or before[0].text is not reader.text:
        return False
    if before[0].end != reader.edge or not cues.CHANGES_ON.fullmatch(words):
        return False
    follow(reader, token, before[0], CHANGE)
    return True


def follow(
    reader: Reader, token: Token, change: Claim, kind: str, *, sign: int | None = None
) -> None:
    """Claim what goes with a change: its rate, or a further one, of the same base and as sure as it is.

    ``sign`` is the direction where its own word tells it.
    """
    further = kind == CHANGE
    reader.claim(
        kind,
        topics.counted_alike(reader, change.topic, token) if further else change.topic,
        token.start,
        token.end,
        token,
        measure=change.measure,
        direction=change.direction if sign is None else sign,
        implied=further or change.implied,
        carried=change.carried,
        held=change.held,
    )


def _without(words: str, base: re.Match[str]) -> str:
    """The words of a change but its base; a name on both sides is one: 费用比上年费用减少."""
    before, behind = words[: base.start()], words[base.end() :]
    said, more = names.subject(before), names.subject(behind)
    again = names.key(said) == names.key(more)
    # 决算收入较年初预算收入增加: the side that both are of
    again = again or (names.is_generic(more) and senses.side(said) == senses.side(more) != "")
    return before if again else before + behind


def turn_to(
    reader: Reader,
    token: Token,
    topic: int,
    turn: re.Match[str],
    *,
    implied: bool = False,
    carried: bool = False,
    held: bool = False,
) -> None:
    """Claim that a topic changed by an amount or a rate, in the direction of a word."""
    dimension = token.figure.unit.dimension if token.figure else None
    kind = CHANGE if dimension in (Dimension.AMOUNT, Dimension.COUNT) else GROWTH
    sign = None if turn["choice"] or turn["either"] else cues.direction(turn["word"])
    assumed = ASSUMED if topic in reader.sentence.budgeted else PRIOR
    assumed = _as_whole(reader) or assumed
    base = reader.sentence.base or assumed
    if base.startswith(PRIOR):
        base = _base_then(reader, topic, base)
    reader.claim(
        kind,
        topic,
        token.start,
        token.end,
        token,
        measure=base,
        direction=sign,
        implied=implied,
        carried=carried,
        held=held,
    )
    lists.join_within(reader, topic)
    reader.sentence.topics.append(topic)
    reader.walk.last = topic


def _as_whole(reader: Reader) -> str:
    """What a part's change is measured on where it does not say: what its whole's was; empty for no part.

    支出合计 9 万元，比预算减少 1 万元，比上年下降 r%。其中，A 5 万元，减少 1 万元: against which is not said.
    """
    opened, walk = reader.walk.lists[-1:], reader.walk
    whole = groups.whole_for(walk, opened[0]) if opened else None
    said = () if whole is None else tuple(dict.fromkeys(_said_last(reader, whole)))
    return said[0] if len(said) == 1 else EITHER if said else ""


def _said_last(reader: Reader, whole: int) -> Iterator[str]:
    """What the changes of a whole were measured on that were stated of it last, in a row."""
    claims, moved = reader.walk.claims, (CHANGE, GROWTH)
    spoken = reader.walk.spoken.get(whole, ())[-_LAST:]
    last = next((at for at in reversed(spoken) if claims[at].kind in moved), None)
    if last is None:
        return
    for claim in map(claims.__getitem__, range(last, max(-1, last - _LAST), -1)):
        if claim.topic != whole or claim.text is not claims[last].text:
            return
        if claim.kind in moved:
            yield claim.measure


def _base_then(reader: Reader, topic: int, base: str) -> str:
    """The base of a change, by the year of what changed: 2022年较2021年增长, 2021年较上年增长."""
    time = reader.sentence.time
    if time.startswith(f"{PRIOR}:"):
        return ELSEWHEN + time.removeprefix(PRIOR)
    if time == PRIOR and base.startswith(f"{PRIOR}:{_CENTURY}"):
        return EARLIER + base.removeprefix(PRIOR)
    if time == PRIOR and _is_past(reader, topic):
        # A 9 万元；/ 上年同期 A 8 万元，较上年增长: of either, where a line says the one and the next the other
        return ELSEWHEN if _is_told(reader, topic) else EARLIER
    # 2023年 A 元；2022年 B 元，较上年增长: B on what was before it, or A on B
    return ELSEWHEN if time == base == PRIOR and _is_past_here(reader, topic) else base


def _is_past_here(reader: Reader, topic: int) -> bool:
    """Whether a clause between stops and semicolons is of last year by its number, of a topic only."""
    masked = reader.tokens.masked
    since = max(map(masked[: reader.clause].rfind, ";；。")) + 1
    if (
        reader.walk.year is None
        or names.year(masked[since : reader.clause]) != reader.walk.year - 1
    ):
        return False
    here = (one for one in reader.here(topic) if one.kind == AMOUNT and one.start >= since)
    return {one.measure for one in here} == {PRIOR}


def _is_past(reader: Reader, topic: int) -> bool:
    """Whether a paragraph speaks of last year's amount of a topic alone, so that changes are its."""
    stated = False
    for claim in reader.here(topic):
        if claim.kind == AMOUNT and not claim.measure.startswith(PRIOR):
            return False
        stated = stated or (claim.kind == AMOUNT and claim.measure == PRIOR)
    return stated


def _is_told(reader: Reader, topic: int) -> bool:
    """Whether the paragraph before has stated this year's amount of a topic."""
    claims = reader.walk.claims
    before = len(claims) - 1 - sum(1 for _ in reader.here())
    return before >= 0 and any(
        one.text is claims[before].text and one.kind == AMOUNT and one.measure == ACTUAL
        for one in (claims[at] for at in reader.walk.spoken.get(topic, ())[-_LAST:])
    )


def new_level(reader: Reader, token: Token, words: str, level: re.Match[str]) -> None:
    """增加到 A: the subject now comes to A; 由 A 减少到: it came from A, last year's amount."""
    before = words[: level.start()]
    base = cues.BASE.search(before)
    subject = names.subject(before[: base.start()] if base else before, reader.walk.unit_name)
    if names.is_generic(subject) and reader.sentence.head and not reader.sentence.topics:
        subject = reader.sentence.head  # A 较上年翻番，由 1 万元增至 2 万元
    now = topics.current(reader) if names.is_generic(subject) else topics.named(reader, subject)
    if now is None or (not reader.sentence.base.startswith(PRIOR) and reader.sentence.base):
        return
    if level["level"]:
        carried = names.is_generic(subject) and not doubts.is_certain(reader, now)
        reader.claim(AMOUNT, now, token.start, token.end, token, measure=ACTUAL, carried=carried)
        start = token.start - (len(words) - level.start())
        reader.claim(
            ORDER,
            now,
            start,
            start + len(level["turn"]),
            measure=reader.sentence.base or PRIOR,
            direction=cues.direction(level["turn"]),
        )
        lists.join(reader, now)
    elif level["from"] and cues.TO_LEVEL.match(reader.tokens.masked, token.end):
        then = level["then"] or ""
        measure = times.of_base(reader, then)
        if measure.startswith(f"{PRIOR}:"):
            reader.sentence.base = measure  # 从2019年的 A 增加到 B，增长 r%
            reader.sentence.time = ACTUAL
        reader.claim(AMOUNT, now, token.start, token.end, token, measure=measure)
    else:
        return
    topics.speak_of(reader, now)


def is_source(reader: Reader, words: str) -> bool:
    """较年初增加 1 辆，系新购 1 辆: whether words say where the change right before them came from."""
    before = reader.walk.claims[-1:]
    changed = bool(before) and before[0].kind in (CHANGE, GROWTH) and before[0].text is reader.text
    return changed and joints.IS_FROM.match(words) is not None


def level(reader: Reader, token: Token, words: str) -> re.Match[str] | None:
    """The words by which an amount is a new level, or the one that a change starts from; None for neither.

    由某单位成交 A 万元, 由 3 个科室组成: nothing changes from there.
    """
    level = cues.NEW_LEVEL.search(words)
    if level is None or level["level"]:
        return level
    starts = reader.is_followed(token, cues.TO_LEVEL)
    if level["then"] or not token.is_money:
        return level if starts and level["from"] else None
    return level


def is_net(reader: Reader, words: str, turn: re.Match[str]) -> bool:
    """新增 9 万元，报废 2 万元，净增 7 万元: whether a change is of nothing but what stands before it."""
    based = reader.sentence.base or cues.BASE.search(words)
    before = reader.walk.claims[-1:]
    # 由年初的 62 人增至 66 人，净增加 4 人: between what has just been stated
    between = bool(before) and before[0].kind == ORDER and before[0].text is reader.text
    return not (based or between) and cues.NET.search(words, 0, turn.start()) is not None


def is_left(reader: Reader, words: str) -> bool:
    """Whether what is left is of a budget that the sentence has just stated of its subject."""
    topic = topics.current(reader)
    if topic is None or cues.LEFT.fullmatch(words) is None:
        return False
    return topic in reader.sentence.budgeted or any(
        claim.kind == AMOUNT and claim.measure.startswith(BUDGET) for claim in reader.here(topic)
    )


def over(reader: Reader, token: Token, words: str, over: re.Match[str]) -> None:
    """超预算 A 万元: the outturn differs from the budget by A, the way that the word says."""
    topic = topics.known(reader, words[: over.start()])
    if topic is not None:
        sign = 1 if cues.relation(over["word"]) >= 0 and over["word"] != "不足" else -1
        measure = budget_of(over["against"])
        reader.claim(CHANGE, topic, token.start, token.end, token, measure=measure, direction=sign)


def left(reader: Reader, token: Token, words: str) -> None:
    """节约 A 万元, 超收 A 万元: how far the subject is from its budget, the way that the word says."""
    said = cues.LEFT.fullmatch(words)
    sign = 0 if said is None else bool(said["more"]) - bool(said["less"])
    gap(reader, token, "", sign)


def gap(reader: Reader, token: Token, words: str, sign: int | None = None) -> None:
    """差值为 A 万元: how far the subject is from its budget, or from the year before."""
    topic = topics.known(reader, words)
    if topic is None:
        return
    stated = [claim.measure for claim in reader.here(topic) if claim.kind == AMOUNT]
    bases = [one for one in stated if one != ACTUAL]
    base = reader.sentence.base or (bases[0] if bases else ASSUMED)
    sign = sign or _way(reader, topic, base)
    reader.claim(CHANGE, topic, token.start, token.end, token, measure=base, direction=sign)


def _way(reader: Reader, topic: int, base: str) -> int | None:
    """Which way a topic has gone from a base by the amounts of both; None where one is not stated."""
    stated = {
        claim.measure: claim.figure.exact()
        for claim in reversed(list(reader.here(topic)))
        if claim.kind == AMOUNT and claim.figure
    }
    now, then = stated.get(ACTUAL), stated.get(base)
    if now is None or then is None or now == then:
        return None
    return 1 if now > then else -1


def differ(reader: Reader, token: Token, word: str, *, base: str) -> None:
    """决算数大于预算数 A 万元: the same by a comparison with a budget, or with the year before."""
    topic = topics.current(reader)
    if topic is not None:
        sign = cues.relation(word)
        reader.claim(CHANGE, topic, token.start, token.end, token, measure=base, direction=sign)
