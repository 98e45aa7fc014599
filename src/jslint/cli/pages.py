"""A run over many reports as a folder: a page for each, and one over them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from jslint import formatters
from jslint.cli import files, own
from jslint.cli.words import say, system
from jslint.errors import UsageError

if TYPE_CHECKING:
    from jslint.cli.wanted import Output
    from jslint.run import Run


def asked_for(output_format: str, path: str) -> bool:
    """Whether an output is a folder: one that is there, or a name that ends as such."""
    if not path or output_format not in formatters.WHOLE:
        return False
    return path.endswith((os.sep, "/")) or os.path.isdir(path)


def require(folder: str, lang: str) -> None:
    """Refuse, before any work, a folder that cannot be made; raise ``UsageError``."""
    try:
        os.makedirs(folder, exist_ok=True)
    except (OSError, ValueError) as error:
        why = system(error, lang)
        raise UsageError(say(lang, "not-written", path=folder, why=why)) from error


def write(output: Output, run: Run, *, force: bool) -> None:
    """Write the pages; raise ``UsageError`` for one that takes the place of somebody's work."""
    for name, text in formatters.pages(output.format, run):
        path = os.path.join(output.path, name)
        own.require(path, run.lang, force=force)
        files.write(path, text.encode("utf-8", "backslashreplace"), run.lang)
