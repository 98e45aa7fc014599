"""What a run of check is to do besides checking: where its output goes, and how many work at it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, cast

import click
from msgspec import Struct

from jslint.cli.help import language_of
from jslint.cli.words import language, say
from jslint.errors import UsageError
from jslint.phrases import listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: What does the work: processes of this machine, or those of a cluster.
PROCESSES, DASK = ENGINES = ("processes", "dask")
#: The orders of ``--sort``.
SORTS = ("place", "severity", "rule")
#: The formats of an output by its file's ending; the first is meant where none is named.
ENDINGS: Mapping[str, tuple[str, ...]] = {
    ".json": ("json", "gitlab", "sarif"),
    ".jsonl": ("jsonl",),
    ".ndjson": ("jsonl",),
    ".sarif": ("sarif",),
    ".xml": ("junit",),
    ".html": ("html",),
    ".htm": ("html",),
    ".md": ("markdown",),
    ".markdown": ("markdown",),
    ".csv": ("csv",),
    ".xlsx": ("xlsx",),
    ".txt": ("text", "concise", "github"),
    ".text": ("text", "concise", "github"),
    ".log": ("text", "concise", "github"),
}
#: Endings of files that people write and that no output is.
_FOREIGN = (
    *(".doc", ".docx", ".docm", ".dot", ".dotx", ".wps", ".wpt", ".rtf", ".odt", ".pdf", ".ofd"),
    *(".xls", ".xlsm", ".xlsb", ".et", ".ods", ".ppt", ".pptx", ".eml", ".msg", ".db", ".sqlite"),
    *(".yaml", ".yml", ".toml", ".ini", ".cfg", ".py", ".sh", ".bat", ".ps1", ".exe", ".dll"),
    *(".zip", ".rar", ".7z", ".gz", ".tar", ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif"),
    *(".tiff", ".svg"),
)


class Output(Struct, frozen=True):
    """A format and the file that it goes to, empty for standard output."""

    format: str
    path: str = ""


class Wanted(Struct, frozen=True):
    """What the command line says of it; see the options' help."""

    files: tuple[Output, ...] = ()
    jobs: int | None = None
    no_cache: bool = False
    force: bool = False
    summary: bool = False
    statistics: bool = False
    sort: str = "place"
    max_warnings: int | None = None
    timing: bool = False
    watch: bool = False
    engine: str = PROCESSES
    scheduler: str | None = None
    with_manifest: bool = False
    force_exclude: bool = False


class Format(click.Choice[str]):
    """``FORMAT`` or ``FORMAT=FILE``."""

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """The name of the format as it is known, and the file as it is given."""
        name, equals, path = str(value).partition("=")
        if equals and not path:
            lang = language_of(ctx) if ctx else language()
            raise click.UsageError(say(lang, "no-output-file", given=value), ctx)
        return f"{super().convert(name, param, ctx)}{equals}{path}"


def apart(options: Mapping[str, object]) -> dict[str, object]:
    """The options of check with those that are about the run as one value, ``wanted``.

    The format of ``--output`` is that of its ending where none is named. Raise ``UsageError`` for
    outputs that cannot be told apart.
    """
    given = dict(options)
    lang = str(given["lang"] or language())
    named = [_output(one) for one in cast("tuple[str, ...]", given["output_format"])]
    bare = [one.format for one in named if not one.path]
    if len(set(bare)) > 1:
        raise UsageError(say(lang, "two-formats", names=listed(lang, bare)))
    path = cast("str | None", given["output"])
    given["output_format"] = bare[0] if bare else _by_ending(path)
    fields = {name: given.pop(name) for name in Wanted.__struct_fields__ if name in given}
    fields["files"] = tuple(one for one in named if one.path)
    given["wanted"] = Wanted(**fields)  # type: ignore[arg-type]
    return given


def _output(given: str) -> Output:
    """An output as it is given, ``FORMAT`` or ``FORMAT=FILE``; - is standard output."""
    name, _, path = given.partition("=")
    return Output(name, "" if path == "-" else path)


def _by_ending(path: str | None) -> str | None:
    formats = ENDINGS.get(_ending(path)) if path else None
    return formats[0] if formats else None


def _ending(path: str) -> str:
    return os.path.splitext(path)[1].lower()


def require_ending(path: str, fitting: Sequence[str], form: str, lang: str) -> None:
    """Refuse a file whose ending is that of another kind of file."""
    ending = _ending(path)
    if (ending in _FOREIGN or ending in ENDINGS) and ending not in fitting:
        endings = listed(lang, fitting)
        raise UsageError(say(lang, "other-ending", path=path, format=form, endings=endings))


def require_fitting(one: Output, lang: str) -> None:
    """Refuse an output whose file's ending is that of another kind of file."""
    fitting = [end for end, formats in ENDINGS.items() if one.format in formats]
    require_ending(one.path, fitting, one.format, lang)
