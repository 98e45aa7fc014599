"""Word and Excel files written by hand for tests, part by part, and conversion by LibreOffice."""

from __future__ import annotations

import io
import shutil
import struct
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"
WORD = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
SHEET = (
    'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """A package of these members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in {"[Content_Types].xml": f'<Types xmlns="{_CONTENT}"/>', **parts}.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def relations(targets: Mapping[str, str]) -> str:
    """A part of relations: type to target, the ids counted from rId1."""
    listed = "".join(
        f'<Relationship Id="rId{at}" Type="{_TYPES}/{kind.rstrip("0123456789")}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{_RELS}">{listed}</Relationships>'


def word(
    body: str, *, styles: str = "", numbering: str = "", footnotes: str = "", endnotes: str = ""
) -> bytes:
    """A Word file with this content of ``w:body``, and of the other parts."""
    parts = {
        "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": relations(
            {name: f"{name}.xml" for name in ("styles", "numbering", "footnotes", "endnotes")}
        ),
        "word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {WORD}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {WORD}>{numbering}</w:numbering>",
        "word/footnotes.xml": f"<w:footnotes {WORD}>{footnotes}</w:footnotes>",
        "word/endnotes.xml": f"<w:endnotes {WORD}>{endnotes}</w:endnotes>",
    }
    return package(parts)


def p(text: str = "", properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def listed(text: str, level: int = 0, list_id: int = 1) -> str:
    """A paragraph with an automatic number."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def tc(text: str, properties: str = "") -> str:
    """A cell of a table."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row of cells; a bare text is a cell without properties."""
    inner = "".join(cell if cell.startswith("<") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def tbl(*rows: str, widths: tuple[int, ...] = ()) -> str:
    """A table of rows."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def excel(
    *sheets: str,
    shared: str = "",
    styles: str = "",
    properties: str = "",
    names: tuple[str, ...] = (),
    states: tuple[str, ...] = (),
) -> bytes:
    """An Excel file whose sheets have these contents of ``worksheet``."""
    names = names or tuple(f"Sheet{at}" for at in range(1, len(sheets) + 1))
    states = states or ("visible",) * len(sheets)
    listed_sheets = "".join(
        f'<sheet name="{name}" sheetId="{at}" state="{state}" r:id="rId{at}"/>'
        for at, (name, state) in enumerate(zip(names, states, strict=True), 1)
    )
    targets = {f"worksheet{at}": f"worksheets/sheet{at}.xml" for at in range(1, len(sheets) + 1)}
    parts = {
        "_rels/.rels": relations({"officeDocument": "xl/workbook.xml"}),
        "xl/_rels/workbook.xml.rels": relations(
            targets | {"sharedStrings": "sharedStrings.xml", "styles": "styles.xml"}
        ),
        "xl/workbook.xml": f"<workbook {SHEET}>{properties}<sheets>{listed_sheets}</sheets></workbook>",
        "xl/sharedStrings.xml": f"<sst {SHEET}>{shared}</sst>",
        "xl/styles.xml": f"<styleSheet {SHEET}>{styles}</styleSheet>",
    }
    for at, sheet in enumerate(sheets, 1):
        parts[f"xl/worksheets/sheet{at}.xml"] = f"<worksheet {SHEET}>{sheet}</worksheet>"
    return package(parts)


def converted(data: bytes, suffix: str, to: str, folder: Path) -> bytes:
    """A file as LibreOffice writes it in another format; skip the test without LibreOffice."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    source = folder / f"source{suffix}"
    source.write_bytes(data)
    command = [
        office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
        "--convert-to", to, "--outdir", str(folder / "out"), str(source),
    ]  # fmt: skip
    run = subprocess.run(command, capture_output=True, timeout=300, check=False)  # noqa: S603
    written = list((folder / "out").glob("source.*"))
    if not written:
        pytest.skip(f"LibreOffice could not convert {suffix} to {to}: {run.stderr.decode()[:200]}")
    return written[0].read_bytes()


def biff(
    cells: Mapping[tuple[int, int], str | float],
    code: str = "#,##0.00",
    name: str = "表",
    *,
    errors: tuple[tuple[int, int], ...] = (),
    merges: tuple[tuple[int, int, int, int], ...] = (),
    hidden_rows: tuple[int, ...] = (),
    state: int = 0,
) -> bytes:
    """An Excel 97 stream with one sheet; rows and columns from 0, numbers under one format."""
    globals_ = _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    globals_ += _record(
        0x31, struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + _short("Arial")
    )
    globals_ += _record(0x41E, struct.pack("<H", 164) + _long(code))
    globals_ += b"".join(
        _record(0xE0, struct.pack("<HHH", 0, key, kind) + bytes(14))
        for key, kind in ((0, 0xFFF5), (164, 1))
    )
    sheet = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    for row in hidden_rows:
        sheet += _record(0x208, struct.pack("<HHHHHHI", row, 0, 1, 255, 0, 0, 0x20 | 0x100))
    for (row, column), value in cells.items():
        place = struct.pack("<HHH", row, column, 1)
        if isinstance(value, str):
            sheet += _record(0x204, place + _long(value))
        else:
            sheet += _record(0x203, place + struct.pack("<d", value))
    for row, column in errors:
        sheet += _record(0x205, struct.pack("<HHHBB", row, column, 1, 0x17, 1))
    if merges:
        packed = b"".join(struct.pack("<HHHH", *merge) for merge in merges)
        sheet += _record(0xE5, struct.pack("<H", len(merges)) + packed)
    sheet += _record(0x0A, b"")
    bound = struct.pack("<BB", state, 0) + _short(name)
    start = len(globals_) + 4 + 4 + len(bound) + 4
    globals_ += _record(0x85, struct.pack("<I", start) + bound) + _record(0x0A, b"")
    return globals_ + sheet


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _short(text: str) -> bytes:
    return struct.pack("<BB", len(text), 1) + text.encode("utf-16-le")


def _long(text: str) -> bytes:
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def compound(name: str, content: bytes, *, small: bool = False) -> bytes:
    """An OLE compound file with one stream, in the small streams' own sectors if wanted."""
    free, end, own, lists = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFC
    cutoff = len(content) + 1 if small else 0
    data = [content[at : at + 512].ljust(512, b"\0") for at in range(0, len(content), 512)]
    mini = _words([*range(1, -(-len(content) // 64)), end]) if small else b""
    minis = [mini[at : at + 512].ljust(512, b"\xff") for at in range(0, len(mini), 512)]
    body = len(data) + len(minis) + 1
    tables = 1
    while tables * 128 < body + tables + max(0, -(-(tables - 109) // 127)):
        tables += 1
    extra = max(0, -(-(tables - 109) // 127))
    first_table = extra
    start = extra + tables
    table = [lists] * extra + [own] * tables
    table += [*range(start + 1, start + len(data)), end]
    table += [*range(start + len(data) + 1, start + len(data) + len(minis)), end] if minis else []
    table += [end]
    table += [free] * (tables * 128 - len(table))
    listed = list(range(first_table, first_table + tables))
    chained = b""
    for at in range(extra):
        part = listed[109 + 127 * at : 109 + 127 * (at + 1)]
        chained += _words([*part, *[free] * (127 - len(part)), at + 1 if at + 1 < extra else end])
    root = _entry("Root Entry", 5, start if small else end, len(content) if small else 0)
    directory = root + _entry(name, 2, 0 if small else start, len(content)) + bytes(256)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack(
        "<IIIIIIIIII", 0, tables, start + len(data) + len(minis), 0, cutoff,
        start + len(data) if small else end, len(minis), 0 if extra else end, extra, 0,
    )[:-4]  # fmt: skip
    header += _words([*listed[:109], *[free] * (109 - min(tables, 109))])
    return header + chained + _words(table) + b"".join((*data, *minis)) + directory


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    raw = name.encode("utf-16-le")
    head = raw.ljust(64, b"\0") + struct.pack("<HB", len(raw) + 2, kind)
    return (head.ljust(116, b"\0") + struct.pack("<II", start, size)).ljust(128, b"\0")


def _words(values: list[int]) -> bytes:
    return struct.pack(f"<{len(values)}I", *values)
