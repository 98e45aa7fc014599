"""The columns of the tables, and how what is in them is read back.

A table is declared once, here; the schema in which it is written, what reads it and a test of the
page that describes it are all told from that.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec import Struct

from jslint.diagnostic import (
    Address,
    Cause,
    Related,
    Seen,
    SeenColumn,
    SeenTable,
    Severity,
    Suspect,
    Unchecked,
)
from jslint.document import NOWHERE, Place
from jslint.edits import Edit, Fix
from jslint.figures.figure import BARE, UNITS, Dimension, Figure, Unit
from jslint.group.model import Addend, Role, Share

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Kind: TypeAlias = "Leaf | Many | Record"


def _as_it_is(value: Any) -> Any:
    return value


class Leaf(Struct, frozen=True):
    """A value of one of Arrow's types, and what makes of it the value that the program has.

    There need not be one only where ``none`` is true.
    """

    arrow: str
    read: Callable[[Any], Any] = _as_it_is
    none: bool = False


class Many(Struct, frozen=True):
    """Any number of values of one kind."""

    of: Kind
    read: Callable[[Iterable[Any]], Any] = tuple


class Record(Struct, frozen=True):
    """Values by their names, which make one of the program's records; ``none`` where there is none."""

    made: Callable[..., Any]
    fields: Mapping[str, Kind]
    none: Any = ...


TEXT = Leaf("string")
COUNT = Leaf("int64")
REAL = Leaf("double")
TRUTH = Leaf("bool")
_SAID = Leaf("string", none=True)
_COUNTED = Leaf("int64", none=True)
_EXACT = Leaf("string", Decimal)
_SEVERITY = Leaf("string", Severity)


def _unit(name: str, dimension: str, scale: str) -> Unit:
    known = UNITS.get(name, BARE)
    made = Unit(name, Dimension(dimension), Decimal(scale))
    return known if known == made else made


def _box(values: Iterable[float]) -> tuple[float, ...] | None:
    return tuple(values) or None


PLACE = Record(
    Place,
    {
        "path": TEXT,
        "line": _COUNTED,
        "column": _COUNTED,
        "end_line": _COUNTED,
        "end_column": _COUNTED,
        "page": _COUNTED,
        "box": Many(REAL, _box),
        "sheet": _SAID,
        "cell": _SAID,
        "paragraph": _COUNTED,
        "order": Many(COUNT),
    },
    NOWHERE,
)
_ADDRESS = Record(
    Address, {"section": TEXT, "subject": TEXT, "measure": TEXT, "value": TEXT}, None
)  # fmt: skip
_SUSPECT = Record(Suspect, {"place": PLACE, "name": TEXT, "actual": TEXT, "expected": TEXT})
_CAUSE = Record(
    Cause,
    {
        "id": TEXT,
        "kind": TEXT,
        "suspects": Many(_SUSPECT),
        "alternatives": Many(Many(_SUSPECT)),
        "relations": COUNT,
        "mended": COUNT,
    },
    None,
)
_FIX = Record(
    Fix,
    {"safe": TRUTH, "edits": Many(Record(Edit, {"place": PLACE, "old": TEXT, "new": TEXT}))},
    None,
)
_FIGURE = Record(
    Figure,
    {
        "value": _EXACT,
        "quantum": _EXACT,
        "unit": Record(_unit, {"name": TEXT, "dimension": TEXT, "scale": TEXT}),
        "text": TEXT,
    },
    None,
)
_ADDEND = Record(
    Addend,
    {
        "key": Many(TEXT),
        "figure": _FIGURE,
        "label": TEXT,
        "place": PLACE,
        "optional": TRUTH,
        "role": Record(Role, {"kind": TEXT, "pair": COUNT, "down": TRUTH}),
    },
)


def _pairs(values: Iterable[tuple[str, ...]]) -> frozenset[tuple[str, ...]]:
    return frozenset(values)


