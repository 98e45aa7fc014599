"""restated: what one section says twice of one topic, it says the same way."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace

from jslint.claims import enumeration, names, senses
from jslint.claims.model import ADJUSTED, AMOUNT, CHANGE, COMPLETION, GROWTH, PART_ENDS
from jslint.claims.state import counted
from jslint.figures.figure import Dimension
from jslint.figures.verdict import linear
from jslint.patterns import regex
from jslint.rules.bench import near, rates, relate
from jslint.rules.bench.cases import Fault, Kept, conclude
from jslint.rules.ground import words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.claims.model import Claim, Claims
    from jslint.diagnostic import Outcome
    from jslint.figures.figure import Figure
    from jslint.rules.bench.cases import Found
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


#: Words of which a name says nothing of whose an amount is: 结转下年使用资金, 补助经费.
_BARE = regex(
    r"(?:结转|结余|上年|本年|当年|年初|年末|下年度?|使用|继续|实际|补助|补贴|配套|安排|下达|支付|拨付|到位|剩余|余额"
    r"|滚存|累计|收支|相抵|当期|期末|资金|经费|费用|金额|支出|收入|预算|[和及的数额])"
)
#: How a name begins that is of something done, and may be done again for something else.
_ACT = regex(r"安排|下达|拨付|投入|划拨|争取|发放|追加")
#: What has come together over the years: 累计完成投资, beside what was done in this one.
_RUNNING = regex(r"(?:^|[^年度])累计")
#: Whose an amount is that its own sentence does not say is told no farther before it.
_NEAR = 24
#: What names a division or an item, and what a name has before that where it says whose.
_LEVELS = regex(r"[（(][款项][）)]$")
_ABOVE = regex(r"[（(][类款][）)]")
_MARK = regex(r"[，,。；;、：:（(]")


class Restated(Rule, frozen=True, kw_only=True):
    """Amounts, changes and rates of one topic and measure agree wherever a section repeats them."""

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {}
    VALUES: ClassVar[frozenset[str]] = frozenset({"subject", "here", "there"})

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare every statement of a topic with the first of its kind."""
        for topic in context.claims.topics:
            if not names.is_of_money(topic.name) or topic.key in senses.SIDES:
                continue
            if senses.is_referring(topic.name) or _is_below_another(topic.name):
                continue  # of two such two things may be meant
            about = context.claims.about(topic.index)
            several = any(_is_some_of_them(claim, topic.name) for claim in about)
            rows: dict[tuple[object, ...], list[Claim]] = {}
            for claim in about:
                if context.claims.rivals(claim) or claim.carried or claim.measure == ADJUSTED:
                    continue
                if several and not claim.is_money:
                    continue
                if claim.figure and claim.kind in (AMOUNT, CHANGE, GROWTH, COMPLETION):
                    row = *_row(context.claims, claim), context.claims.within(claim)
                    rows.setdefault(row, []).append(claim)
            for claims in _alike(rows):
                for other in claims[1:]:
                    if _are_of_two(context.claims, claims[0], other) or _is_of_part(
                        claims[0], other
                    ):
                        continue
                    yield conclude(self, context, _compare(context, claims[0], other))


def _is_below_another(name: str) -> bool:
    """行政运行（项）: whether a name is that of an account whose division it leaves open."""
    level = _LEVELS.search(name)
    return level is not None and not _ABOVE.search(name, 0, level.start())


def _is_some_of_them(claim: Claim, name: str) -> bool:
    """1 个项目得 95 分，2 个项目得 92 分: whether a count is of things named behind it, which may be others each time."""
    behind = claim.text.value[claim.end : claim.end + len(name)]
    return claim.kind == AMOUNT and not claim.is_money and behind == name


def _are_of_two(claims: Claims, one: Claim, other: Claim) -> bool:
    """Whether two statements are of different levels, or of the money of different funds."""
    levels = claims.level(one), claims.level(other)
    if _are_apart(*levels) or _are_apart(_fund(claims, one), _fund(claims, other)):
        return True
    name = claims.topics[one.topic].name
    if _ACT.match(name):
        uses = _use(one), _use(other)
        return _are_apart(*uses)
    heads = _head(claims, one), _head(claims, other)
    of_one = bool(levels[0]) and all(levels[0] in head for head in heads)
    bare = not _BARE.sub("", name) and not of_one
    bodies = _body(claims, one), _body(claims, other)
    return bare and (_are_apart(*heads) or _are_apart(*bodies))


def _body(claims: Claims, claim: Claim) -> str:
    """A 基金收入 9 万元。…结余 1 万元: whose the side is that a sentence before an amount of no name begins with."""
    for at in range(claim.index, max(-1, claim.index - _NEAR), -1):
        one, before = claims.claims[at], claims.claims[at - 1] if at else None
        if one.text is not claim.text:
            break
        begun = before is None or before.text is not one.text
        begun = begun or (before is not None and "。" in one.text.value[before.end : one.start])
        name = claims.topics[one.topic].name
        if begun and senses.side(name):
            return _BARE.sub("", name.replace("总计", "").replace("合计", ""))
    return ""


