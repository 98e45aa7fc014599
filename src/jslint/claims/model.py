"""What the narrative says, as data: topics, the claims about them, and wholes with their parts."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
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
ASSUMED = "prior:assumed"  # no base is named, and a budget stands nearby that may be meant
BUDGET = "budget"  # refined by the budget's printed name: budget:年初


def budget_of(name: str) -> str:
    """The measure for a budget by its printed name: ``budget:年初``, or ``budget`` alone."""
    kind = next((word for word in ("年初", "全年", "调整") if word in name), "")
    return f"{BUDGET}:{kind}" if kind else BUDGET


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


class Claim(Struct, frozen=True):
    """One assertion about a topic.

    ``direction`` is 1 up or above, -1 down or below, 0 flat or equal, None where not said.
    ``measure`` is what an amount measures, or the base of a rate, change or order.
    ``whole`` is the topic that a share is a share of (None: not found), ``whole_name`` its words.
    ``start`` to ``end`` are the claim's words in ``text``; a figure claim's are the figure's, and
    ``clause`` begins the clause that holds it.
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

    @property
    def place(self) -> Place:
        """Where its words stand."""
        return self.text.at(self.start, self.end)

    @property
    def excerpt(self) -> str:
        """Its clause up to the end of its words, as printed, soft breaks closed."""
        return self.text.value[self.clause : self.end].strip()


class Group(Struct, frozen=True):
    """A whole and the parts a sentence or a list divides it into.

    ``closed`` says that the wording promises a complete list (以下方面, 分别是, numbered items after
    其中); ``hedged`` that it ends in 等, so that parts may be left out.
    """

    index: int
    whole: int
    parts: tuple[int, ...]
    cue: str
    closed: bool
    hedged: bool = False


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
    def _by_topic(self) -> dict[int, tuple[Claim, ...]]:
        found: dict[int, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.topic, []).append(claim)
        return {topic: tuple(claims) for topic, claims in found.items()}

    def about(self, topic: int, kind: str = "", measure: str = "") -> tuple[Claim, ...]:
        """The claims about a topic, of one kind and measure where given."""
        return tuple(
            claim
            for claim in self._by_topic.get(topic, ())
            if kind in ("", claim.kind) and measure in ("", claim.measure)
        )

    def stated(self, topic: int, measure: str = ACTUAL) -> Claim | None:
        """The first money amount stated for a topic under a measure."""
        return next(
            (
                claim
                for claim in self.about(topic, AMOUNT, measure)
                if claim.figure and claim.figure.unit.dimension.value == "amount"
            ),
            None,
        )
