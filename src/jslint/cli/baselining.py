"""Baselines as files: read as data only, written whole, and never over what is none."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import msgspec

from jslint import __version__, baseline, regular
from jslint.cli import files, renamed
from jslint.cli.streams import remark
from jslint.cli.words import say
from jslint.errors import ConfigError
from jslint.formatters.jsontext import dumps
from jslint.phrases import Family
from jslint.run import Compared, Known

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jslint.cli.findings import Findings
    from jslint.cli.settings import Settings
    from jslint.diagnostic import Result

tell = Family("drafts")
#: Where a baseline is, if nothing else is said.
NAME = ".jslint-baseline.json"
_HEAD = "jslint-baseline"
_VERSION = 1
_MOST = 64 << 20


class Standing:
    """A baseline beside a run."""

    def __init__(self, path: str, entries: Iterable[Known]) -> None:
        """Begin with nothing met."""
        self.path = path
        self.met: list[Known] = []
        self.known = baseline.Standing(entries, renamed.RENAMED)

    def sift(self, result: Result) -> Result:
        """The result with what is known set apart."""
        stem = os.path.splitext(os.path.basename(result.path))[0]
        self.met += baseline.entries(result, stem)
        return self.known.sift(result, stem)

    def compared(self, found: Findings) -> Compared:
        """What of the baseline was mended, and what is not checked any more."""
        ran = found.entries
        return Compared(self.path, self.known.mended(ran), self.known.unchecked(ran))


def standing(asked: Settings) -> Standing:
    """The baseline that is asked for."""
    path = asked.baseline or NAME
    entries = read(path, asked.lang)
    for old, new in renamed.among(one.rule for one in entries):
        remark(asked.lang, say(asked.lang, "renamed-entry", old=old, new=new, path=path))
    return Standing(path, entries)


def read(path: str, lang: str) -> tuple[Known, ...]:
    """The entries of a baseline's file; raise ``ConfigError`` with the line where it is none."""
    text = _text(path, lang)
    try:
        whole = json.loads(text)
    except json.JSONDecodeError as error:
        raise ConfigError(tell(lang, "baseline-json"), path, error.lineno, error.colno) from error
    except (ValueError, RecursionError) as error:
        raise ConfigError(tell(lang, "baseline-json"), path) from error
    if not isinstance(whole, dict) or whole.get(_HEAD) != _VERSION:
        raise ConfigError(tell(lang, "baseline-strange"), path)
    listed = whole.get("entries")
    rows = listed if isinstance(listed, list) else [None]
    return tuple(_known(row, path, text, number, lang) for number, row in enumerate(rows))


def _known(row: object, path: str, text: str, number: int, lang: str) -> Known:
    try:
        found = msgspec.convert(row, Known)
    except (msgspec.ValidationError, UnicodeError) as error:
        raise ConfigError(tell(lang, "baseline-entry"), path, _line(text, number), 1) from error
    if found.count < 1:
        raise ConfigError(tell(lang, "baseline-entry"), path, _line(text, number), 1)
    return found


def _line(text: str, number: int) -> int:
    """The line of an entry in a file as it is written here: one a line, below ``entries``."""
    head = next((at for at, line in enumerate(text.split("\n"), 1) if '"entries"' in line), 0)
    return min(head + 1 + number, text.count("\n") + 1) if head else 1


def _text(path: str, lang: str) -> str:
    try:
        return regular.read(path, _MOST).decode("utf-8-sig")
    except FileNotFoundError as error:
        raise ConfigError(tell(lang, "baseline-missing"), path) from error
    except regular.LargeError as error:
        raise ConfigError(tell(lang, "baseline-strange"), path) from error
    except UnicodeDecodeError as error:
        raise ConfigError(say(lang, "config-encoding"), path) from error
    except (OSError, ValueError) as error:
        raise ConfigError(files.closed(error, lang), path) from error


def write(path: str, entries: Iterable[Known], lang: str) -> None:
    """Write a baseline: an entry a line, so that a change of one is a change of one line."""
    rows = [dumps(msgspec.to_builtins(one), indent=None).rstrip("\n") for one in entries]
    body = "[\n" + ",\n".join(rows) + "\n]" if rows else "[]"
    head = f'{{"{_HEAD}": {_VERSION}, "tool": "jslint {__version__}",\n"entries": '
    files.write(path, f"{head}{body}}}\n", lang)
