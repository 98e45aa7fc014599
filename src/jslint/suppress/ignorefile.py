"""Suppressions in a file of their own, ``.jslint-ignore.yaml`` beside the reports. It is data only.

The published schema (``jslint schema ignore``) accepts what is read here without a fault and with a
reason, which a test holds them to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint import tree
from jslint.document import Place
from jslint.phrases import worded
from jslint.readers.values import resolve
from jslint.suppress.suppression import Suppression, day, ids, is_for
from jslint.suppress.wording import say
from jslint.tree import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from jslint.limits import Limits
    from jslint.tree import Node

_KEYS = {
    "规则": "rule",
    "原文": "quote",
    "位置": "place",
    "理由": "reason",
    "有效期至": "until",
    "至": "until",
    "文件": "file",
}
_KNOWN = ("rule", "quote", "place", "reason", "until", "file")


def entries(
    source: str, path: str, names: Collection[str], lang: str, limits: Limits, *, alone: bool
) -> Iterator[Suppression]:
    """The entries of a file that are for a report in files of these names; faulty ones say why.

    ``alone`` says that the folder holds no other report.
    """
    if not _says_anything(source):
        return
    try:
        root = tree.parse_yaml(source, limits)
    except tree.SyntaxFault as fault:
        why = worded(lang, fault.message)
        yield _faulty(path, fault.line, fault.column, say(lang, "syntax", words=why))
        return
    if not isinstance(root, Sequence):
        yield _faulty(path, root.line, root.column, say(lang, "needs-list"))
        return
    for item in root.items:
        yield from _entry(item, path, names, lang, alone=alone)


def _says_anything(source: str) -> bool:
    return any(line.strip() and not line.lstrip().startswith("#") for line in source.splitlines())


def _entry(
    node: Node, path: str, names: Collection[str], lang: str, *, alone: bool
) -> Iterator[Suppression]:
    fault, values = _values(node, lang)
    file, spot = _parted(values.get("place", "").strip(), names)
    pattern = values.get("file", "") or file
    if pattern and not any(is_for(pattern, name) for name in names):
        return
    last_day = day(values.get("until", ""))
    named = ids(values.get("rule", ""))
    fault = fault or _missing(values, lang)
    if not fault and values.get("until") and last_day is None:
        fault = say(lang, "bad-date", words=values["until"])
    yield Suppression(
        named,
        values.get("reason", "").strip(),
        _place(path, node.line, node.column),
        " ".join(filter(None, (*named, values.get("quote"), values.get("place")))),
        last_day,
        values.get("quote", ""),
        spot,
        file=path,
        fault=fault,
        shared=not alone and not pattern,
        names=pattern,
    )


def _parted(place: str, names: Collection[str]) -> tuple[str, str]:
    """The file that a place begins with, as it is printed, empty for none; and the place in it."""
    for name in names:
        folder, stands, spot = place.partition(f"{name}:")
        if stands and (not folder or folder.endswith(("/", "\\"))):
            return name, spot
    return "", place


def _missing(values: dict[str, str], lang: str) -> str:
    if not ids(values.get("rule", "")):
        return say(lang, "no-rule")
    if not values.get("quote", "").strip() and not values.get("place", "").strip():
        return say(lang, "needs-where")
    return ""


def _values(node: Node, lang: str) -> tuple[str, dict[str, str]]:
    """What is wrong with an entry, empty for nothing, and what it says by key."""
    if not isinstance(node, Mapping):
        return say(lang, "needs-mapping"), {}
    values: dict[str, str] = {}
    fault = ""
    for key, value in node.entries:
        name = _KEYS.get(key.value, key.value)
        if name not in _KNOWN:
            fault = fault or say(lang, "strange-key", words=key.value)
        elif name in values:
            fault = fault or say(lang, "twice-key", words=key.value)
        elif not isinstance(value, Scalar):
            fault = fault or say(lang, "needs-text", words=key.value)
        else:
            values[name] = "" if resolve(value) is None else value.value
    return fault, values


def _place(path: str, line: int, column: int) -> Place:
    # Behind everything that stands in the report itself.
    return Place(order=(1 << 40, line, column), line=line, column=column, path=path)


def _faulty(path: str, line: int, column: int, fault: str) -> Suppression:
    return Suppression((), "", _place(path, line, column), "", file=path, fault=fault)


def unreadable(path: str, why: str, lang: str) -> Suppression:
    """What stands for a file that cannot be read."""
    return Suppression(
        (), "", Place(order=(1 << 40,), path=path), "", file=path,
        fault=say(lang, "unreadable", words=why),
    )  # fmt: skip
