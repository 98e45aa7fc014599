"""Writes a page for each shipped rule, and the page that lists them, for the documentation site.

The pages stand in no repository: tools/build_site.py makes them at every build. The bad examples
are checked here, so that a page shows the diagnostic that the program gives today.
"""

from __future__ import annotations

import re
from functools import cache
from inspect import getdoc
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from docs_pages import FAMILIES, SEVERITIES, in_chinese, syntax
from msgspec.structs import replace

from jslint import formatters, pack
from jslint.authoring import evidence, trial
from jslint.cli import proven
from jslint.engine import lint
from jslint.pack import keywords
from jslint.readers import text
from jslint.rules import KINDS
from jslint.run import Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.rules.ground.base import Example, Rule
    from jslint.rules.ground.entry import Entry

#: A page shows so many lines of a rule's options; lists of names run to hundreds.
_MOST_LINES = 40


def pages() -> dict[str, str]:
    """Every page by its path below the site's docs: the list, and one for each rule."""
    rules = shipped()
    found = {"rules.md": _lines(_index([rule.entry for rule in rules]))}
    for rule in rules:
        found[f"rules/{rule.entry.id}.md"] = _lines(_page(rule))
    return found


@cache
def shipped() -> tuple[Rule, ...]:
    """The rules of all shipped packs by id."""
    rules = pack.load([info.name for info in pack.available()]).rules
    return tuple(sorted(rules, key=lambda rule: rule.entry.id))


def _lines(lines: Iterator[str]) -> str:
    return "\n".join(lines).rstrip() + "\n"


def _index(entries: list[Entry]) -> Iterator[str]:
    yield from ("# 规则 Rules", "")
    yield f"内置规则包共 {len(entries)} 条规则，每条一页：为什么、依据、怎样计算、反例和正例。"
    yield from (
        "",
        f"> The shipped packs hold {len(entries)} rules, each with a page of its own.",
        "",
    )
    for family, title in FAMILIES.items():
        yield from (f"## {family} {title}", "", "| 编号 | 级别 | 报告什么 | 规则包 |")
        yield "| --- | --- | --- | --- |"
        yield from (_row(entry) for entry in entries if entry.id.startswith(family))
        yield ""
    yield from syntax()


def _row(entry: Entry) -> str:
    # The anchor is what a diagnostic's `url` leads to, here as on docs/rules.md.
    link = f'<span id="{entry.id.lower()}"></span>[{entry.id}](rules/{entry.id}.md)'
    return f"| {link} | {SEVERITIES[entry.severity.value]} | {entry.title} | `{_pack(entry)}` |"


def _pack(entry: Entry) -> str:
    return Path(entry.path).stem


def _page(rule: Rule) -> Iterator[str]:
    entry = rule.entry
    yield from (f"# {entry.id} {entry.title}", "")
    yield f"级别 **{SEVERITIES[entry.severity.value]}** · 种类 [`{entry.kind}`](../kinds.md#{entry.kind})"
    yield f"· 规则包 `{_pack(entry)}` · 名称 `{entry.name}` · [全部规则](../rules.md#{entry.id.lower()})"
    yield from ("", "## 查什么，怎样计算", "", in_chinese(entry.kind), "")
    yield from ("两个印出的数能不能同时成立，见[数的模型](../numbers.md)。", "")
    yield from ("## 为什么", "", entry.reason, "", f"**依据**：{entry.basis}", "")
    yield from _options(rule)
    yield from _quantities(rule)
    yield from _examples(rule)
    yield from _evidence(entry)
    yield from _off(entry)
    yield from _english(rule)


def _options(rule: Rule) -> Iterator[str]:
    """What the pack writes for this rule's kind to read."""
    lines = _declared(rule)
    if not lines:
        return
    yield from ("## 选项", "", f"规则包 `{_pack(rule.entry)}` 里这条规则的选项：", "", "```yaml")
    yield from lines[:_MOST_LINES]
    if len(lines) > _MOST_LINES:
        yield f"# …… 共 {len(lines)} 行，全文见 rules/{_pack(rule.entry)}.yaml"
    yield from ("```", "")


def _quantities(rule: Rule) -> Iterator[str]:
    """The quantities that the rule looks at, by the names its options use and what they are."""
    used = rule.used_quantities()
    known = [one for one in pack.load([_pack(rule.entry)]).quantities if one.name in used]
    if known:
        yield from ("## 用到的量", "", "| 名字 | 含义 |", "| --- | --- |")
        yield from (f"| `{one.name}` | {one.label} |" for one in known)
        yield ""


