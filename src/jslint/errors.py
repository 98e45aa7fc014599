"""What can stop a run, as opposed to what a report can get wrong."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from jslint.phrases import Family, clauses, worded

if TYPE_CHECKING:
    from jslint.phrases import Phrase


_said = Family("shell")


def of_system(error: OSError | ValueError) -> Phrase | str:
    """What the system says of a file; in its own words, which are English, where we have none."""
    key = f"system-{errno.errorcode.get(getattr(error, 'errno', None) or 0, '')}"
    return _said.phrase(key) if key in _said else getattr(error, "strerror", None) or str(error)


class JslintError(Exception):
    """Base of every error that a user can cause and mend; the shell prints it and exits 2.

    ``message`` is a phrase, or words where the language was known; ``where`` stands before it.
    """

    def __init__(self, message: Phrase | str, where: str = "") -> None:
        """Keep what is said."""
        self.message, self.where = message, where
        super().__init__(message, where)

    def told(self, lang: str) -> str:
        """The error in a language."""
        return f"{self.where}{worded(lang, self.message)}"

    def __str__(self) -> str:
        return self.told("zh")


class UsageError(JslintError):
    """The command line or the configuration asks for something that does not exist."""


class PackError(JslintError):
    """A rule pack is not well formed.

    ``path``, ``line`` and ``column`` (both from 1) name the place in the pack.
    """

    def __init__(
        self, message: Phrase | str, path: str = "", line: int = 0, column: int = 0
    ) -> None:
        """Keep the place beside the message; a line of 0 means that the place is the whole file."""
        self.path, self.line, self.column = path, line, column
        where = f"{path}:{line}:{column}: " if line else f"{path}: " if path else ""
        super().__init__(message, where)


class ConfigError(JslintError):
    """A configuration file cannot be read or is not well formed, at this place of it."""

    def __init__(self, message: str, path: str, line: int = 0, column: int = 0) -> None:
        """Name the place; a line of 0 means that it is the whole file."""
        self.line, self.column = line, column
        super().__init__(message, f"{path}:{line}:{column}: " if line else f"{path}: ")


class UnreadableError(JslintError):
    """An input is missing, empty, binary, undecodable or of an unsupported format."""

    def __init__(self, path: str, reason: Phrase | str, remedy: Phrase | str = "") -> None:
        """Name the file, say what is wrong with it and what the user can do."""
        self.path, self.reason, self.remedy = path, reason, remedy
        super().__init__(reason, f"{path}: ")

    def told(self, lang: str) -> str:
        """The error in a language, with the remedy."""
        said = (worded(lang, self.reason), worded(lang, self.remedy))
        return self.where + clauses(lang, filter(None, said))

    def __reduce__(self) -> tuple[object, ...]:
        """So that it crosses from one process to another as it is."""
        return type(self), (self.path, self.reason, self.remedy)
