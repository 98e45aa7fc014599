"""Whether a claim speaks of a quantity that a pack names, and what that quantity comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.claims import names, senses
from jslint.claims.model import ACTUAL
from jslint.facts import Where

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jslint.claims.model import Claim
    from jslint.facts import Quantity, Statement
    from jslint.rules.ground.context import Context


def only(statements: Sequence[Statement]) -> Statement | None:
    """The first statement of an amount that all others repeat."""
    values = {statement.figure.exact() for statement in statements}
    return statements[0] if len(values) == 1 else None


def is_of(quantity: Quantity, context: Context, claim: Claim) -> bool:
    """Whether a claim is about a quantity: by its topic's name, in a section that states it."""
    name = names.canonical(names.plain(context.claims.topics[claim.topic].name))
    if senses.is_scoped(name):
        return False
    headings = [section.heading.value for section in claim.path]
    return any(
        isinstance(where, Where)
        and where.measure == ACTUAL
        and where.subject is not None
        and where.subject.matches(name)
        and (where.section is None or any(where.section.finds(one) for one in headings))
        for where in quantity.stated
    )
