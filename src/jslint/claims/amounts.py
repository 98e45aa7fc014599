"""Amounts and counts: statements, changes, limits that are part of a name, and mere mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.claims import cues, lists, names, topics
from jslint.claims.model import (
    ACTUAL,
    AMOUNT,
    ASSUMED,
    BUDGET,
    CHANGE,
    EARLIER,
    GROWTH,
    MENTION,
    ORDER,
    PAST,
    PRIOR,
    THRESHOLD,
    budget_of,
)
from jslint.claims.state import AVERAGE, OTHER_YEAR, PURPOSE, SENTENCE
from jslint.figures.figure import Dimension

if TYPE_CHECKING:
    import re

    from jslint.claims.sentence import Token
    from jslint.claims.state import Reader


#: The word by which a budget is told from what was spent.
BUDGET_WORD = "预算"


def read(reader: Reader, token: Token, words: str) -> None:
    """Claim what an amount or a count says."""
    if _limit(reader, token, words) or is_about(reader, token, words):
        return
    resume(reader, words)
    _resume_count(reader, token, words)
    if _is_whole(reader, token, words):
        return
    level = cues.NEW_LEVEL.search(words) if _is_money(token) else None
    if level and level["then"] and not reader.is_followed(token, cues.TO_LEVEL):
        level = None  # 由某单位成交 A 万元: no amount that a change starts from
    turn = cues.TURN.search(words)
    if not reader.sentence.aside and cues.EACH.search(words):
        reader.sentence.aside = AVERAGE
    if reader.sentence.aside:
        mention(reader, token)
    elif level:
        _new_level(reader, token, words, level)
    elif _is_money(token) and (gap := cues.GAP.search(words)):
        _gap(reader, token, words[: gap.start()])
    elif _is_money(token) and _is_left(reader, words):
        _gap(reader, token, "")
    elif _is_money(token) and (over := cues.OVER.search(words)):
        _over(reader, token, words, over)
    elif difference := cues.ORDERED.search(words):
        _differ(reader, token, difference)
    elif _base(reader, token, words):
        return
    elif turn:
        change(reader, token, words[: turn.start()], turn)
    else:
        state(reader, token, words)


def _is_whole(reader: Reader, token: Token, words: str) -> bool:
    """占支出合计 A 万元的 r%, 完成预算 A 万元的 r%: the amount that the rate is of."""
    match = cues.OF_AMOUNT.search(words)
    part = topics.current(reader)
    if (
        match is None
        or part is None
        or reader.sentence.aside
        or not cues.OF_THAT.match(reader.tokens.masked, token.end)
    ):
        return False
    budgeted = cues.BUDGETED.fullmatch(match["base"] or match["whole"])
    if budgeted:
        topic, measure = part, budget_of(budgeted["name"])
    elif match["whole"]:
        topic, measure = topics.named(reader, match["whole"]), ACTUAL
    else:
        return False
    reader.claim(AMOUNT, topic, token.start, token.end, token, measure=measure)
    reader.sentence.part = part
    return True


#: The words that make a figure an approximation stand this close before it, blanks included.
_NEAR = 12


def mention(reader: Reader, token: Token) -> None:
    """Note a figure of a reason, a purpose or an average."""
    reader.claim(MENTION, topics.anything(reader), token.start, token.end, token)


def is_about(reader: Reader, token: Token, words: str) -> bool:
    """Whether a figure is only about right, or a bound: nothing to recompute."""
    return (
        cues.ABOUT_BEFORE.search(words[-_NEAR:]) is not None
        or cues.ABOUT_AFTER.match(reader.tokens.masked, token.end) is not None
    )


def _base(reader: Reader, token: Token, words: str) -> bool:
    """比上年决算数 A 万元, 与年初预算 A 万元相比: the amount that a change is measured on."""
    base = cues.BASE.search(words)
    if base is None or not _is_money(token) or not cues.OF_BASE.fullmatch(words, base.end()):
        return False
    topic = topics.known(reader, words[: base.start()])
    measure = reader.sentence.base
    if topic is not None and (measure == PRIOR or measure.startswith(BUDGET)):
        reader.claim(AMOUNT, topic, token.start, token.end, token, measure=measure)
    return True


def state(reader: Reader, token: Token, words: str) -> None:
    """Claim that a topic comes to an amount: this year's, last year's, or a budget."""
    measure, rest, said = _measure(reader, token, words)
    if measure is None:
        return
    unit = token.figure.unit if token.figure else None
    counted = unit.name if unit and unit.dimension is Dimension.COUNT else ""
    if not counted and (after := _named_after(reader, token, rest)):
        rest = after
    if not counted and _sums_up(reader, token, rest, measure):
        return
    if cues.ALTOGETHER.fullmatch(rest) and rest.strip() and reader.sentence.topics:
        return  # the sum of what no list holds: nothing that was stated before
    rest = reader.sentence.limit + rest + (_counted(reader, token) if counted else "")
    named = topics.is_named(reader, rest)
    topic = topics.of_amount(reader, rest, counted=counted, budget=measure != ACTUAL)
    if topic is None:
        return
    carried = not named and not topics.is_certain(reader, topic)
    if not said and reader.walk.lists:
        reader.walk.lists[-1].loose.append(len(reader.walk.claims))
    reader.claim(AMOUNT, topic, token.start, token.end, token, measure=measure, carried=carried)
    _speak_of(reader, topic)
    if measure.startswith(BUDGET):
        reader.sentence.budgeted.add(topic)
    lists.join(reader, topic)
    lists.hedge(reader, token)


def _named_after(reader: Reader, token: Token, words: str) -> str:
    """其中 A 万元为学费收入: the name of a part that has none before its amount."""
    if not reader.walk.lists or not names.is_empty(names.subject(words, reader.walk.unit_name)):
        return ""
    found = cues.NAMED_AFTER.match(reader.tokens.masked, token.end)
    if found is None:
        return ""
    reader.edge = found.end()
    return found["name"]


def _sums_up(reader: Reader, token: Token, words: str, measure: str) -> bool:
    """合计 A 万元 behind the parts of a list: the whole once more, and the list's end.

    Without a list it sums up what its sentence has stated: a total of its own.
    """
    subject, walk = names.subject(words, reader.walk.unit_name), reader.walk
    summed = cues.SUMMED.fullmatch(subject)
    if not summed and not cues.ALTOGETHER.fullmatch(words):
        return False
    opened = walk.lists[-1] if walk.lists else None
    if opened is not None and opened.depth != SENTENCE and reader.first is not None:
        opened = None
    if opened is not None and not opened.sum and opened.parts and not (summed and summed["side"]):
        whole = lists.whole_for(walk, opened)
        if whole is None:
            return False
        lists.settle(walk, walk.lists.pop())
        reader.claim(AMOUNT, whole, token.start, token.end, token, measure=measure)
        _speak_of(reader, whole)
        return True
    spoken = dict.fromkeys(reader.sentence.topics)
    if (
        not spoken
        and reader.first is None
        and not reader.tokens.number
        and not (summed and summed["side"])
    ):
        last = walk.groups[-1:]
        if last and set(walk.told) & set(last[0].parts):
            reader.claim(AMOUNT, last[0].whole, token.start, token.end, token, measure=measure)
            _speak_of(reader, last[0].whole)
            return True
    if any(names.is_total(walk.topics[topic].name) for topic in spoken):
        return False
    if len(spoken) < 2 and (opened is None or not opened.sum):  # noqa: PLR2004 - one is no sum
        return False
    whole = topics.add(reader, subject)
    if opened is None:
        lists.gather(reader, tuple(spoken))
    elif not opened.sum:
        lists.settle(walk, walk.lists.pop())
    reader.claim(AMOUNT, whole, token.start, token.end, token, measure=measure)
    if walk.lists and walk.lists[-1].sum:
        lists.total(reader, whole)
    _speak_of(reader, whole)
    return True


def change(reader: Reader, token: Token, words: str, turn: re.Match[str]) -> None:
    """Claim that a topic changed by an amount or a rate against a base."""
    former = cues.BASE.search(words)
    name = words[: former.start()] + words[former.end() :] if former else words
    subject = names.subject(name.strip(), reader.walk.unit_name)
    reader.sentence.time = time_of(reader, words[: former.start()] if former else words)[0]
    implied = names.is_generic(subject)
    if implied and reader.sentence.head:
        subject, reader.sentence.head, implied = reader.sentence.head, "", False
    sides = topics.sides(reader, subject)
    topic = sides[0] if sides else topics.known(reader, subject)
    if topic is None and subject:
        topic = topics.add(reader, subject)
    if topic is None:
        return
    if implied and not sides:
        topic = topics.counted_alike(reader, topic, token)
    implied = bool(sides) or (implied and not topics.is_just_stated(reader, topic))
    before = reader.walk.claims[-1:]
    again = implied and bool(before) and before[0].topic == topic and before[0].carried
    either = bool(sides) and not topics.are_equal(reader, sides)
    turn_to(reader, token, topic, turn, implied=implied, carried=either or again)


def turn_to(
    reader: Reader,
    token: Token,
    topic: int,
    turn: re.Match[str],
    *,
    implied: bool = False,
    carried: bool = False,
) -> None:
    """Claim that a topic changed by an amount or a rate, in the direction of a word."""
    kind = CHANGE if _is_money(token) or _is_count(token) else GROWTH
    sign = None if turn["choice"] else cues.direction(turn["word"])
    assumed = ASSUMED if topic in reader.sentence.budgeted else PRIOR
    base = reader.sentence.base or assumed
    if reader.sentence.time == PRIOR and base.startswith(PRIOR) and _is_past(reader, topic):
        base = EARLIER
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
    )
    lists.join_within(reader, topic)
    reader.sentence.topics.append(topic)
    reader.walk.last = topic


def _is_past(reader: Reader, topic: int) -> bool:
    """Whether a paragraph speaks of last year's amount of a topic alone, so that changes are its."""
    stated = [
        claim.measure for claim in reader.here() if claim.topic == topic and claim.kind == AMOUNT
    ]
    return bool(stated) and all(measure == PRIOR for measure in stated)


