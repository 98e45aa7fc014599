"""From a list that has been read to its whole and its parts."""

from __future__ import annotations

from bisect import bisect_left
from fractions import Fraction
from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.claims import names, senses, times, worth
from jslint.claims.model import ACTUAL, AMOUNT, BUDGET, CHANGE, MOVED, PRIOR, SHARE, Group
from jslint.claims.state import BRACKET, MONEY, Sum

if TYPE_CHECKING:
    from jslint.claims.model import Claim
    from jslint.claims.state import Open, Walk
    from jslint.figures.figure import Figure


#: The two amounts right before a list stand among so many claims.
_BEFORE = 6
#: Among so many of the last lists the parts are sought that have been stated.
_NEAR = 4
#: The last characters of a name tell what kind of thing is counted: 行政编制, 事业编制; not so these.
_KIND = 2
#: How a name ends that says its amount was planned.
_PLANNED = "预算"
_OF_ANY_KIND = ("人数", "总数", "数量", "个数")


def close(walk: Walk, depth: str = "") -> None:
    """Close the open lists of this depth and those inside; all of them where it is empty."""
    while walk.lists and (not depth or walk.lists[-1].depth in (depth, BRACKET)):
        settle(walk, walk.lists.pop())


def settle(walk: Walk, found: Open) -> None:
    """Make a group of a list, if its whole and at least one part are known."""
    _give_back(walk, found)
    whole = None if found.sum else whole_for(walk, found)
    if whole is not None and senses.is_average(walk.topics[whole].name):
        whole = None  # 平均得分 9 分，其中 A 9 分、B 9 分: nobody divides an average
    if whole is None:
        walk.parted.update(found.parts)
        return
    _measure_alike(walk, found, whole)
    outer = next((one for one in reversed(walk.lists) if whole in one.parts), None)
    if outer is not None:
        outer.below += [*found.loose, *found.below]  # measured as their whole will be
    beside = _of_money(walk, found, whole)
    if beside is not None:
        _divide(walk, found, beside)
    for row in _by_clause(walk, found, whole):
        _divide(walk, row, whole)


def _by_clause(walk: Walk, found: Open, whole: int) -> list[Open]:
    """9 人，其中 A 3 人、B 4 人；C 5 人、D 4 人: a list for each clause where one of them is all of the whole.

    What goes through some of it before or behind that is no further part; nor need it be all.
    """
    rows: dict[int, list[int]] = {}
    for part in dict.fromkeys(found.parts):
        rows.setdefault(found.clauses.get(part, found.semis), []).append(part)
    wholes = worth.last_amounts(walk, whole, found.start) if len(rows) > 1 else []
    sums = (
        [worth.total_of(worth.stated_in(walk, row, found.start)) for row in rows.values()]
        if wholes
        else []
    )
    closing = [any(worth.closes(one, figure) for figure in wholes) for one in sums]
    some = any(len(row) > 1 and one for row, one in zip(rows.values(), closing, strict=False))
    name = walk.topics[whole].name
    behind = [part for row in list(rows.values())[1:] for part in row]
    if not some or all(senses.is_only_part(walk.topics[part].name, name) for part in behind):
        return [found]
    return [
        replace(found, parts=row, made=Sum(), hedged=found.hedged or not one)
        for row, one in zip(rows.values(), closing, strict=True)
    ]


def _of_money(walk: Walk, found: Open, whole: int) -> int | None:
    """发放 9 元，惠及 3 人，其中 A 5 元、2 人，B 4 元、1 人: the amount beside a count that parts divide as well."""
    row = found.candidates[:2]
    if len(row) < 2 or whole != row[0] or found.either:  # noqa: PLR2004 - a count and an amount
        return None
    if MONEY in worth.units_of(walk, whole) or MONEY not in worth.units_of(walk, row[1]):
        return None
    parts = dict.fromkeys(found.parts)
    return row[1] if parts and all(MONEY in worth.units_of(walk, one) for one in parts) else None


