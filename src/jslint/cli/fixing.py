"""jslint check --fix and --diff: try fixes, make those that hold, say what was done."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint import fixes
from jslint.cli import files, replacing
from jslint.cli.streams import complain, say_aside, say_out
from jslint.errors import UsageError
from jslint.fixes.choosing import chosen
from jslint.fixes.errors import UneditableError
from jslint.fixes.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from jslint.cli.check import Examined, Means, Settings
    from jslint.diagnostic import Result
    from jslint.edits import Edit, Fix

    #: Examines an input with other means than before.
    Turn = Callable[[Means], Iterable[Examined]]

_UNBOUND = 1 << 30


class Shelf(Struct):
    """The bytes of the inputs: as they were read, and as they are to be."""

    read: dict[str, bytes] = {}
    made: dict[str, bytes] = {}

    def take(self, name: str, load: Callable[[], bytes]) -> bytes:
        """The bytes of an input; it is loaded once."""
        if name not in self.read:
            self.read[name] = load()
        return self.made.get(name, self.read[name])


class Fixer:
    """Fixes one input after the other, never more than was asked for."""

    def __init__(
        self, lang: str, *, unsafe: bool, diff: bool, most: int | None, quiet: bool
    ) -> None:
        """Begin without any; ``diff`` shows what would be done, and does nothing."""
        self._lang, self._unsafe, self._diff, self._quiet = lang, unsafe, diff, quiet
        self._left = _UNBOUND if most is None else most
        self.failed = False

    def examined(self, turn: Turn, means: Means) -> list[Examined]:
        """What comes of an input after its fixes; before them, where they are only shown."""
        shelf = Shelf({}, {})
        apart = replace(means, shelf=shelf, apart=True)
        first = list(turn(apart))
        results = [one.result for one in first if one.result]
        if len(results) != 1 or not any(one.fix for one in results[0].diagnostics):
            return self._as_found(first, turn, means, shelf)
        result, made, count = self._rounds(results[0], turn, apart)
        if made and (self._diff or self._written(shelf, made)):
            self._left -= count
            self._told(results[0], result, shelf, made, count)
        elif not made:
            self._told(results[0], result, shelf, made, 0)
        held = {} if self._diff or self.failed else made
        return list(turn(replace(means, shelf=Shelf(shelf.read, held))))

    def _as_found(
        self, first: list[Examined], turn: Turn, means: Means, shelf: Shelf
    ) -> list[Examined]:
        """The same with what a rule finds too often told once."""
        for one in first:
            if one.result and one.result.diagnostics:
                return list(turn(replace(means, shelf=Shelf(shelf.read, {}))))
        return first

    def _rounds(
        self, result: Result, turn: Turn, means: Means
    ) -> tuple[Result, dict[str, bytes], int]:
        """Fix until nothing more can be: a fix may show what it hid, or make room for another."""
        made: dict[str, bytes] = {}
        count = 0
        while count < self._left:
            trial = _Trial(turn, means, means.shelf.read if means.shelf else {}, made, result.path)
            found = chosen(result, trial.attempt, self._may, self._left - count)
            if not found.found:
                break
            made = trial.edited(found.edits)
            result, count = found.result, count + len(found.found)
        return result, made, count

    def _may(self, fix: Fix) -> bool:
        return fix.safe or self._unsafe

    def _written(self, shelf: Shelf, made: dict[str, bytes]) -> bool:
        """Put every changed file in place; whether that went well."""
        for name, data in made.items():
            try:
                replacing.replace(name, shelf.read[name], data)
            except replacing.ChangedError:
                self._complain("changed", name)
            except OSError as error:
                self._complain("not-written", name, why=error.strerror)
        return not self.failed

    def _complain(self, key: str, name: str, **values: object) -> None:
        self.failed = True
        complain(self._lang, say(self._lang, key, path=name, **values))

    def _told(
        self, before: Result, after: Result, shelf: Shelf, made: dict[str, bytes], count: int
    ) -> None:
        """Show the difference, and say how much was done and what was left."""
        if self._diff:
            say_out("".join(_diff(name, shelf.read[name], made[name]) for name in sorted(made)))
        if self._quiet:
            return
        for line in self._summary(before, after, count):
            say_aside(f"{line}\n")

    def _summary(self, before: Result, after: Result, count: int) -> Iterable[str]:
        lang, path = self._lang, before.path
        if not all(fixes.can_edit(edit.place.path or path) for edit in _edits(before)):
            yield say(lang, "not-editable", path=path)
        if count:
            yield say(lang, "would-fix" if self._diff else "fixed", path=path, count=count)
        left = [one.fix for one in after.diagnostics if one.fix]
        unsafe = sum(not fix.safe for fix in left)
        if unsafe and not self._unsafe:
            yield say(lang, "unsafe-left", path=path, count=unsafe)


class _Trial(Struct, frozen=True):
    """Examines an input with edits made in memory, over those already made."""

    turn: Turn
    means: Means
    read: dict[str, bytes]
    made: dict[str, bytes]
    path: str

    def attempt(self, edits: Sequence[Edit]) -> Result | None:
        """What checking after the edits comes to; None where they cannot be made, or spoil the file."""
        try:
            made = self.edited(edits)
        except UneditableError:
            return None
        found = list(self.turn(replace(self.means, shelf=Shelf(self.read, made))))
        return found[0].result if len(found) == 1 and found[0].ruleset else None

    def edited(self, edits: Sequence[Edit]) -> dict[str, bytes]:
        """The bytes of all changed files; raise ``UneditableError``."""
        grouped: dict[str, list[Edit]] = {}
        for edit in edits:
            grouped.setdefault(edit.place.path or self.path, []).append(edit)
        made = dict(self.made)
        for name, own in grouped.items():
            made[name] = fixes.edited(name, made.get(name, self.read[name]), own)
        return made


def _edits(result: Result) -> list[Edit]:
    return [edit for one in result.diagnostics if one.fix for edit in one.fix.edits]


def _diff(name: str, old: bytes, new: bytes) -> str:
    """A unified diff of two versions of a file."""
    lines = unified_diff(fixes.lines(name, old), fixes.lines(name, new), name, name)
    return "".join(map(_ended, lines))


def _ended(line: str) -> str:
    """A line of a diff with one line feed at its end, whatever ends it in the file."""
    return f"{line.rstrip(chr(13) + chr(10))}\n"


def fixer(asked: Settings, paths: Sequence[str]) -> Fixer:
    """What the settings ask for; raise ``UsageError`` where standard input would be written."""
    if not asked.diff and files.STDIN in paths:
        chinese, english = (say(lang, "standard-input") for lang in ("zh", "en"))
        raise UsageError(chinese, english)
    return Fixer(
        asked.lang,
        unsafe=asked.unsafe_fixes,
        diff=asked.diff,
        most=asked.max_fixes,
        quiet=asked.quiet,
    )
