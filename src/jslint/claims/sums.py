"""Sums whose total stands at their end: A 5 万元，加上 B 3 万元，合计 8 万元."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from jslint.claims import enumeration, groups, items, lists, names, namesakes, senses, topics, worth
from jslint.claims.model import ACTUAL, AMOUNT, Group
from jslint.claims.state import MONEY, PARAGRAPHS, SENTENCE

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterable

    from jslint.claims.model import Claim
    from jslint.claims.sentence import Token
    from jslint.claims.state import Open, Reader
    from jslint.figures.figure import Figure


#: What tells a total from its first addend where both have one name.
_ALL = "总"
#: A whole and the one part that is told of it.
_PAIR = 2
#: More things than this nobody counts in one clause to add them up.
_MANY = 8


def add(reader: Reader, token: Token) -> None:
    """A 5 万元，加上 B 3 万元、C 1 万元，收入合计 9 万元: a sum begins with one of those before."""
    spoken = tuple(reversed(dict.fromkeys(reader.sentence.topics or reader.walk.told)))
    spoken = tuple(_since_semicolon(reader, spoken)) or spoken
    lists.end_sentence(reader.walk)
    opened = reader.walk.lists[-1:]
    if opened and opened[0].trailing and spoken and set(spoken) <= set(opened[0].parts):
        groups.settle(reader.walk, reader.walk.lists.pop())
    last = reader.walk.groups[-1:]
    if last and spoken and (set(spoken) <= set(last[0].parts) or _divides(reader, last[0], spoken)):
        spoken = (last[0].whole,)  # what was divided is added to, not its last part
    if spoken and not reader.sentence.aside:
        addends = lists.open_list(reader, spoken, reader.shown(token), closed=True)
        addends.sum = True
        reader.walk.lists.append(addends)
    reader.advance(token, clause=True)


def _since_semicolon(reader: Reader, spoken: Iterable[int]) -> list[int]:
    """Those of the topics that the sentence has stated since its last semicolon, if it has one."""
    sentence = reader.sentence
    return [topic for topic in spoken if sentence.said.get(topic, sentence.semis) == sentence.semis]


def _divides(reader: Reader, group: Group, spoken: Collection[int]) -> bool:
    """Whether a sentence has stated a whole and the parts that make it up, and nothing else."""
    walk = reader.walk
    if not set(spoken) <= {group.whole, *group.parts}:
        return False
    wholes = worth.last_amounts(walk, group.whole, group.start)
    parts = worth.stated_in(walk, list(group.parts), group.start)
    return bool(wholes) and len(parts) > 1 and worth.adds_up(parts, wholes[0])


def gather(reader: Reader, spoken: tuple[int, ...]) -> None:
    """Make addends of all that a sentence has stated, where it stated amounts and rates of them."""
    walk = reader.walk
    said = [one for one in _stated(reader, spoken) if one.kind == AMOUNT and one.is_money]
    claims = [one for one in said if one.measure == ACTUAL] or said
    alike = all(one.measure == claims[0].measure for one in claims)
    sides = {senses.side(walk.topics[one.topic].name) for one in claims}
    alike = alike and not sides >= senses.SIDES  # nobody adds what came in to what went out
    if alike and [one.topic for one in claims] == list(spoken):
        opened = lists.open_list(reader, spoken[:1], "合计", closed=True)
        opened.sum, opened.parts, opened.start = True, list(spoken[1:]), claims[0].index + 1
        walk.lists.append(opened)


def _closes_added(reader: Reader, token: Token, subject: str, measure: str) -> bool:
    """A 9 万元，加上 B 1 万元，全镇收入总计 10 万元: the total, by its own name or by the first addend's."""
    walk = reader.walk
    opened = walk.lists[-1] if walk.lists else None
    if opened is None or not opened.sum or not opened.parts or not _is_near(reader, opened):
        return False
    again = names.key(subject) in {walk.topics[one].key for one in opened.candidates}
    called = {senses.side(walk.topics[one].name) for one in (*opened.candidates[:1], *opened.parts)}
    sided = {
        senses.side(subject),
        *called,
    } >= senses.SIDES  # nobody adds to what was received what was paid
    total_named = senses.is_total(subject) or senses.is_all_told(subject)
    if sided or not (again or total_named):
        return False
    whole = namesakes.add(reader, f"{_ALL}{subject}" if again else subject)
    reader.claim(AMOUNT, whole, token.start, token.end, token, measure=measure)
    total(reader, whole)
    topics.speak_of(reader, whole)
    return True


