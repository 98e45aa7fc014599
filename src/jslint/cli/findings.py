"""What a run has come to so far; of many reports the results wait in a file, not in memory."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, BinaryIO, overload

from msgspec.structs import replace

from jslint.diagnostic import Holds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jslint.diagnostic import Result
    from jslint.rules.ground.entry import Entry
    from jslint.run import Failure

#: So many results are kept in memory; few runs have more.
_FEW = 32


class Results(Sequence["Result"]):
    """The results in order; those beyond the first few are read back whenever they are asked for."""

    def __init__(self, few: int = _FEW) -> None:
        """Begin without any; ``few`` of them stay in memory."""
        self._few = few
        self._kept: list[Result] = []
        self._places: list[int] = []
        self._file: BinaryIO | None = None

    def add(self, result: Result) -> None:
        """Take one more."""
        if len(self._kept) < self._few:
            self._kept.append(result)
            return
        import pickle  # noqa: PLC0415 - few runs have so many reports

        if self._file is None:
            self._file = _nameless()
        self._places.append(self._file.seek(0, os.SEEK_END))
        pickle.dump(result, self._file, pickle.HIGHEST_PROTOCOL)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._kept) + len(self._places)

    @overload
    def __getitem__(self, index: int) -> Result: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Result]: ...

    def __getitem__(self, index: int | slice) -> Result | Sequence[Result]:
        """One of them, or several."""
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        at = range(len(self))[index]
        return self._kept[at] if at < len(self._kept) else self._read(at - len(self._kept))

    def __iter__(self) -> Iterator[Result]:
        """Each in turn."""
        yield from self._kept
        yield from map(self._read, range(len(self._places)))

    def _read(self, at: int) -> Result:
        import pickle  # noqa: PLC0415 - as above

        assert self._file is not None
        self._file.seek(self._places[at])
        found: Result = pickle.load(self._file)  # noqa: S301 - what this run wrote itself
        return found


def _nameless() -> BinaryIO:
    """A file that no one else sees, and that is gone when this process is."""
    import tempfile  # noqa: PLC0415 - few runs have so many reports

    return tempfile.TemporaryFile(prefix="jslint-")


class Findings:
    """Gathers what becomes of the inputs, one after the other."""

    def __init__(self, *, related: bool = False) -> None:
        """Begin without any; ``related`` keeps what the relations between figures are told from."""
        self._related = related
        self.results = Results()
        self.failures: list[Failure] = []
        self.unreached: tuple[Failure, ...] = ()
        self.entries: dict[str, Entry] = {}
        self.broken: set[str] = set()  # the rules that some diagnostic is of
        self.linted = False
        self.claims: list[str] = []
        self.sources: dict[str, tuple[str, ...]] = {}

    def add(
        self,
        result: Result | None,
        failure: Failure | None,
        rules: Sequence[Entry] | None,
        claims: str,
        sources: Mapping[str, tuple[str, ...]],
    ) -> None:
        """Take what became of one input."""
        if result is not None:
            self.results.add(slim(result, related=self._related))
            self.broken.update(one.rule for one in result.diagnostics)
        if failure is not None:
            self.failures.append(failure)
        if rules is not None:
            self.linted = True
            self.entries.update((entry.id, entry) for entry in rules)
        if claims:
            self.claims.append(claims)
        self.sources.update(sources)


def slim(result: Result, *, related: bool = False) -> Result:
    """A result without what nothing that is printed is told from."""
    # What shows the report itself tells the relations of its figures as well.
    whole = related or result.report is not None
    account = result.account if whole else replace(result.account, outcomes=())
    return replace(result, holds=_once(result.holds), account=account)


def _once(holds: Sequence[Holds]) -> tuple[Holds, ...]:
    """Each rule that held, once; where it did has been looked at by now."""
    return tuple(Holds(rule, ()) for rule in dict.fromkeys(one.rule for one in holds))
