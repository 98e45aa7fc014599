"""Writes docs/rules.md: a page of all shipped rules, from the packs themselves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jslint import pack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.rules.base import Entry

PAGE = Path(__file__).parents[1] / "docs" / "rules.md"
_FAMILIES = {
    "SUM": "合计",
    "PCT": "占比与比率",
    "TRD": "增减与比较",
    "TIE": "同一数据各处一致",
    "CNT": "数量",
    "SEC": "章节与目录",
    "TAB": "表格",
    "NAM": "名称",
    "TXT": "文字",
}


def page() -> str:
    """The whole page."""
    rules = pack.load([info.name for info in pack.available()]).rules
    entries = sorted((rule.entry for rule in rules), key=lambda entry: entry.id)
    lines = ["# 规则", "", "本页由 `python3 dev.py docs` 从规则包生成，请勿手改。", ""]
    for family, title in _FAMILIES.items():
        chosen = [entry for entry in entries if entry.id.startswith(family)]
        lines += [f"## {family} {title}", ""]
        for entry in chosen:
            lines += _entry(entry)
    return "\n".join(lines).rstrip() + "\n"


def _entry(entry: Entry) -> Iterator[str]:
    yield f"### {entry.id}"
    yield ""
    yield f"**{entry.title}**（`{entry.name}`，{entry.severity.value}，种类 `{entry.kind}`，"
    yield f"规则包 `{Path(entry.path).stem}`）"
    yield ""
    yield entry.reason
    yield ""
    yield f"依据：{entry.basis}"
    yield ""
    for example in entry.examples:
        yield "反例：" if example.bad else "正例："
        yield ""
        yield "```text"
        yield example.text.rstrip()
        yield "```"
        if example.finds:
            yield ""
            yield f"报告“{example.finds}”。"
        yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
