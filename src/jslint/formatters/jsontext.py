"""JSON as every format and command writes it."""

from __future__ import annotations

import json

from jslint.harmful import escaped


def dumps(value: object, *, indent: int | None = 2) -> str:
    """A value as JSON with a line feed at its end, Chinese as it is, harmful characters escaped."""
    return escaped(json.dumps(value, ensure_ascii=False, indent=indent)) + "\n"
