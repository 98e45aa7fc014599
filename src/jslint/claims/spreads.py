"""Figures in a row for several names: 货物、服务采购支出分别为 A 万元、B 万元；分别下降 p%、q%.

The row is held back until it ends; only where each figure has a name does it claim anything.
"""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from jslint.claims import (
    amounts,
    cues,
    joints,
    lists,
    names,
    namesakes,
    rates,
    senses,
    times,
    topics,
    turns,
)
from jslint.claims.model import ACTUAL, AMOUNT, CHANGE, COMPLETION, GROWTH, budget_of
from jslint.claims.state import MONEY, Spread, counted
from jslint.figures.figure import Dimension

if TYPE_CHECKING:
    import re

    from jslint.claims.sentence import Token
    from jslint.claims.state import Reader


#: A sentence has no more lists than these in it.
_LISTS = 12


def begin(reader: Reader, token: Token, words: str) -> bool:
    """Hold back the first figure behind 分别, or behind 各 where another follows; whether there is one."""
    if reader.sentence.aside:
        return False
    spread = any(word in words for word in cues.SPREADS)
    match = cues.SPREAD.search(words) if spread else None
    row = reader.is_followed(token, cues.NEXT_IN_ROW)
    of_whole = _whole_before(reader, words) if row and _is_rate(token) else ""
    if of_whole:
        reader.sentence.part = None
        reader.sentence.spread = Spread("", f"占{of_whole}的", reader.clause, [token])
        return True
    if match is None and row and _is_rate(token) and not _has_its_amount(reader, token):
        reader.sentence.spread = Spread("", words, reader.clause, [token])
        return True
    if match is None or (match["each"] == "各" and not row):
        return False
    if token.is_money and (share := _shared_whole(reader, token, match["rest"])):
        whole = topics.named(reader, share["whole"])
        reader.claim(AMOUNT, whole, token.start, token.end, token, measure=ACTUAL)
        return True
    reader.sentence.time = times.of_clause(reader, words)[0]
    reader.sentence.spread = Spread(match["names"], match["rest"], reader.clause, [token])
    return True


def _shared_whole(reader: Reader, token: Token, rest: str) -> re.Match[str] | None:
    """A、B 分别占支出合计 C 万元的 p%、q%: what an amount is called that several shares behind it are of."""
    share = cues.OF_AMOUNT.search(rest)
    of_it = cues.OF_THAT.match(reader.tokens.masked, token.end)
    return share if share and share["whole"] and of_it else None


def _whole_before(reader: Reader, words: str) -> str:
    """The name of that amount, right behind which a row of rates begins; empty for none."""
    before = reader.walk.claims[-1:]
    right = bool(before) and before[0].text is reader.text and before[0].end == reader.edge
    if not right or before[0].kind != AMOUNT or not cues.OF_IT.fullmatch(words):
        return ""
    share = cues.OF_AMOUNT.search(reader.tokens.masked[before[0].clause : before[0].start])
    return share["whole"] or "" if share else ""


def _has_its_amount(reader: Reader, token: Token) -> bool:
    """占 60%，9 万元: whether the figure behind a rate is no other rate."""
    row = reader.tokens.row
    at = bisect_right(row, token.start, key=attrgetter("start"))
    behind = next((one for one in row[at : at + 2] if one.figure is not None), None)
    return behind is not None and not _is_rate(behind)


def goes_on(reader: Reader, token: Token) -> bool:
    """Hold back a further figure of the row; whether it is one."""
    spread = reader.sentence.spread
    if spread is not None and token.kind == "planned" and cues.COMPLETION.search(spread.rest):
        return True  # 完成年初预算的 p% 和全年预算的 q%: no base of a comparison
    if spread is None or token.figure is None:
        return False
    between = reader.tokens.masked[spread.tokens[-1].end : token.start]
    if _is_rate(token) and (budget := _further_budget(spread, between)):
        spread.budgets[len(spread.tokens)] = budget
        spread.tokens.append(token)
        return True
    turn = cues.TURN.search(between) if cues.TURN.search(spread.rest) else None
    if cues.SPREAD_ON.fullmatch(between[: turn.start()] if turn else between) is None:
        return False
    if turn and _is_rate(token) and not _is_rate(spread.tokens[-1]):
        # 分别增加 A 万元、减少 B 万元，增长 p%、下降 q%: a row of its own
        end(reader)
        reader.sentence.spread = Spread("", between[turn.start() :], reader.clause, [token])
        return True
    if turn:
        spread.turns[len(spread.tokens)] = turn
    spread.tokens.append(token)
    return True


