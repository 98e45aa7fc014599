"""The bench: a kind finds what must hold between which figures; here it is judged and worded.

A kind yields cases (``Case``: the figures, their relation, what to quote), what holds without a
computation (``Kept``), what is contradicted without one (``Fault``), or why nothing could be done
(``Open``). ``settle`` weighs the readings of a clause that may speak of several things, and
``conclude`` makes the outcome.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Protocol, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from jslint.claims.model import Claim
from jslint.diagnostic import Holds, Related, Severity
from jslint.figures.verdict import Linear, Rate, Verdict, linear, rate
from jslint.relation import Kind, Role
from jslint.rules.bench import near, rates
from jslint.rules.bench.digits import is_mistyped
from jslint.rules.bench.grading import grade
from jslint.rules.ground import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from jslint.claims.model import Claims
    from jslint.diagnostic import Broken, Outcome
    from jslint.document import Place
    from jslint.figures.figure import Figure
    from jslint.figures.interval import Interval
    from jslint.phrases import Told
    from jslint.relation import Relation
    from jslint.rules.ground.base import Rule
    from jslint.rules.ground.context import Context

Result: TypeAlias = Linear | Rate

#: Slips that hardly come about by chance.
_POINT = frozenset({"point-left", "point-right"})


class Source(Protocol):
    """What stands against a claim: another claim, a statement of a quantity, a related place."""

    @property
    def place(self) -> Place:
        """Where it stands."""

    @property
    def excerpt(self) -> str:
        """Its words."""


class Open(Struct, frozen=True):
    """A claim that could not be held against anything, and why (a key of ``words.reason``).

    ``what`` is that of which the reason speaks, if not the claim's words; there may be no claim.
    """

    claim: Claim | None
    reason: str
    what: str | None = None


class Kept(Struct, frozen=True):
    """Figures that agree; with ``slack``, only within their rounding."""

    figures: tuple[Place, ...]
    relation: Relation | None = None
    slack: bool = False


class Fault(Struct, frozen=True, kw_only=True):
    """A claim that others contradict, and what a message says of it.

    ``result`` is the verdict, where one was reached; it is graded, as the other ``doubts`` are, and
    gives the ``notes`` unless there are others (see ``grading``). What is None says itself: ``actual``
    is the claim's figure as printed, ``expected`` what the verdict gives; ``figures`` are those of the
    relation, else of all claims. ``values`` are quoted by the message beside ``subject``, ``printed``,
    ``exact`` (or ``sum`` and ``difference``) and the note; ``noted`` are quoted by the notes.
    ``settled`` says that it is a fault by every reading of its clause, so that whose a figure is need
    not be known. ``wording`` is a key of the family ``outcomes``; amounts are told as ``like`` is printed, else as the
    claim's own figure. ``readings`` are what its clause says if it speaks of something else: none holds.
    """

    claim: Claim
    others: tuple[Source, ...] = ()
    relation: Relation | None = None
    figures: tuple[Place, ...] = ()
    result: Result | None = None
    doubts: tuple[str, ...] = ()
    notes: tuple[str, ...] | None = None
    expected: Told | None = None
    actual: str | None = None
    wording: str = ""
    like: Figure | None = None
    values: Mapping[str, Told] = {}
    noted: Mapping[str, Told] = {}
    settled: bool = False
    readings: tuple[Fault, ...] = ()

    @property
    def rests_on_a_guess(self) -> bool:
        """Whether whose one of its figures is was guessed: such a claim excuses and accuses nothing.

        Within one paragraph it is the same one's.
        """
        claims = [one for one in (self.claim, *self.others) if isinstance(one, Claim)]
        guessed = [one for one in claims if one.carried]
        return not self.settled and any(
            not one.held or one.text is not self.claim.text for one in guessed
        )


class Case(Struct, frozen=True):
    """A relation to be judged: whose claim it is about, and what to say of it where it is broken.

    Where the figures allow no verdict, ``undecided`` says why, unless there is a fault in just that
    (``baseless``). ``result`` is the verdict of a kind that has its own measure, ``figures`` are the
    places that were looked at, if not those of the relation.
    """

    claim: Claim
    relation: Relation
    fault: Callable[[Result], Fault]
    undecided: str = ""
    result: Result | None = None
    figures: tuple[Place, ...] = ()
    baseless: Callable[[], Fault | None] | None = None


Found: TypeAlias = Case | Open | Kept | Fault


def judge(context: Context, relation: Relation, known: Interval | None = None) -> Result | None:
    """The verdict on the figures of a relation; None where one divides by what may be zero.

    A rate's true value may be ``known`` to lie between narrower ends, the upper one as printed.
    """
    first, *rest = relation.operands
    if not relation.kind.is_rate:
        # The first operand's weight is 1 or -1: what the others make of it.
        terms = [(-first.weight * weight, one.figure) for weight, one in relation.terms[1:]]
        return linear(terms, first.figure, context.style.quantum)
    one, other = rest
    printed, derived = first.figure, one.role is Role.DERIVED
    if printed.value == 0 == one.figure.value and (derived or relation.kind is Kind.RATIO):
        return Rate(Verdict.EXACT, printed.exact(), printed.value)
    if known is not None:
        return rate(printed, known, known, known.high, context.style.quantum)
    if relation.kind is Kind.RATIO:
        return rates.ratio(context, printed, one.figure, other.figure)
    if derived:
        return rates.grown(context, printed, one.figure, other.figure, one.weight)
    return rates.risen(context, printed, one.figure, other.figure, first.weight)


def weigh(context: Context, found: Found) -> Open | Kept | Fault:
    """What is found, judged where that is still to be done."""
    if not isinstance(found, Case):
        return found
    result = judge(context, found.relation) if found.result is None else found.result
    if result is None:
        fault = found.baseless() if found.baseless else None
        return fault or Open(found.claim, found.undecided)
    if not result.verdict.holds:
        return found.fault(result)
    places, slack = found.figures or found.relation.places, result.verdict is Verdict.ROUNDING
    return Kept(places, found.relation, slack)


def by_topic(claims: Claims, claim: Claim, read: Callable[[int], Found]) -> Iterator[Found]:
    """The readings of a claim that names no subject: of its own topic, then of others."""
    yield read(claim.topic)
    yield from map(read, claims.rivals(claim))


def settle(context: Context, readings: Iterable[Found]) -> Open | Kept | Fault:
    """What becomes of a clause that may be read in several ways, the likeliest first.

    It holds where one reading does. Else the likeliest decides, unless another misses by no more than
    a coarse printing, or is so near that it tells what slipped; where it could not be judged, the
    clause was not, since another is but a guess.
    """
    weighed: list[Open | Kept | Fault] = []
    for one in readings:
        weighed.append(weigh(context, one))
        if isinstance(weighed[-1], Kept):
            return weighed[-1]
    best = weighed[0]
    faults = [one for one in weighed if isinstance(one, Fault)]
    for fault in faults:
        if _accuses(best) and fault is not best and _is_nearer(fault, best):
            best = fault
    others = tuple(one for one in faults if one is not best and one.relation and _accuses(one))
    return replace(best, readings=others) if isinstance(best, Fault) and others else best


def once(found: Iterable[Open | Kept | Fault]) -> Iterator[Open | Kept | Fault]:
    """What is found, without the faults that rest on a claim which an earlier one accuses: inner lists go first."""
    accused: set[int] = set()
    for one in found:
        if isinstance(one, Fault):
            rests = {claim.index for claim in (one.claim, *one.others) if isinstance(claim, Claim)}
            if rests & accused:
                continue
            accused.add(one.claim.index)
        yield one


def _is_nearer(one: Fault, best: Open | Kept | Fault) -> bool:
    """Whether a reading that is broken too is the likelier one all the same."""
    return not _accuses(one) or _told_slip(one) > _told_slip(best)


def _told_slip(found: Open | Kept | Fault) -> int:
    """2 where a point was shifted or digits swapped, 1 where figures allow a verdict at all, else 0.

    That a rate is zero and what it is of is not needs no reckoning.
    """
    if not isinstance(found, Fault):
        return 0
    if found.result is None:
        return int(found.relation is not None and found.relation.kind is Kind.SIGN)
    result, printed = found.result, found.claim.figure
    if isinstance(result, Rate) and not _POINT.isdisjoint(result.slips):
        return 2
    if printed is None or not (right := _right(result, printed)):
        return 1
    return 2 if is_mistyped(printed, right) else 1


def _right(result: Result, printed: Figure) -> Fraction:
    """What the figure should be, in yuan, things or percent."""
    if isinstance(result, Rate):
        return Fraction(result.rounded)
    return result.difference + printed.exact()


def _accuses(found: Open | Kept | Fault) -> bool:
    """Whether a fault is more than information, if its rule lets it be."""
    if not isinstance(found, Fault):
        return False
    return grade(Severity.ERROR, found.result, found.doubts).severity is not Severity.INFO


def conclude(rule: Rule, context: Context, found: Found) -> Outcome:
    """The outcome of what a kind has found."""
    found = weigh(context, found)
    if isinstance(found, Fault) and found.rests_on_a_guess:
        found = Open(found.claim, "other-subject")
    if isinstance(found, Kept):
        return Holds(rule.entry.id, found.figures, slack=found.slack, relation=found.relation)
    if isinstance(found, Fault):
        said = _said(rule, context, found)
        others = tuple(_said(rule, context, one) for one in found.readings)
        return replace(said, readings=others) if others else said
    claim = found.claim
    place, excerpt = (claim.place, claim.excerpt) if claim else (None, "")
    what = excerpt if found.what is None else found.what
    return rule.unchecked(found.reason, place, what=what)


def _said(rule: Rule, context: Context, fault: Fault) -> Broken:
    claim, (expected, told) = fault.claim, _told(fault)
    graded = grade(rule.entry.severity, fault.result, fault.doubts, fault.notes)
    actual = near.printed(claim) if fault.actual is None else fault.actual
    subject = context.claims.topics[claim.topic].name
    quoted = {"subject": subject, "printed": actual, **told, **fault.values}
    return rule.diagnose(
        claim.place,
        path=claim.path,
        severity=graded.severity,
        excerpt=claim.excerpt,
        expected=expected if fault.expected is None else fault.expected,
        actual=actual,
        related=tuple(Related(one.place, one.excerpt) for one in fault.others),
        figures=_figures(fault),
        asks=fault.relation,
        wording=fault.wording,
        edits=(),
        **quoted,
        note=words.notes(graded.notes, **{**quoted, **fault.noted}),
    )


def _figures(fault: Fault) -> tuple[Place, ...]:
    if fault.figures or fault.relation is not None:
        return fault.figures
    return (fault.claim.place, *(one.place for one in fault.others))


def _told(fault: Fault) -> tuple[str, dict[str, str]]:
    """What a verdict says that the claim's figure should be, and what else it tells of it."""
    result, like = fault.result, fault.like or fault.claim.figure
    if result is None or like is None:
        return "", {}
    if isinstance(result, Rate):
        return f"{result.rounded}%", {"exact": words.percent(result.exact, like)}
    total = words.amount(result.difference + like.exact(), like)
    difference = words.amount(abs(result.difference), like)
    bound = words.amount(result.bound, like)
    return total, {"sum": total, "right": total, "difference": difference, "bound": bound}
