"""jslint tables: what was read of a report's tables, so that a user sees what the checker saw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.cli.words import say
from jslint.document import Table
from jslint.formatters.places import location, where
from jslint.harmful import clean
from jslint.phrases import worded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.document import Report

#: A cell longer than this is cut in the table for people; csv and json keep it whole.
_WIDEST = 24


def tables(report: Report, output_format: str, lang: str) -> str:
    """Every table of a report: for people (``table``), or as ``csv`` or ``json``."""
    found = list(_tables(report))
    if output_format == "json":
        return _json(report, found, lang)
    return _csv(found) if output_format == "csv" else _text(report, found, lang)


def _tables(report: Report) -> Iterator[Table]:
    for path in report.walk():
        for block in path[-1].blocks:
            if isinstance(block, Table):
                yield block


def _values(table: Table) -> list[list[str]]:
    """The cells as printed, soft breaks closed."""
    return [["".join(cell.value.split("\n")).strip() for cell in row] for row in table.rows]


def _text(report: Report, found: list[Table], lang: str) -> str:
    from tabulate import tabulate  # noqa: PLC0415 - 50 ms, and csv and json do without

    lines = []
    for number, table in enumerate(found, 1):
        unit = say(lang, "table-unit", unit=table.unit) if table.unit else ""
        lines.append(
            f"{number}. {table.title.value or say(lang, 'table-untitled')}{unit} {where(report.path, table.place)}"
        )
        rows = [[_cut(clean(value)) for value in row] for row in _values(table)]
        if rows:
            lines += tabulate(rows, tablefmt="presto", disable_numparse=True).split("\n")
        lines += [f"  {note.text.value}" for note in table.notes]
        lines += [say(lang, "table-unread", why=table.unread)] if table.unread else []
        lines.append("")
    return "".join(
        f"{clean(line)}\n" for line in [*lines, say(lang, "table-count", count=len(found))]
    )


def _cut(value: str) -> str:
    return value if len(value) <= _WIDEST else f"{value[: _WIDEST - 1]}…"


def _csv(found: list[Table]) -> str:
    import csv  # noqa: PLC0415 - only this format needs it
    import io  # noqa: PLC0415

    from jslint.formatters.csvtext import inert  # noqa: PLC0415

    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    for table in found:
        named = [f"# {table.title.value}", table.unit]
        writer.writerows([inert(clean(value)) for value in row] for row in (named, *_values(table)))
        writer.writerow([])
    return stream.getvalue()


def _json(report: Report, found: list[Table], lang: str) -> str:
    from jslint.formatters.jsontext import dumps  # noqa: PLC0415 - only this format needs it

    rows = [
        {
            "title": table.title.value,
            "unit": table.unit,
            "header_rows": table.header_rows,
            "location": location(table.place),
            "rows": _values(table),
            "notes": [note.text.value for note in table.notes],
            "unread": worded(lang, table.unread),
        }
        for table in found
    ]
    whole = {"path": report.path, "tables": rows}
    return dumps(whole)
