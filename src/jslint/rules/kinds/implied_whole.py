"""implied-whole: shares of one whole that is printed nowhere imply the same whole."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct
from msgspec.structs import replace

from jslint.claims import names, senses
from jslint.claims.model import AMOUNT, PRIOR, SHARE
from jslint.figures.interval import Interval
from jslint.figures.verdict import half_up, literal
from jslint.phrases import Family
from jslint.rules.bench import alone, near, portions, relate
from jslint.rules.bench.cases import Fault, Kept, conclude
from jslint.rules.ground import words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from jslint.claims.model import Claim, Claims, Group
    from jslint.diagnostic import Outcome
    from jslint.figures.figure import Figure
    from jslint.relation import Relation
    from jslint.rules.bench.cases import Found
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

    _Quantum = Callable[[Figure], Decimal]


say = Family("kinds")

#: So many shares that name no whole have one, if all but one of them agree.
_FEWEST = 3
#: Two do where they come to 100 %.
_PAIR = 2


class _Part(Struct, frozen=True):
    """A share and the amount of which it is one."""

    share: Claim
    amount: Claim

    def implied(self, quantum: _Quantum) -> Interval | None:
        """What the whole may be by it; None where the share may be nothing."""
        share, amount = self.share.figure, self.amount.figure
        assert share is not None
        assert amount is not None
        rates = share.interval(quantum(share))
        if rates.low <= 0:
            return None
        quotient = amount.interval(quantum(amount)) / rates
        return Interval(quotient.low * 100, quotient.high * 100)


class ImpliedWhole(Rule, frozen=True, kw_only=True):
    """Amount over share bounds a whole that is not printed; all shares of it must allow the same.

    The parts of a list that is complete come to the whole themselves. Which of the shares is wrong
    is known where one of them fits what all parts come to, or where most of them fit each other. Of
    shares in a row that name no whole at all, one is wrong where all others agree.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {}
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"part", "whole", "printed", "amount", "implied", "other", "exact", "note"}
    )

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare the shares of each whole that is named but nowhere stated."""
        for parts, group in _rows(context.claims):
            for found in _found(context, parts, group):
                yield conclude(self, context, found)
        for parts in (*_unnamed(context.claims), *_in_brackets(context.claims)):
            for found in _odd(context, parts):
                yield conclude(self, context, found)


def _found(context: Context, parts: Sequence[_Part], group: Group | None) -> Iterator[Found]:
    quantum = context.style.quantum
    spans = [part.implied(quantum) for part in parts]
    known = [(part, span) for part, span in zip(parts, spans, strict=True) if span is not None]
    if group is None and len(known) < 2:  # noqa: PLR2004 - one alone implies what it likes
        return
    total = _all(parts, quantum)
    agreed = _agreed(known, total, certain=group is not None)
    if agreed is None:
        *_, (last, span) = known
        first, other = known[0]
        yield _broken(context, last, (span, other), "", _alike(last, first))
        return
    yield from _judged(context, known, agreed, parts if agreed is total else ())


def _judged(
    context: Context,
    known: Sequence[tuple[_Part, Interval]],
    agreed: Interval,
    whole: Sequence[_Part],
) -> Iterator[Found]:
    """Each share against what the whole is: all its parts together, or what most of them imply."""
    fitting = [part for part, span in known if span.meets(agreed)]
    for part, span in known:
        others = (one for one in fitting if one is not part)
        relation = _divided(part, whole) if whole else _alike(part, next(others, None))
        if span.meets(agreed):
            yield Kept((part.share.place, part.amount.place), relation, slack=True)
        else:
            yield _broken(context, part, (span, agreed), _rate(part, agreed), relation)


def _divided(part: _Part, whole: Sequence[_Part]) -> Relation:
    """A share is its amount in percent of all amounts together."""
    return relate.portion(part.share, part.amount, [one.amount for one in whole])


def _alike(part: _Part, other: _Part | None) -> Relation | None:
    """Two shares imply the same whole."""
    if other is None:
        return None
    return relate.implied((one.amount, one.share, 1) for one in (part, other))


def _odd(context: Context, parts: Sequence[_Part]) -> Iterator[Found]:
    """What shares of one nameless whole show, if all of them agree or all but one."""
    quantum = context.style.quantum
    spans = [span for part in parts if (span := part.implied(quantum)) is not None]
    if len(spans) == len(parts) == _PAIR and alone.come_to_all(one.share for one in parts):
        if not any(_is_stated(context.claims, parts[0].amount, span) for span in spans):
            yield from _found(context, parts, None)
        return
    if _is_one_of_two(parts, spans, _all(parts, quantum)):
        yield from _divided_among(context, parts)
        return
    if len(spans) < max(_FEWEST, len(parts)):
        return
    known, total = list(zip(parts, spans, strict=True)), _all(parts, quantum)
    agreed = _agreed(known, total, certain=False)
    if agreed is None or sum(span.meets(agreed) for span in spans) < len(spans) - 1:
        return
    if _is_stated(context.claims, parts[0].amount, agreed):
        return
    yield from _judged(context, known, agreed, parts if agreed is total else ())


def _is_one_of_two(parts: Sequence[_Part], spans: Sequence[Interval], total: Interval) -> bool:
    """A 0 万元，占 0%，B 3 万元，占 30%，C 7 万元，占 60%: whether one of two shares fits what all come to.

    A、B 分别为 3 万元、7 万元，占比分别为 30%、60%: two that one word calls shares are of one whole, too.
    """
    nothing = [part for part in parts if _is_nothing(part)]
    together = len({part.share.clause for part in parts}) == 1
    row = len(spans) == _PAIR and len(parts) == _PAIR + len(nothing)
    row = row and (together or len(parts) >= _FEWEST)
    return row and sum(span.meets(total) for span in spans) == 1


def _is_nothing(part: _Part) -> bool:
    """Whether an amount and its share are both 0."""
    return all(one.figure is not None and not one.figure.value for one in (part.share, part.amount))


def _divided_among(context: Context, parts: Sequence[_Part]) -> Iterator[Found]:
    """The shares that are not 0 against what all parts come to."""
    quantum = context.style.quantum
    known = [(part, span) for part in parts if (span := part.implied(quantum)) is not None]
    total = _all(parts, quantum)
    if not _is_stated(context.claims, parts[0].amount, total):
        yield from _judged(context, known, total, parts)


def _is_stated(claims: Claims, first: Claim, whole: Interval) -> bool:
    """Whether the amount that shares of a nameless whole agree on stands before them: they are of that."""
    return any(
        one.kind == AMOUNT
        and one.is_money
        and one.figure is not None
        and one.figure.interval().meets(whole)
        for one in near.back(claims, first)
    )


def _broken(
    context: Context,
    part: _Part,
    spans: tuple[Interval, Interval],
    right: str,
    relation: Relation | None,
) -> Fault:
    amount = part.amount.figure
    assert amount is not None
    printed = part.implied(literal)
    notes = ("coarse",) if printed is not None and printed.meets(spans[1]) else ()
    wide = part.implied(lambda figure: 2 * literal(figure))  # as if it were a unit more or less
    off_by_one = wide is not None and wide.meets(spans[1])
    implied, other = (_span(span, amount) for span in spans)
    return Fault(
        claim=part.share,
        others=(part.amount,),
        relation=relation,
        figures=(part.share.place, part.amount.place),
        doubts=(*notes, "off-by-one") if off_by_one else notes,
        notes=notes,
        expected=right,
        values={
            "part": context.claims.topics[part.share.topic].name,
            "whole": part.share.whole_name
            or _list_name(context.claims, part.share)
            or say.phrase("implied-whole-nameless"),
            "amount": words.printed(amount),
            "implied": implied,
            "other": other,
            "exact": right,
        },
    )


def _rows(claims: Claims) -> Iterator[tuple[list[_Part], Group | None]]:
    """The shares of each whole that no topic states: by its name in a section, or by its list."""
    named: dict[tuple[object, ...], list[_Part]] = {}
    listed: dict[int, list[_Part]] = {}
    groups: dict[int, Group] = {}
    for share in claims.claims:
        if share.kind != SHARE or share.whole is not None or not share.figure or share.carried:
            continue
        amount = near.current_near(claims, share.topic, share)
        if amount is None or amount.figure is None or amount.text is not share.text:
            continue
        if _is_of_another_year(claims, share):
            continue
        if _names_one(share.whole_name):
            key = (names.key(share.whole_name), *(section.heading.value for section in share.path))
            named.setdefault(key, []).append(_Part(share, amount))
        elif senses.is_total(share.whole_name):  # 分别占支出合计的 p% 和 q%: of one, whatever it is
            row = (share.whole_name, id(share.text), share.clause)
            named.setdefault(row, []).append(_Part(share, amount))
        elif group := _unstated(claims, share):
            listed.setdefault(group.index, []).append(_Part(share, amount))
            groups[group.index] = group
    yield from (([*parts, *_going_on(claims, parts)], None) for parts in named.values())
    for index, parts in listed.items():
        if {part.share.topic for part in parts} == set(groups[index].parts):
            yield parts, groups[index]


def _is_of_another_year(claims: Claims, share: Claim) -> bool:
    """Whether the amount right before a share is last year's, so that the share may be as well."""
    before = claims.claims[share.index - 1 : share.index]
    return bool(before) and before[0].kind == AMOUNT and before[0].measure.startswith(PRIOR)