def end(reader: Reader) -> None:
    """Claim what a row of figures says, once it has ended."""
    spread = reader.sentence.spread
    if spread is None:
        return
    reader.sentence.spread = None
    clause, reader.clause = reader.clause, spread.clause
    claimed = _completions(reader, spread) or _shares(reader, spread) or _turns(reader, spread)
    if not (claimed or _amounts(reader, spread) or _summed(reader, spread)):
        for token in spread.tokens:
            reader.silent(token)
    reader.clause = clause


def _summed(reader: Reader, spread: Spread) -> bool:
    """补助 2 笔，分别为 1 万元、2 万元，合计 3 万元: amounts of nothing that has a name, which their sum is of."""
    plain = not spread.names.strip(" ,，") and cues.PLAIN_REST.fullmatch(spread.rest)
    money = all(token.is_money for token in spread.tokens)
    if not (plain and money and reader.is_followed(spread.tokens[-1], joints.IN_SUM)):
        return False
    for number, token in enumerate(spread.tokens, 1):
        topic = namesakes.add(reader, f"第{number}笔")
        reader.claim(AMOUNT, topic, token.start, token.end, token, measure=ACTUAL)
        topics.speak_of(reader, topic)
    return True


def _further_budget(spread: Spread, between: str) -> str:
    """The budget that a further rate of completion names: 完成年初预算的 p% 和全年预算的 q%; empty where none."""
    if not cues.COMPLETION.search(spread.rest):
        return ""
    joint = cues.SPREAD_ON.match(between)
    found = cues.COMPLETION.fullmatch(f"占{between[joint.end() :].strip()}") if joint else None
    return (found["base"] or "") if found else ""


def _completions(reader: Reader, spread: Spread) -> bool:
    """分别完成年初预算的 p% 和全年预算的 q%: one outturn's rates, of a budget each."""
    first, topic = cues.COMPLETION.search(spread.rest), topics.current(reader)
    if first is not None and not spread.budgets and _of_each(reader, spread, first):
        return True
    if first is None or not spread.budgets or topic is None or spread.names.strip(" ,，"):
        return False
    row = [first["base"], *spread.budgets.values()]
    for token, budget in zip(spread.tokens, row, strict=True):
        measure = budget_of(budget or "")
        reader.claim(COMPLETION, topic, token.start, token.end, token, measure=measure)
    return True


def _of_each(reader: Reader, spread: Spread, first: re.Match[str]) -> bool:
    """A 4 万元、B 7 万元，分别完成预算的 p%、q%: the rates of as many things, which are all that the sentence has stated."""
    row = list(dict.fromkeys(reader.sentence.topics))
    if spread.names.strip(" ,，") or not _are_rates(spread) or len(row) != len(spread.tokens):
        return False
    measure = budget_of(first["base"] or first["base2"] or "")
    for token, topic in zip(spread.tokens, row, strict=True):
        reader.claim(COMPLETION, topic, token.start, token.end, token, measure=measure)
    return True


def _amounts(reader: Reader, spread: Spread) -> bool:
    """Each amount of the row with its name; nothing where their numbers differ."""
    if _are_rates(spread) or not cues.PLAIN_REST.fullmatch(spread.rest):
        return False
    row = names.several(_subject(reader, spread), len(spread.tokens))
    years = _by_years(spread)
    row = years or times.quarters(spread.names, len(spread.tokens)) or row
    if len(row) != len(spread.tokens) and cues.LAST_YEAR.fullmatch(
        spread.names
    ):  # A、B 合计 …；上年分别为 …
        called = (reader.walk.topics[topic].name for topic in _topics(reader, spread))
        row = [f"{spread.names}{name}" for name in called]
    measured = cues.OUTTURN.fullmatch(spread.names.strip(" ,，")) or cues.BUDGETED.fullmatch(
        spread.names.strip(" ,，")
    )
    each = measured is not None or _is_of_each(reader, spread)
    if len(row) != len(spread.tokens) and each:  # A、B 预算分别为 …；决算分别为 …
        stated = _topics(reader, spread) if measured else _stated(reader)
        what = spread.names if measured else spread.names.strip(" ,，")
        if (
            len(set(stated)) < len(stated)
            and len({one.figure.value for one in spread.tokens if one.figure}) > 1
        ):
            return False  # 收、支总计预算均为 …，决算分别为 A、B: two amounts, and one name
        row = [f"{reader.walk.topics[topic].name}{what}" for topic in stated]
    row = row if len(row) == len(spread.tokens) else _of_sum(reader, spread)
    if len(row) != len(spread.tokens) or (cues.BASE.search(spread.names) and not years):
        return False
    for token, name in zip(spread.tokens, row, strict=True):
        amounts.state(reader, token, name)
    return True


