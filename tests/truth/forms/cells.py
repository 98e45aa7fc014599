"""What all tables share: cells, lines above, and what stands in the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from truth.book import Shown
from truth.money import amount_text
from truth.world import accounts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from truth.voice import Voice
    from truth.world import World

Row = list[str]
_EMPTY = ("", "", "-", "—", "——", "–", "0.00", "0.00", "/", "无", "--")
CLASSES = tuple(
    (code, accounts()[code])
    for code in (
        "201 202 203 204 205 206 207 208 210 211 212 213 214 215 216 217 219 220 221 222 "
        "223 224 229 231 232 234"
    ).split()
)
HAN = (
    "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 二十一 二十二 二十三 二十四 "
    "二十五 二十六"
).split()


class Grid:
    """Cells of one table; empty ones are printed in one manner."""

    def __init__(self, voice: Voice, empty: str) -> None:
        self.voice, self.empty = voice, empty

    def cell(self, fen: int) -> str:
        """An amount, or an empty cell."""
        return self.voice.bare(fen) if fen else self.empty

    def sums(self, total: str, parts: Iterable[str]) -> None:
        """Note that a cell is the sum of others, empty ones counting nothing."""
        shown = [part for part in parts if isinstance(part, Shown)]
        if isinstance(total, Shown) and shown:
            self.voice.book.sums(total, shown, "cells")

    def equal(self, one: str, other: str) -> None:
        if isinstance(one, Shown) and isinstance(other, Shown):
            self.voice.book.same(one, other, "cells-same")


def grid_of(voice: Voice) -> Grid:
    empty = voice.choose("empty", {one or "blank": one for one in _EMPTY})
    if empty not in {"", "0.00"}:
        voice.trace.append("dashes")
    return Grid(voice, amount_text(0, voice.style) if empty == "0.00" else empty)


def above(voice: Voice, title: str, number: int) -> list[str]:
    """Title and unit above a table; the first line is the title."""
    unit = voice.style.unit
    return voice.choose(
        "top",
        {
            "plain": [title, f"单位：{unit}"],
            "amount": [title, f"金额单位：{unit}"],
            "form": [title, f"公开{number:02d}表", f"部门：{voice.world.unit}\t\t金额单位：{unit}"],
            "body": [title, f"编制单位：{voice.world.unit}", f"单位：{unit}"],
            "numbered": [
                f"表{number} {title}" if voice.flip("gap") else f"表{number}：{title}",
                f"单位：{unit}",
            ],
        },
    )


def joined(rows: Iterable[Row]) -> list[str]:
    return ["\t".join(row) for row in rows]


Amounts = dict[str, list[int]]


def by_level(leaves: Amounts) -> Amounts:
    """Amounts of classes and groups too, in the order of their codes."""
    sums: Amounts = {}
    for code, amounts in sorted(leaves.items()):
        for key in (code[:3], code[:5], code):
            known = sums.setdefault(key, [0] * len(amounts))
            sums[key] = [a + b for a, b in zip(known, amounts, strict=True)]
    return dict(sorted(sums.items()))


def spending(world: World) -> tuple[Amounts, Amounts]:
    """Basic and project spending by account: all of it, and that from the general budget."""
    general = {item.code: [item.basic, item.line.now - item.basic] for item in world.items}
    every = {code: list(pair) for code, pair in general.items()}
    for item in world.fund_items:
        every[item.code] = [0, item.line.now]
    most = max(world.items, key=lambda item: item.line.now).code
    every[most] = [a + b for a, b in zip(every[most], world.outside, strict=True)]
    return every, general


OTHERS = ("上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入")


def income_by_account(world: World) -> Amounts:
    """Income by account: from finance, and the five other kinds."""
    most = max(world.items, key=lambda item: item.line.now)
    rows = {item.code: [item.line.now] + [0] * 5 for item in (*world.items, *world.fund_items)}
    kinds = dict(world.incomes)
    others = [kinds[name].now if name in kinds else 0 for name in OTHERS]
    moved = world.general.closing - world.general.opening
    rows[most.code] = [most.line.now + moved, *others]
    if world.fund_items:
        first = world.fund_items[0]
        rows[first.code][0] += world.fund.closing - world.fund.opening
    return rows
