"""A printed number, and how to find and read the numbers of a text."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.figures.interval import Interval
from jslint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator


class Dimension(Enum):
    """What a number measures."""

    AMOUNT = "amount"
    RATE = "rate"
    POINT = "point"
    COUNT = "count"
    BARE = "bare"


class Unit(Struct, frozen=True):
    """A unit as printed; ``scale`` turns amounts into yuan and rates into percent, else it is 1."""

    name: str
    dimension: Dimension
    scale: Decimal = Decimal(1)

    @property
    def is_whole(self) -> bool:
        """Whether it counts things that have no parts: people, visits, vehicles."""
        return self.dimension is Dimension.COUNT and self.name not in _DIVISIBLE

    def __hash__(self) -> int:
        """That of the name, which is kept with it: units are looked up for every cell."""
        return hash(self.name)


BARE = Unit("", Dimension.BARE)
#: Units of counting that have parts: half a day, half a point.
_DIVISIBLE = frozenset(("平方米", "公里", "亩", "分", "天", "人天"))
_AMOUNTS = {
    "万亿元": "1000000000000",
    "亿元": "100000000",
    "百万元": "1000000",
    "万元": "10000",
    "千元": "1000",
    "元": "1",
    "万": "10000",
}
_RATES = {"%": "1", "‰": "0.1", "倍": "100"}
#: Money is counted in no less.
_FEN = Decimal("0.01")
_COUNTS = [
    "人次",
    "批次",
    "台（套）",
    "台(套)",
    "台/套",
    "台套",
    "平方米",
    "个",
    "人",
    "次",
    "批",
    "辆",
    "台",
    "套",
    "家",
    "名",
    "项",
    "户",
    "件",
    "分",
    "天",
    "间",
    "条",
    "场",
    "期",
    "篇",
    "份",
    "只",
    "艘",
    "架",
    "处",
    "座",
    "宗",
    "起",
    "位",
    "所",
    "类",
    "种",
    "公里",
    "亩",
    "册",
    "张",
    "株",
    "人天",
]
UNITS: dict[str, Unit] = {
    **{name: Unit(name, Dimension.AMOUNT, Decimal(scale)) for name, scale in _AMOUNTS.items()},
    **{name: Unit(name, Dimension.POINT) for name in ("个百分点", "百分点")},
    **{name: Unit(name, Dimension.RATE, Decimal(scale)) for name, scale in _RATES.items()},
    **{name: Unit(name, Dimension.COUNT) for name in _COUNTS},
}

# The traditional characters of the words that sentences about figures are built from.
_TRADITIONAL = (
    "萬億圓經費較減長與預決務車購運維護國總計財撥項類單門業優資產營實際為達級縣區機關專農應對獎勵補貼會議訓練辦幹離養險療衛醫學傳體環節約變動無"
    "歲從來漲擴縮壓繳給數額據標準報紙開場鄉鎮廣電東腦設備軟發輛臺樣個們後還沒績評審稅債轉結餘執調構築製採員書館廳處術藝軍隊團組織統劃屬於聯"
)
_SIMPLIFIED = (
    "万亿圆经费较减长与预决务车购运维护国总计财拨项类单门业优资产营实际为达级县区机关专农应对奖励补贴会议训练办干离养险疗卫医学传体环节约变动无"
    "岁从来涨扩缩压缴给数额据标准报纸开场乡镇广电东脑设备软发辆台样个们后还没绩评审税债转结余执调构筑制采员书馆厅处术艺军队团组织统划属于联"
)
# One character for one character, so that offsets stay those of the source.
_WIDE = "０１２３４５６７８９．％﹪－−﹣–（）\u00a0\u2002\u2003\u2009\u3000"
_FOLD = str.maketrans(_WIDE + _TRADITIONAL, "0123456789.%%----()     " + _SIMPLIFIED)
#: To look for these takes a tenth of looking each character up.
_FOLDED = regex(f"[{_WIDE}{_TRADITIONAL}]+")

_GROUPED = r"\d{1,3}(?:[,，]\s?\d{3})+(?=\s?\.\d|[^\d,，]|[,，][百千万亿]{1,2}元|$)|\d{1,3}(?:\s\d{3})+(?=\.\d)"
_NUMBER = (
    r"(?P<sign>-|(?<![担肩背])负)?\s?"
    rf"(?P<digits>{_GROUPED}|\d+)"
    r"(?P<decimals>\s?\.\s?\d+)?"
)
#: Units whose characters a soft break may part; others are short or mean something else apart.
_PARTED = frozenset(
    ["万亿元", "亿元", "百万元", "万元", "千元", "个百分点", "百分点", "人次", "批次"]
)
_UNIT_NAMES = [
    (r"\s?".join(name) if name in _PARTED else re.escape(name.translate(_FOLD)))
    for name in sorted(UNITS, key=len, reverse=True)
    if name != "万"
]
_FIGURE = regex(
    # Most characters begin no number: one look at them is a third of a try.
    rf"(?=[-负\d\s])(?<![\d.A-Za-z〔]){_NUMBER}"
    rf"(?:[,，](?=[百千万亿]{{1,2}}元))?\s{{0,2}}(?P<unit>{'|'.join(_UNIT_NAMES)}|[万亿](?=[\s(,，。；;、)~〜～—至-]|$))?"
)
_BY_FOLDED = {name.translate(_FOLD): unit for name, unit in UNITS.items()}
_BY_FOLDED["亿"] = UNITS["亿元"]
_TIME = regex(
    r"\s{0,2}(?:年|月|日|号|时|点|世纪|周|分钟|秒|个\s?(?:月|工作日|季度|学期|小时|星期))"
)
_JOINS = frozenset("〕])-/~〜～至")
_RANGE = regex(r"\s?(?:\((?:不?含)\))?[-~〜～—至]\s?")
_RANGE_ON = regex(rf"{_RANGE.pattern}(?!20\d\d\s?年)\d")
#: What people put into a cell where there is no figure: dashes of every kind, a slash, 无.
_NOTHING = regex(r"[-\u2010-\u2015\u2212\u2500\u2501\ufe58\ufe63\uff0d]{1,8}|[/／\\]{1,2}|无")
_SEPARATORS = regex(r"[,，\s]+")
#: A digit lost or doubled leaves the thousands wrongly parted: 2,4456,219.28; so do no two numbers.
_MISGROUPED = r"\d{1,7}(?:,\d{1,7}){1,5}(?=\.\d{2}(?!\d))"
#: So printed, or with nothing behind its point (24.%), a number has no certain value.
_MISPRINT = regex(
    rf"(?:{_MISGROUPED}\.\d{{2}}|\d{{1,9}}(?:,\d{{3}}){{0,3}}\.)\s{{0,2}}(?:(?:亿|万)?元|%)"
)
_CELL_NUMBER = _NUMBER.replace(r"|\d+)", rf"|\d+|{_MISGROUPED})")
_CELL = regex(
    rf"(?P<open>\()?\s*{_CELL_NUMBER}\s*(?P<percent>%)?\s*(?P<close>\))?"
    r"\s*(?P<unit>(?:亿|百万|万|千)?元)?"
)


@lru_cache(maxsize=256)
def _step(quantum: Decimal, scale: Decimal) -> Fraction:
    return Fraction(quantum) * Fraction(scale)


#: What a blank cell shows where its figure, nothing, is told of.
BLANK = "（空）"


class Figure(Struct, frozen=True, dict=True):
    """A number as printed.

    ``value`` is signed and counted in ``unit``; ``quantum`` is one unit of its last printed place
    (0.01 for ``7.20``, 0.1 for ``7.2``); ``text`` is the number with its unit, as it stands.
    """

    value: Decimal
    quantum: Decimal
    unit: Unit
    text: str

    @cached_property
    def is_exact(self) -> bool:
        """Whether nothing was rounded: a count, the forms' word for "none", or money to the fen."""
        kind = self.unit.dimension
        if kind is Dimension.AMOUNT and self.quantum * self.unit.scale <= _FEN:
            return True
        return kind is Dimension.COUNT or self.is_hard_zero

    @cached_property
    def step(self) -> Fraction:
        """Its quantum, in yuan for amounts and in percent for rates; one object for all alike."""
        return _step(self.quantum, self.unit.scale)

    @cached_property
    def steps(self) -> int | None:
        """How many steps it is; None where its value was put in place of one with fewer places."""
        value, parts = self.value.as_integer_ratio()
        quantum, of = self.quantum.as_integer_ratio()
        whole, rest = divmod(value * of, parts * quantum)
        return None if rest else whole

    @cached_property
    def is_hard_zero(self) -> bool:
        """Whether this is an amount or count of 0 without decimals: the forms' word for "none".

        A rate of ``0%`` may be a rounding, such as that of 0.3 %.
        """
        return self.value == 0 and self.quantum == 1 and self.unit.dimension is not Dimension.RATE

    def interval(self, quantum: Decimal | None = None) -> Interval:
        """The true values, in yuan or percent, that print so (model N of the number model).

        ``quantum`` overrides the printed one, for documents that drop trailing zeros.
        """
        if self.is_exact or quantum is None or quantum == self.quantum:
            return self._interval
        return self._around(_step(quantum, self.unit.scale))

    @cached_property
    def _interval(self) -> Interval:
        return Interval.point(self._exact) if self.is_exact else self._around(self.step)

    def _around(self, step: Fraction) -> Interval:
        half = step / 2
        return Interval(self._exact - half, self._exact + half)

    @cached_property
    def _exact(self) -> Fraction:
        value, parts = self.value.as_integer_ratio()
        scale, of = self.unit.scale.as_integer_ratio()
        return Fraction(value * scale, parts * of)

    def exact(self) -> Fraction:
        """The printed value itself, in yuan for amounts and in percent for rates."""
        return self._exact

    def plain(self) -> str:
        """The number without its unit, separators or spaces, as printed otherwise."""
        return format(self.value, "f")


