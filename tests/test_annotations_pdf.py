"""Notes on PDF files: highlights that lie on their words, behind all bytes of the file."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pypdf
import pypdfium2
import pytest
from pypdf.generic import (
    DictionaryObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from annotating import note, written
from jslint import readers
from jslint.annotations import annotated, spans
from jslint.annotations.errors import UnannotatedError
from jslint.annotations.model import Job
from pdf_pages import LANDSCAPE, Page, pdf

if TYPE_CHECKING:
    from jslint.annotations.model import Note

LINES = (
    "某局2024年度决算",
    "三、支出决算情况说明",
    "2024年度本年支出合计500.00万元，其中基本支出300.00万元。",
)


def page(**how: object) -> Page:
    """A page with three lines."""
    made = Page(**how)
    for at, line in enumerate(LINES):
        made.write(72, 100 + 40 * at, line)
    return made


def on(data: bytes, words: str) -> Note:
    """A note on the first of some words in a file."""
    report = readers.read("a.pdf", data)
    index = spans.Index.of(report)
    for path in report.walk():
        for text in (path[-1].heading, *(block.text for block in path[-1].blocks)):
            at = text.value.find(words)
            if at >= 0:
                place = text.at(at, at + len(words))
                return note(*index.spans(place, words), place=place, words=words)
    raise AssertionError(words)


def marks(data: bytes) -> list[list[dict[str, object]]]:
    """The annotations of each page."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    return [[one.get_object() for one in page.get("/Annots", ())] for page in reader.pages]


def under(data: bytes, number: int = 0) -> str:
    """The words that lie in the rectangle of a page's first annotation."""
    document = pypdfium2.PdfDocument(data)
    box = [float(one) for one in marks(data)[number][0]["/Rect"]]
    return document[number].get_textpage().get_text_bounded(*box).replace("\r\n", "").strip()


def colour(data: bytes) -> tuple[int, int, int]:
    """The colour of the page between the words that are marked first."""
    shown = pypdfium2.PdfDocument(data)[0].render(scale=2).to_pil().convert("RGB")
    seen = [
        shown.getpixel((x, y)) for x in range(0, shown.width, 2) for y in range(0, shown.height, 2)
    ]
    coloured = [one for one in seen if max(one) - min(one) > 60]
    return max(set(coloured), key=coloured.count) if coloured else (255, 255, 255)


@pytest.mark.parametrize(
    "how",
    [
        pytest.param({}, id="upright"),
        pytest.param({"size": LANDSCAPE, "way": "rotated"}, id="turned by the file"),
        pytest.param({"size": LANDSCAPE, "way": "sideways"}, id="sideways"),
        pytest.param({"way": "form"}, id="drawn in a form"),
    ],
)
@pytest.mark.parametrize("words", ["500.00", "支出决算情况说明"])
def test_a_highlight_lies_on_its_words(how: dict[str, object], words: str) -> None:
    data = pdf(page(**how))

    after = written("a.pdf", data, on(data, words))

    assert words in under(after)
    assert len(under(after)) <= len(words) + 3
    red, green, blue = colour(after)
    assert red > 200 > max(green, blue)


def test_what_a_note_says_and_whose_it_is() -> None:
    data = pdf(page())
    found = on(data, "500.00")

    [[mark]] = marks(written("a.pdf", data, found))

    assert (mark["/Subtype"], mark["/T"], mark["/Subj"]) == ("/Highlight", "jslint", found.head)
    assert mark["/Contents"] == "错误 ABC101 甲乙不符\n甲与乙不符"
    assert len(mark["/QuadPoints"]) == 8


def test_words_over_two_lines_have_a_box_on_each() -> None:
    made = Page()
    for at, line in enumerate(
        (
            "一般公共预算财政拨款支出决算情况说明一般公共预算财政拨款支出本年支出合计",
            "数为500.00万元。",
        )
    ):
        made.write(72, 100 + 20 * at, line)
    data = pdf(made)

    [[mark]] = marks(written("a.pdf", data, on(data, "合计数为500.00")))

    assert len(mark["/QuadPoints"]) == 16


def test_the_file_itself_stays_and_notes_come_behind_it() -> None:
    data = pdf(page(), page())

    after = written("a.pdf", data, on(data, "500.00"), note())

    assert after.startswith(data)
    assert [len(each) for each in marks(after)] == [2, 0]
    assert readers.read("a.pdf", after) == readers.read("a.pdf", data)


def test_what_the_file_says_of_itself_stays() -> None:
    writer = pypdf.PdfWriter(io.BytesIO(pdf(page())))
    writer.add_metadata({"/Title": "某局决算"})
    stream = io.BytesIO()
    writer.write(stream)
    data = stream.getvalue()

    after = written("a.pdf", data, on(data, "500.00"))

    assert after.startswith(data)
    assert pypdf.PdfReader(io.BytesIO(after)).metadata.title == "某局决算"


