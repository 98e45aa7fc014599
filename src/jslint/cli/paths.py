"""Paths as users see them."""

from __future__ import annotations

import os


def seen(path: str, folder: str = "") -> str:
    """A path as it is seen from a folder, the current one by default."""
    try:
        return os.path.relpath(path, folder or os.curdir).replace(os.sep, "/")
    except ValueError:  # another drive of Windows
        return path.replace(os.sep, "/")
