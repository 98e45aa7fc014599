"""jslint check: read, choose packs, lint, print."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from jslint import engine, formatters, pack, readers
from jslint.cli import files
from jslint.diagnostic import Diagnostic, Result, Severity
from jslint.errors import UnreadableError, UsageError
from jslint.readers.faults import Malformed
from jslint.run import Failure, Run

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.document import Report
    from jslint.pack import RuleSet

#: Below this many inputs a run is over before a reader could look at a progress line.
_PROGRESS_FROM = 5


@dataclass(frozen=True, slots=True)
class Settings:
    """What the command line asks for; see the options' help."""

    paths: tuple[str, ...]
    packs: tuple[str, ...]
    output_format: str
    output: str | None
    fail_on: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    show_claims: bool
    coverage: bool
    show_skipped: bool
    lang: str
    color: str
    stdin_filename: str | None
    quiet: bool


def settings(options: Mapping[str, object]) -> Settings:
    """Click's options as settings, the language taken from the locale where it is not given."""
    named = {**options, "lang": options["lang"] or _locale()}
    return Settings(**named)  # type: ignore[arg-type]


def check(asked: Settings) -> int:
    """Check every input, print what was found, and return the exit status."""
    results: list[Result] = []
    failures: list[Failure] = []
    claims: list[str] = []
    paths = files.expand(asked.paths, readers.READERS)
    if not paths:
        raise UsageError(f"{'、'.join(asked.paths)} 里没有可以检查的报告文件")
    for number, path in enumerate(paths, 1):
        _progress(number, len(paths), path)
        try:
            report = _read(path, asked)
            results.append(_lint(report, asked))
            if asked.show_claims:
                claims.append(_claims(report))
        except Malformed as malformed:
            results.append(_faults(path, malformed, asked.lang))
        except UnreadableError as error:
            failures.append(Failure(path, error.reason, error.remedy))
            print(f"jslint: 错误：{error}", file=sys.stderr)
    _print(asked, tuple(results), tuple(failures), "".join(claims))
    return 2 if failures else _status(results, asked.fail_on)


def _read(path: str, asked: Settings) -> Report:
    if path == files.STDIN:
        name = asked.stdin_filename or "stdin.txt"
        return readers.read(name, sys.stdin.buffer.read(), name)
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError as error:
        raise UnreadableError(path, "没有这个文件", "请检查路径") from error
    except OSError as error:
        raise UnreadableError(path, f"打不开：{error.strerror}", "请检查权限") from error
    return readers.read(path, data)


def _lint(report: Report, asked: Settings) -> Result:
    names = tuple(name for name in asked.packs if name != "auto")
    chosen = (*(pack.choose(report) if "auto" in asked.packs else ()), *names)
    return engine.lint(report, _selected(pack.load(chosen), asked), asked.lang)


def _selected(ruleset: RuleSet, asked: Settings) -> RuleSet:
    rules = tuple(
        rule
        for rule in ruleset.rules
        if (not asked.select or rule.entry.id.startswith(asked.select))
        and not (asked.ignore and rule.entry.id.startswith(asked.ignore))
    )
    if not rules:
        raise UsageError("没有选中任何规则；请检查 --select、--ignore 和 --pack")
    return replace(ruleset, rules=rules)


def _faults(path: str, malformed: Malformed, lang: str) -> Result:
    """A structured report that is not well formed, as diagnostics at their places."""
    return Result(path, tuple(
        Diagnostic(
            fault.code, "malformed", Severity.ERROR,
            fault.english if lang == "en" and fault.english else fault.message,
            fault.place, excerpt=fault.excerpt,
        )
        for fault in malformed.faults
    ))


def _claims(report: Report) -> str:
    # tabulate takes 50 ms to load, and most runs print no table.
    from jslint.cli.claims import table  # noqa: PLC0415

    return table(report)


def _print(
    asked: Settings, results: tuple[Result, ...], failures: tuple[Failure, ...], claims: str
) -> None:
    run = Run(
        results, failures, asked.lang, _colored(asked), _width(), skipped=asked.show_skipped,
        coverage=asked.coverage,
    )
    if asked.quiet and not failures and not any(True for _ in run.diagnostics()):
        return
    text = formatters.render(asked.output_format, run)
    if asked.output:
        files.write(asked.output, text)
    else:
        sys.stdout.write((claims if asked.output_format == "text" else "") + text)
        sys.stdout.flush()


def _status(results: list[Result], fail_on: str) -> int:
    if fail_on == "never":
        return 0
    rank = Severity(fail_on).rank
    return int(any(found.severity.rank >= rank for result in results for found in result.diagnostics))


def _locale() -> str:
    value = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "en" if value.lower().startswith("en") else "zh"


def _colored(asked: Settings) -> bool:
    if asked.color != "auto":
        return asked.color == "always"
    if os.environ.get("NO_COLOR") or asked.output:
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def _width() -> int:
    return max(40, min(200, shutil.get_terminal_size((100, 24)).columns))


def _progress(number: int, total: int, path: str) -> None:
    if total >= _PROGRESS_FROM and sys.stderr.isatty():
        end = "\r" if number < total else "\n"
        print(f"\x1b[K[{number}/{total}] {path}", end=end, file=sys.stderr, flush=True)
