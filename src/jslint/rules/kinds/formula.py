"""formula: quantities stand in a relation that the pack writes in plain notation."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from jslint.diagnostic import Holds, Related
from jslint.figures.figure import Dimension
from jslint.figures.verdict import Verdict
from jslint.formulas import Name, Relation, dimensions
from jslint.phrases import Family
from jslint.rules.bench import relations
from jslint.rules.bench.grading import capped
from jslint.rules.bench.rendering import labelled, signed, valued
from jslint.rules.ground import conditions, options, words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Self

    from jslint.diagnostic import Outcome
    from jslint.document import Place
    from jslint.facts import Quantity, Statement
    from jslint.figures.figure import Figure
    from jslint.relation import Relation as Between
    from jslint.rules.bench.relations import Judged
    from jslint.rules.ground.conditions import Row, Stated
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

said = Family("packs").phrase


def relations_of(node: Node) -> tuple[Stated, ...]:
    """A list of relations; a single one reads as a list of one."""
    found = conditions.listed(node)
    for stated in found:
        if not isinstance(stated.root, Relation):
            raise options.OptionError(
                said("formula-one-comparison"),
                stated.node,
            )
    return found


class Formula(Rule, frozen=True, kw_only=True):
    """Every relation of ``formula`` holds for the quantities as stated in the report.

    Quantities are called by name or by label. ``=`` and ``≤`` are judged by the number model: what
    rounding explains is no fault, a printed rate must be the rounding of a possible one. All
    of ``when`` and none of ``unless`` hold for the figures as printed; ``near: true`` mentions, as info, an
    inequality that misses equality by no more than a few last places. The first statement of each
    quantity counts (``same`` compares the others); a relation of quantities by account is checked for
    every account that all of them state.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "formula": relations_of,
        "when": conditions.listed,
        "unless": conditions.listed,
        "near": options.flag,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"left", "left_value", "right", "right_value", "relation", "difference", "note"}
    )

    FORMULAS: ClassVar[tuple[str, ...]] = ("formula", "when", "unless")

    formula: tuple[Stated, ...]
    when: tuple[Stated, ...] = ()
    unless: tuple[Stated, ...] = ()
    near: bool = False

    def settle(self, known: Mapping[str, Quantity]) -> Self:
        """As every rule is, with conditions by account only where every relation is."""
        settled = super().settle(known)
        for stated in settled.formula:
            if not conditions.is_by_account(stated.names, known):
                conditions.refuse_by_account((*settled.when, *settled.unless), known)
        return settled

    def check(self, context: Context) -> Iterator[Outcome]:
        """Check each relation, once or for every account."""
        for stated in self.formula:
            yield from self._check(context, stated)

    def _check(self, context: Context, stated: Stated) -> Iterator[Outcome]:
        names = stated.names
        missing = [
            context.labels.get(name.name, name.name)
            for name in names
            if not name.optional and not conditions.found(context, name, _any(context, name))
        ]
        if missing:
            yield self.unchecked("not-stated", names="、".join(missing))
            return
        for key in _keys(context, names):
            row = {name: conditions.found(context, name, key) for name in names}
            stated_all = all(row[name] or name.optional for name in names)
            if stated_all and any(row.values()):
                yield self._row(context, stated, row, key)

    def _row(self, context: Context, stated: Stated, row: Row, key: str) -> Outcome:
        applies = conditions.applies(context, self.when, self.unless, key)
        if not applies:
            why = "condition-unknown" if applies is None else "condition-fails"
            return self.unchecked(why)
        relation = stated.root
        assert isinstance(relation, Relation)
        judged = relations.judge(context, relation, row, stated.dimension)
        if judged is None:
            return self.unchecked("divisor-zero")
        found = _Found(relation, row, judged, stated.dimension)
        if judged.holds:
            if self.near and judged.near:
                return self._broken(context, found, "near-equal")
            slack = judged.verdict is Verdict.ROUNDING
            return Holds(self.entry.id, found.places, slack=slack, relation=found.between)
        rate = judged.verdict is Verdict.COARSE and judged.printed
        doubts = ("coarse-rate" if rate else "", "touching" if judged.touching else "")
        return self._broken(context, found, judged.verdict.value, *doubts)

    def _broken(self, context: Context, found: _Found, *doubts: str) -> Outcome:
        judged, relation, row = found.judged, found.relation, found.row
        at, *others = found.statements
        like = found.like
        noted = judged.verdict.value if judged.verdict.value in _EXPLAINED else ""
        if judged.verdict is Verdict.IMPOSSIBLE and not judged.bound:
            noted = ""  # nothing was rounded, or the figures were divided and have no such bound
        return self.diagnose(
            at.place,
            path=at.path,
            severity=capped(self.entry.severity, *doubts),
            excerpt=at.excerpt,
            expected=found.sign + relations.replacing(judged.computed, like, found.figures),
            actual=signed(like) if found.lone else relations.shown(judged.left, like),
            related=tuple(Related(other.place, other.excerpt) for other in others),
            figures=found.places,
            asks=found.between,
            left=labelled(context, relation.left, row),
            left_value=valued(relation.left, row),
            right=labelled(context, relation.right, row),
            right_value=valued(relation.right, row),
            relation=_SIGNS[relation.operator],
            difference=relations.shown(abs(judged.difference), like),
            note=words.notes(
                [*([noted] if noted else []), *judged.slips],
                bound=relations.shown(judged.bound, like),
            ),
        )


