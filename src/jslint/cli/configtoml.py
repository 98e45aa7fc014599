"""A configuration in TOML, ``jslint.toml`` or ``[tool.jslint]`` of a pyproject.toml, as a tree.

tomllib says what stands there but not where; the places of keys and values are found again in the
text, in the order in which they are written.
"""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, cast

from jslint.patterns import regex
from jslint.phrases import Family
from jslint.tree import Mapping, Node, Scalar, Sequence, SyntaxFault

if TYPE_CHECKING:
    from collections.abc import Iterable

said = Family("configuration").phrase

_AT = regex(r"\(at line (\d+), column (\d+)\)")
#: A key with other than ASCII characters, which TOML wants in quotes.
_BARE = regex(r"""\s*\[{0,2}[\w.\- \t]*[^\x00-\x7f][^"'#=]*[=\]]""")
_TABLES = ("tool", "jslint")


def parse(source: str, path: str) -> Mapping:
    """The tree of a text, of a pyproject.toml that of its table; raise ``SyntaxFault``."""
    try:
        value: object = tomllib.loads(source)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _AT.search(str(error))
        line, column = map(int, found.groups()) if found else (source.count("\n") + 1, 1)
        written = source.split("\n")[line - 1 : line]
        is_bare = any(_BARE.match(one) for one in written)
        raise SyntaxFault(
            said("bare-key" if is_bare else "not-well-formed"), line, column
        ) from error
    start = 0
    if path.replace("\\", "/").rpartition("/")[2] == "pyproject.toml":
        for name in _TABLES:
            value = value.get(name, {}) if isinstance(value, dict) else {}
        start = max(0, source.find("[tool.jslint"))
    if not isinstance(value, dict):
        raise SyntaxFault(said("expected-key-value"), 1, 1)
    return cast("Mapping", _Places(source, start).node(value))


class _Places:
    """Gives each value the place where it stands behind the last one."""

    def __init__(self, source: str, start: int) -> None:
        self._source, self._at = source, start

    def node(self, value: object) -> Node:
        """A value as a node."""
        if isinstance(value, dict):
            line, column = self._place(self._at)
            return Mapping(line, column, tuple(self._entries(value.items())))
        if isinstance(value, list):
            line, column = self._place(self._at)
            return Sequence(line, column, tuple(self.node(item) for item in value))
        text = str(value).lower() if isinstance(value, bool) else str(value)
        line, column = self._found(re.escape(text))
        return Scalar(line, column, text, plain=not isinstance(value, str))

    def _entries(self, entries: Iterable[tuple[str, object]]) -> Iterable[tuple[Scalar, Node]]:
        # Tables may be written in another order than values, so each key is sought anew.
        start = self._at
        for key, value in entries:
            self._at = start
            pattern = rf"(?m)(?:^[ \t]*\[*[\w.\-\"' ]*|[{{,][ \t]*|^[ \t]*|\.)(?P<key>[\"']?{re.escape(key)}[\"']?)[ \t]*(?=[=.\]])"
            line, column = self._found(pattern)
            yield Scalar(line, column, key, plain=False), self.node(value)

    def _found(self, pattern: str) -> tuple[int, int]:
        """The place of what comes next; where it is written in another way, of what came last."""
        found = re.compile(pattern).search(self._source, self._at)
        if found is None:
            return self._place(self._at)
        group = "key" if "key" in found.groupdict() else 0
        self._at = found.end()
        return self._place(found.start(group))

    def _place(self, index: int) -> tuple[int, int]:
        line_start = self._source.rfind("\n", 0, index) + 1
        return self._source.count("\n", 0, index) + 1, index - line_start + 1
