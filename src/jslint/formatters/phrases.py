"""What several formats say alike of rules, of diagnostics, and of inputs that were not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.formatters.places import spot
from jslint.formatters.wording import say
from jslint.shipped import is_shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jslint.diagnostic import Diagnostic, Related, Result
    from jslint.document import Place
    from jslint.run import Run

#: A diagnostic names this many other places; a sum may have dozens of parts.
FEW = 4


def title(run: Run, rule: str) -> str:
    """The title of a rule; empty where no pack declares it, or none is written in the language."""
    entry = run.entries.get(rule)
    return entry.told(run.lang, "title") if entry else ""


def page(run: Run, rule: str) -> str:
    """Where a shipped rule is described on the site; empty where nobody said where that is."""
    entry = run.entries.get(rule)
    shipped = entry and (not entry.path or is_shipped(entry.path))
    return f"{run.site}/rules/{rule}.html" if run.site and shipped else ""


def heading(run: Run, rule: str) -> str:
    """``SUM101`` with its title, where it has one."""
    return f"{rule} {title(run, rule)}".rstrip()


def notes(run: Run, result: Result, found: Diagnostic) -> Iterator[str]:
    """What there is to say of a diagnostic besides its message, a line each."""
    if found.excerpt:
        yield say(run.lang, "excerpt") + joined(found.excerpt)
    yield from grounds(run, result, found)


def grounds(run: Run, result: Result, found: Diagnostic) -> Iterator[str]:
    """What ``based`` says, with the other places in words and their excerpts whole."""

    def cited(other: Related) -> tuple[str, str]:
        return stands(run, other.place) or result.path, joined(other.excerpt)

    yield from based(run, found, cited)


def based(
    run: Run, found: Diagnostic, cited: Callable[[Related], tuple[str, str]]
) -> Iterator[str]:
    """What should stand there, by what rule of the world, and the other places concerned.

    ``cited`` gives the place and the excerpt of each of those as the format writes them.
    """
    if found.expected:
        yield say(run.lang, "expected") + found.expected
    entry = run.entries.get(found.rule)
    basis = entry.told(run.lang, "basis") if entry else ""
    if basis:
        yield say(run.lang, "basis") + basis
    for other in found.related[:FEW]:
        place, excerpt = cited(other)
        yield say(run.lang, "related", where=place, excerpt=excerpt)
    if len(found.related) > FEW:
        yield say(run.lang, "more", count=len(found.related) - FEW)


def spoken(run: Run, place: Place) -> str:
    """The coordinates of a place in words: ``第3行第5列``; as they are where they are a cell's."""
    if place.line is not None:
        return say(run.lang, "at-line", line=place.line, column=place.column or 1)
    if place.page is not None:
        return say(run.lang, "at-page", page=place.page)
    if place.paragraph is not None and place.cell is None:
        return say(run.lang, "at-paragraph", paragraph=place.paragraph)
    return spot(place)


def stands(run: Run, place: Place) -> str:
    """The same, after the path where the place is in another file than its result."""
    return " ".join(filter(None, (place.path, spoken(run, place))))


def joined(excerpt: str) -> str:
    """Words that a soft break stands in, on one line."""
    return "".join(excerpt.split("\n"))
