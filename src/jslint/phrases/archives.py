"""What is said of archives, which many machines check."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "extra": (
        "--engine dask 和归档的文件夹需要 {names}；请安装：pip install 'juesuan-lint[dask]'",
        "--engine dask and folders of archives need {names}; install juesuan-lint[dask]",
    ),
    "unfit": (
        "{names} 不能与 --engine dask 同用；它只写表（findings、accounts、failures）",
        "{names}: not with --engine dask, which writes tables only (findings, accounts, failures)",
    ),
    "stdin": ("--engine dask 不能读标准输入", "--engine dask cannot read standard input"),
    "output": (
        "--engine dask 要用 -o 给出放结果的文件夹或地址，例如：-o findings/",
        "--engine dask needs the folder or address of its results, such as -o findings/",
    ),
    "not-ours": (
        "{path} 里有不是 jslint 写的文件；请换一个文件夹",
        "{path} holds files that jslint did not write; name another folder",
    ),
    "other": (
        "{path} 里是另一次检查的结果：输入、选项、规则包或 jslint 的版本不同；请换一个文件夹，要全部重做请加 --force",
        "{path} has the results of another check: of other inputs, options, packs or another version; name another folder, or add --force to do all anew",
    ),
    "address": ("读写不了 {path}：{why}", "cannot read or write {path}: {why}"),
    "empty": ("{path} 里没有可以检查的报告", "{path}: no report to check"),
    "scheduler": ("连不上调度器 {address}：{why}", "no scheduler answers at {address}: {why}"),
    "version": (
        "工作进程的 jslint 是 {theirs}，这里是 {ours}；版本要相同",
        "the workers have jslint {theirs}, here it is {ours}; they must be the same",
    ),
    "import": (
        "工作进程缺少要用的模块（{why}）；每台机器都要安装 juesuan-lint[dask]",
        "a worker lacks a module ({why}); install juesuan-lint[dask] on every machine",
    ),
    "lost": (
        "检查它的进程几次异常结束，没有检查",
        "the process that checked it ended unexpectedly more than once; not checked",
    ),
    "damaged": (
        "{path} 缺失或已损坏；请再运行一次 jslint check --engine dask",
        "{path} is missing or damaged; run jslint check --engine dask again",
    ),
    "mark": (
        "{path} 已损坏，不知道里面是哪一次检查的结果；请换一个文件夹，再运行一次 jslint check --engine dask",
        "{path} is damaged, so that it does not say of which check the results are; run jslint check --engine dask again, into another folder",
    ),
    "values": (
        "{path} 里有不是 jslint 写的值；请删去这个文件，再运行一次 jslint check --engine dask",
        "{path} has values that jslint did not write; remove this file and run jslint check --engine dask again",
    ),
    "incomplete": (
        "{path} 里的归档没有查完；请先再运行一次 jslint check --engine dask",
        "the archive in {path} is not complete; run jslint check --engine dask again first",
    ),
    "alone": (
        "归档的文件夹要单独汇总，不能与别的路径同用",
        "a folder of an archive is summed up by itself, without other paths",
    ),
    "again": (
        "已写入 {path} 的都留下；再运行一次同样的命令，从没查的接着查",
        "what is in {path} stays; the same command goes on from there",
    ),
    "more": (
        "另有 {count} 个读不了，见 {path} 里的 failures",
        "{count} more could not be read; see failures in {path}",
    ),
    "told": (
        "{path}：{reports} 份报告，{errors} 个错误、{warnings} 个警告、{infos} 个提示；读不了 {failures} 个；共 {parts} 部分，这次查了 {anew} 份",
        "{path}: {reports} reports, {errors} errors, {warnings} warnings, {infos} infos; not read: {failures}; parts: {parts}; checked in this run: {anew}",
    ),
}
