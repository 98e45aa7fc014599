"""The text of a new pack: one rule of a kind, working, with examples that pass."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.authoring import book
from jslint.tree import Mapping

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jslint.authoring.book import Book
    from jslint.rules.base import Rule

PATTERN = "pattern"

_PACK = """\
# {comment}
pack: {name}
title: {title}
extends: [{extends}]

rules:
{rule}"""
_COMMENT = {
    "zh": "jslint rules test 运行例子，jslint rules lint 检查写法，jslint explain 说明内置的规则。",
    "en": "jslint rules test runs the examples, jslint rules lint reviews the pack.",
}
#: The rule of a new pack of kind ``pattern``, which no shipped rule is short enough for.
_PATTERN_RULE = """\
  - id: {id}
    name: reason-says-nothing
    kind: pattern
    title: 变动原因没有内容
    severity: warning
    message: "“{{excerpt}}”没有说明原因"
    message-en: "“{{excerpt}}” gives no reason"
    reason: 变动原因要让读者明白为什么增减。
    basis: 本单位的公开要求
    patterns: ['主要原因是(?:业务|工作)需要']
    examples:
      - bad: |
          三、支出决算情况说明
          2024年度本年支出合计120.00万元，比上年增加20.00万元，主要原因是工作需要。
        finds: 工作需要
      - good: |
          三、支出决算情况说明
          2024年度本年支出合计120.00万元，比上年增加20.00万元，主要原因是新建水文站投入使用。
"""


class Model(Struct, frozen=True):
    """A shipped rule of a kind, to be copied, and its text."""

    rule: Rule
    text: str


def models(kind: str, books: Iterable[Book]) -> list[Model]:
    """The shipped rules of a kind, the shortest first."""
    found = [
        Model(rule, _text(each, rule))
        for each in books
        for rule in each.rules
        if rule.entry.kind == kind
    ]
    return sorted(found, key=lambda one: len(one.text))


def _text(each: Book, rule: Rule) -> str:
    """The lines that declare a rule."""
    node = book.rule_node(each.root, rule.entry.id)
    assert isinstance(node, Mapping)
    return f"  - {each.source[node.start : node.end].rstrip()}\n"


def source(
    name: str, identity: str, extends: tuple[str, ...], model: Model | None, lang: str
) -> str:
    """The text of a pack with one rule: a copy of the model, or one of the kind ``pattern``."""
    if model is None:
        rule = _PATTERN_RULE.format(id=identity)
    else:
        rule = model.text.replace(f"id: {model.rule.entry.id}", f"id: {identity}", 1)
    return _PACK.format(
        comment=_COMMENT[lang],
        name=_scalar(name),
        title=_scalar(f"{name} 的补充规则"),
        extends=", ".join(map(_scalar, extends)),
        rule=rule,
    )


def _scalar(text: str) -> str:
    """A text as YAML, in quotes where it holds more than words."""
    if re.fullmatch(r"[\w./ -]*\w", text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
