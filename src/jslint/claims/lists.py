"""Wholes and the parts that a sentence or a list divides them into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.claims import cues, endings, enumeration, groups, senses, sizes, times
from jslint.claims.model import AMOUNT, SHARE
from jslint.claims.state import BRACKET, PARAGRAPHS, SENTENCE, Open

if TYPE_CHECKING:
    from jslint.claims.sentence import Token
    from jslint.claims.state import Reader, Walk


#: The cue of a list that a colon opens; its parts stand in one clause or in one each.
COLON = ":"
#: That of one that tells some of what an amount holds: 支出 9 万元，含 A 1 万元.
HOLDING = "含"
#: Those of lists that go no farther than their clause.
SOME = (HOLDING, "主要为")
#: No reader keeps more lists within lists in mind.
_DEEPEST = 12


def open_list(reader: Reader, candidates: tuple[int, ...], cue: str, *, closed: bool) -> Open:
    """A list that begins with the next claim and, unless told otherwise, ends with its sentence."""
    walk = reader.walk
    while len(walk.lists) >= _DEEPEST:
        groups.settle(walk, walk.lists.pop())
    start, semis = len(walk.claims), reader.sentence.semis
    return Open(candidates, cue, closed, SENTENCE, start, semis=semis)


def join(reader: Reader, topic: int) -> None:
    """Make the topic a part of the innermost list, if it stands where parts stand."""
    walk = reader.walk
    if not walk.lists or _is_aside(reader) or topic in walk.lists[-1].apart:
        return
    _go_deeper(reader, topic)
    _divide_again(reader, topic)
    while walk.lists and (
        endings.has_ended(reader, walk.lists[-1], topic)
        or endings.is_besides(reader, walk.lists[-1], topic)
    ):
        groups.settle(walk, walk.lists.pop())
    if walk.lists:
        _join(reader, topic)


def _divide_again(reader: Reader, topic: int) -> None:
    """9 个，包括 A 1 个、B 8 个，其中 a 3 个、b 5 个、c 1 个: what is more than B alone divides all of them.

    The list around it is made up, so that c is no further part of that.
    """
    walk = reader.walk
    inner, outer = walk.lists[-1], walk.lists[-2] if len(walk.lists) > 1 else None
    if outer is None or not groups.is_made_up(walk, outer):
        return
    whole = groups.whole_for(walk, outer)
    if whole is None or groups.whole_for(walk, inner) not in outer.parts:
        return
    again = groups.replace_parts(inner, inner.parts)
    again.candidates = (whole,)
    if groups.exceeds(walk, inner, topic) and groups.has_room(walk, again, topic):
        walk.lists[-1] = again


def _join(reader: Reader, topic: int) -> None:
    """The same where the innermost list is known to go on."""
    walk = reader.walk
    opened = walk.lists[-1]
    total = opened.depth == PARAGRAPHS and senses.is_total(reader.walk.topics[topic].name)
    if opened.depth == PARAGRAPHS and opened.parts and _is_above(walk, opened, topic):
        total = True
    if opened.parts and _is_of_another_budget(walk, opened, topic):
        total = True
    outer = _outer(walk, topic) if opened.parts else None
    while outer is not None and len(walk.lists) > outer + 1:
        groups.settle(walk, walk.lists.pop())
    if (total or outer is not None) and opened.parts:
        groups.settle(reader.walk, reader.walk.lists.pop())
        return
    if opened.done:
        opened.further += [topic] if topic == reader.first else []
        return
    opens = groups.leads(walk, opened, reader.first, topic) and (
        opened.style == reader.style
        or (reader.tokens.account is not None and reader.walk.topics[topic].account is not None)
        or bool(reader.tokens.named)
    )
    opens = opens and not opened.trailing
    alike = opened.trailing or opened.style == reader.style == ""
    later = alike and reader.sentence.topics[-1:] == [topic]
    if opened.depth == PARAGRAPHS and not opens and opened.parts and later and not opened.fresh:
        heads = set(reader.sentence.heads.values())  # what its clauses speak of, one each
        if opened.trailing and enumeration.ENUMERATED.match(reader.text.value, reader.clause):
            opened.parts.append(topic)
        elif set(reader.sentence.topics) <= heads and topic not in opened.parts:
            opened.further.append(topic)
        return
    goes_on = opened.fresh and (
        not opened.follows or reader.sentence.semis > 0 or groups.has_room(walk, opened, topic)
    )
    if opened.depth != PARAGRAPHS or opens or goes_on or not opened.parts:
        opened.parts.append(topic)
        opened.clauses.setdefault(topic, reader.sentence.semis)
        if opened.side:
            walk.sides.setdefault(topic, opened.side)


def _go_deeper(reader: Reader, topic: int) -> None:
    """其中：A（款）9 万元，B（项）4 万元: what is deeper than the part before divides that.

    The list of the deeper ones ends where one as high as their whole follows.
    """
    walk = reader.walk
    depth = senses.depth(walk.topics[topic].name)
    while len(walk.lists) > 1 and walk.lists[-1].depths and depth and depth < walk.lists[-1].depths:
        groups.settle(walk, walk.lists.pop())
    opened = walk.lists[-1]
    before = senses.depth(walk.topics[opened.parts[-1]].name) if opened.parts else 0
    if before and depth > before and opened.depth == SENTENCE:
        deeper = open_list(reader, (opened.parts[-1],), opened.cue, closed=False)
        deeper.depths = depth
        deeper.start = len(walk.claims) - 1
        walk.lists.append(deeper)


def _outer(walk: Walk, topic: int) -> int | None:
    """Which of the outer lists divides what a topic has the name of: it begins anew."""
    key, within = walk.topics[topic].key, groups.whole_for(walk, walk.lists[-1])
    for at in range(len(walk.lists) - 2, -1, -1):
        whole = groups.whole_for(walk, walk.lists[at])
        if whole is None or within not in walk.lists[at].parts:
            return None
        if walk.topics[whole].key == key:
            return at
        within = whole
    return None


def _is_of_another_budget(walk: Walk, opened: Open, topic: int) -> bool:
    """Whether the list divides what one budget spends or receives, and the topic is of another.

    Addends may come from anywhere, and so may what is moved from one budget to another (调入资金).
    """
    if opened.sum or enumeration.MOVED.search(walk.topics[topic].name):
        return False
    whole = groups.whole_for(walk, opened)
    return whole is not None and senses.are_of_two_funds(
        walk.topics[whole].name, walk.topics[topic].name
    )


def _is_above(walk: Walk, opened: Open, topic: int) -> bool:
    """Whether a topic is the list's whole, or what that is a part of: the list has ended."""
    whole = groups.whole_for(walk, opened)
    if whole is None or topic == whole:
        return topic == whole
    if topic in opened.parts or not sizes.is_larger(walk, topic, whole, opened.start):
        return False
    return topic < whole or groups.is_made_up(walk, opened, least=1)


