"""A manifest of a department: its report and its units', named in a small YAML or JSON file.

    jslint: 1
    department: 部门决算.docx
    units: [本级.docx, 档案馆.docx]

Paths are relative to the manifest's folder; of a report of several files the manifest that names them
stands for it.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from jslint import regular, tree
from jslint.cli.words import say
from jslint.errors import UnreadableError
from jslint.patterns import regex
from jslint.summary.grouping import Named
from jslint.tree import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jslint.limits import Limits

_ENDINGS = (".yaml", ".yml", ".json")
_LOOKS = regex(rb"""(?m)(?:^|[{,])\s*["']?department["']?\s*:""")
_KEYS = frozenset({"$schema", "jslint", "department", "units"})


def is_one(data: bytes) -> bool:
    """Whether a structured file names a department and its units, and is no report."""
    return _LOOKS.search(data) is not None and b"units" in data and b"sections" not in data


def expanded(paths: Iterable[str], limits: Limits, lang: str) -> tuple[list[str], list[Named]]:
    """The paths with what each manifest among them names in its place, and the manifests."""
    kept: list[str] = []
    found: list[Named] = []
    for path in paths:
        one = _read(path, limits, lang)
        if one is None:
            kept.append(path)
        else:
            found.append(one)
            kept += (one.department, *one.units)
    return list(dict.fromkeys(kept)), found


def below(paths: Iterable[str], limits: Limits, lang: str) -> Iterator[Named]:
    """The manifests in folders."""
    for path in paths:
        if os.path.isdir(path):
            for folder, folders, names in os.walk(path):
                folders[:] = sorted(name for name in folders if not name.startswith("."))
                for name in sorted(names):
                    one = _read(os.path.join(folder, name), limits, lang)
                    if one is not None:
                        yield one


def _read(path: str, limits: Limits, lang: str) -> Named | None:
    if not path.lower().endswith(_ENDINGS):
        return None
    try:
        data = regular.read(path, limits.most("structured-size"))
    except (OSError, ValueError):  # reading it as a report says what is wrong
        return None
    if not is_one(data):
        return None
    try:
        return _named(path, tree.parse(data.decode("utf-8-sig"), path, limits))
    except (tree.SyntaxFault, UnicodeDecodeError, LookupError) as error:
        raise UnreadableError(
            path, say(lang, "department-malformed"), say(lang, "department-form")
        ) from error


def _named(path: str, root: tree.Node) -> Named:
    """The manifest; raise ``LookupError`` where it is none."""
    if not isinstance(root, Mapping) or any(key.value not in _KEYS for key, _ in root.entries):
        raise LookupError
    units = root.get("units")
    if not isinstance(units, Sequence):
        raise LookupError  # noqa: TRY004 - one error for all that is not well formed
    folder = os.path.dirname(path)
    names = [_name(folder, one) for one in (root.get("department"), *units.items)]
    return Named(path, names[0], tuple(names[1:]))


def _name(folder: str, node: tree.Node | None) -> str:
    if not isinstance(node, Scalar) or not node.value.strip():
        raise LookupError
    return os.path.normpath(os.path.join(folder, node.value)).replace(os.sep, "/")
