"""One paragraph as a row of tokens: figures, and the words that govern them."""

from __future__ import annotations

import re

from msgspec import Struct

from jslint.claims import cues
from jslint.claims.model import Account
from jslint.figures.figure import Dimension, Figure, Found, find, fold

#: How far from the head of an item its account may begin.
_ACCOUNT_NEAR = 8


class Token(Struct, frozen=True):
    """A figure or a governing word: ``kind`` is ``figure`` or a group of ``cues.MARKS``."""

    kind: str
    start: int
    end: int
    figure: Figure | None = None
    match: re.Match[str] | None = None


class Tokens(Struct, frozen=True):
    """A paragraph's tokens in order, and its text folded and masked (same offsets).

    ``number`` is its numbering as an item, ``account`` the account that the item is about;
    ``head`` is where the words behind both begin.
    """

    masked: str
    row: tuple[Token, ...]
    number: str = ""
    account: Account | None = None
    head: int = 0


def tokenise(text: str) -> Tokens:
    """Split a paragraph into tokens; what stands between two of them is words."""
    folded = fold(text)
    item = cues.ITEM.match(folded)
    head = item.end() if item else 0
    named = _account(folded, head)
    if named:
        head = named.end()
    figures = [
        Token("figure", found.start, found.end, found.figure)
        for found in find(text)
        if found.start >= head and _is_claimable(folded, found)
    ]
    masked = cues.REMARK.sub(_blank, _mask(cues.CLASS_CODE.sub(_blank, folded), figures))
    marks = [
        Token(_kind(match), *match.span(), match=match)
        for match in cues.MARKS.finditer(masked, head)
    ]
    return Tokens(
        masked,
        tuple(sorted([*figures, *marks], key=lambda token: token.start)),
        item["number"].strip() if item else "",
        _read_account(named) if named else None,
        head,
    )


def _account(folded: str, head: int) -> re.Match[str] | None:
    """The account that an item opens with."""
    match = cues.ACCOUNT.search(folded, head, head + 160)
    return match if match and match.start() <= head + _ACCOUNT_NEAR else None


def _read_account(match: re.Match[str]) -> Account:
    names = ["".join(match[f"c{level}"].split()) for level in range(3)]
    codes = [re.sub(r"\D", "", match[f"n{level}"]) for level in range(3)]
    return Account((names[0], names[1], names[2]), (codes[0], codes[1], codes[2]))


def _is_claimable(folded: str, found: Found) -> bool:
    """Whether a number is one that sentences state: with a unit, or a rate that lost its sign."""
    if found.figure.unit.dimension is Dimension.BARE:
        return _is_bare_rate(folded, found.start)
    return not cues.CLASS_CODE.match(folded, max(0, found.start - 1))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _kind(match: re.Match[str]) -> str:
    """The alternative of ``cues.MARKS`` that matched: the group that closed last holds the rest."""
    assert match.lastgroup is not None
    return match.lastgroup


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
