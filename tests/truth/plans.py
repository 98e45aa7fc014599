"""What sections whole reports have, province by province: headings, and the forms to choose from.

The first is that of a province whose form ships as a pack; of the others none does. Which sections there
are, in which order and by which headings was taken from contents pages; the words are the forms' own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    #: A heading, the forms that can stand below it, and choices that are fixed for them.
    Plan = tuple[tuple[str, tuple[str, ...], Mapping[str, str]], ...]

_LISTS = ("list-inline", "list-run-on", "list-paragraphs", "list-pairs")
_LEVELS = ("level-change", "change-front", "from-to")

_SICHUAN: Plan = (
    (
        "一、收入支出决算总体情况说明",
        ("totals-apart", "both-totals", "level-change", "change-front"),
        {"subject": "总计"},
    ),
    (
        "二、收入决算情况说明",
        _LISTS,
        {"about": "收入"},
    ),
    (
        "三、支出决算情况说明",
        _LISTS,
        {"about": "本年支出"},
    ),
    (
        "四、财政拨款收入支出决算总体情况说明",
        ("level-change", "change-front"),
        {"subject": "财政拨款"},
    ),
    ("五、一般公共预算财政拨款支出决算情况说明", (), {}),
    (
        "（一）一般公共预算财政拨款支出决算总体情况",
        ("level-change", "change-front", "from-to", "prior-sentence"),
        {"subject": "一般公共"},
    ),
    (
        "（二）一般公共预算财政拨款支出决算结构情况",
        ("list-inline", "list-paragraphs", "list-run-on"),
        {"about": "类"},
    ),
    ("（三）一般公共预算财政拨款支出决算具体情况", ("items",), {}),
    ("六、一般公共预算财政拨款基本支出决算情况说明", ("basic",), {}),
    ("七、财政拨款“三公”经费支出决算情况说明", (), {}),
    (
        "（一）“三公”经费财政拨款支出决算总体情况说明",
        ("threes-budgets", "against-budget", "change-front"),
        {"subject": "三公"},
    ),
    ("（二）“三公”经费财政拨款支出决算具体情况说明", ("threes-details",), {}),
    ("八、政府性基金预算财政拨款收入支出决算情况说明", (), {}),
    ("九、国有资本经营预算财政拨款支出决算情况说明", (), {}),
    ("十、其他重要事项的情况说明", (), {}),
    (
        "（一）机关运行经费支出情况",
        _LEVELS,
        {"subject": "机关运行"},
    ),
    ("（二）政府采购支出情况", ("purchases",), {}),
    ("（三）国有资产占有使用情况", ("vehicles",), {}),
    ("（四）预算绩效管理情况", ("noise-performance", "noise-policy", "noise-counts"), {}),
)

_XINJIANG: Plan = (
    ("一、收入支出决算总体情况说明", ("totals-moved", "totals-apart"), {}),
    ("二、收入决算情况说明", ("incomes-six",), {}),
    ("三、支出决算情况说明", ("spending-five",), {}),
    ("四、财政拨款收入支出决算总体情况说明", ("sides", "level-change"), {"subject": "财政拨款"}),
    ("五、一般公共预算财政拨款支出决算情况说明", (), {}),
    ("（一）一般公共预算财政拨款支出决算总体情况", ("gap-rate", "share-of-all"), {}),
    (
        "（二）一般公共预算财政拨款支出决算结构情况",
        ("list-paragraphs", "list-inline"),
        {"about": "类"},
    ),
    ("（三）一般公共预算财政拨款支出决算具体情况", ("items-moving",), {}),
    ("六、一般公共预算财政拨款基本支出决算情况说明", ("basic",), {}),
    ("七、财政拨款“三公”经费支出决算情况说明", ("threes-both", "threes-from-budget"), {}),
    ("八、政府性基金预算财政拨款收入支出决算情况说明", ("fund-items", "flows"), {}),
    ("九、国有资本经营预算财政拨款支出决算情况说明", ("capital",), {}),
    ("十、其他重要事项的情况说明", (), {}),
    ("（一）机关运行经费支出情况", _LEVELS, {"subject": "机关运行"}),
    ("（二）政府采购支出情况", ("purchases",), {}),
    ("（三）国有资产占有使用情况", ("assets",), {}),
    ("（四）预算绩效管理情况", ("noise-performance",), {}),
)
_YUNNAN: Plan = (
    ("一、收入决算情况说明", ("incomes-six", "incomes-moving"), {}),
    ("二、支出决算情况说明", ("spending-five", "list-moving"), {"about": "本年支出"}),
    ("（一）基本支出情况", ("basic-accounts",), {}),
    ("（二）项目支出情况", ("projects",), {}),
    ("三、一般公共预算财政拨款支出决算情况说明", (), {}),
    ("（一）一般公共预算财政拨款支出决算总体情况", ("share-of-all",), {}),
    ("（二）一般公共预算财政拨款支出决算具体情况", ("classes-moving",), {}),
    ("四、财政拨款“三公”经费支出决算情况说明", (), {}),
    ("（一）“三公”经费财政拨款支出决算总体情况", ("threes-both", "threes-budgets"), {}),
    ("（二）“三公”经费财政拨款支出决算具体情况", ("threes-details", "threes-nested"), {}),
    ("五、其他重要事项及相关口径情况说明", (), {}),
    ("（一）机关运行经费支出情况", _LEVELS, {"subject": "机关运行"}),
    ("（二）国有资产占用情况", ("assets", "vehicles"), {}),
    ("（三）政府采购支出情况", ("purchases",), {}),
    ("（四）部门绩效自评情况", ("noise-performance", "noise-policy"), {}),
)
_BEIJING: Plan = (
    ("一、收入支出决算总体情况说明", ("level-change", "totals-moved"), {"subject": "总计"}),
    ("（一）收入决算说明", ("list-inline",), {"about": "收入"}),
    ("（二）支出决算说明", ("list-inline", "spending-five"), {"about": "本年支出"}),
    ("二、财政拨款收入支出决算总体情况说明", ("level-change",), {"subject": "财政拨款"}),
    ("三、一般公共预算财政拨款支出决算情况说明", (), {}),
    ("（一）一般公共预算财政拨款支出决算总体情况", ("list-inline",), {"about": "类"}),
    ("（二）一般公共预算财政拨款支出决算具体情况", ("classes-deep",), {}),
    ("四、政府性基金预算财政拨款支出决算情况说明", ("fund-items",), {}),
    ("五、国有资本经营预算财政拨款收支情况", ("capital",), {}),
    ("六、财政拨款基本支出决算情况说明", ("basic",), {}),
    ("七、“三公”经费财政拨款决算情况", ("threes-both", "threes-short"), {}),
    ("八、其他重要事项的情况说明", (), {}),
    ("（一）机关运行经费支出情况", _LEVELS, {"subject": "机关运行"}),
    ("（二）政府采购支出情况", ("purchases",), {}),
    ("（三）车辆情况", ("assets",), {}),
)
_CHONGQING: Plan = (
    ("一、收入支出决算总体情况说明", ("balances",), {}),
    ("二、财政拨款收入支出决算情况说明", ("level-change",), {"subject": "财政拨款"}),
    ("三、一般公共预算财政拨款收入支出决算情况说明", ("classes-from-budget",), {}),
    ("四、一般公共预算财政拨款基本支出决算情况说明", ("basic", "basic-accounts"), {}),
    ("五、“三公”经费情况说明", (), {}),
    ("（一）“三公”经费支出总体情况说明", ("threes-from-budget",), {}),
    ("（二）“三公”经费实物量情况", ("threes-per-head",), {}),
    ("六、其他需要说明的事项", (), {}),
    ("（一）会议费和培训费情况", ("meetings",), {}),
    ("（二）机关运行经费情况", _LEVELS, {"subject": "机关运行"}),
    ("（三）国有资产占用情况", ("vehicles",), {}),
    ("（四）政府采购支出情况", ("purchases",), {}),
    ("七、预算绩效管理情况", ("noise-performance", "noise-policy"), {}),
)
_GUANGDONG: Plan = (
    (
        "一、收入支出决算总体情况说明",
        ("change-front", "both-totals", "totals-moved"),
        {"subject": "总计"},
    ),
    ("二、收入决算情况说明", ("incomes-moving", "list-paragraphs"), {"about": "收入"}),
    ("三、支出决算情况说明", ("list-paragraphs", "list-moving"), {"about": "本年支出"}),
    ("四、财政拨款收入支出决算总体情况说明", ("change-front",), {"subject": "财政拨款"}),
    (
        "五、一般公共预算财政拨款支出决算具体情况说明",
        ("classes-moving", "list-structured"),
        {"about": "类"},
    ),
    ("六、一般公共预算财政拨款基本支出决算情况说明", ("basic-accounts", "basic"), {}),
    ("七、“三公”经费支出决算情况说明", ("threes-both", "threes-moving-nested"), {}),
    ("八、机关运行经费支出情况说明", _LEVELS, {"subject": "机关运行"}),
    ("九、政府采购支出情况说明", ("purchases",), {}),
    ("十、国有资产占用情况说明", ("assets",), {}),
)
_GUANGXI: Plan = (
    ("一、收入支出决算总体情况说明", ("totals-apart", "totals-moved"), {}),
    ("二、收入决算情况说明", ("incomes-moving",), {}),
    ("三、支出决算情况说明", ("list-moving", "list-inline"), {"about": "本年支出"}),
    ("四、财政拨款收入支出决算总体情况说明", ("change-front", "sides"), {"subject": "财政拨款"}),
    ("五、一般公共预算财政拨款支出决算情况说明", (), {}),
    (
        "（一）一般公共预算财政拨款支出决算总体情况",
        ("against-budget", "share-of-all"),
        {"subject": "一般公共"},
    ),
    ("（二）一般公共预算财政拨款支出决算具体情况", ("items", "items-moving"), {}),
    ("六、一般公共预算财政拨款基本支出决算情况说明", ("basic-accounts",), {}),
    ("七、政府性基金预算财政拨款收入支出决算情况说明", ("fund-items",), {}),
    ("八、国有资本经营预算财政拨款支出决算情况说明", ("capital",), {}),
    ("九、“三公”经费支出决算情况说明", ("threes-budgets", "threes-both"), {}),
    ("十、其他重要事项情况说明", (), {}),
    ("（一）机关运行经费支出情况", _LEVELS, {"subject": "机关运行"}),
    ("（二）政府采购支出情况", ("purchases",), {}),
    ("（三）国有资产占有使用情况", ("assets", "vehicles"), {}),
)

_SHAANXI: Plan = (
    ("一、收入支出决算总体情况说明", ("both-totals", "totals-with-parts"), {}),
    ("（一）收入决算情况", ("incomes-six", "incomes-in-brackets"), {}),
    ("（二）支出决算情况", _LISTS, {"about": "本年支出"}),
    ("二、财政拨款收入支出总体情况说明", (), {}),
    ("（一）财政拨款收入支出决算总体情况", ("level-change", "sides"), {"subject": "财政拨款"}),
    ("（二）一般公共预算财政拨款支出决算情况", ("share-of-all", "items", "list-inline"), {}),
    ("（三）一般公共预算财政拨款基本支出决算情况", ("basic",), {}),
    ("三、“三公”经费、培训费及会议费支出情况说明", ("three-sections",), {}),
    ("四、部门绩效管理情况说明", ("noise-counts", "noise-performance"), {}),
    ("五、其他重要事项的情况说明", (), {}),
    ("（一）机关运行经费支出情况", (*_LEVELS, "running-costs"), {"subject": "机关运行"}),
    ("（二）政府采购支出情况", ("purchases",), {}),
    ("（三）国有资产占有使用情况", ("vehicles", "assets"), {}),
)
_INNER_MONGOLIA: Plan = (
    ("一、收入支出决算总体情况说明", ("totals-with-parts", "balances", "totals-moved"), {}),
    ("二、收入决算情况说明", ("incomes-six",), {}),
    ("三、支出决算情况说明", ("spending-five",), {}),
    ("四、财政拨款收入支出决算总体情况说明", ("level-change",), {"subject": "财政拨款"}),
    ("五、一般公共预算财政拨款支出决算情况说明", (), {}),
    (
        "（一）一般公共预算财政拨款支出决算总体情况说明",
        ("budget-then-prior", "both-apart", "share-of-all"),
        {"subject": "一般公共"},
    ),
    ("（二）一般公共预算财政拨款支出决算结构情况说明", ("list-run-on",), {"about": "类"}),
    ("（三）一般公共预算财政拨款支出决算具体情况说明", ("classes-with-items",), {}),
    ("六、一般公共预算财政拨款基本支出决算情况说明", ("basic", "basic-accounts"), {}),
    ("七、财政拨款“三公”经费支出决算情况说明", (), {}),
    ("（一）财政拨款“三公”经费支出决算总体情况说明", ("budget-then-prior",), {"subject": "三公"}),
    ("（二）财政拨款“三公”经费支出决算具体情况说明", ("threes-details", "threes-both"), {}),
    ("八、政府性基金预算财政拨款收入支出决算情况说明", ("fund-items",), {}),
    ("九、国有资本经营预算财政拨款支出决算情况说明", ("capital",), {}),
    ("十、机构运行经费支出情况", ("budget-then-prior", "running-costs"), {"subject": "机关运行"}),
    ("十一、政府采购支出情况", ("purchases",), {}),
    ("十二、国有资产占用情况", ("vehicles",), {}),
    ("十三、预算绩效情况", ("noise-counts", "evaluated"), {}),
)
_ZHEJIANG: Plan = (
    ("（一）收入支出决算总体情况说明", ("both-totals", "causes-with-amounts"), {"subject": "总计"}),
    ("（二）收入决算情况说明", ("incomes-in-brackets",), {}),
    ("（三）支出决算情况说明", ("spending-five",), {}),
    ("（四）财政拨款收入支出决算总体情况说明", ("change-front",), {"subject": "财政拨款"}),
    (
        "（五）一般公共预算财政拨款支出决算情况说明",
        ("share-of-all", "causes-with-amounts", "completed-and-share"),
        {"subject": "一般公共"},
    ),
    ("（六）一般公共预算财政拨款基本支出决算情况说明", ("basic",), {}),
    ("（七）政府性基金预算财政拨款支出决算情况说明", ("fund-items",), {}),
    ("（八）国有资本经营预算财政拨款支出决算情况说明", ("capital",), {}),
    ("（九）财政拨款“三公”经费支出决算情况说明", ("threes-details", "threes-budgets"), {}),
    ("（十）机关运行经费支出说明", _LEVELS, {"subject": "机关运行"}),
    ("（十一）政府采购支出说明", ("purchases",), {}),
    ("（十二）国有资产占有情况说明", ("vehicles", "assets"), {}),
    ("（十三）预算绩效情况说明", ("noise-performance", "noise-counts"), {}),
)
_LIAONING: Plan = (
    ("一、收入支出决算总体情况说明", ("totals-in-sections",), {}),
    ("二、财政拨款支出决算情况说明", ("items-without-group", "list-inline"), {"about": "类"}),
    ("三、一般公共预算财政拨款基本支出决算情况说明", ("basic",), {}),
    ("四、财政拨款“三公”经费支出决算情况说明", ("threes-nested", "threes-short"), {}),
    ("五、其他重要事项的情况说明", (), {}),
    ("（一）机关运行经费支出情况", (*_LEVELS, "earlier-year"), {"subject": "机关运行"}),
    ("（二）政府采购支出情况", ("purchases",), {}),
    ("（三）国有资产占用情况", ("vehicles",), {}),
)
_HUNAN: Plan = (
    ("一、收入支出决算总体情况说明", ("level-change",), {"subject": "总计"}),
    ("二、收入决算情况说明", ("incomes-six", "decomposed"), {}),
    ("三、支出决算情况说明", ("spending-five",), {}),
    ("四、财政拨款收入支出决算总体情况说明", ("level-change",), {"subject": "财政拨款"}),
    ("五、一般公共预算财政拨款支出决算情况说明", (), {}),
    ("（一）财政拨款支出决算总体情况", ("share-of-all",), {}),
    ("（二）财政拨款支出决算结构情况", ("list-inline",), {"about": "类"}),
    ("（三）财政拨款支出决算具体情况", ("items", "groups-run-on"), {}),
    ("六、一般公共预算财政拨款基本支出决算情况说明", ("basic",), {}),
    ("七、财政拨款三公经费支出决算情况说明", ("threes-both", "threes-short", "threes-thrice"), {}),
    ("八、政府性基金预算收入支出决算情况", ("fund-items",), {}),
    ("九、国有资本经营预算财政拨款支出决算情况", ("capital",), {}),
    ("十、关于机关运行经费支出说明", ("earlier-year", *_LEVELS), {"subject": "机关运行"}),
    ("十一、一般性支出情况说明", ("general-costs", "meetings"), {}),
    ("十二、关于政府采购支出说明", ("purchases",), {}),
    ("十三、关于国有资产占用情况说明", ("vehicles",), {}),
    ("十四、关于2023年度预算绩效情况的说明", ("noise-performance", "evaluated"), {}),
)

PLANS: Mapping[str, Plan] = {
    "sichuan": _SICHUAN,
    "xinjiang": _XINJIANG,
    "yunnan": _YUNNAN,
    "beijing": _BEIJING,
    "chongqing": _CHONGQING,
    "guangdong": _GUANGDONG,
    "guangxi": _GUANGXI,
    "shaanxi": _SHAANXI,
    "inner-mongolia": _INNER_MONGOLIA,
    "zhejiang": _ZHEJIANG,
    "liaoning": _LIAONING,
    "hunan": _HUNAN,
}
