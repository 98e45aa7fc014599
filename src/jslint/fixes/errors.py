"""What keeps an edit from being made."""

from __future__ import annotations


class UneditableError(Exception):
    """What is to be edited does not stand in the file as it was read, or may not be touched."""
