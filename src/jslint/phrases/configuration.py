"""What is said of configurations."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "applied-file": ("配置文件：{paths}", "configuration: {paths}"),
    "applied-extends": ("{path}，继承 {bases}", "{path}, which extends {bases}"),
    "applied-none": ("没有", "none"),
    "applied-default": ("默认", "default"),
    "applied-per-file": ("{origin}（per-file）", "{origin} (per-file)"),
    "applied-all": ("（全部）", "(all)"),
    "applied-nothing": ("（没有）", "(none)"),
    "applied-locale": ("（按系统）", "(the system's)"),
    "applied-true": ("是", "yes"),
    "applied-false": ("否", "no"),
    "applied-unread": (
        "读不出报告，所以不知道 auto 选哪些规则包",
        "no report could be read, so what packs 'auto' chooses is not known",
    ),
    "applied-folder": (
        "auto 选哪些规则包，要看是哪一份报告：请写出文件",
        "what packs 'auto' chooses depends on the report: name a file",
    ),
    "applied-packs": ("用的规则包：{names}", "packs used: {names}"),
    "applied-left": (
        "没有用的规则包（它的 applies-to 不合）：{names}",
        "packs not used, as their applies-to does not fit: {names}",
    ),
    "applied-rules": ("用的规则：{count} 条", "rules used: {count}"),
    "expected-key-value": ("这里应是“键 = 值”", "expected 'key = value'"),
    "not-well-formed": (
        "不是合格的 TOML；请对照 toml.io 的写法改正这里",
        "not well formed TOML; mend it here (see toml.io)",
    ),
    "bare-key": (
        '不是合格的 TOML；汉字的键要加引号，如 "级别" = …',
        "not well formed TOML; a key with other than ASCII letters must be quoted",
    ),
}
