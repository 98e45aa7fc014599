"""How far what a clause speaks of is beyond doubt, where it does not say so itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.claims import topics

if TYPE_CHECKING:
    from jslint.claims.state import Reader


def is_certain(reader: Reader, topic: int) -> bool:
    """Whether what a clause without a subject speaks of is beyond doubt.

    It is where its sentence has named it, where an item or heading is about it, and where the
    sentences before spoke of nothing else.
    """
    sentence, walk = reader.sentence, reader.walk
    if topic in sentence.topics:
        return True
    if walk.reasoned and not reader.tokens.number and not reader.tokens.account:
        return False  # what the reason named may be what is spoken of from here on
    if topic == reader.first:
        return True
    return not sentence.topics and set(walk.told) <= {topic}


def is_carried(reader: Reader, topic: int) -> bool:
    """Whether the claim right before is about a topic that was a guess."""
    before = reader.walk.claims[-1:]
    return bool(before) and before[0].topic == topic and before[0].carried


def is_passed_over(reader: Reader) -> bool:
    """Whether a sentence has named something of which it has stated nothing that can be read."""
    return not reader.sentence.topics and bool(topics.modifiers(reader))
