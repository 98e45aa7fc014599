"""The commands of the benchmark; what they do stands in the package's docstring."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import jsonschema

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = Path(__file__).parent / "answers.schema.json"
sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT / "tests"), str(ROOT / "src")]

import benchmarks.documents  # noqa: E402
from benchmarks.documents import adapter, making  # noqa: E402
from benchmarks.documents.scoring import Score, score  # noqa: E402


def scored(folder: Path, answers: dict[str, object]) -> tuple[Score, list[str]]:
    """The score of the answers to the documents of a folder, and what was left unanswered."""
    total, silent = Score(), []
    given = answers["documents"]
    assert isinstance(given, dict)
    for path in sorted((folder / "labels").glob("*.json")):
        labels = json.loads(path.read_text(encoding="utf-8"))["labels"]
        text = (folder / "documents" / f"{path.stem}.txt").read_text(encoding="utf-8")
        if path.stem not in given:
            silent.append(path.stem)
        one = score(text, labels, given.get(path.stem, ()))
        one.remarks = [f"{path.stem} {remark}" for remark in one.remarks]
        total.add(one)
    return total, silent


def shown(total: Score, silent: list[str], *, everything: bool) -> None:
    """Print what answers are worth."""
    print(f"points {float(total.points):g} of {total.defects}: {share(total)}%")
    print(
        f"found {total.found}/{total.defects}, false alarms {total.false}, wrong values {total.wrong}; "
        f"of debatable places {total.debatable}, said again {total.repeated}"
    )
    for family, counts in sorted(total.by_family.items()):
        print(f"  {family}: {counts['found']}/{counts['defects']}")
    if silent:
        print(f"no answer to {len(silent)} documents")
    if everything:
        print("\n".join([*total.remarks, *(f"missed {one}" for one in total.missed)]))


def share(total: Score) -> str:
    return f"{float(100 * total.points / total.defects):.1f}" if total.defects else "-"


def main() -> int:
    """Do what the first argument says."""
    parser = argparse.ArgumentParser(
        description=benchmarks.documents.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=("make", "freeze", "verify", "jslint", "score", "run"))
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("answers", nargs="?", type=Path)
    parser.add_argument("--quick", action="store_true", help=f"the first {making.QUICK} pairs")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--all", action="store_true", help="list what cost points")
    asked = parser.parse_args()
    pairs = making.QUICK if asked.quick else making.PAIRS
    if asked.command == "freeze":
        making.freeze()
    elif asked.command == "verify":
        changed = making.changed(pairs)
        print("\n".join(changed) or f"{2 * pairs} documents are those of the manifest")
        return bool(changed)
    elif asked.command == "run":
        with TemporaryDirectory() as name:
            making.make(Path(name), pairs)
            shown(
                *scored(Path(name), adapter.answers(Path(name), asked.jobs)), everything=asked.all
            )
    elif asked.folder is None or (asked.command == "score" and asked.answers is None):
        parser.error("which folder, and which answers?")
    elif asked.command == "make":
        print(f"{making.make(asked.folder, pairs)} documents in {asked.folder}")
    elif asked.command == "jslint":
        said = adapter.answers(asked.folder, asked.jobs)
        path = asked.folder / "jslint.json"
        path.write_text(json.dumps(said, ensure_ascii=False, indent=1), encoding="utf-8")
        print(path)
    else:
        answers = json.loads(asked.answers.read_text(encoding="utf-8"))
        jsonschema.validate(answers, json.loads(SCHEMA.read_text(encoding="utf-8")))
        shown(*scored(asked.folder, answers), everything=asked.all)
    return 0


if __name__ == "__main__":
    sys.exit(main())
