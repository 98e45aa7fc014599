"""What the diagnosis says: the figure that is wrong, and its value."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "accused": (
        "{name}印作{printed}，应为{right}{slip}{mended}",
        "{name} is printed {printed}, but should be {right}{slip}{mended}",
    ),
    "left-out": (
        "{name}空着，应为{right}{mended}",
        "{name} is blank, but should be {right}{mended}",
    ),
    "quantity": (
        "{name}等{count}处均印作{printed}，应为{right}{slip}{mended}",
        "{name} is printed {printed} in {count} places, but should be {right}{slip}{mended}",
    ),
    "follower": (
        "；随之{name}由{printed}改为{right}",
        "; {name} then goes from {printed} to {right}",
    ),
    "chain": (
        "{name}印作{printed}，应为{right}（它与其上{count}个合计都{more}{delta}）{mended}",
        "{name} is printed {printed}, but should be {right} (too {more} by {delta}, as are the totals above it: {count}){mended}",
    ),
    "column": (
        "{table}“{at}”列自“{first}”至“{last}”各数{way}了一行{lost}{mended}",
        "{table}, column '{at}': the figures from '{first}' to '{last}' were moved {way} by one row{lost}{mended}",
    ),
    "row": (
        "{table}“{at}”行自“{first}”至“{last}”各数{way}了一列{lost}{mended}",
        "{table}, row '{at}': the figures from '{first}' to '{last}' were moved {way} by one column{lost}{mended}",
    ),
    "exchanged": (
        "{name}印作{printed}，{other}印作{there}，两数对调了{mended}",
        "{name} is printed {printed} and {other} {there}: the two changed places{mended}",
    ),
    "exchanged-rows": (
        "{table}“{one}”与“{other}”两行的数对调了{mended}",
        "{table}: the figures of the rows '{one}' and '{other}' changed places{mended}",
    ),
    "exchanged-columns": (
        "{table}“{one}”与“{other}”两列的数对调了{mended}",
        "{table}: the figures of the columns '{one}' and '{other}' changed places{mended}",
    ),
    "down": ("下移", "down"),
    "up": ("上移", "up"),
    "rightward": ("右移", "right"),
    "leftward": ("左移", "left"),
    "lost": ("，其中“{name}”应为{right}", ", and '{name}' should be {right}"),
    "table": ("《{title}》", "'{title}'"),
    "untitled": ("此表", "this table"),
    "unit": (
        "{table}写明单位为{unit}，各数却像是以{right}计的（应{times}）{mended}",
        "{table} says that it is in {unit}, but its figures seem to be in {right} (they should be {times}){mended}",
    ),
    "rescaled": (
        "{table}像是写错了单位，各数应{times}{mended}",
        "{table} seems to be in another unit: its figures should be {times}{mended}",
    ),
    "either": ("；或{ways}", "; or {ways}"),
    "else": ("；{ways}", "; {ways}"),
    "way": ("{name}应为{right}", "{name} should be {right}"),
    "joined": ("，且", " and "),
    "or": ("，或", ", or "),
    "all": (
        "；以下各处与此不能同时成立：{others}",
        "; these cannot hold together with it: {others}",
    ),
    "mended": ("：改后{count}处关系随之成立", ": {count} relations hold then"),
    "first": ("；其一：{message}", "; one of them: {message}"),
    "slip-swapped": ("（疑为数字颠倒）", " (digits swapped?)"),
    "slip-lost": ("（疑为漏了一位数字）", " (a digit lost?)"),
    "slip-doubled": ("（疑为多了一位数字）", " (a digit too many?)"),
    "slip-shifted": ("（疑为小数点错位）", " (decimal point shifted?)"),
    "slip-unit": ("（疑为单位错了）", " (wrong unit?)"),
    "slip-sign": ("（疑为正负号错了）", " (wrong sign?)"),
    "slip-neighbour": ("（疑为抄了相邻的数）", " (copied from a neighbour?)"),
    "slip-last-year": ("（疑为上年的数）", " (last year's figure?)"),
    "too-much": ("多了", "large"),
    "too-little": ("少了", "small"),
    "times": ("乘以{by}", "times {by}"),
    "divided": ("除以{by}", "divided by {by}"),
}
