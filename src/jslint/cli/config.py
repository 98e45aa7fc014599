"""The configuration files of ``jslint check``: which one a file has, and what it says.

This much is loaded by every check; what reads a file only where there is one.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, cast

from msgspec import Struct
from msgspec.structs import replace

from jslint import regular
from jslint.cli.bounds import chosen
from jslint.cli.streams import remark
from jslint.cli.words import language, say
from jslint.errors import ConfigError, UsageError
from jslint.limits import DEFAULT, LIMITED, Limits

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SHARED = "pyproject.toml"
NAMES = (".jslint.yaml", "jslint.yaml", "jslint.toml")
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
#: What of a configuration holds for the files that have it.
_OF_FILES = ("packs", "select", "extend_select", "ignore")
#: What of a configuration holds for a run, besides what has a default, if it is an option of it.
_OF_RUNS = ("previous", "as_one_report", "jobs", "baseline")


class PerFile(Struct, frozen=True):
    """What holds for the reports whose paths match; None where the configuration says nothing.

    The patterns are seen from ``folder``, that of the file that says so, at ``origin``.
    """

    files: tuple[str, ...]
    packs: tuple[str, ...] | None = None
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    severity: Mapping[str, str] = {}
    folder: str = ""
    origin: str = ""


class Config(Struct, frozen=True):
    """What a configuration says, with those that it extends; None where they say nothing.

    ``path`` is the file, as seen from the current folder, empty for none. The paths of packs,
    baselines and previous reports are seen from the current folder too, the patterns of files from
    that of the configuration that has them. ``severity`` has a severity or ``off`` by the id of a
    rule or its beginning. ``groups`` are all packs that it names, those together that are used
    together. ``origins`` say where each value stands, ``renamed`` which ids have another name today.
    """

    path: str = ""
    packs: tuple[str, ...] | None = None
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    severity: Mapping[str, str] = {}
    fail_on: str | None = None
    lang: str | None = None
    output_format: str | None = None
    exclude: tuple[str, ...] | None = None
    exclude_from: str = ""
    per_file: tuple[PerFile, ...] = ()
    previous: str | None = None
    as_one_report: bool | None = None
    baseline: str | None = None
    jobs: int | None = None
    extends: tuple[str, ...] = ()
    required_version: str | None = None
    groups: tuple[tuple[str, ...], ...] = ()
    origins: Mapping[str, str] = {}
    renamed: tuple[tuple[str, str], ...] = ()

    @property
    def folder(self) -> str:
        """The folder of the file; empty for the current one."""
        return os.path.dirname(self.path)

    def excludes(self, path: str) -> tuple[str, str]:
        """Why a path in a folder is passed over, and by what file; its own files are no reports."""
        if os.path.basename(path) in NAMES:
            return "config", ""
        if self.path:
            whole = os.path.abspath(path)
            if whole in map(os.path.abspath, (self.path, *self.extends)):
                return "config", ""
            if any(whole == os.path.abspath(name) for packs in self.groups for name in packs):
                return "pack", ""
        if self.exclude and _match(self.exclude, path, self.exclude_from):
            return "excluded", self.origins.get("exclude", self.path)
        return "", ""

    def at(self, path: str) -> dict[str, object]:
        """What holds for the report of this path instead of what holds for all; later items win."""
        said: dict[str, object] = {}
        severity: dict[str, str] = {}
        for one in self.per_file:
            if _match(one.files, path, one.folder, within=True):
                said |= {
                    name: value for name in _OF_FILES if (value := getattr(one, name)) is not None
                }
                severity |= one.severity
        if severity:
            said["severity"] = {**self.severity, **severity}
        return said

    def said(self, path: str) -> dict[str, str]:
        """Which item of ``per-file`` says what ``at`` gives, by the field."""
        places: dict[str, str] = {}
        for one in self.per_file:
            if _match(one.files, path, one.folder, within=True):
                names = [name for name in _OF_FILES if getattr(one, name) is not None]
                names += [f"severity {prefix}" for prefix in one.severity]
                places |= dict.fromkeys(names, f"per-file {one.origin}")
        return places


class Here(Struct, frozen=True):
    """What holds for one report: its configuration, and what that and the command line say."""

    config: Config
    packs: tuple[str, ...]
    select: tuple[str, ...]
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    severity: Mapping[str, str]


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
        file = find(folder)
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
        for name in _OF_FILES:
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
        if patterns and _match(patterns, path, ""):
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


def _match(patterns: tuple[str, ...], path: str, folder: str, *, within: bool = False) -> bool:
    from jslint.cli.globs import matches  # noqa: PLC0415 - few configurations have patterns

    return matches(patterns, path, folder, within=within)


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
    file = "" if none else str(path or of_run(cast("tuple[str, ...]", named["paths"])))
    limits = chosen(cast("tuple[str, ...]", named.get("limits", ())), lang)
    config = load(file, lang, packs, limits, trusted=bool(path)) if file else Config()
    given: dict[str, object] = {name: named.get(name) or () for name in _OF_FILES}
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
        if name in named and named[name] in (None, False) and said is not None:
            named[name] = said
    nearest = Nearest(config, given, lang, limits, fixed=bool(path or none))
    return {**named, "config": config, "nearest": nearest}


def _silenced(config: Config, given: Mapping[str, object]) -> Config:
    """A configuration without what the command line says of every file."""
    said = dict.fromkeys(name for name in _OF_FILES if given.get(name))
    per_file = tuple(replace(one, **said) for one in config.per_file)
    return replace(config, per_file=per_file) if said else config


def of_run(paths: Iterable[str]) -> str:
    """The configuration of a run: that of the current folder, else the one that all paths have."""
    here = find()
    if here:
        return here
    try:
        folders = {
            os.path.abspath(path if os.path.isdir(path) else os.path.dirname(path))
            for path in paths
            if path != "-" and "\0" not in path
        }
    except OSError:  # the current folder has been removed
        return ""
    found = {find(folder) for folder in folders}
    return found.pop() if len(found) == 1 else ""


def find(folder: str = "") -> str:
    """The configuration file of a folder or the nearest one above, as seen from the current one.

    The search ends with the folder that holds ``.git``, the top of a repository. Empty for none.
    """
    try:
        here = os.getcwd()
    except OSError:  # the current folder has been removed
        return ""
    folder = folder or here
    while True:
        for name in NAMES:
            if os.path.isfile(os.path.join(folder, name)):
                return _seen(os.path.join(folder, name), here)
        if _is_shared(os.path.join(folder, _SHARED)):
            return _seen(os.path.join(folder, _SHARED), here)
        above = os.path.dirname(folder)
        if above == folder or os.path.exists(os.path.join(folder, ".git")):
            return ""
        folder = above


def _seen(path: str, here: str) -> str:
    try:
        return os.path.relpath(path, here).replace(os.sep, "/")
    except ValueError:  # another drive of Windows
        return path.replace(os.sep, "/")


def _is_shared(path: str) -> bool:
    """Whether a pyproject.toml speaks of jslint too."""
    if not os.path.isfile(path):
        return False
    try:
        return b"[tool.jslint" in regular.read(path, DEFAULT.most("config-size"))
    except OSError:  # LargeError and IrregularError too
        return False


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
    from jslint.cli import configtree  # noqa: PLC0415

    top = "" if trusted else within(path)
    reading = configtree.Reading(lang, packs, limits, top)
    config = configtree.read(text(path, lang, limits), path, reading)
    for old, new in config.renamed:
        remark(lang, say(lang, "renamed-rule", old=old, new=new))
    return config


def within(path: str) -> str:
    """The whole path of the folder from which a configuration may name files."""
    folder = os.path.realpath(os.path.dirname(path) or os.curdir)
    return repository(folder) or folder


def leads_out(path: str) -> bool:
    """Whether a file is a link to one outside its repository or, in none, outside its folder."""
    return os.path.islink(path) and not is_below(path, within(path))


def is_below(path: str, top: str) -> bool:
    """Whether a file lies below a folder, links followed."""
    try:
        return os.path.realpath(path).startswith(os.path.join(top, ""))
    except (OSError, ValueError):  # a name that no file can have
        return False


def repository(folder: str) -> str:
    """The nearest folder from here upwards that holds ``.git``; empty for none."""
    while not os.path.exists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return ""
        folder = above
    return folder


def text(path: str, lang: str, limits: Limits) -> str:
    """The text of a configuration; raise ``ConfigError``."""
    try:
        data = regular.read(path, limits.most("config-size"))
    except regular.LargeError as error:
        words = LIMITED["config-size"][lang == "en"]
        raise ConfigError(words, path) from error
    except regular.IrregularError as error:
        raise ConfigError(say(lang, "not-regular"), path) from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise ConfigError(say(lang, "not-opened", why=why), path) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        line, start = before.count("\n") + 1, before.rfind("\n") + 1
        raise ConfigError(
            say(lang, "config-encoding"), path, line, len(before) - start + 1
        ) from error
