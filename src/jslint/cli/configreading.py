"""Reading a configuration's file: with those that it extends, and what it names must be there."""

from __future__ import annotations

import operator
import os
import re

from msgspec import Struct
from msgspec.structs import replace

from jslint import __version__, pack, tree
from jslint.cli import renamed
from jslint.cli.config import Config
from jslint.cli.configfile import is_below, leads_out, text
from jslint.cli.configtree import YAML, Fault, beside, pack_path, structure, texts_under, version
from jslint.cli.rulebook import ALL, AUTO, known, prefixes
from jslint.cli.words import say
from jslint.errors import ConfigError
from jslint.limits import DEFAULT, Limits
from jslint.phrases import listed, worded
from jslint.tree import Node, Scalar

_MOST_PARTS = 6
#: Configurations, each extending the next, are at most so many.
_DEEPEST = 10
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
    "against",
    "as_one_report",
    "baseline",
    "jobs",
)


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
        _require_within(root, config, reading.top, reading.limits)
        bases = [_base(node, config, reading, above) for node in texts_under(root, "extends")]
        config = _merged(config, bases)
        _require_known(root, config, reading)
    except tree.SyntaxFault as fault:
        message = worded(lang, fault.message)
        raise ConfigError(message, path, fault.line, fault.column) from fault
    except Fault as fault:
        message = say(lang, fault.phrase, **fault.values) + _hint(fault, lang)
        raise ConfigError(message, path, fault.node.line, fault.node.column) from fault
    return config


def _base(node: Scalar, config: Config, reading: Reading, above: tuple[str, ...]) -> Config:
    """A configuration that another extends."""
    path = beside(config.folder, node.value)
    if not path.endswith((*YAML, _TOML)):
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


def _require_version(root: Node) -> None:
    """Refuse another version than is asked for, before anything of it that this one may not know."""
    for node in texts_under(root, "required-version"):
        wanted = version(node)
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


def _require_within(root: Node, config: Config, top: str, limits: Limits) -> None:
    """Refuse files elsewhere: whoever made the folder is not to have others read."""
    if not top:
        return
    for key in ("extends", "packs", "previous", "against", "baseline"):
        for node in texts_under(root, key):
            if key == "packs" and not node.value.endswith(YAML):
                continue
            path = beside(config.folder, node.value)
            if not is_below(path, top) and os.path.abspath(path) != top:
                raise Fault(node, "config-outside", path=path)
            if key == "packs":
                _require_bases_within(node, path, top, limits)


def _require_bases_within(node: Scalar, path: str, top: str, limits: Limits) -> None:
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
            for name in pack.extended(path, limits)
            if name.endswith(YAML)
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
    if fault.phrase == "config-no-key":  # their Chinese names are as many again
        all_names = [name for name in all_names if name.isascii()]
    elif not close and len(all_names) > _FEW:
        return say(lang, "see-all-rules")
    names = listed(lang, close or all_names)
    return say(lang, "near" if close else "known", names=names)


def _require_known(root: Node, config: Config, reading: Reading) -> None:
    """Refuse a pack that does not exist and a rule that no pack knows."""
    for node in texts_under(root, "packs"):
        _require_pack(node, pack_path(config.folder, node.value))
    mentioned = [
        node for key in ("select", "extend-select", "ignore") for node in texts_under(root, key)
    ]
    graded = [*texts_under(root, "severity")]
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
    if node.value.endswith(YAML):
        if not os.path.isfile(path):
            raise Fault(node, "config-no-file", path=path)
        return
    names = (AUTO, *pack.names())
    if node.value not in names:
        raise Fault(node, "config-no-pack", name=node.value, known=names)
