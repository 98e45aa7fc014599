"""The published JSON Schemas, shipped beside this module as ``<name>.schema.json``."""

from __future__ import annotations

import os

from jslint.errors import UsageError
from jslint.phrases import Family

#: In the order of the documentation; a name here and its file are all that a schema takes.
NAMES = ("report", "pack", "config", "ignore")


def text(name: str) -> str:
    """The schema of that name as JSON text; raise ``UsageError`` for a name not in ``NAMES``."""
    if name not in NAMES:
        raise UsageError(Family("reading").phrase("no-schema", name=name, names=NAMES))
    # Not pathlib: the command line loads this module for its names, and pathlib takes 2.5 ms.
    path = os.path.join(os.path.dirname(__file__), f"{name}.schema.json")
    with open(path, encoding="utf-8") as stream:
        return stream.read()
