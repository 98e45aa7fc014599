"""Changes the code itself in one place at a time and asks whether any test notices.

    python benchmarks/code_mutants.py [--count 300] [--seed 1] [--minutes 15] [--jobs 2] [ROOM…]

Rooms are folders of ``src/jslint``; those whose arithmetic matters are the default. A first run of
their tests notes which lines each test runs and how long it takes; a mutant is then run against the
tests that reach its line, the quickest first, in a process of its own that sees the changed source in
place of the file (nothing on disk is touched). Killed is what makes a test fail or run far too long.
The sample depends on the seed alone, and stops at the time given. Survivors are listed: a test is
missing there, or the change makes no difference.
"""

from __future__ import annotations

import argparse
import ast
import copy
import importlib.abc
import importlib.util
import os
import pickle
import random
import re
import signal
import sys
import time
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import FrameType, ModuleType

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "jslint"
ROOMS = ("figures", "rules/bench", "diagnosis")
TESTS = (
    "figures",
    "interval",
    "verdict",
    "numbers_page",
    "grading",
    "cases",
    "relations",
    "diagnosis",
    "diagnosis_model",
    "diagnosis_implied",
    "diagnosis_several",
    "diagnosis_state",
    "diagnosis_properties",
    "causes",
    "account",
    "arithmetic_rules",
    "rules_formula",
    "rendering",
    "near",
    "against",
    "checklist",
    "previous",
    "fixes",
    "why",
)
#: A mutant gets so many times what its tests take, and some seconds to begin with.
SLOWER, STARTING = 5, 20
#: So many tests, and so many seconds of them (as watched), are tried on one mutant, the quickest first.
MOST, LONGEST = 60, 8.0
_SWAPPED: dict[type, type] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.And: ast.Or,
    ast.Or: ast.And,
}
_OPPOSITE = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True)
class Mutant:
    """A file with one node changed: its number in the walk of the tree, and which of its changes."""

    path: Path
    node: int
    change: int
    line: int
    what: str


def mutants(path: Path) -> Iterator[Mutant]:
    """All changes of a file."""
    tree = ast.parse(path.read_text("utf-8"))
    apart = _apart(tree)
    for number, node in enumerate(ast.walk(tree)):
        if id(node) in apart:
            continue
        for change, what in enumerate(_changes(node)):
            yield Mutant(path, number, change, node.lineno, what)


def _apart(tree: ast.Module) -> set[int]:
    """What is not run, or is no matter of ours: annotations, docstrings, imports, asserts, raises."""
    found: set[int] = set()
    for node in ast.walk(tree):
        out: list[ast.AST | None] = []
        if isinstance(node, ast.FunctionDef):
            out += [node.returns, *node.decorator_list, *(one.annotation for one in node.args.args)]
        elif isinstance(node, ast.AnnAssign):
            out.append(node.annotation)
        elif isinstance(node, (ast.Assert, ast.Raise)) or _is_of_types(node):
            out.append(node)
        elif isinstance(node, ast.ClassDef):
            out += [*node.bases, *(word.value for word in node.keywords)]
        for one in out:
            if one is not None:
                found |= {id(below) for below in ast.walk(one)}
    return found


def _is_of_types(node: ast.AST) -> bool:
    if isinstance(node, ast.If):
        return "TYPE_CHECKING" in ast.unparse(node.test)
    return isinstance(node, ast.Assign) and "TypeAlias" in ast.unparse(node)


def _changes(node: ast.AST) -> list[str]:
    """What may be made of a node, in words; ``_changed`` does it by number."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _SWAPPED:
        return [f"{_name(node.ops[0])} for {_name(_SWAPPED[type(node.ops[0])]())}"]
    if isinstance(node, (ast.BinOp, ast.AugAssign)) and type(node.op) in _SWAPPED:
        return [f"{_name(node.op)} for {_name(_SWAPPED[type(node.op)]())}"]
    if isinstance(node, ast.BoolOp):
        return [f"{_name(node.op)} for {_name(_SWAPPED[type(node.op)]())}"]
    if isinstance(node, (ast.If, ast.IfExp)):
        return ["the condition turned round"]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.Not, ast.USub)):
        return [f"{_name(node.op)} left out"]
    if isinstance(node, ast.Constant) and isinstance(node.value, bool):
        return [f"{node.value} turned round"]
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        return [f"{node.value} plus 1"]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _OPPOSITE:
        return [f"{node.func.id} for {_OPPOSITE[node.func.id]}"]
    if isinstance(node, ast.Return) and node.value is not None and not _is_none(node.value):
        return ["None returned"]
    return []


def _name(node: ast.AST) -> str:
    return type(node).__name__


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def source_of(mutant: Mutant) -> str:
    """The changed file."""
    tree = ast.parse(mutant.path.read_text("utf-8"))
    node = next(one for number, one in enumerate(ast.walk(tree)) if number == mutant.node)
    _change(node)
    return ast.unparse(ast.fix_missing_locations(tree))


def _change(node: ast.AST) -> None:
    if isinstance(node, ast.Compare):
        node.ops[0] = _SWAPPED[type(node.ops[0])]()
    elif isinstance(node, (ast.BinOp, ast.AugAssign, ast.BoolOp)):
        node.op = _SWAPPED[type(node.op)]()
    elif isinstance(node, (ast.If, ast.IfExp)):
        node.test = ast.UnaryOp(ast.Not(), node.test)
    elif isinstance(node, ast.UnaryOp):
        inner = copy.deepcopy(node.operand)
        node.op, node.operand = ast.UAdd(), inner
        if not isinstance(inner, ast.Constant):
            node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), inner)
    elif isinstance(node, ast.Constant):
        node.value = not node.value if isinstance(node.value, bool) else node.value + 1
    elif isinstance(node, ast.Call):
        node.func.id = _OPPOSITE[node.func.id]
    elif isinstance(node, ast.Return):
        node.value = ast.Constant(None)


class Changed(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Gives the changed source in place of the module's own."""

    def __init__(self, name: str, path: Path, source: str) -> None:
        self.name, self.path, self.source = name, path, source

    def find_spec(self, name: str, _: object, __: object = None) -> object:
        if name != self.name:
            return None
        inside = [str(self.path.parent)] if self.path.name == "__init__.py" else None
        found = importlib.util.spec_from_file_location(
            name, self.path, loader=self, submodule_search_locations=inside
        )
        assert found is not None
        return found

    def get_source(self, _: str) -> str:
        return self.source

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self.source, str(self.path), "exec"), module.__dict__)  # noqa: S102 - our own


