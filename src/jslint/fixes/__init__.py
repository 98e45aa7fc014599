"""Edits to files: one module a kind of file, found by the file's extension."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from jslint.fixes.errors import UneditableError
from jslint.readers import suffix_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jslint.edits import Edit

EDITORS: dict[str, str] = {
    ".txt": "jslint.fixes.text",
    ".text": "jslint.fixes.text",
    ".md": "jslint.fixes.text",
    ".markdown": "jslint.fixes.text",
    ".yaml": "jslint.fixes.text",
    ".yml": "jslint.fixes.text",
    ".json": "jslint.fixes.text",
    ".docx": "jslint.fixes.word",
    ".docm": "jslint.fixes.word",
    ".xlsx": "jslint.fixes.excel",
    ".xlsm": "jslint.fixes.excel",
}


def can_edit(name: str) -> bool:
    """Whether files of this name's kind are edited."""
    return suffix_of(name) in EDITORS


def edited(name: str, data: bytes, edits: Sequence[Edit]) -> bytes:
    """The bytes of a file after some edits, which do not overlap; all else stays byte for byte.

    Raise ``UneditableError`` where one of them has no certain place.
    """
    module = EDITORS.get(suffix_of(name))
    if module is None:
        raise UneditableError
    change = cast("Callable[[bytes, Sequence[Edit]], bytes]", import_module(module).edited)
    return change(data, edits)


def lines(name: str, data: bytes) -> list[str]:
    """What a file of this name prints, line by line or cell by cell, to compare before and after."""
    show = cast("Callable[[bytes], list[str]]", import_module(EDITORS[suffix_of(name)]).lines)
    return show(data)
