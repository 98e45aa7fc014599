"""Seeds one realistic fault at a time into a report and counts, by class, which are noticed.

    python benchmarks/seeded.py REPORT… [--only CLASS] [--all]

The report (any format) is converted to the structured format first; places are found by headings,
table titles and short terms, so a fault that has no place in a report is passed over. A fault is
caught where a diagnostic appears that the report does not have without it; ``near`` counts those
that name a changed line. ``--all`` lists the caught ones too, with the rules that caught them.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from jslint import engine, pack, readers, writer
from jslint.readers.faults import Malformed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jslint.diagnostic import Diagnostic, Result

N = r"\d[\d,]*(?:\.\d+)?"
Lines = list[str]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong (``name``), of which class, and how a report's lines become wrong."""

    kind: str
    name: str
    edit: Callable[[Lines], Lines | None]


# ---- where: the lines below a heading or of a table ---------------------------------------------


def scope(lines: Lines, mark: str) -> range:
    """The lines of the first heading or table title that ``mark`` finds, that line included."""
    for at, line in enumerate(lines):
        head = re.match(r"(\s*)(?:- )?(heading|title): (.*)", line)
        if head and re.search(mark, head[3]):
            return range(at, _end(lines, at, head[2]))
    return range(0)


def _end(lines: Lines, start: int, key: str) -> int:
    deep = len(lines[start]) - len(lines[start].lstrip(" -"))
    for at in range(start + 1, len(lines)):
        indent = len(lines[at]) - len(lines[at].lstrip(" -"))
        if indent < deep or (indent == deep and lines[at].lstrip(" -").startswith("heading")):
            return at
        if key == "title" and indent <= deep - 2:
            return at
    return len(lines)


def put(mark: str, find: str, new: str | Callable[[re.Match[str]], str | None], nth: int = 0):
    """Replace the ``nth`` match of ``find`` (its group ``at``) in the scope of ``mark``."""

    def edit(lines: Lines) -> Lines | None:
        where = scope(lines, mark) if mark else range(len(lines))
        found = [(at, m) for at in where for m in re.finditer(find, lines[at])]
        if len(found) <= nth:
            return None
        at, match = found[nth]
        group = "at" if "at" in match.re.groupindex else 0
        text = match.expand(new) if isinstance(new, str) else new(match)
        if text is None or text == match[group]:
            return None
        start, end = match.span(group)
        return [*lines[:at], lines[at][:start] + text + lines[at][end:], *lines[at + 1 :]]

    return edit


def cell(table: str, row: str, column: int, new: Callable[[str], str | None] | str):
    """Replace the ``column``-th (from 0) filled figure behind the cell that ``row`` matches."""
    find = rf'[\[ ]"?(?:[一二三四五六七八九十]+、)?(?:{row})"?(?:, [^,"]*)*?' + (
        r'(?:, (?:"[\d,.]+"|""|[^",\d]+))*?, "[\d,.]+"' * column
    )
    find += r'(?:, (?:""|[^",\d\]]+))*?, "(?P<at>[\d,.]+)"'
    change = new if callable(new) else lambda _, text=new: text
    return put(table, find, lambda match: change(match["at"]))


# ---- what: slips of the figures ------------------------------------------------------------------


def value(text: str) -> Decimal:
    return Decimal(text.replace(",", "").replace(" ", ""))


def like(number: Decimal, text: str) -> str:
    """A number printed with the decimals and separators of ``text``."""
    places = len(text.partition(".")[2])
    return format(number, f",.{places}f" if "," in text else f".{places}f")


def up(text: str) -> str:
    places = Decimal(1).scaleb(-len(text.partition(".")[2]))
    return like(value(text) + places, text)


def down(text: str) -> str:
    places = Decimal(1).scaleb(-len(text.partition(".")[2]))
    return like(value(text) - places, text)


def swap(text: str) -> str | None:
    """Two neighbouring digits exchanged."""
    for at in range(len(text) - 1):
        one, two = text[at], text[at + 1]
        if one.isdigit() and two.isdigit() and one != two and (at or two != "0"):
            return text[:at] + two + one + text[at + 2 :]
    return None


def drop(text: str) -> str | None:
    """A digit lost: the second one."""
    plain = text.replace(",", "")
    if len(plain.partition(".")[0]) < 2:
        return None
    return like(Decimal(plain[0] + plain[2:]), text)


def tens(text: str) -> str:
    return like(value(text) * 10, text)


def at(change: Callable[[str], str | None]) -> Callable[[re.Match[str]], str | None]:
    return lambda match: change(match["at"])


# ---- the faults ----------------------------------------------------------------------------------

TOTAL, INCOME, SPENT = "、收入支出决算总体", "、收入决算情况", "、支出决算情况"
FISCAL, GENERAL = "、财政拨款收入支出决算总体", "、一般公共预算财政拨款支出决算情况"
STRUCTURE, ITEMS = "[）)] ?一般.*结构情况", "[）)] ?一般.*具体情况"
BASIC, THREE = "、一般公共预算财政拨款基本支出决算情况", "、.*三公.*经费支出决算情况"
FUND, CAPITAL, RESULTS = "、政府性基金.*说明", "、国有资本经营.*说明", "绩效管理情况"
ORGAN, BUYING, ASSETS = "机关运行经费支出情况", "政府采购支出情况", "国有资产占有使用情况"
T1, T2, T3 = "^收入支出决算总?表", "^收入决算表", "^支出决算表"
T4, T5 = "^财政拨款收入支出决算总?表", "^一般公共预算财政拨款支出决算表"
T6, T7, T8 = "基本支出决算(明细)?表$", "^财政拨款.三公.", "^政府性基金.*决算表"
T9 = "^国有资本经营.*收入支出决算表"
AMOUNT = rf"(?P<at>{N})\s?万元"
SHARE = rf"占[^，。；]{{0,20}}?(?P<at>{N})%"
CHANGE = rf"(?P<word>增加|减少)\s?(?P<change>{N})\s?万元，(?:增长|下降)\s?(?P<at>{N})%"


def base(match: re.Match[str]) -> str:
    """The rate of growth over this year's amount instead of last year's."""
    return like(100 * value(match["change"]) / value(match["now"]), match["at"])


def last_year(match: re.Match[str]) -> str:
    change = value(match["change"])
    before = value(match["at"]) + (change if match["word"] == "减少" else -change)
    return like(before, match["at"])


