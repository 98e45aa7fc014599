"""Where a structured report departs from its JSON Schema, said in words with exact places."""

from __future__ import annotations

import json
from difflib import get_close_matches
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from jsonschema import Draft202012Validator

from jslint import schemas
from jslint.document import Place
from jslint.phrases import Family, Phrase
from jslint.readers.faults import Fault
from jslint.readers.values import resolve
from jslint.tree import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from jsonschema import ValidationError

_EXCERPT = 40
_MOST = 500
_UNKNOWN = "additionalProperties"
said = Family("structure").phrase


class _Said(NamedTuple):
    """A message, and the node it is about."""

    message: Phrase
    node: Node


def violations(root: Node, lines: tuple[str, ...]) -> tuple[Fault, ...]:
    """The departures of a tree from the schema, in reading order; none for a valid report.

    Of a source that departs in more than ``_MOST`` places, or in as many keys of one mapping, the
    rest is left out.
    """
    validator = Draft202012Validator(json.loads(schemas.text("report")))
    errors = list(islice(validator.iter_errors(_instance(root)), _MOST))
    unknown = [error.absolute_path for error in errors if error.validator == _UNKNOWN]
    faults = {
        _fault(found, lines)
        for error in errors
        # What is wrong with the whole of a block follows from a key that does not belong there.
        if error.validator != "oneOf" or error.absolute_path not in unknown
        for found in _explain(error, root)
    }
    return tuple(sorted(faults, key=lambda fault: (fault.place.order, fault.message.said("zh"))))


def valid(root: Node) -> bool:
    """Whether the schema accepts a tree."""
    return bool(Draft202012Validator(json.loads(schemas.text("report"))).is_valid(_instance(root)))


def _instance(node: Node) -> object:
    if isinstance(node, Mapping):
        return {key.value: _instance(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [_instance(item) for item in node.items]
    return resolve(node) if isinstance(node, Scalar) else None


def _fault(found: _Said, lines: tuple[str, ...]) -> Fault:
    node = found.node
    rest = lines[node.line - 1][node.column - 1 :]
    excerpt = rest[: min(_length(node), _EXCERPT)].rstrip()
    place = Place(
        order=(node.line, node.column),
        line=node.line,
        column=node.column,
        end_line=node.line,
        end_column=node.column + len(excerpt),
    )
    return Fault("SYN003", found.message, place, excerpt)


def _length(node: Node) -> int:
    """How many characters of the source a node takes."""
    return node.end - node.start if isinstance(node, Scalar | Sequence | Mapping) else 0


def _explain(error: ValidationError, root: Node) -> Iterator[_Said]:
    """The messages for one error of the validator."""
    path = list(error.absolute_path)
    if error.validator == _UNKNOWN:
        yield from _unknown_keys(error, _at(root, path))
        return
    key, values = _WORDINGS[error.validator](error)
    yield _Said(said(key, subject=_subject(path), **values), _shown(root, path))


def _at(root: Node, path: list[str | int]) -> Node:
    node: Node | None = root
    for step in path:
        if isinstance(node, Mapping):
            node = node.get(str(step))
        elif isinstance(node, Sequence):
            node = node.items[int(step)]
    return node or root


def _shown(root: Node, path: list[str | int]) -> Node:
    """The node to point at; for an empty value of a key that is the key."""
    node = _at(root, path)
    if not (path and isinstance(node, Scalar) and node.plain and not node.value):
        return node
    above = _at(root, path[:-1])
    entries = above.entries if isinstance(above, Mapping) else ()
    return next((key for key, value in entries if value is node), node)


def _subject(path: list[str | int]) -> Phrase:
    """How to name what stands at a path: by its key, or as which item of a list."""
    numbers: list[int] = []
    while path and isinstance(path[-1], int):
        *path, number = path
        numbers.insert(0, int(number) + 1)
    name = str(path[-1]) if path else ""
    items: Phrase | None = None
    for number in numbers:
        one = said("item", number=number)
        items = one if items is None else said("item-of", item=one, items=items)
    if not name:
        return items or said("file")
    named = said("key", name=name)
    return named if items is None else said("item-of-key", name=named, items=items)


def _unknown_keys(error: ValidationError, node: Node) -> Iterator[_Said]:
    known = tuple(map(str, error.schema["properties"]))
    keys = [key for key, _ in node.entries] if isinstance(node, Mapping) else []
    for key in islice((key for key in keys if key.value not in known), _MOST):
        shown = key.value[:_EXCERPT]
        near = get_close_matches(shown.lower().replace("_", "-"), known, 1)
        hint = said("did-you-mean", name=near[0]) if near else said("known", names=known)
        yield _Said(said("unknown-key", name=shown, hint=hint), key)


_Told = tuple[str, dict[str, object]]


def _type(error: ValidationError) -> _Told:
    expected = error.validator_value
    accepted = [expected] if isinstance(expected, str) else expected
    names = [name for name in accepted if name not in ("number", "null")]
    wanted = _either([said(f"type-{name}") for name in names])
    found = _found(error.instance)
    key = "type-quoted" if isinstance(error.instance, bool) else "type"
    return key, {"wanted": wanted, "found": found}


def _either(ones: Collection[Phrase | str]) -> Phrase | str:
    """One or another."""
    whole, *others = ones
    for other in others:
        whole = said("or", one=whole, other=other)
    return whole


def _found(instance: object) -> Phrase:
    if instance is None:
        return said("empty")
    if isinstance(instance, bool):
        return said("true-or-false")
    if isinstance(instance, dict):
        return said("type-object")
    if isinstance(instance, list):
        return said("type-array")
    shown = str(instance)[:20]
    return said("text" if isinstance(instance, str) else "number", shown=shown)


def _required(error: ValidationError) -> _Told:
    missing = tuple(key for key in error.validator_value if key not in error.instance)
    return "lacks-version" if "jslint" in missing else "lacks", {"keys": missing}


def _const(error: ValidationError) -> _Told:
    return "const", {"value": error.validator_value, "found": _found(error.instance)}


def _enum(error: ValidationError) -> _Told:
    wanted = _either([said("value", value=value) for value in error.validator_value])
    return "type", {"wanted": wanted, "found": _found(error.instance)}


def _range(error: ValidationError) -> _Told:
    low, high = error.schema["minimum"], error.schema["maximum"]
    return "range", {"low": low, "high": high, "found": _found(error.instance)}


def _one_of(_: ValidationError) -> _Told:
    return "one-of", {}


def _one_key(_: ValidationError) -> _Told:
    return "one-key", {}


_WORDINGS: dict[str, Callable[[ValidationError], _Told]] = {
    "type": _type,
    "required": _required,
    "const": _const,
    "enum": _enum,
    "minimum": _range,
    "maximum": _range,
    "oneOf": _one_of,
    "minProperties": _one_key,
    "maxProperties": _one_key,
}
