"""What looks wrong about a pack that is well formed: a diagnostic for each, with the remedy."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.authoring import book, known, matching, trial
from jslint.authoring.patterns import patterns, shape
from jslint.diagnostic import Diagnostic, Severity
from jslint.document import Place
from jslint.tree import Mapping

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jslint.authoring.book import Book
    from jslint.authoring.patterns import Found
    from jslint.rules.ground.base import Rule
    from jslint.tree import Node


class Check(Struct, frozen=True):
    """One thing to look for: its code and name, what it is about, and its message."""

    code: str
    name: str
    title: str
    zh: str
    en: str


#: The codes go on from those of structured reports that are not well formed (SYN001 to SYN003).
CHECKS = (
    Check(
        "SYN101",
        "unused-quantity",
        "没有规则使用的量",
        "没有规则使用量 {name}（{label}）；请写一条用到它的规则，或删去它",
        "no rule uses the quantity {name} ({label}); write one that does, or remove it",
    ),
    Check(
        "SYN102",
        "stated-twice",
        "量的两处陈述完全相同",
        "量 {name} 的第 {second} 处陈述与第 {first} 处完全相同；请删去一处",
        "statement {second} of the quantity {name} is the same as statement {first}; remove one",
    ),
    Check(
        "SYN103",
        "same-rule",
        "两条规则的种类和选项完全相同",
        "{rule} 与 {other}（{place}）的种类和选项完全相同，同一处会报告两次；请改选项，或删去一条",
        "{rule} has the kind and options of {other} ({place}), so that each place is reported twice;"
        " change the options or remove one",
    ),
    Check(
        "SYN104",
        "unknown-table",
        "表的名称与应公开的表都不符",
        "“{pattern}”与规则包要求的表的名称都不符{near}；请按表的名称改",
        "“{pattern}” fits no title of a table that the packs demand{near}; write it as they do",
    ),
    Check(
        "SYN105",
        "unknown-section",
        "章节的名称与应有的章节都不符",
        "“{pattern}”与规则包要求的章节都不符，例子里也没有这样的标题{near}；请按标题改，或写一个有它的例子",
        "“{pattern}” fits no section that the packs demand and no heading of an example{near};"
        " write it as they do, or add an example with such a heading",
    ),
    Check(
        "SYN106",
        "never-matches",
        "正则表达式不可能匹配",
        "“{pattern}”不可能匹配：{why}",
        "“{pattern}” can never match: {why}",
    ),
    Check(
        "SYN107",
        "quotes-nothing",
        "消息没有引用任何内容",
        "消息里没有引用报告的内容，读者不知道说的是哪里；请用 {values} 等占位符",
        "the message quotes nothing of the report; use placeholders such as {values}",
    ),
    Check(
        "SYN108",
        "no-english",
        "没有英文消息",
        "规则 {rule} 没有 message-en，选英文时仍显示中文；请补上",
        "rule {rule} has no message-en, so that English readers see Chinese; add one",
    ),
    Check(
        "SYN109",
        "no-example",
        "缺正例或反例",
        "规则 {rule} 没有{sort}，不知道它是否有效；请在 examples 里补上",
        "rule {rule} has no {sort}, so nothing shows that it works; add one to its examples",
    ),
)
#: So many placeholders are named to who uses none.
_SHOWN = 4
_BY_NAME = {check.name: check for check in CHECKS}
_WORDS = {
    "zh": {
        "near": "，相近的：{names}",
        "join": "、",
        "bad": "反例（bad）",
        "good": "正例（good）",
        "anchors": "“^”之前、“$”之后不能再有字；请改写",
        "table": "表名、行名、列名去掉了空白，全角的括号、数字、％ 变成了半角；请照此改写",
        "name": "主体去掉了空白、引号和“、”，全角的括号、数字、％ 变成了半角；请照此改写",
        "heading": "标题去掉了空白；请删去表达式里的空白",
    },
    "en": {
        "near": ", near: {names}",
        "join": ", ",
        "bad": "bad example",
        "good": "good example",
        "anchors": "nothing can stand before “^” or behind “$”; rewrite it",
        "table": "names of tables, rows and columns are compared without white space and with"
        " half-width brackets, digits and %; rewrite it so",
        "name": "subjects are compared without white space, quotes and 、, with half-width brackets,"
        " digits and %; rewrite it so",
        "heading": "headings are compared without white space; take it out of the pattern",
    },
}


class _Desk(Struct, frozen=True):
    """What a review looks at: a pack, the quantities that rules use, the reader's language."""

    book: Book
    used: frozenset[str]
    lang: str

    def say(self, name: str, at: Node, excerpt: str = "", /, **values: object) -> Diagnostic:
        """Word one thing at its place."""
        check = _BY_NAME[name]
        template = check.en if self.lang == "en" else check.zh
        return Diagnostic(
            rule=check.code,
            name=name,
            severity=Severity.WARNING,
            message=template.format(**values),
            place=Place(order=(at.line, at.column), line=at.line, column=at.column),
            excerpt=excerpt,
        )

    def word(self, key: str, **values: object) -> str:
        """A phrase in the reader's language."""
        return _WORDS[self.lang][key].format(**values)

    def near(self, names: tuple[str, ...]) -> str:
        """The names that may have been meant, if there are any."""
        return self.word("near", names=self.word("join").join(names)) if names else ""

    def patterns(self) -> Iterator[Found]:
        """Every pattern that the pack's file states."""
        pack = self.book.pack
        applies = tuple(pack.applies.values())
        return patterns((self.book.quantities, pack.additions, self.book.rules, applies))

    def node(self, rule: Rule) -> Node:
        """Where a rule is declared."""
        return book.rule_node(self.book.root, rule.entry.id)


