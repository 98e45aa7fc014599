"""What there is to say of inputs besides their diagnostics: what of them was not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.document import NOWHERE, Place
from jslint.formatters.wording import say
from jslint.phrases import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.diagnostic import Result
    from jslint.run import Run

#: The sorts of remark, which no rule's id is.
BLANK = "blank"
UNREAD = "unread"


class Remark(Struct, frozen=True):
    """Something to know of one input, of this sort, with and without the word that it is a note."""

    path: str
    place: Place
    sort: str
    what: str
    text: str


def remarks(run: Run) -> Iterator[Remark]:
    """The remarks on every input, in order."""
    for result in run.results:
        yield from of_one(run, result)


def heard(run: Run) -> Iterator[Remark]:
    """The remarks that lines for people show: of a quiet run those without which silence lies."""
    return (remark for remark in remarks(run) if not run.quiet or remark.sort == BLANK)


def of_one(run: Run, result: Result) -> Iterator[Remark]:
    """The remarks on one input."""
    if result.blank:
        what = say(run.lang, "blank")
        yield Remark(result.path, NOWHERE, BLANK, what, say(run.lang, "note", what=what))
    for place, what in result.unread:
        yield Remark(result.path, place, UNREAD, what, say(run.lang, "unread", what=what))


def together(run: Run) -> Iterator[str]:
    """Which files were found to be one report, a line each."""
    for names in run.pairs:
        files = listed(run.lang, names)
        yield say(run.lang, "together", files=files)
