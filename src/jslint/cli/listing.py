"""jslint files: which files of the given paths are checked, and why the others are not."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from jslint import readers
from jslint.cli import check, files, finding
from jslint.cli.asking import asked_for
from jslint.cli.reasons import explained
from jslint.cli.streams import complain, say_lines, say_out
from jslint.errors import UnreadableError
from jslint.formatters.terminal import cells
from jslint.phrases import Family

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jslint.cli.finding import Passed

say = Family("files")

_FAILED = 2
#: A name longer than this has its reason without being aligned.
_WIDEST = 60


def run(options: Mapping[str, object]) -> int | None:
    """List the files; the exit status, or None where no path is given."""
    output_format = options["output_format"]
    asked = asked_for({**options, "output_format": ()})
    if not asked.paths:
        return None
    found = finding.find(asked.paths, check.searching(asked))
    reports, failed = [], False
    for path in found.files:
        try:
            _require(path, asked.lang)
            reports.append(found.pairs.get(path, (path,)))
        except UnreadableError as error:
            complain(asked.lang, error.told(asked.lang))
            failed = True
    if output_format == "json":
        say_out(_json(reports, found.passed, asked.lang))
    else:
        say_lines(_text(reports, found.passed, asked.lang))
    return _FAILED if failed else 0


def _require(path: str, lang: str) -> None:
    """Raise ``UnreadableError`` for what is no file, in the words of a check."""
    if path != finding.STDIN and not os.path.isfile(path.replace("\0", "")):
        files.load(path, lang, readers.READERS)


def _text(reports: Sequence[tuple[str, ...]], passed: Sequence[Passed], lang: str) -> Iterator[str]:
    yield say(lang, "listed-checked", count=len(reports))
    for names in reports:
        joined = f"  {say(lang, 'listed-together')}" if len(names) > 1 else ""
        yield f"  {' + '.join(names)}{joined}"
    if passed:
        yield say(lang, "listed-passed", count=len(passed))
    width = max((cells(one.path) for one in passed if cells(one.path) <= _WIDEST), default=0)
    for one in passed:
        blanks = " " * (width - cells(one.path))
        yield f"  {one.path}{blanks}  {explained(one, lang)}"


def _json(reports: Sequence[tuple[str, ...]], passed: Sequence[Passed], lang: str) -> str:
    from jslint.formatters.jsontext import dumps  # noqa: PLC0415 - only this format needs it

    over = [
        {
            "path": one.path,
            "reason": one.why,
            "message": explained(one, lang),
            "by": one.by or None,
        }
        for one in passed
    ]
    return dumps({"version": 1, "reports": [list(names) for names in reports], "passed": over})
