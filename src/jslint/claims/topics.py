"""Which topic a clause speaks of: one known, the current one, or a new one."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from jslint.claims import cues, groups, names, namesakes, senses
from jslint.claims.model import AMOUNT, CHANGE, PRIOR
from jslint.claims.state import MONEY, PARAGRAPHS, SENTENCE, counted
from jslint.figures.figure import Dimension
from jslint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.claims.model import Claim, Group
    from jslint.claims.sentence import Token
    from jslint.claims.state import Reader, Walk


#: A name of no more characters is of what its sentence speaks of: 结余, 原值.
_ATTRIBUTE = 2
#: Verbs of which a line that was broken leaves nothing but the first character as a subject.
_MOVES = frozenset("变调转升降增减")
#: What the whole of a list is called behind its parts.
_SUMS = frozenset(("合计", "总计"))
#: Fewer parts than this make no list.
_SOME = 2
#: An item's title has no more characters than these.
_LONGEST_TITLE = 16
#: How the name of a heading says that its section is of both sides.
_BOTH_SIDES = "收入支出"
#: What may stand behind 收入 or 支出 in the name of one side.
_CLOSING = ("", "合计", "总计", "总额", "决算", "决算数", "决算总额")
#: What a count is called besides what it counts: 接待人次, 接待批次.
_COUNTED = regex(r"(?<=..)(?:总?人次|总?人数|批次|次数)$")


def current(reader: Reader) -> int | None:
    """The topic that a clause without a subject speaks of; None where that is not certain."""
    return reader.walk.last if reader.walk.last is not None else reader.first


def speak_of(reader: Reader, topic: int) -> None:
    """Note that the sentence has stated an amount of a topic."""
    sentence = reader.sentence
    sentence.contexts.clear()
    sentence.head = ""
    sentence.topics.append(topic)
    sentence.heads.setdefault(sentence.semis, topic)
    sentence.said[topic] = sentence.semis
    reader.walk.last = topic
    if reader.first is None:
        reader.first = reader.walk.main = topic


def turn_to(reader: Reader, words: str) -> None:
    """Note what a clause speaks of that states nothing to check, so that the next is of no other."""
    subject = names.subject(words, reader.walk.unit_name)
    if not names.is_generic(subject) and not reader.sentence.aside:
        reader.walk.last = named(reader, words)


def counted_alike(reader: Reader, topic: int, token: Token) -> int:
    """The topic that a change without a subject speaks of: the sentence's only one in its unit.

    会议费支出 9 万元，参会 54 人次，较上年增加 2 万元: money changed, no persons.
    """
    if token.figure is None or token.figure.unit.dimension is Dimension.RATE:
        return topic
    units, unit = reader.walk.units, counted(token.figure)
    if unit in units.get(topic, {unit}):
        return topic
    row = [one for one in dict.fromkeys(reader.sentence.topics) if unit in units.get(one, ())]
    return row[0] if len(row) == 1 else topic


def is_named(reader: Reader, words: str) -> bool:
    """Whether a clause, or those of its sentence that lead up to it, say what it is about."""
    subject = names.subject(words, reader.walk.unit_name)
    sentence = reader.sentence
    return not names.is_generic(subject) or bool(sentence.head) or bool(modifiers(reader))


def is_implied(reader: Reader, words: str, topic: int) -> bool:
    """Whether a clause leaves its subject out, so that another of its paragraph may be meant."""
    subject = names.subject(words, reader.walk.unit_name)
    return names.is_generic(subject) and not is_just_stated(reader, topic)


def is_just_stated(reader: Reader, topic: int) -> bool:
    """Whether the sentence has just stated a topic, and not as one in a row of a list's parts."""
    sentence, opened, before = reader.sentence, reader.walk.lists, reader.walk.claims[-1:]
    if before and before[0].kind == CHANGE and before[0].topic == topic:
        return not before[0].implied and not _is_of_row(reader, before[0])
    if before and before[0].topic == topic and _is_base(reader, before[0]):
        return True
    in_row = bool(opened) and opened[-1].depth == SENTENCE and opened[-1].semis == sentence.semis
    if not sentence.topics and set(reader.walk.told) == {topic}:
        return not _is_part_here(reader, topic)  # the sentence before spoke of it alone
    return sentence.topics[-1:] == [topic] and not in_row


def _is_of_row(reader: Reader, claim: Claim) -> bool:
    """Whether a change is the last of several things that the sentence before has gone through."""
    return claim.index < reader.sentence.start and len(set(reader.walk.told)) > 1


def _is_base(reader: Reader, claim: Claim) -> bool:
    """Whether a claim states what a change right behind it is measured on: 较上年合计 A 万元增加."""
    return (
        claim.kind == AMOUNT
        and claim.measure == PRIOR
        and claim.text is reader.text
        and not reader.tokens.masked[claim.end : reader.edge].strip(" ,，")
    )


