"""contents: the contents page and the headings of the report agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from jslint.diagnostic import Holds, Related
from jslint.document import Paragraph, Table
from jslint.headings import split_number
from jslint.patterns import regex
from jslint.phrases import Family
from jslint.rules.bench.grading import capped
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule
from jslint.rules.ground.concordance import squeeze
from jslint.rules.ground.searching import line_patterns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import re2

    from jslint.diagnostic import Outcome
    from jslint.document import Section, Text
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

say = Family("kinds")

_MARKS = regex(r"[“”\"'、．.：:，,\s]")
_WIDE = str.maketrans("()", "（）")
#: How alike two headings must be to be one heading printed in two ways.
_ALIKE = (6, 10)


class _Line(Struct, frozen=True):
    """A heading, or an entry of the contents page; ``core`` is compared."""

    text: Text
    core: str
    number: str
    level: int | None
    path: tuple[Section, ...] = ()
    named: bool = False

    @classmethod
    def of(cls, text: Text, path: tuple[Section, ...] = (), *, named: bool = False) -> _Line:
        number, level = split_number(text.value)
        squeezed = squeeze(text.value)
        core = squeezed.removeprefix(squeeze(number)) if number else squeezed
        return cls(text, _MARKS.sub("", core).translate(_WIDE), squeeze(number), level, path, named)


class Contents(Rule, frozen=True, kw_only=True):
    """The entries of the contents page are the headings of the first two levels, and the other way.

    Names of tables and of lists count as headings. An entry without a heading has the rule's
    severity; a heading without an entry, and one that is worded otherwise, are info. Where most
    entries have no heading the two are not compared at all. Entries that ``ignore`` finds are not
    asked for in the text.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "ignore": line_patterns,
        "levels": options.integer,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset({"problem", "other"})

    ignore: tuple[re2._Regexp, ...] = ()
    levels: int = 2

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare both ways."""
        entries = [_Line.of(entry) for entry in context.report.contents]
        if not entries:
            return
        body = list(self._body(context))
        printed = {line.core for line in body}
        open_entries = [entry for entry in entries if entry.core not in printed]
        if len(open_entries) * 2 > len(entries):
            yield self.unchecked("no-headings")
            return
        listed = {entry.core for entry in entries}
        levels = {entry.level for entry in entries}
        open_lines = [
            line
            for line in body
            if line.core not in listed
            and not line.named
            and line.core
            and (line.level in levels or line.level is None)
        ]
        yield from self._compare(open_entries, open_lines)
        if not open_entries and not open_lines:
            yield Holds(self.entry.id, ())

    def _body(self, context: Context) -> Iterator[_Line]:
        """The headings, and the names of tables and in lists (``named``)."""
        for path in context.report.walk():
            section = path[-1]
            if section.heading and 0 < section.level <= self.levels:
                yield _Line.of(section.heading, path)
            elif section.heading:
                yield _Line.of(section.heading, path, named=True)
            for block in section.blocks:
                if isinstance(block, Table) and block.title:
                    yield _Line.of(block.title, path, named=True)
                elif isinstance(block, Paragraph) and block.role == "entry":
                    yield _Line.of(block.text, path, named=True)

    def _compare(self, entries: Sequence[_Line], lines: list[_Line]) -> Iterator[Outcome]:
        lines = list(lines)
        for entry in entries:
            twin = next((line for line in lines if _is_alike(entry, line)), None)
            if twin:
                lines.remove(twin)
                yield self._diagnose(twin, "wording", entry)
            elif entry.number and not any(p.finds(entry.text.value) for p in self.ignore):
                yield self._diagnose(entry, "body")
        for line in lines:
            if line.number:
                yield self._diagnose(line, "contents")

    def _diagnose(self, line: _Line, problem: str, other: _Line | None = None) -> Outcome:
        printed = squeeze(other.text.value) if other else ""
        return self.diagnose(
            line.text.at(),
            path=line.path,
            excerpt=line.text.value,
            expected=printed,
            severity=capped(self.entry.severity, "" if problem == "body" else "worded-otherwise"),
            other=printed,
            problem=say.phrase(f"contents-{problem}", other=printed),
            related=(Related(other.text.at(), other.text.value),) if other else (),
        )


def _is_alike(entry: _Line, line: _Line) -> bool:
    """Whether an entry and a heading are one heading worded in two ways."""
    if entry.number and line.number and entry.number != line.number:
        return False
    # Needed only where the two disagree; it would cost every run 2 ms.
    from difflib import SequenceMatcher  # noqa: PLC0415

    matching = sum(
        block.size for block in SequenceMatcher(None, entry.core, line.core).get_matching_blocks()
    )
    least, of = _ALIKE
    return matching * 2 * of >= (len(entry.core) + len(line.core)) * least
