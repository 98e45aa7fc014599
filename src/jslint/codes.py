"""What is known of regular expressions, to take over from one run to the next.

Python compiles a regular expression anew in each process, and the grammar's take a fifth of a short
run; what packs' expressions need takes as long to find. What Python compiles them to is a list of numbers, which it checks when it is handed one, so a damaged
list is refused and not run. The way there is not public: where a version of Python has another one,
or anything is in doubt, the expression is compiled as usual.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any, AnyStr

if TYPE_CHECKING:
    from jslint.literals import Words

    Reading = tuple[Words, int]
    Expression = tuple[str | bytes, int]
    #: What an expression is made of again: flags, code, number of groups, and their names both ways.
    Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
    #: The code of expressions, and what was read off others.
    Known = tuple[dict[Expression, Code], dict[str, Reading]]

_compiler: Any = getattr(re, "_compiler", None)
_parser: Any = getattr(re, "_parser", None)
_sre: Any = sys.modules.get("_sre")

#: What can tell one way of compiling from another.
VERSION = f"{sys.version} {getattr(_sre, 'MAGIC', '')} {getattr(_sre, 'CODESIZE', '')}"
#: What any of the private parts may raise where it is not as it was, or is handed damaged code.
_DOUBTS = (AttributeError, TypeError, ValueError, RuntimeError, OverflowError, LookupError)

#: The bytes of a number of the code; where Python's have another size, they are refused.
_SIZE = 4

#: The shipped packs' expressions are a tenth of this; any number may come from others.
_MOST = 8192

_known: dict[Expression, Code] = {}
_read: dict[str, Reading] = {}
_fresh: set[object] = set()


def learn(known: Known) -> None:
    """Take over what was found in an earlier run."""
    compiled, read = known
    _known.update(compiled)
    _read.update(read)


def learned() -> Known | None:
    """All that is known now; None where nothing was found in this run."""
    return (_known, _read) if _fresh else None


def read(text: str) -> Reading:
    """The words of which one stands wherever an expression of a pack matches, and how tame it is."""
    if text in _read:
        return _read[text]
    from jslint import literals  # noqa: PLC0415 - what it finds is kept for the next run

    found = literals.read(text)
    if len(_read) < _MOST:
        _read[text] = found
        _fresh.add(text)
    return found


def compiled(text: AnyStr, flags: int) -> re.Pattern[AnyStr]:
    """The compiled expression, from code that is known where there is some."""
    key = text, int(flags)
    try:
        if key not in _known:
            _known[key] = _code(text, flags)
            _fresh.add(key)
        whole, code, *groups = _known[key]
        numbers = memoryview(code).cast("I").tolist()
        made: re.Pattern[AnyStr] = _sre.compile(text, whole, numbers, *groups)
    except _DOUBTS:
        _known.pop(key, None)
        return re.compile(text, flags)
    return made


def _code(text: str | bytes, flags: int) -> Code:
    """An expression's code, as Python's own ``re`` makes it before it hands it over.

    The numbers are kept as bytes: most of what is taken over is not asked for in one run.
    """
    parsed = _parser.parse(text, flags)
    names, groups = dict(parsed.state.groupdict), parsed.state.groups
    places = {place: name for name, place in names.items()}
    named = tuple(places.get(group) for group in range(groups))
    whole = int(flags | parsed.state.flags)
    numbers = map(int, _compiler._code(parsed, flags))  # noqa: SLF001
    code = b"".join(one.to_bytes(_SIZE, sys.byteorder) for one in numbers)
    return whole, code, groups - 1, names, named
