"""Prints every example and region report to PDF in every manner; compares with the Word files.

    python benchmarks/printed.py FOLDER [--only TEXT] [--batch N]

writes Word files and their PDFs, as LibreOffice prints them, to FOLDER, and prints each finding that
a PDF has more (+) or less (-) than its Word file, and how many files differ. ``--only`` takes the
files whose names hold a text, such as ``beijing`` or ``left-16``. All of them take half an hour.
"""

from __future__ import annotations

import argparse
import itertools
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import printed
import printed_reports
from printed import Manner

_SIZES = (12, 14, 15, 16, 18)


def manners() -> list[Manner]:
    """Alignment, size and indent in every combination, and further habits of offices."""
    found = [
        Manner(align, size, indent)
        for align, size, indent in itertools.product(("left", "both"), _SIZES, (2, 0))
    ]
    found += [Manner("center", size, 0) for size in _SIZES]
    for align, indent in itertools.product(("left", "both"), (2, 0)):
        found += [
            Manner(align, 16, indent, latin="Times New Roman", lead=28),
            Manner(align, 15, indent, hanging=False, spaced=False),
            Manner(align, 14, indent, latin="Arial", styled=True),
            Manner(align, 16, indent, items="hanging"),
            Manner(align, 14, indent, items="narrow"),
        ]
    return found


def main() -> None:
    """Print the differences, batch by batch, and their count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--batch", type=int, default=25)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    pairs = [
        pair
        for pair in itertools.product(printed_reports.NAMES, manners())
        if arguments.only in f"{pair[0]}-{pair[1].name}"
    ]
    differing: set[str] = set()
    for start in range(0, len(pairs), arguments.batch):
        words = printed_reports.written(pairs[start : start + arguments.batch], arguments.folder)
        printed.pdfs(words, arguments.folder)
        for line in printed_reports.differences(words):
            differing.add(line.partition(":")[0])
            print(line, flush=True)
    print(f"{len(pairs)} files, {len(differing)} with other findings than their Word file")


if __name__ == "__main__":
    main()