def _use(claim: Claim) -> str:
    """What stands right behind an amount: 安排资金 9 万元资助助学."""
    behind = claim.text.value[claim.end :]
    mark = _MARK.search(behind)
    return behind[: mark.start() if mark else None].strip()


def _head(claims: Claims, claim: Claim) -> str:
    """What the part of a sentence that states a topic states first, if that is another."""
    first = claims.sharing(claim)[0]
    return "" if first.topic == claim.topic else claims.topics[first.topic].name


def _fund(claims: Claims, claim: Claim) -> str:
    """The fund that a statement names, else the one that the headings above it do."""
    headings = (senses.account(section.heading.value) for section in reversed(claim.path))
    return claims.account(claim) or next(filter(None, headings), "")


def _are_apart(one: str, other: str) -> bool:
    """Whether two statements are of different levels: the part without a level is its sentence's."""
    return bool(one and other) and one != other


def _is_of_part(first: Claim, other: Claim) -> bool:
    """全国…利润 9 万元。其中，央企…利润 4 万元: what is said again behind 其中 is said of the part."""
    said = other.text.value[other.clause : other.start]
    if first.text is not other.text or enumeration.ALTOGETHER.fullmatch(said):
        return False
    whole, among, parts = first.text.value[first.end : other.start].rpartition("其中")
    return bool(among) and "。" not in parts and "。" not in whole.strip().removesuffix("。")


def _compare(context: Context, first: Claim, other: Claim) -> Found:
    signed = [_signed(one) for one in (first, other)]
    result = linear([(1, signed[1])], signed[0], context.style.quantum)
    turned = _is_turned(first, other, signed)
    relation = relate.same(first, other)
    if result.verdict.holds and not turned:
        return Kept(relation.places, relation)
    if not turned and _are_rates_of_one(signed):
        return Kept(relation.places, slack=True)
    return Fault(
        claim=other,
        others=(first,),
        relation=None if turned else relation,
        figures=(first.place, other.place),
        result=None if turned else result,
        notes=(),
        expected=near.printed(first),
        values={"here": words.tail(other.excerpt), "there": words.tail(first.excerpt)},
    )


def _are_rates_of_one(signed: list[Figure]) -> bool:
    """Whether two rates differ by one in their last place: one was made of exact amounts, one of printed ones."""
    one, other = signed
    rates = all(figure.unit.dimension is Dimension.RATE for figure in signed)
    alike = one.quantum == other.quantum
    return rates and alike and abs(one.value - other.value) <= one.quantum


def _is_turned(first: Claim, other: Claim, signed: list[Figure]) -> bool:
    """Whether two changes go different ways, by their words and as figures."""
    if first.direction is None or other.direction is None or first.direction == other.direction:
        return False
    return signed[0].value != 0 and (signed[0].value < 0) != (signed[1].value < 0)


def _alike(rows: dict[tuple[object, ...], list[Claim]]) -> Iterator[list[Claim]]:
    """The statements of one quantity: those outside lists go with those of the only list, if any."""
    listed: dict[tuple[object, ...], list[tuple[object, ...]]] = {}
    for key in rows:
        listed.setdefault(key[:-1], []).append(key)
    for keys in listed.values():
        wholes = [key for key in keys if key[-1] is not None]
        if len(wholes) > 1:
            yield from (rows[key] for key in keys)
        else:
            yield sorted((one for key in keys for one in rows[key]), key=_index)


def _signed(claim: Claim) -> Figure:
    """A change with the sign of its direction."""
    assert claim.figure is not None
    sign = claim.direction if claim.kind in (CHANGE, GROWTH) and claim.direction else 1
    return replace(claim.figure, value=sign * claim.figure.value)


def _index(claim: Claim) -> int:
    return claim.index


def _row(claims: Claims, claim: Claim) -> tuple[str, str, str, bool]:
    running = _RUNNING.search(claim.text.value[claim.clause : claim.start])
    return claim.kind, claim.measure, _counted(claims, claim), running is not None


def _counted(claims: Claims, claim: Claim) -> str:
    """What a statement counts: 接待 5 批次，下降 r%；接待 9 人次，下降 q% are rates of two things."""
    figure = claim.figure
    if claim.kind in (GROWTH, COMPLETION):
        change = rates.change_for(claims, claim) if claim.kind == GROWTH else None
        amount = next(claims.before(claim, claim.topic, AMOUNT), None)
        stated = max(filter(None, (change, amount)), key=_index, default=claim)
        near_by = claim.index - stated.index <= _NEAR
        apart = near_by and PART_ENDS.search(claim.text.value, stated.end, claim.start)
        figure = stated.figure if near_by and not apart and stated is not claim else None
    return counted(figure)
