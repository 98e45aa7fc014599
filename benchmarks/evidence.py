"""Measures what README.md says of jslint, part by part, from the benchmarks: ``python3 dev.py evidence``.

    python3 dev.py evidence [--full] [--only cases,random,…] [--jobs 2] [--list]

Each part runs one command and takes its figure from what that prints. Figures are kept in
docs/evidence.json, each with its date, commit and size, so that a part that was not run now keeps what
it had; the table in README.md and in docs/evidence.md is written anew from all of them. Parts that
need ../shared say so where it is not there. A part whose command fails keeps its old figure, and the
status is 1.
"""

from __future__ import annotations

import argparse
import glob
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shutil import which

ROOT = Path(__file__).resolve().parents[1]
SHARED = "../shared"
DATA = ROOT / "docs" / "evidence.json"
PAGES = (ROOT / "README.md", ROOT / "docs" / "evidence.md")
BEGIN, END = "<!-- evidence: begin -->", "<!-- evidence: end -->"
#: What a page says where a figure has not been measured yet.
MISSING = "没有量过 not measured"

Words = list[str]
_JSLINT = (sys.executable, "-m", "jslint")


class UnreadError(Exception):
    """A command that did not print what it should."""


@dataclass(frozen=True, slots=True)
class Part:
    """A row of the table: what is measured, by which command of which size, and how it is read.

    ``command`` is asked with whether the size is full; ``{jobs}`` stands for the number of
    processes. A command's first word is a script or module of this checkout, or ``jslint``. ``needs``
    is a folder from this checkout, or a command, without which it cannot be measured.
    """

    name: str
    title: str
    command: Callable[[bool], str]
    found: str
    said: str
    needs: str = ""

    @property
    def can_be(self) -> bool:
        """Whether what it needs is there."""
        return not self.needs or (ROOT / self.needs).is_dir() or bool(which(self.needs))

    def value(self, printed: str) -> str:
        """The figure in what the command printed: the last place where ``found`` matches."""
        matches = list(re.finditer(self.found, printed, re.MULTILINE))
        if not matches:
            raise UnreadError(f"{self.name}: nothing like {self.found!r} in:\n{printed[-800:]}")
        return self.said.format(**matches[-1].groupdict())


def _sized(quick: str, full: str) -> Callable[[bool], str]:
    return lambda whole: full if whole else quick


