"""Notes in files: diagnostics as comments where people work, one module a kind of file."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from jslint.annotations.errors import UnannotatedError
from jslint.readers import suffix_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from jslint.annotations.model import Annotated, Job

ANNOTATORS: dict[str, str] = {
    ".docx": "jslint.annotations.word",
    ".docm": "jslint.annotations.word",
    ".xlsx": "jslint.annotations.excel",
    ".xlsm": "jslint.annotations.excel",
    ".pdf": "jslint.annotations.pdf",
}
#: Formats that cannot hold notes, and those of the same programs that can.
_OLD = {".doc": ".docx", ".xls": ".xlsx"}


def annotated(name: str, data: bytes, job: Job) -> Annotated:
    """The bytes of a file with its notes in the place of those that jslint wrote before.

    They are the same bytes where there is nothing to write and nothing to replace. Raise
    ``UnannotatedError`` where the file cannot hold notes.
    """
    suffix = suffix_of(name)
    module = ANNOTATORS.get(suffix)
    if module is None:
        if suffix in _OLD:
            raise UnannotatedError("old-format", wanted=_OLD[suffix])
        raise UnannotatedError("format", formats=tuple(ANNOTATORS))
    write = cast("Callable[[bytes, Job], Annotated]", import_module(module).annotated)
    return write(data, job)
