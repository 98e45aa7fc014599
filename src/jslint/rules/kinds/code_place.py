"""code-place: each row of a table of accounts has the code of the place that it stands in."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds
from jslint.phrases import Family
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.diagnostic import Outcome
    from jslint.ledger import Line
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

say = Family("kinds")


class CodePlace(Rule, frozen=True, kw_only=True):
    """A code of an account is that of the 类 and 款 it stands below, and of its name in other tables.

    A code that stands below none of those above it is mistyped where one slip of the hand makes it the
    code that does, and the sums of the table, or the row's name in another one, bear that out; so is
    one whose name stands beside one other code of the same 款 in two other tables or more. All other
    rules ask of the row what is asked of the code that fits.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {}
    VALUES: ClassVar[frozenset[str]] = frozenset({"table", "row", "printed", "expected", "problem"})

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look at every row whose table was read with another code than it prints."""
        for ledger in context.ledgers:
            for line in ledger.lines:
                if line.misprint:
                    printed, expected = _pieces(line)
                    yield self.diagnose(
                        context,
                        line.coded.at(),
                        path=ledger.path,
                        excerpt=printed,
                        expected=expected,
                        actual=printed,
                        table=ledger.title,
                        row=line.name,
                        printed=line.misprint,
                        problem=say(context.lang, f"code-place-{line.seat}", code=line.code),
                    )
                elif line.code:
                    yield Holds(self.entry.id, ())


def _pieces(line: Line) -> tuple[str, str]:
    """What the cell prints, and what it should: the whole code, or that of its level alone."""
    printed = "".join(line.coded.value.split())
    if printed == line.misprint or len(line.misprint) != len(line.code):
        return printed, line.code
    size = len(printed)
    ends = [
        at + size
        for at, _ in enumerate(pairwise(f"{line.misprint} "))
        if line.misprint[at:].startswith(printed)
    ]
    end = ends[-1] if ends else len(line.code)
    return printed, line.code[end - size : end]
