"""Digests that tell one content from another.

``hashlib`` has the same, but loads OpenSSL for it, which takes longer than a run with a kept result does
for anything else; Python's own ``random`` goes the same way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import blake2b, blake2s
else:
    try:
        from _blake2 import blake2b, blake2s
    except ImportError:
        from hashlib import blake2b, blake2s

__all__ = ["SIZE", "blake2s", "digest"]

#: 64 hexadecimal digits.
SIZE = 32


def digest(data: bytes = b"") -> blake2b:
    """The digest of some bytes, to which more may be added."""
    return blake2b(data, digest_size=SIZE)
