"""tables: the tables that a form demands."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import re2
from msgspec import Struct

from jslint.diagnostic import Holds, Severity
from jslint.document import Paragraph, Table
from jslint.headings import split_number
from jslint.patterns import regex
from jslint.phrases import Family
from jslint.rules.bench.grading import capped
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule
from jslint.rules.ground.concordance import Lines, squeeze
from jslint.rules.ground.searching import line_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.diagnostic import Outcome
    from jslint.document import Section, Text
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

said = Family("packs").phrase

say = Family("kinds")

_QUOTES = regex(r"[“”\"'、．.\s]|[（(][^（()）]*[）)]$")
_LONGEST_NAME = 40


class Demanded(Struct, frozen=True):
    """A table that must be there: how its title ends, and the title to call it by."""

    pattern: re2._Regexp
    title: str


def demanded(node: Node) -> tuple[Demanded, ...]:
    """A list of ``{title, pattern}``; the pattern is matched to the whole name of a table.

    White space, quotation marks, numbering and a bracket at the end are set aside before, so
    they must not occur in the pattern.
    """
    found = []
    for item in options.items(node):
        values = options.mapping(item, {"title": options.text, "pattern": options.pattern})
        if "title" not in values:
            raise options.OptionError(said("demanded-table-needs"), item)
        title = str(values["title"])
        given = values.get("pattern")
        inner = re2.escape(_core(title)) if given is None else str(given)
        whole = rf"(?:^|[^一-鿿]|年度?)(?:{inner})$"
        found.append(Demanded(options.made(whole, item, lines=True), title))
    return tuple(found)


class _Name(Struct, frozen=True):
    """What names a table in the report, with its section."""

    core: str
    text: Text
    path: tuple[Section, ...]


class Tables(Rule, frozen=True, kw_only=True):
    """Every table of ``required`` is in the report.

    Where none of them is, one diagnostic says so at the section that lists them or should hold
    them, the first whose heading ``section`` finds: what depends on the tables was not checked. It
    is an error with ``same-file``. Where some are there, each missing one is a diagnostic. With
    ``ordered``, one that stands before another that the list has before it is an info.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "required": demanded,
        "section": line_pattern,
        "same-file": options.flag,
        "ordered": options.flag,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"problem", "count", "title", "number", "section", "titles"}
    )

    required: tuple[Demanded, ...]
    section: re2._Regexp
    same_file: bool = False
    ordered: bool = False

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look for each demanded table."""
        if not context.prose:
            return
        tables = list(_tables(context))
        present = Lines.of(name.core for name in tables)
        found = [next(present.matching(demand.pattern), None) for demand in self.required]
        missing = [
            (number, demand)
            for number, demand in enumerate(self.required, 1)
            if found[number - 1] is None
        ]
        listed = list(_listed(context))
        if len(missing) == len(self.required):
            yield self._none(context, listed)
            return
        if not missing:
            yield Holds(self.entry.id, ())
        for number, demand in missing:
            yield self._one(context, number, demand, listed)
        if self.ordered:
            yield from self._misplaced(tables, found)

    def _none(self, context: Context, listed: list[_Name]) -> Outcome:
        """All tables are absent: listed by title only, or not even that."""
        named = [_find(demand, listed) for demand in self.required]
        homes = [name for names in named for name in names if name.path]
        text, path = self._home(context, homes)
        count = sum(bool(names) for names in named)
        return self._diagnose(
            text,
            path,
            "listed" if count else "absent",
            count=count or len(named),
            severity=Severity.ERROR if self.same_file else None,
        )

    def _one(self, context: Context, number: int, demand: Demanded, listed: list[_Name]) -> Outcome:
        homes = [name for name in _find(demand, listed) if name.path]
        text, path = self._home(context, homes)
        return self._diagnose(text, path, "one", count=1, title=demand.title, number=number)

    def _misplaced(self, tables: list[_Name], found: list[int | None]) -> Iterator[Outcome]:
        """Each table that stands before one which the list has before it."""
        last = 0
        for index, position in enumerate(found):
            if position is None:
                continue
            before = found[last]
            if before is None or position >= before:
                last = index
                continue
            yield self._diagnose(
                tables[position].text,
                tables[position].path,
                "order",
                count=1,
                severity=capped(self.entry.severity, "misplaced"),
                title=self.required[index].title,
                number=index + 1,
                after=self.required[last].title,
            )

    def _home(self, context: Context, listed: list[_Name]) -> tuple[Text, tuple[Section, ...]]:
        """The heading of the section for the tables, or what the report begins with."""
        paths = list(context.report.walk())
        for path in paths:
            if self.section.finds(path[-1].heading.value):
                return path[-1].heading, path
        for name in listed:
            if name.path[-1].heading:
                return name.path[-1].heading, name.path
        first = context.prose[0]
        return first.text, first.path

    def _diagnose(
        self,
        text: Text,
        path: tuple[Section, ...],
        problem: str,
        *,
        count: int,
        title: str = "",
        number: int = 0,
        after: str = "",
        severity: Severity | None = None,
    ) -> Outcome:
        words = say.phrase(
            f"tables-{problem}", count=count, title=title, number=number, after=after
        )
        return self.diagnose(
            text.at(),
            path=path,
            severity=severity,
            excerpt=text.value,
            expected=title,
            problem=words,
            count=count,
            title=title,
            number=number,
            section=text.value,
            titles="、".join(demand.title for demand in self.required),
        )


def _core(title: str) -> str:
    """A table's name without white space, numbering, quotation marks and a bracket at its end."""
    number, _ = split_number(title)
    squeezed = squeeze(title)
    squeezed = squeezed.removeprefix(squeeze(number)) if number else squeezed
    return _QUOTES.sub("", _QUOTES.sub("", squeezed))


def _tables(context: Context) -> Iterator[_Name]:
    """The tables by their titles; one without a title goes by the heading above."""
    for located in context.tables:
        if isinstance(located.block, Table):
            text = located.block.title or located.path[-1].heading
            yield _Name(_core(text.value), text, located.path)


def _listed(context: Context) -> Iterator[_Name]:
    """The names of tables in lists, headings and the contents page."""
    for path in context.report.walk():
        yield _Name(_core(path[-1].heading.value), path[-1].heading, path[:-1] or path)
        for block in path[-1].blocks:
            if isinstance(block, Paragraph) and _may_name(block):
                yield _Name(_core(block.text.value), block.text, path)
    for entry in context.report.contents:
        yield _Name(_core(entry.value), entry, ())


def _find(demand: Demanded, names: list[_Name]) -> list[_Name]:
    """The names that are those of a demanded table."""
    lines = Lines.of(name.core for name in names)
    return [names[index] for index in lines.matching(demand.pattern)]


def _may_name(paragraph: Paragraph) -> bool:
    """Whether a paragraph may be no more than the name of a table."""
    short = len(paragraph.text.value) <= _LONGEST_NAME
    return short and paragraph.role in ("entry", "body")
