"""Wholes and the parts that a sentence or a list divides them into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.claims import cues, groups, names, topics
from jslint.claims.model import AMOUNT, CHANGE, FLAT, GROWTH
from jslint.claims.state import BRACKET, PARAGRAPHS, REASON, SENTENCE, Open

if TYPE_CHECKING:
    from jslint.claims.sentence import Token
    from jslint.claims.state import Reader, Walk


#: How many topics before a list its whole is looked for among.
_FARTHEST = 12
#: What the amounts of a budget are called besides their name: 财政拨款支出预算中.
_PLANNED = "预算"
#: Behind the name of an amount, a heading says so that the items below make it up.
_MADE_OF = "结构"
#: No reader keeps more lists within lists in mind.
_DEEPEST = 12


def begin(reader: Reader, token: Token) -> None:
    """其中, 包括, 以下方面 …: a list of parts begins, unless a reason or a purpose goes on."""
    cue, words, sentence = reader.shown(token), reader.words(token), reader.sentence
    listing = "其中" not in cue
    by = cue.startswith("按")
    subject = names.subject(words.replace("支出", ""), reader.walk.unit_name)
    stated = reader.is_followed(token, cues.STATED) or reader.is_followed(token, cues.SHARED)
    if sentence.aside == REASON and not listing and stated:
        sentence.aside = ""
    if (
        sentence.aside == REASON
        or (sentence.aside and listing and not by)
        or (listing and not by and not sentence.topics and not subject)
    ):
        reader.advance(token)
        return
    if listing and not by and reader.is_followed(token, cues.NAMES):
        sentence.aside = REASON  # whose the amount at their end is, is anybody's guess
        reader.advance(token)
        return
    sentence.aside = ""
    sentence.contexts.clear()
    below = _ends_at(reader, token)
    opened = _divided(reader, words, cue, below=below)
    opened.closed = listing and not (reader.brackets and "包括" in cue)
    opened.hedged = cue.startswith("主要") or cues.MAIN_ONES.match(words) is not None
    if reader.brackets:
        opened.depth = BRACKET
    elif below:
        opened.depth, opened.style, opened.fresh, opened.follows = PARAGRAPHS, None, False, True
    elif not reader.tokens.masked[: token.start].strip():
        opened.depth = PARAGRAPHS
    reader.walk.lists.append(opened)
    reader.advance(token, clause=True)


def include(reader: Reader, token: Token) -> None:
    """（含 A 1 万元）: a part of what was just stated, and not the only one; （含 A） is of the name."""
    if not reader.is_followed(token, cues.FIGURED):
        return
    if not reader.sentence.aside:
        opened = open_list(reader, _candidates(reader, ""), reader.shown(token), closed=False)
        opened.depth = BRACKET
        reader.walk.lists.append(opened)
    reader.advance(token)


def bracket(reader: Reader, token: Token) -> None:
    """A 3 万元（B 1 万元，C 2 万元）: what stands in brackets behind an amount may be its parts."""
    before, inside = reader.walk.claims[-1:], cues.INSIDE.match(reader.tokens.masked, token.end)
    if (
        inside is None
        or reader.sentence.aside
        or not before
        or before[0].text is not reader.text
        or before[0].kind not in (AMOUNT, CHANGE, GROWTH, FLAT)
    ):
        return
    opened = open_list(reader, (before[0].topic,), "(", closed=False)
    opened.depth, opened.presumed = BRACKET, True
    reader.walk.lists.append(opened)


def enumerate_below(reader: Reader) -> None:
    """A 9 万元。（一）B 4 万元。（二）C 5 万元。: numbered paragraphs below a single amount may divide it."""
    walk = reader.walk
    spoken = set(walk.told)
    whole = None if spoken else _made_of(reader)
    if whole is not None:
        opened = open_list(reader, (whole,), _MADE_OF, closed=True)
        opened.depth, opened.style, opened.fresh = PARAGRAPHS, reader.style, False
        walk.lists.append(opened)
    elif len(spoken) == 1 and walk.claims and walk.claims[-1].topic in spoken:
        divided = [group.whole for group in walk.groups if spoken <= set(group.parts)]
        opened = open_list(reader, (*divided[-1:], *spoken), "", closed=False)
        opened.depth, opened.style = PARAGRAPHS, reader.style
        opened.presumed, opened.fresh = True, False
        walk.lists.append(opened)


def _made_of(reader: Reader) -> int | None:
    """The whole that a heading names of which its items are the parts: （二）支出决算结构情况."""
    heading = reader.path[-1].heading.value if reader.path else ""
    name, structure, _ = heading.partition(_MADE_OF)
    return topics.whole(reader, names.of_heading(name)) if structure else None


def offer(reader: Reader, words: str) -> None:
    """Words such as 支出决算中 name a whole that was stated before."""
    subject = names.subject(words, reader.walk.unit_name)
    if not subject or names.is_generic(subject):
        return
    found = topics.whole(reader, subject)
    if found is None and subject.endswith(_PLANNED):
        found = topics.whole(reader, subject.removesuffix(_PLANNED))
    if found is None and names.key(subject) not in names.SIDES:
        found = topics.similar(reader, subject)
    if found is not None:
        reader.walk.lists.append(open_list(reader, (found,), words.strip(), closed=True))


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
    if not walk.lists or _is_aside(reader):
        return
    _go_deeper(reader, topic)
    while walk.lists and _has_ended(reader, walk.lists[-1], topic):
        groups.settle(walk, walk.lists.pop())
    if walk.lists:
        _join(reader, topic)


def _join(reader: Reader, topic: int) -> None:
    """The same where the innermost list is known to go on."""
    walk = reader.walk
    opened = walk.lists[-1]
    total = opened.depth == PARAGRAPHS and names.is_total(reader.walk.topics[topic].name)
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
    opens = topic == reader.first and (
        opened.style == reader.style
        or (reader.tokens.account is not None and reader.walk.topics[topic].account is not None)
        or bool(reader.tokens.named)
    )
    opens = opens and not opened.trailing
    alike = opened.trailing or opened.style == reader.style == ""
    later = alike and reader.sentence.topics[-1:] == [topic]
    if opened.depth == PARAGRAPHS and not opens and opened.parts and later and not opened.fresh:
        if len(set(reader.sentence.topics)) == 1 and topic not in opened.parts:
            opened.further.append(topic)
        return
    goes_on = opened.fresh and (not opened.follows or reader.sentence.semis > 0)
    if opened.depth != PARAGRAPHS or opens or goes_on or not opened.parts:
        opened.parts.append(topic)


def _has_ended(reader: Reader, opened: Open, topic: int) -> bool:
    """Whether a list within a sentence is made up, or another body is spoken of behind a semicolon."""
    if opened.depth not in (SENTENCE, BRACKET):
        return False
    if opened.semis == reader.sentence.semis:
        anew = len(reader.walk.lists) > 1 or cues.SINCE.match(reader.text.value, reader.clause)
        return bool(anew) and groups.exceeds(reader.walk, opened, topic)
    return reader.sentence.bodies == reader.sentence.semis


def _go_deeper(reader: Reader, topic: int) -> None:
    """其中：A（款）9 万元，B（项）4 万元: what is deeper than the part before divides that.

    The list of the deeper ones ends where one as high as their whole follows.
    """
    walk = reader.walk
    depth = names.depth(walk.topics[topic].name)
    while len(walk.lists) > 1 and walk.lists[-1].depths and depth and depth < walk.lists[-1].depths:
        groups.settle(walk, walk.lists.pop())
    opened = walk.lists[-1]
    before = names.depth(walk.topics[opened.parts[-1]].name) if opened.parts else 0
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
    if opened.sum or cues.MOVED.search(walk.topics[topic].name):
        return False
    whole = groups.whole_for(walk, opened)
    return whole is not None and names.are_of_two_funds(
        walk.topics[whole].name, walk.topics[topic].name
    )


def _is_above(walk: Walk, opened: Open, topic: int) -> bool:
    """Whether a topic is the list's whole, or what that is a part of: the list has ended."""
    whole = groups.whole_for(walk, opened)
    if whole is None or topic == whole:
        return topic == whole
    amounts, wholes = (
        groups.amounts_of(walk, topic, 0, len(walk.claims)),
        groups.amounts_of(walk, whole, 0, opened.start),
    )
    larger = bool(amounts and wholes) and amounts[-1].exact() > wholes[-1].exact()
    if not larger or topic in opened.parts:
        return False
    return topic < whole or groups.is_made_up(walk, opened, least=1)


