"""The ruling lines of a page, and how much of it a picture covers."""

from __future__ import annotations

import ctypes
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from jslint.readers.pdf.model import Stroke

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.readers.pdf.glyphs import Matrix
    from jslint.readers.pdf.model import Box

# A ruling line may be a filled box; this is how thick it is at most, and a bold one of ten times
# that length.
_THICKEST = 3.0
_BOLDEST = 6.0
_SLENDER = 10
_SHORTEST = 2.0
_DEEPEST = 4
_MOST_OBJECTS = 50_000
_MOST_SEGMENTS = 100_000
_MOST_LINES = 10_000
_SAME = 0.3


class Drawn(Struct):
    """What is drawn on a page: level and upright lines, the largest picture's area, and texts.

    ``crowded`` says that there was more than is read of one page.
    """

    across: list[Stroke] = []
    down: list[Stroke] = []
    picture: float = 0.0
    texts: int = 0
    crowded: bool = False

    def add(self, box: Box) -> None:
        """Keep a thin box as a ruling line."""
        left, top, right, bottom = box
        width, height = right - left, bottom - top
        if _is_line(width, height):
            self.across.append(Stroke((top + bottom) / 2, left, right))
        elif _is_line(height, width):
            self.down.append(Stroke((left + right) / 2, top, bottom))


def _is_line(length: float, thickness: float) -> bool:
    if thickness <= _THICKEST:
        return length >= _SHORTEST and length > thickness
    return thickness <= _BOLDEST and length >= _SLENDER * thickness


def strokes(page: Any, matrix: Matrix) -> Drawn:  # noqa: ANN401 - the library is not typed
    """The ruling lines of a page; ``matrix`` leads from its coordinates to upright ones."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - an extra, loaded by now

    drawn = Drawn()
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    to_bounds = [ctypes.byref(bound) for bound in (left, bottom, right, top)]
    budget = _MOST_SEGMENTS
    # Local names: a page has hundreds of these.
    bounds_of = pdfium.FPDFPageObj_GetBounds
    path, image, words = (
        pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_TEXT,
    )  # fmt: skip
    for item, kind, around in _objects(pdfium, page, matrix):
        if kind not in (path, image):
            drawn.texts += kind == words
            continue
        if not bounds_of(item, *to_bounds):
            continue
        box = _moved(left.value, bottom.value, right.value, top.value, around)
        if kind == image:
            drawn.picture = max(drawn.picture, (box[2] - box[0]) * (box[3] - box[1]))
        elif min(box[2] - box[0], box[3] - box[1]) <= _THICKEST:
            drawn.add(box)
        elif budget > 0:
            budget -= pdfium.FPDFPath_CountSegments(item)
            for thin in _Path(pdfium, item, around).lines():
                drawn.add(thin)
    return _bounded(drawn, budget)


def _bounded(drawn: Drawn, budget: int) -> Drawn:
    """A drawing of more lines than any table has is none, and would take long to search."""
    if len(drawn.across) + len(drawn.down) > _MOST_LINES:
        drawn.across, drawn.down, drawn.crowded = [], [], True
    drawn.crowded = drawn.crowded or budget <= 0
    return drawn


def _objects(
    pdfium: Any,
    page: Any,
    matrix: Matrix,  # noqa: ANN401 - the library is not typed
) -> Iterator[tuple[Any, int, Matrix]]:
    """Every object of a page or of the forms on it, with its kind and the matrix around it."""
    stack = [
        (pdfium.FPDFPage_GetObject(page, index), matrix, 0)
        for index in reversed(range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)))
    ]
    kind_of, form = pdfium.FPDFPageObj_GetType, pdfium.FPDF_PAGEOBJ_FORM
    seen = 0
    while stack and seen < _MOST_OBJECTS:
        item, around, depth = stack.pop()
        seen += 1
        kind = kind_of(item)
        if kind != form:
            yield item, kind, around
        elif depth < _DEEPEST:
            inner = _after(_matrix_of(pdfium, item), around)
            size = min(pdfium.FPDFFormObj_CountObjects(item), _MOST_OBJECTS)
            stack += [
                (pdfium.FPDFFormObj_GetObject(item, index), inner, depth + 1)
                for index in reversed(range(size))
            ]


def _matrix_of(pdfium: Any, item: Any) -> Matrix:  # noqa: ANN401 - the library is not typed
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(found)):
        return 1, 0, 0, 1, 0, 0
    return found.a, found.b, found.c, found.d, found.e, found.f


def _after(first: Matrix, then: Matrix) -> Matrix:
    """One matrix that does what two do one after the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s,
        e * p + f * r + t, e * q + f * s + u,
    )  # fmt: skip


def _moved(left: float, bottom: float, right: float, top: float, matrix: Matrix) -> Box:
    """A box in upright coordinates."""
    a, b, c, d, e, f = matrix
    x0, y0 = a * left + c * bottom + e, b * left + d * bottom + f
    x1, y1 = a * right + c * top + e, b * right + d * top + f
    if x0 > x1:
        x0, x1 = x1, x0
    return (x0, y0, x1, y1) if y0 <= y1 else (x0, y1, x1, y0)


def _point(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


class _Path(Struct):
    """A path that is not thin: a box, a whole grid in one stroke, or many thin boxes filled."""

    pdfium: Any
    item: Any
    around: Matrix

    def lines(self) -> Iterator[Box]:
        """Its ruling lines as thin boxes: strokes parallel to the page, filled boxes if thin."""
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        self.pdfium.FPDFPath_GetDrawMode(self.item, ctypes.byref(fill), ctypes.byref(stroke))
        if not (fill.value or stroke.value):
            return
        for points in self._figures():
            if stroke.value:
                yield from _edges(points)
            else:
                xs, ys = zip(*points, strict=True)
                yield min(xs), min(ys), max(xs), max(ys)

    def _figures(self) -> Iterator[list[tuple[float, float]]]:
        """The points of each figure that the path is made of; curves count as their ends."""
        pdfium = self.pdfium
        matrix = _after(_matrix_of(pdfium, self.item), self.around)
        x, y = ctypes.c_float(), ctypes.c_float()
        points: list[tuple[float, float]] = []
        for index in range(min(pdfium.FPDFPath_CountSegments(self.item), _MOST_SEGMENTS)):
            segment = pdfium.FPDFPath_GetPathSegment(self.item, index)
            pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
            if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO and points:
                yield points
                points = []
            points.append(_point(x.value, y.value, matrix))
            if pdfium.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        if points:
            yield points


def _edges(points: list[tuple[float, float]]) -> Iterator[Box]:
    for (x0, y0), (x1, y1) in pairwise(points):
        if abs(x0 - x1) <= _SAME or abs(y0 - y1) <= _SAME:
            yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
