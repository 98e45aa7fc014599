"""The list of what was found: a card each, by severity, to be filtered and sorted."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from jslint.diagnostic import Severity
from jslint.formatters.phrases import FEW, joined, stands, title
from jslint.formatters.quotes import quotes
from jslint.formatters.webpage.ink import plain
from jslint.formatters.webpage.markup import tag, text
from jslint.formatters.webpage.said import called, family, say, severity
from jslint.formatters.webpage.top import body

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jslint.diagnostic import Diagnostic
    from jslint.formatters.quotes import Quote
    from jslint.formatters.webpage.book import Book, Note
    from jslint.formatters.webpage.gathered import Gathered

#: So many figures that a finding looked at are named.
_MOST = 8


def cards(book: Book, *, many: bool) -> Iterator[str]:
    """A report's findings in groups: by severity, those that have no place in it last."""
    groups = groupby(sorted(book.notes, key=_group), key=_group)
    for (placeless, rank), notes in groups:
        listed = list(notes)
        value = next(one for one in Severity if one.rank == -rank).value
        named = [say(book.run.lang, "placeless")] if placeless else []
        if many:
            named.append(body(book))
        named.append(severity(book.run.lang, value))
        yield tag(
            "section",
            tag("h3", plain(" · ".join(filter(None, named)))),
            tag("ol", "\n".join(_card(book, note) for note in listed)),
            kind="g",
        )


def _group(note: Note) -> tuple[bool, int]:
    return not note.target, -note.found.severity.rank


def _card(book: Book, note: Note) -> str:
    found, lang = note.found, book.run.lang
    name = title(book.run, found.rule) or found.name
    link = tag(
        "a",
        tag("b", str(note.number), kind="no"),
        tag("span", severity(lang, found.severity.value), kind="sv"),
        " ",
        tag("span", text(name), kind="name"),
        href=f"#{note.target}" if note.target else f"#n{note.number}",
    )
    return tag(
        "li",
        tag("h4", link, id=note.anchor),
        tag("dl", *_terms(book, note)),
        tag("p", *_meta(book, found), kind="meta"),
        kind=f"n {found.severity.value[0]}",
        id=f"n{note.number}",
        value=note.number,
        data_s=found.severity.value[0],
        data_f=found.rule,
        data_c=f"{book.index} {section_of(found)}",
    )


def section_of(found: Diagnostic) -> str:
    """The first of the headings that a finding stands under."""
    return found.section.split(" / ")[0]


def _terms(book: Book, note: Note) -> Iterator[str]:
    found, lang = note.found, book.run.lang
    if found.expected:
        maybe = found.cause is not None and not found.cause.suspects
        was, be = _apart(found.actual or joined(found.excerpt), found.expected)
        yield _term(say(lang, "printed"), was, "was")
        yield _term(say(lang, "maybe" if maybe else "expected"), be, "be")
    yield _term(say(lang, "told"), text(found.message), "calc")
    shown = "<br>\n".join(_quote(one) for one in quotes(book.run, book.result, found))
    if shown and not (note.target and book.report):
        yield _term(say(lang, "where"), tag("blockquote", shown), "at")
    concerned = list(_concerned(book, found))
    if concerned:
        yield _term(say(lang, "concerned"), " ".join(concerned), "also")


def _term(name: str, inside: str, kind: str) -> str:
    return tag("dt", text(name)) + tag("dd", inside, kind=kind)


def _apart(was: str, be: str) -> tuple[str, str]:
    """Two words with what differs between them set off."""
    most = min(len(was), len(be))
    head = next((n for n in range(most) if was[n] != be[n]), most)
    tail = next((n for n in range(most - head) if was[-1 - n] != be[-1 - n]), most - head)
    return _set_off(was, head, tail), _set_off(be, head, tail)


def _set_off(words: str, head: int, tail: int) -> str:
    end = len(words) - tail
    middle = words[head:end]
    if not middle or middle == words:
        return text(words)
    return f"{text(words[:head])}{tag('u', text(middle))}{text(words[end:])}"


