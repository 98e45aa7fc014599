"""The files of configurations: where they are looked for, what folder they lie in, their text."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from jslint import regular
from jslint.cli import files
from jslint.cli.config import NAMES
from jslint.cli.paths import seen
from jslint.cli.words import say
from jslint.errors import ConfigError
from jslint.limits import DEFAULT, Limits, unused
from jslint.phrases import worded

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHARED = "pyproject.toml"


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
                return seen(os.path.join(folder, name), here)
        if _is_shared(os.path.join(folder, _SHARED)):
            return seen(os.path.join(folder, _SHARED), here)
        above = os.path.dirname(folder)
        if above == folder or os.path.exists(os.path.join(folder, ".git")):
            return ""
        folder = above


def _is_shared(path: str) -> bool:
    """Whether a pyproject.toml speaks of jslint too."""
    if not os.path.isfile(path):
        return False
    try:
        return b"[tool.jslint" in regular.read(path, DEFAULT.most("config-size"))
    except OSError:  # LargeError and IrregularError too
        return False


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
        words = worded(lang, unused("config-size", limits.config_size))
        raise ConfigError(words, path) from error
    except (OSError, ValueError) as error:
        raise ConfigError(files.closed(error, lang), path) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        line, start = before.count("\n") + 1, before.rfind("\n") + 1
        raise ConfigError(
            say(lang, "config-encoding"), path, line, len(before) - start + 1
        ) from error
