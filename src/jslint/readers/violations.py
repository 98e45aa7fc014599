"""Where a structured report departs from its JSON Schema, said in words with exact places."""

from __future__ import annotations

import json
from difflib import get_close_matches
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from jsonschema import Draft202012Validator

from jslint import schemas
from jslint.document import Place
from jslint.readers.faults import Fault
from jslint.readers.values import resolve
from jslint.tree import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jsonschema import ValidationError

_EXCERPT = 40
_MOST = 500
_UNKNOWN = "additionalProperties"
_TYPES = {
    "object": ("映射（键: 值）", "a mapping"),
    "array": ("列表", "a list"),
    "string": ("文字", "a text"),
    "number": ("数字", "a number"),
    "integer": ("整数", "a whole number"),
    "null": ("空", "nothing"),
}
_ONE_OF = (
    (
        "{subject}只能写一种内容：一段文字，或 caption、entry、unit、cover、table 之一，"
        "或 heading 加 level、number、blocks"
    ),
    (
        "{subject} must be one of: a text; caption, entry, unit, cover or table alone; or heading "
        "with level, number and blocks"
    ),
)


class _Said(NamedTuple):
    """A message in both languages, and the node it is about."""

    message: str
    english: str
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
        _fault(said, lines)
        for error in errors
        # What is wrong with the whole of a block follows from a key that does not belong there.
        if error.validator != "oneOf" or error.absolute_path not in unknown
        for said in _explain(error, root)
    }
    return tuple(sorted(faults, key=lambda fault: (fault.place.order, fault.message)))


def valid(root: Node) -> bool:
    """Whether the schema accepts a tree."""
    return bool(Draft202012Validator(json.loads(schemas.text("report"))).is_valid(_instance(root)))


def _instance(node: Node) -> object:
    if isinstance(node, Mapping):
        return {key.value: _instance(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [_instance(item) for item in node.items]
    return resolve(node) if isinstance(node, Scalar) else None


def _fault(said: _Said, lines: tuple[str, ...]) -> Fault:
    node = said.node
    rest = lines[node.line - 1][node.column - 1 :]
    excerpt = rest[: min(_length(node), _EXCERPT)].rstrip()
    place = Place(
        order=(node.line, node.column),
        line=node.line,
        column=node.column,
        end_line=node.line,
        end_column=node.column + len(excerpt),
    )
    return Fault("SYN003", said.message, place, excerpt, said.english)


def _length(node: Node) -> int:
    """How many characters of the source a node takes."""
    return node.end - node.start if isinstance(node, Scalar | Sequence | Mapping) else 0


def _explain(error: ValidationError, root: Node) -> Iterator[_Said]:
    """The messages for one error of the validator."""
    path = list(error.absolute_path)
    if error.validator == _UNKNOWN:
        yield from _unknown_keys(error, _at(root, path))
        return
    message, english = _WORDINGS[error.validator](error)
    subject, named = _subject(path)
    yield _Said(message.format(subject=subject), english.format(subject=named), _shown(root, path))


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


def _subject(path: list[str | int]) -> tuple[str, str]:
    """How to name what stands at a path: by its key, or as which item of a list."""
    numbers: list[int] = []
    while path and isinstance(path[-1], int):
        *path, number = path
        numbers.insert(0, int(number) + 1)
    name = str(path[-1]) if path else ""
    items = "的".join(f"第 {number} 项" for number in numbers)
    listed = ", ".join(f"item {number}" for number in numbers)
    if not name:
        return items or "文件", listed or "the file"
    if not numbers:
        return f"“{name}”", repr(name)
    return f"“{name}”的{items}", f"{name!r}, {listed}"


def _unknown_keys(error: ValidationError, node: Node) -> Iterator[_Said]:
    known = [str(key) for key in error.schema["properties"]]
    keys = [key for key, _ in node.entries] if isinstance(node, Mapping) else []
    for key in islice((key for key in keys if key.value not in known), _MOST):
        shown = key.value[:_EXCERPT]
        near = get_close_matches(shown.lower().replace("_", "-"), known, 1)
        hint = f"是否想写“{near[0]}”？" if near else f"可用的键：{'、'.join(known)}"
        english = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known)}"
        yield _Said(f"不认识的键“{shown}”；{hint}", f"unknown key {shown!r}; {english}", key)


def _type(error: ValidationError) -> tuple[str, str]:
    expected = error.validator_value
    accepted = [expected] if isinstance(expected, str) else expected
    names = [name for name in accepted if name not in ("number", "null")]
    wanted = "或".join(_TYPES[name][0] for name in names)
    english = " or ".join(_TYPES[name][1] for name in names)
    found, english_found = _found(error.instance)
    remedy = "；若是文字请加引号" if isinstance(error.instance, bool) else ""
    return (
        f"{{subject}}应是{wanted}，而不是{found}{remedy}",
        f"{{subject}} must be {english}, not {english_found}",
    )


def _found(instance: object) -> tuple[str, str]:
    if instance is None:
        return "空", "empty"
    if isinstance(instance, bool):
        return "真假值", "true or false"
    if isinstance(instance, dict):
        return "映射", "a mapping"
    if isinstance(instance, list):
        return "列表", "a list"
    shown = _braced(str(instance)[:20])
    if isinstance(instance, str):
        return f"文字“{shown}”", f"the text {shown!r}"
    return f"数字 {shown}", f"the number {shown}"


def _braced(text: str) -> str:
    """Text that ``str.format`` leaves as it is."""
    return text.replace("{", "{{").replace("}", "}}")


def _required(error: ValidationError) -> tuple[str, str]:
    missing = [key for key in error.validator_value if key not in error.instance]
    keys, known = "”“".join(missing), ", ".join(missing)
    remedy = "；请在文件开头写上“jslint: 1”" if "jslint" in missing else ""
    return f"{{subject}}缺少“{keys}”{remedy}", f"{{subject}} lacks {known}"


def _const(error: ValidationError) -> tuple[str, str]:
    value = error.validator_value
    found, english = _found(error.instance)
    return f"{{subject}}应是 {value}，而不是{found}", f"{{subject}} must be {value}, not {english}"


def _enum(error: ValidationError) -> tuple[str, str]:
    found, english = _found(error.instance)
    wanted = "或".join(f"“{value}”" for value in error.validator_value)
    known = " or ".join(error.validator_value)
    return f"{{subject}}应是{wanted}，而不是{found}", f"{{subject}} must be {known}, not {english}"


def _range(error: ValidationError) -> tuple[str, str]:
    low, high = error.schema["minimum"], error.schema["maximum"]
    found, english = _found(error.instance)
    return (
        f"{{subject}}应在 {low} 到 {high} 之间，而不是{found}",
        f"{{subject}} must be from {low} to {high}, not {english}",
    )


def _one_of(_: ValidationError) -> tuple[str, str]:
    return _ONE_OF


def _one_key(_: ValidationError) -> tuple[str, str]:
    return (
        "{subject}应是一段文字，或只有 caption、entry、unit、cover 中的一个键",
        "{subject} must be a text, or one of caption, entry, unit and cover alone",
    )


_WORDINGS: dict[str, Callable[[ValidationError], tuple[str, str]]] = {
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
