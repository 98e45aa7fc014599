"""Codes that are mistyped, and the place of their rows among the others.

A table lists 类, 款 and 项 one below the other, so a row's neighbours say where it belongs. A code that
stands below none of those above it is taken for the one that does, where it is one slip away from it
and the sums of the table bear it out; and so is one whose name stands beside another code everywhere
else. Such a line has the code that fits, and keeps the one it prints: all that is asked of the row is
asked of it in its place.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from jslint.ledger.model import Ledger, Line

    #: By code and name, in how many tables they stand beside each other; by name, its codes.
    Named = Mapping[str, Counter[str]]

#: The digits of 类, 款 and 项.
_LEVELS = (3, 5, 7)
#: So many other tables must print a code beside a name to outweigh this one.
_OUTWEIGH = 2
#: A table in which more rows stand astray is not built of 类, 款 and 项 one below the other.
_MOST_TRIED = 12
#: At most one code in so many has a length that none of the levels has.
_MOST_UNLIKE = 4


class _Row(Struct, frozen=True):
    """A line that has a code, with the half of its table that it stands in."""

    half: int
    line: Line


class _Mend(Struct, frozen=True):
    """A row's code as it fits, and why: what stands around it (``place``), or its name (``name``).

    Of some it is only known what they are ``below``, or that no level has their ``length``; without a
    reason it goes on from that of the row above.
    """

    at: int
    code: str
    why: str


def seated(ledgers: Sequence[Ledger]) -> tuple[Ledger, ...]:
    """The ledgers with the codes that fit in place of mistyped ones."""
    tables: dict[int, list[int]] = {}
    for at, one in enumerate(ledgers):
        tables.setdefault(id(one.table), []).append(at)
    named = _named([[ledgers[at] for at in halves] for halves in tables.values()])
    found = list(ledgers)
    for halves in tables.values():
        own = [ledgers[at] for at in halves]
        for at, mended in zip(halves, _seated(own, named), strict=True):
            found[at] = mended
    return tuple(found)


def _named(tables: Iterable[Sequence[Ledger]]) -> dict[str, Counter[str]]:
    """By name, in how many tables each code stands beside it."""
    found: dict[str, Counter[str]] = {}
    for halves in tables:
        pairs = {(line.name, line.code) for one in halves for line in one.lines if line.code}
        for name, code in pairs:
            found.setdefault(name, Counter())[code] += 1
    return found


def _seated(halves: Sequence[Ledger], named: Named) -> Sequence[Ledger]:
    rows = [_Row(half, line) for half, one in enumerate(halves) for line in one.lines if line.code]
    codes = [row.line.code for row in rows]
    mends = list(_by_place(_Table(halves, rows, codes, _levels(codes), named)))
    for mend in mends:
        codes[mend.at] = mend.code
    mends += _by_name(codes, named, [row.line.name for row in rows])
    mends += _below(codes, mends)
    if not mends:
        return halves
    changed = {id(rows[mend.at].line): mend for mend in reversed(mends)}
    return [
        replace(one, lines=tuple(_mended(line, changed) for line in one.lines)) for one in halves
    ]


def _levels(codes: Iterable[str]) -> tuple[int, ...]:
    sizes = set(map(len, codes))
    return tuple(size for size in _LEVELS if size in sizes)


def _mended(line: Line, changed: Mapping[int, _Mend]) -> Line:
    mend = changed.get(id(line))
    if mend is None:
        return line
    misprint = line.code if mend.why else ""
    return replace(line, code=mend.code, misprint=misprint, seat=mend.why)


class _Table(Struct, frozen=True):
    """A table's coded rows, and what is known of names from all tables."""

    halves: Sequence[Ledger]
    rows: Sequence[_Row]
    codes: Sequence[str]
    levels: Sequence[int]
    named: Named