def rates() -> Iterator[Fault]:
    """1-3: shares, completion and growth."""
    for where, title in ((INCOME, "收入"), (SPENT, "支出"), (STRUCTURE, "结构"), (GENERAL, "总体")):
        for name, change in (("末位+1", up), ("末位-1", down), ("换位", swap), ("十倍", tens)):
            yield Fault("01 占比", f"{title}{name}", put(where, SHARE, at(change)))
    for nth in (1, 2, 3):
        yield Fault("01 占比", f"结构第{nth + 1}项", put(STRUCTURE, SHARE, at(up), nth))
    yield Fault("01 占比", "三公占比", put(THREE, rf"支出决算\s?0[^占]*占(?P<at>{N})%", "5.00"))
    for where, title in ((TOTAL, "总体"), (FISCAL, "财政"), (GENERAL, "一般"), (THREE, "三公")):
        for name, change in (("末位", up), ("换位", swap), ("十倍", tens)):
            yield Fault("03 增减率", f"{title}{name}", put(where, CHANGE, at(change)))
        find = rf"(?P<now>{N})\s?万元[^{{]*?{CHANGE}"
        yield Fault("03 增减率", f"{title}除以本年", put(where, find, base))
        find = rf"(?:增加|减少)\s?(?P<at>{N})\s?万元，"
        yield Fault("03 增减率", f"{title}增减额换位", put(where, find, at(swap)))
    yield Fault("03 增减率", "机关运行末位", put(ORGAN, CHANGE, at(up)))
    yield Fault(
        "03 增减率", "机关运行增减额", put(ORGAN, r"(?:增加|减少)(?P<at>[\d.]+)万元", at(tens))
    )
    rate = rf"完成(?:年初)?预算的?\s?(?P<at>{N})%"
    for where, title in ((ITEMS, "具体"), (THREE, "三公")):
        for name, change in (("末位", up), ("换位", swap), ("十倍", tens)):
            yield Fault("02 完成率", f"{title}{name}", put(where, rate, at(change)))
    for nth in (1, 3, 7):
        yield Fault("02 完成率", f"第{nth}项", put(ITEMS, rate, at(up), nth))
    find = rf"年初预算为(?P<at>{N})万元，支出决算为{N}万元[，。]完成"
    yield Fault("02 完成率", "预算为零", put(ITEMS, find, "0.00", 2))
    yield Fault("02 完成率", "另一种预算", put(ITEMS, "完成(?P<at>年初预算)的", "全年预算", 4))
    yield Fault("02 完成率", "总数另一种预算", put(ITEMS, "完成(?P<at>年初预算)的", "调整预算"))


def amounts() -> Iterator[Fault]:
    """4-6: amounts of another table, of last year, with a digit lost; in the text."""
    places = (
        (TOTAL, "总计"),
        (INCOME, "本年收入合计"),
        (SPENT, "本年支出合计"),
        (FISCAL, "总计"),
        (GENERAL, "财政拨款支出"),
        (STRUCTURE, "财政拨款支出"),
        (BASIC, "基本支出"),
        (BASIC, "人员经费"),
        (BASIC, "公用经费"),
        (SPENT, "基本支出"),
        (SPENT, "项目支出"),
        (INCOME, "财政拨款收入"),
        (INCOME, "其他收入"),
        (STRUCTURE, "社会保障和就业支出(?:（类）)?"),
        (STRUCTURE, "住房保障支出(?:（类）)?"),
        (ITEMS, "年初预算为"),
        (ITEMS, "支出决算(?:数)?为"),
        (THREE, "年初预算为"),
        (THREE, "支出决算为"),
        (THREE, "公务接待费支出(?:决算为)?"),
        (THREE, "国内公务接待支出"),
        (ORGAN, "机关运行经费支出"),
        (BUYING, "采购金额（以合同签订为准）为|支出总额"),
        (BUYING, "服务(?:采购金额|支出)"),
        (BUYING, "中标或成交的，采购金额"),
        (BUYING, "授予中小企业合同金额"),
        (BUYING, "授予小微企业合同金额"),
        (BUYING, "面向中小企业预留政府采购项目预算金额"),
    )
    for where, term in places:
        for name, change in (("换位", swap), ("少一位", drop), ("末位", up)):
            label = f"{term.partition('(')[0]}{name}"
            find = rf"(?:{term})\s?(?:均?为|各)?\s?{AMOUNT}"
            yield Fault("06 文字金额", label, put(where, find, at(change)))
    for where, title in ((TOTAL, "总体"), (FISCAL, "财政"), (GENERAL, "一般")):
        find = rf"{AMOUNT}[^{{]*?(?P<word>增加|减少)\s?(?P<change>{N})\s?万元"
        yield Fault("05 未更新", f"{title}仍是上年数", put(where, find, last_year))
    for nth in (1, 4, 6):
        find = rf"年初预算为{AMOUNT}"
        yield Fault("06 文字金额", f"第{nth}项预算", put(ITEMS, find, at(swap), nth))
        find = rf"支出决算为\s?{AMOUNT}"
        yield Fault("06 文字金额", f"第{nth}项决算", put(ITEMS, find, at(swap), nth))


def tables() -> Iterator[Fault]:
    """6-7: digits lost, rows shifted, and figures exchanged in the tables."""
    rows = (
        (T1, "社会保障和就业支出", 0),
        (T1, "本年收入合计", 0),
        (T1, "本年支出合计", 0),
        (T1, "年初结转和结余", 0),
        (T1, "年末结转和结余", 0),
        (T1, "总计", 0),
        (T1, "总计", 1),
        (T2, "合计", 0),
        (T2, "合计", 1),
        (T2, "行政运行|事业运行", 0),
        (T2, "社会保障和就业支出", 1),
        (T3, "合计", 1),
        (T3, "社会保障和就业支出", 0),
        (T3, "住房改革支出", 1),
        (T3, "行政运行", 2),
        (T4, "一般公共预算财政拨款", 0),
        (T4, "本年收入合计", 0),
        (T4, "本年支出合计", 0),
        (T4, "年末财政拨款结转和结余", 0),
        (T4, "总计", 0),
        (T4, "住房保障支出", 1),
        (T5, "合计", 0),
        (T5, "合计", 1),
        (T5, "合计", 2),
        (T5, "住房保障支出", 0),
        (T5, "行政运行", 1),
        (T5, "住房公积金", 1),
        (T6, "工资福利支出", 0),
        (T6, "商品和服务支出", 0),
        (T6, "基本工资", 0),
        (T6, "津贴补贴", 0),
        (T6, "退休费", 0),
        (T6, "培训费", 0),
        (T6, "人员经费合计", 0),
        (T6, "公用经费合计", 0),
    )
    for table, row, column in rows:
        for name, change in (("少一位", drop), ("换位", swap), ("末位", up)):
            label = f"{table.strip('^').partition('$')[0]} {row}{column} {name}"
            yield Fault("06 表", label, cell(table, row, column, change))
    for table, name in ((T2, "收入"), (T3, "支出"), (T5, "一般"), (T6, "基本")):
        yield Fault("07 错行", f"{name}下移一行", shifted(table))
        yield Fault("07 错行", f"{name}两行互换", exchanged(table))
        yield Fault("07 错行", f"{name}少一行", dropped(table))
        yield Fault("07 错行", f"{name}一行印两次", twice(table))
    for nth in range(12):
        yield Fault("06 表", f"三公第{nth + 1}格", three(nth))
    yield Fault(
        "06 表",
        "基本、项目互换",
        put(T3, r'行政运行, "[\d,.]+", (?P<at>"[\d,.]*", "[\d,.]*")', reverse),
    )
    yield Fault("06 表", "收入列互换", put(T2, r'合计, "[\d,.]+", (?P<at>"[\d,.]*", "")', reverse))
    yield Fault("06 表", "负数", cell(T5, "住房公积金", 0, lambda text: "-" + text))
    yield Fault("06 表", "基金表有数", put(T8, r'合计, (?P<at>""(?:, "")*)\]', fill))
    yield Fault("06 表", "国资表有数", put(T9, r'合计, (?P<at>""(?:, "")*)\]', fill))
    yield Fault(
        "06 表", "财政总表基金列有数", put(T4, r'节能环保支出, "", "", (?P<at>"")', '"3.00"')
    )