def _is_aside(reader: Reader) -> bool:
    """Whether a bracket inside the innermost list is being read, which has no list of its own."""
    return bool(reader.brackets) and len(reader.walk.lists) <= reader.brackets[-1].lists


def join_within(reader: Reader, topic: int) -> None:
    """The same for a list that ends with its sentence or bracket."""
    if reader.walk.lists and reader.walk.lists[-1].depth != PARAGRAPHS:
        join(reader, topic)


def hedge(reader: Reader, token: Token) -> None:
    """A figure followed by 等 leaves parts out."""
    if reader.walk.lists and cues.HEDGED.match(reader.tokens.masked, token.end):
        reader.walk.lists[-1].hedged = True


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
        if len(set(walk.lists[-1].parts)) > 1:
            groups.settle(walk, walk.lists.pop())


def _trails(walk: Walk, opened: Open) -> bool:
    """Whether 其中：A …。B …。 may go on behind a stop, its breaks lost; then it does so from now on."""
    if opened.trailing or not opened.cue.endswith((":", "：")) or opened.sum:
        return False
    if len(set(opened.parts)) != 1 or groups.is_made_up(walk, opened):
        return False
    opened.trailing, opened.depth, opened.style, opened.fresh = True, PARAGRAPHS, "", False
    return True


