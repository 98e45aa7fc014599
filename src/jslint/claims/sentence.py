"""One paragraph as a row of tokens: figures, and the words that govern them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint.claims import cues, layout
from jslint.claims.model import Account
from jslint.figures.figure import BARE, UNITS, Dimension, Figure, Found, find, fold
from jslint.patterns import regex
from jslint.readers import numbering, texts

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from jslint.document import Text

#: How far from the head of an item its account may begin.
_ACCOUNT_NEAR = 8
_LONGEST_ACCOUNT = 160
#: Each of the names of an account has its level behind it in brackets.
_LEVELS = 3
_FIRST_HAN = "一、"
#: Nobody numbers more lists within lists in one paragraph.
_DEEPEST = 6
#: The words that make a bare nought an amount end within so many characters before it.
_NEAR = 60
#: Where a number is grouped, so many digits stand before a comma at most, and no more than three behind it.
_THOUSAND = 1000
#: What parts the pieces of a number that has two points ends so many characters before the second.
_CUT = 4
#: How far what stands before and behind the first of several items is looked at.
_SENTENCE = 160
_NO_DIGITS = regex(r"\D+")
_QUOTES = regex(r"[\s“”\"‘’'「」]")


class Token(Struct, frozen=True):
    """A figure or a governing word: ``kind`` is ``figure`` or a group of ``cues.MARKS``."""

    kind: str
    start: int
    end: int
    figure: Figure | None = None
    match: re.Match[str] | None = None

    @property
    def is_money(self) -> bool:
        """Whether it is an amount of money."""
        return self.figure is not None and self.figure.unit.dimension is Dimension.AMOUNT

    @property
    def is_count(self) -> bool:
        """Whether it counts things."""
        return self.figure is not None and self.figure.unit.dimension is Dimension.COUNT


class Tokens(Struct, frozen=True):
    """A paragraph's tokens in order, and its text folded and masked (same offsets).

    ``number`` is its numbering as an item, ``account`` the account that the item is about;
    ``head`` is where the words behind both begin; ``named`` is what an item calls its account where
    it gives but a code and a name; ``bare`` is where numbers stand that lack a unit.
    """

    masked: str
    row: tuple[Token, ...]
    number: str = ""
    account: Account | None = None
    head: int = 0
    named: str = ""
    bare: tuple[tuple[int, int], ...] = ()


def closed(text: Text) -> Text:
    """A paragraph without the blanks inside its words (同 比 增 加), each character at its place.

    A heading that only a blank parts from its sentence (1.总体情况 2023年度收入 …) is none of its words,
    nor is the mark of a list before it (●).
    """
    heading = layout.RUN_IN.match(fold(text.value))
    text = texts.without(text, [heading.span("heading")]) if heading else text
    mark = layout.BULLET.match(text.value)
    text = texts.without(text, [mark.span()]) if mark else text
    gaps = [match.span() for match in layout.GAPS.finditer(text.value)]
    return texts.without(text, gaps) if gaps else text


def pieces(text: Text) -> Iterator[Text]:
    """The items that a paragraph runs together (…。2.教育支出（类）…), each as one of its own."""
    folded = fold(text.value)
    start, levels = 0, [_counted(layout.ITEM.match(folded))]
    for match in layout.RUN_ON.finditer(folded):
        at = match.start("item")
        item = _counted(layout.ITEM.match(folded, at))
        known = _level(levels, *item) if match["mark"] in "。；;" else None
        named = _names_account(folded, match.end("item"))
        if not (named or known is not None or _begins(folded, match, item[1])):
            continue
        if at > start:
            yield texts.cut(text, start, at)
        start, levels = at, [*levels[:known], item][-_DEEPEST:]
    yield texts.cut(text, start)


def _level(levels: Sequence[tuple[int, int]], style: int, number: int) -> int | None:
    """Which of the lists within lists an item goes on with, the innermost in any style; None for none."""
    if number > 1 and levels[-1][1] == number - 1:
        return len(levels) - 1
    outer = (at for at in range(len(levels) - 2, -1, -1) if levels[at] == (style, number - 1))
    return next(outer, None) if number > 1 else None


def _names_account(folded: str, at: int) -> bool:
    return any(one.match(folded, at) for one in (layout.ACCOUNT, layout.UNDER_CLASS, layout.CODED))


def _begins(folded: str, match: re.Match[str], number: int) -> bool:
    """Whether the first of several items stands behind a colon: 其中：1.…。2.…; no reasons.

    Behind a stop stands one that is a name with its amount, as the second is: A 9 万元。1.B 5 万元；2.C 4 万元.
    """
    if number == 1 and match["mark"] in "。；;":
        before = folded[max(0, match.start() - _SENTENCE) : match.start()].rpartition("。")[-1]
        reasons = layout.REASONED_WITH.search(before)
        behind = folded[match.end() : match.end() + _SENTENCE]
        return reasons is None and cues.FIRST_AMOUNTS.match(behind) is not None
    if number != 1 or match["mark"] not in ":：" or layout.REASONS.search(folded[: match.start()]):
        return False
    if layout.SECOND_ABOVE.match(folded, match.end()):
        return True
    return _FIRST_HAN not in match["item"] and layout.SECOND.search(folded, match.end()) is not None


def _counted(item: re.Match[str] | None) -> tuple[int, int]:
    """How an item is numbered, and its number; 0 where it has none."""
    found = numbering.mark(_number(item)) if item else None
    return (found.level, found.value) if found else (0, 0)


def _number(item: re.Match[str]) -> str:
    """The number of an item, without a quote that slipped into it: 11“.灾害防治支出”."""
    return _QUOTES.sub("", item["number"])


def tokenise(text: str) -> Tokens:
    """Split a paragraph into tokens; what stands between two of them is words."""
    folded = fold(text)
    item = layout.ITEM.match(folded)
    head = item.end() if item else 0
    named = _account(folded, head) or (None if item else layout.UNDER_CLASS.match(folded, head))
    if named:
        head = named.end()
        head += len(folded[head:]) - len(folded[head:].lstrip("”\"’'」"))
    coded = None if named else layout.CODED.match(folded, head)
    if coded:
        head = coded.end()
    numbers = [found for found in _with_units(folded, find(text)) if found.start >= head]
    figures = [
        Token("figure", found.start, found.end, found.figure)
        for found in numbers
        if _is_claimable(folded, found)
    ]
    masked = _mask(layout.CLASS_CODE.sub(_blank, folded), figures)
    masked = layout.NUMBERED.sub(_blank, layout.REMARK.sub(_blank, masked))
    marks = [
        Token(_kind(match), *match.span(), match=match)
        for match in cues.MARKS.finditer(masked, head)
    ]
    return Tokens(
        masked,
        tuple(sorted([*figures, *marks], key=lambda token: token.start)),
        _number(item) if item else "",
        _read_account(named) if named else None,
        head,
        (coded["name"] or coded["inside"] or coded["named"]) if coded else "",
        tuple(
            (found.start, found.end)
            for found in numbers
            if found.figure.unit is BARE and _is_amount_like(folded, found)
        ),
    )


def _account(folded: str, head: int) -> re.Match[str] | None:
    """The account that an item opens with."""
    until = head + _LONGEST_ACCOUNT
    if folded.count("(", head, until) < _LEVELS:
        return None
    match = layout.ACCOUNT.search(folded, head, until)
    return match if match and match.start() <= head + _ACCOUNT_NEAR else None


def _read_account(match: re.Match[str]) -> Account:
    """The names and codes of an account; one below a line that names its class does not."""
    found = match.groupdict("")
    names = [_QUOTES.sub("", found.get(f"c{level}", "")) for level in range(3)]
    codes = [_NO_DIGITS.sub("", found.get(f"n{level}", "")) for level in range(3)]
    return Account((names[0], names[1], names[2]), (codes[0], codes[1], codes[2]))


def _with_units(folded: str, found: Iterator[Found]) -> Iterator[Found]:
    """The figures, each bare one in a row with the unit that the row has at its end: 8，9万元.

    So has one with decimals whose twin has it: 收入8.50、支出9.00万元.
    """
    row: list[Found] = []
    for one in found:
        joined = row and (
            cues.SPREAD_ON.fullmatch(folded, row[-1].end, one.start)
            or (
                "." in row[-1].figure.text
                and cues.TWIN_ON.fullmatch(folded, row[-1].end, one.start)
            )
        )
        if row and not joined:
            yield from row
            row = []
        if one.figure.unit is BARE:
            row.append(one if one.figure.value else _nothing(folded, one))
            continue
        amounts = one.figure.unit.dimension is Dimension.AMOUNT
        yield from (
            replace(bare, figure=replace(bare.figure, unit=one.figure.unit)) if amounts else bare
            for bare in row
        )
        row = []
        yield one
    yield from row


def _nothing(folded: str, found: Found) -> Found:
    """年初预算为0，: a bare nought that is said to be the amount."""
    if _is_nought(folded, found) and layout.NOUGHT_END.match(folded, found.end):
        return replace(found, figure=replace(found.figure, unit=UNITS["万元"]))
    return found


def _is_claimable(folded: str, found: Found) -> bool:
    """Whether a number is one that sentences state: with a unit, or a rate that lost its sign."""
    before = layout.MALFORMED_END.search(folded, max(0, found.start - _CUT), found.start)
    cut = before and (before[0][-1] != "," or layout.LONG.match(folded, found.start))
    short = found.figure.text.isdecimal() and found.figure.value < _THOUSAND
    long = short and layout.LONG_BEHIND.match(folded, found.end)
    if cut or long or layout.MALFORMED.match(folded, found.end):
        return False
    if found.figure.unit.dimension is Dimension.BARE:
        return _is_bare_rate(folded, found)
    return not layout.CLASS_CODE.match(folded, max(0, found.start - 1))


def _is_amount_like(folded: str, found: Found) -> bool:
    """Whether a number that no claim is made of looks or stands like an amount all the same."""
    if _is_bare_rate(folded, found):
        return False
    shown = folded[found.start : found.end]
    return not shown.isdecimal() or _is_nought(folded, found)


def _is_nought(folded: str, found: Found) -> bool:
    """Whether the words right before a number say that it is an amount."""
    begin = max(0, found.start - _NEAR)
    return layout.NOUGHT.search(folded, begin, found.start) is not None


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


def _is_bare_rate(folded: str, found: Found) -> bool:
    """Whether a number without a unit stands where a rate is expected: its sign was lost."""
    if layout.COARSE_UNIT.match(folded, found.end):
        return False
    before = folded[max(0, found.start - 12) : found.start]
    return cues.TURN.search(before) is not None or before.rstrip().endswith("占")