def _astray(codes: Sequence[str], levels: Sequence[int]) -> list[int]:
    """The rows that stand below none of those above them, and those whose code has no level."""
    current: dict[int, str] = {}
    found: list[int] = []
    for at, code in enumerate(codes):
        if len(code) not in levels:
            found.append(at)
            continue
        above = _above(len(code), levels)
        if above and current.get(above) != code[:above]:
            found.append(at)
        current = {size: one for size, one in current.items() if size < len(code)}
        current[len(code)] = code
    return found


def _above(size: int, levels: Sequence[int]) -> int:
    return max((one for one in levels if one < size), default=0)


def _block(codes: Sequence[str], at: int) -> range:
    """A row and those below it."""
    end = next(
        (to for to in range(at + 1, len(codes)) if len(codes[to]) <= len(codes[at])), len(codes)
    )
    return range(at, end)


def _by_place(table: _Table) -> Iterator[_Mend]:
    """The rows whose code, changed, puts them and their neighbours in their places."""
    done: list[range] = []
    tried = 0
    for at in _astray(table.codes, table.levels):
        if any(at in block for block in done) or tried == _MOST_TRIED:
            continue
        tried += 1
        mend = _placed(table, at)
        if mend is not None and not any(mend.at in block for block in done):
            block = _block(table.codes, mend.at)
            done.append(range(block.start, max(block.stop, at + 1)))
            yield mend


def _placed(table: _Table, at: int) -> _Mend | None:
    """The one change of one code that puts a row in its place: of its own, or of the one above it.

    A code of a length that none has is wrong even where several would fit.
    """
    suspects = [at, *_parents(table, at)]
    tried = [(row, code) for row in suspects for code in _fitting(table, row)]
    borne = [one for one in tried if _is_borne(table, *one)]
    for test in (_is_ordered, _is_named):
        if len(borne) > 1:
            borne = [one for one in borne if test(table, *one)] or borne
    if len(borne) == 1:
        return _Mend(*borne[0], "place")
    over = {(row, _over(table.codes, row, len(code), table.levels)) for row, code in borne}
    if len(over) == 1 and len(table.codes[borne[0][0]]) in table.levels:
        ((row, above),) = over
        return _Mend(row, f"{above or ''}".ljust(len(borne[0][1]), "?"), "below")
    return _unlike(table, at)


def _unlike(table: _Table, at: int) -> _Mend | None:
    """A code of a length that no level has, which is only known to stand below the row above it."""
    codes, levels = table.codes, table.levels
    unlike = sum(len(code) not in levels for code in codes)
    if len(codes[at]) in levels or not levels or unlike * _MOST_UNLIKE > len(codes):
        return None
    known = _known(table, at)
    if known is not None:
        return _Mend(at, known, "length")
    near = [len(codes[to]) for to in (at - 1, at + 1) if 0 <= to < len(codes)]
    size = next((one for one in near if one in levels), levels[-1])
    over = _over(codes, at, size, levels)
    return None if over is None else _Mend(at, over + "?" * (size - len(over)), "length")


def _known(table: _Table, at: int) -> str | None:
    """The one code, a slip away, that stands beside a row's name elsewhere."""
    name, printed = table.rows[at].line.name, table.codes[at]
    found = [code for code in table.named.get(name, ()) if name and is_slip(printed, code)]
    return found[0] if len(found) == 1 else None


def _parents(table: _Table, at: int) -> Iterator[int]:
    """The row right above one on the next higher level, whose code may be the wrong one."""
    above = _above(len(table.codes[at]), table.levels)
    to = next((to for to in range(at - 1, -1, -1) if len(table.codes[to]) <= above), None)
    if to is not None and len(table.codes[to]) == above:
        yield to


