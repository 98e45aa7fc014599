"""The characters of a page, from the library's calls to upright coordinates."""

from __future__ import annotations

import ctypes
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from jslint.readers.pdf.model import ASCENT, Glyph
from jslint.readers.pdf.radicals import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Code point, origin x and y, left, bottom, right and top, in the file's own coordinates, and the
# angle at which it is set, in radians.
Sample: TypeAlias = tuple[int, float, float, float, float, float, float, float]
# a, b, c, d, e, f: x' = a*x + c*y + e and y' = b*x + d*y + f, as PDF writes matrices.
Matrix: TypeAlias = tuple[float, float, float, float, float, float]

_SPACE = 32
_SMALLEST, _LARGEST = 3.0, 200.0
_USUAL_SIZE = 10.5
_FIRST_IDEOGRAPH, _LAST_IDEOGRAPH = "\u3400", "\u9fff"
_FIRST_RADICAL = 0x2E80
#: What is no other character's shape begins behind the radicals, and ends before the doubled ones.
_USUAL = range(0x3000, 0xF900)
# How wide digits are, in sizes, in narrow and in broad fonts.
_LEAN, _BROAD = 0.4, 0.7
_PRIVATE, _SPECIAL = range(0xE000, 0xF900), range(0xFFF0, 0x10000)
# What the library gives for a character beyond U+FFFF: two halves, one after the other.
_HALVES, _HIGH, _LOW = range(0xD800, 0xE000), range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_LAST_WHOLE, _LAST = 0xD7FF, 0x10FFFF
LOST = 0xFFFD
_TRIED = 400
_STILL = 0.05
_ASKEW = 0.1
# In heights of a character: the least from one line of a column of them to the next.
_APART = 1.1


class View(NamedTuple):
    """The characters of a page set upright, and how its own coordinates become upright ones."""

    glyphs: tuple[Glyph, ...]
    width: float
    height: float
    matrix: Matrix
    turns: int
    garbled: bool
    lost: int


def sample(text: Any, most: int) -> list[Sample]:  # noqa: ANN401 - the library is not typed
    """At most ``most`` characters of a text page, without those that the library made up."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - an extra, loaded by now

    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    to_x, to_y, to_box = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    # Local names: these calls are most of the time that a page takes.
    code_of, origin_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetCharOrigin
    box_of, angle_of = pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetCharAngle
    found: list[Sample] = []
    halved, last_whole = False, _LAST_WHOLE
    for index in range(min(pdfium.FPDFText_CountChars(text), most)):
        code = code_of(text, index)
        if code <= _SPACE and (code != _SPACE or pdfium.FPDFText_IsGenerated(text, index)):
            continue
        if code > last_whole and (code in _HALVES or code > _LAST):
            halved = True
        origin_of(text, index, to_x, to_y)
        box_of(text, index, to_box)
        found.append((
            code, x.value, y.value, box.left, box.bottom, box.right, box.top, angle_of(text, index),
        ))  # fmt: skip
    return list(joined(found)) if halved else found


def joined(samples: Sequence[Sample]) -> Iterator[Sample]:
    """The halves of each character as one; a lone half, or no character at all, is a lost one."""
    at = 0
    while at < len(samples):
        sample = samples[at]
        code, following = sample[0], samples[at + 1][0] if at + 1 < len(samples) else 0
        at += 1
        if code in _HIGH and following in _LOW:
            at += 1
            yield (0x10000 + (code - 0xD800) * 0x400 + following - 0xDC00, *sample[1:])
        else:
            yield (LOST if code in _HALVES or code > _LAST else code, *sample[1:])


def settle(
    samples: Sequence[Sample], crop: tuple[float, float, float, float], rotation: int
) -> View:
    """Characters upright and in reading coordinates.

    ``crop`` is the page's left, bottom, right and top, ``rotation`` its clockwise turn in degrees.
    A page whose text runs up or down it is turned until the text runs from left to right; what is
    set at another angle than most, as a watermark is, is left out.
    """
    samples = _level(samples)
    width, height, matrix = _shown(crop, rotation)
    turns = _turns(samples, matrix)
    if turns:
        matrix = _turned(matrix, width, height, turns)
        width, height = height, width
    glyphs = tuple(_glyphs(samples, matrix, width, height))
    strange = sum(sample[0] in _PRIVATE or sample[0] in _SPECIAL for sample in samples)
    garbled = strange * 3 > len(samples)
    lost = sum(sample[0] == LOST for sample in samples) if strange else 0
    return View(glyphs, width, height, matrix, turns, garbled=garbled, lost=lost)


def _level(samples: Sequence[Sample]) -> Sequence[Sample]:
    """The characters that are set at the angle of most of them."""
    if len({sample[7] for sample in samples}) < 2:  # noqa: PLR2004 - nothing stands out
        return samples
    angles = Counter(round(sample[7], 1) for sample in samples)
    usual = angles.most_common(1)[0][0]
    return [sample for sample in samples if abs(sample[7] - usual) <= _ASKEW]


def _shown(crop: tuple[float, float, float, float], rotation: int) -> tuple[float, float, Matrix]:
    """Width and height of the page as shown, and the matrix from the file's coordinates to it."""
    left, bottom, right, top = crop
    if rotation == 90:  # noqa: PLR2004 - degrees
        return top - bottom, right - left, (0, 1, 1, 0, -bottom, -left)
    if rotation == 180:  # noqa: PLR2004 - degrees
        return right - left, top - bottom, (-1, 0, 0, 1, right, -bottom)
    if rotation == 270:  # noqa: PLR2004 - degrees
        return top - bottom, right - left, (0, -1, -1, 0, top, right)
    return right - left, top - bottom, (1, 0, 0, -1, -left, top)


