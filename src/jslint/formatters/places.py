"""Places as formats write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jslint.diagnostic import Result
    from jslint.document import Place
    from jslint.run import Run


def where(path: str, place: Place) -> str:
    """``report.txt:12:5``, ``report.pdf:p21``, ``tables.xlsx:收入!B7`` or ``draft.docx:¶12``."""
    path, found = place.path or path, spot(place)
    return f"{path}:{found}" if found else path


def spot(place: Place) -> str:
    """The coordinates alone: ``12:5``, ``p21``, ``收入!B7`` or ``¶12``; empty where there are none."""
    if place.line is not None:
        return f"{place.line}:{place.column or 1}"
    if place.sheet is not None:
        return f"{place.sheet}!{place.cell or ''}"
    if place.page is not None:
        return f"p{place.page}"
    if place.cell is not None:
        return place.cell
    return f"¶{place.paragraph}" if place.paragraph is not None else ""


def placed(place: Place, message: str) -> str:
    """The message of a service that knows lines alone, after the place where it has no line."""
    where = "" if place.line is not None else spot(place)
    return f"{where}: {message}" if where else message


def posix(path: str) -> str:
    """A path as services write it: with ``/`` alone, and without a leading ``./``."""
    return path.replace("\\", "/").removeprefix("./")


def uri(path: str) -> str:
    """A path with ``/`` alone as a URI reference: relative where it is, else with the scheme of files."""
    if path.startswith("//"):
        return f"file:{_quoted(path)}"
    if path.startswith("/"):
        return f"file://{_quoted(path)}"
    return f"file:///{path[:2]}{_quoted(path[2:])}" if path[1:3] == ":/" else _quoted(path)


def _quoted(path: str) -> str:
    from urllib.parse import quote  # noqa: PLC0415 - few formats have links

    try:
        return quote(path, errors="surrogateescape")
    except UnicodeEncodeError:  # a half of a pair, which no file's name gives on any platform
        return quote(path, errors="surrogatepass")


def source(run: Run, result: Result, place: Place) -> tuple[str, ...]:
    """The lines of the file that a place of a result is in; none where its lines are not at hand."""
    return run.sources.get(place.path, ()) if place.path else result.lines


def location(place: Place) -> dict[str, object]:
    """The coordinates that a place has, as JSON."""
    found = {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "page": place.page,
        "sheet": place.sheet,
        "cell": place.cell,
        "paragraph": place.paragraph,
        "box": list(place.box) if place.box else None,
    }
    return {key: value for key, value in found.items() if value is not None}
