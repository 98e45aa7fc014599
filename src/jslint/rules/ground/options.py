"""Readers of rule options: a node of the pack's YAML to a checked value."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, cast

import re2
from msgspec import Struct

from jslint import codes
from jslint.patterns import Lazy, regex
from jslint.phrases import Family
from jslint.tree import Mapping, Node, Scalar, Sequence
from jslint.tree.store import grown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from jslint.phrases import Phrase

said = Family("packs").phrase


class OptionError(Exception):
    """An option's value is not what its kind reads.

    ``node`` is where it stands, ``offset`` at which character of a scalar's value, if not
    the whole.
    """

    def __init__(self, message: Phrase, node: Node, offset: int | None = None) -> None:
        """Say what was expected, and keep the place."""
        self.message, self.node, self.offset = message, node, offset
        super().__init__(message.said("zh"))


def unknown(
    what: str, name: str, known: Iterable[str], node: Node, offset: int | None = None
) -> OptionError:
    """The error for a name that is none of the known ones, with the nearest of them."""
    # difflib is needed only to word an error; it would cost every run 2 ms.
    from difflib import get_close_matches

    known = sorted(known)
    near = get_close_matches(name, known, n=1)
    shown = (*known[:_LISTED], *(["…"] if len(known) > _LISTED else ()))
    hint = said("did-you-mean", name=near[0]) if near else said("known", names=shown)
    return OptionError(
        said("unknown", what=said(f"named-{what}"), name=name, near=hint), node, offset
    )


#: How many known names an error lists.
_LISTED = 40


def text(node: Node) -> str:
    """A scalar, as text."""
    if not isinstance(node, Scalar):
        raise OptionError(said("expected-text"), node)
    return node.value


def texts(node: Node) -> tuple[str, ...]:
    """A list of texts; a single text reads as a list of one."""
    if isinstance(node, Scalar):
        return (node.value,)
    return tuple(text(item) for item in items(node))


class Called(str):
    """The name or label by which an option calls a quantity, with the node where it does."""

    __slots__ = ("node",)

    node: Node


def quantity(node: Node) -> str:
    """The name or label of a quantity; a rule set finds it among those of its packs."""
    called = Called(text(node))
    called.node = node
    return called


def quantities(node: Node) -> tuple[str, ...]:
    """A list of names of quantities; a single one reads as a list of one."""
    if isinstance(node, Scalar):
        return (quantity(node),)
    return tuple(quantity(item) for item in items(node))


def items(node: Node) -> tuple[Node, ...]:
    """The nodes of a list."""
    found = grown(node)
    if not isinstance(found, Sequence):
        raise OptionError(said("expected-list"), node)
    return found.items


def flag(node: Node) -> bool:
    """``true`` or ``false``, also in Chinese."""
    value = text(node)
    if value not in _FLAGS:
        raise OptionError(said("expected-true-or", value=value), node)
    return _FLAGS[value]


_WHOLE = regex(r"[0-9]{1,6}")
_FLAGS = {"true": True, "false": False, "是": True, "否": False}


def integer(node: Node) -> int:
    """A whole number, not negative, at most 100,000."""
    value = text(node)
    if not _WHOLE.fullmatch(value) or int(value) > 100_000:  # noqa: PLR2004
        raise OptionError(
            said("expected-whole-number", value=value),
            node,
        )
    return int(value)


class Choice(Struct, frozen=True):
    """One of the given words."""

    allowed: tuple[str, ...]

    def __call__(self, node: Node) -> str:
        """The word; ``OptionError`` for any other."""
        value = text(node)
        if value not in self.allowed:
            raise OptionError(
                said("expected-one-not", names=self.allowed, value=value),
                node,
            )
        return value


def choice(*allowed: str) -> Choice:
    """A reader of one of the given words."""
    return Choice(allowed)


_QUIET = re2.Options()
# The error is reported at its place in the pack; the library would print it on stderr as well.
_QUIET.log_errors = False


def quick(text: str) -> re2._Regexp:
    """A compiled pattern; ``re2.error`` where the text is none.

    ``re2.compile`` reads and writes all options anew for each pattern, which for the small ones of
    packs takes as long as compiling them.
    """
    return re2._Regexp(text, _QUIET)


#: A group's name, or what only looks like one: quoted, escaped, or in a class of characters.
_GROUP = regex(r"\\Q.*?(?:\\E|$)|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?P?<([A-Za-z_]\w*)>")


#: Answers that are kept, of so many expressions for so many texts each: some megabytes at most.
_MOST_ASKED, _MOST_ANSWERS = 2048, 256


@lru_cache(maxsize=_MOST_ASKED)
def _asked(text: str, lines: bool) -> tuple[dict[str, bool], dict[str, bool]]:  # noqa: ARG001, FBT001
    """What was found and what matched; shared by all patterns of one text, over all reports."""
    return {}, {}


def _put(known: dict[str, bool], text: str, answer: bool) -> None:  # noqa: FBT001
    if len(known) >= _MOST_ANSWERS:
        known.clear()
    known[text] = answer


def _begin(engine: re2._Regexp, coded: bytes, at: int) -> int | None:
    """Where the first match of a compiled pattern begins, without a match object made for it.

    The library takes as long to make one as it takes to search.
    """
    (begin, _), *_ = engine._regexp.Match(re2._Anchor.UNANCHORED, coded, at, len(coded))
    return None if begin < 0 else begin


class _Pattern(Lazy):
    """A regular expression that is compiled when first used.

    A run uses a part of its packs' patterns only, and compiling takes longer than all else about
    them. ``compiled`` raises ``OptionError`` where the text is no regular expression.
    """

    def __init__(self, text: str, node: Node, *, lines: bool = False) -> None:
        self._text, self._node, self._lines = text, node, lines

    def __repr__(self) -> str:
        """The expression as the pack has it."""
        return self._text

    @cached_property
    def _made(self) -> re2._Regexp:
        return self.compiled

    @cached_property
    def _words(self) -> tuple[str, ...]:
        """Words of which one must be there; an empty one, which always is, where none are known."""
        return codes.read(self._text)[0] or ("",)

    @cached_property
    def _longest(self) -> int:
        """How long a text may be for Python's own to be taken; below 0 where it never is."""
        return codes.read(self._text)[1] or -1

    @cached_property
    def _tame(self) -> re2._Regexp:
        """Python's own, which takes over its code from the last run; RE2 does not."""
        flags = re.ASCII | re.MULTILINE if self._lines else re.ASCII
        return cast("re2._Regexp", codes.compiled(self._text, flags))

    def _for(self, text: str) -> re2._Regexp | None:
        """What finds the matches in a text; None where there can be none."""
        for word in self._words:
            if word in text:
                return self._engine(text)
        return None

    def _engine(self, text: str) -> re2._Regexp:
        """What searches a text: Python or RE2."""
        # Python and RE2 differ on what \s is, and $ before a line end that nothing follows.
        is_alike = "\v" not in text and (self._lines or not text.endswith("\n"))
        return self._tame if is_alike and len(text) <= self._longest else self._made

    @cached_property
    def _asked(self) -> tuple[dict[str, bool], dict[str, bool]]:
        return _asked(self._text, self._lines)

    def finds(self, text: str) -> bool:
        """Whether it is found anywhere in a name, a title or a heading; these are often asked of."""
        known = self._asked[0]
        if text not in known:
            _put(known, text, self.search(text) is not None)
        return known[text]

    def matches(self, text: str) -> bool:
        """Whether it is a whole name, title or heading; these are often asked of."""
        known = self._asked[1]
        if text not in known:
            _put(known, text, self.fullmatch(text) is not None)
        return known[text]

    def holds(self, text: str) -> bool:
        """Whether it is found anywhere in a text; nothing is remembered."""
        return self._for(text) is not None and self.holds_behind(text)

    def holds_behind(self, text: str) -> bool:
        """The same where one of its words is known to be there."""
        engine = self._engine(text)
        if isinstance(engine, re.Pattern):
            return engine.search(text) is not None
        return _begin(engine, text.encode(), 0) is not None

    def begins(self, coded: bytes, at: int) -> int | None:
        """Where the first match begins in an encoded text from an offset on; None without one."""
        return _begin(self._made, coded, at)

    def search(self, text: str) -> re2._Match[str] | None:
        """The first match in a text, as the compiled pattern has it."""
        engine = self._for(text)
        return engine.search(text) if engine else None

    def fullmatch(self, text: str) -> re2._Match[str] | None:
        """The match of a whole text, as the compiled pattern has it."""
        engine = self._for(text)
        return engine.fullmatch(text) if engine else None

    def finditer(self, text: str) -> Iterator[re2._Match[str]]:
        """Every match in a text, as the compiled pattern has them."""
        engine = self._for(text)
        return engine.finditer(text) if engine else iter(())

    @property
    def compiled(self) -> re2._Regexp:
        """The compiled pattern; ``OptionError`` at the node where it is none."""
        value = self._text
        try:
            return quick(f"(?m:{value})" if self._lines else value)
        except re2.error as error:
            # The pattern as the pack has it says better what is wrong with it.
            reason = _reason(value, error)
            raise OptionError(
                said("not-regular-expression", reason=reason),
                self._node,
            ) from error

    def __str__(self) -> str:
        """The pattern's text; patterns alike in it are alike."""
        return self._text


