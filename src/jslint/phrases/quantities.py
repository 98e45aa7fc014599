"""What `jslint facts` says."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "quantity": ("量", "quantity"),
    "label": ("名称", "label"),
    "value": ("印出的数", "as printed"),
    "blank": ("（空）", "(blank)"),
    "place": ("位置", "place"),
    "source": ("出处", "table or section"),
    "counts": (
        "规则包 {packs}：{count} 个量，读到 {stated} 个，共 {places} 处",
        "packs {packs}: quantities {count}, stated {stated}, in places {places}",
    ),
    "unstated": (
        "没有读到的量 {count} 个（用 --all 查看在哪里找过）：",
        "quantities not stated: {count} (--all shows where they were looked for):",
    ),
    "searched": (
        "没有读到的量 {count} 个，在这些地方找过：",
        "quantities not stated: {count}; they were looked for here:",
    ),
    "in-table": (
        "表“{table}”，行“{row}”，列“{column}”{more}",
        "table “{table}”, row “{row}”, column “{column}”{more}",
    ),
    "above": ("，在行“{row}”之上", ", above the row “{row}”"),
    "beneath": ("，在行“{row}”之下", ", beneath the row “{row}”"),
    "every-row": ("每个有代码的行", "every row with a code"),
    "in-prose": (
        "章节“{section}”，主体“{subject}”{more}",
        "section “{section}”, subject “{subject}”{more}",
    ),
    "items": ("逐项说明的科目", "the numbered accounts"),
    "anywhere": ("任何章节", "any"),
    "measure": ("，{measure}", ", {measure}"),
}
