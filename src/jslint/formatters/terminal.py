"""What a terminal makes of text: its cells and its colours."""

from __future__ import annotations

from functools import cache

_COLOURS = {"error": "31;1", "warning": "33;1", "info": "36;1", "bold": "1", "dim": "2"}


def cells(text: str) -> int:
    """How many cells a terminal takes for the text: two for a wide character."""
    return len(text) if text.isascii() else sum(map(_width, text))


@cache
def _width(character: str) -> int:
    code = ord(character)
    if code < 0x300:  # noqa: PLR2004 - where combining marks begin
        return 1
    if 0x4E00 <= code <= 0x9FFF or 0x3000 <= code <= 0x3029 or 0xFF01 <= code <= 0xFF60:  # noqa: PLR2004
        return 2
    # Its tables take 10 ms to load, and reports seldom hold other characters than the above.
    from wcwidth import wcwidth  # noqa: PLC0415

    return max(0, wcwidth(character))


def cut(text: str, room: int) -> str:
    """The text where it fits into ``room`` cells; else its beginning with an ellipsis."""
    if cells(text) <= room:
        return text
    return text[: fitting(text, room - 1)] + "…"


def fitting(text: str, room: int) -> int:
    """How many characters of the text, from its beginning, fit into ``room`` cells."""
    for count, character in enumerate(text):
        room -= _width(character)
        if room < 0:
            return count
    return len(text)


def paint(text: str, style: str, *, color: bool) -> str:
    """The text in the colour of a severity, ``bold`` or ``dim``; as it is without ``color``."""
    return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m" if color and text else text