def fill(match: re.Match[str]) -> str:
    return match["at"].replace('""', '"12.00"', 2)


def reverse(match: re.Match[str]) -> str:
    one, _, two = match["at"].partition(", ")
    return f"{two}, {one}"


def _rows(lines: Lines, table: str) -> list[int]:
    found = [at for at in scope(lines, table) if re.match(r'\s*- \[(""|")?\d', lines[at])]
    return found if len(found) > 6 else []


def _figures(line: str) -> tuple[str, str]:
    head = re.match(r'.*?, "?[^\d"\]\[,]{2,}"?(?=, ")', line)
    return (head[0], line[head.end() :]) if head else (line, "")


def shifted(table: str):
    """The figures of the later rows, moved down by one."""

    def edit(lines: Lines) -> Lines | None:
        rows = _rows(lines, table)[-8:-1]
        if not rows:
            return None
        new = list(lines)
        for before, here in zip(rows, rows[1:], strict=False):
            new[here] = _figures(lines[here])[0] + _figures(lines[before])[1]
        return new

    return edit


def exchanged(table: str):
    """The figures of two neighbouring rows, exchanged."""

    def edit(lines: Lines) -> Lines | None:
        rows = _rows(lines, table)
        for one, two in zip(rows[3:], rows[4:], strict=False):
            (head, left), (tail, right) = _figures(lines[one]), _figures(lines[two])
            if left != right and len(left) > 10:
                new = list(lines)
                new[one], new[two] = head + right, tail + left
                return new
        return None

    return edit


def dropped(table: str):
    return lambda lines: (
        (rows := _rows(lines, table)) and [line for at, line in enumerate(lines) if at != rows[5]]
    )


def twice(table: str):
    return lambda lines: (
        (rows := _rows(lines, table))
        and [
            *lines[: rows[5]],
            lines[rows[5]],
            *lines[rows[5] :],
        ]
    )


def three(nth: int):
    """The ``nth`` cell of the one row of the 三公 table changed."""

    def edit(lines: Lines) -> Lines | None:
        for at in reversed(scope(lines, T7)):
            cells = re.findall(r'"([\d,.]*)"', lines[at])
            if len(cells) == 12:
                cells[nth] = like(value(cells[nth] or "0") + Decimal("1.20"), "0.00")
                row = ", ".join(f'"{text}"' for text in cells)
                head = lines[at][: lines[at].index("[")]
                return [*lines[:at], f"{head}[{row}]", *lines[at + 1 :]]
        return None

    return edit


def words() -> Iterator[Fault]:
    """8-9: words of comparison and direction."""
    turn = {
        "增长": "下降",
        "下降": "增长",
        "增加": "减少",
        "减少": "增加",
        "大于": "小于",
        "小于": "大于",
    }

    def other(match: re.Match[str]) -> str:
        return turn[match["at"]]

    for where, title in (
        (TOTAL, "总体"),
        (FISCAL, "财政"),
        (GENERAL, "一般"),
        (THREE, "三公"),
        (ORGAN, "机关"),
    ):
        find = rf"(?P<at>增长|下降)\s?{N}%"
        yield Fault("08 方向", f"{title}率", put(where, find, other))
        find = rf"(?P<at>增加|减少)\s?{N}\s?万元"
        yield Fault("08 方向", f"{title}额", put(where, find, other))
        find = rf"(?P<at>(?:增加|减少)\s?{N}\s?万元)，"
        yield Fault("08 方向", f"{title}持平", put(where, find, "持平"))
        find = rf"(?:增加|减少)\s?{N}\s?万元，(?P<at>(?:增长|下降)\s?{N}%)"
        yield Fault("08 方向", f"{title}率持平", put(where, find, "持平"))
        both = rf"(?P<at>(?:增加|减少)\s?{N}\s?万元，(?:增长|下降)\s?{N}%)"
        swapped = lambda m: re.sub("增加|减少|增长|下降", lambda w: turn[w[0]], m["at"])  # noqa: E731
        yield Fault("08 方向", f"{title}两处都反", put(where, both, swapped))
        yield Fault("08 方向", f"{title}负数", put(where, rf"减少\s?(?P<at>{N})", r"-\g<at>"))
    for nth in (0, 1, 3):
        yield Fault(
            "08 方向", f"大于小于{nth}", put(ITEMS, "决算数(?P<at>大于|小于)预算数", other, nth)
        )
        find = "(?P<at>决算数小于预算数)"
        yield Fault("08 方向", f"小于作等于{nth}", put(ITEMS, find, "决算数等于预算数", nth))
        find = "决算数[同与]预算数(?:基本)?(?P<at>持平)|决算数(?P<x>等于)预算数"
        yield Fault(
            "08 方向",
            f"持平作小于{nth}",
            put(
                ITEMS,
                "(?P<at>决算数(?:[同与]预算数(?:基本)?持平|等于预算数))",
                "决算数小于预算数",
                nth,
            ),
        )
    yield Fault("08 方向", "三公大于", put(THREE, "决算数(?P<at>小于)预算数", "大于"))
    yield Fault(
        "08 方向", "接待费增加的主要原因", put(THREE, "公务接待费支出(?P<at>减少)的", "增加")
    )
    yield Fault("08 方向", "持平后有数", put(THREE, "(?P<at>持平)[；。]", "持平，减少0.30万元"))
    yield Fault("09 零基数", "增长100%", put(THREE, "(?P<at>持平)[；。]", "增加0.50万元，增长100%"))
    yield Fault("09 零基数", "零增长率", put(THREE, "(?P<at>持平)[；。]", "增加0.00万元，增长5%"))
    yield Fault(
        "09 零基数",
        "零的完成率",
        put(THREE, r"0(?:\.00)?\s?万元，完成预算的?\s?(?P<at>0(?:\.00)?)%", "100"),
    )