def _is_aside(reader: Reader) -> bool:
    """Whether a bracket inside the innermost list is being read, which has no list of its own."""
    return bool(reader.brackets) and len(reader.walk.lists) <= reader.brackets[-1].lists


def join_within(reader: Reader, topic: int) -> None:
    """The same for a list that ends with its sentence or bracket."""
    if reader.walk.lists and reader.walk.lists[-1].depth != PARAGRAPHS:
        join(reader, topic)


def hedge(reader: Reader, token: Token, words: str) -> None:
    """A figure followed by 等 leaves parts out; so does a list whose first count has another member before it."""
    opened = reader.walk.lists[-1:]
    if not opened:
        return
    first = token.is_count and len(set(opened[0].parts)) == 1
    uncounted = first and enumeration.UNCOUNTED.search(words) is not None
    if uncounted or enumeration.HEDGED.match(reader.tokens.masked, token.end):
        opened[0].hedged = True


def end_sentence(walk: Walk) -> None:
    """Close the lists that end with the sentence; those that go on are no longer fresh.

    A list that opened its paragraph and divided its whole in one sentence is complete.
    """
    while len(walk.lists) > 1 and walk.lists[-1].depth in (SENTENCE, BRACKET):
        groups.settle(walk, walk.lists.pop())
    if walk.lists and walk.lists[-1].depth == SENTENCE and not _trails(walk, walk.lists[-1]):
        groups.settle(walk, walk.lists.pop())
    kept = walk.lists and (walk.lists[-1].trailing or walk.lists[-1].resumes)
    if walk.lists and walk.lists[-1].fresh and not kept:
        walk.lists[-1].fresh = False
        if len(groups.measured(walk, walk.lists[-1])) > 1:
            groups.settle(walk, walk.lists.pop())


