"""What keeps a file from being annotated."""

from __future__ import annotations


class UnannotatedError(Exception):
    """The file cannot hold notes; ``reason`` is a phrase's key, told in the user's language."""

    def __init__(self, reason: str, **values: object) -> None:
        """Keep the reason and its values."""
        self.reason, self.values = reason, values
        super().__init__(reason)
