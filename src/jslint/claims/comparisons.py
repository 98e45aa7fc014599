"""Comparisons without a figure of their own: 大于, 小于, 等于 a budget, 持平, 比上年减少."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.claims import cues, lists, names, namesakes, senses, state, times, topics
from jslint.claims.model import ACTUAL, AMOUNT, CHANGE, FLAT, MENTION, ORDER, PRIOR, budget_of
from jslint.claims.state import REASON

if TYPE_CHECKING:
    import re

    from jslint.claims.sentence import Token
    from jslint.claims.state import Reader

#: Two bases in a row are no longer than this.
_NEAR = 80
_EQUALS = ("与", "同", "和", "等于")


def order(reader: Reader, token: Token) -> None:
    """决算数小于年初预算数, 决算数与预算数持平; 支出与预算相比 only names a base."""
    match = token.match
    assert match is not None
    relation, level = match["relation"], match["level"]
    if relation in "与同和" and not level:  # 支出与年初预算相比，减少 …: the base of a change
        reader.sentence.base = budget_of(match["against"])
        return
    start = token.start + match.start("relation") - match.start()
    end = match.end("level") if level else match.end("against")
    _order(reader, token, (start, end), match["against"], cues.relation(relation))


def inverse(reader: Reader, token: Token) -> None:
    """年初预算数大于决算数: the same the other way round."""
    match = token.match
    assert match is not None
    relation, level = match["reverse"], match["reverse_level"]
    if relation in _EQUALS[:3] and not level:
        return
    _order(reader, token, (token.start, token.end), match["budgeted"], -cues.relation(relation))


def _order(
    reader: Reader, token: Token, words: tuple[int, int], budget: str, direction: int
) -> None:
    """Claim a comparison, unless a figure follows directly, which says how much.

    Behind a figure of a reason it may be of what the reason names.
    """
    last = reader.walk.claims[-1:]
    if reader.sentence.aside == REASON and last and last[0].kind == MENTION:
        return
    topic = topics.known(reader, reader.words(token))
    if topic is not None and not reader.is_followed(token, cues.NEXT_FIGURE):
        implied = topics.is_implied(reader, reader.words(token), topic)
        reader.claim(
            ORDER, topic, *words, direction=direction, measure=budget_of(budget), implied=implied
        )


def beyond(reader: Reader, token: Token) -> None:
    """决算数大于上年决算数: the outturn beside last year's; with a figure behind it, how far from it."""
    match = token.match
    assert match is not None
    year = names.year(match["beyond_name"])
    usual = year is None or reader.walk.year in (None, year + 1)
    base = PRIOR if usual else f"{PRIOR}:{year}"
    if reader.is_followed(token, cues.NEXT_FIGURE):
        reader.sentence.base = base
        return
    words = reader.words(token)
    topic = topics.known(reader, words)
    if topic is None or reader.sentence.aside == REASON:
        return
    reader.claim(
        ORDER,
        topic,
        token.start + match.start("beyond_relation") - match.start(),
        token.end,
        measure=base,
        direction=cues.relation(match["beyond_relation"]),
        implied=topics.is_implied(reader, words, topic),
    )


def turned(reader: Reader, token: Token) -> None:
    """决算数比预算数减少的主要原因: which way the outturn went, without a figure."""
    words = reader.words(token)
    found, base = cues.TURNED.search(words), cues.BASE.search(words)
    if found is None or reader.sentence.aside == REASON or "\0" in words:
        return
    if base is None:
        _explained(reader, token, words, found)
        return
    between = words[base.end() : found.start()]
    topic = topics.known(reader, words[: base.start()])
    if topic is None or not names.is_generic(names.subject(between)):
        return
    measure = budget_of(base["planned_name"]) if base["planned"] else PRIOR
    begins = token.start - len(words)
    reader.claim(
        ORDER,
        topic,
        begins + base.start(),
        begins + found.end("word"),
        measure=measure,
        direction=cues.direction(found["word"]),
    )


