"""The examples of a rule, as its pack gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from msgspec import Struct

from jslint.phrases import Family
from jslint.rules.ground import options

if TYPE_CHECKING:
    from collections.abc import Callable

    from jslint.tree import Node

said = Family("packs").phrase


class Example(Struct, frozen=True):
    """A small report that a rule complains of (``bad``) or not; it must quote each of ``finds``.

    ``line`` is where the pack declares it, ``previous`` last year's report beside it, ``against``
    another statement of the same year, both empty where the rule needs none; ``units`` are the reports
    of its units, where it is a department's.
    """

    text: str
    bad: bool
    finds: tuple[str, ...] = ()
    line: int = 0
    previous: str = ""
    against: str = ""
    units: tuple[str, ...] = ()


def _report(node: Node) -> str:
    """The text of a report, which is not nothing."""
    value = options.text(node)
    if not value.strip():
        raise options.OptionError(said("example-not-empty"), node)
    return value


def examples(node: Node) -> tuple[Example, ...]:
    """Read a list of examples; raise ``OptionError`` where one is not well formed."""
    read: dict[str, Callable[[Node], object]] = {
        "bad": _report,
        "good": _report,
        "finds": options.texts,
        "previous": options.text,
        "against": options.text,
        "units": options.texts,
    }
    found = []
    for item in options.items(node):
        values = options.mapping(item, read)
        text = values.get("bad", values.get("good"))
        if text is None or len(values.keys() & {"bad", "good"}) != 1:
            raise options.OptionError(said("example-either-bad"), item)
        if "finds" in values and "bad" not in values:
            raise options.OptionError(said("only-bad-example"), item)
        finds = cast("tuple[str, ...]", values.get("finds", ()))
        previous, against = (str(values.get(key, "")) for key in ("previous", "against"))
        units = cast("tuple[str, ...]", values.get("units", ()))
        found.append(
            Example(str(text), "bad" in values, finds, item.line, previous, against, units)
        )
    return tuple(found)
