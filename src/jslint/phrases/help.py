"""The frame of help pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "frame-usage": ("用法：", "Usage: "),
    "frame-options": ("[选项]", "[OPTIONS]"),
    "frame-commands": ("命令 …", "COMMAND …"),
    "frame-optional": ("[命令 …]", "[COMMAND …]"),
    "frame-options-title": ("选项：", "Options:"),
    "frame-commands-title": ("命令：", "Commands:"),
    "name-PATH": ("路径", "PATH"),
    "name-FILE": ("文件", "FILE"),
    "name-RULE": ("编号", "RULE"),
    "name-PACK": ("规则包", "PACK"),
    "name-NAME": ("名称", "NAME"),
    "name-PLACE|FIGURE": ("位置|数", "PLACE|FIGURE"),
    "name-OLD": ("旧稿", "OLD"),
    "name-NEW": ("新稿", "NEW"),
}
