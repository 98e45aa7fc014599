"""What is said of fixes, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "fixed": "{path}：修正了 {count} 处",
        "would-fix": "{path}：可以修正 {count} 处，文件没有改动",
        "unsafe-left": "{path}：另有 {count} 处要人核实，加 --unsafe-fixes 才修正",
        "not-editable": "{path}：这种格式的文件不能修正，没有改动",
        "changed": "{path} 在检查期间被别的程序改过，没有修正",
        "not-written": "不能写入 {path}：{why}",
        "standard-input": "标准输入不能改写；用 --diff 查看可以怎样修正",
    },
    "en": {
        "fixed": "{path}: fixed {count}",
        "would-fix": "{path}: would fix {count}; nothing was changed",
        "unsafe-left": "{path}: {count} more for a person to confirm; --unsafe-fixes makes them",
        "not-editable": "{path}: files of this format are not fixed; nothing was changed",
        "changed": "{path} was changed by another program meanwhile and was not fixed",
        "not-written": "cannot write {path}: {why}",
        "standard-input": "standard input cannot be rewritten; --diff shows what would be fixed",
    },
}


def say(lang: str, key: str, **values: object) -> str:
    """A phrase in the language, with its values."""
    return WORDS[lang][key].format(**values)