def _of_sum(reader: Reader, spread: Spread) -> list[str]:
    """A、B、C 合计 9 万元，分别为 2 万元、3 万元、4 万元: the names that the sum before is of, whose list this is."""
    before = reader.walk.claims[-1:]
    if spread.names.strip(" ,，") or not before or before[0].kind != AMOUNT:
        return []
    whole = before[0].topic
    summed = joints.SUM_OF_NAMES.fullmatch(reader.walk.topics[whole].name)
    row = names.several(summed["names"], len(spread.tokens)) if summed else []
    alike = all(token.is_money == before[0].is_money for token in spread.tokens)
    if len(row) != len(spread.tokens) or not alike or before[0].text is not reader.text:
        return []
    reader.walk.lists.append(lists.open_list(reader, (whole,), "分别", closed=True))
    return row


def _is_of_each(reader: Reader, spread: Spread) -> bool:
    """A、B 分别为 1 人、2 人，发放资金分别为 …: whether one word is of as many things as the sentence has counted."""
    if not joints.EACH_HAS.fullmatch(spread.names):
        return False
    stated = _stated(reader)
    counted = all(MONEY not in reader.walk.units.get(one, ()) for one in stated)
    money = all(token.is_money for token in spread.tokens)
    return counted and money and len(stated) == len(spread.tokens)


def _stated(reader: Reader) -> list[int]:
    """What the sentence has gone through: the parts of the list being read, if there is one."""
    opened = reader.walk.lists[-1:]
    return list(dict.fromkeys(opened[0].parts if opened else reader.sentence.topics))


def _by_years(spread: Spread) -> list[str]:
    """2021年、2022年、2023年支出分别为 A、B、C: one thing in as many years; nothing where it is not so."""
    row = cues.SPREAD_ON.split(spread.names)
    years = [names.year(one) for one in row]
    if len(row) != len(spread.tokens) or None in years or len(set(years)) < len(years):
        return []
    what = names.subject(row[-1])
    own = {names.subject(one) for one in row[1:-1]}
    return [f"{year}年{names.subject(row[0])}{what}" for year in years] if own <= {""} else []


def _turns(reader: Reader, spread: Spread) -> bool:
    """分别减少 A、B 万元 and 分别下降 p%、q%, of the names before or of what was spoken of last."""
    turn = cues.TURN.search(spread.rest)
    if turn is None and _are_rates(spread):
        turn = cues.TURN.fullmatch(spread.names.strip(" ,，"))  # 降幅分别为 p%、q%
    row = _topics(reader, spread) if turn else []
    if turn is None or not row:
        return turn is not None and _rates_of_changes(reader, spread, turn)
    for at, (token, topic) in enumerate(zip(spread.tokens, row, strict=True)):
        turn = spread.turns.get(at, turn)
        turns.turn_to(reader, token, topic, turn)
    return True


def _rates_of_changes(reader: Reader, spread: Spread, turn: re.Match[str]) -> bool:
    """较预算减少 A 万元，较上年减少 B 万元，分别下降 p% 和 q%: the rates of as many changes before."""
    changes = reader.walk.claims[-len(spread.tokens) :]
    signs = [cues.direction(spread.turns.get(at, turn)["word"]) for at in range(len(changes))]
    alike = all(
        one.kind == CHANGE and one.text is reader.text and one.direction in (sign, None)
        for one, sign in zip(changes, signs, strict=True)
    )
    begun = changes[0].index >= reader.sentence.start if changes else False
    if not (alike and begun and _are_rates(spread)) or len(changes) != len(spread.tokens):
        return False
    for token, one, sign in zip(spread.tokens, changes, signs, strict=True):
        turns.follow(reader, token, one, GROWTH, sign=sign)
    return True


def _shares(reader: Reader, spread: Spread) -> bool:
    """占…的 p%、q%, of the parts that the list has named or that were stated last."""
    match = cues.SHARE.search(spread.names + spread.rest)
    bare = cues.SHARES_ALONE.fullmatch(spread.names) is not None
    if not (match or bare) or not _are_rates(spread):
        return False
    whole = (match["whole"] or "").strip() if match else ""
    several = names.several(whole, len(spread.tokens))
    if len(several) == len(spread.tokens) and not reader.walk.lists:
        return _shares_of_several(reader, spread, several)
    row = _listed(reader, len(spread.tokens))
    for token, topic in zip(spread.tokens, row, strict=False):
        rates.share(reader, token, topic, whole)
    return bool(row)