def _speak_of(reader: Reader, topic: int) -> None:
    sentence = reader.sentence
    sentence.contexts.clear()
    sentence.topics.append(topic)
    sentence.heads.setdefault(sentence.semis, topic)
    sentence.said[topic] = sentence.semis
    reader.walk.last = topic
    if reader.first is None:
        reader.first = reader.walk.main = topic


def _measure(reader: Reader, token: Token, words: str) -> tuple[str | None, str, bool]:
    """What an amount measures, the words before that, and whether they say so.

    No measure where the year is another one.
    """
    if budgeted := cues.BUDGETED.search(words):
        time, rest = time_of(reader, words[: budgeted.start()])
        past = time != ACTUAL
        return (PAST if past else "") + budget_of(budgeted["name"]), rest, True
    if (granted := cues.GRANTED.search(words)) and reader.is_followed(token, cues.SPENT):
        return BUDGET, words[: granted.start()], True
    formerly = cues.FORMERLY.search(words)
    if formerly and not formerly["name"].startswith("20"):
        return PRIOR, words[: formerly.start()], True
    measure, rest = time_of(reader, words)
    said = measure != reader.sentence.time or cues.OUTTURN.search(words) is not None
    reader.sentence.time = measure
    return (None if measure == OTHER_YEAR else measure), rest, said


