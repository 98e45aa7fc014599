"""jslint rules lint: what looks wrong about packs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint import formatters
from jslint.authoring import book
from jslint.authoring.review import review
from jslint.cli import books
from jslint.cli.streams import say_out
from jslint.diagnostic import Result
from jslint.run import Run

if TYPE_CHECKING:
    from jslint.limits import Limits


def lint(names: tuple[str, ...], output_format: str, lang: str, limits: Limits) -> int:
    """Review the named packs and print what was found; 1 where anything was."""
    opened = books.opened(names, limits)
    rulesets = books.all_rulesets(opened)
    results = tuple(
        Result(each.pack.path, review(each, book.used_upon(each, rulesets), lang))
        for each in opened
    )
    inputs = tuple(each.pack.path for each in opened)
    say_out(formatters.render(output_format, Run(results, inputs=inputs, lang=lang)))
    return int(any(result.diagnostics for result in results))
