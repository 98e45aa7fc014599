"""Checks a built site: every link and anchor leads somewhere, and nothing is fetched from the net."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

#: What a page loads by itself, as opposed to what its reader may follow.
_LOADED = {"script": "src", "img": "src", "iframe": "src", "source": "src", "link": "href"}


class _Page(HTMLParser):
    """The anchors of a page, the links it offers and the files it loads."""

    def __init__(self) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[str] = []
        self.loaded: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag names, offers or loads."""
        values = {name: value for name, value in attrs if value is not None}
        self.anchors |= {values[name] for name in ("id", "name") if name in values}
        target = values.get(_LOADED.get(tag, ""))
        if target is not None:
            self.loaded.append(target)
        elif tag == "a" and "href" in values:
            self.links.append(values["href"])


def problems(site: Path) -> list[str]:
    """A line for each thing that is wrong with the pages of a folder."""
    pages = {path.resolve(): _page(path) for path in sorted(site.rglob("*.html"))}
    return [
        f"{path.relative_to(site.resolve())}: {problem}"
        for path, page in pages.items()
        for problem in _wrong(path, page, pages)
    ]


def _page(path: Path) -> _Page:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    return page


def _wrong(path: Path, page: _Page, pages: Mapping[Path, _Page]) -> Iterator[str]:
    for target in (*page.links, *page.loaded):
        address = urlsplit(target)
        if address.scheme or address.netloc:
            # A reader may leave the site by a link; a page that loads from elsewhere needs the net.
            if target in page.loaded and address.scheme != "data":
                yield f"从网上取 {target}"
            continue
        file = (path.parent / unquote(address.path)).resolve() if address.path else path
        if not file.is_file():
            yield f"没有 {target} 所指的文件"
        elif address.fragment and file in pages:
            anchor = unquote(address.fragment)
            if anchor not in pages[file].anchors:
                yield f"没有 {target} 所指的锚点"
