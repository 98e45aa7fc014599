"""What is said of baselines, and of what two drafts differ in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "baseline-json": (
        "不是 JSON，不能当基线用；请用 jslint baseline create 重新建立",
        "no JSON, and so no baseline; make one anew with jslint baseline create",
    ),
    "baseline-strange": (
        "不是 jslint 写的基线；请换一个文件名，或用 jslint baseline create 建立",
        "no baseline of jslint's; name another file, or make one with jslint baseline create",
    ),
    "baseline-entry": (
        "基线的这一项写得不对；请删去这一行，或用 jslint baseline create 重新建立",
        "this entry is not well formed; delete the line, or make a baseline anew with jslint baseline create",
    ),
    "baseline-missing": (
        "没有这个基线；请用 jslint baseline create 建立",
        "no such baseline; make one with jslint baseline create",
    ),
    "baseline-exists": (
        "{path} 已存在；要按现在的问题改写，请用 jslint baseline update",
        "{path} exists; to rewrite it by what is found now, use jslint baseline update",
    ),
    "baseline-created": (
        "基线 {path}：记下 {count} 个问题",
        "baseline {path}: diagnostics kept: {count}",
    ),
    "baseline-dropped": (
        "  去掉的里面有 {count} 个不是改正的：那个数没有了、读不出，或没有规则核对它",
        "  of those removed, not mended but not checked any more: {count}",
    ),
    "baseline-updated": (
        "基线 {path}：新增 {added} 个，去掉 {removed} 个，共 {count} 个",
        "baseline {path}: added {added}, removed {removed}, now {count}",
    ),
    "baseline-unread": (
        "有输入读不了，没有写基线",
        "an input could not be read: no baseline is written",
    ),
    "baseline-holds": ("基线 {path}：{count} 个问题", "baseline {path}: diagnostics: {count}"),
    "draft-several": (
        "{path}：这里有 {count} 份报告，一次只比较一份的两稿；请写明文件，几个文件是一份的加 --as-one-report",
        "{path}: here are {count} reports, and two drafts of one are compared; name the file, or add --as-one-report where all are one",
    ),
    "draft-new": ("新出现的问题：{count} 个", "new diagnostics: {count}"),
    "draft-mended": ("已改正的问题：{count} 个", "mended: {count}"),
    "draft-unchecked": (
        "不再核对的问题（那个数没有了、读不出，或没有规则核对它）：{count} 个",
        "not checked any more (the figure is gone, cannot be read, or no rule looks at it): {count}",
    ),
    "draft-still": ("仍在的问题：{count} 个", "still there: {count}"),
    "draft-figures": ("改动的数：{count} 个", "figures changed: {count}"),
    "draft-was": ("{where}: {what}：{old} → {new}", "{where}: {what}: {old} → {new}"),
    "draft-none": ("（没有）", "(none)"),
}
