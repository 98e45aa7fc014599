"""jslint baseline: what a run finds, kept as a baseline; and what one holds."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint import baseline
from jslint.cli import baselining, check, files, finding
from jslint.cli.asking import asked_for
from jslint.cli.streams import complain, say_lines, say_out
from jslint.errors import UsageError
from jslint.formatters.account import entry_of
from jslint.formatters.jsontext import dumps
from jslint.formatters.members import entry
from jslint.phrases import Family

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.cli.findings import Findings
    from jslint.cli.settings import Settings

tell = Family("drafts")
_STOPPED = 2


def asked(options: Mapping[str, object]) -> Settings:
    """What ``jslint check`` would do with these options, and the addresses of what it finds."""
    return replace(asked_for(options), addressed=True)


def create(file: str | None, options: Mapping[str, object]) -> int:
    """Write a new baseline, to the configured file where none is named; the exit status."""
    settings = asked(options)
    path = file or settings.baseline or baselining.NAME
    if os.path.lexists(path):
        raise UsageError(tell(settings.lang, "baseline-exists", path=path))
    standing = baselining.Standing(path, ())
    if not _examined(settings, standing):
        return _STOPPED
    entries = baseline.gathered(standing.met)
    baselining.write(path, entries, settings.lang)
    count = sum(one.count for one in entries)
    say_lines([tell(settings.lang, "baseline-created", path=path, count=count)])
    return 0


def update(file: str | None, options: Mapping[str, object]) -> int:
    """Rewrite a baseline, the configured one where none is named; the exit status."""
    settings = asked(options)
    path = file or settings.baseline or baselining.NAME
    before = baselining.read(path, settings.lang)
    standing = baselining.Standing(path, before)
    found = _examined(settings, standing)
    if not found:
        return _STOPPED
    after = standing.known.updated(standing.met, found.entries)
    baselining.write(path, after, settings.lang)
    old, new = ({one.key: one.count for one in each} for each in (baseline.gathered(before), after))
    keys = old.keys() | new.keys()
    moves = [new.get(key, 0) - old.get(key, 0) for key in keys]
    counts = {
        "added": sum(one for one in moves if one > 0),
        "removed": -sum(one for one in moves if one < 0),
        "count": sum(new.values()),
    }
    lines = [tell(settings.lang, "baseline-updated", path=path, **counts)]
    if left := sum(one.count for one in standing.known.unchecked(found.entries)):
        lines.append(tell(settings.lang, "baseline-dropped", count=left))
    say_lines(lines)
    return 0


def _examined(settings: Settings, standing: baselining.Standing) -> Findings | None:
    """What is found now; None, and why, where an input could not be read."""
    sought = finding.find(settings.paths, check.searching(settings))
    files.require_writable(standing.path, sought.inputs, settings.lang)
    found = check.examined(settings, sought, standing)
    for failure in found.failures:
        complain(settings.lang, failure.told(settings.lang))
    if found.failures:
        complain(settings.lang, tell(settings.lang, "baseline-unread"))
        return None
    return found


def show(file: str | None, lang: str, *, as_json: bool) -> int:
    """Print a baseline, the configured one where none is named; the exit status."""
    path = file or asked({"lang": lang}).baseline or baselining.NAME
    entries = baselining.read(path, lang)
    if as_json:
        say_out(dumps({"version": 1, "path": path, "entries": list(map(entry, entries))}))
        return 0
    count = sum(one.count for one in entries)
    head = tell(lang, "baseline-holds", path=path, count=count)
    say_lines([head, *(f"  {entry_of(lang, one)}" for one in entries)])
    return 0
