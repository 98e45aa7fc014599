"""What must stand in a text for an expression to find anything there, read off the expression.

Most expressions of a pack find nothing in most reports, and to look for a few words is a hundred
times as fast as to compile an expression and let it look. The expression is read as Python reads it.
Where Python cannot, or might read it as something else than RE2 does, nothing is known. The method is
that of RE2's own filters: the strings that a part can be, as long as they are few, joined with those
of the next.
"""

from __future__ import annotations

import re
from math import comb
from typing import Any, NamedTuple

_parser: Any = getattr(re, "_parser", None)

#: No more words than this are looked for in the expression's stead.
_MOST = 32
#: So many steps Python may take for a text in the worst case, some milliseconds.
_MOST_STEPS = 1 << 18
#: A repetition of more than this is as good as unbounded in a text of a paragraph's length.
_LARGEST = 64
_LONGEST = 4096
#: What RE2 reads as a class of characters, and Python as some characters.
_UNLIKE = re.compile(r"\[:\^?[a-z]+:\]")
#: The characters of the classes that are small, as RE2 has them.
_CLASSES = {"CATEGORY_DIGIT": "0123456789", "CATEGORY_SPACE": "\t\n\f\r "}

#: Words of which one must be there; None where nothing is known.
Words = tuple[str, ...] | None
_Strings = tuple[str, ...]

_NOTHING: _Strings = ("",)


class _Part(NamedTuple):
    """What is known of a part: all strings that it can be, where they are few, and its words."""

    exact: _Strings | None
    words: Words = None


_UNKNOWN = _Part(None)


def read(text: str) -> tuple[Words, int]:
    """The words of which at least one stands wherever the expression matches, and how tame it is.

    That is how many characters a text may have for Python to find the same as RE2 in it, and soon: 0
    where nothing is known. What is repeated must have no choice in it, and each repetition multiplies
    the steps. It matches no empty text, where the two go on differently.
    """
    if _UNLIKE.search(text):
        return None, 0
    try:
        parsed = _parser.parse(text)
        if parsed.state.flags & ~re.UNICODE:
            return None, 0
        wild = _wildness(parsed) if parsed.getwidth()[0] > 0 else None
        return _reduced(_of_all(parsed).words), _longest(*wild) if wild else 0
    except (AttributeError, ValueError, TypeError, OverflowError, RecursionError, re.error):
        return None, 0


def _longest(endless: int, ways: int) -> int:
    """The length of the longest text that Python searches in few steps.

    Of so many characters there are so many ways to choose where a match begins and where each of the
    endless repetitions ends, one behind the other.
    """
    length = 0
    for step in (1024, 256, 64, 16, 4, 1):
        while (
            length < _LONGEST and comb(length + step + endless, endless + 1) * ways <= _MOST_STEPS
        ):
            length += step
    return length


def _reduced(words: Words) -> Words:
    """The words without those that hold another."""
    if words is None:
        return None
    kept: list[str] = []
    for word in sorted(words, key=len):
        if not any(one in word for one in kept):
            kept.append(word)
    return tuple(kept)


def _wildness(items: Any) -> tuple[int, int] | None:
    """How many repetitions have no end, and in how many ways the others may end.

    None where one is within another, or what a part does is not known.
    """
    endless, ways = 0, 1
    for kind, value in items:
        one = _wild(str(kind), value)
        if one is None:
            return None
        endless, ways = endless + one[0], ways * one[1]
    return endless, ways


def _wild(kind: str, value: Any) -> tuple[int, int] | None:
    match kind:
        case "LITERAL" | "NOT_LITERAL" | "ANY" | "IN" | "AT":
            return 0, 1
        case "BRANCH":
            several = [_wildness(branch) for branch in value[1]]
            known = [one for one in several if one]
            return (max(known)[0], max(ways for _, ways in known)) if all(several) else None
        case "SUBPATTERN" if not (value[1] or value[2]):
            return _wildness(value[3])
        case "MAX_REPEAT" | "MIN_REPEAT":
            least, most, repeated = value
            if most == 1:
                return _wildness(repeated)
            if not _has_one_way(repeated):
                return None
            return (0, most - least + 1) if most <= _LARGEST else (1, 1)
    return None