def _is_near(reader: Reader, opened: Open) -> bool:
    """Whether a sum is of the sentence being read, without a semicolon since it began."""
    return opened.depth == SENTENCE and opened.semis == reader.sentence.semis


def _stated(reader: Reader, spoken: Collection[int]) -> list[Claim]:
    """What the sentence has claimed of topics."""
    start, topics_said = reader.sentence.start, set(spoken)
    here = reader.walk.claims[start:] if reader.sentence.topics else list(reader.here())[::-1]
    return [one for one in here if one.text is reader.text and one.topic in topics_said]


def _since_sum(reader: Reader) -> list[int]:
    """What the sentence has stated, since its last semicolon where it summed up what stood before.

    A各 1 万元，共 2 万元；B各 3 万元，共 6 万元: each sum is of its own clause, though that has but one name.
    """
    sentence, names_of = reader.sentence, reader.walk.topics
    here = [one for one in sentence.topics if sentence.said.get(one) == sentence.semis]
    before = [one for one in sentence.topics if one not in here]
    called = (names_of[one].name for one in (*before, *sentence.summed))
    summed = any(
        not name or senses.is_total(name) or enumeration.ALTOGETHER.fullmatch(name)
        for name in called
    )
    return here if summed and here else sentence.topics


def _gone_through(reader: Reader) -> tuple[int, ...]:
    """A 1 万元，B 2 万元。合计 3 万元: what the paragraph has stated, if the sentence before stated all."""
    units, stated = reader.walk.units, list[int]()
    told = {one for one in reader.walk.told if MONEY in units.get(one, ())}
    for one in reader.here():
        if one.kind == AMOUNT and one.is_money and one.measure == ACTUAL:
            if one.topic not in told:
                return ()
            stated.append(one.topic)
    return tuple(dict.fromkeys(reversed(stated))) if set(stated) == told else ()


def total(reader: Reader, whole: int) -> None:
    """Make a group of a sum whose total, a new topic, has just been stated."""
    walk = reader.walk
    opened = walk.lists.pop()
    rest = worth.stated_in(walk, opened.parts, opened.start)
    final = walk.claims[-1].figure
    firsts = [
        topic
        for topic in opened.candidates
        for claim in reader.here(topic)
        if claim.kind == AMOUNT and claim.index < opened.start and claim.figure
        if final and worth.adds_up([claim.figure, *rest], final)
    ]
    sure = len(opened.candidates) == 1
    if not firsts and (nearest := _nearest(reader, opened, rest, final)) is not None:
        firsts, sure = [nearest], True
    first = (firsts or list(opened.candidates))[0]
    parts = tuple(dict.fromkeys((first, *opened.parts)))
    before = [at for at in walk.amounts.get(first, ()) if at < opened.start]
    start = before[-1] if before else opened.start
    walk.groups.append(
        Group(
            len(walk.groups),
            whole,
            parts,
            opened.cue,
            closed=True,
            start=start,
            end=len(walk.claims),
            sure=sure,
        )
    )


def _nearest(reader: Reader, opened: Open, rest: list[Figure], final: Figure | None) -> int | None:
    """总收入 9 万元，其中 A 7 万元；加上 B 2 万元，收入合计 9 万元: which of the two a sum begins with that fits none.

    The one that misses by less; None where the candidates are not just a whole and its only part.
    """
    last = reader.walk.groups[-1:]
    if final is None or not last or set(opened.candidates) != {last[0].whole, *last[0].parts}:
        return None
    stated = {
        topic: claim.figure.exact()
        for topic in opened.candidates
        for claim in reader.here(topic)
        if claim.kind == AMOUNT and claim.index < opened.start and claim.figure
    }
    if len(opened.candidates) != _PAIR or len(stated) != _PAIR:
        return None
    left = final.exact() - sum((one.exact() for one in rest), Fraction(0))
    return min(stated, key=lambda topic: abs(stated[topic] - left))


