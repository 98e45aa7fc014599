"""classes: the items of a class (类) add up to what the structure paragraph says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.claims import names
from jslint.diagnostic import Holds
from jslint.figures.verdict import Verdict, linear
from jslint.rules import near, words
from jslint.rules.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.claims.model import Claim, Claims, Group
    from jslint.diagnostic import Outcome
    from jslint.rules.context import Context
    from jslint.tree import Node


class Classes(Rule, frozen=True, kw_only=True):
    """Numbered items 某（类）某（款）某（项） of one class add up to the class's amount.

    The class's amount stands in a list of the same level-two section, under the class's name.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {}
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"account", "stated", "items", "sum", "difference", "note"}
    )

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare each class of each list of items."""
        claims = context.claims
        for group in claims.groups:
            if all(claims.topics[part].account for part in group.parts):
                for account, items in _by_class(claims, group).items():
                    yield self._check(context, group, account, items)

    def _check(
        self, context: Context, group: Group, account: str, items: list[Claim | None]
    ) -> Outcome:
        stated = _stated(context.claims, group, account)
        present = [item for item in items if item is not None]
        if stated is None or stated.figure is None or len(present) < len(items):
            place = present[0].place if present else None
            return self.unchecked(context, "part-without-figure", place, what=account)
        terms = [(1, item.figure) for item in present if item.figure]
        result = linear(terms, stated.figure, context.style.quantum)
        places = (stated.place, *(item.place for item in present))
        if result.verdict.holds:
            return Holds(self.entry.id, places, slack=result.verdict is Verdict.ROUNDING)
        total = words.amount(result.difference + stated.figure.exact(), stated.figure)
        return self.diagnose(
            context,
            stated.place,
            path=stated.path,
            severity=near.softened(result.verdict, self.entry.severity),
            excerpt=stated.excerpt,
            expected=total,
            actual=words.printed(stated.figure),
            related=near.related(*present),
            figures=places,
            account=account,
            stated=words.printed(stated.figure),
            items="+".join(words.printed(figure) for _, figure in terms),
            sum=total,
            difference=words.amount(abs(result.difference), stated.figure),
            note=words.notes(
                context.lang,
                [result.verdict.value],
                bound=words.amount(result.bound, stated.figure),
            ),
        )


def _by_class(claims: Claims, group: Group) -> dict[str, list[Claim | None]]:
    found: dict[str, list[Claim | None]] = {}
    for part in group.parts:
        account = claims.topics[part].account
        assert account is not None
        found.setdefault(account.names[0], []).append(claims.stated(part))
    return found


def _stated(claims: Claims, items: Group, account: str) -> Claim | None:
    """The class's amount in another list of the same section."""
    section = [s.heading.value for s in claims.topics[items.parts[0]].path if s.level <= 2]  # noqa: PLR2004
    key = names.key(account)
    for group in claims.groups:
        for part in group.parts:
            topic = claims.topics[part]
            if (
                topic.account is None
                and topic.key == key
                and section
                == [
                    s.heading.value
                    for s in topic.path
                    if s.level <= 2  # noqa: PLR2004
                ]
            ):
                return claims.stated(part)
    return None
