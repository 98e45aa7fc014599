"""The rows of a table as lines: code, name, cells and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.document import EMPTY
from jslint.figures.figure import Dimension, parse_cell
from jslint.ledger import kinds
from jslint.ledger.heads import SUMMARY
from jslint.ledger.model import Line
from jslint.patterns import regex
from jslint.readers.numbering import mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from jslint.document import Text
    from jslint.figures.figure import Figure, Unit
    from jslint.ledger.model import Words

#: What a row without a number opens with that is a part of the one before.
_AMONG = "其中"
#: 款 and 项 have two digits each, and 类 stands in a column before theirs.
_LEVELS = 2
#: A code, or one with a digit too many.
_CODE = regex(r"\d{2,8}")
#: A code and a name in one cell: 类, 款 and 项 have three, five and seven digits.
_CODED = regex(r"(\d{3}(?:\d\d){0,2})(?![\d.,%年])(\S+)")


class Half:
    """The columns of one half of a table, by what they hold, and those that have their own unit."""

    __slots__ = ("codes", "named", "others", "units", "values")

    def __init__(self, found: Sequence[str], half: Sequence[int], header: Words = ()) -> None:
        own = ((at, kinds.column_unit(header, at)) for at in half)
        self.units = {at: unit for at, unit in own if unit}
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
    counting, above = _Counting(), dict[int, str]()
    for index, (row, said) in enumerate(zip(rows, words, strict=True)):
        values = [at for at in half.values if index or at not in hidden]
        above = _codes(said, above, half.codes)
        code, name, label = _name(row, [above.get(at, word) for at, word in enumerate(said)], half)
        if code or label or any(said[at] for at in values):
            counting = counting.at(name)
            cells = {at: row[at] for at in values}
            row_unit = kinds.own_unit(name) or counting.unit
            units = {at: row_unit or half.units.get(at, unit) for at in values}
            figures = dict(_figures(cells, said, units))
            cells = {at: cell for at, cell in cells.items() if at in figures or not said[at]}
            yield Line(index, code, name, label, cells, figures, _coded(row, said, half, label))


class _Counting(Struct, frozen=True):
    """The unit of a row that counts things among rows of amounts, and the level of its number."""

    unit: Unit | None = None
    level: int = 0

    def at(self, name: str) -> _Counting:
        """What counts at a row: what its name says, else what holds for the row that it is part of.

        （一）车辆数合计（辆） is followed by 1.机要通信用车（辆） and 2.其他用车.
        """
        unit, number = kinds.own_unit(name), mark(name)
        level = number.level if number else 0
        below = level > self.level > 0 or name.startswith(_AMONG)
        within = bool(self.unit) and below
        if unit and unit.dimension is Dimension.COUNT:
            return self if within and unit is self.unit else _Counting(unit, level)
        return self if within else _Counting()


def _codes(said: Sequence[str], above: dict[int, str], codes: Sequence[int]) -> dict[int, str]:
    """A row's codes by column, with those of the levels above that only a row above prints.

    Where 类, 款 and 项 have columns, each row may fill the one of its own level. ``above`` are the
    codes of the row before.
    """
    printed = {at: said[at] for at in codes if _CODE.fullmatch(said[at])}
    if len(codes) < _LEVELS or not printed:
        return {}
    first = min(printed)
    missing = [at for at in codes if at < first and not said[at]]
    if len(said[first]) != _LEVELS or not all(at in above for at in missing):
        return printed
    return {at: above[at] for at in missing} | printed


def _figures(
    cells: dict[int, Text], said: Sequence[str], units: dict[int, Unit]
) -> Iterator[tuple[int, Figure]]:
    for at, cell in cells.items():
        if said[at] and (figure := parse_cell(cell.value, units[at])) is not None:
            yield at, figure


def _name(row: Sequence[Text], said: Sequence[str], half: Half) -> tuple[str, str, Text]:
    """The code of a row, its name, and the cell that holds the name."""
    code = _code([(id(row[at]), said[at]) for at in half.codes]) if half.codes else ""
    at = next((at for at in reversed(half.named) if said[at] and not _CODE.fullmatch(said[at])), -1)
    if at < 0:  # 合计 may stand in the column of the rows' numbers
        at = next((at for at in half.others if SUMMARY.fullmatch(said[at])), -1)
    label, name = (row[at], said[at]) if at >= 0 else (EMPTY, "")
    both = None if code else _CODED.fullmatch(name)
    return (both[1], both[2], label) if both else (code, name, label)


def _coded(row: Sequence[Text], said: Sequence[str], half: Half, label: Text) -> tuple[Text, ...]:
    """The cells in which a row prints its code: 类, 款 and 项, a merged one once, or its name's."""
    cells = {id(row[at]): row[at] for at in half.codes if _CODE.fullmatch(said[at])}
    return tuple(cells.values()) or (label,)


def _code(found: Sequence[tuple[int, str]]) -> str:
    """The code of a row, joined from its columns 类, 款 and 项; a merged cell counts once."""
    cells = dict.fromkeys(found)
    texts = [text for _, text in cells if _CODE.fullmatch(text)]
    if len(set(texts)) == 1 and len(texts[0]) >= 3:  # noqa: PLR2004 - 类 has three digits
        return texts[0]
    return "".join(texts)
