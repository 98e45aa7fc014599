"""The configuration file of ``jslint check``: which one it is, and what it says.

This much is loaded by every check; what reads a file only where there is one.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, cast

from msgspec import Struct
from msgspec.structs import replace

from jslint import regular
from jslint.cli.bounds import chosen
from jslint.cli.words import language, say
from jslint.errors import ConfigError, UsageError
from jslint.limits import DEFAULT, LIMITED, Limits

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMES = (".jslint.yaml", "jslint.yaml")
#: What holds where neither the command line nor a configuration says anything.
_DEFAULTS: Mapping[str, object] = {
    "packs": ("auto",),
    "select": (),
    "ignore": (),
    "fail_on": "error",
    "lang": None,
    "output_format": "text",
}
#: What a configuration may say of some files only.
_OF_FILES = ("packs", "select", "ignore")


class PerFile(Struct, frozen=True):
    """What holds for the reports whose paths match; None where the configuration says nothing."""

    files: tuple[str, ...]
    packs: tuple[str, ...] | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None


class Config(Struct, frozen=True):
    """What a configuration says; None where it says nothing.

    ``path`` is the file, as seen from the current folder, empty for none. The paths of packs are
    seen from the current folder too, the patterns of files from the configuration's. ``severity``
    has a severity or ``off`` by the id of a rule. ``groups`` are all packs that it names, those
    together that are used together.
    """

    path: str = ""
    packs: tuple[str, ...] | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    severity: Mapping[str, str] = {}
    fail_on: str | None = None
    lang: str | None = None
    output_format: str | None = None
    exclude: tuple[str, ...] = ()
    per_file: tuple[PerFile, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()

    @property
    def folder(self) -> str:
        """The folder of the file, from which its patterns are seen; empty for the current one."""
        return os.path.dirname(self.path)

    def excludes(self, path: str) -> bool:
        """Whether a path in a folder is passed over: a configuration and its packs are no reports."""
        if os.path.basename(path) in NAMES:
            return True
        own = (self.path, *(name for packs in self.groups for name in packs)) if self.path else ()
        if any(os.path.abspath(name) == os.path.abspath(path) for name in own):
            return True
        return bool(self.exclude) and _match(self.exclude, path, self.folder)

    def at(self, path: str) -> dict[str, tuple[str, ...]]:
        """What holds for the report of this path instead of what holds for all; later items win."""
        said: dict[str, tuple[str, ...]] = {}
        for one in self.per_file:
            if _match(one.files, path, self.folder, within=True):
                said |= {
                    name: value for name in _OF_FILES if (value := getattr(one, name)) is not None
                }
        return said


def _match(patterns: tuple[str, ...], path: str, folder: str, *, within: bool = False) -> bool:
    from jslint.cli.globs import matches  # noqa: PLC0415 - few configurations have patterns

    return matches(patterns, path, folder, within=within)


def under(options: Mapping[str, object]) -> dict[str, object]:
    """The options with what the configuration says where the command line is silent.

    ``config`` and ``no_config`` say which configuration; the one that was found takes their place.
    Raise ``ConfigError`` where it is not well formed.
    """
    named = dict(options)
    path, none = named.pop("config"), named.pop("no_config")
    lang = str(named["lang"] or language())
    if path and none:
        raise UsageError(say(lang, "config-both"))
    packs = cast("tuple[str, ...]", named["packs"])
    file = "" if none else str(path or find())
    limits = chosen(cast("tuple[str, ...]", named.get("limits", ())), lang) if file else DEFAULT
    config = load(file, lang, packs, limits) if file else Config()
    silent = [name for name in _DEFAULTS if named[name] in (None, ())]
    for name in silent:
        said = getattr(config, name)
        named[name] = _DEFAULTS[name] if said is None else said
    for name in set(_OF_FILES) - set(silent):
        # What the command line says holds for every file.
        per_file = tuple(replace(one, **{name: None}) for one in config.per_file)
        config = replace(config, per_file=per_file)
    return {**named, "config": config}


def find() -> str:
    """The configuration file here or in the nearest folder above, as seen from the current one.

    The search ends with the folder that holds ``.git``, the top of a repository. Empty for none.
    """
    try:
        folder, up = os.getcwd(), ""
    except OSError:  # the current folder has been removed
        return ""
    while True:
        for name in NAMES:
            if os.path.isfile(os.path.join(folder, name)):
                return up + name
        above = os.path.dirname(folder)
        if above == folder or os.path.exists(os.path.join(folder, ".git")):
            return ""
        folder, up = above, f"{up}../"


def load(path: str, lang: str, packs: tuple[str, ...] = (), limits: Limits = DEFAULT) -> Config:
    """The configuration of a file; raise ``ConfigError`` for what is wrong with it, at its place.

    ``packs`` are those that the command line names, whose rules it may speak of too.
    """
    # YAML takes 8 ms to load, which a check without a configuration need not pay.
    from jslint.cli import configtree  # noqa: PLC0415

    text = _text(path, lang, limits)
    try:
        return configtree.read(text, path, lang, packs, limits)
    except ConfigError as error:
        if not _leads_out(path):
            raise
        # What it quotes may be none of the reader's business: the link is whoever's made the folder.
        raise ConfigError(say(lang, "config-elsewhere"), path, error.line, error.column) from None


def _leads_out(path: str) -> bool:
    """Whether a file is a link to one outside its repository or, in none, outside its folder."""
    folder = os.path.realpath(os.path.dirname(path) or os.curdir)
    top = _top(folder) or folder
    return os.path.islink(path) and not os.path.realpath(path).startswith(os.path.join(top, ""))


def _top(folder: str) -> str:
    """The nearest folder from here upwards that holds ``.git``; empty for none."""
    while not os.path.exists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return ""
        folder = above
    return folder


def _text(path: str, lang: str, limits: Limits) -> str:
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
