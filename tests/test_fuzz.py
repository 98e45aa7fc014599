"""A few damaged files of every format; ``benchmarks/fuzz.py`` tries any number."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

if os.name == "nt":
    pytest.skip("limits of processes are POSIX's", allow_module_level=True)

import fuzz
from mutants import MUTATORS, seeds


def test_damaged_files_are_checked_or_refused() -> None:
    done, faults = fuzz.fuzz(count=10 * len(MUTATORS), seed=0, suffixes=tuple(MUTATORS), jobs=1)

    assert set(done) == set(MUTATORS) == set(seeds())
    assert [(fault.suffix, fault.seed, fault.what) for fault in faults] == []


def test_what_is_damaged_was_whole(tmp_path: Path) -> None:
    valid = seeds()
    for suffix, data in valid.items():
        (tmp_path / f"seed{suffix}").write_bytes(data)

    for suffix in valid:
        name = f"seed{suffix if '.' in suffix else suffix + '.yaml'}"
        (tmp_path / name).write_bytes(valid[suffix])
        given = fuzz.arguments(suffix, tmp_path / name, tmp_path)
        assert fuzz.cli.main(["check", *given, "-o", str(tmp_path / "out")]) < 2, suffix


def test_a_mutant_is_the_same_whenever_it_is_made() -> None:
    valid = seeds()

    for suffix in MUTATORS:
        assert fuzz.mutant(3, suffix, valid) == fuzz.mutant(3, suffix, valid)