class Found(Struct, frozen=True):
    """A figure and its place in the text: ``start`` to ``end``, unit included."""

    figure: Figure
    start: int
    end: int


#: A paragraph is folded by each step that reads it, and then by rules that go through all of them.
_REMEMBERED = 256


@lru_cache(maxsize=_REMEMBERED)
def fold(text: str) -> str:
    """Replace full-width digits, signs, brackets and spaces, keeping every offset."""
    return _FOLDED.sub(_narrow, text)


def _narrow(match: re.Match[str]) -> str:
    return match[0].translate(_FOLD)


def find(text: str) -> Iterator[Found]:
    """Yield the numbers of a text in order.

    Dates, durations, ordinals, ranges, document numbers and identifiers are left out, and numbers
    that are no whole ones as they are printed (1,03.50元, 24.%). A number without a unit is yielded
    with the unit ``BARE``.
    """
    folded = fold(text)
    last = 0
    for match in _FIGURE.finditer(folded):
        if match.start() < last:
            continue  # within a misprint
        if not match["unit"] and folded.startswith((",", "."), match.end()):
            misprint = _MISPRINT.match(folded, match.start("digits"))
            last = misprint.end() if misprint else last
            if misprint:
                continue
        between, last_before, last = folded[last : match.start()], last, match.end()
        if _is_no_quantity(folded, match) or (last_before and _RANGE.fullmatch(between)):
            continue
        start = match.start("digits")
        if match["sign"] and not _is_hyphen(folded, match.start(), last_before):
            start = match.start()
        elif match["sign"] and (match.start() == last_before or _is_bound(folded, match.start())):
            continue
        unit = _BY_FOLDED["".join(match["unit"].split())] if match["unit"] else BARE
        end = match.end("unit") if match["unit"] else _number_end(match)
        negative = start < match.start("digits")
        yield Found(_figure(match, unit, text[start:end], negative=negative), start, end)


