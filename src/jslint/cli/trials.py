"""jslint rules test: the examples of packs as tests, and what they leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.authoring import book, trial
from jslint.cli import books
from jslint.cli.streams import say_lines
from jslint.phrases import Family, clauses, mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.authoring.book import Book
    from jslint.authoring.trial import Trial
    from jslint.limits import Limits

say = Family("rulebook")


def test(
    names: tuple[str, ...],
    lang: str,
    limits: Limits,
    *,
    verbose: bool,
    coverage: bool,
) -> int:
    """Run the examples of the named packs and print what became of them; 1 where one failed."""
    opened = books.opened(names, limits)
    done = [
        one for each in opened for one in trial.trials(each.rules, each.ruleset.quantities, lang)
    ]
    lines = [_line(one, lang) for one in done if verbose or not one.passed]
    lines.append(_summary(opened, done, lang))
    if coverage:
        lines += list(_coverage(opened, lang)) or [say(lang, "trial-complete")]
    say_lines(lines)
    return int(not all(one.passed for one in done))


def _line(one: Trial, lang: str) -> str:
    """``pack.yaml:12: FAILED TXT101 bad example 1: expected …, reported …``."""
    entry, example = one.rule.entry, one.example
    state = say(lang, "trial-passed" if one.passed else "trial-failed")
    sort = say(lang, "trial-bad" if example.bad else "trial-good")
    what = f"{entry.path}:{example.line}: {state} {entry.id} {sort} {one.number}"
    return (
        what
        if one.passed
        else f"{what}: {_wanted(one, lang)}{mark(lang, 'comma')}{_got(one, lang)}"
    )


def _wanted(one: Trial, lang: str) -> str:
    if not one.example.bad:
        return say(lang, "trial-silence")
    words = say(lang, "trial-join-words").join(one.example.finds)
    return say(lang, "trial-expected", words=words) if words else say(lang, "trial-any")


def _got(one: Trial, lang: str) -> str:
    if not one.found:
        return say(lang, "trial-nothing")
    found = (say(lang, "trial-one", excerpt=it.excerpt, message=it.message) for it in one.found)
    return say(lang, "trial-found", found=clauses(lang, found))


def _summary(opened: tuple[Book, ...], done: list[Trial], lang: str) -> str:
    if not done:
        return say(lang, "trial-none")
    passed = sum(one.passed for one in done)
    return say(
        lang,
        "trial-counts",
        rules=sum(len(each.rules) for each in opened),
        examples=len(done),
        passed=passed,
        failed=len(done) - passed,
    )


def _coverage(opened: tuple[Book, ...], lang: str) -> Iterator[str]:
    """A line for each rule without a good or a bad example and each quantity that none uses."""
    rulesets = books.all_rulesets(opened)
    for each in opened:
        path = each.pack.path
        known = book.used_upon(each, rulesets)
        for rule, bad in trial.lacking(each.rules):
            yield say(
                lang,
                "trial-lacking",
                place=f"{path}:{rule.entry.line}",
                rule=rule.entry.id,
                sort=say(lang, "trial-bad" if bad else "trial-good"),
            )
        for quantity in each.quantities:
            if quantity.name not in known:
                line = book.quantity_node(each.root, quantity.name).line
                yield say(
                    lang,
                    "trial-unused",
                    place=f"{path}:{line}",
                    name=quantity.name,
                    label=quantity.label,
                )
