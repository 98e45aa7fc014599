"""jslint rules new: a pack to begin with."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from jslint import pack
from jslint.authoring import scaffold
from jslint.cli import books, files, paths
from jslint.cli.describe import require_kinds
from jslint.cli.streams import say_lines
from jslint.errors import UsageError
from jslint.phrases import Family

if TYPE_CHECKING:
    from jslint.authoring.book import Book
    from jslint.authoring.scaffold import Model
    from jslint.pack import PackInfo, RuleSet

tell = Family("rulebook")

_SUFFIXES = (".yaml", ".yml")
#: A pack in the folder of the shipped ones, whose rules are copied before those of any other.
_TEMPLATE = ("templates", "new.yaml")


def new(path: str, identity: str, kind: str, extends: tuple[str, ...], lang: str) -> int:
    """Write a pack with one working rule; raise ``UsageError`` rather than touch what exists."""
    name, suffix = os.path.splitext(os.path.basename(path))
    if suffix not in _SUFFIXES:
        raise UsageError(tell(lang, "new-suffix", path=path, like=path.rstrip("/") or "my"))
    if os.path.lexists(path):
        raise UsageError(tell(lang, "new-exists", path=path))
    require_kinds((kind,), lang)
    files.require_writable(path, (), lang)
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9-]*", identity):
        raise UsageError(tell(lang, "new-id", id=identity))
    base = pack.load(extends)
    for rule in base.rules:
        if rule.entry.id == identity:
            where = rule.entry
            raise UsageError(tell(lang, "new-taken", id=identity, path=where.path, line=where.line))
    template = books.opened((os.path.join(pack.folder(), *_TEMPLATE),))
    own = scaffold.models(kind, template)
    model = own[0] if own else _model(kind, base, lang)
    text = scaffold.source(
        name, identity, _beside(path, extends), model, _facts(model, base, template), lang
    )
    pack.parse(text, path)
    files.write(path, text, lang)
    copied = "" if own else tell(lang, "new-copied", rule=model.rule.entry.id)
    made = tell(lang, "new-made", path=path, id=identity, kind=kind)
    say_lines([made + copied, *tell(lang, "new-next", path=path).split("\n")])
    return 0


def _model(kind: str, base: RuleSet, lang: str) -> Model:
    """A shipped rule to copy, if possible one whose quantities the packs below declare."""
    packs = tuple(info.name for info in pack.available() if _declares(info, kind))
    found = scaffold.models(kind, books.opened(packs)) if packs else []
    if not found:
        raise UsageError(tell(lang, "new-no-model", kind=kind))
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
    folder = os.path.dirname(path)
    return tuple(paths.seen(name, folder) if name.endswith(_SUFFIXES) else name for name in extends)
