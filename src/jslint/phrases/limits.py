"""What is met where a limit is, by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
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
    "fix-trials": ("修正试得过多", "fixes are tried too often"),
    "pattern-length": ("规则包里的表达式过长", "a pattern in a pack is too long"),
    "pattern-depth": ("规则包里的表达式嵌套过深", "a pattern in a pack is nested too deep"),
    "rules": ("规则包里的规则过多", "the packs have too many rules"),
    "beyond": ("{what}，超过上限 {name}={most}", "{what}; the limit is {name}={most}"),
    "raise-it": (
        "确需检查，请加选项 --limit {name}=更大的数",
        "to read it all the same, add --limit {name}=MORE",
    ),
    "use-it": (
        "{what}；确需使用，请加选项 --limit {name}=更大的数",
        "{what}; to use it, add --limit {name}=MORE",
    ),
    "split-it": ("{what}；请拆分成几个文件", "{what}; split the file"),
}
