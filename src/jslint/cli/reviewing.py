"""The command of those who review many reports; it loads what it needs when it runs."""

from __future__ import annotations

import click

from jslint.cli.drafts import chosen
from jslint.cli.help import Command
from jslint.cli.words import language, say

_EXAMPLES = """\
例：
  jslint summary 报告目录/ -o 汇总.xlsx
  jslint summary 报告目录/ -o 汇总.xlsx -o 汇总.json --roster 名单.xlsx
  jslint summary 报告目录/ -o 二轮.html --since 汇总.json
  jslint summary 报告目录/ --letters 反馈/

退出码：
  0    写好了汇总
  1    有达到 --fail-on 级别的问题（默认不看）
  2    用法有误，或有文件读不了（汇总里写明）
  130  被中断；再运行一次，检查过的不再检查"""


@click.command(
    cls=Command,
    help="汇总许多报告：一份一行，部门与所属单位核对，名单、变化，给各单位的反馈。",
    epilog=_EXAMPLES,
)
@click.argument("paths", nargs=-1, metavar="路径")
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="FILE",
    help="写入文件：.xlsx、.html、.md、.csv 或 .json；可重复；默认打印 Markdown。",
)
@click.option(
    "--roster",
    metavar="FILE",
    help="应当交报告的单位名单（.xlsx 或 .csv）：谁没有交，谁交了两份，单位属于哪个部门。",
)
@click.option(
    "--since", metavar="FILE", help="上次的汇总（.json）：列出新出现、已改正、仍在的问题。"
)
@click.option("--letters", metavar="FOLDER", help="给有问题的每个单位写一份 Word，放进这个文件夹。")
@click.option(
    "--pages",
    metavar="FOLDER",
    help="各份报告的页在这里（jslint check 报告目录/ --output-format html=页面/），汇总链接到它们。",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    default="never",
    help="有此级别及以上的问题时退出码为 1；默认 never。",
)
@click.option(
    "--previous", metavar="PATH", help="上年的报告，或存放上年报告的文件夹；同 jslint check。"
)
@click.option(
    "--exclude",
    multiple=True,
    metavar="PATTERN",
    help="在文件夹里查找时跳过这些路径；同 jslint check。",
)
@click.option("--force", is_flag=True, help="覆盖不是 jslint 自己写的输出文件。")
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="同时检查几份；默认文件多时与处理器核数相同。结果和次序总是一样。",
)
@click.option("--no-cache", is_flag=True, help="不用上次留下的结果，也不留；中断后要从头检查。")
@click.option("--timing", is_flag=True, help="最后写出用了多少时间，哪几份报告最慢。")
@click.option("-q", "--quiet", is_flag=True, help="不打印小结。")
@chosen
@click.pass_context
def summary(context: click.Context, /, **options: object) -> int:
    """Sum many reports up; the exit status."""
    from jslint.cli.summary import run  # noqa: PLC0415 - as in every command

    if not options["paths"]:
        lang = str(options["lang"] or language())
        raise click.UsageError(say(lang, "summary-no-paths"), context)
    return run(options)
