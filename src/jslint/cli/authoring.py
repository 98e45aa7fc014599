"""The commands for authors of packs; each loads what it needs when it runs."""

from __future__ import annotations

import click

from jslint.cli.help import Command, Group
from jslint.cli.words import language, say

_RULES_EXAMPLES = """\
例：
  jslint rules                            列出全部规则，同 jslint rules list
  jslint rules --pack sichuan
  jslint rules new 本市.yaml              新建一个规则包
  jslint rules test 本市.yaml             运行其中的正例和反例
  jslint rules lint 本市.yaml             检查规则包本身"""
_LIST_EXAMPLES = """\
例：
  jslint rules list --pack sichuan
  jslint rules list --family TIE --severity error
  jslint rules list --kind same --search 合计
  jslint rules list --pack 本市.yaml --output-format json"""
_NEW_EXAMPLES = """\
例：
  jslint rules new 本市.yaml
  jslint rules new 本市.yaml --id CITY101 --kind same
  jslint rules new 本区.yaml --extends 本市.yaml"""
_TEST_EXAMPLES = """\
例：
  jslint rules test                       运行全部内置规则包的例子
  jslint rules test 本市.yaml -v
  jslint rules test 本市.yaml --coverage

退出码：
  0    例子全部通过
  1    有例子未通过
  2    用法有误，或规则包读不了"""
_LINT_EXAMPLES = """\
例：
  jslint rules lint                       检查全部内置规则包
  jslint rules lint 本市.yaml
  jslint rules lint 本市.yaml --output-format json

退出码：
  0    没有发现问题
  1    有问题
  2    用法有误，或规则包读不了"""
_FACTS_EXAMPLES = """\
例：
  jslint facts 决算公开.txt
  jslint facts 决算公开.docx --pack 本市.yaml --all
  jslint facts 附表.xlsx --output-format json"""

_LANG = click.option(
    "--lang", type=click.Choice(["zh", "en"]), help="消息的语言；默认按系统区域设置，一般为 zh。"
)
_PACKS = click.option(
    "--pack",
    "packs",
    multiple=True,
    metavar="NAME|FILE",
    help="只列这些规则包；默认全部内置规则包；可重复。",
)
_FORMAT = click.option(
    "--output-format",
    type=click.Choice(["table", "json"]),
    default="table",
    help="输出格式；默认 table。",
)
_NAMED = click.argument("names", nargs=-1, metavar="规则包")


@click.group(
    cls=Group,
    invoke_without_command=True,
    help="列出规则；编写、测试、检查规则包。",
    epilog=_RULES_EXAMPLES,
)
@_PACKS
@_FORMAT
@_LANG
@click.pass_context
def rules(
    context: click.Context, packs: tuple[str, ...], output_format: str, lang: str | None
) -> None:
    """List the rules where no command is named."""
    if context.invoked_subcommand is None:
        from jslint.cli.describe import Filters, listing  # noqa: PLC0415
        from jslint.cli.streams import say_out  # noqa: PLC0415

        say_out(listing(packs, output_format, Filters(), lang or language()))
    elif packs or output_format != "table" or lang:
        command = f"{context.command_path} {context.invoked_subcommand}"
        raise click.UsageError(say(lang or language(), "options-behind", command=command), context)


@rules.command("list", help="列出规则，可按种类、级别、编号和文字挑选。", epilog=_LIST_EXAMPLES)
@_PACKS
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="只列这些种类；可重复。")
@click.option(
    "--severity",
    "severities",
    multiple=True,
    type=click.Choice(["error", "warning", "info"]),
    help="只列这些级别；可重复。",
)
@click.option(
    "--family",
    "families",
    multiple=True,
    metavar="TIE",
    help="只列编号以此开头的，如 TIE、TXT2；可用逗号分开，可重复。",
)
@click.option(
    "--search", "words", multiple=True, metavar="WORD", help="只列说明里有这些文字的；可重复。"
)
@_FORMAT
@_LANG
def list_rules(
    packs: tuple[str, ...],
    kinds: tuple[str, ...],
    severities: tuple[str, ...],
    families: tuple[str, ...],
    words: tuple[str, ...],
    output_format: str,
    lang: str | None,
) -> None:
    """List the rules that pass the filters."""
    from jslint.cli.describe import Filters, listing  # noqa: PLC0415
    from jslint.cli.streams import say_out  # noqa: PLC0415

    filters = Filters(kinds, severities, families, words)
    say_out(listing(packs, output_format, filters, lang or language()))


