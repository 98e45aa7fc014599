"""The JSON Schema of packs, made from the registry of kinds; ``python3 dev.py docs`` publishes it.

It is for editors: what they underline is what ``jslint`` refuses, as far as a schema can say it. It is
of draft 7, which the YAML language servers know best.
"""

from __future__ import annotations

from inspect import getdoc
from typing import TYPE_CHECKING, Any

from jslint.diagnostic import Severity
from jslint.figures.figure import UNITS
from jslint.pack import checklists, keywords, reading
from jslint.pack.quantities import MEASURES
from jslint.rules import KINDS
from jslint.rules.bench import grids, past
from jslint.rules.ground import conditions, options, renamed, searching
from jslint.rules.ground.entry import FIXES
from jslint.rules.kinds import official, sections, tables
from jslint.rules.kinds.composed import composing
from jslint.rules.kinds.division import lists
from jslint.rules.kinds.formula import relations_of
from jslint.rules.kinds.group_sum import transfers
from jslint.rules.kinds.mean import by_name
from jslint.rules.kinds.mentioned import needed
from jslint.rules.kinds.named_rate import called

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jslint.rules.ground.base import Rule

    Schema = dict[str, Any]

#: Plain YAML scalars: a year is a number there, and ``off`` may be a truth value.
_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_LINE: Schema = {"type": "string", "minLength": 1}
_PATTERN: Schema = {"type": "string", "description": "正则表达式（RE2 语法）"}
_FORMULA: Schema = {"type": "string", "description": "公式，如：合计 = 甲项 + 乙项"}
_FLAG: Schema = {"enum": [True, False, "是", "否"]}


def _many(one: Schema) -> Schema:
    return {"anyOf": [one, {"type": "array", "items": one}]}


def _mapping(
    properties: Mapping[str, Schema], required: Iterable[str] = (), **more: object
) -> Schema:
    """A mapping whose keys may be written in either language."""
    found: Schema = {}
    for name, schema in properties.items():
        for word in _words(name):
            found[word] = schema
    needed = [{"anyOf": [{"required": [word]} for word in _words(name)]} for name in required]
    return {
        "type": "object",
        "properties": found,
        "additionalProperties": False,
        **({"allOf": needed} if needed else {}),
        **more,
    }


def _words(name: str) -> list[str]:
    """A key and its Chinese words."""
    return [name, *(word for word, english in keywords.KEYS.items() if english == name)]


def _choice(names: Iterable[str], under: str = "") -> Schema:
    names = list(names)
    words = keywords.VALUES.get(under, {})
    return {"enum": [*names, *(word for word, name in words.items() if name in names)]}


_DEMANDED_SECTION = _mapping(
    {"heading": _PATTERN, "title": _LINE, "under": _PATTERN, "optional": _FLAG},
    ("heading", "title"),
)
_SEARCH = {"anyOf": [_PATTERN, _mapping({"find": _PATTERN, "expect": _LINE}, ("find",))]}
_PART = {"named": _PATTERN, "none": _PATTERN}
_COMPOSING = {**_PART, "parts": {"type": "array", "items": _mapping(_PART, ("named",))}}
_CALLED = {"named": _PATTERN, "part": _PATTERN, "of": _PATTERN}
_RENAMED = _mapping({"old": _many(_LINE), "new": _LINE, "keep": _many(_LINE)}, ("old", "new"))

#: What each reader of options accepts.
SHAPES: Mapping[object, Schema] = {
    options.text: _TEXT,
    options.texts: _many(_TEXT),
    options.quantity: _LINE,
    options.quantities: _many(_LINE),
    options.flag: _FLAG,
    options.integer: {"type": "integer", "minimum": 0, "maximum": 100_000},
    options.pattern: _PATTERN,
    options.patterns: _many(_PATTERN),
    searching.line_pattern: _PATTERN,
    searching.line_patterns: _many(_PATTERN),
    searching.roles: _many(_choice(searching.ROLE.allowed, "roles")),
    searching.wanted: {"anyOf": [_PATTERN, {"type": "array", "items": _SEARCH}]},
    sections.demanded: {"type": "array", "items": _DEMANDED_SECTION},
    tables.demanded: {
        "type": "array",
        "items": _mapping({"title": _LINE, "pattern": _PATTERN}, ("title",)),
    },
    renamed.names: {"type": "array", "items": _RENAMED},
    official.names: {"type": "object", "additionalProperties": _LINE},
    by_name: {"type": "object", "additionalProperties": _PATTERN},
    called: {"type": "array", "items": _mapping(_CALLED, ("named", "part", "of"))},
    past.pairs: {
        "type": "array",
        "items": _mapping({"now": _LINE, "then": _LINE}, ("now", "then")),
    },
    grids.rewrites: {
        "type": "array",
        "items": _mapping({"find": _PATTERN, "expect": {"type": "string"}}, ("find",)),
    },
    lists: {"type": "array", "items": _many(_PATTERN)},
    composing: {"type": "array", "items": _mapping(_COMPOSING, ("named",))},
    needed: {
        "type": "array",
        "items": _mapping({"find": _PATTERN, "title": _LINE}, ("find", "title")),
    },
    conditions.listed: _many(_FORMULA),
    relations_of: _many(_FORMULA),
    transfers: _mapping(
        {"received": _many(_PATTERN), "paid": _many(_PATTERN), "within": _PATTERN},
        ("received", "paid", "within"),
    ),
}


