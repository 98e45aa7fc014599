"""division: the parts of a list in the narrative add up to their whole."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace

from jslint.claims.model import ACTUAL, AMOUNT, CHANGE
from jslint.claims.state import MONEY
from jslint.figures.verdict import Verdict
from jslint.rules.bench import completeness, dividing, near
from jslint.rules.bench.cases import Fault, Kept, Open, conclude
from jslint.rules.bench.digits import is_mistyped
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from fractions import Fraction

    import re2

    from jslint.claims.model import Claim, Claims, Group
    from jslint.diagnostic import Outcome
    from jslint.figures.verdict import Linear
    from jslint.relation import Relation
    from jslint.rules.bench.cases import Found
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


def lists(node: Node) -> tuple[tuple[re2._Regexp, ...], ...]:
    """Lists of patterns."""
    return tuple(options.patterns(item) for item in options.items(node))


#: How many levels of lists inside lists are added up together.
_DEEPEST = 4
#: Of no more further parts than this every choice is tried.
_MOST_CHOSEN = 8


class Division(Rule, frozen=True, kw_only=True):
    """The parts that a sentence or list divides a whole into add up to it, within rounding.

    A list promises to be complete by its wording (以下方面, 分别是), by shares that close at 100 %,
    by numbered accounts, or because its parts match one of the sets in ``complete``. Parts of any
    other list must not exceed the whole; a shortfall is mentioned as info (``shortfall: false``: not
    at all), or a warning where the last part's name is one of ``closing`` (其他收入), or where only that
    part of a set is missing of which the report says nothing. What one of ``totals`` (总计) is divided
    into is complete once a part is one of ``balances`` (年初结转), unless all are: （含使用结余 A、年初结转 B）. A single account at the end of a
    text may be all of what ``few`` things are paid from. Parts named by ``overlapping`` may
    be parts of each other, so each is held against the whole by itself. Counts named by ``beside``
    (退休人员) are no parts where the others add up. Lists inside lists are also added up together:
    levels that pass one by one can be jointly impossible. Amounts that no word calls a list (in
    brackets behind another) are held against it only where one slip of the hand explains the gap.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "complete": lists,
        "closing": options.patterns,
        "totals": options.patterns,
        "balances": options.patterns,
        "few": options.patterns,
        "overlapping": options.patterns,
        "beside": options.patterns,
        "shortfall": options.flag,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"whole", "total", "parts", "sum", "difference", "note"}
    )

    complete: tuple[tuple[re2._Regexp, ...], ...] = ()
    closing: tuple[re2._Regexp, ...] = ()
    totals: tuple[re2._Regexp, ...] = ()
    balances: tuple[re2._Regexp, ...] = ()
    few: tuple[re2._Regexp, ...] = ()
    overlapping: tuple[re2._Regexp, ...] = ()
    beside: tuple[re2._Regexp, ...] = ()
    shortfall: bool = True

    def check(self, context: Context) -> Iterator[Outcome]:
        """Check every list that has a figure for its whole and for each part."""
        for group in context.claims.groups:
            for found in self._found(context, group):
                yield conclude(self, context, found)

    def _found(self, context: Context, group: Group) -> Iterator[Found]:
        group = self._without_others(context, self._with_further(context, group))
        group = self._of_a_set(context.claims, group)
        certain = self._is_complete(context.claims, group)
        if not group.sure or dividing.is_of_another(context.claims, group):
            yield from self._excuse(context, group)
            return
        for measure in dividing.measures(context.claims, group):
            whole, parts = dividing.row(context.claims, group, measure)
            if whole is None or not any(parts):
                continue
            present = tuple(part for part in parts if part is not None)
            # Of the changes only the main ones may be told.
            listed = certain and measure[0] != CHANGE
            if group.presumed and not (listed or self._is_presumed(context, group, measure)):
                if len(present) == len(parts) > 1:
                    row = dividing.Sum(group, whole, present, certain=True)
                    yield from self._kept_alone(context, row)
                continue
            if len(present) < len(parts):
                name = context.claims.topics[group.whole].name
                yield Open(whole, "part-without-figure", name)
                certain = False
            counted = all(parts) and self._is_counted_out(context, group, measure)
            for parts_together in self._together(context.claims, group, present):
                flat = tuple(
                    part
                    for part in group.parts
                    if dividing.is_flat(context.claims, group, part, measure)
                )
                found = dividing.Sum(group, whole, parts_together, certain or counted, flat)
                yield self._judged(context, found)

    def _kept_alone(self, context: Context, found: dividing.Sum) -> Iterator[Found]:
        """That amounts which no word calls a list add up, or would but for one slip of the hand."""
        result = dividing.verdict_on(context, found, found.parts)
        if result.verdict.holds:
            yield _kept(dividing.related(found.whole, found.parts), result)
            return
        exceeds = result.difference > result.bound
        row = exceeds and dividing.is_row_in_brackets(found)
        if found.whole.kind == AMOUNT and (row or dividing.is_a_slip_away(found, result)):
            note = "exceeds" if exceeds else "one-slip"
            yield _broken(context, found, result, note)

    def _with_further(self, context: Context, group: Group) -> Group:
        """The list with the parts that stand in later sentences of a paragraph, if they are its parts."""
        if not group.further:
            return group
        longer = replace(group, parts=(*group.parts, *group.further), further=())
        names_of = [context.claims.topics[part].name for part in group.parts]
        if any(completeness.covers(patterns, names_of) for patterns in self.complete):
            return group
        for patterns in self.complete:
            if found := self._covered(context, group, patterns):
                return found
        if self._holds_in_any(context, group):
            return group
        if self._holds_in_any(context, longer):
            return longer
        return replace(group, sure=False)

    def _without_others(self, context: Context, group: Group) -> Group:
        """The list without counts that stand beside its parts, where only these add up.

        在职 9 人，其中 A 6 人、B 3 人，学生 80 人: where one can be no part, those before it are all there are.
        """
        topics, others = context.claims.topics, self.beside
        parts = tuple(
            part for part in group.parts if not completeness.has(others, [topics[part].name])
        )
        above = dividing.has_one_above(context.claims, group)
        beside = len(parts) not in (0, len(group.parts))
        if not (above or beside) or self._holds_in_any(context, group):
            return group
        if above:
            row = group.parts
            firsts = (replace(group, parts=row[:many]) for many in range(2, len(row)))
            return next((one for one in firsts if self._holds_in_any(context, one)), group)
        shorter = replace(group, parts=parts)
        measures = dividing.measures(context.claims, shorter)
        counted = any(unit != MONEY for _, _, unit in measures)
        return shorter if counted and self._holds_in_any(context, shorter) else group

    def _covered(
        self, context: Context, group: Group, patterns: tuple[re2._Regexp, ...]
    ) -> Group | None:
        """The list with such further parts as make it a set that adds up; with the most if none do.

        A set of which the list itself names nothing is another list's.
        """
        topics = context.claims.topics
        if not any(options.any_finds(patterns, topics[part].name) for part in group.parts):
            return None
        meant = [
            part for part in group.further if any(one.finds(topics[part].name) for one in patterns)
        ]
        found = None
        for more in _choices(meant):
            parts = (*group.parts, *more)
            if completeness.covers(patterns, [topics[part].name for part in parts]):
                found = replace(group, parts=parts, further=())
                if self._holds_in_any(context, found):
                    break
        return found

    def _holds_in_any(self, context: Context, group: Group) -> bool:
        return any(
            self._holds(context, group, measure)
            for measure in dividing.measures(context.claims, group)
        )

    def _excuse(self, context: Context, group: Group) -> Iterator[Found]:
        """What a list of an uncertain whole shows: that its parts add up to it, or nothing."""
        for measure in dividing.measures(context.claims, group):
            whole, parts = dividing.row(context.claims, group, measure)
            present = tuple(part for part in parts if part is not None)
            if whole is None or len(present) < len(parts) or not present:
                continue
            result = dividing.verdict_on(
                context, dividing.Sum(group, whole, present, certain=True), present
            )
            if result.verdict.holds:
                yield _kept(dividing.related(whole, present), result)
            elif (other := self._nearest(context, group, measure)) is not None:
                yield _broken(context, *other, other[1].verdict.value)
            else:
                yield Open(whole, "uncertain-whole", context.claims.topics[group.whole].name)

    def _nearest(
        self, context: Context, group: Group, measure: tuple[str, str, str]
    ) -> tuple[dividing.Sum, Linear] | None:
        """The topic that a list of one of several misses by a slip, or least, if all are stated."""
        found: list[tuple[dividing.Sum, Linear]] = []
        for topic in group.either if group.closed and not group.hedged else ():
            whole, parts = dividing.row(context.claims, replace(group, whole=topic), measure)
            present = tuple(part for part in parts if part is not None)
            if whole is None or len(present) < max(len(parts), 2):
                return None
            made = dividing.Sum(replace(group, whole=topic), whole, present, certain=True)
            found.append((made, dividing.verdict_on(context, made, present)))
        if any(result.verdict.holds for _, result in found):
            return None
        return min(found, key=_miss, default=None)

    def _together(
        self, claims: Claims, group: Group, parts: tuple[Claim, ...]
    ) -> list[tuple[Claim, ...]]:
        """The parts that add up: all of them, or each by itself where they can overlap."""
        return [(part,) for part in parts] if self._overlaps(claims, group) else [parts]

    def _is_counted_out(
        self, context: Context, group: Group, measure: tuple[str, str, str]
    ) -> bool:
        """36 批、288 人，其中 A 12 批、96 人，B 24 批、192 人: whether the parts are all there are, as another count tells."""
        if measure[0] != AMOUNT or group.hedged or group.presumed:
            return False
        others = [one for one in dividing.measures(context.claims, group) if one != measure]
        counts = [one for one in others if one[0] == AMOUNT and one[2] != MONEY]
        rows = [dividing.row(context.claims, group, one)[1] for one in counts]
        several = [one for one, row in zip(counts, rows, strict=True) if len(row) > 1 and all(row)]
        return any(self._holds(context, group, one) for one in several)

    def _is_presumed(self, context: Context, group: Group, measure: tuple[str, str, str]) -> bool:
        """Whether what no word calls a list is one: its amounts add up, so its changes must too."""
        if measure[0] != CHANGE:
            return False
        for stated in dividing.measures(context.claims, group):
            whole, parts = dividing.row(context.claims, group, stated)
            present = tuple(part for part in parts if part is not None)
            if stated[0] == AMOUNT and whole and present and len(present) == len(parts):
                found = dividing.Sum(group, whole, present, certain=True)
                return dividing.verdict_on(context, found, present).verdict.holds
        return False

    def _overlaps(self, claims: Claims, group: Group) -> bool:
        return any(
            pattern.finds(claims.topics[part].name)
            for pattern in self.overlapping
            for part in group.parts
            if claims.topics[part].account is None
        )

    def _of_a_set(self, claims: Claims, group: Group) -> Group:
        """货物 A、工程 B、服务 C；授予中小企业 D: a set without what stands behind it and may be in any of it."""
        told = [(part, claims.topics[part].name) for part in group.parts]
        apart = [one for one in told if not options.any_finds(self.overlapping, one[1])]
        called = [name for _, name in apart]
        if len(apart) == len(told) or told[: len(apart)] != apart:
            return group
        whole = any(
            len(one) == len(called) and completeness.covers(one, called) for one in self.complete
        )
        return replace(group, parts=tuple(part for part, _ in apart)) if whole else group

    def _judged(self, context: Context, found: dividing.Sum) -> Found:
        result = dividing.verdict_on(context, found, found.parts)
        if not result.verdict.holds:
            if dividing.is_turned(context, found):
                return Open(found.whole, "no-direction")
            if result.difference > result.bound and dividing.overlap(context, found):
                return Open(found.whole, "open-base")
            excused = dividing.planned(context, found) or _with_strays(context, found)
            excused = excused or dividing.of_one_before(context, found)
            return excused or self._short_or_over(context, found, result)
        joint = self._joint(context, found)
        if joint is not None:
            return _broken(context, found, joint, "joint")
        return _kept(dividing.related(found.whole, found.parts), result)

    def _short_or_over(self, context: Context, found: dividing.Sum, result: Linear) -> Found:
        """Parts that do not add up: a fault if they must, or are too much, or the list is complete."""
        if found.certain or self._has_all_changes(context, found, result):
            return _broken(context, found, result, result.verdict.value)
        if result.difference > result.bound and found.whole.kind == AMOUNT:
            return _broken(context, found, result, "exceeds")
        closed = self._closed_by(context.claims, found)
        if not self._worth_saying(context.claims, found, closed):
            relation = dividing.at_most(found.whole, found.parts)
            return Kept(relation.places, relation, slack=True)
        return _broken(context, found, result, closed or "if-complete")

    def _has_all_changes(self, context: Context, found: dividing.Sum, result: Linear) -> bool:
        """Whether no change is missing from a list whose amounts add up: it ends in all the rest, or no other helps."""
        last = [context.claims.topics[part].name for part in found.group.parts[-1:]]
        return (
            found.whole.kind == CHANGE
            and len({*found.flat, *(part.topic for part in found.parts)}) == len(found.group.parts)
            and (completeness.has(self.closing, last) or dividing.is_beyond(found, result))
            and any(
                self._holds(context, one, (AMOUNT, ACTUAL, dividing.unit(found.whole)))
                for one in dividing.again(context.claims, found.group)
            )
        )

    def _closed_by(self, claims: Claims, found: dividing.Sum) -> str:
        """What makes a list that is not said to be complete so; empty where nothing does."""
        names_of = [claims.topics[part].name for part in found.group.parts]
        if found.group.hedged or found.whole.kind != AMOUNT:
            return ""
        if len(names_of) > 2 and completeness.has(self.closing, names_of[-1:]):  # noqa: PLR2004
            return "closed-by-other"
        absent = any(completeness.covers_all_stated(claims, one, names_of) for one in self.complete)
        return "rest-absent" if absent else ""

    def _worth_saying(self, claims: Claims, found: dividing.Sum, closed: str) -> bool:
        """Whether a list that may lack parts is to be looked at: it has several, or one said to be all.

        Of money nobody tells only what is nothing; of things counted with all the others, one may.
        """
        some = any(part.figure and part.figure.value for part in found.parts)
        some = some or (bool(closed) and not found.whole.is_money)
        told = len(found.parts) > 1 or completeness.is_all(claims, found.group)
        return self.shortfall and some and told and found.whole.kind == AMOUNT

    def _joint(self, context: Context, found: dividing.Sum) -> Linear | None:
        """The verdict on the parts of the parts, where that alone is impossible."""
        assert found.whole.figure is not None
        leaves = self._leaves(context, found, found.parts, depth=_DEEPEST)
        if not found.certain or len(leaves) == len(found.parts):
            return None
        result = dividing.verdict_on(context, found, leaves)
        return result if result.verdict is Verdict.IMPOSSIBLE else None

    def _leaves(
        self, context: Context, found: dividing.Sum, parts: tuple[Claim, ...], depth: int
    ) -> tuple[Claim, ...]:
        """The parts, each replaced by its own ones where a complete list divides it further."""
        claims, measure = (
            context.claims,
            (found.whole.kind, found.whole.measure, dividing.unit(found.whole)),
        )
        leaves: list[Claim] = []
        for part in parts:
            rows = [
                row
                for group in claims.groups
                if depth and group.whole == part.topic and self._is_complete(claims, group)
                if (row := dividing.row(claims, group, measure)[1])
                and self._holds(context, group, measure)
            ]
            below = [claim for claim in rows[0] if claim] if rows and all(rows[0]) else []
            leaves += self._leaves(context, found, tuple(below), depth - 1) if below else [part]
        return tuple(leaves)

    def _holds(self, context: Context, group: Group, measure: tuple[str, str, str]) -> bool:
        """Whether a level by itself adds up, so that its parts may stand for their whole."""
        whole, parts = dividing.row(context.claims, group, measure)
        present = tuple(part for part in parts if part is not None)
        if whole is None or not group.sure or len(present) < len(parts):
            return False
        return dividing.verdict_on(
            context, dividing.Sum(group, whole, present, certain=True), present
        ).verdict.holds

    def _is_complete(self, claims: Claims, group: Group) -> bool:
        if group.hedged or self._overlaps(claims, group):
            return False
        names_of = [claims.topics[part].name for part in group.parts]
        # An excerpt may break off behind the first of several accounts.
        numbered = all(claims.topics[part].account for part in group.parts)
        whole = [claims.topics[group.whole].name]
        goes_on = group.end < len(claims.claims) or completeness.has(self.few, whole)
        numbered = numbered and goes_on
        return (
            (group.closed and (len(names_of) > 1 or numbered))
            or (completeness.has(self.totals, whole) and self._is_balanced(whole, names_of))
            or completeness.shares_close(claims, group)
            or any(completeness.covers(patterns, names_of) for patterns in self.complete)
        )

    def _is_balanced(self, whole: list[str], parts: list[str]) -> bool:
        """Whether a total's parts are those of the year and a balance; balances alone are but some of it."""
        balances = [completeness.has(self.balances, [part]) for part in parts]
        years = not all(balances) or completeness.has(self.balances, whole)
        return len(parts) > 1 and any(balances) and years


