"""Reads reports, those that foreign libraries take apart in a process that has its own limits.

pdfium and xlrd can be made to take all memory and time there is, and nothing in this process could
stop them. The child is forked once and kept for all files of a run, so that it costs little. Where
there is no fork (Windows) they are read in this process, without these limits.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from jslint import readers

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Self

    from jslint.cli.child import Child
    from jslint.document import Report
    from jslint.limits import Limits

#: A child serves so many files; then another takes its place, for libraries do not free everything.
_MOST_FILES = 100
_CAN_FORK = hasattr(os, "fork")


class Confined:
    """Reads files one after the other; leave it as a context to end its child."""

    def __init__(
        self,
        limits: Limits,
        tracked: str = "accepted",
        meanwhile: Callable[[], object] = tuple,
    ) -> None:
        """Nothing is started before a file needs it.

        ``meanwhile`` is done once, while the first file is being read.
        """
        self._limits = limits
        self._meanwhile = meanwhile
        self._tracked = tracked
        self._child: Child | None = None

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the child."""
        self._end()

    def read(self, path: str, data: bytes) -> Report:
        """The report in a file's bytes; raise as ``readers.read`` does, or ``CrashedError``."""
        if not _CAN_FORK or not readers.is_foreign(path, data):
            return readers.read(path, data, tracked=self._tracked, limits=self._limits)
        return self._ask(path, data)

    def _ask(self, path: str, data: bytes) -> Report:
        from jslint.cli import child  # noqa: PLC0415 - 4 ms, which most formats need not pay

        if self._child is None:
            self._child = child.Child(self._limits)
        try:
            self._child.give(path, data)
            self._meanwhile()
            self._meanwhile = tuple
            found = self._child.take()
        except child.EndedError as ended:
            self._end()
            raise child.why(path, ended.status, self._limits) from ended
        except BaseException:
            self._end()  # what it still answers would be taken for the next file's
            raise
        if self._child.served >= _MOST_FILES:
            self._end()
        if isinstance(found, BaseException):
            raise found
        return found

    def _end(self) -> None:
        if self._child is not None:
            self._child.end()
            self._child = None
