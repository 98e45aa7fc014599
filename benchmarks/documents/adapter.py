"""jslint's answers: its own JSON, read as any checker's answers are."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from jslint.diagnostic import Diagnostic

#: An info is a remark, not a finding.
_LOUD = ("error", "warning")


def answers(folder: Path, jobs: int) -> dict[str, object]:
    """What jslint finds in the documents of a folder."""
    command = (sys.executable, "-c", "from jslint.cli import script; script()", "check")
    options = (
        "--no-config",
        "--output-format",
        "json",
        "--lang",
        "zh",
        "-j",
        str(jobs),
        "--no-cache",
    )
    done = subprocess.run(
        [*command, *options, "--fail-on", "never", "."],
        cwd=folder / "documents", capture_output=True, check=True, encoding="utf-8",
    )  # fmt: skip
    said = json.loads(done.stdout)
    documents: dict[str, list[object]] = {
        path.stem: [] for path in sorted((folder / "documents").iterdir())
    }
    for one in said["diagnostics"]:
        if one["severity"] in _LOUD:
            documents[_stem(one["path"])].append(finding(one))
    return {"version": 1, "checker": f"jslint {said['tool']['version']}", "documents": documents}


def _stem(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2].removesuffix(".txt")


def finding(one: Mapping[str, object]) -> dict[str, object]:
    """A diagnostic as a finding; a value is claimed only where no other explanation is as good."""
    cause = one["cause"] or {}
    open_ = bool(cause.get("alternatives")) and not cause.get("suspects")
    return {
        **_place(one),
        "should_be": None if open_ else one["expected"] or None,
        "family": one["rule"].rstrip("0123456789"),
        "message": f"{one['rule']} {one['message']}",
        "also": [_place(other) for other in one["related"]],
    }


def of_diagnostic(one: Diagnostic) -> dict[str, object]:
    """A diagnostic as a finding, without the way through JSON."""
    open_ = bool(one.cause and one.cause.alternatives and not one.cause.suspects)
    also = [
        {"line": other.place.line, "column": other.place.column, "quote": other.excerpt}
        for other in one.related
    ]
    return {
        "line": one.place.line,
        "column": one.place.column,
        "quote": one.excerpt,
        "should_be": None if open_ else one.expected or None,
        "family": one.rule.rstrip("0123456789"),
        "message": f"{one.rule} {one.message}",
        "also": also,
    }


def _place(one: Mapping[str, object]) -> dict[str, object]:
    where = one["location"] or {}
    return {"line": where.get("line"), "column": where.get("column"), "quote": one["excerpt"]}