def _fitting(table: _Table, at: int) -> Iterator[str]:
    """The codes one slip away from a row's that put it below the row above it, and above those below it."""
    codes, printed = table.codes, table.codes[at]
    taken = set(codes)
    for size in table.levels:
        if abs(size - len(printed)) > 1:
            continue
        over = _over(codes, at, size, table.levels)
        below = _first_below(codes, at, size)
        if over is None or (below is not None and not below.startswith(over)):
            continue
        found = {below[:size]} if below is not None else set(_slips(printed, size, over))
        for code in sorted(found):
            if code not in taken and code.startswith(over) and is_slip(printed, code):
                yield code


def _over(codes: Sequence[str], at: int, size: int, levels: Sequence[int]) -> str | None:
    """The code of the row that one of a level is below; empty on the highest, None where it has none."""
    above = _above(size, levels)
    if not above:
        return ""
    to = next((to for to in range(at - 1, -1, -1) if len(codes[to]) <= above), None)
    return codes[to] if to is not None and len(codes[to]) == above else None


def _first_below(codes: Sequence[str], at: int, size: int) -> str | None:
    after = codes[at + 1] if at + 1 < len(codes) else ""
    return after if len(after) > size else None


def _slips(printed: str, size: int, over: str) -> Iterator[str]:
    """The codes of a length below another one that a printed one may be meant to be."""
    digits = "0123456789"
    if len(printed) == size:
        yield over + printed[len(over) :]
        for at in range(size - 1):
            yield printed[:at] + printed[at + 1] + printed[at] + printed[at + 2 :]
    if len(printed) == size + 1:
        yield from (printed[:at] + printed[at + 1 :] for at in range(len(printed)))
    if len(printed) == size - 1:
        yield from (
            printed[:at] + one + printed[at:] for at in range(len(printed) + 1) for one in digits
        )


def is_slip(printed: str, code: str) -> bool:
    """Whether one slip of the hand makes a code of another: a digit, two exchanged, one more or less."""
    if len(printed) == len(code):
        unlike = [at for at, (one, two) in enumerate(zip(printed, code, strict=True)) if one != two]
        if len(unlike) == 1:
            return True
        exchanged = len(unlike) == 2 and unlike[1] == unlike[0] + 1  # noqa: PLR2004 - a pair
        return (
            exchanged
            and printed[unlike[0]] == code[unlike[1]]
            and printed[unlike[1]] == code[unlike[0]]
        )
    longer, shorter = sorted((printed, code), key=len, reverse=True)
    return len(longer) == len(shorter) + 1 and any(
        longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))
    )


def _is_borne(table: _Table, at: int, code: str) -> bool:
    """Whether with another code a row and those below it are in place, and their sums hold."""
    codes = list(table.codes)
    codes[at] = code
    start = next((to for to in range(at, -1, -1) if len(codes[to]) == table.levels[0]), 0)
    block = _block(codes, start)
    if set(_astray(codes[start : block.stop], table.levels)) & {
        to - start for to in _block(codes, at)
    }:
        return False
    printed, name = table.codes[at], table.rows[at].line.name
    if table.named[name][printed] > 1:  # another table prints it beside the same name
        return False
    return _adds_up(table, codes, at) or _is_named(table, at, code)


def _is_named(table: _Table, at: int, code: str) -> bool:
    """Whether the fitting code stands beside the same name in another table."""
    name = table.rows[at].line.name
    return bool(name) and table.named[name][code] > 0


def _is_ordered(table: _Table, at: int, code: str) -> bool:
    codes = table.codes
    before = codes[at - 1] if at else ""
    after = codes[at + 1] if at + 1 < len(codes) else code + "9"
    return before < code < after


def _adds_up(table: _Table, codes: Sequence[str], at: int) -> bool:
    """Whether the row is a part of the row above it, and the sum of those below it, in every column.

    A row of nothing proves nothing: another part right before it says where it belongs.
    """
    over = _over(codes, at, len(codes[at]), table.levels)
    below = len(_block(codes, at)) > 1
    if not below and not _has_figures(table.rows[at].line):
        before = codes[at - 1]
        return bool(over) and before != over and before.startswith(over or "")
    sums = [at] if below else []
    if over:
        sums.append(next(to for to in range(at - 1, -1, -1) if codes[to] == over))
        if not below and not _has_kin(codes, at, over):
            return False
    told = [_holds(table, codes, total) for total in sums]
    return any(told) and None not in told and _has_figures(table.rows[at].line)


