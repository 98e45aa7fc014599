"""Why files are passed over, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.cli.finding import Passed

WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "hidden": "隐藏",
        "program": "程序的文件夹",
        "lock": "Word、WPS 打开时的临时文件",
        "format": "不是能读的格式",
        "config": "配置文件",
        "pack": "规则包",
        "excluded": "{by} 排除了",
        "ignored": "{by} 排除了",
        "about": "说明、变更记录一类的文件",
        "department": "部门的清单，用于 jslint summary",
        "undeclared": "没有声明 jslint: 1",
        "own-output": "jslint 自己的输出",
        "annotated": "jslint 写了批注的文件，原文件在旁边",
        "no-words": "没有决算、预算、收入、支出一类的词",
        "member": "清单 {by} 里的文件，与它一起检查",
    },
    "en": {
        "hidden": "hidden",
        "program": "a folder of programs",
        "lock": "a lock file of Word or WPS",
        "format": "no format that is read",
        "config": "a configuration",
        "pack": "a rule pack",
        "excluded": "excluded by {by}",
        "ignored": "excluded by {by}",
        "about": "about a project: README, change log and the like",
        "department": "a manifest of a department, for jslint summary",
        "undeclared": "does not declare jslint: 1",
        "own-output": "an output of jslint",
        "annotated": "a copy with notes of jslint's, the original of which is beside it",
        "no-words": "none of the words that any report has, such as 决算, 支出",
        "member": "a member of the manifest {by}, with which it is checked",
    },
}


def explained(one: Passed, lang: str) -> str:
    """Why this file is passed over."""
    return WORDS[lang][one.why].format(by=one.by)
