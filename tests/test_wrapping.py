"""What is kept together at a line's end: by UAX #14, and by LibreOffice where that is stricter."""

from __future__ import annotations

import pytest

from jslint.readers.wrapping import unbreakable

PIECES = [
    pytest.param("（款）机关", "（款）", id="brackets hold what they hold"),
    pytest.param("元。其中", "元。", id="a stop may not begin a line"),
    pytest.param("费、水费", "费、", id="nor a comma of a list"),
    pytest.param("《办法》的", "《办", id="an opening bracket may not end one"),
    pytest.param("主要原因", "主", id="other characters may be parted"),
    pytest.param("1,840.00万元，主要", "1,840.00万元，", id="an amount with its unit"),
    pytest.param("12.5%。主要", "12.5%。", id="a rate"),
    pytest.param("-3.20万元", "-3.20万元", id="a negative amount"),
    pytest.param("COVID-19疫情", "COVID-19", id="a Latin word"),
    pytest.param("款“三公”经费", "款“三", id="a quotation mark and what stands before it"),
    pytest.param("公”经费", "公”经", id="and after it"),
    pytest.param("长）10.7%。", "长）10.7%。", id="a number after a bracket"),
    pytest.param("90（含）-100分", "90（含）-100", id="a number before a bracket"),
    pytest.param("少。2024年", "少。2024", id="a number after a stop"),
    pytest.param("……其他", "……", id="leaders"),
    pytest.param("元", "元", id="one character"),
    pytest.param("", "", id="nothing"),
]


@pytest.mark.parametrize(("line", "piece"), PIECES)
def test_what_a_line_begins_with_is_kept_together(line: str, piece: str) -> None:
    assert line[: unbreakable(line)] == piece


def test_a_long_row_of_brackets_is_measured_soon() -> None:
    assert unbreakable("“（" * 50_000) > 0