#: The cells of a folder of reports say the same few thousand things.
_CELLS = 8192


@lru_cache(maxsize=_CELLS)
def parse_cell(text: str, unit: Unit = BARE) -> Figure | None:
    """Read a table cell that holds nothing but a number; None where it holds anything else.

    One whose thousands are wrongly parted is the number that its digits are.
    Brackets round a number make it negative, as bookkeepers print it; ``%``, or a unit of money
    behind the number, overrides ``unit``.
    """
    match = _CELL.fullmatch(fold(text).strip())
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    negative = bool(match["sign"]) or bool(match["open"])
    own = UNITS["%"] if match["percent"] else UNITS.get(match["unit"], unit)
    return _figure(match, own, text.strip(), negative=negative)


def is_nothing(text: str) -> bool:
    """Whether a cell only says that it holds no figure: ``-``, ``——``, ``/``, ``无``."""
    if not text or text[-1].isdigit():
        return False
    return _NOTHING.fullmatch("".join(text.split())) is not None


def _figure(match: re.Match[str], unit: Unit, text: str, *, negative: bool) -> Figure:
    decimals = "".join((match["decimals"] or "").split())
    value = Decimal(_SEPARATORS.sub("", match["digits"]) + decimals)
    return Figure(-value if negative else value, _quantum(len(decimals)), unit, text)


@lru_cache(maxsize=64)
def _quantum(size: int) -> Decimal:
    """One unit of the last place, where so many characters with the point are the decimals."""
    return Decimal(1).scaleb(-max(0, size - 1))


def _number_end(match: re.Match[str]) -> int:
    return match.end("decimals") if match["decimals"] else match.end("digits")


def _is_bound(folded: str, at: int) -> bool:
    """Whether a bound of a range stands before, which says if it is in it: 90（含）-100 分."""
    return folded.endswith(("(含)", "(不含)"), 0, at)


def _is_hyphen(folded: str, at: int, last: int) -> bool:
    """Whether the sign at this offset joins two numbers or words (3万元-5万元, A-3)."""
    if at == 0 or folded[at] != "-":
        return False
    before = folded[at - 1]
    return at == last or _is_bound(folded, at) or (before.isascii() and before.isalnum())


def _is_no_quantity(folded: str, match: re.Match[str]) -> bool:
    """Whether the number is a time, an ordinal, a bound of a range or part of an identifier."""
    end = _number_end(match)
    if _TIME.match(folded, end) or _RANGE_ON.match(folded, match.end()):
        return True
    start = match.start()
    if folded[max(0, start - 4) : start].rstrip().endswith("第"):
        return True
    if match["unit"]:
        return False
    after = folded[match.end() : match.end() + 2]
    return (
        after[:1] in _JOINS
        or (after[:1].isascii() and after[:1].isalpha())
        or (after[:1] == "." and after[1:].isdigit())
    )