def _trails(walk: Walk, opened: Open) -> bool:
    """Whether 其中：A …。B …。 may go on behind a stop, its breaks lost; then it does so from now on."""
    if opened.trailing or not opened.cue.endswith((":", "：")) or opened.sum:
        return False
    if len(groups.measured(walk, opened)) != 1 or groups.is_made_up(walk, opened):
        return False
    opened.trailing, opened.depth, opened.style, opened.fresh = True, PARAGRAPHS, "", False
    return True


def begin_paragraph(reader: Reader) -> None:
    """Close a list that went on behind a stop where a paragraph does not open as its parts do.

    One that a paragraph left at a semicolon goes on in the sentence that follows, which may have the
    number after that of its last part.
    """
    walk, tokens = reader.walk, reader.tokens
    bare = not tokens.number and not tokens.account
    opens = bare and not tokens.named and enumeration.PART.match(tokens.masked)
    next_one = bool(walk.lists) and _is_numbered(tokens.number, len(walk.lists[-1].parts) + 1)
    figured = "\0" in tokens.masked.partition("。")[0]  # so is 2080502 A 支出 9 万元；
    figured = figured and (bare or next_one)
    while walk.lists and (walk.lists[-1].trailing or walk.lists[-1].resumes):
        done = walk.lists[-1].trailing and groups.is_made_up(walk, walk.lists[-1])
        if not done and (figured if walk.lists[-1].resumes else opens):
            break
        groups.settle(walk, walk.lists.pop())
    if walk.lists and walk.lists[-1].resumes:
        walk.lists[-1].resumes, walk.lists[-1].depth = False, PARAGRAPHS if next_one else SENTENCE
        walk.lists[-1].style = reader.style if next_one else walk.lists[-1].style


def _is_numbered(number: str, count: int) -> bool:
    """Whether a paragraph's number is this one, in digits."""
    return "".join(filter(str.isdecimal, number)) == str(count)


def end_numbered(reader: Reader) -> None:
    """Close a list whose parts are numbered as this paragraph is, which begins anew with 1."""
    walk = reader.walk
    while walk.lists and walk.lists[-1].parts and walk.lists[-1].style == reader.style:
        groups.settle(walk, walk.lists.pop())


def end_within(reader: Reader) -> None:
    """Close the lists within one whose parts are numbered as this paragraph is, with a number that follows."""
    walk, number = reader.walk, reader.tokens.number
    if not number or enumeration.FIRST.fullmatch(number):
        return
    alike = [at for at, one in enumerate(walk.lists) if one.style == reader.style and one.parts]
    while alike and len(walk.lists) > alike[-1] + 1:
        groups.settle(walk, walk.lists.pop())


