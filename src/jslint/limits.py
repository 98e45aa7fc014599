"""What one input may cost: limits with names, their defaults, and what is left of them.

A limit is raised with ``--limit NAME=VALUE``; docs/limits.md lists them all.
"""

from __future__ import annotations

from typing import NoReturn

from msgspec import Struct

from jslint.errors import UnreadableError
from jslint.phrases import Family, Phrase

_MEGABYTE = 1 << 20
_IN_MEGABYTES = ("size", "memory")
said = Family("limits")


def beyond(name: str, most: int) -> Phrase:
    """That something is beyond the limit of this name."""
    return said.phrase("beyond", what=said.phrase(name), name=name, most=most)


def unused(name: str, most: int) -> Phrase:
    """That what is beyond a limit is not used, and how it could be."""
    return said.phrase("use-it", what=beyond(name, most), name=name)


class LimitError(UnreadableError):
    """An input has more of something than is read; the limit can be raised by its name."""

    def __init__(self, path: str, name: str, most: int) -> None:
        """Keep the name of the limit and what it stands at."""
        self.name, self.most = name, most
        super().__init__(path, beyond(name, most), said.phrase("raise-it", name=name))

    def __reduce__(self) -> tuple[object, ...]:
        """So that it crosses from one process to another as it is."""
        return type(self), (self.path, self.name, self.most)


class Limits(Struct, frozen=True):
    """The limits by name, in which an option writes a hyphen for the underscore.

    Those that end in ``size`` or ``memory`` count megabytes, ``seconds`` processor time; the rest
    counts what it is called after.
    """

    text_size: int = 16
    structured_size: int = 32
    office_size: int = 64
    pdf_size: int = 256
    pack_size: int = 8
    config_size: int = 1
    unpacked_size: int = 512
    part_size: int = 64
    ratio: int = 300
    parts: int = 5_000
    tags: int = 5_000_000
    characters: int = 5_000_000
    paragraph_length: int = 500_000
    nodes: int = 500_000
    lines: int = 200_000
    paragraphs: int = 100_000
    figures: int = 200_000
    tables: int = 5_000
    cells: int = 400_000
    columns: int = 2_000
    sheets: int = 500
    pages: int = 1_000
    objects: int = 2_000_000
    manifest_files: int = 100
    reader_memory: int = 1_024
    reader_seconds: int = 120
    outcomes: int = 200_000
    fix_trials: int = 200
    pattern_length: int = 20_000
    pattern_depth: int = 100
    rules: int = 5_000

    def value(self, name: str) -> int:
        """A limit by its name as options write it."""
        found = getattr(self, field(name))
        assert isinstance(found, int)
        return found

    def most(self, name: str) -> int:
        """A limit by its name, those in megabytes in bytes."""
        return self.value(name) * (_MEGABYTE if name.endswith(_IN_MEGABYTES) else 1)


DEFAULT = Limits()
#: The names as options write them.
NAMES = tuple(name.replace("_", "-") for name in Limits.__struct_fields__)
#: No limit is raised beyond this: what is larger fits no machine that this program is meant for.
HIGHEST = 10**12


def field(name: str) -> str:
    """The field of a limit that an option names."""
    return name.replace("-", "_")


class Meter:
    """How much of the limits is left while one input is read."""

    __slots__ = ("_left", "limits", "path")

    def __init__(self, path: str, limits: Limits = DEFAULT) -> None:
        """Begin with all of it; ``path`` is what an error names."""
        self.limits = limits
        self.path = path
        self._left: dict[str, int] = {}

    def spend(self, name: str, amount: int = 1) -> None:
        """Count what was met; raise ``LimitError`` where that is more than there may be."""
        left = self._left.get(name)
        left = (self.limits.most(name) if left is None else left) - amount
        self._left[name] = left
        if left < 0:
            self.refuse(name)

    def allow(self, name: str, amount: int) -> None:
        """Look at one thing by itself, such as the length of a paragraph; ``LimitError``."""
        if amount > self.limits.most(name):
            self.refuse(name)

    def refuse(self, name: str) -> NoReturn:
        """Raise the error for a limit that was met."""
        raise LimitError(self.path, name, self.limits.value(name))
