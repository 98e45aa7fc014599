"""What a regular expression can match, spelled out, as far as it names characters at all."""

from __future__ import annotations

import re
from itertools import product

#: Stands for whatever a pattern leaves open.
OPEN = "\0"
_MOST = 2000
_REPEAT = re.compile(r"[?*+]|\{(\d*),?(\d*)\}")
_GROUP = re.compile(r"\?(?:P<\w+>|<?[=!]|[a-zA-Z]*[:)])?")
_CLASS = re.compile(r"\[(\^?\]?(?:\\.|[^\]\\])*)\]")


def spellings(pattern: str) -> set[str]:
    """The strings that a pattern, or plain text, stands for; a bracket too many is a character."""
    found: set[str] = set()
    at = 0
    while at < len(pattern):
        some, at = _alternatives(pattern, at)
        found |= some
        at += 1
    return found


def _alternatives(pattern: str, at: int) -> tuple[set[str], int]:
    """Those from here to the end of the group, and where that is."""
    done: set[str] = set()
    here = {""}
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            done, here, at = done | here, {""}, at + 1
            continue
        atoms, at = _atom(pattern, at)
        atoms, at = _repeated(pattern, at, atoms)
        if len(here) * len(atoms) > _MOST:
            done, here = done | here | atoms, {OPEN}
        else:
            here = _joined(here, atoms)
    return done | here, at


def _joined(before: set[str], after: set[str]) -> set[str]:
    return {"".join(pair) for pair in product(before, after)}


def _atom(pattern: str, at: int) -> tuple[set[str], int]:
    """What the next character, escape, class or group stands for."""
    character = pattern[at]
    if character == "(":
        return _group(pattern, at + 1)
    if character == "[" and (match := _CLASS.match(pattern, at)):
        open_ = match[1].startswith("^") or re.search(r"[^\\]-.", match[1])
        return {OPEN} if open_ else set(match[1].replace("\\", "")), match.end()
    if character == "\\" and at + 1 < len(pattern):
        return {OPEN if pattern[at + 1].isalnum() else pattern[at + 1]}, at + 2
    return {"^": {""}, "$": {""}, ".": {OPEN}}.get(character, {character}), at + 1


def _group(pattern: str, at: int) -> tuple[set[str], int]:
    """What a group stands for; what must not stand there is apart from what is around it."""
    kind = _GROUP.match(pattern, at)
    start = kind.end() if kind else at
    if kind and kind[0].endswith(")"):
        return {""}, start
    found, end = _alternatives(pattern, start)
    if kind and kind[0].endswith("!"):
        found = {"", *(OPEN + one + OPEN for one in found)}
    return found, end + 1


def _repeated(pattern: str, at: int, atoms: set[str]) -> tuple[set[str], int]:
    """The atoms with the quantifier after them: left out, once, or twice for any more."""
    match = _REPEAT.match(pattern, at)
    if match is None:
        return atoms, at
    none = match[0] in ("?", "*") or match[1] in ("", "0") and match[0][0] == "{"
    more = match[0] in ("*", "+") or (match[0] != "?" and match[0] not in ("{1}", "{0,1}"))
    if more and len(atoms) ** 2 <= _MOST:
        atoms = atoms | _joined(atoms, atoms)
    end = match.end() + (pattern[match.end() : match.end() + 1] in ("?", "+"))
    return atoms | {""} if none else atoms, end
