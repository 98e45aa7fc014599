"""A manifest: several files that are one report, named in a small YAML or JSON file.

    jslint: 1
    files: [说明.docx, 附表.xlsx]

The files' paths are relative to the manifest's folder, below which they lie.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from jslint import tree
from jslint.errors import UnreadableError
from jslint.phrases import Family
from jslint.tree import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from jslint.limits import Meter

say = Family("shell")

_KEYS = ("$schema", "jslint", "files")


def members(path: str, data: bytes, meter: Meter, lang: str = "zh") -> tuple[str, ...] | None:
    """The files that a manifest names, each once; None where the file is no manifest.

    Raise ``UnreadableError`` where it is one that is not well formed, or names too many.
    """
    if not path.lower().endswith((".yaml", ".yml", ".json")) or b"files" not in data:
        return None
    try:
        root = tree.parse(data.decode("utf-8-sig"), path)
    except (tree.SyntaxFault, UnicodeDecodeError):
        return None  # reading it as a report says what is wrong, and where
    if not isinstance(root, Mapping) or root.get("sections") or not root.get("files"):
        return None
    names = _names(path, root, lang)
    meter.spend("manifest-files", len(names))
    folder = os.path.dirname(path)
    found = (os.path.join(folder, name).replace(os.sep, "/") for name in names)
    return tuple({_whole(name): name for name in reversed(list(found))}.values())[::-1]


def _names(path: str, root: Mapping, lang: str) -> list[str]:
    for key, _ in root.entries:
        if key.value not in _KEYS:
            raise _refused(path, "no-key", key, lang, name=key.value)
    node = root.get("files")
    if not isinstance(node, Sequence) or not node.items:
        raise _refused(path, "no-list", node or root, lang)
    for item in node.items:
        if not isinstance(item, Scalar) or not item.value.strip():
            raise _refused(path, "no-name", item, lang)
    return [item.value for item in node.items if isinstance(item, Scalar)]


def _refused(path: str, phrase: str, node: Node, lang: str, **values: str) -> UnreadableError:
    return UnreadableError(
        path,
        say(lang, f"manifest-{phrase}", line=node.line, **values),
        say(lang, "manifest-remedy"),
    )


def is_within(name: str, manifest: str) -> bool:
    """Whether a file lies below the folder of the manifest that names it, links followed."""
    top = _whole(os.path.dirname(manifest) or os.curdir)
    return _whole(name).startswith(os.path.join(top, ""))


def _whole(name: str) -> str:
    try:
        return os.path.realpath(name)
    except (OSError, ValueError):  # a name that no file can have
        return name