def begin_paragraph(reader: Reader) -> None:
    """Close a list that went on behind a stop where a paragraph does not open as its parts do.

    One that a paragraph left at a semicolon goes on in the sentence that follows.
    """
    walk, tokens = reader.walk, reader.tokens
    plain = not tokens.number and not tokens.account and not tokens.named
    opens = plain and cues.PART.match(tokens.masked)
    figured = plain and "\0" in tokens.masked.partition("。")[0]
    while walk.lists and (walk.lists[-1].trailing or walk.lists[-1].resumes):
        done = walk.lists[-1].trailing and groups.is_made_up(walk, walk.lists[-1])
        if not done and (figured if walk.lists[-1].resumes else opens):
            break
        groups.settle(walk, walk.lists.pop())
    if walk.lists and walk.lists[-1].resumes:
        walk.lists[-1].resumes, walk.lists[-1].depth = False, SENTENCE


def leave_open(reader: Reader) -> None:
    """Keep the list of a paragraph that ends in a semicolon for the next paragraph."""
    walk = reader.walk
    ends = reader.tokens.masked.rstrip().endswith((";", "；"))
    if ends and walk.lists and walk.lists[-1].depth in (SENTENCE, BRACKET):
        walk.lists[-1].resumes, walk.lists[-1].depth = True, PARAGRAPHS


def end_clause(reader: Reader) -> None:
    """A semicolon closes a list within a list, and one whose parts so far make up its whole.

    In 编制 5 人，其中行政 3 人、事业 2 人；实有 4 人 what follows is no part: lesser marks divide those.
    """
    walk = reader.walk
    opened = walk.lists[-1] if walk.lists else None
    if opened is None or opened.depth != SENTENCE:
        return
    within = len(walk.lists) > 1 and walk.lists[-2].depth == SENTENCE
    if within and opened.parts and not opened.kept and not groups.is_made_up(walk, opened):
        opened.kept = len(opened.parts)
        return
    if within or (opened.semis == reader.sentence.semis and groups.is_made_up(walk, opened)):
        groups.settle(walk, walk.lists.pop())


