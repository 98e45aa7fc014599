"""What the output formats say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "error": ("错误", "error"),
    "warning": ("警告", "warning"),
    "info": ("提示", "info"),
    "results": ("检查结果", "Results"),
    "place": ("位置", "place"),
    "severity": ("级别", "severity"),
    "rule": ("规则", "rule"),
    "rule-title": ("标题", "title"),
    "message": ("说明", "message"),
    "section-name": ("章节", "section"),
    "excerpt-name": ("原文", "text"),
    "expected-name": ("应为", "expected"),
    "actual-name": ("印作", "actual"),
    "basis-name": ("依据", "basis"),
    "count": ("条数", "count"),
    "reports-of": ("报告", "reports"),
    "report-line": (
        "{error} 个错误、{warning} 个警告、{info} 个提示；数字 {figures} 个，已核对 {checked} 个",
        "errors: {error}, warnings: {warning}, infos: {info}; figures: {figures}, checked: {checked}",
    ),
    "explain": ("详见 jslint explain {rule}", "see jslint explain {rule}"),
    "figure-left": ("没有核对的数字 {text}", "figure not checked: {text}"),
    "rule-left": (
        "规则未能应用（{count} 处）：{reason}",
        "rule not applied (places: {count}): {reason}",
    ),
    "places-of": ("{count} 处：{places}", "places: {count}: {places}"),
    "places-and-more": ("{count} 处：{places} 等", "places: {count}: {places} and others"),
    "rules": ("规则", "Rules"),
    "columns": ("表格的列", "columns of tables"),
    "file": ("文件", "file"),
    "figure": ("数字", "figures"),
    "checked": ("已核对", "checked"),
    "excerpt": ("原文：", "text: "),
    "at-line": ("第{line}行第{column}列", "line {line}, column {column}"),
    "at-page": ("第{page}页", "page {page}"),
    "at-paragraph": ("第{paragraph}段", "paragraph {paragraph}"),
    "expected": ("应为：", "expected: "),
    "basis": ("依据：", "basis: "),
    "related": ("另见 {where}：{excerpt}", "see {where}: {excerpt}"),
    "more": ("另有 {count} 处相关", "{count} more places concerned"),
    "counts": (
        "共 {error} 个错误、{warning} 个警告、{info} 个提示",
        "errors: {error}, warnings: {warning}, infos: {info}",
    ),
    "clean": ("未发现问题", "no problem found"),
    "clean-anew": ("没有新的问题", "no new problem found"),
    "clean-besides": ("没有其他问题", "no other problem found"),
    "nothing": ("没有检查任何文件", "no file checked"),
    "files": ("检查了 {count} 个文件", "files checked: {count}"),
    "together": (
        "{files} 合为一份报告（--no-pair 分开）",
        "one report together: {files} (--no-pair separates them)",
    ),
    "figures": ("数字 {figures} 个，已核对 {checked} 个", "figures: {figures}, checked: {checked}"),
    "failed": ("{count} 个文件未能读取", "files not readable: {count}"),
    "suppressed": (
        "按理由忽略了 {count} 处（用 --show-suppressed 查看）",
        "suppressed, each with a reason: {count} (see --show-suppressed)",
    ),
    "known": (
        "基线里已有 {known} 处，不再列出；已改正 {mended} 处",
        "in the baseline, not listed: {known}; mended: {mended}",
    ),
    "mended-list": (
        "已改正（基线 {path} 里有，现在没有）：{count} 处",
        "mended (in the baseline {path}, not found any more): {count}",
    ),
    "known-unchecked": (
        "基线里不再核对的 {count} 处（不算改正）",
        "in the baseline, but not checked any more (so not mended): {count}",
    ),
    "unchecked-list": (
        "不再核对（基线 {path} 里有，现在那个数没有了、读不出，或没有规则核对它；不算改正）：{count} 处",
        "not checked any more (in the baseline {path}; its figure or rule is missing now): {count}",
    ),
    "times": ("（{count} 处）", " ({count} places)"),
    "suppressed-list": ("按理由忽略的问题：{count} 处", "suppressed diagnostics: {count}"),
    "accepted": ("理由：{reason}（{where}）", "reason: {reason} ({where})"),
    "accepted-until": (
        "理由：{reason}（{where}，至 {until}）",
        "reason: {reason} ({where}, until {until})",
    ),
    "form": ("按：{forms}", "checked as: {forms}"),
    "form-of-all": ("{form}", "{form}"),
    "form-of-many": ("{form}（{count} 个文件）", "{form} (files: {count})"),
    "formless": (
        "未识别出地方表式，只用全国通行的规则",
        "no regional form recognised: nationwide rules only",
    ),
    "formless-some": (
        "{count} 个文件未识别出地方表式，只用全国通行的规则",
        "files of no regional form, nationwide rules only: {count}",
    ),
    "rules-left": (
        "另有 {count} 处规则未能应用（用 --show-skipped 查看）",
        "rules not applied in places: {count} (see --show-skipped)",
    ),
    "figures-apart": ("所选规则都不核对数字", "the rules selected check no figures"),
    "figures-left": (
        "{count} 个数字未核对（用 --coverage 查看）",
        "figures not checked: {count} (see --coverage)",
    ),
    "config": ("配置文件：{path}", "configuration: {path}"),
    "unreadable": ("未能读取", "not readable"),
    "unread": ("注意：{what}", "note: {what}"),
    "note": ("注意：{what}", "note: {what}"),
    "blank": ("没有读到任何决算数字", "no figure of the accounts was read"),
    "blank-some": (
        "{count} 个文件没有读到任何决算数字",
        "files in which no figure of the accounts was read: {count}",
    ),
    "blank-remedy": (
        "请确认它是决算公开报告，文字读得对不对（jslint convert、jslint tables）",
        "see whether it is a report, and read rightly (jslint convert, tables)",
    ),
    "coverage": (
        "覆盖情况：数字 {figures} 个（文字 {narrative} 个，表格 {cells} 个），读懂 {understood}，已核对 {checked}",
        "coverage: figures {figures} (text {narrative}, tables {cells}), understood {understood}, checked {checked}",
    ),
    "unchecked": ("未核对", "not checked"),
    "tables": (
        "表格：{count} 张，数字 {figures} 个，已核对 {checked}",
        "tables: {count}, figures {figures}, checked {checked}",
    ),
    "table": (
        "{title}：{figures} 个数，{checked} 个已核对",
        "{title}: figures {figures}, checked {checked}",
    ),
    "table-left": ("；未核对：", "; not checked: "),
    "columns-left": ("{names} {count} 个", "{names}, {count}"),
    "rows-left": ("{column}（{names}）{count} 个", "{column} ({names}), {count}"),
    "cells-left": ("{names} 共 {count} 个", "{names}, {count} in all"),
    "and-more": ("等", " …"),
    "because": ("：{reason}", ": {reason}"),
    "untitled": ("（无标题）", "(untitled)"),
    "not-understood": ("未读懂", "not understood"),
    "skipped": ("未能应用的规则：{count} 处", "rules not applied, in places: {count}"),
    "kind-部门": ("部门", "department"),
    "kind-单位": ("单位", "unit"),
    "kind-any": ("部门（单位）", "department or unit"),
}
