"""What a filled-in checklist says."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "title": ("{body}{year}决算公开检查表", "{body} {year}: checklist of published final accounts"),
    "year": ("{year}年度", "{year}"),
    "form": ("表式：{form}", "form: {form}"),
    "files": ("文件：{files}", "files: {files}"),
    "made": (
        "由 jslint {version} 填写；“未能检查”的须由人工检查，“合格”只说所列规则没有查出问题",
        "filled in by jslint {version}; what is 'not checked' is for a person to check, and 'passed' says only that the rules named found nothing",
    ),
    "number": ("序号", "no."),
    "aspect": ("方面", "aspect"),
    "item": ("检查事项", "item"),
    "basis": ("依据", "basis"),
    "verdict": ("结果", "result"),
    "place": ("位置", "place"),
    "evidence": ("证据或原因", "evidence or reason"),
    "rules": ("规则", "rules"),
    "review": ("人工复核", "review"),
    "sheet": ("检查表", "checklist"),
    "all": ("各份报告", "reports"),
    "body": ("单位", "body"),
    "year-head": ("年度", "year"),
    "files-head": ("文件", "files"),
    "about": ("说明", "about"),
    "own": ("本表自带", "of the checklist"),
    "passed": ("合格", "passed"),
    "failed": ("不合格", "failed"),
    "unchecked": ("未能检查", "not checked"),
    "by-hand": ("须人工检查：{how}", "to be checked by a person: {how}"),
    "not-applied": (
        "没有应用这条规则：规则包或配置关掉了它",
        "the rule was not applied: a pack or the configuration switched it off",
    ),
    "nothing": ("报告里没有可核对的内容", "nothing in the report to check"),
    "accepted": (
        "已被忽略，须人工判断：{message}（理由：{reason}）",
        "suppressed, for a person to judge: {message} (reason: {reason})",
    ),
    "unread": ("报告有没有读出的部分：{what}", "a part of the report was not read: {what}"),
    "no-approved": (
        "没有批复日期：封面上没有印出，也没有用 --approved-on 给出",
        "no date of approval: the cover prints none and --approved-on was not given",
    ),
    "no-published": (
        "没有公开日期：封面上没有印出，也没有用 --published-on 给出",
        "no date of publication: the cover prints none and --published-on was not given",
    ),
    "dates": (
        "{approved} 批复（{from_approved}），{published} 公开（{from_published}），{took}；期限 {days} 日",
        "approved {approved} ({from_approved}), published {published} ({from_published}), {took}; limit {days} days",
    ),
    "took": ("相隔 {took} 日", "{took} days later"),
    "before": ("公开早于批复 {took} 日", "published {took} days before it was approved"),
    "cover": ("封面", "cover"),
    "option": ("所给", "given"),
    "held": ("核对了 {count} 处，没有查出问题", "places checked: {count}, nothing found"),
    "held-too": ("另有 {count} 处核对相符", "places that were checked and hold: {count}"),
    "reason": ("{rule}（{title}）未能核对：{words}", "{rule} ({title}) was not applied: {words}"),
    "several": ("{words}（{count} 处）", "{words} ({count} places)"),
    "hint": ("提示：{message}", "hint: {message}"),
    "more": ("另有 {count} 处", "{count} more"),
    "signed": (
        "检查人：　　　　　　　复核人：　　　　　　　日期：",
        "inspected by:                 reviewed by:                 date:",
    ),
    "total": (
        "共 {count} 项：合格 {passed} 项，不合格 {failed} 项，未能检查 {unchecked} 项",
        "{count} items: {passed} passed, {failed} failed, {unchecked} not checked",
    ),
}