def time_of(reader: Reader, words: str) -> tuple[str, str]:
    """Of which year a clause speaks, that of the clause before where it does not say; and the rest."""
    if last := cues.LAST_YEAR.match(words):
        return PRIOR, words[last.end() :]
    if this := cues.THIS_YEAR.match(words):
        return ACTUAL, words[this.end() :]
    year = names.year(words)
    if year is None:
        return reader.sentence.time, words
    if reader.walk.year in (None, year):
        return ACTUAL, words
    return (PRIOR if year + 1 == reader.walk.year else OTHER_YEAR), words


def _limit(reader: Reader, token: Token, words: str) -> bool:
    """单价100万元以上: a limit that belongs to the name of what is counted next."""
    after = cues.LIMIT_AFTER.match(reader.tokens.masked, token.end)
    if not _is_money(token) or (after is None and not cues.LIMIT_BEFORE.search(words)):
        return False
    reader.claim(THRESHOLD, topics.anything(reader, words), token.start, token.end, token)
    bound = after[0].strip().removeprefix("(含)").removeprefix("(不含)") if after else ""
    reader.sentence.limit = f"{words.strip()}{''.join(token.figure.text.split())}{bound}"  # type: ignore[union-attr]
    reader.edge = after.end() if after else token.end
    return True