def closes(reader: Reader, token: Token, words: str, measure: str) -> bool:
    """合计 A 万元 behind the parts of a list: the whole once more, and the list's end.

    Without a list it sums up what its sentence has stated: a total of its own.
    """
    subject, walk = names.subject(words, reader.walk.unit_name), reader.walk
    subject = (
        said.rstrip("为是") if enumeration.SUMMED.fullmatch(said := words.strip()) else subject
    )
    summed = enumeration.SUMMED.fullmatch(subject)
    if not summed and not is_altogether(reader, words):
        in_total = enumeration.IN_TOTAL.search(words) is not None and not names.is_generic(subject)
        return _closes_named(reader, token, f"{subject}合计" if in_total else subject, measure)
    if is_of_counted(reader):
        return False
    many = enumeration.SO_MANY.match(words.strip())
    if many is not None and items.closes_counted(reader, token, many, measure):
        return True
    if items.closes_all(reader, token, words, measure):
        return True
    if (some := _last_of_list(reader, token, words)) is not None:
        _subtotal(reader, token, some, measure)
        return True
    opened, sided = _opened(reader), _is_sided(summed)
    if opened is not None and not opened.candidates and not opened.sum:
        walk.lists.pop()  # 支出按经济分类划分：A 1 元，B 2 元，共计 3 元: nothing stated is divided
        opened = None
    if opened is not None and not opened.sum and opened.parts and not sided:
        whole = groups.whole_for(walk, opened)
        if whole is None and opened.candidates and not worth.units_of(walk, opened.candidates[0]):
            # 某支出按经济分类：A 1 元、B 2 元，合计 3 元
            _claim(reader, token, opened.candidates[0], measure)
            groups.settle(walk, walk.lists.pop())
            return True
        if whole is not None:
            groups.settle(walk, walk.lists.pop())
            own = walk.claims[walk.amounts[whole][-1]].measure if walk.amounts.get(whole) else ""
            # 预算 9 万元，其中：A 5 万元、B 4 万元，共计 9 万元: the whole as it was measured
            _claim(reader, token, whole, own if measure == ACTUAL and own else measure)
            return True
    told = None if sided else _told(reader)
    if told is not None:
        _claim(reader, token, told, measure)
        return True
    # 3 个项目，涉及 A 1 万元、B 2 万元，合计 3 万元: nobody adds projects to money
    spoken = tuple(
        one for one in dict.fromkeys(_since_sum(reader)) if MONEY in walk.units.get(one, ())
    )
    if not spoken and not sided and not reader.tokens.number:
        spoken = _gone_through(reader)
    side = "" if summed is None else senses.side(summed[0])
    if many is not None and items.count(many) != len(spoken):
        return False  # A安排 5 万元，支出 4 万元；B …；两项共安排 9 万元
    if not _is_sum(reader, opened, spoken, side) or (side and _exceeds(reader, token)):
        return False
    whole = namesakes.add(reader, subject)
    if opened is None:
        gather(reader, spoken)
    elif not opened.sum:
        divides = groups.whole_for(walk, opened) is not None
        groups.settle(walk, walk.lists.pop())
        if not divides:
            gather(
                reader, spoken
            )  # A、B 分别为：A 1 万元，B 2 万元，共计 3 万元: nothing stated is divided
    reader.claim(AMOUNT, whole, token.start, token.end, token, measure=measure)
    if walk.lists and walk.lists[-1].sum:
        total(reader, whole)
    topics.speak_of(reader, whole)
    return True


def is_of_counted(reader: Reader) -> bool:
    """国内公务接待 9 批次，90 人，共计支出 3 万元: whether what came last is only counted, so that it cost that.

    It is the only thing that its sentence has counted.
    """
    walk, now = reader.walk, topics.current(reader)
    if now is None or MONEY in walk.units.get(now, ()):
        return False
    here = [one for one in walk.claims[reader.sentence.start :] if one.kind == AMOUNT]
    counted = {one.topic for one in here if not one.is_money}
    return counted == {now} and here[-1].topic == now


