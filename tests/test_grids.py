"""Two files' tables beside each other: which tables, rows and columns are one, and what is left over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jslint import readers, tree
from jslint.rules.bench import grids
from jslint.rules.ground import options
from jslint.rules.ground.context import Context

if TYPE_CHECKING:
    from jslint.rules.bench.grids import Beside, Grid, Paired

COVER = "2024年度\n\n云岭市水文站\n\n单位决算\n\n"
PLAIN = "项目\t合计\t基本支出"
CODED = "科目编码\t科目名称\t合计\t基本支出"


def table(*rows: str, title: str = "支出决算表", head: str = PLAIN, unit: str = "万元") -> str:
    """A table as a text file has it, cells parted by a bar."""
    lines = [title] * bool(title) + [f"单位：{unit}"] * bool(unit) + [head, *rows]
    return "\n".join(lines).replace("|", "\t") + "\n\n"


def report(*tables: str) -> Context:
    return Context(readers.read("a.txt", (COVER + "".join(tables)).encode()))


def shape(titles: str = "[]", retitled: str = "[]", headers: str = "[]") -> grids.Shape:
    found = [grids.rewrites(tree.parse(one, "a.yaml")) for one in (titles, retitled, headers)]
    return grids.Shape(*found)


def put(here: str, there: str, how: grids.Shape | None = None) -> Beside:
    return grids.beside(report(here), report(there), how or grids.Shape())


def paired(here: str, there: str, how: grids.Shape | None = None) -> Paired:
    (pair,) = put(here, there, how).pairs
    return pair


def cells(pair: Paired) -> list[str]:
    """The cells in pairs: what each is called, and what is printed."""
    return [
        f"{one.row} {one.column} {one.figure.text or '-'}"
        f" = {other.row} {other.column} {other.figure.text or '-'}"
        for one, other in pair.cells
    ]


def titles(several: tuple[Grid, ...]) -> list[str]:
    return [one.title for one in several]


# What is rewritten.


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("部门支出决算总表", "支出决算表", id="what is found is left out"),
        pytest.param("支出总表总表", "支出表总表", id="only the first that is found"),
        pytest.param("经费情况表", "支出情况表", id="other words in its place"),
        pytest.param("部门经费表", "支出表", id="one after the other"),
        pytest.param("部门", "部门", id="not to nothing"),
        pytest.param("收入表", "收入表", id="nothing found"),
    ],
)
def test_names_are_rewritten(name: str, expected: str) -> None:
    rules = shape("[{find: ^部门}, {find: 总}, {find: 经费, expect: 支出}]").titles

    assert grids.rewritten(name, rules) == expected


def test_what_to_find_must_be_given() -> None:
    with pytest.raises(options.OptionError, match="要写 find"):
        grids.rewrites(tree.parse("[{expect: 支出}]", "a.yaml"))


# Which table is which.


def test_tables_of_one_title_are_one_and_the_rest_is_named() -> None:
    row = "教育支出|30.00|10.00"
    here = table(row) + table(row, title="项目支出表")
    there = table(row, title="收入决算表") + table(row)

    found = put(here, there)

    assert [(one.here.title, one.there.title) for one in found.pairs] == [("支出决算表",) * 2]
    assert (titles(found.only_here), titles(found.only_there)) == (["项目支出表"], ["收入决算表"])
    assert (found.doubtful, found.bare, found.untitled) == ((), (), 0)


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("三、三公经费表", id="a number"),
        pytest.param("“三公”经费表", id="quotes"),
        pytest.param("《三公》经费表", id="of a book"),
    ],
)
def test_numbers_and_quotes_make_no_other_title(title: str) -> None:
    row = "教育支出|30.00|10.00"

    found = put(table(row, title="三公经费表"), table(row, title=title))

    assert [one.here.name for one in found.pairs] == ["三公经费表"]
    assert found.only_here == found.only_there == ()


@pytest.mark.parametrize(("twice_here", "twice_there"), [(True, False), (False, True)])
def test_of_two_tables_with_one_title_none_is_meant(*, twice_here: bool, twice_there: bool) -> None:
    row = "教育支出|30.00|10.00"

    found = put(table(row) * (1 + twice_here), table(row) * (1 + twice_there))

    assert found.pairs == ()
    assert titles(found.doubtful) == ["支出决算表"] * 2
    assert titles(found.only_here) == ["支出决算表"] * twice_there
    assert titles(found.only_there) == ["支出决算表"] * twice_here


def test_a_table_may_be_called_otherwise_where_none_has_its_title() -> None:
    """经费表 is 支出表 when called otherwise, unless the other has two that would be called so."""
    row, how = "教育支出|30.00|10.00", shape(retitled="[{find: 经费, expect: 支出}]")
    other = table(row, title="经费表")

    one = put(table(row, title="支出表"), other, how)
    same = put(table(row, title="支出表") + other, other, how)
    two = put(table(row, title="支出表") + other, table(row, title="经费决算表") + other, how)

    assert [(pair.here.title, pair.there.title) for pair in one.pairs] == [("支出表", "经费表")]
    assert [(pair.here.title, pair.there.title) for pair in same.pairs] == [("经费表", "经费表")]
    assert titles(same.only_here) == ["支出表"]
    assert [(pair.here.title, pair.there.title) for pair in two.pairs] == [("经费表", "经费表")]


def test_of_two_that_could_be_called_so_none_is_meant() -> None:
    row, how = "教育支出|30.00|10.00", shape(retitled="[{find: 经费|开支, expect: 支出}]")
    both, other = (
        table(row, title="支出表") + table(row, title="经费表"),
        table(row, title="开支表"),
    )

    here, there = put(both, other, how), put(other, both, how)

    assert (here.pairs, there.pairs) == ((), ())
    assert titles(here.only_here) == titles(there.only_there) == ["支出表", "经费表"]
    assert titles(here.only_there) == titles(there.only_here) == ["开支表"]


def test_a_table_without_a_unit_is_not_compared() -> None:
    row = "教育支出|30.00|10.00"

    found = put(table(row), table(row, unit=""))

    assert (found.pairs, found.only_here, found.only_there) == ((), (), ())
    assert titles(found.bare) == ["支出决算表"]
    assert all(one.is_bare for one in found.bare)


def test_only_what_the_other_has_alone_may_be_without_a_unit() -> None:
    row = "教育支出|30.00|10.00"
    shared = table(row)

    found = put(
        shared + table(row, title="项目支出表", unit=""),
        shared + table(row, title="收入决算表", unit=""),
    )

    assert (titles(found.only_here), titles(found.only_there)) == ([], ["收入决算表"])
    assert found.bare == ()


def test_a_table_without_a_title_is_counted_or_goes_by_its_heading() -> None:
    row = "教育支出|30.00|10.00"
    under = "一、支出决算表\n\n上年无此项。\n\n" + table(row, title="")

    nothing = put(table(row, title=""), table(row))
    heading = put(under, table(row))

    assert (nothing.untitled, nothing.pairs) == (1, ())
    assert heading.untitled == 0
    assert [one.here.title for one in heading.pairs] == ["一、支出决算表"]
    assert [one.here.name for one in heading.pairs] == ["支出决算表"]


def test_a_table_knows_whether_it_has_codes_and_figures() -> None:
    coded, plain, zero = (
        put(one, "").only_here[0]
        for one in (
            table("205|教育支出|30.00|10.00", head=CODED),
            table("教育支出|30.00|10.00"),
            table("教育支出|0.00|0.00"),
        )
    )

    assert (coded.is_coded, plain.is_coded) == (True, False)
    assert (plain.has_figures, zero.has_figures) == (True, False)
    assert not plain.is_bare


# Which row is which.


def test_rows_are_one_by_their_codes_where_both_have_some() -> None:
    pair = paired(
        table("205|教育支出|30.00|10.00", "206|科学支出|5.00|4.00", head=CODED),
        table("206|科技|5.00|4.50", "205|教育|31.00|10.00", head=CODED),
    )

    assert cells(pair) == [
        "教育支出 合计 30.00 = 教育 合计 31.00",
        "教育支出 基本支出 10.00 = 教育 基本支出 10.00",
        "科学支出 合计 5.00 = 科技 合计 5.00",
        "科学支出 基本支出 4.00 = 科技 基本支出 4.50",
    ]
    assert (pair.only_here, pair.only_there, pair.doubtful) == ((), (), ())
    assert pair.cells[0][0].excerpt == "支出决算表 教育支出 30.00"


@pytest.mark.parametrize("coded", ["here", "there"])
def test_else_by_their_names(coded: str) -> None:
    one = table("205|教育支出|30.00|10.00", head=CODED)
    two = table("一、“教育支出”|31.00|")

    pair = paired(one, two) if coded == "here" else paired(two, one)

    figures = [(one.figure.text, other.figure.text) for one, other in pair.cells]
    expected = [("30.00", "31.00"), ("10.00", "（空）")]
    assert figures == (expected if coded == "here" else [(b, a) for a, b in expected])
    assert [(one.blank, other.blank) for one, other in pair.cells][0] == (False, False)
    assert sum(one.blank + other.blank for one, other in pair.cells) == 1


def test_rows_of_one_name_are_one_in_their_order() -> None:
    pair = paired(
        table("其他支出|30.00|10.00", "其他支出|5.00|4.00"),
        table("其他支出|30.00|10.00", "其他支出|6.00|4.00"),
    )

    assert cells(pair) == [
        "其他支出 合计 30.00 = 其他支出 合计 30.00",
        "其他支出 基本支出 10.00 = 其他支出 基本支出 10.00",
        "其他支出 合计 5.00 = 其他支出 合计 6.00",
        "其他支出 基本支出 4.00 = 其他支出 基本支出 4.00",
    ]
    assert pair.doubtful == ()


@pytest.mark.parametrize("more_here", [True, False])
def test_rows_of_one_name_are_in_doubt_where_one_has_more(*, more_here: bool) -> None:
    one = table("教育支出|3.00|1.00", "其他支出|30.00|10.00", "其他支出|5.00|4.00")
    two = table("教育支出|3.00|1.00", "其他支出|30.00|10.00")

    pair = paired(one, two) if more_here else paired(two, one)

    assert cells(pair) == [
        "教育支出 合计 3.00 = 教育支出 合计 3.00",
        "教育支出 基本支出 1.00 = 教育支出 基本支出 1.00",
    ]
    assert pair.doubtful == ("其他支出",)
    assert (pair.only_here, pair.only_there) == ((), ())


def test_of_a_row_that_one_has_the_first_money_in_a_shared_column_is_told() -> None:
    head = "项目\t合计\t基本支出\t项目支出"
    pair = paired(
        table(
            "教育支出|30.00|10.00|20.00",
            "科学支出|0.00|5.00|5.00",
            "农业支出|0.00|0.00|9.00",
            "卫生支出|8.00|8.00|",
            head=head,
        ),
        table("教育支出|30.00|10.00", "环保支出|7.00|6.00"),
    )

    assert [(one.row, one.column, one.figure.text) for one in pair.only_here] == [
        ("科学支出", "基本支出", "5.00"),
        ("卫生支出", "合计", "8.00"),
    ]
    assert [(one.row, one.column, one.figure.text) for one in pair.only_there] == [
        ("环保支出", "合计", "7.00")
    ]
    assert pair.columns_here == ("项目支出",)


# Which column is which.


def test_a_column_is_one_by_its_path_or_by_the_end_of_it() -> None:
    deep = "项目|本年支出|本年支出\n项目|合计|基本支出"

    pair = paired(table("教育支出|30.00|10.00", head=deep), table("教育支出|31.00|11.00"))
    turned = paired(table("教育支出|31.00|11.00"), table("教育支出|30.00|10.00", head=deep))

    assert [(one.figure.text, other.figure.text) for one, other in pair.cells] == [
        ("30.00", "31.00"),
        ("10.00", "11.00"),
    ]
    assert [(one.figure.text, other.figure.text) for one, other in turned.cells] == [
        ("31.00", "30.00"),
        ("11.00", "10.00"),
    ]
    assert pair.columns_here == turned.columns_here == ()


@pytest.mark.parametrize("two_here", [True, False])
def test_of_two_columns_that_end_alike_none_is_meant(*, two_here: bool) -> None:
    deep = "项目|上年支出|本年支出|本年支出\n项目|合计|合计|基本支出"
    one, two = table("教育支出|3.00|30.00|10.00", head=deep), table("教育支出|30.00|10.00")

    pair = paired(one, two) if two_here else paired(two, one)

    assert [{a.figure.text, b.figure.text} for a, b in pair.cells] == [{"10.00"}]
    assert pair.columns_here == (("上年支出/合计", "本年支出/合计") if two_here else ("合计",))


def test_levels_that_say_nothing_are_left_out() -> None:
    deep = "项目|决算数|决算数\n项目|合计|“基本支出”"

    pair = paired(
        table("教育支出|30.00|10.00", head=deep),
        table("教育支出|31.00|11.00"),
        shape(headers="[{find: ^决算数$}]"),
    )

    assert [one.column for one, _ in pair.cells] == ["决算数/合计", "决算数/“基本支出”"]
    assert [other.figure.text for _, other in pair.cells] == ["31.00", "11.00"]


def test_what_two_columns_of_one_name_hold_is_not_compared() -> None:
    head = "项目\t合计\t基本支出\t基本支出"

    pair = paired(
        table("教育支出|3.00|1.00|2.00", head=head), table("教育支出|4.00|1.00|3.00", head=head)
    )

    assert cells(pair) == ["教育支出 合计 3.00 = 教育支出 合计 4.00"]


# A table that lists across what another lists down.

DOWN = table("一、工资|3.00", "办公费|1.00", "其他|9.00", title="支出明细表", head="项目\t金额")


def test_rows_of_one_are_columns_of_the_other_in_its_total() -> None:
    across = table(
        "合计|4.00|3.00|1.00",
        "教育支出|5.00|6.00|7.00",
        title="支出明细表",
        head="项目\t合计\t工资\t办公费",
    )

    pair = paired(DOWN, across)

    assert cells(pair) == [
        "一、工资 金额 3.00 = 合计 工资 3.00",
        "办公费 金额 1.00 = 合计 办公费 1.00",
    ]
    assert (pair.only_here, pair.only_there, pair.columns_here, pair.doubtful) == ((), (), (), ())


def test_a_subtotal_across_is_what_stands_above_it() -> None:
    down = table("工资福利|3.00", "工资|2.00", title="支出明细表", head="项目\t金额")
    across = table(
        "合计|4.00|3.00|2.00",
        title="支出明细表",
        head="项目|合计|工资福利|工资福利\n项目|合计|小计|工资",
    )

    assert cells(paired(down, across)) == [
        "工资福利 金额 3.00 = 合计 工资福利/小计 3.00",
        "工资 金额 2.00 = 合计 工资福利/工资 2.00",
    ]


def test_where_two_rows_are_totals_nothing_is_turned() -> None:
    across = table(
        "合计|4.00|3.00|1.00",
        "总计|4.00|3.00|1.00",
        title="支出明细表",
        head="项目\t合计\t工资\t办公费",
    )

    pair = paired(DOWN, across)

    assert pair.cells == ()
    assert pair.columns_here == ("金额",)


def test_a_table_of_several_columns_is_not_turned() -> None:
    down = table("工资|3.00|2.00", title="支出明细表", head="项目\t金额\t比重")
    across = table("合计|4.00|3.00", title="支出明细表", head="项目\t合计\t工资")

    pair = paired(down, across)

    assert pair.cells == ()
    assert pair.columns_here == ("金额", "比重")


def test_both_halves_of_a_table_are_one_grid() -> None:
    head = "项目|决算数|项目|决算数"
    here = table("工资|3.00|教育支出|1.00", "奖金|2.00|科学支出|4.00", head=head)

    pair = paired(here, here.replace("4.00", "5.00"))

    assert cells(pair) == [
        "工资 决算数 3.00 = 工资 决算数 3.00",
        "奖金 决算数 2.00 = 奖金 决算数 2.00",
        "教育支出 决算数 1.00 = 教育支出 决算数 1.00",
        "科学支出 决算数 4.00 = 科学支出 决算数 5.00",
    ]