def resume(reader: Reader, words: str) -> None:
    """End a purpose where an outturn or a budget is stated, an average where no change of it is."""
    aside = reader.sentence.aside
    if aside == PURPOSE and (cues.BUDGETED.search(words) or cues.OUTTURN.search(words)):
        reader.sentence.aside = ""
    elif aside == AVERAGE:
        change = cues.BASE.search(words) or cues.TURN.search(words)
        if change is None or not names.is_generic(names.subject(words[: change.start()])):
            reader.sentence.aside = ""


def _resume_count(reader: Reader, token: Token, words: str) -> None:
    """End a purpose or reason where a count is stated that is never a part of one."""
    now = topics.current(reader)
    unit = token.figure.unit.name if token.figure else ""
    visits = unit in ("批次", "人次") and reader.sentence.aside == PURPOSE
    if cues.KEPT.search(words) or (
        visits and now is not None and names.subject(words) in reader.walk.topics[now].name
    ):
        reader.sentence.aside = ""


def _new_level(reader: Reader, token: Token, words: str, level: re.Match[str]) -> None:
    """增加到 A: the subject now comes to A; 由 A 减少到: it came from A, last year's amount."""
    before = words[: level.start()]
    base = cues.BASE.search(before)
    subject = names.subject(before[: base.start()] if base else before, reader.walk.unit_name)
    now = topics.current(reader) if names.is_generic(subject) else topics.named(reader, subject)
    if now is None or (not reader.sentence.base.startswith(PRIOR) and reader.sentence.base):
        return
    if level["level"]:
        carried = names.is_generic(subject) and not topics.is_certain(reader, now)
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
        measure = budget_of(then) if BUDGET_WORD in then else PRIOR
        reader.claim(AMOUNT, now, token.start, token.end, token, measure=measure)
    else:
        return
    _speak_of(reader, now)


def _is_left(reader: Reader, words: str) -> bool:
    """Whether what is left is of a budget that the sentence has just stated of its subject."""
    found = cues.LEFT.fullmatch(words)
    return found is not None and topics.current(reader) in reader.sentence.budgeted


def _over(reader: Reader, token: Token, words: str, over: re.Match[str]) -> None:
    topic = topics.known(reader, words[: over.start()])
    if topic is not None:
        sign = 1 if cues.relation(over["word"]) >= 0 and over["word"] != "不足" else -1
        measure = budget_of(over["against"])
        reader.claim(CHANGE, topic, token.start, token.end, token, measure=measure, direction=sign)


def _gap(reader: Reader, token: Token, words: str) -> None:
    """差值为 A 万元: how far the subject is from its budget, or from the year before."""
    topic = topics.known(reader, words)
    if topic is None:
        return
    stated = [
        claim.measure for claim in reader.here() if claim.topic == topic and claim.kind == AMOUNT
    ]
    bases = [one for one in stated if one != ACTUAL]
    base = reader.sentence.base or (bases[0] if bases else ASSUMED)
    reader.claim(CHANGE, topic, token.start, token.end, token, measure=base, direction=None)


def _differ(reader: Reader, token: Token, order: re.Match[str]) -> None:
    topic = topics.current(reader)
    if topic is not None:
        reader.claim(
            CHANGE,
            topic,
            token.start,
            token.end,
            token,
            measure=budget_of(order["against"]),
            direction=cues.relation(order["relation"]),
        )


def _counted(reader: Reader, token: Token) -> str:
    """The noun behind a count (8 个科室), which is the subject rather than the words before."""
    noun = cues.COUNTED.match(reader.tokens.masked, token.end)
    return noun[0].strip() if noun else ""


def _is_count(token: Token) -> bool:
    return token.figure is not None and token.figure.unit.dimension is Dimension.COUNT


def _is_money(token: Token) -> bool:
    return token.figure is not None and token.figure.unit.dimension is Dimension.AMOUNT
