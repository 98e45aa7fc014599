"""What the sections of a page say of each report: the rows of each, ready to be written.

Of many reports a page keeps only what is to be printed, in files of its own, so that they take no
more memory than a few.
"""

from __future__ import annotations

from collections import Counter
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jslint.diagnostic import Severity
    from jslint.formatters.webpage.top import Line
    from jslint.run import Run

#: So many bytes of a section stay in memory, and so many characters are read at once.
_KEPT, _BLOCK = 1 << 20, 1 << 16


class Rows:
    """The rows of a section, a line each, and how many they are."""

    def __init__(self) -> None:
        """Begin without any."""
        self.count = 0
        self._file = SpooledTemporaryFile(  # noqa: SIM115 - it lives as long as these rows
            _KEPT, "w+", encoding="utf-8", errors="surrogatepass", newline=""
        )

    def add(self, rows: Iterable[str]) -> None:
        """Add those that are not empty."""
        for row in filter(None, rows):
            self._file.write(f"\n{row}" if self.count else row)
            self.count += 1

    def pieces(self) -> Iterator[str]:
        """All of them, in blocks."""
        self._file.seek(0)
        while block := self._file.read(_BLOCK):
            yield block


class Gathered:
    """The reports of a run, as the sections of a page tell of them.

    ``severities``, ``rules`` and ``sections`` (the report's number and its section) are those of the
    findings; ``broken`` counts the relations that do not hold.
    """

    def __init__(self, run: Run) -> None:
        """Begin without any."""
        self.run = run
        self.many = len(run.results) > 1
        self.lines: list[Line] = []
        self.severities: Counter[Severity] = Counter()
        self.rules: set[str] = set()
        self.sections: dict[tuple[int, str], None] = {}
        self.broken = 0
        self.cards, self.papers, self.unchecked, self.relations = Rows(), Rows(), Rows(), Rows()
        self.ignored, self.known, self.skipped = Rows(), Rows(), Rows()
