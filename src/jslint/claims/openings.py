"""Where lists begin, and what they can divide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.claims import cues, enumeration, groups, lists, names, namesakes, senses, topics, within
from jslint.claims.model import AMOUNT, CHANGE, COMPLETION, FLAT, GROWTH
from jslint.claims.state import BRACKET, PARAGRAPHS, REASON, SENTENCE
from jslint.claims.worth import units_of

if TYPE_CHECKING:
    from jslint.claims.sentence import Token
    from jslint.claims.state import Open, Reader


#: How many topics before a list its whole is looked for among.
_FARTHEST = 12
#: The word for some of many, which need not be all.
_MAIN = "主要"
#: What divides again what was spoken of: 按功能分类, 从来源看, 分部门情况是.
_BY = ("按", "从", *(f"分{one}" for one in "征部级税行科类地区单"))
#: What the amounts of a budget are called besides their name: 财政拨款支出预算中.
_PLANNED = "预算"
#: The budget and the final accounts of a thing are gone through to the end: 支出决算中; of 门诊收入中 some are told.
_OF_ACCOUNTS = ("决算", _PLANNED)
#: What opens a list of what money was used for.
_USED_FOR = "用于"
#: How an amount of money ends.
_YUAN = "元"
#: Behind the name of an amount, a heading says so that the items below make it up.
_MADE_OF = "结构"
#: The side that accounts by function are of.
_SPENT = "支出"
#: What says so even where its paragraph ends in a full stop: 支出具体情况如下。
_BELOW = ("如下", "具体情况如下", "情况如下")
#: What says that the parts follow, of whatever the sentence before was about: 分项情况是.
_ITEMISED = "分项"


def begin(reader: Reader, token: Token) -> None:
    """其中, 包括, 以下方面 …: a list of parts begins, unless a reason or a purpose goes on."""
    cue, words, sentence = reader.shown(token), reader.words(token), reader.sentence
    itemised = _ITEMISED in cue
    listing = "其中" not in cue and not itemised
    by = cue.startswith(_BY)
    subject = names.subject(words.replace("支出", ""), reader.walk.unit_name)
    stated = reader.is_followed(token, cues.STATED) or reader.is_followed(token, cues.SHARED)
    told = _told(reader, words) or _has_one(reader, token)
    # 主要原因是 …；其中：A 支出 1 万元；B 支出 2 万元
    anew = sentence.semis > 0 and not words.strip()
    stated = stated or (anew and reader.is_followed(token, cues.MEMBERS))
    if sentence.aside == REASON and not listing and stated:
        sentence.aside = ""
    if (
        sentence.aside == REASON
        or (sentence.aside and listing and not by)
        or (listing and not by and not sentence.topics and not (subject or told))
    ):
        reader.advance(token)
        return
    if listing and not by and reader.is_followed(token, enumeration.NAMES):
        sentence.aside = REASON  # whose the amount at their end is, is anybody's guess
        reader.advance(token)
        return
    sentence.aside = ""
    sentence.contexts.clear()
    below = _ends_at(reader, token)
    opened = _divided(reader, token, words, cue, below=below)
    some = cue == lists.HOLDING or (reader.brackets and "包括" in cue)
    opened.closed = itemised or (listing and not some)
    opened.hedged = _MAIN in cue or enumeration.MAIN_ONES.match(words) is not None
    if reader.brackets:
        opened.depth = BRACKET
    elif below:
        opened.depth, opened.style, opened.fresh, opened.follows = PARAGRAPHS, None, False, True
    elif not reader.tokens.masked[: token.start].strip():
        opened.depth = PARAGRAPHS
    if opened.candidates or not below:  # what nothing was said of before cannot be divided below
        reader.walk.lists.append(opened)
    reader.advance(token, clause=True)


def is_part_used(reader: Reader, token: Token) -> bool:
    """其中用于A 1 万元，用于B 2 万元: whether what money was used for is a part of the list."""
    opened = reader.walk.lists[-1] if reader.walk.lists else None
    plain = not reader.sentence.aside and not reader.words(token).strip()
    if opened is None or not plain or opened.depth != SENTENCE:
        return False
    if opened.cue.endswith(_USED_FOR):  # 支出中，用于A 1 万元，占 p%；用于B 2 万元，占 q%
        return reader.is_followed(token, enumeration.USED_ON)
    if "其中" not in opened.cue:
        return False
    part = enumeration.USED.match(reader.tokens.masked, token.end)
    money = part is not None and _YUAN in reader.text.value[slice(*part.span("amount"))]
    opened.used = (opened.used or not opened.parts) and money
    return opened.used


def _told(reader: Reader, words: str) -> bool:
    """Whether words name a side of which the sentence before has stated amounts: 支出具体情况如下."""
    side = _side(reader, words)
    return side in senses.SIDES and bool(namesakes.of_sides(reader, side))


def _has_one(reader: Reader, token: Token) -> bool:
    """在职 9 人。具体如下：A 5 人；B 4 人。: whether the sentence before stated one thing alone, and a row follows.

    So it does below, where the paragraph ends with the cue, whatever was said of that thing last.
    """
    walk, told = reader.walk, set(reader.walk.told)
    last = walk.claims[-1:]
    if not last or told != {last[0].topic} or last[0].text is not reader.text:
        return False
    row = last[0].kind == AMOUNT and reader.is_followed(token, enumeration.PARTS)
    stated = last[0].kind in (AMOUNT, CHANGE, GROWTH, COMPLETION)
    return row or (stated and reader.is_followed(token, cues.NOTHING))


def _side(reader: Reader, words: str) -> str:
    """The name of what words head a list of, by whatever it is gone through: 支出分项目."""
    return names.key(names.subject(enumeration.GONE_THROUGH.sub("", words), reader.walk.unit_name))


def among(reader: Reader, topic: int) -> None:
    """在支出合计 A 万元中，B 万元，…: what was just stated is a whole, whose parts may follow."""
    reader.walk.lists.append(lists.open_list(reader, (topic,), "中", closed=True))


def include(reader: Reader, token: Token) -> None:
    """（含 A 1 万元）: a part of what was just stated, and not the only one; （含 A） is of the name."""
    if not reader.is_followed(token, enumeration.FIGURED):
        _leave_out(reader, token)
        return
    if not reader.sentence.aside:
        opened = lists.open_list(reader, _candidates(reader, ""), reader.shown(token), closed=False)
        opened.depth = BRACKET
        reader.walk.lists.append(opened)
    reader.advance(token)


def _leave_out(reader: Reader, token: Token) -> None:
    """其中：A 1 万元，B 2 万元，C 6 万元（含 B）: a part that is in another is none beside it."""
    opened = reader.walk.lists[-1:]
    named = enumeration.INCLUDED.match(reader.tokens.masked, token.end)
    if named is None or not opened:
        return
    key = _of_part(named["name"])
    within = {part for part in opened[0].parts[:-1] if _of_part(_name(reader, part)) == key}
    if within:
        kept = [part for part in opened[0].parts if part not in within]
        reader.walk.lists[-1] = groups.replace_parts(opened[0], kept)
        reader.walk.lists[-1].apart |= within


def _of_part(name: str) -> str:
    """A name as two mentions of a part have it in common, with or without 的."""
    return names.key(names.subject(name)).replace("的", "")


def _name(reader: Reader, topic: int) -> str:
    return reader.walk.topics[topic].name


def behind_colon(reader: Reader, token: Token) -> None:
    """人员经费 9 万元：工资 5 万元、奖金 4 万元: the parts of an amount right behind it."""
    before = reader.walk.claims[-1:]
    if (
        reader.sentence.aside
        or not before
        or before[0].text is not reader.text
        or (before[0].kind, before[0].end) != (AMOUNT, token.start)
        or reader.is_followed(token, enumeration.AMONG_IT)  # 其中 begins the list, which is but one
        or not reader.is_followed(token, enumeration.PARTS)
    ):
        return
    opened = lists.open_list(reader, (before[0].topic,), lists.COLON, closed=True)
    if reader.brackets:
        opened.depth = BRACKET
    reader.walk.lists.append(opened)


def bracket(reader: Reader, token: Token) -> None:
    """A 3 万元（B 1 万元，C 2 万元）: what stands in brackets behind an amount may be its parts."""
    before, inside = (
        reader.walk.claims[-1:],
        enumeration.INSIDE.match(reader.tokens.masked, token.end),
    )
    if (
        inside is None
        or reader.sentence.aside
        or not before
        or before[0].text is not reader.text
        or before[0].kind not in (AMOUNT, CHANGE, GROWTH, FLAT)
    ):
        return
    opened = lists.open_list(reader, (before[0].topic,), "(", closed=False)
    opened.closed = enumeration.ADDED.search(inside[0]) is not None
    opened.depth, opened.presumed = BRACKET, not opened.closed
    reader.walk.lists.append(opened)


def enumerate_below(reader: Reader) -> None:
    """A 9 万元。（一）B 4 万元。（二）C 5 万元。: numbered paragraphs below a single amount may divide it."""
    walk = reader.walk
    spoken = _spent(reader) or set(walk.told)
    whole = None if spoken else _made_of(reader)
    if whole is not None:
        opened = lists.open_list(reader, (whole,), _MADE_OF, closed=True)
        opened.depth, opened.style, opened.fresh = PARAGRAPHS, reader.style, False
        walk.lists.append(opened)
    elif len(spoken) == 1 and walk.claims and walk.claims[-1].topic in {*spoken, *walk.told}:
        divided = [group.whole for group in walk.groups if spoken <= set(group.parts)]
        opened = lists.open_list(reader, (*divided[-1:], *spoken), "", closed=False)
        opened.depth, opened.style = PARAGRAPHS, reader.style
        opened.presumed, opened.fresh = True, False
        opened.sure = not groups.is_last_of_shares(walk)
        walk.lists.append(opened)


def _spent(reader: Reader) -> set[int]:
    """年初结转 1 万元，收入 9 万元，支出 9 万元。1.教育支出（类）…: what accounts by function divide of these."""
    walk = reader.walk
    parts = groups.lately_divided(walk)
    told = [one for one in dict.fromkeys(walk.told) if one not in parts]
    called = [(walk.topics[one], senses.side(walk.topics[one].name)) for one in told]
    called = [(one, side) for one, side in called if not senses.is_left(one.name)]
    spent = {one.index for one, side in called if side == _SPENT and one.account is None}
    funded = any(senses.account(walk.topics[one].name) for one in told)
    known = len({side for _, side in called} & senses.SIDES) == len(called)
    return spent if reader.tokens.account and funded and known and len(spent) == 1 else set()


def _made_of(reader: Reader) -> int | None:
    """The whole that a heading names of which its items are the parts: （二）支出决算结构情况."""
    heading = reader.path[-1].heading.value if reader.path else ""
    name, structure, _ = heading.partition(_MADE_OF)
    return namesakes.whole(reader, names.of_heading(name)) if structure else None


def offer(reader: Reader, words: str) -> None:
    """Words such as 支出决算中 name a whole that was stated before."""
    subject = names.subject(words, reader.walk.unit_name)
    if not subject or names.is_generic(subject):
        _offer_side(reader, words)
        return
    found = namesakes.whole(reader, subject)
    if found is None and subject.endswith(_PLANNED):
        found = namesakes.whole(reader, subject.removesuffix(_PLANNED))
    if found is None and names.key(subject) not in senses.SIDES:
        found = topics.similar(reader, subject)
    if found is None:
        found = namesakes.elsewhere(reader, subject)
    if found is not None:
        closed = any(word in words for word in _OF_ACCOUNTS)
        reader.walk.lists.append(lists.open_list(reader, (found,), words.strip(), closed=closed))
    elif _is_just_begun(reader):
        reader.walk.lists.pop()  # 从结构看，全市收入中，…: what is divided was never stated
    else:
        within.settle(reader, subject)


def _offer_side(reader: Reader, words: str) -> None:
    """本年支出 9 万元，年末结转 1 万元。支出中，…: of the only one that was told of its side."""
    side = _side(reader, words)
    row = namesakes.of_sides(reader, side) if side in senses.SIDES else ()
    if len(row) == 1:
        reader.walk.lists.append(lists.open_list(reader, row, words.strip(), closed=False))


def offer_named(reader: Reader, words: str) -> None:
    """在项目支出当中，: the same of what has been stated by this very name; not all need follow."""
    subject = names.subject(words, reader.walk.unit_name)
    found = None if names.is_generic(subject) else namesakes.whole(reader, subject)
    if found is not None:
        reader.walk.lists.append(lists.open_list(reader, (found,), words.strip(), closed=False))
    else:
        within.settle(reader, subject)


def _is_just_begun(reader: Reader) -> bool:
    """Whether a list that divides something again has had no part yet."""
    opened = reader.walk.lists[-1:]
    return bool(opened) and opened[0].cue.startswith(_BY) and not opened[0].parts


def _ends_at(reader: Reader, token: Token) -> bool:
    """Whether nothing but a colon follows, so that the list stands in the next paragraphs."""
    below = reader.shown(token).startswith(_BELOW) and reader.is_followed(token, cues.FULL_STOP)
    return below or reader.is_followed(token, cues.NOTHING)


def _is_beside(reader: Reader, token: Token) -> bool:
    """Whether the sentence before speaks of something besides, and does not say what it comes to.

    另外，在教育领域也加大了投入。其中：A 1 万元；B 2 万元: what both come to is not said.
    """
    before = reader.tokens.masked[: token.start]
    if not before.strip():
        return _spoke_of_several(reader)
    return not reader.sentence.topics and enumeration.BESIDES.search(before) is not None


def _spoke_of_several(reader: Reader) -> bool:
    """Whether the paragraph before has stated amounts of several things that none of them holds."""
    walk, said = reader.walk, set[int]()
    for claim in reversed(walk.claims):
        if claim.text is not walk.claims[-1].text:
            break
        said |= {claim.topic} if claim.kind == AMOUNT and claim.is_money else set()
    parts = {part for group in walk.groups for part in group.parts if part in said}
    return len(said - parts) > 1


def _divided(reader: Reader, token: Token, words: str, cue: str, *, below: bool) -> Open:
    """The list that a cue begins, with the topics that it may divide."""
    walk, sentence = reader.walk, reader.sentence
    if cue.startswith(_BY):
        parted = _only_part(reader)
        groups.close(walk, SENTENCE)
        ended = _end_other_division(reader, token)
        row = _main(reader, names.subject(words, walk.unit_name))
        row = _undivided(reader, row)
        before = _divided_before(reader, row)
        if before and set(row) <= set(walk.groups[-1].parts):
            row, before = before, row if ended else ()  # what opens it is a part of what it divides
        beside = (*parted, *_undivided(reader, before or _beside(reader, row)))
        reader.divided = reader.divided if reader.divided >= 0 else len(walk.claims)
        fresh = bool(row) and not units_of(walk, row[0])  # what it comes to stands behind
        row, beside = (row[:1], ()) if fresh else (row, beside)
        again = lists.open_list(reader, (*row, *beside), cue, closed=True)
        again.sure = (fresh or row == _main(reader) or _is_said(reader, row, words)) and not beside
        # 三、分部门完成情况为： what the item before has divided is not what this one divides
        again.sure = again.sure and not (cue.startswith("分") and _is_item_begun(reader))
        # 从主要科目看，A …: some of what a paragraph before has stated, whatever that was
        again.sure = again.sure and not (_MAIN in cue and next(reader.here(), None) is None)
        again.either = bool(beside)
        return again
    opened = walk.lists[-1] if walk.lists and walk.lists[-1].depth == SENTENCE else None
    if "如下" in cue and opened is not None and opened.candidates:
        whole = groups.whole_for(walk, opened)
        groups.settle(walk, walk.lists.pop())
        return lists.open_list(
            reader, opened.candidates if whole is None else (whole,), cue, closed=True
        )
    side = _side(reader, words)
    if side in senses.SIDES and "其中" not in cue:
        row = namesakes.of_sides(reader, side)
        if opened is not None or (walk.lists and walk.lists[-1].candidates == row):
            groups.settle(walk, walk.lists.pop())
        again = lists.open_list(reader, row, cue, closed=True)
        # 总支出 A 万元，其中本年支出 B 万元。支出情况如下:
        again.either = len(again.candidates) > 1
        again.sure, again.side = not again.either, side
        return again
    found = lists.open_list(reader, _candidates(reader, words), cue, closed=True)
    last = walk.claims[-1].topic if walk.claims else None
    near = sentence.topics or set(walk.told) == {last}
    found.sure = (
        not found.candidates
        or bool(near and last in found.candidates[:1])
        or _is_named(reader, names.subject(enumeration.USED_FOR.sub("", words), walk.unit_name))
    )
    several = len(set(walk.told)) > 1 or (below and groups.is_last_of_shares(walk))
    found.sure = found.sure and not (below and not sentence.topics and several)
    found.sure = found.sure and not (_is_beside(reader, token) or _is_of_funds(reader))
    return found


def _is_of_funds(reader: Reader) -> bool:
    """用一般公共预算安排 A 9 万元，用政府性基金安排 A 1 万元，其中：…: the parts may be of all of A."""
    row = [_name(reader, topic) for topic in reader.sentence.topics[-2:]]
    return len(row) > 1 and senses.is_one_of_two_funds(*row)


def _is_said(reader: Reader, row: tuple[int, ...], words: str) -> bool:
    """（一）A 9 万元。（二）A 按功能分类：…: whether a section begins with the name of what it divides."""
    name = names.subject(words, reader.walk.unit_name)
    begun = _main(reader) or next(reader.here(), None) is not None
    return bool(row) and not begun and namesakes.find(reader, name) == row[0]


def _is_named(reader: Reader, subject: str) -> bool:
    """Whether words name what is divided; where no amount of theirs is stated, it is another."""
    if names.is_generic(subject):
        return False
    return bool(reader.sentence.topics) or namesakes.find(reader, subject) is not None


def _candidates(reader: Reader, words: str) -> tuple[int, ...]:
    """Topics that a list beginning here can divide, the likeliest first.

    At the head of a sentence it divides what the one before spoke of; where that spoke of several
    things, only the paragraph's own topic can be meant.
    """
    subject = names.subject(enumeration.USED_FOR.sub("", words), reader.walk.unit_name)
    name = None if names.is_generic(subject) else namesakes.find(reader, subject)
    if name is None and enumeration.USED_FOR.search(words) and not names.is_generic(subject):
        similar = topics.known(reader, subject)
        return () if similar is None else (similar,)
    walk, stated = reader.walk, reader.sentence.topics
    last = walk.last
    if not stated and name is None and len(set(walk.told)) > 1 and last in walk.told:
        return tuple(dict.fromkeys(reversed(walk.told)))  # the one that the parts add up to, if any
    row = [name, *reversed(stated[-_FARTHEST:]), last, reader.first, walk.main]
    return tuple(dict.fromkeys(topic for topic in row if topic is not None))


def _beside(reader: Reader, row: tuple[int, ...]) -> tuple[int, ...]:
    """What this sentence and the one before have stated besides the topics and all parts: 计划 A 万元，实际 B 万元."""
    walk = reader.walk
    parts = {part for group in walk.groups if group.whole in row for part in group.parts}
    parts |= walk.parted
    divided = groups.lately_divided(walk)
    here = (one for one in reader.sentence.topics if one not in divided)
    stated = (topic for topic in (*walk.told, *here) if topic in walk.amounts)
    return tuple(dict.fromkeys(one for one in stated if one not in row and one not in parts))


def _only_part(reader: Reader) -> tuple[int, ...]:
    """总支出 A 万元，其中本年支出 B 万元，按性质分: the only part, stated last, may be what is divided."""
    opened, last = reader.walk.lists[-1:], reader.walk.claims[-1:]
    if not opened or not last or last[0].text is not reader.text:
        return ()
    alone = opened[0].parts == [last[0].topic] and opened[0].depth == SENTENCE
    return (last[0].topic,) if alone and last[0].kind == AMOUNT else ()


def _is_item_begun(reader: Reader) -> bool:
    """Whether a numbered paragraph is being read that has claimed nothing yet."""
    return bool(reader.tokens.number) and next(reader.here(), None) is None


def _undivided(reader: Reader, row: tuple[int, ...]) -> tuple[int, ...]:
    """What the paragraph has not stated as a part: 从层级看，A、B。从结构看，…: neither is a whole."""
    if cues.SEEN_FROM.match(reader.tokens.masked):
        stated = {claim.topic for claim in reader.here()}
    elif reader.divided >= 0:
        stated = {claim.topic for claim in reader.walk.claims[reader.divided :]}
    else:
        return row
    return tuple(topic for topic in row if topic not in stated)


def _divided_before(reader: Reader, row: tuple[int, ...]) -> tuple[int, ...]:
    """What else the paragraph has divided in another way: 按类型分，…。按方式分，…: the same again.

    So has the paragraph before, where this one states nothing but parts of its own behind such a cue.
    """
    last = reader.walk.groups[-1:]
    if not last or not last[0].cue.startswith(_BY):
        return ()
    follows = reader.first is None and bool(row) and set(row) <= set(last[0].parts)
    if reader.walk.claims[last[0].start].text is not reader.text and not follows:
        return ()
    return tuple(one for one in dict.fromkeys((last[0].whole, *last[0].either)) if one not in row)


def _end_other_division(reader: Reader, token: Token) -> bool:
    """按性质分：1.A；2.B。 and below it 按科目分：…: the numbered list of the one ends where the other begins."""
    walk = reader.walk
    begins = not reader.tokens.number and not reader.tokens.masked[: token.start].strip()
    if begins and walk.lists and walk.lists[-1].parts and walk.lists[-1].cue.startswith(_BY):
        groups.settle(walk, walk.lists.pop())
        return True
    return False


def _abridged(reader: Reader, name: str) -> int | None:
    """地方公共收入 A 万元。地方收入按构成分: what the paragraph before stated by a longer name, if but one."""
    walk = reader.walk
    if namesakes.find(reader, name) is not None or reader.sentence.topics:
        return None
    divided = (group.whole for group in walk.groups[-1:])  # 按构成分，…。地方收入按部门分，…
    told = (one for one in dict.fromkeys((*walk.told, *divided)) if one in walk.amounts)
    found = [one for one in told if names.abridges(name, walk.topics[one].key)]
    return found[0] if len(found) == 1 else None


def _main(reader: Reader, name: str = "") -> tuple[int, ...]:
    """The topic that a second division (按功能分类) divides again, another by a name of its own."""
    named = None
    if names.is_of_money(name) and not names.is_generic(name):
        named = _abridged(reader, name)
        named = topics.known_or_new(reader, name) if named is None else named
    row = (named, reader.first, reader.walk.main)
    known = (topic for topic in row if topic is not None and topic not in reader.walk.parted)
    return tuple(dict.fromkeys(known))
