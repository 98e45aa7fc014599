"""What summaries of many reports and the letters to bodies say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "title": ("决算公开报告检查汇总", "Summary of final-accounts reports"),
    "sheet-reports": ("汇总", "Reports"),
    "sheet-departments": ("部门与单位", "Departments"),
    "sheet-findings": ("问题", "Findings"),
    "sheet-left": ("未核对", "Not checked"),
    "sheet-roster": ("名单", "Roster"),
    "sheet-changes": ("变化", "Changes"),
    "number": ("序号", "no."),
    "body": ("单位", "body"),
    "year": ("年度", "year"),
    "kind": ("种类", "kind"),
    "form": ("表式", "form"),
    "files": ("文件", "files"),
    "page": ("报告页", "page"),
    "open": ("打开", "open"),
    "error": ("错误", "errors"),
    "warning": ("警告", "warnings"),
    "info": ("提示", "infos"),
    "gaps": ("与所属单位不符", "against units"),
    "figures": ("数字", "figures"),
    "checked": ("已核对", "checked"),
    "left": ("未读取", "not read"),
    "verdict": ("结论", "verdict"),
    "verdict-unread": ("读不了", "not readable"),
    "verdict-blank": ("没有决算数字", "no figures of accounts"),
    "verdict-wrong": ("有错误", "errors"),
    "verdict-doubtful": ("有警告", "warnings"),
    "verdict-clean": ("未发现错误", "no error found"),
    "place": ("位置", "place"),
    "severity": ("级别", "severity"),
    "rule": ("规则", "rule"),
    "message": ("说明", "message"),
    "section": ("章节", "section"),
    "excerpt": ("原文", "text"),
    "expected": ("应为", "expected"),
    "actual": ("印作", "actual"),
    "department": ("部门", "department"),
    "units": ("单位数", "units"),
    "sum": ("各单位合计", "sum of units"),
    "note": ("说明", "note"),
    "holds": ("{count}个数等于各单位之和", "figures that are the sum of the units': {count}"),
    "not-compared": (
        "没有比较：{label}等{count}个数，{unit}等{units}个单位没有印出",
        "not compared: {count} figures such as {label}, which {units} units such as {unit} do not print",
    ),
    "lacking": (
        "部门的报告里没有这张表或这个数，单位有：{label}",
        "the department's report does not have what its units have: {label}",
    ),
    "what": ("内容", "what"),
    "why": ("原因", "why"),
    "count": ("处数", "places"),
    "figures-left": ("数字：{name}", "figures: {name}"),
    "rules-left": ("规则 {count} 条：{rules}", "rules ({count}): {rules}"),
    "unread-part": ("没有读取的部分", "part not read"),
    "unnamed": ("（没有标题）", "(untitled)"),
    "state": ("情况", "state"),
    "missing": ("没有交来", "not handed in"),
    "twice": ("交了不止一份", "more than one report"),
    "unlisted": ("不在名单里", "not on the list"),
    "new": ("新出现", "new"),
    "mended": ("已改正", "mended"),
    "unchecked": ("不再核对", "not checked any more"),
    "still": ("仍在", "still there"),
    "added": ("新交来的报告", "report new in this run"),
    "gone": ("这次没有的报告", "report not in this run"),
    "total": (
        "报告 {reports} 份：有错误 {wrong} 份，有警告 {doubtful} 份，未发现错误 {clean} 份，没有决算数字 {blank} 份，读不了 {unread} 份；共 {errors} 个错误、{warnings} 个警告、{infos} 个提示",
        "reports: {reports}; with errors {wrong}, with warnings {doubtful}, no error found {clean}, without figures {blank}, not readable {unread}; errors {errors}, warnings {warnings}, infos {infos}",
    ),
    "told-departments": (
        "部门 {departments} 个与所属单位比较，不符 {gaps} 处",
        "departments beside their units: {departments}; findings: {gaps}",
    ),
    "told-roster": (
        "名单：没有交来 {missing} 个，交了不止一份 {twice} 个，不在名单里 {unlisted} 个",
        "roster: not handed in {missing}, more than once {twice}, not listed {unlisted}",
    ),
    "told-changes": (
        "与上次比：新出现 {new} 个，已改正 {mended} 个，仍在 {still} 个",
        "since the last summary: new {new}, mended {mended}, still there {still}",
    ),
    "told-unchecked": (
        "上次有、现在那个数没有了、读不出，或没有规则核对它的 {count} 个，不算改正",
        "of the last summary, not checked any more, so not mended: {count}",
    ),
    "several-departments": (
        "{folder} 里有 {count} 份部门决算，分不清单位属于哪个部门；请分文件夹存放，或用 --roster、清单说明",
        "{folder} holds {count} reports of departments, and whose the units are cannot be told; put them in folders, or name them by --roster or a manifest",
    ),
    "doubled-unit": (
        "{name}有 {count} 份报告（{paths}），汇总只算第一份",
        "{name} has {count} reports ({paths}); only the first is added up",
    ),
    "other-year": (
        "{name}的报告是{year}年度的，没有算进部门的汇总",
        "the report of {name} is of {year}, and is not added up",
    ),
    "letter-title": (
        "{body}{year}决算公开报告检查情况",
        "{body}: the review of the final-accounts report{year}",
    ),
    "year-of": ("{year}年度", " of {year}"),
    "letter-files": ("检查的文件：{files}。", "Files reviewed: {files}."),
    "letter-counts": (
        "发现错误 {errors} 处、警告 {warnings} 处、提示 {infos} 处；报告里的数字 {figures} 个，已核对 {checked} 个，其余没有规则可查，请自行核对。",
        "Errors: {errors}, warnings: {warnings}, infos: {infos}. Figures in the report: {figures}, checked: {checked}; no rule is about the others.",
    ),
    "letter-gaps": ("与所属单位不符的地方", "Not the sum of the units"),
    "letter-left": ("没有读取、没有检查的部分", "What was not read or not checked"),
    "letter-page": ("第{page}页", "Page {page}"),
    "letter-elsewhere": ("其他", "Elsewhere"),
    "letter-end": (
        "以上由 jslint {version} 检查得出，日期 {date}；位置按所交文件的页、行、单元格指明。",
        "Found by jslint {version}, {date}; places are those of the files handed in.",
    ),
}
