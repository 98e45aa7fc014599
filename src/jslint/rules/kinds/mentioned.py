"""mentioned: what a section says calls for something that it must say too."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from jslint.diagnostic import Holds
from jslint.figures.figure import fold
from jslint.ledger import plain
from jslint.phrases import Family
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule
from jslint.rules.ground.concordance import squeeze

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.diagnostic import Outcome
    from jslint.rules.ground.context import Context, Prose
    from jslint.tree import Node

said = Family("packs").phrase

_PARAGRAPH, _SECTION = "paragraph", "section"


class Needed(Struct, frozen=True):
    """Words that must be found, and what to call them."""

    find: re2._Regexp
    title: str


def needed(node: Node) -> tuple[Needed, ...]:
    """A list of ``{find: …, title: …}``."""
    return tuple(_needed(item) for item in options.items(node))


def _needed(node: Node) -> Needed:
    values = options.mapping(node, {"find": options.pattern, "title": options.text})
    if "find" not in values or "title" not in values:
        raise options.OptionError(said("what-needed-has"), node)
    return Needed(**values)  # type: ignore[arg-type]


class Mentioned(Rule, frozen=True, kw_only=True):
    """Where a section says what ``given`` finds, it also says each of ``needed``.

    Looked at are the sections whose heading ``section`` finds, white space set aside and brackets
    half-width; the group ``at`` of ``given`` marks the words to quote. ``reach`` is how far the words may stand from what calls for them: the same
    ``paragraph``, or the ``section`` with all that stands under it.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "section": options.pattern,
        "given": options.pattern,
        "needed": needed,
        "reach": options.choice(_PARAGRAPH, _SECTION),
    }
    VALUES: ClassVar[frozenset[str]] = frozenset({"missing"})

    section: re2._Regexp
    given: re2._Regexp
    needed: tuple[Needed, ...]
    reach: str = _SECTION

    def check(self, context: Context) -> Iterator[Outcome]:
        """Ask every such paragraph or section."""
        for group in self._groups(context):
            words = [squeeze(fold(prose.text.value)) for prose in group]
            calling = next((at for at, said in enumerate(words) if self.given.holds(said)), None)
            if calling is None:
                continue
            text = "\n".join(words)
            missing = [one.title for one in self.needed if not one.find.holds(text)]
            if missing:
                yield self._diagnose(group[calling], missing)
            else:
                yield Holds(self.entry.id, (group[calling].text.at(),))

    def _groups(self, context: Context) -> Iterator[list[Prose]]:
        """The paragraphs that may answer for each other."""
        found: dict[int, list[Prose]] = {}
        seen: dict[int, bool] = {}
        for prose in context.prose:
            if prose.role != "body":
                continue
            for section in prose.path:
                if id(section) not in seen:
                    seen[id(section)] = self.section.finds(plain(section.heading.value))
            outer = next((section for section in prose.path if seen[id(section)]), None)
            if outer is not None:
                key = prose.text if self.reach == _PARAGRAPH else outer
                found.setdefault(id(key), []).append(prose)
        yield from found.values()

    def _diagnose(self, prose: Prose, missing: list[str]) -> Outcome:
        value = prose.text.value
        match = self.given.search(squeeze(fold(value)))
        assert match is not None
        # The pattern was searched without white space; the place is that of the words as printed.
        printed = [at for at, character in enumerate(fold(value)) if not character.isspace()]
        first, last = match.span(self.given.groupindex.get("at", 0))
        start, end = printed[first], printed[last - 1] + 1
        return self.diagnose(
            prose.text.at(start, end),
            path=prose.path,
            excerpt=value[start:end].strip(),
            expected="、".join(missing),
            missing="、".join(missing),
        )
