"""What is said of a cause, in no language yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.diagnosis.cause import CauseKind
from jslint.phrases import Family, Joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jslint.diagnosis.cause import Cause
    from jslint.diagnosis.slips import Slip
    from jslint.phrases import Told

say = Family("causes")

#: A figure's name, what it prints, what it should print.
Change = tuple["Told", str, str]


def accused(cause: Cause, changes: Sequence[Change]) -> Told:
    """What is wrong, and what it should be; ``changes`` are those of the suspects, in their order."""
    name, printed, right = changes[0]
    head = cause.suspects[0]
    whole = [one for one in cause.suspects if not one.follows]
    kind = "left-out" if head.place.is_blank else "accused"
    kind = "quantity" if cause.kind is CauseKind.QUANTITY and len(whole) > 1 else kind
    told = say.phrase(
        kind,
        name=name,
        printed=printed,
        right=right,
        count=len(whole),
        slip=_slip(head.slip),
        mended=_mended(cause),
    )
    followers = [
        say.phrase("follower", name=other, printed=was, right=now)
        for suspect, (other, was, now) in zip(cause.suspects, changes, strict=True)
        if suspect.follows
    ]
    return Joined("", (told, *followers))


def chain(cause: Cause, changes: Sequence[Change], delta: str, *, more: bool) -> Told:
    """A cell and the totals above it, all off by the same."""
    name, printed, right = changes[0]
    word = say.phrase("too-much" if more else "too-little")
    return say.phrase(
        "chain",
        name=name,
        printed=printed,
        right=right,
        count=len(changes) - 1,
        more=word,
        delta=delta,
        mended=_mended(cause),
    )


def block(
    cause: Cause,
    title: str,
    at: str,
    ends: tuple[str, str],
    lost: tuple[str, str] | None,
) -> Told:
    """A stretch of a column or a row that was moved; ``lost`` is what no other cell prints."""
    line = cause.line
    assert line is not None
    ways = ("down", "up") if line.is_column else ("rightward", "leftward")
    return say.phrase(
        "column" if line.is_column else "row",
        table=_table(title),
        at=at,
        first=ends[0],
        last=ends[1],
        way=say.phrase(ways[line.by < 0]),
        lost=say.phrase("lost", name=lost[0], right=lost[1]) if lost else "",
        mended=_mended(cause),
    )


def exchange(cause: Cause, changes: Sequence[Change]) -> Told:
    """Two cells that changed places."""
    (name, printed, _), (other, there, _) = changes
    return say.phrase(
        "exchanged",
        name=name,
        printed=printed,
        other=other,
        there=there,
        mended=_mended(cause),
    )


def exchanged_lines(cause: Cause, title: str, names: tuple[str, str]) -> Told:
    """Two rows or columns that changed places."""
    line = cause.line
    assert line is not None
    return say.phrase(
        "exchanged-columns" if line.is_column else "exchanged-rows",
        table=_table(title),
        one=names[0],
        other=names[1],
        mended=_mended(cause),
    )


def unit(cause: Cause, title: str, units: tuple[str, str]) -> Told:
    """A table in another unit; ``units`` are what it says and, if there is such a one, what it is in."""
    power = cause.power or 0
    return say.phrase(
        "unit" if units[1] else "rescaled",
        table=_table(title),
        unit=units[0],
        right=units[1],
        times=say.phrase("divided" if power < 0 else "times", by=10 ** abs(power)),
        mended=_mended(cause),
    )


def _table(title: str) -> Told:
    return say.phrase("table", title=title) if title else say.phrase("untitled")


def ways(listed: Sequence[Sequence[Change]], *, besides: bool) -> Told:
    """The changes of which each is enough, ``besides`` what the message says itself."""
    every = [
        _joined("joined", [say.phrase("way", name=name, right=right) for name, _, right in changes])
        for changes in listed
    ]
    return say.phrase("either" if besides else "else", ways=_joined("or", every))


def together(messages: Sequence[Told]) -> Told:
    """Relations that cannot all hold, where nobody is accused."""
    return say.phrase("all", others=Joined("semicolon", tuple(messages)))


def first(message: Told) -> Told:
    """One of the relations that are broken."""
    return say.phrase("first", message=message)


def _mended(cause: Cause) -> Told:
    return say.phrase("mended", count=cause.mended) if cause.mended > 1 else ""


def _slip(slip: Slip) -> Told:
    key = f"slip-{slip.value}"
    return say.phrase(key) if key in say else ""


def _joined(key: str, parts: Sequence[Told]) -> Told:
    return Joined(key, tuple(parts), say.name)
