"""against: what the report and another statement of the same year both state is one value."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct
from msgspec.structs import replace

from jslint.diagnostic import Holds
from jslint.figures.verdict import Verdict
from jslint.rules.bench import beside, called, grids, past, relate, twofold
from jslint.rules.bench.grading import capped
from jslint.rules.ground import words
from jslint.rules.ground.base import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from jslint.diagnostic import Outcome, Severity
    from jslint.document import Place, Section
    from jslint.facts import Statement
    from jslint.figures.figure import Figure
    from jslint.phrases import Told
    from jslint.rules.bench.grids import Beside, Cell, Grid, Paired, Rewrite
    from jslint.rules.bench.twofold import Said
    from jslint.rules.ground.context import Context
    from jslint.tree import Node

#: So many names are listed where something was not compared.
_LISTED = 5


class _Two(Struct, frozen=True):
    """A figure of the report and the one of the other file that states the same."""

    name: Told
    here: Figure
    there: Figure
    place: Place
    excerpt: str
    path: tuple[Section, ...]
    their_place: Place
    their_excerpt: str
    source: str = ""


class Against(Rule, frozen=True, kw_only=True):
    """What the report and the files of ``--against`` both state, they state alike.

    With ``pairs`` these quantities: ``now`` of the report and ``then`` of the other file. Else, of a
    file that is no budget, the cells of the tables that both have, the quantities of the packs, and
    what both narratives say. ``titles`` and ``headers`` are rewritten in both before tables, rows and
    columns are paired, ``retitled`` where no table of the title is there. A difference that rounding
    explains (of yuan to 10,000 yuan, say) is none; one of a single last place is a warning. What only
    one has is told: a row with money as a warning, the rest as unchecked.
    """

    OPTIONS: ClassVar[Mapping[str, Callable[[Node], object]]] = {
        "titles": grids.rewrites,
        "retitled": grids.rewrites,
        "headers": grids.rewrites,
        "pairs": past.pairs,
    }
    VALUES: ClassVar[frozenset[str]] = frozenset(
        {"what", "here", "there", "source", "difference", "note"}
    )
    QUANTITIES: ClassVar[tuple[str, ...]] = ("pairs",)
    MOST: ClassVar[int] = 20

    titles: tuple[Rewrite, ...] = ()
    retitled: tuple[Rewrite, ...] = ()
    headers: tuple[Rewrite, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()

    def check(self, context: Context) -> Iterator[Outcome]:
        """Hold the report against each file."""
        if not context.others:
            yield self.unchecked("beside-absent")
        for other in context.others:
            reason = beside.unfit(context.report, other.report)
            if reason:
                yield self._told(other, f"beside-{reason}")
                continue
            found = list(self._against(context, other))
            yield from found
            if not found and (other.report.meta.budget or not self.pairs):
                yield self._told(other, "beside-nothing")

    def _against(self, context: Context, other: Context) -> Iterator[Outcome]:
        if self.pairs:
            yield from self._paired(context, other)
        elif other.report.meta.budget:
            yield self._told(other, "beside-budget")
        else:
            seen: set[object] = set()
            yield from self._tables(context, other, seen)
            yield from self._quantities(context, other, seen)
            yield from self._narratives(context, other, seen)

    def _paired(self, context: Context, other: Context) -> Iterator[Outcome]:
        for now, then in self.pairs:
            ours, theirs = context.first.get(now, {}), other.first.get(then, {})
            for key in (key for key in ours if key in theirs):
                yield self._stated(context, other, now, ours[key], theirs[key])

    def _tables(self, context: Context, other: Context, seen: set[object]) -> Iterator[Outcome]:
        shape = grids.Shape(self.titles, self.retitled, self.headers)
        found = grids.beside(context, other, shape)
        for pair in found.pairs:
            yield from self._cells(context, other, pair, seen)
        yield from self._left(other, found)

    def _cells(
        self, context: Context, other: Context, pair: Paired, seen: set[object]
    ) -> Iterator[Outcome]:
        """The cells of a table; what both leave blank says nothing."""
        for here, there in pair.cells:
            seen.add(here.place.key)
            if not (here.blank and there.blank):
                yield self._judge(context, other, _of_cells(pair, here, there))
        for cell in pair.only_here:
            yield self._only(other, "only-here", cell, pair.here, cell.place)
        for cell in pair.only_there:
            yield self._only(other, "only-there", cell, pair.there, pair.here.place)
        if pair.columns_here:
            names = _listed(pair.columns_here)
            yield self._told(other, "beside-columns", pair.here, names=names)
        if pair.doubtful:
            names = _listed(pair.doubtful)
            yield self._told(other, "beside-rows", pair.here, names=names)

    def _left(self, other: Context, found: Beside) -> Iterator[Outcome]:
        """The tables that were not compared, each with the reason."""
        reasons = {
            "beside-only-here": found.only_here if found.pairs else (),
            "beside-only-there": [grid for grid in found.only_there if grid.has_figures],
            "beside-doubtful": found.doubtful,
            "beside-no-unit": found.bare,
        }
        for reason, several in reasons.items():
            if several:
                names = _listed(f"《{grid.title}》" for grid in several)
                yield self._told(other, reason, names=names)
        if found.untitled:
            yield self._told(other, "beside-untitled", names=str(found.untitled))

    def _quantities(self, context: Context, other: Context, seen: set[object]) -> Iterator[Outcome]:
        """The quantities of the packs that both state, where no cell has said it yet."""
        for name, ours in context.first.items():
            theirs = other.first.get(name, {})
            for key in (key for key in ours if key in theirs):
                here, there = ours[key], theirs[key]
                comparable = beside.is_comparable(here.figure, there.figure)
                if here.place.key not in seen and comparable:
                    seen.add(here.place.key)
                    yield self._stated(context, other, name, here, there)

    def _narratives(self, context: Context, other: Context, seen: set[object]) -> Iterator[Outcome]:
        """What both narratives say of the same, where no quantity has said it yet."""
        found = twofold.both(context, other)
        for here, there in found.pairs:
            if here.claim.place.key not in seen:
                yield self._judge(context, other, _of_claims(context, here, there))
        for reason, said in (
            ("beside-said-here", found.only_here),
            ("beside-said-there", found.only_there),
        ):
            if said:
                names = _listed(words.tail(one.claim.excerpt) for one in said)
                yield self._told(other, reason, names=names)

    def _stated(
        self, context: Context, other: Context, name: str, here: Statement, there: Statement
    ) -> Outcome:
        label = context.labels.get(name, name)
        called = f"{label} {here.name}" if name in context.keyed else label
        two = _Two(
            called,
            here.figure,
            there.figure,
            here.place,
            here.excerpt,
            here.path,
            there.place,
            there.excerpt,
            past.source(there),
        )
        return self._judge(context, other, two)

    def _judge(self, context: Context, other: Context, two: _Two) -> Outcome:
        here, there = two.here, two.there
        result = beside.compared(context, other, here, there)
        # Its table's unit may be another, and it is told beside figures of ours.
        told = replace(there, text=past.shown(there))
        relation = relate.stated_so(two.place, here, told)
        if result.verdict.holds:
            rounded = result.verdict is Verdict.ROUNDING
            return Holds(self.entry.id, (two.place,), slack=rounded, relation=relation)
        note = beside.explained(context, here, there, result.verdict)
        return self.diagnose(
            two.place,
            path=two.path,
            severity=self._severity(note, result.verdict),
            excerpt=two.excerpt,
            expected=beside.expected(context, here, there),
            actual=words.printed(here),
            related=(beside.related(other.report, two.their_place, two.their_excerpt),),
            figures=(two.place,),
            asks=relation,
            what=two.name,
            here=past.shown(here),
            there=past.shown(there),
            source=f"{beside.file(other.report)}{two.source}",
            difference=words.amount(abs(result.difference), here),
            note=words.notes([note] if note else []),
        )

    def _severity(self, note: str, verdict: Verdict) -> Severity:
        doubts = {"coarse": "coarse-rate", "last-place": "touching"}
        return capped(self.entry.severity, verdict.value, doubts.get(note, ""))

    def _only(self, other: Context, wording: str, cell: Cell, grid: Grid, place: Place) -> Outcome:
        """A row with money that one of two tables has not."""
        mine = wording == "only-here"
        return self.diagnose(
            place,
            path=grid.path if mine else (),
            severity=capped(self.entry.severity, "touching"),
            excerpt=cell.excerpt if mine else f"《{grid.title}》",
            actual=words.printed(cell.figure) if mine else "",
            related=() if mine else (beside.related(other.report, cell.place, cell.excerpt),),
            figures=(place,) if mine else (),
            wording=wording,
            table=grid.title,
            row=cell.row,
            amount=past.shown(cell.figure),
            file=beside.file(other.report),
        )

    def _told(
        self,
        other: Context,
        reason: str,
        grid: Grid | None = None,
        names: str = "",
    ) -> Outcome:
        place = grid.place if grid else None
        title = f"《{grid.title}》" if grid else ""
        file = beside.file(other.report)
        return self.unchecked(reason, place, what=title, file=file, names=names)


def _of_cells(pair: Paired, here: Cell, there: Cell) -> _Two:
    return _Two(
        f"《{pair.here.title}》{' '.join(filter(None, (here.row, here.column)))}",
        here.figure,
        there.figure,
        here.place,
        here.excerpt,
        pair.here.path,
        there.place,
        there.excerpt,
        f"《{pair.there.title}》",
    )


def _of_claims(context: Context, here: Said, there: Said) -> _Two:
    claim, other = here.claim, there.claim
    return _Two(
        called.claimed(claim, context.claims),
        here.figure,
        there.figure,
        claim.place,
        claim.excerpt,
        claim.path,
        other.place,
        other.excerpt,
        past.section(other.path),
    )


def _listed(names: Iterable[str]) -> str:
    """Some names, and how many there are where those are not all."""
    every = list(dict.fromkeys(names))
    shown = "、".join(every[:_LISTED])
    return f"{shown} … ({len(every)})" if len(every) > _LISTED else shown
