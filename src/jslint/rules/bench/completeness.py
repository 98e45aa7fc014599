"""Whether a list in the narrative names all that its whole consists of."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from jslint.claims.model import AMOUNT, SHARE

if TYPE_CHECKING:
    import re2

    from jslint.claims.model import Claims, Group

    Patterns = tuple[re2._Regexp, ...]


#: Sets smaller than this say too little where one of their members is missing.
_FEWEST = 3
#: A share of all, in percent.
_ALL = 100


def covers(patterns: Patterns, names: list[str]) -> bool:
    """Whether every pattern of a set names a part of its own, so that nothing is left out."""
    return not _missing(patterns, names)


def covers_all_stated(claims: Claims, patterns: Patterns, names: list[str]) -> bool:
    """Whether a list lacks but one of a set of three or more, which the report states nowhere.

    A member that is only said to be nothing is not missing either.
    """
    missing = _missing(patterns, names)
    return (
        len(patterns) >= _FEWEST
        and len(missing) == 1
        and not any(
            claim.figure.value
            for topic in claims.topics
            if missing[0].finds(topic.name)
            for claim in claims.about(topic.index, AMOUNT)
            if claim.figure
        )
        and not any(missing[0].finds(name) for name in claims.mentioned)
    )


def has(patterns: Patterns, names: list[str]) -> bool:
    """Whether one of the names fits one of the patterns."""
    return any(pattern.finds(name) for pattern in patterns for name in names)


def is_all(claims: Claims, group: Group) -> bool:
    """Whether the only part of a list prints a share of 100 % and no decimals: 100.0 % may be 99.96 %."""
    return len(group.parts) == 1 and any(
        share.figure is not None
        and share.figure.value == _ALL
        and share.figure.quantum == 1
        and share.whole in (None, group.whole)
        for share in claims.about(group.parts[0], SHARE)
    )


def shares_close(claims: Claims, group: Group) -> bool:
    """Whether the parts print shares of the whole that add to 100 % as printed."""
    shares = [
        next(
            (
                share
                for share in claims.about(part, SHARE)
                if share.figure and share.whole in (None, group.whole)
            ),
            None,
        )
        for part in group.parts
    ]
    figures = [share.figure for share in shares if share and share.figure]
    if len(figures) < len(group.parts):
        return False
    step = min(figure.step for figure in figures)
    total = sum((figure.exact() for figure in figures), Fraction(0))
    if len(figures) == 1:
        return False  # 100.0 % may be 99.96 %; what is all but for rounding needs no list
    return abs(total - 100) <= Fraction(len(figures) + 1, 2) * step


def _missing(patterns: Patterns, names: list[str]) -> list[re2._Regexp]:
    """The patterns of a set that name no part of their own."""
    free, missing = list(names), []
    for pattern in patterns:
        named = next((name for name in free if pattern.finds(name)), None)
        if named is None:
            missing.append(pattern)
        else:
            free.remove(named)
    return missing
