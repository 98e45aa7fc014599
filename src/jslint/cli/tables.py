"""jslint tables: what was read of a report's tables, so that a user sees what the checker saw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.document import Table
from jslint.formatters.places import location, where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.document import Report

#: A cell longer than this is cut in the table for people; csv and json keep it whole.
_WIDEST = 24


def tables(report: Report, output_format: str) -> str:
    """Every table of a report: for people (``table``), or as ``csv`` or ``json``."""
    found = list(_tables(report))
    if output_format == "json":
        return _json(report, found)
    return _csv(found) if output_format == "csv" else _text(report, found)


def _tables(report: Report) -> Iterator[Table]:
    for path in report.walk():
        for block in path[-1].blocks:
            if isinstance(block, Table):
                yield block


def _values(table: Table) -> list[list[str]]:
    """The cells as printed, soft breaks closed."""
    return [["".join(cell.value.split("\n")).strip() for cell in row] for row in table.rows]


def _text(report: Report, found: list[Table]) -> str:
    from tabulate import tabulate  # noqa: PLC0415 - 50 ms, and csv and json do without

    pieces = []
    for number, table in enumerate(found, 1):
        unit = f"（单位：{table.unit}）" if table.unit else ""
        pieces.append(
            f"{number}. {table.title.value or '（无标题）'}{unit} {where(report.path, table.place)}"
        )
        rows = [[_cut(value) for value in row] for row in _values(table)]
        head, body = rows[: table.header_rows], rows[table.header_rows :]
        pieces += (
            [tabulate([*head, *body], tablefmt="presto", disable_numparse=True)] if rows else []
        )
        pieces += [f"  {note.text.value}" for note in table.notes]
        pieces += [f"  未能读取：{table.unread}"] if table.unread else []
        pieces.append("")
    return "\n".join([*pieces, f"共 {len(found)} 张表"]) + "\n"


def _cut(value: str) -> str:
    return value if len(value) <= _WIDEST else f"{value[: _WIDEST - 1]}…"


def _csv(found: list[Table]) -> str:
    import csv  # noqa: PLC0415 - only this format needs it
    import io  # noqa: PLC0415

    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    for table in found:
        writer.writerow([f"# {table.title.value}", table.unit])
        writer.writerows(_values(table))
        writer.writerow([])
    return stream.getvalue()


def _json(report: Report, found: list[Table]) -> str:
    import json  # noqa: PLC0415 - only this format needs it

    rows = [
        {
            "title": table.title.value,
            "unit": table.unit,
            "header_rows": table.header_rows,
            "location": location(table.place),
            "rows": _values(table),
            "notes": [note.text.value for note in table.notes],
            "unread": table.unread,
        }
        for table in found
    ]
    whole = {"path": report.path, "tables": rows}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
