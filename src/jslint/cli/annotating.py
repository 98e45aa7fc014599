"""jslint annotate: check, and write what is found into copies of the files, each with its own."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jslint.annotations import ANNOTATORS, annotated, telling
from jslint.annotations.errors import UnannotatedError
from jslint.annotations.model import Job
from jslint.annotations.words import say
from jslint.cli import check, files, finding, own, replacing
from jslint.cli.asking import asked_for
from jslint.cli.examining import Shelf
from jslint.cli.streams import complain, say_aside, say_lines
from jslint.cli.words import system
from jslint.errors import UsageError
from jslint.harmful import clean
from jslint.run import Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jslint.annotations.model import Note
    from jslint.cli.examining import Examined, Means, Turn
    from jslint.cli.settings import Settings

_FAILED = 2
_ANNOTATED = re.compile(r"(?s)(.*)(?:（批注(\d{0,6})）|-annotated(\d{0,6}))")


def annotate(options: Mapping[str, object]) -> int:
    """Annotate every input; the exit status."""
    given = dict(options)
    output, force = given.pop("output"), bool(given.pop("force"))
    # As for a page, the report itself is handed on; the positions are those of all changes accepted.
    asked = replace(asked_for(given), output_format="html", tracked="accepted")
    sought = finding.find(asked.paths, check.searching(asked))
    targets = Targets(asked.lang, str(output or ""), sought.inputs, force=force)
    targets.require()
    annotator = Annotator(asked, targets)
    found = check.examined(asked, sought, around=annotator.examined)
    for failure in found.failures:
        complain(asked.lang, failure.told(asked.lang))
    return _FAILED if found.failures or annotator.failed else 0


class Targets(Struct, frozen=True):
    """Where the copy of each file goes: beside it, into a folder, or to one file."""

    lang: str
    output: str
    inputs: tuple[str, ...]
    force: bool = False

    @property
    def _is_folder(self) -> bool:
        return self.output.endswith(("/", os.sep)) or os.path.isdir(self.output)

    def of(self, path: str) -> str:
        """Where the copy of a file goes."""
        if self.output and not self._is_folder:
            return self.output
        name = _named(self.lang, os.path.basename(path))
        if not self.output:
            return os.path.join(os.path.dirname(path), name)
        return os.path.join(self.output, self._below(path), name)

    def _below(self, path: str) -> str:
        """The folders that keep files of one name apart."""
        folders = [os.path.dirname(os.path.abspath(one)) for one in self.inputs]
        try:
            top = os.path.commonpath(folders)
            below = os.path.relpath(os.path.dirname(os.path.abspath(path)), top)
        except ValueError:  # on several drives
            return ""
        return "" if below.startswith(os.pardir) or below == os.curdir else below

    def require(self) -> None:
        """Refuse, before any work, what must not be written; raise ``UsageError``."""
        if files.STDIN in self.inputs:
            raise UsageError(say(self.lang, "standard-input"))
        noted = [path for path in self.inputs if _suffix(path) in ANNOTATORS]
        if self.output and not self._is_folder:
            self._require_one(noted)
        seen: set[str] = set()
        for path in noted:
            target = self.of(path)
            self.require_writable(path, target)
            whole = os.path.realpath(target)
            if whole in seen:
                raise UsageError(say(self.lang, "same-name", path=target))
            seen.add(whole)

    def _require_one(self, noted: Sequence[str]) -> None:
        """Refuse one output for several files, or for a file of another kind."""
        if len(noted) > 1:
            raise UsageError(say(self.lang, "several", count=len(noted)))
        files.require_writable(self.output, (), self.lang)
        wanted = _suffix(noted[0]) if noted else ""
        if noted and _suffix(self.output) != wanted:
            raise UsageError(say(self.lang, "other-ending", path=self.output, wanted=wanted))

    def require_writable(self, path: str, target: str) -> None:
        """Refuse to write over what is not jslint's, unless that was asked for."""
        if self.force or not os.path.lexists(target):
            return
        if any(_same(one, target) for one in (*self.inputs, path)):
            raise UsageError(say(self.lang, "is-input", path=target))
        if not own.is_ours(target):
            raise UsageError(say(self.lang, "taken-name", path=target))


def _suffix(path: str) -> str:
    return os.path.splitext(path)[1].lower()


def _named(lang: str, name: str) -> str:
    """What a copy with notes is called; a copy of a copy is counted."""
    stem, ending = os.path.splitext(name)
    again = _ANNOTATED.fullmatch(stem)
    if again is None:
        return f"{stem}{say(lang, 'suffix')}{ending}"
    number = int(again[2] or again[3] or "1") + 1
    return f"{again[1]}{say(lang, 'suffix-again', number=number)}{ending}"


