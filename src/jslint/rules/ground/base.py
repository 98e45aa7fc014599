"""What every rule is: an entry of a pack, options read once, and a check that yields outcomes."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct
from msgspec.structs import replace

from jslint.diagnostic import Diagnostic, Outcome, Related, Severity, Unchecked
from jslint.edits import Fix
from jslint.phrases import Message
from jslint.rules.ground import conditions, options, words
from jslint.rules.ground.entry import UNSAFE
from jslint.tree import Scalar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Self

    from jslint.diagnostic import Broken
    from jslint.document import Place, Section
    from jslint.edits import Edit
    from jslint.facts import Quantity
    from jslint.group.model import Share
    from jslint.phrases import Told
    from jslint.relation import Relation
    from jslint.rules.ground.context import Context
    from jslint.rules.ground.entry import Entry
    from jslint.tree import Node


class Rule(Struct, frozen=True, kw_only=True):
    """One rule: what must hold, and what to say where it does not.

    ``OPTIONS`` maps each option of the kind to the function that reads its node (and raises
    ``OptionError``); the dataclass fields of the same names (``-`` read as ``_``) hold the values, and
    a field without a default is a required option. ``VALUES`` are what a message may quote;
    ``QUANTITIES`` the fields that name quantities, which some pack of the set must declare, and
    ``FORMULAS`` those that hold formulas over them.
    ``MOST`` is how many diagnostics the kind gives one by one; where there are more (in a form that
    was never filled in, say), one speaks for all. 0 is no limit. ``OF_SEVERAL`` says that the kind compares
    reports of a run, so that one by itself has nothing to check. ``BESIDES`` says that the kind only
    adds to the others: what one of them says of the same figures, it does not say again.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {}
    VALUES: ClassVar[frozenset[str]] = frozenset()
    QUANTITIES: ClassVar[tuple[str, ...]] = ()
    FORMULAS: ClassVar[tuple[str, ...]] = ()
    MOST: ClassVar[int] = 0
    OF_SEVERAL: ClassVar[bool] = False
    BESIDES: ClassVar[bool] = False

    entry: Entry

    @abstractmethod
    def check(self, context: Context) -> Iterator[Outcome]:
        """Yield what became of each place that the rule looks at.

        A ``Diagnostic`` where it is broken, ``Holds`` where it is kept, ``Unchecked`` where it
        could not be applied; a rule that yields nothing is reported as one with nothing to check.
        """

    def shares(self, context: Context) -> Iterator[Share]:  # noqa: ARG002 - of kinds that have any
        """What a rule over several reports sums up of this one."""
        return iter(())

    def settle(self, known: Mapping[str, Quantity]) -> Self:
        """The rule with every quantity that it names found among the known ones.

        Raises ``OptionError`` where it names one that is not known.
        """
        named = {field: _named(getattr(self, field), known) for field in self.QUANTITIES}
        stated = {
            field: tuple(conditions.settled(one, known) for one in getattr(self, field))
            for field in self.FORMULAS
        }
        return replace(self, **named, **stated) if named or stated else self

    def named_quantities(self) -> frozenset[str]:
        """The quantities that the rule's options name, formulas apart."""
        return frozenset(name for field in self.QUANTITIES for name in _flat(getattr(self, field)))

    def used_quantities(self) -> frozenset[str]:
        """All quantities that a settled rule looks at."""
        stated = (one for field in self.FORMULAS for one in getattr(self, field))
        return self.named_quantities() | {name.name for one in stated for name in one.names}

    def unchecked(
        self,
        reason: str,
        place: Place | None = None,
        *,
        what: str = "",
        **values: object,
    ) -> Unchecked[Told]:
        """Say why the rule was not applied (see ``words.reason``), at a place or at all."""
        said = words.reason(reason, "".join(what.split()), **values)
        return Unchecked(self.entry.id, said, place)

    def diagnose(
        self,
        place: Place,
        *,
        path: tuple[Section, ...] = (),
        severity: Severity | None = None,
        excerpt: str = "",
        expected: Told = "",
        actual: str = "",
        related: tuple[Related[Told], ...] = (),
        figures: tuple[Place, ...] = (),
        asks: Relation | None = None,
        wording: str = "",
        edits: tuple[Edit, ...] = (),
        **values: object,
    ) -> Broken:
        """The diagnostic of this rule for one place; ``path`` are the sections it stands in.

        ``asks`` is what must hold between figures, where that is what is broken.

        ``wording`` names one of the program's own (the family ``outcomes``), for what the pack's message
        does not fit: a rate on no base, say, has no value that it should have. ``edits`` put what
        should stand there in its place, where the rule's entry lets them.
        """
        entry = self.entry
        quoted = {"excerpt": excerpt, "expected": expected, "actual": actual, **values}
        own = Message(tuple(entry.messages.items()), tuple(quoted.items()))
        return Diagnostic(
            rule=entry.id,
            name=entry.name,
            severity=severity or entry.severity,
            message=words.outcome.phrase(wording, **quoted) if wording else own,
            place=place,
            section=section_label(path),
            excerpt=excerpt,
            expected=expected,
            actual=actual,
            related=related,
            figures=figures or (asks.places if asks else ()),
            relation=asks,
            fix=Fix(entry.fix != UNSAFE, edits) if entry.fix and edits else None,
        )


def _named(names: object, known: Mapping[str, Quantity]) -> object:
    """The names of the quantities that an option calls by name or label."""
    if isinstance(names, tuple):
        return tuple(_named(name, known) for name in names)
    assert isinstance(names, str)
    if names in known:
        return str(names)
    node = names.node if isinstance(names, options.Called) else Scalar(0, 0, value=names)
    return conditions.called(names, known, node).name


def _flat(names: object) -> Iterator[str]:
    if isinstance(names, str):
        yield names
    elif isinstance(names, tuple):
        for name in names:
            yield from _flat(name)


def section_label(path: tuple[Section, ...]) -> str:
    """The headings from the second level down, as a reader would cite them."""
    named = [
        section.heading.value for section in path if section.heading.value and section.level > 0
    ]
    return " / ".join(named[1:] if len(named) > 1 else named)
