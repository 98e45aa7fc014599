"""Opens regular files only: a pipe would make a run wait for ever, a device never ends."""

from __future__ import annotations

import os
import stat

#: Pipes are opened without waiting for their other end; the flags are not on every platform.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_FLAGS |= getattr(os, "O_NOCTTY", 0) | getattr(os, "O_CLOEXEC", 0)


class IrregularError(OSError):
    """What was to be opened is a device, a pipe, a socket or a folder."""


class LargeError(OSError):
    """A file is larger than was to be read."""


def read(path: str, most: int) -> bytes:
    """The bytes of a regular file, also through links; at most ``most`` of them.

    Raise ``IrregularError``, ``LargeError``, or what opening a file raises.
    """
    opened = os.open(path, _FLAGS)
    try:
        found = os.fstat(opened)
        if not stat.S_ISREG(found.st_mode):
            raise IrregularError
        if found.st_size > most:
            raise LargeError
        # A file may grow while it is read, and those of /proc say that they have no size.
        with os.fdopen(opened, "rb", closefd=False) as stream:
            data = stream.read(found.st_size + 1) if found.st_size else stream.read(most + 1)
            if len(data) > found.st_size:
                data += stream.read(max(0, most + 1 - len(data)))
    finally:
        os.close(opened)
    if len(data) > most:
        raise LargeError
    return data
