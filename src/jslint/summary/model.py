"""What a summary says, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.diagnostic import Diagnostic, Result
    from jslint.group.model import Outcome, Party
    from jslint.run import Known, Run

#: What may be said of a report: it was not read, has no figures, errors, warnings, or nothing wrong.
UNREAD, BLANK, WRONG, DOUBTFUL, CLEAN = "unread", "blank", "wrong", "doubtful", "clean"


class Row(Struct, frozen=True):
    """One report of the run, or an input that could not be read; ``index`` is its place in the run.

    ``families`` counts diagnostics by the letters of their rules' ids. ``gaps`` are findings between a
    department and its units, which are of the department's report; ``left`` is what was not read.
    """

    path: str
    files: tuple[str, ...]
    body: str = ""
    year: str = ""
    kind: str = ""
    form: str = ""
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    families: Mapping[str, int] = {}
    gaps: int = 0
    figures: int = 0
    checked: int = 0
    left: int = 0
    verdict: str = CLEAN
    reason: str = ""
    index: int = -1
    page: str = ""


class Department(Struct, frozen=True):
    """A department's report beside its units', and what came of it; ``missing`` did not hand in."""

    party: Party
    units: tuple[Party, ...]
    outcome: Outcome
    diagnostics: tuple[Diagnostic, ...] = ()
    missing: tuple[str, ...] = ()
    year: str = ""


class Expected(Struct, frozen=True):
    """A body of the list: ``department`` is whose unit it is, equal to ``name`` for its own office.

    ``whole`` says that the department's report itself is meant, not that of its own office.
    """

    name: str
    department: str = ""
    whole: bool = False


class Missed(Struct, frozen=True):
    """A body that is not in the run as the list has it: ``missing``, ``twice`` or ``unlisted``."""

    what: str
    name: str
    department: str = ""
    paths: tuple[str, ...] = ()


class Change(Struct, frozen=True):
    """What became of something since the last summary.

    ``what`` is ``new``, ``mended``, ``unchecked`` (its figure is gone, or no rule looks at it),
    ``still``, ``added`` (a report) or ``gone`` (a report).
    """

    what: str
    body: str
    year: str = ""
    known: Known | None = None


class Left(Struct, frozen=True):
    """Something of a report that was not checked, why, and in how many places; ``part`` is not read."""

    what: str
    why: str
    count: int = 1
    part: bool = False


class Report(Struct, frozen=True):
    """A report with its row: the result without its figures, and what was not checked of it.

    ``right`` is what the last summary knew something wrong of, and is right now.
    """

    row: Row
    result: Result
    left: tuple[Left, ...] = ()
    right: frozenset[tuple[str, ...]] = frozenset()


class Summary(Struct, frozen=True):
    """The whole summary; ``reports`` are those that were read, in the order of the rows.

    ``entries`` are what the next one is compared with.
    ``notes`` are what a reader must know of the whole, such as departments that could not be told apart.
    """

    run: Run
    rows: tuple[Row, ...]
    reports: tuple[Report, ...] = ()
    departments: tuple[Department, ...] = ()
    roster: tuple[Missed, ...] | None = None
    changes: tuple[Change, ...] | None = None
    entries: tuple[Known, ...] = ()
    notes: tuple[str, ...] = ()
