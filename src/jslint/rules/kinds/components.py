"""components: a whole that has set parts is their sum, wherever a report states them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from jslint.claims.model import ACTUAL, AMOUNT, CHANGE, FLAT
from jslint.figures.verdict import Verdict, linear
from jslint.rules.bench import near, relate, statements
from jslint.rules.bench.cases import Fault, Kept, conclude
from jslint.rules.ground import options, words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import re2

    from jslint.claims.model import Claim, Claims
    from jslint.diagnostic import Outcome
    from jslint.figures.verdict import Linear
    from jslint.rules.bench.cases import Found
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


class _Row(Struct, frozen=True):
    """A statement of the whole and those of its parts; ``open`` where one of nothing is not among them."""

    whole: Claim
    parts: tuple[Claim, ...]
    open: bool

    @property
    def signs(self) -> list[int]:
        """Whether each part's change goes the whole's way; amounts always do."""
        return [(self.whole.direction or 1) * (part.direction or 1) for part in self.parts]


class Components(Rule, frozen=True, kw_only=True):
    """What ``whole`` names comes to what its ``parts`` do, in every measure that all of them state.

    The parts may stand in other sections than the whole. Only where the amounts add up is it sure
    which statements belong together; then the changes against a year or a budget must add up too, as
    they must where one paragraph tells all of them. A
    part of nothing that states no change can but have fallen. Names that state one measure with
    several values are left alone, and so are lists that state all parts (kind ``division``).
    ``measure: actual`` adds up the amounts themselves, where one sentence goes through the whole and
    then each of its parts without a word that makes it a list.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "whole": options.pattern,
        "parts": options.patterns,
        "measure": options.choice(CHANGE, ACTUAL),
    }
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"whole", "total", "parts", "sum", "difference", "note"}
    )

    whole: re2._Regexp
    parts: tuple[re2._Regexp, ...]
    measure: str = CHANGE

    def check(self, context: Context) -> Iterator[Outcome]:
        """Check each measure in which the whole changed, or the amounts of each sentence."""
        claims = context.claims
        wholes, *parts = (statements.topics(claims, one) for one in (self.whole, *self.parts))
        if self.measure == ACTUAL:
            for found in _in_a_row(claims, wholes, parts):
                if not _is_listed(claims, wholes, found):
                    yield conclude(self, context, _judged(context, found))
            return
        total = statements.only(claims, wholes, AMOUNT, ACTUAL)
        amounts = [statements.only(claims, one, AMOUNT, ACTUAL) for one in parts]
        stated = [one for one in amounts if one is not None]
        if total is None or len(stated) < len(parts):
            for told in self._told_at_once(claims, wholes, parts):
                yield conclude(self, context, _judged(context, told))
            return
        if not _result(context, _Row(total, tuple(stated), open=False)).verdict.holds:
            return
        for measure in dict.fromkeys(
            claim.measure for topic in wholes for claim in claims.about(topic, CHANGE)
        ):
            row = self._row(claims, wholes, list(zip(parts, stated, strict=True)), measure)
            if row is not None and not _is_listed(claims, wholes, row):
                yield conclude(self, context, _judged(context, row))

    def _told_at_once(
        self, claims: Claims, wholes: Sequence[int], parts: Sequence[Sequence[int]]
    ) -> Iterator[_Row]:
        """The changes of the whole and of each part where one paragraph tells all of them, and no other does."""
        for measure in dict.fromkeys(
            claim.measure for topic in wholes for claim in claims.about(topic, CHANGE)
        ):
            whole = statements.only(claims, wholes, CHANGE, measure)
            if whole is None or not whole.direction:
                continue
            rows = [statements.only(claims, one, CHANGE, measure) for one in parts]
            flat = [
                any(
                    one.text is whole.text
                    for topic in row
                    for one in claims.about(topic, FLAT, measure)
                )
                for row in parts
            ]
            found = [one for one in rows if one and one.direction and one.text is whole.text]
            told = sum(bool(one) or level for one, level in zip(rows, flat, strict=True))
            if len(found) > 1 and told == len(parts) and len(found) + sum(flat) == len(parts):
                row = _Row(whole, tuple(found), open=False)
                if not _is_listed(claims, wholes, row):
                    yield row

    def _row(
        self,
        claims: Claims,
        wholes: Sequence[int],
        parts: Sequence[tuple[Sequence[int], Claim]],
        measure: str,
    ) -> _Row | None:
        """The changes of one measure; None where one of them is not certain."""
        whole = statements.only(claims, wholes, CHANGE, measure)
        if whole is None or not whole.direction:
            return None
        found, nothing = [], False
        for topics, amount in parts:
            change = statements.only(claims, topics, CHANGE, measure)
            flat = any(claims.about(topic, FLAT, measure) for topic in topics)
            some = amount.figure is not None and amount.figure.value != 0
            if change is not None and change.direction:
                found.append(change)
            elif any(claims.about(one, CHANGE, measure) for one in topics) or (some and not flat):
                return None
            else:
                nothing = nothing or not flat
        return _Row(whole, tuple(found), nothing) if found else None


def _result(context: Context, row: _Row) -> Linear:
    assert row.whole.figure is not None
    terms = [
        (sign, part.figure) for sign, part in zip(row.signs, row.parts, strict=True) if part.figure
    ]
    formed = row.whole.kind == CHANGE
    return linear(terms, row.whole.figure, context.style.quantum, formed=formed)


def _judged(context: Context, row: _Row) -> Found:
    result = _result(context, row)
    signed = list(zip(row.signs, row.parts, strict=True))
    relation = relate.total(row.whole, signed)
    more = result.difference > 0 if (row.whole.direction or 1) < 0 else result.difference < 0
    if result.verdict.holds or (row.open and not more):
        slack = row.open or result.verdict is not Verdict.EXACT
        return Kept(relation.places, None if row.open else relation, slack)
    whole = row.whole.figure
    assert whole is not None
    right = words.amount(abs(result.difference + whole.exact()), whole)
    shown = "".join(f"{'+' if sign > 0 else '-'}{near.printed(part)}" for sign, part in signed)
    return Fault(
        claim=row.whole,
        others=row.parts,
        relation=None if row.open else relation,
        figures=relation.places,
        result=result,
        expected=right,
        values={
            "whole": context.claims.topics[row.whole.topic].name,
            "total": near.printed(row.whole),
            "parts": shown.removeprefix("+"),
            "sum": right,
        },
    )


def _in_a_row(
    claims: Claims, wholes: Sequence[int], parts: Sequence[Sequence[int]]
) -> Iterator[_Row]:
    """The sentences that state the whole and then each part once, all with their own names."""
    for topic in wholes:
        for whole in claims.about(topic, AMOUNT, ACTUAL):
            found = [_behind(claims, whole, one) for one in parts]
            stated = [one for one in found if one is not None]
            if whole.is_money and not whole.carried and len(stated) == len(parts):
                yield _Row(whole, tuple(stated), open=False)


def _behind(claims: Claims, whole: Claim, topics: Sequence[int]) -> Claim | None:
    """The only amount of a part that stands behind the whole's in its sentence."""
    text = whole.text.value
    stop = text.find("。", whole.end)
    end = len(text) if stop < 0 else stop
    found = [
        claim
        for topic in topics
        for claim in claims.beside(whole, topic, AMOUNT, ACTUAL)
        if whole.end <= claim.start < end and claim.is_money and not claim.carried
    ]
    return found[0] if len(found) == 1 else None


def _is_listed(claims: Claims, wholes: Sequence[int], row: _Row) -> bool:
    return not row.open and statements.are_listed(claims, wholes, row.parts)
