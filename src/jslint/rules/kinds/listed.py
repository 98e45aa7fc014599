"""listed: a sentence that lists accounts names those rows of a table that hold an amount."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from jslint.claims.names import key
from jslint.diagnostic import Holds, Related
from jslint.figures.figure import fold
from jslint.patterns import regex
from jslint.phrases import Family
from jslint.rules.bench.grading import capped
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.diagnostic import Outcome
    from jslint.ledger import Ledger, Line
    from jslint.rules.ground.context import Context, Prose
    from jslint.tree import Node

say = Family("kinds")


class _Row(Struct, frozen=True):
    """A row of the table as the list sees it; ``state`` is ``amount``, ``zero`` or ``blank``."""

    line: Line
    ledger: Ledger
    state: str


class Listed(Rule, frozen=True, kw_only=True):
    """The names listed after ``opener`` are the rows of ``tables`` under ``codes`` with an amount.

    A name whose row is blank, and a row with an amount that is not named (unless the list ends in
    等), break the rule, and so does a name listed twice; a name whose row prints 0.00, and one that
    the table does not know, are info.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "section": options.pattern,
        "opener": options.pattern,
        "tables": options.pattern,
        "codes": options.texts,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset({"names", "problem", "table"})

    section: re2._Regexp
    opener: re2._Regexp
    tables: re2._Regexp
    codes: tuple[str, ...]

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare every such list."""
        rows = self._rows(context)
        for prose in context.prose:
            if prose.role != "body" or not any(
                self.section.finds(section.heading.value) for section in prose.path
            ):
                continue
            folded = fold(prose.text.value)
            match = self.opener.search(folded)
            if match is None:
                continue
            yield from self._twice(prose, match.end())
            if not any(row.state == "amount" for row in rows.values()):
                yield self.unchecked("no-table", prose.text.at())
                continue
            yield from self._compare(prose, match.end(), rows)

    def _twice(self, prose: Prose, start: int) -> Iterator[Outcome]:
        """Names that one list prints twice."""
        listed = _LIST.match(prose.text.value, start)
        names = [_plain(name) for name in _NAMES.split(listed[0])] if listed else []
        twice = [name for name in dict.fromkeys(names) if name and names.count(name) > 1]
        if listed and twice:
            yield self.diagnose(
                prose.text.at(listed.start(), listed.end()),
                path=prose.path,
                severity=capped(self.entry.severity, "said-twice"),
                excerpt="、".join(twice),
                names="、".join(twice),
                problem=say.phrase("listed-twice"),
                table="",
            )

    def _rows(self, context: Context) -> dict[str, _Row]:
        return {
            key(line.name): _Row(line, ledger, _state(ledger, line))
            for ledger in context.ledgers
            if self.tables.finds(ledger.title)
            for line in ledger.lines
            if len(line.code) == 5 and line.code.startswith(self.codes)  # noqa: PLR2004 - 款
        }

    def _compare(self, prose: Prose, start: int, rows: dict[str, _Row]) -> Iterator[Outcome]:
        value = prose.text.value
        listed = _LIST.match(value, start)
        if listed is None:
            return
        words = listed[0].strip().removesuffix("等")
        runs_on = value[listed.end() : listed.end() + 1].isdigit()
        open_ended = runs_on or listed[0].strip().endswith("等")
        names = [name.strip() for name in _NAMES.split(words) if name.strip()]
        names = names[:-1] if runs_on else names  # it is the next paragraph's, or ends in that
        keys = {key(fold("".join(name.split()))): name for name in names}
        place = prose.text.at(listed.start(), listed.end())
        known = {k: name for k, name in keys.items() if k in rows}
        findings = (
            (
                "blank",
                "",
                [n for k, n in known.items() if rows[k].state == "blank"],
            ),
            ("zero", "printed-zero", [n for k, n in known.items() if rows[k].state == "zero"]),
            ("unknown", "not-in-table", [n for k, n in keys.items() if k not in rows]),
            (
                "omitted",
                "perhaps-left-out" if open_ended else "left-out",
                [
                    row.line.name
                    for k, row in rows.items()
                    if row.state == "amount" and k not in keys
                ],
            ),
        )
        ledger = next(iter(rows.values())).ledger
        sound = True
        for problem, doubt, found in findings:
            if found:
                sound = False
                yield self.diagnose(
                    place,
                    path=prose.path,
                    severity=capped(self.entry.severity, doubt),
                    excerpt="、".join(found),
                    names="、".join(found),
                    problem=say.phrase(f"listed-{problem}"),
                    table=ledger.title,
                    related=tuple(
                        Related(row.line.label.at(), row.line.name)
                        for row in (rows.get(key(fold("".join(n.split())))) for n in found)
                        if row
                    ),
                )
        if sound:
            yield Holds(self.entry.id, (place,))


_LIST = regex(r"[^。；;:：\d]{2,800}")
_NAMES = regex(r"[、，,]")


def _plain(name: str) -> str:
    return "".join(name.split()).removesuffix("等")


def _state(ledger: Ledger, line: Line) -> str:
    figures = [ledger.figure(line, column) for column in ledger.columns]
    printed = [figure for figure in figures if figure is not None]
    if any(figure.value for figure in printed):
        return "amount"
    return "zero" if printed else "blank"
