"""promised: what ends a paragraph and announces more is followed by something."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds
from jslint.document import Paragraph, Section
from jslint.headings import split_number
from jslint.rules.ground.searching import Searching

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.diagnostic import Outcome
    from jslint.document import Table
    from jslint.rules.ground.concordance import Hit
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

_FIRST = frozenset("1一１")


class Promised(Searching, frozen=True, kw_only=True):
    """What ``patterns`` find at the end of a paragraph (原因：, 其中：) is not the last of its section.

    At the very end of a text more may have been cut off, so nothing is said there. Nothing follows either where the paragraph is an item and what comes next is the next one. A page
    number is nothing; a table or a section is something.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {**Searching.OPTIONS}
    VALUES: ClassVar[frozenset[str]] = frozenset()

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look at what stands behind each such end."""
        last = context.prose[-1] if context.prose else None
        for hit, _ in self.hits(context):
            if hit.prose.text.value[hit.end :].strip():
                continue
            if hit.prose is last or _is_followed(hit) or _goes_on(context, hit):
                yield Holds(self.entry.id, ())
                continue
            yield self.diagnose(hit.place, path=hit.prose.path, excerpt=hit.excerpt)


def _is_followed(hit: Hit) -> bool:
    """Whether something belongs to the words at the end of a paragraph."""
    behind = next(_behind(hit), None)
    if behind is None:
        return False
    number, level = split_number(hit.prose.text.value)
    following, below = split_number(_words(behind))
    return not number or level != below or bool(_FIRST & set(following))


def _goes_on(context: Context, hit: Hit) -> bool:
    """Whether the first of several sections follows right behind a paragraph: 其中：, then 一、…."""
    pieces = context.prose
    at = next(index for index, piece in enumerate(pieces) if piece is hit.prose)
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    if following is None or following.role != "heading":
        return False
    number, _ = split_number(following.text.value)
    return bool(_FIRST & set(number))


def _behind(hit: Hit) -> Iterator[Paragraph | Table | Section]:
    """What stands behind a paragraph in its section, page numbers and the like left out."""
    blocks = iter(hit.prose.path[-1].blocks)
    for block in blocks:
        if isinstance(block, Paragraph) and block.text is hit.prose.text:
            break
    for block in blocks:
        if not isinstance(block, Paragraph) or any(map(str.isalpha, block.text.value)):
            yield block


def _words(block: Paragraph | Table | Section) -> str:
    if isinstance(block, Section):
        return block.heading.value
    return block.text.value if isinstance(block, Paragraph) else ""
