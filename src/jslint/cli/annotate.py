"""The command that writes what was found into copies of the files; it loads what it needs when it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from jslint.cli.help import Command

if TYPE_CHECKING:
    from collections.abc import Callable

_EXAMPLES = """\
例：
  jslint annotate 草稿.docx                      写成 草稿（批注）.docx
  jslint annotate 草稿.docx -o 审核.docx
  jslint annotate 说明.docx 附表.xlsx --as-one-report
  jslint annotate 报告目录/ -o 批注/

退出码：
  0    写好了，或没有要批注的问题
  2    用法有误，或有文件读不了、不能批注、写不了"""
_OPTIONS = (
    click.option(
        "-o",
        "--output",
        metavar="FILE|FOLDER",
        help="写成哪个文件，或写在哪个文件夹里；默认在原文件旁边，名字加上“（批注）”。",
    ),
    click.option("--force", is_flag=True, help="覆盖已有的输出文件；-o 是原文件时写回原文件。"),
    click.option(
        "--pack",
        "packs",
        multiple=True,
        metavar="auto|NAME|FILE",
        help="规则包；同 jslint check。",
    ),
    click.option("--select", multiple=True, metavar="RULE", help="只用这些规则；同 jslint check。"),
    click.option("--ignore", multiple=True, metavar="RULE", help="不用这些规则。"),
    click.option("--no-diagnosis", is_flag=True, help="逐条列出不成立的关系；同 jslint check。"),
    click.option("--as-one-report", is_flag=True, help="把全部输入当作一份报告。"),
    click.option("--no-pair", is_flag=True, help="说明和旁边的附表分开检查，不合为一份报告。"),
    click.option(
        "--previous",
        metavar="PATH",
        help="上年的报告，或存放上年报告的文件夹（按单位名称找），用来核对年初数和上年数。",
    ),
    click.option("--config", metavar="FILE", help="配置文件；同 jslint check。"),
    click.option("--no-config", is_flag=True, help="不用配置文件。"),
    click.option("--no-suppressions", is_flag=True, help="不理会忽略；同 jslint check。"),
    click.option(
        "--lang",
        type=click.Choice(["zh", "en"]),
        help="消息的语言；默认按系统区域设置，一般为 zh。",
    ),
    click.option("-q", "--quiet", is_flag=True, help="只说没有批注成的。"),
)


def _with_options(command: Callable[..., int]) -> Callable[..., int]:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.command(
    cls=Command,
    help="把问题写成批注：Word 批注，Excel 批注和检查结果表，PDF 高亮；写在另一个文件里。",
    epilog=_EXAMPLES,
)
@click.argument("paths", nargs=-1, required=True, metavar="路径")
@_with_options
def annotate(**options: object) -> int:
    """Write diagnostics into copies of the files; the exit status."""
    from jslint.cli.annotating import annotate as run  # noqa: PLC0415

    return run(options)
