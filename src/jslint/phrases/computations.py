"""How a computation is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "holds": ("✓", "✓"),
    "rounding": ("✓（舍入以内）", "✓ (within rounding)"),
    "edge": ("✗（只差末位）", "✗ (off by a last place)"),
    "broken": ("✗", "✗"),
    "comes-to": ("，算得 {value}", ", comes to {value}"),
    "off-by": ("，差 {value}", ", off by {value}"),
    "table": ("《{title}》", "'{title}' "),
}
