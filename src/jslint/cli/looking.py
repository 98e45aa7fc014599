"""The commands that look at what a check would do; each loads what it needs when it runs."""

from __future__ import annotations

import click

from jslint.cli.help import Command, Group
from jslint.cli.words import language, say

_FILES_EXAMPLES = """\
例：
  jslint files .
  jslint files 报告目录/ --output-format json
  jslint files . --no-ignore --exclude 草稿"""

_SHOW_EXAMPLES = """\
例：
  jslint config show 决算公开.docx
  jslint config show 报告目录/某局.txt --output-format json"""

_COMPLETION_EXAMPLES = """\
例：
  jslint completion bash > ~/.local/share/bash-completion/completions/jslint
  jslint completion zsh > ~/.zfunc/_jslint
  jslint completion fish > ~/.config/fish/completions/jslint.fish
  jslint completion powershell >> $PROFILE        写进 PowerShell 的配置"""

_LANG = click.option(
    "--lang", type=click.Choice(["zh", "en"]), help="消息的语言；默认按系统区域设置，一般为 zh。"
)
_FORMAT = click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    help="输出格式；默认 text。",
)
_CONFIG = click.option(
    "--config", metavar="FILE", help="配置文件；默认用各个文件所在文件夹或其上层的。"
)
_NO_CONFIG = click.option("--no-config", is_flag=True, help="不用配置文件。")


@click.command(
    cls=Command, help="列出会检查哪些文件；不检查的，说明为什么。", epilog=_FILES_EXAMPLES
)
@click.argument("paths", nargs=-1, metavar="路径")
@_FORMAT
@click.option(
    "--exclude",
    multiple=True,
    metavar="PATTERN",
    help="在文件夹里查找时跳过这些路径，如 草稿、*.md；可重复。",
)
@click.option("--no-ignore", is_flag=True, help="查找时不管 .gitignore。")
@click.option("--no-pair", is_flag=True, help="说明和旁边的附表分开检查，不合为一份报告。")
@_CONFIG
@_NO_CONFIG
@_LANG
@click.pass_context
def files(context: click.Context, /, **options: object) -> int:
    """List the files that a check reads; the exit status."""
    from jslint.cli.listing import run  # noqa: PLC0415

    status = run(options)
    if status is None:
        lang = str(options["lang"] or language())
        raise click.UsageError(say(lang, "no-paths"), context)
    return status


@click.group(cls=Group, help="看配置。", epilog=_SHOW_EXAMPLES)
@_LANG
@click.pass_context
def config(context: click.Context, /, lang: str | None) -> None:
    """Look at configurations."""
    if lang:
        command = f"{context.command_path} {context.invoked_subcommand}"
        raise click.UsageError(say(lang, "options-behind", command=command), context)


@config.command(
    help="看哪些配置适用于一个文件：每个值从哪里来，auto 选了哪些规则包。", epilog=_SHOW_EXAMPLES
)
@click.argument("path", metavar="文件")
@_FORMAT
@_CONFIG
@_NO_CONFIG
@_LANG
def show(path: str, output_format: str, **options: object) -> int:
    """Show what applies to a file; the exit status."""
    from jslint.cli.applying import show as run  # noqa: PLC0415

    return run(path, options, output_format)


@click.command(
    cls=Command,
    help="打印命令行补全的脚本：bash、zsh、fish、PowerShell。",
    epilog=_COMPLETION_EXAMPLES,
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish", "powershell"]), metavar="SHELL")
@_LANG
@click.pass_context
def completion(context: click.Context, /, shell: str, lang: str | None) -> None:  # noqa: ARG001
    """Print the completion script of a shell."""
    from jslint.cli.completing import source  # noqa: PLC0415
    from jslint.cli.streams import say_out  # noqa: PLC0415

    say_out(source(shell, context.find_root().command))
