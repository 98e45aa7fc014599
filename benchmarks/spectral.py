"""A folder of structured reports, looked through by jslint and by Spectral with the same rules.

    npm install --global @stoplight/spectral-cli
    python benchmarks/spectral.py [COMMAND] [--count 60] [--rounds 5]

The rules are those of the base pack that Spectral can express: words that must not stand in any text
of a report, with no exception and no place that they depend on. Their patterns are handed to Spectral
as they are, but for the names of groups. Faults are planted in every third report, and both must
find the same rules broken in the same files, or nothing is timed. Then both go through the folder
in turn; the ratios are of one machine's rounds. A second row has jslint do all its rules beside them.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples/clean/report.yaml"
COMMAND = (sys.executable, "-c", "from jslint.cli import script; script()", "check")
#: What a rule of the pack may say that Spectral can be told too; of ``roles`` it is told all texts.
EXPRESSIBLE = {"patterns", "fix", "roles"}
#: What every rule says of itself, whatever it looks for.
OWN = {
    *("id", "name", "kind", "severity", "examples", "stable", "preview"),
    *(f"{key}{end}" for key in ("title", "message", "reason", "basis") for end in ("", "-en")),
}
#: Words that break a rule each, put behind the first sentence that ends so.
PLANTED = ("本年工作布署。", "其中公用经费（）。", "支出12。30万元。", "20241年度决算。")


def rules() -> dict[str, str]:
    """The expressible rules of the base pack, each as one pattern without names for its groups."""
    pack = YAML(typ="safe").load(ROOT / "rules/base.yaml")
    found = {}
    for rule in pack["rules"]:
        if rule["kind"] == "pattern" and not set(rule) - OWN - EXPRESSIBLE:
            patterns = [one if isinstance(one, str) else one["find"] for one in rule["patterns"]]
            joined = "|".join(f"(?:{one})" for one in patterns)
            found[rule["id"]] = re.sub(r"\(\?P<\w+>", "(?:", joined)
    return found


def written(folder: Path, count: int, faults: tuple[str, ...] = PLANTED) -> None:
    """So many reports, each with a number of its own, with one of the faults in every third."""
    text = EXAMPLE.read_text(encoding="utf-8")
    folder.mkdir()
    for number in range(count):
        planted = faults[number // 3 % len(faults)] if faults and number % 3 == 0 else ""
        said = text.replace("数据档案的收集", f"数据档案第{number}号的收集", 1)
        said = said.replace(
            "完成主管部门交办的其他任务。", f"完成主管部门交办的其他任务。{planted}", 1
        )
        (folder / f"{number:03}决算.yaml").write_text(said, encoding="utf-8")


def ruleset(path: Path, patterns: dict[str, str]) -> None:
    """The rules as Spectral takes them: no text of the document may match."""
    made = {
        name: {
            "given": "$..*",
            "severity": "error",
            "then": {"function": "pattern", "functionOptions": {"notMatch": pattern}},
        }
        for name, pattern in patterns.items()
    }
    path.write_text(json.dumps({"rules": made}), encoding="utf-8")


def timed(command: list[str], cache: Path, tree: Path = ROOT) -> tuple[float, float, bytes]:
    """Seconds by the wall's clock and of the processor, and what was printed; no result is kept.

    ``tree`` is the checkout whose code runs; what its first run compiles is there for the next.
    """
    given = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    own = {"XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(tree / "src"), "JSLINT_NO_RESULTS": "1"}
    before, since = os.times(), time.monotonic()
    done = subprocess.run(command, capture_output=True, check=False, env={**given, **own}, cwd=tree)
    if done.returncode > 1:
        sys.exit(done.stderr.decode())
    wall, after = time.monotonic() - since, os.times()
    spent = after.children_user + after.children_system
    return wall, spent - before.children_user - before.children_system, done.stdout


def found_by_jslint(printed: bytes) -> set[tuple[str, str]]:
    """The rules broken, each with its file's name: a line each, ``path:line:column: severity[rule] …``."""
    rows = re.findall(r"(?m)^([^:]+):\d+:\d+: \w+\[(\w+)\]", printed.decode())
    return {(Path(path).name, rule) for path, rule in rows}


def found_by_spectral(printed: bytes) -> set[tuple[str, str]]:
    """The rules broken, each with its file's name."""
    return {(Path(one["source"]).name, one["code"]) for one in json.loads(printed)}


def main() -> int:
    """Compare the findings, then the times; 1 where the findings differ."""
    parser = argparse.ArgumentParser()
    parser.add_argument("spectral", nargs="?", default="spectral", help="Spectral's command")
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    patterns = rules()
    with TemporaryDirectory() as name:
        top = Path(name)
        folder, cache = top / "报告", top / "cache"
        written(folder, given.count)
        ruleset(top / "rules.json", patterns)
        ours = [*COMMAND, str(folder), "--no-cache", "--no-config", "--output-format", "concise"]
        same = [*ours, "-j", "1", "--select", ",".join(patterns)]
        theirs = [given.spectral, "lint", "-q", "-f", "json", "-r", str(top / "rules.json")]
        theirs.append(f"{folder}/*.yaml")
        one = found_by_jslint(timed(same, cache)[2])
        other = found_by_spectral(timed(theirs, cache)[2])
        print(f"{len(patterns)} rules, {given.count} reports; broken: {len(one)}, {len(other)}")
        if one != other:
            print("not the same:", sorted(one ^ other))
            return 1
        ways = {"jslint": same, "Spectral": theirs, "jslint, all rules": [*ours, "-j", "1"]}
        rows: dict[str, list[tuple[float, float]]] = {way: [] for way in ways}
        for _ in range(given.rounds):
            for way, command in ways.items():
                rows[way].append(timed(command, cache)[:2])
    base = [median(row[at] for row in rows["Spectral"]) for at in (0, 1)]
    for way, row in rows.items():
        wall, work = (median(one[at] for one in row) for at in (0, 1))
        ratios = f"{wall / base[0]:.2f} and {work / base[1]:.2f} of Spectral's"
        print(f"{way}: {wall:.2f} s by the clock, {work:.2f} of the processor, {ratios}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
