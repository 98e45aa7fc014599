"""What is said to authors of packs about the packs themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "near": ("，相近的：{names}", ", near: {names}"),
    "bad": ("反例（bad）", "bad example"),
    "good": ("正例（good）", "good example"),
    "anchors": (
        "“^”之前、“$”之后不能再有字；请改写",
        "nothing can stand before “^” or behind “$”; rewrite it",
    ),
    "table": (
        "表名、行名、列名去掉了空白，全角的括号、数字、％ 变成了半角；请照此改写",
        "names of tables, rows and columns are compared without white space and with half-width brackets, digits and %; rewrite it so",
    ),
    "name": (
        "主体去掉了空白、引号和“、”，全角的括号、数字、％ 变成了半角；请照此改写",
        "subjects are compared without white space, quotes and 、, with half-width brackets, digits and %; rewrite it so",
    ),
    "heading": (
        "标题去掉了空白；请删去表达式里的空白",
        "headings are compared without white space; take it out of the pattern",
    ),
    "what-helps": (
        "jslint rules test 运行例子，jslint rules lint 检查写法，jslint explain 说明内置的规则。",
        "jslint rules test runs the examples, jslint rules lint reviews the pack.",
    ),
    "title": ("{name} 的补充规则", "More rules of {name}"),
    "unused-quantity": (
        "没有规则使用量 {name}（{label}）；请写一条用到它的规则，或删去它",
        "no rule uses the quantity {name} ({label}); write one that does, or remove it",
    ),
    "title-unused-quantity": ("没有规则使用的量", "unused quantity"),
    "stated-twice": (
        "量 {name} 的第 {second} 处陈述与第 {first} 处完全相同；请删去一处",
        "statement {second} of the quantity {name} is the same as statement {first}; remove one",
    ),
    "title-stated-twice": ("量的两处陈述完全相同", "stated twice"),
    "same-rule": (
        "{rule} 与 {other}（{place}）的种类和选项完全相同，同一处会报告两次；请改选项，或删去一条",
        "{rule} has the kind and options of {other} ({place}), so that each place is reported twice; change the options or remove one",
    ),
    "title-same-rule": ("两条规则的种类和选项完全相同", "same rule"),
    "unknown-table": (
        "“{pattern}”与规则包要求的表的名称都不符{near}；请按表的名称改",
        "“{pattern}” fits no title of a table that the packs demand{near}; write it as they do",
    ),
    "title-unknown-table": ("表的名称与应公开的表都不符", "unknown table"),
    "unknown-section": (
        "“{pattern}”与规则包要求的章节都不符，例子里也没有这样的标题{near}；请按标题改，或写一个有它的例子",
        "“{pattern}” fits no section that the packs demand and no heading of an example{near}; write it as they do, or add an example with such a heading",
    ),
    "title-unknown-section": ("章节的名称与应有的章节都不符", "unknown section"),
    "never-matches": ("“{pattern}”不可能匹配：{why}", "“{pattern}” can never match: {why}"),
    "title-never-matches": ("正则表达式不可能匹配", "never matches"),
    "quotes-nothing": (
        "消息里没有引用报告的内容，读者不知道说的是哪里；请用 {values} 等占位符",
        "the message quotes nothing of the report; use placeholders such as {values}",
    ),
    "title-quotes-nothing": ("消息没有引用任何内容", "quotes nothing"),
    "no-english": (
        "规则 {rule} 没有 message-en，选英文时仍显示中文；请补上",
        "rule {rule} has no message-en, so that English readers see Chinese; add one",
    ),
    "title-no-english": ("没有英文消息", "no english"),
    "no-example": (
        "规则 {rule} 没有{sort}，不知道它是否有效；请在 examples 里补上",
        "rule {rule} has no {sort}, so nothing shows that it works; add one to its examples",
    ),
    "title-no-example": ("缺正例或反例", "no example"),
}