def counts(reader: Reader, token: Token, unit: str, measure: str) -> bool:
    """A 3 人，B 4 人，合计 7 人: what the clause has counted in one unit, whether it is the sum of that.

    Where some of them come to it, the others may be counted besides: 编制 5 人，实有 4 人，….
    """
    walk, sentence = reader.walk, reader.sentence
    here = (one for one in walk.claims[sentence.start :] if one.kind == AMOUNT and one.figure)
    row = [one for one in here if sentence.said.get(one.topic) == sentence.semis]
    row = [one for one in row if one.figure and one.figure.unit.name == unit]
    parts, stated = {one.topic for one in row}, [one.figure for one in row if one.figure]
    wholes = {one.whole for one in walk.groups[-_MANY:]}
    if walk.lists or not 1 < len(parts) == len(row) <= _MANY or wholes & parts:
        return False
    some = (few for size in range(2, len(row)) for few in combinations(stated, size))
    if token.figure is None or any(worth.adds_up(list(few), token.figure) for few in some):
        return False
    whole = namesakes.add(reader, "")
    reader.claim(AMOUNT, whole, token.start, token.end, token, measure=measure)
    walk.groups.append(
        Group(
            len(walk.groups),
            whole,
            tuple(one.topic for one in row),
            "合计",
            closed=True,
            start=row[0].index,
            end=len(walk.claims),
        )
    )
    topics.speak_of(reader, whole)
    return True


def is_altogether(reader: Reader, words: str) -> bool:
    """Whether words say no more than that a sum follows."""
    before = reader.walk.claims[-1:]
    stated = bool(before) and before[0].kind == AMOUNT and before[0].text is reader.text
    return bool(
        enumeration.ALTOGETHER.fullmatch(words) or (stated and enumeration.IN_ALL.fullmatch(words))
    )


def _opened(reader: Reader) -> Open | None:
    """The list that a total may close: one of the sentence, of whose whole no more has been said."""
    walk = reader.walk
    opened = walk.lists[-1] if walk.lists else None
    if opened is not None and opened.depth != SENTENCE and reader.first is not None:
        return None
    if opened is not None and groups.whole_for(walk, opened) in opened.parts:
        groups.settle(walk, walk.lists.pop())  # it was left: its whole is a part of another
        return None
    return opened


def _claim(reader: Reader, token: Token, whole: int, measure: str) -> None:
    reader.claim(AMOUNT, whole, token.start, token.end, token, measure=measure)
    topics.speak_of(reader, whole)


def _told(reader: Reader) -> int | None:
    """The whole of the list that the sentence before went through, where this one only says 合计."""
    if reader.sentence.topics or reader.first is not None or reader.tokens.number:
        return None
    last = reader.walk.groups[-1:]
    return last[0].whole if last and set(reader.walk.told) & set(last[0].parts) else None


def _is_sum(reader: Reader, opened: Open | None, spoken: tuple[int, ...], side: str) -> bool:
    """Whether a total may be of what was stated: of several amounts, none of them a total.

    A total of one side is of nothing of the other, and no total is of a whole and its parts.
    """
    begun = opened.candidates if opened is not None and opened.sum else ()
    adds = opened is not None and opened.sum
    # 收入合计 A；支出 B，加 C，支出合计 D
    added = _since_semicolon(reader, spoken) if adds else spoken
    called = [reader.walk.topics[topic].name for topic in added]
    totals = any(map(senses.is_total, called))
    sides = {senses.side(name) for name in called} - {"", side}
    divided = any(
        one.whole in added and not set(added).isdisjoint(one.parts)
        for one in reader.walk.groups[-len(added) :]
    )
    other = {senses.side(reader.walk.topics[one].name) for one in begun} == senses.SIDES - {side}
    if (not adds and (divided or (side and sides))) or (side and other):
        return False
    return not totals and (adds or len(spoken) > 1)