def ends_before(reader: Reader) -> bool:
    """Whether the innermost list, of paragraphs without numbers, has ended before this one.

    Where its parts make up the whole, what opens as they do may still belong to it: as a further one.
    """
    opened = reader.walk.lists[-1]
    if reader.tokens.number or _begins_with_year(reader, opened):
        return True
    opened.done = opened.done or groups.is_made_up(reader.walk, opened, least=1)
    return opened.done and not cues.PART.match(reader.tokens.masked)


def _begins_with_year(reader: Reader, opened: Open) -> bool:
    """Whether a paragraph opens with a year, as no part of the list before it did."""
    first = reader.walk.claims[opened.start : opened.start + 1]
    if not first or not cues.DATED.match(reader.text.value):
        return False
    return not cues.DATED.match(first[0].text.value)


def _ends_at(reader: Reader, token: Token) -> bool:
    """Whether nothing but a colon follows, so that the list stands in the next paragraphs."""
    return reader.is_followed(token, cues.NOTHING)


def _divided(reader: Reader, words: str, cue: str, *, below: bool) -> Open:
    """The list that a cue begins, with the topics that it may divide."""
    walk, sentence = reader.walk, reader.sentence
    if cue.startswith("按"):
        groups.close(walk, SENTENCE)
        return open_list(reader, _main(reader), cue, closed=True)
    opened = walk.lists[-1] if walk.lists and walk.lists[-1].depth == SENTENCE else None
    if "如下" in cue and opened is not None and opened.candidates:
        whole = groups.whole_for(walk, opened)
        groups.settle(walk, walk.lists.pop())
        return open_list(reader, opened.candidates if whole is None else (whole,), cue, closed=True)
    side = names.key(names.subject(words, walk.unit_name))
    if side in names.SIDES and "其中" not in cue:
        if opened is not None:
            groups.settle(walk, walk.lists.pop())
        whole = topics.both_sides(reader, side)
        return open_list(reader, () if whole is None else (whole,), cue, closed=True)
    found = open_list(reader, _candidates(reader, words), cue, closed=True)
    last = walk.claims[-1].topic if walk.claims else None
    near = sentence.topics or set(walk.told) == {last}
    found.sure = (
        not found.candidates
        or bool(near and last in found.candidates[:1])
        or not (names.is_generic(names.subject(cues.USED_FOR.sub("", words), walk.unit_name)))
    )
    found.sure = found.sure and not (below and not sentence.topics and len(set(walk.told)) > 1)
    return found


def _candidates(reader: Reader, words: str) -> tuple[int, ...]:
    """Topics that a list beginning here can divide, the likeliest first.

    At the head of a sentence it divides what the one before spoke of; where that spoke of several
    things, only the paragraph's own topic can be meant.
    """
    subject = names.subject(cues.USED_FOR.sub("", words), reader.walk.unit_name)
    name = None if names.is_generic(subject) else topics.find(reader, subject)
    if name is None and cues.USED_FOR.search(words) and not names.is_generic(subject):
        similar = topics.known(reader, subject)
        return () if similar is None else (similar,)
    walk, stated = reader.walk, reader.sentence.topics
    last = walk.last
    if not stated and name is None and len(set(walk.told)) > 1 and last in walk.told:
        return ()
    row = [name, *reversed(stated[-_FARTHEST:]), last, reader.first, walk.main]
    return tuple(dict.fromkeys(topic for topic in row if topic is not None))


def _main(reader: Reader) -> tuple[int, ...]:
    """The topic that a second division (按功能分类) divides again."""
    row = (reader.first, reader.walk.main)
    return tuple(dict.fromkeys(topic for topic in row if topic is not None))