def residue() -> Iterator[Fault]:
    """5, 10-14: words left over, names, units, marks."""
    name = r"(?P<at>[一-鿿]{3,}?(?:市|省)[一-鿿]+?(?:局|中心))"
    yield Fault(
        "05 未更新",
        "题中单位名",
        put("决算情况说明$", rf"heading: 第.部分\s*{name}\d", "上海市云岭区民政局"),
    )
    yield Fault("05 未更新", "题中年度", put("决算情况说明$", r"(?P<at>2024)\s?年度", "2023"))
    yield Fault("05 未更新", "表题年度", put("决算表$", r"heading: .*(?P<at>2024)年度", "2023"))
    yield Fault("05 未更新", "资产日期年", put(ASSETS, r"截至\s?(?P<at>2024)", "2023"))
    yield Fault("05 未更新", "资产日期月日", put(ASSETS, r"(?P<at>12 ?月 ?31 ?日)", "12月30日"))
    yield Fault("05 未更新", "资产日期月", put(ASSETS, r"(?P<at>12 ?月 ?31 ?日)", "11月30日"))
    yield Fault("05 未更新", "比较年度", put(TOTAL, r"与\s?(?P<at>2023)", "2022"))
    yield Fault("05 未更新", "比较年度同", put(FISCAL, r"与\s?(?P<at>2023)", "2024"))
    yield Fault("05 未更新", "叙述年度", put(TOTAL, r"(?P<at>2024)\s?年度", "2023"))
    yield Fault("05 未更新", "叙述年度采购", put(BUYING, r"(?P<at>2024)\s?年度", "2023"))
    yield Fault("05 未更新", "叙述年度绩效", put(RESULTS, r"(?P<at>2024)\s?年度", "2023"))
    yield Fault(
        "05 未更新", "叙述年度绩效项目", put(RESULTS, r"(?P<at>2024)\s?年度项目", "2023", 1)
    )
    yield Fault("05 未更新", "叙述年度基金", put(FUND, r"(?P<at>2024)\s?年度", "2022"))
    yield Fault("05 未更新", "三公比较年度", put(THREE, r"(?:与|比)\s?(?P<at>2023)", "2022"))
    yield Fault("05 未更新", "机关比较年度", put(ORGAN, r"(?:与|比)\s?(?P<at>2023)", "2022"))
    yield Fault("05 未更新", "封面年度", put("", r"cover: .*(?P<at>2024)\s?年度", "2023"))
    yield Fault("05 未更新", "目录年度", put("", r"^  - .*(?P<at>2024)\s?年度", "2023"))
    for where, title in (
        (TOTAL, "总体"),
        (FUND, "基金"),
        (BUYING, "采购"),
        (ASSETS, "资产"),
        (RESULTS, "绩效"),
    ):
        yield Fault(
            "05 未更新",
            f"{title}单位名另一单位",
            put(
                where,
                rf"- {name}\s?(?:2024|共)|，{name.replace('?P<at>', '?:')}共",
                "上海市云岭区民政局",
            ),
        )
    yield Fault("05 未更新", "表注单位名", put(T8, rf"：{name}", "上海市云岭区民政局"))
    yield Fault("14 名称", "单位名少一字", put(BUYING, name, lambda m: m["at"][:-2] + m["at"][-1]))
    yield Fault(
        "14 名称",
        "单位名多字",
        put(TOTAL, rf"- {name}", lambda m: m["at"][:3] + "市" + m["at"][3:]),
    )
    yield Fault("10 残留", "XX", put(TOTAL, "(?P<at>主要(?:变动)?原因(?:是|：))", r"\g<at>XX"))
    yield Fault("10 残留", "XX单位", put(BUYING, name, "XX局"))
    yield Fault("10 残留", "XX万元", put(ORGAN, AMOUNT, "XX"))
    yield Fault("10 残留", "X年", put(TOTAL, r"(?P<at>2024)\s?年度", "XXXX"))
    yield Fault("10 残留", "单个X", put(ORGAN, AMOUNT, "X"))
    yield Fault("10 残留", "增长（下降）", put(TOTAL, "(?P<at>增长|下降)", "增长（下降）"))
    yield Fault("10 残留", "增加/减少", put(FISCAL, "(?P<at>增加|减少)", "增加/减少"))
    yield Fault("10 残留", "大 小于", put(ITEMS, "决算数(?P<at>小于)", "大 小于"))
    yield Fault("10 残留", "大于/小于/等于", put(ITEMS, "决算数(?P<at>小于)", "大于/小于/等于"))
    yield Fault("10 残留", "大于（小于）", put(ITEMS, "决算数(?P<at>小于)", "大于（小于）"))
    yield Fault("10 残留", "如持平", put(FISCAL, "(?P<at>。)", "。（如持平作持平表述）"))
    yield Fault("10 残留", "数据来源", put(BASIC, "(?P<at>。)", "。（数据来源于财决08-1表）"))
    yield Fault("10 残留", "列明", put(THREE, "(?P<at>公务接待)\\s?\\d", "列明公务接待"))
    yield Fault(
        "10 残留", "部门(单位)概况", put("", r"heading: 第一部分 ?(?P<at>.*)概况", "XX部门(单位)")
    )
    yield Fault("10 残留", "空白下划线", put(ORGAN, AMOUNT, "____"))
    yield Fault("10 残留", "省略号", put(TOTAL, "原因(?:是|：)(?P<at>[^。]*)", "……"))
    yield Fault("10 残留", "原因为空", put(TOTAL, "原因(?:是|：)(?P<at>[^。]*)", ""))
    yield Fault("10 残留", "某某", put(BUYING, name, "某某局"))
    yield Fault("10 残留", "待补充", put(ORGAN, "原因是(?P<at>[^。]*)", "（待补充）"))
    yield Fault("10 残留", "问号", put(ORGAN, AMOUNT, "??"))
    old = {
        "行政事业单位养老支出": "行政事业单位离退休",
        "卫生健康支出": "医疗卫生与计划生育支出",
        "自然资源海洋气象等支出": "国土海洋气象等支出",
        "住房改革支出": "住房保障支出",
        "行政单位离退休": "归口管理的行政单位离退休",
        "信息化建设": "金保工程",
        "资源勘探工业信息等支出": "资源勘探信息等支出",
        "文化旅游体育与传媒支出": "文化体育与传媒支出",
        "社会保障和就业支出": "社会保障支出",
        "机关事业单位职业年金缴费支出": "机关事业单位职业年金",
        "购房补贴": "提租补贴",
    }
    for new, was in old.items():
        yield Fault("11 科目", f"文字{was}", put(ITEMS, f"(?P<at>{new})（", was))
        yield Fault("11 科目", f"表{was}", put(T5, f"(?P<at>{new}),", was))
        yield Fault("11 科目", f"总表{was}", put(T1, f"(?P<at>{new}),", was))
        yield Fault("11 科目", f"结构{was}", put(STRUCTURE, f"(?P<at>{new})", was))
    yield Fault(
        "11 科目", "类错", put(ITEMS, "(?P<at>卫生健康(?:支出)?)[（(]类", "社会保障和就业支出")
    )
    yield Fault(
        "11 科目",
        "款错",
        put(ITEMS, "类[）)](?P<at>行政事业单位医疗)[（(]款", "行政事业单位养老支出"),
    )
    yield Fault(
        "11 科目",
        "项错",
        put(ITEMS, "款[）)](?P<at>事业单位医疗|行政单位医疗)[（(]项", "公务员医疗补助"),
    )
    yield Fault("11 科目", "类款项标错", put(ITEMS, "[（(](?P<at>项)[）)]", "款"))
    yield Fault("11 科目", "漏项字", put(ITEMS, "(?P<at>[（(]项[）)])", ""))
    yield Fault("11 科目", "表代码错", put(T5, r'"(?P<at>20805|05)"', at(up)))
    yield Fault("11 科目", "表代码错7位", put(T5, r'"(?P<at>2101101)"', "2101103"))
    for where, title in (
        (TOTAL, "总体"),
        (INCOME, "收入"),
        (STRUCTURE, "结构"),
        (ITEMS, "具体"),
        (THREE, "三公"),
        (ORGAN, "机关"),
        (BUYING, "采购"),
    ):
        yield Fault(
            "12 单位",
            f"{title}缺%",
            put(where, rf"(?:占|增长|下降|完成预算的?|的)\s?{N}(?P<at>%)", ""),
        )
        yield Fault("12 单位", f"{title}缺元", put(where, rf"{N}\s?万(?P<at>元)", ""))
        yield Fault("12 单位", f"{title}缺万元", put(where, rf"{N}(?P<at>\s?万元)", ""))
        yield Fault("12 单位", f"{title}元", put(where, rf"{N}\s?(?P<at>万元)", "元"))
        yield Fault("12 单位", f"{title}亿元", put(where, rf"{N}\s?(?P<at>万元)", "亿元"))
        yield Fault("12 单位", f"{title}万无", put(where, rf"{N}\s?(?P<at>万元)", "万无"))
        ratio = rf"(?:占|增长|下降|完成预算的?)\s?(?P<at>{N})%"
        tiny = lambda m: format(value(m["at"]) / 100, "f")  # noqa: E731
        yield Fault("13 比例", f"{title}", put(where, ratio, tiny))
        yield Fault("14 标点", f"{title}双句号", put(where, "(?P<at>。)", "。。"))
        yield Fault("14 标点", f"{title}逗号句号", put(where, "(?P<at>，)", "，。"))
        yield Fault(
            "14 标点",
            f"{title}小数点",
            put(where, rf"{AMOUNT}", at(lambda t: t.replace(".", "..") if "." in t else None)),
        )
        yield Fault(
            "14 标点",
            f"{title}小数点作逗号",
            put(
                where,
                rf"{AMOUNT}",
                at(lambda t: t.replace(",", "").replace(".", ",") if "." in t else None),
            ),
        )
        yield Fault("14 标点", f"{title}千分位", put(where, AMOUNT, at(broken)))
        yield Fault(
            "14 标点", f"{title}数中空格", put(where, AMOUNT, at(lambda t: t[0] + " " + t[1:]))
        )
        yield Fault(
            "14 标点",
            f"{title}无小数点",
            put(where, AMOUNT, at(lambda t: t.replace(".", "") if "." in t else None)),
        )
    yield Fault("14 标点", "多左括号", put(BUYING, "(?P<at>其中)", "（其中"))
    yield Fault("14 标点", "少右括号", put(RESULTS + "|" + BASIC, "(?P<at>）)", ""))
    yield Fault("14 标点", "少左引号", put(THREE, "- (?P<at>“)|(?P<y>年度“)", ""))
    yield Fault("14 标点", "表中小数点", cell(T3, "合计", 0, lambda t: t.replace(".", "..")))
    yield Fault(
        "14 标点", "表中逗号", cell(T3, "合计", 0, lambda t: t.replace(",", "").replace(".", ","))
    )
    yield Fault("14 标点", "表中千分位", cell(T5, "合计", 0, broken))
    yield Fault("14 标点", "表中空格", cell(T1, "本年支出合计", 0, lambda t: t[:1] + " " + t[1:]))
    yield Fault(
        "14 标点", "表中字母O", cell(T1, "本年支出合计", 0, lambda t: t.replace("0", "O", 1))
    )
    yield Fault("14 错字", "支岀", put(TOTAL, "(?P<at>支出)总计", "支岀"))
    yield Fault("14 错字", "决箅", put(TOTAL, "主要(?P<at>(?:变动)?原因)", "元因"))
    yield Fault("14 错字", "预算数数", put(ITEMS, "(?P<at>预算数)的", "预算数数"))
    yield Fault(
        "14 错字",
        "较上一度",
        put(THREE, "(?P<at>与上一年度|比\\s?2023\\s?年度|与\\s?2023\\s?年度)", "较上一度"),
    )


