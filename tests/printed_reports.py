"""Reports to print: the examples and those of the regions, with their planted faults."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from test_regions import FAULTS

from jslint import engine, pack, readers

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path as Folder

    from printed import Manner

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "examples"))
REGIONS = tuple(path.stem for path in sorted((ROOT / "tests" / "regions").glob("*.txt")))
NAMES = ("clean", "faulty", *REGIONS)
_SPACE = re.compile(r"\s+")


def source(name: str) -> str:
    """A report as text; one of a region with every fault that is planted in it at once."""
    import build

    if name in ("clean", "faulty"):
        return build.clean() if name == "clean" else build.faulty()
    text = (ROOT / "tests" / "regions" / f"{name}.txt").read_text(encoding="utf-8")
    for _, printed, fault in FAULTS.get(name, ()):
        text = text.replace(printed, fault)
    return text


def findings(path: Path) -> Counter[tuple[str, str]]:
    """The (rule, excerpt) of a file, blanks left out: a PDF has none of its own."""
    report = readers.read(path.name, path.read_bytes())
    found = engine.lint(report, pack.load(pack.choose(report))).diagnostics
    return Counter((each.rule, _SPACE.sub("", each.excerpt)) for each in found)


def written(pairs: Iterable[tuple[str, Manner]], folder: Folder) -> list[Path]:
    """The Word files of reports in manners."""
    import printed

    return [
        printed.word(
            readers.read("report.txt", source(name).encode()),
            folder / f"{name}-{manner.name}.docx",
            manner,
        )
        for name, manner in pairs
    ]


def differences(words: Iterable[Path]) -> list[str]:
    """What each PDF beside its Word file says more (+) or less (-) than that."""
    found = []
    for word in words:
        mine, other = findings(word.with_suffix(".pdf")), findings(word)
        found += [f"{word.stem}: +{' '.join(each)}" for each in (mine - other).elements()]
        found += [f"{word.stem}: -{' '.join(each)}" for each in (other - mine).elements()]
    return found
