"""Puts new bytes in a file's place: whoever looks sees the old file or the new one, never a third."""

from __future__ import annotations

import os
import stat
from pathlib import Path


class ChangedError(OSError):
    """The file is not what it was when it was read."""


def replace(path: str, old: bytes, new: bytes) -> None:
    """Write ``new`` over a file that still holds ``old``; links are followed, the mode is kept.

    Raise ``ChangedError`` where it holds something else, ``OSError`` where it cannot be written.
    """
    target = Path(os.path.realpath(path))
    mode = target.stat().st_mode
    if not stat.S_ISREG(mode) or not os.access(target, os.W_OK):
        raise PermissionError(13, os.strerror(13), path)
    # Hidden, so that a run over the folder passes it over if this process is killed beside it.
    beside = target.with_name(f".jslint.{os.getpid()}.{os.urandom(4).hex()}.tmp")
    try:
        with beside.open("xb") as stream:
            beside.chmod(stat.S_IMODE(mode))
            stream.write(new)
            stream.flush()
            os.fsync(stream.fileno())
        if target.read_bytes() != old:
            raise ChangedError(path)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
