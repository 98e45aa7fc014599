"""jslint check --watch: check again whenever something changes that was looked at."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from jslint.cli import files
from jslint.cli.paths import seen
from jslint.cli.streams import complain, say_aside
from jslint.cli.words import say
from jslint.errors import JslintError, UsageError
from jslint.harmful import clean
from jslint.phrases import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jslint.cli.settings import Settings

#: So many changed files are named.
_FEW = 3
#: An editor writes a file in several steps; what changes within this time (in ms) is one change.
_PAUSE = 300
_INTERRUPTED = 130
#: What configurations, packs, manifests and structured reports end in.
_SAYING = (".yaml", ".yml", ".json", ".toml")


def watch(asked: Settings, anew: Callable[[], Settings], check: Callable[[Settings], int]) -> int:
    """Check, and again after each change, until the user interrupts; the status of the last check.

    ``anew`` is what is asked for after a change, which may be one of a configuration. Raise
    ``UsageError`` where the library that watches is not installed.
    """
    if files.STDIN in asked.paths:
        raise UsageError(say(asked.lang, "watch-stdin"))
    try:
        from watchfiles import watch as changes  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise UsageError(say(asked.lang, "no-watchfiles")) from error
    status = _once(asked.lang, lambda: check(asked))
    if status == _INTERRUPTED:  # in the midst of the check: nobody waits for changes
        return status
    tops = _tops(asked)
    outputs = {os.path.realpath(path) for path in _outputs(asked)}
    try:
        say_aside(f"jslint: {say(asked.lang, 'watching', count=len(tops))}\n")
        for several in changes(*tops, debounce=_PAUSE, raise_interrupt=True):
            changed = sorted(_plain(path) for _, path in several)
            changed = [path for path in changed if _concerns(path, asked, outputs)]
            if changed:
                named = listed(asked.lang, changed[:_FEW])
                more = "…" if len(changed) > _FEW else ""
                say_aside(f"\njslint: {clean(say(asked.lang, 'changed', paths=named + more))}\n")
                status = _once(asked.lang, lambda: check(anew()))
                if status == _INTERRUPTED:
                    break
    except KeyboardInterrupt:
        pass
    return status


def _once(lang: str, check: Callable[[], int]) -> int:
    """One check; what stops it may be mended while it is watched."""
    try:
        return check()
    except JslintError as error:
        complain(lang, error.told(lang))
        return 2


def _tops(asked: Settings) -> list[str]:
    """The folders to watch: a file that is written anew is another, in the same folder."""
    given = [*asked.paths, *(pack for pack in asked.packs if pack.endswith((".yaml", ".yml")))]
    given += [path for path in (asked.previous, asked.config.path, *asked.against) if path]
    found = {path if os.path.isdir(path) else os.path.dirname(path) or "." for path in given}
    return sorted(path for path in found if os.path.isdir(path))


def _concerns(path: str, asked: Settings, outputs: Iterable[str]) -> bool:
    """Whether a change of a file may change the results: not that of an output, or beside them."""
    if os.path.realpath(path) in outputs or os.path.basename(path).startswith((".jslint.", "~$")):
        return os.path.basename(path) == ".jslint.yaml"
    if os.path.basename(path).startswith(".jslint") or path.endswith(_SAYING):
        return True
    named = {os.path.realpath(one) for one in asked.paths if not os.path.isdir(one)}
    folders = [os.path.realpath(one) for one in asked.paths if os.path.isdir(one)]
    whole = os.path.realpath(path)
    others = [os.path.realpath(one) for one in (asked.previous, *asked.against) if one]
    below = [os.path.join(folder, "") for folder in (*folders, *others)]
    return whole in named or whole in others or whole.startswith(tuple(below))


def _outputs(asked: Settings) -> list[str]:
    return [path for path in (asked.output, *(one.path for one in asked.wanted.files)) if path]


def _plain(path: str) -> str:
    """A path as seen from the current folder where that is shorter."""
    near = seen(path)
    return near if len(near) < len(path) else path
