"""Each cause that the diagnosis finds as one diagnostic, in place of those that it explains."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.causes import links, mending, naming, readings, wording
from jslint.diagnosis.cause import CauseKind
from jslint.diagnosis.diagnose import diagnose
from jslint.diagnosis.model import SCALE
from jslint.diagnosis.slips import Slip
from jslint.diagnostic import Cause as Stated
from jslint.diagnostic import Related
from jslint.diagnostic import Suspect as Accused
from jslint.digests import blake2s
from jslint.figures.figure import UNITS
from jslint.phrases import Joined
from jslint.relation import Kind, Role
from jslint.rules.bench import called
from jslint.rules.ground import words

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from jslint.causes.links import Report
    from jslint.causes.wording import Change
    from jslint.diagnosis.cause import Cause, Line, Suspect
    from jslint.diagnosis.model import Link
    from jslint.diagnostic import Broken, Outcome
    from jslint.document import Key, Place
    from jslint.ledger import Ledger
    from jslint.phrases import Told
    from jslint.relation import Relation
    from jslint.rules.ground.context import Context

#: The families of rules from the most telling about a cause to the least.
_TELLING = ("TIE", "SUM", "CNT", "TRD", "PCT")
#: At most this many explanations are named one by one.
_MOST_NAMED = 4
#: So many relations that no change of figures explains are better told one by one.
_APART = 3
#: Values that nothing but the one broken relation speaks for.
_WEAK = (Slip.NONE, Slip.DIGIT, Slip.ROUNDED)


def found(
    context: Context, outcomes: Sequence[Outcome], broken: Mapping[int, Broken]
) -> list[tuple[list[int], Broken]]:
    """The diagnostics of the causes, each with the numbers of the outcomes that it stands for.

    ``broken`` are the outcomes, by number, whose relations are to be explained.
    """
    outcomes, broken = readings.chosen(context, outcomes, broken)
    report, linked = links.of(context, outcomes)
    explained = []
    for cause in diagnose([link for link, _ in linked.values()]):
        numbers = _numbers(cause, linked)
        about = [broken[number] for number in numbers]
        # Where no one figure explains a few relations, they are several faults, each as its rule has it.
        if cause.kind is not CauseKind.GROUP or len(about) > _APART:
            explained.append((numbers, _finding(report, cause, about)))
    return explained


def _numbers(cause: Cause, linked: dict[Hashable, tuple[Link, list[int]]]) -> list[int]:
    """The outcomes that say what a cause explains."""
    return sorted({number for link in cause.relations for number in linked[link.key][1]})


def _finding(report: Report, cause: Cause, about: list[Broken]) -> Broken:
    """One diagnostic for a cause: that of the most telling rule, at the figure that is wrong."""
    first = min(about, key=_rank)
    severity = max((one.severity for one in about), key=lambda one: one.rank)
    also = tuple(dict.fromkeys(one.rule for one in about if one.rule != first.rule))
    one = replace(
        first,
        severity=severity,
        also=also,
        related=_related(about, first),
        figures=tuple(dict.fromkeys(place for each in about for place in each.figures)),
        cause=_told(report, cause, first),
        fix=None,
        readings=(),
    )
    if cause.suspects:
        accusing = _accusing(report, one, cause, about)
        return replace(accusing, fix=mending.fix(report, accusing, cause))
    if cause.alternatives:
        return _open(report, one, cause)
    others = [other.message for other in about if other is not first]
    return _adding(one, wording.together(others[:_MOST_NAMED])) if others else one


def _told(report: Report, cause: Cause, first: Broken) -> Stated[Told]:
    """The cause with places and words in place of numbers."""
    said = f"{cause.kind.value}\0{first.rule}\0{first.section}\0{first.excerpt}"
    return Stated(
        blake2s(said.encode("utf-8", "replace"), digest_size=6).hexdigest(),
        cause.kind.value,
        tuple(_suspect(report, one) for one in cause.suspects),
        tuple(tuple(_suspect(report, one) for one in each) for each in cause.alternatives),
        len(cause.relations),
        cause.mended,
    )


def _suspect(report: Report, one: Suspect) -> Accused[Told]:
    what = naming.named(report, one)
    return Accused(what.place, what.name, one.place.text, naming.right(report, one))


def _rank(one: Broken) -> tuple[object, ...]:
    family = one.rule.rstrip("0123456789")
    telling = _TELLING.index(family) if family in _TELLING else len(_TELLING)
    return -one.severity.rank, telling, one.place.order, one.rule


def _related(about: list[Broken], first: Broken) -> tuple[Related[Told], ...]:
    """The other broken relations with their computations, then the other figures, each place once."""
    row: list[Related[Told]] = [
        Related(one.place, one.message) for one in about if one is not first
    ]
    row += [related for one in about for related in one.related]
    # A place of last year's report may have the coordinates of one of this.
    once: dict[tuple[str, Key], Related[Told]] = {}
    for related in row:
        once.setdefault((related.place.path, related.place.key), related)
    return tuple(once.values())


def _accusing(report: Report, one: Broken, cause: Cause, about: list[Broken]) -> Broken:
    head = cause.suspects[0]
    what = naming.named(report, head)
    told = one.cause
    assert told is not None
    changes = _changes(told.suspects)
    own, any_value = one.place.key == links.key_at(head.place), not _tells(one, head)
    if own and len(about) == 1 and len(cause.suspects) == 1 and not any_value:
        better = head.slip not in _WEAK and not _is_rate(one)
        return replace(one, expected=changes[0][2]) if better else one
    if len(about) == 1 and (head.slip in _WEAK or any_value):
        # The rule's own words are as good a guess.
        rivals = tuple(tuple(_suspect(report, each) for each in way) for way in cause.rivals)
        ways = (told.suspects, *told.alternatives, *rivals)
        open_one = replace(told, kind="ambiguous", suspects=(), alternatives=ways)
        return _weighed(report, replace(one, cause=open_one), ways)
    listed = [_changes(each) for each in told.alternatives[:_MOST_NAMED]]
    others = wording.ways(listed, besides=True) if cause.alternatives else ""
    return replace(
        one,
        message=Joined("", (_worded(report, cause, changes), others, wording.first(one.message))),
        place=what.place,
        excerpt=what.excerpt,
        section=what.section,
        expected=changes[0][2],
        actual=changes[0][1],
        related=tuple(other for other in one.related if not _is_at(other.place, what.place)),
    )


def _is_at(one: Place, other: Place) -> bool:
    return (one.path, one.key) == (other.path, other.key)


def _tells(one: Broken, suspect: Suspect) -> bool:
    """Whether a relation tells a figure's right value: of what must not be less any would do.

    Unless it makes both equal, or what is printed has more places than there are (2.1 people).
    """
    relation = one.relation
    if relation is None or relation.kind is not Kind.ORDER:
        return True
    if suspect.place.value % suspect.place.step:
        return True
    key, value = links.key_at(suspect.place), Fraction(suspect.value, SCALE)
    terms = _exact(relation)
    return sum(weight * (value if at == key else exact) for weight, at, exact in terms) == 0


def _exact(relation: Relation) -> list[tuple[int, Key | None, Fraction]]:
    """The weights of a relation with where each figure stands, if anywhere, and its value."""
    here = [(one.weight, one.place.key, one.figure.exact()) for one in relation.operands]
    return [*here, *((one.weight, None, one.figure.exact()) for one in relation.given)]


def _is_rate(one: Broken) -> bool:
    """Whether the rule recomputes a rate, and so knows better than any guess what that should be."""
    return one.relation is not None and one.relation.kind.is_rate


def _worded(report: Report, cause: Cause, changes: list[Change]) -> Told:
    head = cause.suspects[0]
    where = report.cells.get(links.key_at(head.place))
    if cause.kind is CauseKind.CHAIN and cause.delta:
        operand = report.printed[links.key_at(head.place)]
        delta = words.amount(abs(Fraction(cause.delta, SCALE)), operand.figure)
        return wording.chain(cause, changes, delta, more=cause.delta > 0)
    if cause.kind is CauseKind.UNIT and where is not None:
        return wording.unit(cause, where.ledger.title, _units(where.ledger, cause))
    line = cause.line
    if cause.kind is CauseKind.BLOCK and where is not None and line is not None:
        at = where.column.name if line.is_column else called.row(where.line)
        named = _along(report, cause, line)
        ends = named[0][0], named[-1][0]
        lost = next(((name, right) for name, at, right in named if at == line.lost), None)
        return wording.block(cause, where.ledger.title, at, ends, lost)
    if cause.kind is CauseKind.EXCHANGE and where is not None:
        return _exchanged(report, cause, changes)
    return wording.accused(cause, changes)


def _exchanged(report: Report, cause: Cause, changes: list[Change]) -> Told:
    line = cause.line
    if line is None:
        return wording.exchange(cause, changes)
    found = [report.cells[links.key_at(one.place)] for one in cause.suspects]
    # Suspects are in the document's order, so the first line of two is named first.
    names = list(
        dict.fromkeys(one.column.name if line.is_column else called.row(one.line) for one in found)
    )
    first, last = names[0], names[-1]
    title = found[0].ledger.title
    return wording.exchanged_lines(cause, title, (first, last))


def _units(ledger: Ledger, cause: Cause) -> tuple[str, str]:
    """The unit that a table says, and the one that its figures seem to be in; empty if that has no name."""
    own = ledger.unit
    scale = own.scale.scaleb(cause.power or 0)
    named = (one for one in UNITS.values() if one.dimension is own.dimension)
    return own.name, next((one.name for one in named if one.scale == scale), "")


def _along(report: Report, cause: Cause, line: Line) -> list[tuple[str, int, str]]:
    """The rows or columns of what was moved, in their order: the name, the index, the right value."""
    found = []
    for one in cause.suspects:
        where = report.cells[links.key_at(one.place)]
        name = called.row(where.line) if line.is_column else where.column.name
        at = where.cell[1] if line.is_column else where.cell[2]
        found.append((name, at, naming.right(report, one)))
    return sorted(found, key=lambda one: one[1])


def _open(report: Report, one: Broken, cause: Cause) -> Broken:
    """Several figures may be the wrong one: all are named with what they would have to be."""
    if len(cause.alternatives) > _MOST_NAMED:
        return one
    assert one.cause is not None
    ways = one.cause.alternatives
    mine = _own_way(one, ways)
    others = [_changes(each) for number, each in enumerate(ways) if number != mine]
    if not others:
        return one
    return _with_ways(one, others, besides=mine is not None or not _is_borne_out(report, one))


def _weighed(report: Report, one: Broken, ways: Sequence[Sequence[Accused[Told]]]) -> Broken:
    """A rule's own words, unless what they would have changed is borne out by what holds."""
    own = _own_way(one, ways) is not None
    if own or not _is_borne_out(report, one) or len(ways) > _MOST_NAMED:
        return one
    return _with_ways(one, [_changes(each) for each in ways], besides=False)


def _is_borne_out(report: Report, one: Broken) -> bool:
    """Whether the total that a rule would have changed holds otherwise, within the report itself."""
    relation = one.relation
    if relation is None or relation.given or relation.kind.is_rate:
        return False
    totals = [each.place.key for each in relation.operands if each.role is Role.TOTAL]
    return one.place.key in totals and one.place.key in report.borne_out


def _with_ways(one: Broken, ways: Sequence[Sequence[Change]], *, besides: bool) -> Broken:
    """What may be wrong ``besides`` what the rule says, or instead of it, which is then no cure."""
    said = wording.ways(ways, besides=besides)
    return replace(_adding(one, said), expected=one.expected if besides else "")


def _adding(one: Broken, said: Told) -> Broken:
    return replace(one, message=Joined("", (one.message, said)))


def _own_way(one: Broken, ways: Sequence[Sequence[Accused[Told]]]) -> int | None:
    """Which of the explanations is what the rule itself says."""
    key = one.place.key
    return next(
        (number for number, each in enumerate(ways) if len(each) == 1 and each[0].place.key == key),
        None,
    )


def _changes(suspects: Sequence[Accused[Told]]) -> list[Change]:
    return [(one.name, one.actual, one.expected) for one in suspects]
