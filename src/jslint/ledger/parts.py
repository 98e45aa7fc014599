"""A report's tables to ledgers, those that go on under a title with （续） joined with their part."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint.figures.figure import parse_cell
from jslint.ledger import heads
from jslint.ledger.model import plain
from jslint.ledger.reading import read
from jslint.ledger.seats import seated
from jslint.ledger.turned import turned
from jslint.readers.kinds import is_continuation, retitled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jslint.document import Place, Section, Table
    from jslint.ledger.model import Ledger

    Found = tuple[Table, tuple[Section, ...]]

#: A row's name stands in one of so many of its first cells, behind 类, 款 and 项.
_LABELS = 4
#: Why a table has no ledger.
APART = "续表与前表不能并为一张表（有一部分没有读出，或表头不同），未核对"


class Gathered(Struct, frozen=True):
    """The ledgers of all tables in reading order.

    ``unread`` are the tables that could not be put together, each with the reason; ``joined`` the
    places of the parts that were read with the table before.
    """

    ledgers: tuple[Ledger, ...]
    unread: tuple[tuple[Place, str], ...] = ()
    joined: frozenset[Place] = frozenset()


def gather(tables: Iterable[Found]) -> Gathered:
    """Read every table; a part that goes on with the one before is read with it."""
    whole: list[Found] = []
    broken: set[int] = set()
    parts: set[Place] = set()
    for table, path in ((turned(table), path) for table, path in tables):
        if not whole or not _goes_on(whole[-1][0], table):
            whole.append((table, path))
        elif (joined := _joined(whole[-1][0], table)) is not None:
            whole[-1] = (joined, whole[-1][1])
            parts.add(table.place)
        else:
            broken |= {len(whole) - 1, len(whole)}
            whole.append((table, path))
    return Gathered(
        seated([one for at, found in enumerate(whole) if at not in broken for one in read(*found)]),
        tuple((whole[at][0].place, APART) for at in sorted(broken) if whole[at][0].rows),
        frozenset(parts),
    )


def _goes_on(before: Table, table: Table) -> bool:
    """Whether the table is a further part of the one before: its title says so, or its rows.

    Under the same title printed again, rows without a total belong to the total above; and rows of
    which none was there before, but for a total at the top, go on with those above, where these do
    not end in a total. So they do without any title, where the whole header is printed again.
    """
    title = table.title.value
    if is_continuation(title):
        return retitled(title) in ("", retitled(before.title.value))
    alike = not title or plain(title) == plain(before.title.value)
    if not alike or not before.title or _joined(before, table) is None:
        return False
    rows, further = _body(before), _body(table)
    if not title and not _is_headed(before, table):
        return False
    if title and _has_total(rows) and not _has_total(further):
        return True
    ended = len(rows) > 1 and _has_total(rows[-1:])
    return not ended and not _has_total(further[:1]) and not _names(rows) & _names(further)


def _is_headed(before: Table, table: Table) -> bool:
    """Whether a table begins with the whole header of the one before."""
    words = _words(before)
    height = heads.read(words, before.header_rows).height
    return height > 0 and words[:height] == _words(table)[:height]


def _body(table: Table) -> list[list[str]]:
    """The words of the rows below the header."""
    words = _words(table)
    return words[heads.read(words, table.header_rows).height :]


def _has_total(rows: list[list[str]]) -> bool:
    """Whether one of some rows sums up others."""
    return any(heads.SUMMARY.fullmatch(word) for row in rows for word in row[:_LABELS])


def _names(rows: list[list[str]]) -> set[tuple[str, ...]]:
    """What rows are called: their codes and names."""
    named = (tuple(word for word in row[:_LABELS] if parse_cell(word) is None or
             heads.CODE.fullmatch(word)) for row in rows)  # fmt: skip
    return {name for name in named if any(name)}


def _words(table: Table) -> list[list[str]]:
    return [[plain(cell.value) for cell in row] for row in table.rows]


def _joined(before: Table, part: Table) -> Table | None:
    """Both parts as one table, the header once; None where they may not be of one form."""
    if not (before.rows and part.rows):
        return None
    if len(before.rows[0]) != len(part.rows[0]) or part.unit not in ("", before.unit):
        return None
    words = [_words(one) for one in (before, part)]
    pairs = zip(*words, strict=False)
    again = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    head = heads.read(words[0], before.header_rows)
    if again < head.height and (again or not heads.is_body(words[1][0])):
        return None
    rows = (*before.rows, *part.rows[again:])
    return replace(before, rows=rows, notes=(*before.notes, *part.notes))
