"""A whole of the narrative with one figure for each of a list's parts."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint.claims import names, senses
from jslint.claims.model import ACTUAL, AMOUNT, BUDGET, CHANGE, FLAT, PRIOR, SHARE, Claim, Group
from jslint.claims.state import MONEY
from jslint.claims.worth import adds_up
from jslint.figures.figure import Dimension
from jslint.figures.verdict import linear
from jslint.patterns import regex
from jslint.relation import Kind, Relation
from jslint.rules.bench import digits, near, rates, relate
from jslint.rules.bench.cases import Kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jslint.claims.model import Claims
    from jslint.figures.figure import Figure
    from jslint.figures.verdict import Linear
    from jslint.rules.ground.context import Context


#: The letters of words for a grand total, and how long a name without them may be one.
_GRAND = frozenset("本年总合计全部")


_SHORT = 3
#: Of so many shares one may be wrong, which the kind ``share`` tells of.
_SOME = 3
#: The unit of those whose kinds are listed one after another, whosever they are.
_PEOPLE = "人"
_PERSONS = ("人", "名", "人次")


#: Names with their figures in brackets, and no bracket is longer.
_ROW = regex(
    r"[（(](?:[^\d，,、；;：:（()）。]{2,14}\d[\d,]*(?:\.\d+)?\s?[^\d，,、；;（()）。]{1,3}(?:[，,、；;]|(?=[）)]))){2,}[）)]"
)
_LONGEST = 300
#: What the parts of a later paragraph may be of stands no more figures before what they seem to be of.
_NEAR = 24
#: What is said of a thing that is no part of it.
_NO_PART = regex(
    r"[年期月][初末底]|[上去前今]年|20\d\d|新增|增加|增减|减少|追加|调[整入出增减]|退[休回]|编制|空编|预算|应|原[值有]|占"
    r"|均|不?含|除|另|净|共|合计|小计|累计|至|借|结[转余]|收回|报废|处置|其中"
)


class Sum(Struct, frozen=True):
    """One whole with one figure for each part: amounts of one measure, counts, or changes."""

    group: Group
    whole: Claim
    parts: tuple[Claim, ...]
    certain: bool
    flat: tuple[int, ...] = ()


def may_lack_unspent(claims: Claims, found: Sum, result: Linear) -> bool:
    """Whether a budget's accounts fall short of it, and the list goes by what was spent.

    An account with a budget of which nothing was spent is then not listed.
    """
    stated = {
        (claim.kind, claim.measure) for part in found.parts for claim in claims.about(part.topic)
    }
    return (
        found.whole.kind == AMOUNT
        and found.whole.measure.startswith(BUDGET)
        and result.difference < 0
        and all(claims.topics[part.topic].account for part in found.parts)
        and (AMOUNT, ACTUAL) in stated
    )


def may_lack_ended(claims: Claims, found: Sum, result: Linear) -> bool:
    """Whether changes listed below come to more than that of their whole, and the list goes by what was spent.

    What was spent last year and is not any more has fallen, and may not be listed.
    """
    whole = found.whole
    return (
        whole.kind == CHANGE
        and whole.measure == PRIOR
        and (whole.direction or 1) * result.difference > 0
        and all(part.text is not whole.text for part in found.parts)
        and all(next(claims.before(part, part.topic, AMOUNT), None) for part in found.parts)
    )


def overlap(context: Context, found: Sum) -> bool:
    """9 人，其中女 3 人，占 33%；党员 6 人，占 67%；本科以上 8 人，占 89%: whether each part has its right share of the whole.

    So they stand beside each other and not against each other: whose share is right is counted right. Of
    several one may be wrong.
    """
    claims, whole = context.claims, found.whole.figure
    if whole is None or unit(found.whole) not in _PERSONS or not whole.value:
        return False
    behind = ((one, claims.claims[one.index + 1 : one.index + 2]) for one in found.parts)
    shares = [(one, row[0]) for one, row in behind if row and row[0].kind == SHARE]
    wrong = [
        one
        for one, share in shares
        if one.figure is None
        or share.figure is None
        or one.figure.exact() / whole.exact() * 100
        not in share.figure.interval().widened(share.figure.step / 2)
    ]
    told = len(shares) == len(found.parts) > 1
    return (
        told
        and all(share.topic == one.topic for one, share in shares)
        and len(wrong) <= len(shares) // _SOME
    )


def is_right_behind(claims: Claims, found: Sum) -> bool:
    """Whether a list stands right behind the amount that it divides, whosever that is.

    …。支出 9 万元，其中：A 支出 5 万元、B 支出 4 万元: of what the 9 are need not be known.
    """
    whole, group = found.whole, found.group
    between = claims.claims[whole.index : group.start]
    beside = all(one.topic == whole.topic and one.text is whole.text for one in between)
    listed = all(one.text is whole.text and not one.carried for one in found.parts)
    certain = group.sure and not group.presumed
    return (
        bool(between) and beside and listed and certain and not any(near.in_sentence(claims, whole))
    )


def verdict_on(context: Context, found: Sum, parts: tuple[Claim, ...]) -> Linear:
    """The verdict on parts; what is called flat may have changed by less than is printed."""
    whole = found.whole.figure
    assert whole is not None
    change = found.whole.kind == CHANGE
    terms = _terms(found.whole, parts)
    if change:
        nothing = replace(whole, value=Decimal(0))
        terms += [(1, nothing)] * len(found.flat)
    return linear(terms, whole, context.style.quantum, formed=change)


def is_turned(context: Context, found: Sum) -> bool:
    """Whether changes add up once one of them goes the way that its own rate tells, not its word.

    Of that one the kind ``growth`` tells.
    """
    if found.whole.kind != CHANGE:
        return False
    changes = (found.whole, *found.parts)
    for at, one in enumerate(changes):
        rate = rates.rate_for(context.claims, one)
        now = near.current_near(context.claims, one.topic, rate) if rate else None
        if rate and now and one.direction and rates.is_turned(context, rate, one, now):
            other = replace(one, direction=-one.direction)
            turned = replace(found, whole=other)
            if at:
                turned = replace(found, parts=(*changes[1:at], other, *changes[at + 1 :]))
            if verdict_on(context, turned, turned.parts).verdict.holds:
                return True
    return False


def is_a_slip_away(found: Sum, result: Linear) -> bool:
    """Whether one figure, mistyped in one place, is all that keeps parts from adding up to their whole."""
    whole = found.whole.figure
    assert whole is not None
    figures = [part.figure for part in found.parts if part.figure]
    return digits.is_slip(whole, whole.exact() + result.difference) or any(
        digits.is_slip(one, one.exact() - result.difference) for one in figures
    )


def is_row_in_brackets(found: Sum) -> bool:
    """7 辆（A 4 辆、B 2 辆）: whether nothing but names with their figures stands in brackets right behind the whole.

    What was there before, what came and went, and what was planned is no part: 7 辆（年初 5 辆，新增 2 辆）. Nor
    need people be told of once only: 9 人（女 4 人，党员 6 人）, or what stands behind parts that make it up.
    """
    figures = [part.figure for part in found.parts if part.figure]
    rows = (figures[:many] for many in range(2, len(figures)))
    whole = found.whole.figure
    if whole is None or unit(found.whole) in _PERSONS or any(adds_up(row, whole) for row in rows):
        return False
    if any(one.exact() >= whole.exact() for one in figures):
        return False  # 结余 2 万元（收入 9 万元，支出 7 万元）: what it is the difference of
    text = found.whole.text.value[found.whole.end :]
    row = _ROW.match(text[:_LONGEST])
    return row is not None and _NO_PART.search(row[0]) is None and len(found.parts) > 1


def _terms(whole: Claim, parts: tuple[Claim, ...]) -> list[tuple[int, Figure]]:
    return [(_sign(whole, part), part.figure) for part in parts if part.figure]


def measures(claims: Claims, group: Group) -> list[tuple[str, str, str]]:
    """The (kind, measure, unit) in which the whole is stated; what it is compared with is none."""
    found = [
        (claim.kind, claim.measure, unit(claim))
        for claim in claims.about(group.whole)
        if claim.figure
        and claim.kind in (AMOUNT, CHANGE)
        and not (claim.kind == AMOUNT and claim.measure.startswith(f"{PRIOR}:"))
    ]
    return list(dict.fromkeys(found))


def unit(claim: Claim) -> str:
    """The unit of a figure; all amounts of money count as one."""
    assert claim.figure is not None
    counted = claim.figure.unit
    return MONEY if counted.dimension is Dimension.AMOUNT else counted.name


def row(
    claims: Claims, group: Group, measure: tuple[str, str, str]
) -> tuple[Claim | None, list[Claim | None]]:
    """The whole's last statement before the list (else behind it), and each part's first one in it.

    A part that the list calls flat did not change, so it is left out of a row of changes.
    """
    wholes = [one for one in _stating(claims, group.whole, measure) if one.index < group.start]
    wholes = wholes or [
        one
        for one in _stating(claims, group.whole, measure)
        if one.index < group.end and not _opens(claims, group, one)
    ]
    wholes = wholes or _behind(claims, group, measure)
    parts = [part for part in group.parts if not is_flat(claims, group, part, measure)]
    return wholes[-1] if wholes else None, [
        _in_list(claims, group, part, measure) for part in parts
    ]


def has_one_above(claims: Claims, group: Group) -> bool:
    """Whether one of several numbers of people alone is above that of the whole: no part of it, then."""
    people = (measure for measure in measures(claims, group) if measure[2] == _PEOPLE)
    rows = (row(claims, group, measure) for measure in people)
    return any(
        one and _is_above(one, whole) and not senses.is_rest(claims.topics[one.topic].name)
        for whole, parts in rows
        for one in parts
    )


def _is_above(one: Claim, other: Claim | None) -> bool:
    if other is None or one.figure is None or other.figure is None:
        return False
    return one.figure.exact() > other.figure.exact()


def _opens(claims: Claims, group: Group, one: Claim) -> bool:
    """出国（境）团组 9 个，其中：出国 8 人次，出境 9 人次: whether what a list opens with is a part called like its whole."""
    counted = claims.before(claims.claims[group.start], group.whole, AMOUNT, one.measure)
    return one.index == group.start and not one.is_money and next(counted, None) is not None


def _behind(claims: Claims, group: Group, measure: tuple[str, str, str]) -> list[Claim]:
    """What the list's paragraph says of the whole behind it, by name: 合计同比增加 A 万元."""
    last = claims.claims[group.end - 1]
    return [
        one
        for one in _stating(claims, group.whole, measure)[:1]
        if one.index >= group.end and one.text is last.text and not (one.implied or one.carried)
    ]


