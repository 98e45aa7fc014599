"""The commands and their options; each loads what it needs when it runs."""

from __future__ import annotations

from typing import ClassVar

import click

from jslint import __version__
from jslint.cli.help import Group
from jslint.cli.options import of_the_run
from jslint.cli.words import language, say
from jslint.schemas import NAMES

_EXAMPLES = """\
例：
  jslint check 决算公开.txt               检查一份报告
  jslint check 报告目录/                  检查文件夹里的全部报告
  jslint explain PCT101                   说明一条规则
  jslint convert 决算公开.txt -o 决算.report.yaml"""
_CHECK_EXAMPLES = """\
例：
  jslint check 决算公开.txt
  jslint check 报告目录/ --fail-on warning
  jslint check 草稿.md --pack sichuan --show-claims
  jslint check - --stdin-filename 草稿.txt < 草稿.txt
  jslint check 报告.yaml --output-format json -o 结果.json
  jslint check 决算公开.txt --select PCT,SUM101 --coverage
  jslint check 说明.docx 附表.xlsx --as-one-report
  jslint check 2024决算.docx --previous 2023决算.pdf
  jslint check 2024决算.docx --against 决算系统导出.xlsx

退出码：
  0    没有达到 --fail-on 级别的问题
  1    有达到 --fail-on 级别的问题
  2    用法、配置或规则包有误，或有文件读不了（其他文件照常检查）；
       加了 --strict：或有文件没有读到任何决算数字
  130  被中断"""
_CONVERT_EXAMPLES = """\
例：
  jslint convert 决算公开.txt -o 决算.report.yaml
  jslint convert 决算公开.txt --to json > 决算.report.json"""
_EXPLAIN_EXAMPLES = """\
例：
  jslint explain PCT101
  jslint explain MY001 --pack 我的规则.yaml"""
_WHY_EXAMPLES = """\
例：
  jslint why 决算公开.txt 42:58           第42行第58列的数
  jslint why 决算公开.pdf 1,945.00        印作 1,945.00 的数，不论在哪里
  jslint why 附表.xlsx 表1!C7              一个单元格
  jslint why 说明.docx ¶29                第29段的各个数
  jslint why 决算公开.pdf p20             第20页的各个数
  jslint why 报告.yaml 62.0% --output-format json"""
_TABLES_EXAMPLES = """\
例：
  jslint tables 决算公开.pdf
  jslint tables 附表.xlsx --output-format csv > 附表.csv"""
_SCHEMA_EXAMPLES = """\
例：
  jslint schema report > report.schema.json
  jslint schema pack > pack.schema.json
  jslint schema config > config.schema.json
  jslint schema ignore > ignore.schema.json"""

_LIMIT = click.option(
    "--limit",
    "limits",
    multiple=True,
    metavar="NAME=VALUE",
    help="放宽或收紧一个上限，如 lines=300000；可重复；名称见 docs/limits.md。",
)
_LANG = click.option(
    "--lang", type=click.Choice(["zh", "en"]), help="消息的语言；默认按系统区域设置，一般为 zh。"
)


class _Commands(Group):
    """The commands of jslint; those for authors of packs are loaded when they are asked for."""

    elsewhere: ClassVar = {
        **dict.fromkeys(("rules", "facts"), "jslint.cli.authoring"),
        "cache": "jslint.cli.caching",
        **dict.fromkeys(("files", "config", "completion"), "jslint.cli.looking"),
        **dict.fromkeys(("baseline", "compare"), "jslint.cli.drafts"),
        "checklist": "jslint.cli.inspecting",
        "annotate": "jslint.cli.annotate",
        "summary": "jslint.cli.reviewing",
    }


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="检查部门决算、单位决算公开报告：数字、百分比、增减、勾稽、章节和文字。",
    epilog=_EXAMPLES,
)
@click.version_option(
    __version__,
    "-V",
    "--version",
    prog_name="jslint",
    help="显示版本。",
    message="%(prog)s %(version)s",
)
@_LANG
@click.pass_context
def cli(context: click.Context, lang: str | None) -> None:
    """Lint final-accounts reports."""
    if lang:
        command = f"{context.command_path} {context.invoked_subcommand}"
        raise click.UsageError(say(lang, "options-behind", command=command), context)


