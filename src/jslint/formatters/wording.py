"""What formatters say besides the diagnostics, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "error": "错误",
        "warning": "警告",
        "info": "提示",
        "results": "检查结果",
        "rules": "规则",
        "file": "文件",
        "figure": "数字",
        "checked": "已核对",
        "excerpt": "原文：",
        "at-line": "第{line}行第{column}列",
        "at-page": "第{page}页",
        "at-paragraph": "第{paragraph}段",
        "expected": "应为：",
        "basis": "依据：",
        "related": "另见 {where}：{excerpt}",
        "more": "另有 {count} 处相关",
        "counts": "共 {error} 个错误、{warning} 个警告、{info} 个提示",
        "clean": "未发现问题",
        "nothing": "没有检查任何文件",
        "files": "检查了 {count} 个文件",
        "figures": "数字 {figures} 个，已核对 {checked} 个",
        "failed": "{count} 个文件未能读取",
        "rules-left": "另有 {count} 处规则未能应用（用 --show-skipped 查看）",
        "figures-left": "{count} 个数字未核对（用 --coverage 查看）",
        "config": "配置文件：{path}",
        "unreadable": "未能读取",
        "unread": "注意：未能读取：{what}",
        "coverage": "覆盖情况：数字 {figures} 个，读懂 {understood}，已核对 {checked}",
        "unchecked": "未核对",
        "not-understood": "未读懂",
        "skipped": "未能应用的规则：{count} 处",
        "separator": "；",
        "stop": "。",
        "section": "（{section}）",
    },
    "en": {
        "error": "error",
        "warning": "warning",
        "info": "info",
        "results": "Results",
        "rules": "Rules",
        "file": "file",
        "figure": "figures",
        "checked": "checked",
        "excerpt": "text: ",
        "at-line": "line {line}, column {column}",
        "at-page": "page {page}",
        "at-paragraph": "paragraph {paragraph}",
        "expected": "expected: ",
        "basis": "basis: ",
        "related": "see {where}: {excerpt}",
        "more": "{count} more places concerned",
        "counts": "errors: {error}, warnings: {warning}, infos: {info}",
        "clean": "no problem found",
        "nothing": "no file checked",
        "files": "files checked: {count}",
        "figures": "figures: {figures}, checked: {checked}",
        "failed": "files not readable: {count}",
        "rules-left": "rules not applied in places: {count} (see --show-skipped)",
        "figures-left": "figures not checked: {count} (see --coverage)",
        "config": "configuration: {path}",
        "unreadable": "not readable",
        "unread": "note: not read: {what}",
        "coverage": "coverage: figures {figures}, understood {understood}, checked {checked}",
        "unchecked": "not checked",
        "not-understood": "not understood",
        "skipped": "rules not applied, in places: {count}",
        "separator": "; ",
        "stop": ".",
        "section": " ({section})",
    },
}


def say(lang: str, key: str, **values: object) -> str:
    """A phrase in the language, with its values."""
    return WORDS[lang][key].format(**values)
