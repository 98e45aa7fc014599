"""Marks by which a service knows a diagnostic again after the report was edited elsewhere."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from jslint.formatters.places import posix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.diagnostic import Diagnostic, Result
    from jslint.run import Run


def fingerprints(run: Run) -> Iterator[tuple[Result, Diagnostic, str]]:
    """Every diagnostic with its mark, made of what it says and not of where it stands.

    The number among those alike keeps the marks of a run apart.
    """
    seen: dict[tuple[str, ...], int] = {}
    for result, found in run.diagnostics():
        path = posix(found.place.path or result.path)
        words = (path, found.rule, _plain(found.section), _plain(found.excerpt), found.actual)
        seen[words] = seen.get(words, 0) + 1
        yield result, found, fingerprint(*words, str(seen[words]))


def fingerprint(*words: str) -> str:
    """The mark of these words, 32 hexadecimal digits."""
    return sha256("\0".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _plain(text: str) -> str:
    # Where a sentence is broken into lines changes with every edit before it.
    return "".join(text.split())
