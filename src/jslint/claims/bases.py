"""Amounts that a change is measured on: 比上年决算数 A 万元, 与年初预算 A 万元相比, 较上年+A 万元."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.claims import cues, doubts, names, namesakes, senses, times, topics
from jslint.claims.model import AMOUNT, BUDGET, CHANGE, PRIOR

if TYPE_CHECKING:
    from jslint.claims.sentence import Token
    from jslint.claims.state import Reader


#: What stands before an amount that went up.
_SIGNED = frozenset("+＋")


def _other_base(reader: Reader, token: Token, words: str) -> bool:
    """比报告数 A 万元增加 B 万元: the amount of a base that is neither the year before nor a budget."""
    found = cues.OTHER_BASE.match(words)
    # 较年初减少 A 万元，下降 r%: A is the change itself
    if found is None or not token.is_money or cues.TURN.search(words):
        return False
    if not reader.is_followed(token, cues.TURNS):
        return not reader.tokens.masked[token.end :].strip()  # the change stands on the next line
    topic = topics.current(reader)
    reader.sentence.base = f"{PRIOR}:{found['name']}"
    if topic is not None:
        _state_base(reader, token, topic)
    return True


def read(reader: Reader, token: Token, words: str) -> bool:
    """比上年决算数 A 万元, 与年初预算 A 万元相比: the amount that a change is measured on."""
    base = cues.BASE.search(words)
    if base is None:
        return _goes_on(reader, token, words) or _other_base(reader, token, words)
    if not token.is_money and not token.is_count:
        return False
    sign = words[base.end() :].strip()
    if sign in _SIGNED or (not sign and token.figure and token.figure.value < 0):
        return _is_signed(reader, token, words[: base.start()])
    before = words[: base.start()]
    reader.sentence.time = times.of_clause(reader, before)[0]
    named = not names.is_generic(names.subject(before, reader.walk.unit_name))
    topic: int | None
    if cues.OF_BASE.fullmatch(words, base.end()):
        topic = topics.known(reader, before if named else _compared(reader, token) or before)
        if topic is None and named:
            topic = topics.named(reader, before)
        if topic is not None and (side := senses.side(words[base.end() :])):
            topic = namesakes.of_side(reader, topic, side)  # 与上年收入总计 A 万元相比
    elif (topic := _repeated(reader, words[base.end() :])) is None:
        # 比年初报告数 A 万元
        other = base[0].endswith("年初") and _other_base(reader, token, words)
        return other or reader.is_followed(token, cues.COMPARED)
    if named:
        reader.walk.last = topic  # 总支出与上年 A 万元相比，增长 …: what grew is named here
    if topic is not None and reader.sentence.base.startswith((PRIOR, BUDGET)):
        _state_base(reader, token, topic, named=named)
    return True


def _goes_on(reader: Reader, token: Token, words: str) -> bool:
    """与上年收入总计 A 万元、支出总计 B 万元相比: whether a further amount is of the base that stands before it."""
    before = reader.walk.claims[-1:]
    if not before or before[0].kind != AMOUNT or before[0].measure != reader.sentence.base:
        return False
    joint = cues.CHANGES_ON.match(words)
    behind = before[0].text is reader.text and before[0].end == reader.edge
    if not (behind and joint and reader.is_followed(token, cues.COMPARED)):
        return False
    topic = namesakes.find(reader, names.subject(words[joint.end() :], reader.walk.unit_name))
    if topic is not None:
        _state_base(reader, token, topic, named=True)
    return topic is not None


def _compared(reader: Reader, token: Token) -> str:
    """与上年的 A 万元相比，收、支总计各增加 B 万元: what is compared, where its name follows; empty else."""
    found = cues.COMPARED_WITH.match(reader.tokens.masked, token.end)
    return found["name"] if found else ""


def _is_signed(reader: Reader, token: Token, words: str) -> bool:
    """较上年+A 万元, 较上年-A 万元: a change that its sign alone calls one."""
    topic, figure = topics.known(reader, words), token.figure
    if topic is not None and figure is not None:
        reader.claim(
            CHANGE,
            topic,
            token.start,
            token.end,
            figure=replace(figure, value=abs(figure.value)),
            measure=reader.sentence.base,
            direction=-1 if figure.value < 0 else 1,
            implied=topics.is_implied(reader, words, topic),
        )
    return True


def _state_base(reader: Reader, token: Token, topic: int, *, named: bool = False) -> None:
    """Claim what a topic came to in the measure that a change is to be taken from."""
    certain = doubts.is_certain(reader, topic) and not doubts.is_last_part(reader, topic)
    carried = not (named or certain) or doubts.is_carried(reader, topic)
    reader.claim(
        AMOUNT,
        topic,
        token.start,
        token.end,
        token,
        measure=reader.sentence.base,
        carried=carried,
        held=doubts.is_held(reader, topic),
    )


def _repeated(reader: Reader, words: str) -> int | None:
    """较2023年度“三公”经费合计 A 万元增加: what is spoken of, where a base is called the same again."""
    now = topics.current(reader)
    subject = names.subject(words, reader.walk.unit_name)
    found = None if names.is_generic(subject) else topics.known(reader, subject)
    if now is not None and names.key(words) == reader.walk.topics[now].key:
        found = now  # 收、支总计, whose mark ends no name
    if found is None or found not in (reader.first, now):
        return None
    reader.walk.last = found
    return found