def shape(name: str, reader: object) -> Schema:
    """What an option accepts, or ``$parameter`` in its place."""
    if isinstance(reader, options.Choice):
        return _choice(reader.allowed, name)
    return SHAPES[reader]


def schema() -> Schema:
    """The whole schema."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "urn:jslint:schema:pack:1",
        "title": "规则包",
        "description": "jslint 的规则包。键和固定的值可以写中文，也可以写英文。",
        **_mapping(
            {
                "pack": _LINE,
                "title": _LINE,
                "form": _LINE,
                "form-en": _LINE,
                "extends": _many(_LINE),
                "applies-to": _mapping(
                    {
                        **dict.fromkeys(("headings", "together", "cover"), _many(_PATTERN)),
                        "budget": SHAPES[options.flag],
                    }
                ),
                "parameters": {"type": "object"},
                "facts": {"type": "object", "additionalProperties": _quantity()},
                "rules": {"type": "array", "items": {"$ref": "#/definitions/rule"}},
                "override": {"type": "object", "additionalProperties": _override()},
                "checklist": {"type": "array", "items": {"$ref": "#/definitions/item"}},
            },
            ("pack", "title"),
        ),
        "definitions": {
            "rule": _rule(),
            "item": _item(),
            **{f"kind-{name}": _kind(name, kind) for name, kind in sorted(KINDS.items())},
        },
    }


def _quantity() -> Schema:
    table = _mapping(
        dict.fromkeys(("table", "row", "column", "above", "beneath"), _PATTERN),
        ("table", "column"),
    )
    narrative = _mapping(
        {
            "section": _PATTERN,
            "outside": _PATTERN,
            "subject": _PATTERN,
            "measure": _choice(MEASURES, "measure"),
            "unit": _choice(("money", *UNITS), "unit"),
            "items": _FLAG,
        }
    )
    places = {"type": "array", "items": {"anyOf": [table, narrative]}}
    declared = _mapping({"label": _LINE, "keyed": _FLAG, "stated": places}, ("label", "stated"))
    return {"anyOf": [declared, _mapping({"also": places}, ("also",))]}


def _severity(*more: str) -> Schema:
    return _choice((*map(str, Severity), *more), "severity")


def _override() -> Schema:
    fields = {"severity": _severity(reading.OFF), "message": _LINE, "message-en": _LINE}
    return {"anyOf": [{"enum": [reading.OFF, "关闭", False]}, _mapping(fields)]}


def _rule() -> Schema:
    """A rule: the common keys, and for each kind its options and no others."""
    common = _mapping(
        {
            **dict.fromkeys(reading.ENTRY_KEYS, _LINE),
            "kind": _choice(KINDS, "kind"),
            "severity": _severity(),
            "fix": _choice(FIXES, "fix"),
            "examples": {"type": "array", "items": _example()},
        },
        reading.REQUIRED,
    )
    del common["additionalProperties"]
    return {**common, "allOf": [*common["allOf"], *_kinds()]}


def _kinds() -> list[Schema]:
    """What each kind asks of a rule of it; said once, for there are rules in two places."""
    return [{"$ref": f"#/definitions/kind-{name}"} for name in sorted(KINDS)]


def _item() -> Schema:
    """An item of a checklist, and what answers it."""
    asked = dict.fromkeys(("item", "aspect", "basis", "hand"), _LINE)
    dates = {"days": SHAPES[options.integer], "approved": _PATTERN, "published": _PATTERN}
    answers = {
        "rules": _many(_LINE),
        "check": _check(),
        "deadline": _mapping(dates, checklists.DEADLINE_KEYS),
    }
    return _mapping({**asked, **answers}, ("item", "aspect", "basis"))


def _check() -> Schema:
    """The rule that an item has for itself: a kind, its options, what to say."""
    common = _mapping(
        {"kind": _choice(KINDS, "kind"), "message": _LINE, "message-en": _LINE}, ("kind", "message")
    )
    del common["additionalProperties"]
    return {**common, "allOf": [*common["allOf"], *_kinds()]}


def _example() -> Schema:
    texts = dict.fromkeys(("bad", "good", "previous", "against"), _LINE)
    return _mapping({**texts, **dict.fromkeys(("finds", "units"), _many(_LINE))})


def _kind(name: str, kind: type[Rule]) -> Schema:
    """If a rule is of this kind, these are its options."""
    words = [name, *(word for word, english in keywords.KINDS.items() if english == name)]
    named = {"enum": words}
    parameter = {"type": "string", "pattern": r"^\$"}
    fields = {
        option: {"anyOf": [shape(option, reader), parameter]}
        for option, reader in sorted(kind.OPTIONS.items())
    }
    then = _mapping(
        {**{key: {} for key in reading.ENTRY_KEYS}, **fields}, sorted(reading.required(kind))
    )
    return {
        "if": {
            "anyOf": [{"properties": {key: named}, "required": [key]} for key in _words("kind")]
        },
        "then": {"description": (getdoc(kind) or "").replace("``", "`"), **then},
    }
