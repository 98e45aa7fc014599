"""The address of a figure: what tells whose it is wherever it stands, so that moved lines do not matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.diagnostic import Address, Holds, Stated

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from jslint.claims.model import Claim
    from jslint.diagnostic import Diagnostic, Outcome, W_co
    from jslint.document import Place, Section
    from jslint.rules.ground.context import Context

_MARKS = "、.．，, \u3000）)"
#: Between a part and the whole that it belongs to, in a subject.
WITHIN = "＜"


def stated(context: Context) -> tuple[Stated, ...]:
    """Every figure of a report with its address, the narrative's first."""
    return (*_narrative(context), *_cells(context))


def addressed(
    found: Iterable[Diagnostic[W_co]], figures: Collection[Stated]
) -> tuple[Diagnostic[W_co], ...]:
    """The diagnostics with the addresses of the figures that they are about."""
    known: dict[object, Address] = {}
    if not figures:
        return tuple(found)
    for one in figures:
        known.setdefault(_key(one.place), one.address)
    return tuple(_addressed(one, known) for one in found)


def judged(figures: Iterable[Stated], outcomes: Iterable[Outcome]) -> tuple[Stated, ...]:
    """The figures with the rules that hold for them."""
    rules: dict[object, dict[str, None]] = {}
    for one in outcomes:
        if isinstance(one, Holds):
            for place in one.figures:
                rules.setdefault(_key(place), {})[one.rule] = None
    return tuple(replace(one, right=tuple(rules.get(_key(one.place), ()))) for one in figures)


def _addressed(found: Diagnostic[W_co], known: dict[object, Address]) -> Diagnostic[W_co]:
    ties = [known[_key(place)] for place in found.figures if _key(place) in known]
    return replace(
        found,
        address=known.get(_key(found.place)),
        ties=tuple(sorted(set(ties))),
        gathered=tuple(_addressed(one, known) for one in found.gathered),
    )


def _key(place: Place) -> tuple[object, ...]:
    return place.order, place.sheet, place.cell


def _narrative(context: Context) -> Iterator[Stated]:
    claims = context.claims
    for claim in claims.claims:
        if claim.figure is not None:
            topic = claims.topics[claim.topic]
            whole = claims.within(claim)
            names = [topic.key or topic.name]
            if whole is not None:
                names.append(claims.topics[whole].key or claims.topics[whole].name)
            subject = WITHIN.join(map(plain, names))
            value = plain(claim.text.value[claim.start : claim.end])
            address = Address(section(claim.path), subject, _measure(claim), value)
            yield Stated(address, claim.place)
    for text, start, end, path in claims.silent:
        address = Address(section(path), "", "", plain(text.value[start:end]))
        yield Stated(address, text.at(start, end))


def _measure(claim: Claim) -> str:
    """What the figure measures: its kind, and against what or of which budget or year."""
    base = plain(claim.whole_name)
    return " ".join(filter(None, (claim.kind, claim.measure, base)))


def _cells(context: Context) -> Iterator[Stated]:
    for ledger in context.ledgers:
        where, title = section(ledger.path), f"《{plain(ledger.title)}》"
        for line in ledger.lines:
            subject = " ".join(filter(None, (title, line.code, line.name)))
            for column in ledger.columns:
                text = line.cells.get(column.index)
                if text is not None:
                    address = Address(where, subject, column.name, plain(text.value))
                    yield Stated(address, text.at())


def section(path: Iterable[Section]) -> str:
    """The headings above a figure, without their numbers: one more section moves those behind it."""
    named = [
        bare(one.heading.value, one.number) for one in path if one.heading.value and one.level > 0
    ]
    return " / ".join(named[1:] if len(named) > 1 else named)


def bare(heading: str, number: str) -> str:
    """A heading without its number and white space."""
    words = plain(heading)
    return words.removeprefix(plain(number)).lstrip(_MARKS) if number else words


def plain(text: str) -> str:
    """Words without the white space of their layout."""
    return "".join(text.split())
