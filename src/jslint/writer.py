"""A report to the structured form: YAML for people, JSON for programs.

What is written reads back as the same report. Each text stands on one line, and a row of a table
too, so that a place in the file is a place in the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from jslint.document import Paragraph, Section
from jslint.harmful import CLASS
from jslint.headings import place_heading
from jslint.patterns import regex
from jslint.phrases import worded

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from jslint.document import Meta, Report, Table, Text

Written: TypeAlias = "str | int | list[Written] | dict[str, Written]"

_HAN = "\u4e00-\u9fff\u3400-\u4dbf〇"
_WIDE = "，。；：！？、（）《》〈〉【】“”‘’—…·％－＋／０-９Ａ-Ｚａ-ｚ"
_PLAIN = regex(rf"[{_HAN}A-Za-z（《“【](?:[{_HAN}{_WIDE}A-Za-z0-9.,%()/+_=~\-]| (?=[^ #:]))*")
_FLOW = regex(r"[^,]*")
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_UNSAFE = regex(f'["\\\\{CLASS}\ud800-\udfff\ufffe\uffff]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def to_yaml(report: Report) -> str:
    """The report as YAML; reading it back gives the same report, but for the places."""
    return yaml(_report(report))


def to_json(report: Report) -> str:
    """The report as JSON; reading it back gives the same report, but for the places."""
    return "\n".join(_json(_report(report), "", "")) + "\n"


def yaml(mapping: dict[str, Written]) -> str:
    """A mapping as YAML, laid out as a report is."""
    return "\n".join(_yaml_mapping(mapping, "")) + "\n"


def _report(report: Report) -> dict[str, Written]:
    written: dict[str, Written] = {"jslint": 1}
    written |= _present(
        meta=_meta(report.meta),
        contents=[_text(entry) for entry in report.contents],
    )
    written["sections"] = [_section(section, 0) for section in report.sections]
    return written | _present(unread=[worded("zh", reason) for _, reason in report.unread])


def _present(**values: Written | None) -> dict[str, Written]:
    """The values that there are, under their keys of the schema."""
    return {key.replace("_", "-"): value for key, value in values.items() if value}


def _text(text: Text) -> str:
    return text.value


def _meta(meta: Meta) -> dict[str, Written]:
    return _present(
        unit=_text(meta.unit),
        year=meta.year,
        kind=meta.kind,
        form=meta.form,
        budget=meta.budget,
    )


def _section(section: Section, above: int) -> dict[str, Written]:
    """A section; its level and number only where the heading does not tell them."""
    number, level = place_heading(section.heading.value, above)
    written: dict[str, Written] = {"heading": _text(section.heading)}
    if section.level != level:
        written["level"] = section.level
    if section.number != number:
        written["number"] = section.number
    return written | _present(blocks=[_block(block, section.level) for block in section.blocks])


def _block(block: Paragraph | Table | Section, above: int) -> Written:
    if isinstance(block, Section):
        return _section(block, above)
    if isinstance(block, Paragraph):
        return _paragraph(block)
    return {"table": _table(block)}


def _paragraph(paragraph: Paragraph) -> Written:
    text = _text(paragraph.text)
    return text if paragraph.role == "body" else {paragraph.role: text}


def _table(table: Table) -> dict[str, Written]:
    head = _present(title=_text(table.title), unit=table.unit, header_rows=table.header_rows)
    head["rows"] = [[_text(cell) for cell in row] for row in table.rows]
    notes = [_paragraph(note) for note in table.notes]
    return head | _present(notes=notes, unread=worded("zh", table.unread))


def _yaml_mapping(mapping: dict[str, Written], indent: str) -> Iterator[str]:
    for key, value in mapping.items():
        if isinstance(value, dict) and value:
            yield f"{indent}{key}:"
            yield from _yaml_mapping(value, indent + "  ")
        elif isinstance(value, list) and value:
            yield f"{indent}{key}:"
            yield from _yaml_items(value, indent + "  ")
        else:
            yield f"{indent}{key}: {_yaml_value(value)}"


def _yaml_items(items: list[Written], indent: str) -> Iterator[str]:
    for item in items:
        if isinstance(item, dict):
            first, *others = _yaml_mapping(item, indent + "  ")
            yield f"{indent}- {first.lstrip(' ')}"
            yield from others
        else:
            yield f"{indent}- {_yaml_value(item)}"


def _yaml_value(value: Written) -> str:
    if isinstance(value, str):
        return value if _is_plain(value) else quoted(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_yaml_cell, value))}]"
    return "{}" if isinstance(value, dict) else str(value)


def _yaml_cell(value: Written) -> str:
    """A value within brackets, where a comma ends it."""
    plain = isinstance(value, str) and _is_plain(value) and _FLOW.fullmatch(value)
    return value if plain and isinstance(value, str) else quoted(str(value))


def _is_plain(text: str) -> bool:
    """Whether a text reads back as itself without quotes, whatever reads it.

    It begins with a letter or a Chinese character, so that it is no number and no indicator.
    """
    return _PLAIN.fullmatch(text) is not None and text.lower() not in _WORDS


def quoted(text: str) -> str:
    """A text in double quotes, on one line, as both YAML and JSON read it.

    A lone surrogate, which no file can hold, becomes U+FFFD.
    """
    return f'"{_UNSAFE.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    return _ESCAPES.get(char) or f"\\u{ord(char):04x}"


def _json(value: Written, indent: str, key: str) -> Iterator[str]:
    """The lines of a value behind its key; a list within a list, as a row is, takes one line."""
    if isinstance(value, dict):
        members = [(f"{quoted(name)}: ", inner) for name, inner in value.items()]
        yield from _json_lines("{", members, "}", indent + key, indent)
    elif isinstance(value, list) and key:
        yield from _json_lines("[", [("", item) for item in value], "]", indent + key, indent)
    elif isinstance(value, list):
        yield f"{indent}[{', '.join(quoted(str(item)) for item in value)}]"
    else:
        yield f"{indent}{key}{quoted(value) if isinstance(value, str) else value}"


def _json_lines(
    opening: str, members: list[tuple[str, Written]], close: str, before: str, indent: str
) -> Iterator[str]:
    """The lines of a mapping or list: brackets around its members, commas between them."""
    if not members:
        yield f"{before}{opening}{close}"
        return
    yield before + opening
    for place, (key, value) in enumerate(members, 1):
        *lines, last = _json(value, indent + "  ", key)
        yield from lines
        yield last + "," * (place < len(members))
    yield indent + close
