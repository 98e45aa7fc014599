"""Output formats: one module each, loaded only when asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from jslint.harmful import sealed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jslint.run import Run

#: Format to module; each module has ``render(run) -> str``.
FORMATS: dict[str, str] = {
    "text": "jslint.formatters.text",
    "concise": "jslint.formatters.concise",
    "json": "jslint.formatters.structured",
    "jsonl": "jslint.formatters.jsonl",
    "sarif": "jslint.formatters.sarif",
    "junit": "jslint.formatters.junit",
    "github": "jslint.formatters.github",
    "gitlab": "jslint.formatters.gitlab",
    "markdown": "jslint.formatters.markdown",
    "html": "jslint.formatters.webpage",
    "csv": "jslint.formatters.csvtext",
}
#: The formats that show the report itself; the others need not have it.
WHOLE = frozenset({"html"})

#: Formats that are no text, so that they go to files only; each module has ``encode(run) -> bytes``.
BINARY: dict[str, str] = {"xlsx": "jslint.formatters.workbook"}


def encoded(name: str, run: Run) -> bytes:
    """A run in the named format as a file holds it."""
    if name in BINARY:
        return cast("Callable[[Run], bytes]", import_module(BINARY[name]).encode)(run)
    return render(name, run).encode("utf-8", "backslashreplace")


def render(name: str, run: Run) -> str:
    """A run in the named format, ending in a newline unless empty, with nothing harmful in it."""
    # By name, so that a text run does not load json and the reverse.
    module = import_module(FORMATS[name])
    text = cast("Callable[[Run], str]", module.render)(run)
    return sealed(text, painted=run.color and name == "text")


def pages(name: str, run: Run) -> Iterator[tuple[str, str]]:
    """A run in a format of ``WHOLE`` as files for one folder, each with its name."""
    module = import_module(FORMATS[name])
    for file, text in cast("Callable[[Run], Iterator[tuple[str, str]]]", module.pages)(run):
        yield file, sealed(text)
