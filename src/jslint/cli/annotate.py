"""The command that writes what was found into copies of the files; it loads what it needs when it runs."""

from __future__ import annotations

import click

from jslint.cli import alike
from jslint.cli.help import Command

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
    *alike.RULES,
    click.option("--no-pair", is_flag=True, help="说明和旁边的附表分开检查，不合为一份报告。"),
    click.option(
        "--previous",
        metavar="PATH",
        help="上年的报告，或存放上年报告的文件夹（按单位名称找），用来核对年初数和上年数。",
    ),
    *alike.SETTINGS,
    click.option("-q", "--quiet", is_flag=True, help="只说没有批注成的。"),
)


@click.command(
    cls=Command,
    help="把问题写成批注：Word 批注，Excel 批注和检查结果表，PDF 高亮；写在另一个文件里。",
    epilog=_EXAMPLES,
)
@click.argument("paths", nargs=-1, required=True, metavar="路径")
@alike.having(_OPTIONS)
def annotate(**options: object) -> int:
    """Write diagnostics into copies of the files; the exit status."""
    from jslint.cli.annotating import annotate as run  # noqa: PLC0415

    return run(options)