def _in_list(
    claims: Claims, group: Group, part: int, measure: tuple[str, str, str]
) -> Claim | None:
    return next(
        (one for one in _stating(claims, part, measure) if group.start <= one.index < group.end),
        None,
    )


def strays(claims: Claims, found: Sum) -> tuple[Claim, ...]:
    """The first amounts of further topics that a list states, which are no parts of its parts.

    The words that name a part may be lost: 决算数小于预算数的…预算数 4 万元，决算数 2 万元.
    """
    group, measure = found.group, (found.whole.kind, found.whole.measure, unit(found.whole))
    known = {group.whole, *group.parts}
    known |= {part for one in claims.groups if one.whole in known for part in one.parts}
    first: dict[int, Claim] = {}
    for claim in claims.claims[group.start : group.end]:
        if claim.topic not in known and claim.figure and _measure(claim) == measure:
            first.setdefault(claim.topic, claim)
    return tuple(first.values())


def _measure(claim: Claim) -> tuple[str, str, str]:
    return claim.kind, claim.measure, unit(claim)


def is_of_another(claims: Claims, group: Group) -> bool:
    """Whether the parts print shares of something that is plainly not the list's whole."""
    whole = claims.topics[group.whole]
    stated = claims.about(group.whole, AMOUNT)
    texts = {id(one.text) for one in claims.claims[group.start : group.end]}
    if any(id(one.text) in texts for one in stated if one.index < group.start):
        return False
    shares = [
        share
        for part in group.parts
        for share in claims.about(part, SHARE)
        if group.start <= share.index < group.end
    ]
    said = [one.whole_name for one in shares if not names.is_generic(one.whole_name)]
    letters = set(whole.name) | set("支出收入的数经费决算预算额")
    if _GRAND & set(whole.name) or (
        whole.account is None and len(names.plain(whole.name)) <= _SHORT
    ):
        letters |= _GRAND
    return (
        bool(said)
        and all(share.whole != group.whole for share in shares)
        and all(not set(name) <= letters for name in said)
    )


