"""What the shell says itself, in both languages, and which of them to use."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from jslint.errors import of_system
from jslint.phrases import LANGUAGES, Family, worded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

say = Family("shell")


def language(arguments: Sequence[str] = ()) -> str:
    """The language that the arguments ask for, else that of the locale: ``zh`` unless it says en.

    The arguments are searched by hand because their errors need a language before click has read
    them.
    """
    for index, option in enumerate(arguments):
        value = "".join(arguments[index + 1 : index + 2])
        asked = value if option == "--lang" else option.removeprefix("--lang=")
        if option.startswith("--lang") and asked in LANGUAGES:
            return asked
    return locale(os.environ)


def locale(environment: Mapping[str, str]) -> str:
    """The language of the first of LC_ALL, LC_MESSAGES and LANG that is set."""
    named = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    first = next((value for value in named if value), "")
    return "en" if first.lower().startswith("en") else "zh"


def system(error: OSError | ValueError, lang: str) -> str:
    """What the system says of a file that it would not open or write, in the language."""
    return worded(lang, of_system(error))
