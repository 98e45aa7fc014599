"""What the shell says itself, in both languages, and which of them to use."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "error": "错误：",
        "see-help": "用 {command} --help 查看用法",
        "near": "；相近的：{names}",
        "no-option": "没有这个选项：{name}",
        "no-command": "没有命令 {name}；可用的命令：{names}",
        "missing": "缺少 {name}",
        "bad-choice": "{name} 只能是 {choices} 之一",
        "option-needs-value": "选项 {name} 的用法不对：缺少值，或不需要值",
        "no-paths": "没有给出要检查的文件或文件夹，例如：jslint check 决算公开.txt",
        "no-rules": "没有选中任何规则；请检查 --select、--ignore、--pack 和配置文件",
        "unknown-rules": "没有编号以 {names} 开头的规则；用 jslint rules 查看全部",
        "no-rule": "没有规则 {name}；{near}",
        "near-rules": "相近的：{names}",
        "all-rules": "用 jslint rules 查看全部",
        "missing-file": "没有这个文件",
        "nested-manifest": "清单里不能再放清单",
        "no-limit": "没有名为“{name}”的上限；有：{names}",
        "bad-limit": "上限要写成 {name}=数，数是 1 到 {highest} 的整数",
        "crashed": "jslint 自身出错（{name}，编号 {reference}），没有检查",
        "no-memory": "内存不足，没有检查（编号 {reference}）",
        "report-crash": "加 --verbose 可看到出错的位置；请连同编号报告给开发者",
        "semicolon": "；",
        "not-regular": "不是普通文件，而是管道、设备或套接字",
        "regular-only": "请给出普通文件；从管道读取用“-”",
        "no-stdout": "不能写到标准输出：{why}",
        "no-stdin": "标准输入没有打开",
        "outside-manifest": "不在清单所在的文件夹里",
        "allow-outside": "确需读取，请加选项 --allow-outside",
        "check-path": "请检查路径",
        "not-opened": "打不开：{why}",
        "check-access": "请检查是否有读取权限",
        "not-a-file": "不是普通文件",
        "empty-folder": "文件夹里没有可以检查的报告",
        "known-formats": "支持的格式：{formats}",
        "not-written": "不能写入 {path}：{why}",
        "no-folder": "不能写入 {path}：没有这个文件夹",
        "is-input": "{path} 是要读取的文件，不能同时作为输出",
        "exists": "{path} 已存在；要覆盖请加 --force",
        "not-well-formed": "{path} 的格式有误，没有读取",
        "options-behind": "选项请写在子命令之后：{command} …",
        "no-kind": "没有规则种类 {name}；{near}",
        "all-kinds": "全部种类见 docs/kinds.md",
        "comma": "、",
        "known": "；可用的：{names}",
        "see-all-rules": "；用 jslint rules 查看全部",
        "config-both": "--config 和 --no-config 只能写一个",
        "config-from": "配置文件：{path}",
        "config-none": "没有",
        "config-elsewhere": "内容有误；它是指向别处的链接，所以不引用其内容",
        "config-encoding": "不是 UTF-8 文字；请另存为 UTF-8 编码",
        "config-no-key": "不认识的键“{name}”",
        "config-twice": "键“{given}”与“{other}”重复；请删去其中一个",
        "config-empty": "“{given}”后面没有内容；请写上，或删去这个键",
        "config-needs-mapping": "这里应是“键: 值”",
        "config-needs-list": "这里应是列表，每项以“- ”开头",
        "config-needs-text": "这里应是一段文字；数字和真假值请加引号",
        "config-needs-texts": "这里应是一段文字，或文字的列表",
        "config-long": "路径的写法太长，最多 {most} 个字",
        "config-choice": "只能是 {choices} 之一",
        "config-files": "缺少“files”：说明这一项用于哪些文件",
        "config-no-pack": "没有规则包“{name}”",
        "config-no-file": "没有规则包文件 {path}",
        "config-no-rule": "没有规则“{name}”",
        "config-no-rules": "没有编号以“{name}”开头的规则",
        "kind-部门": "部门",
        "kind-单位": "单位",
        "kind-any": "部门（单位）",
        "packs": "所给的规则包 {names}",
        "not-compared": "{path}：没有与上年报告核对：{why}",
        "past-malformed": "格式有误；用 jslint check 检查它，可以看到错在哪里",
        "past-absent": "文件夹里没有同一单位上一年度的报告",
        "past-unnamed": "本年或上年报告（{previous}）的封面上没有读出单位名称",
        "past-other-kind": "与 {previous} 一份是部门决算，一份是单位决算",
        "past-other-year": "{previous} 不是上一年度的报告",
        "past-other-body": "{previous} 是“{then}”的报告，不是 {path}（“{now}”）的上年报告；"
        "检查几个单位时，--previous 请给存放上年报告的文件夹",
    },
    "en": {
        "error": "error: ",
        "see-help": "See {command} --help",
        "near": "; near: {names}",
        "no-option": "no such option: {name}",
        "no-command": "no command {name}; the commands: {names}",
        "missing": "missing {name}",
        "bad-choice": "{name} must be one of {choices}",
        "option-needs-value": "option {name}: a value is missing, or not wanted",
        "no-paths": "no file or folder to check, such as: jslint check report.txt",
        "no-rules": "no rule selected; see --select, --ignore, --pack and the configuration",
        "unknown-rules": "no rule's id begins with {names}; see jslint rules",
        "no-rule": "no rule {name}; {near}",
        "near-rules": "near: {names}",
        "all-rules": "see jslint rules",
        "missing-file": "no such file",
        "nested-manifest": "a manifest may not name another",
        "no-limit": "no limit '{name}'; the limits: {names}",
        "bad-limit": "write a limit as {name}=NUMBER, a whole number from 1 to {highest}",
        "crashed": "an error of jslint itself ({name}, reference {reference}); not checked",
        "no-memory": "not enough memory; not checked (reference {reference})",
        "report-crash": "--verbose shows where; please report it with its reference",
        "semicolon": "; ",
        "not-regular": "no regular file but a pipe, a device or a socket",
        "regular-only": "name a regular file; to read from a pipe use -",
        "no-stdout": "cannot write to standard output: {why}",
        "no-stdin": "standard input is not open",
        "outside-manifest": "outside the manifest's folder",
        "allow-outside": "to read it all the same, add --allow-outside",
        "check-path": "check the path",
        "not-opened": "cannot be opened: {why}",
        "check-access": "check that it may be read",
        "not-a-file": "not a regular file",
        "empty-folder": "no report to check in this folder",
        "known-formats": "supported: {formats}",
        "not-written": "cannot write {path}: {why}",
        "no-folder": "cannot write {path}: no such folder",
        "is-input": "{path} is an input and cannot be the output too",
        "exists": "{path} exists; add --force to overwrite it",
        "not-well-formed": "{path} is not well formed and was not read",
        "options-behind": "options stand behind the command: {command} …",
        "no-kind": "no kind of rule {name}; {near}",
        "all-kinds": "docs/kinds.md lists them all",
        "comma": ", ",
        "known": "; known: {names}",
        "see-all-rules": "; see jslint rules",
        "config-both": "--config and --no-config exclude each other",
        "config-from": "configuration: {path}",
        "config-none": "none",
        "config-elsewhere": "not well formed; it links elsewhere, so nothing of it is quoted",
        "config-encoding": "not UTF-8; save it in UTF-8",
        "config-no-key": "unknown key '{name}'",
        "config-twice": "key '{given}' repeats '{other}'; remove one",
        "config-empty": "nothing behind '{given}'; write a value or remove the key",
        "config-needs-mapping": "expected 'key: value'",
        "config-needs-list": "expected a list, each item behind '- '",
        "config-needs-text": "expected a text; quote numbers, true and false",
        "config-needs-texts": "expected a text or a list of texts",
        "config-long": "the pattern is too long; at most {most} characters",
        "config-choice": "must be one of {choices}",
        "config-files": "lacks 'files', which says what files the item is for",
        "config-no-pack": "no pack '{name}'",
        "config-no-file": "no pack file {path}",
        "config-no-rule": "no rule '{name}'",
        "config-no-rules": "no rule's id begins with '{name}'",
        "kind-部门": "department",
        "kind-单位": "unit",
        "kind-any": "department or unit",
        "packs": "the given packs, {names}",
        "not-compared": "{path}: not compared with last year's report: {why}",
        "past-malformed": "not well formed; jslint check on it says where",
        "past-absent": "the folder has no report of this body for the year before",
        "past-unnamed": "the covers of this report and {previous} do not both name a body",
        "past-other-kind": "this report or {previous} is a department's, the other a single body's",
        "past-other-year": "{previous} is not the report of the year before",
        "past-other-body": "{previous} is a report of {then}, not last year's of {path} ({now}); "
        "to check several bodies, give --previous a folder of last year's reports",
    },
}


def say(lang: str, key: str, **values: object) -> str:
    """A phrase in the language, with its values."""
    return WORDS[lang][key].format(**values)


def language(arguments: Sequence[str] = ()) -> str:
    """The language that the arguments ask for, else that of the locale: ``zh`` unless it says en.

    The arguments are searched by hand because their errors need a language before click has read
    them.
    """
    for index, option in enumerate(arguments):
        value = "".join(arguments[index + 1 : index + 2])
        asked = value if option == "--lang" else option.removeprefix("--lang=")
        if option.startswith("--lang") and asked in WORDS:
            return asked
    return locale(os.environ)


def locale(environment: Mapping[str, str]) -> str:
    """The language of the first of LC_ALL, LC_MESSAGES and LANG that is set."""
    named = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    first = next((value for value in named if value), "")
    return "en" if first.lower().startswith("en") else "zh"
