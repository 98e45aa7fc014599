"""year: a year that contradicts the year of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds
from jslint.document import Table
from jslint.patterns import regex
from jslint.rules.ground import options
from jslint.rules.ground.concordance import concordance, headings, squeeze
from jslint.rules.ground.searching import Searching

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.diagnostic import Outcome
    from jslint.rules.ground.concordance import Hit
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

_HAN = "〇一二三四五六七八九"
_DIGITS = str.maketrans("〇○零一二三四五六七八九０１２３４５６７８９", "0001234567890123456789")
_THIS_YEAR = regex(r"(?:^|[。；，,;])(?:本年度?|今年|当年度?|本期)")
_YEAR = regex(r"(20\d\d)\s?年")
_YEAR_END = regex(r"\0\s?年(?:年?[末底]|12月)")
_SENTENCE_END = regex(r"[。；;]")
_STOP = regex("。")
_CLAUSE_END = regex(r"[，,。；;]")
#: A budget of a year, none that accounts are measured by, and none of a fund's money.
_NEXT_BUDGET = regex(r"[费出入门位]预算(?![数额绩执管财拨资收])")
_LAST_YEAR = regex(r"同比|[与比较同](?:上一?年|去年|(?P<year>20\d\d)\s?年)")
_FIGURE = regex(r"\d(?:[万亿]?元|[％%辆人])")
#: How many years ago is long ago, but not a digit mistyped.
_LONG_AGO = range(4, 10)
_TO_HAN = str.maketrans("0123456789", _HAN)
#: Fewer years than this are no series.
_SEVERAL = 3


class Year(Searching, frozen=True, kw_only=True):
    """The group ``year`` of every match is the report's year, or with ``prior`` the one before.

    With ``prior`` the sentence may state an earlier year and compare it with the one before that, or
    compare with a further year when it has compared with the year before, or with one four to nine
    years ago: no report of so long ago is the pattern of this year's. With ``alone`` the year before is
    let pass in a paragraph that names the report's year too, or stands beside one in its section that
    does: there last year is stated for comparison; and an earlier one in a paragraph that names all
    years from it to the report's. A sentence that goes on to the end of the report's year may name the
    year before first. With ``unstated`` any other year is let pass in a
    paragraph of which a sentence gives a figure of the report's year, and a later one in a paragraph
    that goes through several years. A clause that speaks of the next year's budget may name that
    year. Where titles name the report's year, one that ``titled`` finds must: a report may be of two
    years, each with titles of its own.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        **Searching.OPTIONS,
        "prior": options.flag,
        "alone": options.flag,
        "unstated": options.flag,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset({"year", "found", "right"})

    prior: bool = False
    alone: bool = False
    unstated: bool = False

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare every year that the patterns find."""
        year = context.report.meta.year
        if year is None:
            yield self.unchecked("no-year")
            return
        if self.titled and not self._is_titled(context, year):
            return
        right = str(year - 1 if self.prior else year)
        for hit, _ in self.hits(context):
            printed = hit.groups.get("year", "")
            if printed.translate(_DIGITS) == right or self._may(context, hit, year):
                yield Holds(self.entry.id, ())
                continue
            shown = right.translate(_TO_HAN) if set(printed) & set(_HAN) else right
            yield self.diagnose(
                hit.place,
                path=hit.prose.path,
                excerpt=hit.excerpt,
                actual=printed,
                expected=hit.excerpt.replace(printed, shown),
                edits=hit.rewritten(hit.excerpt.replace(printed, shown)),
                year=year,
                found=printed,
                right=right,
            )

    def _is_titled(self, context: Context, year: int) -> bool:
        """Whether a title of the right kind names the report's year, or none at all names it."""
        lines = (piece.text.value for piece in concordance(context, "line").pieces)
        named = [
            title
            for title in (*headings(context).splitlines(), *lines)
            if f"{year}年" in squeeze(title).translate(_DIGITS)
        ]
        return not named or any(pattern.finds(one) for one in named for pattern in self.titled)

    def _may(self, context: Context, hit: Hit, year: int) -> bool:
        """Whether a match may name another year than the report's."""
        named = hit.groups.get("year", "").translate(_DIGITS)
        if self.prior and (_states_next(hit, named) or _compares_further(hit, named, year)):
            return True
        if self.unstated and (_states(hit.prose.text.value, year) or _goes_on(hit, named, year)):
            return True
        if not self.prior and named == str(year + 1) and _plans(hit):
            return True
        if hit.prose.role == "title" and _is_beside(context, hit, str(year)):
            return True
        if not self.prior and named == str(year - 1) and _opens(hit, year):
            return True
        if self.alone and _goes_through(hit, named, year):
            return True
        return self.alone and named == str(year - 1) and self._compares(context, hit, year)

    def _compares(self, context: Context, hit: Hit, year: int) -> bool:
        """Whether a match states last year beside this one."""
        pieces = concordance(context).pieces
        at = next(index for index, piece in enumerate(pieces) if piece is hit.prose)
        beside = [hit.prose, *pieces[max(0, at - 1) : at], *pieces[at + 1 : at + 2]]
        return any(
            piece.role == "body"
            and piece.path[-1] is hit.prose.path[-1]
            and _names(piece.text.value, year)
            for piece in beside
        )


