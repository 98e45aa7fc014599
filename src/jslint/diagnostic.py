"""What a run can find: a rule holds, is broken, or was not checked; and the whole result."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Generic, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from jslint.phrases import Told

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    from jslint.document import Place, Report
    from jslint.edits import Fix
    from jslint.group.model import Share
    from jslint.relation import Relation

    #: How words are held: told in no language yet, as the rules find them, or as a string in one.
    W_co = TypeVar("W_co", bound=Told, default=str, covariant=True)
else:
    from typing import TypeVar

    W_co = TypeVar("W_co", covariant=True)


class Severity(StrEnum):
    """How much a diagnostic matters; compare with ``rank``."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return {"info": 0, "warning": 1, "error": 2}[self.value]


class Related(Struct, Generic[W_co], frozen=True):
    """Another place that a diagnostic speaks of, with the words that stand there."""

    place: Place
    excerpt: W_co


class Suspect(Struct, Generic[W_co], frozen=True):
    """A figure that is wrong, or may be: what it is of, what it prints, and what it should."""

    place: Place
    name: W_co
    actual: str
    expected: str


class Cause(Struct, Generic[W_co], frozen=True):
    """What is behind one or more broken relations, as the diagnosis sees it.

    ``kind`` is one of ``diagnosis.cause.CauseKind``. ``suspects`` are accused; of ``alternatives``,
    each by itself would put things right. ``relations`` are broken by it, of which ``mended`` would
    hold with the values given. ``id`` is the same in every run over the same words.
    """

    id: str
    kind: str
    suspects: tuple[Suspect[W_co], ...] = ()
    alternatives: tuple[tuple[Suspect[W_co], ...], ...] = ()
    relations: int = 1
    mended: int = 0


class Address(Struct, frozen=True, order=True):
    """Whose figure it is, wherever it stands: of what, in which section, measured how; and its value.

    Of a table's cell ``subject`` is the table and the row, ``measure`` the column.
    """

    section: str
    subject: str
    measure: str
    value: str


class Stated(Struct, frozen=True):
    """A figure of the report with its address, and the rules that found it right."""

    address: Address
    place: Place
    right: tuple[str, ...] = ()


