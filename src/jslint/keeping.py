"""Files that jslint can make again, kept in the user's cache as Python keeps its bytecode.

A kept file is used only by the program that made it, and only whole, which a checksum shows: what is
damaged, or another version's, counts as none. Where it cannot be written, nothing is lost but time.
"""

from __future__ import annotations

import os
import sys
import zlib

from jslint import __version__, regular

_LARGEST = 64 << 20


def is_off() -> bool:
    """Whether the environment forbids to keep anything."""
    return bool(os.environ.get("JSLINT_NO_CACHE"))


def keeps_results() -> bool:
    """Whether the environment lets results be kept."""
    return not (is_off() or os.environ.get("JSLINT_NO_RESULTS"))


def folder() -> str:
    """Where jslint keeps what it can make again."""
    return os.path.join(_cache(), "jslint")


def _cache() -> str:
    """The user's cache, by the convention of the platform."""
    home = os.path.expanduser("~")
    if os.name == "nt":
        return os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Caches")
    return os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")


def origin(path: str) -> str:
    """The file that a file of ours was installed as: itself or, in the one-file program, that one.

    It unpacks itself into another folder for each run, at another time.
    """
    return sys.executable if getattr(sys, "frozen", False) else path


def load(path: str, made: str) -> bytes | None:
    """What a kept file holds; None where there is none that was ``made`` so, or it is damaged."""
    try:
        head, _, body = regular.read(path, _LARGEST).partition(b"\n")
    except OSError:
        return None
    return body if head == _head(made, body) else None


def save(path: str, made: str, body: bytes) -> None:
    """Write a file whole or not at all, for nobody else to read; others may write it meanwhile."""
    fresh = f"{path}.{os.getpid()}.new"
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
            stream.write(_head(made, body) + b"\n" + body)
        os.replace(fresh, path)
    except OSError:
        return


def _head(made: str, body: bytes) -> bytes:
    """The line before what is kept: by what and from what it was made, and its checksum."""
    return f"jslint {__version__} {made} {len(body)} {zlib.crc32(body):08x}".encode()