def _is_beside(context: Context, hit: Hit, year: str) -> bool:
    """Whether the same table of the report's year has the same title: two years stand side by side."""
    ours = squeeze(hit.prose.text.value[hit.start :]).translate(_DIGITS)
    wanted = ours.replace(hit.groups.get("year", "").translate(_DIGITS), year, 1)
    titles = (one.block.title.value for one in context.tables if isinstance(one.block, Table))
    return any(squeeze(title).translate(_DIGITS).endswith(wanted) for title in titles)


def _states_next(hit: Hit, named: str) -> bool:
    """Whether the last year that a sentence names before a match is the one after its year."""
    before = hit.prose.text.value[: hit.start].translate(_DIGITS)
    years = _YEAR.findall(_SENTENCE_END.split(before)[-1])
    return bool(years) and years[-1] == str(int(named) + 1)


def _compares_further(hit: Hit, named: str, year: int) -> bool:
    """Whether a year is compared with on purpose: one of long ago, or one besides the year before."""
    if year - int(named) in _LONG_AGO:
        return True
    before = _STOP.split(hit.prose.text.value[: hit.start].translate(_DIGITS))[-1]
    last = any(match["year"] in (None, str(year - 1)) for match in _LAST_YEAR.finditer(before))
    return last and int(named) < year


def _plans(hit: Hit) -> bool:
    """Whether the clause of a match speaks of a year's budget as such: 2022年度“三公”经费预算总计 A 万元."""
    clause = _CLAUSE_END.split(squeeze(hit.prose.text.value[hit.start :]))[0]
    return _NEXT_BUDGET.search(clause) is not None and "决算" not in clause


def _goes_on(hit: Hit, named: str, year: int) -> bool:
    """Whether a year after the report's is one of several that a paragraph goes through."""
    said = set(_YEAR.findall(hit.prose.text.value.translate(_DIGITS)))
    return named > str(year) and said != {named}


def _opens(hit: Hit, year: int) -> bool:
    """截至2022年末 A 万元，…，2023年末 B 万元: whether the sentence goes on to the end of the report's year."""
    rest = _STOP.split(squeeze(hit.prose.text.value[hit.end :]).translate(_DIGITS))[0]
    return _YEAR_END.search(rest.replace(str(year), "\0")) is not None


def _goes_through(hit: Hit, named: str, year: int) -> bool:
    """Whether a paragraph names each year from an earlier one to the report's, three of them at least."""
    said = set(_YEAR.findall(hit.prose.text.value.translate(_DIGITS)))
    row = {str(one) for one in range(int(named), year + 1)}
    return len(row) >= _SEVERAL and row <= said


def _states(value: str, year: int) -> bool:
    """Whether a sentence of a text gives a figure with its unit, and names the report's year."""
    sentences = squeeze(value).translate(_DIGITS).split("。")
    return any(_names(one, year) and _FIGURE.search(one) for one in sentences)


def _names(value: str, year: int) -> bool:
    """Whether a text names the report's year in digits, or a sentence of it opens with 本年 or 今年."""
    plain = squeeze(value).translate(_DIGITS)
    return f"{year}年" in plain or _THIS_YEAR.search(plain) is not None
