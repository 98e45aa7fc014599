"""Changes the code itself in one place at a time and asks whether any test notices.

    python benchmarks/code_mutants.py [--count 300] [--seed 1] [--minutes 15] [--jobs 2] [ROOM…]

Rooms are folders (or files, without ``.py``) of ``src/jslint``; those whose arithmetic matters are
the default. All tests are collected once; a first run of them notes which statements each runs and
how long it takes (kept with ``--known``). A mutant is then tried in a fork of that process, where the
function or the value is put in place of the old one (nothing on disk is touched), against the
tests that reach its line, the quickest first. What survives there although it is used at the import
is tried once more in an interpreter that reads the changed source. Killed is what makes a test fail
or run far too long. The sample depends on the seed alone, and stops at the time given. Survivors are
listed: a test is missing there, or the change makes no difference.
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
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
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
    "cells",
    "relations",
    "diagnosis",
    "diagnosis_model",
    "diagnosis_implied",
    "diagnosis_several",
    "diagnosis_state",
    "diagnosis_tables",
    "diagnosis_search",
    "diagnosis_shifts",
    "diagnosis_properties",
    "causes",
    "causes_told",
    "account",
    "arithmetic_rules",
    "rules_formula",
    "rendering",
    "near",
    "against",
    "beside",
    "grids",
    "twofold",
    "choices",
    "shares",
    "digits",
    "relate",
    "bench_relations",
    "bench_quantified",
    "tabulated",
    "grouped",
    "rates",
    "completeness",
    "dividing",
    "checklist",
    "previous",
    "fixes",
    "why",
    "rules_blocks",
    "pack_examples",
    "formulas",
    "style",
    "group",
    "seeded_faults",
    "regions",
    "adding",
    "series",
    "averages",
    "portions",
    "evident_trials",
    "evident",
    "screening",
    "rules_tabled",
    "rules_balance",
    "rules_beside",
    "twins",
    "kinds_unseen",
    "free_sentences",
    "ledger_unknown",
)
#: A test gets so many times what it took when it was watched, and some seconds more.
SLOWER, STARTING = 2, 5.0
#: So many tests, and so many seconds of them (as watched), are tried on one mutant; and so many where
#: everything must be imported anew for it.
MOST, LONGEST, ANEW = 400, 5.0, 20
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
    """What is not run, or is no matter of ours: annotations, imports, asserts (also ``strict``), raises."""
    found: set[int] = set()
    for node in ast.walk(tree):
        out: list[ast.AST | None] = []
        if isinstance(node, ast.FunctionDef):
            out += [node.returns, *node.decorator_list, *(one.annotation for one in node.args.args)]
        elif isinstance(node, ast.AnnAssign):
            out.append(node.annotation)
        elif isinstance(node, ast.keyword) and node.arg == "strict":
            out.append(node.value)
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
    if isinstance(node, ast.Return) and node.value is not None and not _is_nothing(node.value):
        return ["None returned"]
    return []


def _name(node: ast.AST) -> str:
    return type(node).__name__


def _is_nothing(node: ast.expr) -> bool:
    """Whether it is None, or False, which is asked for in the same way."""
    return isinstance(node, ast.Constant) and (node.value is None or node.value is False)


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
    """Which lines of the rooms each test runs, and how much time of a processor it takes.

    Every statement of the rooms' functions is given a mark to leave: to trace each call would take
    several times as long.
    """

    def __init__(self, paths: Iterable[Path]) -> None:
        self.marks: list[tuple[str, range]] = []
        self.seen: set[int] = set()
        self.lines: dict[tuple[str, int], set[str]] = {}
        self.took: dict[str, float] = {}
        self.failed: list[str] = []
        for path in paths:
            self._mark(path)

    def _mark(self, path: Path) -> None:
        tree = ast.parse(path.read_text("utf-8"))
        names = [name for _, name in _functions(tree)]
        for function, _ in _functions(tree):
            for node in list(ast.walk(function)):
                for field in ("body", "orelse", "finalbody"):
                    below = getattr(node, field, None)
                    if isinstance(below, list):
                        setattr(
                            node, field, [each for one in below for each in self._marked(path, one)]
                        )
        module = sys.modules.get(_module(path))
        if module is None:
            return
        vars(module)["__seen__"] = self.seen
        codes = compile(ast.fix_missing_locations(tree), str(path), "exec")
        for name in names:
            _put(_function(module, name), codes)

    def _marked(self, path: Path, node: ast.stmt) -> tuple[ast.stmt, ast.stmt]:
        inner = [one.lineno for one in (getattr(node, "body", None) or ())]
        end = min(inner, default=(node.end_lineno or node.lineno) + 1)
        mark = ast.parse(f"__seen__.add({len(self.marks)})").body[0]
        self.marks.append((str(path), range(node.lineno, max(end, node.lineno + 1))))
        return mark, node

    def of(self, item: pytest.Item, after: pytest.Item | None) -> None:
        """Run a test, and note what it runs."""
        self.seen.clear()
        began, failed = time.process_time(), item.session.testsfailed
        _run(item, after)
        self.took[item.nodeid] = time.process_time() - began
        if item.session.testsfailed > failed:
            self.failed.append(item.nodeid)
            return
        for number in self.seen:
            path, lines = self.marks[number]
            for line in lines:
                self.lines.setdefault((path, line), set()).add(item.nodeid)

    def told(self) -> dict[str, object]:
        """What was noted; tests that fail without any change (too slow) tell nothing."""
        return {"lines": self.lines, "took": self.took, "failed": self.failed}


class Bench:
    """Holds all tests, collected once; each mutant is tried in a fork of this process."""

    def __init__(self, given: argparse.Namespace, sample: Sequence[Mutant]) -> None:
        self.given, self.sample = given, sample
        self.began = time.monotonic()
        self.run_before: set[tuple[str, str]] = set()
        self.results: list[tuple[Mutant, str]] = []
        self.items: dict[str, pytest.Item] = {}
        self.watch: dict[str, object] = {}

    def pytest_collection(self) -> None:
        """Note what runs before any test does: to change that later would be too late."""
        sys.setprofile(self._profiled)

    def _profiled(self, frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code.co_filename.startswith(str(SOURCE)):
            self.run_before.add((frame.f_code.co_filename, frame.f_code.co_qualname))

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        sys.setprofile(None)
        self.items = {item.nodeid: item for item in session.items}
        self.watch = _kept(self.given.known, self.given.rooms, self.items)
        print(
            f"{len(self.sample)} mutants are tried; the tests are known after"
            f" {time.monotonic() - self.began:.0f} s",
            flush=True,
        )
        self.results = self._shared()
        return True

    def _shared(self) -> list[tuple[Mutant, str]]:
        """The sample, shared out among processes; what the time does not reach is left out."""
        until, jobs = self.began + 60 * self.given.minutes, self.given.jobs
        reads = [
            _answers(lambda number=number: self._some(number, until)) for number in range(jobs)
        ]
        found = [one for read in reads for one in read()]
        return [(self.sample[at], became) for at, became in sorted(found)]

    def _some(self, number: int, until: float) -> list[tuple[int, str]]:
        found = []
        for at in range(number, len(self.sample), self.given.jobs):
            if time.monotonic() > until:
                break
            became = self._tried(self.sample[at])
            found.append((at, became))
            if became in ("survived", "unreached"):
                print(_line(self.sample[at], became), flush=True)
        return found

    def _tried(self, mutant: Mutant) -> str:
        """What became of a mutant: killed, slow, survived, or reached by no test."""
        took: dict[str, float] = self.watch["took"]  # type: ignore[assignment]
        lines: dict[tuple[str, int], set[str]] = self.watch["lines"]  # type: ignore[assignment]
        reached = lines.get((str(mutant.path), mutant.line), set())
        # What runs at the import only (a table, a default) is reached by whatever uses its name.
        reached = {one for one in reached or _using(mutant, lines) if one in self.items}
        if not reached:
            return "unreached"
        tests = _affordable(reached, took)
        inside = _inside(mutant)
        became = _became(lambda: self._in_place(mutant, inside, tests))
        late = not inside or (str(mutant.path), inside) in self.run_before
        return _anew(mutant, tests[:ANEW]) if late and became == "survived" else became

    def _in_place(self, mutant: Mutant, inside: str, tests: Sequence[str]) -> int:
        module, changed = sys.modules[_module(mutant.path)], ast.parse(source_of(mutant))
        if inside:
            _put(_function(module, inside), compile(changed, str(mutant.path), "exec"))
        else:
            _assign(module, changed, mutant)
        took: dict[str, float] = self.watch["took"]  # type: ignore[assignment]
        items = [self.items[name] for name in tests]
        for item, after in pairwise([*items, None]):
            # A fault may never end: the time of the processor counts, not that of the wall.
            signal.setitimer(signal.ITIMER_VIRTUAL, STARTING + SLOWER * took[item.nodeid])
            _run(item, after)
            if item.session.testsfailed:
                return 1
        return 0


def _run(item: pytest.Item, after: pytest.Item | None) -> None:
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)


def _inside(mutant: Mutant) -> str:
    """The name of the function or method in whose body a mutant is; empty where it is in none."""
    tree = ast.parse(mutant.path.read_text("utf-8"))
    node = next(one for number, one in enumerate(ast.walk(tree)) if number == mutant.node)
    for above, name in _functions(tree):
        if any(node is below for one in above.body for below in ast.walk(one)):
            return name
    return ""


def _functions(tree: ast.Module) -> Iterator[tuple[ast.FunctionDef, str]]:
    for one in tree.body:
        if isinstance(one, ast.FunctionDef):
            yield one, one.name
        if isinstance(one, ast.ClassDef):
            yield from (
                (each, f"{one.name}.{each.name}")
                for each in one.body
                if isinstance(each, ast.FunctionDef)
            )


def _function(module: ModuleType, inside: str) -> FunctionType:
    """A function or method by its name, without what is wrapped around it."""
    found: object = module
    for name in inside.split("."):
        found = vars(found)[name]
    while not isinstance(found, FunctionType):
        if hasattr(found, "cache_clear"):
            found.cache_clear()
        found = next(
            getattr(found, one)
            for one in ("fget", "__wrapped__", "__func__", "func")
            if hasattr(found, one)
        )
    return found


def _assign(module: ModuleType, changed: ast.Module, mutant: Mutant) -> None:
    """Give the names of a module their changed values; what other modules took stays as it was."""
    before = ast.parse(mutant.path.read_text("utf-8")).body
    for old, new in zip(before, changed.body, strict=True):
        if isinstance(new, (ast.Assign, ast.AnnAssign)) and ast.dump(old) != ast.dump(new):
            one = ast.fix_missing_locations(ast.Module([new], []))
            exec(compile(one, str(mutant.path), "exec"), vars(module))  # noqa: S102 - our own


def _put(function: FunctionType, module: CodeType) -> None:
    """Give a function its changed code, where it stands."""
    function.__code__ = next(
        one for one in _codes(module) if one.co_qualname == function.__qualname__
    )


def _codes(code: CodeType) -> Iterator[CodeType]:
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield one
            yield from _codes(one)


def _module(path: Path) -> str:
    name = ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts)
    return name.removesuffix(".__init__")


def _anew(mutant: Mutant, tests: Sequence[str]) -> str:
    """What becomes of a mutant in an interpreter of its own, which reads the changed source."""
    given = [sys.executable, __file__, "--anew", str(mutant.path), str(mutant.node), *tests]
    found = subprocess.run(given, capture_output=True, check=False)
    return "killed" if found.returncode else "survived"


def _started(path: Path, node: int, tests: Sequence[str]) -> int:
    mutant = next(one for one in mutants(path) if one.node == node)
    signal.setitimer(signal.ITIMER_VIRTUAL, 60 + LONGEST * SLOWER)
    sys.meta_path.insert(0, Changed(_module(path), path, source_of(mutant)))
    return _pytest(["-x", *tests])


def _became(work: Callable[[], int]) -> str:
    """What became of a mutant in a process of its own."""
    pid = os.fork()
    if pid == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        try:
            os._exit(work())
        finally:
            os._exit(98)
    _, status = os.waitpid(pid, 0)
    code = os.waitstatus_to_exitcode(status)
    return {0: "survived", -signal.SIGVTALRM: "slow"}.get(code, "killed")


def _answers(work: Callable[[], Any]) -> Callable[[], Any]:
    """Begin work in a process of its own; what is returned waits for what it finds."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(read)
        with os.fdopen(write, "wb") as out:
            pickle.dump(work(), out)
        os._exit(0)
    os.close(write)

    def answer() -> Any:  # noqa: ANN401 - whatever the work finds
        with os.fdopen(read, "rb") as given:
            found = pickle.load(given)  # noqa: S301 - from our own process
        os.waitpid(pid, 0)
        return found

    return answer


