"""Rates: shares of a whole, completion of a budget, growth."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from jslint.claims import amounts, cues, groups, names, namesakes, senses, times, topics, turns
from jslint.claims.model import (
    ACTUAL,
    AMOUNT,
    BUDGET,
    CHANGE,
    COMPLETION,
    GROWTH,
    MENTION,
    SHARE,
    budget_of,
)
from jslint.claims.state import REASON
from jslint.patterns import regex

if TYPE_CHECKING:
    import re

    from jslint.claims.model import Claim
    from jslint.claims.sentence import Token
    from jslint.claims.state import Reader
    from jslint.figures.figure import Figure


#: A part is at most all of its whole, in percent.
_ALL = 100
#: How the words begin that say among what a list goes through some.
_AMONG = "在"
#: Words that a whole's name may have where it is a share's, and not where its amount is stated.
_TOTAL = regex(r"^(?:本年度?|全年|全部)|总(?=(?:支出|收入)$)")
#: A clause that says what stands where in a row, without a figure: 其次为甲学校, 最高的是乙学校.
_RANKED = regex(
    r"(?:^|[,，。；;])\s*(?:其次|再次|最后|最[高多大低少小]的?|(?:排名?|位居|居)第[一二三四五六七八九十]的?)[是为](?P<name>[^\0,，。；;:：]{2,24})$"
)
#: No such clause is longer, with the marks around it.
_LONGEST_RANKED = 40


def read(reader: Reader, token: Token, words: str) -> None:
    """Claim what a rate says; one that is only about right says nothing."""
    if amounts.is_about(reader, token, words):
        return
    if reader.sentence.part is not None:
        _of_that(reader, token, words)
        return
    amounts.resume(reader, words)
    share = cues.SHARE.search(words)
    if share and _is_of_mention(reader, words[: share.start()]):
        amounts.mention(reader, token)
    elif share and not cues.BUDGETED.fullmatch(named := (share["whole"] or "").strip()):
        if not cues.OWN_TARGET.fullmatch(named):
            _share(reader, token, words[: share.start()], named)
        else:
            amounts.mention(reader, token)
    elif reader.sentence.aside:
        amounts.mention(reader, token)
    elif (budgeted := _budgeted(reader, words)) is not None:
        reader.claim(COMPLETION, budgeted, token.start, token.end, token, measure=BUDGET)
    elif (more := _further_budget(reader, words)) is not None:
        topic, measure = more
        reader.claim(COMPLETION, topic, token.start, token.end, token, measure=measure)
    elif completion := cues.COMPLETION.search(words):
        _completion(reader, token, words[: completion.start()], completion)
    elif cues.DEBT_RATIO.search(words):
        _debt_ratio(reader, token)
    elif cues.DIFFERENCE.search(words):
        _difference(reader, token)
    elif (change := _bracketed(reader, token) or _joined(reader, words)) is not None:
        turns.follow(reader, token, change, GROWTH)
    elif (part := _share_of(reader, token)) is not None:
        reader.claim(SHARE, part.topic, token.start, token.end, token, carried=True)
    elif turn := cues.TURN.search(words):
        if _is_of_other(reader, words) or _is_real(reader, words[: turn.start()]):
            topics.turn_to(reader, cues.OTHER_TURN.sub("", words[: turn.start()]))
        else:
            turns.change(reader, token, words[: turn.start()], turn)
    elif (named := _of_amount_behind(reader, token, words)) is not None:
        reader.walk.last, reader.sentence.head = named, ""
        reader.claim(SHARE, named, token.start, token.end, token, carried=True)
    elif cues.DONE.search(words):
        amounts.mention(reader, token)


def _is_of_mention(reader: Reader, before: str) -> bool:
    """主要用于 A 1 万元，占 r%: whether a share without a subject follows an amount that nobody owns."""
    last = reader.walk.claims[-1:]
    plain = not before.strip(" ,，") and bool(last) and last[0].text is reader.text
    return plain and last[0].kind == MENTION and last[0].is_money


def _of_amount_behind(reader: Reader, token: Token, words: str) -> int | None:
    """A r%（9 万元）: what a rate without a word names, where its amount stands in brackets behind it."""
    subject = names.subject(words, reader.walk.unit_name)
    if not reader.is_followed(token, cues.AMOUNT_BEHIND) or not names.is_of_money(subject):
        return None
    return topics.known_or_new(reader, subject)


def _bracketed(reader: Reader, token: Token) -> Claim | None:
    """减少 A 万元（r%）: the change that a rate alone in brackets right behind it is the rate of."""
    before = reader.walk.claims[-1:]
    return before[0] if before and _is_alone_behind(reader, token, before[0], CHANGE) else None


def _joined(reader: Reader, words: str) -> Claim | None:
    """降低 A 万元、r%: the change that a rate joined to it is the rate of."""
    before = reader.walk.claims[-1:]
    behind = bool(before) and before[0].kind == CHANGE and before[0].end == reader.edge
    joined = behind and before[0].text is reader.text and words.strip() == "、"
    return before[0] if joined else None


def _share_of(reader: Reader, token: Token) -> Claim | None:
    """A 9 万元（r%）: the amount that a rate alone in brackets right behind it may be the share of.

    No word says so: such a share is ``carried`` until others of its row bear it out.
    """
    before, figure = reader.walk.claims[-1:], token.figure
    if not before or figure is None or not 0 <= figure.value <= _ALL:
        return None
    return before[0] if _is_alone_behind(reader, token, before[0], AMOUNT) else None


def _is_alone_behind(reader: Reader, token: Token, claim: Claim, kind: str) -> bool:
    """Whether a figure stands alone in brackets right behind a claim of this kind."""
    if claim.kind != kind or claim.text is not reader.text:
        return False
    masked = reader.tokens.masked
    opened = cues.ALONE.fullmatch(masked, claim.end, token.start)
    return bool(opened and cues.ALONE_ENDS.match(masked, token.end))


def _is_of_other(reader: Reader, words: str) -> bool:
    """Whether a rate is against something other than the year before or a budget."""
    contexts, other = reader.sentence.contexts, cues.OTHER_TURN.search(words)
    if other and _is_of_change(reader, other[0]):
        return False
    return bool(other or any(map(cues.EXCEPT.search, contexts)))


def _is_of_change(reader: Reader, manner: str) -> bool:
    """Whether a change on the same footing stands right before: 同口径减少 A 万元，同口径下降 r%."""
    before = reader.walk.claims[-1:]
    if not before or before[0].kind != CHANGE or before[0].text is not reader.text:
        return False
    return manner in reader.tokens.masked[before[0].clause : before[0].start]


def _is_real(reader: Reader, words: str) -> bool:
    """Whether what grew is measured at constant prices: 生产总值 A 亿元，增长 r%."""
    now, subject = topics.current(reader), names.subject(words, reader.walk.unit_name)
    implied = names.is_generic(subject) and now is not None
    name = reader.walk.topics[now].name if implied and now is not None else subject
    return cues.REAL.search(name) is not None


def _of_that(reader: Reader, token: Token, words: str) -> None:
    """的 r% behind the amount of a whole or a budget."""
    part, reader.sentence.part = reader.sentence.part, None
    base = reader.walk.claims[-1]
    if part is None or (words.strip() and not cues.OF_IT.fullmatch(words)):
        return
    if base.topic == part:
        reader.claim(COMPLETION, part, token.start, token.end, token, measure=base.measure)
    else:
        name = reader.walk.topics[base.topic].name
        reader.claim(SHARE, part, token.start, token.end, token, whole=base.topic, whole_name=name)


def _budgeted(reader: Reader, words: str) -> int | None:
    """预算 A 万元，决算 B 万元，完成 r%: the subject, if the sentence has stated a budget of it."""
    completed = cues.COMPLETED.search(words)
    topic = topics.known(reader, words[: completed.start()]) if completed else None
    if topic is None or topic in reader.sentence.budgeted:
        return topic
    # 预算 9 万元，其中 A 5 万元；决算 8 万元，其中 A 4 万元，完成 r%: what was planned of it stands before
    said = takewhile(lambda one: one.index >= reader.sentence.start, reader.here(topic))
    here = (one.measure for one in said if one.kind == AMOUNT)
    return topic if any(one.startswith(BUDGET) for one in here) else None


def _further_budget(reader: Reader, words: str) -> tuple[int, str] | None:
    """完成调整预算的 p%、年初预算的 q%: what a further rate right behind one is of, and of which budget."""
    before, joint = reader.walk.claims[-1:], cues.SPREAD_ON.match(words)
    if not before or before[0].kind != COMPLETION or before[0].end != reader.edge or not joint:
        return None
    found = cues.COMPLETION.fullmatch(f"占{words[joint.end() :].strip()}")
    behind = found is not None and found["base"] and before[0].text is reader.text
    return (before[0].topic, budget_of(found["base"])) if behind and found else None


def _completion(reader: Reader, token: Token, words: str, completion: re.Match[str]) -> None:
    topic = topics.known(reader, words)
    subject = names.subject(words, reader.walk.unit_name)
    before = reader.walk.claims[-1:]
    rated = bool(before) and before[0].kind == COMPLETION and before[0].text is reader.text
    if completion["all"] and rated and names.is_generic(subject):
        return  # A 完成 p%；B 完成 q%；综合完成率 r%: of both, whose sums nobody states
    plain = names.plain(subject) in senses.SIDES
    if topic is None and (plain or (names.is_of_money(subject) and not names.is_generic(subject))):
        # A 完成预算的 r%，预算 9 万元，决算 8 万元: the amounts may stand behind
        topic = reader.walk.last = namesakes.add(reader, topics.called(reader, subject))
        reader.sentence.topics.append(topic)
    base = completion["base"] or completion["base2"] or "预算"
    if topic is not None:
        measure, implied = budget_of(base), topics.is_implied(reader, words, topic)
        reader.claim(
            COMPLETION, topic, token.start, token.end, token, measure=measure, implied=implied
        )


def _debt_ratio(reader: Reader, token: Token) -> None:
    """资产负债率 r%: the liabilities' share of the assets, where the paragraph has stated both."""
    called = ((one.topic, reader.walk.topics[one.topic].name) for one in reader.here())
    found = [(topic, named) for topic, name in called if (named := cues.OWED_OF.fullmatch(name))]
    part, whole = (
        next((topic for topic, named in found if bool(named["owed"]) is owed), None)
        for owed in (True, False)
    )
    if part is not None and whole is not None:
        name = reader.walk.topics[whole].name
        reader.claim(SHARE, part, token.start, token.end, token, whole=whole, whole_name=name)


