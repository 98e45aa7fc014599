"""PDF files written by hand for tests: text at given points, lines, pictures, nothing hidden."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

A4 = (595, 842)
LANDSCAPE = (842, 595)
XS = (72, 272, 372, 472)
STEP = 20
_TIMES = "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>"
_SQUARE = "1000 0 0 -120 1000 880 d1 50 -70 900 900 re f"
_NARROW = {".": 0.25, " ": 0.25, ",": 0.25, "-": 0.333, "%": 0.833}


def width(text: str, size: float = 12) -> float:
    """How wide a text is: a Chinese character as its size, a digit half of it."""
    return size * sum(
        1.0 if char > "\u2e80" or char in "“”‘’…" else _NARROW.get(char, 0.5) for char in text
    )


@dataclass
class Page:
    """A page being drawn; y is measured from its top.

    ``way`` puts the same page into the file in another way: ``rotated`` sideways with a rotation
    that shows it upright, ``sideways`` without one, ``form`` in a form that is drawn at half size.
    """

    size: tuple[int, int] = A4
    way: str = ""
    drawn: list[str] = field(default_factory=list)
    picture: bool = False

    def write(
        self, x: float, y: float, text: str, size: float = 12, *, gap: float = 0, lift: float = 0
    ) -> Page:
        """Set a line with its baseline at ``y``; digits in another font, raised by ``lift``."""
        for latin, group in groupby(text, lambda char: char in "0123456789.%,- "):
            piece = "".join(group)
            base = self.size[1] - y + (lift if latin else 0)
            font = "Times" if latin else "Song"
            self.drawn.append(
                f"BT /{font} {size} Tf {gap} Tc 1 0 0 1 {x:.2f} {base:.2f} Tm ({piece}) Tj ET"
            )
            x += width(piece, size) + gap * len(piece)
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float) -> Page:
        """Draw a stroke."""
        height = self.size[1]
        self.drawn.append(f"0.5 w {x0} {height - y0} m {x1} {height - y1} l S")
        return self

    def bar(self, x0: float, y0: float, x1: float, y1: float) -> Page:
        """Draw a filled box, as Word does for a line."""
        self.drawn.append(f"{x0} {self.size[1] - y1} {x1 - x0} {y1 - y0} re f")
        return self

    def boxes(self, xs: Sequence[float], ys: Sequence[float]) -> Page:
        """Rule a table as one path of boxes, one for each cell."""
        cells = [
            (x, y, right - x, below - y) for y, below in pairwise(ys) for x, right in pairwise(xs)
        ]
        drawn = " ".join(f"{x} {self.size[1] - y - h} {w} {h} re" for x, y, w, h in cells)
        self.drawn.append(f"0.5 w {drawn} S")
        return self

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> Page:
        """Rule every edge of a table."""
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        return self

    def table(
        self, rows: Sequence[Sequence[str]], xs: Sequence[float] = XS, top: float = 100
    ) -> Page:
        """A ruled table with one line of text in each cell."""
        return self.grid(xs, edges(rows, top)).fill(rows, xs, top)

    def fill(
        self, rows: Sequence[Sequence[str]], xs: Sequence[float] = XS, top: float = 100
    ) -> Page:
        """Only the texts of a table."""
        for at, row in enumerate(rows):
            for x, cell in zip(xs, row, strict=False):
                self.write(x + 3, top + STEP * at + 14, cell, 10)
        return self


def edges(rows: Sequence[object], top: float = 100) -> list[float]:
    """Where the rows of a table lie."""
    return [top + STEP * at for at in range(len(rows) + 1)]


def pdf(*pages: Page) -> bytes:
    """A file of these pages. Its Chinese font has a square for each character that they use."""
    used = sorted({char for page in pages for line in page.drawn for char in line if char > "~"})
    codes = {ord(char): f"\\{0o200 + at:03o}" for at, char in enumerate(used)}
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", _TIMES, _song(used), _names(used)]
    objects += [_stream(_SQUARE), _stream(" ", _IMAGE)]
    kids = []
    fonts = "/Font << /Times 3 0 R /Song 4 0 R >>"
    for page in pages:
        wide, high = page.size
        drawn = [f"q {wide} 0 0 {high} 0 0 cm /Scan Do Q"] if page.picture else []
        content = "\n".join(drawn + page.drawn).translate(codes)
        if page.way in ("rotated", "sideways"):
            wide, high = high, wide
            content = f"0 1 -1 0 {wide} 0 cm\n{content}"
        if page.way == "form":
            entries = "/Type /XObject /Subtype /Form /Matrix [2 0 0 2 10 10]"
            box = f"/BBox [0 0 {wide} {high}] /Resources << {fonts} >>"
            objects.append(_stream(f"0.5 0 0 0.5 -5 -5 cm\n{content}", f"{entries} {box}"))
            content = "/Form Do"
        form = f"/Form {len(objects)} 0 R" if page.way == "form" else ""
        objects.append(_stream(content))
        kids.append(len(objects) + 1)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {wide} {high}]"
            f" /Rotate {90 * (page.way == 'rotated')} /Contents {len(objects)} 0 R"
            f" /Resources << /XObject << /Scan 7 0 R {form} >> {fonts} >> >>"
        )
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{listed}] >>"
    return _file(objects)


_IMAGE = (
    "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
)


def _song(used: list[str]) -> str:
    names = " ".join(f"/c{at}" for at in range(len(used)))
    shapes = " ".join(f"/c{at} 6 0 R" for at in range(len(used)))
    widths = " ".join(["1000"] * len(used))
    return (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 -120 1000 880] /FontMatrix [.001 0 0 .001 0 0]"
        f" /Encoding << /Type /Encoding /Differences [128 {names}] >> /CharProcs << {shapes} >>"
        f" /FirstChar 128 /LastChar {127 + len(used)} /Widths [{widths}] /ToUnicode 5 0 R >>"
    )


def _names(used: list[str]) -> str:
    pairs = "\n".join(
        f"1 beginbfchar <{128 + at:02x}> <{_units(char)}> endbfchar" for at, char in enumerate(used)
    )
    return _stream(
        "/CIDInit /ProcSet findresource begin begincmap\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{pairs}\nendcmap end"
    )


def _units(char: str) -> str:
    """A character in UTF-16, as these maps want it; half of one stays as it is."""
    return char.encode("utf-16-be", "surrogatepass").hex()


def _stream(content: str, entries: str = "") -> str:
    return f"<< {entries} /Length {len(content)} >>\nstream\n{content}\nendstream"


def _file(objects: list[str]) -> bytes:
    body, offsets = "%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    return (
        f"{body}xref\n0 {size}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    ).encode("latin-1")