def review(pack: Book, used: frozenset[str], lang: str) -> tuple[Diagnostic, ...]:
    """All that looks wrong about a pack's file, in its order.

    ``used`` are the quantities that any rule names, in this pack or in one that extends it.
    """
    desk = _Desk(pack, used, lang)
    found = [one for look in _LOOKS for one in look(desk)]
    return tuple(sorted(found, key=lambda one: (one.place.order, one.rule)))


def _unused(desk: _Desk) -> Iterator[Diagnostic]:
    for quantity in desk.book.quantities:
        if quantity.name not in desk.used:
            at = book.quantity_node(desk.book.root, quantity.name)
            yield desk.say(
                "unused-quantity", at, quantity.name, name=quantity.name, label=quantity.label
            )


def _stated_twice(desk: _Desk) -> Iterator[Diagnostic]:
    pack = desk.book.pack
    known = {quantity.name: quantity.stated for quantity in desk.book.ruleset.quantities}
    own = {quantity.name: quantity.stated for quantity in pack.quantities}
    for name, added in (own | {one.key.value: one.stated for one in pack.additions}).items():
        # A pack's places come last in its own rule set, behind those of the packs that it extends.
        begin = len(known[name]) - len(added)
        first: dict[object, int] = {}
        for number, stated in enumerate(known[name], 1):
            before = first.setdefault(shape(stated), number)
            if before != number > begin:
                nodes = (one.node for one in patterns(stated))
                at = min(nodes, key=lambda node: (node.line, node.column), default=None)
                yield desk.say(
                    "stated-twice",
                    at or book.quantity_node(desk.book.root, name),
                    name,
                    name=name,
                    first=before,
                    second=number,
                )


def _same_rule(desk: _Desk) -> Iterator[Diagnostic]:
    own = {rule.entry.id for rule in desk.book.rules}
    first: dict[object, Rule] = {}
    for rule in desk.book.ruleset.rules:
        other = first.setdefault(shape(rule), rule)
        if other is not rule and rule.entry.id in own:
            yield desk.say(
                "same-rule",
                desk.node(rule),
                rule.entry.id,
                rule=rule.entry.id,
                other=other.entry.id,
                place=f"{other.entry.path}:{other.entry.line}",
            )


def _unknown_table(desk: _Desk) -> Iterator[Diagnostic]:
    titles = known.tables(desk.book.ruleset.rules)
    yield from _unknown(desk, "unknown-table", ("table", "tables"), titles)


def _unknown_section(desk: _Desk) -> Iterator[Diagnostic]:
    titles = known.sections(desk.book.ruleset.rules)
    yield from _unknown(desk, "unknown-section", ("section",), titles)


def _unknown(
    desk: _Desk, name: str, fields: tuple[str, ...], titles: known.Titles
) -> Iterator[Diagnostic]:
    """The patterns in these fields that fit no title; none where no title is demanded."""
    for one in desk.patterns() if titles.names else ():
        if one.field in fields and not titles.fit(one.pattern):
            near = desk.near(titles.near(one.node.value))
            yield desk.say(name, one.node, one.node.value, pattern=one.node.value, near=near)


def _never(desk: _Desk) -> Iterator[Diagnostic]:
    for one in desk.patterns():
        text = one.node.value
        if not matching.can_match(text):
            why = "anchors"
        elif one.field in known.TEXTS and not matching.can_match(text, known.TEXTS[one.field][1]):
            why = known.TEXTS[one.field][0]
        else:
            continue
        yield desk.say("never-matches", one.node, text, pattern=text, why=desk.word(why))


def _quotes_nothing(desk: _Desk) -> Iterator[Diagnostic]:
    for rule in desk.book.rules:
        node = desk.node(rule)
        offered = ("excerpt", *sorted(rule.VALUES))[:_SHOWN]
        values = desk.word("join").join(f"{{{value}}}" for value in offered)
        for lang, message in rule.entry.messages.items():
            if not any(name for _, name, _, _ in string.Formatter().parse(message)):
                key = "message" if lang == "zh" else f"message-{lang}"
                at = node.get(key) if isinstance(node, Mapping) else None
                yield desk.say("quotes-nothing", at or node, message, values=values)


def _no_english(desk: _Desk) -> Iterator[Diagnostic]:
    for rule in desk.book.rules:
        if "en" not in rule.entry.messages:
            yield desk.say("no-english", desk.node(rule), rule.entry.id, rule=rule.entry.id)


def _no_example(desk: _Desk) -> Iterator[Diagnostic]:
    for rule, bad in trial.lacking(desk.book.rules):
        sort = desk.word("bad" if bad else "good")
        yield desk.say("no-example", desk.node(rule), rule.entry.id, rule=rule.entry.id, sort=sort)


_LOOKS: tuple[Callable[[_Desk], Iterator[Diagnostic]], ...] = (
    _unused,
    _stated_twice,
    _same_rule,
    _unknown_table,
    _unknown_section,
    _never,
    _quotes_nothing,
    _no_english,
    _no_example,
)
