"""A configuration's tree to what it says, refusing whatever is wrong at its line and column.

The published schema (``jslint schema config``) accepts what ``structure`` does, which a test holds
them to; this is a reader of its own because a validator takes 30 ms to load.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, NoReturn, cast

from msgspec.structs import replace

from jslint.cli import renamed
from jslint.cli.config import Config, PerFile
from jslint.cli.rulebook import prefixes
from jslint.formatters import FORMATS
from jslint.readers.values import resolve
from jslint.tree import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

#: The keys of a configuration in Chinese.
SYNONYMS = {
    "规则包": "packs",
    "选用": "select",
    "忽略": "ignore",
    "级别": "severity",
    "失败级别": "fail-on",
    "语言": "lang",
    "输出格式": "output-format",
    "排除": "exclude",
    "按文件": "per-file",
    "文件": "files",
    "继承": "extends",
    "要求版本": "required-version",
    "另选": "extend-select",
    "上年报告": "previous",
    "另一材料": "against",
    "合为一份": "as-one-report",
    "基线": "baseline",
    "并行": "jobs",
}
#: A pattern's length; its expression then stays well within what RE2 compiles.
LONGEST = 500
#: Conditions on the version: in the published schema too.
VERSIONS = (
    r"^\s*(==|>=|<=|~=|!=|>|<)?\s*\d+(\.\d+)*(\s*,\s*(==|>=|<=|~=|!=|>|<)?\s*\d+(\.\d+)*)*\s*$"
)
YAML = (".yaml", ".yml")
#: An untrusted folder must not start processes without end.
_MOST_JOBS = 64
_SEVERITIES = {"错误": "error", "警告": "warning", "提示": "info"}
_OFF = {**_SEVERITIES, "关闭": "off"}
_FAIL_ON = {**_SEVERITIES, "从不": "never"}
_LANGUAGES = {"中文": "zh", "英文": "en"}


class Fault(Exception):  # noqa: N818 - becomes a ConfigError, in the language and with the path
    """What is wrong with a node: the key of a phrase, the values to put in, the known names."""

    def __init__(
        self, node: Node, phrase: str, *, known: Collection[str] = (), **values: object
    ) -> None:
        """Keep the node for its place."""
        self.node, self.phrase, self.known, self.values = node, phrase, known, values
        super().__init__(phrase)


def structure(root: Node, path: str = "") -> Config:
    """The configuration of a tree whatever rules and packs there are; raise ``Fault``."""
    values = _mapping(root, _KEYS)
    folder = os.path.dirname(path)
    per_file = cast("tuple[dict[str, object], ...]", values.pop("per_file", ()))
    values["per_file"] = tuple(_placed(_seen_from(folder, one), path) for one in per_file)
    values = _seen_from(folder, values)
    values |= {"exclude_from": folder, "origins": dict(_origins(root, path))}
    config = Config(path, **values, renamed=_renamed(root))  # type: ignore[arg-type]
    groups = (config.packs, *(one.packs for one in config.per_file))
    return replace(config, groups=tuple(packs for packs in groups if packs))


def _placed(values: dict[str, object], path: str) -> PerFile:
    origin = f"{path}:{values['origin']}"
    return PerFile(**{**values, "origin": origin, "folder": os.path.dirname(path)})  # type: ignore[arg-type]


def _origins(root: Node, path: str) -> Iterator[tuple[str, str]]:
    """Where each value of a configuration stands, by its field; each severity by itself."""
    for key, value in _entries(root):
        yield key.replace("-", "_"), f"{path}:{value.line}"
        if key == "severity" and isinstance(value, Mapping):
            for name, _ in value.entries:
                for id_ in renamed.current(name.value.strip().upper()):
                    yield f"severity {id_}", f"{path}:{name.line}"


def _renamed(root: Node) -> tuple[tuple[str, tuple[str, ...]], ...]:
    named = (node.value for key in ("select", "extend-select", "ignore", "severity")
             for node in texts_under(root, key))  # fmt: skip
    return renamed.among(named)


def _seen_from(folder: str, values: dict[str, object]) -> dict[str, object]:
    """The values with the paths of files seen from the current folder, not from the file's."""
    seen = dict(values)
    for name in ("previous", "baseline"):
        if name in seen:
            seen[name] = beside(folder, cast("str", seen[name]))
    for name in ("packs", "extends", "against"):
        if name in seen:
            seen[name] = tuple(
                pack_path(folder, one) if name == "packs" else beside(folder, one)
                for one in cast("tuple[str, ...]", seen[name])
            )
    return seen


def pack_path(folder: str, name: str) -> str:
    """A pack as the current folder sees it: a file by its path, any other by its name."""
    return beside(folder, name) if name.endswith(YAML) else name


def beside(folder: str, name: str) -> str:
    """A path of a configuration in a folder, seen from the current folder."""
    return os.path.normpath(os.path.join(folder, name.replace("\\", "/"))).replace(os.sep, "/")


def texts_under(root: Node, wanted: str) -> Iterator[Scalar]:
    """The texts under a key of the configuration or of one of its files; a mapping's keys."""
    for key, value in _entries(root):
        if key == "per-file" and isinstance(value, Sequence):
            for item in value.items:
                yield from texts_under(item, wanted)
        elif key == wanted and isinstance(value, Mapping):
            yield from (name for name, _ in value.entries)
        elif key == wanted:
            items = value.items if isinstance(value, Sequence) else (value,)
            yield from (item for item in items if isinstance(item, Scalar))


