"""A configuration's tree to what it says, refusing whatever is wrong at its line and column.

The published schema (``jslint schema config``) accepts what ``structure`` does, which a test holds
them to; this is a reader of its own because a validator takes 30 ms to load.
"""

from __future__ import annotations

import operator
import os
import re
from typing import TYPE_CHECKING, NoReturn, cast

from msgspec import Struct
from msgspec.structs import replace

from jslint import __version__, pack, tree
from jslint.cli import renamed
from jslint.cli.config import Config, PerFile, is_below, leads_out, text
from jslint.cli.rulebook import ALL, AUTO, known, prefixes
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
    "继承": "extends",
    "要求版本": "required-version",
    "另选": "extend-select",
    "上年报告": "previous",
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
#: An untrusted folder must not start processes without end.
_MOST_JOBS = 64
_MOST_PARTS = 6
#: Configurations, each extending the next, are at most so many.
_DEEPEST = 10
_YAML = (".yaml", ".yml")
_TOML = ".toml"
_FEW = 30
_COMPARED = {
    "==": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}
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


class Reading(Struct, frozen=True):
    """How a configuration is read: the language of faults, the packs that the command line names.

    ``top`` is the folder below which the files lie that it may name; empty for anywhere.
    """

    lang: str
    packs: tuple[str, ...] = ()
    limits: Limits = DEFAULT
    top: str = ""


def read(source: str, path: str, reading: Reading, above: tuple[str, ...] = ()) -> Config:
    """The configuration of a file's text; raise ``ConfigError`` for the first thing wrong.

    It may speak of the rules of the shipped packs, of those that it names and of those given.
    ``above`` are the configurations that extend it.
    """
    try:
        return _read(source, path, reading, (*above, path))
    except ConfigError as error:
        if not leads_out(path):
            raise
        # What it quotes may be none of the reader's business: the link is whoever's made the folder.
        message = say(reading.lang, "config-elsewhere")
        raise ConfigError(message, path, error.line, error.column) from None


def _read(source: str, path: str, reading: Reading, above: tuple[str, ...]) -> Config:
    lang = reading.lang
    try:
        if not path.endswith(_TOML) and _blank(source):
            return Config(path)
        root = _parsed(source, path)
        _require_version(root)
        config = structure(root, path)
        _require_within(root, config, reading.top)
        bases = [_base(node, config, reading, above) for node in _named(root, "extends")]
        config = _merged(config, bases)
        _require_known(root, config, reading)
    except tree.SyntaxFault as fault:
        message = fault.english if lang == "en" else fault.message
        raise ConfigError(message, path, fault.line, fault.column) from fault
    except Fault as fault:
        message = say(lang, fault.phrase, **fault.values) + _hint(fault, lang)
        raise ConfigError(message, path, fault.node.line, fault.node.column) from fault
    return config


def _base(node: Scalar, config: Config, reading: Reading, above: tuple[str, ...]) -> Config:
    """A configuration that another extends."""
    path = _beside(config.folder, node.value)
    if not path.endswith((*_YAML, _TOML)):
        raise Fault(node, "config-extends", path=path)
    if os.path.realpath(path) in map(os.path.realpath, above):
        raise Fault(node, "config-circle", path=path)
    if len(above) > _DEEPEST:
        raise Fault(node, "config-deep", most=_DEEPEST)
    if not os.path.isfile(path):
        raise Fault(node, "config-no-base", path=path)
    return read(text(path, reading.lang, reading.limits), path, reading, above)


def _merged(config: Config, bases: list[Config]) -> Config:
    """A configuration with what it leaves unsaid from those that it extends, the last before others."""
    for base in reversed(bases):
        silent = {name: getattr(base, name) for name in _INHERITED if getattr(config, name) is None}
        if config.exclude is None:
            silent |= {"exclude": base.exclude, "exclude_from": base.exclude_from}
        if config.extend_select and base.extend_select:
            silent["extend_select"] = (*base.extend_select, *config.extend_select)
        config = replace(
            config,
            **silent,
            severity={**base.severity, **config.severity},
            per_file=(*base.per_file, *config.per_file),
            extends=(*config.extends, *base.extends),
            groups=(*config.groups, *base.groups),
            origins={**base.origins, **config.origins},
            renamed=(*config.renamed, *base.renamed),
        )
    return config


#: What is taken from the configurations that are extended where nothing is said.
_INHERITED = (
    "packs",
    "select",
    "extend_select",
    "ignore",
    "fail_on",
    "lang",
    "output_format",
    "previous",
    "as_one_report",
    "baseline",
    "jobs",
)


