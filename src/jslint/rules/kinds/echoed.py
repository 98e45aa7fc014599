"""echoed: a clause that is printed twice in a row, with a mark between."""

from __future__ import annotations

from itertools import accumulate
from operator import eq
from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds
from jslint.patterns import regex
from jslint.rules.ground.concordance import Hit
from jslint.rules.ground.searching import Searching

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.diagnostic import Outcome
    from jslint.rules.ground.concordance import Concordance
    from jslint.rules.ground.context import Context
    from jslint.rules.ground.searching import Wanted

# Texts are joined by line ends, which part clauses and stand between no two of one sentence.
_MARKS = regex(r"([，,；;：:、。！？\n])")


class Echoed(Searching, frozen=True, kw_only=True):
    """No clause is followed by the same clause again, with nothing but a mark between them.

    ``patterns`` are searched in the clause, and find which ones count: 其中 but not 无.
    """

    VALUES: ClassVar[frozenset[str]] = frozenset()

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look at every two neighbouring clauses."""
        hits = [hit for hit, _ in self.hits(context)]
        if context.prose and not hits:
            yield Holds(self.entry.id, ())
        for hit in hits:
            yield self.diagnose(
                hit.place,
                path=hit.prose.path,
                excerpt=hit.excerpt,
                expected=hit.groups["once"],
            )

    def _found(self, source: Concordance) -> Iterator[tuple[Hit, Wanted]]:
        for start, clause in echoes(source.text):
            piece, offset = source.at(start)
            if piece.role not in self.roles:
                continue
            for wanted in self.patterns:
                if wanted.pattern.search(clause):
                    end = offset + 2 * len(clause) + 1
                    yield Hit(piece, offset, end, {"once": clause}), wanted
                    break


def echoes(text: str) -> Iterator[tuple[int, str]]:
    """Where a clause begins that is printed twice in a row, and the clause."""
    pieces = _MARKS.split(text)
    alike = [at for at, same in enumerate(map(eq, pieces[::2], pieces[2::2])) if same]
    if not alike:
        return
    starts = list(accumulate(map(len, pieces), initial=0))
    for at in alike:
        clause, mark = pieces[2 * at], pieces[2 * at + 1]
        if clause and mark != "\n":
            yield starts[2 * at], clause
