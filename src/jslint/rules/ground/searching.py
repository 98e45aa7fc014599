"""What the kinds that search for words have in common: patterns, exceptions, roles and sections."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from jslint.phrases import Family
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule
from jslint.rules.ground.concordance import PROSE, ROLES, concordances, headings, within
from jslint.tree import Mapping as MappingNode
from jslint.tree import Scalar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.rules.ground.concordance import Concordance, Hit
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

said = Family("packs").phrase


class Wanted(Struct, frozen=True):
    """A pattern, and a template of what should stand there (empty where nothing can be said)."""

    pattern: re2._Regexp
    expected: str = ""

    def expect(self, hit: Hit) -> str:
        """What should stand in place of a hit's words."""
        return self.expected.format_map({**hit.groups, "excerpt": hit.excerpt})


def line_pattern(node: Node) -> re2._Regexp:
    """A regular expression in which ``^`` and ``$`` are the ends of a paragraph."""
    return options.pattern(node, lines=True)


def line_patterns(node: Node) -> tuple[re2._Regexp, ...]:
    """A list of such patterns; a single one reads as a list of one."""
    if isinstance(node, Scalar):
        return (line_pattern(node),)
    return tuple(line_pattern(item) for item in options.items(node))


def wanted(node: Node) -> tuple[Wanted, ...]:
    """Patterns, each alone or as ``{find: …, expect: …}``.

    ``expect`` may quote ``{excerpt}`` and the named groups of its pattern.
    """
    if isinstance(node, Scalar):
        return (Wanted(line_pattern(node)),)
    return tuple(_wanted(item) for item in options.items(node))


def _wanted(node: Node) -> Wanted:
    if not isinstance(node, MappingNode):
        return Wanted(line_pattern(node))
    options.mapping(node, {"find": options.text, "expect": options.text})
    find, expect = node.get("find"), node.get("expect")
    if find is None:
        raise options.OptionError(said("search-needs-find"), node)
    pattern = line_pattern(find)
    if expect is None:
        return Wanted(pattern)
    template = options.text(expect)
    _require_groups(template, {*options.group_names(pattern), "excerpt"}, expect)
    return Wanted(pattern, template)


def _require_groups(template: str, known: set[str], node: Node) -> None:
    try:
        names = [name for _, name, _, _ in string.Formatter().parse(template) if name is not None]
    except ValueError as error:
        raise options.OptionError(said("not-template"), node) from error
    for name in names:
        if name not in known:
            raise options.unknown("group", name, known, node)


ROLE = options.choice(*ROLES)


def roles(node: Node) -> tuple[str, ...]:
    """A list of what a piece of text may be, as in ``concordance.ROLES``."""
    return (ROLE(node),) if isinstance(node, Scalar) else tuple(map(ROLE, options.items(node)))


class Searching(Rule, frozen=True, kw_only=True):
    """A rule about words that patterns find.

    ``patterns`` are searched in the pieces of the given ``roles`` (all but table cells,
    lines and the contents page), in the sections with a heading that ``within`` finds, and not in those that ``outside`` finds. Words
    that a match of ``unless`` covers or touches in the same paragraph are allowed. With ``titled``
    only reports are searched of which a heading or a line of the cover is one that it finds.
    """

    MOST: ClassVar[int] = 6
    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "patterns": wanted,
        "unless": line_patterns,
        "roles": roles,
        "within": line_patterns,
        "outside": line_patterns,
        "titled": line_patterns,
    }

    patterns: tuple[Wanted, ...]
    unless: tuple[re2._Regexp, ...] = ()
    roles: tuple[str, ...] = tuple(sorted(PROSE))
    within: tuple[re2._Regexp, ...] = ()
    outside: tuple[re2._Regexp, ...] = ()
    titled: tuple[re2._Regexp, ...] = ()

    def applies(self, context: Context) -> bool:
        """Whether the report is one that the rule is for, with a section that it looks at."""
        names = headings(context) if self.within or self.titled else ""
        return all(
            not patterns or any(pattern.holds(names) for pattern in patterns)
            for patterns in (self.within, self.titled)
        )

    def hits(self, context: Context) -> Iterator[tuple[Hit, Wanted]]:
        """Yield what the patterns find, in reading order, overlapping words once."""
        sources = list(concordances(context, self.roles)) if self.applies(context) else []
        looked: dict[int, bool] = {}
        found = [
            (hit, wanted)
            for source in sources
            for hit, wanted in self._found(source)
            if self._looks_at(hit, looked)
        ]
        begins = {id(hit.prose): hit.prose for hit, _ in found}
        orders = {key: prose.text.point(0).order for key, prose in begins.items()}
        found.sort(key=lambda pair: (orders[id(pair[0].prose)], pair[0].start))
        allowed = _Allowed(self.unless)
        last: Hit | None = None
        for hit, wanted in found:
            again = last is not None and last.prose is hit.prose and hit.start < last.end
            if not again and not allowed.covers(hit):
                last = hit
                yield hit, wanted

    def _found(self, source: Concordance) -> Iterator[tuple[Hit, Wanted]]:
        """What the patterns find in one source, in any section."""
        for wanted in self._patterns():
            for hit in source.find(wanted.pattern, self.roles):
                yield hit, wanted

    def _patterns(self) -> tuple[Wanted, ...]:
        """All patterns that the rule searches for."""
        return self.patterns

    def _looks_at(self, hit: Hit, looked: dict[int, bool]) -> bool:
        """Whether a hit stands where the rule looks; ``looked`` remembers it for each path."""
        if not self.within and not self.outside:
            return True
        path = hit.prose.path
        known = looked.get(id(path))
        if known is None:
            inside = not self.within or within(path, self.within)
            known = looked[id(path)] = inside and not within(path, self.outside)
        return known


class _Allowed(Struct):
    """The allowed words of one paragraph after the other."""

    patterns: tuple[re2._Regexp, ...]
    _value: str | None = None
    _spans: tuple[tuple[int, int], ...] = ()

    def covers(self, hit: Hit) -> bool:
        """Whether allowed words share a character with a hit."""
        if hit.prose.text.value is not self._value:
            self._value = hit.prose.text.value
            self._spans = tuple(
                match.span() for pattern in self.patterns for match in pattern.finditer(self._value)
            )
        return any(start < hit.end and hit.start < end for start, end in self._spans)
