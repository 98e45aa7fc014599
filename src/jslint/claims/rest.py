"""支出 9 万元，除 A 4 万元外，其余 5 万元为 B: a part that is set apart, and what is left of the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.claims import joints, lists, names, namesakes, sums, topics
from jslint.claims.model import ACTUAL, AMOUNT
from jslint.claims.state import MONEY

if TYPE_CHECKING:
    from jslint.claims.sentence import Token
    from jslint.claims.state import Reader

#: The cue of a list that the part set apart opens and what is left closes.
_CUE = "除"
#: What is left is called so.
_REST = "其余"


def read(reader: Reader, token: Token, words: str) -> bool:
    """Claim a part that is set apart from what was stated last, or what is left then; whether it is one of them."""
    if not token.is_money or reader.sentence.aside:
        return False
    return _sets_apart(reader, token, words) or _is_left(reader, token, words)


def _sets_apart(reader: Reader, token: Token, words: str) -> bool:
    found, whole = joints.SET_APART.fullmatch(words), topics.current(reader)
    beside = joints.BESIDE.match(reader.tokens.masked, token.end)
    if found is None or beside is None:
        return False
    part = namesakes.find_or_add(reader, names.subject(found["name"], reader.walk.unit_name))
    stated = [one.topic for one in reader.here() if one.kind == AMOUNT and one.measure == ACTUAL]
    if whole is not None and stated[:1] == [whole] and whole != part and not reader.walk.lists:
        reader.walk.lists.append(lists.open_list(reader, (whole,), _CUE, closed=True))
    _state(reader, token, part)
    reader.edge = beside.end()
    return True


def _is_left(reader: Reader, token: Token, words: str) -> bool:
    opened = reader.walk.lists[-1] if reader.walk.lists else None
    if opened is None or opened.cue != _CUE or len(opened.parts) != 1:
        return False
    plain = sums.is_altogether(reader, words) or joints.REMAINS.fullmatch(words)
    if not plain or MONEY not in reader.walk.units.get(opened.parts[0], ()):
        return False
    _state(reader, token, namesakes.add(reader, _REST))
    return True


def _state(reader: Reader, token: Token, topic: int) -> None:
    reader.claim(AMOUNT, topic, token.start, token.end, token, measure=ACTUAL)
    topics.speak_of(reader, topic)
    lists.join(reader, topic)
