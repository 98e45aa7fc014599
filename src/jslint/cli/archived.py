"""What jslint check wrote of an archive, read back for a summary."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from jslint.archive import rows
from jslint.archive.parts import MARK
from jslint.cli import afar
from jslint.cli.addresses import is_address
from jslint.cli.findings import Findings
from jslint.cli.streams import stamp
from jslint.errors import UsageError
from jslint.phrases import Family
from jslint.run import Run

if TYPE_CHECKING:
    from jslint.archive.rows import Row
    from jslint.cli.settings import Settings
    from jslint.cli.store import Store
    from jslint.diagnostic import Result
    from jslint.rules.ground.entry import Entry
    from jslint.run import Failure

tell = Family("archives")
#: What reading values raises that jslint does not write.
_NO_VALUES = (ValueError, TypeError, ArithmeticError)


def is_one(paths: tuple[str, ...]) -> bool:
    """Whether one of the paths may be the folder of an archive."""
    return any(is_address(path) or os.path.isfile(os.path.join(path, MARK)) for path in paths)


def found(asked: Settings) -> Run:
    """The run that wrote an archive; raise ``UsageError`` where not all of it is there."""
    afar.require(asked.lang)
    if len(asked.paths) > 1 or asked.previous or asked.exclude:
        raise UsageError(tell(asked.lang, "alone"))
    from jslint.cli.store import Store  # noqa: PLC0415 - an extra

    (path,) = asked.paths
    store = Store(path, asked.lang)
    mark = store.mark()
    if mark is None and store.is_marked():
        raise store.wrong("mark")
    if mark is None:
        raise UsageError(tell(asked.lang, "empty", path=path))
    if mark.parts is None:
        raise UsageError(tell(asked.lang, "incomplete", path=path))
    return _run(store, mark.parts, asked.lang)


def _run(store: Store, parts: tuple[str, ...], lang: str) -> Run:
    gathered = Findings()
    sets: set[str] = set()
    failures: list[Failure] = []
    inputs: list[str] = []
    pairs: list[tuple[str, ...]] = []
    for part in parts:
        for result, row in _results(store, part):
            gathered.add(result, None, None, "", {})
            sets.add(row["rule_set"])
            files = tuple(row["files"] or ())
            inputs += files
            pairs += [files] if len(files) > 1 else []
        for failure, row in _failures(store, part):
            failures.append(failure)
            inputs += row["files"] or ()
    entries = (one for name in sets - {""} for one in _entries(store, name))
    return Run(
        results=gathered.results,
        failures=tuple(failures),
        inputs=tuple(dict.fromkeys(inputs)),
        lang=lang,
        entries={one.id: one for one in entries},
        date=stamp(),
        pairs=tuple(pairs),
    )


def _results(store: Store, part: str) -> list[tuple[Result, Row]]:
    """The reports of a part; raise ``UsageError``."""
    found = store.read("accounts", part), store.read("findings", part)
    try:
        return list(rows.results(*found))
    except _NO_VALUES as error:
        raise store.wrong("values", "accounts", part) from error


def _failures(store: Store, part: str) -> list[tuple[Failure, Row]]:
    """What of a part could not be read; raise ``UsageError``."""
    found = store.read("failures", part)
    try:
        return [(rows.failure(row), row) for row in found]
    except _NO_VALUES as error:
        raise store.wrong("values", "failures", part) from error


def _entries(store: Store, name: str) -> list[Entry]:
    """The rules of a set; raise ``UsageError``."""
    found = store.read("rules", name)
    try:
        return list(map(rows.entry, found))
    except _NO_VALUES as error:
        raise store.wrong("values", "rules", name) from error
