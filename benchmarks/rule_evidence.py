"""Gathers what each rule has shown: how often it could be applied, what it reported, true or false.

    python -m benchmarks.rule_evidence [--quick] [--only cases,corpus,…] [--jobs 2] [--shared ../shared]

Sources: ``cases`` and ``corpus`` (labelled texts outside of the repository), ``random`` (consistent
reports: whatever is said aloud is false), ``slips`` (a figure of one changed), ``documents`` (the
benchmark with its labels), ``seeded`` (benchmarks/seeded.py in the examples), ``units`` (departments
beside their units). Writes src/jslint/authoring/evidence.json, where a source that was not measured
now keeps what it had. docs/stability.md says what is made of it.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import date
from functools import partial
from io import StringIO
from multiprocessing import Pool
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks"), str(ROOT / "tests"), str(ROOT / "src")]

from benchmarks.documents import adapter, making  # noqa: E402
from benchmarks.documents.planting import FAMILIES  # noqa: E402
from benchmarks.documents.scoring import FALSE, FOUND, judged  # noqa: E402

import departments  # noqa: E402
import seeded  # noqa: E402
from jslint import cli, engine, pack, readers  # noqa: E402
from jslint.authoring.evidence import CLASSES, PATH, SOURCES  # noqa: E402
from jslint.diagnostic import Severity  # noqa: E402
from truth import composed, corrupt  # noqa: E402
from truth.checking import result_of, set_aside  # noqa: E402

if TYPE_CHECKING:
    from jslint.diagnostic import Diagnostic, Result

SHARED = ROOT.parent / "shared"
#: The slug of a class of seeded faults; what is not here is ``section-figures``.
SEEDED = {
    "01 占比": "share", "02 完成率": "completion", "03 增减率": "growth", "05 未更新": "last-year",
    "06 文字金额": "amount", "06 表": "cell", "07 错行": "row", "08 方向": "direction",
    "09 零基数": "zero-base", "10 残留": "leftover", "11 科目": "account", "12 单位": "unit",
    "13 比例": "ratio", "14 名称": "name", "14 标点": "mark", "14 错字": "typo", "15 具体": "item",
    "15 列举": "listing", "15 原因": "reason", "15 数量": "count", "17 上年不一": "prior",
    "17 重复": "repetition", "20 章节": "section", "21 表格": "table",
}  # fmt: skip
TRUE, WRONG = "true", "false"


@dataclass(frozen=True, slots=True)
class Said:
    """What rules did in one text: applied, and each report with its verdict and fault class."""

    applied: frozenset[str] = frozenset()
    found: tuple[tuple[str, str, str], ...] = ()


def applied(result: Result) -> frozenset[str]:
    """The rules that looked at something."""
    broken = (rule for one in result.diagnostics for rule in (one.rule, *one.also))
    return frozenset((*(one.rule for one in result.holds), *broken))


def rules_of(one: Diagnostic) -> tuple[str, ...]:
    """The rules that a diagnostic speaks for."""
    return tuple(dict.fromkeys((one.rule, *one.also)))


# ---- consistent reports, and one figure of each changed ----------------------------------------


def of_random(seed: int) -> Said:
    """Whatever is said aloud of a consistent report is false, but for what it may rightly lack."""
    report = _composed(seed)
    if report is None:
        return Said()
    result = result_of(report.text())
    found = (
        (rule, WRONG if _loud(one) and not set_aside(one) else "", "")
        for one in result.diagnostics
        for rule in rules_of(one)
    )
    return Said(applied(result), tuple(found))


def _composed(seed: int) -> composed.Report | None:
    names = list(composed.MANNERS)
    return composed.MANNERS[names[seed % len(names)]](seed)


def _loud(one: Diagnostic) -> bool:
    return one.severity is not Severity.INFO


def of_slips(seed: int) -> Said:
    """A figure changed beyond what its relations allow: what names its line is true."""
    report = _composed(seed)
    rng = Random(f"evidence/{seed}")
    at = rng.randrange(len(report.pieces)) if report else 0
    change = corrupt.slip(report.pieces[at], rng) if report else None
    if report is None or change is None:
        return Said()
    piece = report.pieces[at]
    text = report.text({at: corrupt.figures_with(piece, change)})
    clean = report.text()
    pairs = enumerate(zip(text.split("\n"), clean.split("\n"), strict=True), 1)
    changed = {line for line, (one, other) in pairs if one != other}
    before = {seeded._key(one) for one in result_of(clean).diagnostics}
    result = result_of(text)
    names = {f"slip-{FAMILIES[name]}" for name in change.broken}
    found = (
        (rule, TRUE if changed & seeded._places(one) else "", kind)
        for one in result.diagnostics
        if seeded._key(one) not in before
        for rule in rules_of(one)
        for kind in sorted(names)
    )
    return Said(applied(result), tuple(found))


# ---- the benchmark ------------------------------------------------------------------------------


def of_document(one: making.Document) -> Said:
    """The findings of a document by its labels."""
    result = result_of(one.text)
    found = []
    for diagnostic in result.diagnostics:
        said = adapter.of_diagnostic(diagnostic)
        points, label = judged(one.text.split("\n"), one.labels, said)
        verdict = (
            TRUE if points == FOUND else WRONG if points <= FALSE and _loud(diagnostic) else ""
        )
        kind = _class(label["planted"]) if label and verdict == TRUE else ""
        found += [(rule, verdict, kind) for rule in rules_of(diagnostic)]
    return Said(applied(result), tuple(found))


def _class(planted: str) -> str:
    if planted.startswith("slip "):
        return planted.replace(" ", "-")
    return SEEDED.get(" ".join(planted.split(" ")[:2]), "section-figures")


# ---- seeded faults ------------------------------------------------------------------------------


def of_seeded(path: Path) -> Said:
    """Every seeded fault that has a place in a report; what is new and near it is true."""
    outcomes = seeded.run(path, "")
    found = (
        (rule, TRUE if one.near else "", SEEDED.get(one.fault.kind, "section-figures"))
        for one in outcomes
        for rule in one.rules
    )
    report = readers.read(str(path), path.read_bytes())
    result = engine.lint(report, pack.load(pack.choose(report)))
    return Said(applied(result), tuple(found))


# ---- labelled texts -----------------------------------------------------------------------------


def of_gold(shared: Path, gold: Path) -> Said:
    """The findings of a labelled text, matched as ../shared/score.py does."""
    spec = importlib.util.spec_from_file_location("score", shared / "score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    labels = json.loads(gold.read_text(encoding="utf-8"))
    path = gold.parent / labels["document"].split("/")[-1]
    report = readers.read(str(path), path.read_bytes())
    result = engine.lint(report, pack.load(pack.choose(report)))
    found = []
    for one in result.diagnostics:
        keys = ("message", "excerpt", "expected", "actual", "section")
        text = score.text_of({key: getattr(one, key) for key in keys})
        known = any(score.matches(defect, text) for defect in labels["defects"])
        verdict = TRUE if known else WRONG if _loud(one) else ""
        found += [(rule, verdict, "labelled") for rule in rules_of(one)]
    return Said(applied(result), tuple(found))


# ---- departments beside their units -------------------------------------------------------------


def of_units(seed: int) -> Said:
    """Three departments of eight units: as they are, then each with an account that is not theirs."""
    wholes = departments.departments(seed, 3, 8)
    clean, faulty = _summed(wholes, 0), _summed(wholes, 50_000_000)
    ids = frozenset(rule.entry.id for rule in pack.load(("mof",)).rules if rule.OF_SEVERAL)
    found = [(rule, WRONG, "") for rule in clean]
    return Said(ids, (*found, *((rule, TRUE, "units") for rule in faulty)))


def _summed(wholes: list[departments.Department], more: int) -> list[str]:
    """The rules that ``jslint summary`` names where departments print so many fen more."""
    with TemporaryDirectory() as name:
        for one in wholes:
            folder = Path(name) / one.whole.name
            folder.mkdir()
            code = max(one.whole.accounts)
            kinds = {departments.BASIC: more, departments.FISCAL: more}
            whole = departments._with(one.whole, code, kinds)
            counts = {**whole.counts, "kept": whole.counts["kept"] + bool(more) * 7}
            whole = departments.replace(whole, counts=counts)
            for body in (whole, *one.units):
                text = departments.text(body)
                (folder / departments.file_of(body)).write_text(text, encoding="utf-8")
        output = Path(name) / "summary.json"
        with redirect_stdout(StringIO()):
            cli.main(["summary", name, "--select", "SUM25,CNT25", "-q", "-o", str(output)])
        told = json.loads(output.read_text(encoding="utf-8"))
    return [found["rule"] for one in told["departments"] for found in one["findings"]]


# ---- gathering ----------------------------------------------------------------------------------

Task = tuple[Callable[..., Said], Iterable[object]]


def tasks(asked: argparse.Namespace) -> Iterator[tuple[str, Task]]:
    """What there is to do for each source that is asked for and can be measured here."""
    many = 150 if asked.quick else 3000
    regions = sorted((ROOT / "tests" / "regions").glob("*.txt"))
    reports = [ROOT / "examples/clean/report.txt", *regions]
    texts = sorted((asked.shared / "corpus").glob("*.txt"))
    gold = {name: sorted((asked.shared / name).glob("*.gold.json")) for name in ("cases", "corpus")}
    every: dict[str, Task] = {
        "cases": (partial(of_gold, asked.shared), gold["cases"]),
        "corpus": (partial(of_gold, asked.shared), gold["corpus"]),
        "random": (of_random, range(many)),
        "slips": (of_slips, range(many)),
        "documents": (of_document, making.documents(making.QUICK if asked.quick else making.PAIRS)),
        "seeded": (of_seeded, reports[:2] if asked.quick else [*reports, *texts]),
        "units": (of_units, range(1 if asked.quick else 5)),
    }
    for name, (work, items) in every.items():
        if name in (asked.only or SOURCES):
            given = list(items)
            if given:
                yield name, (work, given)
            else:
                print(f"{name}: nothing to measure here; what was measured before stays")


def tallied(said: Iterable[Said]) -> tuple[dict[str, list[int]], dict[str, set[str]]]:
    """Applied, reported, true and false, by rule; and the classes of what it truly found."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    reached: dict[str, set[str]] = defaultdict(set)
    for one in said:
        for rule in one.applied:
            counts[rule]["applied"] += 1
        for rule, verdict, kind in one.found:
            counts[rule].update(("said", verdict))
            if verdict == TRUE and kind:
                reached[rule].add(kind)
    names = ("applied", "said", TRUE, WRONG)
    return {rule: [one[name] for name in names] for rule, one in counts.items()}, reached


