"""What a run shows while it goes on: text as each report is done, how far it is, and its times."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint import stopwatch
from jslint.cli.streams import progress, say_aside, say_out, wipe
from jslint.cli.words import say
from jslint.formatters import text
from jslint.harmful import clean, sealed
from jslint.run import Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from jslint.cli.examining import Examined
    from jslint.cli.findings import Findings
    from jslint.cli.kept import Kept
    from jslint.cli.settings import Settings
    from jslint.run import Run
    from jslint.stopwatch import Stopwatch

_MINUTE = 60
#: Before so many inputs are done nobody knows how long the others take.
_KNOWN = 3
_HUNDREDTHS = 100
_SLOWEST = 5
_DEAREST = 10


class Live:
    """Takes what becomes of the inputs, in order, and shows what can be shown of it by now."""

    def __init__(
        self,
        asked: Settings,
        found: Findings,
        gathered: Callable[[Findings], Run],
        required: Callable[..., None],
    ) -> None:
        """Nothing is shown yet; ``gathered`` gives the run as far as it is.

        ``required`` refuses what was asked for wrongly, before anything is shown.
        """
        self.asked = asked
        self._found = found
        self._gathered = gathered
        self._required = required
        self._names: Sequence[str] = ()
        self._reached = 0
        self._since = time.monotonic()
        self._shown = False  # whether anything was printed, so that what follows stands apart
        self._jobs = 1
        self._told_times: list[str] = []
        self._times: list[tuple[int, str]] = []
        self._watches: list[Stopwatch] = []
        wanted = asked.wanted
        self._flows = (
            asked.output_format == "text"
            and not asked.output
            and not asked.diff
            and not (asked.show_claims or wanted.summary or wanted.statistics)
            and wanted.sort == "place"
        )

    def begin(self, names: Sequence[str], jobs: int) -> None:
        """So many inputs are to be examined, by so many processes."""
        self._names, self._jobs = names, jobs
        if names:
            progress(0, len(names), names[0])

    def show(self, done: int, several: Sequence[Examined]) -> None:
        """Take what became of the next input; ``done`` are those examined by now."""
        self._reached += 1
        for one in several:
            self._times.append((one.took, self._names[self._reached - 1]))
            self._watches += [one.times] if one.times else []
            self._found.add(one.result, one.failure, one.rules, one.claims, one.sources)
            if one.remark and not self.asked.quiet:
                self._aside(one.remark)
            if self._flows and one.result is not None and one.result.diagnostics:
                if not self._shown and self._found.linted:
                    self._required(self._found, self.asked, over=False)
                run = replace(self._gathered(self._found), results=(one.result,))
                self._out(text.beginning(run), painted=run.color)
        total = len(self._names)
        if self._reached < total:
            left = time_left(self.asked.lang, done, total, self._since)
            progress(done, total, self._names[self._reached], left)

    def _out(self, shown: str, *, painted: bool) -> None:
        wipe(len(self._names))
        apart = "\n" if self._shown else ""
        self._shown = True
        say = say_aside if self.asked.passes else say_out
        say(apart + sealed(shown.rstrip("\n"), painted=painted) + "\n", painted=painted)

    def _aside(self, said: str) -> None:
        wipe(len(self._names))
        say_aside(said)

    def end(self, kept: Kept | None) -> None:
        """All inputs are examined."""
        wipe(len(self._names))
        if kept:
            kept.tidy()
        if self.asked.wanted.timing:
            self._told_times = list(self._timing(kept.used if kept else 0))

    def _timing(self, used: int) -> Iterator[str]:
        """How long the run took, and the reports that took longest."""
        lang = self.asked.lang
        whole = int((time.monotonic() - self._since) * _HUNDREDTHS)
        counts = {"files": len(self._names), "jobs": self._jobs, "kept": used}
        yield say(lang, "timing", seconds=seconds(whole), **counts)
        for took, path in sorted(self._times, reverse=True)[:_SLOWEST]:
            if took:
                taken = seconds(took * _HUNDREDTHS // 1_000_000_000)
                yield say(lang, "slowest", seconds=taken, path=path)
        yield from _spent(lang, stopwatch.total(self._watches))

    def interrupted(self) -> None:
        """The user wants no more; each input that was not reached is a failure."""
        wipe(len(self._names))
        lang, left = self.asked.lang, self._names[self._reached :]
        say_aside(f"jslint: {say(lang, 'interrupted', done=self._reached, left=len(left))}\n")
        self._found.unreached = tuple(Failure(path, say(lang, "not-reached")) for path in left)

    def finish(self, run: Run) -> bool:
        """Print what is left of the text of a run; False where none of it was printed as it came."""
        if not self._flows:
            return False
        if left := text.ending(run):
            self._out(left, painted=run.color)
        return True

    def whole(self, run: Run) -> Run:
        """The run with the inputs that were not reached."""
        left = self._found.unreached
        return replace(run, failures=(*run.failures, *left)) if left else run

    def last(self) -> None:
        """Say what is said after all output."""
        say_aside("".join(f"{clean(line)}\n" for line in self._told_times))


def time_left(lang: str, done: int, total: int, since: float) -> str:
    """How much longer it takes, in words, if the others take as long as those before."""
    if done < _KNOWN:
        return ""
    left = int((time.monotonic() - since) * (total - done) / done) + 1
    long = left >= 2 * _MINUTE
    count, unit = (left // _MINUTE, "minutes") if long else (left, "seconds")
    return say(lang, "time-left", left=say(lang, unit, count=count))


def seconds(hundredths: int) -> str:
    """A time in seconds as it is printed."""
    return f"{hundredths // _HUNDREDTHS}.{hundredths % _HUNDREDTHS:02}"


def _spent(lang: str, whole: Stopwatch) -> Iterator[str]:
    """What the time went into: each step, and the rules that took most of it."""
    every = sum(whole.steps.values())
    steps = sorted(whole.steps.items(), key=_longest)
    rules = sorted(whole.rules.items(), key=_longest)[:_DEAREST]
    named = [(say(lang, f"step-{name}"), took) for name, took in steps]
    for title, rows in (("steps", named), ("dearest", rules)):
        if rows:
            yield say(lang, title)
        for name, took in rows:
            share = took * 100 // every
            yield say(lang, "step", millis=took // 1_000_000, share=share, name=name)


def _longest(row: tuple[str, int]) -> tuple[int, str]:
    name, took = row
    return -took, name
