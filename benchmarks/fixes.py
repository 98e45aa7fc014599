"""Tries the laws of fixing on generated faulty reports, on mutated examples and in every format.

    python benchmarks/fixes.py [--reports N] [--seed N] [--formats txt,md,yaml,json,docx,xlsx]
                               [--rotate | --unsafe]

Each report is made consistent (tests/truth), then spoilt: slips in its figures, doubled and half-width
marks, lost per cent signs, words of a form. It is fixed with ``--unsafe-fixes`` and without; what the
laws say stands in tests/fixing.py. With ``--unsafe`` it is fixed with them alone, and with ``--rotate``
each report is written in one format alone too. Prints a line for each law that is broken, and counts.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "examples"), str(ROOT / "benchmarks")]

import office  # noqa: E402
from fixing import broken_laws, found_in, result_of  # noqa: E402
from jslint import readers, writer  # noqa: E402
from jslint.document import Table  # noqa: E402
from printed import Manner, word  # noqa: E402
from truth import composed, corrupt  # noqa: E402

FORMATS = ("txt", "md", "yaml", "json", "docx", "xlsx")
_OPEN = {
    "增长": "增长（下降）",
    "下降": "下降（增长）",
    "增加": "增加（减少）",
    "减少": "减少（增加）",
}


def spoilt(seed: int) -> str | None:
    """The text of a generated report with a few faults."""
    rng = Random(f"fixes/{seed}")
    names = list(composed.MANNERS)
    report = composed.MANNERS[names[seed % len(names)]](seed)
    if report is None:
        return None
    figures = {}
    for at, piece in enumerate(report.pieces):
        change = corrupt.slip(piece, rng) if rng.random() < 0.5 else None
        if change:
            figures[at] = corrupt.figures_with(piece, change)
    text = report.text(figures)
    for find, new in (
        (r"(?<=\d)%(?=[。；，])", lambda _: ""),
        (r"[。，；]", lambda found: found[0] * 2),
        (r"增长|下降|增加|减少", lambda found: _OPEN[found[0]]),
        (r"(?<=[一-鿿])[，；：（）](?=[一-鿿])", lambda found: found[0].translate(_NARROW)),
        (r"(?<=\d万)元", lambda _: ""),
        (r"20\d\d(?=年度)", lambda found: str(int(found[0]) - 1)),
    ):
        places = list(re.finditer(find, text))
        if places and rng.random() < 0.5:
            found = rng.choice(places)
            text = text[: found.start()] + new(found) + text[found.end() :]
    return text


_WAYS = ((), ("--unsafe-fixes",))
_NARROW = str.maketrans("，；：（）", ",;:()")


def written(text: str, kind: str, folder: Path) -> Path | None:
    """The report as a file of a format; None where it has nothing for it."""
    path = folder / f"report.{kind}"
    report = readers.read("report.txt", text.encode())
    if kind in ("txt", "md"):
        path.write_text(text, encoding="utf-8")
    elif kind in ("yaml", "json"):
        path.write_text((writer.to_yaml if kind == "yaml" else writer.to_json)(report), "utf-8")
    elif kind == "docx":
        word(report, path, Manner())
    else:
        tables = [
            block
            for sections in report.walk()
            for block in sections[-1].blocks
            if isinstance(block, Table)
        ]
        if not tables:
            return None
        workbook(tables, path)
    return path


def workbook(tables: list[Table], path: Path) -> None:
    """A sheet a table, amounts as numbers."""
    import openpyxl  # noqa: PLC0415

    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, table in enumerate(tables, 1):
        office._sheet(book.create_sheet(f"{number:02d}"), table)  # noqa: SLF001
    book.save(path)


def main() -> None:
    """Try every report in every format."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--rotate", action="store_true")
    parser.add_argument("--unsafe", action="store_true")
    asked = parser.parse_args()
    formats = asked.formats.split(",")
    counts: Counter[tuple[str, str]] = Counter()
    rules: Counter[str] = Counter()
    with TemporaryDirectory() as name:
        for seed in range(asked.seed, asked.seed + asked.reports):
            text = spoilt(seed)
            chosen = (
                [formats[seed // len(composed.MANNERS) % len(formats)]] if asked.rotate else formats
            )
            for kind in chosen if text else ():
                for options in _WAYS[asked.rotate or asked.unsafe :]:
                    tried(seed, written(text, kind, Path(name)), options, counts, rules)
    for key, count in sorted(counts.items()):
        print(*key, count)
    print(*(f"{rule} {count}" for rule, count in rules.most_common()), sep=", ")


def tried(
    seed: int, path: Path | None, options: tuple[str, ...], counts: Counter, rules: Counter
) -> None:
    """Fix one file and hold it to the laws."""
    if path is None:
        return
    kind = f"{path.suffix}{' unsafe' if options else ''}"
    try:
        before = found_in(result_of(path))
    except Exception as error:  # noqa: BLE001 - a file that is no report any more
        counts[kind, f"not read: {type(error).__name__}"] += 1
        return
    old = path.read_bytes()
    broken = broken_laws(path, *options)
    for law in broken:
        print(f"{kind} {seed}: {law}", flush=True)
    gone = before - found_in(result_of(path))
    counts[kind, "reports"] += 1
    counts[kind, "changed"] += path.read_bytes() != old
    counts[kind, "laws broken"] += len(broken)
    counts[kind, "found before"] += before.total()
    counts[kind, "found no more"] += gone.total()
    if options:
        rules.update(rule for rule, *_ in gone.elements())


if __name__ == "__main__":
    main()