def broken(text: str) -> str | None:
    """A separator two digits before the decimal point: 1,23.45."""
    whole, dot, part = text.replace(",", "").partition(".")
    return f"{whole[:-2]},{whole[-2:]}{dot}{part}" if len(whole) > 2 else None


def lists() -> Iterator[Fault]:
    """15 and section 3: reasons, counts, lists, parts of 三公, procurement, assets, performance."""
    yield Fault("15 原因", "总体缺原因", put(TOTAL, "(?P<at>主要(?:变动)?原因[^。]*。)", ""))
    yield Fault("15 原因", "财政缺原因", put(FISCAL, "(?P<at>主要(?:变动)?原因[^。]*。)", ""))
    yield Fault("15 原因", "一般缺原因", put(GENERAL, "(?P<at>主要(?:变动)?原因[^。]*。)", ""))
    yield Fault("15 原因", "项缺原因", put(ITEMS, "(?P<at>的主要原因[^。]*)。", "", 2))
    yield Fault("15 原因", "三公缺原因", put(THREE, "(?P<at>的主要原因[^。]*)。", ""))
    yield Fault("15 原因", "机关缺原因", put(ORGAN, "(?P<at>主要原因[^。]*。)", ""))
    yield Fault("15 原因", "机关变动缺失", put(ORGAN, "(?P<at>，(?:比|与)[^。]*)。", ""))
    yield Fault("15 列举", "空科目", put(BASIC, "(?P<at>津贴补贴)、", "津贴补贴、离休费"))
    yield Fault("15 列举", "公用空科目", put(BASIC, "(?P<at>培训费)、", "培训费、会议费"))
    yield Fault("15 列举", "漏科目", put(BASIC, "(?P<at>津贴补贴、)", ""))
    yield Fault("15 列举", "漏公用科目", put(BASIC, "(?P<at>福利费、)", ""))
    yield Fault("15 列举", "科目列错边", put(BASIC, "(?P<at>培训费、)", "培训费、抚恤金、"))
    yield Fault("15 列举", "科目列两次", put(BASIC, "(?P<at>津贴补贴、)", "津贴补贴、津贴补贴、"))
    yield Fault("15 列举", "不存在的科目", put(BASIC, "(?P<at>津贴补贴、)", "津贴补贴、岗位津贴、"))
    yield Fault("15 具体", "少一项", drop_line(ITEMS, 5))
    yield Fault("15 具体", "末项少", drop_line(ITEMS, -1))
    yield Fault("15 具体", "一项印两次", double_line(ITEMS, 5))
    yield Fault("15 具体", "两项金额互换", exchange(ITEMS, rf"支出决算为\s?{AMOUNT}", 5, 6))
    yield Fault("15 具体", "两项预算互换", exchange(ITEMS, rf"年初预算为\s?{AMOUNT}", 5, 6))
    yield Fault(
        "15 具体", "两类金额互换", exchange(STRUCTURE, rf"支出(?:（类）)?\s?{AMOUNT}，占", 1, 2)
    )
    yield Fault("15 具体", "两类占比互换", exchange(STRUCTURE, SHARE, 1, 2))
    yield Fault("15 具体", "序号错", put(ITEMS, r'- "(?P<at>5)[、.]', "6"))
    yield Fault("15 具体", "项次序颠倒", swap_lines(ITEMS, 4))
    yield Fault("15 数量", "批次", put(THREE, r"(?P<at>\d+)\s?批次", at(up)))
    yield Fault("15 数量", "批次零", put(THREE, r"(?P<at>\d+)\s?批次", "0"))
    yield Fault("15 数量", "人次零", put(THREE, r"(?P<at>\d+)\s?人次", "0", 1))
    yield Fault("15 数量", "接待人次零", put(THREE, r"(?P<at>\d+)\s?人次[（，]", "0"))
    yield Fault(
        "15 数量",
        "缺批次人次",
        put(THREE, r"(?P<at>公务接待\s?\d+\s?批次[，、]\s?\d+\s?人次)", "公务接待"),
    )
    yield Fault("15 数量", "半个人", put(THREE, r"(?P<at>\d+)\s?人次[（，]", "2.5"))
    yield Fault("15 数量", "人次小于批次", put(THREE, r"(?P<at>\d+)\s?人次[（，]", "1"))
    yield Fault("15 数量", "外宾多于总批次", put(THREE, r"外宾(?P<at>0)批次", "9"))
    yield Fault(
        "15 数量",
        "外宾支出多于国内",
        put(THREE, r"外(?:宾|事)接待支出\s?(?P<at>0(?:\.00)?)", "2.20"),
    )
    yield Fault("15 数量", "接待一次金额", put(THREE, r"接待支出 ?(?P<at>0\.1\d)", "0.21"))
    yield Fault("15 数量", "团组而无费用", put(THREE, r"团组\s?(?P<at>0)", "2"))
    yield Fault(
        "15 数量", "出国人次而无费用", put(THREE, r"(?:累计|出国（境）)\s?(?P<at>0)\s?人", "3")
    )
    yield Fault("15 数量", "购车而无费用", put(THREE, r"购置公务用车\s?(?P<at>0)\s?辆", "1"))
    yield Fault("15 数量", "保有量", put(THREE, r"(?:保有量为|共有公务用车)\s?(?P<at>0)\s?辆", "3"))
    yield Fault("15 数量", "购置费", put(THREE, r"购置支出为?\s?(?P<at>0(?:\.00)?)\s?万", "18.00"))
    yield Fault(
        "15 数量", "运行费", put(THREE, r"运行维护费?支出\s?(?P<at>0(?:\.00)?)\s?万", "1.10")
    )
    yield Fault(
        "15 数量",
        "出国费",
        put(THREE, r"因公出国（境）费?(?:经费)?支出\s?(?P<at>0(?:\.00)?)\s?万", "1.10"),
    )
    yield Fault(
        "15 数量",
        "出国费占比",
        put(THREE, r"因公出国（境）费支出决算\s?(?P<at>0(?:\.00)?)\s?万", "1.10"),
    )
    yield Fault("15 数量", "内设部门", put("机构设置", r"由\s?(?P<at>\d+)\s?个", at(up)))
    yield Fault("15 数量", "列出单位数", put("单位构成", r"(?P<at>包括：)$", "共3个，包括："))
    yield Fault("16 资产", "车辆合计", put(ASSETS, r"车辆\s?(?P<at>0)\s?辆", "3"))
    yield Fault("16 资产", "车辆分项", put(ASSETS, r"机要通信用车(?P<at>0)辆", "1"))
    yield Fault("16 资产", "单价标准", put(ASSETS, r"单价\s?(?P<at>100)\s?万元", "10"))
    yield Fault("16 资产", "缺设备", put(ASSETS, r"(?P<at>单价[^。]*。)", ""))
    yield Fault(
        "16 绩效",
        "自评数",
        put(RESULTS, r"自评的2024年度项目(?P<at>\d+)个", at(lambda t: str(int(t) + 3))),
    )
    yield Fault(
        "16 绩效",
        "自评数少",
        put(RESULTS, r"自评的2024年度项目(?P<at>\d+)个", at(lambda t: str(int(t) - 1))),
    )
    yield Fault("16 绩效", "跟踪数多", put(RESULTS, r"跟踪评价的2024年度项目(?P<at>\d+)个", at(up)))
    yield Fault("16 绩效", "监控数多", put(RESULTS, r"选取 (?P<at>\d+) 个项目", at(up)))
    yield Fault("16 绩效", "自评多于目标", put(RESULTS, r"组织对 (?P<at>1) 个项目", "19"))
    yield Fault("16 绩效", "列出项目数", put(RESULTS, r"(?P<at>4) 个项目开展", "5"))
    yield Fault(
        "16 绩效",
        "自评金额",
        put(RESULTS, rf"自评的2024年度项目\d+个，涉及预算金额(?P<at>{N})", at(swap)),
    )
    yield Fault("16 绩效", "目标金额", put(RESULTS, rf"涉及预算金额(?P<at>{N})", at(swap)))
    yield Fault("16 绩效", "优的个数", put(RESULTS, r"优”的项目(?P<at>\d+)个", at(down)))
    yield Fault("16 绩效", "良的个数", put(RESULTS, r"良”的项目(?P<at>\d+)个", at(up)))
    yield Fault("16 绩效", "分数过百", put(RESULTS, rf"平均得分(?P<at>{N})", "199.30"))
    yield Fault("16 绩效", "分数与等级", put(RESULTS, rf"平均得分(?P<at>{N})", "69.43"))
    yield Fault("16 绩效", "问题数", put(RESULTS, r"发现问题(?P<at>0)个，", "2"))
    yield Fault("16 绩效", "已整改", put(RESULTS, r"整改的(?P<at>0)个", "2"))
    yield Fault("16 采购", "货物", put(BUYING, rf"货物(?:采购金额|支出) ?(?P<at>{N})", "22.00"))
    yield Fault("16 采购", "工程", put(BUYING, rf"工程(?:采购金额|支出) ?(?P<at>{N})", "22.00"))
    yield Fault("16 采购", "中小超总额", put(BUYING, rf"中小企业合同金额 (?P<at>{N})", at(tens)))
    yield Fault("16 采购", "小微超中小", put(BUYING, rf"小微企业合同金额 (?P<at>{N})", at(tens)))
    yield Fault("16 采购", "中小占比", put(BUYING, rf"总额的 (?P<at>{N})%", at(up)))
    yield Fault("16 采购", "小微占比", put(BUYING, rf"总额的 (?P<at>{N})%", at(up), 1))
    yield Fault(
        "16 采购",
        "预留小微超中小",
        put(BUYING, rf"面向小微企业预留政府采购项目预算金额(?P<at>{N})", "999.00"),
    )
    yield Fault(
        "16 采购",
        "成交超预留",
        put(BUYING, rf"由中小企业供应商中标或成交的，采购金额(?P<at>{N})", "250.00"),
    )
    yield Fault(
        "16 采购",
        "小微成交超预留",
        put(BUYING, rf"由小微企业供应商中标或成交的，采购金额(?P<at>{N})", "199.00"),
    )
    yield Fault(
        "16 采购",
        "其他成交过大",
        put(
            BUYING,
            rf"其他政府采购项目中，由中小企业供应商中标或成交的，采购金额(?P<at>{N})",
            "9999.00",
        ),
    )
    yield Fault("16 机关", "等于公用之外", put(ORGAN, AMOUNT, "9999.00"))
    yield Fault(
        "16 机关",
        "无机关经费",
        put(ORGAN, rf"(?P<at>机关运行经费支出{N}万元)", "无机关运行经费支出"),
    )
    yield Fault(
        "16 基金",
        "文字有数",
        put(
            FUND,
            r"(?P<at>无政府性基金预算财政拨款收入和支出)",
            "政府性基金预算财政拨款支出30.00万元",
        ),
    )
    yield Fault("16 基金", "文字有数四川", put(FUND, r"支出 (?P<at>0) 万元", "30"))
    yield Fault(
        "16 基金",
        "国资文字有数",
        put(
            CAPITAL,
            r"(?P<at>无国有资本经营预算财政拨款收入和支出)",
            "国有资本经营预算财政拨款支出30.00万元",
        ),
    )
    yield Fault("16 基金", "国资占比", put(CAPITAL, r"合计的 (?P<at>0)%", "5"))
    yield Fault(
        "16 基金",
        "三公无而有",
        put(THREE, r"(?P<at>具体情况如下：)", "2024年度无“三公”经费财政拨款支出。"),
    )
    yield Fault(
        "16 总体",
        "年初结转",
        put(TOTAL, r"(?P<at>与\s?2023)", r"其中：年初结转和结余77.70万元。与2023"),
    )
    yield Fault(
        "16 总体",
        "收支各异",
        put(TOTAL, rf"收入支出总计(?P<at>{N}万元)", r"\g<at>，支出总计9,859.83万元"),
    )
    yield Fault("17 重复", "同段两次", double_line(TOTAL, 2))
    yield Fault("17 重复", "同句不同数", copied(FISCAL))
    yield Fault(
        "17 上年不一",
        "财政、一般增减额",
        put(GENERAL, rf"(?:增加|减少)\s?(?P<at>{N})\s?万元", at(tens)),
    )


