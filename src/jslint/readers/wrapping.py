"""Where a line of prose may be broken: what a typesetter keeps together at its end.

A small part of Unicode's line breaking algorithm (UAX #14), by its classes: nothing is parted from
an opening bracket (OP) or a currency sign (PR) before it, nor from what may not begin a line after
it (CL, CP, EX, IS, NS, IN, PO); numbers with their separators and percent signs (NU, IS, PO) and
Latin words (AL, HY) stay whole; between other Chinese characters (ID) a line may be broken.

Where typesetters differ, what any of them keeps together counts: quotation marks (QU) are parted
from neither side, a number or Latin word neither from the stop or bracket before it nor from the
bracket after it (all as LibreOffice does), an amount not from its unit.
"""

from __future__ import annotations

import re

from jslint.patterns import regex

#: OP, PR and opening QU: not the last on a line.
OPENING = "（(「『《〈【〔〖［[｛{“‘￥¥$＄"
#: CL, CP, EX, IS, NS, IN, PO and closing QU: not the first on a line.
CLOSING = "）)」』》〉】〕〗］]｝}”’。，、；：！？．.,;:!?％%‰℃°…—～·・々"
#: What may hang beyond the margin at the end of a line.
HANGING = "。，、；：．,."
_OPEN, _CLOSE = re.escape(OPENING), re.escape(CLOSING)
_UNIT = (
    rf"[{_OPEN}]*"
    r"(?:[0-9A-Za-z+\-][0-9A-Za-z.,:/%‰+\-]*(?:[百千万亿]{0,2}元)?|.)?"
    rf"[{_CLOSE}]*"
)
_GLUED = rf"(?=[“‘])|(?<=[”’])|(?<=[{_CLOSE}])(?=[0-9A-Za-z+\-])|(?<=[0-9A-Za-z])(?=[{_OPEN}])"
_PIECE = regex(rf"{_UNIT}(?:(?:{_GLUED}){_UNIT}){{0,8}}", re.DOTALL)


def unbreakable(value: str) -> int:
    """How many characters at the head of a line no typesetter parts from one another."""
    match = _PIECE.match(value)
    return match.end() if match else 0
