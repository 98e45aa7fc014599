"""Characters that some fonts give for others of the same shape: radicals, doubled code points."""

from __future__ import annotations

from unicodedata import normalize

# Simplified radicals that Unicode does not decompose, as exported by browsers and office suites.
_SHAPES = dict(
    zip(
        "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
        "母民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
        strict=True,
    )
)
_FIRST_RADICAL, _LAST_RADICAL = "\u2e80", "\u2fdf"
_FIRST_DOUBLE, _LAST_DOUBLE = "\uf900", "\ufaff"


def fold(char: str) -> str:
    """The usual character for a radical or a compatibility ideograph; others as they are."""
    if _FIRST_RADICAL <= char <= _LAST_RADICAL:
        return _SHAPES.get(char) or normalize("NFKC", char)
    if _FIRST_DOUBLE <= char <= _LAST_DOUBLE:
        return normalize("NFKC", char)
    return char
