"""What became of inputs as the rows of the tables, and back."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from jslint.archive import columns
from jslint.diagnostic import Account, Diagnostic, Result, Severity
from jslint.digests import digest
from jslint.rules.ground.entry import Entry
from jslint.run import Failure
from jslint.shipped import is_shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    Row = dict[str, Any]

#: The languages of messages, each with its column.
_LANGUAGES = ("zh", "en")
#: What packs say of a rule in English too.
_TOLD = ("title", "reason", "basis")
_NAME = 32


def _plain(value: object) -> Any:
    """A record as mappings, lists, texts and numbers; what a column lacks is not looked at."""
    return msgspec.to_builtins(value)


def findings(result: Result) -> list[Row]:
    """The rows of all that was found in a report."""
    # What a rule asks of figures is told by its message; a relation is no table.
    bare = (replace(one, relation=None, figures=(), sentence=None) for one in result.diagnostics)
    return [
        {"report": result.path, "number": number, **_plain(one)}
        for number, one in enumerate(bare, 1)
    ]


def account(result: Result, files: Sequence[str], rule_set: str) -> Row:
    """The row of a report that was read."""
    severities = Counter(one.severity for one in result.diagnostics)
    return {
        "report": result.path,
        "files": list(files),
        "body": result.body,
        "year": result.year,
        "kind": result.kind,
        "form": result.form,
        "packs": list(result.packs),
        "blank": result.blank,
        "errors": severities[Severity.ERROR],
        "warnings": severities[Severity.WARNING],
        "infos": severities[Severity.INFO],
        "suppressed": len(result.suppressed),
        "figures": len(result.account.figures),
        "checked": sum(figure.checked for figure in result.account.figures),
        "rules": result.rules,
        "rule_set": rule_set,
        "account": _plain(result.account.figures),
        "tables": _plain(result.account.tables),
        "unread": [{"place": _plain(place), "reason": reason} for place, reason in result.unread],
        "unchecked": _plain(result.unchecked),
        "shares": [_share(one) for one in _plain(result.shares)],
    }


def _share(share: Row) -> Row:
    """A share whose parts have an order, so that the same share is the same bytes."""
    return {**share, "parts": sorted(map(list, share["parts"]))}


def failed(failure: Failure, files: Sequence[str], *, passing: bool = False) -> Row:
    """The row of an input that could not be read or checked."""
    return {
        "report": failure.path,
        "files": list(files),
        "reason": failure.reason,
        "remedy": failure.remedy,
        "trace": failure.trace,
        "passing": passing,
    }


def rule_set(entries: Iterable[Entry]) -> str:
    """What a set of rules is called, by all that is said of them."""
    said = msgspec.json.encode(rules("", entries))
    return digest(said).hexdigest()[:_NAME]


def rules(rule_set: str, entries: Iterable[Entry]) -> list[Row]:
    """The rows of a set of rules; a shipped pack lies elsewhere on each machine."""
    return [
        {
            "rule_set": rule_set,
            **_plain(replace(one, samples=None, messages={}, english={})),
            **{f"message_{lang}": one.messages.get(lang) for lang in _LANGUAGES},
            **{f"{what}_en": one.english.get(what) for what in _TOLD},
            "path": "" if is_shipped(one.path) else one.path,
        }
        for one in entries
    ]


def entry(row: Row) -> Entry:
    """A rule of its row."""
    said = {lang: row[f"message_{lang}"] for lang in _LANGUAGES if row[f"message_{lang}"]}
    english = {what: row[f"{what}_en"] for what in _TOLD if row[f"{what}_en"]}
    fields = _read(columns.RULES, row)
    return Entry(
        messages=said,
        english=english,
        **{name: fields[name] for name in Entry.__struct_fields__ if name in fields},
    )


def failure(row: Row) -> Failure:
    """A failure of its row."""
    fields = _read(columns.FAILURES, row)
    return Failure(fields["report"], fields["reason"], fields["remedy"], fields["trace"])


def results(accounts: Iterable[Row], diagnostics: Iterable[Row]) -> Iterator[tuple[Result, Row]]:
    """Each report of one part with its row, with all that was found in it."""
    found: dict[str, list[Row]] = {}
    for row in diagnostics:
        found.setdefault(row["report"], []).append(row)
    for row in accounts:
        several = sorted(found.get(row["report"], ()), key=lambda one: int(one["number"]))
        yield _result(row, tuple(map(_diagnostic, several))), row


def _result(row: Row, diagnostics: tuple[Diagnostic, ...]) -> Result:
    fields = _read(columns.ACCOUNTS, row)
    return Result(
        path=fields["report"],
        diagnostics=diagnostics,
        unchecked=fields["unchecked"],
        account=Account(fields["account"], fields["tables"]),
        rules=fields["rules"],
        unread=tuple((one.place, one.reason) for one in fields["unread"]),
        packs=fields["packs"],
        form=fields["form"],
        blank=fields["blank"],
        body=fields["body"],
        year=fields["year"],
        kind=fields["kind"],
        shares=fields["shares"],
    )


def _diagnostic(row: Row) -> Diagnostic:
    fields = _read(columns.FINDINGS, row)
    return Diagnostic(
        **{name: fields[name] for name in Diagnostic.__struct_fields__ if name in fields}
    )


def _read(kinds: Mapping[str, columns.Kind], row: Row) -> dict[str, Any]:
    return {name: columns.read(kind, row[name]) for name, kind in kinds.items()}
