"""Sums over table cells: what the table kinds share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint.diagnostic import Holds, Related
from jslint.figures.figure import Dimension
from jslint.figures.verdict import Verdict, linear
from jslint.relation import Blank
from jslint.rules.bench import relate
from jslint.rules.bench.grading import grade
from jslint.rules.ground import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jslint.diagnostic import Outcome
    from jslint.document import Place, Text
    from jslint.figures.figure import Figure
    from jslint.figures.verdict import Linear
    from jslint.ledger import Column, Ledger, Line
    from jslint.relation import Relation
    from jslint.rules.ground.base import Rule
    from jslint.rules.ground.context import Context

VALUES = frozenset({"table", "row", "column", "total", "parts", "sum", "difference", "note"})
#: A message lists at most this many addends.
_SHOWN = 12
_RATES = (Dimension.RATE, Dimension.POINT)


class CellAt(Struct, frozen=True):
    """One cell: its line and column, its figure (None where it is blank), and its text."""

    line: Line
    column: Column
    figure: Figure | None
    text: Text

    @property
    def place(self) -> Place:
        """Where it stands; found when asked for, since most cells of a blank form never are."""
        return self.text.at()


class CellSum(Struct, frozen=True):
    """A cell that should be the sum of others; ``minus`` are cells to be taken away.

    ``leaves`` are the lowest cells below it, where these are others than the parts and every level
    between them and it holds by itself.
    """

    ledger: Ledger
    whole: CellAt
    parts: tuple[CellAt, ...]
    leaves: tuple[CellAt, ...] = ()
    minus: tuple[CellAt, ...] = ()


def at(ledger: Ledger, line: Line, column: Column) -> CellAt:
    """The cell where a line and a column cross."""
    return CellAt(line, column, ledger.figure(line, column), ledger.text(line, column))


def check_sum(rule: Rule, context: Context, found: CellSum) -> Iterator[Outcome]:
    """Compare a cell with the sum of others; nothing where all are blank or one is not there."""
    for one in (found.whole, *found.parts, *found.minus):
        if one.column.index not in one.line.cells:
            return
        if one.figure is not None and one.figure.unit.dimension in _RATES:
            return  # rates of parts do not add up
    parts = [(1, part.figure) for part in found.parts if part.figure]
    parts += [(-1, part.figure) for part in found.minus if part.figure]
    whole = found.whole.figure
    if whole is None:
        if not any(part.value for _, part in parts):
            return
        whole = _blank(found.ledger, [part for _, part in parts])
    result = linear(parts, whole, context.table_style.quantum)
    note = result.verdict.value
    if result.verdict.holds:
        joint = _joint(context, found, whole)
        if joint is None:
            held = _relation(found, whole)
            slack = result.verdict is Verdict.ROUNDING
            yield Holds(rule.entry.id, held.places, slack=slack, relation=held)
            return
        result, note, found = joint, "joint", replace(found, parts=found.leaves)
    yield _broken(rule, found, (whole, result, note))


def _relation(found: CellSum, whole: Figure) -> Relation:
    terms = [(1, part) for part in found.parts] + [(-1, part) for part in found.minus]
    head = found.whole if found.whole.figure else replace(found.whole, figure=whole)
    stated = relate.total(head, [(weight, part) for weight, part in terms if part.figure])
    blanks = tuple(Blank(part.text, weight) for weight, part in terms if part.figure is None)
    return replace(stated, blanks=blanks) if blanks else stated


def _blank(ledger: Ledger, parts: Iterable[Figure]) -> Figure:
    """What a blank cell states, to the places that its parts are printed with."""
    return replace(ledger.blank(), quantum=min(part.quantum for part in parts))


def _joint(context: Context, found: CellSum, whole: Figure) -> Linear | None:
    """The verdict on the leaves, where that alone is impossible."""
    leaves = [leaf.figure for leaf in found.leaves if leaf.figure]
    if not leaves or len(leaves) == len([part for part in found.parts if part.figure]):
        return None
    result = linear([(1, leaf) for leaf in leaves], whole, context.table_style.quantum)
    return result if result.verdict is Verdict.IMPOSSIBLE else None


def _broken(rule: Rule, found: CellSum, judged: tuple[Figure, Linear, str]) -> Outcome:
    whole, result, note = judged
    parts = [part for part in (*found.parts, *found.minus) if part.figure]
    shown = [
        f"{'-' if part in found.minus else '+'}{words.printed(part.figure)}"
        for part in parts
        if part.figure
    ]
    listed = "".join(shown[:_SHOWN]).removeprefix("+") + ("+…" if len(shown) > _SHOWN else "")
    figures = [part.figure for part in parts if part.figure]
    total = words.replacing(result.difference + whole.exact(), whole, figures)
    return rule.diagnose(
        found.whole.place,
        path=found.ledger.path,
        severity=grade(rule.entry.severity, result).severity,
        excerpt=f"{found.whole.line.name} {words.printed(whole)}",
        expected=total,
        actual=words.printed(whole),
        related=tuple(
            Related(part.place, f"{part.line.name} {part.figure.text}")
            for part in parts
            if part.figure
        ),
        asks=_relation(found, whole),
        table=found.ledger.title or words.word("untitled"),
        row=found.whole.line.name or found.whole.line.code,
        column=found.whole.column.name,
        total=words.printed(whole),
        parts=listed or "0",
        sum=total,
        difference=words.amount(abs(result.difference), whole),
        note=words.notes([note], bound=words.amount(result.bound, whole)),
    )
