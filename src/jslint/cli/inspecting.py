"""The command that fills in a checklist; it loads what it needs when it runs."""

from __future__ import annotations

import click

from jslint.cli import alike
from jslint.cli.help import Command

_EXAMPLES = """\
例：
  jslint checklist 决算公开.docx
  jslint checklist 决算公开.docx -o 检查表.xlsx
  jslint checklist 说明.docx 附表.xlsx -o 检查表.docx
  jslint checklist 决算公开.pdf --approved-on 2025-08-20

退出码：
  0    没有不合格的
  1    有不合格的
  2    用法、配置或规则包有误，或有文件读不了"""


@click.command(
    cls=Command,
    help="填写规则包里的检查表：各项合格、不合格（位置和证据）、未能检查（原因）。",
    epilog=_EXAMPLES,
)
@click.argument("paths", nargs=-1, required=True, metavar="路径")
@click.option(
    "-o",
    "--output",
    "target",
    metavar="FILE",
    help="写入文件：.xlsx、.docx 或 .md；默认打印在终端。",
)
@click.option("--force", "over", is_flag=True, help="覆盖不是 jslint 自己写的输出文件。")
@click.option(
    "--approved-on",
    metavar="DATE",
    help="批复日期，如 2025-08-20；默认读封面上印的，用来核对公开的期限。",
)
@click.option("--published-on", metavar="DATE", help="公开日期；默认读封面上印的。")
@alike.PACKS
@click.option("--previous", metavar="PATH", help="上年的报告；同 jslint check。")
@click.option(
    "--against", multiple=True, metavar="PATH", help="本年的另一份材料；同 jslint check。"
)
@alike.having(alike.SETTINGS)
def checklist(
    *,
    target: str | None,
    over: bool,
    approved_on: str | None,
    published_on: str | None,
    **options: object,
) -> int:
    """Fill in the checklist of a report; the exit status."""
    from jslint.cli.checklists import fill  # noqa: PLC0415

    return fill(options, target, (approved_on, published_on), force=over)
