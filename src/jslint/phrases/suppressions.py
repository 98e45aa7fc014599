"""What is said of suppressions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "SUP001": (
        "忽略 {rule} 没有写理由，不起作用；请在编号后写明理由",
        "{rule} is ignored without a reason, so it is not; write one after the id",
    ),
    "SUP002": (
        "忽略 {rule} 没有用上：所指之处没有这样的问题；请删去，或改正编号、位置、原文",
        "nothing to ignore: no {rule} where this points; remove it, or mend the id, place or quote",
    ),
    "SUP003": (
        "忽略 {rule} 已于 {until} 到期，不再起作用；请改正报告，或重新确认后改日期",
        "{rule} was to be ignored until {until}; mend the report, or look again and change the date",
    ),
    "SUP004": (
        "忽略 {rule} 对得上 {count} 处问题，一处也没有忽略；请各写一条，或用 原文“…” 指明是哪一处",
        "{rule} fits {count} diagnostics, so none is ignored; write one for each, or say which by quote “…”",
    ),
    "SUP005": (
        "忽略 {rule} 没有起作用：所指的问题还违反 {missing}；确需忽略，编号写作 {all}",
        "{rule} is not ignored: the same also breaks {missing}; if it is to be, write {all}",
    ),
    "no-rule": (
        "没有写规则编号；写法：忽略 TRD101 理由",
        "no rule is named; write: ignore TRD101 reason",
    ),
    "strange": (
        "没有编号以 {rule} 开头的规则；用 jslint rules 查看全部",
        "no rule begins with {rule}; see jslint rules",
    ),
    "unknown": (
        "不认识“{words}”；写法：忽略 TRD101 理由",
        "unknown: {words!r}; write: ignore TRD101 reason",
    ),
    "bad-date": ("日期“{words}”不对；写法：2026-12-31", "{words!r} is no date; write 2026-12-31"),
    "syntax": (
        "不是格式正确的 YAML：{words}；整个文件没有使用",
        "not well-formed YAML: {words}; nothing in this file is used",
    ),
    "needs-list": (
        "应当是一个列表，每项有 rule、quote 或 place、reason；整个文件没有使用",
        "expected a list of items with rule, quote or place, and reason; nothing in this file is used",
    ),
    "needs-mapping": (
        "这一项应当有 rule、quote 或 place、reason",
        "an item needs rule, quote or place, and reason",
    ),
    "needs-text": ("“{words}”的值应当是文字", "the value of {words!r} must be a text"),
    "strange-key": (
        "不认识的键“{words}”；可用的：rule、quote、place、reason、until、file",
        "unknown key {words!r}; known: rule, quote, place, reason, until, file",
    ),
    "twice-key": (
        "键“{words}”已经写过；请删去其中一个",
        "the key {words!r} is there already; remove one of the two",
    ),
    "needs-where": (
        "没有写 quote（原文）或 place（位置），不知道指哪一处",
        "neither quote nor place says what this is about",
    ),
    "many": (
        "一份报告的忽略超过 {most} 条，这一条和以后的没有使用",
        "more than {most} suppressions for one report: this one and those after it are not used",
    ),
    "elsewhere": ("是指向文件夹以外的链接", "a link that leads out of the folder"),
    "unreadable": ("读不了：{words}；没有使用", "not readable: {words}; not used"),
    "suppression-without-reason": ("忽略没有写理由", "a suppression without a reason"),
    "suppression-unused": ("忽略没有用上", "a suppression that is not used"),
    "suppression-expired": ("忽略已过期", "a suppression past its date"),
    "suppression-ambiguous": ("忽略对得上几处问题", "a suppression that fits several diagnostics"),
    "suppression-partial": (
        "忽略只说了问题的一部分",
        "a suppression of a part of a diagnostic's rules",
    ),
    "suppression-malformed": ("忽略的写法有误", "a suppression that is not well formed"),
}
