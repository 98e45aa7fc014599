"""halfwidth: half-width punctuation between Chinese characters, in a report of full-width marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds, Related
from jslint.edits import edit, together
from jslint.patterns import regex
from jslint.rules.ground.base import Rule
from jslint.rules.ground.concordance import concordance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.diagnostic import Outcome
    from jslint.edits import Edit
    from jslint.rules.ground.context import Context, Prose

_MARKS = regex(r"[(),:;]")
_CHINESE = regex(r"[“”（）《》、。，；：]|[^\W\d_A-Za-z]")
_LATIN = regex(r"[0-9A-Za-z]")
_WIDE = str.maketrans("(),:;", "（），：；")
_STOPS = regex(r"[，。；、：,:;\s]")
_GROUPS = (("body", "note"), ("heading", "title", "entry"), ("caption", "unit"))
_MOST_RELATED = 50
_AROUND = 8
_LONGEST_PAIR = 40


class Halfwidth(Rule, frozen=True, kw_only=True):
    """A report that prints full-width brackets, commas and colons prints them throughout.

    Only a mark beside a Chinese character and beside no Latin letter or digit counts, and only
    where full-width marks prevail. There is one diagnostic for all paragraphs, one for all headings
    and one for all captions.
    """

    VALUES: ClassVar[frozenset[str]] = frozenset({"count", "paragraphs"})

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look at every half-width mark."""
        source = concordance(context)
        marks = [
            at
            for match in _MARKS.finditer(source.text)
            if _counts(source.text, at := match.start())
        ]
        wide = sum(map(source.text.count, "（），：；"))
        if not wide and not marks:
            return
        found = [source.at(at) for at in marks] if len(marks) < wide else []
        grouped = [[pair for pair in found if pair[0].role in roles] for roles in _GROUPS]
        if not any(grouped):
            yield Holds(self.entry.id, ())
        for pairs in filter(None, grouped):
            yield self._diagnose(pairs)

    def _diagnose(self, pairs: list[tuple[Prose, int]]) -> Outcome:
        # Told by their words and not by their paragraphs, so that lines may be broken otherwise.
        spans = {
            (id(piece), start): (piece, start, end)
            for piece, at in pairs
            for start, end in (_span(piece.text.value, at),)
        }
        (first, start, end), *rest = spans.values()
        excerpt = first.text.value[start:end]
        return self.diagnose(
            first.text.at(start, end),
            path=first.path,
            excerpt=excerpt,
            expected=excerpt.translate(_WIDE),
            count=len(pairs),
            paragraphs=len({id(piece) for piece, _ in pairs}),
            edits=together(_widened(piece, at) for piece, at in pairs),
            related=tuple(
                Related(piece.text.at(start, end), piece.text.value[start:end])
                for piece, start, end in rest[:_MOST_RELATED]
            ),
        )


def _widened(piece: Prose, at: int) -> Edit | None:
    return edit(piece.text, at, at + 1, piece.text.value[at].translate(_WIDE))


def _counts(text: str, at: int) -> bool:
    """Whether the mark at an offset, and its partner, is punctuation of Chinese words."""
    if not _is_chinese(text, at):
        return False
    partner = _partner(text, at)
    return partner < 0 or _is_chinese(text, partner)


def _partner(text: str, at: int) -> int:
    """The other half-width bracket of a pair, -1 where there is none nearby."""
    if text[at] == "(":
        return text.find(")", at, at + _LONGEST_PAIR)
    return text.rfind("(", max(0, at - _LONGEST_PAIR), at) if text[at] == ")" else -1


def _is_chinese(text: str, at: int) -> bool:
    """Whether a mark is beside a Chinese character, and beside no Latin letter or digit."""
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    if _LATIN.match(before) or _LATIN.match(after):
        return False
    return bool(_CHINESE.match(before) or _CHINESE.match(after))


def _span(value: str, at: int) -> tuple[int, int]:
    """The words around a mark, up to the punctuation on either side."""
    start, end = at, at + 1
    while start > max(0, at - _AROUND) and not _STOPS.match(value[start - 1]):
        start -= 1
    while end < min(len(value), at + _AROUND) and not _STOPS.match(value[end]):
        end += 1
    return start, end
