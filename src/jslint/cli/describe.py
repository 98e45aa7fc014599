"""jslint rules list: the rules, and which of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint import pack
from jslint.cli import proven, rulebook
from jslint.cli.words import say
from jslint.errors import UsageError
from jslint.phrases import Family
from jslint.rules import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jslint.pack import RuleSet
    from jslint.rules.ground.entry import Entry

_HEADERS = ("id", "severity", "rule", "kind", "pack", "stability")
_tell = Family("rulebook")


class Filters(Struct, frozen=True):
    """Which rules to list; each filter that is given must be met, by one of its values.

    Of ``words`` each must occur, in whatever a pack says of a rule.
    """

    kinds: tuple[str, ...] = ()
    severities: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def admit(self, entry: Entry) -> bool:
        """Whether a rule is to be listed."""
        families = rulebook.prefixes(self.families)
        said = (entry.id, entry.name, entry.title, entry.reason, entry.basis)
        text = "\n".join((*said, *entry.english.values(), *entry.messages.values())).casefold()
        return (
            (not self.kinds or entry.kind in self.kinds)
            and (not self.severities or entry.severity.value in self.severities)
            and (not families or entry.id.upper().startswith(families))
            and all(word.casefold() in text for word in self.words)
        )


def ruleset(packs: tuple[str, ...]) -> RuleSet:
    """The rules of the named packs, or of all shipped ones."""
    return pack.load(packs or tuple(info.name for info in pack.available()))


def require_kinds(kinds: Iterable[str], lang: str) -> None:
    """Raise ``UsageError`` for a kind that does not exist."""
    for kind in kinds:
        if kind not in KINDS:
            close = near(kind, KINDS, lang) or say(lang, "all-kinds")
            raise UsageError(say(lang, "no-kind", name=kind, near=close))


def listing(packs: tuple[str, ...], output_format: str, filters: Filters, lang: str) -> str:
    """The rules that pass the filters, as a table or as JSON; raise ``UsageError``."""
    require_kinds(filters.kinds, lang)
    loaded = (rule.entry for rule in ruleset(packs).rules)
    entries = sorted(filter(filters.admit, loaded), key=lambda entry: entry.id)
    if output_format == "json":
        from jslint.formatters.jsontext import dumps  # noqa: PLC0415 - only this format needs it

        return dumps([described(entry, lang) for entry in entries])
    # tabulate takes 50 ms to load, which the other commands of this module need not pay.
    from jslint.cli.table import draw  # noqa: PLC0415

    rows = [
        (
            entry.id,
            entry.severity.value,
            entry.called(lang),
            entry.kind,
            Path(entry.path).stem,
            proven.stability(entry),
        )
        for entry in entries
    ]
    headers = tuple(_tell(lang, f"list-{name}") for name in _HEADERS)
    return f"{draw(rows, headers)}\n\n{_tell(lang, 'list-count', count=len(rows))}\n"


def near(name: str, known: Iterable[str], lang: str) -> str:
    """The names that are like the one that does not exist; empty where none is."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for the error

    close = get_close_matches(name, tuple(known), n=3)
    return say(lang, "near-rules", names=tuple(close)) if close else ""


def described(entry: Entry, lang: str) -> dict[str, object]:
    """What a pack says of a rule, for programs; ``stability`` is empty for a rule of the user's own."""
    return {
        "rule": entry.id,
        "name": entry.name,
        "title": entry.called(lang),
        "severity": entry.severity.value,
        "stability": proven.stability(entry),
        "kind": entry.kind,
        "reason": entry.told(lang, "reason"),
        "basis": entry.told(lang, "basis"),
        "pack": Path(entry.path).stem,
        "path": entry.path,
        "line": entry.line,
    }
