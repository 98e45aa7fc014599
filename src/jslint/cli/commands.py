"""The commands and their options; each loads what it needs when it runs."""

from __future__ import annotations

import click

from jslint import __version__
from jslint.formatters import FORMATS

_CHECK_EXAMPLES = """\b
例：
  jslint check 决算公开.txt
  jslint check 报告目录/ --fail-on warning
  jslint check 草稿.md --pack sichuan --show-claims
  jslint check - --stdin-filename 草稿.txt < 草稿.txt
  jslint check 报告.yaml --output-format json -o 结果.json

\b
退出码：0 没有达到 --fail-on 的问题；1 有；2 用法、配置、规则包有误或有文件读不了。
"""


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="\b\n例：\n  jslint check 决算公开.txt\n  jslint explain PCT101\n  jslint convert 决算公开.txt -o report.yaml",
)
@click.version_option(__version__, prog_name="jslint", message="%(prog)s %(version)s")
def cli() -> None:
    """检查部门决算、单位决算公开报告（a linter for Chinese final-accounts reports）。"""


@cli.command(epilog=_CHECK_EXAMPLES)
@click.argument("paths", nargs=-1)
@click.option("--pack", "packs", multiple=True, default=("auto",), show_default=True,
              metavar="auto|NAME|FILE", help="规则包：自动识别、内置包名或 .yaml 文件；可重复。")
@click.option("--output-format", type=click.Choice(list(FORMATS)), default="text", show_default=True,
              help="输出格式。")
@click.option("-o", "--output", metavar="FILE", help="写入文件而不是标准输出。")
@click.option("--fail-on", type=click.Choice(["error", "warning", "info", "never"]), default="error",
              show_default=True, help="达到此级别时退出码为 1。")
@click.option("--select", multiple=True, metavar="RULE", help="只用这些规则（编号或前缀，如 PCT）；可重复。")
@click.option("--ignore", multiple=True, metavar="RULE", help="不用这些规则（编号或前缀）；可重复。")
@click.option("--show-claims", is_flag=True, help="列出从文字中读懂的每一句数字陈述。")
@click.option("--coverage", is_flag=True, help="列出没有规则核对的数字。")
@click.option("--show-skipped", is_flag=True, help="列出未能应用的规则及原因。")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="消息语言（默认按系统区域）。")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto",
              show_default=True, help="是否用颜色；NO_COLOR 优先。")
@click.option("--stdin-filename", metavar="NAME", help="标准输入（-）的文件名，用来识别格式。")
@click.option("-q", "--quiet", is_flag=True, help="没有问题时不输出。")
@click.pass_context
def check(context: click.Context, /, **options: object) -> int:
    """检查报告文件、文件夹，或标准输入（-）。"""
    from jslint.cli.check import check as run  # noqa: PLC0415
    from jslint.cli.check import settings  # noqa: PLC0415

    if not options["paths"]:
        hint = "请给出要检查的文件或文件夹，例如：jslint check 决算公开.txt"
        raise click.UsageError(hint, context)
    return run(settings(options))


@cli.command(epilog="\b\n例：\n  jslint convert 决算公开.txt -o report.yaml\n  jslint convert 决算公开.txt --to json")
@click.argument("path")
@click.option("-o", "--output", metavar="FILE", help="写入文件而不是标准输出。")
@click.option("--to", "form", type=click.Choice(["yaml", "json"]), help="格式（默认按输出文件名，否则 yaml）。")
@click.option("--force", is_flag=True, help="覆盖已有的输出文件。")
def convert(path: str, output: str | None, form: str | None, *, force: bool) -> None:
    """把报告转换为结构化格式（YAML 或 JSON）。"""
    from jslint.cli.convert import convert as run  # noqa: PLC0415

    run(path, output, form, force=force)


@cli.command(epilog="\b\n例：\n  jslint rules\n  jslint rules --pack sichuan --output-format json")
@click.option("--pack", "packs", multiple=True, metavar="NAME|FILE", help="只列这些规则包（默认全部内置包）。")
@click.option("--output-format", type=click.Choice(["table", "json"]), default="table", show_default=True)
def rules(packs: tuple[str, ...], output_format: str) -> None:
    """列出规则。"""
    from jslint.cli.describe import listing  # noqa: PLC0415

    click.echo(listing(packs, output_format), nl=False)


@cli.command(epilog="\b\n例：\n  jslint explain PCT101")
@click.argument("rule")
@click.option("--pack", "packs", multiple=True, metavar="NAME|FILE", help="规则所在的规则包（默认全部内置包）。")
def explain(rule: str, packs: tuple[str, ...]) -> None:
    """说明一条规则：为什么、依据、正反例。"""
    from jslint.cli.describe import explanation  # noqa: PLC0415

    click.echo(explanation(rule, packs), nl=False)


@cli.command(epilog="\b\n例：\n  jslint schema report > report.schema.json")
@click.argument("name", type=click.Choice(["report"]))
def schema(name: str) -> None:
    """打印结构化格式的 JSON Schema。"""
    from jslint import schemas  # noqa: PLC0415

    click.echo(schemas.text(name), nl=False)
