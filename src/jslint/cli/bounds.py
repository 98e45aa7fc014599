"""The limits that the command line raises or lowers: ``--limit lines=300000``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint import limits
from jslint.cli.splitting import parts
from jslint.cli.words import say
from jslint.errors import UsageError
from jslint.phrases import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jslint.limits import Limits


def chosen(given: Iterable[str], lang: str) -> Limits:
    """The limits with those that options name; raise ``UsageError``."""
    values: dict[str, int] = {}
    for part in parts(given):
        name, equals, value = (word.strip() for word in part.partition("="))
        if name not in limits.NAMES:
            raise UsageError(say(lang, "no-limit", name=name, names=_near(name, lang)))
        if not equals or not _is_whole(value):
            highest = limits.HIGHEST
            raise UsageError(say(lang, "bad-limit", name=name, highest=highest))
        values[limits.field(name)] = int(value)
    return replace(limits.DEFAULT, **values) if values else limits.DEFAULT


def _is_whole(value: str) -> bool:
    digits = value.isascii() and value.isdigit() and len(value) <= len(str(limits.HIGHEST))
    return digits and 0 < int(value) <= limits.HIGHEST


def _near(name: str, lang: str) -> str:
    """The names that are like the unknown one, else all of them."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for the error

    return listed(lang, get_close_matches(name, limits.NAMES) or limits.NAMES)
