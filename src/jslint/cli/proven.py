"""What a rule has shown, in words: its stability, and the evidence that this comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint import shipped
from jslint.authoring import evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jslint.rules.ground.entry import Entry

WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "stability": "稳定性：{stability}（{why}）",
        "reached": "查出植入和标注的错 {true} 处，误报 {false} 处",
        "unreached": "植入和标注的错没有一处由它查出",
        "unused": "造出的报告和例子里从来没有用上",
        "false": "查出 {true} 处，但有误报 {false} 处",
        "evidence": "证据（docs/stability.md）：",
        "classes": "查出的错：{classes}",
        "source": "{source}（{date}）：用上 {applied} 份，报告 {said} 处，其中对 {true} 处，误报 {false} 处",
        "comma": "、",
    },
    "en": {
        "stability": "stability: {stability} ({why})",
        "reached": "planted and labelled faults found: {true}, false reports: {false}",
        "unreached": "no planted or labelled fault was found by it",
        "unused": "never applied in the generated reports and examples",
        "false": "faults found: {true}, but false reports: {false}",
        "evidence": "evidence (docs/stability.md):",
        "classes": "faults found: {classes}",
        "source": "{source} ({date}): applied in {applied}, reports {said}, true {true}, false {false}",
        "comma": ", ",
    },
}


def is_shipped(entry: Entry) -> bool:
    """Whether a rule is one of ours: others have no evidence here."""
    return shipped.is_shipped(entry.path)


def stability(entry: Entry) -> str:
    """Whether a rule is stable or in preview; empty for the user's own."""
    return evidence.of(entry.id).stability if is_shipped(entry) else ""


def standing(id_: str, lang: str) -> str:
    """A shipped rule's stability and why, in a line."""
    shown, words = evidence.of(id_), WORDS[lang]
    total = shown.total
    why = words[shown.why].format(true=total.true, false=total.false)
    return words["stability"].format(stability=shown.stability, why=why)


def shown(id_: str, lang: str) -> Iterator[str]:
    """What a shipped rule did in each source, and the classes of faults that it finds."""
    words, found = WORDS[lang], evidence.of(id_)
    if found.total.reached:
        yield words["classes"].format(classes=classes(found.total.reached, lang))
    for name, source in evidence.SOURCES.items():
        if tally := found.sources.get(name):
            yield words["source"].format(
                source=source[lang],
                date=evidence.sources()[name].date,
                applied=tally.applied,
                said=tally.said,
                true=tally.true,
                false=tally.false,
            )


def classes(reached: tuple[str, ...], lang: str) -> str:
    """The names of classes of faults."""
    return WORDS[lang]["comma"].join(evidence.CLASSES[name][lang] for name in reached)


def data(id_: str) -> dict[str, object]:
    """The same for programs."""
    found = evidence.of(id_)
    total = found.total
    numbers = ("applied", "said", "true", "false")
    return {
        "stability": found.stability,
        "why": found.why,
        "evidence": {
            "reached": list(total.reached),
            **{name: getattr(total, name) for name in numbers},
            "sources": {
                name: {**{number: getattr(one, number) for number in numbers}, "reached": list(one.reached)}
                for name, one in found.sources.items()
            },
        },
    }  # fmt: skip