def _reason(value: str, error: Exception) -> str:
    """Why RE2 refuses a pattern."""
    try:
        re2.compile(value, _QUIET)
    except re2.error as plain:
        error = plain
    reason = error.args[0]
    return reason.decode() if isinstance(reason, bytes) else str(reason)


def pattern(node: Node, *, lines: bool = False) -> re2._Regexp:
    """A regular expression (RE2 syntax: linear time, so no look-around or back-references).

    With ``lines``, ``^`` and ``$`` are the ends of a line. It is compiled at its first use;
    ``verify`` compiles all those of a rule.
    """
    if not isinstance(node, Scalar):
        raise OptionError(said("expected-text"), node)
    return made(node.value, node, lines=lines)


def made(text: str, node: Node, *, lines: bool = False) -> re2._Regexp:
    """A regular expression as a kind makes it of what stands at a node; see ``pattern``."""
    return cast("re2._Regexp", _Pattern(text, node, lines=lines))


def words(value: re2._Regexp) -> tuple[str, ...] | None:
    """The words of which one must be there for a pattern to match; None where none are known."""
    return codes.read(value._text)[0] if isinstance(value, _Pattern) else None


def group_names(value: re2._Regexp) -> list[str]:
    """The names of a pattern's groups, without compiling it."""
    return [name for name in _GROUP.findall(str(value)) if name]


