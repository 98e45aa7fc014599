"""evident: a cell is computed from others as most cells of its column or row show."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace

from jslint.diagnostic import Holds, Related
from jslint.figures.verdict import Rate, Verdict, linear, literal
from jslint.ledger import kinds
from jslint.relation import Blank
from jslint.rules.bench import adding, digits, evident, rates, relate, screening, series
from jslint.rules.bench.evident import GROWTH, LINEAR, RATIO, Work
from jslint.rules.bench.grading import capped, grade
from jslint.rules.ground import options, words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    import re2

    from jslint.diagnostic import Outcome
    from jslint.figures.figure import Figure
    from jslint.figures.verdict import Linear
    from jslint.ledger import Ledger
    from jslint.relation import Relation
    from jslint.rules.bench.evident import Reading, Trial
    from jslint.rules.bench.series import Series
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

SUM, DIFFERENCE, RATE = "sum", "difference", "rate"
_SHOWN = 12
_FULL = 100
#: Figures looked at in all ways to compute a cell: of one table, and of a report. docs/limits.md.
_MOST_TRIED_OF_ONE = 200_000
_MOST_TRIED = 600_000
_SLIP = 4  # to ask whether a figure is mistyped costs as many


class Evident(Rule, frozen=True, kw_only=True):
    """What most cells of a column or a row show to be computed from others is so in all of them.

    ``relation`` is ``sum`` of columns under the same head or of rows above or below, ``difference`` of
    two columns or rows (or what remains of those before), or the ``rate`` of two of them, growth, or
    share in a total. ``named`` are the last words of the columns and the names of the rows that may be
    totals or differences, ``means`` those of columns whose total row may hold the mean of them instead
    (any, where it is not given). At least two cells must bear a reading out, and more than do not; where a
    total stands alone, it is held against its rows only where one slip of the hand explains the gap.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "relation": options.choice(SUM, DIFFERENCE, RATE),
        "named": options.pattern,
        "means": options.pattern,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"table", "row", "column", "printed", "formula", "expected", "note"}
    )
    BESIDES: ClassVar[bool] = True

    relation: str
    named: re2._Regexp
    means: re2._Regexp | None = None

    def check(self, context: Context) -> Iterator[Outcome]:
        """Check each table by itself."""
        left = _MOST_TRIED
        for ledger in context.ledgers:
            work = Work(min(left, _MOST_TRIED_OF_ONE))
            begun = work.left
            try:
                for trial in self._trials(ledger, work):
                    outcome = self._outcome(context, ledger, trial)
                    if outcome is not None:
                        yield outcome
            except evident.Exhausted:
                place = ledger.table.place
                yield self.unchecked("too-many-ways", place, what=ledger.title)
            left -= begun - max(work.left, 0)

    def _trials(self, ledger: Ledger, work: Work) -> Iterable[Trial]:
        if self.relation == SUM:
            across = self._across(series.columns(ledger), work)
            return chain(across, self._down(series.rows(ledger), work))
        both = series.columns(ledger), series.few(ledger)
        if self.relation == DIFFERENCE:
            return chain.from_iterable(self._differences(found, work) for found in both)
        return chain.from_iterable(self._rates(*pair, work) for pair in (both, both[::-1]))

    def _across(self, columns: Sequence[Series], work: Work) -> Iterator[Trial]:
        for at, whole in enumerate(columns):
            if whole.is_amount and self.named.matches(whole.name):
                parts = adding.columns(columns, at)
                every = (evident.computed(whole, [(1, one) for one in row]) for row in parts)
                readings = list(work.on(every))
                yield from evident.believed(readings) or _alone(readings, work)

    def _down(self, rows: Sequence[Series], work: Work) -> Iterator[Trial]:
        """Each total by the readings that its own cells bear out, or those of all totals so named."""
        named: dict[str, dict[str, list[Trial]]] = {}
        layout = adding.layout(rows)
        for at, whole in enumerate(rows):
            if not self.named.matches(whole.name):
                continue
            parts = dict(adding.rows(layout, at))
            every = (evident.computed(whole, [(1, one) for one in row]) for row in parts.values())
            found = dict(zip(parts, work.on(every), strict=True))
            own = evident.believed(found.values())
            yield from own
            if not own:
                for way, reading in found.items():
                    named.setdefault(whole.name, {}).setdefault(way, []).extend(reading)
        for ways in named.values():
            yield from evident.believed(ways.values()) or _alone(ways.values(), work)

    def _differences(self, found: Sequence[Series], work: Work) -> Iterator[Trial]:
        changes = [
            at for at, one in enumerate(found) if one.is_amount and self.named.matches(one.name)
        ]
        every = screening.scaled(found) if changes else []
        for at in changes:
            readings = work.on(evident.differences(every, at, work))
            for trial in evident.believed(readings, apart=True):
                if not evident.lacks_a_term(trial, found[at], found):
                    yield trial

    def _rates(
        self, found: Sequence[Series], crossing: Sequence[Series], work: Work
    ) -> Iterator[Trial]:
        every = screening.scaled(found) if any(one.is_rate for one in found) else []
        amounts = [one for one in every if one.series.is_amount]
        totals = [at for at, one in enumerate(crossing) if self.named.matches(one.name)]
        for rate in every:
            if rate.series.is_rate:
                readings = work.on(evident.rates(rate, amounts, totals, work))
                yield from evident.believed(readings, evident.enough(rate.series), apart=True)

    def _may_be_mean(self, trial: Trial) -> bool:
        # A total row may have the mean of a column of prices; no 小计 of a row is one.
        down = any(cell.line is not trial.whole.line for _, cell in trial.terms)
        if trial.kind != LINEAR or not down or not trial.is_mean or trial.fits() is not False:
            return False
        path = trial.whole.column.path
        named = self.means is None or self.means.finds("/".join(path))
        mean = named or trial.is_plain_mean or any(map(kinds.is_rate, path[-1:]))
        return mean and not _is_slip(trial)

    def _outcome(self, context: Context, ledger: Ledger, trial: Trial) -> Outcome | None:
        judged = None if self._may_be_mean(trial) else _judged(context, trial)
        figure = trial.whole.figure
        if judged is None or figure is None:
            return None
        result, relation = judged
        if result.verdict.holds:
            slack = result.verdict is Verdict.ROUNDING
            return Holds(self.entry.id, relation.places, slack=slack, relation=relation)
        if result.verdict is Verdict.TIE_ONLY or _lacks_a_slip(ledger, trial):
            return None  # a reading that a cell fits by its rounding alone is none to accuse it by
        figures = [one for _, one in trial.figures]
        if isinstance(result, Rate):
            expected, bound = f"{result.rounded}%", ""
        else:
            expected = words.replacing(result.difference + figure.exact(), figure, figures)
            bound = words.amount(result.bound, figure)
        graded = grade(self.entry.severity, result)
        severity = capped(graded.severity, *(["stands-alone"] if trial.alone else []))
        return self.diagnose(
            trial.whole.place,
            path=ledger.path,
            severity=severity,
            excerpt=f"{trial.whole.line.name} {words.printed(figure)}".strip(),
            expected=expected,
            actual=words.printed(figure),
            related=tuple(
                Related(one.place, f"{one.line.name} {one.figure.text}")
                for _, one in trial.terms
                if one.figure
            ),
            asks=relation,
            table=ledger.title or words.word("untitled"),
            row=trial.whole.line.name or trial.whole.line.code,
            column=trial.whole.column.name,
            printed=words.printed(figure),
            formula=_formula(trial),
            note=words.notes(graded.notes, bound=bound),
        )


