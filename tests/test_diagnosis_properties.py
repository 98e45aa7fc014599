"""The diagnosis on random consistent reports: what must be so whatever was misprinted."""

import random
import time

import pytest
from consistent import Draft, judged, misprint, report, rounded, standing
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jslint.diagnosis import graph, state
from jslint.diagnosis.cause import CauseKind
from jslint.diagnosis.diagnose import diagnose
from jslint.diagnosis.implied import joint, touching
from jslint.diagnosis.model import Standing

DRAFTS = [report(random.Random(seed), items) for seed, items in ((1, 6), (2, 12), (3, 25))]
SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def slipped(draft: Draft, rng: random.Random, number: int) -> dict:
    """Some figures with other values: a digit changed, a factor of ten, the sign, a neighbour's."""
    new: dict = {}
    while len(new) < number:
        place = rng.choice([one for one in draft.places if one.value and one.key not in new])
        steps = place.value // place.step
        digit = 10 ** rng.randrange(len(str(abs(steps))))
        values = (steps + rng.randrange(1, 9) * digit, steps * 10, -steps, steps // 10, 0)
        value = rng.choice(values) * place.step
        if value != place.value:
            new[place.key] = misprint(place, value)
    return new


@st.composite
def misprinted(draw, most: int = 6):
    draft = draw(st.sampled_from(DRAFTS))
    rng = random.Random(draw(st.integers(0, 10**6)))
    return draft, slipped(draft, rng, draw(st.integers(1, most)))


def keys(cause):
    """What identifies a cause, for comparing."""
    return (
        cause.kind,
        sorted(one.key for one in cause.relations),
        [(one.place.key, one.value, one.low, one.high) for one in cause.suspects],
        [[(one.place.key, one.value) for one in each] for each in cause.alternatives],
        cause.certainty,
        cause.mended,
    )


@pytest.mark.parametrize("draft", DRAFTS, ids=["6 items", "12 items", "25 items"])
def test_a_clean_report_has_no_cause(draft):
    relations, places = judged(draft)

    assert all(one.standing is Standing.HOLDS for one in relations)
    assert diagnose(relations, places) == ()


@SETTINGS
@given(misprinted(most=8))
def test_every_broken_relation_is_in_one_cause(case):
    draft, new = case
    relations, places = judged(draft, new)

    causes = diagnose(relations, places)

    explained = sorted(one.key for cause in causes for one in cause.relations)
    assert explained == [one.key for one in relations if one.standing is not Standing.HOLDS]


@SETTINGS
@given(misprinted(most=5), st.integers(0, 10**6))
def test_the_order_given_makes_no_difference(case, seed):
    draft, new = case
    relations, places = judged(draft, new)
    rng = random.Random(seed)
    shuffled = [rng.sample(relations, len(relations)), rng.sample(places, len(places))]

    found = [keys(one) for one in diagnose(*shuffled)]

    assert found == [keys(one) for one in diagnose(relations, places)]


@SETTINGS
@given(misprinted(most=1))
def test_the_right_value_is_among_those_implied(case):
    draft, new = case
    ((key, _),) = new.items()
    relations, places = judged(draft, new)
    now = state.start(graph.build(relations, places))
    place = next(at for at, one in enumerate(now.graph.places) if one.key == key)

    low, high = joint(now, [place], touching(now, [place]))

    assert low <= draft.seen[key].value <= high


@SETTINGS
@given(misprinted(most=6))
def test_what_is_said_to_be_mended_holds_and_nothing_else_breaks(case):
    draft, new = case
    relations, places = judged(draft, new)

    causes = diagnose(relations, places)

    mended = dict(new)
    printed = {one.key: one for one in places}
    for cause in causes:
        for one in [*cause.suspects, *(cause.alternatives[0] if cause.alternatives else ())]:
            mended[one.place.key] = misprint(printed[one.place.key], one.value)
    after = {one.key: standing(draft.relations[one.key], mended) for one in relations}
    for cause in causes:
        if cause.kind is not CauseKind.GROUP:
            assert not [r.rule for r in cause.relations if after[r.key] is Standing.BROKEN]
    broken = {one.key for one in relations if one.standing is not Standing.HOLDS}
    assert not {key for key, how in after.items() if how is Standing.BROKEN} - broken


@SETTINGS
@given(misprinted(most=1))
def test_one_slip_is_one_finding_that_names_its_place(case):
    draft, new = case
    ((key, _),) = new.items()
    relations, places = judged(draft, new)

    causes = diagnose(relations, places)

    assert len(causes) <= 1
    for cause in causes:
        assert any(one.place.key == key for each in cause.relations for one in each.operands)


def test_many_slips_in_a_large_report_take_bounded_time():
    draft = report(random.Random(5), 400)
    relations, places = judged(draft, slipped(draft, random.Random(6), 30))

    begin = time.perf_counter()
    causes = diagnose(relations, places)

    assert 20 <= len(causes) <= 40
    assert time.perf_counter() - begin < 15


def test_a_heap_of_contradictions_takes_bounded_time():
    draft = report(random.Random(5), 40)
    rng = random.Random(7)
    new = {
        one.key: misprint(one, rounded(one.value * rng.randrange(2, 9), one.step))
        for one in draft.places
        if one.value and rng.random() < 0.5
    }
    relations, places = judged(draft, new)

    begin = time.perf_counter()
    causes = diagnose(relations, places)

    explained = sorted(one.key for cause in causes for one in cause.relations)
    assert explained == [one.key for one in relations if one.standing is not Standing.HOLDS]
    assert time.perf_counter() - begin < 30
