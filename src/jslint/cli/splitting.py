"""Options that may each hold several values, with commas between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def parts(given: Iterable[str]) -> Iterator[str]:
    """Every value of options that were given; a Chinese comma is one too."""
    for option in given:
        yield from (part.strip() for part in option.replace("，", ",").split(","))
