"""What notes tell of diagnostics, and where their words and the sentences of other places stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

import packages
from jslint import engine, readers
from jslint.annotations import spans, telling, words
from jslint.cli import rulebook
from jslint.document import Place, Run, Text
from jslint.limits import DEFAULT
from jslint.run import Run as Whole
from packages import p, tbl, tr

if TYPE_CHECKING:
    from jslint.annotations.model import Note

BODY = (
    p("三、支出决算情况说明")
    + p(
        "2024年度本年支出合计500.00万元，其中：基本支出400.00万元，占80.0%；项目支出100.00万元，占20.0%。"
    )
    + p("项目支出100.00万元，比上年增加10.00万元，增长12.1%。")
    + p("支出决算表")
    + p("单位：万元")
    + tbl(
        tr("科目名称", "合计", "基本支出", "项目支出"),
        tr("合计", "501.00", "400.00", "100.00"),
        tr("教育支出", "503.00", "400.00", "100.00"),
    )
)


def notes(data: bytes, lang: str = "zh", name: str = "a.docx") -> list[Note]:
    """The notes on a file."""
    report = readers.read(name, data)
    rules = rulebook.choose(rulebook.chosen(("auto",), report), (), (), {}, DEFAULT)
    result = replace(engine.lint(report, rules, lang), report=report)
    run = Whole((result,), lang=lang, entries={rule.entry.id: rule.entry for rule in rules.rules})
    return telling.notes(run, result)


@pytest.fixture(scope="module")
def told() -> dict[str, Note]:
    """The notes on the report above by their rules."""
    return {one.rule: one for one in notes(packages.word(BODY))}


def test_a_note_has_the_computation_that_fails_and_no_other(told: dict[str, Note]) -> None:
    growth = told["TRD101"]

    assert growth.sums == (
        "项目支出增减幅度 12.1% ≠ 项目支出增减额 10.00万元 ÷ (项目支出 100.00万元 − 项目支出增减额 10.00万元)，"
        "算得 11.1111% ✗",
    )
    assert (growth.wrote, growth.expected, growth.maybe) == ("12.1%", "11.1%", True)


def test_other_places_are_told_by_heading_and_sentence_or_by_row_and_column(
    told: dict[str, Note],
) -> None:
    total = next(one for one in told.values() if one.place.cell == "表1 R3C2")

    assert "另见 《支出决算表》教育支出 基本支出：400.00" in total.others
    growth = told["TRD101"]
    assert growth.others == ()  # all of it stands in the sentence that has the note


def test_where_several_ways_put_it_right_none_is_said_for_certain(told: dict[str, Note]) -> None:
    unsure = [one for one in told.values() if one.maybe]

    assert unsure
    for one in unsure:
        said = list(words.lines(one, "zh"))
        assert f"可能应为：{one.expected}" in said
        assert f"应为：{one.expected}" not in said


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_note_reads_as_a_remark_to_the_checker(lang: str) -> None:
    from jslint.readers.asides import of_comment

    for one in notes(packages.word(BODY), lang):
        assert of_comment(" ".join(words.lines(one, lang))) is None


# Words and sentences -----------------------------------------------------------------------------


def text(*pieces: tuple[str, Place]) -> Text:
    """A text joined of pieces, each at its place."""
    runs, value = [], ""
    for words_, place in pieces:
        runs.append(Run(len(value), place))
        value += words_
    return Text(value, tuple(runs))


def index(*texts: Text) -> spans.Index:
    """The index of a report with these paragraphs."""
    from jslint.document import Paragraph, Report, Section

    section = Section(Text("三、支出"), 2, blocks=tuple(map(Paragraph, texts)))
    return spans.Index.of(Report("a", (section,)))


def at(order: int, column: int) -> Place:
    """A character of a paragraph in a Word file."""
    return Place(order=(order, column), column=column, paragraph=order)


def test_words_that_a_sentence_has_in_two_paragraphs_are_two_stretches() -> None:
    joined = text(("上年支出500", at(4, 1)), ("万元，比预算少", at(5, 1)))

    found = index(joined).spans(joined.at(4, 9))

    assert [(one.order, one.column, one.end_column) for one in found] == [
        ((4, 5), 5, 8),
        ((5, 1), 1, 3),
    ]


def test_boxes_go_as_far_as_the_words() -> None:
    def box(left: float, top: float) -> Place:
        return Place(
            order=(1, round(top * 10), round(left * 10)),
            page=1,
            box=(left, top, left + 50, top + 10),
        )

    joined = text(("其他", box(500, 100)), ("事务支出", box(50, 120)), ("主要用于", box(100, 120)))
    place = joined.at(0, 6)

    found = index(joined).spans(place, "其他事务支出")

    assert [one.box[:2] for one in found] == [(500, 100), (50, 120)]


def test_a_long_sentence_is_cut_around_its_words() -> None:
    long = text((f"前句。{'甲' * 60}500万元{'乙' * 60}。后句。", at(1, 1)))

    found = index(long).find(at(1, 64).to(at(1, 66)))

    assert spans.quoted(found) == f"…{'甲' * 40}500万元{'乙' * 38}…"


def test_a_place_that_no_text_has_is_a_stretch_of_its_own() -> None:
    place = Place(order=(9, 1), column=1)

    assert index(text(("甲", at(1, 1)))).spans(place) == (place,)
    assert index(text(("甲", at(1, 1)))).spans(Place()) == ()
