"""The options of check that are about the run, not about what is checked."""

from __future__ import annotations

import click

from jslint.cli.alike import having
from jslint.cli.wanted import SORTS, Format
from jslint.formatters import BINARY, FORMATS

_OPTIONS = (
    click.option(
        "--output-format",
        type=Format([*FORMATS, *BINARY]),
        multiple=True,
        metavar="FORMAT[=FILE]",
        help=f"输出格式：{'、'.join((*FORMATS, *BINARY))}；默认 text；写“格式=文件”就另外写入文件，可重复。",
    ),
    click.option(
        "-o",
        "--output",
        metavar="FILE",
        help="写入文件，不写到标准输出；没有给格式时按扩展名，如 .json、.sarif、.html。",
    ),
    click.option("--force", is_flag=True, help="覆盖不是 jslint 自己写的输出文件。"),
    click.option("--summary", is_flag=True, help="一份报告一行小结，不逐条列出（text）。"),
    click.option("--statistics", is_flag=True, help="按规则统计，不逐条列出（text）。"),
    click.option(
        "--sort",
        type=click.Choice(SORTS),
        default="place",
        help="排列：place 按报告和位置（默认），severity 重的在前，rule 按规则。",
    ),
    click.option(
        "--max-warnings",
        type=click.IntRange(min=0),
        metavar="N",
        help="警告多于 N 个时，退出码也是 1。",
    ),
    click.option("--timing", is_flag=True, help="最后写出用了多少时间，哪几份报告最慢。"),
    click.option(
        "-j",
        "--jobs",
        type=click.IntRange(min=1),
        metavar="N",
        help="同时检查几份；默认文件多时与处理器核数相同。结果和次序总是一样。",
    ),
    click.option(
        "--no-cache",
        is_flag=True,
        help="不用上次留下的结果，也不留（平时内容、规则包、选项都没有变的不再检查）。",
    ),
    click.option(
        "--with-manifest",
        is_flag=True,
        help="给出的文件若列在旁边（或上层）的清单里，就检查那份清单；提交前的钩子用。",
    ),
    click.option(
        "--force-exclude",
        is_flag=True,
        help="直接给出的文件若被 --exclude 或配置排除，也不检查；提交前的钩子用。",
    ),
    click.option("--watch", is_flag=True, help="文件一改就再检查，Ctrl-C 结束。"),
)


#: Gives a command these options.
of_the_run = having(_OPTIONS)