def leave_open(reader: Reader) -> None:
    """Keep the list of a paragraph that ends in a semicolon for the next paragraph.

    One that breaks off amid a further part, or at what is to be told of its last, is not complete.
    """
    walk, line = reader.walk, reader.tokens.masked.rstrip()
    if walk.lists:
        broken = bool(walk.lists[-1].parts) and line.endswith((":", "："))
        cut = not reader.sentence.aside and enumeration.CUT.search(line) is not None
        walk.lists[-1].hedged = walk.lists[-1].hedged or broken or cut
    ends = line.endswith((";", "；"))
    if ends and walk.lists and (_is_within(walk.lists[-1]) or _has_begun(walk.lists[-1])):
        walk.lists[-1].resumes, walk.lists[-1].depth = True, PARAGRAPHS


def go_below(reader: Reader, token: Token, before: int) -> None:
    """基本支出中：/（1）A 9 万元: a list that has just begun at the end of its paragraph has its parts below."""
    walk = reader.walk
    if len(walk.lists) > before and reader.is_followed(token, cues.NOTHING):
        opened = walk.lists[-1]
        opened.depth, opened.style, opened.fresh, opened.follows = PARAGRAPHS, None, False, True


def _is_within(opened: Open) -> bool:
    """Whether a list ends with its sentence or bracket."""
    return opened.depth in (SENTENCE, BRACKET)


def _has_begun(opened: Open) -> bool:
    """Whether a list that opened its paragraph has several parts in its first sentence."""
    return opened.fresh and len(set(opened.parts)) > 1


def end_clause(reader: Reader, token: Token) -> None:
    """A semicolon closes a list within a list, and one whose parts so far make up its whole.

    It closes one of names alone, too: 人员经费 9 万元，包括 A、B；公用经费 4 万元. In 编制 5 人，其中行政
    3 人、事业 2 人；实有 4 人 what follows is no part: lesser marks divide those. Nor is it where the
    whole and what follows have shares, and the parts have none.
    """
    walk, words = reader.walk, reader.words(token)
    opened = walk.lists[-1] if walk.lists else None
    if opened is not None and _is_of_names(reader, opened, words):
        groups.settle(walk, walk.lists.pop())
    if opened is None or opened.depth != SENTENCE:
        return
    within = len(walk.lists) > 1 and walk.lists[-2].depth == SENTENCE
    if within and opened.parts and not groups.is_made_up(walk, opened):
        begun, opened.kept = opened.kept > 0, opened.kept or len(opened.parts)
        if not begun or groups.is_short(walk, opened):
            return
    bare = not opened.parts and opened.semis == reader.sentence.semis and "、" in words
    clause = opened.semis == reader.sentence.semis
    several = clause and len(set(opened.parts)) > 1
    some = clause and bool(opened.parts) and opened.cue in SOME
    ended = several and (
        opened.cue == COLON or _is_beside(reader, token, opened) or _is_row(reader, token, opened)
    )
    ended = ended or (clause and _is_shared_beside(reader, token, opened))
    made_up = clause and sizes.is_done(walk, opened, reader.tokens.masked, token.end)
    turned = not made_up and _turns_back(reader, token, opened)
    if within or bare or made_up or ended or some or turned:
        groups.settle(walk, walk.lists.pop())
    restated = made_up or some or turned or (several and "其中" in opened.cue)
    whole = groups.whole_for(walk, opened) if restated and not within else None
    if whole is not None:
        walk.last = whole  # 其中 A、B；较上年 …: the whole once more


def _is_of_names(reader: Reader, opened: Open, words: str) -> bool:
    """人员经费 9 万元，主要包括：/ A、B；公用经费 4 万元: whether a list below has begun, of names alone."""
    claims = reader.walk.claims
    begun = bool(opened.parts) or (bool(claims) and claims[-1].text is reader.text)
    return opened.depth == PARAGRAPHS and not reader.style and not begun and "、" in words


def _turns_back(reader: Reader, token: Token, opened: Open) -> bool:
    """其中：A 5 万元；B 4 万元；较上年增加 1 万元: whether a change behind parts that make up their whole is of that."""
    several = len(set(opened.parts)) > 1
    return (
        several
        and reader.is_followed(token, cues.OF_WHOLE)
        and groups.is_made_up(reader.walk, opened)
    )