def _difference(reader: Reader, token: Token) -> None:
    """年初预算数 A，决算数 B，预决算差异率 r%: growth over the budget; a fall may lack its sign."""
    topic, figure = topics.current(reader), token.figure
    base = reader.sentence.base or _planned(reader, topic)
    now, planned = (_stated(reader, topic, measure) for measure in (ACTUAL, base))
    if topic is None or figure is None or now is None or planned is None:
        return
    falls = figure.value > 0 and now.exact() < planned.exact()
    sign = -1 if falls else 1
    reader.claim(GROWTH, topic, token.start, token.end, token, measure=base, direction=sign)


def _planned(reader: Reader, topic: int | None) -> str:
    """The only budget that the paragraph has stated of a topic; empty for none or several."""
    stated = () if topic is None else reader.here(topic)
    found = {claim.measure for claim in stated if claim.measure.startswith(BUDGET)}
    return found.pop() if len(found) == 1 else ""


def _stated(reader: Reader, topic: int | None, measure: str) -> Figure | None:
    """The amount of a topic that this paragraph stated last under a measure."""
    return next(
        (
            claim.figure
            for claim in (() if topic is None else reader.here(topic))
            if (claim.kind, claim.measure) == (AMOUNT, measure)
        ),
        None,
    )


def _share(reader: Reader, token: Token, words: str, whole_name: str) -> None:
    """A share of a whole that the words name, or of the one that the list divides."""
    if reader.sentence.aside == REASON or words.rstrip().endswith("各"):
        return
    subject = names.subject(words, reader.walk.unit_name)
    topic = reader.walk.last
    if names.is_generic(subject) and (named := _led_up_to(reader)):
        topic = topics.known_or_new(reader, named)  # 最大的是 A，占 60%，共 9 万元
    elif not names.is_generic(subject):
        topic = topics.known(reader, subject)
        if topic is None and (whole_name or names.is_of_money(subject)):
            topic = reader.walk.last = namesakes.add(reader, topics.called(reader, subject))
    if topic is None:
        return
    share(reader, token, topic, whole_name)


