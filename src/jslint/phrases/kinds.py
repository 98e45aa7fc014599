"""What several kinds of rule say besides the message of the pack: the problem, by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "code-names-name": ("在《{table}》中写作“{other}”", "is “{other}” in {table}"),
    "code-place-place": (
        "按上下各行和各级合计，应为{code}",
        "the rows around it and their sums make it {code}",
    ),
    "code-place-below": (
        "按上下各行和各级合计，应在{code}之下",
        "the rows around it and their sums put it below {code}",
    ),
    "code-place-length": (
        "位数不对：类、款、项的编码是3、5、7位",
        "which is too long or too short: classes, divisions and items have 3, 5 and 7 digits",
    ),
    "code-place-either": (
        "《{table}》中这一科目的编码是{code}，两处必有一处写错",
        "it is {code} in {table}: one of the two is wrong",
    ),
    "code-place-name": (
        "其他各表中这一科目的编码都是{code}",
        "it is {code} in all other tables",
    ),
    "code-names-again": ("在同一张表中印了两次", "is printed twice in one table"),
    "sections-missing": ("缺少", "missing"),
    "sections-missing-several": ("缺少{count}个章节：", "{count} sections missing:"),
    "sections-missing-until": ("”至“", "” to “"),
    "sections-missing-and": ("”“", "” “"),
    "sections-order": ("次序不对，应在“{after}”之后：", "out of order, should follow “{after}”:"),
    "tables-listed": (
        "只列出{count}张表的名称，所给文件中没有这些表，凡依赖表格的规则均未检查",
        "only lists {count} tables by title; none of them is in the given files, so what depends on them was not checked",
    ),
    "tables-absent": (
        "所给文件中没有应公开的{count}张表，凡依赖表格的规则均未检查",
        "none of the {count} tables is in the given files; what depends on them was not checked",
    ),
    "tables-one": ("缺少第{number}张表《{title}》", "table {number}, {title}, is missing"),
    "tables-order": (
        "《{title}》次序不对，应为第{number}张表，在《{after}》之后",
        "{title} is out of order: as table {number} it should follow {after}",
    ),
    "table-titles-twice": (
        "印了两次，内容相同，多半是重复",
        "is printed twice with the same contents: one is most likely superfluous",
    ),
    "table-titles-another": (
        "用作两张不同的表的表名，其中一个多半写错",
        "is the title of two different tables: one of the titles is most likely wrong",
    ),
    "table-titles-again": (
        "印了两次，请核实是否表名写错或表重复",
        "is printed twice: is a title wrong, or the table repeated?",
    ),
    "empty-stated": (
        "文字称没有收支，表中却有金额",
        "the text says there is none, the table has amounts",
    ),
    "empty-unstated": (
        "表中没有金额，也没有说明原因",
        "the table has no amounts and nothing says why",
    ),
    "contents-body": ("正文没有这个标题", "the text has no such heading"),
    "contents-contents": ("目录没有这个标题", "the contents page has no such heading"),
    "contents-wording": ("目录写作“{other}”", "the contents page prints “{other}”"),
    "numbering-gap": (
        "前面是{before}，缺少第{missing}项",
        "follows {before}: number {missing} is missing",
    ),
    "numbering-repeat": (
        "与前面的{before}重复或次序颠倒，应为第{missing}项",
        "repeats or precedes {before}: it should be number {missing}",
    ),
    "numbering-inline": ("应另起一段", "should begin a paragraph"),
    "listed-blank": ("已列举，但表中该行无金额", "listed, but blank in the table"),
    "listed-zero": ("已列举，但表中金额为0.00", "listed, but 0.00 in the table"),
    "listed-unknown": ("表中没有这个名称", "not a name of the table"),
    "listed-omitted": ("表中有金额，却没有列举", "has an amount, but is not listed"),
    "listed-twice": ("列举了两次", "is listed twice"),
    "implied-whole-nameless": ("整体", "the whole"),
    "account-lists-none": ("没有这一类的科目", "no account of this class"),
}
