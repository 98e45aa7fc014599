"""A structured report (YAML or JSON) to the document.

The functions here accept exactly what the published schema accepts. Whatever they do not accept
is explained by the schema, so that a well-formed report costs no validator.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint import tree
from jslint.document import EMPTY, Meta, Paragraph, Place, Report, Run, Section, Table, Text
from jslint.headings import place_heading
from jslint.limits import Meter
from jslint.patterns import regex
from jslint.readers import about, asides
from jslint.readers.decoding import decode
from jslint.readers.faults import Fault, Malformed
from jslint.readers.kinds import is_note
from jslint.readers.values import BOOLEANS, NULLS, resolve
from jslint.tree import Mapping, Node, Scalar, Sequence, places

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

_BREAK = regex(r"\r\n?|\n")
_REPORT = frozenset({"$schema", "jslint", "meta", "contents", "sections", "unread"})
_META = frozenset({"unit", "year", "kind", "form", "budget"})
_SECTION = frozenset({"heading", "level", "number", "blocks"})
_TABLE = frozenset({"title", "unit", "header-rows", "rows", "notes", "unread"})
_ROLES = ("caption", "entry", "unit", "cover")
_KINDS = ("单位", "部门")
_NOTHING = Scalar(0, 0, "", plain=False)


class NonconformingError(Exception):
    """A tree departs from the schema; the schema says where."""


def read(data: bytes, path: str, meter: Meter | None = None) -> Report:
    """The report in a YAML file, or a JSON file where the name ends in ``.json``.

    Raise ``Malformed`` with every fault where it is not well formed or against the schema, and
    ``UnreadableError`` where it is no text, or too much.
    """
    meter = meter or Meter(path)
    source = decode(data, path).removeprefix("\ufeff")
    lines = tuple(_BREAK.split(source))
    try:
        root = tree.parse(source, path, meter.limits)
    except tree.BoundFault as fault:
        meter.refuse(fault.name)
    except tree.SyntaxFault as fault:
        raise Malformed((_syntax(fault),)) from fault
    try:
        report = build(root, source, path, lines)
    except NonconformingError as error:
        # jsonschema takes 70 ms to load, which only a report with faults has to pay.
        from jslint.readers.violations import violations  # noqa: PLC0415

        faults = violations(root, lines)
        if not faults:
            raise
        raise Malformed(faults) from error
    if path.lower().endswith(".json"):
        return report
    return replace(report, asides=asides.in_yaml(root, source, lines))


def _syntax(fault: tree.SyntaxFault) -> Fault:
    code = "SYN002" if isinstance(fault, tree.DuplicateKeyFault) else "SYN001"
    place = Place(
        order=(fault.line, fault.column),
        line=fault.line,
        column=fault.column,
        end_line=fault.line,
        end_column=fault.column + len(fault.excerpt),
    )
    return Fault(code, fault.message, place, fault.excerpt)


def build(root: Node, source: str, path: str, lines: tuple[str, ...] = ()) -> Report:
    """The report that a tree of ``source`` holds; raise ``NonconformingError``."""
    top = _mapping(root, _REPORT)
    version = top.get("jslint")
    schema = top.get("$schema", _NOTHING)
    if not isinstance(version, Scalar) or resolve(version) != 1 or resolve(version) is True:
        raise NonconformingError
    if not isinstance(schema, Scalar) or not isinstance(resolve(schema), str):
        raise NonconformingError
    unread = [_text(item, source) for item in _optional_items(top, "unread")]
    report = Report(
        path=path,
        sections=tuple(_section(node, source, 0) for node in _items(_need(top, "sections"))),
        contents=tuple(_text(item, source) for item in _optional_items(top, "contents")),
        lines=lines,
        unread=tuple((text.at(), text.value) for text in unread),
    )
    said = _meta(top["meta"], source) if "meta" in top else about.meta_of(report)
    return replace(report, meta=said)


def _mapping(node: Node, known: AbstractSet[str]) -> dict[str, Node]:
    if not isinstance(node, Mapping):
        raise NonconformingError
    values = {key.value: value for key, value in node.entries}
    if not values.keys() <= known:
        raise NonconformingError
    return values


def _need(values: dict[str, Node], key: str) -> Node:
    if key not in values:
        raise NonconformingError
    return values[key]


def _items(node: Node) -> tuple[Node, ...]:
    if not isinstance(node, Sequence):
        raise NonconformingError
    return node.items


def _optional_items(values: dict[str, Node], key: str) -> tuple[Node, ...]:
    return _items(values[key]) if key in values else ()


def _text(node: Node, source: str) -> Text:
    """A text or a number, as written."""
    if not isinstance(node, Scalar) or (
        node.plain and (node.value in NULLS or node.value in BOOLEANS)
    ):
        raise NonconformingError
    return places.prose_of(node, source)


def _optional_text(values: dict[str, Node], key: str, source: str) -> Text:
    return _text(values[key], source) if key in values else EMPTY


def _cell(node: Node, source: str) -> Text:
    """A text, a number, or nothing."""
    if isinstance(node, Scalar) and node.plain and node.value in NULLS:
        return _empty(node)
    return _text(node, source)


def _integer(node: Node, low: int, high: int) -> int:
    value = resolve(node) if isinstance(node, Scalar) else None
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise NonconformingError
    return value


def _flag(node: Node) -> bool:
    value = resolve(node) if isinstance(node, Scalar) else None
    if not isinstance(value, bool):
        raise NonconformingError
    return value


def _meta(node: Node, source: str) -> Meta:
    values = _mapping(node, _META)
    kind = values.get("kind", _NOTHING)
    if "kind" in values and not (isinstance(kind, Scalar) and kind.value in _KINDS):
        raise NonconformingError
    return Meta(
        unit=_optional_text(values, "unit", source),
        year=_integer(values["year"], 1000, 9999) if "year" in values else None,
        kind=_optional_text(values, "kind", source).value,
        form=_optional_text(values, "form", source).value,
        budget="budget" in values and _flag(values["budget"]),
    )


def _section(node: Node, source: str, above: int) -> Section:
    """A section below a heading of level ``above``."""
    values = _mapping(node, _SECTION)
    heading = _text(_need(values, "heading"), source)
    number, level = place_heading(heading.value, above)
    if "level" in values:
        level = _integer(values["level"], 0, 99)
    if "number" in values:
        number = _text(values["number"], source).value
    blocks = _optional_items(values, "blocks")
    return Section(heading, level, number, _noted(_block(item, source, level) for item in blocks))


def _noted(
    blocks: Iterable[Paragraph | Table | Section],
) -> tuple[Paragraph | Table | Section, ...]:
    """What a section holds; a note right below a table (注：…) is one of the table's notes."""
    found: list[Paragraph | Table | Section] = []
    for block in blocks:
        above = found[-1] if found else None
        if (
            isinstance(above, Table)
            and isinstance(block, Paragraph)
            and block.role == "body"
            and is_note(block.text.value)
        ):
            found[-1] = replace(above, notes=(*above.notes, block))
        else:
            found.append(block)
    return tuple(found)