_EXPLAINED = frozenset({"impossible", "coarse", "tie-only", "improbable"})
_TURNED = {"<=": ">=", ">=": "<=", "<": ">", ">": "<"}
_SIGNS = {"=": "=", "!=": "≠", "<=": "≤", ">=": "≥", "<": "<", ">": ">"}


class _Found(Struct, frozen=True):
    """A relation with the statements of its quantities and what was made of them."""

    relation: Relation
    row: Row
    judged: Judged
    dimension: str

    @property
    def lone(self) -> Name | None:
        """The side that is one quantity, the left one first; it is the one to complain of."""
        return relations.lone(self.relation, self.row)

    @property
    def sign(self) -> str:
        """How the lone or left side should stand to the other's value: nothing where it equals it."""
        operator = self.relation.operator
        if self.lone is not None and self.lone is not self.relation.left:
            operator = _TURNED.get(operator, operator)
        return "" if operator == "=" else _SIGNS[operator]

    @property
    def like(self) -> Figure:
        """A figure that shows how to print the value of a side."""
        first, *others = (statement.figure for statement in self.statements)
        if self.lone or not self.dimension:
            return first
        alike = _DIMENSIONS[self.dimension]
        fitting = (one for one in (first, *others) if one.unit.dimension in alike)
        return next(fitting, relations.PERCENT)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, first the one to complain of: that of the lone side, if there is one."""
        every = [statement for found in self.row.values() for statement in found]
        first = self.row[self.lone][0] if self.lone else every[0]
        return (first, *(statement for statement in every if statement is not first))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """What those of the same table print, or those of the narrative."""
        source = self.statements[0].source
        return tuple(one.figure for one in self.statements if one.source == source)

    @property
    def between(self) -> Between | None:
        """What must hold between the figures; None where that is no weighted sum."""
        return relations.between(self.relation, self.row)

    @property
    def places(self) -> tuple[Place, ...]:
        """Where they stand."""
        return tuple(statement.place for statement in self.statements)


_DIMENSIONS = {
    dimensions.MONEY: (Dimension.AMOUNT,),
    dimensions.COUNT: (Dimension.COUNT,),
    dimensions.RATE: (Dimension.RATE, Dimension.POINT),
}


def _any(context: Context, name: Name) -> str:
    """Some account that a keyed quantity is stated for."""
    if name.key or name.name not in context.keyed:
        return ""
    return next((statement.key for statement in context.facts.get(name.name, ())), "")


def _keys(context: Context, names: tuple[Name, ...]) -> list[str]:
    """The accounts to look at one by one; one empty key where the relation has no such quantity."""
    keyed = [name for name in names if not name.key and name.name in context.keyed]
    if not keyed:
        return [""]
    stated = (one for name in keyed for one in context.facts.get(name.name, ()))
    return list(dict.fromkeys(statement.key for statement in stated))
