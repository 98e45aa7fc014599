"""text: for people. Each diagnostic with its source line, the words underlined, and a summary."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from jslint.diagnostic import Severity
from jslint.formatters.places import where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.diagnostic import Diagnostic, Result
    from jslint.document import Place
    from jslint.run import Run

_CODES = {"error": "31;1", "warning": "33;1", "info": "36", "bold": "1", "dim": "2"}
_SEVERITIES = {
    "zh": {"error": "错误", "warning": "警告", "info": "提示"},
    "en": {"error": "error", "warning": "warning", "info": "info"},
}
_WORDS = {
    "zh": {
        "expected": "应为", "related": "另见", "unchecked": "未核对", "rule": "规则",
        "clean": "未发现问题",
        "counts": "{error} 个错误、{warning} 个警告、{info} 个提示",
        "files": "检查了 {files} 个文件",
        "figures": "正文数字 {figures} 个，读懂 {understood} 个，已核对 {checked} 个",
        "hint": "另有 {skipped} 处规则未能应用、{left} 个数字无从核对；用 --show-skipped、--coverage 查看",
        "failed": "{failed} 个文件未能读取",
        "coverage": "覆盖情况：读懂 {understood}，已核对 {checked}",
        "skipped": "未能应用的规则",
    },
    "en": {
        "expected": "expected", "related": "see", "unchecked": "not checked", "rule": "rule",
        "clean": "no problem found",
        "counts": "{error} errors, {warning} warnings, {info} infos",
        "files": "{files} files checked",
        "figures": "{figures} figures in the text, {understood} understood, {checked} checked",
        "hint": "{skipped} rules not applied somewhere, {left} figures not checked; see --show-skipped, --coverage",
        "failed": "{failed} files could not be read",
        "coverage": "coverage: understood {understood}, checked {checked}",
        "skipped": "rules that could not be applied",
    },
}
_SHOWN_RELATED = 4


def render(run: Run) -> str:
    """Every diagnostic, what was asked for besides, and the summary line."""
    lines: list[str] = []
    for result, found in run.diagnostics():
        lines += [*_diagnostic(run, result, found), ""]
    if run.skipped:
        lines += [*_skipped(run), ""]
    if run.coverage:
        lines += [*_coverage(run), ""]
    return "\n".join([*lines, *_summary(run)]) + "\n"


def _diagnostic(run: Run, result: Result, found: Diagnostic) -> Iterator[str]:
    severity = found.severity.value
    head = _paint(run, severity, f"{_SEVERITIES[run.lang][severity]}[{found.rule}]")
    yield f"{_paint(run, 'bold', where(result.path, found.place))}: {head} {found.message}"
    yield from _source(run, result.lines, found.place, severity)
    if found.place.line is None and found.excerpt:
        yield f"    | {_cut(' '.join(found.excerpt.split()), run.width - 8)}"
    words = _WORDS[run.lang]
    if found.expected:
        yield f"    = {words['expected']}：{found.expected}"
    for other in found.related[:_SHOWN_RELATED]:
        shown = _cut("".join(other.excerpt.split()), run.width - 30)
        yield f"    = {words['related']} {where(result.path, other.place)}：{shown}"
    if len(found.related) > _SHOWN_RELATED:
        yield f"    = …（+{len(found.related) - _SHOWN_RELATED}）"


def _source(run: Run, lines: tuple[str, ...], place: Place, severity: str) -> Iterator[str]:
    """The source line with the place underlined, cut to the terminal's width around it."""
    if place.line is None or not 0 < place.line <= len(lines):
        return
    line = lines[place.line - 1].replace("\t", " ").rstrip("\r\n")
    start = (place.column or 1) - 1
    same = place.end_line in (None, place.line) and place.end_column
    end = min(len(line), place.end_column - 1) if same and place.end_column else len(line)
    room = max(20, run.width - 10)
    left = start
    while left > 0 and _cells(line[left - 1 : end]) <= room * 2 // 3:
        left -= 1
    right = max(end, start + 1)
    while right < len(line) and _cells(line[left : right + 1]) <= room:
        right += 1
    shown_end = right
    while shown_end > start + 1 and _cells(line[left:shown_end]) > room:
        shown_end -= 1
    before = ("…" if left else "") + line[left:start]
    number = str(place.line)
    yield f"{number:>5} | {before}{line[start:shown_end]}{'…' if shown_end < len(line) else ''}"
    marks = "^" * max(1, _cells(line[start : min(end, shown_end)]))
    yield f"      | {' ' * _cells(before)}{_paint(run, severity, marks)}"


def _cells(text: str) -> int:
    """How many terminal cells a text takes: two for wide characters, none for combining ones."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WFA" and c not in "…"
        else 1
        for c in text
    )


def _cut(text: str, room: int) -> str:
    if _cells(text) <= room:
        return text
    end = len(text)
    while end and _cells(text[:end]) > room - 1:
        end -= max(1, (_cells(text[:end]) - room) // 2)
    return text[:end] + "…"


def _skipped(run: Run) -> Iterator[str]:
    yield _paint(run, "bold", _WORDS[run.lang]["skipped"])
    for result in run.results:
        for unchecked in result.unchecked:
            place = where(result.path, unchecked.place) if unchecked.place else result.path
            yield f"  {place}: {unchecked.rule}: {unchecked.reason}"


def _coverage(run: Run) -> Iterator[str]:
    seen = [(result, figure) for result in run.results for figure in result.figures]
    counts = {
        "understood": _percent(sum(f.understood for _, f in seen), len(seen)),
        "checked": _percent(sum(f.checked for _, f in seen), len(seen)),
    }
    yield _paint(run, "bold", _WORDS[run.lang]["coverage"].format(**counts))
    for result, figure in seen:
        if not figure.checked:
            place = where(result.path, figure.place)
            yield f"  {place}: {_WORDS[run.lang]['unchecked']} {figure.text}（{figure.section}）"


def _percent(part: int, whole: int) -> str:
    tenths = (2000 * part + whole) // (2 * whole) if whole else 0
    return f"{part}/{whole}（{tenths // 10}.{tenths % 10}%）" if whole else "0/0"


def _summary(run: Run) -> Iterator[str]:
    words = _WORDS[run.lang]
    seen = [figure for result in run.results for figure in result.figures]
    counts = {severity.value: run.count(severity) for severity in Severity}
    found = words["counts"].format(**counts) if any(counts.values()) else words["clean"]
    parts = [found, words["files"].format(files=len(run.results))]
    if seen:
        checked = sum(figure.checked for figure in seen)
        parts.append(words["figures"].format(
            figures=len(seen), understood=sum(figure.understood for figure in seen), checked=checked))
    if run.failures:
        parts.append(words["failed"].format(failed=len(run.failures)))
    stop = "。" if run.lang == "zh" else "."
    yield ("；" if run.lang == "zh" else "; ").join(parts) + stop
    skipped = sum(len(result.unchecked) for result in run.results)
    left = sum(not figure.checked for figure in seen)
    if skipped or left:
        yield _paint(run, "dim", words["hint"].format(skipped=skipped, left=left) + stop)


def _paint(run: Run, style: str, text: str) -> str:
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if run.color else text
