"""Consistent reports of every form are silent; what is not yet is listed in ``truth.known``."""

from __future__ import annotations

import pytest
from truth import checking, known, report
from truth.forms import FORMS

SEEDS = range(12)


def _pieces(form):
    """Small texts of one form, each with its piece."""
    for seed in SEEDS:
        made = report.small(form, seed)
        if made:
            head, piece = made
            yield report.text_of(head, piece), piece


@pytest.mark.parametrize("form", FORMS)
def test_a_consistent_text_is_silent(form):
    texts = [text for text, piece in _pieces(form) if not known.reason(piece)]

    said = {text: checking.loud(text) for text in texts}

    assert [(text, [one.message for one in found]) for text, found in said.items() if found] == []


@pytest.mark.parametrize("form", FORMS)
def test_every_relation_that_is_noted_holds(form):
    broken = [
        (text, relation)
        for text, piece in _pieces(form)
        for relation in piece.book.relations
        if relation.gap(piece.book.figures)
    ]

    assert broken == []


def test_what_is_known_names_forms():
    assert {key.partition(":")[0] for key in known.KNOWN} <= set(FORMS)
