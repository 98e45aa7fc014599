"""sections: the sections that a form demands, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from jslint.diagnostic import Holds
from jslint.phrases import Family, Joined
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule
from jslint.rules.ground.concordance import Lines, squeeze
from jslint.rules.ground.searching import line_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.diagnostic import Outcome
    from jslint.document import Section
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

said = Family("packs").phrase

say = Family("kinds")

#: So many titles are told one by one.
_FEW = 3


class Demanded(Struct, frozen=True):
    """A section that must be there: how its heading reads, and the title to call it by.

    ``under`` finds the heading of a section that it must stand in; an ``optional`` one may be
    left out.
    """

    heading: re2._Regexp
    title: str
    under: re2._Regexp | None = None
    optional: bool = False


def demanded(node: Node) -> tuple[Demanded, ...]:
    """A list of ``{heading, title, under, optional}``; headings are matched without white space."""
    return tuple(_demanded(item) for item in options.items(node))


def _demanded(node: Node) -> Demanded:
    values = options.mapping(
        node,
        {
            "heading": line_pattern,
            "title": options.text,
            "under": line_pattern,
            "optional": options.flag,
        },
    )
    if "heading" not in values or "title" not in values:
        raise options.OptionError(said("demanded-section-needs"), node)
    return Demanded(**values)  # type: ignore[arg-type]


class _Found(Struct, frozen=True):
    """A section found for a demand, and its position in reading order."""

    position: int
    path: tuple[Section, ...]


class Sections(Rule, frozen=True, kw_only=True):
    """Every section of ``required`` is there, and those under one heading stand in this order.

    With ``any-order`` they may stand in any.

    Sections that follow on one another in the form and are all missing are told together, once.
    A section under a heading that is missing itself is not asked for, and neither is any in a
    report that has fewer than two of them: it is of another form, or a part of a report.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "required": demanded,
        "any-order": options.flag,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset({"title", "problem", "after"})

    required: tuple[Demanded, ...]
    any_order: bool = False

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look for each demanded section."""
        paths = list(context.report.walk())
        headings = Lines.of(squeeze(path[-1].heading.value) for path in paths)
        found = [_find(demand, headings, paths) for demand in self.required]
        if sum(match is not None for match in found) < min(2, len(found)):
            yield self.unchecked("no-sections")
            return
        for index, (demand, match) in enumerate(zip(self.required, found, strict=True)):
            before = self._before(found, index)
            if match is None:
                continue
            if before and before.position > match.position and not self.any_order:
                yield self._diagnose((demand,), match, before, "order")
            else:
                yield Holds(self.entry.id, ())
        yield from self._missing(context, found)

    def _missing(self, context: Context, found: list[_Found | None]) -> Iterator[Outcome]:
        """What is missing, a finding for each row of sections that follow on one another."""
        row: list[int] = []
        for index, (demand, match) in enumerate(zip(self.required, found, strict=True)):
            if match is None and demand.optional:
                continue
            within = row and _pattern(self.required[row[0]].under) == _pattern(demand.under)
            if row and (match is not None or not within):
                yield from self._row(context, found, row)
                row = []
            if match is None:
                row.append(index)
        if row:
            yield from self._row(context, found, row)

    def _row(
        self, context: Context, found: list[_Found | None], row: list[int]
    ) -> Iterator[Outcome]:
        """A finding of sections that are missing, if the one that they belong in is there."""
        demands = tuple(self.required[index] for index in row)
        home, before = _home(context, demands[0]), self._before(found, row[0])
        if home:
            yield self._diagnose(demands, before or home, before, "missing")

    def _before(self, found: list[_Found | None], index: int) -> _Found | None:
        """The last section that should stand before a demanded one, under the same heading."""
        same = [
            match
            for demand, match in zip(self.required[:index], found, strict=False)
            if match and _pattern(demand.under) == _pattern(self.required[index].under)
        ]
        return max(same, key=lambda match: match.position, default=None)

    def _diagnose(
        self,
        demands: tuple[Demanded, ...],
        at: _Found,
        before: _Found | None,
        problem: str,
    ) -> Outcome:
        heading = at.path[-1].heading
        after = before.path[-1].heading.value if before else ""
        titles = [demand.title for demand in demands]
        several = "-several" if len(titles) > 1 else ""
        return self.diagnose(
            heading.at(),
            path=at.path,
            excerpt=heading.value,
            expected="、".join(titles),
            title=_listed(titles),
            after=after,
            problem=say.phrase(f"sections-{problem}{several}", after=after, count=len(titles)),
        )


def _listed(titles: list[str]) -> Joined:
    """Titles as one that stands in quotes: each of a few, the first and the last of many."""
    if len(titles) > _FEW:
        return Joined("sections-missing-until", (titles[0], titles[-1]), say.name)
    return Joined("sections-missing-and", tuple(titles), say.name)


def _pattern(pattern: re2._Regexp | None) -> str:
    return pattern.pattern if pattern else ""


def _find(demand: Demanded, headings: Lines, paths: list[tuple[Section, ...]]) -> _Found | None:
    for position in headings.matching(demand.heading):
        if _is_under(demand, paths[position]):
            return _Found(position, paths[position])
    return None


def _is_under(demand: Demanded, path: tuple[Section, ...]) -> bool:
    return demand.under is None or any(
        demand.under.finds(squeeze(section.heading.value)) for section in path[:-1]
    )


def _home(context: Context, demand: Demanded) -> _Found | None:
    """The section that a missing one belongs in; for the top level the report's beginning."""
    for position, path in enumerate(context.report.walk()):
        if demand.under is None or demand.under.finds(squeeze(path[-1].heading.value)):
            return _Found(position, path)
    return None