def test_what_is_nowhere_is_a_sign_on_the_first_page() -> None:
    [[mark], _] = marks(written("a.pdf", pdf(page(), page()), note()))

    assert mark["/Subtype"] == "/Text"
    assert mark["/Contents"].endswith("报告里没有所说的内容，所以放在这里。")


def test_twice_gives_the_same_bytes_and_again_nothing_new() -> None:
    data = pdf(page())
    notes = (on(data, "500.00"), on(data, "300.00"), note())

    once = written("a.pdf", data, *notes)

    assert written("a.pdf", data, *notes) == once
    assert written("a.pdf", once, *notes) == once


def with_annotation(data: bytes, **entries: object) -> bytes:
    """A file with an annotation by somebody on its first page."""
    writer = pypdf.PdfWriter(io.BytesIO(data), incremental=True)
    made = DictionaryObject({NameObject("/Type"): NameObject("/Annot")})
    made[NameObject("/Subtype")] = NameObject("/Text")
    made[NameObject("/T")] = TextStringObject("王审核")
    made[NameObject("/F")] = NumberObject(0)
    for key, value in entries.items():
        made[NameObject(f"/{key}")] = value(writer) if callable(value) else value
    writer.add_annotation(0, made)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_other_notes_take_the_place_of_those_of_before_and_those_of_others_stay() -> None:
    data = with_annotation(pdf(page()), Contents=TextStringObject("请核对"))

    once = written("a.pdf", data, on(data, "500.00"), on(data, "300.00"))
    [found] = marks(written("a.pdf", once, on(data, "300.00")))

    assert [one["/T"] for one in found] == ["王审核", "jslint"]
    assert found[0]["/Contents"] == "请核对"
    assert "300.00" in under(
        written("a.pdf", written("a.pdf", pdf(page()), note()), on(data, "300.00"))
    )


def test_an_answer_to_a_note_that_is_gone_stays() -> None:
    data = pdf(page())
    once = written("a.pdf", data, on(data, "500.00"))
    answer = with_annotation(
        once,
        Contents=TextStringObject("已核实"),
        IRT=lambda writer: writer.pages[0]["/Annots"][0],
    )

    [found] = marks(written("a.pdf", answer, on(data, "300.00")))

    assert [(one["/T"], "/IRT" in one) for one in found] == [("王审核", False), ("jslint", False)]


def test_without_notes_a_file_stays_and_loses_those_of_before() -> None:
    data = pdf(page())

    assert written("a.pdf", data) == data
    assert marks(written("a.pdf", written("a.pdf", data, on(data, "500.00")))) == [[]]


def test_an_encrypted_file_is_refused() -> None:
    writer = pypdf.PdfWriter(io.BytesIO(pdf(page())))
    writer.encrypt("", "geheim", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)

    with pytest.raises(UnannotatedError) as caught:
        annotated("a.pdf", stream.getvalue(), Job((note(),)))

    assert caught.value.reason == "encrypted"


def test_a_signed_file_is_refused() -> None:
    data = pdf(page()).replace(
        b"/Type /Catalog /Pages 2 0 R", b"/Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 >>"
    )

    with pytest.raises(UnannotatedError) as caught:
        annotated("a.pdf", data, Job((note(),)))

    assert caught.value.reason == "signed"


@pytest.mark.parametrize("strange", [NullObject(), NumberObject(7), DictionaryObject()], ids=repr)
def test_what_stands_in_the_place_of_annotations_is_none(strange: PdfObject) -> None:
    writer = pypdf.PdfWriter(io.BytesIO(pdf(page())), incremental=True)
    writer.pages[0][NameObject("/Annots")] = strange
    stream = io.BytesIO()
    writer.write(stream)
    data = stream.getvalue()

    assert written("a.pdf", data) == data
    assert "500.00" in under(written("a.pdf", data, on(data, "500.00")))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            b"/MediaBox [",
            b"/MediaBox (",
        ),
        (b"/Type /Catalog /Pages 2 0 R", b"/Type /Catalog /Pages [1 2]"),
        (b"/Type /Catalog ", b"/Type /Catalog /AcroForm << /SigFlags (x) >> "),
        (b"/Type /Catalog ", b"/Type /Catalog /AcroForm 12 "),
    ],
)
def test_an_object_of_another_kind_is_no_crash(right: bytes, wrong: bytes) -> None:
    data = pdf(page()).replace(right, wrong)
    assert wrong in data

    with pytest.raises(UnannotatedError) as caught:
        annotated("a.pdf", data, Job((note(),)))

    assert caught.value.reason == "pdf"


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(UnannotatedError) as caught:
        annotated("a.pdf", b"%PDF-1.7\nnothing", Job((note(),)))

    assert caught.value.reason == "pdf"


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)

    with pytest.raises(UnannotatedError) as caught:
        annotated("a.pdf", pdf(page()), Job((note(),)))

    assert caught.value.reason == "no-pypdf"
