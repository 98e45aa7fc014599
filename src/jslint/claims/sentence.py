"""One paragraph as a row of tokens: figures, and the words that govern them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jslint.claims import cues
from jslint.figures.figure import Dimension, Figure, find, fold

_TOKEN_ORDER = ("stop", "semi", "group", "inside", "close", "comma", "colon", "reason", "purpose", "order", "former",
                "planned", "flat")


@dataclass(frozen=True, slots=True)
class Token:
    """A figure or a governing word: ``kind`` is ``figure`` or a group of ``cues.MARKS``."""

    kind: str
    start: int
    end: int
    figure: Figure | None = None
    match: re.Match[str] | None = None


@dataclass(frozen=True, slots=True)
class Tokens:
    """A paragraph's tokens in order, and its text folded and masked (same offsets)."""

    masked: str
    row: tuple[Token, ...]


def tokenise(text: str) -> Tokens:
    """Split a paragraph into tokens; what stands between two of them is words."""
    folded = fold(text)
    figures = [
        Token("figure", found.start, found.end, found.figure)
        for found in find(text)
        if found.figure.unit.dimension is not Dimension.BARE or _is_bare_rate(folded, found.start)
    ]
    masked = cues.REMARK.sub(lambda remark: " " * len(remark[0]), _mask(folded, figures))
    marks = [
        Token(match.lastgroup if match.lastgroup in _TOKEN_ORDER else _kind(match), *match.span(),
              match=match)
        for match in cues.MARKS.finditer(masked)
    ]
    return Tokens(masked, tuple(sorted([*figures, *marks], key=lambda token: token.start)))


def _kind(match: re.Match[str]) -> str:
    return next(name for name in _TOKEN_ORDER if match[name] is not None)


def _mask(folded: str, figures: list[Token]) -> str:
    pieces, last = [], 0
    for token in figures:
        pieces += [folded[last : token.start], "\0" * (token.end - token.start)]
        last = token.end
    return "".join([*pieces, folded[last:]])


def _is_bare_rate(folded: str, start: int) -> bool:
    """Whether a number without a unit stands where a rate is expected: its sign was lost."""
    before = folded[max(0, start - 12) : start]
    return cues.TURN.search(before) is not None or before.rstrip().endswith("占")
