"""Random reports of final accounts as relations: consistent to the fen, then printed in ten thousands.

Eleven forms as in a department's report, and the narrative that speaks of them. ``Draft`` collects
places and relations; ``judged`` says how each relation comes out for the values as printed, by its
own arithmetic with fractions, independent of the diagnosis.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from msgspec.structs import replace

from jslint.figures.interval import Interval
from jslint.diagnosis.model import SCALE, Axis, Term, Spot, Link, Standing
from jslint.relation import Kind, Role

FEN = SCALE // 100
STEP = 100 * SCALE  # 0.01 万元
WAN = 10_000 * SCALE


def rounded(value: int | Fraction, step: int) -> int:
    """Half away from zero, to a multiple of ``step``."""
    steps = abs(Fraction(value)) / step
    whole = (2 * steps.numerator + steps.denominator) // (2 * steps.denominator)
    return (whole if value >= 0 else -whole) * step


@dataclass
class Draft:
    places: list[Spot] = field(default_factory=list)
    relations: list[Link] = field(default_factory=list)
    truth: dict[object, int] = field(default_factory=dict)  # exact ticks by key
    stars: dict[object, object] = field(default_factory=dict)  # quantity -> its first place's key
    seen: dict[object, Spot] = field(default_factory=dict)

    def put(self, key, true, *, step=STEP, scale=WAN, quantum=None, **more):
        value = rounded(true, step)
        text = format(Decimal(value) / Decimal(scale), "f")
        blank = true == 0 and more.get("cell") is not None
        place = Spot(
            key=key,
            order=(len(self.places),),
            text="" if blank else text,
            value=value,
            quantum=0 if blank else step if quantum is None else quantum,
            step=step,
            scale=scale,
            **more,
        )
        self.places.append(place)
        self.truth[key] = true
        self.seen[key] = place
        return key

    def cell(self, table, row, column, fen, quantity=None, **more):
        key = (table, row, column)
        self.put(key, fen * FEN, cell=(table, row, column), quantity=quantity, **more)
        self._tie(key, quantity)
        return key

    def amount(self, key, fen, quantity=None, **more):
        self.put(key, fen * FEN, quantity=quantity, **more)
        self._tie(key, quantity)
        return key

    def _tie(self, key, quantity):
        if quantity is None:
            return
        first = self.stars.setdefault(quantity, key)
        if first != key:
            self.relate("TIE", Kind.EQUALITY, [(first, 1), (key, -1)], Axis.BETWEEN)

    def relate(self, rule, kind, terms, axis=Axis.NARRATIVE, **more):
        operands = tuple(
            Term(self.seen[term[0]], term[1], term[2] if len(term) > 2 else Role.PART)
            for term in terms
        )
        self.relations.append(
            Link(
                rule=rule,
                kind=kind,
                operands=operands,
                axis=axis,
                key=len(self.relations),
                **more,
            )
        )

    def total(self, rule, total, parts, axis, kind=Kind.LINEAR):
        if parts and not (len(parts) == 1 and parts[0] == total):
            terms = [(total, -1, Role.TOTAL), *((part, 1) for part in parts)]
            self.relate(rule, kind, terms, axis)

    def rate(self, key, kind, terms, *, step=SCALE // 10, exact=None, **more):
        """A rate with its relation, left out where its base is 0."""
        self.put(key, exact, step=step, scale=SCALE, **more)
        self.relate("RATE", kind, [(key, 1, Role.RATE), *terms])

    def share(self, key, part, whole, **more):
        base = self.truth[whole]
        if base > 20 * STEP:
            exact = Fraction(100 * SCALE * self.truth[part], base)
            self.rate(key, Kind.RATIO, [(part, 1), (whole, 1, Role.TOTAL)], exact=exact, **more)

    def count(self, key, number, **more):
        self.put(key, number * SCALE, step=SCALE, scale=SCALE, quantum=0, exact=True, **more)
        return key


def split(rng, total, parts):
    """Non-negative parts of a total, about a third of them 0."""
    weights = [0 if rng.random() < 0.3 else rng.random() ** 2 for _ in range(parts)]
    if not any(weights):
        weights[rng.randrange(parts)] = 1
    scale = sum(weights)
    found = [int(total * weight / scale) for weight in weights]
    found[max(range(parts), key=found.__getitem__)] += total - sum(found)
    return found


def report(rng: random.Random, items: int, *, only: str = "") -> Draft:
    """A consistent report with so many items of expenditure; ``only`` "tables" or "narrative"."""
    draft = Draft()
    tree = _tree(rng, items)
    money = {}
    for item in [leaf for codes in tree.values() for one in codes.values() for leaf in one]:
        size = int(10 ** rng.uniform(5.5, 8.5))
        basic = size if rng.random() < 0.4 else 0
        project = size if rng.random() < 0.5 or not basic else 0
        basic, project = (
            (basic, project) if basic == 0 or project == 0 else (basic, rng.randrange(size))
        )
        fund = rng.random()
        general = [basic, project] if fund < 0.85 else [0, 0]
        if 0.6 < fund < 0.8:
            general = [rng.randrange(basic + 1), rng.randrange(project + 1)]
        income = split(rng, basic + project + rng.randrange(10**5), 4)
        money[item] = (basic, project, general, income)
    _forms(draft, rng, tree, money)
    _narrative(draft, rng, tree, money)
    return _restricted(draft, only)


def _restricted(draft, only):
    if not only:
        return draft
    keep = {p.key for p in draft.places if (p.cell is not None) == (only == "tables")}
    kept = [r for r in draft.relations if all(o.place.key in keep for o in r.operands)]
    return Draft([p for p in draft.places if p.key in keep], kept, draft.truth, {}, draft.seen)


def _tree(rng, items):
    tree: dict[str, dict[str, list[str]]] = {}
    made = 0
    while made < items:
        one = f"2{len(tree):03d}"
        tree[one] = {}
        for kuan in range(rng.choice([1, 1, 2, 3])):
            names = [f"{one}{kuan:02d}{n:02d}" for n in range(rng.choice([1, 2, 2, 3, 4]))]
            names = names[: items - made]
            if names:
                tree[one][f"{one}{kuan:02d}"] = names
                made += len(names)
    return {key: value for key, value in tree.items() if value}


def _hierarchy(draft, table, tree, columns, values, quantities):
    """A table with a grand total, classes, sections and items; and the sums down and across."""
    row = 0
    rows: list[tuple[str, list[str]]] = [("", list(tree))]
    for one, codes in tree.items():
        rows.append((one, list(codes)))
        for kuan, leaves in codes.items():
            rows.append((kuan, leaves))
            rows += [(leaf, []) for leaf in leaves]
    index = {name: at for at, (name, _) in enumerate(rows)}
    leaves_of = {
        name: [leaf for leaf, below in rows if not below and leaf.startswith(name)]
        for name, _ in rows
    }
    for row, (name, _) in enumerate(rows):
        for column in range(columns):
            fen = sum(values(leaf)[column] for leaf in leaves_of[name])
            draft.cell(table, row, column, fen, quantities(name, column))
    for column in range(columns):
        for row, (name, below) in enumerate(rows):
            if below:
                at = (table, row, column)
                draft.total("SUM", at, [(table, index[one], column) for one in below], Axis.COLUMN)
                flat = leaves_of[name]
                if sorted(flat) != sorted(below):
                    parts = [(table, index[one], column) for one in flat]
                    draft.total("FLAT", at, parts, Axis.COLUMN)
    for row in range(len(rows)):
        parts = [(table, row, column) for column in range(1, columns)]
        draft.total("ROW", (table, row, 0), parts, Axis.ROW)
    return index


def _forms(draft, rng, tree, money):
    leaves = [leaf for codes in tree.values() for one in codes.values() for leaf in one]

    def level(values, name, column):
        return sum(values(leaf)[column] for leaf in leaves if leaf.startswith(name))

    def t2(leaf):
        return (sum(money[leaf][3]), *money[leaf][3])

    def t3(leaf):
        return (money[leaf][0] + money[leaf][1], money[leaf][0], money[leaf][1])

    def t5(leaf):
        return (sum(money[leaf][2]), *money[leaf][2])

    # T1: income by kind and expenditure by class, with the balances that close it
    opening, spent = rng.randrange(10**8), level(t3, "", 0)
    came = level(t2, "", 0)
    opening += max(0, spent - came)
    for kind in range(4):
        draft.cell("T1", kind, 0, level(t2, "", kind + 1), ("in", kind))
    draft.cell("T1", 4, 0, came, ("in", "all"))
    draft.cell("T1", 5, 0, opening, ("opening",))
    draft.cell("T1", 6, 0, came + opening, ("grand",))
    for at, name in enumerate(tree):
        draft.cell("T1", at, 1, level(t3, name, 0), ("out", name, 0))
    end = len(tree)
    draft.cell("T1", end, 1, spent, ("out", "", 0))
    draft.cell("T1", end + 1, 1, came + opening - spent, ("closing",))
    draft.cell("T1", end + 2, 1, came + opening, ("grand",))
    draft.total("T1a", ("T1", 4, 0), [("T1", kind, 0) for kind in range(4)], Axis.COLUMN)
    draft.total("T1b", ("T1", 6, 0), [("T1", 4, 0), ("T1", 5, 0)], Axis.COLUMN)
    draft.total("T1c", ("T1", end, 1), [("T1", at, 1) for at in range(end)], Axis.COLUMN)
    draft.total("T1d", ("T1", end + 2, 1), [("T1", end, 1), ("T1", end + 1, 1)], Axis.COLUMN)

    def q2(name, column):
        return None if name else ("in", "all" if column == 0 else column - 1)

    def q3(name, column):
        return ("out", name, column)

    def q5(name, column):
        return ("general", name, column)

    _hierarchy(draft, "T2", tree, 5, t2, q2)
    _hierarchy(draft, "T3", tree, 3, t3, q3)
    # T4: what the treasury gave, by class and by kind of fund
    for at, name in enumerate(tree):
        general, every = level(t5, name, 0), level(t3, name, 0)
        fund = (every - general) // 3
        draft.cell("T4", at, 0, general + fund)
        draft.cell("T4", at, 1, general, ("general", name, 0))
        draft.cell("T4", at, 2, fund, ("fund", at))
    funds = [(level(t3, name, 0) - level(t5, name, 0)) // 3 for name in tree]
    draft.cell("T4", end, 0, level(t5, "", 0) + sum(funds), ("treasury",))
    draft.cell("T4", end, 1, level(t5, "", 0), ("general", "", 0))
    draft.cell("T4", end, 2, sum(funds), ("fund", "all"))
    for at in range(end + 1):
        draft.total("T4r", ("T4", at, 0), [("T4", at, 1), ("T4", at, 2)], Axis.ROW)
    for column in range(3):
        draft.total(
            "T4c", ("T4", end, column), [("T4", at, column) for at in range(end)], Axis.COLUMN
        )
    _hierarchy(draft, "T5", tree, 3, t5, q5)
    _economic(draft, rng, level(t5, "", 1))
    _public(draft, rng)
    _funds(draft, rng, funds)


def _economic(draft, rng, basic):
    """T6: accounts in two columns, four groups, staff and office costs."""
    groups = split(rng, basic, 4)
    groups = [max(one, 0) for one in groups]
    row = 0
    heads = []
    for number, (size, total) in enumerate(zip((12, 20, 6, 5), groups, strict=True)):
        head = row
        draft.cell("T6", row, 0, total)
        heads.append(("T6", head, 0))
        parts = split(rng, total, size)
        for part in parts:
            row += 1
            draft.cell("T6", row, 0, part, ("eco", number, row) if row % 9 == 0 else None)
        draft.total(
            "T6g", ("T6", head, 0), [("T6", head + 1 + n, 0) for n in range(size)], Axis.COLUMN
        )
        row += 1
    draft.cell("T6", row, 0, groups[0] + groups[2], ("staff",))
    draft.cell("T6", row + 1, 0, groups[1] + groups[3], ("office",))
    draft.cell("T6", row + 2, 0, basic, ("general", "", 1))
    draft.total("T6s", ("T6", row, 0), [heads[0], heads[2]], Axis.COLUMN)
    draft.total("T6o", ("T6", row + 1, 0), [heads[1], heads[3]], Axis.COLUMN)
    draft.total("T6t", ("T6", row + 2, 0), [("T6", row, 0), ("T6", row + 1, 0)], Axis.COLUMN)


def _public(draft, rng):
    """T7: budget and outturn of travel abroad, cars and receptions."""
    for row, name in ((0, "budget"), (1, "actual")):
        abroad, buy, run, host = (int(10 ** rng.uniform(5, 7.5)) for _ in range(4))
        values = (abroad + buy + run + host, abroad, buy + run, buy, run, host)
        for column, fen in enumerate(values):
            draft.cell("T7", row, column, fen, ("public", name, column))
        draft.total("T7t", ("T7", row, 0), [("T7", row, at) for at in (1, 2, 5)], Axis.ROW)
        draft.total("T7c", ("T7", row, 2), [("T7", row, 3), ("T7", row, 4)], Axis.ROW)
        draft.total("T7f", ("T7", row, 0), [("T7", row, at) for at in (1, 3, 4, 5)], Axis.ROW)


def _funds(draft, rng, funds):
    """T8: each fund's opening, income, spending (basic, project) and closing."""
    for row, fen in enumerate(funds):
        opening, basic = rng.randrange(10**7), rng.randrange(fen + 1)
        income = max(0, fen - opening) + rng.randrange(10**6)
        values = (opening, income, fen, basic, fen - basic, opening + income - fen)
        for column, value in enumerate(values):
            draft.cell("T8", row, column, value, ("fund", row) if column == 2 else None)
        draft.total("T8s", ("T8", row, 2), [("T8", row, 3), ("T8", row, 4)], Axis.ROW)
        terms = [(("T8", row, at), sign) for at, sign in ((0, 1), (1, 1), (2, -1))]
        terms.append((("T8", row, 5), -1, Role.TOTAL))
        draft.relate("T8e", Kind.LINEAR, terms, Axis.ROW)
    last = len(funds)
    for column in range(6):
        total = sum(draft.truth["T8", row, column] // FEN for row in range(last))
        draft.cell("T8", last, column, total, ("fund", "all") if column == 2 else None)
        draft.total(
            "T8c", ("T8", last, column), [("T8", row, column) for row in range(last)], Axis.COLUMN
        )
    draft.total("T8s", ("T8", last, 2), [("T8", last, 3), ("T8", last, 4)], Axis.ROW)


def _narrative(draft, rng, tree, money):
    _grown(draft, rng, "grand", ("grand",))
    _listed(draft, "income", ("in", "all"), [("in", kind) for kind in range(4)])
    _listed(draft, "spending", ("out", "", 0), [("out", "", 1), ("out", "", 2)])
    _grown(draft, rng, "treasury", ("treasury",))
    _grown(draft, rng, "general", ("general", "", 0))
    _listed(draft, "classes", ("general", "", 0), [("general", name, 0) for name in tree])
    whole = draft.amount(("n", "classes", "of"), _fen(draft, ("out", "", 0)), ("out", "", 0))
    draft.share(("n", "classes", "of%"), draft.stars["general", "", 0], whole)
    for codes in tree.values():
        for leaves in codes.values():
            for leaf in leaves:
                _completed(draft, rng, leaf)
    _listed(draft, "basic", ("general", "", 1), [("staff",), ("office",)], rates=False)
    _travel(draft, rng)
    _counts(draft, rng)


def _fen(draft, quantity):
    return draft.truth[draft.stars[quantity]] // FEN


def _grown(draft, rng, name, quantity):
    """An amount, what it grew by and at which rate; the year before is printed now and then."""
    fen = _fen(draft, quantity)
    before = max(10**5, int(fen * rng.uniform(0.6, 1.5)))
    now = draft.amount(("n", name, "now"), fen, quantity, last=rounded(before * FEN, STEP))
    sign = 1 if fen >= before else -1
    change = draft.amount(("n", name, "change"), abs(fen - before))
    exact = Fraction(100 * SCALE * abs(fen - before), before)
    terms = [(change, sign, Role.DERIVED), (now, 1)]
    draft.put(("n", name, "rate"), exact, step=SCALE // 10, scale=SCALE)
    draft.relate("RATE", Kind.GROWTH, [(("n", name, "rate"), sign, Role.RATE), *terms])
    if rng.random() < 0.4:
        prior = draft.amount(("n", name, "before"), before)
        terms = [(now, 1), (prior, -1), (change, -sign, Role.DERIVED)]
        draft.relate("DIFF", Kind.LINEAR, terms)


def _listed(draft, name, whole, parts, *, rates=True):
    """A whole and its parts with their shares, those of 0 left out."""
    total = draft.amount(("n", name, "all"), _fen(draft, whole), whole)
    shown = [part for part in parts if _fen(draft, part)]
    for number, part in enumerate(shown):
        draft.amount(("n", name, number), _fen(draft, part), part)
        if rates:
            draft.share(("n", name, number, "%"), ("n", name, number), total)
    draft.total(
        "LIST", total, [("n", name, number) for number in range(len(shown))], Axis.NARRATIVE
    )


def _completed(draft, rng, leaf):
    fen = _fen(draft, ("general", leaf, 0))
    if not fen:
        return
    actual = draft.amount(("n", leaf, "actual"), fen, ("general", leaf, 0))
    budget = draft.amount(("n", leaf, "budget"), int(fen / rng.uniform(0.7, 1.1)))
    draft.share(("n", leaf, "%"), actual, budget)


def _travel(draft, rng):
    for column in (0, 1, 2, 3, 4, 5):
        name = ("public", column)
        budget = draft.amount(
            ("n", *name, "budget"),
            _fen(draft, ("public", "budget", column)),
            ("public", "budget", column),
        )
        actual = draft.amount(
            ("n", *name, "actual"),
            _fen(draft, ("public", "actual", column)),
            ("public", "actual", column),
        )
        draft.share(("n", *name, "%"), actual, budget)
        if column:
            draft.share(("n", *name, "of"), actual, ("n", "public", 0, "actual"))
        if column in (0, 2, 5):
            before = max(10**5, int(draft.truth[actual] // FEN * rng.uniform(0.6, 1.5)))
            now = draft.truth[actual] // FEN
            sign = 1 if now >= before else -1
            change = draft.amount(("n", *name, "change"), abs(now - before))
            exact = Fraction(100 * SCALE * abs(now - before), before)
            draft.put(("n", *name, "rate"), exact, step=SCALE // 10, scale=SCALE)
            terms = [
                (("n", *name, "rate"), sign, Role.RATE),
                (change, sign, Role.DERIVED),
                (actual, 1),
            ]
            draft.relate("RATE", Kind.GROWTH, terms)


def _counts(draft, rng):
    kinds = [rng.randrange(1, 30) for _ in range(4)]
    draft.count(("n", "cars", "all"), sum(kinds))
    for number, count in enumerate(kinds):
        draft.count(("n", "cars", number), count)
    draft.total(
        "CARS",
        ("n", "cars", "all"),
        [("n", "cars", n) for n in range(4)],
        Axis.NARRATIVE,
        Kind.COUNT,
    )
    for name in ("batches", "guests", "trips"):
        number = rng.randrange(2, 900)
        for copy in range(2):
            draft.count(("n", name, copy), number, quantity=("count", name))
        draft.relate("SAME", Kind.EQUALITY, [(("n", name, 0), 1), (("n", name, 1), -1)])


# -- how relations come out ---------------------------------------------------------------------


def printed(place: Spot, values: dict[object, Spot]) -> Spot:
    return values.get(place.key, place)


def standing(relation: Link, changed: dict[object, Spot]) -> Standing | None:
    """How a relation comes out with some places changed; None where nothing can be said."""
    operands = [(printed(one.place, changed), one.weight, one.role) for one in relation.operands]
    if relation.kind.is_rate:
        return _rate_standing(relation, operands)
    residue = sum(place.value * weight for place, weight, _ in operands)
    slack = sum(place.quantum * abs(weight) for place, weight, _ in operands) // 2
    if relation.kind is Kind.ORDER:
        return Standing.HOLDS if residue >= -slack else Standing.BROKEN
    if relation.kind is Kind.EQUALITY:
        quanta = {place.quantum for place, _, _ in operands}
        if len(quanta) == 1 or 0 in quanta:
            near = 0 < abs(residue) <= max(quanta) and 0 not in quanta
            return Standing.HOLDS if residue == 0 else Standing.EDGE if near else Standing.BROKEN
    return Standing.HOLDS if abs(residue) <= slack else Standing.BROKEN


def _rate_standing(relation, operands):
    spans = {}
    for place, weight, role in operands:
        half = place.quantum // 2
        spans[role] = (Interval(Fraction(place.value - half), Fraction(place.value + half)), weight)
    rate, sign = spans[Role.RATE]
    try:
        found = _true_rate(relation.kind, spans)
    except ZeroDivisionError:
        return None
    if sign < 0:
        found = -found
    off = max(found.low - rate.high, rate.low - found.high)
    quantum = rate.high - rate.low
    return Standing.HOLDS if off <= 0 else Standing.EDGE if off < quantum / 2 else Standing.BROKEN


def _true_rate(kind, spans):
    hundred = 100 * SCALE
    if kind is Kind.RATIO:
        part, whole = spans[Role.PART][0], spans[Role.TOTAL][0]
        return (part / whole) * hundred
    now = spans[Role.PART][0]
    if Role.TOTAL in spans:
        return (now / spans[Role.TOTAL][0]) * hundred - Interval.point(hundred)
    change, sign = spans[Role.DERIVED]
    change = change if sign > 0 else -change
    ends = []
    for top in (change.low, change.high):
        for end in (now.low, now.high):
            if (end - top) <= 0:
                raise ZeroDivisionError
            ends.append(hundred * top / (end - top))
    return Interval(min(ends), max(ends))


def judged(draft: Draft, changed: dict[object, Spot] | None = None):
    """The relations as a checker would state them, and all places, with these places misprinted."""
    new = changed or {}
    found = []
    for relation in draft.relations:
        operands = relation.operands
        if new and any(one.place.key in new for one in operands):
            operands = tuple(
                Term(printed(one.place, new), one.weight, one.role) for one in operands
            )
            how = standing(relation, new)
            if how is None:
                continue
            relation = replace(relation, operands=operands, standing=how)
        elif relation.standing is not Standing.HOLDS:
            relation = replace(relation, standing=standing(relation, new))
        found.append(relation)
    return found, [printed(place, new) for place in draft.places]


def misprint(place: Spot, value: int) -> Spot:
    """The place with another value printed; a blank that gets one was rounded as its column is."""
    blank = value == 0 and place.cell is not None
    quantum = 0 if blank or place.exact else place.step
    text = "" if blank else format(Decimal(value) / Decimal(place.scale), "f")
    return replace(place, value=value, text=text, quantum=quantum)