def _alone(ways: Iterable[Reading], work: Work) -> Iterator[Trial]:
    """Totals that nothing else bears out: those that hold, and those that one slip keeps from it.

    Where the rows of one are not beside each other, which of them are its parts is not known.
    """
    every = list(chain.from_iterable(ways))
    held = [trial for trial in every if trial.fits()]
    yield from held
    settled = {id(one.whole.text) for one in held}
    settled |= {id(one.whole.text) for one in every if one.is_nested}
    for trial in every:
        if id(trial.whole.text) not in settled and trial.fits() is False:
            work.spend(_SLIP * len(trial.terms))
            if _is_slip(trial):
                settled.add(id(trial.whole.text))
                yield replace(trial, alone=True)


def _lacks_a_slip(ledger: Ledger, trial: Trial) -> bool:
    """Whether all that keeps a row from adding up is a figure of it, mistyped, in a column that is no part.

    A column in which only this row has a figure is in no reading that the other rows bear out.
    """
    printed = trial.whole.figure
    if trial.kind != LINEAR or printed is None or not printed.exact():
        return False
    gap = printed.exact() - trial.right()
    used = {id(cell.text) for _, cell in trial.terms} | {id(trial.whole.text)}
    line = trial.whole.line
    return any(
        id(line.cells[column.index]) not in used and figure.value and digits.is_slip(figure, gap)
        for column in ledger.columns
        if (figure := ledger.figure(line, column)) is not None
    )