@cli.command(help="检查报告：文件、文件夹（逐层查找），或标准输入（-）。", epilog=_CHECK_EXAMPLES)
@click.argument("paths", nargs=-1, metavar="路径")
@click.option(
    "--pack",
    "packs",
    multiple=True,
    metavar="auto|NAME|FILE",
    help="规则包：auto 按报告识别（默认），或内置规则包名，或 .yaml 文件；可重复。",
)
@click.option(
    "--select",
    multiple=True,
    metavar="RULE",
    help="只用这些规则：编号或其开头，如 PCT、SUM101；可用逗号分开，可重复。",
)
@click.option("--ignore", multiple=True, metavar="RULE", help="不用这些规则；写法同 --select。")
@click.option(
    "--extend-select",
    multiple=True,
    metavar="RULE",
    help="另外用这些规则：加在 --select 之外；比 --ignore 写得更具体的，照用。",
)
@click.option(
    "--severity",
    multiple=True,
    metavar="RULE=LEVEL",
    help="规则的级别：编号或其开头，如 TRD=warning、TXT101=off；可重复。",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    help="有此级别及以上的问题时退出码为 1；默认 error。",
)
@click.option("--show-claims", is_flag=True, help="列出从正文中读懂的数字陈述。")
@click.option("--coverage", is_flag=True, help="列出没有规则核对的数字及比例。")
@click.option(
    "--baseline",
    metavar="FILE",
    help="只报告基线里没有的问题，并说明改正了哪些；基线由 jslint baseline create 建立。",
)
@click.option("--show-suppressed", is_flag=True, help="列出被忽略的问题及理由。")
@click.option(
    "--no-suppressions",
    is_flag=True,
    help="不理会忽略：报告里的“jslint: ignore …”，旁边的 .jslint-ignore.yaml。",
)
@click.option("--show-skipped", is_flag=True, help="列出未能应用的规则及原因。")
@click.option(
    "--no-diagnosis",
    is_flag=True,
    help="逐条列出不成立的关系，不合诊是哪个数错了。",
)
@click.option("--stdin-filename", metavar="NAME", help="标准输入（-）的文件名，用来识别格式。")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="是否用颜色；默认 auto，遵从 NO_COLOR 和 FORCE_COLOR。",
)
@click.option(
    "--tracked",
    type=click.Choice(["accepted", "original"]),
    default="accepted",
    help="Word 修订按接受后的读（默认），还是按修订前的读。",
)
@click.option(
    "--as-one-report",
    is_flag=True,
    help="把全部输入当作一份报告，如 Word 说明和 Excel 附表。",
)
@click.option("--config", metavar="FILE", help="配置文件；默认用各个文件所在文件夹或其上层的。")
@click.option("--no-config", is_flag=True, help="不用配置文件。")
@click.option("--show-config", is_flag=True, help="打印合并后的配置，不检查。")
@click.option(
    "--previous",
    metavar="PATH",
    help="上年的报告，或存放上年报告的文件夹（按单位名称找），用来核对年初数和上年数。",
)
@click.option(
    "--against",
    multiple=True,
    metavar="PATH",
    help="本年的另一份材料：决算系统导出的表、批复的预算、报送的草稿；同样的数须一致；可重复。",
)
@click.option(
    "--exclude",
    multiple=True,
    metavar="PATTERN",
    help="在文件夹里查找时跳过这些路径，如 草稿、*.md；可重复；写法见 docs/files.md。",
)
@click.option("--no-ignore", is_flag=True, help="查找时不管 .gitignore。")
@click.option("--no-pair", is_flag=True, help="说明和旁边的附表分开检查，不合为一份报告。")
@click.option("--fix", is_flag=True, help="修正没有疑问的问题，写回原文件；Word 里是修订。")
@click.option("--diff", is_flag=True, help="只打印 --fix 会改什么，不改文件。")
@click.option("--unsafe-fixes", is_flag=True, help="也修正要人核实的，如合诊得出的数。")
@click.option(
    "--max-fixes",
    type=click.IntRange(min=0),
    metavar="N",
    help="这次最多修正 N 处；默认不限。",
)
@click.option("--allow-outside", is_flag=True, help="清单可以列出它所在文件夹以外的文件。")
@_LIMIT
@click.option(
    "-v",
    "--verbose",
    is_flag=True,
    help="说明查了什么、用了什么配置和规则包；程序自身出错时，打印出错的位置。",
)
@click.option(
    "--strict", is_flag=True, help="有输入没有读到任何决算数字（也许不是报告）时，退出码为 2。"
)
@_LANG
@click.option("-q", "--quiet", is_flag=True, help="只输出问题，不输出小结。")
@of_the_run
@click.pass_context
def check(context: click.Context, /, **options: object) -> int:
    """Check files, folders or standard input; the exit status."""
    from jslint.cli.check import run  # noqa: PLC0415

    status = run(options)
    if status is None:
        lang = str(options["lang"] or language())
        raise click.UsageError(say(lang, "no-paths"), context)
    return status


