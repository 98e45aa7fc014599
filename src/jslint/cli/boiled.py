"""What became of an input as bytes, to pass from one process or run to another.

The rules that were applied are the same for most inputs and larger than what they found. So they are
left out, and a digest stands for them; they go over once, by themselves.
"""

from __future__ import annotations

import hashlib
import io
import pickle
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, cast

from msgspec import Struct
from msgspec.structs import replace

from jslint.cli.findings import slim

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jslint.cli.examining import Examined
    from jslint.rules.ground.entry import Entry

Boiled: TypeAlias = bytes
Entries: TypeAlias = "tuple[Entry, ...]"

_DIGEST = 64
#: Sets of rules are few; where a configuration makes new ones for each input they are let go.
_MOST = 64


class _Set(NamedTuple):
    """The rules of a set, to keep their identity, and the digest that stands for them."""

    rules: tuple[object, ...]
    name: str


_sets: dict[tuple[int, ...], _Set] = {}
_bytes: dict[str, bytes] = {}
_entries: dict[str, Entries] = {}


def boil(several: Iterable[Examined]) -> Boiled:
    """What became of an input; its sets of rules are ``taught`` by their names."""
    names, plain = [], []
    for one in several:
        names.append(_name(one))
        result = one.result and slim(one.result)
        plain.append(replace(one, rules=None, result=result))
    head = f"{len(names)} {' '.join(name or '-' * _DIGEST for name in names)}\n"
    return head.encode() + pickle.dumps(plain, pickle.HIGHEST_PROTOCOL)


def restored(body: Boiled) -> list[Examined]:
    """What became of an input, as it was; the names of its sets of rules must be known."""
    names = _names(body)
    plain = cast("list[Examined]", _Reader(io.BytesIO(body.partition(b"\n")[2])).load())
    return [replace(one, rules=_entries_by(name)) for one, name in zip(plain, names, strict=True)]


def entries_of(body: Boiled) -> set[str]:
    """The names of the sets of rules that a result speaks of."""
    return {name for name in _names(body) if name.strip("-")}


def _names(body: Boiled) -> list[str]:
    return body.partition(b"\n")[0].decode().split(" ")[1:]


def knows(name: str) -> bool:
    """Whether a set of rules came over already."""
    return name in _bytes


def learn(name: str, data: bytes) -> None:
    """Take over a set of rules."""
    _bytes[name] = data


def taught(name: str) -> bytes:
    """A set of rules, to take over."""
    return _bytes[name]


def _entries_by(name: str) -> Entries | None:
    if not name.strip("-"):
        return None
    if name not in _entries:
        _entries[name] = cast("Entries", _Reader(io.BytesIO(_bytes[name])).load())
    return _entries[name]


def _name(one: Examined) -> str:
    """The digest of the rules of an input; empty for none."""
    if one.rules is None:
        return ""
    key = tuple(map(id, one.rules))
    if key not in _sets:
        # A rule's examples are as large as all the rest, and nothing that is printed has them.
        bare = tuple(replace(entry, samples=None) for entry in one.rules)
        data = pickle.dumps(bare, pickle.HIGHEST_PROTOCOL)
        name = hashlib.sha256(data).hexdigest()
        if len(_sets) >= _MOST:
            _sets.clear()
        _sets[key] = _Set(one.rules, name)
        learn(name, data)
    return _sets[key].name


def _rebuilt(kind: type[Struct], fields: dict[str, object]) -> Struct:
    """A record whose fields are named, as msgspec makes it."""
    return kind(**fields)


def _member(kind: object, name: str) -> object:
    """A member of an enumeration by its name; raise ``UnpicklingError`` for anything else."""
    if isinstance(kind, type) and issubclass(kind, Enum) and name in kind.__members__:
        return kind[name]
    raise pickle.UnpicklingError(name)


class _Reader(pickle.Unpickler):
    """Reads values of the kinds that a result is made of, and calls nothing else."""

    def find_class(self, module: str, name: str) -> object:
        """A record or an enumeration of jslint, or a number; raise ``UnpicklingError``."""
        if (module, name) in _NUMBERS:
            return _NUMBERS[module, name]
        if module.partition(".")[0] == "jslint" and name.isidentifier():
            found = getattr(import_module(module), name, None)
            if isinstance(found, type) and issubclass(found, (Struct, Enum)):
                return found
        if module.partition(".")[0] == "msgspec" and name == "rebuild":
            return _rebuilt
        if (module, name) == ("builtins", "getattr"):
            return _member  # some versions of Python keep a member of an enumeration so
        raise pickle.UnpicklingError(f"{module}.{name}")


_NUMBERS = {("fractions", "Fraction"): Fraction, ("decimal", "Decimal"): Decimal}
