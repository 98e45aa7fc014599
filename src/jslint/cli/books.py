"""The packs that an author's command names, opened."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from jslint import pack
from jslint.authoring import book
from jslint.limits import DEFAULT

if TYPE_CHECKING:
    from jslint.authoring.book import Book
    from jslint.limits import Limits
    from jslint.pack import RuleSet


def opened(names: tuple[str, ...], limits: Limits = DEFAULT) -> tuple[Book, ...]:
    """The named packs, each once, or all shipped ones; raise where one cannot be read."""
    shipped = {info.name: info.path for info in pack.available()}
    asked = {shipped.get(name) or os.path.normpath(name): name for name in names or shipped}
    for name in asked.values():
        # Says what is wrong with a name better than its file's absence would.
        pack.load([name], limits)
    return tuple(book.read(name, path, limits) for path, name in asked.items())


def all_rulesets(books: tuple[Book, ...]) -> tuple[RuleSet, ...]:
    """The rule sets in which a quantity may be used: those of the books and of all shipped packs."""
    shipped = (pack.load([info.name]) for info in pack.available())
    return (*(one.ruleset for one in books), *shipped)
