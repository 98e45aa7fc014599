"""Numbers as Word's automatic numbering prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_HAN = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 4999
_TEN, _HUNDRED, _THOUSAND, _MYRIAD = 10, 100, 1_000, 10_000
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def numeral(value: int, style: str) -> str:
    """A number from 0 in one of the styles of the format; decimal where the style is unknown."""
    written = _STYLES.get(style)
    return written(value) if written else str(value)


def _han(value: int, digits: str, places: tuple[str, str, str, str]) -> str:
    """A number in Chinese characters with its places: 一百二十三, 一千零五, 十二 as 一十二."""
    if value >= _MYRIAD:
        high, low = divmod(value, _MYRIAD)
        gap = digits[0] if 0 < low < _THOUSAND else ""
        rest = gap + _han(low, digits, places) if low else ""
        return _han(high, digits, places) + places[3] + rest
    written = ""
    skipped = False
    for unit, place in ((_THOUSAND, places[2]), (_HUNDRED, places[1]), (_TEN, places[0]), (1, "")):
        digit = value // unit % 10
        if digit:
            written += (digits[0] if skipped and written else "") + digits[digit] + place
        skipped = not digit
    return written or digits[0]


def _counting(value: int) -> str:
    """一, 十, 十二, 二十, 一百零五: how headings count."""
    written = _han(value, "零" + _HAN[1:], ("十", "百", "千", "万"))
    return written[1:] if written.startswith("一十") else written


def _legal(value: int) -> str:
    return _han(value, _LEGAL, ("拾", "佰", "仟", "万"))


def _by_digit(value: int) -> str:
    return "".join(_HAN[int(digit)] for digit in str(value))


def _roman(value: int) -> str:
    if not 0 < value <= _LARGEST_ROMAN:
        return str(value)
    written = ""
    for amount, letters in _ROMAN:
        count, value = divmod(value, amount)
        written += letters * count
    return written


def _letter(value: int) -> str:
    """Letters from a to z, then aa, bb and so on."""
    if value < 1:
        return str(value)
    rounds, at = divmod(value - 1, 26)
    return chr(ord("a") + at) * min(rounds + 1, 30)


def _from(first: str, count: int, *, zero: str = "") -> Callable[[int], str]:
    """Numbers whose signs stand in a row in Unicode; decimal beyond them."""

    def written(value: int) -> str:
        if value == 0 and zero:
            return zero
        return chr(ord(first) + value - 1) if 0 < value <= count else str(value)

    return written


def _around(signs: str) -> Callable[[int], str]:
    def written(value: int) -> str:
        return signs[(value - 1) % len(signs)] if value > 0 else str(value)

    return written


def _ordinal(value: int) -> str:
    tens = value // 10 % 10 == 1
    return f"{value}{'th' if tens else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


_STYLES: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda value: f"{value:02d}",
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda value: _letter(value).upper(),
    "lowerLetter": _letter,
    "ordinal": _ordinal,
    "none": lambda _: "",
    "bullet": lambda _: "",
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _counting,
    "japaneseCounting": _counting,
    "koreanCounting": _counting,
    "ideographDigital": _by_digit,
    "japaneseDigitalTenThousand": _by_digit,
    "taiwaneseDigital": _by_digit,
    "koreanDigital2": _by_digit,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "japaneseLegal": _legal,
    "ideographTraditional": _around(_STEMS),
    "ideographZodiac": _around(_BRANCHES),
    "decimalEnclosedCircle": _from("①", 20, zero="⓪"),
    "decimalEnclosedCircleChinese": _from("①", 20, zero="⓪"),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "ideographEnclosedCircle": _from("㊀", 10),
    "decimalFullWidth": lambda value: str(value).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda value: str(value).translate(_FULL_WIDTH),
    "numberInDash": lambda value: f"- {value} -",
}