def _divide(walk: Walk, found: Open, whole: int) -> None:
    """Make a group of a list and a whole."""
    counted = worth.units_of(walk, whole)
    parts = tuple(
        part
        for part in dict.fromkeys(found.parts)
        if part != whole and (not counted or counted & worth.units_of(walk, part))
    )
    if MONEY not in counted:
        parts = _but_beside(walk, found, whole, parts)
    numbered = bool(found.style) and senses.is_total(walk.topics[whole].name)
    closed = found.closed or all(walk.topics[part].account for part in parts)
    closed = closed or (numbered and not found.presumed)
    closed = closed or times.are_of_a_year(walk.topics[part].name for part in parts)
    # What several amounts come to, to the last digit, is what they divide.
    sure = found.sure or (MONEY in counted and is_made_up(walk, found))
    for row in _by_side(walk, whole, parts):
        walk.groups.append(
            Group(
                len(walk.groups),
                whole,
                row,
                found.cue,
                closed,
                found.hedged,
                found.start,
                len(walk.claims),
                sure and not _has_its_name(walk, whole, row),
                found.presumed,
                tuple(
                    topic
                    for topic in dict.fromkeys(found.further)
                    if not counted or counted & worth.units_of(walk, topic)
                ),
                found.candidates if found.either else (),
            )
        )


def _has_its_name(walk: Walk, whole: int, parts: tuple[int, ...]) -> bool:
    """Whether one of several parts is called as their whole is, which is then that of another list.

    So it is where the one is said to be planned and the other not: 接待费支出, 接待费预算支出.
    """
    key = _unplanned(walk, whole)
    return len(parts) > 1 and any(_unplanned(walk, part) == key for part in parts)


def _unplanned(walk: Walk, topic: int) -> str:
    return names.key(walk.topics[topic].key.removesuffix(_PLANNED))


def _by_side(walk: Walk, whole: int, parts: tuple[int, ...]) -> list[tuple[int, ...]]:
    """The parts, in two rows where they go through both sides of 收、支总计, the income first."""
    if not parts or not senses.is_joint(walk.topics[whole].name):
        return [parts] if parts else []
    called = [walk.topics[part].name for part in parts]
    first = next((at for at, name in enumerate(called) if senses.is_spent(name)), len(called))
    received = {at for at, name in enumerate(called) if senses.side(name) == "收入"}
    parted = 0 < first < len(called) and received and max(received) < first
    return [parts[:first], parts[first:]] if parted else [parts]


def _give_back(walk: Walk, found: Open) -> None:
    """Leave what stands behind a semicolon to the outer list, unless the inner one adds up with it.

    其中：A 9 万元，其中：a 4 万元；b 5 万元；B 1 万元. What the inner whole names as one of its own
    things is its part whether it adds up or not.
    """
    if not found.kept or len(found.parts) == found.kept or is_made_up(walk, found):
        return
    inner, end = replace_parts(found, found.parts[: found.kept]), found.kept
    whole = whole_for(walk, found)
    for part in found.parts[found.kept :]:
        inner.parts.append(part)
        own = whole is not None and _is_one_of(walk, part, whole) and end == len(inner.parts) - 1
        if own or (part != found.parts[-1] and is_made_up(walk, inner)):
            end = len(inner.parts)
    if walk.lists:
        walk.lists[-1].parts.extend(found.parts[end:])
    found.parts = found.parts[:end]


def _is_one_of(walk: Walk, part: int, whole: int) -> bool:
    return senses.is_one_of(walk.topics[part].name, walk.topics[whole].name)


def leads(walk: Walk, opened: Open, first: int | None, topic: int) -> bool:
    """Whether a topic is what an item is of: its first, or behind a mere count what the whole has in its name.

    购置及运行费 5 元，包括：(1) 购置费 0 元；(2) 保有量 3 辆，运行费 5 元.
    """
    if topic == first or first is None:
        return topic == first
    whole = whole_for(walk, opened)
    if whole is None or worth.units_of(walk, whole) & worth.units_of(walk, first):
        return False
    letters = iter(walk.topics[whole].key)
    named = all(letter in letters for letter in walk.topics[topic].key)
    return named and senses.is_of_several(walk.topics[whole].name)


def replace_parts(found: Open, parts: list[int]) -> Open:
    """The list with other parts."""
    return replace(found, parts=parts, made=Sum())


