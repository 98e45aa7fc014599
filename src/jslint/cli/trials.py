"""jslint rules test: the examples of packs as tests, and what they leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.authoring import book, trial
from jslint.cli import books
from jslint.cli.streams import say_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jslint.authoring.book import Book
    from jslint.authoring.trial import Trial

WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "passed": "通过",
        "failed": "未通过",
        "bad": "反例",
        "good": "正例",
        "expected": "应报告“{words}”",
        "join-words": "”“",
        "any": "应当报告",
        "silence": "不应报告",
        "nothing": "实际没有报告",
        "found": "实际报告：{found}",
        "one": "“{excerpt}” {message}",
        "join": "；",
        "then": "，",
        "counts": "{rules} 条规则，{examples} 个例子：通过 {passed} 个，未通过 {failed} 个",
        "none": "没有例子可以运行",
        "lacking": "{place}: {rule} 没有{sort}",
        "unused": "{place}: 没有规则使用量 {name}（{label}）",
        "complete": "每条规则都有正例和反例，每个量都有规则使用",
    },
    "en": {
        "passed": "passed",
        "failed": "FAILED",
        "bad": "bad example",
        "good": "good example",
        "expected": "expected a report of “{words}”",
        "join-words": "”, “",
        "any": "expected a report",
        "silence": "expected no report",
        "nothing": "nothing was reported",
        "found": "reported: {found}",
        "one": "“{excerpt}” {message}",
        "join": "; ",
        "then": ", ",
        "counts": "rules: {rules}, examples: {examples}, passed: {passed}, failed: {failed}",
        "none": "no examples to run",
        "lacking": "{place}: {rule} has no {sort}",
        "unused": "{place}: no rule uses the quantity {name} ({label})",
        "complete": "every rule has a good and a bad example, every quantity is used by a rule",
    },
}


def test(names: tuple[str, ...], lang: str, *, verbose: bool, coverage: bool) -> int:
    """Run the examples of the named packs and print what became of them; 1 where one failed."""
    opened = books.opened(names)
    done = [
        one for each in opened for one in trial.trials(each.rules, each.ruleset.quantities, lang)
    ]
    lines = [_line(one, lang) for one in done if verbose or not one.passed]
    lines.append(_summary(opened, done, lang))
    if coverage:
        lines += list(_coverage(opened, lang)) or [WORDS[lang]["complete"]]
    say_lines(lines)
    return int(not all(one.passed for one in done))


def _line(one: Trial, lang: str) -> str:
    """``pack.yaml:12: FAILED TXT101 bad example 1: expected …, reported …``."""
    words, entry, example = WORDS[lang], one.rule.entry, one.example
    state = words["passed" if one.passed else "failed"]
    sort = words["bad" if example.bad else "good"]
    what = f"{entry.path}:{example.line}: {state} {entry.id} {sort} {one.number}"
    return what if one.passed else f"{what}: {_wanted(one, lang)}{words['then']}{_got(one, lang)}"


def _wanted(one: Trial, lang: str) -> str:
    if not one.example.bad:
        return WORDS[lang]["silence"]
    words = WORDS[lang]["join-words"].join(one.example.finds)
    return WORDS[lang]["expected"].format(words=words) if words else WORDS[lang]["any"]


def _got(one: Trial, lang: str) -> str:
    words = WORDS[lang]
    if not one.found:
        return words["nothing"]
    found = (words["one"].format(excerpt=it.excerpt, message=it.message) for it in one.found)
    return words["found"].format(found=words["join"].join(found))


def _summary(opened: tuple[Book, ...], done: list[Trial], lang: str) -> str:
    if not done:
        return WORDS[lang]["none"]
    passed = sum(one.passed for one in done)
    return WORDS[lang]["counts"].format(
        rules=sum(len(each.rules) for each in opened),
        examples=len(done),
        passed=passed,
        failed=len(done) - passed,
    )


def _coverage(opened: tuple[Book, ...], lang: str) -> Iterator[str]:
    """A line for each rule without a good or a bad example and each quantity that none uses."""
    words = WORDS[lang]
    rulesets = books.all_rulesets(opened)
    for each in opened:
        path = each.pack.path
        known = book.used_upon(each, rulesets)
        for rule, bad in trial.lacking(each.rules):
            yield words["lacking"].format(
                place=f"{path}:{rule.entry.line}",
                rule=rule.entry.id,
                sort=words["bad" if bad else "good"],
            )
        for quantity in each.quantities:
            if quantity.name not in known:
                line = book.quantity_node(each.root, quantity.name).line
                yield words["unused"].format(
                    place=f"{path}:{line}", name=quantity.name, label=quantity.label
                )
