"""What is read off expressions, and their code from earlier runs: the same matches as without."""

from __future__ import annotations

import marshal
import re
from pathlib import Path

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

from jslint import codes, keeping, literals, pack
from jslint.authoring.patterns import patterns
from jslint.cli import recalled
from jslint.rules.ground import options
from jslint.tree import Scalar

LETTERS = "甲乙丙0，a"


def _atoms() -> st.SearchStrategy[str]:
    return st.sampled_from([*LETTERS, ".", r"\d", r"\s", "[甲乙]", "[^丙]", "^", "$", r"\b"])


def _repeated(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        "(?:{}){}".format, inner, st.sampled_from(["?", "*", "+", "{0,3}", "{2}", "{1,30}"])
    )


EXPRESSIONS = st.recursive(
    _atoms(),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda each: f"(?:{'|'.join(each)})"),
        inner.map("(?P<at>{})".format).filter(lambda text: text.count("<at>") == 1),
        _repeated(inner),
    ),
    max_leaves=8,
)
TEXTS = st.text(alphabet=LETTERS + " \n\v", max_size=24)


def _compiled(text: str) -> re2._Regexp | None:
    try:
        return options.quick(text)
    except re2.error:
        return None


@given(EXPRESSIONS, st.lists(TEXTS, min_size=1, max_size=8), st.booleans())
def test_an_expression_finds_what_re2_finds(expression: str, texts: list[str], lines: bool) -> None:
    plain = _compiled(f"(?m:{expression})" if lines else expression)
    if plain is None:
        return
    ours = options.made(expression, Scalar(1, 1, expression), lines=lines)

    for text in texts:
        for way in ("search", "fullmatch"):
            expected, found = getattr(plain, way)(text), getattr(ours, way)(text)
            assert (found and found.span()) == (expected and expected.span())
        assert _words(ours, text) == _words(plain, text)


def _words(expression: re2._Regexp, text: str) -> list[tuple[int, int]]:
    """Where an expression finds words: of empty matches no rule makes anything."""
    return [one.span() for one in expression.finditer(text) if one.group()]


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("收入总计", ("收入总计",)),
        ("(?:收入|支出)总计", ("收入总计", "支出总计")),
        ("(本年)?收入(合计)?", ("收入",)),
        (r"\d+万[，,]", ("0万，", "0万,")),  # and so on for each digit
        ("，(?:\\s?，){1,9}", ("，，",)),
        (".*三公.*经费", ("三公", "经费")),
        ("[一-鿿]+", None),
        ("(?i)abc", None),
        ("甲*", None),
        (r"[[:alpha:]]甲", None),
        ("甲(", None),
        ("^(?:甲|)$", None),
    ],
)
def test_words_that_an_expression_needs(expression: str, words: tuple[str, ...] | None) -> None:
    found, _ = literals.read(expression)

    if words is None:
        assert found is None
    else:
        assert found is not None
        assert set(words) & set(found)


@pytest.mark.parametrize(
    ("expression", "least", "most"),
    [
        ("(收入|支出)总计", 1000, 5000),
        ("(?:甲乙){2,9}丙", 1000, 5000),
        (".*公务用车.*", 64, 200),
        (".*甲.*乙.*丙", 20, 64),
        (".{0,60}甲.{0,60}乙.*丙", 1, 20),
        ("(?:甲+)+", 0, 0),
        ("(?:甲乙|丙)*丁", 100, 1000),
        ("(?:甲|乙|甲乙)*丙", 0, 0),
        ("(?:甲|.)*丙", 0, 0),
        ("(?:甲?乙?){1,30}丙", 0, 0),
        ("(?i)甲", 0, 0),
        ("(?=甲)", 0, 0),
        ("甲*", 0, 0),
    ],
)
def test_how_tame_expressions_are(expression: str, least: int, most: int) -> None:
    assert least <= literals.read(expression)[1] <= most


def test_shipped_expressions_are_read() -> None:
    rules = pack.load([info.name for info in pack.available()]).rules
    found = [str(one.pattern) for one in patterns(rules)]

    told = [one for one in found if literals.read(one)[0]]

    assert len(found) > 500
    assert len(told) > len(found) * 0.8


@pytest.fixture
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A cache of the test's own, and nothing known."""
    monkeypatch.setattr(keeping, "_cache", lambda: str(tmp_path))
    monkeypatch.delenv("JSLINT_NO_CACHE", raising=False)
    for name in ("_known", "_read"):
        monkeypatch.setattr(codes, name, {})
    monkeypatch.setattr(codes, "_fresh", set())
    return tmp_path


def test_code_is_taken_over(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = codes.compiled(r"(?P<年>\d{4})年", re.ASCII)
    recalled.remember()
    monkeypatch.setattr(codes, "_known", {})
    monkeypatch.setattr(codes, "_code", lambda *_: pytest.fail("compiled again"))

    recalled.recall()
    after = codes.compiled(r"(?P<年>\d{4})年", re.ASCII)

    assert before == after
    match = after.search("于2024年")
    assert match is not None
    assert match["年"] == "2024"


@pytest.mark.parametrize(
    "code",
    [(0, [], 0, {}, ()), (0, [1, 2, 3], 0, {}, (None,)), (0, ["甲"], 0, {}, (None,)), None, (1,)],
)
def test_damaged_code_is_not_used(cache: Path, code: object) -> None:
    codes.learn(({("甲+", 0): code}, {}))  # type: ignore[dict-item]

    found = codes.compiled("甲+", 0)

    assert found.fullmatch("甲甲")
    assert not found.fullmatch("乙")


@pytest.mark.parametrize("body", [b"", b"\x00", marshal.dumps("甲"), marshal.dumps((1, 2))])
def test_a_damaged_file_is_not_used(cache: Path, body: bytes) -> None:
    keeping.save(recalled._place(), recalled._made(), body)

    recalled.recall()

    assert codes.learned() is None
    assert codes.compiled("甲+", 0).fullmatch("甲")


def test_private_ways_that_are_gone_cost_only_time(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(codes, "_sre", None)
    monkeypatch.setattr(codes, "_parser", None)

    assert codes.compiled("甲+", 0).fullmatch("甲甲")
