"""Writes what the docs say of the program from the program itself: ``python3 dev.py docs``.

docs/rules.md lists the shipped rules, docs/kinds.md the kinds that a pack can declare, docs/pictures
holds the pictures of the number model; the schema of packs is made from the kinds, and the terminals
that README.md and the tutorials show are run anew. tests/test_packaging.py fails where one of them
is out of date.
"""

from __future__ import annotations

import json
from functools import cache, partial
from importlib.util import find_spec
from inspect import getdoc
from pathlib import Path
from typing import TYPE_CHECKING

import pictures
import transcripts
from ruamel.yaml import YAML

from jslint import pack
from jslint.authoring import evidence, review
from jslint.cli import proven
from jslint.cli.outside import MALFORMED
from jslint.pack import keywords, reading
from jslint.pack.schema import schema
from jslint.phrases import Family
from jslint.rules import KINDS
from jslint.suppress.wording import RULES as SUPPRESSIONS
from jslint.suppress.wording import title as titled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.rules.ground.base import Rule
    from jslint.rules.ground.entry import Entry

AUTHORING = Family("authoring")
RULEBOOK = Family("rulebook")
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
#: What a reader itself reports of a structured report.
SYNTAX = {rule: RULEBOOK("zh", f"title-{rule}") for rule in MALFORMED}
#: The severities in Chinese.
SEVERITIES = {"error": "错误", "warning": "警告", "info": "提示"}
#: The pages that show commands with what they print.
TRANSCRIPTS = (
    "README.md",
    "docs/accepting.md",
    "docs/adopting.md",
    "docs/against.md",
    "docs/checklist.md",
    "docs/annotate.md",
    "docs/configuration.md",
    "docs/files.md",
    "docs/first-report.md",
    "docs/fixing.md",
    "docs/gates.md",
    "docs/many.md",
    "docs/summary.md",
    "docs/output.md",
    "docs/shell.md",
    "docs/write-a-pack.md",
    # A cluster is an extra of its own, which not every environment has.
    *(("docs/archives.md",) if find_spec("distributed") else ()),
)


def rules() -> str:
    """All shipped rules by family, each with its reason, basis and examples."""
    loaded = pack.load([info.name for info in pack.available()]).rules
    entries = sorted((rule.entry for rule in loaded), key=lambda entry: entry.id)
    lines = [
        "# 规则",
        "",
        f"内置规则包共 {len(entries)} 条规则。本页由 `python3 dev.py docs` 从规则包生成，请勿手改。",
        "稳定性和证据见[稳定性](stability.md)。",
        "",
    ]
    for family, title in FAMILIES.items():
        lines += [f"## {family} {title}", ""]
        for entry in entries:
            if entry.id.startswith(family):
                lines += _rule(entry)
    lines += syntax()
    return "\n".join(lines).rstrip() + "\n"


def syntax() -> Iterator[str]:
    """What may be wrong with a structured report, suppressions, a pack; no pack declares these."""
    yield from ("## SYN 结构化报告的格式", "", "读取结构化报告时报告，不属于规则包。", "")
    for number, title in SYNTAX.items():
        yield from (f"### {number}", "", f"**{title}**（错误）", "")
    yield from ("## SUP 忽略", "", "关于忽略本身，不属于规则包，见[忽略与基线](accepting.md)。", "")
    for number, name in SUPPRESSIONS.items():
        title = titled("zh", number)
        yield from (f"### {number}", "", f"**{title}**（`{name}`，警告）", "")
    yield from ("## SYN 规则包的写法", "", "`jslint rules lint` 报告的，都是警告：", "")
    for check in review.CHECKS:
        title = AUTHORING("zh", f"title-{check.name}")
        yield from (f"### {check.code}", "", f"**{title}**（`{check.name}`）", "")


def _rule(entry: Entry) -> Iterator[str]:
    severity = SEVERITIES[entry.severity.value]
    source = Path(entry.path).stem
    yield from (f"### {entry.id}", "")
    yield f"**{entry.title}**（`{entry.name}`，{severity}，种类 `{entry.kind}`，规则包 `{source}`）"
    yield from ("", entry.reason, "", f"依据：{entry.basis}", "", "".join(shown(entry.id)), "")
    for example in entry.examples:
        yield from ("反例：" if example.bad else "正例：", "", "```text")
        yield from (example.text.rstrip(), "```", "")
        if example.previous:
            yield from ("上年报告：", "", "```text", example.previous.rstrip(), "```", "")
        if example.against:
            yield from ("另一份材料：", "", "```text", example.against.rstrip(), "```", "")
        for number, unit in enumerate(example.units, 1):
            yield from (f"单位{number}的报告：", "", "```text", unit.rstrip(), "```", "")
        if example.finds:
            yield from (f"报告“{'”“'.join(example.finds)}”。", "")


def shown(id_: str) -> Iterator[str]:
    """Whether a rule is stable, and what it has found."""
    yield proven.standing(id_, "zh")
    reached = evidence.of(id_).total.reached
    if reached:
        yield "；" + proven.tell("zh", "classes", classes=proven.classes(reached))
    yield "。"


def kinds() -> str:
    """All kinds of rule: what each checks, the options it reads, what its messages may quote."""
    lines = [
        "# 规则的种类 Kinds of rule",
        "",
        f"规则包可以声明这 {len(KINDS)} 种规则。本页由 `python3 dev.py docs` 生成，请勿手改；中文说明在",
        "`tools/kinds.yaml`。",
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
    yield from (f"## {name}", "", f"{_written(keywords.KINDS, name)}：{in_chinese(name)}", "")
    yield from ((getdoc(kind) or "").replace("``", "`"), "")
    for option in sorted(kind.OPTIONS):
        needed = "required" if option in reading.required(kind) else "optional"
        yield f"- option {_written(keywords.KEYS, option)} ({needed})"
    quoted = "、".join(f"`{{{value}}}`" for value in sorted(kind.VALUES)).replace("、", ", ")
    yield from (f"- quotes {quoted}", "") if quoted else ("- quotes nothing more", "")


def _written(words: Mapping[str, str], english: str) -> str:
    """A word of the rule language as packs may write it: in English, or in Chinese."""
    names = [english, *(chinese for chinese, its in words.items() if its == english)]
    return " / ".join(f"`{name}`" for name in names)


@cache
def chinese() -> dict[str, str]:
    """What every kind checks, in Chinese."""
    source = (ROOT / "tools" / "kinds.yaml").read_text(encoding="utf-8")
    return dict(YAML(typ="safe").load(source))


def in_chinese(kind: str) -> str:
    """What a kind checks, in Chinese; empty where nobody has written it yet."""
    return chinese().get(kind, "")


def pack_schema() -> str:
    """The JSON Schema of packs, made from the kinds."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def transcript(page: str) -> str:
    """A page of the checkout with its terminals run anew."""
    return transcripts.rerun((ROOT / page).read_text(encoding="utf-8"))


#: Every generated file, by its path from the top of the checkout, and what writes its whole text.
WRITERS: dict[str, Callable[[], str]] = {
    "docs/rules.md": rules,
    "docs/kinds.md": kinds,
    "docs/pack.schema.json": pack_schema,
    "src/jslint/schemas/pack.schema.json": pack_schema,
    **{f"docs/pictures/{name}.svg": partial(pictures.svg, name) for name in pictures.SCALES},
    **{page: partial(transcript, page) for page in TRANSCRIPTS},
}


def main() -> None:
    """Write every page that is not up to date."""
    for name, write in WRITERS.items():
        path, text = ROOT / name, write()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"写入 {name}")


if __name__ == "__main__":
    main()
