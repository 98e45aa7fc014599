"""Pieces of HTML; whatever comes from a report goes through ``text`` or is an attribute's value."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from jslint.harmful import clean

if TYPE_CHECKING:
    from collections.abc import Iterable


def text(words: str) -> str:
    """Text that a browser shows as it stands, in an element or in a quoted attribute."""
    return escape(clean(words))


def tag(name: str, /, *inside: str, **attributes: str | int | bool | None) -> str:
    """An element around pieces of HTML; attributes are escaped, those that are None left out.

    ``kind`` is ``class``, ``to`` is ``for``; ``data_at`` is ``data-at``. True is an attribute alone.
    """
    return f"{start(name, **attributes)}{''.join(inside)}</{name}>"


def start(name: str, /, **attributes: str | int | bool | None) -> str:
    """Where such an element starts, which is written piece by piece."""
    return f"<{name}{''.join(_attributes(attributes))}>"


_NAMES = {"kind": "class", "to": "for"}


def _attributes(given: dict[str, str | int | bool | None]) -> Iterable[str]:
    for key, value in given.items():
        if value is None or value is False:
            continue
        name = _NAMES.get(key, key.replace("_", "-"))
        yield f" {name}" if value is True else f' {name}="{text(str(value))}"'


def items(rows: Iterable[str], **attributes: str | None) -> str:
    """A list of pieces of HTML; nothing where there is none."""
    listed = [tag("li", row) for row in rows]
    return tag("ul", "\n".join(listed), **attributes) if listed else ""
