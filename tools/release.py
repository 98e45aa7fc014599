"""Builds a release into ``dist/``, twice, and shows that both are the same: ``python3 dev.py release``.

What git knows is copied into two folders with other names and other times, and each is built there
with ``SOURCE_DATE_EPOCH`` of the last commit. Given a tag, it must be that of the version, and the
changes must have a section for it.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
_DIST = ROOT / "dist"
_SUMS = "SHA256SUMS"
#: Times of change of the two copies; neither may show in what is built.
_TIMES = (1_000_000_000, 1_600_000_000)


class ReleaseError(Exception):
    """There is nothing to be released as it stands; the message says why."""


def version(root: Path = ROOT) -> str:
    """The version that the sources name."""
    source = (root / "src" / "jslint" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', source, re.MULTILINE)
    assert found is not None
    return found[1]


def notes(changes: str, wanted: str) -> str:
    """What the changes say of a version; raise ``ReleaseError`` where it has no dated section."""
    heading = rf"^## {re.escape(wanted)}（\d{{4}}-\d\d-\d\d）\n(.*?)(?=^## |\Z)"
    found = re.search(heading, changes, re.MULTILINE | re.DOTALL)
    if found is None:
        raise ReleaseError(f"CHANGELOG.md 没有“## {wanted}（年-月-日）”一节")
    return found[1].strip() + "\n"


def fits(tag: str, wanted: str) -> None:
    """Raise ``ReleaseError`` unless a tag is that of a version."""
    if tag != f"v{wanted}":
        raise ReleaseError(f"标签 {tag} 与版本 {wanted} 不符，应为 v{wanted}")


def twice(root: Path, into: Path) -> dict[str, str]:
    """Build what git knows two times over; the digests of the files, the same for both builds.

    Raise ``ReleaseError`` where they differ.
    """
    names, moment = _known(root), _moment(root)
    built: list[dict[str, str]] = []
    with TemporaryDirectory() as work:
        for number, time in enumerate(_TIMES):
            copy, out = Path(work, f"copy-{number}" * (number + 1)), Path(work, f"out-{number}")
            # The second copy is made in the other order, as another file system may list it.
            _copy(root, copy, names[:: -1 if number else 1], time)
            _build(copy, out, moment)
            built.append(digests(out))
        unlike = sorted(name for name in built[0] if built[0][name] != built[1].get(name))
        if unlike or built[0].keys() != built[1].keys():
            raise ReleaseError(f"两次所造的不同：{'、'.join(unlike)}")
        shutil.copytree(out, into, dirs_exist_ok=True)
    return built[0]


def digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of each file of a folder, by name."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
        if path.name != _SUMS
    }


def _known(root: Path) -> list[str]:
    listed = _git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    return sorted(name for name in listed.split("\0") if name and (root / name).is_file())


def _moment(root: Path) -> str:
    return os.environ.get("SOURCE_DATE_EPOCH") or _git(root, "log", "-1", "--format=%ct").strip()


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-c", "core.quotepath=off", *arguments]
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise ReleaseError(f"要在 git 仓库里发布：{done.stderr.strip()}")
    return done.stdout


def _copy(root: Path, copy: Path, names: list[str], time: int) -> None:
    for name in names:
        target = copy / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(root / name, target)
        os.utime(target, (time, time))


def _build(copy: Path, out: Path, moment: str) -> None:
    command = [sys.executable, "-m", "build", "--no-isolation", "-o", str(out), str(copy)]
    surroundings = {**os.environ, "SOURCE_DATE_EPOCH": moment}
    done = subprocess.run(command, env=surroundings, capture_output=True, check=False)
    if done.returncode:
        raise ReleaseError((done.stdout + done.stderr).decode(errors="replace"))


def _made(tags: list[str]) -> str:
    """Build into ``dist/`` what is fit to be released under the tags; the lines of the digests."""
    for tag in tags:
        fits(tag, version())
    if tags:
        _changes()
        if _git(ROOT, "status", "--porcelain"):
            raise ReleaseError("有没有提交的改动")
    shutil.rmtree(_DIST, ignore_errors=True)
    sums = "".join(f"{digest}  {name}\n" for name, digest in twice(ROOT, _DIST).items())
    (_DIST / _SUMS).write_text(sums, encoding="utf-8")
    return sums


def _changes() -> str:
    return notes((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), version())


def main(arguments: list[str]) -> int:
    """Build into ``dist/``; with ``--notes`` only print what the changes say; the exit status."""
    try:
        if "--notes" in arguments:
            print(_changes(), end="")
        else:
            print(f"{_made(arguments)}两次所造的相同；放在 {_DIST}")
    except ReleaseError as error:
        print(error)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
