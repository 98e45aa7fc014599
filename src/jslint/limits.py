"""What one input may cost: limits with names, their defaults, and what is left of them.

A limit is raised with ``--limit NAME=VALUE``; docs/limits.md lists them all.
"""

from __future__ import annotations

from typing import NoReturn

from msgspec import Struct

from jslint.errors import UnreadableError

_MEGABYTE = 1 << 20
_IN_MEGABYTES = ("size", "memory")
#: What is met where a limit is, by its name, in both languages.
LIMITED = {
    "text-size": ("文本文件过大（以 MB 计）", "the text file is too large (in MB)"),
    "structured-size": ("YAML 或 JSON 文件过大（以 MB 计）", "the file is too large (in MB)"),
    "office-size": ("Word、Excel 文件过大（以 MB 计）", "the file is too large (in MB)"),
    "pdf-size": ("PDF 文件过大（以 MB 计）", "the PDF file is too large (in MB)"),
    "pack-size": ("规则包文件过大（以 MB 计）", "the pack's file is too large (in MB)"),
    "config-size": ("配置文件过大（以 MB 计）", "the configuration is too large (in MB)"),
    "unpacked-size": ("文件解压后过大（以 MB 计）", "the file unpacks to too much (in MB)"),
    "part-size": ("文件的一个部分解压后过大（以 MB 计）", "a part unpacks to too much (in MB)"),
    "ratio": (
        "文件的一个部分压缩得过小（原来是它的倍数）",
        "a part unpacks to too many times its size",
    ),
    "parts": ("文件里打包的部分过多", "the file has too many parts"),
    "tags": ("文件里的 XML 标记过多", "the file has too many XML tags"),
    "characters": ("文字过多（以字符计）", "too much text (in characters)"),
    "paragraph-length": ("一段文字过长（以字符计）", "a paragraph is too long (in characters)"),
    "nodes": ("YAML 或 JSON 的条目过多", "too many YAML or JSON values"),
    "lines": ("行数过多", "too many lines"),
    "paragraphs": ("段落过多", "too many paragraphs"),
    "figures": ("正文里的数字过多", "too many figures in the text"),
    "tables": ("表格过多", "too many tables"),
    "cells": ("表格的单元格过多", "too many cells in tables"),
    "columns": ("一张表的列数过多", "a table has too many columns"),
    "sheets": ("工作表过多", "too many sheets"),
    "pages": ("页数过多", "too many pages"),
    "objects": ("PDF 的文字和线条过多", "too many characters and lines in the PDF"),
    "manifest-files": ("清单里的文件过多", "the manifest names too many files"),
    "reader-memory": ("读取它的内存过多（以 MB 计）", "reading it takes too much memory (in MB)"),
    "reader-seconds": (
        "读取它的时间过长（以处理器秒计）",
        "reading it takes too long (in CPU seconds)",
    ),
    "outcomes": ("规则得出的结果过多", "the rules come to too many outcomes"),
    "pattern-length": ("规则包里的表达式过长", "a pattern in a pack is too long"),
    "pattern-depth": ("规则包里的表达式嵌套过深", "a pattern in a pack is nested too deep"),
    "rules": ("规则包里的规则过多", "the packs have too many rules"),
}


class LimitError(UnreadableError):
    """An input has more of something than is read; the limit can be raised by its name."""

    def __init__(self, path: str, name: str, most: int) -> None:
        """Keep the name of the limit and what it stands at."""
        self.name, self.most = name, most
        what, in_english = LIMITED[name]
        super().__init__(
            path,
            f"{what}，超过上限 {name}={most}",
            f"确需检查，请加选项 --limit {name}=更大的数",
        )
        self.in_english = (
            f"{in_english}; the limit is {name}={most}",
            f"to read it all the same, add --limit {name}=MORE",
        )
        self.english = f"{path}: {'; '.join(self.in_english)}"

    def __reduce__(self) -> tuple[object, ...]:
        """So that it crosses from one process to another as it is."""
        return type(self), (self.path, self.name, self.most)


class Limits(Struct, frozen=True):
    """The limits by name, in which an option writes a hyphen for the underscore.

    Those that end in ``size`` or ``memory`` count megabytes, ``seconds`` processor time; the rest
    counts what it is called after.
    """

    text_size: int = 16
    structured_size: int = 32
    office_size: int = 64
    pdf_size: int = 256
    pack_size: int = 8
    config_size: int = 1
    unpacked_size: int = 512
    part_size: int = 64
    ratio: int = 300
    parts: int = 5_000
    tags: int = 5_000_000
    characters: int = 5_000_000
    paragraph_length: int = 500_000
    nodes: int = 500_000
    lines: int = 200_000
    paragraphs: int = 100_000
    figures: int = 200_000
    tables: int = 5_000
    cells: int = 400_000
    columns: int = 2_000
    sheets: int = 500
    pages: int = 1_000
    objects: int = 2_000_000
    manifest_files: int = 100
    reader_memory: int = 1_024
    reader_seconds: int = 120
    outcomes: int = 200_000
    pattern_length: int = 20_000
    pattern_depth: int = 100
    rules: int = 5_000

    def value(self, name: str) -> int:
        """A limit by its name as options write it."""
        found = getattr(self, field(name))
        assert isinstance(found, int)
        return found

    def most(self, name: str) -> int:
        """A limit by its name, those in megabytes in bytes."""
        return self.value(name) * (_MEGABYTE if name.endswith(_IN_MEGABYTES) else 1)


DEFAULT = Limits()
#: The names as options write them.
NAMES = tuple(name.replace("_", "-") for name in Limits.__struct_fields__)
#: No limit is raised beyond this: what is larger fits no machine that this program is meant for.
HIGHEST = 10**12


def field(name: str) -> str:
    """The field of a limit that an option names."""
    return name.replace("-", "_")


class Meter:
    """How much of the limits is left while one input is read."""

    __slots__ = ("_left", "limits", "path")

    def __init__(self, path: str, limits: Limits = DEFAULT) -> None:
        """Begin with all of it; ``path`` is what an error names."""
        self.limits = limits
        self.path = path
        self._left: dict[str, int] = {}

    def spend(self, name: str, amount: int = 1) -> None:
        """Count what was met; raise ``LimitError`` where that is more than there may be."""
        left = self._left.get(name)
        left = (self.limits.most(name) if left is None else left) - amount
        self._left[name] = left
        if left < 0:
            self.refuse(name)

    def allow(self, name: str, amount: int) -> None:
        """Look at one thing by itself, such as the length of a paragraph; ``LimitError``."""
        if amount > self.limits.most(name):
            self.refuse(name)

    def refuse(self, name: str) -> NoReturn:
        """Raise the error for a limit that was met."""
        raise LimitError(self.path, name, self.limits.value(name))
