"""What was known before: diagnostics by what they are about, not by where they stand.

An entry is keyed by body, year, section, the figure's address, rule and printed value, and by all
figures that the rule looked at. Moved lines do not matter; a figure that was changed and breaks a
rule is another entry, so no fault hides behind one that is known.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import astuple, replace

from jslint.addresses import bare, plain
from jslint.diagnostic import apart
from jslint.digests import blake2s
from jslint.headings import split_number
from jslint.patterns import regex
from jslint.run import Known

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from jslint.diagnostic import Diagnostic, Result, Stated

_NUMBERS = regex(r"\d[\d,.]*[%％‰]?")


def entry(result: Result, found: Diagnostic, stem: str) -> Known:
    """What a diagnostic is known by; ``stem`` stands for the body where the report names none."""
    address = found.address
    figure: tuple[str, ...] = ()
    if address is None:
        figure = next(((one.section, one.subject, one.measure) for one in found.ties), ())
        section = " / ".join(map(_unnumbered, found.section.split(" / ")))
        subject, measure, value = plain(found.excerpt), "", plain(found.actual)
        # What is no figure is told by its words and those of the other places.
        seen = [plain(other.excerpt) for other in found.related] + _NUMBERS.findall(found.message)
    else:
        section, subject, measure = address.section, address.subject, address.measure
        value = address.value
        seen = ["\0".join(astuple(tie)) for tie in found.ties]
    return Known(
        rule=found.rule,
        body=result.body or stem,
        year=result.year,
        section=section,
        subject=subject,
        measure=measure,
        value=value,
        mark=_digest(sorted(seen)),
        severity=found.severity,
        message=found.message,
        figure=figure,
    )


def entries(result: Result, stem: str) -> Iterator[Known]:
    """What the diagnostics of a result are known by, each that one stands for by itself."""
    for found in result.diagnostics:
        for one in apart(found):
            yield entry(result, one, stem)


def _unnumbered(heading: str) -> str:
    return bare(heading, split_number(heading)[0])


def is_kept(one: Known) -> bool:
    """Whether a baseline keeps an entry: of a report that could not be read, nothing is known."""
    return not one.rule.startswith("SYN")


def right(
    sought: frozenset[tuple[str, ...]], result: Result, stem: str
) -> frozenset[tuple[str, ...]]:
    """What a result finds right of what is sought, each as ``Known.about`` has it."""
    whose = result.body or stem, result.year
    return sought.intersection(
        (*whose, one.address.section, one.address.subject, one.address.measure, rule)
        for one in result.stated
        for rule in one.right
    )


def is_of_figures(one: Known) -> bool:
    """Whether a rule that computes found it, by a figure that somebody understood."""
    return bool(one.figure or (one.measure and one.mark != _NO_FIGURES))


def figure_of(one: Known) -> tuple[str, ...]:
    """What must be right where the entry is mended: as ``right`` tells it."""
    return (one.body, one.year, *one.figure, one.rule) if one.figure else one.about


def _words(one: Known) -> tuple[str, ...]:
    """The section and rule of what is told by its words: others there may be the same, changed."""
    return () if one.measure else (one.body, one.year, one.section, one.rule)


def _digest(words: Iterable[str]) -> str:
    joined = "\1".join(words).encode("utf-8", "surrogatepass")
    return blake2s(joined, digest_size=8).hexdigest()


#: The mark of what no rule computed.
_NO_FIGURES = _digest(())


def gathered(entries: Iterable[Known]) -> tuple[Known, ...]:
    """The entries in order, equal ones as one that counts them."""
    first: dict[tuple[str, ...], Known] = {}
    counts: Counter[tuple[str, ...]] = Counter()
    for one in filter(is_kept, entries):
        first.setdefault(one.key, one)
        counts[one.key] += one.count
    return tuple(replace(first[key], count=counts[key]) for key in sorted(first))


class Standing:
    """Tells the reports of a run apart from a baseline, one after the other.

    ``renamed`` has what rules that were merged or renamed are called today: an entry of such a one
    stands for what any of those finds.
    """

    def __init__(
        self, entries: Iterable[Known], renamed: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        """Nothing has been met yet."""
        self._renamed = renamed or {}
        self._entries = gathered(entries)
        self._left = Counter({one.key: one.count for one in self._entries})
        self._bodies: set[tuple[str, str]] = set()
        self._anew: set[tuple[str, ...]] = set()
        self._sought = frozenset(about for one in self._entries for about in self._today(one))
        self._right: set[tuple[str, ...]] = set()

    def sift(self, result: Result, stem: str) -> Result:
        """The result with those diagnostics set apart that the baseline knows."""
        self._bodies.add((result.body or stem, result.year))
        self._right |= right(self._sought, result, stem)
        for accepted in result.suppressed:
            self._meet(entry(result, accepted.diagnostic, stem))
        new: list[Diagnostic] = []
        known: list[Diagnostic] = []
        for found in result.diagnostics:
            pieces = apart(found)
            met = [self._meet(entry(result, one, stem)) for one in pieces]
            if not any(met):  # what is new as a whole is told as a whole
                new.append(found)
                continue
            for one, is_known in zip(pieces, met, strict=True):
                (known if is_known else new).append(one)
        return replace(result, diagnostics=tuple(new), known=tuple(known))

    def _meet(self, one: Known) -> bool:
        old = (rule for rule, today in self._renamed.items() if one.rule in today)
        called = (one, *(replace(one, rule=rule) for rule in old))
        known = next((each.key for each in called if self._left[each.key] > 0), None)
        if known is None or not is_kept(one):
            self._anew.update(each.about for each in called)
            self._anew.update(filter(None, map(_words, called)))
            return False
        self._left[known] -= 1
        return True

    def gone(self, ran: Iterable[str]) -> tuple[Known, ...]:
        """The entries about the reports and rules of the run that were not met any more."""
        rules = frozenset(ran)
        return tuple(
            replace(one, count=self._left[one.key])
            for one in self._entries
            if self._left[one.key] > 0
            and (one.body, one.year) in self._bodies
            and self._is_looked_for(one, rules)
        )

    def _is_looked_for(self, one: Known, rules: frozenset[str]) -> bool:
        """Whether a run of these rules would have found what an entry knows."""
        today = self._renamed.get(one.rule, (one.rule,))
        return one.rule.startswith("SUP") or not rules.isdisjoint(today)

    def mended(self, ran: Iterable[str]) -> tuple[Known, ...]:
        """Those of them that are right now: their figure is there, and their rule holds for it.

        What is told by its words alone is mended where the words are there no more.
        """
        return tuple(one for one in self._over(ran) if not is_of_figures(one) or self._holds(one))

    def unchecked(self, ran: Iterable[str]) -> tuple[Known, ...]:
        """Those of them of which nobody knows: the figure is there no more, or no rule looks at it."""
        return tuple(one for one in self._over(ran) if is_of_figures(one) and not self._holds(one))

    def _over(self, ran: Iterable[str]) -> Iterator[Known]:
        """The entries that were not met, nor broken in another way instead."""
        anew = self._anew
        return (one for one in self.gone(ran) if one.about not in anew and _words(one) not in anew)

    def _holds(self, one: Known) -> bool:
        return not self._right.isdisjoint(self._today(one))

    def _today(self, one: Known) -> Iterator[tuple[str, ...]]:
        """What an entry is about, by the rules as they are called today."""
        today = self._renamed.get(one.rule, (one.rule,))
        return (figure_of(replace(one, rule=rule)) for rule in today)

    def updated(self, met: Iterable[Known], ran: Iterable[str]) -> tuple[Known, ...]:
        """The baseline as it should be now: what the run found, and what it could not have found."""
        bodies = self._bodies
        rules = frozenset(ran)
        kept = [
            one
            for one in self._entries
            if (one.body, one.year) not in bodies or not self._is_looked_for(one, rules)
        ]
        return gathered((*kept, *met))


class Change(Struct, frozen=True):
    """A figure of one address in two drafts; None where a draft does not print it."""

    old: Stated | None
    new: Stated | None


def changes(old: Sequence[Stated], new: Sequence[Stated]) -> Iterator[Change]:
    """The figures that two drafts print differently at the same address, in the new one's order."""
    before, after = _by_address(old), _by_address(new)
    for address in dict.fromkeys((*after, *before)):
        was, now = _less(before.get(address, ()), after.get(address, ()))
        for at in range(max(len(was), len(now))):
            yield Change(was[at] if at < len(was) else None, now[at] if at < len(now) else None)


def _by_address(figures: Iterable[Stated]) -> Mapping[tuple[str, ...], list[Stated]]:
    found: dict[tuple[str, ...], list[Stated]] = {}
    for one in figures:
        address = one.address
        if address.subject:
            key = (address.section, address.subject, address.measure)
            found.setdefault(key, []).append(one)
    return found


def _less(old: Sequence[Stated], new: Sequence[Stated]) -> tuple[list[Stated], list[Stated]]:
    """What is left of both without the values that both have."""
    return _without(old, new), _without(new, old)


def _without(ones: Sequence[Stated], others: Sequence[Stated]) -> list[Stated]:
    values = Counter(one.address.value for one in others)
    left = []
    for one in ones:
        if values[one.address.value]:
            values[one.address.value] -= 1
        else:
            left.append(one)
    return left