class Sentence(Struct, frozen=True):
    """A sentence as printed, and from where to where in it stand the words complained of."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


class Diagnostic(Struct, Generic[W_co], frozen=True):
    """One thing found wrong, and where.

    ``excerpt`` holds the words complained of, as printed; ``expected`` and ``actual`` what should
    stand there and what does, empty where that has no meaning. ``figures`` are the places of all
    figures that the rule looked at, ``relation`` what it asks of them, if it is about figures.
    ``cause`` is what the diagnosis makes of it, ``also`` are other rules that the same breaks.
    ``sentence`` is where the words stand, for a source that has no lines to show.
    ``fix`` would put it right, where that can be done without guessing.
    ``address`` is that of the figure complained of, and ``ties`` are those of all that the rule
    looked at, where they are asked for. ``gathered`` are the diagnostics that this one stands for, in
    order and as their rule gave them, where it gives several as one, and ``note`` is what the message
    says of the others: see ``apart``. ``readings`` are what the rule would say if the words speak of
    something else, which they leave open.
    """

    rule: str
    name: str
    severity: Severity
    message: W_co
    place: Place
    section: str = ""
    excerpt: str = ""
    expected: W_co | str = ""
    actual: str = ""
    related: tuple[Related[W_co], ...] = ()
    figures: tuple[Place, ...] = ()
    relation: Relation | None = None
    also: tuple[str, ...] = ()
    cause: Cause[W_co] | None = None
    sentence: Sentence | None = None
    fix: Fix | None = None
    address: Address | None = None
    ties: tuple[Address, ...] = ()
    gathered: tuple[Diagnostic[W_co], ...] = ()
    note: W_co | str = ""
    readings: tuple[Diagnostic[W_co], ...] = ()


def apart(found: Diagnostic) -> tuple[Diagnostic, ...]:
    """The diagnostics that one stands for, itself where it stands for no other.

    Whoever accepts or knows one of them has not accepted the others, so they are told apart there.
    """
    if not found.gathered:
        return (found,)
    first, *others = found.gathered
    head = replace(found, message=found.message.replace(found.note, "", 1), gathered=(), note="")
    if found.place == first.place and not found.also:
        fix = first.fix if any(other.fix for other in others) else found.fix
        head = replace(head, figures=first.figures, ties=first.ties, related=first.related, fix=fix)
    return (head, *others)


class Suppressed(Struct, frozen=True):
    """A diagnostic that somebody has accepted, and why.

    ``place`` is where the suppression stands, ``path`` its file where that is no report.
    """

    diagnostic: Diagnostic
    reason: str
    place: Place
    path: str = ""
    until: str = ""


class Holds(Struct, frozen=True):
    """A rule looked at these figures (their places) and found them right.

    ``slack`` is true where they agree only within the rounding of what is printed.
    """

    rule: str
    figures: tuple[Place, ...]
    slack: bool = False
    relation: Relation | None = None


class Unchecked(Struct, Generic[W_co], frozen=True):
    """A rule could not be applied, here or at all, for this reason."""

    rule: str
    reason: W_co
    place: Place | None = None


#: A diagnostic as a rule gives it, in no language yet.
Broken: TypeAlias = Diagnostic[Told]
Outcome: TypeAlias = Broken | Holds | Unchecked[Told]


class Seen(Struct, Generic[W_co], frozen=True):
    """A figure of the report, of its narrative or in a cell, and what became of it.

    ``understood``: a claim or a column holds it; ``checked``: some rule that it could have broken
    looked at it, else ``reason`` says why none did. ``name`` is what a claim is of, its topic with
    what is stated of it. A cell has the number of its ``table`` in the account, and of that the
    names of its ``row`` and its ``column``.
    """

    place: Place
    text: str
    section: str
    understood: bool
    checked: bool
    name: W_co | str = ""
    reason: W_co | str = ""
    table: int | None = None
    row: str = ""
    column: str = ""

    @property
    def of(self: Seen[str]) -> str:
        """What it is of: its row and column, or what the claim is of."""
        return self.name if self.table is None else " ".join(filter(None, (self.row, self.column)))


class SeenColumn(Struct, Generic[W_co], frozen=True):
    """A column of a table: its header path, how many cells hold figures, and whether a rule looked.

    ``reason`` says why none did; ``looked`` is at how many of the figures one did.
    """

    name: str
    figures: int
    checked: bool
    reason: W_co | str = ""
    looked: int = 0


class SeenTable(Struct, Generic[W_co], frozen=True):
    """A table and what became of its columns; ``unread`` says why it was not read, if it was not.

    ``figures`` are all its cells that hold figures, those of columns that were not read too, and
    ``checked`` how many of them some rule looked at.
    """

    place: Place
    title: str
    section: str = ""
    columns: tuple[SeenColumn[W_co], ...] = ()
    unread: W_co | str = ""
    figures: int = 0
    checked: int = 0


class Account(Struct, Generic[W_co], frozen=True):
    """Every figure of a report in reading order, and the outcomes that speak of figures.

    What relations those state, and how each came out, ``account.stand`` tells when it is asked.
    """

    figures: tuple[Seen[W_co], ...] = ()
    tables: tuple[SeenTable[W_co], ...] = ()
    outcomes: tuple[Diagnostic[W_co] | Holds, ...] = ()


class Result(Struct, Generic[W_co], frozen=True):
    """All that a run found in one report; diagnostics in reading order.

    ``unread`` says what the reader could not read, such as a scanned page. ``packs`` were applied, and
    ``form`` is what they call such a report, empty where no form was recognised. ``blank`` says that
    no figure of accounts was read: then nothing wrong means nothing. ``counted`` is false where no
    rule looked at any figure, and the account was left out. ``suppressed`` were accepted by
    somebody, and ``known`` stand in a baseline; neither are among the diagnostics. ``body`` and
    ``year`` are whose accounts these are, a department's or a unit's by ``kind``; ``stated`` are the
    figures with their addresses, and ``shares`` what a department sums up, where they are asked for.
    ``report`` is what was checked, kept only for a format that shows it.
    """

    path: str
    diagnostics: tuple[Diagnostic[W_co], ...] = ()
    unchecked: tuple[Unchecked[W_co], ...] = ()
    holds: tuple[Holds, ...] = ()
    account: Account[W_co] = Account()
    rules: int = 0
    lines: tuple[str, ...] = ()
    unread: tuple[tuple[Place, W_co], ...] = ()
    packs: tuple[str, ...] = ()
    form: str = ""
    blank: bool = False
    counted: bool = True
    suppressed: tuple[Suppressed, ...] = ()
    known: tuple[Diagnostic, ...] = ()
    body: str = ""
    year: str = ""
    stated: tuple[Stated, ...] = ()
    kind: str = ""
    shares: tuple[Share, ...] = ()
    report: Report | None = None
