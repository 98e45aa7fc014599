"""What can stop a run, as opposed to what a report can get wrong."""


class JslintError(Exception):
    """Base of every error that a user can cause and mend; the shell prints it and exits 2.

    ``english`` is what it says in English; where there is no such wording, the only one there is.
    """

    def __init__(self, message: str, english: str = "") -> None:
        """Keep both wordings."""
        self.english = english or message
        super().__init__(message)


class UsageError(JslintError):
    """The command line or the configuration asks for something that does not exist."""


class PackError(JslintError):
    """A rule pack is not well formed.

    ``path``, ``line`` and ``column`` (both from 1) name the place in the pack.
    """

    def __init__(
        self, message: str, path: str = "", line: int = 0, column: int = 0, *, english: str = ""
    ) -> None:
        """Keep the place beside the message; a line of 0 means that the place is the whole file."""
        self.path, self.line, self.column = path, line, column
        where = f"{path}:{line}:{column}: " if line else f"{path}: " if path else ""
        super().__init__(f"{where}{message}", f"{where}{english or message}")


class ConfigError(JslintError):
    """A configuration file cannot be read or is not well formed, at this place of it."""

    def __init__(self, message: str, path: str, line: int = 0, column: int = 0) -> None:
        """Name the place; a line of 0 means that it is the whole file."""
        self.line, self.column = line, column
        where = f"{path}:{line}:{column}" if line else path
        super().__init__(f"{where}: {message}")


class UnreadableError(JslintError):
    """An input is missing, empty, binary, undecodable or of an unsupported format."""

    def __init__(self, path: str, reason: str, remedy: str = "") -> None:
        """Name the file, say what is wrong with it and what the user can do."""
        self.path, self.reason, self.remedy = path, reason, remedy
        super().__init__(f"{path}: {reason}" + (f"；{remedy}" if remedy else ""))

    def __reduce__(self) -> tuple[object, ...]:
        """So that it crosses from one process to another as it is."""
        return type(self), (self.path, self.reason, self.remedy)
