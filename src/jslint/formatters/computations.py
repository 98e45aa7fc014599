"""A relation between figures as a line to read: what it computes, with the numbers, and its verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.account import Fit, computed, fraction, residue
from jslint.figures.figure import Dimension
from jslint.formatters.places import spot
from jslint.phrases import Family, listed
from jslint.relation import Given, Kind, Role
from jslint.rules.ground import words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from fractions import Fraction

    from jslint.account import Judged, Stand
    from jslint.diagnostic import Account, Seen
    from jslint.document import Key, Place
    from jslint.relation import Operand, Relation

    #: How a figure is written: its name, what it prints, its place.
    Cite = Callable[[str, str, Key], str]

say = Family("computations")


class _Names(Struct, frozen=True):
    """What each figure of a line is called, and how it is written."""

    names: Mapping[Key, str]
    cite: Cite

    def write(self, printed: str, key: Key) -> str:
        """A figure with its name."""
        return self.cite(self.names.get(key, ""), printed, key)


_SIGNS = {Fit.HOLDS: "=", Fit.ROUNDING: "≈", Fit.EDGE: "≠", Fit.BROKEN: "≠"}


def computation(lang: str, judged: Judged, account: Account, stand: Stand) -> str:
    """What a relation computes: ``本年支出合计 1,945.00 = 基本支出 1,210.40 + 项目支出 734.60 ✓``.

    Of figures that no computation binds, what each is.
    """
    return cited(lang, judged, account, stand, _called)


def cited(lang: str, judged: Judged, account: Account, stand: Stand, cite: Cite) -> str:
    """The same with each figure written by ``cite``, for a format that has links."""
    names = _Names(_names(lang, judged.places, account, stand), cite)
    verdict = say(lang, judged.fit.value)
    relation = judged.relation
    if relation is None or not relation.kind.is_reckoned:
        found = (stand.seen.get(place.key) for place in judged.places)
        written = [names.write(one.text, one.place.key) for one in found if one]
        return f"{listed(lang, dict.fromkeys(written))} {verdict}".lstrip()
    if relation.kind.is_rate:
        return f"{_rate(lang, judged.fit, relation, names)} {verdict}"
    if relation.kind is Kind.ORDER:
        more, less = (
            _terms([(abs(weight), one) for weight, one in relation.terms if side(weight)], names)
            for side in ((0).__lt__, (0).__gt__)
        )
        return f"{more} {'≥' if judged.fit is Fit.HOLDS else '<'} {less} {verdict}"
    return f"{_linear(lang, judged.fit, relation, names)} {verdict}"


def _linear(lang: str, fit: Fit, relation: Relation, names: _Names) -> str:
    head = next(
        (one for one in relation.operands if one.role in (Role.TOTAL, Role.DERIVED)),
        relation.operands[0],
    )
    turn = -1 if head.weight > 0 else 1
    rest = [(turn * weight, one) for weight, one in relation.terms if one is not head]
    off = residue(relation) * turn
    sign = "=" if not off else _SIGNS[fit]
    said = f"{_operand(head, names)} {sign} {_terms(rest, names) or '0'}"
    if not off:
        return said
    right = (head.figure.exact() * abs(head.weight) + off) / abs(head.weight)
    if len(rest) > 1 or (rest and rest[0][0] != 1):
        said += say(lang, "comes-to", value=words.amount(right, head.figure))
    return said + say(lang, "off-by", value=words.amount(abs(off), head.figure))


def _rate(lang: str, fit: Fit, relation: Relation, names: _Names) -> str:
    rate = next(one for one in relation.operands if one.role is Role.RATE)
    over, under = fraction(relation)
    if relation.kind is Kind.GROWTH and rate.weight < 0:
        over = [(-weight, one) for weight, one in over]
    right = computed(relation)
    parts = [
        f"({_terms(row, names)})" if len(row) > 1 else _terms(row, names) for row in (over, under)
    ]
    exact = right is not None and right == rate.figure.exact()
    sign = "=" if exact or fit is Fit.HOLDS else _SIGNS[fit]
    said = f"{_operand(rate, names)} {sign} {' ÷ '.join(parts)}"
    return said if exact or right is None else said + _told(lang, right, rate)


def _told(lang: str, right: Fraction, rate: Operand) -> str:
    is_average = rate.figure.unit.dimension is Dimension.AMOUNT
    tell = words.amount if is_average else words.percent
    return say(lang, "comes-to", value=tell(right, rate.figure))


def _terms(terms: Sequence[tuple[int, Operand | Given]], names: _Names) -> str:
    """Weighted figures as a sum; those to be added first."""
    ordered = sorted(terms, key=lambda term: term[0] < 0)
    said = ""
    for weight, one in ordered:
        times = f"{abs(weight)} × " if abs(weight) != 1 else ""
        sign = ("" if weight > 0 else "−") if not said else (" + " if weight > 0 else " − ")
        said += f"{sign}{times}{_operand(one, names)}"
    return said


def _operand(operand: Operand | Given, names: _Names) -> str:
    if isinstance(operand, Given):
        return words.printed(operand.figure)
    return names.write(words.printed(operand.figure), operand.place.key)


def _called(name: str, printed: str, _: Key) -> str:
    return f"{name} {printed}".lstrip()


def _names(lang: str, places: Sequence[Place], account: Account, stand: Stand) -> dict[Key, str]:
    """What each figure is called beside the others: what they share is not said again."""
    found = [one for place in places if (one := stand.seen.get(place.key))]
    tables = {one.table for one in found}
    one_table = len(tables) == 1 and None not in tables
    columns, rows = ({getattr(one, at) for one in found} for at in ("column", "row"))
    names = {}
    for one in found:
        shared = one_table and len(found) > 1
        names[one.place.key] = (
            (one.row if shared and len(columns) == 1 else "")
            or (one.column if shared and len(rows) == 1 else "")
            or _whole(lang, one, account, one_table=one_table)
        )
    if len(set(names.values())) < len(names) and len(places) == 2:  # noqa: PLR2004 - one quantity
        return {one.place.key: f"{names[one.place.key]} [{spot(one.place)}]" for one in found}
    return names


def _whole(lang: str, one: Seen, account: Account, *, one_table: bool) -> str:
    if one.table is None or one_table:
        return one.of
    title = account.tables[one.table].title
    return say(lang, "table", title=title) + one.of if title else one.of


def label(lang: str, one: Seen, account: Account) -> str:
    """What a figure is of, with its table."""
    return _whole(lang, one, account, one_table=False)
