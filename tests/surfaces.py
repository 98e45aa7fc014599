"""Other ways to print one and the same statement: what is right in one of them is right in all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_AMOUNT = r"\d[\d,]*(?:\.\d+)?"
_RATE = re.compile(r"((?:增长|下降|减少|增加)\d[\d.]*%)(?=[；。])")
_COMPARED = re.compile(r"[比较]上年(?=增加|减少|增长|下降)")
_KEPT = "，。；：、）%"


def wrapped(text: str, width: int = 21) -> str:
    """Broken after so many characters, never amid a number or before a mark that may begin no line."""
    return "\n".join(
        line if line.startswith("一、") else _broken(line, width) for line in text.split("\n")
    )


def _broken(line: str, width: int) -> str:
    rows, at = [], 0
    while at < len(line):
        end = min(len(line), at + width)
        while end < len(line) and (line[end] in _KEPT or _amid_number(line, end)):
            end += 1
        rows.append(line[at:end])
        at = end
    return "\n".join(rows)


def _amid_number(line: str, at: int) -> bool:
    return all(one.isdigit() or one in ",." for one in line[at - 1 : at + 1])


#: By what each is called.
SURFACES: dict[str, Callable[[str], str]] = {
    "broken lines": wrapped,
    "spaces around figures": lambda text: re.sub(rf"({_AMOUNT})(万元|亿元|%)", r" \1 \2 ", text),
    "full-width figures": lambda text: text.translate(
        str.maketrans("0123456789.%", "０１２３４５６７８９．％")
    ),
    "half-width marks": lambda text: text.translate(str.maketrans("，；：（）", ",;:()")),
    "no separators": lambda text: re.sub(r"(?<=\d),(?=\d{3})", "", text),
    "no full stop": lambda text: text.rstrip("。"),
    "compared with 相比": lambda text: _COMPARED.sub("与上年相比，", text),
    "compared with 同比": lambda text: _COMPARED.sub("同比", text),
    "reasons put in": lambda text: _RATE.sub(r"\1，主要原因是业务量变化", text),
    "reasons listed": lambda text: _RATE.sub(
        r"\1，原因：一是人员增加2人；二是会议次数减少3次", text
    ),
    "为 before amounts": lambda text: re.sub(rf"(?<=[入出费款])(?={_AMOUNT}万元)", "为", text),
    "共计 before amounts": lambda text: re.sub(rf"(?<=[入出费款])(?={_AMOUNT}万元)", "共计", text),
    "a reason behind all": lambda text: (
        text + "主要原因是严格控制支出，压减项目经费20.00万元，人员增加3人。"
    ),
}
