"""brackets: every bracket and quotation mark has its partner."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from jslint.diagnostic import Holds
from jslint.patterns import regex
from jslint.rules.ground.base import Rule
from jslint.rules.ground.concordance import clip
from jslint.rules.ground.searching import roles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from jslint.diagnostic import Outcome
    from jslint.rules.ground.context import Context, Prose
    from jslint.tree import Node

_OPENING = {
    "（": "）",
    "(": "）",
    "《": "》",
    "〈": "〉",
    "“": "”",
    "〔": "〕",
    "【": "】",
    "「": "」",
}
_CLOSING = {
    "）": "（",
    ")": "（",
    "》": "《",
    "〉": "〈",
    "”": "“",
    "〕": "〔",
    "】": "【",
    "」": "「",
}
_PARTNER = {**_OPENING, **_CLOSING, '"': '"'}
_ROUND = "）"
_STRAIGHT = '"'
_QUOTE = "”"
_MARKS = regex(f"[{''.join((*_OPENING, *_CLOSING))}]|(?<!\\d)[{_STRAIGHT}]")
_NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_NUMBER_BEFORE = regex(rf"(?:^|[。；;，,、：:\s])(?:{_NUMBER}|[A-Za-z])$|[^\W\d_A-Za-z]\d{{1,2}}$")
_NUMBER_AFTER = regex(rf"{_NUMBER}[、.．]")
_LOOK_BACK = 5
_AROUND = 16
_FARTHEST = 3
#: What stands for itself: its marks do not belong to those of the paragraphs below.
_ALONE = frozenset({"heading", "title", "caption", "entry"})


class _Single(Struct, frozen=True):
    """A mark without a partner: in which piece, where, and the mark that closes its family."""

    index: int
    offset: int
    family: str
    opens: bool


class Brackets(Rule, frozen=True, kw_only=True):
    """Brackets and quotation marks are paired within a paragraph, half-width with full-width too.

    Numbers of items such as ``1）`` are no brackets, and words may be quoted over a few paragraphs
    of a section. A paragraph is complained of once for each kind of bracket; a straight quotation
    mark pairs with the next one, and is no kind of its own beside a curved one without a partner.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {"roles": roles}
    VALUES: ClassVar[frozenset[str]] = frozenset({"bracket", "partner"})

    roles: tuple[str, ...] = ("heading", "body", "title", "note", "caption", "cover", "entry")

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look at every paragraph, heading, caption and note."""
        pieces = [piece for piece in context.prose if piece.role in self.roles]
        singles = [
            single for index, piece in enumerate(pieces) for single in _singles(index, piece)
        ]
        named: set[tuple[int, str]] = set()
        for single in _unpaired(singles, pieces):
            if (single.index, single.family) not in named:
                named.add((single.index, single.family))
                yield self._diagnose(pieces[single.index], single)
        if pieces and not named:
            yield Holds(self.entry.id, ())

    def _diagnose(self, piece: Prose, single: _Single) -> Outcome:
        text, at = piece.text, single.offset
        mark = text.value[at]
        around = (at, at + _AROUND) if single.opens else (at - _AROUND + 1, at + 1)
        if mark == _STRAIGHT:
            around = (at - _AROUND // 2, at + _AROUND // 2)
        return self.diagnose(
            text.at(at, at + 1),
            path=piece.path,
            excerpt=clip(text, *around),
            bracket=mark,
            partner=_PARTNER[mark],
        )


def _singles(index: int, piece: Prose) -> list[_Single]:
    """The marks of a piece that have no partner in it, in order; each family on its own."""
    open_marks: dict[str, list[int]] = {}
    found = []
    value = piece.text.value
    for match in _MARKS.finditer(value):
        mark, at = match[0], match.start()
        if mark == _STRAIGHT and not open_marks.get(mark):
            open_marks[mark] = [at]
            continue
        if mark in _OPENING:
            open_marks.setdefault(_OPENING[mark], []).append(at)
            continue
        family = _ROUND if mark == ")" else mark
        if open_marks.get(family):
            open_marks[family].pop()
        elif family != _ROUND or not _NUMBER_BEFORE.search(value[max(0, at - _LOOK_BACK) : at]):
            found.append(_Single(index, at, family, opens=False))
    found += [
        _Single(index, at, family, opens=True)
        for family, offsets in open_marks.items()
        for at in offsets
        if family != _ROUND or not _NUMBER_AFTER.match(value, at + 1)
    ]
    if any(single.family == _QUOTE for single in found):
        found = [single for single in found if single.family != _STRAIGHT]
    return sorted(found, key=lambda single: single.offset)


def _unpaired(singles: Sequence[_Single], pieces: Sequence[Prose]) -> Iterator[_Single]:
    """Leave out the marks whose partner stands in one of the next paragraphs of the section."""
    paired: set[_Single] = set()
    for number, close in enumerate(singles):
        if close.opens and close.family != _STRAIGHT:
            continue
        for opened in singles[max(0, number - 2 * _FARTHEST) : number]:
            # A straight mark may open or close: it closes the one before it only if that is open.
            taken = close.family == _STRAIGHT and opened in paired
            if opened.opens and not taken and _may_close(opened, close, pieces):
                paired |= {opened, close}
    return (single for single in singles if single not in paired)


def _may_close(opened: _Single, close: _Single, pieces: Sequence[Prose]) -> bool:
    """Whether two marks are of one family and stand in paragraphs near each other."""
    before, after = pieces[opened.index], pieces[close.index]
    return (
        opened.family == close.family
        and 0 < close.index - opened.index <= _FARTHEST
        and before.path[-1] is after.path[-1]
        and before.role == after.role
        and before.role not in _ALONE
    )
