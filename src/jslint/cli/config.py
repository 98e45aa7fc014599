"""What a configuration of ``jslint check`` says, and what of it holds for a file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMES = (".jslint.yaml", "jslint.yaml", "jslint.toml")
#: What of a configuration holds for the files that have it.
OF_FILES = ("packs", "select", "extend_select", "ignore")


class PerFile(Struct, frozen=True):
    """What holds for the reports whose paths match; None where the configuration says nothing.

    The patterns are seen from ``folder``, that of the file that says so, at ``origin``.
    """

    files: tuple[str, ...]
    packs: tuple[str, ...] | None = None
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    severity: Mapping[str, str] = {}
    folder: str = ""
    origin: str = ""


class Config(Struct, frozen=True):
    """What a configuration says, with those that it extends; None where they say nothing.

    ``path`` is the file, as seen from the current folder, empty for none. The paths of packs,
    baselines, previous reports and other statements are seen from the current folder too, the
    patterns of files from that of the configuration that has them. ``severity`` has a severity or ``off`` by the id of a
    rule or its beginning. ``groups`` are all packs that it names, those together that are used
    together. ``origins`` say where each value stands, ``renamed`` which ids have another name today.
    """

    path: str = ""
    packs: tuple[str, ...] | None = None
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    severity: Mapping[str, str] = {}
    fail_on: str | None = None
    lang: str | None = None
    output_format: str | None = None
    exclude: tuple[str, ...] | None = None
    exclude_from: str = ""
    per_file: tuple[PerFile, ...] = ()
    previous: str | None = None
    against: tuple[str, ...] | None = None
    as_one_report: bool | None = None
    baseline: str | None = None
    jobs: int | None = None
    extends: tuple[str, ...] = ()
    required_version: str | None = None
    groups: tuple[tuple[str, ...], ...] = ()
    origins: Mapping[str, str] = {}
    renamed: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def folder(self) -> str:
        """The folder of the file; empty for the current one."""
        return os.path.dirname(self.path)

    def excludes(self, path: str) -> tuple[str, str]:
        """Why a path in a folder is passed over, and by what file; its own files are no reports."""
        if os.path.basename(path) in NAMES:
            return "config", ""
        if self.path:
            whole = os.path.abspath(path)
            if whole in map(os.path.abspath, (self.path, *self.extends)):
                return "config", ""
            if any(whole == os.path.abspath(name) for packs in self.groups for name in packs):
                return "pack", ""
        if self.exclude and matches(self.exclude, path, self.exclude_from):
            return "excluded", self.origins.get("exclude", self.path)
        return "", ""

    def at(self, path: str) -> dict[str, object]:
        """What holds for the report of this path instead of what holds for all; later items win."""
        said: dict[str, object] = {}
        severity: dict[str, str] = {}
        for one in self.per_file:
            if matches(one.files, path, one.folder, within=True):
                said |= {
                    name: value for name in OF_FILES if (value := getattr(one, name)) is not None
                }
                severity |= one.severity
        if severity:
            said["severity"] = {**self.severity, **severity}
        return said

    def said(self, path: str) -> dict[str, str]:
        """Which item of ``per-file`` says what ``at`` gives, by the field."""
        places: dict[str, str] = {}
        for one in self.per_file:
            if matches(one.files, path, one.folder, within=True):
                names = [name for name in OF_FILES if getattr(one, name) is not None]
                names += [f"severity {prefix}" for prefix in one.severity]
                places |= dict.fromkeys(names, f"per-file {one.origin}")
        return places


class Here(Struct, frozen=True):
    """What holds for one report: its configuration, and what that and the command line say."""

    config: Config
    packs: tuple[str, ...]
    select: tuple[str, ...]
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    severity: Mapping[str, str]


def matches(patterns: tuple[str, ...], path: str, folder: str, *, within: bool = False) -> bool:
    """Whether a path fits a pattern as seen from a folder; ``within``: or lies in what does."""
    from jslint.cli.globs import matches as fits  # noqa: PLC0415 - few configurations have patterns

    return fits(patterns, path, folder, within=within)
