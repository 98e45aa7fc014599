"""The PDF reader against published reports; files that cannot be read, or not in whole."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_pages import Page
from pdf_pages import pdf as make
from pdf_reports import (
    BODY,
    HEAD,
    PROSE,
    WIDTHS,
    body,
    everything,
    heads,
    made,
    merged,
    tables,
    uncovered,
)

from jslint.document import Paragraph, Report, Section, Text
from jslint.errors import UnreadableError
from jslint.limits import LimitError, Limits, Meter
from jslint.readers import pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
REPORTS = ("shanghai-czj-2024", "shanghai-ghj-2024")


def published(name: str) -> bytes:
    path = CORPUS / f"{name}.pdf"
    if not path.exists():
        pytest.skip(f"{path} is not there")
    return path.read_bytes()


@pytest.fixture(scope="module", params=REPORTS)
def report(request: pytest.FixtureRequest) -> tuple[str, Report]:
    return request.param, pdf.read(published(request.param), f"{request.param}.pdf")


def transcription(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((CORPUS / f"{name}.tables.json").read_text("utf-8"))[
        "tables"
    ]
    return found


def test_every_table_equals_its_transcription(report: tuple[str, Report]) -> None:
    name, read = report
    for (section, table), wanted in zip(tables(read), transcription(name), strict=True):
        rows = uncovered(table)
        header, body = rows[: table.header_rows], rows[table.header_rows :]

        assert header == wanted["header_rows"], wanted["title"]
        assert [[cell or "" for cell in row] for row in body] == [
            row["cells"] for row in wanted["rows"]
        ]
        assert (table.title.value or section.heading.value.partition("、")[2]) == wanted["title"]
        assert table.unit == (wanted["unit"] or "")
        assert [note.text.value for note in table.notes] == wanted["notes"]


def test_every_row_is_on_its_page(report: tuple[str, Report]) -> None:
    name, read = report
    for (_, table), wanted in zip(tables(read), transcription(name), strict=True):
        pages = [cell.at().page for row in table.rows for cell in row]

        assert sorted(set(pages)) == wanted["pages"], wanted["title"]
        assert [row[0].at().page for row in table.rows[table.header_rows :]] == [
            row["page"] for row in wanted["rows"]
        ]


def test_no_character_is_lost_or_invented(report: tuple[str, Report]) -> None:
    pdfplumber = pytest.importorskip("pdfplumber")
    name, read = report
    with pdfplumber.open(CORPUS / f"{name}.pdf") as document:
        printed = {
            number: Counter("".join(char["text"] for char in page.chars).replace(" ", ""))
            for number, page in enumerate(document.pages, 1)
        }

    found: dict[int | None, Counter[str]] = {number: Counter() for number in printed}
    for page, piece in (run for text in everything(read) if text for run in pieces(text)):
        found[page].update(piece.replace(" ", ""))

    assert not any(found[number] - printed[number] for number in printed)
    lost = [printed[n] - found[n] for n in printed if printed[n] != found[n]]
    assert lost == [Counter("目录")]


def pieces(text: Text) -> Iterator[tuple[int | None, str]]:
    """What stands on which page."""
    ends = (*(run.offset for run in text.runs[1:]), len(text.value))
    for run, end in zip(text.runs, ends, strict=True):
        yield run.place.page, text.value[run.offset : end]


def test_every_figure_of_the_narrative_has_a_place_of_its_own(report: tuple[str, Report]) -> None:
    _, read = report
    paragraphs = [block.text for path in read.walk() for block in path[-1].blocks
                  if isinstance(block, Paragraph)]  # fmt: skip
    places = [
        text.at(match.start(), match.end())
        for text in paragraphs
        for match in re.finditer(r"\d[\d,.]*", text.value)
    ]

    assert len({(place.page, place.box) for place in places}) == len(places) > 100
    assert [place.order for place in places] == sorted(place.order for place in places)


def test_the_blank_form_is_read() -> None:
    read = pdf.read(published("shanghai-template-2024"), "shanghai-template-2024.pdf")
    rows = [len(table.rows) - table.header_rows for _, table in tables(read)]
    sections = [path[-1] for path in read.walk() if path[-1].level == 1]

    assert len(read.contents) == 26
    assert rows == [8, 28, 8, 8, 30, 8, 39, 1, 4, 4]
    assert [section.number for section in sections] == ["第一部分", "", "第三部分", "第四部分"]
    assert [len([b for b in s.blocks if isinstance(b, Section)]) for s in sections] == [2, 0, 11, 0]


def test_a_scanned_page_is_said_to_be_unread() -> None:
    report = made(PROSE, Page(picture=True))

    assert [(place.page, reason.said("zh")) for place, reason in report.unread] == [
        (2, "第 2 页是图像，没有文字，没有读取")
    ]
    assert body(report) == ["经费由区财政保障。"]


def test_a_font_without_an_encoding_is_said_to_be_unreliable() -> None:
    report = made(Page().write(96, 100, "\ue001\ue002\ue003万元。"), PROSE)

    assert [(place.page, reason.said("zh")) for place, reason in report.unread] == [
        (1, "第 1 页的字体没有嵌入或没有文字编码，读出的文字不可靠")
    ]


@pytest.mark.parametrize("limit", ["pages", "objects"])
def test_a_file_beyond_a_limit_is_not_read(limit: str) -> None:
    meter = Meter("a.pdf", Limits(**{limit: 2}))

    with pytest.raises(LimitError) as caught:
        pdf.read(make(PROSE, PROSE, PROSE, PROSE), "a.pdf", meter)

    assert caught.value.name == limit


def test_a_page_of_countless_lines_is_read_soon_and_said_to_be_unread() -> None:
    page = Page().write(96, 40, "经费由区财政保障。")
    page.drawn.append(
        "\n".join(f"{x % 500} {x / 20} m {x % 500} {x / 20 + 9} l S" for x in range(12_000))
    )

    report = made(page, PROSE)

    assert body(report)[-1] == "经费由区财政保障。"
    assert [reason.said("zh") for _, reason in report.unread] == ["第 1 页内容过多，没有全部读取"]


ENCRYPTED = make(PROSE).replace(
    b"/Root 1 0 R", b"/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4"
    b" /O <" + b"00" * 32 + b"> /U <" + b"11" * 32 + b"> >>"
)  # fmt: skip
UNREADABLE = [
    pytest.param(b"", "文件是空的", id="empty"),
    pytest.param(b"PK\x03\x04 not a PDF", "不是 PDF 文件", id="something else"),
    pytest.param(b"%PDF-1.7\n" + b"\0" * 64, "PDF 已损坏，无法打开", id="damaged"),
    pytest.param(ENCRYPTED, "PDF 已加密", id="encrypted"),
    pytest.param(make(Page(picture=True)), "PDF 没有文字，可能是扫描件", id="scanned"),
]


@pytest.mark.parametrize(("data", "reason"), UNREADABLE)
def test_files_that_cannot_be_read_say_why_and_what_to_do(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        pdf.read(data, "made.pdf")

    assert (caught.value.path, caught.value.reason.said("zh")) == ("made.pdf", reason)
    assert caught.value.remedy


def test_the_extra_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)

    with pytest.raises(UnreadableError) as caught:
        pdf.read(make(PROSE), "made.pdf")

    assert 'pip install "juesuan-lint[pdf]"' in caught.value.told("zh")


DAMAGED = make(heads(Page()).table([HEAD, *BODY], WIDTHS), merged())


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, len(DAMAGED) - 1), st.integers(0, 255)), min_size=1, max_size=30
    )
)
def test_a_damaged_file_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    data = bytearray(DAMAGED)
    for at, byte in changes:
        data[at] = byte

    try:
        assert pdf.read(bytes(data), "made.pdf").path == "made.pdf"
    except UnreadableError as error:
        assert error.remedy
