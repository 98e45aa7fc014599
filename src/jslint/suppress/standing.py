"""Where the diagnostics of a report stand, so that those that a suppression points at are found fast."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

from msgspec import Struct

from jslint.formatters.places import spot
from jslint.suppress.suppression import is_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Self

    from jslint.diagnostic import Diagnostic
    from jslint.document import Place
    from jslint.suppress.suppression import Suppression


class _One(Struct, frozen=True):
    """A diagnostic with what tells where it is; ``first`` and ``last`` are of its characters."""

    found: Diagnostic
    first: tuple[int, ...]
    last: tuple[int, ...]
    folder: str
    name: str
    spots: tuple[str, ...]
    words: str


class Standing(Struct, frozen=True):
    """The diagnostics in reading order; ``reach`` is how far any of those up to each goes."""

    ones: tuple[_One, ...]
    firsts: tuple[tuple[int, ...], ...]
    reach: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, path: str, diagnostics: Iterable[Diagnostic]) -> Self:
        """Those of the report at a path."""
        ones = sorted((_one(found, path) for found in diagnostics), key=_first)
        reach = accumulate((one.last for one in ones), max)
        return cls(tuple(ones), tuple(map(_first, ones)), tuple(reach))

    def where(self, suppression: Suppression) -> list[Diagnostic]:
        """Those that stand where a suppression points, whatever their rules, in reading order."""
        near = self._within(suppression) if suppression.bounded else self.ones
        return [one.found for one in near if _is_meant(suppression, one)]

    def _within(self, suppression: Suppression) -> Iterator[_One]:
        """Those that stand, at least in part, in what a remark is about."""
        since, until = suppression.since, suppression.until
        end = start = bisect_left(self.firsts, until)
        while start and self.reach[start - 1] >= since:
            start -= 1
        path = suppression.place.path
        for one in self.ones[start:end] if since < until else ():
            if one.last >= since and one.found.place.path == path:
                yield one


def _first(one: _One) -> tuple[int, ...]:
    return one.first


def _one(found: Diagnostic, path: str) -> _One:
    place = found.place
    folder, name = split(place.path or path)
    spots = (spot(place), *([str(place.line)] if place.line is not None else ()))
    # The line feed stands in no quoted words, so that none reach from one into the other.
    words = f"{plain(found.excerpt)}\n{plain(found.message)}"
    return _One(found, place.order, _last(place), folder, name, spots, words)


def _last(place: Place) -> tuple[int, ...]:
    """The order of a place's last character."""
    order = place.order
    if place.line is not None and place.end_line is not None:
        return (*order[:-2], place.end_line, max(1, (place.end_column or 1) - 1))
    if place.column is not None and place.end_column is not None:
        return (*order[:-1], order[-1] + max(0, place.end_column - place.column - 1))
    return order


def _is_meant(suppression: Suppression, one: _One) -> bool:
    """Whether a diagnostic is in the file, at the spot and holds the words of a suppression."""
    file, quote = suppression.file, suppression.quote
    if file and (one.folder != split(file)[0] or not is_for(suppression.names, one.name)):
        return False
    if suppression.spot and suppression.spot not in one.spots:
        return False
    return not quote or plain(quote) in one.words


def split(path: str) -> tuple[str, str]:
    """A path's folder and name."""
    folder, _, name = path.replace("\\", "/").rpartition("/")
    return folder, name


def plain(text: str) -> str:
    """Words without white space, which is layout."""
    return "".join(text.split())
