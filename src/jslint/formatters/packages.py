"""Office files as packages: the same parts give the same bytes, whenever they are written."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The earliest time that a package can say.
_MADE = (1980, 1, 1, 0, 0, 0)


def packed(parts: Mapping[str, str]) -> bytes:
    """A package of these parts, in their order."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            part = zipfile.ZipInfo(name, _MADE)
            part.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(part, text.encode("utf-8"))
    return whole.getvalue()
