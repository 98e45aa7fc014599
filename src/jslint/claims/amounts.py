"""Amounts and counts: statements, changes, limits that are part of a name, and mere mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.claims import (
    bases,
    cues,
    doubts,
    groups,
    lists,
    names,
    namesakes,
    openings,
    rest,
    senses,
    sums,
    times,
    topics,
    turns,
    within,
)
from jslint.claims.model import (
    ACTUAL,
    ADJUSTED,
    AMOUNT,
    BUDGET,
    MENTION,
    PAST,
    PRIOR,
    SHARE,
    THRESHOLD,
    budget_of,
)
from jslint.claims.state import AVERAGE, OTHER_YEAR, PURPOSE
from jslint.figures.figure import Dimension

if TYPE_CHECKING:
    import re

    from jslint.claims.sentence import Token
    from jslint.claims.state import Reader


def read(reader: Reader, token: Token, words: str) -> None:
    """Claim what an amount or a count says."""
    if _limit(reader, token, words) or _is_headcount(token, words):
        return
    if token.is_count and _is_weight(reader, token):
        mention(reader, token)
        reader.sentence.limit = words.strip(" ,，、")  # what was scored is named before it
        return
    if is_about(reader, token, words):
        _leave(reader, token, words)
        return
    if rest.read(reader, token, words):
        return
    resume(reader, words)
    _resume_count(reader, token, words)
    if _is_whole(reader, token, words):
        return
    if turns.is_source(reader, words):
        reader.sentence.aside = PURPOSE
    level = turns.level(reader, token, words)
    turn = cues.TURN.search(words)
    if not reader.sentence.aside and cues.EACH.search(words):
        reader.sentence.aside = AVERAGE
    if reader.sentence.aside or (token.is_money and cues.OFF_TARGET.search(words)):
        mention(reader, token)
    elif _is_adjustment(reader, token, words):
        return
    elif level and not level["level"] and _is_behind_share(reader, words, level):
        state(reader, token, words[: level.start()])
    elif level:
        turns.new_level(reader, token, words, level)
    elif token.is_money and (gap := cues.GAP.search(words)):
        turns.gap(reader, token, words[: gap.start()])
    elif token.is_money and turns.is_left(reader, words):
        turns.left(reader, token, words)
    elif token.is_money and (over := cues.OVER.search(words)):
        turns.over(reader, token, words, over)
    elif difference := cues.ORDERED.search(words):
        turns.differ(reader, token, difference["relation"], base=budget_of(difference["against"]))
    elif exceeded := cues.EXCEEDED.search(words):
        turns.differ(reader, token, exceeded["beyond_relation"], base=reader.sentence.base)
    elif bases.read(reader, token, words):
        return
    elif turn and turns.is_net(reader, words, turn):
        mention(reader, token)
    elif turn and not turns.is_addend(reader, words, turn):
        turns.change(reader, token, words[: turn.start()], turn)
    elif token.is_count and turns.goes_on(reader, token, words):
        return
    elif cues.APART.search(words):
        mention(reader, token)
    else:
        state(reader, token, words)


def _is_weight(reader: Reader, token: Token) -> bool:
    """投入 15 分得 14 分: whether a number of points is the most that may be had, and no part of the score."""
    unit = token.figure.unit.name if token.figure else ""
    return unit == "分" and reader.is_followed(token, cues.SCORED)


def _is_headcount(token: Token, words: str) -> bool:
    """门诊人次 12 万: whether 万 counts people or things, and no yuan."""
    bare = token.figure is not None and not token.figure.text.rstrip().endswith("元")
    return bare and token.is_money and cues.HEADCOUNT.search(words) is not None


def _is_behind_share(reader: Reader, words: str, level: re.Match[str]) -> bool:
    """占比为 60%，即 9 万元: the amount of what a share was given of."""
    before = reader.walk.claims[-1:]
    plain = not words[: level.start()].strip(" ,，") and words[level.start() :].startswith("即")
    return plain and bool(before) and before[0].kind == SHARE and before[0].text is reader.text


def _is_adjustment(reader: Reader, token: Token, words: str) -> bool:
    """年初预算 A 万元，年中追加 B 万元: what was added to the budget that the sentence has stated."""
    found, topic = cues.ADJUSTED.search(words), topics.current(reader)
    before = reader.walk.claims[-1:]
    if before and before[0].measure == ADJUSTED and cues.AFTERWARDS.fullmatch(words):
        measure = budget_of("调整")
        reader.claim(AMOUNT, before[0].topic, token.start, token.end, token, measure=measure)
        return True
    if found is None or not token.is_money or topic not in reader.sentence.budgeted:
        return False
    sign = -1 if found["down"] else 1
    reader.claim(AMOUNT, topic, token.start, token.end, token, measure=ADJUSTED, direction=sign)
    return True


def _is_whole(reader: Reader, token: Token, words: str) -> bool:
    """占支出合计 A 万元的 r%, 完成预算 A 万元的 r%: the amount that the rate is of."""
    match = cues.OF_AMOUNT.search(words)
    part = None if match is None else topics.known(reader, words[: match.start()])
    if (
        match is None
        or part is None
        or reader.sentence.aside
        or not (
            cues.OF_THAT.match(reader.tokens.masked, token.end) or _is_target(reader, token, match)
        )
    ):
        return False
    budgeted = cues.BUDGETED.fullmatch(cues.OF_SIDE.sub("", match["base"] or match["whole"]))
    if budgeted:
        topic, measure = part, budget_of(budgeted["name"])
    elif match["whole"]:
        topic, measure = topics.named(reader, match["whole"]), ACTUAL
    elif cues.FORMERLY.fullmatch(match["base"]):
        topic, measure = part, PRIOR  # 为上年 A 万元的 r%
    elif cues.TARGET.fullmatch(match["base"]):
        topic, measure = part, f"{PRIOR}:{match['base']}"
    else:
        return False
    reader.claim(AMOUNT, topic, token.start, token.end, token, measure=measure)
    reader.sentence.part = reader.walk.last = part
    return True


def _is_target(reader: Reader, token: Token, match: re.Match[str]) -> bool:
    """为下达目标 A 亿元 r%: a target right before its rate, 的 left out."""
    set_for = match["base"] and cues.TARGET.fullmatch(match["base"])
    return bool(set_for) and cues.NEXT_FIGURE.match(reader.tokens.masked, token.end) is not None


#: What things are counted as: 部门, 项目.
_KIND = 2
#: Names that begin with as many characters alike are of parts of one division.
_HEAD = 4
_ALL_YEAR = "全年"
#: What stands before an amount whose name is behind it: 其中有 A 万元用于 ….
_THERE_IS = "有"
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


def _leave(reader: Reader, token: Token, words: str) -> None:
    """税收收入超过 A 亿元，增长 r%: what is only about so much is what the sentence goes on with."""
    bound = cues.ABOUT_BEFORE.search(words)
    if bound and token.is_money and not reader.sentence.aside and not cues.TURN.search(words):
        topics.turn_to(reader, words[: bound.start()])


def state(reader: Reader, token: Token, words: str) -> None:
    """Claim that a topic comes to an amount: this year's, last year's, or a budget."""
    measure, rest, said = _measure(reader, token, words)
    if measure is None:
        topics.turn_to(reader, rest)
        return
    unit = token.figure.unit if token.figure else None
    counted = unit.name if unit and unit.dimension is Dimension.COUNT else ""
    if not counted and (after := _named_after(reader, token, rest)):
        rest = after
    if not counted and sums.closes(reader, token, rest, measure):
        return
    if sums.is_altogether(reader, rest) and rest.strip() and _sums_up(reader, counted):
        if not (counted and sums.counts(reader, token, counted, measure)):
            _claim_sum(reader, token, measure)
        return
    among = cues.AMONG.match(reader.tokens.masked, token.end) is not None
    noun = _counted(reader, token) if counted and not among else ""
    rest = reader.sentence.limit + rest + noun
    rest = cues.WITHIN_IT.sub("", rest) if among else rest
    named = topics.is_named(reader, rest)
    rest = within.open_known(reader, rest, counted)
    topic = topics.of_amount(reader, rest, counted=counted, budget=measure != ACTUAL)
    if topic is None and measure.startswith(BUDGET):
        topic = _of_both(reader, token)
    if topic is None:
        reader.sentence.headless = True
        return
    named = named or _is_called(reader, topic, rest)
    if not named and doubts.is_said_again(reader, topic, measure, token.figure, rest):
        topic = _another(reader, topic, rest)
        named = not reader.walk.lists and senses.side(names.subject(rest)) != ""
    certain = named or doubts.is_certain(reader, topic)
    held = certain and _is_of_each(rest)
    carried = held or not certain or reader.sentence.headless or doubts.is_in_guess(reader)
    if not said and reader.walk.lists:
        reader.walk.lists[-1].loose.append(len(reader.walk.claims))
    reader.claim(
        AMOUNT,
        topic,
        token.start,
        token.end,
        token,
        measure=measure,
        carried=carried,
        held=held,
    )
    topics.speak_of(reader, topic)
    if measure.startswith(BUDGET):
        reader.sentence.budgeted.add(topic)
    if counted and (_is_one_of_them(reader, words, topic) or _is_rated(reader, token, topic)):
        reader.walk.lists[-1].apart.add(topic)
    if not reader.is_followed(token, cues.PER):  # the price of one is no part of what all cost
        lists.join(reader, topic)
    lists.hedge(reader, token, words)
    if among:
        openings.among(reader, topic)
    elif measure == ACTUAL and not carried and not counted:
        _is_all(reader, token, topic)


def _of_both(reader: Reader, token: Token) -> int | None:
    """（三）具体情况。年初预算 A 万元，支出决算 B 万元: something that both are of, whatever it is."""
    spent = cues.THEN_SPENT.match(reader.tokens.masked, token.end)
    return namesakes.add(reader, spent["name"]) if spent else None


def _claim_sum(reader: Reader, token: Token, measure: str) -> None:
    """两项合计 A 万元 of what no list holds: a guess, so that what follows is of nothing stated before."""
    whole = namesakes.add(reader, "")
    reader.claim(AMOUNT, whole, token.start, token.end, token, measure=measure, carried=True)
    reader.sentence.summed.add(whole)
    reader.walk.last = whole


def _another(reader: Reader, topic: int, words: str) -> int:
    """专项资金到位 9 万元，…；支出 8 万元: what was already stated is not stated once more."""
    name = names.subject(words, reader.walk.unit_name)
    before = cues.AVERAGED.sub("", reader.walk.topics[topic].name)
    if _ALL_YEAR in words and times.months(before)[0]:
        before = _ALL_YEAR  # 第四季度支出 9 万元，全年累计支出 10 万元
    other = namesakes.add(reader, f"{before}{name}")
    if reader.walk.lists:
        reader.walk.lists[-1].apart.add(other)
    return other


def _is_called(reader: Reader, topic: int, words: str) -> bool:
    """Whether words that name nothing in particular are all the name that a topic has: 支出合计."""
    subject = names.subject(words, reader.walk.unit_name)
    return bool(subject) and names.plain(subject) == names.plain(reader.walk.topics[topic].name)


def _is_all(reader: Reader, token: Token, topic: int) -> None:
    """收入合计 A 万元，全部为财政拨款收入: the only amount of a sentence is also that of its only part."""
    found = cues.ALL_OF_IT.match(reader.tokens.masked, token.end)
    # What is all of an account's amount is no part of the report's.
    total = senses.is_total(reader.walk.topics[topic].name)
    if found is None or not total or set(reader.sentence.topics) != {topic} or reader.walk.lists:
        return
    part = topics.named(reader, found["name"])
    if part != topic:
        reader.claim(AMOUNT, part, token.start, token.end, token, measure=ACTUAL)


def _is_one_of_them(reader: Reader, words: str, topic: int) -> bool:
    """9 个部门…，其中 7 个部门公开了 8 个项目: counted by what they do, so that two may be the same."""
    opened, said = reader.walk.lists[-1:], reader.walk.topics
    whole = groups.whole_for(reader.walk, opened[0]) if opened else None
    if whole is None or whole == topic:
        return False
    kind = said[topic].name.removeprefix("有")[:_KIND]
    # 管理岗 4 人，其中管理八级 2 人: named before its number, it is no kind of thing
    beside = opened[0].semis == reader.sentence.semis
    # 评级为优的项目 3 个；评级为良的项目 1 个: called as the part before it is
    head = said[topic].name[:_HEAD]
    beside = beside or any(said[part].name.startswith(head) for part in opened[0].parts[-1:])
    named = beside and not names.is_generic(names.subject(words))
    alike = not named and said[whole].name.startswith(kind)
    return alike or (reader.figured and "了" in words)


def _is_rated(reader: Reader, token: Token, topic: int) -> bool:
    """受理 9 件，其中网上 7 件，办结 8 件，办结率 r%: whether what no longer fits in has a rate of its own behind it."""
    opened = reader.walk.lists[-1:]
    rate = cues.RATE_BEHIND.match(reader.tokens.masked, token.end)
    named = rate is not None and reader.walk.topics[topic].name.endswith(rate["name"])
    if not named or not opened or not opened[0].parts:
        return False
    return not groups.has_room(reader.walk, opened[0], topic)


def _is_of_each(words: str) -> bool:
    """Whether words name only what everybody has, so that whose it is was said before."""
    return cues.OF_EACH.fullmatch(names.subject(words)) is not None


def _sums_up(reader: Reader, counted: str) -> bool:
    """Whether the sentence has stated what a sum may be of: amounts, or several counts in its unit.

    So has the sentence before that is the last of several numbered items: ②B 2 万元。合计 3 万元.
    """
    spoken = set(reader.sentence.topics)
    if not counted and not spoken and reader.tokens.number and next(reader.here(), None):
        return True
    if not counted:
        return bool(spoken) and not sums.is_of_counted(reader)
    return sum(counted in reader.walk.units.get(topic, ()) for topic in spoken) > 1


def _named_after(reader: Reader, token: Token, words: str) -> str:
    """其中 A 万元为学费收入: the name of a part that has none before its amount."""
    said = names.subject(words, reader.walk.unit_name).removeprefix(_THERE_IS)
    if not reader.walk.lists or not names.is_empty(said):
        return ""
    found = cues.NAMED_AFTER.match(reader.tokens.masked, token.end)
    if found is None:
        return ""
    reader.edge = found.end()
    return found["name"]


def _measure(reader: Reader, token: Token, words: str) -> tuple[str | None, str, bool]:
    """What an amount measures, the words before that, and whether they say so.

    No measure where the year is another one.
    """
    if turned := cues.BUDGET_OF_SIDE.search(words):
        # 年初预算支出 A 万元，决算支出 B 万元: as 支出年初预算, 支出决算
        words = words[: turned.start("name")] + turned["side"] + turned["name"]
    budgeted = cues.BUDGETED.search(words)
    if budgeted and not (budgeted["money"] and cues.PAID.search(words[: budgeted.start()])):
        time, rest = times.of_clause(reader, words[: budgeted.start()])
        past = time != ACTUAL
        if not past or reader.sentence.semis not in reader.sentence.heads:
            reader.sentence.time = time  # 2022年预算收入 A 万元，决算收入 B 万元: both of that year
        return (PAST if past else "") + budget_of(budgeted["name"]), rest, True
    if planned := cues.BUDGET_FIRST.match(words):
        reader.sentence.planned = budget_of(planned["name"] or planned["called"])
        return reader.sentence.planned, words[planned.end() :], True
    if _is_planned_too(reader, words):
        return reader.sentence.planned, words, True
    if (granted := cues.GRANTED.search(words)) and reader.is_followed(token, cues.SPENT):
        return BUDGET, words[: granted.start()], True
    formerly = cues.FORMERLY.search(words)
    # 负债年初余额 A 万元; but 年初余额 alone is what a balance begins with
    nothing = formerly and formerly["left"] and not words[: formerly.start()].strip(" ,，、")
    if formerly and not nothing and not formerly["name"].startswith("20"):
        return PRIOR, words[: formerly.start()], True
    measure, rest = times.of_clause(reader, words)
    rest = "" if _is_of_this_year_too(reader, rest) or _is_at_the_end(reader, rest) else rest
    dated = measure == ACTUAL and names.year(words) is not None
    dated = dated or cues.LAST_YEAR.match(words) is not None
    said = dated or measure != reader.sentence.time or cues.OUTTURN.search(words) is not None
    # A 9 万元，2022年度为 8 万元；B 7 万元: what follows is of this year again
    bare = names.is_generic(names.subject(rest, reader.walk.unit_name))
    was = reader.sentence.time == ACTUAL or reader.sentence.once
    reader.sentence.once = measure == PRIOR and was and bare and bool(reader.sentence.topics)
    reader.sentence.time = measure
    return (None if measure == OTHER_YEAR else measure), rest, said


def _is_of_this_year_too(reader: Reader, words: str) -> bool:
    """会议费上年支出 9 万元，本年支出 8 万元: whether words say what the same thing came to now, and no total."""
    before, subject = reader.walk.claims[-1:], names.subject(words, reader.walk.unit_name)
    if not before or before[0].measure != PRIOR or before[0].kind != AMOUNT:
        return False
    only = set(reader.sentence.topics) == {before[0].topic}
    alone = not (names.is_generic(subject) or senses.is_total(subject) or senses.is_grand(subject))
    return only and alone and any(senses.is_all_of(subject, side) for side in senses.SIDES)


def _is_at_the_end(reader: Reader, words: str) -> bool:
    """资产总额年初 9 万元，年末 10 万元: whether words only say that the year has ended for what began it so."""
    before = reader.walk.claims[-1:]
    began = bool(before) and (before[0].kind, before[0].measure) == (AMOUNT, PRIOR)
    return began and before[0].text is reader.text and cues.AT_THE_END.fullmatch(words) is not None


def _is_planned_too(reader: Reader, words: str) -> bool:
    """年初预算安排 A 9 万元、B 8 万元，共计 17 万元: whether a further amount, or their sum, is so planned."""
    before, planned = reader.walk.claims[-1:], reader.sentence.planned
    behind = bool(planned and before) and before[0].measure == planned
    goes_on = cues.CHANGES_ON.match(words) and cues.OUTTURN.search(words) is None
    named = not names.is_generic(names.subject(words, reader.walk.unit_name))
    return behind and (bool(goes_on and named) or sums.is_altogether(reader, words))


def _limit(reader: Reader, token: Token, words: str) -> bool:
    """单价100万元以上: a limit that belongs to the name of what is counted next."""
    after = cues.LIMIT_AFTER.match(reader.tokens.masked, token.end)
    if not token.is_money or (after is None and not cues.LIMIT_BEFORE.search(words)):
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
        level = cues.NEW_LEVEL.search(words)
        risen = level if level and level["level"] else None  # 每人 A 元提高到 B 元
        change = cues.BASE.search(words) or cues.TURN.search(words) or risen
        if change is None or not names.is_generic(names.subject(words[: change.start()])):
            reader.sentence.aside = ""


def _resume_count(reader: Reader, token: Token, words: str) -> None:
    """End a purpose or reason where a count is stated that is never a part of one.

    人均 A 元，比上年增加 B 批: no average has grown by a number of things.
    """
    now = topics.current(reader)
    unit = token.figure.unit.name if token.figure else ""
    averaged = reader.sentence.aside == AVERAGE and reader.walk.claims[-1:]
    if averaged and averaged[0].is_money and token.is_count:
        reader.sentence.aside = ""
    visits = unit in ("批次", "人次") and reader.sentence.aside == PURPOSE
    if cues.KEPT.search(words) or (
        visits and now is not None and names.subject(words) in reader.walk.topics[now].name
    ):
        reader.sentence.aside = ""


def _counted(reader: Reader, token: Token) -> str:
    """The noun behind a count (8 个科室), which is the subject rather than the words before."""
    noun = cues.COUNTED.match(reader.tokens.masked, token.end)
    return noun[0].strip() if noun else ""
