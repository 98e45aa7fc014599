"""Kept trees of packs: the same packs as from their text, and never a stale or broken one."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from jslint import keeping, pack
from jslint.pack import assembly, files
from jslint.tree import store

SHIPPED = [info.path for info in pack.available()]
SMALL = "pack: mine\ntitle: 甲\nrules:\n  - {id: A1}\n"


@pytest.fixture
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A cache of the test's own."""
    monkeypatch.setattr(keeping, "_cache", lambda: str(tmp_path / "cache"))
    monkeypatch.delenv("JSLINT_NO_CACHE", raising=False)
    return tmp_path / "cache"


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: Path(path).stem)
def test_a_kept_tree_gives_the_same_pack(cache: Path, path: str) -> None:
    parsed = files.parsed(files.text(path), path)
    store.keep(path, parsed)

    kept = store.load(path)

    assert kept is not None
    plain, grown = (assembly.built(root, path, {}) for root in (parsed, kept))
    bare = [[replace(rule.entry, samples=None) for rule in one.rules] for one in (grown, plain)]
    assert bare[0] == bare[1]
    assert [q.name for q in grown.quantities] == [q.name for q in plain.quantities]
    assert [e.examples for e in (r.entry for r in grown.rules)] == [
        e.examples for e in (r.entry for r in plain.rules)
    ]


def test_a_changed_file_is_read_anew(cache: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(SMALL, encoding="utf-8")
    store.keep(str(path), files.parsed(SMALL, str(path)))

    os.utime(path, ns=(1, 1))

    assert store.load(str(path)) is None


def test_the_one_file_program_finds_what_it_kept_though_it_unpacks_elsewhere(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "jslint"
    program.write_bytes(b"one")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    unpacked = []
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        unpacked.append(tmp_path / name / "mine.yaml")
        unpacked[-1].write_text(SMALL, encoding="utf-8")
    store.keep(str(unpacked[0]), files.parsed(SMALL, str(unpacked[0])))

    assert store.load(str(unpacked[1])) is not None
    program.write_bytes(b"another version")
    assert store.load(str(unpacked[1])) is None


@pytest.mark.parametrize("garbage", [b"", b"\x00", b"no tree", b"\xff" * 1000])
def test_a_broken_one_counts_as_none(cache: Path, tmp_path: Path, garbage: bytes) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(SMALL, encoding="utf-8")
    store.keep(str(path), files.parsed(SMALL, str(path)))
    (kept,) = (cache / "jslint").iterdir()
    kept.write_bytes(garbage)

    assert store.load(str(path)) is None


def test_none_is_kept_or_used_where_that_is_not_wanted(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(SMALL, encoding="utf-8")
    tree = files.parsed(SMALL, str(path))
    store.keep(str(path), tree)

    monkeypatch.setenv("JSLINT_NO_CACHE", "1")

    assert store.load(str(path)) is None


def test_a_cache_that_cannot_be_written_costs_nothing(cache: Path, tmp_path: Path) -> None:
    cache.write_text("a file where the folder should be", encoding="utf-8")
    path = tmp_path / "mine.yaml"
    path.write_text(SMALL, encoding="utf-8")

    store.keep(str(path), files.parsed(SMALL, str(path)))

    assert store.load(str(path)) is None
