"""jslint rules and jslint explain."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint import pack
from jslint.cli import rulebook
from jslint.cli.words import say
from jslint.errors import UsageError
from jslint.formatters.wording import WORDS
from jslint.rules import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jslint.pack import RuleSet
    from jslint.rules.base import Entry
    from jslint.rules.examples import Example

_HEADERS = {
    "zh": ("编号", "级别", "规则", "种类", "规则包"),
    "en": ("id", "severity", "rule", "kind", "pack"),
}
_COUNT = {"zh": "共 {count} 条规则", "en": "rules: {count}"}


class Filters(Struct, frozen=True):
    """Which rules to list; each filter that is given must be met, by one of its values.

    Of ``words`` each must occur, in whatever a pack says of a rule.
    """

    kinds: tuple[str, ...] = ()
    severities: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def admit(self, entry: Entry) -> bool:
        """Whether a rule is to be listed."""
        families = rulebook.prefixes(self.families)
        said = (entry.id, entry.name, entry.title, entry.reason, entry.basis)
        text = "\n".join((*said, *entry.messages.values())).casefold()
        return (
            (not self.kinds or entry.kind in self.kinds)
            and (not self.severities or entry.severity.value in self.severities)
            and (not families or entry.id.upper().startswith(families))
            and all(word.casefold() in text for word in self.words)
        )


def _ruleset(packs: tuple[str, ...]) -> RuleSet:
    """The rules of the named packs, or of all shipped ones."""
    return pack.load(packs or tuple(info.name for info in pack.available()))


def listing(packs: tuple[str, ...], output_format: str, filters: Filters, lang: str) -> str:
    """The rules that pass the filters, as a table or as JSON; raise ``UsageError``."""
    for kind in filters.kinds:
        if kind not in KINDS:
            near = _near(kind, KINDS, lang) or say(lang, "all-kinds")
            raise UsageError(say(lang, "no-kind", name=kind, near=near))
    loaded = (rule.entry for rule in _ruleset(packs).rules)
    entries = sorted(filter(filters.admit, loaded), key=lambda entry: entry.id)
    if output_format == "json":
        import json  # noqa: PLC0415 - only this format needs it

        return json.dumps([_facts(entry) for entry in entries], ensure_ascii=False, indent=2) + "\n"
    # tabulate takes 50 ms to load, which the other commands of this module need not pay.
    from jslint.cli.table import draw  # noqa: PLC0415

    rows = [
        (entry.id, entry.severity.value, entry.title, entry.kind, Path(entry.path).stem)
        for entry in entries
    ]
    return f"{draw(rows, _HEADERS[lang])}\n\n{_COUNT[lang].format(count=len(rows))}\n"


def _near(name: str, known: Iterable[str], lang: str) -> str:
    """The names that are like the one that does not exist; empty where none is."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for the error

    close = get_close_matches(name, tuple(known), n=3)
    return say(lang, "near-rules", names="、".join(close)) if close else ""


def _facts(entry: Entry) -> dict[str, str | int]:
    return {
        "rule": entry.id,
        "name": entry.name,
        "title": entry.title,
        "severity": entry.severity.value,
        "kind": entry.kind,
        "reason": entry.reason,
        "basis": entry.basis,
        "pack": Path(entry.path).stem,
        "path": entry.path,
        "line": entry.line,
    }


def explanation(rule: str, packs: tuple[str, ...], lang: str) -> str:
    """One rule in full; raise ``UsageError`` with the nearest ids where there is no such rule."""
    entries = {found.entry.id.upper(): found.entry for found in _ruleset(packs).rules}
    entry = entries.get(rule.upper())
    if entry is None:
        near = _near(rule.upper(), entries, lang) or say(lang, "all-rules")
        raise UsageError(say(lang, "no-rule", name=rule, near=near))
    return (
        "\n".join([*_about(entry), *(line for one in entry.examples for line in _example(one))])
        + "\n"
    )


def _about(entry: Entry) -> Iterator[str]:
    yield f"{entry.id} {entry.title}（{entry.name}）"
    yield ""
    yield f"级别：{WORDS['zh'][entry.severity.value]}（{entry.severity.value}）"
    yield f"为什么：{entry.reason}"
    yield f"依据：{entry.basis}"
    yield f"消息：{entry.messages['zh']}"
    yield f"种类：{entry.kind}"
    yield f"规则包：{entry.path}:{entry.line}"
    if Path(entry.path).parent == Path(pack.folder()).resolve():
        yield f"网页：docs/rules.md#{entry.id.lower()}"


def _example(example: Example) -> Iterator[str]:
    yield ""
    yield "反例：" if example.bad else "正例："
    yield from (f"    {line}" for line in example.text.splitlines())
    if example.previous:
        yield "上年报告："
        yield from (f"    {line}" for line in example.previous.splitlines())
    if example.finds:
        yield f"    → 应报告“{example.finds}”"
