"""The quantities that a pack names, and where they are stated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.claims.model import ACTUAL, BUDGET, CHANGE, PRIOR
from jslint.facts import RATES, InTable, Quantity, Where
from jslint.figures.figure import UNITS, Dimension, fold
from jslint.pack.fields import entries, fields, filled
from jslint.pack.model import Addition
from jslint.phrases import Family
from jslint.rules.ground import options
from jslint.tree import Mapping as MappingNode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.tree import Node

said = Family("packs").phrase

#: What a figure of the narrative may measure; ``budget`` stands for a budget of any kind.
MEASURES = (
    *(ACTUAL, PRIOR, BUDGET),
    *(f"{BUDGET}:{kind}" for kind in ("年初", "全年", "调整")),
    *(CHANGE, *RATES),
)


def quantities(node: Node) -> Iterator[Quantity]:
    """Read the quantities that a pack declares."""
    for name, value in entries(node, said("a-facts")):
        if _adds(value):
            continue
        values = fields(
            value,
            ("label", "keyed", "stated"),
            ("label", "stated"),
            said("a-quantity", name=name.value),
        )
        stated = tuple(_where(item) for item in options.items(values["stated"]))
        keyed = "keyed" in values and options.flag(values["keyed"])
        yield Quantity(name.value, filled(values["label"]), stated, keyed)


def additions(node: Node) -> Iterator[Addition]:
    """Read the places that a pack adds to quantities of the packs that it extends."""
    for name, value in entries(node, said("a-facts")):
        if _adds(value):
            values = fields(value, ("also",), ("also",), said("a-more", name=name.value))
            yield Addition(name, tuple(_where(item) for item in options.items(values["also"])))


def _adds(node: Node) -> bool:
    return isinstance(node, MappingNode) and node.get("also") is not None


def _where(node: Node) -> Where | InTable:
    if isinstance(node, MappingNode) and node.get("table"):
        found = options.mapping(
            node,
            dict.fromkeys(("table", "row", "column", "above", "beneath"), options.pattern),
        )
        if "column" not in found:
            raise options.OptionError(said("statement-in-table"), node)
        return InTable(**found)
    found = options.mapping(
        node,
        {
            "section": options.pattern,
            "outside": options.pattern,
            "subject": options.pattern,
            "measure": options.choice(*MEASURES),
            "unit": _unit,
            "items": options.flag,
        },
    )
    if "subject" not in found and not found.get("items"):
        raise options.OptionError(
            said("statement-needs-subject"),
            node,
        )
    if found.get("measure") in RATES:
        found.setdefault("unit", "%")
    return Where(**found)  # type: ignore[arg-type]


def _unit(node: Node) -> str:
    """A printed unit by the name that figures know it by, or ``money`` for any amount."""
    name = fold(options.choice("money", *UNITS)(node))
    unit = UNITS.get(name)
    # The narrative prints an amount in whatever unit it likes, wherever it stands.
    return "money" if unit is None or unit.dimension is Dimension.AMOUNT else unit.name
