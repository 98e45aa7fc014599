"""doubled: a word or a character that is printed twice in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds
from jslint.rules.ground.concordance import SENTENCE, Hit, line_starts
from jslint.rules.ground.searching import Searching

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.diagnostic import Outcome
    from jslint.document import Text
    from jslint.rules.ground.concordance import Concordance
    from jslint.rules.ground.context import Context
    from jslint.rules.ground.searching import Wanted

_OPEN, _CLOSE = "〖〗"
_PERCENT = frozenset("%％")
#: How many characters before and after the doubled ones a pattern can look at.
_AROUND = 12
_LONGEST = 8
_UNIT = 4


class Doubled(Searching, frozen=True, kw_only=True):
    """No word stands twice in a row where ``patterns`` say that it is a slip.

    Every group of up to eight Chinese characters (or percent signs) that is printed twice in a
    row is written once, between 〖 and 〗, with up to twelve characters before and behind; the patterns
    are searched in that: ``〖增加〗`` finds 增加增加, ``于〖[一-鿿]{2}〗`` any two characters twice behind 于.
    ``unless`` finds what is right in the paragraph as it is printed.
    """

    VALUES: ClassVar[frozenset[str]] = frozenset()

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look at every group that is printed twice."""
        hits = list(self.hits(context))
        if context.prose and not hits:
            yield Holds(self.entry.id, ())
        for hit, wanted in hits:
            yield self.diagnose(
                hit.place,
                path=hit.prose.path,
                excerpt=hit.excerpt,
                expected=wanted.expect(hit),
                edits=hit.rewritten(wanted.expect(hit)),
            )

    def _found(self, source: Concordance) -> Iterator[tuple[Hit, Wanted]]:
        for start, size in doublings(source.text, _LONGEST):
            piece, offset = source.at(start)
            if piece.role in self.roles and not _meets(piece.text, offset + size):
                yield from self._slips(Hit(piece, offset, offset + 2 * size, {}))

    def _slips(self, hit: Hit) -> Iterator[tuple[Hit, Wanted]]:
        """The doubled words if a pattern finds them, with those around that it speaks of."""
        value, half = hit.prose.text.value, (hit.start + hit.end) // 2
        before = value[max(0, hit.start - _AROUND) : hit.start]
        word, behind = value[half : hit.end], value[hit.end : hit.end + _AROUND]
        marked = f"{before}{_OPEN}{word}{_CLOSE}{behind}"
        for wanted in self.patterns:
            match = wanted.pattern.search(marked)
            if match is not None:
                named = match.span(wanted.pattern.groupindex.get("at", 0))
                start, end = named if named[0] >= 0 else match.span()
                since = hit.start - len(before) + min(start, len(before))
                until = hit.end + max(0, end - len(before) - len(word) - 2)
                yield Hit(hit.prose, since, until, {}), wanted
                return


def _meets(text: Text, at: int) -> bool:
    """Whether a line of the source ends here that is no sentence: a title above what repeats it."""
    starts = line_starts(text) if len(text.runs) > 1 else []
    if at not in starts:
        return False
    line = text.value[starts[starts.index(at) - 1] : at]
    return SENTENCE.isdisjoint(line)


def doublings(value: str, longest: int) -> Iterator[tuple[int, int]]:
    """Where words stand twice in a row and how long each is, the longer ones first.

    Only words of letters that are not ASCII, and percent signs, count.
    """
    # The text as one number, less the same moved by some characters: what is nought is the same. A
    # loop over the characters takes a hundred times as long.
    number = int.from_bytes(value.encode("utf-32-le", "surrogatepass"), "little")
    for size in range(min(longest, len(value) // 2), 0, -1):
        moved = (number ^ number >> 8 * _UNIT * size).to_bytes(_UNIT * len(value), "little")
        at = _noughts(moved, size, 0)
        while at >= 0:
            word = value[at : at + size]
            counts = word in _PERCENT or (word.isalpha() and not word.isascii())
            if counts:
                yield at, size
            at = _noughts(moved, size, at + (size if counts else 1))


def _noughts(data: bytes, size: int, since: int) -> int:
    """The first unit, from one on, with which ``size`` units of nought begin; -1 without any."""
    wanted = bytes(_UNIT * size)
    at = data.find(wanted, _UNIT * since)
    while at % _UNIT and at >= 0:
        at = data.find(wanted, at + 1)
    return at if at < 0 else at // _UNIT
