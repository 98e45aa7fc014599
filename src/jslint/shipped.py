"""Where the shipped rule packs are."""

from __future__ import annotations

import os


def folder() -> str:
    """Where the shipped packs are: in the wheel, or at the top of a checkout."""
    # Paths are strings here and in the store: pathlib takes 2.5 ms to load, a fiftieth of a run.
    package = os.path.dirname(os.path.abspath(__file__))
    shipped = os.path.join(package, "_rules")
    return shipped if os.path.isdir(shipped) else os.path.join(package, "..", "..", "rules")


def packs() -> list[str]:
    """The shipped packs' files, by name."""
    top = os.path.normpath(folder())
    return [os.path.join(top, name) for name in sorted(os.listdir(top)) if name.endswith(".yaml")]


def is_shipped(path: str) -> bool:
    """Whether a file is one of the shipped packs'."""
    return os.path.dirname(path) == os.path.normpath(folder())


def stem(path: str) -> str:
    """The name by which a shipped pack is asked for."""
    return os.path.basename(path).removesuffix(".yaml")
