"""A configuration's tree to what it says, refusing whatever is wrong at its line and column.

The published schema (``jslint schema config``) accepts what ``structure`` does, which a test holds
them to; this is a reader of its own because a validator takes 30 ms to load.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NoReturn, cast

from msgspec.structs import replace

from jslint import pack, tree
from jslint.cli.config import Config, PerFile
from jslint.cli.rulebook import AUTO, known, prefixes
from jslint.cli.words import say
from jslint.errors import ConfigError
from jslint.formatters import FORMATS
from jslint.limits import DEFAULT, Limits
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
}
#: A pattern's length; its expression then stays well within what RE2 compiles.
LONGEST = 500
_FEW = 30
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


def read(
    source: str, path: str, lang: str, packs: tuple[str, ...] = (), limits: Limits = DEFAULT
) -> Config:
    """The configuration of a file's text; raise ``ConfigError`` for the first thing wrong.

    It may speak of the rules of the shipped packs, of those that it names and of those given.
    """
    try:
        if _blank(source):
            return Config(path)
        root = _parsed(source, path)
        config = structure(root, path)
        _require_known(root, config, packs, limits)
    except tree.SyntaxFault as fault:
        message = fault.english if lang == "en" else fault.message
        raise ConfigError(message, path, fault.line, fault.column) from fault
    except Fault as fault:
        message = say(lang, fault.phrase, **fault.values) + _hint(fault, lang)
        raise ConfigError(message, path, fault.node.line, fault.node.column) from fault
    return config


def _parsed(source: str, path: str) -> Node:
    """The tree of a file; of what is no mapping, and so no configuration, no fault quotes a word."""
    try:
        return tree.parse(source, path)
    except tree.SyntaxFault as fault:
        if path.lower().endswith(".json") and not source.lstrip("\ufeff \t\r\n").startswith("{"):
            raise Fault(Node(fault.line, fault.column), "config-needs-mapping") from None
        raise


def _blank(source: str) -> bool:
    """Whether a file holds nothing but comments: a configuration that says nothing."""
    return all(not line.strip() or line.lstrip().startswith("#") for line in source.splitlines())


def _hint(fault: Fault, lang: str) -> str:
    """The known names that are like an unknown one, or all of them where there are few."""
    if not fault.known:
        return ""
    # difflib takes 2 ms to load, and only an error needs it.
    from difflib import get_close_matches  # noqa: PLC0415

    all_names = sorted(fault.known)
    close = get_close_matches(str(fault.values["name"]), all_names)
    if not close and len(all_names) > _FEW:
        return say(lang, "see-all-rules")
    names = say(lang, "comma").join(close or all_names)
    return say(lang, "near" if close else "known", names=names)


def structure(root: Node, path: str = "") -> Config:
    """The configuration of a tree whatever rules and packs there are; raise ``Fault``."""
    values = _mapping(root, _KEYS)
    folder = os.path.dirname(path)
    per_file = cast("tuple[dict[str, tuple[str, ...]], ...]", values.pop("per_file", ()))
    values["per_file"] = tuple(PerFile(**_seen_from(folder, one)) for one in per_file)
    config = Config(path, **_seen_from(folder, values))  # type: ignore[arg-type]
    groups = (config.packs, *(one.packs for one in config.per_file))
    return replace(config, groups=tuple(packs for packs in groups if packs))


def _seen_from(folder: str, values: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The values with the paths of packs seen from the current folder, not from the file's."""
    if "packs" not in values:
        return values
    return {**values, "packs": tuple(_pack(folder, name) for name in values["packs"])}


def _pack(folder: str, name: str) -> str:
    if not name.endswith((".yaml", ".yml")):
        return name
    return os.path.normpath(os.path.join(folder, name)).replace(os.sep, "/")


def _require_known(root: Node, config: Config, packs: tuple[str, ...], limits: Limits) -> None:
    """Refuse a pack that does not exist and a rule that no pack knows."""
    for node in _named(root, "packs"):
        _require_pack(node, _pack(config.folder, node.value))
    mentioned = [*_named(root, "select"), *_named(root, "ignore")]
    graded = [*_named(root, "severity")]
    if not mentioned and not graded:
        return
    ids = {id_.upper() for id_ in known((*config.groups, packs), limits)}
    for node in mentioned:
        for prefix in prefixes([node.value]):
            if not any(id_.startswith(prefix) for id_ in ids):
                raise Fault(node, "config-no-rules", name=prefix, known=ids)
    for node in graded:
        if node.value.upper() not in ids:
            raise Fault(node, "config-no-rule", name=node.value.upper(), known=ids)


def _require_pack(node: Scalar, path: str) -> None:
    if node.value.endswith((".yaml", ".yml")):
        if not os.path.isfile(path):
            raise Fault(node, "config-no-file", path=path)
        return
    names = (AUTO, *pack.names())
    if node.value not in names:
        raise Fault(node, "config-no-pack", name=node.value, known=names)


def _named(root: Node, wanted: str) -> Iterator[Scalar]:
    """The texts under a key of the configuration or of one of its files; a mapping's keys."""
    for key, value in _entries(root):
        if key == "per-file" and isinstance(value, Sequence):
            for item in value.items:
                yield from _named(item, wanted)
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
            raise Fault(node, "config-choice", choices=", ".join(allowed))
        return found

    return choice


def _severities(node: Node) -> dict[str, str]:
    """Severities, or ``off``, by the ids of rules."""
    if not isinstance(node, Mapping):
        _unexpected(node, "mapping")
    read = _choice(tuple(_OFF.values()), _OFF)
    return {key.value.upper(): read(_filled(key, value)) for key, value in node.entries}


def _per_file(node: Node) -> tuple[dict[str, object], ...]:
    if not isinstance(node, Sequence):
        _unexpected(node, "list")
    for item in node.items:
        if "files" not in _mapping(item, _FILE_KEYS):
            raise Fault(item, "config-files")
    return tuple(_mapping(item, _FILE_KEYS) for item in node.items)


_FILE_KEYS: dict[str, Callable[[Node], object]] = {
    "files": _texts(_glob, 1),
    "packs": _texts(_text, 1),
    "select": _rules,
    "ignore": _rules,
}
_KEYS: dict[str, Callable[[Node], object]] = {
    "packs": _texts(_text, 1),
    "select": _rules,
    "ignore": _rules,
    "severity": _severities,
    "fail-on": _choice(tuple(_FAIL_ON.values()), _FAIL_ON),
    "lang": _choice(tuple(_LANGUAGES.values()), _LANGUAGES),
    "output-format": _choice(tuple(FORMATS), {}),
    "exclude": _texts(_glob),
    "per-file": _per_file,
}
