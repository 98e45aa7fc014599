"""No figure of a text is missing from the account: its digits are counted without the program's help."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from truth import report as made
from truth.forms import FORMS

from jslint import engine, pack, readers
from jslint.document import Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jslint.document import Text
    from jslint.run import Result

ROOT = Path(__file__).parents[1]
REPORTS = [
    ROOT / "examples" / "clean" / "report.txt",
    ROOT / "examples" / "faulty" / "report.txt",
    *sorted((ROOT / "tests" / "regions").glob("*.txt")),
]
#: What has digits and is no figure: times, numbers of items, documents, accounts and forms, names,
#: and what is said to lie between two numbers, which is none that could be checked.
NO_FIGURE = re.compile(
    r"20\d\d\s*年?度?|(?:\d{1,2}[-—至])?\d{1,2}\s*(?:个?月(?!份?工资)|日|号|时|点(?!\d))"
    r"|[〔\[（(]20\d\d[〕\]）)]\s*\d+|第\s*\d+|^\s*[（(]?\d{1,3}\s*[)）.．、](?!\d)"
    r"|(?<=[。；;:：，])\s*[（(]?\d{1,2}[)）.．、](?!\d)|[（(]?\d{2,7}\s?(?=[类款项]?[)）])"
    r"|^\s*2\d{6}|(?<=[。；;:：，])\s*2\d{6}(?!\d)|[A-Za-z][\w.-]*\d[\w.-]*|\d+[A-Za-z]\w*"
    r"|[\d.]+\s*[%％]?\s*[-—~～至]{1,2}\s*[\d.]+\s*[%％]"
    r"|[①-⑳]|公开\d\d表|财决\d\d(?:-\d)?表|\d+(?=\s?(?:年(?!均)|周岁|级|型|期|路|栋|楼|周年))"
)
#: A number that looks like an amount, or that is counted in something.
NUMBER = re.compile(
    r"\d[\d,，]*[.．]\d+|\d[\d,，]*(?=\s*(?:[百千万亿]{0,2}元|[%％个人次批辆台套项家件场间]))"
)


def _paragraphs(blocks: object) -> Iterator[Text]:
    for block in blocks:  # type: ignore[attr-defined]
        if isinstance(block, Section):
            yield from _paragraphs(block.blocks)
        elif isinstance(block, Paragraph) and block.role == "body":
            yield block.text


def _characters(result: Result) -> set[tuple[int | None, int]]:
    """Every (line, column) of an accounted figure; one that is wrapped takes the rest of its line."""
    found: set[tuple[int | None, int]] = set()
    for seen in result.account.figures:
        place = seen.place
        first, last = place.column or 0, place.end_column or 0
        if place.line == place.end_line:
            found |= {(place.line, column) for column in range(first, last)}
        else:
            found |= {(place.line, column) for column in range(first, first + 40)}
            found |= {(place.end_line, column) for column in range(1, last)}
    return found


def unaccounted(text: str) -> list[str]:
    report = readers.read("report.txt", text.encode())
    result = engine.lint(report, pack.load(pack.choose(report)))
    known = _characters(result)
    missing = []
    for paragraph in _paragraphs(report.sections):
        plain = NO_FIGURE.sub(lambda match: "#" * len(match[0]), paragraph.value)
        for number in NUMBER.finditer(plain):
            place = paragraph.at(number.start(), number.end())
            if (place.line, place.column) not in known:
                missing.append(paragraph.value[max(0, number.start() - 12) : number.end() + 8])
    return missing


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_figure_of_a_report_is_accounted_for(path: Path) -> None:
    assert unaccounted(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("form", FORMS)
def test_every_figure_of_a_generated_text_is_accounted_for(form: str) -> None:
    texts = [made.text_of(*one) for seed in range(6) if (one := made.small(form, seed))]

    assert [(text, found) for text in texts if (found := unaccounted(text))] == []


def test_a_figure_that_no_rule_understands_is_still_listed() -> None:
    text = "2024年度\n某局\n一、情况\n收入15，比上年增长2.5个百分点，新增2.3万亩。\n"
    report = readers.read("report.txt", text.encode())

    result = engine.lint(report, pack.load(pack.choose(report)))

    shown = [(seen.text, seen.understood) for seen in result.account.figures]
    assert shown == [("15", False), ("2.5个百分点", False), ("2.3", False)]
