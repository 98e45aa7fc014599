"""A pack that someone mistyped is refused at a place, or loads and runs; nothing else happens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jslint import pack
from jslint.engine import lint
from jslint.errors import PackError, UsageError
from jslint.pack import keywords
from jslint.readers import text

PAGE = Path(__file__).parents[1] / "docs" / "language.md"
BREAK = re.compile(r"\r\n?|\n")
#: What one types by mistake, or to do harm.
TYPED = [
    *("[]", "{}", "''", "~", "null", "-1", "1e9", "off", "$", "$草稿用语", "*a", "&a ", "| ", "> "),
    *("[[", "}", "(", "a{1000}", "(?i", "\\", "{excerpt}", "{x}", "{0}", "{a.b}", "#", "%", "@"),
    *(
        "甲 = 乙",
        "[类]",
        "+",
        "÷ 0",
        "≤",
        "1,000",
        "\r",
        "\t",
        "\ufeff",
        "\x85",
        "\x00",
        "- ",
        ": ",
    ),
    *keywords.KEYS,
    *keywords.KEYS.values(),
    *keywords.KINDS,
    *(word for words in keywords.VALUES.values() for word in words),
]
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["key", "value", "insert", "drop", "copy", "indent"]),
        st.integers(0, 10_000),
        st.integers(0, 10_000),
        st.sampled_from(TYPED),
    ),
    min_size=1,
    max_size=4,
)
REPORT = text.read("十、会议费情况说明\n2024年度会议费支出3.00万元。\n".encode(), "t.txt")


def example() -> str:
    """The pack of the language page."""
    found = re.search(r"```yaml\n(规则包.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


def edited(source: str, edits: list[tuple[str, int, int, str]]) -> str:
    """A source with some of its lines changed."""
    lines = source.split("\n")
    for how, number, other, typed in edits:
        at = number % len(lines)
        line = lines[at]
        inside = other % (len(line) + 1)
        if how == "key":
            line = re.sub(r"[^\s:{\[-]+(?=:)", lambda _: typed, line, count=1)
        elif how == "value":
            line = re.sub(r"(?<=: ).*", lambda _: typed, line, count=1)
        elif how == "insert":
            line = line[:inside] + typed + line[inside:]
        elif how == "drop":
            line = ""
        elif how == "copy":
            line = f"{line}\n{lines[other % len(lines)]}"
        else:
            line = " " * (other % 9) + line.lstrip()
        lines[at : at + 1] = line.split("\n")
    return "\n".join(lines)


@pytest.fixture(scope="module")
def path(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("packs") / "pack.yaml"


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(EDITS)
def test_an_edited_pack_is_refused_at_its_place_or_runs(
    path: Path, edits: list[tuple[str, int, int, str]]
) -> None:
    source = edited(example(), edits)
    path.write_text(source, encoding="utf-8", newline="")

    try:
        loaded = pack.load([str(path)])
    except UsageError:
        return
    except PackError as error:
        lines = BREAK.split(source.removeprefix("\ufeff"))
        assert error.path == str(path), error
        assert 1 <= error.line <= len(lines), error
        assert 1 <= error.column <= len(lines[error.line - 1]) + 1, error
        return
    lint(REPORT, loaded)
