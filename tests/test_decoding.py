"""Which encodings are read, and what is said of files that hold no text."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jslint.errors import UnreadableError
from jslint.readers import READERS, read
from jslint.readers.decoding import decode

HERE = Path(__file__).parent
REGIONS = sorted(path.name for path in (HERE / "regions").glob("*.txt"))
SENTENCE = "本年收入合计 1,234.56 万元，占 97.2%。\r\n“三公”经费 0.44 万元。\n"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(SENTENCE.encode(), id="UTF-8"),
        pytest.param(SENTENCE.encode("utf-8-sig"), id="UTF-8 with a mark"),
        pytest.param(SENTENCE.encode("utf-16"), id="UTF-16 with a mark"),
        pytest.param(b"\xfe\xff" + SENTENCE.encode("utf-16-be"), id="UTF-16 BE with a mark"),
        pytest.param(SENTENCE.encode("utf-16-le"), id="UTF-16 LE without a mark"),
        pytest.param(SENTENCE.encode("utf-16-be"), id="UTF-16 BE without a mark"),
        pytest.param(SENTENCE.encode("utf-32"), id="UTF-32 with a mark"),
        pytest.param(SENTENCE.encode("gb18030"), id="GB18030"),
        pytest.param(SENTENCE.encode("gbk") + b"\x1a", id="GBK with the old end-of-file mark"),
    ],
)
def test_encodings(data: bytes) -> None:
    assert decode(data, "report.txt") == SENTENCE


def test_characters_outside_gbk() -> None:
    text = "㐂镇𠮷里办事处 10 万元。"

    assert decode(text.encode("gb18030"), "report.txt") == text


@pytest.mark.parametrize(
    ("data", "reason", "remedy"),
    [
        pytest.param(b"", "空的", "保存完整", id="empty"),
        pytest.param(b" \r\n\t\n", "没有内容", "保存完整", id="blank"),
        pytest.param(b"\xef\xbb\xbf\n", "没有内容", "保存完整", id="a mark and nothing else"),
        pytest.param("\u3000\n".encode(), "没有内容", "保存完整", id="wide blanks"),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3", "PDF", ".pdf", id="PDF"),
        pytest.param(b"PK\x03\x04\x14\x00", "Word", "扩展名", id="docx or zip"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1", "旧版 Word", "另存为", id="old Word"),
        pytest.param(b"{\\rtf1\\ansi hello}", "RTF", "另存为", id="RTF"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00", "图片", "文字识别", id="image"),
        pytest.param(b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x10", "二进制", "另存为", id="program"),
        pytest.param(b"abc\x01\x02def", "二进制", "另存为", id="control characters"),
        pytest.param("收入".encode() + b"\xff\xfe\xff" * 3, "第 1 行", "UTF-8", id="undecodable"),
        pytest.param(
            ("收入合计\n" * 20).encode() + b"\xe6\x94 \n" + "支出".encode(),
            "第 21 行",
            "UTF-8",
            id="UTF-8 cut off amid a character is no GB18030",
        ),
        pytest.param(b"\xff\xfea", "UTF-16", "UTF-8", id="a mark that lies"),
    ],
)
def test_refusals(data: bytes, reason: str, remedy: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        decode(data, "report.txt")

    assert caught.value.path == "report.txt"
    assert reason in caught.value.told("zh")
    assert remedy in caught.value.told("zh")


@pytest.mark.parametrize("stray", ["\x7f", "\x7f\x7f 1"])
def test_a_stray_del_is_no_binary_file(stray: str) -> None:
    assert decode(f"收入{stray}".encode(), "report.txt") == f"收入{stray}"


TRADITIONAL = (
    "本年收入合計 1,234.56 萬元，與上年相比增加 20.00 萬元，增長 1.6%，主要原因是財政撥款收入增加。"
)
JAPANESE = "本年度の収入合計は1,234.56万円で、前年度と比べて20.00万円増加しました。主な理由は補助金の増加です。"
KOREAN = "올해 수입 합계는 1,234.56만 원으로 전년보다 20.00만 원 늘었으며 주된 이유는 재정 지원금의 증가이다."


@pytest.mark.parametrize("times", [1, 5, 50])
@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param(TRADITIONAL, "big5", id="Big5"),
        pytest.param(TRADITIONAL, "big5hkscs", id="Big5 of Hong Kong"),
        pytest.param(JAPANESE, "shift_jis", id="Shift_JIS"),
        pytest.param(JAPANESE, "euc_jp", id="EUC-JP"),
        pytest.param(KOREAN, "euc_kr", id="EUC-KR"),
        pytest.param("Le café coûte 3 euros, les élèves l’aiment.", "cp1252", id="windows-1252"),
        pytest.param("Größe, Maß und Übermaß der Straße", "cp1252", id="windows-1252, German"),
        pytest.param("Доходы за год составили 12,5 рубля", "cp1251", id="windows-1251"),
        pytest.param("Доходы за год составили 12,5 рубля", "koi8-r", id="KOI8-R"),
    ],
)
def test_other_encodings_are_refused(text: str, encoding: str, times: int) -> None:
    with pytest.raises(UnreadableError) as caught:
        decode((f"{text}\n" * times).encode(encoding), "report.txt")

    assert "不是 UTF-8、UTF-16 或 GB18030 编码的文本" in caught.value.told("zh")
    assert encoding[:4] != "big5" or "Big5" in caught.value.told("zh")


@pytest.mark.parametrize("encoding", ["gbk", "gb18030"])
@pytest.mark.parametrize("name", REGIONS)
def test_reports_in_gb18030_are_read(name: str, encoding: str) -> None:
    text = (HERE / "regions" / name).read_text(encoding="utf-8")

    for start in range(0, len(text), 400):
        part = text[start : start + 400].encode(encoding, "ignore")
        assert decode(part, "x") == part.decode(encoding).rstrip("\x1a")


def test_random_bytes_are_refused() -> None:
    data = random.Random(7).randbytes(4096)

    with pytest.raises(UnreadableError):
        decode(data, "noise.txt")


@given(
    st.text(
        st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)
        | st.sampled_from("0123456789.,%\n，。"),
        min_size=1,
    ).filter(lambda text: bool(text.strip())),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]),
)
def test_every_marked_or_usual_encoding_reads_back(text: str, encoding: str) -> None:
    data = text.encode(encoding)

    try:
        decoded = decode(data, "x")
    except UnreadableError:
        decoded = ""

    # A few characters of GB18030 can be UTF-8 by chance.
    assert decoded == text or encoding == "gb18030"


@pytest.mark.parametrize("extension", sorted(READERS))
def test_every_registered_reader_can_be_loaded(extension: str) -> None:
    with pytest.raises(UnreadableError):
        read(f"report{extension}", b"")


@pytest.mark.parametrize(
    ("path", "reason", "remedy"),
    [
        pytest.param("旧报告.wps", ".wps", "另存为 .docx", id="WPS Writer says how to convert"),
        pytest.param("版式.ofd", ".ofd", "另存（导出）为 PDF", id="OFD is exported"),
        pytest.param("公开.html", ".html", "打印为 PDF", id="a web page is printed"),
        pytest.param("附件.zip", ".zip", "先解压", id="an archive is unpacked"),
        pytest.param("第1页.jpg", ".jpg", "先作文字识别", id="a picture has no text"),
        pytest.param("表.et", ".et", "另存为 .xlsx", id="WPS Spreadsheets"),
        pytest.param("a.b/report", "没有扩展名", ".txt", id="no extension"),
        pytest.param(".txt", "没有扩展名", ".txt", id="a hidden file's name is no extension"),
        pytest.param("report.xyz", ".xyz", ".yaml", id="unknown extension"),
    ],
)
def test_unsupported_formats(path: str, reason: str, remedy: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(path, b"x")

    assert reason in caught.value.told("zh")
    assert remedy in caught.value.told("zh")


@pytest.mark.parametrize(
    ("name", "path"),
    [
        pytest.param(None, "-", id="standard input is text"),
        pytest.param("D:\\决算\\报告.MD", "D:\\决算\\报告.MD", id="its name tells the format"),
    ],
)
def test_standard_input(name: str | None, path: str) -> None:
    report = read("-", "# 一、收入情况\n".encode(), name)

    assert report.path == path
    assert [section.heading.value for section in report.sections] == (
        ["一、收入情况"] if name else [""]
    )
