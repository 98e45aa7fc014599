"""Compound files: found streams, and damaged chains that end."""

from __future__ import annotations

import struct

import pytest

from jslint.readers import xlsx
from jslint.readers.xlsx.compound import stream
from packages import biff, compound


@pytest.mark.parametrize(
    ("size", "small"),
    [
        pytest.param(100, False, id="one sector"),
        pytest.param(70_000, False, id="two sectors of the table"),
        pytest.param(8_000_000, False, id="more sectors of the table than the header lists"),
        pytest.param(100, True, id="small"),
        pytest.param(3_000, True, id="small, of many sectors"),
    ],
)
def test_streams(size: int, small: bool) -> None:  # noqa: FBT001 - a case of the table
    content = bytes(range(256)) * (size // 256 + 1)

    found = stream(compound("Workbook", content[:size], small=small), ("Book", "Workbook"))

    assert found == content[:size]


def test_a_stream_that_is_not_there() -> None:
    assert stream(compound("WordDocument", b"x" * 600), ("Workbook",)) is None


@pytest.mark.parametrize(
    ("at", "value"),
    [
        pytest.param(0, 0, id="no signature"),
        pytest.param(30, 60, id="sectors of no size"),
        pytest.param(48, 900_000, id="directory beyond the file"),
        pytest.param(76, 900_000, id="table beyond the file"),
        pytest.param(512 + 4, 1, id="a chain that goes round"),
    ],
)
def test_damaged_files(at: int, value: int) -> None:
    data = bytearray(compound("Workbook", b"x" * 2_000))
    data[at : at + 4] = struct.pack("<I", value)

    with pytest.raises((ValueError, struct.error)):
        stream(bytes(data), ("Workbook",))


def test_a_workbook_in_its_container() -> None:
    pytest.importorskip("xlrd")
    data = compound("Workbook", biff({(0, 0): "项目", (0, 1): "金额", (1, 0): "合计", (1, 1): 7.2}))

    report = xlsx.read(data, "附表.xls")

    (table,) = report.sections[0].blocks
    assert [[cell.value for cell in row] for row in table.rows] == [
        ["项目", "金额"],
        ["合计", "7.20"],
    ]  # type: ignore[union-attr]