@cli.command(
    help="把报告转换为结构化格式（YAML 或 JSON），以便修改和核对。", epilog=_CONVERT_EXAMPLES
)
@click.argument("path", metavar="文件")
@click.option("-o", "--output", metavar="FILE", help="写入文件，不写到标准输出。")
@click.option(
    "--to",
    "form",
    type=click.Choice(["yaml", "json"]),
    help="格式；默认按输出文件的扩展名，否则 yaml。",
)
@click.option("--force", is_flag=True, help="覆盖已有的输出文件。")
@_LIMIT
@_LANG
def convert(
    path: str,
    output: str | None,
    form: str | None,
    limits: tuple[str, ...],
    *,
    force: bool,
    lang: str | None,
) -> int:
    """Convert a report to the structured format; the exit status."""
    from jslint.cli.convert import convert as run  # noqa: PLC0415

    return run(path, output, form, limits, force=force, lang=lang or language())


@cli.command(help="说明一条规则：检查什么、为什么、依据、正反例。", epilog=_EXPLAIN_EXAMPLES)
@click.argument("rule", metavar="编号")
@click.option(
    "--pack",
    "packs",
    multiple=True,
    metavar="NAME|FILE",
    help="规则所在的规则包；默认全部内置规则包。",
)
@_LANG
def explain(rule: str, packs: tuple[str, ...], lang: str | None) -> None:
    """Explain one rule."""
    from jslint.cli.explanation import explanation  # noqa: PLC0415
    from jslint.cli.streams import say_lines  # noqa: PLC0415

    say_lines(explanation(rule, packs, lang or language()))


@cli.command(
    help="说明一个数：是什么，还印在哪里，与哪些数有关系，每个关系怎么算、成不成立。",
    epilog=_WHY_EXAMPLES,
)
@click.argument("path", metavar="文件")
@click.argument("place", metavar="位置|数")
@click.option(
    "--pack",
    "packs",
    multiple=True,
    metavar="auto|NAME|FILE",
    help="规则包，与 jslint check 的相同；默认 auto。",
)
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    help="输出格式；默认 text。",
)
@_LANG
def why(path: str, place: str, packs: tuple[str, ...], output_format: str, lang: str | None) -> int:
    """Explain one figure of a report; the exit status."""
    from jslint.cli.why import why as run  # noqa: PLC0415

    return run(path, place, packs or ("auto",), output_format, lang or language())


@cli.command(help="列出从报告中读到的表格，以便核对读得对不对。", epilog=_TABLES_EXAMPLES)
@click.argument("path", metavar="文件")
@click.option(
    "--output-format",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    help="输出格式；默认 table。",
)
@_LIMIT
@_LANG
def tables(path: str, output_format: str, limits: tuple[str, ...], lang: str | None) -> int:
    """Print the tables that were read; the exit status."""
    from jslint.cli.bounds import chosen  # noqa: PLC0415
    from jslint.cli.opening import opened  # noqa: PLC0415
    from jslint.cli.streams import say_out  # noqa: PLC0415
    from jslint.cli.tables import tables as listing  # noqa: PLC0415

    lang = lang or language()
    report = opened(path, lang, chosen(limits, lang))
    if report is None:
        return 1
    say_out(listing(report, output_format))
    return 0


@cli.command(
    help="打印 JSON Schema：结构化报告、规则包、配置文件、忽略文件的。", epilog=_SCHEMA_EXAMPLES
)
@click.argument("name", type=click.Choice(NAMES), metavar="NAME")
@_LANG
def schema(name: str, lang: str | None) -> None:  # noqa: ARG001 - of its help and errors
    """Print a JSON Schema."""
    from jslint import schemas  # noqa: PLC0415
    from jslint.cli.streams import say_out  # noqa: PLC0415

    say_out(schemas.text(name))
