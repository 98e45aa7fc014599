"""Writes the man pages from the help of the commands: ``python3 dev.py man``.

One page a command, ``man1/jslint-check.1`` in English and ``zh_CN/man1/jslint-check.1`` in Chinese,
below the folder that is given (``man`` where none is). ``man -M man jslint-check`` shows them.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jslint import __version__
from jslint.cli import help as pages
from jslint.cli.commands import cli

if TYPE_CHECKING:
    from collections.abc import Iterator

TITLES = {
    "en": {
        "name": "NAME",
        "usage": "SYNOPSIS",
        "about": "DESCRIPTION",
        "options": "OPTIONS",
        "commands": "COMMANDS",
        "examples": "EXAMPLES",
        "see": "SEE ALSO",
    },
    "zh": {
        "name": "名称",
        "usage": "用法",
        "about": "说明",
        "options": "选项",
        "commands": "命令",
        "examples": "例子和退出码",
        "see": "参见",
    },
}
FOLDERS = {"en": "man1", "zh": "zh_CN/man1"}


def main(arguments: list[str]) -> None:
    """Write the pages of all commands in both languages."""
    top = Path(arguments[0] if arguments else "man")
    for lang, folder in FOLDERS.items():
        (top / folder).mkdir(parents=True, exist_ok=True)
        for name, text in manual(lang):
            (top / folder / f"{name}.1").write_text(text, encoding="utf-8", newline="\n")


def manual(lang: str) -> Iterator[tuple[str, str]]:
    """The name and the text of every page."""
    for command, inner in commands():
        yield inner.command_path.replace(" ", "-"), page(command, inner, lang)


def commands() -> Iterator[tuple[click.Command, click.Context]]:
    """Every command with its context, each group before what is in it."""
    yield from _all(cli, click.Context(cli, info_name="jslint", **cli.context_settings))


def _all(
    command: click.Command, context: click.Context
) -> Iterator[tuple[click.Command, click.Context]]:
    yield command, context
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            if child is not None:
                yield from _all(child, click.Context(child, info_name=name, parent=context))


def page(command: click.Command, context: click.Context, lang: str) -> str:
    """One page in troff."""
    titles = TITLES[lang]
    name = context.command_path.replace(" ", "-")
    about = pages.about(command, lang)
    usage = pages.page(command, context, 10_000, lang).partition("\n")[0]
    usage = usage.removeprefix(pages.tell(lang, "frame-usage"))
    lines = [f'.TH "{_text(name.upper())}" 1 "" "jslint {__version__}"']
    lines += [f".SH {titles['name']}", f"{_text(name)} \\- {_text(about)}"]
    lines += [f".SH {titles['usage']}", f".B {_text(usage)}"]
    lines += [f".SH {titles['about']}", _text(about)]
    lines += [f".SH {titles['options']}", *_terms(pages.options(command, context, lang))]
    if isinstance(command, click.Group):
        lines += [f".SH {titles['commands']}", *_terms(pages.children(command, context, lang))]
    examples = pages.examples(command, lang)
    if examples:
        lines += [f".SH {titles['examples']}", ".nf", *map(_text, examples), ".fi"]
    if context.parent:
        above = context.parent.command_path.replace(" ", "-")
        lines += [f".SH {titles['see']}", f".BR {_text(above)} (1)"]
    return "\n".join(lines) + "\n"


def _terms(rows: list[tuple[str, str]]) -> Iterator[str]:
    for term, meaning in rows:
        yield from (".TP", f".B {_text(term)}", _text(meaning))


def _text(text: str) -> str:
    """Text in which nothing is a request or an escape of troff."""
    quoted = re.sub(r"[\\\\-]", lambda found: "\\e" if found[0] == "\\" else "\\-", text)
    return f"\\&{quoted}" if quoted.startswith((".", "'")) else quoted


if __name__ == "__main__":
    main(sys.argv[1:])
