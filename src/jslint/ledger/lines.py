"""The rows of a table as lines: code, name, cells and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.document import EMPTY
from jslint.figures.figure import UNITS, Dimension, parse_cell
from jslint.ledger import kinds
from jslint.ledger.heads import CODE, SUMMARY
from jslint.ledger.model import Line
from jslint.patterns import regex
from jslint.readers.numbering import mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from jslint.document import Text
    from jslint.figures.figure import Figure, Unit
    from jslint.ledger.model import Words

#: What a row counts, behind its name.
_COUNTS = regex(r"\((?:单位[:：])?([^()]{1,4})\)$")
#: What a row without a number opens with that is a part of the one before.
_AMONG = "其中"
#: A code and a name in one cell: 类, 款 and 项 have three, five and seven digits.
_CODED = regex(r"(\d{3}(?:\d\d){0,2})(?![\d.,%年])(\S+)")


class Half:
    """The columns of one half of a table, by what they hold."""

    __slots__ = ("codes", "named", "others", "values")

    def __init__(self, found: Sequence[str], half: Sequence[int]) -> None:
        self.values = [at for at in half if found[at] == kinds.VALUE]
        self.codes = [at for at in half if found[at] == kinds.CODES]
        self.named = [at for at in half if found[at] in (kinds.LABEL, kinds.CODES)]
        self.others = [at for at in half if found[at] == kinds.OTHER]


def lines(
    rows: Sequence[Sequence[Text]],
    words: Words,
    half: Half,
    unit: Unit,
    hidden: AbstractSet[int],
) -> Iterator[Line]:
    """The lines of a half; ``hidden`` are columns in which the first row has no value of its own."""
    counting = _Counting()
    for index, (row, said) in enumerate(zip(rows, words, strict=True)):
        values = [at for at in half.values if index or at not in hidden]
        code, name, label = _name(row, said, half)
        if code or label or any(said[at] for at in values):
            counting = counting.at(name)
            cells = {at: row[at] for at in values}
            figures = dict(_figures(cells, said, counting.unit or unit))
            cells = {at: cell for at, cell in cells.items() if at in figures or not said[at]}
            yield Line(index, code, name, label, cells, figures)


class _Counting(Struct, frozen=True):
    """The unit of a row that counts things among rows of amounts, and the level of its number."""

    unit: Unit | None = None
    level: int = 0

    def at(self, name: str) -> _Counting:
        """What counts at a row: what its name says, else what holds for the row that it is part of.

        （一）车辆数合计（辆） is followed by 1.机要通信用车（辆） and 2.其他用车.
        """
        match, number = _COUNTS.search(name), mark(name)
        level = number.level if number else 0
        unit = UNITS.get(match[1]) if match else None
        below = level > self.level > 0 or name.startswith(_AMONG)
        within = bool(self.unit) and below
        if unit and unit.dimension is Dimension.COUNT:
            return self if within and unit is self.unit else _Counting(unit, level)
        return self if within else _Counting()


def _figures(
    cells: dict[int, Text], said: Sequence[str], unit: Unit
) -> Iterator[tuple[int, Figure]]:
    for at, cell in cells.items():
        if said[at] and (figure := parse_cell(cell.value, unit)) is not None:
            yield at, figure


def _name(row: Sequence[Text], said: Sequence[str], half: Half) -> tuple[str, str, Text]:
    """The code of a row, its name, and the cell that holds the name."""
    code = _code([(id(row[at]), said[at]) for at in half.codes]) if half.codes else ""
    at = next((at for at in reversed(half.named) if said[at] and not CODE.fullmatch(said[at])), -1)
    if at < 0:  # 合计 may stand in the column of the rows' numbers
        at = next((at for at in half.others if SUMMARY.fullmatch(said[at])), -1)
    label, name = (row[at], said[at]) if at >= 0 else (EMPTY, "")
    both = None if code else _CODED.fullmatch(name)
    return (both[1], both[2], label) if both else (code, name, label)


def _code(found: Sequence[tuple[int, str]]) -> str:
    """The code of a row, joined from its columns 类, 款 and 项; a merged cell counts once."""
    cells = dict.fromkeys(found)
    texts = [text for _, text in cells if CODE.fullmatch(text)]
    if len(set(texts)) == 1 and len(texts[0]) >= 3:  # noqa: PLR2004 - 类 has three digits
        return texts[0]
    return "".join(texts)