def _led_up_to(reader: Reader) -> str:
    """The quantity that the clause right before a share names without its amount; empty for none."""
    before = reader.sentence.contexts[-1:]
    if not before or not reader.tokens.masked[: reader.clause].rstrip(" ,，").endswith(before[0]):
        return ""
    named = names.subject(before[0], reader.walk.unit_name)
    plain = names.is_generic(named) or names.is_adverbial(named) or cues.SAYS.match(before[0])
    return "" if plain or not names.is_of_money(named) else named


def share(reader: Reader, token: Token, topic: int, whole_name: str) -> None:
    """Claim that a topic is this part of a whole."""
    budget = cues.BUDGETED.search(whole_name)
    planned = budget is not None and budget.start() > 0
    whole_name = whole_name[: budget.start()] if budget and planned else whole_name
    whole_name = _year_of(reader, topic, whole_name) or whole_name
    whole = _whole(reader, whole_name, topic) if whole_name else None
    measure = budget_of(budget["name"]) if budget and planned else ""
    reader.claim(
        SHARE,
        topic,
        token.start,
        token.end,
        token,
        measure=measure,
        whole=whole,
        whole_name=whole_name,
        carried=not whole_name and (_is_among(reader, topic) or _is_of_ranked(reader, topic)),
    )


def _is_of_ranked(reader: Reader, topic: int) -> bool:
    """其次为甲学校，占比 r%: whether a share stands behind the name of something that has no amount."""
    masked, name = reader.tokens.masked, reader.walk.topics[topic].name
    start = max(reader.tokens.head, reader.clause - _LONGEST_RANKED)
    before = masked[start : reader.clause].rstrip(" ,，")
    ranked = _RANKED.search(before)
    return ranked is not None and names.subject(ranked["name"]) not in {name, ""}


