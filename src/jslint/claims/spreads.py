"""Figures in a row for several names: 货物、服务采购支出分别为 A 万元、B 万元.

The row is held back until it ends; only where each figure has a name does it claim anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.claims import cues, names
from jslint.claims.state import Spread
from jslint.figures.figure import Dimension

if TYPE_CHECKING:
    from jslint.claims.sentence import Token
    from jslint.claims.state import Reader


def begin(reader: Reader, token: Token, words: str) -> bool:
    """Hold back the first figure behind 分别; whether there is one."""
    match = cues.SPREAD.search(words)
    if match is None or reader.sentence.aside:
        return False
    reader.sentence.spread = Spread(match["names"], match["rest"], reader.clause, [token])
    return True


def goes_on(reader: Reader, token: Token) -> bool:
    """Hold back a further figure of the row; whether it is one."""
    spread = reader.sentence.spread
    if spread is None or token.figure is None:
        return False
    between = reader.tokens.masked[spread.tokens[-1].end : token.start]
    if cues.SPREAD_ON.fullmatch(between) is None:
        return False
    spread.tokens.append(token)
    return True


def amounts(reader: Reader, spread: Spread) -> list[tuple[Token, str]]:
    """Each amount of the row with its name; nothing where their numbers differ."""
    if _are_rates(spread) or not cues.PLAIN_REST.fullmatch(spread.rest):
        return []
    row = names.several(names.subject(spread.names, reader.walk.unit_name))
    if len(row) != len(spread.tokens) or cues.BASE.search(spread.names):
        return []
    return list(zip(spread.tokens, row, strict=True))


def shares(reader: Reader, spread: Spread) -> tuple[str, list[tuple[Token, int]]]:
    """The whole's words, and each share with the topic stated in its place right before."""
    match = cues.SHARE.search(spread.names + spread.rest)
    if match is None or not _are_rates(spread):
        return "", []
    listed = reader.walk.lists[-1].parts if reader.walk.lists else reader.sentence.topics
    row = list(dict.fromkeys(listed))
    if len(row) != len(spread.tokens):
        return "", []
    return match["whole"].strip(), list(zip(spread.tokens, row, strict=True))


def _are_rates(spread: Spread) -> bool:
    return all(
        token.figure is not None and token.figure.unit.dimension is Dimension.RATE
        for token in spread.tokens
    )
