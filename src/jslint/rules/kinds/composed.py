"""composed: a whole of set parts comes to what they do, in whichever paragraphs they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from jslint.claims.model import ACTUAL, AMOUNT, BUDGET
from jslint.figures.verdict import Linear
from jslint.phrases import Family
from jslint.rules.bench import dividing, near, statements
from jslint.rules.bench.cases import Case, Fault, Kept, Open, conclude, judge
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.claims.model import Claim
    from jslint.diagnostic import Outcome
    from jslint.rules.bench.cases import Found, Result
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

said = Family("packs").phrase


class Part(Struct, frozen=True, kw_only=True):
    """What a part is ``named``, what says that there was ``none`` of it, and ``parts`` of its own."""

    named: re2._Regexp
    none: re2._Regexp | None = None
    parts: tuple[Part, ...] = ()


class _Made(Struct, frozen=True):
    """The amounts that make a part up; ``whole`` where nothing of it may be left out."""

    amounts: tuple[Claim, ...]
    whole: bool


def composing(node: Node) -> tuple[Part, ...]:
    """A list of ``{named: …, none: …, parts: …}``, whose own parts have no further ones."""
    return tuple(_part(item, {"parts": _leaves}) for item in options.items(node))


def _leaves(node: Node) -> tuple[Part, ...]:
    return tuple(_part(item, {}) for item in options.items(node))


def _part(node: Node, more: Mapping[str, Callable[[Node], object]]) -> Part:
    read = {"named": options.pattern, "none": options.pattern, **more}
    found = options.mapping(node, read)
    if "named" not in found:
        raise options.OptionError(said("part-needs-name"), node)
    return Part(**found)  # type: ignore[arg-type]


class Composed(Rule, frozen=True, kw_only=True):
    """What ``whole`` names comes to what its ``parts`` do, each stated by itself somewhere in a report.

    Each part is ``named`` by a pattern; what finds ``none`` in the text says that nothing was spent on
    it; where it is not stated, its own ``parts`` stand for it. Where some part is neither stated nor
    said to be nothing, the others must not exceed the whole. The outturn is added up, and each budget
    that the whole states; what is stated with several values is left alone, and so are sentences that
    go through all parts and lists of them (kinds ``components`` and ``division``).
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "whole": options.pattern,
        "parts": composing,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"whole", "total", "parts", "sum", "difference", "note"}
    )

    whole: re2._Regexp
    parts: tuple[Part, ...]

    def check(self, context: Context) -> Iterator[Outcome]:
        """Add up each measure in which the whole is stated."""
        claims = context.claims
        wholes = statements.topics(claims, self.whole)
        for measure in dict.fromkeys(
            claim.measure for topic in wholes for claim in claims.about(topic, AMOUNT)
        ):
            if not measure.startswith((ACTUAL, BUDGET)):
                continue
            whole = statements.only(claims, wholes, AMOUNT, measure)
            if whole is None:
                continue
            made = _sum([_made(context, one, measure) for one in self.parts])
            if not made.amounts:
                continue
            in_a_row = len(made.amounts) == len(self.parts) and _go_on(whole, made.amounts)
            if not in_a_row and not statements.are_listed(claims, wholes, made.amounts):
                yield conclude(self, context, _found(context, whole, made))


def _made(context: Context, part: Part, measure: str) -> _Made:
    """What a part comes to, as far as the report says so."""
    claims = context.claims
    topics = statements.topics(claims, part.named)
    stated = statements.only(claims, topics, AMOUNT, measure)
    if stated is not None:
        return _Made((stated,), whole=True)
    if any(claims.about(topic, AMOUNT, measure) for topic in topics):
        return _Made((), whole=False)
    if measure == ACTUAL and _is_nothing(context, part):
        return _Made((), whole=True)
    made = _sum([_made(context, one, measure) for one in part.parts])
    return made if part.parts else _Made((), whole=False)


def _sum(parts: list[_Made]) -> _Made:
    amounts = tuple(amount for one in parts for amount in one.amounts)
    return _Made(amounts, whole=all(one.whole for one in parts))


def _is_nothing(context: Context, part: Part) -> bool:
    """Whether the text says that nothing was spent on a part."""
    none = part.none
    return none is not None and any(none.finds(one.text.value) for one in context.prose)


def _go_on(whole: Claim, amounts: tuple[Claim, ...]) -> bool:
    """Whether one sentence states the whole and then every amount."""
    if any(one.text is not whole.text or one.start < whole.end for one in amounts):
        return False
    last = max(one.start for one in amounts)
    return "。" not in whole.text.value[whole.end : last]


def _is_before(whole: Claim, amounts: tuple[Claim, ...]) -> bool:
    """Whether a whole is stated before its parts, or in a sentence with them.

    What an earlier sentence tells may be somebody else's, where not all parts are told.
    """
    return all(one.index > whole.index or _is_in_sentence(one, whole) for one in amounts)


def _is_in_sentence(one: Claim, other: Claim) -> bool:
    """Whether a claim and a later one stand in one sentence."""
    return one.text is other.text and "。" not in one.text.value[one.end : other.start]


def _found(context: Context, whole: Claim, made: _Made) -> Found:
    """The whole is its parts, or no less than them where some may be missing."""

    def fault(result: Result) -> Fault:
        note = () if made.whole else ("exceeds",)
        return Fault(
            claim=whole,
            others=made.amounts,
            relation=relation,
            result=result,
            doubts=note,
            notes=note or None,
            values={
                "whole": context.claims.topics[whole.topic].name,
                "total": near.printed(whole),
                "parts": "+".join(near.printed(one) for one in made.amounts),
            },
        )

    if made.whole:
        relation = dividing.related(whole, made.amounts)
        return Case(whole, relation, fault)
    relation = dividing.at_most(whole, made.amounts)
    result = judge(context, relation)
    if isinstance(result, Linear) and result.difference > result.bound:
        before = _is_before(whole, made.amounts)
        return fault(result) if before else Open(whole, "other-subject")
    return Kept(relation.places, relation, slack=True)
