"""The narrative's sentences as typed claims: a general grammar, no province's sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.claims import bodies, sentence
from jslint.claims.builder import walk_paragraphs
from jslint.claims.tallies import tallies
from jslint.document import Paragraph

if TYPE_CHECKING:
    from jslint.claims.model import Claims
    from jslint.document import Report


def extract(report: Report) -> Claims:
    """All that the report's body paragraphs claim."""
    paragraphs = [
        (path, sentence.closed(block.text))
        for path in report.walk()
        for block in path[-1].blocks
        if isinstance(block, Paragraph) and block.role == "body"
    ]
    unit = report.meta.unit.value or bodies.speaker(text.value for _, text in paragraphs)
    claims = walk_paragraphs(paragraphs, unit, report.meta.year)
    return replace(claims, tallies=tuple(tallies(claims)))