def shape() -> Iterator[Fault]:
    """Sections, tables, contents."""
    for where, title in (
        (TOTAL, "一"),
        (INCOME, "二"),
        (FISCAL, "四"),
        (BASIC, "六"),
        (THREE, "七"),
        (CAPITAL, "九"),
        (RESULTS, "绩效"),
        (ORGAN, "机关"),
        (BUYING, "采购"),
        (ASSETS, "资产"),
        ("名词解释", "名词"),
        (STRUCTURE, "结构"),
        ("主要职能|单位职责", "职能"),
        ("单位构成|机构设置", "构成"),
    ):
        yield Fault("20 章节", f"缺{title}", remove(where))
        yield Fault("20 章节", f"{title}重复", again(where))
        yield Fault("20 章节", f"{title}空", hollow(where))
    for where, title in ((INCOME, "二"), (BASIC, "六"), (CAPITAL, "九"), (BUYING, "（二）")):
        yield Fault(
            "20 章节", f"{title}序号错", put(where, "heading: [（]?(?P<at>[一二六九])", "五")
        )
        yield Fault("20 章节", f"{title}与下节互换", swap_sections(where))
        yield Fault("20 章节", f"{title}标题改", put(where, "heading: .*?(?P<at>决算|支出)", ""))
    yield Fault("20 章节", "部分序号", put("名词解释", "第(?P<at>[四三])部分", "五"))
    yield Fault(
        "20 章节", "目录缺一条", put("", r"^(?P<at>  - 三、支出决算情况.*)$", "  - 三、支出情况")
    )
    yield Fault("20 章节", "目录少", drop_contents("三、支出决算情况"))
    yield Fault(
        "20 章节",
        "目录多",
        put("", r"^(?P<at>  - 三、支出决算情况.*)$", r"\g<at>\n  - 四、资产负债情况说明"),
    )
    yield Fault("20 章节", "标题改", put(FISCAL, "heading: 四、(?P<at>财政拨款)", ""))
    for table, title in (
        (T1, "一"),
        (T2, "二"),
        (T3, "三"),
        (T4, "四"),
        (T5, "五"),
        (T6, "六"),
        (T7, "七"),
        (T8, "八"),
        (T9, "九"),
    ):
        yield Fault("21 表格", f"缺表{title}", remove_table(table))
        yield Fault("21 表格", f"表{title}单位元", put(table, r"unit: (?P<at>万元)", "元"))
        yield Fault("21 表格", f"表{title}无单位", drop_line(table, 1))
        yield Fault("21 表格", f"表{title}题少字", put(table, r"title: .*?(?P<at>决算)", ""))
        yield Fault(
            "21 表格",
            f"表{title}题重",
            put(table, r"title: (?P<at>.*)", "支出决算表" if table != T3 else "收入决算表"),
        )
        yield Fault("21 表格", f"表{title}题年", put(table, r"title: (?P<at>)", "2023年度"))
        yield Fault("21 表格", f"表{title}重复", again_table(table))
        yield Fault("21 表格", f"表{title}与下表互换", swap_tables(table))
    yield Fault(
        "21 表格",
        "空表无说明",
        put(T8, "(?P<at>- (?:注|说明)：.*无数据。)", "- 注：本表以万元为金额单位。"),
    )
    yield Fault(
        "21 表格",
        "国资空表无说明",
        put(T9, "(?P<at>- (?:注|说明)：.*无数据。)", "- 注：本表以万元为金额单位。"),
    )
    yield Fault(
        "21 表格",
        "有数而说无",
        put(T7, r"(?P<at>notes:)$", "notes:\n            - 注：本部门无此项支出，故本表无数据。"),
    )