def _going_on(claims: Claims, parts: Sequence[_Part]) -> list[_Part]:
    """The shares without a name behind the last of a whole, in its sentence, that make it up with it.

    A 3 万元，占费用的 30%；B 7 万元，占 70%. All of them come to 100 %, or the amounts to what all
    shares but one imply.
    """
    last = parts[-1].share
    here = [one for one in parts if one.share.text is last.text]
    end = last.text.value.find("。", last.end)
    found: list[_Part] = []
    for share in claims.claims[last.index + 1 :]:
        if share.text is not last.text or 0 <= end < share.start:
            break
        if share.kind != SHARE or not share.figure:
            continue
        amount = near.current_near(claims, share.topic, share)
        stated = amount is not None and amount.figure is not None and amount.text is share.text
        if share.whole_name or share.carried or amount is None or not stated:
            return []
        found.append(_Part(share, amount))
    every = (*here, *found)
    return found if alone.come_to_all(one.share for one in every) or _are_all(every) else []


def _are_all(parts: Sequence[_Part], least: int = _FEWEST) -> bool:
    """Whether all shares but one imply what all parts come to, so that these are all there are."""
    spans = [span for part in parts if (span := part.implied(literal)) is not None]
    total = _all(parts, literal)
    fitting = sum(span.meets(total) for span in spans)
    return len(spans) == len(parts) and fitting >= max(least, len(parts) - 1)


