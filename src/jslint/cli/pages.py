"""A run over many reports as a folder: a page for each, and one over them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from jslint import formatters
from jslint.cli import files
from jslint.cli.words import say
from jslint.errors import UsageError

if TYPE_CHECKING:
    from jslint.run import Run


def asked_for(output_format: str, output: str | None) -> bool:
    """Whether the output is a folder: one that is there, or a name that ends as such."""
    if not output or output_format not in formatters.WHOLE:
        return False
    return output.endswith((os.sep, "/")) or os.path.isdir(output)


def write(output_format: str, folder: str, run: Run) -> None:
    """Write the pages; raise ``UsageError`` where that cannot be done."""
    try:
        os.makedirs(folder, exist_ok=True)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise UsageError(say(run.lang, "not-written", path=folder, why=why)) from error
    for name, text in formatters.pages(output_format, run):
        files.write(os.path.join(folder, name), text, run.lang)