def again(claims: Claims, group: Group) -> Iterator[Group]:
    """A list, and one right before it that goes through the same: A 9 万元，其中 …。比上年减少 1 万元，其中 …."""
    before = claims.groups[max(0, group.index - 1) : group.index + 1]
    alike = (one for one in before if one.whole == group.whole)
    return (one for one in alike if {*one.parts} == {*group.parts})


def is_beyond(found: Sum, result: Linear) -> bool:
    """Whether a whole grew more, or fell less, than all of its parts: what it no longer has can but have fallen."""
    way = found.whole.direction or 0
    return abs(result.difference) > result.bound and way * result.difference < 0


def is_flat(claims: Claims, group: Group, part: int, measure: tuple[str, str, str]) -> bool:
    """Whether the list says of a part that it did not change."""
    return measure[0] == CHANGE and any(
        group.start <= claim.index < group.end for claim in claims.about(part, FLAT, measure[1])
    )


def _stating(claims: Claims, topic: int, measure: tuple[str, str, str]) -> list[Claim]:
    kind, name, counted = measure
    return [
        claim
        for claim in claims.about(topic, kind, name)
        if claim.figure and unit(claim) == counted
    ]


def _sign(whole: Claim, part: Claim) -> int:
    """Whether a part's change goes the whole's way; amounts always do."""
    if whole.kind == CHANGE and None not in (whole.direction, part.direction):
        return 1 if whole.direction == part.direction else -1
    return 1


