"""group-sum: each figure of a department is the sum of its units'."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace

from jslint.group.model import Party
from jslint.ledger import plain
from jslint.phrases import Family
from jslint.rules.bench import grouped, shares
from jslint.rules.bench.shares import Transfers
from jslint.rules.ground import options
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import re2

    from jslint.diagnostic import Outcome
    from jslint.group.model import Share
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

said = Family("packs").phrase


def transfers(node: Node) -> Transfers:
    """What units pay each other: ``received`` and ``paid``, as many of each, and totals ``within``."""
    read: dict[str, Callable[[Node], object]] = {
        "received": options.patterns,
        "paid": options.patterns,
        "within": options.pattern,
    }
    found = Transfers(**options.mapping(node, read))  # type: ignore[arg-type]
    if len(found.received) != len(found.paid) or found.within is None:
        raise options.OptionError(
            said("received-and-paid"),
            node,
        )
    return found


def _name(context: Context) -> str:
    """Whose report it is; where it does not say so, its file."""
    return plain(context.report.meta.unit.value) or context.report.path


class GroupSum(Rule, frozen=True, kw_only=True):
    """Each figure of a department's report is the sum of its units', its own office among them.

    The figures are every amount in the ``tables`` whose titles the pattern finds, told by table (what its
    group ``at`` finds, else the title), row (its code, else its name) and column, and the first statement
    of each of the ``facts``. Rounding
    is no difference. A row with a code or a number that a unit does not print is 0 there; what a unit's
    report does not have otherwise is not compared. ``transfers`` are what units pay each other: as
    ``received`` and as ``paid``, rows or columns that a department takes away or leaves in, and the
    totals ``within`` which they are. What is left over names a unit that was left out or added twice.
    Checked by ``jslint summary``, which knows whose units they are; examples give ``units``.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "tables": options.pattern,
        "facts": options.quantities,
        "transfers": transfers,
    }
    VALUES: ClassVar[frozenset[str]] = grouped.VALUES
    QUANTITIES: ClassVar[tuple[str, ...]] = ("facts",)
    OF_SEVERAL: ClassVar[bool] = True

    tables: re2._Regexp | None = None
    facts: tuple[str, ...] = ()
    transfers: Transfers = Transfers()

    def shares(self, context: Context) -> Iterator[Share]:
        """What the report has of the figures that the rule sums up."""
        cells = shares.of_tables(context, self.tables, self.transfers)
        yield shares.joined(self.entry.id, (cells, shares.of_facts(context, self.facts)))

    def check(self, context: Context) -> Iterator[Outcome]:
        """Compare a department with the units that the context gives; without them, nothing."""
        if not context.units:
            return
        from jslint.group import findings  # noqa: PLC0415 - one report alone has no units

        parties = [
            Party(_name(one), one.report.path, tuple(self.shares(one)))
            for one in (context, *(replace(context, report=unit) for unit in context.units))
        ]
        outcome = findings.judge(parties[0], parties[1:])
        for found in outcome.findings:
            yield grouped.told(self.entry, found, parties[0], parties[1:])