def _explained(reader: Reader, token: Token, words: str, found: re.Match[str]) -> None:
    """公务接待费减少的主要原因: which way a change went that the paragraph has just stated."""
    topic = topics.known(reader, words[: found.start()])
    stated = [claim.measure for claim in reader.here(topic) if claim.kind == CHANGE]
    if topic is None or not stated or not found["word"] or not words[: found.start()].strip():
        return
    start = token.start - len(words) + found.start("word")
    sign = cues.direction(found["word"])
    end = start + len(found["word"])
    reader.claim(ORDER, topic, start, end, measure=stated[0], direction=sign)


def flat(reader: Reader, token: Token) -> None:
    """与上年持平: no change against a base."""
    words = reader.words(token)
    former = cues.BASE.search(words)
    if reader.sentence.aside == REASON:
        return
    if reader.shown(token) in cues.NEEDS_BASE and former is None:
        return
    if _is_with_another(reader, token):
        return
    name = words[: former.start()] if former else words
    subject = names.subject(name, reader.walk.unit_name)
    sides = namesakes.sides(reader, subject)
    either = namesakes.differ(reader, sides)
    topic = sides[0] if sides else topics.known(reader, name)
    if topic is None and subject:
        topic = namesakes.add(reader, topics.called(reader, subject))
    if topic is not None and not either and not _of_another_count(reader, topic):
        for base in _two_bases(reader, token) or (reader.sentence.base or PRIOR,):
            reader.claim(FLAT, topic, token.start, token.end, measure=base, direction=0)
        lists.join_within(reader, topic)
        reader.sentence.topics.append(topic)
        reader.walk.last = topic


def _is_with_another(reader: Reader, token: Token) -> bool:
    """支出 9 万元，与收入 9 万元持平: whether two things of this year are level, and nothing with a base."""
    before = reader.walk.claims[-1:]
    if not before or (before[0].kind, before[0].measure) != (AMOUNT, ACTUAL):
        return False
    said, masked = before[0], reader.tokens.masked
    near = said.text is reader.text and not set(masked[said.end : token.start]) & set(",，;；。")
    return near and cues.WITH.match(masked, said.clause, said.start) is not None


def _two_bases(reader: Reader, token: Token) -> tuple[str, ...]:
    """与年初预算、上年均持平: the two bases that a topic is level with; empty for one."""
    near = reader.tokens.masked[max(0, token.start - _NEAR) : token.start]
    found = cues.TWO_BASES.search(near)
    named = (found["one"], found["other"]) if found else ()
    return tuple(times.of_base(reader, one) for one in named)


def _of_another_count(reader: Reader, topic: int) -> bool:
    """接待 3 批次，增加 2 批次，共 10 人次，与上年持平: what did not change is no visit."""
    said = reader.here(topic)
    last = next(said, None)
    if last is None or last.kind != AMOUNT or state.counted(last.figure) == state.MONEY:
        return False
    unit = state.counted(last.figure)
    return any(claim.kind == CHANGE and state.counted(claim.figure) != unit for claim in said)


def is_next_part(reader: Reader, token: Token) -> bool:
    """A 增加 …，主要是 …；B 减少 …: whether a whole's next part follows a reason, with its own change."""
    walk, stated = reader.walk, reader.sentence.topics
    match = cues.RESUMED_PART.match(reader.tokens.masked, token.end)
    found = namesakes.find(reader, match["name"]) if match else None
    return found is not None and any(
        found in group.parts and topic in group.parts
        for group in walk.groups
        for topic in stated[:1]
        if topic != found
    )


def is_begun_anew(reader: Reader, token: Token) -> bool:
    """收入 …，主要是 …；支出 9 万元，减少 1 万元，下降 10%: whether a statement of its own follows a reason."""
    if reader.is_followed(token, cues.COMPARED_ANEW):
        return True
    match = cues.CHANGED_ANEW.match(reader.tokens.masked, token.end)
    return match is not None and any(senses.is_all_of(match["name"], one) for one in senses.SIDES)
