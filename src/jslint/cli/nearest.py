"""The configuration that each file of a run has: the nearest one, under what the command line says.

This much is loaded by every check; what reads a file only where there is one.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

from jslint.cli import configfile
from jslint.cli.bounds import chosen
from jslint.cli.config import OF_FILES, Config, Here, matches
from jslint.cli.streams import remark
from jslint.cli.words import language, say
from jslint.errors import UsageError
from jslint.limits import DEFAULT, Limits

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: What holds where neither the command line nor a configuration says anything.
_DEFAULTS: Mapping[str, object] = {
    "packs": ("auto",),
    "select": (),
    "extend_select": (),
    "ignore": (),
    "fail_on": "error",
    "lang": None,
    "output_format": "text",
}
#: What of a configuration holds for a run, besides what has a default, if it is an option of it.
_OF_RUNS = ("previous", "against", "as_one_report", "jobs", "baseline")


class Nearest:
    """The configuration of each file: the nearest one at or above it, each read once.

    A file that has none has that of the run. Where the command line names a configuration or
    forbids any, that is so for all files.
    """

    def __init__(
        self, run: Config, given: Mapping[str, object], lang: str, limits: Limits, *, fixed: bool
    ) -> None:
        """``given`` is what the command line says of rules and packs."""
        self.run, self._given, self._lang, self._limits = run, given, lang, limits
        self._fixed = fixed
        self._read: dict[str, Config] = {os.path.abspath(run.path): run} if run.path else {}
        self._of_folders: dict[str, Config] = {}

    @property
    def configs(self) -> tuple[Config, ...]:
        """All that were read, that of the run first."""
        return (self.run, *(one for one in self._read.values() if one is not self.run))

    @property
    def paths(self) -> tuple[str, ...]:
        """The files of all that were read."""
        return tuple(one.path for one in self.configs if one.path)

    def of(self, path: str) -> Config:
        """The configuration of a file; raise ``ConfigError`` where it is not well formed."""
        if self._fixed or "\0" in path:
            return self.run
        try:
            folder = os.path.dirname(os.path.abspath(path))
        except OSError:  # the current folder has been removed
            return self.run
        if folder not in self._of_folders:
            self._of_folders[folder] = self._nearest(folder)
        return self._of_folders[folder]

    def _nearest(self, folder: str) -> Config:
        file = configfile.find(folder)
        if not file:
            return self.run
        whole = os.path.abspath(file)
        if whole not in self._read:
            packs = cast("tuple[str, ...]", self._given.get("packs", ()))
            self._read[whole] = _silenced(load(file, self._lang, packs, self._limits), self._given)
        return self._read[whole]

    def at(self, path: str) -> Here:
        """What holds for the report of a path."""
        config = self.of(path)
        said: dict[str, object] = {"severity": config.severity, **config.at(path)}
        for name in OF_FILES:
            if self._given.get(name):
                said[name] = self._given[name]  # as the command line, so for every file
            elif name not in said:
                value = getattr(config, name)
                said[name] = _DEFAULTS[name] if value is None else value
        severity = cast("Mapping[str, str]", said["severity"])
        said["severity"] = {**severity, **cast("dict[str, str]", self._given.get("severity") or {})}
        return Here(config, **said)  # type: ignore[arg-type]

    def excludes(self, patterns: tuple[str, ...], path: str) -> tuple[str, str]:
        """Why a path in a folder is passed over: by patterns of the command line or configured."""
        if patterns and matches(tuple(map(_from_here, patterns)), path, ""):
            return "excluded", "--exclude"
        return self.of(path).excludes(path)

    def used(self) -> Iterable[tuple[str, ...]]:
        """All packs that reports are checked with, those together that are used together."""
        given = cast("tuple[str, ...]", self._given.get("packs") or ())
        yield given or ("auto",)
        if not given:
            yield from (packs for config in self.configs for packs in config.groups)

    def groups(self) -> Iterable[tuple[str, ...]]:
        """All packs whose rules may be spoken of."""
        yield cast("tuple[str, ...]", self._given.get("packs") or ())
        yield from (packs for config in self.configs for packs in config.groups)


def under(options: Mapping[str, object]) -> dict[str, object]:
    """The options with what the configuration of the run says where the command line is silent.

    ``config`` and ``no_config`` say which configuration; the one that was found takes their place,
    with ``nearest``, which has those of the files. Raise ``ConfigError`` where it is not well formed.
    """
    named = dict(options)
    path, none = named.pop("config"), named.pop("no_config")
    lang = str(named["lang"] or language())
    if path and none:
        raise UsageError(say(lang, "config-both"))
    packs = cast("tuple[str, ...]", named["packs"])
    file = "" if none else str(path or configfile.of_run(cast("tuple[str, ...]", named["paths"])))
    limits = chosen(cast("tuple[str, ...]", named.get("limits", ())), lang)
    config = load(file, lang, packs, limits, trusted=bool(path)) if file else Config()
    given: dict[str, object] = {name: named.get(name) or () for name in OF_FILES}
    graded = cast("tuple[str, ...]", named.get("severity") or ())
    if graded:
        from jslint.cli import rulebook  # noqa: PLC0415 - most runs give none

        given["severity"] = rulebook.severities(graded, lang)
    config = _silenced(config, given)
    for name in _DEFAULTS:
        if named.get(name) in (None, ()):
            said = getattr(config, name)
            named[name] = _DEFAULTS[name] if said is None else said
    for name in _OF_RUNS:
        said = getattr(config, name)
        if name in named and named[name] in (None, False, ()) and said is not None:
            named[name] = said
    nearest = Nearest(config, given, lang, limits, fixed=bool(path or none))
    return {**named, "config": config, "nearest": nearest}


def _silenced(config: Config, given: Mapping[str, object]) -> Config:
    """A configuration without what the command line says of every file."""
    said = dict.fromkeys(name for name in OF_FILES if given.get(name))
    per_file = tuple(replace(one, **said) for one in config.per_file)
    return replace(config, per_file=per_file) if said else config


def load(
    path: str,
    lang: str,
    packs: tuple[str, ...] = (),
    limits: Limits = DEFAULT,
    *,
    trusted: bool = False,
) -> Config:
    """The configuration of a file; raise ``ConfigError`` for what is wrong with it, at its place.

    ``packs`` are those that the command line names, whose rules it may speak of too. One that is
    ``trusted``, being named on the command line, may name files anywhere, others those of their
    repository (of their folder, where there is none).
    """
    # YAML takes 8 ms to load, which a check without a configuration need not pay.
    from jslint.cli import configreading  # noqa: PLC0415

    top = "" if trusted else configfile.within(path)
    reading = configreading.Reading(lang, packs, limits, top)
    config = configreading.read(configfile.text(path, lang, limits), path, reading)
    for old, new in config.renamed:
        remark(lang, say(lang, "renamed-rule", old=old, new=new))
    return config


def _from_here(pattern: str) -> str:
    """A pattern as it is seen from the current folder, also where a whole path is given."""
    try:
        return os.path.relpath(pattern) if os.path.isabs(pattern) else pattern
    except ValueError:  # another drive of Windows
        return pattern
