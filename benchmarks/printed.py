"""Prints every example and region report to PDF in every manner; compares with the Word files.

    python benchmarks/printed.py FOLDER [--rounds N] [--only TEXT]

writes Word files and their PDFs, as LibreOffice prints them, to FOLDER, and prints each finding that
a PDF has more (+) or less (-) than its Word file, and how many files differ. Each round prints every
report once, in a manner of its own; all 45 rounds take half an hour or more. ``--only`` takes the
files whose names hold a text, such as ``beijing`` or ``left-16``.
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


def turn(number: int) -> list[tuple[str, Manner]]:
    """Every report in one manner; over all rounds, in each."""
    found = manners()
    names = printed_reports.NAMES
    return [(name, found[(number + 3 * at) % len(found)]) for at, name in enumerate(names)]


def main() -> None:
    """Print the differences, batch by batch, and their count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=len(manners()))
    parser.add_argument("--only", default="")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    count, differing = 0, set()
    for number in range(arguments.rounds):
        pairs = [pair for pair in turn(number) if arguments.only in f"{pair[0]}-{pair[1].name}"]
        if not pairs:
            continue
        words = printed_reports.written(pairs, arguments.folder)
        printed.pdfs(words, arguments.folder)
        count += len(words)
        for line in printed_reports.differences(words):
            differing.add(line.partition(":")[0])
            print(line, flush=True)
        print(f"{count} files, {len(differing)} with other findings than their Word file")


if __name__ == "__main__":
    main()
