"""Numbers as Excel prints them: a cell holding 7.2 under the format ``0.00`` prints 7.20."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, InvalidOperation
from fractions import Fraction
from typing import TYPE_CHECKING

from jslint.readers.xlsx.codes import GENERAL, Section, Token, sections
from jslint.readers.xlsx.dates import date, is_date

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The formats that have a number instead of a code, as a Chinese Excel prints them.
BUILT_IN = {
    0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: '"¥"#,##0;"¥"-#,##0', 6: '"¥"#,##0;[Red]"¥"-#,##0',
    7: '"¥"#,##0.00;"¥"-#,##0.00', 8: '"¥"#,##0.00;[Red]"¥"-#,##0.00',
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
    27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"',
    34: '上午/下午h"时"mm"分"', 35: '上午/下午h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"',
    37: "#,##0;-#,##0", 38: "#,##0;[Red]-#,##0", 39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;[Red]-#,##0.00", 41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
    42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
    43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
    50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"',
    54: 'm"月"d"日"', 55: '上午/下午h"时"mm"分"', 56: '上午/下午h"时"mm"分"ss"秒"',
    57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
# Excel calculates in binary and shows at most fifteen digits of the result.
_SHOWN = Context(prec=15, rounding=ROUND_HALF_EVEN)
_WIDE = Context(prec=400, rounding=ROUND_HALF_UP)
_GENERAL_WIDTH = 11
_SMALLEST = Decimal("1e-9")
_MOST_PLACES = 100
_LARGEST_POWER = 308
_OVERFLOW = "####"


def number(raw: str) -> Decimal | None:
    """The number that a file stores, to the digits that Excel shows; None where it is none."""
    try:
        value = Decimal(raw.strip())
    except InvalidOperation:
        return None
    if not value.is_finite() or value.adjusted() > _LARGEST_POWER:
        return None
    return _SHOWN.plus(value) if value.adjusted() > -_LARGEST_POWER else Decimal(0)


def printed(value: Decimal, code: str, *, since_1904: bool = False) -> str:
    """A number as a cell of this format prints it, without the blanks that only align it."""
    parts = sections(code)
    section, signed = _choose(value, parts)
    if is_date(section):
        shown = date(value, section, since_1904=since_1904)
        return _OVERFLOW if shown is None else shown.strip()
    magnitude = abs(value)
    sign = "-" if value < 0 and (signed or _only_coloured(section)) else ""
    return (sign + _number(magnitude, section).strip()).strip()


def text(value: str, code: str) -> str:
    """A text as a cell of this format prints it."""
    parts = sections(code)
    section = parts[3] if len(parts) > 3 else parts[-1]  # noqa: PLR2004 - the fourth is for texts
    if not section.has("@"):
        return "" if len(parts) > 3 else value  # noqa: PLR2004
    return "".join(value if token.kind == "@" else token.text for token in section.tokens)


def _choose(value: Decimal, parts: Sequence[Section]) -> tuple[Section, bool]:
    """The section for a number, and whether it prints the sign of a negative one itself."""
    parts = [part for part in parts[:3] if not part.has("@") or len(parts) == 1] or [Section()]
    if any(part.condition for part in parts):
        for part in parts:
            if part.holds(value):
                return part, not (part.condition and part.condition[0] in ("<", "<=") and value < 0)
        return parts[-1], True
    if value < 0 and len(parts) > 1:
        return parts[1], False
    if value == 0 and len(parts) > 2:  # noqa: PLR2004 - the third is for zero
        return parts[2], False
    return parts[0], True


def _only_coloured(section: Section) -> bool:
    """Whether nothing but a colour tells that the number is negative."""
    written = "".join(token.text for token in section.tokens)
    return section.coloured and not any(sign in written for sign in "-(（−")


def _number(value: Decimal, section: Section) -> str:
    tokens = section.tokens
    if section.has("general", "@") or not tokens:
        if not tokens:
            return ""
        return "".join(_general(value) if t.kind in ("general", "@") else t.text for t in tokens)
    if not section.has("digit"):
        return "".join(token.text for token in tokens if token.kind != ",")
    value = value.scaleb(2 * sum(token.kind == "%" for token in tokens), _WIDE)
    if section.has("exponent"):
        return _scientific(value, tokens)
    if section.has("/"):
        return _fraction(value, tokens)
    return _fixed(value, tokens)


def _general(value: Decimal) -> str:
    """A number as a cell without a format prints it: at most eleven characters."""
    value = value.normalize(_SHOWN)
    if value and (value.adjusted() >= _GENERAL_WIDTH or value < _SMALLEST):
        mantissa = round(value.scaleb(-value.adjusted()), 5).normalize()
        return f"{mantissa:f}E{value.adjusted():+03d}"
    whole = max(1, value.adjusted() + 1)
    places = max(0, _GENERAL_WIDTH - 1 - whole)
    shown = _rounded(value, places)
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def _rounded(value: Decimal, places: int) -> str:
    """A number with this many decimals, halves rounded up."""
    try:
        return f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE):f}"
    except InvalidOperation:
        return _OVERFLOW


def _fixed(value: Decimal, tokens: Sequence[Token]) -> str:
    """A number in the place of the digits of a format, grouped and scaled as its commas say."""
    digits = [at for at, token in enumerate(tokens) if token.kind == "digit"]
    point = next((at for at, token in enumerate(tokens) if token.kind == "."), len(tokens))
    commas = [at for at, token in enumerate(tokens) if token.kind == ","]
    last = max((at for at in digits if at < point), default=-1)
    # Each comma behind the digits, before or after the point, divides by a thousand.
    first, end = (digits[0], digits[-1]) if digits else (len(tokens), len(tokens))
    scaling = sum(last < at < point or at > end for at in commas)
    value = value.scaleb(-3 * scaling, _WIDE)
    grouped = any(first < at < last for at in commas)
    decimals = [at for at in digits if at > point][:_MOST_PLACES]
    whole, _, rest = _rounded(value, len(decimals)).partition(".")
    before = _whole(whole if whole != "0" else "", tokens[:point], grouped=grouped)
    after = _decimals(rest, tokens[point:])
    return before + after


def _whole(digits: str, tokens: Sequence[Token], *, grouped: bool) -> str:
    """The digits before the point, from right to left; the first place takes all that is left."""
    places = sum(token.kind == "digit" for token in tokens)
    written: list[str] = []
    count = 0
    for token in reversed(tokens):
        if token.kind == ",":
            continue
        if token.kind != "digit":
            written.append(token.text)
            continue
        places -= 1
        take = len(digits) if places == 0 else 1
        chars = list(reversed(digits[-take:])) if digits else [_FILLERS[token.text]]
        digits = digits[:-take] if digits else ""
        for char in chars:
            if grouped and count and count % 3 == 0 and char.isdigit():
                written.append(",")
            written.append(char)
            count += char.isdigit()
    if places > 0 or not any(token.kind == "digit" for token in tokens):
        written.append(digits)
    return "".join(reversed(written))


_FILLERS = {"0": "0", "#": "", "?": " "}


def _decimals(digits: str, tokens: Sequence[Token]) -> str:
    """The point and the digits after it; those that a format makes optional end with the zeros."""
    needed = len(digits.rstrip("0"))
    written = ""
    at = 0
    for token in tokens:
        if token.kind == "digit":
            if at < len(digits):
                written += digits[at] if at < needed else _FILLERS[token.text]
            at += 1
        elif token.kind != ",":
            written += token.text
    return written


def _scientific(value: Decimal, tokens: Sequence[Token]) -> str:
    at = next(at for at, token in enumerate(tokens) if token.kind == "exponent")
    mantissa, rest = tokens[:at], tokens[at + 1 :]
    point = next((i for i, token in enumerate(mantissa) if token.kind == "."), len(mantissa))
    step = max(1, sum(token.kind == "digit" for token in mantissa[:point]))
    power = value.adjusted() if value else 0
    power -= power % step
    places = sum(token.kind == "digit" for token in mantissa[point:])
    if len(_rounded(value.scaleb(-power), places).partition(".")[0]) > step:
        power += step
    shown = _fixed(value.scaleb(-power), mantissa)
    width = sum(token.kind == "digit" for token in rest)
    sign = "-" if power < 0 else ("+" if tokens[at].text.endswith("+") else "")
    return f"{shown}E{sign}{abs(power):0{width}d}"


def _fraction(value: Decimal, tokens: Sequence[Token]) -> str:
    """A common fraction: ``# ?/?`` prints 7.5 as 7 1/2."""
    slash = next(at for at, token in enumerate(tokens) if token.kind == "/")
    width = sum(token.kind == "digit" for token in tokens[slash:])
    mixed = any(token.text == " " for token in tokens[:slash])
    nearest = Fraction(value).limit_denominator(10 ** min(max(width, 1), 5) - 1)
    whole, rest = divmod(nearest, 1) if mixed else (0, nearest)
    if not rest:
        return str(whole)
    return f"{whole or ''} {rest.numerator}/{rest.denominator}".strip()