def _using(mutant: Mutant, lines: dict[tuple[str, int], set[str]]) -> set[str]:
    """The tests that run a line, anywhere, with the name that is given a value where the mutant is."""
    source = mutant.path.read_text("utf-8").split("\n")
    at = mutant.line - 1
    while at and source[at][:1] in ("", " ", "}", ")"):
        at -= 1
    found = re.match(r"(?:def |class )?(\w+)", source[at])
    if found is None:
        return set()
    name = re.compile(rf"\b{found[1]}\b")
    sources = {path: Path(path).read_text("utf-8").split("\n") for path, _ in lines}
    named = {where for where in lines if name.search(sources[where[0]][where[1] - 1])}
    # What only other rooms make is reached by whatever runs anything of its own.
    own = {where for where in lines if Path(where[0]).parent == mutant.path.parent}
    return {test for where in named or own for test in lines[where]}


def _affordable(tests: Iterable[str], took: dict[str, float]) -> list[str]:
    """The quickest tests, each file getting about as much time, as far as that for one mutant goes.

    So a file of many quick tests is run whole before a second slow one of another; one at least.
    """
    spent: Counter[str] = Counter()
    reached: dict[str, float] = {}
    for one in sorted(tests, key=lambda one: (took[one], one)):
        file = one.partition("::")[0]
        spent[file] += took[one]
        reached[one] = spent[file]
    turns = sorted(reached, key=reached.__getitem__)[:MOST]
    sums = accumulate(took[one] for one in turns)
    return [one for one, so_far in zip(turns, sums, strict=True) if so_far <= LONGEST] or turns[:1]


