"""jslint config show: what applies to one file, and where each value comes from."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.cli import manifest, rulebook
from jslint.cli.asking import asked_for
from jslint.cli.opening import loaded, opened
from jslint.cli.streams import say_lines, say_out
from jslint.formatters.terminal import cells
from jslint.limits import Meter
from jslint.phrases import Family, listed
from jslint.readers.joined import join

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jslint.cli.config import Config, Here
    from jslint.cli.settings import Settings
    from jslint.document import Report

say = Family("configuration")

#: The keys that hold for a file, then those that hold for a run.
_OF_FILE = ("packs", "select", "extend_select", "ignore")
_OF_RUN = (
    *("fail_on", "lang", "output_format", "previous", "against"),
    *("as_one_report", "baseline", "jobs"),
)
_FAILED = 1


class Row(Struct, frozen=True):
    """A value and where it comes from; none where nothing says it."""

    key: str
    value: object
    origin: str | None


class Applied(Struct, frozen=True):
    """The packs that a report is checked with, those that are not for it, and how many rules."""

    packs: tuple[str, ...]
    left: tuple[str, ...]
    rules: int


def show(path: str, options: Mapping[str, object], output_format: str) -> int:
    """Print what applies to a file; the exit status: 1 where it is not well formed."""
    asked = asked_for({**options, "paths": (path,)})
    is_folder = os.path.isdir(path)
    # What applies to the files in a folder, though which packs fit each the folder does not tell.
    of = os.path.join(path, "") if is_folder else path
    here = asked.nearest.at(of)
    rows = [*_rows(of, here, asked.nearest.run)]
    report = None if is_folder else _report(path, asked)
    applied = _applied(report, here, asked) if report else None
    if output_format == "json":
        say_out(_json(path, here.config, rows, applied))
    else:
        say_lines(_text(path, here.config, rows, asked.lang))
        say_lines(_packs(applied, asked.lang, is_folder=is_folder))
    return 0 if report or is_folder else _FAILED


def _report(path: str, asked: Settings) -> Report | None:
    """The report of a file, of a manifest that of its members; None for what is not well formed."""
    data = loaded(path, path, asked.lang, asked.limits)
    members = manifest.members(path, data, Meter(path, asked.limits), asked.lang)
    if members is None:
        return opened(path, asked.lang, asked.limits)
    kept = [name for name in members if manifest.is_within(name, path)]
    reports = [opened(name, asked.lang, asked.limits) for name in kept]
    whole = [report for report in reports if report is not None]
    return join(whole) if whole and len(whole) == len(members) else None


def _rows(path: str, here: Here, run: Config) -> Iterator[Row]:
    said = here.config.said(path)
    for name in _OF_FILE:
        origin = said.get(name) or here.config.origins.get(name)
        yield Row(name.replace("_", "-"), list(getattr(here, name)), origin)
    for prefix, severity in here.severity.items():
        key = f"severity {prefix}"
        yield Row(key, severity, said.get(key) or here.config.origins.get(key))
    yield Row("exclude", list(here.config.exclude or ()), here.config.origins.get("exclude"))
    for name in _OF_RUN:
        yield Row(name.replace("_", "-"), getattr(run, name), run.origins.get(name))


def _applied(report: Report, here: Here, asked: Settings) -> Applied:
    packs, ruleset = rulebook.of(report, here, asked.limits)
    left = (name for name in here.packs if name not in (*packs, rulebook.AUTO))
    return Applied(packs, tuple(left), len(ruleset.rules))


def _text(path: str, config: Config, rows: Sequence[Row], lang: str) -> Iterator[str]:
    yield path
    named = config.path or say(lang, "applied-none")
    if config.extends:
        named = say(lang, "applied-extends", path=named, bases=listed(lang, config.extends))
    yield say(lang, "applied-file", paths=named)
    shown = [(row.key, _value(row, lang), row.origin) for row in rows]
    widths = [max(cells(row[column]) for row in shown) for column in (0, 1)]  # type: ignore[arg-type]
    for key, value, origin in shown:
        left = f"{key}{' ' * (widths[0] - cells(key))}  {value}{' ' * (widths[1] - cells(value))}"
        yield f"  {left}  {_origin(origin, lang)}"


def _packs(applied: Applied | None, lang: str, *, is_folder: bool) -> Iterator[str]:
    if applied is None:
        yield say(lang, "applied-folder" if is_folder else "applied-unread")
        return
    yield say(lang, "applied-packs", names=listed(lang, applied.packs))
    if applied.left:
        yield say(lang, "applied-left", names=listed(lang, applied.left))
    yield say(lang, "applied-rules", count=applied.rules)


def _origin(origin: str | None, lang: str) -> str:
    if origin is None:
        return say(lang, "applied-default")
    if origin.startswith("per-file "):
        return say(lang, "applied-per-file", origin=origin.removeprefix("per-file "))
    return origin


def _value(row: Row, lang: str) -> str:
    if row.value in ([], (), None):
        defaults = {"select": "all", "lang": "locale"}
        standing = {
            "fail-on": "error",
            "output-format": "text",
            "as-one-report": say(lang, "applied-false"),
        }
        return standing.get(row.key, say(lang, f"applied-{defaults.get(row.key, 'nothing')}"))
    if isinstance(row.value, bool):
        return say(lang, f"applied-{str(row.value).lower()}")
    if isinstance(row.value, list | tuple):
        return listed(lang, row.value)
    return str(row.value)


def _json(path: str, config: Config, rows: Sequence[Row], applied: Applied | None) -> str:
    from jslint.formatters.jsontext import dumps  # noqa: PLC0415 - only this format needs it

    packs = applied and {
        "packs": list(applied.packs),
        "left": list(applied.left),
        "rules": applied.rules,
    }
    return dumps(
        {
            "version": 1,
            "path": path,
            "config": config.path or None,
            "extends": list(config.extends),
            "values": [{"key": row.key, "value": row.value, "origin": row.origin} for row in rows],
            "applied": packs,
        }
    )
