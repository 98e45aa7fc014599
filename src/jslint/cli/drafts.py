"""The commands that compare: with a baseline, and two drafts; each loads what it needs when it runs."""

from __future__ import annotations

import click

from jslint.cli import alike
from jslint.cli.help import Command, Group
from jslint.cli.words import language, say

_BASELINE_EXAMPLES = """\
例：
  jslint baseline create 报告目录/        把现有的问题记进 .jslint-baseline.json
  jslint check 报告目录/ --baseline .jslint-baseline.json
  jslint baseline update 报告目录/        去掉已改正的，记下新的
  jslint baseline show"""
_CREATE_EXAMPLES = """\
例：
  jslint baseline create 报告目录/
  jslint baseline create 决算公开.docx --file 基线.json --pack sichuan"""
_UPDATE_EXAMPLES = """\
例：
  jslint baseline update 报告目录/
  jslint baseline update 决算公开.docx --file 基线.json"""
_SHOW_EXAMPLES = """\
例：
  jslint baseline show
  jslint baseline show --file 基线.json --output-format json"""
_COMPARE_EXAMPLES = """\
例：
  jslint compare 初稿.docx 二稿.docx
  jslint compare 初稿.txt 二稿.txt --output-format json

退出码：
  0    没有新出现的、达到 --fail-on 级别的问题
  1    有新出现的、达到 --fail-on 级别的问题
  2    用法有误，或有文件读不了"""

_FILE = click.option(
    "--file", metavar="FILE",
    help="基线文件；默认配置的 baseline，没有时 .jslint-baseline.json。",
)  # fmt: skip
_PATHS = click.argument("paths", nargs=-1, required=True, metavar="路径")
_FORMAT = click.option(
    "--output-format",
    "written",
    type=click.Choice(["text", "json"]),
    default="text",
    help="输出格式；默认 text。",
)


#: Gives a command the options that say what to check with.
chosen = alike.having((*alike.RULES, *alike.SETTINGS))


@click.group(
    cls=Group,
    invoke_without_command=True,
    help="基线：记下现有的问题，以后只报告新的。",
    epilog=_BASELINE_EXAMPLES,
)
@click.pass_context
def baseline(context: click.Context) -> None:
    """Keep what is known."""
    if context.invoked_subcommand is None:
        raise click.UsageError(say(language(), "baseline-what"), context)


@baseline.command(cls=Command, help="检查报告，把现有的问题记进新的基线。", epilog=_CREATE_EXAMPLES)
@_PATHS
@_FILE
@chosen
def create(*, file: str | None, **options: object) -> int:
    """Write a baseline that is not there yet; the exit status."""
    from jslint.cli.recording import create as run  # noqa: PLC0415

    return run(file, options)


@baseline.command(
    cls=Command, help="检查报告，改写基线：去掉已改正的，记下新的。", epilog=_UPDATE_EXAMPLES
)
@_PATHS
@_FILE
@chosen
def update(*, file: str | None, **options: object) -> int:
    """Rewrite a baseline by what is found now; the exit status."""
    from jslint.cli.recording import update as run  # noqa: PLC0415

    return run(file, options)


@baseline.command(cls=Command, help="列出基线里的问题。", epilog=_SHOW_EXAMPLES)
@_FILE
@_FORMAT
@alike.LANG
def show(file: str | None, written: str, lang: str | None) -> int:
    """List the entries of a baseline; the exit status."""
    from jslint.cli.recording import show as run  # noqa: PLC0415

    return run(file, lang or language(), as_json=written == "json")


@click.command(
    cls=Command,
    help="比较同一份报告的两稿：新出现、已改正、仍在的问题，改动的数。",
    epilog=_COMPARE_EXAMPLES,
)
@click.argument("old", metavar="旧稿")
@click.argument("new", metavar="新稿")
@_FORMAT
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    help="新出现此级别及以上的问题时退出码为 1；默认 error。",
)
@chosen
def compare(*, old: str, new: str, written: str, **options: object) -> int:
    """Compare two drafts; the exit status."""
    from jslint.cli.comparing import compare as run  # noqa: PLC0415

    return run(old, new, options, as_json=written == "json")
