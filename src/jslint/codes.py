"""Compiled code of the program's own regular expressions, to take over from one run to the next.

Python compiles a regular expression anew in each process, and the grammar's take a fifth of a short
run. What it compiles them to is a list of numbers, which it checks when it is handed one, so a damaged
list is refused and not run. The way there is not public: where a version of Python has another one,
or anything is in doubt, the expression is compiled as usual.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any, AnyStr

if TYPE_CHECKING:
    from collections.abc import Mapping

    #: What an expression is made of again: flags, code, number of groups, and their names both ways.
    Code = tuple[int, list[int], int, dict[str, int], tuple[str | None, ...]]
    Codes = Mapping[tuple[str | bytes, int], Code]

_compiler: Any = getattr(re, "_compiler", None)
_parser: Any = getattr(re, "_parser", None)
_sre: Any = sys.modules.get("_sre")

#: What can tell one way of compiling from another.
VERSION = f"{sys.version} {getattr(_sre, 'MAGIC', '')} {getattr(_sre, 'CODESIZE', '')}"
#: What any of the private parts may raise where it is not as it was, or is handed damaged code.
_DOUBTS = (AttributeError, TypeError, ValueError, RuntimeError, OverflowError, LookupError)

_known: dict[tuple[str | bytes, int], Code] = {}
_fresh: dict[tuple[str | bytes, int], Code] = {}


def learn(known: Codes) -> None:
    """Take over what was compiled in an earlier run."""
    _known.update(known)


def learned() -> Codes:
    """All that is known now, where something was compiled in this run; else nothing."""
    return {**_known, **_fresh} if _fresh else {}


def compiled(text: AnyStr, flags: int) -> re.Pattern[AnyStr]:
    """The compiled expression, from code that is known where there is some."""
    key = text, flags
    try:
        if key not in _known:
            _fresh[key] = _code(text, flags)
        made: re.Pattern[AnyStr] = _sre.compile(text, *(_known.get(key) or _fresh[key]))
    except _DOUBTS:
        _fresh.pop(key, None)
        return re.compile(text, flags)
    return made


def _code(text: str | bytes, flags: int) -> Code:
    """An expression's code, as Python's own ``re`` makes it before it hands it over."""
    parsed = _parser.parse(text, flags)
    names, groups = dict(parsed.state.groupdict), parsed.state.groups
    places = {place: name for name, place in names.items()}
    named = tuple(places.get(group) for group in range(groups))
    whole = int(flags | parsed.state.flags)
    return whole, list(map(int, _compiler._code(parsed, flags))), groups - 1, names, named  # noqa: SLF001
