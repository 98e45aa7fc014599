"""The schema of .jslint-ignore.yaml and what reads the file: the same verdicts on whatever is written."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from jslint import schemas, tree
from jslint.limits import DEFAULT
from jslint.readers.violations import _instance
from jslint.suppress import ignorefile

VALIDATOR = Draft202012Validator(json.loads(schemas.text("ignore")))
NAMES = ("a.txt",)


def accepted(source: str) -> bool:
    """Whether what reads the file has nothing against it; the schema must say the same."""
    read = ignorefile.entries(source, "i.yaml", NAMES, "zh", DEFAULT, alone=True)
    taken = all(not one.fault and one.reason for one in read)
    assert VALIDATOR.is_valid(_instance(tree.parse_yaml(source))) is taken, source
    return taken


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("[]", True, id="nothing"),
        pytest.param("{}", False, id="a mapping"),
        pytest.param("rule", False, id="a text"),
        pytest.param("[rule]", False, id="a text in the list"),
        pytest.param("[{rule: A, quote: b, reason: c}]", True, id="by words"),
        pytest.param("[{规则: A, 位置: '4:7', 理由: c}]", True, id="by place, in Chinese"),
        pytest.param("[{rule: A, place: 4, reason: c}]", True, id="a line, not quoted"),
        pytest.param("[{rule: A, quote: 62, reason: 2024}]", True, id="numbers for texts"),
        pytest.param("[{rule: A, quote: b}]", False, id="no reason"),
        pytest.param("[{rule: A, quote: b, reason: }]", False, id="an empty reason"),
        pytest.param("[{rule: A, quote: b, reason: null}]", False, id="null for a reason"),
        pytest.param("[{rule: A, quote: b, reason: ' '}]", False, id="a blank reason"),
        pytest.param("[{rule: A, reason: c}]", False, id="neither words nor place"),
        pytest.param("[{rule: A, quote: , place: '1:1', reason: c}]", True, id="an empty quote"),
        pytest.param("[{rule: ',', quote: b, reason: c}]", False, id="only a comma"),
        pytest.param("[{rule: 'A，B', quote: b, reason: c}]", True, id="two rules"),
        pytest.param("[{rule: [A], quote: b, reason: c}]", False, id="a list of rules"),
        pytest.param("[{rule: A, 规则: B, quote: b, reason: c}]", False, id="a key twice"),
        pytest.param("[{rule: A, quote: b, reason: c, 至: 2026-1-1, 有效期至: 2026-1-1}]", False,
                     id="two last days"),
        pytest.param("[{rule: A, quote: b, reason: c, because: d}]", False, id="a strange key"),
        pytest.param("[{rule: A, quote: b, reason: c, file: '*.txt'}]", True, id="a file"),
        pytest.param("[{rule: A, quote: b, reason: c, file: }]", True, id="no file"),
        pytest.param("[{rule: A, quote: b, reason: c, until: }]", True, id="no last day"),
        pytest.param("[{rule: A, quote: b, reason: c, until: 2024-02-29}]", True, id="a leap day"),
        pytest.param("[{rule: A, quote: b, reason: c, until: 2023-02-29}]", False, id="none"),
        pytest.param("[{rule: A, quote: b, reason: c, until: 2100/2/29}]", False, id="nor this"),
        pytest.param("[{rule: A, quote: b, reason: c, until: 2400年2月29日}]", True, id="this is"),
        pytest.param("[{rule: A, quote: b, reason: c, until: ２０２６年１月１日}]", True, id="wide"),
        pytest.param("[{rule: A, quote: b, reason: c, until: 0000-01-01}]", False, id="no year"),
        pytest.param("[{rule: A, quote: b, reason: c, until: 2026}]", False, id="a year alone"),
    ],
)  # fmt: skip
def test_schema_and_reader_on_cases(source: str, expected: bool) -> None:
    assert accepted(source) is expected


_KEYS = st.sampled_from([*ignorefile._KNOWN, *ignorefile._KEYS, "bogus", "null"])
_VALUES = st.sampled_from([
    "PCT101", "'A,B'", "'4:7'", "7", "7.5", "true", "null", "~", "", "''", "' '", "'，'", "[a]", "{}",
    "2026-12-31", "2026-02-30", "2026年1月1日", "'2026.6.31'", "' 2026/1/2 '", "明年", "a.txt", "'*'",
])  # fmt: skip


_OURS = {"a.txt", "''", "'*'"}


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.dictionaries(_KEYS, _VALUES, max_size=6), min_size=1, max_size=2),
    st.booleans(),
)
def test_schema_and_reader_on_anything(items: list[dict[str, str]], whole: bool) -> None:
    told = {"rule": "A", "quote": "b", "reason": "c"} if whole else {}
    shown = ({**told, **one} for one in items)
    # An entry for another file is not looked at.
    kept = [one for one in shown if {one.get("file", "''"), one.get("文件", "''")} <= _OURS]
    rows = (f"{{{', '.join(f'{key}: {value}' for key, value in one.items())}}}" for one in kept)
    accepted(f"[{', '.join(rows)}]")


@given(st.integers(1, 9999), st.integers(0, 13), st.integers(0, 32), st.sampled_from("-/."))
def test_the_last_day_is_one_of_the_calendar(year: int, month: int, day: int, sign: str) -> None:
    try:
        date(year, month, day)
        there = True
    except ValueError:
        there = False
    until = f"{year:04}{sign}{month}{sign}{day:02}"

    assert accepted(f"[{{rule: A, quote: b, reason: c, until: '{until}'}}]") is there


def test_the_last_day_over_some_years() -> None:
    for days in range(0, 366 * 9, 7):
        one = date(2019, 12, 28) + timedelta(days)
        assert accepted(f"[{{rule: A, quote: b, reason: c, until: {one}}}]")


def test_the_schema_is_one_and_knows_every_key() -> None:
    Draft202012Validator.check_schema(VALIDATOR.schema)

    item = VALIDATOR.schema["$defs"]["item"]
    assert set(item["properties"]) == {*ignorefile._KNOWN, *ignorefile._KEYS}