def _cut(lines: Lines, where: range) -> Lines | None:
    return [line for at, line in enumerate(lines) if at not in where] if where else None


def remove(mark: str):
    return lambda lines: _cut(lines, scope(lines, mark))


def again(mark: str):
    def edit(lines: Lines) -> Lines | None:
        where = scope(lines, mark)
        block = lines[where.start : where.stop]
        return [*lines[: where.stop], *block, *lines[where.stop :]] if where else None

    return edit


def hollow(mark: str):
    """The section's heading is left, its text is gone."""

    def edit(lines: Lines) -> Lines | None:
        where = scope(lines, mark)
        if not where:
            return None
        return [*lines[: where.start + 1], *lines[where.stop :]]

    return edit


def swap_sections(mark: str):
    def edit(lines: Lines) -> Lines | None:
        where = scope(lines, mark)
        if not where or where.stop >= len(lines):
            return None
        after = _end(lines, where.stop, "heading")
        one, two = lines[where.start : where.stop], lines[where.stop : after]
        if not two[0].lstrip(" -").startswith("heading"):
            return None
        return [*lines[: where.start], *two, *one, *lines[after:]]

    return edit


def _table(lines: Lines, mark: str) -> range:
    where = scope(lines, mark)
    if not where or "title:" not in lines[where.start]:
        return range(0)
    start = where.start - 1
    if start and "unit: 单位" in lines[start - 1]:
        start -= 1
    stop = where.stop
    while stop > start and "- unit: 单位" in lines[stop - 1]:
        stop -= 1
    return range(start, stop)