_SCORED = r"^all (?P<all>\d+) documents: found (?P<found>\S+), unlabelled errors and warnings (?P<false>\d+), wholly right (?P<right>\d+)"
_SCORE = "../shared/score.py --cmd jslint ../shared/{}/*.gold.json"
_SAID = "{all} 份：找到 {found}，误报 {false}"
PARTS = (
    Part("cases", "用例：各类失误的短文 labelled cases", lambda _: _SCORE.format("cases"), _SCORED, _SAID, needs=SHARED),
    Part("corpus", "标注的真实报告 labelled real reports", lambda _: _SCORE.format("corpus"), _SCORED, _SAID, needs=SHARED),
    Part(
        "random", "随机的自洽的报告，有错误或警告的 consistent reports with a false alarm",
        _sized(
            "benchmarks.random_reports --seed 0 --count 100 --jobs {jobs}",
            "benchmarks.random_reports --seed 0 --count 10000 --jobs {jobs}",
        ),
        r"^(?P<all>\d+) reports, (?P<bad>\d+) with an error or a warning", "{all} 份中 {bad} 份",
    ),
    Part(
        "slips", "改动其中一个数，被发现的 one figure of them changed: noticed",
        _sized(
            "benchmarks.random_reports --seed 5000 --count 60 --slips 2 --jobs {jobs}",
            "benchmarks.random_reports --seed 5000 --count 2000 --slips 3 --jobs {jobs}",
        ),
        r"^slips (?P<all>\d+), noticed (?P<noticed>\S+), named", "{all} 处的 {noticed}",
    ),
    Part(
        "documents", "决算报告的基准 the benchmark of documents",
        _sized("benchmarks.documents run --quick --jobs {jobs}", "benchmarks.documents run --jobs {jobs}"),
        r"^points \S+ of \d+: (?P<score>\S+)%\nfound (?P<found>\S+), false alarms (?P<false>\d+), wrong values (?P<wrong>\d+)",
        "{score} 分：找到 {found}，误报 {false}，应为写错 {wrong}",
    ),
    Part(
        "one-slip", "一处笔误，只报一条 one slip, one finding",
        _sized(
            "benchmarks.one_slip examples/clean/report.yaml --count 60",
            "benchmarks.one_slip examples/clean/report.yaml --count 600",
        ),
        r"^several +(?P<all>\d+) slips, (?P<heard>\d+) heard, (?P<each>\S+) findings a slip: one (?P<one>\S+) %,.*value (?P<value>\S+) %, wrong (?P<wrong>\S+) %",
        "{heard} 处：只报一条 {one}%，应为正确 {value}%，指错 {wrong}%",
    ),
    Part(
        "mutation", "说明里的数逐个改动，被发现的 each figure of the narrative changed: noticed",
        lambda _: "benchmarks/mutation.py examples/clean/report.txt",
        r"^  swap +(?P<swap>\S+) .*\n  shift +(?P<shift>\S+) .*\n  last +(?P<last>\S+) .*\n  word +(?P<word>\S+) ",
        "换位 {swap}，小数点 {shift}，末位 {last}，方向 {word}",
    ),
    Part(
        "seeded", "植入的常见错误，被发现的 common faults seeded in the example: noticed",
        lambda _: "benchmarks/seeded.py examples/clean/report.txt",
        r"^  all: (?P<caught>\d+)/(?P<all>\d+)", "{all} 处中 {caught} 处",
    ),
    Part(
        "sums", "合计的判定与 Arelle 不同的 verdicts on sums unlike Arelle's",
        _sized("benchmarks/oracles.py sums --count 3000", "benchmarks/oracles.py sums --count 1000000"),
        r"^(?P<all>[\d,]+) sums, (?P<bad>\d+) disagreements", "{all} 个中 {bad} 个",
    ),
    Part(
        "rates", "比率的判定与另写的算法不同的 verdicts on rates unlike an oracle's",
        _sized("benchmarks/oracles.py rates --most 3", "benchmarks/oracles.py rates --most 12"),
        r"^(?P<all>[\d,]+) rates, (?P<bad>\d+) disagreements", "{all} 个中 {bad} 个",
    ),
    Part(
        "fuzz", "损坏的文件，出错或挂起的 damaged files that broke it",
        _sized("benchmarks/fuzz.py --count 60 --jobs {jobs}", "benchmarks/fuzz.py --count 20000 --jobs {jobs}"),
        r"^mutants: (?P<all>\d+) .*faults: (?P<bad>\d+)", "{all} 个中 {bad} 个",
    ),
    Part(
        "coverage", "核对了的数 figures that some rule checks",
        lambda _: "jslint check examples/clean/report.txt --no-config --lang zh",
        r"数字 (?P<all>\d+) 个，已核对 (?P<checked>\d+) 个", "示例的 {all} 个中 {checked} 个",
    ),
    Part(
        "start", "启动与 import click 之比 start, in times of import click",
        _sized("benchmarks/cost.py --rounds 1 --reports 2", "benchmarks/cost.py --rounds 9 --reports 30"),
        r"^--version (?P<version>\S+) x click, check (?P<check>\S+) x click", "--version {version}，check {check}",
    ),
    Part(
        "rules", "规则，一个数 rules, for each figure",
        _sized("benchmarks/cost.py --rounds 1 --reports 2", "benchmarks/cost.py --rounds 9 --reports 30"),
        r"^rules: (?P<made>\d+) us a figure of generated reports, (?P<texts>\d+) of short texts",
        "{made} µs，短文 {texts} µs",
    ),
    Part(
        "pdf", "读并检查 PDF 与 pdfplumber 之比 a PDF, in times of pdfplumber",
        _sized(
            "benchmarks/pdf.py ../shared/corpus/shanghai-czj-2024.pdf --repeat 1",
            "benchmarks/pdf.py ../shared/corpus/shanghai-czj-2024.pdf --repeat 9",
        ),
        r"ratio (?P<ratio>\S+); rules (?P<rules>\S+) of pdfplumber", "{ratio}，其中规则 {rules}", needs=SHARED,
    ),
    Part(
        "memory", "查一份 PDF 的内存 memory of a PDF",
        lambda _: "benchmarks/pdf.py ../shared/corpus/shanghai-czj-2024.pdf --memory",
        r"largest process (?P<one>\d+) MB; together (?P<all>\d+) MB", "最大的进程 {one} MB，连同读文件的共 {all} MB",
        needs=SHARED,
    ),
    Part(
        "then", "60 份结构化报告，与 2026-11-24 的代码之比 a folder of 60, in times of the code of 2026-11-24",
        lambda full: f"benchmarks/then.py f9f447c6 --rounds {5 if full else 1}",
        r"^-j 1: .* (?P<one>\S+) of then\n-j 2: .* processor, (?P<two>\S+) and", "-j 1 {one}，-j 2 {two}",
    ),
    Part(
        "spectral", "只用 Spectral 也能表达的规则，与它之比 the rules that Spectral can express, in its times",
        lambda full: f"benchmarks/spectral.py --rounds {5 if full else 1}",
        r"^jslint: .* processor, (?P<wall>\S+) and (?P<work>\S+) of", "按钟 {wall}，按处理器 {work}", needs="spectral",
    ),
    Part(
        "many", "两个进程，和再查一次 two processes, and a second run",
        _sized("benchmarks/many.py --count 20 --rounds 1", "benchmarks/many.py --count 500 --rounds 3"),
        r"^-j 1 / -j 2: (?P<two>\S+); -j 1 / kept: (?P<kept>\S+);", "快 {two} 倍，快 {kept} 倍",
    ),
    Part(
        "growth", "用时随内容增长的指数 how cost grows: exponent",
        _sized("benchmarks/growth.py report", "benchmarks.growth_plot"),
        r"^(?:report +whole +!? *|exponent )(?P<slope>\d\.\d+)", "{slope}",
    ),
    Part(
        "stability", "有证据的规则 rules with evidence of their own",
        lambda _: "benchmarks/evidence.py --stable", r"^(?P<stable>\d+) of (?P<all>\d+) rules are stable",
        "{all} 条中 {stable} 条",
    ),
)  # fmt: skip


