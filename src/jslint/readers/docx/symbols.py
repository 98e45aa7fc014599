"""Characters of symbol fonts, which have no code of their own, as what they look like."""

from __future__ import annotations

_PRIVATE = 0xF000
_TICKS = {
    "wingdings": {
        0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x74: "◆", 0x75: "◆", 0x76: "❖",
        0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xE0: "→", 0xE8: "→", 0xFB: "✗",
        0xFC: "✓", 0xFD: "☒", 0xFE: "☑", **{0x81 + at: chr(0x2460 + at) for at in range(10)},
    },
    "wingdings 2": {
        0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x2A: "□", 0x30: "□",
        0xA3: "□", **{0x6A + at: chr(0x2460 + at) for at in range(10)},
    },
    "symbol": {
        0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠",
        0xBB: "≈", 0xBC: "…", 0xAE: "→", 0x2D: "−", 0x61: "α", 0x62: "β", 0x6D: "μ", 0xE5: "∑",
    },
}  # fmt: skip


def symbol(font: str, code: str) -> str:
    """The character of a font that has a hexadecimal code; empty where the code is none."""
    try:
        at = int(code, 16)
    except ValueError:
        return ""
    low = at - _PRIVATE if _PRIVATE <= at < _PRIVATE + 0x100 else at
    known = _TICKS.get(font.strip().lower(), {})
    if low in known:
        return known[low]
    if 0x20 <= low < 0x7F:  # noqa: PLR2004 - printable ASCII, which symbol fonts mostly keep
        return chr(low)
    return chr(at) if 0x20 <= at < 0xD800 else ""  # noqa: PLR2004 - no control, no surrogate
