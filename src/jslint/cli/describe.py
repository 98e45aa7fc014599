"""jslint rules and jslint explain."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jslint import pack
from jslint.cli.words import say
from jslint.errors import UsageError
from jslint.formatters.wording import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.rules.base import Entry
    from jslint.rules.examples import Example

_HEADERS = ("编号", "级别", "规则", "种类", "规则包")


def _entries(packs: tuple[str, ...]) -> dict[str, Entry]:
    """The rules of the named packs, or of all shipped ones, by id."""
    rules = pack.load(packs or tuple(info.name for info in pack.available())).rules
    return {rule.entry.id: rule.entry for rule in sorted(rules, key=lambda rule: rule.entry.id)}


def listing(packs: tuple[str, ...], output_format: str) -> str:
    """All rules, as a table or as JSON."""
    entries = _entries(packs)
    if output_format == "json":
        import json  # noqa: PLC0415 - only this format needs it

        return (
            json.dumps([_facts(entry) for entry in entries.values()], ensure_ascii=False, indent=2)
            + "\n"
        )
    # tabulate takes 50 ms to load, which the other commands of this module need not pay.
    from jslint.cli.table import draw  # noqa: PLC0415

    rows = [
        (entry.id, entry.severity.value, entry.title, entry.kind, Path(entry.path).stem)
        for entry in entries.values()
    ]
    return f"{draw(rows, _HEADERS)}\n\n共 {len(rows)} 条规则\n"


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
    entries = _entries(packs)
    entry = entries.get(rule.upper())
    if entry is None:
        from difflib import get_close_matches  # noqa: PLC0415 - only for the error

        close = get_close_matches(rule.upper(), entries, n=3)
        near = say(lang, "near-rules", names="、".join(close)) if close else say(lang, "all-rules")
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


def _example(example: Example) -> Iterator[str]:
    yield ""
    yield "反例：" if example.bad else "正例："
    yield from (f"    {line}" for line in example.text.splitlines())
    if example.finds:
        yield f"    → 应报告“{example.finds}”"
