"""official-names: accounts of the tables bear the names of the official classification."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from jslint.claims.names import key
from jslint.diagnostic import Holds
from jslint.ledger import plain
from jslint.phrases import Family
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule
from jslint.tree import Mapping as MappingNode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jslint.diagnostic import Outcome
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

said = Family("packs").phrase


def names(node: Node) -> dict[str, str]:
    """A mapping of codes to names."""
    if not isinstance(node, MappingNode):
        raise options.OptionError(said("expected-mapping-codes"), node)
    return {code.value: options.text(name) for code, name in node.entries}


class OfficialNames(Rule, frozen=True, kw_only=True):
    """A code that the classification of the report's year knows stands beside that name.

    Codes that ``names`` does not hold are nothing to say: the list need not be complete. A rule for
    other ``years`` than the report's is not applied.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "names": names,
        "years": options.texts,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset({"code", "table"})

    names: dict[str, str]
    years: tuple[str, ...]

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare the coded lines of every table."""
        year = str(context.report.meta.year or "")
        if year not in self.years:
            yield self.unchecked("other-year", years="、".join(self.years), year=year or "?")
            return
        said: set[tuple[str, str]] = set()
        for ledger in context.ledgers:
            for line in ledger.lines:
                name = self.names.get(line.code)
                if name is None or not line.name or (line.code, line.name) in said:
                    continue
                said.add((line.code, line.name))
                if key(plain(name)) == key(line.name):
                    yield Holds(self.entry.id, ())
                else:
                    yield self.diagnose(
                        line.label.at(),
                        path=ledger.path,
                        excerpt=line.name,
                        expected=name,
                        actual=line.name,
                        code=line.code,
                        table=ledger.title,
                    )