def _require_version(root: Node) -> None:
    """Refuse another version than is asked for, before anything of it that this one may not know."""
    for node in _named(root, "required-version"):
        wanted = _version(node)
        if not all(map(_meets, wanted.split(","))):
            raise Fault(node, "config-version", wanted=wanted, version=__version__)


def _meets(condition: str) -> bool:
    sign, named = re.match(r"\s*([=<>!~]*)\s*([\d.]+)", condition).groups()  # type: ignore[union-attr]
    wanted, here = _numbers(named), _numbers(__version__)
    length = max(len(wanted), len(here))
    padded = [(*numbers, *(0,) * (length - len(numbers))) for numbers in (here, wanted)]
    if sign == "~=":
        return padded[0] >= padded[1] and here[: len(wanted) - 1] == wanted[:-1]
    return bool(_COMPARED[sign or "=="](*padded))


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version)[:_MOST_PARTS])


def _require_within(root: Node, config: Config, top: str) -> None:
    """Refuse files elsewhere: whoever made the folder is not to have others read."""
    if not top:
        return
    for key in ("extends", "packs", "previous", "baseline"):
        for node in _named(root, key):
            if key == "packs" and not node.value.endswith(_YAML):
                continue
            path = _beside(config.folder, node.value)
            if not is_below(path, top) and os.path.abspath(path) != top:
                raise Fault(node, "config-outside", path=path)
            if key == "packs":
                _require_bases_within(node, path, top)


def _require_bases_within(node: Scalar, path: str, top: str) -> None:
    """Refuse a pack that extends one elsewhere."""
    seen: set[str] = set()
    left = [path]
    while left:
        path = left.pop()
        if not is_below(path, top):
            raise Fault(node, "config-outside", path=path)
        if path in seen or not os.path.isfile(path):
            continue
        seen.add(path)
        left += [
            os.path.normpath(os.path.join(os.path.dirname(path), name.replace("\\", "/")))
            for name in pack.extended(path)
            if name.endswith(_YAML)
        ]


def _parsed(source: str, path: str) -> Node:
    """The tree of a file; of what is no mapping, and so no configuration, no fault quotes a word."""
    if path.endswith(_TOML):
        from jslint.cli import configtoml  # noqa: PLC0415 - most configurations are YAML

        return configtoml.parse(source, path)
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


def _renamed(root: Node) -> tuple[tuple[str, str], ...]:
    named = (node.value for key in ("select", "extend-select", "ignore", "severity")
             for node in _named(root, key))  # fmt: skip
    return renamed.among(named)


def _seen_from(folder: str, values: dict[str, object]) -> dict[str, object]:
    """The values with the paths of files seen from the current folder, not from the file's."""
    seen = dict(values)
    for name in ("previous", "baseline"):
        if name in seen:
            seen[name] = _beside(folder, cast("str", seen[name]))
    for name in ("packs", "extends"):
        if name in seen:
            seen[name] = tuple(
                _pack(folder, one) if name == "packs" else _beside(folder, one)
                for one in cast("tuple[str, ...]", seen[name])
            )
    return seen


def _pack(folder: str, name: str) -> str:
    return _beside(folder, name) if name.endswith(_YAML) else name


def _beside(folder: str, name: str) -> str:
    return os.path.normpath(os.path.join(folder, name.replace("\\", "/"))).replace(os.sep, "/")


def _require_known(root: Node, config: Config, reading: Reading) -> None:
    """Refuse a pack that does not exist and a rule that no pack knows."""
    for node in _named(root, "packs"):
        _require_pack(node, _pack(config.folder, node.value))
    mentioned = [
        node for key in ("select", "extend-select", "ignore") for node in _named(root, key)
    ]
    graded = [*_named(root, "severity")]
    if not mentioned and not graded:
        return
    ids = {id_.upper() for id_ in known((*config.groups, reading.packs), reading.limits)}
    for node in mentioned:
        for prefix in prefixes([node.value]):
            if prefix != ALL and not any(id_.startswith(prefix) for id_ in ids):
                raise Fault(node, "config-no-rules", name=prefix, known=ids)
    for node in graded:
        name = renamed.current(node.value.strip().upper())[0]
        if name != ALL and not any(id_.startswith(name or " ") for id_ in ids):
            raise Fault(node, "config-no-rule", name=name, known=ids)


def _require_pack(node: Scalar, path: str) -> None:
    if node.value.endswith(_YAML):
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
    return {
        id_: read(_filled(key, value))
        for key, value in node.entries
        for id_ in renamed.current(key.value.strip().upper())
    }


def _version(node: Node) -> str:
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
    "required-version": _version,
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
    "as-one-report": _flag,
    "baseline": _text,
    "jobs": _count,
}