def updated(kept: dict[str, object], name: str, texts: int, said: list[Said]) -> dict[str, object]:
    """The data with a source measured anew."""
    counts, reached = tallied(said)
    rules = {
        id_: {key: value for key, value in one.items() if key != name}
        for id_, one in kept["rules"].items()
    }
    for id_ in sorted({*counts, *rules}):
        one = rules.setdefault(id_, {})
        if id_ in counts:
            one[name] = [*counts[id_], sorted(reached.get(id_, ()), key=CLASSES.index)]
    head = {"texts": texts, "date": date.today().isoformat(), "commit": commit()}
    return {"sources": {**kept["sources"], name: head}, "rules": rules}


def commit() -> str:
    """The commit that is measured."""
    done = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip() or "-"


def written(data: dict[str, object]) -> str:
    """The data as it is kept: a line a source, a line a rule, in order."""
    known = {rule.entry.id for rule in pack.load([one.name for one in pack.available()]).rules}
    parts = []
    for key, order in (("sources", SOURCES.index), ("rules", None)):
        rows = {
            name: {inner: one[inner] for inner in (SOURCES if key == "rules" else one) if inner in one}
            for name, one in sorted(data[key].items(), key=lambda item: order(item[0]) if order else item[0])
            if key == "sources" or (name in known and one)
        }  # fmt: skip
        lines = ",\n".join(
            f' "{name}": {json.dumps(one, ensure_ascii=False)}' for name, one in rows.items()
        )
        parts.append(f'"{key}": {{\n{lines}\n}}')
    return "{" + ",\n".join(parts) + "}\n"


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", type=lambda text: tuple(text.split(",")), default=())
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--output", type=Path, default=Path(PATH))
    asked = parser.parse_args()
    data = json.loads(asked.output.read_text(encoding="utf-8")) if asked.output.exists() else {}
    data = {"sources": {}, "rules": {}, **data}
    with Pool(asked.jobs) as pool:
        for name, (work, items) in tasks(asked):
            # ``jslint summary`` has processes of its own, which a process of a pool may not.
            said = list(map(work, items)) if name == "units" else pool.map(work, items, 1)
            data = updated(data, name, len(items), said)
            asked.output.write_text(written(data), encoding="utf-8", newline="\n")
            print(f"{name}: {len(items)}", flush=True)


if __name__ == "__main__":
    main()
