"""What is wrong with a structured report, by its schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "type-object": ("映射（键: 值）", "a mapping"),
    "type-array": ("列表", "a list"),
    "type-string": ("文字", "a text"),
    "type-integer": ("整数", "a whole number"),
    "empty": ("空", "empty"),
    "true-or-false": ("真假值", "true or false"),
    "text": ("文字“{shown}”", "the text {shown!r}"),
    "number": ("数字 {shown}", "the number {shown}"),
    "or": ("{one}或{other}", "{one} or {other}"),
    "value": ("“{value}”", "{value}"),
    "type": ("{subject}应是{wanted}，而不是{found}", "{subject} must be {wanted}, not {found}"),
    "type-quoted": (
        "{subject}应是{wanted}，而不是{found}；若是文字请加引号",
        "{subject} must be {wanted}, not {found}; quote it if it is a text",
    ),
    "const": ("{subject}应是 {value}，而不是{found}", "{subject} must be {value}, not {found}"),
    "range": (
        "{subject}应在 {low} 到 {high} 之间，而不是{found}",
        "{subject} must be from {low} to {high}, not {found}",
    ),
    "lacks": ("{subject}缺少“{keys}”", "{subject} lacks {keys}"),
    "lacks-version": (
        "{subject}缺少“{keys}”；请在文件开头写上“jslint: 1”",
        "{subject} lacks {keys}; begin the file with 'jslint: 1'",
    ),
    "one-of": (
        "{subject}只能写一种内容：一段文字，或 caption、entry、unit、cover、table 之一，或 heading 加 level、number、blocks",
        "{subject} must be one of: a text; caption, entry, unit, cover or table alone; or heading with level, number and blocks",
    ),
    "one-key": (
        "{subject}应是一段文字，或只有 caption、entry、unit、cover 中的一个键",
        "{subject} must be a text, or one of caption, entry, unit and cover alone",
    ),
    "unknown-key": ("不认识的键“{name}”；{hint}", "unknown key {name!r}; {hint}"),
    "did-you-mean": ("是否想写“{name}”？", "did you mean {name!r}?"),
    "known": ("可用的键：{names}", "known: {names}"),
    "file": ("文件", "the file"),
    "key": ("“{name}”", "{name!r}"),
    "item": ("第 {number} 项", "item {number}"),
    "item-of": ("{items}的{item}", "{items}, {item}"),
    "item-of-key": ("{name}的{items}", "{name}, {items}"),
}