def whole_for(walk: Walk, found: Open) -> int | None:
    """The nearest topic before the list that is counted in the same unit as its first part.

    Where that is not sure, or presumed, one that the parts add up to goes before.
    """
    units = worth.units_of(walk, found.parts[0]) if found.parts else set()
    row = [topic for topic in found.candidates if not units or units & worth.units_of(walk, topic)]
    if len(row) > 1 and MONEY not in units:
        row = _of_its_kind(walk, found, row)
    if len(row) > 1 and (other := _another_that_fits(walk, found, row)) is not None:
        return other
    if (not found.sure or found.presumed) and found.parts:
        total = _come_to(walk, found)
        fitting = (
            topic
            for topic in row
            if any(worth.closes(total, one) for one in worth.last_amounts(walk, topic, found.start))
        )
        return next(fitting, row[0] if row else None)
    return row[0] if row else None


def _another_that_fits(walk: Walk, found: Open, row: list[int]) -> int | None:
    """预算 9 万元，执行 8 万元；其中A 5 万元、B 4 万元: of two that one clause has stated the one that parts make up.

    None where the nearer is made up, or where neither is.
    """
    if min(len(found.parts), found.start) < 2:  # noqa: PLR2004 - one is no sum, two stand before it
        return None
    nearer, other = row[:2]
    said = walk.claims[max(0, found.start - _BEFORE) : found.start]
    stated = [one for one in said if one.kind == AMOUNT and one.text is said[-1].text]
    beside = [one.topic for one in stated[-2:]] == [other, nearer]
    planned = _PLANNED in walk.topics[other].name
    if not beside or not (planned or _is_in_clause_of_its_own(walk, found)):
        return None
    if len(set(found.parts)) < 2 or _comes_to(walk, found, nearer):  # noqa: PLR2004 - one is no sum
        return None
    above = planned or _is_above(walk, found, nearer)
    return other if above and _comes_to(walk, found, other) else None


def _is_in_clause_of_its_own(walk: Walk, found: Open) -> bool:
    """床位 9 张，入住 8 张；其中 A 5 张、B 4 张: whether a semicolon parts a list from what was stated last."""
    last, first = walk.claims[found.start - 1], walk.claims[found.start]
    return bool(set(";；") & set(first.text.value[last.end : first.start]))


def _is_above(walk: Walk, found: Open, topic: int) -> bool:
    """Whether the parts of a list come to more than was stated of a topic before it."""
    stated = worth.last_amounts(walk, topic, found.start)[:1]
    return bool(stated) and _come_to(walk, found).exact > stated[0].exact()


def _come_to(walk: Walk, found: Open) -> Sum:
    """What the parts of a list come to, or those that have an amount so far."""
    stated = _summed(walk, found)
    return stated or worth.total_of(worth.stated_in(walk, found.parts, found.start))


def _of_its_kind(walk: Walk, found: Open, row: list[int]) -> list[int]:
    """编制 50 名，实有 47 名，其中行政编制 20 名: of several counts first the one called as the parts are."""
    kinds = {topic: walk.topics[topic].name[-_KIND:] for topic in (*row, *found.parts[:1])}
    kind = kinds[found.parts[0]] if found.parts else ""
    if kind in _OF_ANY_KIND or _comes_to(walk, found, row[0]):
        return row
    divided = lately_divided(walk)
    divided |= {part for one in walk.lists if one is not found for part in one.parts}
    alike = [topic for topic in row if kinds[topic] == kind and topic not in divided]
    return [*alike, *(topic for topic in row if topic not in alike)] if len(alike) == 1 else row


def _comes_to(walk: Walk, found: Open, topic: int) -> bool:
    """Whether the parts of a list add up to what was stated of a topic before it."""
    total = _come_to(walk, found)
    return any(worth.closes(total, one) for one in worth.last_amounts(walk, topic, found.start))


def _but_beside(walk: Walk, found: Open, whole: int, parts: tuple[int, ...]) -> tuple[int, ...]:
    """编制 50 名，实有 47 名，其中行政编制 20 名、实有 18 名: without the parts of what stood beside the whole."""
    # 编制 50 名，其中 A 30 名；实有 47 名，其中 A 28 名: A is no whole
    divided = lately_divided(walk)
    row = (one for one in found.candidates if one != whole and one not in divided)
    beside = {walk.topics[one].key for one in row}
    return tuple(part for part in parts if walk.topics[part].key not in beside)


