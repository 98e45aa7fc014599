"""What each command does."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "jslint": (
        "检查部门决算、单位决算公开报告：数字、百分比、增减、勾稽、章节和文字。",
        "Check the final-accounts reports of departments and units: figures, shares, changes, ties between tables, sections, text.",
    ),
    "check": (
        "检查报告：文件、文件夹（逐层查找），或标准输入（-）。",
        "Check reports: files, folders (searched recursively), or standard input (-).",
    ),
    "convert": (
        "把报告转换为结构化格式（YAML 或 JSON），以便修改和核对。",
        "Convert a report to the structured format (YAML or JSON), to edit and compare it.",
    ),
    "explain": (
        "说明一条规则：检查什么、为什么、依据、正反例，查出过什么。",
        "Explain a rule: what it checks, why, its basis, good and bad examples, what it has found.",
    ),
    "why": (
        "说明一个数：是什么，还印在哪里，与哪些数有关系，每个关系怎么算、成不成立。",
        "Explain a figure: what it is, where else it is printed, which figures it is bound to, and how each relation is computed and whether it holds.",
    ),
    "tables": (
        "列出从报告中读到的表格，以便核对读得对不对。",
        "List the tables that were read of a report, to see whether they were read rightly.",
    ),
    "schema": (
        "打印 JSON Schema：结构化报告、规则包、配置文件、忽略文件的。",
        "Print a JSON Schema: of structured reports, of packs, of the configuration, of the file of suppressions.",
    ),
    "annotate": (
        "把问题写成批注：Word 批注，Excel 批注和检查结果表，PDF 高亮；写在另一个文件里。",
        "Write what is found into copies of the files: comments in Word, comments and a sheet of results in Excel, highlights in PDF.",
    ),
    "rules": ("列出规则；编写、测试、检查规则包。", "List rules; write, test and lint packs."),
    "rules-list": (
        "列出规则，可按种类、级别、编号和文字挑选。",
        "List rules, by kind, severity, id or words.",
    ),
    "rules-test": (
        "运行规则的正例和反例：反例必须报告，正例不得报告。",
        "Run the examples of rules: bad ones must be reported, good ones must not.",
    ),
    "rules-new": (
        "新建一个规则包：有一条可以用的规则，例子都能通过；不改动已有的文件。",
        "Begin a pack: one working rule whose examples pass; no existing file is changed.",
    ),
    "rules-lint": (
        "检查规则包本身：没有用到的量、相同的规则、不存在的表和章节、不可能匹配的表达式、缺的例子和英文消息。",
        "Lint packs themselves: unused quantities, equal rules, tables and sections that do not exist, expressions that cannot match, missing examples and English messages.",
    ),
    "facts": (
        "列出规则包所说的每个量在报告里读到的数和位置，以便核对规则包写得对不对。",
        "List what was read of a report for each quantity of the packs, and where, to see whether the packs are right.",
    ),
    "cache": (
        "上次检查留下的结果：放在哪里，删去。内容、规则包、选项、版本有一样变了，就不会再用。",
        "The results that checks keep: where they are, and to remove them. They are used only while contents, packs, options and version are the same.",
    ),
    "cache-dir": ("显示放结果的文件夹。", "Print the folder that holds the results."),
    "cache-clean": ("删去留下的全部结果。", "Remove all kept results."),
    "baseline": (
        "基线：记下现有的问题，以后只报告新的。",
        "Baselines: what is known is written down, so that only what is new is reported.",
    ),
    "baseline-create": (
        "检查报告，把现有的问题记进新的基线。",
        "Check reports and write what is found into a new baseline.",
    ),
    "baseline-update": (
        "检查报告，改写基线：去掉已改正的，记下新的。",
        "Check reports and rewrite a baseline: without what is mended, with what is new.",
    ),
    "baseline-show": ("列出基线里的问题。", "List the findings of a baseline."),
    "compare": (
        "比较同一份报告的两稿：新出现、已改正、仍在的问题，改动的数。",
        "Compare two drafts of a report: new, mended and remaining findings, and the figures that changed.",
    ),
    "checklist": (
        "填写规则包里的检查表：各项合格、不合格（位置和证据）、未能检查（原因）。",
        "Fill in the checklist of the packs: each item passed, failed (with place and evidence) or not checked (with the reason).",
    ),
    "files": (
        "列出会检查哪些文件；不检查的，说明为什么。",
        "List the files that would be checked, and why others would not.",
    ),
    "config": ("看配置。", "Look at the configuration."),
    "config-show": (
        "看哪些配置适用于一个文件：每个值从哪里来，auto 选了哪些规则包。",
        "Show what applies to a file: where each value comes from, and which packs auto chose.",
    ),
    "completion": (
        "打印命令行补全的脚本：bash、zsh、fish、PowerShell。",
        "Print the completion script of a shell: bash, zsh, fish or PowerShell.",
    ),
    "summary": (
        "汇总许多报告：一份一行，部门与所属单位核对，名单、变化，给各单位的反馈。",
        "Sum many reports up: a row each, departments beside their units, who did not hand in, what changed, a letter for each body.",
    ),
}