_SHARE = Record(Share, {"rule": TEXT, "parts": Many(Many(TEXT), _pairs), "addends": Many(_ADDEND)})
_SEEN = Record(
    Seen,
    {
        "place": PLACE,
        "text": TEXT,
        "section": TEXT,
        "understood": TRUTH,
        "checked": TRUTH,
        "name": TEXT,
        "reason": TEXT,
        "table": _COUNTED,
        "row": TEXT,
        "column": TEXT,
    },
)
_SEEN_COLUMN = Record(
    SeenColumn,
    {"name": TEXT, "figures": COUNT, "checked": TRUTH, "reason": TEXT, "looked": COUNT},
)
_SEEN_TABLE = Record(
    SeenTable,
    {
        "place": PLACE,
        "title": TEXT,
        "section": TEXT,
        "columns": Many(_SEEN_COLUMN),
        "unread": TEXT,
        "figures": COUNT,
        "checked": COUNT,
    },
)
_UNCHECKED = Record(
    Unchecked, {"rule": TEXT, "reason": TEXT, "place": Record(Place, PLACE.fields, None)}
)


class Unread(Struct, frozen=True):
    """A part of a report that was not read, and why."""

    place: Place
    reason: str


#: A finding: ``report`` is the path of the report that it is of, ``number`` its place among those.
FINDINGS: Mapping[str, Kind] = {
    "report": TEXT,
    "number": COUNT,
    "rule": TEXT,
    "name": TEXT,
    "severity": _SEVERITY,
    "message": TEXT,
    "section": TEXT,
    "excerpt": TEXT,
    "expected": TEXT,
    "actual": TEXT,
    "place": PLACE,
    "related": Many(Record(Related, {"place": PLACE, "excerpt": TEXT})),
    "also": Many(TEXT),
    "cause": _CAUSE,
    "fix": _FIX,
    "address": _ADDRESS,
    "ties": Many(_ADDRESS),
}
#: A report that was read, with the account of all its figures.
ACCOUNTS: Mapping[str, Kind] = {
    "report": TEXT,
    "files": Many(TEXT),
    "body": TEXT,
    "year": TEXT,
    "kind": TEXT,
    "form": TEXT,
    "packs": Many(TEXT),
    "blank": TRUTH,
    "errors": COUNT,
    "warnings": COUNT,
    "infos": COUNT,
    "suppressed": COUNT,
    "figures": COUNT,
    "checked": COUNT,
    "rules": COUNT,
    "rule_set": TEXT,
    "account": Many(_SEEN),
    "tables": Many(_SEEN_TABLE),
    "unread": Many(Record(Unread, {"place": PLACE, "reason": TEXT})),
    "unchecked": Many(_UNCHECKED),
    "shares": Many(_SHARE),
}
#: A file that could not be read or checked; ``passing`` where the next run may fare better.
FAILURES: Mapping[str, Kind] = {
    "report": TEXT,
    "files": Many(TEXT),
    "reason": TEXT,
    "remedy": TEXT,
    "trace": TEXT,
    "passing": TRUTH,
}
#: What the packs say of the rules that were applied; a set of rules is that of many reports.
RULES: Mapping[str, Kind] = {
    "rule_set": TEXT,
    "id": TEXT,
    "name": TEXT,
    "title": TEXT,
    "title_en": _SAID,
    "severity": _SEVERITY,
    "kind": TEXT,
    "message_zh": _SAID,
    "message_en": _SAID,
    "reason": TEXT,
    "reason_en": _SAID,
    "basis": TEXT,
    "basis_en": _SAID,
    "fix": TEXT,
    "path": TEXT,
    "line": COUNT,
}
TABLES: Mapping[str, Mapping[str, Kind]] = {
    "findings": FINDINGS,
    "failures": FAILURES,
    "rules": RULES,
    "accounts": ACCOUNTS,
}


def read(kind: Kind, value: Any) -> Any:
    """The program's value of what stands in a column; raise ``ValueError`` where there is none."""
    if isinstance(kind, Many):
        return kind.read(read(kind.of, one) for one in value or ())
    if value is None:
        return _none(kind)
    if isinstance(kind, Leaf):
        return kind.read(value)
    return kind.made(**{name: read(of, value[name]) for name, of in kind.fields.items()})


def _none(kind: Leaf | Record) -> Any:
    if isinstance(kind, Record) and kind.none is not ...:
        return kind.none
    if isinstance(kind, Leaf) and kind.none:
        return None
    raise ValueError


def said(kind: Kind) -> str:
    """A kind in the words of SQL, as DuckDB has them."""
    if isinstance(kind, Leaf):
        return {"string": "VARCHAR", "int64": "BIGINT", "double": "DOUBLE", "bool": "BOOLEAN"}[
            kind.arrow
        ]
    if isinstance(kind, Many):
        return f"{said(kind.of)}[]"
    return f"STRUCT({', '.join(f'{name} {said(of)}' for name, of in kind.fields.items())})"
