"""The code of the program's own regular expressions, kept from one run to the next.

To compile them takes a fifth of a short run, to load their code a hundredth.
"""

from __future__ import annotations

import marshal
import os
import sys

from jslint import codes, keeping

#: Another number for each change of what is kept, and how.
_LAYOUT = 4


def recall() -> None:
    """Take over what was compiled in earlier runs, if it is kept."""
    if keeping.is_off():
        return
    body = keeping.load(_place(), _made())
    if body is None:
        return
    try:
        codes.learn(marshal.loads(body))
    except (ValueError, EOFError, TypeError):
        return


def remember() -> None:
    """Keep what was compiled in this run for the next, if anything was and it can be."""
    learned = codes.learned()
    if learned is not None and not keeping.is_off():
        keeping.save(_place(), _made(), marshal.dumps(learned))


def _place() -> str:
    return os.path.join(keeping.folder(), f"expressions.{sys.implementation.cache_tag}.codes")


def _made() -> str:
    return f"{_LAYOUT} {codes.VERSION}".replace("\n", " ")
