"""together: quantities that are none or some at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.diagnostic import Holds, Related
from jslint.phrases import Family
from jslint.rules.bench import relate
from jslint.rules.ground import conditions, options, words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Self

    from jslint.diagnostic import Outcome
    from jslint.facts import Quantity
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

said = Family("packs").phrase


class Together(Rule, frozen=True, kw_only=True):
    """The named quantities are all zero or all not zero (团组数, 人次 and the money spent)."""

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {"facts": options.quantities}
    VALUES: ClassVar[frozenset[str]] = frozenset({"zero", "zero_value", "other", "other_value"})
    QUANTITIES: ClassVar[tuple[str, ...]] = ("facts",)

    facts: tuple[str, ...]

    def settle(self, known: Mapping[str, Quantity]) -> Self:
        """As every rule is, with quantities of one value only."""
        settled = super().settle(known)
        for called, name in zip(self.facts, settled.facts, strict=True):
            if known[name].keyed and isinstance(called, options.Called):
                raise options.OptionError(
                    said("keyed", name=conditions.label_of(known[name])),
                    called.node,
                )
        return settled

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare the first statement of each quantity that is stated."""
        stated = [(name, context.facts[name][0]) for name in self.facts if context.facts.get(name)]
        if len(stated) < 2:  # noqa: PLR2004 - one statement has nothing to agree with
            yield self.unchecked("stated-once")
            return
        zero = [item for item in stated if item[1].figure.value == 0]
        other = [item for item in stated if item[1].figure.value != 0]
        relation = relate.turned([(1, statement) for _, statement in stated])
        if not zero or not other:
            yield Holds(self.entry.id, relation.places, relation=relation)
            return
        (name, statement), (against, contrary) = zero[0], other[0]
        yield self.diagnose(
            statement.place,
            path=statement.path,
            excerpt=statement.excerpt,
            actual=words.printed(statement.figure),
            related=tuple(Related(item.place, item.excerpt) for _, item in other),
            asks=relation,
            zero=context.labels.get(name, name),
            zero_value=words.printed(statement.figure),
            other=context.labels.get(against, against),
            other_value=words.printed(contrary.figure),
        )