@rules.command(
    "test", help="运行规则的正例和反例：反例必须报告，正例不得报告。", epilog=_TEST_EXAMPLES
)
@_NAMED
@click.option("-v", "--verbose", is_flag=True, help="通过的例子也逐个列出。")
@click.option("--coverage", is_flag=True, help="列出缺正例或反例的规则，和没有规则使用的量。")
@_LANG
def test(names: tuple[str, ...], lang: str | None, *, verbose: bool, coverage: bool) -> int:
    """Run the examples; the exit status."""
    from jslint.cli.trials import test as run  # noqa: PLC0415

    return run(names, lang or language(), verbose=verbose, coverage=coverage)


@rules.command(
    help="新建一个规则包：有一条可以用的规则，例子都能通过；不改动已有的文件。",
    epilog=_NEW_EXAMPLES,
)
@click.argument("path", metavar="文件")
@click.option("--id", "identity", default="MY101", metavar="ID", help="规则的编号；默认 MY101。")
@click.option(
    "--kind", default="pattern", metavar="KIND", help="规则的种类；默认 pattern（查找文字）。"
)
@click.option(
    "--extends",
    multiple=True,
    default=("mof",),
    metavar="NAME|FILE",
    help="在哪些规则包之上；默认 mof；可重复。",
)
@_LANG
def new(path: str, identity: str, kind: str, extends: tuple[str, ...], lang: str | None) -> int:
    """Write a new pack; the exit status."""
    from jslint.cli.scaffold import new as run  # noqa: PLC0415

    return run(path, identity, kind, extends, lang or language())


@rules.command(
    help="检查规则包本身：没有用到的量、相同的规则、不存在的表和章节、不可能匹配的表达式、缺的例子和英文消息。",
    epilog=_LINT_EXAMPLES,
)
@_NAMED
@click.option(
    "--output-format",
    type=click.Choice(["concise", "json"]),
    default="concise",
    help="输出格式；默认 concise，一处一行。",
)
@_LANG
def lint(names: tuple[str, ...], output_format: str, lang: str | None) -> int:
    """Review packs; the exit status."""
    from jslint.cli.review import lint as run  # noqa: PLC0415

    return run(names, output_format, lang or language())


@click.command(
    cls=Command,
    help="列出规则包所说的每个量在报告里读到的数和位置，以便核对规则包写得对不对。",
    epilog=_FACTS_EXAMPLES,
)
@click.argument("path", metavar="文件")
@click.option(
    "--pack",
    "packs",
    multiple=True,
    default=("auto",),
    metavar="auto|NAME|FILE",
    help="规则包：auto 按报告识别（默认），或内置规则包名，或 .yaml 文件；可重复。",
)
@_FORMAT
@click.option(
    "--limit",
    "limits",
    multiple=True,
    metavar="NAME=VALUE",
    help="放宽或收紧一个上限，如 lines=300000；可重复；名称见 docs/limits.md。",
)
@click.option("--all", "everything", is_flag=True, help="没有读到的量也逐个列出在哪里找过。")
@_LANG
def facts(
    path: str,
    packs: tuple[str, ...],
    output_format: str,
    limits: tuple[str, ...],
    lang: str | None,
    *,
    everything: bool,
) -> int:
    """Print the quantities and their statements; the exit status."""
    from jslint.cli import rulebook  # noqa: PLC0415
    from jslint.cli.bounds import chosen  # noqa: PLC0415
    from jslint.cli.opening import opened  # noqa: PLC0415
    from jslint.cli.quantities import listing  # noqa: PLC0415
    from jslint.cli.streams import say_out  # noqa: PLC0415

    rulebook.load(packs)
    report = opened(path, lang or language(), chosen(limits, lang or language()))
    if report is None:
        return 1
    say_out(listing(report, packs, output_format, lang or language(), everything=everything))
    return 0
