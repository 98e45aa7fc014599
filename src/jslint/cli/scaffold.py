"""jslint rules new: a pack to begin with."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from jslint import pack
from jslint.authoring import scaffold
from jslint.cli import books, files
from jslint.cli.describe import require_kinds
from jslint.cli.streams import say_lines
from jslint.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.authoring.book import Book
    from jslint.authoring.scaffold import Model
    from jslint.pack import PackInfo, RuleSet

_SUFFIXES = (".yaml", ".yml")
#: A pack in the folder of the shipped ones, whose rules are copied before those of any other.
_TEMPLATE = ("templates", "new.yaml")
WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "suffix": "{path}：规则包的文件名以 .yaml 结尾，例如 {like}.yaml",
        "exists": "{path} 已经存在，没有改动；要加规则，请照着其中的规则写，或换一个文件名",
        "id": "编号 {id} 不合写法：由字母开头，只有字母、数字和“-”，例如 MY101",
        "taken": "编号 {id} 在 {path}:{line} 已经用了；请用 --id 换一个编号",
        "no-model": "种类 {kind} 还没有可以照着写的规则；请看 docs/kinds.md，或换一个 --kind",
        "made": "已建立 {path}：规则 {id}，种类 {kind}",
        "copied": "（照着 {rule}，请改成自己的）",
        "next": "接着：\n  jslint rules test {path}\n  jslint check 决算公开.txt --pack {path}",
    },
    "en": {
        "suffix": "{path}: the name of a pack's file ends in .yaml, such as {like}.yaml",
        "exists": "{path} exists and was left as it is; write more rules after the ones in it, "
        "or name another file",
        "id": "{id} is no id: letters, digits and hyphens, beginning with a letter, such as MY101",
        "taken": "the id {id} is used at {path}:{line}; name another one with --id",
        "no-model": "no rule of the kind {kind} to begin with yet; see docs/kinds.md, or name "
        "another --kind",
        "made": "made {path}: rule {id} of the kind {kind}",
        "copied": " (after {rule}: make it your own)",
        "next": "next:\n  jslint rules test {path}\n  jslint check report.txt --pack {path}",
    },
}


def new(path: str, identity: str, kind: str, extends: tuple[str, ...], lang: str) -> int:
    """Write a pack with one working rule; raise ``UsageError`` rather than touch what exists."""
    words = WORDS[lang]
    name, suffix = os.path.splitext(os.path.basename(path))
    if suffix not in _SUFFIXES:
        raise UsageError(words["suffix"].format(path=path, like=path.rstrip("/") or "my"))
    if os.path.lexists(path):
        raise UsageError(words["exists"].format(path=path))
    require_kinds((kind,), lang)
    files.require_writable(path, (), lang)
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9-]*", identity):
        raise UsageError(words["id"].format(id=identity))
    base = pack.load(extends)
    for rule in base.rules:
        if rule.entry.id == identity:
            where = rule.entry
            raise UsageError(words["taken"].format(id=identity, path=where.path, line=where.line))
    template = books.opened((os.path.join(pack.folder(), *_TEMPLATE),))
    own = scaffold.models(kind, template)
    model = own[0] if own else _model(kind, base, lang)
    text = scaffold.source(
        name, identity, _beside(path, extends), model, _facts(model, base, template), lang
    )
    pack.parse(text, path)
    files.write(path, text, lang)
    copied = "" if own else words["copied"].format(rule=model.rule.entry.id)
    made = words["made"].format(path=path, id=identity, kind=kind)
    say_lines([made + copied, *(line.format(path=path) for line in words["next"].split("\n"))])
    return 0


def _model(kind: str, base: RuleSet, lang: str) -> Model:
    """A shipped rule to copy, if possible one whose quantities the packs below declare."""
    packs = tuple(info.name for info in pack.available() if _declares(info, kind))
    found = scaffold.models(kind, books.opened(packs)) if packs else []
    if not found:
        raise UsageError(WORDS[lang]["no-model"].format(kind=kind))
    return next((model for model in found if not _lacking(model, base)), found[0])


def _lacking(model: Model, base: RuleSet) -> frozenset[str]:
    """The quantities that a rule looks at and the packs below do not declare."""
    return model.rule.used_quantities() - {quantity.name for quantity in base.quantities}


def _facts(model: Model, base: RuleSet, template: tuple[Book, ...]) -> str:
    """What declares the quantities that a copied rule lacks."""
    lacking = _lacking(model, base)
    if not lacking:
        return ""
    return "".join(scaffold.quantities(lacking, (*template, *books.opened(()))))


def _declares(info: PackInfo, kind: str) -> bool:
    rules = (rule.entry for rule in pack.load([info.name]).rules)
    return any(entry.kind == kind and entry.path == info.path for entry in rules)


def _beside(path: str, extends: tuple[str, ...]) -> tuple[str, ...]:
    """The packs as a file names them: those that are files by their path from its folder."""
    folder = os.path.dirname(path) or "."
    return tuple(
        os.path.relpath(name, folder).replace(os.sep, "/") if name.endswith(_SUFFIXES) else name
        for name in extends
    )
