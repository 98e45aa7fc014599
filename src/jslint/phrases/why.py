"""What `jslint why` says of a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "checked": ("已核对，{count} 处关系", "checked, relations: {count}"),
    "unchecked": ("未核对：{reason}", "not checked: {reason}"),
    "state": ("状态：{state}", "state: {state}"),
    "section": ("所在：{section}", "section: {section}"),
    "statements": ("同一个量还印在：", "the same quantity is printed at:"),
    "relations": ("关系：", "relations:"),
    "figure": ("{place}：{text} {name}", "{place}: {text} {name}"),
    "many": (
        "这里有 {count} 个数；写明其中一个，看它的全部关系：jslint why {path} 位置",
        "figures here: {count}; name one of them to see all its relations: jslint why {path} PLACE",
    ),
    "none": ("{place} 没有数{near}", "no figure at {place}{near}"),
    "near": ("；附近的数：{names}", "; figures near it: {names}"),
    "how": (
        "；位置写作 行:列、¶段落、p页、工作表!单元格，或写印出的数",
        "; a place is LINE:COLUMN, ¶PARAGRAPH, pPAGE or SHEET!CELL, or write the number as printed",
    ),
    "one": ("{text}（{place}）", "{text} ({place})"),
    "number": (
        "“{words}”是编码、行次或栏次一类的编号，不是数，不参与核对{near}",
        "'{words}' is a code or the number of a row or column, which is no figure and is not checked{near}",
    ),
    "heading": (
        "标题“{words}”里的编号不是数，不参与核对{near}",
        "the number of the heading '{words}' is no figure and is not checked{near}",
    ),
    "cell": (
        "{place} 的单元格“{words}”里没有数{near}",
        "no figure in the cell '{words}' at {place}{near}",
    ),
    "text": ("{place} 的文字里没有数{near}", "no figure in the text at {place}{near}"),
}