def _concerned(book: Book, found: Diagnostic) -> Iterator[str]:
    """The other figures that a finding looked at, or what else it speaks of."""
    own = found.place.key
    keys = dict.fromkeys(place.key for place in found.figures if place.key != own)
    known = [book.figures[key] for key in keys if key in book.figures]
    for one in known[:_MOST]:
        label = tag("small", text(one.seen.of))
        yield tag("a", text(one.seen.text), label, href=f"#{one.id}")
    if len(known) > _MOST:
        yield tag("small", text(_more(book, len(known) - _MOST)))
    if not known:
        yield from _related(book, found)


def _related(book: Book, found: Diagnostic) -> Iterator[str]:
    for other in found.related[:FEW]:
        place = stands(book.run, other.place)
        yield tag("span", text(joined(other.excerpt)), " ", tag("small", text(place)))
    if len(found.related) > FEW:
        yield tag("small", text(_more(book, len(found.related) - FEW)))


def _more(book: Book, count: int) -> str:
    return say(book.run.lang, "other-places", count=count)


def _meta(book: Book, found: Diagnostic) -> Iterator[str]:
    lang = book.run.lang
    if found.section:
        yield tag("span", text(section_of(found)), kind="sec")
    place = stands(book.run, found.place)
    if place:
        yield tag("span", text(place), kind="place")
    if found.cause and found.cause.relations > 1:
        yield tag("span", text(say(lang, "broken", count=found.cause.relations)))
    yield rule_link(book, found.rule)
    for rule in found.also:
        yield rule_link(book, rule)


def rule_link(book: Book, rule: str) -> str:
    """A rule's id, leading to its reason; readers report some rules that no pack declares."""
    known = rule in book.run.entries
    return tag("a", text(rule), kind="rule", href=f"#{rule}") if known else tag("span", text(rule))


def _quote(quote: Quote) -> str:
    number = "" if quote.line is None else tag("span", str(quote.line), kind="line") + " "
    return f"{number}{text(quote.before)}{tag('u', text(quote.words))}{text(quote.after)}"


def filters(gathered: Gathered) -> str:
    """What the list is filtered by; shown where a script runs."""
    lang, many = gathered.run.lang, gathered.many
    boxes = [_box(lang, one, gathered.severities[one]) for one in Severity]
    families: list[tuple[str, str]] = [("", say(lang, "every-family"))]
    for name, group in groupby(sorted(gathered.rules), key=family):
        families.append((name, " ".join(dict.fromkeys((called(lang, name), name)))))
        families += [(rule, f"　{rule}") for rule in group]
    places = [("", say(lang, "every-section"))] + [
        (f"{index} {name}", " · ".join([str(index)] * many + [name or "–"]))
        for index, name in gathered.sections
    ]
    orders = [(one, say(lang, f"by-{one or 'severity'}")) for one in ("", "place", "rule")]
    legend = tag("legend", text(say(lang, "severity")), kind="vh")
    return tag(
        "form",
        tag("fieldset", legend, *filter(None, boxes)),
        tag(
            "div",
            _select("f", say(lang, "families"), families),
            _select("c", say(lang, "section"), places),
            _select("o", say(lang, "order"), orders),
        ),
        id="filter",
        hidden=True,
        aria_label=say(lang, "filter"),
    )


def _box(lang: str, one: Severity, count: int) -> str:
    if not count:
        return ""
    box = f'<input type="checkbox" name="s" value="{one.value[0]}" checked>'
    return tag("label", box, text(f"{severity(lang, one.value)} {count}"))


def _select(name: str, label: str, options: Iterable[tuple[str, str]]) -> str:
    listed = (tag("option", text(shown), value=value) for value, shown in options)
    return tag("label", tag("span", text(label), kind="vh"), tag("select", *listed, name=name))
