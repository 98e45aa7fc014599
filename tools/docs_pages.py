"""Writes what the docs say of the program from the program itself: ``python3 dev.py docs``.

docs/rules.md lists the shipped rules, docs/kinds.md the kinds that a pack can declare; the terminal
excerpts of README.md are run anew, and the schema of packs is made from the kinds. tests/test_packaging.py fails where a page is out of date.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from inspect import getdoc
from pathlib import Path
from typing import TYPE_CHECKING

from jslint import pack
from jslint.pack import reading
from jslint.pack.schema import schema
from jslint.rules import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.rules.base import Entry, Rule

ROOT = Path(__file__).parents[1]
#: The families of rule ids, in the order of the page.
FAMILIES = {
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
_SEVERITIES = {"error": "错误", "warning": "警告", "info": "提示"}
_EXCERPT = re.compile(
    r"(```text\n\$ jslint (?P<command>[^\n]+)\n)(?P<output>.*?)(?=```)", re.DOTALL
)


def pages() -> dict[Path, str]:
    """Every generated page with its whole text."""
    readme = ROOT / "README.md"
    packs = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    return {
        ROOT / "src" / "jslint" / "schemas" / "pack.schema.json": packs,
        ROOT / "docs" / "pack.schema.json": packs,
        ROOT / "docs" / "rules.md": rules(),
        ROOT / "docs" / "kinds.md": kinds(),
        readme: excerpts(readme.read_text(encoding="utf-8")),
    }


def rules() -> str:
    """All shipped rules by family, each with its reason, basis and examples."""
    loaded = pack.load([info.name for info in pack.available()]).rules
    entries = sorted((rule.entry for rule in loaded), key=lambda entry: entry.id)
    lines = [
        "# 规则",
        "",
        f"内置规则包共 {len(entries)} 条规则。本页由 `python3 dev.py docs` 从规则包生成，请勿手改。",
        "结构化报告本身的格式错误另有三个编号：`SYN001` 语法、`SYN002` 键重复、`SYN003` 不合 Schema。",
        "",
    ]
    for family, title in FAMILIES.items():
        lines += [f"## {family} {title}", ""]
        for entry in entries:
            if entry.id.startswith(family):
                lines += _rule(entry)
    return "\n".join(lines).rstrip() + "\n"


def _rule(entry: Entry) -> Iterator[str]:
    severity = _SEVERITIES[entry.severity.value]
    source = Path(entry.path).stem
    yield from (f"### {entry.id}", "")
    yield f"**{entry.title}**（`{entry.name}`，{severity}，种类 `{entry.kind}`，规则包 `{source}`）"
    yield from ("", entry.reason, "", f"依据：{entry.basis}", "")
    for example in entry.examples:
        yield from ("反例：" if example.bad else "正例：", "", "```text")
        yield from (example.text.rstrip(), "```", "")
        if example.previous:
            yield from ("上年报告：", "", "```text", example.previous.rstrip(), "```", "")
        if example.finds:
            yield from (f"报告“{example.finds}”。", "")


def kinds() -> str:
    """All kinds of rule: what each checks, the options it reads, what its messages may quote."""
    lines = [
        "# Kinds of rule",
        "",
        f"A pack declares rules of these {len(KINDS)} kinds. Written by `python3 dev.py docs` from",
        "`jslint.rules.KINDS`; do not edit.",
        "Every message may also quote `{excerpt}`, `{expected}` and `{actual}`.",
        "",
    ]
    for name, kind in sorted(KINDS.items()):
        lines += _kind(name, kind)
    return "\n".join(lines).rstrip() + "\n"


def _kind(name: str, kind: type[Rule]) -> Iterator[str]:
    yield from (f"## {name}", "", (getdoc(kind) or "").replace("``", "`"), "")
    for option in sorted(kind.OPTIONS):
        needed = "required" if option in reading.required(kind) else "optional"
        yield f"- option `{option}` ({needed})"
    quoted = "、".join(f"`{{{value}}}`" for value in sorted(kind.VALUES)).replace("、", ", ")
    yield from (f"- quotes {quoted}", "") if quoted else ("- quotes nothing more", "")


def excerpts(page: str) -> str:
    """A page with the output of every ``$ jslint ...`` in it as it is now."""
    return _EXCERPT.sub(lambda found: found[1] + _output(found["command"]), page)


def _output(command: str) -> str:
    """What a command line of jslint prints at the top of the checkout, 100 columns wide."""
    done = subprocess.run(
        [sys.executable, "-m", "jslint", *shlex.split(command)],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "LANG": "zh_CN.UTF-8", "LC_ALL": ""},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout + done.stderr


def main() -> None:
    """Write every page that is not up to date."""
    for path, text in pages().items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"写入 {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