def _block(node: Node, source: str, above: int) -> Paragraph | Table | Section:
    if not isinstance(node, Mapping):
        return Paragraph(_text(node, source))
    if len(node.entries) == 1:
        key, value = node.entries[0]
        if key.value in _ROLES:
            return Paragraph(_text(value, source), key.value)
        if key.value == "table":
            return _table(value, key, source)
    return _section(node, source, above)


def _note(node: Node, source: str) -> Paragraph:
    if not isinstance(node, Mapping):
        return Paragraph(_text(node, source))
    if len(node.entries) != 1 or node.entries[0][0].value not in _ROLES:
        raise NonconformingError
    key, value = node.entries[0]
    return Paragraph(_text(value, source), key.value)


def _table(node: Node, key: Scalar, source: str) -> Table:
    values = _mapping(node, _TABLE)
    title = _optional_text(values, "title", source)
    key_place = places.text_of(key, source).at()
    return Table(
        title=title,
        rows=_rows(_items(_need(values, "rows")), source),
        place=title.at() if title else key_place,
        unit=_optional_text(values, "unit", source).value,
        header_rows=_integer(values["header-rows"], 0, 99) if "header-rows" in values else 0,
        notes=tuple(_note(item, source) for item in _optional_items(values, "notes")),
        unread=_optional_text(values, "unread", source).value,
    )


def _rows(nodes: tuple[Node, ...], source: str) -> tuple[tuple[Text, ...], ...]:
    """The rows, each made as wide as the widest with empty cells."""
    rows = [tuple(_cell(item, source) for item in _items(node)) for node in nodes]
    width = max(map(len, rows), default=0)
    return tuple(
        row + (_empty(node),) * (width - len(row)) for row, node in zip(rows, nodes, strict=True)
    )


def _empty(node: Node) -> Text:
    """No text, where a node stands."""
    place = Place(order=(node.line, node.column), line=node.line, column=node.column)
    return Text("", (Run(0, place),))
