"""Characters that a terminal, an editor or a viewer would obey instead of showing them.

Control characters drive a terminal; bidirectional ones make a line read in another order than it
is written; line separators end a line where its writer did not. Whatever is printed or written
goes through one of the functions here, so that nothing of a report, a file's name or a pack does.
"""

from __future__ import annotations

import re

from jslint.patterns import regex

_CODES = (
    *range(0x20),
    *range(0x7F, 0xA0),
    0x061C,
    0x200E,
    0x200F,
    *range(0x2028, 0x202F),
    *range(0x2066, 0x2070),
    0xFEFF,
    *range(0xFFF9, 0xFFFC),
)
#: The same as the inside of a character class.
CLASS = "".join(f"\\u{code:04x}" for code in _CODES)
_SHOWN = {**dict.fromkeys(_CODES, "�"), ord("\t"): " ", ord("\n"): " ", ord("\r"): " "}
#: What ``paint`` of the terminal writes, and no more of what a terminal obeys.
_COLOURS = regex(r"(\x1b\[(?:3[136];1|[012])m)")


def clean(text: str) -> str:
    """A text of one line with nothing harmful in it; as many characters as before.

    One character stands for one, so that columns keep their meaning.
    """
    return text if text.isprintable() else text.translate(_SHOWN)


def sealed(text: str, *, painted: bool = False) -> str:
    """A whole output with nothing harmful in it but its line feeds and, ``painted``, its colours."""
    if not painted:
        return "\n".join(map(clean, text.split("\n")))
    parts = _COLOURS.split(text)
    parts[::2] = map(sealed, parts[::2])
    return "".join(parts)


def escaped(json: str) -> str:
    r"""A JSON text in which harmful characters, which stand in strings only, are ``\u202e``."""
    return _pattern().sub(lambda match: f"\\u{ord(match[0]):04x}", json)


def _pattern() -> re.Pattern[str]:
    # Compiled on use, and kept by re: few runs write JSON.
    return re.compile(f"[{CLASS}]".replace(r"\u000a", ""))
