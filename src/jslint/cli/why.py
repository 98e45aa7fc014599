"""jslint why: all that a report states of a figure, and what each relation that binds it comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jslint import account as accounts
from jslint import engine, pack
from jslint.cli import check, rulebook, whereabouts
from jslint.cli.asking import asked_for
from jslint.cli.opening import opened
from jslint.cli.streams import say_lines, say_out
from jslint.errors import UsageError
from jslint.formatters.computations import computation, label
from jslint.formatters.places import location, where
from jslint.phrases import Family, clauses, listed
from jslint.relation import Kind
from jslint.rules.ground.context import Context

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jslint.account import Judged, Stand
    from jslint.diagnostic import Result, Seen
    from jslint.document import Key
    from jslint.rules.ground.entry import Entry

say = Family("why")

#: More figures than this are listed, not explained one by one.
_MOST = 5


class Book(Struct, frozen=True):
    """A report's result with all relations of its figures, and what its rules are called."""

    result: Result
    context: Context
    stand: Stand
    entries: Mapping[str, Entry]
    lang: str


def why(path: str, place: str, output_format: str, options: Mapping[str, object]) -> int:
    """Print the account of the figures that are meant; the exit status."""
    asked = asked_for({**options, "paths": (path,)})
    lang = asked.lang
    report = opened(path, lang)
    if report is None:
        return 1
    ruleset = pack.load(rulebook.chosen(asked.nearest.at(path).packs, report))
    context = Context(report, ruleset.quantities)
    previous, others = check.beside(asked, report)
    result = engine.lint(report, ruleset, lang, previous, beside=others)
    entries = {rule.entry.id: rule.entry for rule in ruleset.rules}
    book = Book(result, context, accounts.stand(result.account), entries, lang)
    found = whereabouts.asked(result.account, place.removeprefix(f"{path}:"))
    if not found:
        raise UsageError(_missing(book, place))
    if output_format == "json":
        from jslint.formatters.jsontext import dumps  # noqa: PLC0415 - only this format needs it

        figures = [_members(book, one) for one in found]
        say_out(dumps({"version": 1, "path": path, "place": place, "figures": figures}))
    else:
        say_lines(_lines(book, found))
    return 0


def _missing(book: Book, place: str) -> str:
    """Why no figure is meant, and which are near."""
    figures = book.result.account.figures
    close = [
        say(book.lang, "one", text=one.text, place=where("", one.place).removeprefix(":"))
        for one in whereabouts.near(figures, place)
    ]
    near = say(book.lang, "near" if close else "how", names=listed(book.lang, close))
    stands = whereabouts.no_figure(book.context, place)
    if stands is None:
        return say(book.lang, "none", place=place, near=near)
    words, what = stands
    return say(book.lang, what, place=place, words=words, near=near)


def _lines(book: Book, found: Sequence[Seen]) -> Iterator[str]:
    if len(found) > _MOST:
        for one in found:
            yield f"{_head(book, one)}{'：' if book.lang == 'zh' else ': '}{_state(book, one)}"
        yield ""
        yield say(book.lang, "many", count=len(found), path=book.result.path)
        return
    for number, one in enumerate(found):
        if number:
            yield ""
        yield from _whole(book, one)


def _head(book: Book, one: Seen) -> str:
    place = where(book.result.path, one.place)
    name = label(book.lang, one, book.result.account)
    return say(book.lang, "figure", place=place, text=one.text, name=name).rstrip()


def _state(book: Book, one: Seen) -> str:
    if not one.checked:
        return say(book.lang, "unchecked", reason=one.reason)
    return say(book.lang, "checked", count=len(book.stand.of(one.place)))


def _whole(book: Book, one: Seen) -> Iterator[str]:
    """A figure with everything that is known of it."""
    yield _head(book, one)
    if one.section:
        yield "  " + say(book.lang, "section", section=one.section)
    yield "  " + say(book.lang, "state", state=_state(book, one))
    stated = _statements(book, one)
    if stated:
        yield "  " + say(book.lang, "statements")
        yield from (f"    {_head(book, other)}" for other in stated)
    judged = book.stand.of(one.place)
    if judged:
        yield "  " + say(book.lang, "relations")
    for each in judged:
        yield f"    {computation(book.lang, each, book.result.account, book.stand)}"
        yield f"      {_rules(book, each)}"
        yield from (f"      {message}" for message in each.messages)


def _rules(book: Book, judged: Judged) -> str:
    named = (f"{rule} {book.entries[rule].called(book.lang)}" for rule in judged.rules)
    return clauses(book.lang, named)


def _statements(book: Book, one: Seen) -> list[Seen]:
    """The other figures that state the same quantity: by the packs, or because they must be equal."""
    keys: dict[Key, None] = {one.place.key: None}
    for name, statements in book.context.facts.items():
        keyed = name in book.context.keyed
        own = {each.key for each in statements if each.place.key == one.place.key}
        if own:
            alike = (each for each in statements if not keyed or each.key in own)
            keys.update(dict.fromkeys(each.place.key for each in alike))
    queue = list(keys)
    for key in queue:
        for number in book.stand.numbers.get(key, ()):
            judged = book.stand.judged[number]
            if judged.relation and judged.relation.kind is Kind.EQUALITY:
                new = [place.key for place in judged.places if place.key not in keys]
                keys.update(dict.fromkeys(new))
                queue += new
    others = (book.stand.seen.get(key) for key in keys if key != one.place.key)
    return sorted((other for other in others if other), key=lambda other: other.place.order)


def _members(book: Book, one: Seen) -> dict[str, object]:
    account = book.result.account
    return {
        **_brief(book, one),
        "section": one.section,
        "table": account.tables[one.table].title if one.table is not None else "",
        "row": one.row,
        "column": one.column,
        "understood": one.understood,
        "checked": one.checked,
        "reason": one.reason,
        "statements": [_brief(book, other) for other in _statements(book, one)],
        "relations": [_relation(book, judged) for judged in book.stand.of(one.place)],
    }


def _brief(book: Book, one: Seen) -> dict[str, object]:
    return {
        "path": one.place.path or book.result.path,
        "location": location(one.place),
        "text": one.text,
        "name": label(book.lang, one, book.result.account),
    }


def _relation(book: Book, judged: Judged) -> dict[str, object]:
    relation = judged.relation
    operands = relation.operands if relation else ()
    seen = book.stand.seen
    return {
        "kind": relation.kind.value if relation else "",
        "fit": judged.fit.value,
        "rules": list(judged.rules),
        "computation": computation(book.lang, judged, book.result.account, book.stand),
        "messages": list(judged.messages),
        "given": [
            {"text": "".join(one.figure.text.split()), "weight": one.weight}
            for one in (relation.given if relation else ())
        ],
        "operands": [
            {
                "path": operand.place.path or book.result.path,
                "location": location(operand.place),
                "text": "".join(operand.figure.text.split()),
                "name": seen[operand.place.key].of if operand.place.key in seen else "",
                "weight": operand.weight,
                "role": operand.role.value,
            }
            for operand in operands
        ],
    }
