"""Reading a file whole, and writing without ever leaving half a file."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING

from jslint import regular
from jslint.cli.words import say, system
from jslint.errors import UnreadableError, UsageError
from jslint.limits import Meter
from jslint.phrases import clauses

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

STDIN = "-"


def load(
    path: str, lang: str, extensions: Iterable[str] = (), meter: Meter | None = None, name: str = ""
) -> bytes:
    """The bytes of a regular file or of standard input (``-``); raise ``UnreadableError``.

    ``name`` is the limit on its size. A folder is one in which no report was found where the
    ``extensions`` of reports are given, else one that stands where a file is meant.
    """
    meter, name = meter or Meter(path), name or "text-size"
    if path == STDIN:
        return _standard_input(lang, meter, name)
    if "\0" in path:
        raise _missing(path, lang)
    if os.path.isdir(path) and not os.access(path, os.R_OK | os.X_OK):
        reason = say(lang, "not-opened", why=system(PermissionError(errno.EACCES, ""), lang))
        raise UnreadableError(path, reason, say(lang, "check-access"))
    if os.path.isdir(path):
        raise _folder(path, lang, tuple(extensions))
    try:
        return regular.read(path, meter.limits.most(name))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise _missing(path, lang) from error
    except regular.LargeError:
        meter.refuse(name)
    except regular.IrregularError as error:
        remedy = say(lang, "regular-only")
        raise UnreadableError(path, say(lang, "not-regular"), remedy) from error
    except OSError as error:
        reason = say(lang, "not-opened", why=system(error, lang))
        raise UnreadableError(path, reason, say(lang, _helpful(error))) from error


def closed(error: OSError | ValueError, lang: str) -> str:
    """Why a file of settings cannot be opened, and what helps."""
    if isinstance(error, regular.IrregularError):
        why, helps = say(lang, "not-regular"), "name-regular"
    elif isinstance(error, FileNotFoundError):
        why, helps = say(lang, "missing-file"), "check-path"
    else:
        why, helps = say(lang, "not-opened", why=system(error, lang)), _helpful(error)
    return clauses(lang, (why, say(lang, helps)))


def _helpful(error: OSError | ValueError) -> str:
    """What helps where a file cannot be opened."""
    of_name = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG, errno.EINVAL, None)
    return "check-path" if getattr(error, "errno", None) in of_name else "check-access"


def _missing(path: str, lang: str) -> UnreadableError:
    return UnreadableError(path, say(lang, "missing-file"), say(lang, "check-path"))


def _folder(path: str, lang: str, extensions: tuple[str, ...]) -> UnreadableError:
    """Why a folder is no input: nothing was found in it, or one file is meant."""
    if extensions:
        return UnreadableError(path, say(lang, "empty-folder"), _remedy(path, lang, extensions))
    return UnreadableError(path, say(lang, "is-folder"), say(lang, "name-one", path=path))


def _remedy(path: str, lang: str, extensions: Iterable[str]) -> str:
    """What helps where a folder has nothing to check: which formats are, and which files are not."""
    formats = say(lang, "known-formats", formats=tuple(extensions))
    if not os.listdir(path):
        return formats
    return say(lang, "why-passed", formats=formats, path=path)


def _standard_input(lang: str, meter: Meter, name: str) -> bytes:
    most = meter.limits.most(name)
    try:
        data = sys.stdin.buffer.read(most + 1)
    except OSError as error:
        raise UnreadableError(STDIN, say(lang, "no-stdin"), say(lang, "check-path")) from error
    meter.allow(name, len(data))
    return data


def require_writable(path: str, inputs: Iterable[str], lang: str) -> None:
    """Refuse, before any work, an output that is an input or whose folder does not exist."""
    from pathlib import Path  # noqa: PLC0415 - 2.5 ms, and most runs write no file

    target = Path(path)
    try:
        if target.is_dir() or path.endswith((os.sep, "/")):
            raise UsageError(say(lang, "folder-output", path=path))
        if not target.parent.is_dir():
            raise UsageError(say(lang, "no-folder", path=path))
        if target.exists() and any(_same(name, target) for name in inputs):
            raise UsageError(say(lang, "is-input", path=path))
    except (OSError, ValueError) as error:  # a name that no file can have
        raise _unwritten(path, error, lang) from error


def _unwritten(path: str, error: OSError | ValueError, lang: str) -> UsageError:
    return UsageError(say(lang, "not-written", path=path, why=system(error, lang)))


def _same(name: str, target: Path) -> bool:
    return "\0" not in name and os.path.exists(name) and target.samefile(name)


def write(path: str, text: str | bytes | Iterable[bytes], lang: str) -> None:
    """Write a file whole or not at all; raise ``UsageError`` where it cannot be written."""
    from pathlib import Path  # noqa: PLC0415 - as above

    data = text.encode("utf-8", "backslashreplace") if isinstance(text, str) else text
    parts = [data] if isinstance(data, bytes) else data
    try:
        # A link stays a link to the file that is written.
        target = Path(path).resolve()
        if target.exists() and not target.is_file():
            # /dev/stdout and named pipes cannot be replaced.
            with target.open("wb") as stream:
                stream.writelines(parts)
        else:
            _replace(target, parts)
    except (OSError, ValueError) as error:
        raise _unwritten(path, error, lang) from error


def _replace(target: Path, parts: Iterable[bytes]) -> None:
    # Its own name may be at its longest; a run that was killed may have had the same number.
    beside = target.with_name(f".jslint.{os.getpid()}.{os.urandom(4).hex()}.tmp")
    try:
        with beside.open("xb") as stream:
            stream.writelines(parts)
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o777)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
