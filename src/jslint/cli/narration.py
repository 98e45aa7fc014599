"""What --verbose says on standard error: what is passed over, and what each report is checked with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.cli.streams import remark
from jslint.phrases import Family, listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jslint.cli.finding import Found
    from jslint.cli.settings import Settings
    from jslint.diagnostic import Result

say = Family("files")


def narrate(found: Found, asked: Settings) -> None:
    """Say which files are passed over, and why."""
    from jslint.cli.reasons import explained  # noqa: PLC0415 - few runs are verbose

    for one in found.passed:
        why = explained(one, asked.lang)
        remark(asked.lang, say(asked.lang, "narrated-passed", path=one.path, why=why))


def narrate_results(results: Iterable[Result], asked: Settings) -> None:
    """Say what each report was checked with."""
    for result in results:
        config = asked.nearest.of(result.path).path or say(asked.lang, "narrated-none")
        packs = listed(asked.lang, result.packs) or say(asked.lang, "narrated-none")
        remark(
            asked.lang,
            say(asked.lang, "narrated-with", path=result.path, config=config, packs=packs),
        )
