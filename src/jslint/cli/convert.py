"""jslint convert: any readable report to the structured format."""

from __future__ import annotations

from pathlib import Path

from jslint import writer
from jslint.cli import files, wanted
from jslint.cli.bounds import chosen
from jslint.cli.opening import opened
from jslint.cli.streams import remark, say_out
from jslint.cli.words import say
from jslint.errors import UsageError
from jslint.formatters.places import where
from jslint.phrases import worded

#: The endings of each form; by them a report is read again.
ENDINGS = {"yaml": (".yaml", ".yml"), "json": (".json",)}


def convert(
    path: str,
    output: str | None,
    form: str | None,
    limits: tuple[str, ...] = (),
    *,
    force: bool,
    lang: str,
) -> int:
    """Convert one report, and return the exit status: 1 where it is not well formed.

    An existing file is overwritten only where that was asked for, the input itself never.
    """
    output = None if output == files.STDIN else output
    if output:
        files.require_writable(output, (path,), lang)
        wanted.require_ending(output, ENDINGS[_form(form, output)], _form(form, output), lang)
        if Path(output).exists() and not force:
            raise UsageError(say(lang, "exists", path=output))
    report = opened(path, lang, chosen(limits, lang))
    if report is None:
        return 1
    for place, what in report.unread:
        remark(lang, f"{where(path, place)}: {worded(lang, what)}")
    text = writer.to_json(report) if _form(form, output) == "json" else writer.to_yaml(report)
    if output:
        files.write(output, text, lang)
    else:
        say_out(text)
    return 0


def _form(form: str | None, output: str | None) -> str:
    return form or ("json" if (output or "").lower().endswith(".json") else "yaml")
