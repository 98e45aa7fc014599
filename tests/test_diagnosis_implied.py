"""Implied intervals against brute force: a value is inside just when the relation can hold with it."""

from fractions import Fraction

import pytest
from consistent import SCALE, STEP, Draft, judged, misprint, rounded, standing
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from jslint.diagnosis import graph, ratio, state
from jslint.diagnosis.implied import ANY, NONE, implied, trimmed
from jslint.diagnosis.model import Standing
from jslint.relation import Kind, Role

AMOUNTS = st.integers(1, 3000)
RATES = SCALE // 10


def tried(draft: Draft, key, steps):
    """Whether each of some new values lies in the interval, and whether the relation then holds."""
    relations, places = judged(draft)
    now = state.start(graph.build(relations, places))
    place = next(at for at, one in enumerate(now.graph.places) if one.key == key)
    low, high = implied(now, 0, [place])
    step = now.graph.places[place].step
    for number in steps:
        value = number * step
        how = standing(draft.relations[0], {key: misprint(draft.seen[key], value)})
        if how is not None and (low, high) != ANY:
            yield value, low <= value <= high, how is Standing.HOLDS


def shares(part: int, whole: int) -> Draft:
    draft = Draft()
    draft.put("part", part * STEP)
    draft.put("whole", whole * STEP)
    draft.put("rate", Fraction(100 * SCALE * part, whole), step=RATES, scale=SCALE)
    terms = [("rate", 1, Role.RATE), ("part", 1), ("whole", 1, Role.TOTAL)]
    draft.relate("SHARE", Kind.RATIO, terms)
    return draft


def growths(now: int, before: int, *, based: bool) -> Draft:
    draft = Draft()
    sign = 1 if now >= before else -1
    exact = Fraction(100 * SCALE * abs(now - before), before)
    draft.put("now", now * STEP)
    draft.put("before" if based else "change", (before if based else abs(now - before)) * STEP)
    draft.put("rate", exact, step=RATES, scale=SCALE)
    other = ("before", 1, Role.TOTAL) if based else ("change", sign, Role.DERIVED)
    draft.relate("GROWTH", Kind.GROWTH, [("rate", sign, Role.RATE), ("now", 1), other])
    return draft


@settings(max_examples=150, deadline=None)
@given(AMOUNTS, AMOUNTS, st.sampled_from(["part", "whole", "rate"]))
def test_a_share_holds_just_inside_its_interval(part, whole, key):
    draft = shares(part, whole)
    near = draft.seen[key].value // draft.seen[key].step
    steps = [near + off for off in range(-8, 9)] + [near // 2, near * 2, near * 10]

    for value, inside, holds in tried(draft, key, [one for one in steps if one > 0]):
        assert inside == holds, value


@settings(max_examples=150, deadline=None)
@given(AMOUNTS, AMOUNTS, st.booleans(), st.sampled_from(["now", "before", "change", "rate"]))
def test_a_growth_holds_just_inside_its_interval(now, before, based, key):
    if now == before or key == ("change" if based else "before"):
        return
    draft = growths(now, before, based=based)
    near = draft.seen[key].value // draft.seen[key].step
    steps = [near + off for off in range(-8, 9)] + [near // 2, near * 2]

    for value, inside, holds in tried(draft, key, [one for one in steps if one > 0]):
        assert inside == holds, value


@settings(max_examples=150, deadline=None)
@given(st.lists(AMOUNTS, min_size=2, max_size=5), st.integers(-6, 6), st.integers(0, 4))
def test_a_sum_holds_just_inside_its_interval(parts, off, at):
    draft = Draft()
    for number, part in enumerate(parts):
        draft.put(number, part * STEP)
    draft.put("total", (sum(parts) + off) * STEP)
    terms = [("total", -1, Role.TOTAL), *((number, 1) for number in range(len(parts)))]
    draft.relate("SUM", Kind.LINEAR, terms)
    how = standing(draft.relations[0], {})
    draft.relations[0] = replace(draft.relations[0], standing=how)
    key = at if at < len(parts) else "total"
    near = draft.seen[key].value // STEP

    for value, inside, holds in tried(draft, key, [near + n for n in range(-12, 13)]):
        assert inside == holds, value


def test_nothing_is_said_where_the_base_can_be_0():
    draft = shares(5, 1)
    now = state.start(graph.build(*judged(draft)))
    halves = [0, 2 * STEP, 0]

    for place in (now.graph.ratios[0].rate, 2):
        assert ratio.implied(now.graph.ratios[0], place, now.values, halves, 7, 5) == ANY
    assert ratio.misfit(now.graph.ratios[0], now.values, halves) == 0


@pytest.mark.parametrize(
    ("span", "printed", "negative", "expected"),
    [
        pytest.param((5, 25), 100, False, (10, 20), id="multiples of the step"),
        pytest.param((-25, 25), 100, False, (0, 20), id="not below 0"),
        pytest.param((-25, 25), 100, True, (-20, 20), id="below 0 where that may be"),
        pytest.param((-25, 25), 0, False, (10, 20), id="nor where nothing is printed"),
        pytest.param((10, 20), 10, False, (20, 20), id="not the printed value"),
        pytest.param((8, 12), 10, False, NONE, id="nothing but the printed value"),
        pytest.param((11, 19), 100, False, NONE, id="nothing that can be printed"),
        pytest.param(NONE, 100, False, NONE, id="nothing at all"),
    ],
)
def test_printable_values(span, printed, negative, expected):
    draft = Draft()
    draft.put("x", printed, step=10, scale=10, negative=negative)
    draft.put("y", printed, step=10, scale=10)
    draft.relate("TIE", Kind.EQUALITY, [("x", 1), ("y", -1)])
    now = state.start(graph.build(*judged(draft)))

    assert trimmed(now, 0, span) == expected


def test_a_blank_gets_the_last_place_of_its_column():
    draft = Draft()
    draft.put("blank", 0, cell=("T", 0, 0))
    draft.put("total", 100 * STEP)
    draft.put("other", 40 * STEP)
    terms = [("total", -1, Role.TOTAL), ("blank", 1), ("other", 1)]
    draft.relate("SUM", Kind.LINEAR, terms, standing=Standing.BROKEN)
    now = state.start(graph.build(*judged(draft)))

    assert implied(now, 0, [0]) == (60 * STEP - 3 * STEP // 2, 60 * STEP + 3 * STEP // 2)
    after = state.changed(now, {0: 60 * STEP})
    assert after.halves[0] == STEP // 2
    assert (now.values[0], now.halves[0]) == (0, 0)


def test_half_away_from_zero():
    assert [rounded(one, 10) for one in (14, 15, -15, -14)] == [10, 20, -20, -10]


def test_a_base_that_may_be_just_0_says_nothing():
    """Its lowest value is 0 itself, by which nobody can divide."""
    draft = shares(5, 4)
    now = state.start(graph.build(*judged(draft)))
    one = now.graph.ratios[0]
    base = next(place for place, (_, below) in one.sides.items() if below)
    halves = list(now.halves)
    halves[base] = now.values[base]

    assert ratio.misfit(one, now.values, halves) == 0
    assert ratio.implied(one, one.rate, now.values, halves, 7, 5) == ANY

    halves[base] -= 1
    assert ratio.implied(one, one.rate, now.values, halves, 7, 5) != ANY
