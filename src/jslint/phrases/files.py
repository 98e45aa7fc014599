"""Which files are checked, and why others are passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "narrated-passed": ("{path} 不检查：{why}", "{path} is passed over: {why}"),
    "narrated-with": (
        "{path} 的配置文件：{config}；规则包：{packs}",
        "{path} is checked with configuration {config}, packs {packs}",
    ),
    "narrated-none": ("没有", "none"),
    "hidden": ("隐藏", "hidden"),
    "program": ("程序的文件夹", "a folder of programs"),
    "lock": ("Word、WPS 打开时的临时文件", "a lock file of Word or WPS"),
    "format": ("不是能读的格式", "no format that is read"),
    "config": ("配置文件", "a configuration"),
    "pack": ("规则包", "a rule pack"),
    "excluded": ("{by} 排除了", "excluded by {by}"),
    "ignored": ("{by} 排除了", "excluded by {by}"),
    "about": ("说明、变更记录一类的文件", "about a project: README, change log and the like"),
    "department": (
        "部门的清单，用于 jslint summary",
        "a manifest of a department, for jslint summary",
    ),
    "undeclared": ("没有声明 jslint: 1", "does not declare jslint: 1"),
    "own-output": ("jslint 自己的输出", "an output of jslint"),
    "annotated": (
        "jslint 写了批注的文件，原文件在旁边",
        "a copy with notes of jslint's, the original of which is beside it",
    ),
    "no-words": (
        "没有决算、预算、收入、支出一类的词",
        "none of the words that any report has, such as 决算, 支出",
    ),
    "member": (
        "清单 {by} 里的文件，与它一起检查",
        "a member of the manifest {by}, with which it is checked",
    ),
    "listed-checked": ("检查 {count} 份报告：", "to be checked, reports: {count}"),
    "listed-passed": ("不检查 {count} 个：", "passed over: {count}"),
    "listed-together": ("（合为一份报告）", "(one report together)"),
}
