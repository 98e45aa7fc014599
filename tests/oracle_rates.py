"""Every rate of small numbers, judged by integers alone: an oracle for the verdicts on rates.

Written from the number model's page (numbers.md, 1, 2, 5 and 9), not from the program: no interval
is divided here. A rate r of a part and a base b > 0 is part - r b / 100 = 0, which is linear in the
part and in the base; over the box of their true values its ends are at the corners. So some true
rate lies in [low, high] just where the form for ``low`` gets to 0 or above and that for ``high`` to
0 or below. All numbers are whole multiples of 1/2000, or of 1/200000 where a rate is a factor.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from itertools import product
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from jslint.document import Place
from jslint.facts import Statement
from jslint.figures.figure import UNITS, Figure
from jslint.figures.style import Style
from jslint.figures.verdict import Rate
from jslint.formulas import dimensions, names
from jslint.formulas import parse
from jslint.relation import Kind, Operand, Relation, Role
from jslint.rules.bench import relations
from jslint.rules.bench.cases import judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.formulas import Relation as Formula

#: Ticks in one: halves of a thousandth are whole.
TICKS = 2000


class Form(Enum):
    """How a rate comes about: of a part and a whole; of two years; of a change and this year."""

    SHARE = "share"
    RISE = "rise"
    FALL = "fall"
    INCREASE = "increase"
    DECREASE = "decrease"


@dataclass(frozen=True, slots=True)
class Printed:
    """A number of so many last places (``steps``), with so many decimals."""

    steps: int
    places: int

    @property
    def value(self) -> int:
        """In ticks."""
        return self.steps * self.step

    @property
    def step(self) -> int:
        """One last place in ticks."""
        return TICKS // 10**self.places

    def half(self, step: int) -> int:
        """How far the true amount may be off, in ticks; a 0 without decimals is none at all."""
        return 0 if self.steps == 0 and self.places == 0 else step // 2

    def figure(self, unit: str) -> Figure:
        """The same for jslint."""
        quantum = Decimal(1).scaleb(-self.places)
        return Figure(self.steps * quantum, quantum, UNITS[unit], f"{self.steps * quantum}{unit}")


@dataclass(frozen=True, slots=True)
class Question:
    """A printed rate, the two amounts it is made of, and the finest places of the document.

    ``one`` is the part, this year's amount or the change, ``other`` the whole, last year's amount
    or this year's; ``fine`` are the decimals of amounts and of rates where zeros are dropped.
    """

    form: Form
    rate: Printed
    one: Printed
    other: Printed
    fine: tuple[int, int] | None = None


Corner = tuple[int, int]


def corners(question: Question, *, styled: bool) -> list[Corner]:
    """Part and base, in ticks, at the corners of what the amounts can stand for."""
    places = question.fine[0] if question.fine and styled else None
    ends = []
    for one in (question.one, question.other):
        step = one.step if places is None else min(one.step, TICKS // 10**places)
        ends.append((one.value - one.half(step), one.value + one.half(step)))
    return [_part_and_base(question.form, one, other) for one, other in product(*ends)]


def _part_and_base(form: Form, one: int, other: int) -> Corner:
    match form:
        case Form.SHARE:
            return one, other
        case Form.RISE:
            return one - other, other
        case Form.FALL:
            return other - one, other
        case Form.INCREASE:
            return one, other - one
        case Form.DECREASE:
            return one, other + one


def meets(box: list[Corner], low: int, high: int, *, open_ends: bool = False) -> bool:
    """Whether a true rate lies between two ends (in ticks of a percent), themselves included or not."""
    above = max(100 * TICKS * part - low * base for part, base in box)
    below = min(100 * TICKS * part - high * base for part, base in box)
    return (above > 0 > below) if open_ends else (above >= 0 >= below)


def verdict(question: Question) -> str | None:
    """What the number model says; None where the base may be 0 or has the other sign."""
    return _verdict(question, *(corners(question, styled=styled) for styled in (False, True)))


def _verdict(question: Question, wide: list[Corner], narrow: list[Corner]) -> str | None:
    signs = {(base > 0) - (base < 0) for _, base in (*wide, *narrow)}
    if len(signs) != 1 or 0 in signs:
        return None
    if signs == {-1}:
        if question.form is not Form.SHARE:
            return None
        wide, narrow = ([(-part, -base) for part, base in box] for box in (wide, narrow))
    printed, step = question.rate.value, question.rate.step
    fine = min(step, TICKS // 10 ** question.fine[1]) if question.fine else step
    if not meets(wide, printed - step // 2, printed + step // 2):
        near = meets(narrow, printed - fine, printed + fine, open_ends=True)
        return "off-by-one" if near else "impossible"
    if not meets(narrow, printed - fine // 2, printed + fine // 2):
        return "coarse"
    part, base = _part_and_base(question.form, question.one.value, question.other.value)
    return "exact" if 100 * TICKS * part == printed * base else "rounding"


# ---- where the program says more than the page ---------------------------------------------------


def allowed(question: Question, model: str | None) -> set[str | None]:
    """The model's verdict, and those that the program's two excuses may give in its place.

    A change printed beside its rate may have been formed from two printed amounts; a change of 0
    without decimals may be a dropped 0.00 in a document that drops zeros. Each can only excuse: what
    they allow is said to be at most coarse. 0 % of nothing is taken as said rightly, whatever of.
    """
    derived = question.form in (Form.INCREASE, Form.DECREASE)
    if question.rate.steps == 0 == question.one.steps and (derived or question.form is Form.SHARE):
        return {"exact"}
    if derived and _is_dropped(question):
        return {_verdict(question, *_dropped(question))}
    if model in ("impossible", "off-by-one") and derived and _excused(question):
        return {"coarse"}
    return {model}


def _is_dropped(question: Question) -> bool:
    """Whether a change of 0 without decimals, beside a rate, may be one of 0.00."""
    bare = question.one.steps == 0 == question.one.places
    return bool(bare and question.rate.steps and question.fine and question.fine[0])


def _dropped(question: Question) -> tuple[list[Corner], list[Corner]]:
    """The corners, literal and by the style, where the change is from 0 to half its finest place."""
    assert question.fine is not None
    finest = TICKS // 10 ** question.fine[0]
    other, boxes = question.other, []
    for step in (other.step, min(other.step, finest)):
        half = other.half(step)
        ends = product((0, finest // 2), (other.value - half, other.value + half))
        boxes.append([_part_and_base(question.form, *end) for end in ends])
    return boxes[0], boxes[1]


def _excused(question: Question) -> bool:
    """Whether a rate is that of two amounts whose printed ones differ by the printed change."""
    if question.one.steps == 0 == question.one.places:
        return False
    sign = 1 if question.form is Form.INCREASE else -1
    step = min(question.other.step, question.one.step)  # neither was rounded more coarsely
    now, half = question.other.value, question.other.half(step)
    before = now - sign * question.one.value
    if before - half <= 0:
        return False
    box = [
        (sign * (a - b), b)
        for a in (now - half, now + half)
        for b in (before - half, before + half)
    ]
    printed, step = question.rate.value, question.rate.step
    return meets(box, printed - step // 2, printed + step // 2)


# ---- the sweep -----------------------------------------------------------------------------------


def questions(most: int, *, fine: tuple[int, int] | None = None) -> Iterator[Question]:
    """Every question of two amounts of up to ``most`` last places each way, at 0 to 2 decimals.

    The rates are those round about the true ones, to three last places away, and a few far ones.
    """
    for form, places, rated in product(Form, product(range(3), repeat=2), range(2)):
        for one, other in product(range(-most, most + 1), range(-most, most + 1)):
            if form in (Form.INCREASE, Form.DECREASE) and one < 0:
                continue
            pair = Printed(one, places[0]), Printed(other, places[1])
            for steps in _near(form, *pair, rated):
                yield Question(form, Printed(steps, rated), *pair, fine)


def _near(form: Form, one: Printed, other: Printed, rated: int) -> list[int]:
    part, base = _part_and_base(form, one.value, other.value)
    far = {0, 10**rated, -(10**rated)}
    if not base:
        return sorted(far)
    middle = 100 * 10**rated * part // base
    return sorted({*range(middle - 3, middle + 5), *far})


def asked(question: Question) -> str | None:
    """What jslint's bench says of a question: the verdict's value, None where it gives none."""
    sign = -1 if question.form in (Form.FALL, Form.DECREASE) else 1
    derived = question.form in (Form.INCREASE, Form.DECREASE)
    whole = Role.PART if derived else Role.TOTAL
    kind = Kind.RATIO if question.form is Form.SHARE else Kind.GROWTH
    operands = (
        Operand(_HERE, question.rate.figure("%"), sign, Role.RATE),
        Operand(
            _HERE,
            question.one.figure("万元"),
            sign if derived else 1,
            Role.DERIVED if derived else Role.PART,
        ),
        Operand(_HERE, question.other.figure("万元"), 1, whole),
    )
    found = judge(_context(question.fine), Relation(kind, operands))
    assert found is None or isinstance(found, Rate)
    return None if found is None else found.verdict.value


#: The same rates as a pack states them.
FORMULAS = {
    Form.SHARE: cast("Formula", parse("率 = 甲 / 乙")),
    Form.RISE: cast("Formula", parse("率 = 甲 / 乙 - 1")),
}


def asked_as_formula(question: Question) -> str | None:
    """What jslint says of the formula of a pack that makes the rate of the two amounts."""
    formula, context = FORMULAS[question.form], _context(question.fine)
    printed = {
        "率": question.rate.figure("%"),
        "甲": question.one.figure("万元"),
        "乙": question.other.figure("万元"),
    }
    row = {name: (Statement(printed[name.name], _HERE, "", ()),) for name in names(formula)}
    found = relations.judge(context, formula, row, dimensions.RATE)
    return None if found is None else found.verdict.value


_HERE = cast("Place", None)


def _context(fine: tuple[int, int] | None) -> Any:
    quanta = (
        {}
        if fine is None
        else {"万元": Decimal(1).scaleb(-fine[0]), "%": Decimal(1).scaleb(-fine[1])}
    )
    return SimpleNamespace(style=Style(quanta), table_style=Style(quanta))


def objection(question: Question) -> str | None:
    """What jslint says otherwise than the model; None where it says the same."""
    model, said = verdict(question), asked(question)
    if said in allowed(question, model):
        return None
    return f"{question}: the model says {model}, jslint {said}"