def _declared(rule: Rule) -> list[str]:
    """The lines of the pack that give the rule's options, without the margin."""
    source = Path(rule.entry.path).read_text(encoding="utf-8").splitlines()[rule.entry.line - 1 :]
    margin = re.match(r" *- ", source[0])
    if margin is None:
        raise ValueError(f"{rule.entry.path}:{rule.entry.line}: not where a rule begins")
    indent = " " * margin.end()
    body = [
        line[margin.end() :] for line in takewhile(lambda one: one.startswith(indent), source[1:])
    ]
    kept, wanted = [], False
    for line in body:
        if key := re.match(r"([\w-]+):", line):
            wanted = keywords.KEYS.get(key[1], key[1]) in rule.OPTIONS
        if wanted:
            kept.append(line)
    return kept


def _examples(rule: Rule) -> Iterator[str]:
    for bad, title in ((True, "反例"), (False, "正例")):
        yield from (f"## {title}", "")
        for example in rule.entry.examples:
            if example.bad is bad:
                yield from _quoted(example.text.rstrip())
                if example.previous:
                    yield from ("上年报告：", "", *_quoted(example.previous.rstrip()))
                if example.against:
                    yield from ("另一份材料：", "", *_quoted(example.against.rstrip()))
                for number, unit in enumerate(example.units, 1):
                    yield from (f"单位{number}的报告：", "", *_quoted(unit.rstrip()))
                if bad:
                    yield from ("报告：", "", *_quoted(_found(rule, example, "zh")))


def _evidence(entry: Entry) -> Iterator[str]:
    """What the rule did in reports of which it is known what is wrong with them."""
    yield from (
        "## 证据",
        "",
        f"{proven.standing(entry.id, 'zh')}。见[稳定性](../stability.md)。",
        "",
    )
    found = evidence.of(entry.id)
    if found.total.reached:
        reached = proven.classes(found.total.reached)
        yield from (f"{proven.tell('zh', 'classes', classes=reached)}。", "")
    if found.sources:
        yield from ("| 来源 | 用上 | 报告 | 对 | 误报 |", "| --- | --: | --: | --: | --: |")
        for name, one in found.sources.items():
            source = proven.source(name).said("zh")
            yield f"| {source} | {one.applied} | {one.said} | {one.true} | {one.false} |"
        yield ""


def _quoted(block: str) -> Iterator[str]:
    # A report in Markdown may hold a fence of three.
    yield from ("````text", block, "````", "")


def _found(rule: Rule, example: Example, lang: str) -> str:
    """What the program says of an example, checked against this rule alone."""
    report = text.read(example.text.encode(), "反例.txt")
    past = text.read(example.previous.encode(), "上年.txt") if example.previous else None
    against = (text.read(example.against.encode(), "材料.txt"),) if example.against else ()
    ruleset = replace(pack.load([_pack(rule.entry)]), rules=(rule,))
    result = lint(report, ruleset, lang, past, beside=against)
    if rule.OF_SEVERAL:
        said = trial.found(rule, example, ruleset.quantities, lang)
        result = replace(result, diagnostics=said)
    run = Run((result,), lang=lang, quiet=True)
    return formatters.render("text", run).rstrip()


def _off(entry: Entry) -> Iterator[str]:
    yield from (
        "## 不用这条规则",
        "",
        "```sh",
        f"jslint check 报告.docx --ignore {entry.id}",
        "```",
        "",
    )
    yield from (
        "只用这条规则：",
        "",
        "```sh",
        f"jslint check 报告.docx --select {entry.id}",
        "```",
        "",
    )


def _english(rule: Rule) -> Iterator[str]:
    entry = rule.entry
    yield from ("## English", "")
    yield f"`{entry.name}`, {entry.severity.value}, of the kind [`{entry.kind}`](../kinds.md#{entry.kind})."
    title, reason, basis = (entry.told("en", what) for what in ("title", "reason", "basis"))
    yield from ("", f"**{title[:1].upper()}{title[1:]}.** {reason}", "", f"Basis: {basis}.")
    yield from ("", (getdoc(KINDS[entry.kind]) or "").replace("``", "`"), "")
    yield from (proven.standing(entry.id, "en").capitalize() + ".", "")
    yield from ("Of the bad example it says:", "")
    bad = [example for example in entry.examples if example.bad]
    yield from _quoted("\n".join(_found(rule, example, "en") for example in bad))
    yield f"Leave it out with `--ignore {entry.id}`."
