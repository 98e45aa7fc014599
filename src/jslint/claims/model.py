"""What the narrative says, as data: topics, the claims about them, and wholes with their parts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.claims import names, senses
from jslint.figures.figure import Dimension
from jslint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from jslint.document import Place, Section, Text
    from jslint.figures.figure import Figure

# Kinds of claim.
AMOUNT = "amount"  # the topic comes to this figure (an amount or a count)
SHARE = "share"  # the topic is this part of a whole
COMPLETION = "completion"  # the topic reached this part of a budget
CHANGE = "change"  # the topic changed by this amount against a base
GROWTH = "growth"  # the topic changed by this rate against a base
ORDER = "order"  # the topic's outturn is above, below or equal to a budget
FLAT = "flat"  # the topic did not change against a base
THRESHOLD = "threshold"  # a limit that is part of a name (单价100万元以上)
MENTION = "mention"  # a figure in a reason or a purpose: nothing to recompute

# Measures of an amount, and bases of a comparison.
ACTUAL = "actual"
PRIOR = "prior"
#: What last year's amount is measured against: the year before that, or another (``earlier:2020``).
EARLIER = "earlier"
ASSUMED = "prior:assumed"  # no base is named, and a budget stands nearby that may be meant
#: What the amount of a year that is not reported changed against: neither of both need be stated. The
#: year is behind it where it is known (``prior:other-year:2019``).
ELSEWHEN = "prior:other-year"
#: No base is named, and what is divided has changed against a budget and against the year before.
EITHER = "prior:either"
PAST = "past:"  # before the measure of a budget: that of another year
ADJUSTED = "adjusted"  # what was added to a budget (direction 1) or taken from it (-1)
#: What amounts have lost or gained, by what it is of: 机构上划减少了 A 经费 9 万元，其中 a 5 万元.
MOVED = "moved"
BUDGET = "budget"  # refined by the budget's printed name: budget:年初


#: The budget as it was changed in the course of the year, by its other name.
_AS_CHANGED = ("变动", "调整")


def budget_of(name: str) -> str:
    """The measure for a budget by its printed name: ``budget:年初``, or ``budget`` alone."""
    called = name.replace(*_AS_CHANGED)
    kind = next((word for word in ("年初", "全年", "调整") if word in called), "")
    return f"{BUDGET}:{kind}" if kind else BUDGET


#: How a paragraph ends that goes on in the next.
_UNFINISHED = ("；", ";", "，", ",", "、")
#: Where a part of a sentence ends that states things of its own.
PART_ENDS = regex("[。；;]")
#: The budget that pays an amount, before the name of this: 公共预算, 基金预算, 经营预算.
_BUDGET_FIRST = regex(r"[^\W\d]{1,8}[共金营]预算")
#: No reader thinks of more topics than this at once.
_RIVALS = 12


class Account(Struct, frozen=True):
    """A functional account as a numbered item names it: 类, 款 and 项, with codes where printed."""

    names: tuple[str, str, str]
    codes: tuple[str, str, str] = ("", "", "")


class Topic(Struct, frozen=True):
    """What a clause speaks of.

    ``name`` is the subject as printed, ``key`` the same without years, verbs and closing words such
    as 支出 or 决算数, by which two mentions are recognised as one. ``path`` are its sections.
    """

    index: int
    name: str
    key: str
    path: tuple[Section, ...]
    account: Account | None = None
    number: str = ""


class Claim(Struct, frozen=True, dict=True):
    """One assertion about a topic.

    ``direction`` is 1 up or above, -1 down or below, 0 flat or equal, None where not said.
    ``measure`` is what an amount measures, or the base of a rate, change or order; of a share that is
    said to be one of a budget, that budget.
    ``whole`` is the topic that a share is a share of (None: not found), ``whole_name`` its words.
    ``start`` to ``end`` are the claim's words in ``text``; a figure claim's are the figure's, and
    ``clause`` begins the clause that holds it. ``implied`` says that its clause names no subject,
    so that it may speak of another topic of its paragraph (see ``Claims.rivals``); ``carried`` that
    its topic is a guess, taken over from an earlier sentence: such a claim accuses nothing. One that is
    ``held`` is carried in so far as only its own sentence tells whose it is: 负债总额.
    """

    index: int
    kind: str
    topic: int
    text: Text
    start: int
    end: int
    clause: int
    path: tuple[Section, ...]
    figure: Figure | None = None
    measure: str = ""
    direction: int | None = None
    whole: int | None = None
    whole_name: str = ""
    implied: bool = False
    carried: bool = False
    held: bool = False

    @property
    def is_money(self) -> bool:
        """Whether its figure is an amount of money."""
        return self.figure is not None and self.figure.unit.dimension is Dimension.AMOUNT

    @cached_property
    def place(self) -> Place:
        """Where its words stand; each relation that it stands in asks for it."""
        return self.text.at(self.start, self.end)

    @property
    def excerpt(self) -> str:
        """Its clause up to the end of its words, as printed, soft breaks closed."""
        return self.text.value[self.clause : self.end].strip()


class Group(Struct, frozen=True):
    """A whole and the parts a sentence or a list divides it into.

    ``closed`` says that the wording promises a complete list (以下方面, 分别是, numbered items after
    其中); ``hedged`` that it ends in 等, so that parts may be left out. The claims of its list are
    those from index ``start`` to ``end`` (exclusive). Which topic is divided is not ``sure`` where
    the list does not follow its whole at once; such a list excuses and accuses nothing. ``presumed``
    says that no word makes it a list (amounts in brackets, numbered items below an amount).
    ``further`` topics open later sentences of a part's paragraph, and may be parts or not. A list
    that divides the whole or another of several topics, and nothing else, names them in ``either``.
    """

    index: int
    whole: int
    parts: tuple[int, ...]
    cue: str
    closed: bool
    hedged: bool = False
    start: int = 0
    end: int = 0
    sure: bool = True
    presumed: bool = False
    further: tuple[int, ...] = ()
    either: tuple[int, ...] = ()


class Tally(Struct, frozen=True):
    """A stated number of things (``claim``) and the things listed beside it.

    ``least`` to ``most`` is how many things the list can be read as (a closing 和 may join two
    things or stand inside a name).
    """

    claim: int
    least: int
    most: int
    text: Text
    start: int
    end: int


class Claims(Struct, frozen=True, dict=True):
    """Everything understood in a report, in reading order.

    ``silent`` are the figures in prose that no claim holds: (text, start, end, path).
    """

    topics: tuple[Topic, ...] = ()
    claims: tuple[Claim, ...] = ()
    groups: tuple[Group, ...] = ()
    tallies: tuple[Tally, ...] = ()
    silent: tuple[tuple[Text, int, int, tuple[Section, ...]], ...] = ()

    @cached_property
    def _by_topic(self) -> dict[tuple[int, str, str], tuple[Claim, ...]]:
        """The claims by topic, by topic and kind, and by topic, kind and measure."""
        found: dict[tuple[int, str, str], list[Claim]] = {}
        for claim in self.claims:
            for kind, measure in {("", ""), (claim.kind, ""), (claim.kind, claim.measure)}:
                found.setdefault((claim.topic, kind, measure), []).append(claim)
        return {key: tuple(claims) for key, claims in found.items()}

    @cached_property
    def _called(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for topic in self.topics:
            found.setdefault(topic.key, []).append(topic.index)
        return found

    def called(self, name: str) -> list[int]:
        """The topics of the whole report that go by a name, in whichever section they stand."""
        return self._called.get(names.key(name), [])

    @cached_property
    def _paid(self) -> dict[str, list[int]]:
        """The topics that say from which budget they are paid, by what they are called besides."""
        found: dict[str, list[int]] = {}
        for topic in self.topics:
            budget = _BUDGET_FIRST.match(topic.name)
            if budget is not None:
                found.setdefault(names.key(topic.name[budget.end() :]), []).append(topic.index)
        return found

    def paid(self, name: str) -> list[int]:
        """The topics of the whole report of which one of the budgets pays what goes by a name."""
        return self._paid.get(names.key(name), [])

    def about(self, topic: int, kind: str = "", measure: str = "") -> tuple[Claim, ...]:
        """The claims about a topic, of one kind, and of that kind's measure, where given."""
        return self._by_topic.get((topic, kind, measure), ())

    @cached_property
    def _by_text(self) -> dict[tuple[int, int, str, str], list[Claim]]:
        """The same by paragraph, which a text's identity stands for."""
        found: dict[tuple[int, int, str, str], list[Claim]] = {}
        for claim in self.claims:
            for kind, measure in {("", ""), (claim.kind, ""), (claim.kind, claim.measure)}:
                found.setdefault((id(claim.text), claim.topic, kind, measure), []).append(claim)
        return found

    def beside(self, claim: Claim, topic: int, kind: str = "", measure: str = "") -> list[Claim]:
        """The claims about a topic that stand in a claim's own paragraph."""
        return self._by_text.get((id(claim.text), topic, kind, measure), [])

    def before(self, claim: Claim, topic: int, kind: str, measure: str = "") -> Iterator[Claim]:
        """Those of them that come before the claim, the nearest first."""
        found = self.beside(claim, topic, kind, measure)
        return (found[at] for at in range(bisect_left(found, claim.index, key=_index) - 1, -1, -1))

    def sharing(self, claim: Claim) -> list[Claim]:
        """The claims of a claim's part of a sentence, up to a stop or semicolon, as they stand."""
        return self._sharing[claim.index]

    @cached_property
    def _sharing(self) -> list[list[Claim]]:
        ends: dict[int, list[int]] = {}
        found: dict[tuple[int, int], list[Claim]] = {}
        lists: list[list[Claim]] = []
        for claim in self.claims:
            text = id(claim.text)
            if text not in ends:
                ends[text] = [mark.end() for mark in PART_ENDS.finditer(claim.text.value)]
            lists.append(found.setdefault((text, bisect_right(ends[text], claim.start)), []))
            lists[-1].append(claim)
        for part in found.values():
            part.sort(key=_start)
        return lists

    @cached_property
    def mentioned(self) -> frozenset[str]:
        """What the figures are called that stand in a reason or a purpose, or seem to."""
        return frozenset(
            names.subject(claim.text.value[claim.clause : claim.start])
            for claim in self.claims
            if claim.kind == MENTION
        )

    @cached_property
    def _budgets(self) -> dict[int, frozenset[str]]:
        found: dict[int, set[str]] = {}
        for claim in self.claims:
            if claim.kind == AMOUNT and claim.measure.startswith(BUDGET):
                found.setdefault(claim.topic, set()).add(claim.measure)
        return {topic: frozenset(measures) for topic, measures in found.items()}

    def budgets(self, topic: int) -> frozenset[str]:
        """The measures of the kinds of budget that are stated for a topic."""
        return self._budgets.get(topic, frozenset())

    @cached_property
    def _money(self) -> dict[tuple[int, str], tuple[list[int], list[Claim]]]:
        """Money amounts by topic and measure, budgets of any name also together, with their indexes."""
        found: dict[tuple[int, str], tuple[list[int], list[Claim]]] = {}
        for claim in self.claims:
            if claim.kind != AMOUNT or not claim.is_money:
                continue
            general = {BUDGET} if claim.measure.startswith(BUDGET) else set()
            for measure in {claim.measure} | general:
                indexes, claims = found.setdefault((claim.topic, measure), ([], []))
                indexes.append(claim.index)
                claims.append(claim)
        return found

    def amount(self, topic: int, measure: str, index: int) -> Claim | None:
        """The last money amount of a topic before a claim's index, else the first after it.

        The measure ``budget`` stands for a budget of any name.
        """
        indexes, claims = self._money.get((topic, measure), ([], []))
        at = bisect_left(indexes, index)
        return claims[at - 1] if at else claims[0] if claims else None

    @cached_property
    def _worth(self) -> dict[Fraction, list[Claim]]:
        found: dict[Fraction, list[Claim]] = {}
        for claim in self.claims:
            if claim.kind == AMOUNT and claim.is_money and claim.figure:
                found.setdefault(claim.figure.exact(), []).append(claim)
        return found

    def worth(self, value: Fraction) -> list[Claim]:
        """The amounts of money that come to just a value, in yuan."""
        return self._worth.get(value, [])

    def stated(self, topic: int, measure: str = ACTUAL) -> Claim | None:
        """The first money amount stated for a topic under a measure."""
        return self.amount(topic, measure, -1)

    def rivals(self, claim: Claim) -> tuple[int, ...]:
        """The other topics that a claim without a subject may speak of, the nearest first.

        These are the topics for which its paragraph states an amount of money before.
        """
        found: dict[int, None] = {}
        for at in range(claim.index - 1, -1, -1):
            other = self.claims[at]
            if not claim.implied or other.text is not claim.text or len(found) >= _RIVALS:
                break
            if other.kind == AMOUNT and other.is_money and not other.measure.startswith(PRIOR):
                found[other.topic] = None
        found.pop(claim.topic, None)
        return tuple(found)

    def level(self, claim: Claim) -> str:
        """The level (全省, 区本级) that its topic names, else the last one named in its paragraph."""
        return self._levels[claim.index]

    @cached_property
    def _levels(self) -> list[str]:
        found: list[str] = []
        for claim in self.claims:
            carried = found[-1] if found and self.claims[len(found) - 1].text is claim.text else ""
            found.append(senses.level(self.topics[claim.topic].name) or carried)
        return found

    def account(self, claim: Claim) -> str:
        """The fund that its topic names, else the last one named in its paragraph, or one that goes on in it."""
        return self._accounts[claim.index]

    @cached_property
    def _accounts(self) -> list[str]:
        found: list[str] = []
        for at, claim in enumerate(self.claims):
            carried = found[-1] if at and _goes_on(self.claims[at - 1], claim) else ""
            found.append(senses.account(self.topics[claim.topic].name) or carried)
        return found

    def within(self, claim: Claim) -> int | None:
        """The whole of the list in which a claim states a part; None outside lists."""
        group = self._within.get(claim.index)
        return None if group is None else group.whole

    @cached_property
    def _within(self) -> dict[int, Group]:
        found: dict[int, Group] = {}
        for group in self.groups:
            parts = frozenset(group.parts)
            for claim in self.claims[group.start : group.end]:
                if claim.topic in parts:
                    found.setdefault(claim.index, group)
        return found

    @cached_property
    def _holding(self) -> dict[int, tuple[Group, ...]]:
        found: dict[int, list[Group]] = {}
        for group in self.groups:
            for part in dict.fromkeys(group.parts):
                found.setdefault(part, []).append(group)
        return {part: tuple(groups) for part, groups in found.items()}

    @cached_property
    def _places(self) -> dict[int, tuple[int, frozenset[int]]]:
        """For each topic its first claim's index, and the texts (by identity) that speak of it."""
        return {
            topic: (claims[0].index, frozenset(id(claim.text) for claim in claims))
            for (topic, kind, _), claims in self._by_topic.items()
            if not kind
        }

    def list_of(self, topic: int, claim: Claim) -> Group | None:
        """The list that makes a topic a part: that of the claim, the last of its paragraph, or of all."""
        mine = self._within.get(claim.index)
        if mine is not None and topic in mine.parts:
            return mine
        holding = self._holding.get(topic, ())
        if mine is not None and topic in mine.further:
            # A part of this list or of none; what a later one divides is another amount of that name.
            holding = tuple(group for group in holding if group.start <= claim.index)
        for group in reversed(holding):
            places = [self._places[part] for part in group.parts if part in self._places]
            if (
                places
                and claim.index >= min(first for first, _ in places)
                and any(id(claim.text) in texts for _, texts in places)
            ):
                return group
        return holding[-1] if holding else None


def _goes_on(before: Claim, claim: Claim) -> bool:
    """Whether a claim's paragraph is that of the one before, or goes on with it behind a semicolon."""
    if before.text is claim.text:
        return True
    return before.path == claim.path and before.text.value.endswith(_UNFINISHED)


def _index(claim: Claim) -> int:
    return claim.index


def _start(claim: Claim) -> int:
    return claim.start