def remove_table(mark: str):
    return lambda lines: _cut(lines, _table(lines, mark))


def again_table(mark: str):
    def edit(lines: Lines) -> Lines | None:
        where = _table(lines, mark)
        block = lines[where.start : where.stop]
        return [*lines[: where.stop], *block, *lines[where.stop :]] if where else None

    return edit


def swap_tables(mark: str):
    def edit(lines: Lines) -> Lines | None:
        where = _table(lines, mark)
        if not where:
            return None
        follow = [at for at in range(where.stop, len(lines)) if "title: " in lines[at]]
        if not follow or follow[0] > where.stop + 3:
            return None
        name = re.escape(lines[follow[0]].partition("title: ")[2])
        after = _table(lines, f"^{name}$")
        if not after or after.start != where.stop:
            return None
        one, two = lines[where.start : where.stop], lines[after.start : after.stop]
        return [*lines[: where.start], *two, *one, *lines[after.stop :]]

    return edit


def drop_line(mark: str, nth: int):
    def edit(lines: Lines) -> Lines | None:
        where = scope(lines, mark)
        if len(where) <= max(nth, 2):
            return None
        return _cut(lines, range(where[nth], where[nth] + 1))

    return edit


def double_line(mark: str, nth: int):
    def edit(lines: Lines) -> Lines | None:
        where = scope(lines, mark)
        if len(where) <= nth:
            return None
        return [*lines[: where[nth]], lines[where[nth]], *lines[where[nth] :]]

    return edit


def swap_lines(mark: str, nth: int):
    def edit(lines: Lines) -> Lines | None:
        where = scope(lines, mark)
        if len(where) <= nth + 1:
            return None
        new = list(lines)
        new[where[nth]], new[where[nth + 1]] = lines[where[nth + 1]], lines[where[nth]]
        return new

    return edit


def copied(mark: str):
    """A paragraph twice, the second time with another figure."""

    def edit(lines: Lines) -> Lines | None:
        doubled = double_line(mark, 2)(lines)
        return doubled and put(mark, rf"总计(?:均为|各)?\s?{AMOUNT}", at(tens))(doubled)

    return edit


def drop_contents(term: str):
    return lambda lines: (
        [*lines[: found[0]], *lines[found[0] + 1 :]]
        if (found := [at for at, line in enumerate(lines) if re.match(rf"  - {term}", line)])
        else None
    )


def exchange(mark: str, find: str, one: int, two: int):
    """Two figures exchanged."""

    def edit(lines: Lines) -> Lines | None:
        where = scope(lines, mark)
        found = [(at, m) for at in where for m in re.finditer(find, lines[at])]
        if len(found) <= two or found[one][1]["at"] == found[two][1]["at"]:
            return None
        first, second = found[one][1]["at"], found[two][1]["at"]
        later = put(mark, find, lambda _: first, two)(lines)
        return later and put(mark, find, lambda _: second, one)(later)

    return edit


# ---- trying them ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a fault."""

    fault: Fault
    rules: tuple[str, ...]
    severity: str
    near: bool
    change: str


def _key(found: Diagnostic) -> tuple[str, str]:
    """What two diagnostics have in common that differ in the figures they quote."""
    return found.rule, re.sub(r"[\d,.]+", "#", found.message)


def _places(found: Diagnostic) -> set[int]:
    places = [found.place, *found.figures, *(other.place for other in found.related)]
    return {place.line for place in places if place.line}


def attempt(fault: Fault, lines: Lines, known: Counter[tuple[str, str]], lint) -> Outcome | None:
    """Make the fault and see what is said about it; ``None`` where the report has no place for it."""
    wrong = fault.edit(lines)
    if not wrong or wrong == lines:
        return None
    try:
        result: Result = lint("\n".join(wrong))
    except Malformed:
        return None  # what is left is no report at all
    more = Counter(map(_key, result.diagnostics)) - known
    new = [found for found in result.diagnostics if more[_key(found)]]
    changed = {at + 1 for at, line in enumerate(wrong) if at >= len(lines) or line != lines[at]}
    worst = next((s for s in ("error", "warning", "info") if any(f.severity == s for f in new)), "")
    pair = next(((a, b) for a, b in zip(lines, wrong, strict=False) if a != b), ("", ""))
    return Outcome(
        fault,
        tuple(sorted({found.rule for found in new})),
        worst,
        any(changed & _places(found) for found in new),
        _difference(*pair),
    )


def _difference(old: str, new: str) -> str:
    start = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), 0)
    return f"{old[max(0, start - 12) : start + 14].strip()} → {new[max(0, start - 4) : start + 14].strip()}"


def run(path: Path, only: str) -> list[Outcome]:
    """Every fault that has a place in the report, one at a time."""
    report = readers.read(str(path), path.read_bytes())
    source = writer.to_yaml(report)
    name = f"{path.stem}.yaml"
    ruleset = pack.load(pack.choose(readers.read(name, source.encode())))

    def lint(text: str) -> Result:
        return engine.lint(readers.read(name, text.encode()), ruleset)

    known = Counter(_key(found) for found in lint(source).diagnostics)
    faults = [*rates(), *amounts(), *tables(), *words(), *residue(), *lists(), *shape()]
    lines = source.split("\n")
    tried = (attempt(fault, lines, known, lint) for fault in faults if fault.kind.startswith(only))
    return [outcome for outcome in tried if outcome]


def show(path: Path, outcomes: list[Outcome], *, everything: bool) -> None:
    """Print caught of all for each class, and the missed."""
    print(path)
    for kind in sorted({outcome.fault.kind for outcome in outcomes}):
        row = [outcome for outcome in outcomes if outcome.fault.kind == kind]
        caught = [outcome for outcome in row if outcome.rules]
        worst = Counter(outcome.severity for outcome in caught)
        tally = ", ".join(f"{count} {severity}" for severity, count in worst.most_common())
        print(f"  {kind:12} {len(caught):3}/{len(row):<3} ({tally})")
        for outcome in row:
            if everything or not outcome.rules:
                said = " ".join(outcome.rules) or "MISSED"
                where = "" if outcome.near or not outcome.rules else " (elsewhere)"
                print(f"      {said}{where}: {outcome.fault.name}  [{outcome.change}]")
    caught = sum(bool(outcome.rules) for outcome in outcomes)
    print(f"  all: {caught}/{len(outcomes)}, missed {len(outcomes) - caught}")


def main() -> None:
    """Read the arguments and try every report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reports", nargs="+", type=Path)
    parser.add_argument("--only", default="", help="the class's number, as 06")
    parser.add_argument("--all", action="store_true", help="list the caught ones too")
    arguments = parser.parse_args()
    for path in arguments.reports:
        show(path, run(path, arguments.only), everything=arguments.all)


if __name__ == "__main__":
    main()
