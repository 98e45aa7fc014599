"""carried: what a year begins with is what the year before ended with."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds
from jslint.figures.verdict import Verdict, linear
from jslint.rules.bench import past
from jslint.rules.bench.grading import grade
from jslint.rules.ground import words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.diagnostic import Outcome
    from jslint.facts import Statement
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


class Carried(Rule, frozen=True, kw_only=True):
    """Quantities of this year's report equal others of last year's, where ``--previous`` gives it.

    Of each of the ``pairs``, this year's report states ``now`` and last year's ``then``; the first
    statement of each counts. Nothing is checked against a report of another body or year.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {"pairs": past.pairs}
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"now", "now_value", "then", "then_value", "source", "difference", "note"}
    )
    QUANTITIES: ClassVar[tuple[str, ...]] = ("pairs",)

    pairs: tuple[tuple[str, str], ...]

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare each pair once, keyed quantities account by account."""
        last = past.of(context)
        if isinstance(last, str):
            yield self.unchecked(last)
            return
        for pair in self.pairs:
            here, there = context.first.get(pair[0], {}), last.first.get(pair[1], {})
            both = [key for key in here if key in there]
            if not both:
                labels = " = ".join(context.labels.get(name, name) for name in pair)
                yield self.unchecked("not-in-both", names=labels)
            for key in both:
                yield self._judge(context, last, pair, (here[key], there[key]))

    def _judge(
        self,
        context: Context,
        last: Context,
        pair: tuple[str, str],
        stated: tuple[Statement, Statement],
    ) -> Outcome:
        here, there = stated
        now, then = here.figure, there.figure
        result = linear([(1, now)], then, past.quantum(context, last, then))
        if result.verdict.holds:
            slack = result.verdict is Verdict.ROUNDING
            return Holds(self.entry.id, (here.place,), slack=slack)
        doubts = ("coarse-rate",) if result.verdict is Verdict.COARSE else ()
        graded = grade(self.entry.severity, result, doubts)
        return self.diagnose(
            here.place,
            path=here.path,
            severity=graded.severity,
            excerpt=here.excerpt,
            expected=words.amount(then.exact(), now),
            actual=words.printed(now),
            related=(past.related(last, there),),
            figures=(here.place,),
            now=_label(context, pair[0], here),
            now_value=past.shown(now),
            then=_label(last, pair[1], there),
            then_value=past.shown(then),
            source=past.source(there),
            difference=words.amount(abs(result.difference), now),
            note=words.notes(graded.notes if doubts else ()),
        )


def _label(context: Context, name: str, statement: Statement) -> str:
    """The quantity's label, of a keyed one with the account's name."""
    label = context.labels.get(name, name)
    return f"{label} {statement.name}" if name in context.keyed else label