def _unnamed(claims: Claims) -> Iterator[list[_Part]]:
    """The shares in a row of one sentence that name no whole and divide no list's."""
    rows: dict[tuple[int, int], list[_Part]] = {}
    for share in claims.claims:
        loose = share.kind == SHARE and share.figure and not share.whole_name and not share.carried
        if not loose or share.whole is not None or near.group_of(claims, share.topic, share):
            continue
        if any(portions.beside(claims, share)):  # of what the share before it names
            continue
        amount = near.current_near(claims, share.topic, share)
        if amount is not None and amount.figure is not None and amount.text is share.text:
            sentence = share.text.value.count("。", 0, share.start)
            rows.setdefault((id(share.text), sentence), []).append(_Part(share, amount))
    for row in rows.values():
        yield from _by_semicolon(row)


def _in_brackets(claims: Claims) -> Iterator[list[_Part]]:
    """A 6 万元（60%）、B 3 万元（30%）、C 1 万元（10%）: such rates in a row, if they can be but shares.

    They come to 100 %, or all of them but one are of what the amounts come to.
    """
    rows: dict[tuple[int, int], list[_Part]] = {}
    for share in claims.claims:
        if share.kind != SHARE or not share.carried or share.whole_name or not share.figure:
            continue
        amount = claims.claims[share.index - 1]
        stated = amount.kind == AMOUNT and amount.is_money and amount.text is share.text
        if stated and not near.group_of(claims, share.topic, share):
            sentence = share.text.value.count("。", 0, share.start)
            part = _Part(replace(share, carried=False), amount)
            rows.setdefault((id(share.text), sentence), []).append(part)
    for row in rows.values():
        borne_out = alone.come_to_all(one.share for one in row) or _are_all(row, _PAIR)
        if len(row) >= _FEWEST and borne_out:
            yield row


