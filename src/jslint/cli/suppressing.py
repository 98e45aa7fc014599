"""The suppressions of a report: those in it, and those of the file beside it; and their rules."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint import readers, regular
from jslint.cli import renamed, rulebook
from jslint.cli.words import say, system
from jslint.diagnostic import Severity
from jslint.phrases import Family
from jslint.rules.ground.entry import Entry
from jslint.suppress import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from jslint.cli.config import Here
    from jslint.cli.findings import Findings
    from jslint.cli.settings import Settings
    from jslint.diagnostic import Diagnostic, Result
    from jslint.document import Report
    from jslint.pack import RuleSet
    from jslint.suppress.suppression import Suppression

#: The file of suppressions beside a report.
NAME = ".jslint-ignore.yaml"
_MOST = 1 << 20


def today() -> date:
    """The day on which a suppression is still good or no more."""
    from datetime import date  # noqa: PLC0415 - only for reports with suppressions

    return date.today()  # noqa: DTZ011 - the user's own day


def apply(result: Result, report: Report, ruleset: RuleSet, asked: Settings, here: Here) -> Result:
    """The result with what is suppressed set apart; the remarks on suppressions are rules as others."""
    found = list(map(_today, (*_inside(report, asked.lang), *_beside(result, asked))))
    if not found:
        return result
    from jslint.suppress import applying  # noqa: PLC0415 - only for reports with suppressions

    groups = tuple(asked.nearest.groups())
    terms = applying.Terms(
        today(),
        frozenset(rule.entry.id for rule in ruleset.rules),
        lambda: rulebook.known(groups, asked.limits) - wording.RULES.keys(),
        asked.lang,
    )
    whole = applying.apply(result, found, terms)
    return replace(whole, diagnostics=tuple(_wanted(whole.diagnostics, here)))


def _today(one: Suppression) -> Suppression:
    """A suppression by the names that its rules have today."""
    rules = tuple(new for old in one.rules for new in renamed.current(old))
    return one if rules == one.rules else replace(one, rules=rules)


def _wanted(found: Iterable[Diagnostic], here: Here) -> Iterator[Diagnostic]:
    """What was found, the remarks on suppressions as any rule is selected and graded."""
    for one in found:
        if one.rule not in wording.RULES:
            yield one
        elif rulebook.is_used(
            one.rule, here.select, here.ignore, here.severity, here.extend_select
        ):
            severity = rulebook.graded(here.severity, one.rule) or one.severity
            yield replace(one, severity=Severity(severity))


def _inside(report: Report, lang: str) -> Iterator[Suppression]:
    """The suppressions that the report itself holds."""
    if report.asides:
        from jslint.suppress.suppression import of_aside  # noqa: PLC0415 - few reports have any

        yield from (of_aside(aside, lang) for aside in report.asides)


def _beside(result: Result, asked: Settings) -> Iterator[Suppression]:
    """The entries for a report, or for the files that it was joined from, of the files beside them."""
    folders: dict[str, set[str]] = {}
    for path in _files(result):
        folders.setdefault(os.path.dirname(path), set()).add(os.path.basename(path))
    for folder, names in folders.items():
        file = os.path.join(folder, NAME).replace(os.sep, "/")
        if not os.path.lexists(file):
            continue
        from jslint.suppress import ignorefile  # noqa: PLC0415 - few folders have such a file

        if _leads_out(file):
            why = wording.say(asked.lang, "elsewhere")
            yield ignorefile.unreadable(file, why, asked.lang)
            continue
        try:
            source = regular.read(file, _MOST).decode("utf-8-sig")
        except (OSError, ValueError) as error:
            yield ignorefile.unreadable(file, _why(error, asked.lang), asked.lang)
            continue
        yield from ignorefile.entries(
            source, file, names, asked.lang, asked.limits, alone=_is_alone(folder, names)
        )


def _leads_out(file: str) -> bool:
    """Whether a file is a link to one outside its folder, which nothing is to be quoted of."""
    folder = os.path.realpath(os.path.dirname(file) or os.curdir)
    return os.path.islink(file) and not os.path.realpath(file).startswith(os.path.join(folder, ""))


def _why(error: OSError | ValueError, lang: str) -> str:
    """Why a file could not be read, in the language."""
    if isinstance(error, regular.LargeError):
        return Family("limits")(lang, "config-size")
    if isinstance(error, UnicodeError):
        return say(lang, "config-encoding")
    irregular = isinstance(error, regular.IrregularError)
    return say(lang, "not-regular") if irregular else system(error, lang)


def _files(result: Result) -> dict[str, None]:
    """The files that a report stands in."""
    places = (
        *(one.place for one in result.diagnostics),
        *(one.place for one in result.account.figures),
        *(one.place for one in result.account.tables),
    )
    return {result.path: None, **dict.fromkeys(place.path for place in places if place.path)}


def _is_alone(folder: str, own: set[str]) -> bool:
    """Whether a folder holds no file beside a report's own that may be a report."""
    try:
        return own.issuperset(reports(folder))
    except OSError:
        return False


def reports(folder: str) -> list[str]:
    """The names of the files in a folder that may be reports; a suppression may be meant for any."""
    return sorted(
        name
        for name in os.listdir(folder or os.curdir)
        if not name.startswith((".", "~$")) and readers.suffix_of(name) in readers.READERS
    )


def entries(found: Findings) -> dict[str, Entry]:
    """The rules of a run as formats show them, those about suppressions where one was reported."""
    return found.entries | {
        rule: Entry(
            id=rule,
            name=name,
            title=wording.title("zh", rule),
            english={"title": wording.title("en", rule)},
            severity=Severity.WARNING,
            messages={},
        )
        for rule, name in wording.RULES.items()
        if rule in found.broken
    }