def _has_kin(codes: Sequence[str], at: int, over: str) -> bool:
    """Whether others stand in their places below the row above: else it is that row that is wrong."""
    start = next(to for to in range(at - 1, -1, -1) if codes[to] == over)
    kin = [to for to in _block(codes, start)[1:] if to != at]
    return not kin or any(codes[to].startswith(over) for to in kin)


def _has_figures(line: Line) -> bool:
    return any(figure.value for figure in line.figures.values())


def _holds(table: _Table, codes: Sequence[str], total: int) -> bool | None:
    """Whether a row is the sum of those right below it: None where a column says that it is not."""
    block = _block(codes, total)
    size = min((len(codes[to]) for to in block[1:]), default=0)
    parts = [to for to in block[1:] if len(codes[to]) == size]
    whole = table.rows[total]
    if not parts or any(table.rows[to].half != whole.half for to in parts):
        # Halves have columns of their own, in the same order.
        return _across(table, total, parts)
    columns = table.halves[whole.half].columns
    keys = [(column.index, [column.index] * len(parts)) for column in columns]
    return _agree(whole.line, [table.rows[to].line for to in parts], keys)


def _across(table: _Table, total: int, parts: Sequence[int]) -> bool | None:
    own = [[column.index for column in one.columns] for one in table.halves]
    if not parts or len({len(one) for one in own}) != 1:
        return None
    keys = [
        (index, [own[table.rows[to].half][at] for to in parts])
        for at, index in enumerate(own[table.rows[total].half])
    ]
    return _agree(table.rows[total].line, [table.rows[to].line for to in parts], keys)


def _agree(
    whole: Line, parts: Sequence[Line], keys: Sequence[tuple[int, Sequence[int]]]
) -> bool | None:
    for index, others in keys:
        stated = whole.figures.get(index)
        figures = [part.figures.get(at) for part, at in zip(parts, others, strict=True)]
        known = [one for one in (stated, *figures) if one is not None]
        gap = (stated.exact() if stated else Fraction(0)) - sum(
            (one.exact() for one in figures if one is not None), Fraction(0)
        )
        if 2 * abs(gap) > sum((one.step for one in known), Fraction(0)):
            return None
    return True


def _by_name(codes: Sequence[str], named: Named, names: Sequence[str]) -> Iterator[_Mend]:
    """The rows whose name stands beside another code of the same 类 or 款 everywhere else.

    That is in all other tables, or in all other rows of a list in which codes stand again and again.
    """
    taken = Counter(codes)
    here = Counter(zip(names, codes, strict=True))
    is_list = len(set(map(len, taken))) == 1
    for at, (code, name) in enumerate(zip(codes, names, strict=True)):
        beside = named.get(name, Counter())
        if not name or beside[code] > 1 or here[name, code] > 1:
            continue
        others = [
            one
            for one, count in beside.items()
            if one != code
            and one[:-2] == code[:-2]
            and is_slip(code, one)
            and (
                here[name, one] >= _OUTWEIGH
                if taken[one] and is_list
                else count >= _OUTWEIGH and not taken[one]
            )
        ]
        if len(others) == 1:
            yield _Mend(at, others[0], "name")


def _below(codes: Sequence[str], mends: Sequence[_Mend]) -> Iterator[_Mend]:
    """The rows below one whose code is known by its name, which go on from the code that it prints."""
    for mend in mends:
        if mend.why == "name":
            printed = codes[mend.at]
            for at in _block(codes, mend.at)[1:]:
                if codes[at].startswith(printed):
                    yield _Mend(at, mend.code + codes[at][len(printed) :], "")
