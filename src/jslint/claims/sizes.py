"""How large what is stated beside a list is, held against what the list divides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.claims import groups, senses, worth
from jslint.claims.model import ACTUAL
from jslint.patterns import regex

if TYPE_CHECKING:
    from jslint.claims.state import Open, Walk


#: What cuts across the parts of a list, none of which is called so.
_CUTS = (
    (regex(r"[“\"]\w{2}[”\"]\s?经费|运行\w费"), regex("费")),
    (regex("(?:拨款|公共预算|基金).*支出"), regex("财政|预算|基金|资金|拨款|补助")),
)
#: The name of an amount that a clause states at once.
_NAMED = regex(r"\s*(?P<name>[^\0\s，,、；;。：:为]{3,16})为?\s*\0")
#: Names of which nothing else than the parts of one thing is called: posts, vehicles, what is procured.
_OF_ONE = (
    regex("(?:行政|事业|工勤|参公)(?:人员|编制)$"),
    regex("用车$"),
    regex(r"(?:货物|工程|服务)[^\W\d]{0,4}$"),
)


def is_done(walk: Walk, opened: Open, masked: str, end: int) -> bool:
    """Whether a list is made up, and what follows is no further part of it all the same."""
    if not (groups.is_made_up(walk, opened) or groups.have_moved_together(walk, opened)):
        return False
    return not _goes_on(walk, opened, masked, end)


def _goes_on(walk: Walk, opened: Open, masked: str, end: int) -> bool:
    """其中：A 收入 9 元，B 收入 0 元；其他收入 1 元: whether what follows is a part, though no more was left."""
    found, whole = _NAMED.match(masked, end), groups.whole_for(walk, opened)
    if found is None or whole is None:
        return False
    return senses.is_only_part(found["name"], walk.topics[whole].name)


def is_other(walk: Walk, opened: Open, topic: int) -> bool:
    """Whether what exceeds a list that was made up seems no further part of it, but another thing."""
    rest = senses.is_rest(walk.topics[topic].name)
    return _is_across(walk, opened, topic) or (_is_most(walk, opened, topic) and not rest)


def _is_across(walk: Walk, opened: Open, topic: int) -> bool:
    """支出 9 元，其中：基本支出 5 元，项目支出 4 元，“三公”经费支出 1 元: what is paid from any of the parts."""
    name, parts = walk.topics[topic].name, [walk.topics[one].name for one in opened.parts]
    return any(
        cut.search(name) is not None and not any(map(among.search, parts)) for cut, among in _CUTS
    )


def _is_most(walk: Walk, opened: Open, topic: int) -> bool:
    """Whether a topic's amount is more than half of what the list divides.

    That does not tell anything of what is called as all parts are: 其中：A 用车 2 辆，B 用车 3 辆.
    """
    whole = groups.whole_for(walk, opened)
    figure = worth.first_amount(walk, topic, opened.start, len(walk.claims))
    stated = [] if whole is None else worth.last_amounts(walk, whole, opened.start)
    if whole is None or figure is None or not stated:
        return False
    if _is_alike(walk, opened, topic, whole):
        return False
    return 2 * figure.exact() > stated[0].exact()


def _is_alike(walk: Walk, opened: Open, topic: int, whole: int) -> bool:
    """Whether a topic is called as all parts are, or as nothing but a part of the whole is."""
    row = [walk.topics[one].name for one in (*opened.parts, topic)]
    if senses.is_only_part(row[-1], walk.topics[whole].name):
        return True
    return any(all(map(one.search, row)) for one in _OF_ONE)


def is_larger(walk: Walk, topic: int, whole: int, end: int) -> bool:
    """Whether a topic's last amount is more than a whole's before a claim, in its measure if stated.

    A budget of the one says nothing beside what was spent of the other.
    """
    known = walk.amounts.get(topic, [])
    if not known:
        return False
    last = walk.claims[known[-1]]
    wholes = worth.last_amounts(walk, whole, end, last.measure)
    if not wholes and last.measure == ACTUAL:
        wholes = worth.last_amounts(walk, whole, end)
    return bool(wholes) and last.figure is not None and last.figure.exact() > wholes[0].exact()
