"""The laws of fixing, looked at from outside: files before and after, and what is found in them."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

from msgspec.structs import replace

from jslint import cli, engine, readers, writer
from jslint.cli import rulebook
from jslint.limits import DEFAULT

if TYPE_CHECKING:
    from jslint.diagnostic import Diagnostic, Result

#: What is found, by rule and line, paragraph or cell.
Found = Counter


def result_of(path: Path) -> Result:
    """All that is found in a file, each place by itself."""
    return _result(str(path), path.read_bytes())


def _result(name: str, data: bytes) -> Result:
    report = readers.read(name, data)
    ruleset = rulebook.choose(rulebook.chosen(("auto",), report), (), (), {}, DEFAULT)
    return engine.lint(report, ruleset, apart=True)


def found_in(result: Result) -> Found[object]:
    """How often each rule finds something in each line, paragraph or cell."""
    return Counter(map(_key, result.diagnostics))


def _key(one: Diagnostic) -> object:
    place = one.place
    where = place.line or place.cell or place.paragraph
    return one.rule, where, place.sheet, "" if place.line or place.sheet else place.order[:-1]


def fix(path: Path, *options: str) -> int:
    """Fix a file as the command line does; the exit status."""
    return cli.main(
        ("check", str(path), "--fix", "--no-config", "-q", "-o", _nowhere(path), *options)
    )


def _nowhere(path: Path) -> str:
    return str(path.with_name("result.out"))


def is_only_where_wanted(path: Path, old: bytes, new: bytes) -> bool:
    """Whether all bytes are the same but those in lines, or in parts of a package, that were to change.

    A Word file must read as before where its changes are rejected.
    """
    kind = path.suffix
    if kind == ".docx":
        return _parts_but(old, "word/document.xml") == _parts_but(new, "word/document.xml") and (
            _rejected(old) == _rejected(new)
        )
    if kind == ".xlsx":
        sheets = "xl/worksheets/", "xl/sharedStrings.xml"
        return _parts_but(old, *sheets) == _parts_but(new, *sheets)
    olds, news = old.split(b"\n"), new.split(b"\n")
    if len(olds) != len(news):
        return False
    changed = {at for at, pair in enumerate(zip(olds, news, strict=True), 1) if len({*pair}) > 1}
    return changed <= _wanted(str(path), olds, news)


def _wanted(name: str, olds: list[bytes], news: list[bytes]) -> set[int | None]:
    """The lines that fixes are for, those included that only a fix before them shows."""
    wanted: set[int | None] = set()
    while True:
        lines = [news[at] if at + 1 in wanted else line for at, line in enumerate(olds)]
        found = _result(name, b"\n".join(lines)).diagnostics
        more = {edit.place.line for one in found if one.fix for edit in one.fix.edits} - wanted
        if not more:
            return wanted
        wanted |= more


def _parts_but(data: bytes, *changed: str) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as package:
        names = (name for name in package.namelist() if not name.startswith(changed))
        return {name: package.read(name) for name in names}


def _rejected(data: bytes) -> str:
    """A Word file as it reads where all changes are rejected."""
    report = readers.read("report.docx", data, tracked="original")
    return writer.to_yaml(replace(report, unread=()))  # that there are changes is said there


def broken_laws(path: Path, *options: str) -> list[str]:
    """The laws that fixing a file breaks; it is fixed by that."""
    before, old = result_of(path), path.read_bytes()
    cli.main(("check", str(path), "--no-config", "-q", "--diff", "-o", _nowhere(path), *options))
    laws = {"changed by --diff": path.read_bytes() == old}
    fix(path, *options)
    after, new = result_of(path), path.read_bytes()
    fix(path, *options)
    laws["not idempotent"] = path.read_bytes() == new
    laws["something new is found"] = not found_in(after) - found_in(before)
    laws["changed, and no less is found"] = old == new or found_in(after) != found_in(before)
    laws["changed elsewhere"] = is_only_where_wanted(path, old, new)
    laws["less is read"] = len(after.account.figures) >= len(before.account.figures)
    return [law for law, holds in laws.items() if not holds]