def _exceeds(reader: Reader, token: Token) -> bool:
    """资金 9 万元，支出共计 8 万元: whether what was stated right before is more than a total of one side."""
    before = reader.walk.claims[reader.sentence.start :]
    last = next(
        (one.figure for one in reversed(before) if one.kind == AMOUNT and one.is_money), None
    )
    return bool(last and token.figure and last.exact() > token.figure.exact())


def _last_of_list(reader: Reader, token: Token, words: str) -> tuple[int, ...] | None:
    """The parts of the list being read that 两项合计 sums up, the last so many, if it does."""
    found, opened = enumeration.SO_MANY.search(words), reader.walk.lists[-1:]
    if found is None or not opened or token.figure is None:
        return None
    parts = tuple(dict.fromkeys(opened[0].parts))[-items.count(found) :]
    stated = worth.stated_in(reader.walk, list(parts), opened[0].start)
    if len(parts) != items.count(found) or len(stated) != len(parts):
        return None
    return parts if worth.adds_up(stated, token.figure) else None


def _subtotal(reader: Reader, token: Token, parts: tuple[int, ...], measure: str) -> None:
    """Claim what some parts of a list come to: a total of theirs that is no further part."""
    walk = reader.walk
    whole = namesakes.add(reader, "合计")
    walk.lists[-1].apart.add(whole)
    start = walk.lists[-1].start
    reader.claim(AMOUNT, whole, token.start, token.end, token, measure=measure)
    walk.groups.append(
        Group(
            len(walk.groups), whole, parts, "合计", closed=True, start=start, end=len(walk.claims)
        )
    )


def _is_sided(summed: re.Match[str] | None) -> bool:
    """Whether a total says of which side it is: 支出合计, 合计支出."""
    return summed is not None and bool(summed["side"] or summed["sided"])


def _closes_named(reader: Reader, token: Token, subject: str, measure: str) -> bool:
    """A 1 万元，B 2 万元，财政拨款支出合计 3 万元: a total by its own name, if they make it up."""
    if _closes_added(reader, token, subject, measure):
        return True
    if any(one.depth != PARAGRAPHS for one in reader.walk.lists) or not senses.is_total(subject):
        return False
    many = enumeration.SO_MANY.fullmatch(subject)
    if many is not None and items.closes_counted(reader, token, many, measure):
        return True
    told = (
        many is not None and not reader.sentence.topics
    )  # A 1 万元；B 2 万元。以上两项合计 3 万元
    spoken = tuple(dict.fromkeys(reader.walk.told if told else reader.sentence.topics))
    stated = [
        one
        for one in _stated(reader, spoken)
        if one.kind == AMOUNT and one.is_money and one.measure == measure
    ]
    parts = [claim.figure for claim in stated if claim.figure]
    if len(parts) < 2 or token.figure is None:  # noqa: PLR2004 - one is no sum
        return False
    # 三费合计 behind three amounts is theirs, whatever it comes to.
    named = tuple(dict.fromkeys(one.topic for one in stated))
    counted = many is not None and items.count(many) == len(parts) == len(named)
    counted = counted or (_is_all_told(reader, subject) and not _are_some(parts, token.figure))
    spoken = named if counted else spoken
    if not counted and not worth.adds_up(parts, token.figure):
        return False
    whole = topics.named(reader, subject)
    gather(reader, spoken)
    reader.claim(AMOUNT, whole, token.start, token.end, token, measure=measure)
    if reader.walk.lists and reader.walk.lists[-1].sum:
        total(reader, whole)
    topics.speak_of(reader, whole)
    return True


def _is_all_told(reader: Reader, subject: str) -> bool:
    """A 1 万元，B 2 万元，合计基本支出 3 万元: whether a sum is of all that its paragraph has stated."""
    start, claims = reader.sentence.start, reader.walk.claims
    first = start == 0 or claims[start - 1].text is not reader.text
    alone = first and not reader.walk.lists and not reader.tokens.number
    return alone and enumeration.SUM_OF.match(subject) is not None


def _are_some(parts: list[Figure], whole: Figure) -> bool:
    """Whether some of several amounts come to a sum."""
    sizes = range(_PAIR, min(len(parts), _MANY))
    return any(
        worth.adds_up(list(few), whole) for size in sizes for few in combinations(parts, size)
    )