def source(value: object) -> Scalar | None:
    """The node that a pattern was read from; None for whatever is no pattern."""
    node = value._node if isinstance(value, _Pattern) else None
    return node if isinstance(node, Scalar) else None


def verify(value: object) -> None:
    """Compile every pattern in a record or tuple; ``OptionError`` for the first that is none."""
    if isinstance(value, _Pattern):
        value.compiled  # noqa: B018 - compiling is what is wanted
    elif isinstance(value, tuple):
        for item in value:
            verify(item)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            verify(getattr(value, name))


def any_finds(row: Iterable[re2._Regexp], words: str) -> bool:
    """Whether one of some patterns is found in words."""
    return any(pattern.finds(words) for pattern in row)


def patterns(node: Node) -> tuple[re2._Regexp, ...]:
    """A list of regular expressions; a single one reads as a list of one."""
    if isinstance(node, Scalar):
        return (pattern(node),)
    return tuple(pattern(item) for item in items(node))


def mapping(node: Node, allowed: dict[str, Callable[[Node], object]]) -> dict[str, object]:
    """A mapping with these keys only, each read by its function."""
    if not isinstance(node, Mapping):
        raise OptionError(said("expected-mapping"), node)
    result: dict[str, object] = {}
    for key, value in node.entries:
        if key.value not in allowed:
            raise unknown("key", key.value, allowed, key)
        result[key.value] = allowed[key.value](value)
    return result
