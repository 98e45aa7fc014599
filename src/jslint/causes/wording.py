"""A cause in words, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.diagnosis.cause import CauseKind
from jslint.phrases import Family, clauses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jslint.diagnosis.cause import Cause
    from jslint.diagnosis.slips import Slip

say = Family("causes")

#: A figure's name, what it prints, what it should print.
Change = tuple[str, str, str]


def accused(lang: str, cause: Cause, changes: Sequence[Change]) -> str:
    """What is wrong, and what it should be; ``changes`` are those of the suspects, in their order."""
    name, printed, right = changes[0]
    head = cause.suspects[0]
    whole = [one for one in cause.suspects if not one.follows]
    kind = "left-out" if head.place.is_blank else "accused"
    kind = "quantity" if cause.kind is CauseKind.QUANTITY and len(whole) > 1 else kind
    told = say(
        lang,
        kind,
        name=name,
        printed=printed,
        right=right,
        count=len(whole),
        slip=_slip(lang, head.slip),
        mended=_mended(lang, cause),
    )
    followers = [
        say(lang, "follower", name=other, printed=was, right=now)
        for suspect, (other, was, now) in zip(cause.suspects, changes, strict=True)
        if suspect.follows
    ]
    return told + "".join(followers)


def chain(lang: str, cause: Cause, changes: Sequence[Change], delta: str, *, more: bool) -> str:
    """A cell and the totals above it, all off by the same."""
    name, printed, right = changes[0]
    word = say(lang, "too-much" if more else "too-little")
    return say(
        lang,
        "chain",
        name=name,
        printed=printed,
        right=right,
        count=len(changes) - 1,
        more=word,
        delta=delta,
        mended=_mended(lang, cause),
    )


def block(
    lang: str,
    cause: Cause,
    title: str,
    at: str,
    ends: tuple[str, str],
    lost: tuple[str, str] | None,
) -> str:
    """A stretch of a column or a row that was moved; ``lost`` is what no other cell prints."""
    line = cause.line
    assert line is not None
    ways = ("down", "up") if line.is_column else ("rightward", "leftward")
    return say(
        lang,
        "column" if line.is_column else "row",
        table=_table(lang, title),
        at=at,
        first=ends[0],
        last=ends[1],
        way=say(lang, ways[line.by < 0]),
        lost=say(lang, "lost", name=lost[0], right=lost[1]) if lost else "",
        mended=_mended(lang, cause),
    )


def exchange(lang: str, cause: Cause, changes: Sequence[Change]) -> str:
    """Two cells that changed places."""
    (name, printed, _), (other, there, _) = changes
    return say(
        lang,
        "exchanged",
        name=name,
        printed=printed,
        other=other,
        there=there,
        mended=_mended(lang, cause),
    )


def exchanged_lines(lang: str, cause: Cause, title: str, names: tuple[str, str]) -> str:
    """Two rows or columns that changed places."""
    line = cause.line
    assert line is not None
    return say(
        lang,
        "exchanged-columns" if line.is_column else "exchanged-rows",
        table=_table(lang, title),
        one=names[0],
        other=names[1],
        mended=_mended(lang, cause),
    )


def unit(lang: str, cause: Cause, title: str, units: tuple[str, str]) -> str:
    """A table in another unit; ``units`` are what it says and, if there is such a one, what it is in."""
    power = cause.power or 0
    return say(
        lang,
        "unit" if units[1] else "rescaled",
        table=_table(lang, title),
        unit=units[0],
        right=units[1],
        times=say(lang, "divided" if power < 0 else "times", by=10 ** abs(power)),
        mended=_mended(lang, cause),
    )


def _table(lang: str, title: str) -> str:
    return say(lang, "table", title=title) if title else say(lang, "untitled")


def ways(lang: str, listed: Sequence[Sequence[Change]], *, besides: bool) -> str:
    """The changes of which each is enough, ``besides`` what the message says itself."""
    every = [
        say(lang, "joined").join(
            say(lang, "way", name=name, right=right) for name, _, right in changes
        )
        for changes in listed
    ]
    return say(lang, "either" if besides else "else", ways=say(lang, "or").join(every))


def together(lang: str, messages: Sequence[str]) -> str:
    """Relations that cannot all hold, where nobody is accused."""
    return say(lang, "all", others=clauses(lang, messages))


def first(lang: str, message: str) -> str:
    """One of the relations that are broken."""
    return say(lang, "first", message=message)


def _mended(lang: str, cause: Cause) -> str:
    return say(lang, "mended", count=cause.mended) if cause.mended > 1 else ""


def _slip(lang: str, slip: Slip) -> str:
    key = f"slip-{slip.value}"
    return say(lang, key) if key in say else ""
