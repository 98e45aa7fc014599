"""Of what part of the year, or of which of several bodies, paragraphs speak: their scene.

Amounts of one name in two scenes are two amounts: 上半年收入 is not 全年收入, nor is that of 41个县.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.claims import cues

if TYPE_CHECKING:
    from jslint.claims.state import Reader, Walk


def begin(walk: Walk) -> None:
    """Begin to speak of topics of which nothing before was said."""
    walk.scope_start, walk.opening = len(walk.topics), len(walk.claims)
    walk.called, walk.endings = {}, []


def open_paragraph(reader: Reader) -> None:
    """Change the scene where the paragraph opens another."""
    scene = _opened(reader)
    if scene is None or scene == reader.walk.scene:
        return
    reader.walk.scene = scene
    if reader.walk.claims:
        begin(reader.walk)
        reader.walk.last = reader.walk.main = None


def _opened(reader: Reader) -> str | None:
    """The scene that a paragraph says it is of, empty for the whole year; None where it does not say."""
    masked, head = reader.tokens.masked, reader.tokens.head
    for cue in (cues.PART_OF_YEAR, cues.SOME_BODIES):
        if part := cue.match(masked, head):
            start, end = part.span("part")
            return "".join(reader.text.value[start:end].split())
    return "" if cues.WHOLE_YEAR.match(masked, head) else None