def _by_semicolon(row: Sequence[_Part]) -> list[list[_Part]]:
    """收入方面，A 占 90%，B 占 10%；支出方面，C 占 70%，D 占 30%: each of them by itself, if it is all."""
    parted: dict[int, list[_Part]] = {}
    for part in row:
        before = part.share.text.value[: part.share.start]
        semis = before.count("；") + before.count(";")
        parted.setdefault(semis, []).append(part)
    every = list(parted.values())
    alike = all(len(one) > 1 and alone.come_to_all(part.share for part in one) for one in every)
    return every if alike else [list(row)]


def _unstated(claims: Claims, share: Claim) -> Group | None:
    """The complete list of a share that names no whole, if none is stated."""
    group = None if share.whole_name else near.group_of(claims, share.topic, share)
    complete = group is not None and group.sure and group.closed
    if group is None or not complete or near.current_near(claims, group.whole, share):
        return None
    return group


def _list_name(claims: Claims, share: Claim) -> str:
    group = near.group_of(claims, share.topic, share)
    return claims.topics[group.whole].name if group else ""


#: What is meant by these depends on what is spoken of: 占同类产品采购规模的 r%.
_RELATIVE = ("同类", "同期", "该", "其", "各")


def _names_one(name: str) -> bool:
    """Whether a whole has a name that means the same amount wherever its section says it."""
    vague = names.is_generic(name) or any(word in name for word in _RELATIVE)
    return names.is_of_money(name) and not vague


def _all(parts: Sequence[_Part], quantum: _Quantum) -> Interval:
    """What the parts come to."""
    figures = [part.amount.figure for part in parts if part.amount.figure]
    return sum((figure.interval(quantum(figure)) for figure in figures), Interval.point(0))


def _agreed(
    known: Sequence[tuple[_Part, Interval]], total: Interval, *, certain: bool
) -> Interval | None:
    """What the whole is; None where the shares contradict each other and none is known to be right."""
    spans = [span for _, span in known]
    fitting = sum(span.meets(total) for span in spans)
    if certain or fitting == len(spans):
        return total
    lows, highs = sorted(span.low for span in spans), sorted(span.high for span in spans)
    # What most of them allow at once begins where one of them does.
    met = [bisect_right(lows, low) - bisect_left(highs, low) for low in lows]
    at = lows[met.index(max(met))]
    most = [span for span in spans if span.low <= at <= span.high]
    if len(most) * 2 > len(spans) and len(most) > fitting:
        return Interval(at, min(span.high for span in most))
    return total if fitting else None


def _rate(part: _Part, whole: Interval) -> str:
    share, amount = part.share.figure, part.amount.figure
    assert share is not None
    assert amount is not None
    middle = (whole.low + whole.high) / 2
    return f"{half_up(amount.exact() / middle * 100, share.quantum)}%" if middle else ""


def _span(span: Interval, like: Figure) -> str:
    return f"{words.amount(span.low, like)}—{words.amount(span.high, like)}"
