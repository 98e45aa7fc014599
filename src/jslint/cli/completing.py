"""Completion on the command line: what a shell asks for, and the script that makes it ask."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from click.shell_completion import (
    CompletionItem,
    ShellComplete,
    add_completion_class,
    get_completion_class,
    split_arg_string,
)

from jslint.cli.streams import say_out

if TYPE_CHECKING:
    from collections.abc import Iterable

    import click

#: What a shell sets to ask; its value is the shell and ``complete`` or ``source``.
VARIABLE = "_JSLINT_COMPLETE"
SHELLS = ("bash", "zsh", "fish", "powershell")
#: What stands for a file or a folder.
_FILES = ("FILE", "FOLDER", "FILE|FOLDER", "PATH", "OLD", "NEW")
_LEVELS = ("error", "warning", "info", "off")
_POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($word, $commandAst, $cursor)
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [Text.Encoding]::UTF8
        $env:%(complete_var)s = 'powershell_complete'
        $env:COMP_WORDS = $commandAst.ToString()
        $env:COMP_CWORD = $word
        %(prog_name)s | ForEach-Object {
            $kind, $value = $_ -split ',', 2
            if ($kind -eq 'file') {
                Get-ChildItem -Path "$word*" -ErrorAction SilentlyContinue | ForEach-Object {
                    $path = Resolve-Path -Relative -LiteralPath $_.FullName
                    if ($path -match '\\s') { $path = "'" + $path.Replace("'", "''") + "'" }
                    [Management.Automation.CompletionResult]::new($path, $_.Name, 'ProviderItem', $path)
                }
            } else {
                [Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $value)
            }
        }
    } finally {
        [Console]::OutputEncoding = $encoding
        Remove-Item Env:%(complete_var)s, Env:COMP_WORDS, Env:COMP_CWORD -ErrorAction SilentlyContinue
    }
}
"""


_FISH = """\
function %(complete_func)s;
    set -l response (env %(complete_var)s=fish_complete COMP_WORDS=(commandline -cp) COMP_CWORD=(commandline -t) %(prog_name)s);

    for completion in $response;
        set -l parts (string split --max 1 "," -- $completion);

        if test $parts[1] = "file";
            __fish_complete_path $parts[2];
        else;
            echo $parts[2];
        end;
    end;
end;

complete --no-files --command %(prog_name)s --arguments "(%(complete_func)s)";
"""


class _Complete(ShellComplete):
    """Completion of a shell that hands over the words as one text, and takes a line for each answer."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is completed, and that one."""
        words = split_arg_string(os.environ["COMP_WORDS"])[1:]
        incomplete = os.environ.get("COMP_CWORD", "")
        return (words[:-1] if incomplete and words else words), incomplete

    def format_completion(self, item: CompletionItem) -> str:
        """One completion a line."""
        return f"{item.type},{item.value}"


class PowerShellComplete(_Complete):
    """Completion of PowerShell, which older versions of click lack."""

    name = "powershell"
    source_template = _POWERSHELL


class FishComplete(_Complete):
    """Completion of fish; that of click cuts an answer at its comma, and ids are listed with commas."""

    name = "fish"
    source_template = _FISH


def source(shell: str, command: click.Command) -> str:
    """The script that makes a shell ask."""
    return _of(shell, command).source()


def answer(command: click.Command) -> int:
    """Print what a shell asks for; the exit status."""
    shell, _, wanted = os.environ[VARIABLE].partition("_")
    if shell not in SHELLS or wanted not in ("source", "complete"):
        return 1
    asked = _of(shell, command)
    if wanted == "source":
        say_out(asked.source())
        return 0
    args, incomplete = asked.get_completion_args()
    found = asked.get_completions(args, incomplete)
    # Without the help texts: they are long, and shells separate them with characters of control.
    lines = (asked.format_completion(CompletionItem(one.value, one.type)) for one in found)
    say_out("".join(f"{line}\n" for line in lines))
    return 0


def _of(shell: str, command: click.Command) -> ShellComplete:
    for own in (PowerShellComplete, FishComplete):
        add_completion_class(own)
    kind = get_completion_class(shell)
    if kind is None:
        raise LookupError(shell)
    return kind(command, {}, "jslint", VARIABLE)


def values(metavar: str, incomplete: str) -> list[CompletionItem]:
    """What may stand for a parameter that is called so."""
    if metavar in ("RULE", "TIE"):
        return _listed(_rules(), incomplete)
    if metavar == "RULE=LEVEL":
        rule, equals, _ = incomplete.partition("=")
        names = (
            (f"{rule}={level}" for level in _LEVELS) if equals else (f"{id_}=" for id_ in _rules())
        )
        return _fitting(names, incomplete)
    if metavar == "KIND":
        from jslint.rules import KINDS  # noqa: PLC0415 - only this parameter needs it

        return _fitting(KINDS, incomplete)
    if metavar == "NAME=VALUE":
        from jslint import limits  # noqa: PLC0415 - as above

        return _fitting((f"{name}=" for name in limits.NAMES), incomplete)
    if metavar in ("auto|NAME|FILE", "NAME|FILE", "PACK"):
        from jslint import pack  # noqa: PLC0415 - as above

        packs = [*(["auto"] if metavar.startswith("auto") else []), *pack.names()]
        return [*_fitting(packs, incomplete), CompletionItem(incomplete, type="file")]
    if metavar in _FILES:
        return [CompletionItem(incomplete, type="file")]
    return []


def _rules() -> list[str]:
    from jslint import pack  # noqa: PLC0415 - as above

    ids = pack.ids()
    return sorted({*ids, *(id_[:3] for id_ in ids)})


def _listed(names: Iterable[str], incomplete: str) -> list[CompletionItem]:
    """The last of several names that commas separate."""
    before, comma, last = incomplete.rpartition(",")
    return _fitting((f"{before}{comma}{name}" for name in names), f"{before}{comma}{last}")


def _fitting(names: Iterable[str], incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in names if name.upper().startswith(incomplete.upper())]
