"""junit: XML as test runners write it, for services that show tests."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from jslint.diagnostic import Severity
from jslint.formatters.phrases import heading, notes, why
from jslint.formatters.places import where
from jslint.formatters.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from jslint.diagnostic import Diagnostic, Result
    from jslint.run import Failure, Run

#: What XML 1.0 cannot hold, not even escaped, and other control characters.
_ILLEGAL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(run: Run) -> str:
    """A test suite an input; in it a case for each diagnostic, and each rule kept or not applied."""
    suites = [_suite(result.path, _cases(run, result)) for result in run.results]
    suites += [_suite(failure.path, [_failure(run, failure)]) for failure in run.failures]
    whole = _counted("testsuites", "jslint", suites)
    ET.indent(whole)
    text = ET.tostring(whole, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suite(path: str, cases: Iterable[Element]) -> Element:
    return _counted("testsuite", path, list(cases))


def _counted(tag: str, name: str, inner: list[Element]) -> Element:
    """An element with the numbers of the test cases in it."""
    whole = _element(tag, name=name)
    whole.extend(inner)
    for count, counted in (
        ("tests", "testcase"),
        ("failures", "failure"),
        ("errors", "error"),
        ("skipped", "skipped"),
    ):
        whole.set(count, str(sum(1 for _ in whole.iter(counted))))
    return whole


def _cases(run: Run, result: Result) -> Iterator[Element]:
    """The cases of a report, and what of it could not be read."""
    for found in result.diagnostics:
        yield _diagnostic(run, result, found)
    seen = {found.rule for found in result.diagnostics}
    for rule in sorted({one.rule for one in result.holds} - seen):
        yield _case(result.path, heading(run, rule))
    seen |= {one.rule for one in result.holds}
    for one in sorted(result.unchecked, key=lambda one: one.rule):
        if one.rule not in seen:
            skipped = _element("skipped", message=one.reason)
            yield _case(result.path, heading(run, one.rule), skipped)
    unread = [
        f"{where(result.path, place)}: {say(run.lang, 'unread', what=what)}"
        for place, what in result.unread
    ]
    if unread:
        yield _element("system-err", "\n".join(unread))


def _diagnostic(run: Run, result: Result, found: Diagnostic) -> Element:
    """A case that failed; one that passed with a remark where the diagnostic is but an info."""
    place = where(result.path, found.place)
    name = f"{heading(run, found.rule)} ({place})"
    told = "\n".join((f"{place}: {found.message}", *notes(run, result, found)))
    if found.severity is Severity.INFO:
        return _case(result.path, name, _element("system-out", told))
    failure = _element("failure", told, message=found.message, type=found.severity.value)
    return _case(result.path, name, failure)


def _failure(run: Run, failure: Failure) -> Element:
    error = _element("error", message=why(run, failure), type="unreadable")
    return _case(failure.path, say(run.lang, "unreadable"), error)


def _case(path: str, name: str, *inner: Element) -> Element:
    case = _element("testcase", classname=path, name=name)
    case.extend(inner)
    return case


def _element(tag: str, text: str = "", **attributes: str) -> Element:
    legal = {name: _ILLEGAL.sub("", value) for name, value in attributes.items()}
    whole = ET.Element(tag, legal)
    whole.text = _ILLEGAL.sub("", text) or None
    return whole
