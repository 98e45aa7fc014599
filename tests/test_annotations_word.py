"""Notes on Word files: comments on their words, wherever those stand, and nothing else changed."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import packages
from annotating import anchored, changed, comments, in_word, new_faults, note, parts, written
from jslint import readers
from jslint.annotations import annotated
from jslint.annotations.errors import UnannotatedError
from jslint.annotations.model import Job
from jslint.document import Place
from jslint.fixes import package
from jslint.readers import docx as reader
from packages import p, r, tbl, tr

if TYPE_CHECKING:
    from pathlib import Path

SAID = "本年支出合计500.00万元，其中：基本支出300.00万元"
DELETED = '<w:del w:id="8" w:author="甲"><w:r><w:delText>删去的</w:delText></w:r></w:del>'
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>'
    "{0}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
    "<w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def body(data: bytes) -> str:
    """The content of ``w:body``."""
    return re.search(
        r"<w:body>(.*)</w:body>", parts(data)["word/document.xml"].decode(), re.DOTALL
    )[1]


def printed(data: bytes) -> list[str]:
    """What every paragraph prints."""
    return [text.value for path in readers.read("a.docx", data).walk() for text in _texts(path[-1])]


def _texts(section: object) -> list[object]:
    found = [section.heading]
    for block in section.blocks:
        found += [block.text] if hasattr(block, "text") else []
        found += [cell for row in getattr(block, "rows", ()) for cell in row]
    return found


def marked(content: str, *spans: Place, words: str = "甲") -> str:
    """The words between the marks of a comment on some spans of a document's body."""
    data = packages.word(content)
    after = written("a.docx", data, note(*spans, words=words))
    assert printed(after) == printed(data)
    return anchored(after)["0"]


@pytest.mark.parametrize(
    ("content", "span", "words"),
    [
        pytest.param(p(SAID), (7, 15), "500.00万元", id="within one run"),
        pytest.param(p(SAID), (1, 7), "本年支出合计", id="at the beginning"),
        pytest.param(p("本年500"), (3, 6), "500", id="at the end"),
        pytest.param(p("本年500"), (1, 6), "本年500", id="the whole"),
        pytest.param(f"<w:p>{r('本年5')}{r('00.0')}{r('0万元')}</w:p>", (3, 9), "500.00",
                     id="across runs"),
        pytest.param(f"<w:p>{r('本年')}<w:hyperlink>{r('支出500')}</w:hyperlink>{r('元')}</w:p>",
                     (4, 8), "出500", id="in a link"),
        pytest.param(f'<w:p>{r("本年")}<w:ins w:id="9" w:author="乙">{r("支出500")}</w:ins></w:p>',
                     (5, 8), "500", id="in what somebody inserted"),
        pytest.param(f"<w:p>{r('本年5')}{DELETED}{r('00')}</w:p>", (3, 6), "500",
                     id="around what somebody deleted"),
        pytest.param(f"<w:p><w:sdt><w:sdtContent>{r('本年500')}</w:sdtContent></w:sdt></w:p>",
                     (3, 6), "500", id="in a content control"),
        pytest.param("<w:p><w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>"
                     f"{r('本年500')}</w:sdtContent></w:sdt></w:p>",
                     (3, 6), "本年500", id="around a control of plain text"),
        pytest.param(f"<w:p>{r('本年')}{FIELD.format(r('500'))}{r('元')}</w:p>", (3, 6), "500",
                     id="a field"),
        pytest.param(f"<w:p>{r('本年')}{FIELD.format(r('500'))}{r('万元')}</w:p>", (1, 7), "本年500万",
                     id="across a field"),
        pytest.param(f"<w:p>{r('本年')}{FIELD.format(r('支出500'))}</w:p>", (5, 8), "500",
                     id="a part of a field"),
        pytest.param(f'<w:p>{r("本年")}<w:fldSimple w:instr="REF a">{r("500")}</w:fldSimple></w:p>',
                     (3, 6), "500", id="a simple field"),
        pytest.param("<w:p><w:r><w:t>本</w:t><w:tab/><w:t>年500</w:t></w:r></w:p>", (4, 7), "500",
                     id="behind a tab in the run"),
        pytest.param("<w:p><w:r><w:t>甲&lt;乙&amp;丙500</w:t></w:r></w:p>", (2, 5), "<乙&",
                     id="signs that XML escapes"),
        pytest.param(tbl(tr("项目", "金额"), tr("合计", "500.00")), (1, 7), "500.00",
                     id="in a cell"),
    ],
)  # fmt: skip
def test_the_words_are_between_the_marks(content: str, span: tuple[int, int], words: str) -> None:
    order = 4 if "w:tbl" in content else 1

    assert marked(content, in_word(order, *span)) == words


