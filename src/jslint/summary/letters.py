"""A note in Word for each body: what was found in its report, page by page.

Needs python-docx (the extra ``letters``), which takes 0.2 s to load; nothing else imports this module.
"""

from __future__ import annotations

import io
import zipfile
from itertools import groupby
from typing import TYPE_CHECKING, Any

import docx
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from jslint import __version__
from jslint.formatters.phrases import spoken
from jslint.formatters.wording import say as said
from jslint.harmful import clean
from jslint.patterns import regex
from jslint.phrases import listed
from jslint.summary.said import say
from jslint.summary.sheets import remarks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from docx.document import Document

    from jslint.diagnostic import Diagnostic
    from jslint.summary.model import Department, Report, Row, Summary

_FONT = "宋体"
_HEAD_FONT = "黑体"
#: A file says when it was made; the same findings give the same file.
_MADE = (1980, 1, 1, 0, 0, 0)
_APPLICATION = regex(rb"<Application>[^<]*</Application>")
_LONGEST = 60
_COLUMNS = (("place", 2.6), ("severity", 1.3), ("message", 8.6), ("expected", 3.0))


def letters(made: Summary) -> Iterator[tuple[str, bytes]]:
    """The note of each report in which something was found, with the name of its file."""
    departments = {one.party.path: one for one in made.departments}
    used: set[str] = set()
    for one in made.reports:
        department = departments.get(one.row.path)
        if one.result.diagnostics or (department and department.diagnostics):
            yield _name(one.row, used), _letter(made, one, department)


def _name(row: Row, used: set[str]) -> str:
    """What the file of a note is called; the second of one name has a number."""
    stem = "".join(char if char.isalnum() else "-" for char in f"{row.body}{row.year}{row.kind}")
    stem = stem[:_LONGEST]
    name, number = f"{stem}.docx", 1
    while name.casefold() in used:  # on most machines one file has both names
        number += 1
        name = f"{stem}-{number}.docx"
    used.add(name.casefold())
    return name


def _letter(made: Summary, one: Report, department: Department | None) -> bytes:
    row, found = one.row, one.result.diagnostics
    lang = made.run.lang
    document = _blank()
    year = say(lang, "year-of", year=row.year) if row.year else ""
    title = say(lang, "letter-title", body=row.body, year=year)
    document.add_heading(clean(title), level=0)
    files = listed(lang, row.files)
    document.add_paragraph(clean(say(lang, "letter-files", files=files)))
    document.add_paragraph(_counts(lang, row))
    for head, several in groupby(_ordered(lang, found), key=lambda pair: pair[0]):
        _table(made, document, head, [one for _, one in several])
    if department is not None and department.diagnostics:
        _table(made, document, say(lang, "letter-gaps"), department.diagnostics)
        for words in remarks(lang, department):
            document.add_paragraph(clean(words), style="List Bullet")
    unread = [missed.why for missed in one.left if missed.part]
    if unread:
        document.add_heading(say(lang, "letter-left"), level=1)
        for words in unread:
            document.add_paragraph(clean(words), style="List Bullet")
    date = made.run.date.partition("T")[0]
    document.add_paragraph(say(lang, "letter-end", version=__version__, date=date))
    return _ours(document)


def _counts(lang: str, row: Row) -> str:
    counts = {"errors": row.errors, "warnings": row.warnings, "infos": row.infos}
    return say(lang, "letter-counts", figures=row.figures, checked=row.checked, **counts)


def _ordered(lang: str, found: Iterable[Diagnostic]) -> list[tuple[str, Diagnostic]]:
    """The findings under the page, sheet or section that each is on, in the order of these."""
    heads: dict[str, list[Diagnostic]] = {}
    for one in found:
        heads.setdefault(_head(lang, one), []).append(one)
    return [(head, one) for head, several in heads.items() for one in several]


def _head(lang: str, found: Diagnostic) -> str:
    if found.place.page is not None:
        return say(lang, "letter-page", page=found.place.page)
    return found.place.sheet or found.section or say(lang, "letter-elsewhere")


def _table(made: Summary, document: Document, head: str, found: Sequence[Diagnostic]) -> None:
    """A heading, and a table of findings below it."""
    lang = made.run.lang
    document.add_heading(clean(head), level=1)
    table = document.add_table(rows=1, cols=len(_COLUMNS), style="Table Grid")
    table.autofit = False
    for column, (_, width) in zip(table.columns, _COLUMNS, strict=True):
        column.width = Cm(width)
    _fill(table.rows[0], [say(lang, key) for key, _ in _COLUMNS])
    for one in found:
        severity = said(lang, one.severity.value)
        words = (
            spoken(made.run, one.place),
            severity,
            f"{one.message} [{one.rule}]",
            one.expected,
        )
        _fill(table.add_row(), words)


def _fill(row: Any, words: Iterable[str]) -> None:  # noqa: ANN401 - python-docx has no type for it here
    for cell, (_, width), text in zip(row.cells, _COLUMNS, words, strict=True):
        cell.width = Cm(width)
        cell.text = clean(text)


def _blank() -> Document:
    """A document whose styles have Chinese fonts."""
    document = docx.Document()
    for name, font, size in (
        ("Normal", _FONT, 11),
        ("Title", _HEAD_FONT, 18),
        ("Heading 1", _HEAD_FONT, 13),
    ):
        style = document.styles[name]
        style.font.size = Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in list(fonts.attrib):
            del fonts.attrib[key]  # a theme's fonts would win
        for key in ("w:ascii", "w:hAnsi", "w:eastAsia"):
            fonts.set(qn(key), font)
    document.core_properties.author = "jslint"
    return document


def _ours(document: Document) -> bytes:
    """The file's bytes, alike in every run, and saying who wrote it."""
    first, whole = io.BytesIO(), io.BytesIO()
    document.save(first)
    with zipfile.ZipFile(first) as package, zipfile.ZipFile(whole, "w") as made:
        for name in package.namelist():
            data = package.read(name)
            if name == "docProps/app.xml":
                data = _APPLICATION.sub(b"<Application>jslint</Application>", data)
            part = zipfile.ZipInfo(name, _MADE)
            part.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(part, data)
    return whole.getvalue()