def _is_part_here(reader: Reader, topic: int) -> bool:
    """Whether a list of this paragraph has the topic as a part."""
    return bool(reader.walk.lists) or any(topic in group.parts for group in _groups_here(reader))


def _groups_here(reader: Reader) -> Iterator[Group]:
    """The lists that this paragraph has closed, the last one first."""
    last = reversed(reader.walk.groups)
    return takewhile(lambda group: reader.walk.claims[group.start].text is reader.text, last)


def known_or_new(reader: Reader, name: str) -> int:
    """The known topic of this name, a new one where there is none."""
    found = known(reader, name)
    return namesakes.add(reader, name) if found is None else found


def called(reader: Reader, subject: str) -> str:
    """A name with what its sentence says it is within, or whose it is: 基本支出中，A 9 万元."""
    within = reader.sentence.within
    told = not within or names.is_generic(subject) or subject.startswith(within)
    return subject if told else within + subject


def known(reader: Reader, words: str) -> int | None:
    """The known topic that these words name, or the current one where they name none."""
    subject = names.subject(words, reader.walk.unit_name)
    if names.is_generic(subject):
        total = namesakes.find(reader, subject) if senses.is_total(subject) else None
        if total is None and names.plain(subject) in _SUMS:
            return _summed_up(reader)
        total = _of_both(reader, subject) if total is None else total
        if total is None and senses.is_total(subject) and len(set(reader.sentence.topics)) > 1:
            return None  # A 增加 1 万元、B 增加 2 万元，支出合计增加 …: what was not stated before
        return current(reader) if total is None else total
    name = called(reader, subject)
    found = namesakes.find(reader, name)
    return found if found is not None else similar(reader, name)


def sums_up(reader: Reader, subject: str) -> bool:
    """Whether a word for a total means what the paragraph has divided last."""
    if names.plain(subject) in _SUMS:
        return _summed_up(reader) is not None
    return names.is_generic(subject) and _of_both(reader, subject) is not None


def _of_both(reader: Reader, subject: str) -> int | None:
    """财政拨款收、支总计 A 元，其中 …。收、支总计各增加 …: the last one of the paragraph that is called so in full."""
    if not senses.is_joint(subject) or not senses.is_total(subject):
        return None
    short, called = names.key(subject), reader.walk.topics
    said = (one.topic for one in reader.here() if called[one.topic].key.endswith(short))
    return next(said, None)


def _summed_up(reader: Reader) -> int | None:
    """What the paragraph has divided last: A 9 元，其中 B 4 元、C 5 元。合计增加 …; None where nothing."""
    last = reader.walk.groups[-1:]
    here = last and reader.walk.claims[last[0].start : last[0].start + 1]
    return last[0].whole if here and here[0].text is reader.text else None


def similar(reader: Reader, name: str) -> int | None:
    """The topic of this paragraph whose name is the same in other words."""
    walk, key = reader.walk, names.key(name)
    if key in senses.SIDES:
        return None
    for topic in (current(reader), reader.first, walk.main):
        if topic is None or topic < walk.scope_start:
            continue
        other = walk.topics[topic].key
        if _ends_in(walk.topics[topic].name, name, walk.unit_name):
            return topic
        if _narrows(walk, key, topic):
            continue
        if (
            set(other) == set(key)
            or _shortens(key, other, least=2)
            or _shortens(other, key, least=3)
        ):
            return topic
    return None


def _ends_in(long: str, short: str, body: str) -> bool:
    """Whether a total is said again without whose it is: “三公”经费总支出, 总支出; 法院支出总额, 支出总额."""
    plain, said = names.plain(short), names.plain(long)
    if not said.endswith(plain):
        return False
    whose = said.removesuffix(plain)
    own = bool(whose) and body.endswith(whose) and senses.is_total(plain)
    return plain.startswith("总") or own


def _narrows(walk: Walk, key: str, topic: int) -> bool:
    """Whether a name is that of the whole being divided with words before it: of a part."""
    other = walk.topics[topic].key
    divided = (
        bool(walk.lists) and not walk.lists[-1].parts and walk.lists[-1].candidates[:1] == (topic,)
    )
    return divided and key != other and key.endswith(other)


def _shortens(short: str, long: str, least: int) -> bool:
    """Whether one key ends the other, says enough by itself, and is of no other level."""
    level = long.removesuffix(short).endswith("本级")
    return len(short) >= least and long.endswith(short) and not level


def named(reader: Reader, words: str) -> int:
    """The topic that these words name, a new one where none is known."""
    subject = names.subject(words, reader.walk.unit_name)
    name = called(reader, "".join([*modifiers(reader, subject), subject]))
    found = namesakes.find(reader, name)
    if found is None or _is_of_another_list(reader, found) or _is_of_another_clause(reader, found):
        return namesakes.add(reader, name)
    return found


