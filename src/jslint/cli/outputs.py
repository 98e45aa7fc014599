"""Where the results of a run go: standard output and files, none of which is anybody's work."""

from __future__ import annotations

import os
from itertools import chain
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from jslint import formatters, keeping
from jslint.cli import files, finding, many, own, pages, site, wanted
from jslint.cli.streams import say_aside, say_out, stamp
from jslint.cli.words import say
from jslint.diagnostic import Severity
from jslint.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from jslint.cli.kept import Kept
    from jslint.cli.live import Live
    from jslint.cli.previous import Library
    from jslint.cli.settings import Settings
    from jslint.cli.wanted import Output
    from jslint.run import Run


def _files(asked: Settings) -> Iterator[Output]:
    return (one for one in asked.outputs if one.path)


def inputs(paths: tuple[str, ...], asked: Settings) -> tuple[str, ...]:
    """The inputs without what jslint wrote itself, where only a folder brought it among them.

    Where it is asked for, manifests take the places of what they name.
    """
    if asked.wanted.with_manifest:
        from jslint.cli.whole import with_manifests  # noqa: PLC0415 - for gates

        paths = with_manifests(paths, asked.limits, asked.lang)
    ours = [one.path for one in _files(asked) if os.path.exists(one.path)]
    return tuple(path for path in paths if path in asked.paths or not _is_own(path, ours))


def _is_own(path: str, outputs: Sequence[str]) -> bool:
    if not path.lower().endswith(tuple(wanted.ENDINGS)):
        return False
    is_output = any(os.path.exists(path) and os.path.samefile(path, one) for one in outputs)
    # Of what another run wrote only that is left out which says so itself.
    return own.is_ours(path) if is_output else own.is_signed(path)


def excluded(
    asked: Settings, otherwise: Callable[[str], tuple[str, str]], path: str
) -> tuple[str, str]:
    """Why a path in a folder is passed over: as what jslint wrote, or ``otherwise``."""
    ours = [one.path for one in _files(asked) if os.path.exists(one.path)]
    if os.path.isfile(path) and _is_own(path, ours):
        return "own-output", ""
    return otherwise(path)


def named(
    paths: tuple[str, ...], sought: tuple[str, ...], inputs: tuple[str, ...]
) -> tuple[str, ...]:
    """The inputs as formats name them: all files that were read, without those left out."""
    return inputs if paths == sought else paths


def require(asked: Settings, paths: Sequence[str]) -> None:
    """Refuse, before any work, an output that must not be written; raise ``UsageError``."""
    seen: set[str] = set()
    read = _read(asked, paths) if any(_files(asked)) else ()
    for one in asked.outputs:
        if pages.asked_for(one.format, one.path):
            pages.require(one.path, asked.lang)
            continue
        if not one.path:
            if one.format in formatters.BINARY:
                raise UsageError(say(asked.lang, "needs-file", format=one.format))
            continue
        files.require_writable(one.path, read, asked.lang)
        wanted.require_fitting(one, asked.lang)
        whole = os.path.realpath(one.path)
        if whole in seen:
            raise UsageError(say(asked.lang, "same-output", path=one.path))
        seen.add(whole)
        own.require(one.path, asked.lang, force=asked.wanted.force)


def _read(asked: Settings, paths: Sequence[str]) -> tuple[str, ...]:
    """Every file that a run reads: the inputs, what manifests name, and what options name."""
    held = (name for path in paths for name in finding.members(path, asked.limits))
    named = (asked.baseline, asked.previous, asked.config.path, *asked.against, *asked.packs)
    return (*paths, *held, *(one for one in named if one))


def jobs(items: Sequence[tuple[str, ...]], asked: Settings) -> int:
    """How many processes a run takes; standard input is read by this one, fixes are counted."""
    if asked.fix or asked.diff or any(files.STDIN in item for item in items):
        return 1
    return many.jobs(asked.wanted.jobs or asked.config.jobs, len(items))


def kept(
    asked: Settings, library: Library | None, pairs: Mapping[str, tuple[str, ...]]
) -> Kept | None:
    """The results of other runs; None where they are not wanted."""
    # Reports are too large to keep.
    if asked.wanted.no_cache or asked.whole or not keeping.keeps_results():
        return None
    from jslint.cli.kept import Kept  # noqa: PLC0415 - not for every run

    return Kept(asked, library, pairs)


def views(asked: Settings) -> dict[str, Any]:
    """What formatters are told of how to show a run."""
    return {
        "date": stamp() if asked.whole else "",
        "summary": asked.wanted.summary,
        "statistics": asked.wanted.statistics,
        "sort": asked.wanted.sort,
        "site": site.address(),
    }


def write(asked: Settings, run: Run, claims: str, live: Live) -> None:
    """Write a run to every output."""
    run = live.whole(run)
    for one in asked.outputs:
        if pages.asked_for(one.format, one.path):
            pages.write(one, run, force=asked.wanted.force)
        elif one.path:
            shown = run if one == asked.outputs[0] else replace(run, color=False)
            before = claims if one.format == "text" else ""
            first = [before.encode("utf-8", "backslashreplace")]
            data = own.Noted(chain(first, formatters.encoded(one.format, shown)))
            files.write(one.path, data, asked.lang)
            own.remember(one.path, data)
        elif asked.diff:
            continue  # the differences have been printed
        elif not live.finish(run):
            painted = run.color and one.format == "text"
            say_it = say_aside if asked.passes else say_out
            say_it(claims if one.format == "text" else "")
            for block in formatters.blocks(one.format, run):
                say_it(block, painted=painted)


def status(run: Run, asked: Settings) -> int:
    """The exit status of a run that read all its inputs."""
    return reached({one: run.count(one) for one in Severity}, asked)


def reached(counts: Mapping[Severity, int], asked: Settings) -> int:
    """The exit status by how many diagnostics there are of each severity."""
    most = asked.wanted.max_warnings
    if most is not None and counts[Severity.WARNING] > most:
        return 1
    if asked.fail_on == "never":
        return 0
    rank = Severity(asked.fail_on).rank
    return int(any(one.rank >= rank and counts[one] for one in Severity))