def _is_slip(trial: Trial) -> bool:
    """Whether one figure of a sum, mistyped in one place, is all that keeps it from adding up."""
    printed = trial.whole.figure
    assert printed is not None
    gap = printed.exact() - trial.right()
    return digits.is_slip(printed, trial.right()) or any(
        digits.is_slip(figure, figure.exact() + weight * gap) for weight, figure in trial.figures
    )


def _judged(context: Context, trial: Trial) -> tuple[Linear | Rate, Relation] | None:
    """What is to be said of a cell, and the relation that it stands in; None where nothing is."""
    printed = trial.whole.figure
    if printed is None:
        return None
    if trial.kind == LINEAR:
        return _added(trial, printed)
    if len(trial.figures) < len(trial.terms):
        return None
    (_, part), (_, whole) = trial.terms
    assert part.figure is not None
    assert whole.figure is not None
    if trial.kind == RATIO:
        rate = rates.ratio(context, printed, part.figure, whole.figure)
        capped = printed.exact() == _FULL and part.figure.exact() > whole.figure.exact() > 0
        return None if rate is None or capped else (rate, relate.ratio(trial.whole, part, whole))
    fell = part.figure.exact() < whole.figure.exact()
    sign = -1 if printed.value < 0 or (fell and trial.unsigned) else 1
    plain = replace(printed, value=abs(printed.value))
    rate = rates.risen(context, plain, part.figure, whole.figure, sign)
    if rate is None:
        return None
    if printed.value < 0:
        rate = replace(rate, rounded=-rate.rounded, exact=-rate.exact)
    turn = 1 if printed.value < 0 else sign
    return rate, relate.risen(trial.whole, part, whole, turn)


def _added(trial: Trial, printed: Figure) -> tuple[Linear, Relation] | None:
    if not trial.adds_up:
        return None
    # What does not fit either way is held against the sum itself: its sign may be the slip's.
    unsigned = trial.unsigned and trial.fits() is not False
    turn = -1 if unsigned and sum(weight * value for weight, value in trial.values) < 0 else 1
    terms = [(turn * weight, cell) for weight, cell in trial.terms]
    stated = [(weight, cell) for weight, cell in terms if cell.figure is not None]
    if not stated:
        return None
    amounts = [(weight, cell.figure) for weight, cell in stated if cell.figure is not None]
    # That it is a sum is read from the table; that 1.1 stands for 1.10 is not assumed besides.
    result = linear(amounts, printed, literal)
    if [weight for weight, _ in trial.terms] == [1, -1] and len(stated) == len(terms):
        return result, relate.difference(trial.whole, terms[0][1], terms[1][1], turn)
    relation = relate.total(trial.whole, stated)
    blanks = tuple(Blank(cell.text, weight) for weight, cell in terms if cell.figure is None)
    return result, replace(relation, blanks=blanks) if blanks else relation


def _formula(trial: Trial) -> str:
    """How the value follows from the figures beside it, as one would key it in."""
    shown = [words.printed(figure) for _, figure in trial.figures]
    if trial.kind == RATIO:
        return "÷".join(shown)
    if trial.kind == GROWTH:
        return f"({shown[0]}-{shown[1]})÷{shown[1]}"
    signs = ["+" if weight > 0 else "-" for weight, _ in trial.figures]
    pairs = [f"{sign}{one}" for sign, one in zip(signs, shown, strict=True)]
    return "".join(pairs[:_SHOWN]).removeprefix("+") + ("+…" if len(pairs) > _SHOWN else "")
