"""repeated-reason: a reason given twice in the same words gives the same figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from jslint.claims.model import MENTION
from jslint.diagnostic import Holds, Related
from jslint.patterns import regex
from jslint.rules.ground import options, words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.diagnostic import Outcome
    from jslint.document import Section, Text
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

_STOP = regex(r"[。；;！？]")
_FIGURES = regex(r"[\d.,\s]+")


class _Said(Struct, frozen=True):
    """A sentence with a figure in it: its words without the figures, and the figure as printed."""

    words: str
    figure: str
    text: Text
    start: int
    end: int
    path: tuple[Section, ...]


class RepeatedReason(Rule, frozen=True, kw_only=True):
    """Figures in reasons cannot be recomputed, but reports repeat a reason word for word.

    Where two sections have sentences of at least ``shortest`` characters that differ in a figure
    alone, one of the figures was probably mistyped.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {"shortest": options.integer}
    VALUES: ClassVar[frozenset[str]] = frozenset({"here", "there", "sentence"})

    shortest: int = 25

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare every such sentence with the first that has its words."""
        first: dict[tuple[str, int], _Said] = {}
        for number, said in _sentences(context):
            if len(said.words) < self.shortest:
                continue
            other = first.setdefault((said.words, number), said)
            if other is said or other.path == said.path:
                continue
            place, there = said.text.at(said.start, said.end), other.text.at(other.start, other.end)
            if other.figure == said.figure:
                yield Holds(self.entry.id, (there, place))
            else:
                yield self.diagnose(
                    place,
                    path=said.path,
                    excerpt=said.figure,
                    expected=other.figure,
                    actual=said.figure,
                    related=(Related(there, other.figure),),
                    figures=(there, place),
                    here=said.figure,
                    there=other.figure,
                    sentence=words.tail(said.words, 30),
                )


def _sentences(context: Context) -> Iterator[tuple[int, _Said]]:
    """The figures that are only mentioned, each with its sentence and its number in that."""
    mentions = [
        (claim.text, claim.start, claim.end, claim.path)
        for claim in context.claims.claims
        if claim.kind == MENTION
    ]
    counted: dict[tuple[int, int], int] = {}
    for text, start, end, path in [*mentions, *context.claims.silent]:
        begin, stop = _bounds(text.value, start, end)
        number = counted[id(text), begin] = counted.get((id(text), begin), 0) + 1
        shown = "".join(text.value[start:end].split())
        plain = _FIGURES.sub("", text.value[begin:stop])
        yield number, _Said(plain, shown, text, start, end, path)


def _bounds(value: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence that holds a figure begins and ends."""
    before = [match.end() for match in _STOP.finditer(value, 0, start)]
    after = _STOP.search(value, end)
    return before[-1] if before else 0, after.start() if after else len(value)
