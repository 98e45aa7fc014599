"""Marks by which a service knows a diagnostic again after the report was edited elsewhere."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint.formatters.places import posix

if TYPE_CHECKING:
    from collections.abc import Iterator
    from hashlib import _Hash

    from jslint.diagnostic import Diagnostic, Result, Suppressed
    from jslint.run import Run


#: So much of a mark tells the diagnostics of one report apart.
_SHORT = 12


class Marked(Struct, frozen=True):
    """A diagnostic with its mark, and what became of it."""

    result: Result
    found: Diagnostic
    mark: str = ""
    known: bool = False
    suppressed: Suppressed | None = None


def fingerprints(run: Run) -> Iterator[tuple[Result, Diagnostic, str]]:
    """Every diagnostic with its mark, made of what it says and not of where it stands.

    The number among those alike keeps the marks of a run apart.
    """
    for one in marked(run):
        if not one.known and one.suppressed is None:
            yield one.result, one.found, one.mark


def marked(run: Run) -> Iterator[Marked]:
    """The same of those that the baseline knows and those suppressed too, in reading order.

    What becomes of a diagnostic changes neither its mark nor those of others.
    """
    seen: Counter[bytes] = Counter()
    for result in run.results:
        for one in sorted(_every(result), key=_reading_order):
            found = one.found
            path = posix(found.place.path or result.path)
            words = (path, found.rule, _plain(found.section), _plain(found.excerpt), found.actual)
            alike = _digest(*words).digest()  # there may be very many: the words would fill memory
            seen[alike] += 1
            yield replace(one, mark=fingerprint(*words, str(seen[alike])))


def anchors(result: Result) -> Iterator[str]:
    """A mark for each diagnostic of a report within it, whatever its file is called."""
    seen: Counter[tuple[str, ...]] = Counter()
    for found in result.diagnostics:
        words = (found.rule, _plain(found.section), _plain(found.excerpt), found.actual)
        seen[words] += 1
        yield fingerprint(*words, str(seen[words]))[:_SHORT]


def _every(result: Result) -> Iterator[Marked]:
    yield from (Marked(result, found) for found in result.diagnostics)
    yield from (Marked(result, found, known=True) for found in result.known)
    yield from (Marked(result, one.diagnostic, suppressed=one) for one in result.suppressed)


def _reading_order(one: Marked) -> tuple[object, ...]:
    return one.found.place.order, one.found.rule, one.found.message


def fingerprint(*words: str) -> str:
    """The mark of these words, 32 hexadecimal digits."""
    return _digest(*words).hexdigest()[:32]


def _digest(*words: str) -> _Hash:
    return sha256("\0".join(words).encode("utf-8", "surrogatepass"))


def _plain(text: str) -> str:
    # Where a sentence is broken into lines changes with every edit before it.
    return "".join(text.split())
