"""Reports that are not well formed: as diagnostics, wherever a report is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint import formatters, readers
from jslint.cli import files, manifest
from jslint.cli.confined import Confined
from jslint.cli.streams import complain, say_aside
from jslint.cli.words import say
from jslint.diagnostic import Diagnostic, Result, Severity
from jslint.errors import UnreadableError
from jslint.limits import DEFAULT, Meter
from jslint.phrases import worded
from jslint.readers.decoding import decode
from jslint.readers.faults import Malformed
from jslint.run import Run

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jslint.document import Report
    from jslint.limits import Limits


def opened(path: str, lang: str, limits: Limits = DEFAULT) -> Report | None:
    """The report of a file; None where it is not well formed, which is said on standard error.

    Raise ``UnreadableError`` where it cannot be read at all.
    """
    data = loaded(path, path, lang, limits, ())
    if names := manifest.members(path, data, Meter(path, limits), lang):
        what, remedy = (say(lang, key, names=names) for key in ("is-manifest", "name-member"))
        raise UnreadableError(path, what, remedy)
    try:
        with Confined(limits) as confined:
            return confined.read(path, data)
    except Malformed as malformed:
        run = Run((faulty(path, data, malformed, lang),), lang=lang)
        say_aside(formatters.render("text", run))
        complain(lang, say(lang, "not-well-formed", path=path))
        return None


def loaded(
    path: str, name: str, lang: str, limits: Limits, extensions: Iterable[str] = readers.READERS
) -> bytes:
    """The bytes of an input, no more than are read of its format; raise ``UnreadableError``.

    The ``extensions`` are those that a folder was searched for; none where one file is meant.
    """
    meter = Meter(name, limits)
    return files.load(path, lang, extensions, meter, readers.size_limit(name))


def faulty(path: str, data: bytes, malformed: Malformed, lang: str) -> Result:
    """A structured report that is not well formed, as diagnostics at their places."""
    found = (
        Diagnostic(
            rule=fault.code,
            name="malformed",
            severity=Severity.ERROR,
            message=worded(lang, fault.message),
            place=fault.place,
            excerpt=fault.excerpt,
        )
        for fault in malformed.faults
    )
    return Result(path, tuple(found), lines=_lines(data, path))


def _lines(data: bytes, path: str) -> tuple[str, ...]:
    return tuple(decode(data, path).replace("\r\n", "\n").replace("\r", "\n").split("\n"))
