"""Whether a pattern can match at all, given the characters that its texts can hold.

A pattern is read as a walk through a text: what matters is whether anything was passed yet (so
that ``^`` fails) and whether the end was seen (so that nothing may follow ``$``). Whatever is not
understood counts as something that can match.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from jslint.patterns import regex

#: ``(passed, ended)``: whether a character was passed, and whether the end of the text was seen.
_State: TypeAlias = tuple[bool, bool]
_States: TypeAlias = frozenset[_State]
_Step: TypeAlias = Callable[[_States], _States]
_Allowed: TypeAlias = Callable[[str], bool]

_START: _States = frozenset([(False, False)])
_REPEAT = regex(r"(?:[*+?]|\{(?P<low>\d+)(?:,(?P<high>\d*))?\})[?+]?")
_GROUP = regex(r"\((?:\?P?<\w+>|\?[a-zA-Z-]*:)?")
_FLAGS = regex(r"\(\?[a-zA-Z-]+\)")
_CLASS_NAME = regex(r"\[:\^?\w+:\]")
_ESCAPE = regex(
    r"\\(?:[pP](?:\{\^?\w+\}|\w)|x\{(?P<long>[0-9a-fA-F]+)\}|x(?P<short>[0-9a-fA-F]{2})|(?P<one>.))",
    re.DOTALL,
)
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a"}
_BLANKS = " \t\n\r\f\v"
#: As many characters of a range are tried as decide it in practice.
_TRIED = 300


class _NotUnderstood(Exception):  # noqa: N818 - never leaves this module
    """The pattern has a construct that the walk does not know."""


def can_match(pattern: str, allowed: _Allowed = lambda _: True) -> bool:
    """Whether an RE2 pattern can match in a text of allowed characters and without line ends."""
    reader = _Reader(pattern, allowed)
    try:
        return bool(reader.whole()(_START))
    except _NotUnderstood:
        return True


def _same(states: _States) -> _States:
    return states


def _nothing(_: _States) -> _States:
    return frozenset()


def _pass(states: _States) -> _States:
    """One character more; impossible once the end was seen."""
    return frozenset((True, False) for _, ended in states if not ended)


def _begin(states: _States) -> _States:
    return frozenset(state for state in states if not state[0])


def _end(states: _States) -> _States:
    return frozenset((passed, True) for passed, _ in states)


def _both(first: _Step, second: _Step) -> _Step:
    return lambda states: second(first(states))


def _either(first: _Step, second: _Step) -> _Step:
    return lambda states: first(states) | second(states)


def _repeated(step: _Step, low: int, *, more: bool) -> _Step:
    """A step at least ``low`` times. There are four states, so a few rounds reach all of them."""

    def run(states: _States) -> _States:
        for _ in range(min(low, 4)):
            states = step(states)
        for _ in range(4 if more else 0):
            states |= step(states)
        return states

    return run


class _Reader:
    """A position in a pattern, and the functions that read a step from there."""

    def __init__(self, text: str, allowed: _Allowed) -> None:
        self._text, self._allowed, self._at = text, allowed, 0

    def whole(self) -> _Step:
        """The step of the whole pattern."""
        step = self._alternation()
        if self._at < len(self._text):
            raise _NotUnderstood
        return step

    def _peek(self) -> str:
        return self._text[self._at : self._at + 1]

    def _taken(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What a pattern of ours matches here; the position moves behind it."""
        match = pattern.match(self._text, self._at)
        self._at = match.end() if match else self._at
        return match

    def _alternation(self) -> _Step:
        step = self._sequence()
        while self._peek() == "|":
            self._at += 1
            step = _either(step, self._sequence())
        return step

    def _sequence(self) -> _Step:
        step: _Step = _same
        while self._peek() not in ("", "|", ")"):
            step = _both(step, self._repetition())
        return step

    def _repetition(self) -> _Step:
        step = self._atom()
        while match := self._taken(_REPEAT):
            sign = match[0][0]
            low = int(match["low"]) if sign == "{" else int(sign == "+")
            once = sign == "{" and match["high"] is None
            step = _repeated(step, low, more=not once and match["high"] != match["low"])
        return step

    def _atom(self) -> _Step:
        char = self._peek()
        if char == "(":
            return self._group()
        if char == "[":
            return _pass if self._class() else _nothing
        if char == "\\":
            return self._escape()
        self._at += 1
        if char in "^$":
            return _begin if char == "^" else _end
        return _pass if char == "." or self._allowed(char) else _nothing

    def _group(self) -> _Step:
        if self._taken(_FLAGS):
            return _same
        if self._taken(_GROUP) is None or self._peek() == "?":
            raise _NotUnderstood
        step = self._alternation()
        if self._peek() != ")":
            raise _NotUnderstood
        self._at += 1
        return step

    def _escape(self) -> _Step:
        match = self._taken(_ESCAPE)
        if match is None or match["one"] == "Q":
            raise _NotUnderstood
        if match["one"] in ("A", "z"):
            return _begin if match["one"] == "A" else _end
        if match["one"] in ("b", "B"):
            return _same
        return _pass if self._any(match) else _nothing

    def _any(self, match: re.Match[str]) -> bool:
        """Whether an escape stands for any allowed character."""
        char = _character(match)
        if char:
            return self._allowed(char)
        return match["one"] != "s" or any(map(self._allowed, _BLANKS))

    def _class(self) -> bool:
        """Whether a bracketed class holds any allowed character; one that excludes some does."""
        self._at += 1
        negated = self._peek() == "^"
        self._at += negated
        found, first = negated, True
        while self._peek() != "]" or first:
            first = False
            found = self._member() or found
        self._at += 1
        return found

    def _member(self) -> bool:
        if not self._peek():
            raise _NotUnderstood
        if self._taken(_CLASS_NAME):
            return True
        low, found = self._single()
        if low and self._peek() == "-" and self._text[self._at + 1 : self._at + 2] != "]":
            self._at += 1
            high, _ = self._single()
            if not high:
                raise _NotUnderstood
            last = min(ord(high), ord(low) + _TRIED)
            return any(self._allowed(chr(code)) for code in (*range(ord(low), last + 1), ord(high)))
        return found

    def _single(self) -> tuple[str, bool]:
        """One character of a class (empty for a class of them), and whether any is allowed."""
        if match := self._taken(_ESCAPE):
            return _character(match), self._any(match)
        char = self._peek()
        self._at += 1
        return char, self._allowed(char)


def _character(match: re.Match[str]) -> str:
    """The character that an escape stands for; empty where it is a class of them."""
    if code := match["long"] or match["short"]:
        return chr(int(code, 16))
    one = match["one"]
    if one is None or (one.isalnum() and one not in _CONTROLS):
        return ""
    return _CONTROLS.get(one, one)
