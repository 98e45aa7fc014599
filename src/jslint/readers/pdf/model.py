"""What a page of a PDF holds once it is out of the file: characters and ruling lines.

All lengths are points. Pages are as a reader sees them: the origin is the top left corner, y grows
downwards, and a page that is printed sideways has been turned upright.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from msgspec import Struct

from jslint.document import Place

if TYPE_CHECKING:
    from jslint.phrases import Phrase

Box: TypeAlias = tuple[float, float, float, float]

# How much of a character's size stands above and below its baseline.
ASCENT, DESCENT = 0.88, 0.12
# In sizes: how far above its baseline the middle of a character is.
MIDDLE = (ASCENT - DESCENT) / 2


class Glyph(Struct, frozen=True, gc=False):
    """One character: where its advance begins and ends, its baseline, its size and itself."""

    left: float
    base: float
    right: float
    size: float
    char: str


class Stroke(NamedTuple):
    """A ruling line parallel to an edge of the page: ``at`` its fixed coordinate."""

    at: float
    start: float
    end: float


class Strip(NamedTuple):
    """What one page gives to a sheet of several: from ``start`` on, moved by ``shift`` there."""

    start: float
    shift: float
    sheet: Sheet


class Sheet(Struct, frozen=True):
    """One page. ``number`` counts from 1; ``glyphs`` are in the order of the file.

    ``turns`` is how many quarter turns clockwise the page was given to set its text upright;
    ``fault`` says why it or something on it was not read.

    Pages that a wide table is printed on side by side are one sheet, whose ``strips`` they are from
    the left; ``until`` is the number of the last of them where its rows go on behind that page.
    ``lower`` is how much further down its places sort, where columns are read one after the other.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...] = ()
    across: tuple[Stroke, ...] = ()
    down: tuple[Stroke, ...] = ()
    turns: int = 0
    fault: Phrase | str = ""
    strips: tuple[Strip, ...] = ()
    until: int = 0
    lower: float = 0.0

    def place(self, box: Box, home: Box | None = None) -> Place:
        """The place of a box on this page.

        Places sort by the top, then the left edge of their ``home``, or else of themselves.
        """
        left, top = (home or box)[:2]
        order = (self.number, round((top + self.lower) * 10), round(left * 10))
        if self.strips:
            number, seen = self._in_strip(box)
            return Place(order=order, page=number, box=seen)
        return Place(order=order, page=self.number, box=self._seen(box))

    def _in_strip(self, box: Box) -> tuple[int, Box]:
        """The page that a box begins on, and the box there, as far as it reaches on that page."""
        left, top, right, bottom = box
        middle = min((left + right) / 2, left + bottom - top)
        at = max(sum(strip.start <= middle for strip in self.strips) - 1, 0)
        strip = self.strips[at]
        end = self.strips[at + 1].start if at + 1 < len(self.strips) else self.width
        moved = (left - strip.shift, top, min(right, end) - strip.shift, bottom)
        return strip.sheet.number, strip.sheet._seen(moved)

    def _seen(self, box: Box) -> Box:
        """A box in the coordinates of the page as the file shows it, to a tenth of a point."""
        left, top, right, bottom = box
        if self.turns == 1:
            left, top, right, bottom = top, self.width - right, bottom, self.width - left
        elif self.turns == 3:  # noqa: PLR2004 - three quarter turns clockwise
            left, top, right, bottom = self.height - bottom, left, self.height - top, right
        return round(left, 1), round(top, 1), round(right, 1), round(bottom, 1)
