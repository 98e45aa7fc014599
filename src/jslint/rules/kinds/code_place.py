"""code-place: each row of a table of accounts has the code of the place that it stands in."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds, Related
from jslint.ledger import is_slip
from jslint.phrases import Family
from jslint.rules.bench.grading import capped
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from jslint.diagnostic import Outcome
    from jslint.document import Text
    from jslint.ledger import Ledger, Line
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

    _Found = tuple[Ledger, Line]

#: The digits of a level below the highest, and how many codes are compared.
_LEVEL, _PAIR = 2, 2
say = Family("kinds")


class CodePlace(Rule, frozen=True, kw_only=True):
    """A code of an account is that of the 类 and 款 it stands below, and of its name in other tables.

    A code that stands below none of those above it is mistyped where one slip of the hand makes it the
    code that does, and the sums of the table, or the row's name in another one, bear that out; so is
    one whose name stands beside one other code of the same 款 in two other tables or more. A code of a
    length that no level has is wrong in any case. Where two tables alone have a name, its two codes are
    compared, and it is a warning that one of them is wrong. All other rules ask of the row what is asked of the
    code that fits.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {}
    VALUES: ClassVar[frozenset[str]] = frozenset({"table", "row", "printed", "expected", "problem"})

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look at every row whose table was read with another code than it prints."""
        for ledger in context.ledgers:
            for line in ledger.lines:
                if line.misprint:
                    yield self._misprint(ledger, line)
                elif line.code:
                    yield Holds(self.entry.id, ())
        for here, there in _unlike(context.ledgers):
            yield self._unlike(here, there)

    def _misprint(self, ledger: Ledger, line: Line) -> Outcome:
        cell, expected = _piece(line)
        printed = _said(cell)
        return self.diagnose(
            cell.at(),
            path=ledger.path,
            excerpt=printed,
            expected=expected,
            actual=printed,
            table=ledger.title,
            row=line.name,
            printed=line.misprint,
            problem=say.phrase(f"code-place-{line.seat}", code=line.code.rstrip("?")),
        )

    def _unlike(self, here: _Found, there: _Found) -> Outcome:
        (ledger, line), (other, twin) = here, there
        return self.diagnose(
            line.coded[-1].at(),
            path=ledger.path,
            severity=capped(self.entry.severity, "either"),
            excerpt=line.code,
            actual=line.code,
            related=(Related(twin.coded[-1].at(), f"{twin.code} {twin.name}"),),
            table=ledger.title,
            row=line.name,
            printed=line.code,
            problem=say.phrase("code-place-either", code=twin.code, table=other.title),
        )


def _said(cell: Text) -> str:
    return "".join(cell.value.split())


def _piece(line: Line) -> tuple[Text, str]:
    """The cell that is wrong and what it should print: the whole code, or that of one level alone."""
    if "?" in line.code:
        return line.coded[-1], ""
    pieces = [_said(cell) for cell in line.coded]
    if "".join(pieces) == line.misprint and len(line.misprint) == len(line.code):
        ends = accumulate(map(len, pieces))
        for cell, piece, end in zip(line.coded, pieces, ends, strict=True):
            right = line.code[end - len(piece) : end]
            if right != piece:
                return cell, right
    return line.coded[-1], line.code


def _unlike(ledgers: Iterable[Ledger]) -> Iterator[tuple[_Found, _Found]]:
    """The rows of one name whose codes, of one 类 or 款 and one slip apart, each stand in one table alone."""
    named: dict[tuple[str, str], dict[str, list[_Found]]] = {}
    for ledger in ledgers:
        for line in ledger.lines:
            if line.name and len(line.code) > _LEVEL:
                kin = named.setdefault((line.name, line.code[:-_LEVEL]), {})
                kin.setdefault(line.code, []).append((ledger, line))
    for found in named.values():
        if len(found) == _PAIR and all(len(rows) == 1 for rows in found.values()):
            ((there,), (here,)) = found.values()
            apart = here[0].table is not there[0].table
            if apart and is_slip(here[1].code, there[1].code):
                yield here, there