def test_marks_stand_around_a_field_so_that_word_does_not_lose_them() -> None:
    content = f"<w:p>{r('本年')}{FIELD.format(r('500'))}{r('元')}</w:p>"

    found = body(written("a.docx", packages.word(content), note(in_word(1, 3, 6))))

    assert re.search(r'RangeStart w:id="0"/><w:r><w:fldChar w:fldCharType="begin"/>', found)
    assert re.search(r'"end"/></w:r><w:commentRangeEnd w:id="0"/>', found)


def test_words_over_two_paragraphs_that_are_one_sentence() -> None:
    content = p("上年支出500") + p("万元，比预算少")

    assert marked(content, in_word(1, 5, 8), in_word(2, 1, 3)) == "500万元"


def test_words_over_two_cells_are_anchored_in_the_first() -> None:
    content = tbl(tr("支出500", "万元"))

    assert marked(content, in_word(1, 3, 6), in_word(2, 1, 3)) == "500"


@pytest.mark.parametrize(
    ("content", "order"),
    [
        pytest.param("<w:p><w:pPr/></w:p>" + p("乙"), 1, id="with properties"),
        pytest.param("<w:p/>" + p("乙"), 1, id="one tag"),
        pytest.param(tbl(tr("项目", "")), 2, id="a cell"),
    ],
)
def test_a_blank_has_its_marks_inside(content: str, order: int) -> None:
    place = Place(order=(order, 0), paragraph=order)
    data = packages.word(content)

    after = written("a.docx", data, note(place))

    assert anchored(after) == {"0": ""}
    paragraphs = re.findall(r"<w:p>.*?</w:p>", body(after))
    assert "commentReference" in paragraphs[order - 1]


def test_an_automatic_number_is_the_whole_paragraph() -> None:
    place = Place(order=(1, 0), paragraph=1)

    assert marked(p("本年支出"), place) == "本年支出"


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        pytest.param("footnote", "说的是脚注里的“500”：Word 的批注不能放在脚注里", id="footnote"),
        pytest.param("endnote", "说的是尾注里的“500”：Word 的批注不能放在尾注里", id="endnote"),
    ],
)
def test_what_stands_in_a_note_is_told_at_its_reference(kind: str, said: str) -> None:
    reference = f'<w:r><w:{kind}Reference w:id="2"/></w:r>'
    content = f"<w:p>{r('本年支出')}{reference}{r('合计')}</w:p>"
    whole = f'<w:{kind} w:id="2">{p("其中500")}</w:{kind}>'
    data = packages.word(content, **{f"{kind}s": whole})

    after = written("a.docx", data, note(in_word(2, 3, 6), words="500"))

    start, end = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
    assert f"{start}{reference}{end}" in body(after)
    assert said in comments(after)[0][2]
    assert parts(after)[f"word/{kind}s.xml"] == parts(data)[f"word/{kind}s.xml"]


def test_what_stands_in_a_note_to_a_note_is_told_at_the_first_words() -> None:
    content = f'<w:p>{r("本年支出")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    inner = f'<w:p>{r("见")}<w:r><w:endnoteReference w:id="3"/></w:r></w:p>'
    data = packages.word(
        content,
        footnotes=f'<w:footnote w:id="2">{inner}</w:footnote>',
        endnotes=f'<w:endnote w:id="3">{p("其中500")}</w:endnote>',
    )

    after = written("a.docx", data, note(in_word(3, 3, 6), words="500"))

    assert anchored(after) == {"0": "本年支出"}


def test_what_stands_in_a_text_box_is_told_where_it_hangs() -> None:
    box = BOX.format(p("其中500"))
    data = packages.word(f"<w:p>{r('甲')}{box}{r('乙')}</w:p>")

    after = written("a.docx", data, note(in_word(2, 3, 6), words="500"))

    assert f'<w:commentRangeStart w:id="0"/>{box}<w:commentRangeEnd w:id="0"/>' in body(after)
    assert "说的是文本框里的“500”" in comments(after)[0][2]


