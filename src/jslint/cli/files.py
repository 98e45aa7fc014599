"""Which files a run reads, and writing without ever leaving half a file."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from jslint.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STDIN = "-"


def expand(paths: Iterable[str], extensions: Iterable[str]) -> list[str]:
    """The files of the given paths, each once: folders recursively and sorted, hidden ones left out."""
    return list(dict.fromkeys(found for path in paths for found in _files(path, frozenset(extensions))))


def _files(path: str, extensions: frozenset[str]) -> Iterator[str]:
    if path == STDIN or not os.path.isdir(path):
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith((".", "~$")) and Path(name).suffix.lower() in extensions:
                yield os.path.join(folder, name)


def write(path: str, text: str) -> None:
    """Write a file whole or not at all; ``UsageError`` where it cannot be written."""
    target = Path(path)
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        # mkstemp makes files for the owner only; a report is to be shared like any other file.
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        Path(name).chmod(mode)
        Path(name).replace(target)
    except OSError as error:
        raise UsageError(f"不能写入 {path}：{error.strerror}") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