def _has_one_way(items: Any) -> bool:
    """Whether a part matches a text in one way at most: ``(?:甲|乙|甲乙)*`` has thousands of a line."""
    for kind, value in items:
        match str(kind):
            case "LITERAL" | "NOT_LITERAL" | "ANY" | "IN" | "AT":
                pass
            case "BRANCH" if _are_told_apart(value[1]):
                pass
            case "SUBPATTERN" if not (value[1] or value[2]) and _has_one_way(value[3]):
                pass
            case _:
                return False
    return True


def _are_told_apart(branches: Any) -> bool:
    """Whether the first character tells which of some parts matches, each in one way."""
    firsts = [tuple(branch[0]) if len(branch) else () for branch in branches]
    literal = all(first and str(first[0]) == "LITERAL" for first in firsts)
    return literal and len(set(firsts)) == len(firsts) and all(map(_has_one_way, branches))


def _of_all(items: Any) -> _Part:
    """What is known of parts one behind the other; its words are those of the most telling run."""
    exact, words, is_exact = _NOTHING, None, True
    for kind, value in items:
        part, is_whole = _of_one(str(kind), value)
        joined = None if part.exact is None else _joined(exact, part.exact)
        words = _better(words, part.words)
        if joined is not None and is_whole:
            exact = joined
            continue
        # What stands before ends here for all that is known, and what comes begins anew.
        words = _better(words, exact if joined is None else joined)
        exact, is_exact = part.exact or _NOTHING, False
    return _Part(exact if is_exact else None, _better(words, exact))


def _joined(first: _Strings, second: _Strings) -> _Strings | None:
    """Each of some strings followed by each of others; None where these are too many."""
    if len(first) * len(second) > _MOST:
        return None
    return tuple(dict.fromkeys(one + other for one in first for other in second))


def _better(words: Words, others: Words) -> Words:
    """The words that say more: the longer, or where they are as long the fewer."""
    told = [one for one in (words, others) if one and all(one)]
    return max(told, key=lambda one: (min(map(len, one)), -len(one)), default=None)


def _of_one(kind: str, value: Any) -> tuple[_Part, bool]:
    """What is known of a part, and whether it is all of the part; else it begins and ends so."""
    match kind:
        case "LITERAL":
            return _Part((chr(value),)), True
        case "AT":
            return _Part(_NOTHING), True
        case "IN":
            return _Part(_characters(value)), True
        case "BRANCH":
            return _of_any([_of_all(branch) for branch in value[1]]), True
        case "SUBPATTERN" if not value[1] & re.IGNORECASE:
            return _of_all(value[3]), True
        case "MAX_REPEAT" | "MIN_REPEAT":
            return _repeated(*value)
    return _UNKNOWN, True


def _repeated(least: int, most: int, items: Any) -> tuple[_Part, bool]:
    part = _of_all(items)
    if least:
        return part, most == 1
    if most == 1 and part.exact is not None and len(part.exact) < _MOST:
        return _Part(tuple(dict.fromkeys((*part.exact, "")))), True
    return _UNKNOWN, True


def _characters(members: Any) -> _Strings | None:
    """The characters of a class; None where they are many."""
    found = ""
    for kind, value in members:
        match str(kind):
            case "LITERAL":
                found += chr(value)
            case "RANGE" if value[1] - value[0] < _MOST:
                found += "".join(map(chr, range(value[0], value[1] + 1)))
            case "CATEGORY" if str(value) in _CLASSES:
                found += _CLASSES[str(value)]
            case _:
                return None
    return tuple(dict.fromkeys(found)) if len(found) <= _MOST else None


def _of_any(several: list[_Part]) -> _Part:
    """What is known of parts of which one must be there."""
    exact = _together([part.exact for part in several])
    return _Part(exact, _together([_better(part.words, part.exact) for part in several]))


def _together(several: list[Words]) -> Words:
    found: list[str] = []
    for one in several:
        if one is None:
            return None
        found += one
    return tuple(dict.fromkeys(found)) if len(found) <= _MOST else None