def _kept(
    path: Path | None, rooms: Sequence[str], items: dict[str, pytest.Item]
) -> dict[str, object]:
    """What a run before has noted, if that is kept, and what of new tests is noted now.

    The lines must still be the same.
    """
    known: dict[str, Any] = {"lines": {}, "took": {}, "failed": []}
    if path is not None and path.exists():
        known = pickle.loads(path.read_bytes())  # noqa: S301 - our own
    new = [item for name, item in items.items() if name not in known["took"]]

    def watched() -> dict[str, Any]:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        watch = Watch(path for room in rooms for path in _files(SOURCE / room))
        for item, after in pairwise([*new, None]):
            watch.of(item, after)
        return watch.told()

    found = _answers(watched)() if new else {"lines": {}, "took": {}, "failed": []}
    for where, tests in found["lines"].items():
        known["lines"].setdefault(where, set()).update(tests)
    known["took"].update(found["took"])
    known["failed"] += found["failed"]
    if path is not None:
        path.write_bytes(pickle.dumps(known))
    for name in known["failed"]:
        print(f"fails without any change: {name}", flush=True)
    return known


def _pytest(given: Sequence[str], *plugins: object) -> int:
    quiet = ["-q", "--no-header", "-p", "no:cacheprovider", "--tb=no", "-p", "no:xdist", "-s"]
    hypothesis.settings.register_profile("mutants", derandomize=True, deadline=None, database=None)
    quiet.append("--hypothesis-profile=mutants")
    return int(pytest.main([*quiet, *given], plugins=list(plugins)))


def main() -> int:
    """Print what became of a sample of all mutants; 1 where too many survive."""
    os.chdir(ROOT)
    sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
    os.environ["PYTHONPATH"] = str(ROOT / "src")
    if sys.argv[1:2] == ["--anew"]:
        return _started(Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("rooms", nargs="*", default=list(ROOMS))
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=15.0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--known", type=Path, help="where to keep what the first run has noted")
    parser.add_argument("--least", type=float, default=0.85, help="the share to be killed")
    given = parser.parse_args()
    files = [path for room in given.rooms for path in _files(SOURCE / room)]
    every = [one for path in files for one in mutants(path)]
    sample = random.Random(given.seed).sample(every, min(given.count, len(every)))
    bench = Bench(given, sample)
    _pytest([f"tests/test_{name}.py" for name in TESTS], bench)
    if not bench.items:
        raise SystemExit("the tests cannot be collected")
    print(f"of {len(every)} mutants, {len(bench.results)} were tried")
    return _told(bench.results, given.least)


def _files(room: Path) -> list[Path]:
    """The files of a room, which may be one."""
    alone = room.with_suffix(".py")
    return [alone] if alone.exists() else sorted(room.rglob("*.py"))


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
    raise SystemExit(main())