def test_what_is_nowhere_stands_at_the_first_words() -> None:
    after = written("a.docx", packages.word("<w:p/>" + p("某局决算") + p("乙")), note())

    assert anchored(after) == {"0": "某局决算"}
    assert "报告里没有所说的内容" in comments(after)[0][2]


def test_several_on_the_same_words_and_within_each_other() -> None:
    spans = [(3, 6), (3, 6), (1, 6), (5, 8), (6, 8)]
    data = packages.word(p("本年500万元"))

    after = written("a.docx", data, *(note(in_word(1, *span)) for span in spans))

    assert anchored(after) == {"0": "500", "1": "500", "2": "本年500", "3": "0万元", "4": "万元"}


def test_what_a_comment_says() -> None:
    told = note(
        in_word(1, 1, 3),
        words="62.0%",
        expected="60.0%",
        sums=("占比 62.0% ≠ 300.00 ÷ 500.00，算得 60% ✗",),
        basis="四舍五入",
        others=("另见 三、支出情况：“基本支出300.00万元”",),
    )

    found = comments(written("a.docx", packages.word(p("甲乙丙")), told))

    assert found == [
        (
            "0",
            "jslint",
            "错误 ABC101 甲乙不符\n写作：62.0%\n应为：60.0%\n甲与乙不符\n"
            "计算：占比 62.0% ≠ 300.00 ÷ 500.00，算得 60% ✗\n依据：四舍五入\n"
            "另见 三、支出情况：“基本支出300.00万元”",
        )
    ]


def test_looks_and_blanks_of_a_run_stay() -> None:
    look = '<w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr>'
    run = f'<w:r w:rsidR="00AA">{look}<w:t xml:space="preserve"> 本年 500 </w:t></w:r>'

    found = body(written("a.docx", packages.word(f"<w:p>{run}</w:p>"), note(in_word(1, 5, 8))))

    piece = f'<w:r w:rsidR="00AA">{look}<w:t xml:space="preserve">{{}}</w:t></w:r>'
    assert found == (
        f'<w:p>{piece.format(" 本年 ")}<w:commentRangeStart w:id="0"/>{piece.format("500")}'
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
        f"{piece.format(' ')}</w:p>"
    )


def test_only_what_has_to_change_does() -> None:
    data = packages.word(p("本年500"), footnotes="", numbering="")

    after = written("a.docx", data, note(in_word(1, 3, 6)))

    assert changed(data, after) == {
        "word/document.xml",
        "word/comments.xml",
        "word/_rels/document.xml.rels",
        "[Content_Types].xml",
    }


def test_twice_gives_the_same_bytes_and_again_too() -> None:
    data = packages.word(p(SAID) + tbl(tr("项目", "500")) + "<w:p/>")
    notes = [note(in_word(1, 7, 16)), note(in_word(1, 9, 12)), note(in_word(3, 1, 4)), note()]

    once = written("a.docx", data, *notes)

    assert written("a.docx", data, *notes) == once
    assert written("a.docx", once, *notes) == once


def test_without_notes_a_file_stays_and_loses_those_of_before() -> None:
    data = packages.word(p("本年500"))
    before = written("a.docx", data, note(in_word(1, 3, 6)))

    assert written("a.docx", data) == data
    after = written("a.docx", before)
    assert comments(after) == []
    assert anchored(after) == {}
    assert printed(after) == printed(data)


# What others wrote -------------------------------------------------------------------------------


def commented(folder: Path) -> bytes:
    """A file with a colleague's comment, as python-docx writes it."""
    document = docx.Document()
    paragraph = document.add_paragraph()
    run = paragraph.add_run("本年支出500万元")
    paragraph.add_run("，其中基本支出300万元")
    document.add_comment(run, text="请核对", author="王审核", initials="王")
    path = folder / "commented.docx"
    document.save(str(path))
    return path.read_bytes()


def test_comments_that_are_there_stay_byte_for_byte(tmp_path: Path) -> None:
    data = commented(tmp_path)
    theirs = re.search(rb"<w:comment .*</w:comment>", parts(data)["word/comments.xml"], re.DOTALL)[
        0
    ]

    once = written("a.docx", data, note(in_word(1, 5, 8)), note(in_word(1, 17, 20)))
    twice = written("a.docx", once, note(in_word(1, 17, 20)))

    for after in (once, twice):
        assert theirs in parts(after)["word/comments.xml"]
        assert anchored(after)["0"] == "本年支出500万元"
    assert [author for _, author, _ in comments(once)] == ["王审核", "jslint", "jslint"]
    assert [author for _, author, _ in comments(twice)] == ["王审核", "jslint"]
    assert anchored(once) == {"0": "本年支出500万元", "1": "500", "2": "300"}
    assert new_faults(tmp_path, "a.docx", data, once) == set()
    assert [one.text for one in docx.Document(io.BytesIO(twice)).comments][0] == "请核对"


