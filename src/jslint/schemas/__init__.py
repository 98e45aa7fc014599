"""The published JSON Schemas, shipped beside this module as ``<name>.schema.json``."""

from __future__ import annotations

from pathlib import Path

from jslint.errors import UsageError

NAMES = ("report", "pack")


def text(name: str) -> str:
    """The schema of that name as JSON text; raise ``UsageError`` for a name not in ``NAMES``."""
    if name not in NAMES:
        raise UsageError(f"没有名为“{name}”的结构定义；可用的有：{'、'.join(NAMES)}")
    return Path(__file__).with_name(f"{name}.schema.json").read_text(encoding="utf-8")