def _entries(node: Node) -> Iterator[tuple[str, Node]]:
    if isinstance(node, Mapping):
        for key, value in node.entries:
            yield SYNONYMS.get(key.value, key.value), value


def _mapping(node: Node, readers: dict[str, Callable[[Node], object]]) -> dict[str, object]:
    """A mapping with these keys only, in either language, each read by its function."""
    if not isinstance(node, Mapping):
        _unexpected(node, "mapping")
    values: dict[str, object] = {}
    for key, value in node.entries:
        name = SYNONYMS.get(key.value, key.value)
        if name not in readers:
            raise Fault(key, "config-no-key", name=key.value, known=_both(readers))
        field = name.replace("-", "_")
        if field in values:
            raise Fault(key, "config-twice", given=key.value, other=name)
        values[field] = readers[name](_filled(key, value))
    return values


def _both(keys: Collection[str]) -> tuple[str, ...]:
    return (*keys, *(synonym for synonym, key in SYNONYMS.items() if key in keys))


def _filled(key: Scalar, value: Node) -> Node:
    """A value that is there; a fault points at the key where nothing stands behind it."""
    if isinstance(value, Scalar) and value.plain and not value.value:
        raise Fault(key, "config-empty", given=key.value)
    return value


def _unexpected(node: Node, wanted: str) -> NoReturn:
    raise Fault(node, f"config-needs-{wanted}")


def _text(node: Node) -> str:
    """A text that is not blank."""
    if not isinstance(node, Scalar) or not isinstance(resolve(node), str):
        _unexpected(node, "text")
    if not node.value.strip():
        _unexpected(node, "text")
    return node.value


def _glob(node: Node) -> str:
    if len(_text(node)) > LONGEST:
        raise Fault(node, "config-long", most=LONGEST)
    return _text(node)


def _texts(read: Callable[[Node], str], least: int = 0) -> Callable[[Node], tuple[str, ...]]:
    """A list of at least so many texts; a single text reads as a list of one."""

    def texts(node: Node) -> tuple[str, ...]:
        if isinstance(node, Mapping):
            _unexpected(node, "texts")
        items = node.items if isinstance(node, Sequence) else (node,)
        if len(items) < least:
            _unexpected(node, "texts")
        return tuple(read(item) for item in items)

    return texts


def _rules(node: Node) -> tuple[str, ...]:
    """Ids of rules or their beginnings."""
    return prefixes(_texts(_text)(node))


def _choice(allowed: Collection[str], synonyms: dict[str, str]) -> Callable[[Node], str]:
    def choice(node: Node) -> str:
        value = node.value if isinstance(node, Scalar) else ""
        found = synonyms.get(value, value)
        if found not in allowed:
            raise Fault(node, "config-choice", choices=tuple(allowed))
        return found

    return choice


def _severities(node: Node) -> dict[str, str]:
    """Severities, or ``off``, by the ids of rules."""
    if not isinstance(node, Mapping):
        _unexpected(node, "mapping")
    read = _choice(tuple(_OFF.values()), _OFF)
    return {
        id_: read(_filled(key, value))
        for key, value in node.entries
        for id_ in renamed.current(key.value.strip().upper())
    }


def version(node: Node) -> str:
    """Conditions on the version of jslint, such as ``>=0.1,<2``."""
    if re.search(VERSIONS, _text(node)) is None:
        raise Fault(node, "config-version-form")
    return _text(node)


def _flag(node: Node) -> bool:
    value = resolve(node) if isinstance(node, Scalar) else None
    if not isinstance(value, bool):
        _unexpected(node, "flag")
    return value


def _count(node: Node) -> int:
    value = resolve(node) if isinstance(node, Scalar) else None
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value <= _MOST_JOBS:
        raise Fault(node, "config-needs-count", most=_MOST_JOBS)
    return value


def _per_file(node: Node) -> tuple[dict[str, object], ...]:
    if not isinstance(node, Sequence):
        _unexpected(node, "list")
    for item in node.items:
        if "files" not in _mapping(item, _FILE_KEYS):
            raise Fault(item, "config-files")
    return tuple(_mapping(item, _FILE_KEYS) | {"origin": str(item.line)} for item in node.items)


_FILE_KEYS: dict[str, Callable[[Node], object]] = {
    "files": _texts(_glob, 1),
    "packs": _texts(_text, 1),
    "select": _rules,
    "extend-select": _rules,
    "ignore": _rules,
    "severity": _severities,
}
_KEYS: dict[str, Callable[[Node], object]] = {
    "packs": _texts(_text, 1),
    "extends": _texts(_text, 1),
    "required-version": version,
    "select": _rules,
    "extend-select": _rules,
    "ignore": _rules,
    "severity": _severities,
    "fail-on": _choice(tuple(_FAIL_ON.values()), _FAIL_ON),
    "lang": _choice(tuple(_LANGUAGES.values()), _LANGUAGES),
    "output-format": _choice(tuple(FORMATS), {}),
    "exclude": _texts(_glob),
    "per-file": _per_file,
    "previous": _text,
    "against": _texts(_text),
    "as-one-report": _flag,
    "baseline": _text,
    "jobs": _count,
}