def measured(walk: Walk, opened: Open) -> set[int]:
    """The parts that are measured as the first is: 出国费 1 万元，团组 2 个 are one part."""
    units = worth.units_of(walk, opened.parts[0]) if opened.parts else set()
    return {part for part in opened.parts if units & worth.units_of(walk, part)}


def is_made_up(walk: Walk, opened: Open, least: int = 2) -> bool:
    """Whether the parts of a list so far, at least two, add up to its whole but for rounding."""
    whole = whole_for(walk, opened)
    total = None if whole is None else _summed(walk, opened)
    if whole is None or total is None or len(total.parts) < least:
        return False
    return any(worth.closes(total, one) for one in _alike(walk, opened, whole))


def lately_divided(walk: Walk) -> set[int]:
    """The parts of the last lists."""
    return {part for group in walk.groups[-_NEAR:] for part in group.parts}


def is_last_of_shares(walk: Walk) -> bool:
    """A 9 万元，占 90%。B 1 万元，占 10%。: whether what follows below may divide all of which these are shares."""
    if not walk.claims:
        return False
    last = walk.claims[-1]
    here = takewhile(lambda one: one.text is last.text, reversed(walk.claims))
    shared = {one.topic for one in here if one.kind == SHARE}
    return len(shared) > 1 and last.topic in shared


def is_short(walk: Walk, opened: Open) -> bool:
    """Whether the parts of a list so far come to less than its whole."""
    whole = whole_for(walk, opened)
    total = None if whole is None else _summed(walk, opened)
    if whole is None or total is None:
        return False
    return any(total.exact < one.exact() for one in _alike(walk, opened, whole)[:1])


def have_moved_together(walk: Walk, opened: Open) -> bool:
    """Whether the parts, of which only the changes are stated, have moved as much as their whole."""
    whole = whole_for(walk, opened)
    if whole is None or len(set(opened.parts)) < 2:  # noqa: PLR2004 - one is no sum
        return False
    moved = [_moved(walk, part, opened.start, len(walk.claims)) for part in opened.parts]
    total = _moved(walk, whole, 0, opened.start)
    if total is None or None in moved:
        return False
    made = sum((one.exact for one in moved if one), Fraction(0))
    steps = sum((one.steps for one in moved if one), total.steps)
    return abs(made - total.exact) * 2 <= steps


def _moved(walk: Walk, topic: int, start: int, end: int) -> Sum | None:
    """The last change that the claims from ``start`` to ``end`` state of a topic, with its sign."""
    for at in reversed(walk.spoken.get(topic, ())):
        claim = walk.claims[at]
        if start <= at < end and claim.kind == CHANGE and claim.is_money:
            if claim.figure is None or claim.direction is None:
                return None
            return Sum(exact=claim.direction * claim.figure.exact(), steps=worth.step(claim.figure))
    return None


def exceeds(walk: Walk, opened: Open, topic: int, least: int = 2) -> bool:
    """Whether the parts of a list made up its whole before this one, and no longer do so with it."""
    if not is_made_up(walk, opened, least) or topic in opened.made.parts:
        return False
    whole, made = whole_for(walk, opened), opened.made
    figure = worth.first_amount(walk, topic, opened.start, len(walk.claims))
    if whole is None or figure is None:
        return False
    more = Sum(exact=made.exact + figure.exact(), steps=made.steps + worth.step(figure))
    return not any(worth.closes(more, one) for one in worth.last_amounts(walk, whole, opened.start))


def has_room(walk: Walk, opened: Open, topic: int) -> bool:
    """Whether a whole is no less than its parts so far and this topic together."""
    whole, total = whole_for(walk, opened), _summed(walk, opened)
    figure = worth.first_amount(walk, topic, opened.start, len(walk.claims))
    if whole is None or total is None or figure is None:
        return False
    more = total.exact + (Fraction(0) if topic in total.parts else figure.exact())
    return any(
        2 * (more - one.exact()) <= total.steps + worth.step(figure) + worth.step(one)
        for one in worth.last_amounts(walk, whole, opened.start)
    )


