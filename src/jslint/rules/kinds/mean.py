"""mean: what one of them cost on average is the amount that it is of, divided by the count beside it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from jslint.claims import cues, names
from jslint.claims.model import ACTUAL, AMOUNT, MENTION
from jslint.figures.figure import UNITS
from jslint.figures.verdict import half_up, to_place
from jslint.patterns import regex
from jslint.phrases import Family
from jslint.rules.bench import averages, near, relate
from jslint.rules.bench.averages import count
from jslint.rules.bench.cases import Fault, Kept, Open, conclude
from jslint.rules.bench.digits import exchanged, is_long
from jslint.rules.ground import options, words
from jslint.rules.ground.base import Rule
from jslint.tree import Mapping as MappingNode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.claims.model import Claim
    from jslint.diagnostic import Outcome
    from jslint.figures.figure import Figure
    from jslint.rules.bench.cases import Found
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

said = Family("packs").phrase
#: What an average is of, whatever it is: 人均消费.
_SPENT = regex(r"^(?:消费|花费|开支|成本|标准)+")
#: A name of fewer characters is in many others.
_TELLING = 2


def by_name(node: Node) -> dict[str, re2._Regexp]:
    """A mapping of names, or of units, to patterns."""
    if not isinstance(node, MappingNode):
        raise options.OptionError(said("expected-mapping-units"), node)
    return {unit.value: options.pattern(find) for unit, find in node.entries}


class Mean(Rule, frozen=True, kw_only=True):
    """An average is the only amount of its clause by the only count there of what it is an average of.

    ``counted`` has, for each unit of counts, the words that announce an average by such a count:
    人次 for 人均. A clause without an amount is about the only one before in its paragraph of which the
    count is called by the name, or the paragraph's only one where ``reckoned`` words say what is divided
    by. ``divided`` has, for words in the name of a count, the name of what such counts divide, which
    stands before in the paragraph; these may follow the average in its sentence. Where any amount and any count of the section give the average, nothing is wrong.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "counted": by_name,
        "reckoned": options.pattern,
        "divided": by_name,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset({"printed", "total", "count", "mean"})

    counted: dict[str, re2._Regexp]
    reckoned: re2._Regexp | None = None
    divided: Mapping[str, re2._Regexp] = {}

    def check(self, context: Context) -> Iterator[Outcome]:
        """Look at every amount that is called an average."""
        for claim in context.claims.claims:
            if claim.is_money and claim.figure and (units := self._units(context, claim)):
                yield conclude(self, context, self._found(context, claim, units))

    def _units(self, context: Context, claim: Claim) -> list[str]:
        """The units of what an amount is an average by; none where it is no average."""
        if claim.kind == MENTION:
            before = _announcing(context, claim)
            return [unit for unit, find in self.counted.items() if find.search(before)]
        if claim.kind != AMOUNT or claim.measure != ACTUAL:
            return []
        name = names.plain(context.claims.topics[claim.topic].name)
        found = ((unit, find.search(name)) for unit, find in self.counted.items())
        return [unit for unit, match in found if match and not match.start()]

    def _found(self, context: Context, claim: Claim, units: list[str]) -> Found:
        claims, figure = context.claims, claim.figure
        assert figure is not None
        unsure = Open(claim, "nothing-beside", claims.topics[claim.topic].name)
        known = averages.of_section(context, claim.path)
        if known is None:
            return unsure
        beside = averages.counts_of(claims, claim)
        beside = beside or averages.behind(claims, claim, self.divided)
        beside = beside or averages.ahead(claims, claim, self.divided)
        counts = [one for one in beside if averages.unit(one) in units and count(one)]
        total = None
        if len(counts) == 1:
            total = averages.total_of(claims, claim, counts[0], self.reckoned, self.divided)
            total = total if total and self._is_of(context, claim, total) else None
        kept = [one for one in known.near(figure.exact(), figure.step / 2) if one.count]
        kept = [one for one in kept if one.total is not claim]
        if kept:
            sure = total and any((one.total, one.count) == (total, counts[0]) for one in kept)
            relation = relate.average(claim, total, counts[0]) if total and sure else None
            return Kept(relation.places if relation else (claim.place,), relation, slack=True)
        if total is None or total.figure is None:
            return unsure
        right = total.figure.exact() / count(counts[0])
        if _is_misprint(figure, right):
            return unsure
        each = words.replacing(to_place(right, figure), figure)
        return _fault(claim, total, counts[0], each)

    def _is_of(self, context: Context, claim: Claim, total: Claim) -> bool:
        """Whether an average with a name of its own has the total's: 人均餐费 is of a part."""
        topics = context.claims.topics
        announced = claim.kind == MENTION
        said = _announcing(context, claim) if announced else names.plain(topics[claim.topic].name)
        found = (find.search(said) for find in self.counted.values())
        own = {_SPENT.sub("", names.subject(said[match.end() :])) for match in found if match}
        whole = topics[total.topic].key
        return any(names.is_generic(one) or _means(one, whole) for one in own)


def _means(own: str, whole: str) -> bool:
    """Whether the name of an average ends that of a total, or leaves words of it out: 运行费 of 运行维护费."""
    said, rest = names.key(own), iter(whole)
    shortened = len(said) >= _TELLING and all(character in rest for character in said)
    return whole.endswith(said) or shortened


def _announcing(context: Context, claim: Claim) -> str:
    """The words since the figure before; none where it is of another year or of a month."""
    words = near.lead(context.claims, claim)
    return "" if cues.BASE.search(words) or cues.EACH_TIME.search(words) else words


def _fault(claim: Claim, total: Claim, by: Claim, each: str) -> Fault:
    return Fault(
        claim=claim,
        others=(total, by),
        relation=relate.average(claim, total, by),
        expected=each,
        values={
            "printed": near.printed(claim),
            "total": near.printed(total),
            "count": near.printed(by),
            "mean": each,
        },
    )


def _is_misprint(figure: Figure, right: Fraction) -> bool:
    """Whether digits enough changed places or the unit is another: other rules say so."""
    meant = half_up(right / Fraction(figure.unit.scale), figure.quantum)
    other = half_up(right / Fraction(UNITS["万元"].scale), figure.quantum)
    return (meant in exchanged(figure) and is_long(figure)) or figure.value == other
