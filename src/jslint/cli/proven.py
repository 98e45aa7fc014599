"""What a rule has shown, in words: its stability, and the evidence that this comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint import shipped
from jslint.authoring import evidence
from jslint.phrases import Family

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.phrases import Phrase
    from jslint.rules.ground.entry import Entry

tell = Family("proven")


def is_shipped(entry: Entry) -> bool:
    """Whether a rule is one of ours: others have no evidence here."""
    return shipped.is_shipped(entry.path)


def stability(entry: Entry) -> str:
    """Whether a rule is stable or in preview; empty for the user's own."""
    return evidence.of(entry.id).stability if is_shipped(entry) else ""


def standing(id_: str, lang: str) -> str:
    """A shipped rule's stability and why, in a line."""
    found = evidence.of(id_)
    total = found.total
    why = tell(lang, f"why-{found.why}", true=total.true, false=total.false)
    return tell(lang, "stability", stability=found.stability, why=why)


def shown(id_: str, lang: str) -> Iterator[str]:
    """What a shipped rule did in each source, and the classes of faults that it finds."""
    found = evidence.of(id_)
    if found.total.reached:
        yield tell(lang, "classes", classes=classes(found.total.reached))
    for name in evidence.SOURCES:
        if tally := found.sources.get(name):
            yield tell(
                lang,
                "source",
                source=source(name),
                date=evidence.sources()[name].date,
                applied=tally.applied,
                said=tally.said,
                true=tally.true,
                false=tally.false,
            )


def source(name: str) -> Phrase:
    """What a source is called."""
    return tell.phrase(f"source-{name}")


def classes(reached: tuple[str, ...]) -> tuple[Phrase, ...]:
    """What classes of faults are called."""
    return tuple(tell.phrase(f"class-{name}") for name in reached)


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
