"""Tries the one-file program as it is handed out, and measures it: ``python trial.py dist/jslint``.

It runs in an empty folder with nothing of Python's in its surroundings. What it must load by name is
asked for at least once: every format, the readers and writers of Office files and of PDF, the kinds
of all packs, the processes of ``-j``.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

import packages  # noqa: E402 - what makes such files stands with the tests
import pdf_pages  # noqa: E402

EXAMPLES = ROOT / "examples"
#: Formats that go to standard output.
FORMATS = [
    "text",
    "concise",
    "json",
    "jsonl",
    "sarif",
    "junit",
    "github",
    "gitlab",
    "markdown",
    "html",
    "csv",
]
_TIMED = 5
#: 300 of 500 is 60 %.
_TEXT = ("二、收入决算情况说明", "本年收入合计500.00万元，其中：财政拨款收入300.00万元，占62.0%；")


@dataclass(frozen=True, slots=True)
class Trial:
    """A call, the exit status it must have, and words it must print."""

    arguments: tuple[str, ...]
    status: int
    said: str = ""


def trials(folder: Path) -> list[Trial]:
    """What is tried, in order; files of other formats are put into a folder."""
    clean, faulty = (str(EXAMPLES / name / "report.txt") for name in ("clean", "faulty"))
    found = [
        Trial(("--version",), 0, "jslint "),
        Trial(("--help",), 0, "check"),
        Trial(("rules",), 0, "SUM101"),
        Trial(("rules", "test"), 0),
        Trial(("explain", "SUM101"), 0, "SUM101"),
        Trial(("schema", "pack"), 0, "$schema"),
        Trial(("check", clean), 0),
        Trial(("check", "-j", "2", clean, faulty), 1, "PCT101"),
        Trial(("check", str(EXAMPLES / "faulty" / "report.yaml")), 1),
    ]
    found += [Trial(("check", "--output-format", name, faulty), 1) for name in FORMATS]
    book = str(folder / "found.xlsx")
    found.append(Trial(("check", "-o", book, faulty), 1))
    found += [Trial(("check", str(path)), status) for path, status in samples(folder)]
    word, page = str(folder / "word.docx"), str(folder / "page.pdf")
    found += [
        Trial(("annotate", one, "-o", str(folder / f"noted{Path(one).suffix}")), 0)
        for one in (word, page)
    ]
    found.append(Trial(("summary", word, "--letters", str(folder / "letters")), 0))
    # Its items that do not pass are findings.
    return [*found, Trial(("checklist", word, "-o", str(folder / "list.xlsx")), 1)]


def samples(folder: Path) -> list[tuple[Path, int]]:
    """A Word file, a PDF and an .xls, each with the status that it must have."""
    document = packages.word("".join(map(packages.p, _TEXT)))
    page = pdf_pages.Page()
    for number, line in enumerate(_TEXT):
        page.write(90, 100 + 30 * number, line)
    book = packages.compound(
        "Workbook", packages.biff({(0, 0): "项目", (0, 1): "金额", (1, 0): "合计", (1, 1): 7.2})
    )
    made = {"word.docx": (document, 1), "page.pdf": (pdf_pages.pdf(page), 1), "old.xls": (book, 0)}
    for name, (data, _) in made.items():
        (folder / name).write_bytes(data)
    return [(folder / name, status) for name, (_, status) in made.items()]


def run(program: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The program in a folder, with none of Python's variables."""
    surroundings = {name: value for name, value in os.environ.items() if "PYTHON" not in name}
    surroundings |= {"XDG_CACHE_HOME": str(folder), "LOCALAPPDATA": str(folder), "LANG": "C.UTF-8"}
    return subprocess.run(
        [str(program), *arguments],
        cwd=folder,
        env=surroundings,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def fastest(program: Path, folder: Path, *arguments: str) -> float:
    """The shortest of several runs, in seconds."""
    took = []
    for _ in range(_TIMED):
        start = time.perf_counter()
        run(program, folder, *arguments)
        took.append(time.perf_counter() - start)
    return min(took)


def main(arguments: list[str]) -> int:
    """Try all; the exit status."""
    program = Path(arguments[0]).resolve()
    wrong = 0
    with TemporaryDirectory() as name:
        folder = Path(name)
        for trial in trials(folder):
            done = run(program, folder, *trial.arguments)
            if done.returncode != trial.status or trial.said not in done.stdout:
                wrong += 1
                print(f"{trial}：{done.returncode}\n{done.stdout[-500:]}{done.stderr[-2000:]}")
        kept = sum(1 for path in folder.rglob("*") if path.is_file())
        version, check = (
            fastest(program, folder, *call)
            for call in (("--version",), ("check", str(EXAMPLES / "clean" / "report.txt")))
        )
        left = sum(1 for path in folder.rglob("*") if path.is_file()) - kept
    size = program.stat().st_size / 1_000_000
    print(f"{size:.1f} MB；--version {version:.2f} 秒；check 一份 {check:.2f} 秒；多留文件 {left}")
    print(f"{wrong} 项未通过" if wrong else "都通过")
    return 1 if wrong or left else 0


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
