"""What is written into a file: notes on its words, told from the diagnostics of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from jslint.diagnostic import Severity
    from jslint.document import Place

#: Who writes notes; whatever bears this name is jslint's own, and replaced by the next run.
AUTHOR = "jslint"


class Note(Struct, frozen=True):
    """What is told of one diagnostic.

    ``place`` is where it stands, ``spans`` are the stretches of the source that hold its words, in
    order; none where the report has no such words. ``head`` names severity and rule; ``wrote`` is
    what stands there and ``expected`` what should, empty where that has no meaning, and
    ``maybe`` says that this is one of several ways to put it right. ``sums`` are
    the computations that fail, ``others`` further places by heading and sentence.
    """

    place: Place
    spans: tuple[Place, ...]
    severity: Severity
    rule: str
    head: str
    message: str
    section: str = ""
    wrote: str = ""
    expected: str = ""
    maybe: bool = False
    sums: tuple[str, ...] = ()
    basis: str = ""
    others: tuple[str, ...] = ()


class Job(Struct, frozen=True):
    """What to write into one file: its notes, and what a sheet of results says above them."""

    notes: tuple[Note, ...]
    lang: str = "zh"
    told: tuple[str, ...] = ()


class Annotated(Struct, frozen=True):
    """A file with its notes; ``remarks`` say what stands elsewhere than it should, and why."""

    data: bytes
    remarks: tuple[str, ...] = ()