def _is_of_another_clause(reader: Reader, topic: int) -> bool:
    """Whether it was stated of something else: A 1 个，原值 2 元；B 3 个，原值 4 元."""
    sentence = reader.sentence
    said, head = sentence.said.get(topic), sentence.heads.get(sentence.semis)
    if said is None:
        short = len(names.plain(reader.walk.topics[topic].name)) <= _ATTRIBUTE
        return short and head is not None  # 甲资金收入 1 元，结余 2 元。乙资金收入 3 元，结余 4 元
    if said == sentence.semis or head is None:
        return False
    return topic not in (head, sentence.heads[said]) and head != sentence.heads[said]


def _is_of_another_list(reader: Reader, topic: int) -> bool:
    """Whether a topic is a part of a whole that the list being read does not divide."""
    walk = reader.walk
    if not walk.lists:
        return False
    mine = walk.lists[-1]
    if topic in mine.parts or not mine.candidates:
        return False
    whole = mine.candidates[0]
    wholes = {group.whole for group in walk.groups if topic in group.parts}
    if wholes:
        return whole not in wholes
    return topic != whole and not _is_theme(reader, whole)


def _is_theme(reader: Reader, topic: int) -> bool:
    """Whether a section is about a topic: it speaks of it first, or names it in its heading."""
    walk = reader.walk
    key = walk.topics[topic].key
    stated = _first_spoken(walk, topic)
    return topic == stated or any(
        key in names.key(section.heading.value) for section in reader.path if section.level > 1
    )


def _first_spoken(walk: Walk, default: int) -> int:
    """The topic of the section that is spoken of first."""
    while walk.opening < len(walk.claims):
        topic = walk.claims[walk.opening].topic
        if topic >= walk.scope_start:
            return topic
        walk.opening += 1
    return default


def of_amount(reader: Reader, words: str, *, counted: str = "", budget: bool = False) -> int | None:
    """The topic of an amount: the one its words name, else the one being spoken of.

    ``counted`` is the measure word of a count, ``budget`` says that the figure is no outturn.
    """
    subject = names.subject(words, reader.walk.unit_name)
    prefix = modifiers(reader)
    now = current(reader)
    if names.plain(subject) in _MOVES and not prefix:
        return None  # 变为 A 万元 at the head of a line that was broken: what did is not said
    if names.is_generic(subject) and reader.sentence.head and not reader.sentence.topics:
        head = reader.sentence.head
        return named(reader, head if head.endswith(subject) else head + subject)
    if names.is_generic(subject) and not prefix and not _begins_a_total(reader, subject, now):
        return _continued(reader, subject, budget=budget)
    if now is not None and not prefix:
        if senses.is_involved(subject):
            return now
        if counted and _is_attribute(reader, now, names.key(subject), counted):
            return now
    return named(reader, words if prefix else namesakes.of_its_money(reader, subject) or words)


def _begins_a_total(reader: Reader, subject: str, now: int | None) -> bool:
    """Whether 支出合计 heads a sentence about something else than what was spoken of before."""
    return (
        now is not None
        and senses.is_total(subject)
        and now not in reader.sentence.topics
        and reader.tokens.account is None
    )


def _is_attribute(reader: Reader, topic: int, key: str, unit: str) -> bool:
    """Whether a count only says more of the sentence's topic: 国内接待费…，接待 12 批次、90 人次."""
    walk = reader.walk
    if topic not in reader.sentence.topics or len(key) < 2:  # noqa: PLR2004 - 1 names nothing
        return False
    key = _COUNTED.sub("", key)
    return key in walk.topics[topic].key and not any(
        claim.figure and claim.figure.unit.name == unit for claim in reader.here(topic)
    )


def _continued(reader: Reader, subject: str, *, budget: bool) -> int | None:
    """The topic of an amount whose subject is only 支出, 收入, 决算数 or nothing."""
    now = current(reader)
    if now is None:
        return _implied(reader, subject, budget=budget)
    if budget and (whole := of_list_before(reader, now)) != now:
        return whole  # 支出 9 万元，其中 A 5 万元、B 4 万元。年初预算 8 万元: the whole's
    if names.plain(subject) in senses.SIDES and senses.is_left(reader.walk.topics[now].name):
        now = _beside_balance(reader, now)  # 基金收入 9 万元，上年结转 1 万元；支出 8 万元
    name = reader.walk.topics[now].name
    of_side = names.plain(subject) in senses.SIDES and name not in senses.SIDES
    of_money = MONEY in reader.walk.units.get(now, ())
    if of_side and of_money and len(names.plain(name)) <= _ATTRIBUTE:
        return _in_paragraph(reader, subject)  # 收入 9 元，支出 8 元，结余 1 元；2022年度收入 7 元
    for side, other in (("支出", "收入"), ("收入", "支出")):
        before, ends, closing = name.rpartition(other)
        if side in subject and ends and closing in _CLOSING:
            if (whole := _divided(reader, now)) != now:
                now, name = whole, reader.walk.topics[whole].name
                before, ends, closing = name.rpartition(other)
            if not ends or closing not in _CLOSING:
                return now
            # 收入 A，上年结转 B，收入总计 C；支出 D: not what the other side comes to.
            twin = subject if _is_made_up(reader, now) else before + side + closing
            return namesakes.find_or_add(reader, twin)
    return now


