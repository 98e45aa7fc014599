"""A cause in words, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.diagnosis.cause import CauseKind
from jslint.diagnosis.slips import Slip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jslint.diagnosis.cause import Cause, Line

#: A figure's name, what it prints, what it should print.
Change = tuple[str, str, str]

_SAID = {
    "zh": {
        "accused": "{name}印作{printed}，应为{right}{slip}{mended}",
        "quantity": "{name}等{count}处均印作{printed}，应为{right}{slip}{mended}",
        "follower": "；随之{name}由{printed}改为{right}",
        "chain": "{name}印作{printed}，应为{right}：它与其上{count}个合计都{more}{delta}{mended}",
        "column": "《{table}》“{at}”列自“{first}”至“{last}”各数下移或上移了{by}行{mended}",
        "row": "《{table}》“{at}”行自“{first}”至“{last}”各数右移或左移了{by}列{mended}",
        "unit": "《{table}》的金额像是写错了单位：各数应{times}{mended}",
        "either": "；或{ways}",
        "way": "{name}应为{right}",
        "joined": "，且",
        "or": "，或",
        "all": "；以下各处与此不能同时成立：{others}",
        "mended": "：改后{count}处关系随之成立",
        "first": "；其一：{message}",
    },
    "en": {
        "accused": "{name} is printed {printed}, but should be {right}{slip}{mended}",
        "quantity": "{name} is printed {printed} in {count} places, but should be {right}{slip}{mended}",
        "follower": "; {name} then goes from {printed} to {right}",
        "chain": "{name} is printed {printed}, but should be {right}: it and {count} totals above are {more} by {delta}{mended}",
        "column": "'{table}', column '{at}': the figures from '{first}' to '{last}' were moved by {by} row{mended}",
        "row": "'{table}', row '{at}': the figures from '{first}' to '{last}' were moved by {by} column{mended}",
        "unit": "'{table}' seems to be in another unit: its figures should be {times}{mended}",
        "either": "; or {ways}",
        "way": "{name} should be {right}",
        "joined": " and ",
        "or": ", or ",
        "all": "; these cannot hold together with it: {others}",
        "mended": ": {count} relations hold then",
        "first": "; one of them: {message}",
    },
}
_SLIPS = {
    "zh": {
        Slip.SWAPPED: "（疑为数字颠倒）",
        Slip.LOST: "（疑为漏了一位数字）",
        Slip.DOUBLED: "（疑为多了一位数字）",
        Slip.SHIFTED: "（疑为小数点错位）",
        Slip.UNIT: "（疑为单位错了）",
        Slip.SIGN: "（疑为正负号错了）",
        Slip.NEIGHBOUR: "（疑为抄了相邻的数）",
        Slip.LAST_YEAR: "（疑为上年的数）",
    },
    "en": {
        Slip.SWAPPED: " (digits swapped?)",
        Slip.LOST: " (a digit lost?)",
        Slip.DOUBLED: " (a digit too many?)",
        Slip.SHIFTED: " (decimal point shifted?)",
        Slip.UNIT: " (wrong unit?)",
        Slip.SIGN: " (wrong sign?)",
        Slip.NEIGHBOUR: " (copied from a neighbour?)",
        Slip.LAST_YEAR: " (last year's figure?)",
    },
}


def accused(lang: str, cause: Cause, changes: Sequence[Change]) -> str:
    """What is wrong, and what it should be; ``changes`` are those of the suspects, in their order."""
    say, (name, printed, right) = _SAID[lang], changes[0]
    head = cause.suspects[0]
    whole = [one for one in cause.suspects if not one.follows]
    kind = "quantity" if cause.kind is CauseKind.QUANTITY and len(whole) > 1 else "accused"
    told = say[kind].format(
        name=name,
        printed=printed,
        right=right,
        count=len(whole),
        slip=_SLIPS[lang].get(head.slip, ""),
        mended=_mended(lang, cause),
    )
    followers = [
        say["follower"].format(name=other, printed=was, right=now)
        for suspect, (other, was, now) in zip(cause.suspects, changes, strict=True)
        if suspect.follows
    ]
    return told + "".join(followers)


def chain(lang: str, cause: Cause, changes: Sequence[Change], delta: str, *, more: bool) -> str:
    """A cell and the totals above it, all off by the same."""
    name, printed, right = changes[0]
    word = {"zh": ("多了", "少了"), "en": ("too much", "too little")}[lang][not more]
    return _SAID[lang]["chain"].format(
        name=name,
        printed=printed,
        right=right,
        count=len(changes) - 1,
        more=word,
        delta=delta,
        mended=_mended(lang, cause),
    )


def block(lang: str, cause: Cause, table: str, at: str, ends: tuple[str, str], line: Line) -> str:
    """A stretch of a column or a row that was moved."""
    return _SAID[lang]["column" if line.is_column else "row"].format(
        table=table,
        at=at,
        first=ends[0],
        last=ends[1],
        by=abs(line.by),
        mended=_mended(lang, cause),
    )


def unit(lang: str, cause: Cause, table: str) -> str:
    """A table in another unit."""
    power = cause.power or 0
    times = {"zh": ("乘以", "除以"), "en": ("times ", "divided by ")}[lang][power < 0]
    return _SAID[lang]["unit"].format(
        table=table, times=f"{times}{10 ** abs(power)}", mended=_mended(lang, cause)
    )


def ways(lang: str, listed: Sequence[Sequence[Change]]) -> str:
    """The changes of which each is enough."""
    say = _SAID[lang]
    every = [
        say["joined"].join(say["way"].format(name=name, right=right) for name, _, right in changes)
        for changes in listed
    ]
    return say["either"].format(ways=say["or"].join(every))


def together(lang: str, messages: Sequence[str]) -> str:
    """Relations that cannot all hold, where nobody is accused."""
    return _SAID[lang]["all"].format(
        others="；".join(messages) if lang == "zh" else "; ".join(messages)
    )


def first(lang: str, message: str) -> str:
    """One of the relations that are broken."""
    return _SAID[lang]["first"].format(message=message)


def _mended(lang: str, cause: Cause) -> str:
    return _SAID[lang]["mended"].format(count=cause.mended) if cause.mended > 1 else ""
