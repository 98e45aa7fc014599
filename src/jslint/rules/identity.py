"""identity: named quantities stand in a fixed relation wherever they are all stated."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds, Related, Severity, Unchecked
from jslint.figures.verdict import Linear, Verdict, linear
from jslint.rules import near, options, words
from jslint.rules.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.diagnostic import Outcome
    from jslint.facts import Statement
    from jslint.rules.context import Context
    from jslint.tree import Node

_SIGNS = {"equals": "=", "at-most": "≤"}


def _pairs(node: Node) -> tuple[tuple[str, ...], ...]:
    return tuple(options.texts(item) for item in options.items(node))


class Identity(Rule, frozen=True, kw_only=True):
    """The sum of ``parts`` equals ``total``, or (``relation: at-most``) does not exceed it.

    ``when`` lists pairs of quantities that must be printed alike for the rule to apply; ``near: true``
    mentions, as info, an inequality that misses equality by no more than a few last places.
    Quantities are stated wherever the pack's ``facts`` say; the first statement of each counts
    (``same`` compares the others).
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "total": options.text,
        "parts": options.texts,
        "relation": options.choice("equals", "at-most"),
        "when": _pairs,
        "near": options.flag,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"total", "total_value", "parts", "parts_value", "relation", "difference", "note"}
    )

    QUANTITIES: ClassVar[tuple[str, ...]] = ("total", "parts", "when")

    total: str
    parts: tuple[str, ...]
    relation: str = "equals"
    when: tuple[tuple[str, ...], ...] = ()
    near: bool = False

    def check(self, context: Context) -> Iterator[Outcome]:
        """Check the relation once for the report."""
        names = (self.total, *self.parts)
        found = [context.facts.get(name, ()) for name in names]
        missing = [
            context.labels.get(name, name)
            for name, statements in zip(names, found, strict=True)
            if not statements
        ]
        if missing:
            yield Unchecked(self.entry.id, f"not stated: {', '.join(missing)}")
        elif all(_alike(context, pair) for pair in self.when):
            for total, *parts in _rows(found, keyed=self.total in context.keyed):
                yield self._check(context, total, parts)

    def _check(self, context: Context, total: Statement, parts: list[Statement]) -> Outcome:
        result = linear([(1, part.figure) for part in parts], total.figure, context.style.quantum)
        places = (total.place, *(part.place for part in parts))
        if self.relation == "at-most" and result.difference <= 0:
            if self.near and _is_near(context, result, total):
                return self._broken(context, total, parts, result, Severity.INFO)
            return Holds(self.entry.id, places)
        if result.verdict.holds:
            return Holds(self.entry.id, places, slack=result.verdict is Verdict.ROUNDING)
        severity = near.softened(result.verdict, self.entry.severity)
        if len(parts) == 1 and total.source and _touch(context, total, parts[0]):
            severity = near.softened(Verdict.TIE_ONLY, severity)
        return self._broken(context, total, parts, result, severity)

    def _broken(
        self,
        context: Context,
        total: Statement,
        parts: list[Statement],
        result: Linear,
        severity: Severity,
    ) -> Outcome:
        summed = result.difference + total.figure.exact()
        return self.diagnose(
            context,
            total.place,
            path=total.path,
            severity=severity,
            excerpt=total.excerpt,
            expected=words.amount(summed, total.figure),
            actual=words.printed(total.figure),
            related=tuple(Related(part.place, part.excerpt) for part in parts),
            figures=(total.place, *(part.place for part in parts)),
            total=f"{context.labels.get(self.total, self.total)}{_account(total)}",
            total_value=words.printed(total.figure),
            parts="+".join(context.labels.get(name, name) for name in self.parts),
            parts_value="+".join(words.printed(part.figure) for part in parts),
            relation=_SIGNS[self.relation],
            difference=words.amount(abs(result.difference), total.figure),
            note=words.notes(
                context.lang,
                [result.verdict.value] if result.verdict.value in _EXPLAINED else [],
                bound=words.amount(result.bound, total.figure),
            ),
        )


_EXPLAINED = frozenset({"impossible", "coarse", "tie-only", "improbable"})
#: An inequality that misses equality by this many last places was probably meant as equality.
_NEAR_QUANTA = 5


def _rows(found: list[tuple[Statement, ...]], *, keyed: bool) -> Iterator[tuple[Statement, ...]]:
    """The first statement of each quantity; of keyed ones, for every account that all state."""
    if not keyed:
        yield tuple(statements[0] for statements in found)
        return
    first = [{s.key: s for s in reversed(statements)} for statements in found]
    for key in first[0]:
        if all(key in statements for statements in first):
            yield tuple(statements[key] for statements in first)


def _is_near(context: Context, result: Linear, total: Statement) -> bool:
    step = total.figure.unit.scale * context.style.quantum(total.figure)
    return 0 < -result.difference <= _NEAR_QUANTA * step


