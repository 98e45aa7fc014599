"""The sentence around the words of a diagnostic in Word and PDF files."""

from __future__ import annotations

import pytest
from packages import p, word
from pdf_pages import Page
from pdf_pages import pdf as printed

from jslint import engine, pack, readers
from jslint.formatters import render
from jslint.run import Run

HEADING = "三、支出决算情况说明"
TEXT = (
    "我单位按规定公开。2024年度本年支出合计500.00万元，其中：基本支出300.00万元，占62.0%；"
    "项目支出200.00万元，占40.0%。以上情况特此说明。"
)
SENTENCE = TEXT.partition("。")[2].partition("。")[0] + "。"


def as_word() -> bytes:
    return word(p(HEADING) + p(TEXT))


def as_pdf() -> bytes:
    page = Page().write(96, 100, HEADING)
    for line in range(0, len(TEXT), 34):
        page = page.write(96 if line else 120, 130 + line // 34 * 20, TEXT[line : line + 34])
    return printed(page)


@pytest.mark.parametrize(
    ("name", "data"),
    [pytest.param("a.docx", as_word(), id="Word"), pytest.param("a.pdf", as_pdf(), id="PDF")],
)
def test_the_sentence_is_shown_with_the_words_marked(name: str, data: bytes) -> None:
    result = engine.lint(readers.read(name, data), pack.load(("arithmetic",)))

    (found,) = (one for one in result.diagnostics if one.rule == "PCT101")
    assert found.sentence is not None
    assert found.sentence.text.replace("\n", "") == SENTENCE
    ((start, end),) = found.sentence.marks
    assert found.sentence.text[start:end].replace("\n", "") in {"62.0%", "占62.0%"}

    text = render("text", Run((result,), width=100)).splitlines()
    at = next(number for number, line in enumerate(text) if "PCT101" in line)
    assert text[at + 1] == f"    --> {HEADING}"
    assert "62.0%；项目支出200.00万元" in text[at + 2]
    assert set(text[at + 3]) == {" ", "|", "^"}
    page = render("html", Run((result,)))
    assert "62.0%</u>；项目支出200.00万元，占40.0%。</blockquote>" in page


def test_a_source_with_lines_needs_none() -> None:
    report = readers.read("a.txt", f"{HEADING}\n{TEXT}\n".encode())

    assert {
        one.sentence for one in engine.lint(report, pack.load(("arithmetic",))).diagnostics
    } == {None}