class Watch:
    """Which lines of the rooms each test runs, and how long it takes."""

    def __init__(self, rooms: Sequence[str]) -> None:
        self.prefixes = tuple(str(SOURCE / room) + os.sep for room in rooms)
        self.lines: dict[tuple[str, int], set[str]] = {}
        self.took: dict[str, float] = {}
        self.test = ""
        self.failed: list[str] = []

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        self.test, began = item.nodeid, time.perf_counter()
        sys.settrace(self._called)
        yield
        sys.settrace(None)
        self.took[item.nodeid] = time.perf_counter() - began

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.append(report.nodeid)

    def _called(self, frame: FrameType, *_: object) -> object:
        return self._ran if frame.f_code.co_filename.startswith(self.prefixes) else None

    def _ran(self, frame: FrameType, event: str, _: object) -> object:
        if event == "line":
            self.lines.setdefault((frame.f_code.co_filename, frame.f_lineno), set()).add(self.test)
        return self._ran


class Only:
    """Runs some tests, in a given order."""

    def __init__(self, wanted: Sequence[str]) -> None:
        self.wanted = {name: number for number, name in enumerate(wanted)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted(
            (one for one in items if one.nodeid in self.wanted),
            key=lambda one: self.wanted[one.nodeid],
        )


def _pytest(files: Sequence[str], *plugins: object, stop: bool = True) -> int:
    quiet = ["-q", "--no-header", "-p", "no:cacheprovider", "--tb=no", "-p", "no:xdist"]
    given = [*quiet, *(["-x"] if stop else []), *files]
    return int(pytest.main(given, plugins=list(plugins)))


def _forked(work: object, seconds: float) -> int:
    """The status of work in a process of its own; 99 where it takes too long."""
    pid = os.fork()
    if pid == 0:
        os.setpgrp()
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        try:
            os._exit(work())  # type: ignore[operator]
        finally:
            os._exit(98)
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.02)
    os.killpg(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return 99


def run(mutant: Mutant, watch: dict[str, object]) -> str:
    """What became of a mutant: killed, slow, survived, or reached by no test."""
    took: dict[str, float] = watch["took"]  # type: ignore[assignment]
    lines: dict[tuple[str, int], set[str]] = watch["lines"]  # type: ignore[assignment]
    reached = sorted(lines.get((str(mutant.path), mutant.line), ()), key=lambda one: took[one])
    # What runs at the import only (a table, a default) is reached by whatever uses its name.
    if not reached:
        reached = sorted(_using(mutant, lines), key=lambda one: took[one])
    if not reached:
        return "unreached"
    reached = _affordable(reached, took)
    name = ".".join(mutant.path.relative_to(SOURCE.parent).with_suffix("").parts)
    files = list(dict.fromkeys(one.partition("::")[0] for one in reached))

    def work() -> int:
        sys.meta_path.insert(
            0, Changed(name.removesuffix(".__init__"), mutant.path, source_of(mutant))
        )
        return _pytest(files, Only(reached))

    status = _forked(work, STARTING + SLOWER * sum(took[one] for one in reached))
    return {0: "survived", 99: "slow"}.get(status, "killed")


def _using(mutant: Mutant, lines: dict[tuple[str, int], set[str]]) -> set[str]:
    """The tests that run a line with the name that is given a value where the mutant is."""
    source = mutant.path.read_text("utf-8").split("\n")
    at = mutant.line - 1
    while at and source[at][:1] in ("", " ", "}", ")"):
        at -= 1
    found = re.match(r"(?:def |class )?(\w+)", source[at])
    name = found[1] if found else ""
    return {
        test
        for (path, line), tests in lines.items()
        if path == str(mutant.path) and name in source[line - 1]
        for test in tests
    }


def _affordable(tests: Sequence[str], took: dict[str, float]) -> list[str]:
    """The quickest tests, as far as the time for one mutant goes; one at least."""
    spent = list(accumulate(took[one] for one in tests[:MOST]))
    return [one for one, so_far in zip(tests, spent, strict=False) if so_far <= LONGEST] or [
        *tests[:1]
    ]


def _kept(path: Path | None, rooms: Sequence[str]) -> dict[str, object]:
    """What a run before has noted, if that is kept; the lines must still be the same."""
    if path is not None and path.exists():
        return pickle.loads(path.read_bytes())  # type: ignore[no-any-return]  # noqa: S301 - our own
    found = _watched(rooms)
    if path is not None:
        path.write_bytes(pickle.dumps(found))
    return found


def _watched(rooms: Sequence[str]) -> dict[str, object]:
    """Which tests run which lines; those that fail without any change (too slow) tell nothing."""
    files = [f"tests/test_{name}.py" for name in TESTS]
    read, write = os.pipe()

    def work() -> int:
        watch = Watch(rooms)
        status = _pytest(files, watch, stop=False)
        with os.fdopen(write, "wb") as out:
            failed = set(watch.failed)
            lines = {where: tests - failed for where, tests in watch.lines.items()}
            found = {"lines": lines, "took": watch.took, "failed": watch.failed}
            pickle.dump(found, out)
        return status

    pid = os.fork()
    if pid == 0:
        os.close(read)
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os._exit(work())
    os.close(write)
    with os.fdopen(read, "rb") as given:
        found: dict[str, object] = pickle.load(given)  # noqa: S301 - from our own process
    os.waitpid(pid, 0)
    if not found["took"]:
        raise SystemExit("the tests cannot be collected")
    for name in found["failed"]:  # type: ignore[attr-defined]
        print(f"fails without any change: {name}", flush=True)
    return found


def main() -> int:
    """Print what became of a sample of all mutants; 1 where too many survive."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("rooms", nargs="*", default=list(ROOMS))
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=15.0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--known", type=Path, help="where to keep what the first run has noted")
    parser.add_argument("--least", type=float, default=0.85, help="the share to be killed")
    given = parser.parse_args()
    os.chdir(ROOT)
    sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
    os.environ["PYTHONPATH"] = str(ROOT / "src")
    began = time.monotonic()
    files = [path for room in given.rooms for path in sorted((SOURCE / room).rglob("*.py"))]
    every = [one for path in files for one in mutants(path)]
    sample = random.Random(given.seed).sample(every, min(given.count, len(every)))
    watch = _kept(given.known, given.rooms)
    print(
        f"{len(every)} mutants, {len(sample)} of them tried; the tests are known after"
        f" {time.monotonic() - began:.0f} s",
        flush=True,
    )
    until = began + 60 * given.minutes
    results = _shared(sample, watch, until, given.jobs)
    return _told(results, given.least)


def _shared(
    sample: Sequence[Mutant], watch: dict[str, object], until: float, jobs: int
) -> list[tuple[Mutant, str]]:
    """The sample, shared out among processes; what the time does not reach is left out."""
    pipes = []
    for number in range(jobs):
        read, write = os.pipe()
        if os.fork() == 0:
            os.close(read)
            with os.fdopen(write, "w") as out:
                for at in range(number, len(sample), jobs):
                    if time.monotonic() > until:
                        break
                    became = run(sample[at], watch)
                    print(at, became, file=out, flush=True)
                    if became in ("survived", "unreached"):
                        print(_line(sample[at], became), flush=True)
            os._exit(0)
        os.close(write)
        pipes.append(read)
    found = []
    for read in pipes:
        with os.fdopen(read) as given:
            found += [line.split() for line in given]
    return [(sample[int(at)], became) for at, became in sorted(found, key=lambda one: int(one[0]))]


def _line(mutant: Mutant, became: str) -> str:
    where = mutant.path.relative_to(SOURCE)
    line = mutant.path.read_text("utf-8").split("\n")[mutant.line - 1].strip()
    return f"{became}: {where}:{mutant.line}: {mutant.what}: {line}"


def _told(results: Sequence[tuple[Mutant, str]], least: float) -> int:
    rooms: dict[str, Counter[str]] = {}
    for mutant, became in results:
        room = str(mutant.path.relative_to(SOURCE).parent)
        rooms.setdefault(room, Counter())[became] += 1
    dead = sum(row["killed"] + row["slow"] for row in rooms.values())
    for room, row in sorted(rooms.items()):
        print(f"{room}: {row['killed'] + row['slow']} of {row.total()} killed ({dict(row)})")
    share = dead / max(1, len(results))
    print(f"all: {dead} of {len(results)} killed, {share:.1%}")
    return int(share < least)


if __name__ == "__main__":
    hypothesis.settings.register_profile("mutants", derandomize=True, deadline=None, database=None)
    raise SystemExit(main())
