"""ending: paragraphs end as sentences do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from jslint.diagnostic import Holds, Related
from jslint.document import Paragraph, Section
from jslint.edits import edit, together
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule
from jslint.rules.ground.concordance import within
from jslint.rules.ground.searching import line_patterns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.diagnostic import Outcome
    from jslint.document import Table
    from jslint.edits import Edit
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

_BESIDE = ("caption", "unit", "entry")
_SHORTEST = 8
_SHORTEST_SENTENCE = 15
_TAIL = 20
_MOST_RELATED = 50
#: A paragraph is measured against its siblings where three of four agree, and at least two.
_AGREEING, _OF = 3, 4
_FEWEST = 2
#: Behind one of these more was to come: whether it is to be added or the mark to go is not known.
_GOES_ON = frozenset("，、,")


class _End(Struct, frozen=True):
    """A paragraph of prose in its section, and what stands behind it."""

    path: tuple[Section, ...]
    paragraph: Paragraph
    behind: Paragraph | Table | Section | None

    @property
    def value(self) -> str:
        """Its words, without white space at the end."""
        return self.paragraph.text.value.rstrip()

    @property
    def tail(self) -> tuple[int, int]:
        """Where its last words stand, in one line of the source."""
        text, end = self.paragraph.text, len(self.value)
        line = text.point(end - 1).line
        words = range(max(0, end - _TAIL), end)
        return next(at for at in words if text.point(at).line == line), end


class Ending(Rule, frozen=True, kw_only=True):
    """The last paragraph of a section does not end in one of the marks ``wrong``.

    Where the paragraphs of a section end in one of the marks ``final``, none of them ends in a
    word or a figure; all that do are one diagnostic. What stands behind a comma may be missing, so
    nothing is put in its place. Paragraphs that ``ignore`` finds and sections
    with a heading that ``outside`` finds are left alone.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "wrong": options.text,
        "final": options.text,
        "ignore": line_patterns,
        "outside": line_patterns,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset({"mark", "count"})

    wrong: str = ""
    final: str = ""
    ignore: tuple[re2._Regexp, ...] = ()
    outside: tuple[re2._Regexp, ...] = ()

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look at the end of every paragraph."""
        sections = [
            list(_ends(path)) for path in context.report.walk() if not within(path, self.outside)
        ]
        wrong = [end for ends in sections for end in ends if self._is_wrong(end)]
        bare = [end for ends in sections for end in self._bare(ends)]
        for end in wrong:
            yield self._diagnose([end])
        if bare:
            yield self._diagnose(bare)
        if any(sections) and not wrong and not bare:
            yield Holds(self.entry.id, ())

    def _is_wrong(self, end: _End) -> bool:
        last = end.behind is None or isinstance(end.behind, Section)
        return (
            last
            and len(end.value) >= _SHORTEST
            and end.value[-1] in self.wrong
            and not self._ignored(end)
        )

    def _bare(self, ends: list[_End]) -> list[_End]:
        """The sentences without a mark at their end, where their siblings have one."""
        sentences = [end for end in ends if _is_sentence(end.value)] if self.final else []
        closed = sum(end.value[-1] in self.final for end in sentences)
        if closed < _FEWEST or closed * _OF < (len(sentences) - 1) * _AGREEING:
            return []
        return [
            end
            for end in sentences
            if (end.value[-1].isalnum() or end.value[-1] in "%％")
            and (end.behind is None or isinstance(end.behind, Section | Paragraph))
            and not self._ignored(end)
        ]

    def _ignored(self, end: _End) -> bool:
        return any(pattern.search(end.value) for pattern in self.ignore)

    def _diagnose(self, ends: list[_End]) -> Outcome:
        first, *rest = ends
        text, (start, stop) = first.paragraph.text, first.tail
        mark = text.value[stop - 1] if text.value[stop - 1] in self.wrong else ""
        known = mark not in _GOES_ON
        return self.diagnose(
            text.at(start, stop),
            path=first.path,
            excerpt=text.value[start:stop],
            expected=f"{text.value[start : stop - len(mark)]}。" if known else "",
            mark=mark,
            edits=together(_closed(end, mark) for end in ends) if known else (),
            count=len(ends),
            related=tuple(
                Related(end.paragraph.text.at(*end.tail), end.value[slice(*end.tail)])
                for end in rest[:_MOST_RELATED]
            ),
        )


def _closed(end: _End, mark: str) -> Edit | None:
    """A full stop in place of the mark at the end of a paragraph."""
    _, stop = end.tail
    return edit(end.paragraph.text, stop - len(mark), stop, "。")


def _ends(path: tuple[Section, ...]) -> Iterator[_End]:
    """The paragraphs of prose that stand directly in a section, captions left out."""
    blocks = [
        block
        for block in path[-1].blocks
        if not (isinstance(block, Paragraph) and block.role in _BESIDE)
    ]
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.role == "body":
            yield _End(path, block, blocks[index + 1] if index + 1 < len(blocks) else None)


def _is_sentence(value: str) -> bool:
    return len(value) >= _SHORTEST_SENTENCE and any(mark in value for mark in "，。；")
