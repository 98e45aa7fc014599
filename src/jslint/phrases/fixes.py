"""What is said of fixes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "fixed": ("{path}：修正了 {count} 处", "{path}: fixed {count}"),
    "would-fix": (
        "{path}：可以修正 {count} 处，文件没有改动",
        "{path}: would fix {count}; nothing was changed",
    ),
    "unsafe-left": (
        "{path}：另有 {count} 处要人核实，加 --unsafe-fixes 才修正",
        "{path}: {count} more for a person to confirm; --unsafe-fixes makes them",
    ),
    "not-made": (
        "{path}：另有 {count} 处试过，没有修正：那里不能改，或改了会引出别的问题",
        "{path}: {count} more tried and not fixed: not to be changed there, or another fault would come of it",
    ),
    "none": ("没有可以修正的", "nothing to fix"),
    "trials": (
        "{path}：{beyond}，其余的没有再试；可以再运行一次，或加选项 --limit fix-trials=更大的数",
        "{path}: {beyond}; the rest were not tried; run it again, or add --limit fix-trials=MORE",
    ),
    "not-editable": (
        "{path}：这种格式的文件不能修正，没有改动",
        "{path}: files of this format are not fixed; nothing was changed",
    ),
    "changed": (
        "{path} 在检查期间被别的程序改过，没有修正",
        "{path} was changed by another program meanwhile and was not fixed",
    ),
    "not-written": ("不能写入 {path}：{why}", "cannot write {path}: {why}"),
    "standard-input": (
        "修正标准输入时不能再给别的文件；改好的文字写到标准输出",
        "standard input is fixed by itself, without other files; what it becomes goes to standard output",
    ),
}