def _is_row(reader: Reader, token: Token, opened: Open) -> bool:
    """在职 9 人，包括A 6 人、B 3 人；退休 2 人: whether counts stand in a row that a lesser mark than this divides."""
    claims = reader.walk.claims
    first = claims[opened.start] if opened.start < len(claims) else None
    if first is None or first.text is not reader.text or first.is_money or not opened.closed:
        return False
    if enumeration.SO_MANY.search(reader.tokens.masked[first.end : token.start]):
        return False  # 9 人中，A 3 人、B 4 人，两类合计占 78%；…: some, as it says
    return "、" in reader.tokens.masked[first.end : token.start]


def end_row(reader: Reader, token: Token) -> None:
    """其中 A 5 万元、B 4 万元，较上年增加 1 万元: behind a row that makes up its whole a comparison is of that.

    So it is where lesser marks part all of the row, which has no comma of its own, and where no part of it
    is compared, as of the four quarters that a year has.
    """
    walk = reader.walk
    opened = walk.lists[-1] if walk.lists else None
    if opened is None or opened.depth != SENTENCE or not reader.is_followed(token, cues.OF_WHOLE):
        return
    said = walk.claims[opened.start :]
    alone = len({one.clause for one in said}) == 1 or all(one.kind == AMOUNT for one in said)
    row = len(set(opened.parts)) > 1 and alone
    year = times.are_of_a_year(walk.topics[one].name for one in opened.parts)
    if row and (year or groups.is_made_up(walk, opened)):
        walk.last = groups.whole_for(walk, opened)


def _is_beside(reader: Reader, token: Token, opened: Open) -> bool:
    """A 9 元，占 90%，包括 B 6 元、C 3 元；D 1 元，占 10%: whether what follows stands beside the whole."""
    claims = reader.walk.claims
    before = claims[opened.start - 1] if opened.start else None
    shared = before is not None and before.kind == SHARE and before.text is reader.text
    own = any(one.kind == SHARE for one in claims[opened.start :])
    return shared and not own and reader.is_followed(token, cues.SHARED)


def _is_shared_beside(reader: Reader, token: Token, opened: Open) -> bool:
    """A 9 元，占 90%，其中B 6 元，占A的 67%；C 1 元，占 10%: the same where the parts' shares name the whole."""
    claims = reader.walk.claims
    before = claims[opened.start - 1] if opened.start else None
    shared = before is not None and before.kind == SHARE and before.text is reader.text
    own = [one for one in claims[opened.start :] if one.kind == SHARE]
    named = shared and not before.whole_name and own and all(one.whole_name for one in own)  # type: ignore[union-attr]
    return bool(named) and reader.is_followed(token, enumeration.SHARED_BARE)


def ends_before(reader: Reader) -> bool:
    """Whether the innermost list, of paragraphs without numbers, has ended before this one.

    Where its parts make up the whole, what opens as they do may still belong to it: as a further one.
    A further account does so anyhow: the whole was made up by chance, the rest is within rounding.
    """
    opened = reader.walk.lists[-1]
    if reader.tokens.number or _begins_with_year(reader, opened):
        return True
    topics = reader.walk.topics
    if reader.tokens.account and opened.parts and all(topics[one].account for one in opened.parts):
        return False
    opened.done = opened.done or groups.is_made_up(reader.walk, opened, least=1)
    return opened.done and not enumeration.PART.match(reader.tokens.masked)


def _begins_with_year(reader: Reader, opened: Open) -> bool:
    """Whether a paragraph opens with a year, as no part of the list before it did."""
    first = reader.walk.claims[opened.start : opened.start + 1]
    if not first or not enumeration.DATED.match(reader.text.value):
        return False
    return not enumeration.DATED.match(first[0].text.value)
