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
from jslint.cli.words import say
from jslint.errors import UsageError
from jslint.run import Run

if TYPE_CHECKING:
    from jslint.cli.settings import Settings
    from jslint.cli.store import Store
    from jslint.run import Failure


def is_one(paths: tuple[str, ...]) -> bool:
    """Whether one of the paths may be the folder of an archive."""
    return any(is_address(path) or os.path.isfile(os.path.join(path, MARK)) for path in paths)


def found(asked: Settings) -> Run:
    """The run that wrote an archive; raise ``UsageError`` where not all of it is there."""
    afar.require(asked.lang)
    if len(asked.paths) > 1 or asked.previous or asked.exclude:
        raise UsageError(say(asked.lang, "far-alone"))
    from jslint.cli.store import Store  # noqa: PLC0415 - an extra

    (path,) = asked.paths
    store = Store(path, asked.lang)
    mark = store.mark()
    if mark is None:
        raise UsageError(say(asked.lang, "far-empty", path=path))
    if mark.parts is None:
        raise UsageError(say(asked.lang, "far-incomplete", path=path))
    return _run(store, mark.parts, asked.lang)


def _run(store: Store, parts: tuple[str, ...], lang: str) -> Run:
    gathered = Findings()
    sets: set[str] = set()
    failures: list[Failure] = []
    inputs: list[str] = []
    pairs: list[tuple[str, ...]] = []
    for part in parts:
        several = rows.results(store.read("accounts", part), store.read("findings", part))
        for result, row in several:
            gathered.add(result, None, None, "", {})
            sets.add(row["rule_set"])
            inputs += row["files"]
            pairs += [tuple(row["files"])] if len(row["files"]) > 1 else []
        for row in store.read("failures", part):
            failures.append(rows.failure(row))
            inputs += row["files"]
    entries = (rows.entry(row) for name in sets - {""} for row in store.read("rules", name))
    return Run(
        results=gathered.results,
        failures=tuple(failures),
        inputs=tuple(dict.fromkeys(inputs)),
        lang=lang,
        entries={one.id: one for one in entries},
        date=stamp(),
        pairs=tuple(pairs),
    )
