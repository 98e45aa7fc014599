"""Wholes and the parts that a sentence or a list divides them into."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.claims import cues, names, topics
from jslint.claims.model import ACTUAL, AMOUNT, Group
from jslint.claims.state import BRACKET, PARAGRAPHS, REASON, SENTENCE, Open

if TYPE_CHECKING:
    from jslint.claims.sentence import Token
    from jslint.claims.state import Reader, Walk
    from jslint.figures.figure import Figure


#: How many topics before a list its whole is looked for among.
_FARTHEST = 12


def begin(reader: Reader, token: Token) -> None:
    """其中, 包括, 以下方面 …: a list of parts begins, unless a reason or a purpose goes on."""
    cue, words, sentence = reader.shown(token), reader.words(token), reader.sentence
    listing = "其中" not in cue
    by = cue.startswith("按")
    subject = names.subject(words.replace("支出", ""), reader.walk.unit_name)
    if sentence.aside == REASON and not listing and reader.is_followed(token, cues.STATED):
        sentence.aside = ""
    if (
        sentence.aside == REASON
        or (sentence.aside and listing and not by)
        or (listing and not by and not sentence.topics and not subject)
    ):
        reader.advance(token)
        return
    sentence.aside = ""
    sentence.contexts.clear()
    whole = _main(reader) if by else _candidates(reader, words)
    opened = _open(reader, whole, cue, closed=listing)
    opened.hedged = cue.startswith("主要")
    if reader.brackets:
        opened.depth = BRACKET
    elif _ends_at(reader, token):
        opened.depth, opened.style, opened.fresh, opened.follows = PARAGRAPHS, None, False, True
    elif not reader.tokens.masked[: token.start].strip():
        opened.depth = PARAGRAPHS
    reader.walk.lists.append(opened)
    reader.advance(token, clause=True)


def include(reader: Reader, token: Token) -> None:
    """（含 A 1 万元）: a part of what was just stated, and not the only one."""
    if not reader.sentence.aside:
        opened = _open(reader, _candidates(reader, ""), reader.shown(token), closed=False)
        opened.depth = BRACKET
        reader.walk.lists.append(opened)
    reader.advance(token)


def offer(reader: Reader, words: str) -> None:
    """Words such as 支出决算中 name a whole that was stated before."""
    subject = names.subject(words, reader.walk.unit_name)
    if not subject or names.is_generic(subject):
        return
    found = topics.whole(reader, subject)
    if found is not None:
        reader.walk.lists.append(_open(reader, (found,), words.strip(), closed=True))


def _open(reader: Reader, candidates: tuple[int, ...], cue: str, *, closed: bool) -> Open:
    start, semis = len(reader.walk.claims), reader.sentence.semis
    return Open(candidates, cue, closed, SENTENCE, start, semis=semis)


def join(reader: Reader, topic: int) -> None:
    """Make the topic a part of the innermost list, if it stands where parts stand."""
    if not reader.walk.lists:
        return
    opened = reader.walk.lists[-1]
    opens = topic == reader.first and (
        opened.style == reader.style
        or (reader.tokens.account is not None and reader.walk.topics[topic].account is not None)
    )
    goes_on = opened.fresh and (not opened.follows or reader.sentence.semis > 0)
    if opened.depth != PARAGRAPHS or opens or goes_on or not opened.parts:
        opened.parts.append(topic)


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
    close(walk, SENTENCE)
    if walk.lists and walk.lists[-1].fresh:
        walk.lists[-1].fresh = False
        if len(set(walk.lists[-1].parts)) > 1:
            settle(walk, walk.lists.pop())


def end_clause(reader: Reader) -> None:
    """A semicolon closes a list within a list, and one whose parts so far make up its whole.

    In 编制 5 人，其中行政 3 人、事业 2 人；实有 4 人 what follows is no part: lesser marks divide those.
    """
    walk = reader.walk
    opened = walk.lists[-1] if walk.lists else None
    if opened is None or opened.depth != SENTENCE:
        return
    within = len(walk.lists) > 1 and walk.lists[-2].depth == SENTENCE
    if within or (opened.semis == reader.sentence.semis and _is_made_up(walk, opened)):
        settle(walk, walk.lists.pop())


def _is_made_up(walk: Walk, opened: Open) -> bool:
    """Whether the parts of a list so far, at least two, add up to its whole but for rounding."""
    whole = whole_for(walk, opened)
    parts = dict.fromkeys(opened.parts)
    if whole is None or len(parts) < 2:  # noqa: PLR2004 - a single part does not divide anything
        return False
    stated = [_amounts(walk, part, opened.start, len(walk.claims)) for part in parts]
    wholes = _amounts(walk, whole, 0, opened.start)
    if not wholes or not all(stated):
        return False
    return _adds_up([amounts[0] for amounts in stated], wholes[-1])


def _amounts(walk: Walk, topic: int, start: int, end: int) -> list[Figure]:
    """The amounts that the claims from ``start`` to ``end`` state of a topic."""
    return [
        claim.figure
        for claim in walk.claims[start:end]
        if claim.topic == topic and claim.kind == AMOUNT and claim.figure
    ]


def close(walk: Walk, depth: str = "") -> None:
    """Close the open lists of this depth and those inside; all of them where it is empty."""
    while walk.lists and (not depth or walk.lists[-1].depth in (depth, BRACKET)):
        settle(walk, walk.lists.pop())


def settle(walk: Walk, found: Open) -> None:
    """Make a group of a list, if its whole and at least one part are known."""
    whole = whole_for(walk, found)
    if whole is None:
        return
    _measure_alike(walk, found, whole)
    counted = _units(walk, whole)
    parts = tuple(
        part
        for part in dict.fromkeys(found.parts)
        if part != whole and (not counted or counted & _units(walk, part))
    )
    if parts:
        closed = found.closed or all(walk.topics[part].account for part in parts)
        walk.groups.append(
            Group(
                len(walk.groups),
                whole,
                parts,
                found.cue,
                closed,
                found.hedged,
                found.start,
                len(walk.claims),
            )
        )


def _measure_alike(walk: Walk, found: Open, whole: int) -> None:
    """Give the parts that do not say what they measure the measure of their whole.

    Where the whole is stated in several measures, theirs is the one in which they add up, else
    the one stated last.
    """
    plain = {
        claim.topic
        for claim in walk.claims[found.start :]
        if claim.kind == AMOUNT and claim.measure != ACTUAL
    } - {walk.claims[at].topic for at in found.loose if walk.claims[at].measure != ACTUAL}
    loose = [at for at in found.loose if walk.claims[at].topic not in {whole, *plain}]
    stated = [
        claim
        for claim in walk.claims[: found.start]
        if claim.topic == whole and claim.kind == AMOUNT and claim.is_money
    ]
    near = [claim for claim in stated if claim.text is stated[-1].text]
    if not loose or not near:
        return
    parts = [claim.figure for at in loose if (claim := walk.claims[at]).figure]
    fitting = [
        claim for claim in reversed(near) if claim.figure and _adds_up(parts, claim.figure)
    ]
    measure = (fitting or near[-1:])[0].measure
    for at in loose:
        if walk.claims[at].is_money and walk.claims[at].measure != measure:
            walk.claims[at] = replace(walk.claims[at], measure=measure)


def _adds_up(parts: list[Figure], whole: Figure) -> bool:
    """Whether parts make up a whole but for rounding."""
    gap = sum((part.exact() for part in parts), Fraction(0)) - whole.exact()
    steps = (Fraction(part.quantum * part.unit.scale) for part in (*parts, whole))
    return abs(gap) * 2 <= sum(steps, Fraction(0)) if gap else True


def _ends_at(reader: Reader, token: Token) -> bool:
    """Whether nothing but a colon follows, so that the list stands in the next paragraphs."""
    return reader.is_followed(token, cues.NOTHING)


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


def whole_for(walk: Walk, found: Open) -> int | None:
    """The nearest topic before the list that is counted in the same unit as its first part."""
    units = _units(walk, found.parts[0]) if found.parts else set()
    return next(
        (topic for topic in found.candidates if not units or units & _units(walk, topic)), None
    )


def _units(walk: Walk, topic: int) -> set[str]:
    """The units in which a topic is stated; all amounts of money count as one."""
    return walk.units.get(topic, set())
