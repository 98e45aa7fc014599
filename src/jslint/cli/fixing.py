"""jslint check --fix and --diff: try fixes, make those that hold, say what was done."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint import fixes
from jslint.cli import files, replacing
from jslint.cli.examining import Shelf
from jslint.cli.streams import complain, say_aside, say_bytes, say_out
from jslint.cli.words import system
from jslint.errors import UsageError
from jslint.fixes.choosing import chosen
from jslint.fixes.errors import UneditableError
from jslint.fixes.words import say
from jslint.limits import beyond

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jslint.cli.examining import Examined, Means, Turn
    from jslint.cli.settings import Settings
    from jslint.diagnostic import Diagnostic, Result
    from jslint.edits import Edit

_UNBOUND = 1 << 30


class Fixer:
    """Fixes one input after the other, never more than was asked for."""

    def __init__(
        self, lang: str, *, unsafe: bool, diff: bool, most: int | None, quiet: bool, passed: str
    ) -> None:
        """Begin without any; ``diff`` shows what would be done, and does nothing.

        ``passed`` is the name of standard input where that is fixed on its way to standard output.
        """
        self._lang, self._unsafe, self._diff, self._quiet = lang, unsafe, diff, quiet
        self._passed = passed
        self._left = _UNBOUND if most is None else most
        self._says = self._read = False
        self.failed = False

    def examined(self, turn: Turn, means: Means) -> list[Examined]:
        """What comes of an input after its fixes; before them, where they are only shown."""
        shelf = Shelf({}, {})
        found = self._examined(turn, means, shelf)
        if self._passed in shelf.read:
            # Whatever came of it: who pipes a text through gets a text.
            say_bytes(shelf.made.get(self._passed, shelf.read[self._passed]))
        return found

    def _examined(self, turn: Turn, means: Means, shelf: Shelf) -> list[Examined]:
        first = list(turn(replace(means, shelf=shelf)))
        self._read = self._read or any(one.result for one in first)
        if len(first) != 1 or first[0].rules is None or not _found(first):
            return first
        selected = frozenset(entry.id for entry in first[0].rules)
        apart = replace(means, shelf=Shelf(shelf.read, {}), apart=True)
        before = _found(turn(apart))
        if before is None:
            return first
        after, made, count = self._rounds(before, turn, apart, selected)
        done = bool(made) and (self._diff or self._written(shelf, made))
        is_whole = count < self._left
        self._left -= count if done else 0
        left = [one for one in after.diagnostics if one.fix and one.rule in selected]
        tried = sum(map(self._may, left)) if is_whole and not self.failed else 0
        self._shown(shelf, made if self._diff else {})
        self._told(before, count if done else 0, tried, len(left) - sum(map(self._may, left)))
        if self._diff or not done:
            return first
        return list(turn(replace(means, shelf=Shelf(shelf.read, made))))

    def _rounds(
        self, result: Result, turn: Turn, means: Means, selected: frozenset[str]
    ) -> tuple[Result, dict[str, bytes], int]:
        """Fix until nothing more can be: a fix may show what it hid, or make room for another."""
        made: dict[str, bytes] = {}
        count = 0
        read = means.shelf.read if means.shelf else {}
        most = trials = means.asked.limits.fix_trials
        while count < self._left:
            trial = _Trial(turn, means, read, made, result.path)
            wanted = [one for one in result.diagnostics if one.rule in selected and self._may(one)]
            found = chosen(result, wanted[: self._left - count], trial.attempt, trials)
            trials -= found.trials
            if found.found:
                made = trial.edited(found.edits)
                result, count = found.result, count + len(found.found)
            if not found.whole and not self._quiet:
                far = beyond("fix-trials", most)
                say_aside(f"{say(self._lang, 'trials', path=result.path, beyond=far)}\n")
            if not (found.found and found.whole):
                break
        return result, made, count

    def _may(self, one: Diagnostic) -> bool:
        return one.fix is not None and (one.fix.safe or self._unsafe)

    def _written(self, shelf: Shelf, made: dict[str, bytes]) -> bool:
        """Put every changed file in place; whether that went well."""
        for name, data in made.items():
            if name == self._passed:
                shelf.made[name] = data
                continue
            try:
                replacing.replace(name, shelf.read[name], data)
            except replacing.ChangedError:
                self._complain("changed", name)
            except OSError as error:
                self._complain("not-written", name, why=system(error, self._lang))
        return not self.failed

    def _complain(self, key: str, name: str, **values: object) -> None:
        self.failed = True
        complain(self._lang, say(self._lang, key, path=name, **values))

    def _shown(self, shelf: Shelf, made: dict[str, bytes]) -> None:
        """Show the difference of each file."""
        for name in sorted(made):
            say_out(_diff(name, shelf.read[name], made[name]))

    def _told(self, before: Result, count: int, tried: int, unsafe: int) -> None:
        """Say how much was done, what was tried in vain, and what was left for a person to confirm."""
        for line in () if self._quiet else self._summary(before, count, tried, unsafe):
            self._says = True
            say_aside(f"{line}\n")

    def ended(self) -> None:
        """Say that there was nothing to be fixed, where nothing else was said of it."""
        if self._read and not (self._says or self.failed or self._quiet):
            say_aside(f"{say(self._lang, 'none')}\n")

    def _summary(self, before: Result, count: int, tried: int, unsafe: int) -> Iterator[str]:
        lang, path = self._lang, before.path
        places = [edit.place.path or path for edit in _edits(before)]
        for name in dict.fromkeys(places or [path]):
            if not fixes.can_edit(name):
                yield say(lang, "not-editable", path=name)
        if count:
            yield say(lang, "would-fix" if self._diff else "fixed", path=path, count=count)
        if not all(map(fixes.can_edit, places)):
            return
        if tried:
            yield say(lang, "not-made", path=path, count=tried)
        if unsafe:
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
        return found[0].result if len(found) == 1 and found[0].rules is not None else None

    def edited(self, edits: Sequence[Edit]) -> dict[str, bytes]:
        """The bytes of all changed files; raise ``UneditableError``."""
        grouped: dict[str, list[Edit]] = {}
        for edit in edits:
            grouped.setdefault(edit.place.path or self.path, []).append(edit)
        made = dict(self.made)
        for name, own in grouped.items():
            made[name] = fixes.edited(name, made.get(name, self.read[name]), own)
        return made


def _found(examined: Iterable[Examined]) -> Result | None:
    """The result of an input that is one report in which something was found."""
    results = [one.result for one in examined if one.result and one.rules is not None]
    return results[0] if len(results) == 1 and results[0].diagnostics else None


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
    """What the settings ask for; raise ``UsageError`` where standard input is not fixed by itself."""
    if asked.passes and len(paths) > 1:
        raise UsageError(say.phrase("standard-input"))
    return Fixer(
        asked.lang,
        unsafe=asked.unsafe_fixes,
        diff=asked.diff,
        most=asked.max_fixes,
        quiet=asked.quiet,
        passed=asked.name(files.STDIN) if asked.passes else "",
    )
