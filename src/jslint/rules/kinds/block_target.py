"""block-target: what misses its target has not the full score, in a form with heads between its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from jslint.diagnostic import Holds, Related
from jslint.figures.figure import Figure, fold, parse_cell
from jslint.patterns import regex
from jslint.rules.bench import blocks, relate
from jslint.rules.ground import options, words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.diagnostic import Outcome
    from jslint.document import Place, Text
    from jslint.ledger import Ledger, Line
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

#: A target: how it binds, a number, and what is counted.
_VALUE = regex(
    r"\s*(?P<sign>≥|≤|>=|<=|>|<|＞|＜)?\s*(?P<number>\d[\d,]*(?:\.\d+)?)(?P<rest>\D{0,8})"
)
_AT_LEAST = frozenset(("≥", ">=", ">", "＞"))
_AT_MOST = frozenset(("≤", "<=", "<", "＜"))
_BEYOND = frozenset((">", "＞", "<", "＜"))


class _Value(Struct, frozen=True):
    """A target or what came of it: its sign, its figure, what it counts, and where it stands."""

    sign: str
    figure: Figure
    rest: str
    place: Place


class BlockTarget(Rule, frozen=True, kw_only=True):
    """In a form with heads between its rows, what misses its target has not the full score.

    The columns are ``target``, ``actual``, ``score`` and ``most``, which prints the full score. How the
    target binds (≥, ≤, >, <) stands before it or in the column ``sign``; a target without is left alone,
    as is one that counts something else than the actual does. Patterns are searched in the words of the
    heads; a head is a row in which each but ``sign`` finds a cell.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "target": options.pattern,
        "actual": options.pattern,
        "score": options.pattern,
        "most": options.pattern,
        "sign": options.pattern,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"table", "row", "sign", "target", "printed", "score", "most"}
    )

    target: re2._Regexp
    actual: re2._Regexp
    score: re2._Regexp
    most: re2._Regexp
    sign: re2._Regexp | None = None

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look at each row with a target and what came of it."""
        for block, line in blocks.rows(context, (self.target, self.actual, self.score, self.most)):
            yield from self._row(block, line)

    def _row(self, block: Ledger, line: Line) -> Iterator[Outcome]:
        asked, came = (blocks.cell(block, line, one).text for one in (self.target, self.actual))
        column = blocks.column(block, self.sign) if self.sign else None
        target = _value(asked, block.text(line, column) if column else None)
        actual = _value(came)
        if target is None or actual is None or not target.sign or actual.rest != target.rest:
            return
        if not actual.rest and actual.figure.value <= 1 < target.figure.value:
            return  # 0.98 of a target of 95 is likely the fraction that a cell shows as 98 %
        low, high = (target, actual) if target.sign in _AT_LEAST else (actual, target)
        relation = relate.order(high, low)
        gap = high.figure.exact() - low.figure.exact()
        if gap > 0 or (gap == 0 and target.sign not in _BEYOND):
            yield Holds(self.entry.id, relation.places, relation=relation)
        elif self._is_full(block, line):
            yield self._broken((block, line), target, actual)

    def _is_full(self, block: Ledger, line: Line) -> bool:
        score, most = (blocks.cell(block, line, one).figure for one in (self.score, self.most))
        return score is not None and most is not None and score.value == most.value > 0

    def _broken(self, row: tuple[Ledger, Line], target: _Value, actual: _Value) -> Outcome:
        block, line = row
        printed, asked = (words.printed(one.figure) for one in (actual, target))
        score = blocks.cell(block, line, self.score)
        assert score.figure is not None
        return self.diagnose(
            actual.place,
            path=block.path,
            excerpt=f"{line.name} {printed}",
            actual=printed,
            related=(
                Related(target.place, f"{target.sign}{asked}"),
                Related(score.place, f"{score.column.name} {words.printed(score.figure)}"),
            ),
            figures=(actual.place, target.place, score.place),
            table=block.title,
            row=line.name,
            sign=target.sign,
            target=asked,
            printed=printed,
            score=words.printed(score.figure),
            most=words.printed(score.figure),
        )


def _value(text: Text, signs: Text | None = None) -> _Value | None:
    """What a cell says, with the sign that stands in it or in a cell of signs."""
    match = _VALUE.fullmatch(fold(text.value))
    figure = parse_cell(match["number"]) if match else None
    if match is None or figure is None:
        return None
    sign = match["sign"] or ("".join(signs.value.split()) if signs else "")
    known = sign if sign in _AT_LEAST | _AT_MOST else ""
    return _Value(known, figure, "".join(match["rest"].split()), text.at())