def _turns(samples: Sequence[Sample], matrix: Matrix) -> int:
    """How many quarter turns clockwise set the text upright: 0, 1 or 3.

    Most characters stand beside the one before them where text is level, above or below it where
    it is not.
    """
    a, b, c, d = matrix[:4]
    level = rising = falling = 0
    for before, after in pairwise(samples[:_TRIED]):
        dx, dy = after[1] - before[1], after[2] - before[2]
        right, down = a * dx + c * dy, b * dx + d * dy
        if abs(down) < _STILL:
            level += right > 0
        elif abs(right) < _STILL:
            rising += down < 0
            falling += down > 0
    if max(rising, falling) <= 2 * level or _is_column(samples):
        return 0
    return 1 if rising > falling else 3


def _is_column(samples: Sequence[Sample]) -> bool:
    """Whether upright characters stand below one another with gaps between: a column of noughts."""
    return all(
        abs(before[7]) < _ASKEW and abs(after[2] - before[2]) > _APART * (before[6] - before[4])
        for before, after in pairwise(samples[:_TRIED])
    )


def _turned(matrix: Matrix, width: float, height: float, turns: int) -> Matrix:
    """A matrix with one or three quarter turns clockwise after it."""
    a, b, c, d, e, f = matrix
    if turns == 1:
        return -b, a, -d, c, height - f, e
    return b, -a, d, -c, f, width - e


def _glyphs(
    samples: Iterable[Sample], matrix: Matrix, width: float, height: float
) -> Iterable[Glyph]:
    """Upright characters within the page.

    An ideograph is as wide as its font's size and a digit about half as wide; the rest, and digits
    that may have it, take the size of what stands before them. The file's font sizes may be scaled
    by any matrix.
    """
    a, b, c, d, e, f = matrix
    size = _first_size(samples, matrix)
    for code, x, y, x0, y0, x1, y1, _ in samples:
        char = chr(code)
        if code >= _FIRST_RADICAL and code not in _USUAL:
            char = fold(char)
        if b == 0:
            left, right, base = a * x0 + e, a * x1 + e, d * y + f
        else:
            left, right, base = c * y0 + e, c * y1 + e, b * x + f
        if left > right:
            left, right = right, left
        if _FIRST_IDEOGRAPH <= char <= _LAST_IDEOGRAPH:
            size = _plausible(right - left)
        elif "0" <= char <= "9" and not _LEAN * size <= right - left <= _BROAD * size:
            size = _plausible(2 * (right - left))
        if 0 <= (left + right) / 2 <= width and 0 <= base - size * ASCENT / 2 <= height:
            yield Glyph(left, base, right, size, char)


def _first_size(samples: Iterable[Sample], matrix: Matrix) -> float:
    """The size of the first ideograph, for what stands before it."""
    across = matrix[0] != 0
    for code, _, _, x0, y0, x1, y1, _ in samples:
        if _FIRST_IDEOGRAPH <= chr(code) <= _LAST_IDEOGRAPH:
            return _plausible(abs(x1 - x0) if across else abs(y1 - y0))
    return _USUAL_SIZE


def _plausible(size: float) -> float:
    return min(max(size, _SMALLEST), _LARGEST)
