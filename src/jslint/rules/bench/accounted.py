"""The account of a report: every figure of its narrative and its tables, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.claims.model import MENTION, THRESHOLD
from jslint.diagnostic import Account, Diagnostic, Holds, Seen, Unchecked
from jslint.rules.bench import called, tabulated
from jslint.rules.ground import words
from jslint.rules.ground.base import section_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from jslint.claims.model import Claim
    from jslint.diagnostic import Outcome
    from jslint.document import Key
    from jslint.phrases import Told
    from jslint.rules.ground.context import Context

_WHY = {MENTION: "only-mentioned", THRESHOLD: "of-a-name"}


def account(context: Context, outcomes: Iterable[Outcome]) -> Account[Told]:
    """Every figure, and what the rules' outcomes say of it."""
    outcomes = tuple(outcomes)
    about = tuple(one for one in outcomes if isinstance(one, Diagnostic | Holds) and one.figures)
    checked = {place.key for one in about for place in one.figures}
    found = list(tabulated.tables(context, checked))
    cells = (cell for _, row in found for cell in row)
    tried = {
        one.place.key: one.reason for one in outcomes if isinstance(one, Unchecked) and one.place
    }
    figures = sorted(
        [*_narrative(context, checked, tried), *cells], key=lambda seen: seen.place.order
    )
    return Account(tuple(figures), tuple(table for table, _ in found), about)


def _narrative(
    context: Context, checked: AbstractSet[Key], tried: Mapping[Key, Told]
) -> Iterator[Seen[Told]]:
    """The figures of the text; ``tried`` says why a rule could not check the one at a place."""
    for claim in context.claims.claims:
        if claim.figure:
            yield _claimed(context, claim, checked, tried)
    for text, start, end, path in context.claims.silent:
        place = text.at(start, end)
        shown = "".join(text.value[start:end].split())
        looked = place.key in checked
        why = "" if looked else words.reason("not-understood")
        yield Seen(place, shown, section_label(path), False, looked, reason=why)  # noqa: FBT003


def _claimed(
    context: Context, claim: Claim, checked: AbstractSet[Key], tried: Mapping[Key, Told]
) -> Seen[Told]:
    place = claim.place
    looked = place.key in checked
    why = _WHY.get(claim.kind, "nothing-beside")
    return Seen(
        place,
        "".join(claim.text.value[claim.start : claim.end].split()),
        section_label(claim.path),
        claim.kind != MENTION,
        looked,
        called.claimed(claim, context.claims),
        "" if looked else tried.get(place.key) or words.reason(why),
    )