def test_a_comment_of_jslints_is_no_suppression_and_an_answer_to_it_is_one() -> None:
    data = packages.word(p("本年500"))

    after = written("a.docx", data, note(in_word(1, 3, 6)))

    assert readers.read("a.docx", after).asides == ()
    said = "<w:p><w:r><w:t>jslint：忽略 ABC101 已核实</w:t></w:r></w:p>"
    answered = (
        parts(after)["word/comments.xml"]
        .decode()
        .replace(
            "</w:comments>",
            f'<w:comment w:id="7" w:author="李会计">{said}</w:comment></w:comments>',
        )
    )
    marked_ = parts(after)["word/document.xml"].decode()
    for name in ("RangeStart", "RangeEnd"):
        marked_ = marked_.replace(f'<w:comment{name} w:id="0"/>', f'<w:comment{name} w:id="0"/>'
                                  f'<w:comment{name} w:id="7"/>')  # fmt: skip
    both = package.replaced(
        after, {"word/comments.xml": answered.encode(), "word/document.xml": marked_.encode()}
    )
    assert [one.words for one in readers.read("a.docx", both).asides] == ["忽略 ABC101 已核实"]
    again = written("a.docx", both, note(in_word(1, 3, 6)))
    assert [author for _, author, _ in comments(again)] == ["李会计", "jslint"]
    assert [one.words for one in readers.read("a.docx", again).asides] == ["忽略 ABC101 已核实"]


def test_answers_stand_on_their_own_once_what_they_answer_is_gone() -> None:
    once = written("a.docx", packages.word(p("本年500")), note(in_word(1, 3, 6)))
    named = parts(once)["word/comments.xml"].decode()
    w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    named = named.replace("<w:p>", f'<w:p {w14} w14:paraId="00000001">', 1)
    theirs = f'<w:comment w:id="4" w:author="乙"><w:p {w14} w14:paraId="00000002"/></w:comment>'
    named = named.replace("</w:comments>", f"{theirs}</w:comments>")
    w15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    extended = (
        f'<w15:commentsEx {w15}><w15:commentEx w15:paraId="00000001" w15:done="0"/>'
        '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/></w15:commentsEx>'
    )
    relations = parts(once)["word/_rels/document.xml.rels"].decode()
    kind = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    relations = relations.replace(
        "</Relationships>",
        f'<Relationship Id="rId9" Type="{kind}" Target="commentsExtended.xml"/></Relationships>',
    )
    saved = package.replaced(
        once,
        {
            "word/comments.xml": named.encode(),
            "word/commentsExtended.xml": extended.encode(),
            "word/_rels/document.xml.rels": relations.encode(),
        },
    )

    after = written("a.docx", saved, note(in_word(1, 3, 6)))

    kept = f'<w15:commentsEx {w15}><w15:commentEx w15:paraId="00000002" w15:done="0"/></w15:commentsEx>'
    assert parts(after)["word/commentsExtended.xml"].decode() == kept
    assert [author for _, author, _ in comments(after)] == ["乙", "jslint"]


# What cannot be done -----------------------------------------------------------------------------


def test_a_signed_file_is_refused() -> None:
    stream = io.BytesIO(packages.word(p("本年500")))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", "<a/>")

    with pytest.raises(UnannotatedError) as caught:
        annotated("a.docx", stream.getvalue(), Job((note(in_word(1, 3, 6)),)))

    assert caught.value.reason == "signed"


def test_more_comments_than_word_opens_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jslint.annotations.word._MOST", 1)

    with pytest.raises(UnannotatedError) as caught:
        annotated("a.docx", packages.word(p("甲乙丙")), Job((note(in_word(1, 1, 2)),) * 2))

    assert caught.value.reason == "many"