def _same(one: str, other: str) -> bool:
    try:
        return os.path.samefile(one, other)
    except (OSError, ValueError):
        return False


class Annotator:
    """Annotates the files of one input after the other."""

    def __init__(self, asked: Settings, targets: Targets) -> None:
        """Begin without any."""
        self._asked, self._lang, self._targets = asked, asked.lang, targets
        self._done: set[str] = set()
        self.failed = False

    def examined(self, turn: Turn, means: Means) -> list[Examined]:
        """What comes of an input, its files annotated by the bytes that were checked."""
        shelf = Shelf({}, {})
        several = list(turn(replace(means, shelf=shelf)))
        for one in several:
            if one.result is not None and one.result.report is not None:
                self._report(one, shelf.read)
        slim = (one.result and replace(one.result, report=None) for one in several)
        return [replace(one, result=result) for one, result in zip(several, slim, strict=True)]

    def _report(self, one: Examined, read: Mapping[str, bytes]) -> None:
        """Annotate the files of a report."""
        assert one.result is not None
        entries = {entry.id: entry for entry in one.rules or ()}
        run = Run((one.result,), lang=self._lang, entries=entries)
        grouped: dict[str, list[Note]] = {name: [] for name in one.sources or [one.result.path]}
        for note in telling.notes(run, one.result):
            grouped.setdefault(note.place.path or one.result.path, []).append(note)
        for name, notes in grouped.items():
            told = tuple(self._elsewhere(grouped, name))
            # What is in no input is in a file beside them, such as one of suppressions.
            self._file(name, read.get(name, b""), Job(tuple(notes), self._lang, told))

    def _elsewhere(self, grouped: Mapping[str, Sequence[Note]], name: str) -> Iterator[str]:
        for other, notes in grouped.items():
            if other != name and notes:
                yield say(self._lang, "elsewhere", path=os.path.basename(other), count=len(notes))

    def _file(self, name: str, data: bytes, job: Job) -> None:
        """Write the copy of a file, if there is anything to write."""
        count = len(job.notes)
        try:
            made = annotated(name, data, job)
        except UnannotatedError as error:
            if not count:
                self._told("nothing", path=name)
                return
            why = say(self._lang, error.reason, **error.values)
            self._refuse(say(self._lang, "left", path=name, count=count, why=why))
            return
        target = self._targets.of(name)
        if made.data == data and (not count or _same(name, target)):
            stale = not count and not _same(name, target) and os.path.isfile(target)
            key = "stale" if stale else "current" if count else "nothing"
            self._told(key, path=name, output=target, count=count)
            return
        if self._may_write(name, target) and self._written(name, target, data, made.data):
            self._told("annotated" if count else "removed", path=name, output=target, count=count)
            for remark in made.remarks:
                say_aside(f"{clean(remark.replace('{path}', target))}\n")

    def _may_write(self, name: str, target: str) -> bool:
        """Whether a copy may be put in place: what a manifest names is not known before it is read."""
        try:
            self._targets.require_writable(name, target)
        except UsageError as error:
            return self._refuse(str(error))
        if _suffix(target) != _suffix(name):
            return self._refuse(say(self._lang, "other-ending", path=target, wanted=_suffix(name)))
        whole = os.path.realpath(target)
        if whole in self._done:
            return self._refuse(say(self._lang, "same-name", path=target))
        self._done.add(whole)
        return True

    def _written(self, name: str, target: str, old: bytes, new: bytes) -> bool:
        """Put a copy in place; whether that went well."""
        try:
            if _same(name, target):
                replacing.replace(target, old, new)
            else:
                os.makedirs(os.path.dirname(target) or os.curdir, exist_ok=True)
                files.write(target, new, self._lang)
        except replacing.ChangedError:
            return self._refuse(say(self._lang, "changed", path=target))
        except OSError as error:
            return self._refuse(
                say(self._lang, "not-written", path=target, why=system(error, self._lang))
            )
        except UsageError as error:
            return self._refuse(str(error))
        own.remember(target, new)
        return True

    def _refuse(self, why: str) -> bool:
        """Say why something was not written; False."""
        self.failed = True
        complain(self._lang, why)
        return False

    def _told(self, key: str, **values: object) -> None:
        if not self._asked.quiet:
            say_lines([say(self._lang, key, **values)])
