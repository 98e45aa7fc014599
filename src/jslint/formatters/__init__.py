"""Output formats: one module each, loaded only when asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from jslint.harmful import sealed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from jslint.run import Run

#: Format to module; each module has ``pieces(run) -> Iterator[str]``, which keeps no more of a run
#: than it is at, so that a run over many reports takes no more memory than one over a few.
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

#: The formats that say no more of the figures than how many were checked.
UNCOUNTED = frozenset({"text", "concise", "github", "gitlab", "csv"})

#: Formats that are no text, so that they go to files only; each has ``encode(run) -> Iterator[bytes]``.
BINARY: dict[str, str] = {"xlsx": "jslint.formatters.workbook"}

#: Pieces are put together until they are so long, for one is often but a few characters.
_BLOCK = 1 << 16


def encoded(name: str, run: Run) -> Iterator[bytes]:
    """A run in the named format as a file holds it, block by block."""
    if name in BINARY:
        yield from cast("Callable[[Run], Iterator[bytes]]", import_module(BINARY[name]).encode)(run)
    else:
        yield from (block.encode("utf-8", "backslashreplace") for block in blocks(name, run))


def render(name: str, run: Run) -> str:
    """A run in the named format, ending in a newline unless empty, with nothing harmful in it."""
    return "".join(blocks(name, run))


def blocks(name: str, run: Run) -> Iterator[str]:
    """The same block by block, none of them much longer than others, however long the whole is."""
    # By name, so that a text run does not load json and the reverse.
    module = import_module(FORMATS[name])
    painted = run.color and name == "text"
    for block in _together(cast("Callable[[Run], Iterator[str]]", module.pieces)(run)):
        yield sealed(block, painted=painted)


def _together(pieces: Iterable[str]) -> Iterator[str]:
    some: list[str] = []
    size = 0
    for piece in pieces:
        some.append(piece)
        size += len(piece)
        if size >= _BLOCK:
            yield "".join(some)
            some, size = [], 0
    if some:
        yield "".join(some)


def pages(name: str, run: Run) -> Iterator[tuple[str, str]]:
    """A run in a format of ``WHOLE`` as files for one folder, each with its name."""
    module = import_module(FORMATS[name])
    for file, text in cast("Callable[[Run], Iterator[tuple[str, str]]]", module.pages)(run):
        yield file, sealed(text)