def _listed(reader: Reader, count: int) -> list[int]:
    """So many things as the list has parts, or as the sentence has gone through; none of other numbers."""
    walk, spoken = reader.walk, reader.sentence.topics
    here = [
        one
        for one in walk.groups[-1:]
        if walk.claims[one.start].text is reader.text
        if not spoken or spoken[-1] in (one.whole, *one.parts)
    ]
    opened = walk.lists[-1] if walk.lists else None
    listed, wholes = (opened.parts, opened.candidates) if opened else ([], ())
    stated = [one for one in spoken if one not in wholes]
    told = _told(reader) if not spoken and not listed else []
    rows = [stated, listed] if listed else [spoken, *(one.parts for one in here)]
    distinct = [list(dict.fromkeys(row)) for row in rows]
    found = next((row for row in distinct if len(row) == count), [])
    # A 9 元；B 3 元（其中 …）；C 1 元。占比分别为 …: of these three, or of what the bracket has
    return found if len(told) != count or set(told) <= set(found) else []


def _told(reader: Reader) -> list[int]:
    """What the sentence before has gone through, without the parts of any of it."""
    parts = {part for group in reader.walk.groups[-_LISTS:] for part in group.parts}
    return [one for one in dict.fromkeys(reader.walk.told) if one not in parts]


def _shares_of_several(reader: Reader, spread: Spread, wholes: list[str]) -> bool:
    """占甲和乙的比重分别为 p%、q%, of the one thing that the sentence speaks of."""
    topic = reader.sentence.topics[0] if len(set(reader.sentence.topics)) == 1 else None
    if topic is None:
        return False
    for token, whole in zip(spread.tokens, wholes, strict=True):
        rates.share(reader, token, topic, whole)
    return True


def _subject(reader: Reader, spread: Spread) -> str:
    base = cues.BASE.search(spread.names)
    words = spread.names[: base.start()] + spread.names[base.end() :] if base else spread.names
    return names.subject(words, reader.walk.unit_name)


def _topics(reader: Reader, spread: Spread) -> list[int]:
    """A topic for each figure; none where it is not certain which."""
    subject = cues.LAST_YEAR.sub("", _subject(reader, spread))
    named = names.several(subject, len(spread.tokens))
    if len(named) == len(spread.tokens):
        return [topics.known_or_new(reader, name) for name in named]
    if not names.is_generic(subject):
        return []
    spoken = list(dict.fromkeys(reader.sentence.topics))
    if not spoken:  # the sentence before named as many: A、B 为 …。与上年相比，各增加 …
        told = list(dict.fromkeys(reader.walk.told))
        told = _divided(reader, told) or told
        return told if len(told) == len(spread.tokens) else []
    if units := _by_units(reader, spread, spoken):
        return units
    if len(spoken) == 1:  # 收入总计、支出总计均为 A: two in one; else one thing against two bases
        two = senses.is_joint(reader.walk.topics[spoken[0]].name)
        return spoken * len(spread.tokens) if two else []
    if parts := _divided(reader, spoken):
        return parts if len(parts) == len(spread.tokens) else []
    row = spoken[-len(spread.tokens) :]
    return row if len(row) == len(spread.tokens) > 1 else []


def _by_units(reader: Reader, spread: Spread, spoken: list[int]) -> list[int]:
    """9 批次、90 人次，分别减少 1 批次、10 人次: the only topic stated in the unit of each figure; none where two units are alike."""
    row = [counted(token.figure) for token in spread.tokens]
    if len(set(row)) < len(row) or _are_rates(spread):
        return []
    stated = [[one for one in spoken if unit in reader.walk.units.get(one, ())] for unit in row]
    return [one[0] for one in stated] if all(len(one) == 1 for one in stated) else []


def _divided(reader: Reader, spoken: list[int]) -> list[int]:
    """The parts of what a sentence has just summed up, without their total; none where it has not."""
    said = set(spoken)
    wholes = {one.whole for one in reader.walk.groups[-2:] if said.issuperset(one.parts)} & said
    return [one for one in spoken if one not in wholes] if wholes else []


def _are_rates(spread: Spread) -> bool:
    return all(map(_is_rate, spread.tokens))


def _is_rate(token: Token) -> bool:
    return token.figure is not None and token.figure.unit.dimension is Dimension.RATE
