"""Small reports for tests, built by hand so that they depend on no reader."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from jslint import pack, spoken
from jslint.claims import extract, model
from jslint.claims.names import plain
from jslint.diagnostic import Diagnostic
from jslint.document import EMPTY, Meta, Paragraph, Place, Report, Run, Section, Text
from jslint.headings import split_number
from jslint.rules.ground.context import Context

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jslint.claims.model import Claim, Claims
    from jslint.diagnostic import Holds, Unchecked
    from jslint.rules.ground.base import Rule

_SENTENCE = re.compile(r"[。；：，,:;]|\d\s*(?:万元|%|元)")


@dataclass
class _Draft:
    heading: Text
    level: int
    number: str
    blocks: list[Paragraph | _Draft] = field(default_factory=list)

    def section(self) -> Section:
        blocks = tuple(
            block.section() if isinstance(block, _Draft) else block for block in self.blocks
        )
        return Section(self.heading, self.level, self.number, blocks)


def line_of(number: int, value: str) -> Text:
    """A line of text that knows its line number."""
    return Text(value, (Run(0, Place(order=(number, 0), line=number, column=1)),))


def report(source: str, unit: str = "", year: int | None = 2024) -> Report:
    """A report from lines: numbered ones without a sentence are headings, others paragraphs.

    A ``|`` within a line is a soft break inside its paragraph.
    """
    root = _Draft(EMPTY, 0, "")
    open_sections = [root]
    for number, line in enumerate(source.strip("\n").split("\n"), start=1):
        value = line.strip().replace("|", "\n")
        heading, level = split_number(value)
        if level is not None and level <= 3 and not _SENTENCE.search(value):
            while open_sections[-1].level >= level:
                open_sections.pop()
            draft = _Draft(line_of(number, value), level, heading)
            open_sections[-1].blocks.append(draft)
            open_sections.append(draft)
        elif value:
            open_sections[-1].blocks.append(Paragraph(line_of(number, value)))
    meta = Meta(unit=Text(unit), year=year)
    return Report("report.txt", (root.section(),), meta, lines=tuple(source.split("\n")))


def context(source: str, unit: str = "") -> Context:
    """The context of such a report, without any pack's quantities."""
    return Context(report(source, unit))


@cache
def rules_of(name: str = "arithmetic") -> dict[str, Rule]:
    """The rules of a shipped pack by id."""
    return {rule.entry.id: rule for rule in pack.load([name]).rules}


def outcomes(
    source: str, ids: Iterable[str] = (), name: str = "arithmetic", lang: str = "zh"
) -> list[Diagnostic | Holds | Unchecked]:
    """What the rules of a pack (all of them, or those named) say of a report."""
    rules = rules_of(name)
    found = context(source)
    return [
        spoken.outcome(outcome, lang)
        for rule_id, rule in rules.items()
        if not ids or rule_id in ids
        for outcome in rule.check(found)
    ]


def diagnostics(source: str, ids: Iterable[str] = (), name: str = "arithmetic") -> list[Diagnostic]:
    """The diagnostics among them, in reading order."""
    found = [item for item in outcomes(source, ids, name) if isinstance(item, Diagnostic)]
    return sorted(found, key=lambda item: (item.place.order, item.rule))


def shown(found: Iterable[Diagnostic]) -> Iterator[tuple[str, str]]:
    """Rule and severity of each."""
    for item in found:
        yield item.rule, item.severity.value


_SIGNS = {1: " up", -1: " down", 0: " level", None: ""}


def said(source: str, unit: str = "", *, mentions: bool = False) -> list[str]:
    """What a report claims, a line each: kind, topic, figure or words, measure and direction.

    Shares end with the whole that they name or that was found for them.
    """
    found = extract(report(source, unit))
    return [
        _told(found, claim) for claim in found.claims if mentions or claim.kind != model.MENTION
    ]


def _told(found: Claims, claim: Claim) -> str:
    words = claim.figure.text if claim.figure else claim.text.value[claim.start : claim.end]
    topic = plain(found.topics[claim.topic].name)
    line = f"{claim.kind} {topic} {''.join(words.split())}"
    if claim.kind == model.SHARE:
        whole = plain(found.topics[claim.whole].name) if claim.whole is not None else ""
        return f"{line} of {whole or '?'}".removesuffix(" of ?")
    return f"{line} {claim.measure}{_SIGNS[claim.direction]}".rstrip()


def grouped(source: str) -> list[str]:
    """The wholes and parts of a report, a line each, with ``!`` for closed and ``~`` for hedged."""
    found = extract(report(source))
    return [
        f"{plain(found.topics[group.whole].name)} = "
        + " + ".join(plain(found.topics[part].name) for part in group.parts)
        + " !" * group.closed
        + " ~" * group.hedged
        for group in found.groups
    ]


def unsaid(source: str) -> list[str]:
    """The figures that no claim holds."""
    found = extract(report(source))
    return ["".join(text.value[start:end].split()) for text, start, end, _ in found.silent]
