"""Last year's report beside this one: whether it belongs to it, what is compared, how to cite it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.diagnostic import Related
from jslint.ledger import plain
from jslint.phrases import Family
from jslint.rules.ground import options, words
from jslint.rules.ground.base import section_label

if TYPE_CHECKING:
    from decimal import Decimal

    from jslint.document import Report, Section
    from jslint.facts import Statement
    from jslint.figures.figure import Figure
    from jslint.figures.verdict import Quantum
    from jslint.rules.ground.context import Context
    from jslint.tree import Node


said = Family("packs").phrase


def pairs(node: Node) -> tuple[tuple[str, str], ...]:
    """A list of pairs of quantities: ``now`` of the report, ``then`` of the other one."""
    return tuple(_pair(item) for item in options.items(node))


def _pair(node: Node) -> tuple[str, str]:
    found = options.mapping(node, dict.fromkeys(("now", "then"), options.quantity))
    if len(found) != 2:  # noqa: PLR2004 - both or it is no pair
        raise options.OptionError(said("pair-needs-now"), node)
    return found["now"], found["then"]  # type: ignore[return-value]


def unmatched(report: Report, previous: Report | None) -> str:
    """Why a report cannot serve as last year's of another, in a word; empty if it can."""
    if previous is None:
        return "absent"
    now, then = report.meta, previous.meta
    names = [plain(meta.unit.value) for meta in (now, then)]
    if not all(names):
        return "unnamed"
    if names[0] != names[1]:
        return "other-body"
    if now.kind and then.kind and now.kind != then.kind:
        return "other-kind"
    return "" if now.year and then.year == now.year - 1 else "other-year"


def of(context: Context) -> Context | str:
    """Last year's report, ready to be looked at, or why there is none (a key of ``words.reason``)."""
    reason = unmatched(context.report, context.previous)
    return context.past if context.past and not reason else f"past-{reason}"


def quantum(context: Context, last: Context, then: Figure) -> Quantum:
    """The last place of each figure: that of last year's by the style of its own report."""

    def of_figure(figure: Figure) -> Decimal:
        return (last if figure is then else context).style.quantum(figure)

    return of_figure


def related(last: Context, statement: Statement) -> Related:
    """A place in last year's report, which names its file."""
    place = statement.place
    return Related(replace(place, path=place.path or last.report.path), statement.excerpt)


def source(statement: Statement) -> str:
    """Where a report states something, as a reader would cite it: 《table》, or 「section」."""
    if statement.source:
        return f"《{statement.source}》"
    return section(statement.path)


def section(path: tuple[Section, ...]) -> str:
    """The headings over something, as a reader would cite them; empty where there is none."""
    label = section_label(path)
    return f"「{label}」" if label else ""


def shown(figure: Figure) -> str:
    """A figure as printed, with its unit also where a table prints that but once, above."""
    text = words.printed(figure)
    return f"{text}{figure.unit.name}" if text[-1].isdigit() else text
