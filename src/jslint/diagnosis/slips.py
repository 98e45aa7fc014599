"""What may have happened to a figure on its way to paper: the slips of a hand or of a table."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.diagnosis.model import Spot

#: How many places a point is shifted by: a place or two, or yuan for ten thousands.
_SHIFTS = (1, 2, 4)


class Slip(Enum):
    """A way to get from the right value to the printed one."""

    NONE = ""
    DIGIT = "digit"
    SWAPPED = "swapped"
    LOST = "lost"
    DOUBLED = "doubled"
    SHIFTED = "shifted"
    UNIT = "unit"
    SIGN = "sign"
    NEIGHBOUR = "neighbour"
    LAST_YEAR = "last-year"
    ROUNDED = "rounded"

    @property
    def bonus(self) -> int:
        """How much it speaks for a value, in thousandths.

        A rate that is one last place off was cut off or pushed into place: no slip is as common.
        """
        return _BONUSES.get(self, 4000)


_BONUSES = {Slip.NONE: 0, Slip.DIGIT: 2000, Slip.NEIGHBOUR: 2500, Slip.ROUNDED: 6000}


def slip(place: Spot, printed: int, value: int) -> Slip:
    """The slip that makes the printed value of this one, the likeliest first."""
    if not printed or not value:
        return Slip.LAST_YEAR if printed and printed == place.last else Slip.NONE
    if value == -printed:
        return Slip.SIGN
    step = place.step
    if (value < 0) == (printed < 0):
        whole = not printed % step
        found = _digits(_written(place, printed), _written(place, value)) if whole else Slip.NONE
        found = _shift(abs(printed), abs(value), step) if found is Slip.NONE else found
        if found in (Slip.LOST, Slip.SWAPPED) and step < place.scale and is_shifted(printed, value):
            found = Slip.SHIFTED  # 0.60 for 6.00: the point, and no digit
        if found not in (Slip.NONE, Slip.DIGIT):
            return found
    else:
        found = Slip.NONE
    return Slip.LAST_YEAR if printed == place.last else found


def _written(place: Spot, value: int) -> str:
    """The digits of a value as a place would print them: 0.08 has three of them, the first a nought."""
    return str(abs(value) // place.step).zfill(len(str(place.scale // place.step)))


def _digits(printed: str, value: str) -> Slip:
    if len(printed) == len(value):
        apart = [at for at in range(len(value)) if printed[at] != value[at]]
        if len(apart) == 1:
            return Slip.DIGIT
        swapped = len(apart) == 2 and apart[1] == apart[0] + 1
        if (
            swapped
            and printed[apart[0]] == value[apart[1]]
            and printed[apart[1]] == value[apart[0]]
        ):
            return Slip.SWAPPED
        return Slip.NONE
    if len(printed) + 1 == len(value) and _without(value, printed):
        return Slip.LOST
    if len(printed) == len(value) + 1 and _doubled(printed, value):
        return Slip.DOUBLED
    return Slip.NONE


def _without(longer: str, shorter: str) -> bool:
    """Whether one digit left out of the longer gives the shorter."""
    at = next((n for n, digit in enumerate(shorter) if longer[n] != digit), len(shorter))
    return longer[at + 1 :] == shorter[at:]


def _doubled(longer: str, shorter: str) -> bool:
    """Whether the longer is the shorter with one digit written twice."""
    at = next((n for n, digit in enumerate(shorter) if longer[n] != digit), len(shorter))
    return at > 0 and longer[at] == longer[at - 1] and longer[at + 1 :] == shorter[at:]


def _shift(printed: int, value: int, step: int) -> Slip:
    for power in _SHIFTS:
        times = 10**power
        # Shifted to the right, no digit is new. Shifted to the left, the last ones are rounded away,
        # but not where the printed value has more places than others: there all digits are left.
        lost = 0 if printed % step else step * times
        if printed == value * times or abs(printed * times - value) * 2 <= lost:
            return Slip.UNIT if power == 4 else Slip.SHIFTED
    return Slip.NONE


def shifted_by(printed: int, value: int) -> int:
    """How many times the greater of two values the point was shifted by: that which comes nearest."""
    low, high = sorted((abs(printed), abs(value)))
    times: list[int] = [10**power for power in _SHIFTS]
    return min(times, key=lambda one: abs(high - low * one))


def is_shifted(printed: int, value: int) -> bool:
    """Whether two values have the same digits, with the point at another place."""
    low, high = sorted((abs(printed), abs(value)))
    return low > 0 and any(high == low * 10**power for power in _SHIFTS)


def candidates(place: Spot, printed: int) -> Iterator[int]:
    """All values that a slip of the digits turns into the printed one, some of them twice."""
    step, sign = place.step, -1 if printed < 0 else 1
    if not printed % step:  # else what is wrong is the point
        for text in _undone(_written(place, printed)):
            yield sign * int(text) * step
    for power in _SHIFTS:
        yield printed * 10**power
        if printed % (10**power * step) == 0:
            yield printed // 10**power
    yield -printed


def _undone(digits: str) -> Iterator[str]:
    for at in range(len(digits)):
        if at:
            yield digits[: at - 1] + digits[at] + digits[at - 1] + digits[at + 1 :]
            if digits[at] == digits[at - 1]:
                yield digits[:at] + digits[at + 1 :]
        for digit in "0123456789":
            yield digits[:at] + digit + digits[at + 1 :]
            yield digits[:at] + digit + digits[at:]
    for digit in "0123456789":
        yield digits + digit