def _alike(context: Context, names: tuple[str, ...]) -> bool:
    """Whether the named quantities are all stated and printed with the same value."""
    values = {
        context.facts[name][0].figure.exact() if context.facts.get(name) else None for name in names
    }
    return len(values) == 1 and None not in values


class Same(Rule, frozen=True, kw_only=True):
    """All statements of all the named quantities print one value.

    ``facts`` may name several quantities that must be equal; ``when`` as in ``identity``. The value
    printed most often counts as right, the first one where there is no majority.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "facts": options.texts,
        "when": _pairs,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset({"label", "here", "there", "note"})
    QUANTITIES: ClassVar[tuple[str, ...]] = ("facts", "when")

    facts: tuple[str, ...]
    when: tuple[tuple[str, ...], ...] = ()

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare every statement with the prevailing one."""
        statements = [
            (name, statement) for name in self.facts for statement in context.facts.get(name, ())
        ]
        if not all(_alike(context, pair) for pair in self.when):
            return
        rows: dict[str, list[tuple[str, Statement]]] = {}
        for name, statement in statements:
            rows.setdefault(statement.key if name in context.keyed else "", []).append(
                (name, statement)
            )
        for group in rows.values():
            yield from self._agree(context, group)
        if not any(len(group) > 1 for group in rows.values()):
            yield Unchecked(self.entry.id, "stated fewer than twice")

    def _agree(
        self, context: Context, statements: list[tuple[str, Statement]]
    ) -> Iterator[Outcome]:
        values = [statement.figure.exact() for _, statement in statements]
        common = max(values, key=values.count)
        model = statements[values.index(common)][1]
        for name, statement in statements:
            if statement is not model:
                yield self._compare(context, name, statement, model)

    def _compare(self, context: Context, name: str, here: Statement, there: Statement) -> Outcome:
        result = linear([(1, here.figure)], there.figure, context.style.quantum)
        places = (here.place, there.place)
        if result.verdict.holds:
            return Holds(self.entry.id, places, slack=result.verdict is Verdict.ROUNDING)
        note = [result.verdict.value] if result.verdict is Verdict.COARSE else []
        severity = near.softened(result.verdict, self.entry.severity)
        if (here.source or there.source) and _touch(context, here, there):
            severity = near.softened(Verdict.TIE_ONLY, severity)
        return self.diagnose(
            context,
            here.place,
            path=here.path,
            severity=severity,
            excerpt=here.excerpt,
            expected=words.printed(there.figure),
            actual=words.printed(here.figure),
            related=(Related(there.place, there.excerpt),),
            figures=places,
            label=" ".join(filter(None, (context.labels.get(name, name), here.name or there.name)))
            if name in context.keyed
            else context.labels.get(name, name),
            here=f"{words.printed(here.figure)}{_source(here)}",
            there=f"{words.printed(there.figure)}{_source(there)}",
            note=words.notes(context.lang, note),
        )


def _touch(context: Context, here: Statement, there: Statement) -> bool:
    """Whether the two differ by one last place: one of them was built from rounded parts."""
    steps = [
        statement.figure.unit.scale * context.style.quantum(statement.figure)
        for statement in (here, there)
    ]
    return abs(here.figure.exact() - there.figure.exact()) == max(steps)


def _account(statement: Statement) -> str:
    return f"（{statement.key} {statement.name}）" if statement.key else ""


def _source(statement: Statement) -> str:
    return f"（{statement.source}）" if statement.source else ""


class Together(Rule, frozen=True, kw_only=True):
    """The named quantities are all zero or all not zero (团组数, 人次 and the money spent)."""

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {"facts": options.texts}
    VALUES: ClassVar[frozenset[str]] = frozenset({"zero", "zero_value", "other", "other_value"})
    QUANTITIES: ClassVar[tuple[str, ...]] = ("facts",)

    facts: tuple[str, ...]

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare the first statement of each quantity that is stated."""
        stated = [(name, context.facts[name][0]) for name in self.facts if context.facts.get(name)]
        if len(stated) < 2:  # noqa: PLR2004 - one statement has nothing to agree with
            yield Unchecked(self.entry.id, "stated fewer than twice")
            return
        zero = [item for item in stated if item[1].figure.value == 0]
        other = [item for item in stated if item[1].figure.value != 0]
        places = tuple(statement.place for _, statement in stated)
        if not zero or not other:
            yield Holds(self.entry.id, places)
            return
        (name, statement), (against, contrary) = zero[0], other[0]
        yield self.diagnose(
            context,
            statement.place,
            path=statement.path,
            excerpt=statement.excerpt,
            actual=words.printed(statement.figure),
            related=tuple(Related(item.place, item.excerpt) for _, item in other),
            figures=places,
            zero=context.labels.get(name, name),
            zero_value=words.printed(statement.figure),
            other=context.labels.get(against, against),
            other_value=words.printed(contrary.figure),
        )
