"""junit: XML as test runners write it, for services that show tests."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from jslint.diagnostic import Severity
from jslint.formatters.phrases import heading, notes
from jslint.formatters.places import where
from jslint.formatters.remarks import BLANK, of_one
from jslint.formatters.wording import say
from jslint.harmful import CLASS
from jslint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from jslint.diagnostic import Diagnostic, Result
    from jslint.run import Failure, Run

#: What is harmful, and what XML 1.0 cannot hold, not even escaped; white space is neither.
_ILLEGAL = regex(rf"(?![\t\n\r])[{CLASS}\ud800-\udfff\ufffe\uffff]")


_COUNTED = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}


def pieces(run: Run) -> Iterator[str]:
    """A test suite an input; in it a case for each diagnostic, and each rule kept or not applied."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    whole = _element("testsuites", name="jslint")
    counts: Counter[str] = Counter()
    suites = 0
    for suite in _suites(run):  # made twice: their numbers come before the first of them
        counts.update({name: int(suite.get(name, "0")) for name in _COUNTED})
        suites += 1
    for name in _COUNTED:
        whole.set(name, str(counts[name]))
    if not suites:
        yield f"{_text(whole)}\n"
        return
    yield f"{_text(whole).removesuffix(' />')}>\n"
    for suite in _suites(run):
        ET.indent(suite, level=1)
        yield f"  {_text(suite)}\n"
    yield "</testsuites>\n"


def _text(element: Element) -> str:
    return ET.tostring(element, "unicode").replace("\t", "&#9;").replace("\r", "&#13;")


def _suites(run: Run) -> Iterator[Element]:
    for result in run.results:
        yield _suite(run, result.path, _cases(run, result), result)
    for failure in run.failures:
        yield _suite(run, failure.path, [_failure(run, failure)])


def _suite(run: Run, path: str, cases: Iterable[Element], result: Result | None = None) -> Element:
    """A suite with the numbers of the cases in it."""
    whole = _element("testsuite", name=path)
    whole.extend([*_properties(run, result), *cases])
    for name, counted in _COUNTED.items():
        whole.set(name, str(sum(1 for _ in whole.iter(counted))))
    return whole


def _properties(run: Run, result: Result | None) -> Iterator[Element]:
    """The configuration, and how many figures of a report there are and were checked."""
    named = {"config": run.config} if run.config else {}
    if result and result.account.figures:
        checked = sum(figure.checked for figure in result.account.figures)
        named |= {"figures": str(len(result.account.figures)), "checked": str(checked)}
    if named:
        whole = _element("properties")
        whole.extend(_element("property", name=name, value=named[name]) for name in named)
        yield whole


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
    yield from _remarks(run, result)


def _remarks(run: Run, result: Result) -> Iterator[Element]:
    """What of a report was not read; where no figure was, that is a case of its own, skipped."""
    found = list(of_one(run, result))
    for remark in found:
        if remark.sort == BLANK:
            yield _case(result.path, remark.what, _element("skipped", message=remark.what))
    if found:
        told = (f"{where(one.path, one.place)}: {one.text}" for one in found)
        yield _element("system-err", "\n".join(told))


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
    error = _element("error", message=failure.why(run.lang), type="unreadable")
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