def run(part: Part, *, full: bool, jobs: int) -> str:
    """What the command of a part prints; raise ``UnreadError`` where it ends with an error."""
    words = _argv(part.command(full).format(jobs=jobs))
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    done = subprocess.run(
        words, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    # 1 says that something was found, not that something failed.
    if done.returncode not in (0, 1):
        raise UnreadError(f"{part.name}: status {done.returncode}\n{done.stderr[-800:]}")
    return done.stdout


def _argv(command: str) -> Words:
    """The words of a command as this Python runs them."""
    first, *words = command.split(" ")
    rest = [path for word in words for path in _expanded(word)]
    if first == "jslint":
        return [*_JSLINT, *rest]
    if first.endswith(".py"):
        return [sys.executable, first, *rest]
    return [sys.executable, "-m", first, *rest]


def _expanded(word: str) -> Words:
    """A word as a shell would have it; ``jslint`` is that of this checkout."""
    if word == "jslint":
        return [" ".join(_JSLINT)]
    return sorted(glob.glob(str(ROOT / word))) if "*" in word else [word]


def measured(part: Part, *, full: bool, jobs: int) -> dict[str, object]:
    """A part's figure with its date, commit, size and command."""
    value = part.value(run(part, full=full, jobs=jobs))
    return {
        "value": value,
        "date": date.today().isoformat(),
        "commit": commit(),
        "full": full,
        "command": part.command(full).format(jobs=jobs),
    }


def commit() -> str:
    """The commit that is measured; with ``+`` where files differ from it."""
    git = ("git", "rev-parse", "--short", "HEAD")
    done = subprocess.run(git, cwd=ROOT, capture_output=True, text=True, check=False)
    status = ("git", "status", "--porcelain", "--untracked-files=no", "src", "rules")
    dirty = subprocess.run(status, cwd=ROOT, capture_output=True, text=True, check=False)
    return (done.stdout.strip() or "-") + "+" * bool(dirty.stdout.strip())


def table(kept: Mapping[str, Mapping[str, object]]) -> str:
    """All parts with what was last measured of each."""
    rows = ["| 什么 | 量得 | 何时、哪个提交 | 命令 |", "| --- | --- | --- | --- |"]
    for part in PARTS:
        one = kept.get(part.name)
        if one is None:
            command = part.command(True).format(jobs=2)
            rows.append(f"| {part.title} | {MISSING} | | `{command}` |")
            continue
        size = "" if one["full"] else "（小样）"
        when = f"{one['date']}，{one['commit']}{size}"
        rows.append(f"| {part.title} | {one['value']} | {when} | `{one['command']}` |")
    return "\n".join(rows)


def filled(page: str, text: str) -> str:
    """A page with another table between its marks."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise UnreadError(f"a page without {BEGIN} and {END}")
    return f"{before}{BEGIN}\n\n{text}\n\n{END}{after}"


def kept() -> dict[str, dict[str, object]]:
    """What was measured before."""
    return json.loads(DATA.read_text(encoding="utf-8")) if DATA.exists() else {}


def write(data: Mapping[str, Mapping[str, object]]) -> None:
    """Keep the figures, a line a part, and write the tables."""
    rows = ",\n".join(
        f' "{part.name}": {json.dumps(data[part.name], ensure_ascii=False)}'
        for part in PARTS
        if part.name in data
    )
    DATA.write_text(f"{{\n{rows}\n}}\n", encoding="utf-8", newline="\n")
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        page.write_text(filled(text, table(data)), encoding="utf-8", newline="\n")


def stable() -> str:
    """How many of the shipped rules have evidence."""
    sys.path.insert(0, str(ROOT / "src"))
    from jslint import pack  # noqa: PLC0415 - only this part runs here
    from jslint.authoring import evidence  # noqa: PLC0415

    rules = pack.load([one.name for one in pack.available()]).rules
    count = sum(evidence.of(rule.entry.id).stability == "stable" for rule in rules)
    return f"{count} of {len(rules)} rules are stable"


def main() -> int:
    """Run the parts that are asked for; the exit status."""
    names = [part.name for part in PARTS]
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", type=lambda text: text.split(","), default=names)
    parser.add_argument("--full", action="store_true", help="the sizes that the README stands for")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--list", action="store_true", help="only say which parts there are")
    parser.add_argument("--stable", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if unknown := set(asked.only) - set(names):
        parser.error(f"no part {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    if asked.stable:
        print(stable())
        return 0
    if asked.list:
        print("\n".join(f"{one.name:10} {one.command(asked.full)}" for one in PARTS))
        return 0
    return _measure([one for one in PARTS if one.name in asked.only], asked)


def _measure(parts: list[Part], asked: argparse.Namespace) -> int:
    data, failed = kept(), []
    for part in parts:
        if not part.can_be:
            print(f"{part.name}: {part.needs} is not here; what was measured before stays")
            continue
        begun = time.monotonic()
        try:
            data[part.name] = measured(part, full=asked.full, jobs=asked.jobs)
        except UnreadError as error:
            failed.append(part.name)
            print(error, flush=True)
            continue
        write(data)
        took = time.monotonic() - begun
        print(f"{part.name}: {data[part.name]['value']} ({took:.0f} s)", flush=True)
    if failed:
        print(f"not measured: {', '.join(failed)}")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
