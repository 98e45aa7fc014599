"""The lines of a contents page that Word made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.patterns import regex
from jslint.readers import texts

if TYPE_CHECKING:
    from jslint.document import Text

_PAGE = regex(r"(?:\s{0,9}\t\s{0,9}|[\s.…·•]{2,200})[-—]?\s?\d{0,4}\s?[-—]?$")
_TABS = regex(r"\t")
_TITLE = regex(r"[【\[]?\s?目\s{0,9}[录錄次]\s?[】\]]?")


def is_title(line: str) -> bool:
    """Whether a line is the title of a contents page."""
    return _TITLE.fullmatch(line.strip()) is not None


def entry(text: Text) -> Text:
    """An entry without its page number and tabs."""
    match = _PAGE.search(text.value)
    bare = texts.strip(texts.cut(text, 0, match.start() if match else None))
    return texts.without(bare, (tab.span() for tab in _TABS.finditer(bare.value)))