def _is_among(reader: Reader, topic: int) -> bool:
    """在甲类合同中，A 9 万元，占 60%: whether a topic is said to be of something that is not known by that name."""
    named = cues.AMONG_THESE.match(reader.walk.topics[topic].name) is not None
    opened = reader.walk.lists[-1:]
    return named and not (opened and opened[0].cue.startswith(_AMONG))


def _whole(reader: Reader, name: str, part: int) -> int | None:
    """The section's topic of this name, else its only one whose name ends so, else the report's.

    Before all of them comes what the list divides that the share stands in, and what the innermost
    section has of the name: 基本支出 means its 一般公共预算财政拨款基本支出, though the section above
    spoke of all basic expenditure.
    """
    named = not names.is_generic(name)
    if named and (divided := _divided(reader, name, part)) is not None:
        return divided
    if named and (found := namesakes.find(reader, name)) is not None:
        return _nearer(reader, name, found, part)
    if not named and (total := _total_here(reader, names.key(name), part)) is not None:
        return total
    short = _TOTAL.sub("", names.plain(name))
    ending = namesakes.ending(reader, short, part) if len(short) > 3 else []  # noqa: PLR2004 - 支出 ends many
    kin = short and names.plain(reader.walk.topics[part].name).endswith(short)
    if len(ending) == 1 and not kin:  # two 某项目支出 are parts of one 项目支出 beside each other
        return ending[0]
    if named and (found := namesakes.find(reader, name, everywhere=True)) is not None:
        return found
    return namesakes.first_total(reader, short)


def _year_of(reader: Reader, part: int, name: str) -> str:
    """上半年 9 万元，占全年的 r%: the only thing that the sentence has stated of more than a part of the year."""
    if not (times.months(reader.walk.topics[part].name)[0] and cues.OF_THE_YEAR.fullmatch(name)):
        return ""
    called = [reader.walk.topics[topic].name for topic in dict.fromkeys(reader.sentence.topics)]
    whole = [one for one in called if not times.months(one)[0]]
    return whole[0] if len(whole) == 1 else ""


def _total_here(reader: Reader, side: str, part: int) -> int | None:
    """收入合计 9 万元，A 6 万元，占收入的 r%: the only total of a side that the paragraph has told of."""
    if side not in senses.SIDES:
        return None
    told = (topic for topic in namesakes.of_sides(reader, side) if topic != part)
    totals = [one for one in told if senses.is_total(reader.walk.topics[one].name)]
    return totals[0] if len(totals) == 1 else None


def _divided(reader: Reader, name: str, part: int) -> int | None:
    """The whole of the list being read that a topic is a part of, if its name ends so."""
    walk = reader.walk
    if not walk.lists or part not in walk.lists[-1].parts:
        return None
    whole = groups.whole_for(walk, walk.lists[-1])
    if whole is None:
        return None
    exact = namesakes.find(reader, name)
    if exact not in (None, whole) and exact in {one.topic for one in reader.here()}:
        return None  # 资产 9 万元，净资产 8 万元，其中 A 3 万元，占资产的 p%
    plain = names.plain(name)
    clear = not senses.is_ambiguous(plain, names.plain(walk.topics[whole].name))
    abridged = clear and names.abridges(name, walk.topics[whole].key)
    return whole if abridged or _ends_in(reader, whole, name) else None


def _nearer(reader: Reader, name: str, found: int, part: int) -> int:
    """The only topic of the innermost section whose name ends so, where the one found is of none."""
    topics_of = reader.walk.topics
    if topics_of[found].path == reader.path:
        return found
    ending = namesakes.ending(reader, names.plain(name), part)
    here = [one for one in ending if one != found and topics_of[one].path == reader.path]
    return here[0] if len(here) == 1 and _ends_in(reader, here[0], name) else found


def _ends_in(reader: Reader, topic: int, name: str) -> bool:
    """Whether a topic's name ends in a shorter one that can mean nothing else."""
    whole = reader.walk.topics[topic]
    if senses.is_ambiguous(names.plain(name), names.plain(whole.name)):
        return False
    return whole.key.endswith(names.key(name))
