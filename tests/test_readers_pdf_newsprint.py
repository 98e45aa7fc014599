"""The PDF reader's pages set in two columns of prose."""

from __future__ import annotations

from pdf_pages import Page, pdf
from pdf_reports import BODY, HEAD, WIDTHS, body, made, only_table, values

from jslint.limits import Meter
from jslint.readers.pdf.pages import every
from jslint.readers.pdf.source import sheets

#: Lines of twenty characters; the paragraphs go on over the end of the left column.
_WORDS = (
    "本年收入合计一千万元，比上年增加一百万元，主要原因是项目增加，人员也有所增加。"
    "支出合计九百万元，比上年减少五十万元，主要原因是厉行节约，压减了会议和培训。"
)
_SIZE, _WIDE, _STEP = 12, 19, 20


def _lines(many: int) -> list[str]:
    words = _WORDS * many
    return [words[at : at + _WIDE] for at in range(0, many * _WIDE, _WIDE)]


def _columns(page: Page, lines: list[str], top: float) -> Page:
    """The first half of the lines at the left, the other half at the right."""
    half = len(lines) // 2
    for column, own in enumerate((lines[:half], lines[half:])):
        for at, line in enumerate(own):
            page.write(50 + column * 260, top + at * _STEP, line, _SIZE)
    return page


def test_the_left_column_is_read_before_the_right_one() -> None:
    lines = _lines(24)

    text = "".join(body(made(_columns(Page(), lines, 60))))

    assert text == "".join(lines)


def test_what_stands_across_parts_what_is_above_from_what_is_below() -> None:
    above, below = _lines(20), _lines(20)
    page = _columns(Page().write(180, 50, "云岭市档案馆部门决算情况的说明与公开", 16), above, 80)
    page = _columns(page.write(200, 310, "云岭市水文站决算情况的说明与公开", 16), below, 340)

    text = "".join(body(made(page)))

    assert text.index("档案馆") < text.index("水文站")
    assert "".join(above) in text[: text.index("云岭市水文站")]


def test_a_table_below_columns_stands_behind_both() -> None:
    lines = [*_lines(20)[:-1], "项目增加，人员也有所增加。"]
    page = _columns(Page(), lines, 60).write(200, 300, "支出决算表", 16)
    page.write(450, 320, "单位：万元", 10).table([HEAD, *BODY], WIDTHS, top=330)

    report = made(page)

    assert only_table(report).title.value == "支出决算表"
    assert values(only_table(report)) == [HEAD, *BODY]
    assert "".join(lines) in "".join(body(report))


def test_names_and_figures_on_two_sides_are_no_columns_of_prose() -> None:
    page = Page()
    for at in range(20):
        page.write(60, 60 + at * _STEP, "一、一般公共服务支出", _SIZE)
        page.write(420, 60 + at * _STEP, "1,200.50", _SIZE)

    (sheet,) = sheets(pdf(page), Meter("made.pdf"))

    assert len(list(every([sheet]))) == 1