def _beside_balance(reader: Reader, balance: int) -> int:
    """What its sentence has stated of one side beside a balance, the last; the balance where there is none."""
    called = reader.walk.topics
    sided = (one for one in reversed(reader.sentence.topics) if senses.side(called[one].name))
    return next(sided, balance)


def of_list_before(reader: Reader, topic: int) -> int:
    """What the sentence before has divided, where a new one without a subject follows its parts; else the topic."""
    last = None if reader.sentence.topics else next(_groups_here(reader), None)
    divided = last is not None and topic in last.parts and len(last.parts) > 1 and last.sure
    return last.whole if last is not None and divided else topic


def _is_made_up(reader: Reader, topic: int) -> bool:
    """Whether the paragraph has stated the parts of a total before the total."""
    return any(group.whole == topic and max(group.parts) < topic for group in _groups_here(reader))


def _in_paragraph(reader: Reader, name: str) -> int:
    """The topic of just this name that the paragraph has stated last, a new one where there is none."""
    called = reader.walk.topics
    said = (one.topic for one in reader.here() if names.plain(called[one.topic].name) == name)
    found = next(said, None)
    return namesakes.add(reader, name) if found is None else found


def _divided(reader: Reader, topic: int) -> int:
    """收入 9 万元，其中 A 收入 5 万元、B 收入 4 万元，支出 8 万元: what is spent is the whole's, not B's."""
    opened = reader.walk.lists[-1:]
    if not opened and not reader.sentence.topics:
        # 某基金收入 9 万元，其中：A 收入 5 万元、B 收入 4 万元。支出 8 万元: a sentence of its own
        last = next(_groups_here(reader), None)
        return last.whole if last and last.sure and topic in last.parts[-1:] else topic
    if not opened or topic not in opened[0].parts or opened[0].depth == PARAGRAPHS:
        return topic
    whole = groups.whole_for(reader.walk, opened[0])
    return topic if whole is None or len(set(opened[0].parts)) < _SOME else whole


def _implied(reader: Reader, subject: str, *, budget: bool) -> int | None:
    """The topic of a paragraph that opens without a subject: what its heading names, if anything."""
    heading = reader.path[-1].heading.value if reader.path else ""
    name = names.of_heading(heading)
    if _BOTH_SIDES in names.plain(name) and (side := senses.side(subject)):
        name = name.replace(_BOTH_SIDES, side)  # the heading is of both, the amount of one
        budget = False
    telling = len(name) > 2 and not names.is_generic(name)  # noqa: PLR2004 - 支出 alone names nothing
    if telling and not senses.is_total(subject) and not reader.tokens.number:
        return namesakes.find_or_add(reader, name)
    if budget and (title := _title(reader)):
        return namesakes.add(reader, title)
    return namesakes.add(reader, subject) if subject and not budget else None


def _title(reader: Reader) -> str:
    """What an item says at its head that it is about: （三）预算执行分析。; empty where it says nothing."""
    words = reader.text.value[reader.tokens.head :].partition("。")
    title = "".join(words[0].split())
    plain = bool(words[1]) and "\0" not in reader.tokens.masked.partition("。")[0]
    return title if reader.tokens.number and plain and len(title) <= _LONGEST_TITLE else ""


def modifiers(reader: Reader, subject: str = "") -> list[str]:
    """The clauses before, of this sentence, that narrow the subject down.

    One that says something of its own narrows nothing that has a name: 未购置车辆，运行维护费 9 万元.
    """
    own = names.is_of_money(subject) and not names.is_generic(subject)
    kept = []
    for words in reader.sentence.contexts:
        plain = names.aspect(names.subject(words, reader.walk.unit_name))
        if not plain or cues.BASE.search(words) or names.is_adverbial(plain):
            continue
        if not (own and names.is_statement(plain)):
            kept.append(plain[-24:])
    return kept[-2:]


def anything(reader: Reader, words: str = "") -> int:
    """A topic to hang a mention on."""
    now = current(reader)
    if now is not None:
        return now
    return namesakes.add(reader, names.subject(words, reader.walk.unit_name))