def _choices(topics: list[int]) -> Iterator[tuple[int, ...]]:
    """The choices of some topics in their order, the smallest first; of many only the first so many."""
    sizes = range(1, len(topics) + 1)
    if len(topics) > _MOST_CHOSEN:
        return (tuple(topics[:size]) for size in sizes)
    return (row for size in sizes for row in combinations(topics, size))


def _with_strays(context: Context, found: dividing.Sum) -> Kept | None:
    """A whole that its parts make up with all else that the list states: a part has lost its name."""
    strays = dividing.strays(context.claims, found)
    if not strays:
        return None
    parts = (*found.parts, *strays)
    result = dividing.verdict_on(context, found, parts)
    return _kept(dividing.related(found.whole, parts), result) if result.verdict.holds else None


def _miss(found: tuple[dividing.Sum, Linear]) -> tuple[bool, Fraction]:
    """How far a list is from its whole: next to nothing where that is a slip away from the sum."""
    whole, result = found[0].whole.figure, found[1]
    slipped = whole is not None and is_mistyped(whole, result.difference + whole.exact())
    return not slipped, abs(result.difference)


def _kept(relation: Relation, result: Linear) -> Kept:
    return Kept(relation.places, relation, result.verdict is not Verdict.EXACT)


def _broken(context: Context, found: dividing.Sum, result: Linear, note: str) -> Fault:
    whole, parts = found.whole, found.parts
    lacking = dividing.may_lack_unspent, dividing.may_lack_ended
    if any(may(context.claims, found, result) for may in lacking):
        note = "if-complete"
    return Fault(
        claim=whole,
        others=parts,
        relation=dividing.at_most(found.whole, found.parts)
        if note == "exceeds"
        else dividing.related(whole, parts),
        result=result,
        doubts=(note,),
        notes=(note,),
        settled=whole.carried and dividing.is_right_behind(context.claims, found),
        values={
            "whole": context.claims.topics[found.group.whole].name,
            "total": near.printed(whole),
            "parts": "+".join(filter(None, map(near.printed, parts))),
        },
    )
