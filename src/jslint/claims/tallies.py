"""A stated number of things against the things listed beside it.

Read are only lists that cannot be taken for anything else: ``由 3 个科室组成，分别是A、B、C``,
``下设 3 个科室：A、B、C``, ``下设A、B、C 3 个科室``, ``对甲项目、乙项目 2 个项目``, and ``；``-separated lists of a group.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.claims.model import AMOUNT, Claim, Claims, Tally
from jslint.figures.figure import Dimension, fold
from jslint.patterns import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_NOUN = regex(r"\s*(?P<noun>[^\s\d()、,，。；;：:]{1,16})")
_STARTS_LIST = regex(r"(?:分别(?:是|为)|(?P<some>其中[:：,，]?)?包括|即|具体为)[:：]?|[:：]")
_LIST_BEFORE = regex(r"(?:对|选取|包括|为|将|有)(?P<list>[^。；;：:，,对]{6,600})$")
_NO_LIST = regex(r"[；;：:，,]|等\d*[^、]{0,6}$")
_MEASURED = regex(r"\d\s*(?:万?元|%|[个人家项所户名处类批辆])")
#: A mark behind which a count of other things stands, so that the list has ended before it.
_COUNTED_NEXT = regex(
    r"[；;，,](?=[^；;，,、。]{2,40}?(?:\d+|[两一二三四五六七八九十])\s*(?:个|家|项|名|人|处|所))"
)
#: A count of other things that the same list may name as well: 8 个机构及 4 个检察室，包括 ….
_COUNTED_BEFORE = regex(
    r"(?P<many>\d+)\s*[个家项类户名所处](?!月)[^、，。；;：:,\d]{1,16}(?:[，,、]|和|及|以及|与)[^、，。；;：:,\d]{0,12}\Z"
)
#: A count of such things, behind the list of their names: 设有A、B、C等 3 个内设机构.
_BODIES = regex(r"\s*(?:内设|职能|业务|工作)*(?:机构|部门|科室|处室|股室|室)")
_BODIES_BEFORE = regex(
    r"(?:设有|内设|下设)(?P<list>[^。；;：:，,]{6,600}?)(?P<etc>等)?[共\s]*(?:内设|职能|业务|工作)*(?:机构|部门|科室|处室|股室|室)?\s*\Z"
)
_BRACKETS = regex(r"\([^()]*\)")
_JOINT = regex(r"和|及|以及|与")
#: What names things one by one: 分别是.
_EACH = "分别"
#: A sentence that goes on with further things: 另有 4 个派出法庭.
_FURTHER = regex(r"\s*(?:另外?|此外|还)[^。]{0,12}?(?:有|设|辖)")
_JOINT_AT_END = regex(rf"(?:{_JOINT.pattern}|另有|还有)\s*\Z")
_IN_WORDS = regex(r"[两二三四五六七八九十]\s*[个家所项]")
#: What says no more than that all of them follow: 12 个单位，具体名称如下; 主要科室 are but some.
_OF_THEM = regex(
    r"[\s,，]*(?:具体|名称|依次|内容|分别|各|单位|部门|机构|科室|内设|所属|名单|明细|组成|构成|情况|如下|其|[为是的共有])*[\s,，]*"
)
_COMMA = regex(r"[,，]")
#: The number of a thing in a list.
_NUMBER = regex(
    r"(?:(?<=[；;，,、])|^)\s*(?:\(?(?P<digits>[1-9]\d?)[.、)](?!\d)|(?P<circle>[①-⑳])|(?P<word>[一二三四五六七八九])是)"
)
_NUMERALS = "〇一二三四五六七八九"
#: What 等 leaves out may be as many as this.
_ANY_MORE = 10_000
_COUNTABLE = frozenset("个家项类户名所处批次")


def tallies(claims: Claims) -> Iterator[Tally]:
    """Yield the counts whose things are listed in the same sentence or group."""
    for claim in claims.claims:
        figure = claim.figure
        if claim.kind != AMOUNT or figure is None or figure.unit.dimension is not Dimension.COUNT:
            continue
        if figure.unit.name in _COUNTABLE and figure.value >= 1:
            yield from _in_sentence(claim)
    yield from _in_groups(claims)


def _in_sentence(claim: Claim) -> Iterator[Tally]:
    folded = fold(claim.text.value)
    found = _after(folded, claim)
    if found is None and claim.figure and claim.figure.value > 1:  # one thing needs no list
        found = _before(folded, claim) or _of_bodies(folded, claim)
    if found:
        yield found


def _after(folded: str, claim: Claim) -> Tally | None:
    ending = folded.find("。", claim.end)
    rest = folded[claim.end : ending if ending >= 0 else len(folded)]
    opener = _STARTS_LIST.search(rest[:60])
    if opener is None or opener["some"] or _MEASURED.search(rest[: opener.start()]):
        return None
    if not _OF_THEM.fullmatch(_behind_comma(rest[: opener.start()])):
        return None
    listed = rest[opener.end() :]
    if numbered := _numbered(listed):
        start = claim.end + opener.end()
        return Tally(claim.index, numbered, numbered, claim.text, start, start + len(listed))
    following = _COUNTED_NEXT.search(listed)
    listed = listed[: following.start()] if following else listed
    if _MEASURED.search(listed):
        return None
    each = _EACH in opener[0]
    if _NO_LIST.search(listed) or ("、" not in listed and not (each and _JOINT.search(listed))):
        return None
    start = claim.end + opener.end()
    found, before = _tally(claim, listed, start), _before_it(folded, claim)
    assert claim.figure is not None
    if (claim.figure.value == 1 and not each) or (
        claim.figure.value > found.most and _FURTHER.match(folded, ending + 1)
    ):
        return None  # one thing has several; what is missing stands in the next sentence
    of_both = found.least - before <= claim.figure.value <= found.most - before
    return None if before and of_both else found


def _behind_comma(words: str) -> str:
    """What stands between a count and its list behind the first comma; empty where there is none."""
    at = _COMMA.search(words)
    return words[at.end() :] if at else ""


def _numbered(listed: str) -> int:
    """How many things a list numbers from its first one on: 1.A；2.B；3.C; 0 where it does not."""
    if listed.rstrip().endswith("等"):
        return 0
    marks = list(_NUMBER.finditer(listed))
    if len(marks) < 2 or listed[: marks[0].start()].strip():  # noqa: PLR2004 - one is no list
        return 0
    row = [_value(mark) for mark in marks]
    return len(row) if row == list(range(1, len(row) + 1)) else 0


def _value(mark: re.Match[str]) -> int:
    """The number that a mark prints."""
    if mark["circle"]:
        return ord(mark["circle"]) - ord("①") + 1
    return int(mark["digits"]) if mark["digits"] else _NUMERALS.index(mark["word"])


def _before_it(folded: str, claim: Claim) -> int:
    """How many other things are counted right before, which the same list may name; 0 where none are."""
    found = _COUNTED_BEFORE.search(folded, max(0, claim.start - 60), claim.start)
    return int(found["many"]) if found else 0


def _of_bodies(folded: str, claim: Claim) -> Tally | None:
    """设有A、B、C等 3 个内设机构: no more are named than there are, whether or not 等 leaves some out.

    下设A、B、C 3 个科室: all are named.
    """
    listed = _BODIES_BEFORE.search(folded, max(0, claim.start - 700), claim.start)
    if listed is None or "、" not in listed["list"] or _MEASURED.search(listed["list"]):
        return None
    behind = _BODIES.match(folded, claim.end)
    if not (behind or (listed["etc"] and _BODIES.search(listed[0][-8:]))):
        return None
    others = _JOINT_AT_END.search(listed["list"]) or _IN_WORDS.search(listed["list"])
    if not listed["etc"] and others:
        return None  # 下设A、B和 3 个科室, 下设A、B两个中心和C、D 2 个科室: those are others
    found = _tally(claim, listed["list"], listed.start("list"))
    return replace(found, most=_ANY_MORE) if listed["etc"] else found


def _before(folded: str, claim: Claim) -> Tally | None:
    noun = _NOUN.match(folded, claim.end)
    listed = _LIST_BEFORE.search(folded, max(0, claim.start - 700), claim.start)
    if noun is None or listed is None or "、" not in listed["list"]:
        return None
    if listed["list"].rstrip().endswith("等"):
        return None
    things = [thing.strip() for thing in _BRACKETS.sub("", listed["list"]).split("、")]
    ending = next(
        (
            noun["noun"][:size]
            for size in (4, 3, 2)
            if all(thing.endswith(noun["noun"][:size]) for thing in things)
        ),
        None,
    )
    if ending is None:
        return None
    return Tally(
        claim.index, len(things), len(things), claim.text, listed.start("list"), listed.end("list")
    )


def _tally(claim: Claim, listed: str, start: int) -> Tally:
    plain = _BRACKETS.sub("", listed).strip()
    things = plain.split("、")
    joints = sum(
        _ends_alike(things, things[-1][: at.start()]) for at in _JOINT.finditer(things[-1])
    )
    return Tally(
        claim.index, len(things), len(things) + joints, claim.text, start, start + len(listed)
    )


def _ends_alike(things: list[str], words: str) -> bool:
    """Whether words before 和 or 及 may be a thing of their own: they end as the others do.

    In 综合部、网络及安全部 they do not; where the things have no ending in common, any may, and so
    may what stands before the only 和 of all.
    """
    endings = {thing.strip()[-1:] for thing in things}
    return len(endings) > 1 or len(things) == 1 or words.strip()[-1:] in endings


def _in_groups(claims: Claims) -> Iterator[Tally]:
    """The visits of a reception list, one amount each, against the stated number of visits."""
    for group in claims.groups:
        if not group.closed or group.hedged or "包括" not in group.cue:
            continue
        counts = [
            c
            for c in claims.about(group.whole, AMOUNT)
            if c.figure and c.figure.unit.name in ("批次", "批")
        ]
        parts = [claims.stated(part) for part in group.parts]
        if len(counts) == 1 and len(parts) > 1 and all(parts):
            first, last = parts[0], parts[-1]
            assert first is not None
            assert last is not None
            if first.text is last.text:
                yield Tally(
                    counts[0].index, len(parts), len(parts), first.text, first.clause, last.end
                )