def planned(context: Context, found: Sum) -> Kept | None:
    """That the budgets of the parts make up the whole, where both they and the outturns are stated.

    涉及资金 9 万元，其中：A 全年预算 5 万元，执行 4 万元；B 全年预算 4 万元，执行 3 万元.
    """
    claims, group = context.claims, found.group
    plain = found.whole.kind == AMOUNT and found.whole.measure == ACTUAL
    if not plain or claims.budgets(group.whole) or len(found.parts) < 2:  # noqa: PLR2004 - one is no sum
        return None
    rows = [
        next(
            (one for one in _budgets(claims, part.topic) if group.start <= one.index < group.end),
            None,
        )
        for part in found.parts
    ]
    parts = tuple(one for one in rows if one is not None)
    if len(parts) != len(found.parts) or not verdict_on(context, found, parts).verdict.holds:
        return None
    relation = related(found.whole, parts)
    return Kept(relation.places, relation)


def of_one_before(context: Context, found: Sum) -> Kept | None:
    """That parts in a paragraph of their own make up another amount than the one right before them.

    A 8 万元。/ B 1 万元。/ 其中，甲 5 万元，乙 3 万元: they are the parts of A.
    """
    claims, whole, first = context.claims, found.whole, found.parts[0]
    apart = first.text is not whole.text and whole.index < first.index
    if len(found.parts) < 2 or not apart:  # noqa: PLR2004 - one is no sum
        return None
    for one in reversed(claims.claims[max(whole.index - _NEAR, 0) : whole.index]):
        if one.path != whole.path:
            return None
        if one.figure is None or one.topic in (whole.topic, *found.group.parts):
            continue
        if (one.kind, one.measure, unit(one)) == (whole.kind, whole.measure, unit(whole)):
            other = replace(found, whole=one)
            if verdict_on(context, other, found.parts).verdict.holds:
                relation = related(one, found.parts)
                return Kept(relation.places, relation)
    return None


def _budgets(claims: Claims, topic: int) -> list[Claim]:
    stated = claims.about(topic, AMOUNT)
    return [one for one in stated if one.measure.startswith(BUDGET) and one.is_money]


def at_most(whole: Claim, parts: Iterable[Claim]) -> Relation:
    """Parts of which some may be left out are at most their whole."""
    relation = related(whole, parts)
    turned = tuple(replace(one, weight=-one.weight) for one in relation.operands)
    return Relation(Kind.ORDER, turned)


def related(whole: Claim, parts: Iterable[Claim]) -> Relation:
    """The whole and its parts, changes with the sign of their direction."""
    sign = whole.direction or 1
    return relate.total(whole, [((part.direction or 1) * sign, part) for part in parts])