def _alike(walk: Walk, opened: Open, whole: int) -> list[Figure]:
    """The last amounts of a whole; those of the first part's budget or year where it is one's."""
    known = walk.amounts.get(opened.parts[0], []) if opened.parts else []
    at = bisect_left(known, opened.start)
    measure = walk.claims[known[at]].measure if at < len(known) else ACTUAL
    alike = [] if measure == ACTUAL else worth.last_amounts(walk, whole, opened.start, measure)
    return alike or worth.last_amounts(walk, whole, opened.start)


def _summed(walk: Walk, opened: Open) -> Sum | None:
    """What the parts of a list come to; None where one of them has no amount yet.

    What is counted beside money (团组 2 个) is none of its parts.
    """
    made = opened.made
    units = worth.units_of(walk, opened.parts[0]) if opened.parts else set()
    for part in opened.parts[made.seen :]:
        counted = worth.units_of(walk, part)
        if part not in made.parts and (units & counted or not (units and counted)):
            figure = worth.first_amount(walk, part, opened.start, len(walk.claims))
            if figure is None:
                return None
            made.parts.add(part)
            made.exact += figure.exact()
            made.steps += worth.step(figure)
        made.seen += 1
    return made


def _measure_alike(walk: Walk, found: Open, whole: int) -> None:
    """Give the parts that do not say what they measure the measure of their whole.

    Where the whole is stated in several measures, theirs is the one in which they add up, else
    what was spent, else the one stated last.
    """
    plain = {
        claim.topic
        for claim in walk.claims[found.start :]
        if claim.kind == AMOUNT and claim.measure != ACTUAL
    } - {walk.claims[at].topic for at in found.loose if walk.claims[at].measure != ACTUAL}
    parts = set(found.parts)
    loose = [at for at in found.loose if walk.claims[at].topic in parts]
    near = _stated_last(walk, whole, found.start)
    if near and near[-1].measure == ACTUAL and senses.is_moved(walk.topics[whole].name):
        near = [replace(near[-1], measure=MOVED)]
        walk.claims[near[0].index] = near[0]
    _budget_alike(walk, found, {one.measure for one in near})
    if not loose or not near or plain:
        return
    stated = [one.figure for at in loose if (one := walk.claims[at]).is_money and one.figure]
    total = worth.total_of(stated)
    fitting = [one for one in reversed(near) if one.figure and worth.closes(total, one.figure)]
    # What it is only compared with (较上年 A 万元增加 …) is divided by nobody.
    planned = [one for one in near if not one.measure.startswith(PRIOR)]
    if not planned and near[-1].text is not walk.claims[loose[0]].text:
        near = fitting[:1]  # a line of its own may compare: 与上年 A 万元相比，…
    own = [one for one in near if one.measure == ACTUAL] or planned or near
    if not own:
        return
    measure = (fitting or own[-1:])[0].measure
    for at in (*loose, *found.below):
        if walk.claims[at].is_money and walk.claims[at].measure != measure:
            walk.claims[at] = replace(walk.claims[at], measure=measure)


def _budget_alike(walk: Walk, found: Open, measures: set[str]) -> None:
    """年初预算 9 万元，其中：A 预算 5 万元: what is called budget alone is of the whole's only budget."""
    budgets = {one for one in measures if one.startswith(BUDGET)}
    if len(budgets) != 1 or budgets == {BUDGET}:
        return
    parts, (budget,) = set(found.parts), budgets
    for at in range(found.start, len(walk.claims)):
        claim = walk.claims[at]
        if claim.topic in parts and (claim.kind, claim.measure) == (AMOUNT, BUDGET):
            walk.claims[at] = replace(claim, measure=budget)


def _stated_last(walk: Walk, topic: int, end: int) -> list[Claim]:
    """The amounts of money that the last paragraph to state one of a topic states, before a claim.

    No more than a few: hundreds of one topic in a paragraph are no measures of it.
    """
    found: list[Claim] = []
    known = walk.amounts.get(topic, [])
    until = bisect_left(known, end)
    for at in reversed(known[max(until - worth.MOST_STATED, 0) : until]):
        claim = walk.claims[at]
        if found and claim.text is not found[0].text:
            break
        if claim.is_money:
            found.append(claim)
    return found[::-1]
