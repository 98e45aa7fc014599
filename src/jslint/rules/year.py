"""year: a year that contradicts the year of the report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds
from jslint.rules import options
from jslint.rules.concordance import concordance, squeeze
from jslint.rules.searching import Searching

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.diagnostic import Outcome
    from jslint.rules.concordance import Hit
    from jslint.rules.context import Context
    from jslint.tree import Node

_HAN = "〇一二三四五六七八九"
_DIGITS = str.maketrans("〇○零一二三四五六七八九０１２３４５６７８９", "0001234567890123456789")
_THIS_YEAR = re.compile(r"(?:^|[。；，,;])(?:本年度?|今年|当年度?|本期)")
_TO_HAN = str.maketrans("0123456789", _HAN)


class Year(Searching, frozen=True, kw_only=True):
    """The group ``year`` of every match is the report's year, or with ``prior`` the one before.

    With ``alone`` the year before is let pass in a paragraph that names the report's year too, or
    stands beside one in its section that does: there last year is stated for comparison.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        **Searching.OPTIONS,
        "prior": options.flag,
        "alone": options.flag,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset({"year", "found", "right"})

    prior: bool = False
    alone: bool = False

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare every year that the patterns find."""
        year = context.report.meta.year
        if year is None:
            yield self.unchecked(context, "no-year")
            return
        right = str(year - 1 if self.prior else year)
        for hit, _ in self.hits(context):
            printed = hit.groups.get("year", "")
            if printed.translate(_DIGITS) == right or self._compares(context, hit, year):
                yield Holds(self.entry.id, ())
                continue
            shown = right.translate(_TO_HAN) if set(printed) & set(_HAN) else right
            yield self.diagnose(
                context,
                hit.place,
                path=hit.prose.path,
                excerpt=hit.excerpt,
                actual=printed,
                expected=hit.excerpt.replace(printed, shown),
                year=year,
                found=printed,
                right=right,
            )

    def _compares(self, context: Context, hit: Hit, year: int) -> bool:
        """Whether a match states last year beside this one."""
        if not self.alone or hit.groups.get("year", "").translate(_DIGITS) != str(year - 1):
            return False
        pieces = concordance(context).pieces
        at = next(index for index, piece in enumerate(pieces) if piece is hit.prose)
        beside = [hit.prose, *pieces[max(0, at - 1) : at], *pieces[at + 1 : at + 2]]
        return any(
            piece.role == "body"
            and piece.path[-1] is hit.prose.path[-1]
            and _names(piece.text.value, year)
            for piece in beside
        )


def _names(value: str, year: int) -> bool:
    """Whether a text names the report's year in digits, or a sentence of it opens with 本年 or 今年."""
    plain = squeeze(value).translate(_DIGITS)
    return f"{year}年" in plain or _THIS_YEAR.search(plain) is not None