def test_a_strict_document_keeps_its_namespaces() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    data = packages.word(p("本年500"))
    main = parts(data)["word/document.xml"].decode().replace(usual, strict)
    data = package.replaced(data, {"word/document.xml": main.encode()})

    after = written("a.docx", data, note(in_word(1, 3, 6)))

    assert strict in parts(after)["word/comments.xml"].decode()
    assert usual not in parts(after)["word/comments.xml"].decode()
    assert '<w:commentRangeStart w:id="0"/>' in parts(after)["word/document.xml"].decode()


# What other programs make of it ------------------------------------------------------------------


def test_the_schema_holds_in_all_the_places_that_words_stand(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("本年支出情况", 1)
    document.add_paragraph("本年支出500万元，占60%")
    document.add_table(rows=1, cols=2).rows[0].cells[0].text = "合计"
    path = tmp_path / "made.docx"
    document.save(str(path))
    data = path.read_bytes()
    spans = [(1, 1, 3), (2, 5, 8), (2, 1, 14), (3, 1, 3)]

    after = written(
        "a.docx", data, *(note(in_word(*span)) for span in spans), note(Place(order=(4, 0))), note()
    )

    assert new_faults(tmp_path, "a.docx", data, after) == set()
    assert len(list(docx.Document(io.BytesIO(after)).comments)) == 6


@pytest.mark.slow
def test_libreoffice_reads_each_comment_on_its_words(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(SAID)
    document.add_table(rows=1, cols=2).rows[0].cells[1].text = "500.00"
    document.add_paragraph("乙")
    document.save(str(tmp_path / "made.docx"))
    data = (tmp_path / "made.docx").read_bytes()
    spans = [(1, 7, 15), (3, 1, 7)]

    after = written("a.docx", data, *(note(in_word(*span)) for span in spans))

    again = packages.converted(after, ".docx", "docx", tmp_path)
    assert sorted(anchored(again).values()) == sorted(["500.00", "500.00万元"])
    assert [author for _, author, _ in comments(again)] == ["jslint", "jslint"]


# Any words of any paragraph ----------------------------------------------------------------------

_PIECES = st.lists(
    st.tuples(
        st.text("本年支出5.0<&> ", min_size=1, max_size=5),
        st.sampled_from(
            ["run", "bold", "link", "insertion", "field", "control", "deletion", "two"]
        ),
    ),
    min_size=1,
    max_size=6,
)


def _element(text: str, kind: str) -> str:
    said = escape(text)
    if kind == "two":
        return f'<w:r><w:t xml:space="preserve">{said}</w:t><w:tab/><w:t>元</w:t></w:r>'
    shapes = {
        "run": r(said),
        "bold": r(said, "<w:b/>"),
        "link": f"<w:hyperlink>{r(said)}{r('页')}</w:hyperlink>",
        "insertion": f'<w:ins w:id="9" w:author="甲">{r(said)}</w:ins>',
        "field": FIELD.format(r(said)),
        "control": f"<w:sdt><w:sdtContent>{r(said)}</w:sdtContent></w:sdt>",
        "deletion": DELETED,
    }
    return shapes[kind]


def _said(text: str, kind: str) -> str:
    return {"link": f"{text}页", "two": f"{text}\t元", "deletion": ""}.get(kind, text)


@given(_PIECES, st.data())
def test_any_words_are_between_their_marks_and_no_other_word_changes(
    pieces: list[tuple[str, str]], data: st.DataObject
) -> None:
    whole = "".join(_said(*piece) for piece in pieces)
    spans = st.tuples(st.integers(1, len(whole) + 1), st.integers(1, len(whole) + 1)).map(sorted)
    asked = (
        data.draw(st.lists(spans.filter(lambda pair: pair[0] < pair[1]), max_size=4))
        if whole
        else []
    )
    before = packages.word(f"<w:p>{''.join(_element(*piece) for piece in pieces)}</w:p>")
    notes = [note(in_word(1, *span)) for span in asked]

    after = written("a.docx", before, *notes)

    told = {str(at): whole[start - 1 : end - 1] for at, (start, end) in enumerate(asked)}
    assert anchored(after) == {key: words.replace("\t", "") for key, words in told.items()}
    assert all_text(after) == all_text(before)
    assert written("a.docx", after, *notes) == after


def all_text(data: bytes) -> list[str]:
    """What every paragraph prints, blanks and all."""
    paragraphs = reader.sources(data).paragraphs.values()
    return ["".join(piece.text for piece in one.pieces) for one in paragraphs]
