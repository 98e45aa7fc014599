"""What is wrong between a department and its units."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "omitted": (
        "{what}印作{total}，各单位合计{sum}，差额{difference}等于{units}的数：多半漏了{it}（共{places}处）",
        "{what} is printed {total}, the units come to {sum}, and the difference, {difference}, is what {units} prints: {it} probably left out (places: {places})",
    ),
    "doubled": (
        "{what}印作{total}，各单位合计{sum}，差额{difference}等于{units}的数：多半把{it}加了两次（共{places}处）",
        "{what} is printed {total}, the units come to {sum}, and the difference, {difference}, is what {units} prints: {it} probably added twice (places: {places})",
    ),
    "absent": (
        "有{places}处比各单位之和大，如{what}印作{total}，各单位合计{sum}，多出{difference}：多半有单位的报告不在其中{absent}",
        "figures above the sum of the units: {places}, such as {what}, printed {total}, where the units come to {sum}, less by {difference}: a unit's report is probably not here{absent}",
    ),
    "uneven": (
        "{what}：收入一侧抵销了{received}，支出一侧抵销了{paid}，两侧应当相等",
        "{what}: {received} was taken away as received, {paid} as paid; both should be equal",
    ),
    "and": ("与", " and "),
    "two": ("两个单位", ""),
    "it": ("它", "it was"),
    "them": ("它们", "they were"),
    "one-omitted": (
        "等于{units}的数：多半漏了{it}",
        "the difference is what {units} prints: {it} probably left out",
    ),
    "one-doubled": (
        "等于{units}的数：多半把{it}加了两次",
        "the difference is what {units} prints: {it} probably added twice",
    ),
    "further": ("另有{count}处也差这么多", "{count} more figures differ by as much"),
    "excess": ("单位之间的往来抵销后只会更少", "what units pay each other can only make it less"),
    "unknown": (
        "还不算没有写这个数的{count}个单位",
        "without the {count} units that do not print it",
    ),
    "missing": ("：没有交来的有{units}", ": not handed in: {units}"),
    "cancelled": (
        "{what}：各单位收{received}、付{paid}，部门已抵销{cancelled}",
        "{what}: units received {received} and paid {paid}; the department took away {cancelled}",
    ),
    "added": (
        "{what}：各单位收{received}、付{paid}，部门照加未抵销，至多重复{most}",
        "{what}: units received {received} and paid {paid}; the department took nothing away, so that up to {most} is in it twice",
    ),
}
