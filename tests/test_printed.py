"""Word files that LibreOffice prints to PDF: the findings of the Word file, no more, no fewer.

Each report is set in a few manners; ``benchmarks/printed.py`` tries them all.
"""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("docx", reason="python-docx writes the Word files")

import printed
import printed_reports
from printed import Manner
from printed_reports import NAMES

if TYPE_CHECKING:
    from pathlib import Path

#: The font that .ci/run installs; LibreOffice puts it, or another, where one is missing.
_FONT = "WenQuanYi Zen Hei"
MANNERS = {
    "left": [
        Manner("left", 12, 2, font=_FONT),
        Manner("left", 15, 0, latin="Times New Roman"),
        Manner("left", 16, 2),
        Manner("left", 18, 0, font=_FONT, spaced=False),
        Manner("left", 16, 2, latin="Arial", lead=28, items="hanging"),
    ],
    "justified": [
        Manner("both", 12, 0),
        Manner("both", 14, 2, font=_FONT, styled=True),
        Manner("both", 16, 2, latin="Times New Roman", lead=28),
        Manner("both", 18, 0, hanging=False),
        Manner("both", 15, 2, font=_FONT, items="hanging"),
    ],
    "centred": [
        Manner("center", 12, 0, font=_FONT),
        Manner("center", 15, 0),
        Manner("center", 16, 0, latin="Times New Roman"),
        Manner("center", 18, 0, spaced=False),
    ],
}


def _has_font() -> bool:
    """Whether a font with Chinese characters is installed."""
    listing = shutil.which("fc-list")
    if listing is None:
        return False
    done = subprocess.run([listing, ":lang=zh"], capture_output=True, check=False)
    return bool(done.stdout.strip())


@pytest.mark.slow
@pytest.mark.parametrize("align", MANNERS)
def test_a_printed_report_has_the_findings_of_its_word_file(align: str, tmp_path: Path) -> None:
    if printed.SOFFICE is None:
        pytest.skip("LibreOffice (libreoffice-writer-nogui) is not installed")
    if not _has_font():
        pytest.skip("no font with Chinese characters (fonts-wqy-zenhei) is installed")
    manners = MANNERS[align]
    pairs = [(name, manners[at % len(manners)]) for at, name in enumerate(NAMES)]
    words = printed_reports.written(pairs, tmp_path)

    printed.pdfs(words, tmp_path)

    assert sum(printed_reports.findings(word).total() for word in words) > 50
    assert printed_reports.differences(words) == []
