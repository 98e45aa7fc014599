"""jslint rules and jslint explain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint import pack
from jslint.errors import UsageError

if TYPE_CHECKING:
    from jslint.rules.base import Rule


def _rules(packs: tuple[str, ...]) -> tuple[Rule, ...]:
    return pack.load(packs or tuple(info.name for info in pack.available())).rules


def listing(packs: tuple[str, ...], output_format: str) -> str:
    """All rules, as a table or as JSON."""
    rules = sorted(_rules(packs), key=lambda rule: rule.entry.id)
    if output_format == "json":
        import json  # noqa: PLC0415 - only this format needs it

        rows = [
            {"id": r.entry.id, "name": r.entry.name, "kind": r.entry.kind,
             "severity": r.entry.severity.value, "title": r.entry.title, "pack": r.entry.path}
            for r in rules
        ]
        return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
    from tabulate import tabulate  # noqa: PLC0415 - 50 ms

    table = [(r.entry.id, r.entry.severity.value, r.entry.kind, r.entry.title) for r in rules]
    headers = ("编号", "级别", "种类", "规则")
    return tabulate(table, headers=headers, disable_numparse=True) + f"\n共 {len(rules)} 条规则\n"


def explanation(rule_id: str, packs: tuple[str, ...]) -> str:
    """One rule in full; ``UsageError`` names the nearest ids where there is no such rule."""
    rules = {rule.entry.id: rule for rule in _rules(packs)}
    if rule_id.upper() not in rules:
        from difflib import get_close_matches  # noqa: PLC0415 - only for the error

        close = "、".join(get_close_matches(rule_id.upper(), rules, n=3)) or "用 jslint rules 查看全部"
        raise UsageError(f"没有规则 {rule_id!r}；相近的：{close}")
    entry = rules[rule_id.upper()].entry
    lines = [
        f"{entry.id} {entry.title}（{entry.name}，{entry.severity.value}）",
        "",
        f"为什么：{entry.reason}",
        f"依据：{entry.basis}",
        f"种类：{entry.kind}",
        f"声明：{entry.path}:{entry.line}",
    ]
    for example in entry.examples:
        lines += ["", "反例：" if example.bad else "正例："]
        lines += [f"    {line}" for line in example.text.splitlines()]
        if example.finds:
            lines.append(f"    → 报告“{example.finds}”")
    return "\n".join(lines) + "\n"
