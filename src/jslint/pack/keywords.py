"""The words of the rule language in Chinese; a pack may be written in either language, or in both.

They are read as their English names before anything else looks at the pack, so what follows knows one
language only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from jslint.phrases import Family
from jslint.rules.ground import options
from jslint.tree import Mapping as MappingNode
from jslint.tree import Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.tree import Node

said = Family("packs").phrase

KEYS: Mapping[str, str] = {
    # a pack
    "规则包": "pack",
    "标题": "title",
    "表式": "form",
    "英文表式": "form-en",
    "继承": "extends",
    "适用于": "applies-to",
    "标题行": "headings",
    "同时有": "together",
    "封面": "cover",
    "是预算": "budget",
    "参数": "parameters",
    "量": "facts",
    "规则": "rules",
    "改写": "override",
    "检查表": "checklist",
    # an item of a checklist
    "项目": "item",
    "方面": "aspect",
    "核对": "check",
    "人工": "hand",
    "期限": "deadline",
    "天数": "days",
    "批复日期": "approved",
    "公开日期": "published",
    # a quantity
    "名称": "label",
    "按科目": "keyed",
    "出处": "stated",
    "另有出处": "also",
    "表": "table",
    "行": "row",
    "列": "column",
    "章节": "section",
    "主体": "subject",
    "度量": "measure",
    "单位": "unit",
    "逐项": "items",
    # a rule
    "编号": "id",
    "代号": "name",
    "种类": "kind",
    "级别": "severity",
    "消息": "message",
    "英文消息": "message-en",
    "英文标题": "title-en",
    "英文理由": "reason-en",
    "英文依据": "basis-en",
    "理由": "reason",
    "依据": "basis",
    "修正": "fix",
    "例子": "examples",
    "坏例": "bad",
    "好例": "good",
    "应指出": "finds",
    "上年报告": "previous",
    "另一材料": "against",
    # options of kinds
    "公式": "formula",
    "条件": "when",
    "除非": "unless",
    "接近": "near",
    "基数": "base",
    "不含": "below",
    "预算": "budget",
    "代码": "codes",
    "位数": "digits",
    "各列": "columns",
    "完整分类": "complete",
    "结尾": "final",
    "后接": "followed-by",
    "上限": "high",
    "下限": "low",
    "忽略": "ignore",
    "层级": "levels",
    "减去": "minus",
    "叫作": "named",
    "没有": "none",
    "关系": "relation",
    "名录": "names",
    "并列时": "among",
    "结余": "left",
    "不敷": "lacking",
    "上年转入": "brought",
    "指上文": "referring",
    "类标题": "classed",
    "列举起于": "opens",
    "各项收入": "gained",
    "各项支出": "paid",
    "其他列": "others",
    "各行": "rows",
    "并存": "beside",
    "增减列": "change",
    "单位名": "body",
    "单独": "alone",
    "本年未述": "unstated",
    "题为": "titled",
    "引出语": "opener",
    "引出": "lead",
    "折算": "reckoned",
    "另计": "besides",
    "依次": "ordered",
    "以外": "outside",
    "有重叠": "overlapping",
    "逐对": "pairs",
    "分项": "parts",
    "写法": "patterns",
    "除外": "apart",
    "泛称": "loose",
    "自称": "own",
    "含结转": "carried",
    "在其上": "above",
    "在其下": "beneath",
    "各自": "each",
    "每": "per",
    "上年": "prior",
    "应有": "required",
    "文字类别": "roles",
    "同一文件": "same-file",
    "同级": "siblings",
    "说明语": "says",
    "最短": "shortest",
    "可少列": "shortfall",
    "收尾": "closing",
    "总数": "totals",
    "结转": "balances",
    "段头": "head",
    "精确": "exact",
    "比率": "rate",
    "分子": "part",
    "所做": "done",
    "前面写": "before",
    "后面写": "behind",
    "新增的": "newly",
    "分母": "of",
    "各比率": "rates",
    "目标": "target",
    "实际": "actual",
    "得分": "score",
    "满分": "most",
    "符号": "sign",
    "项目少的": "few",
    "年初数": "opening",
    "收入数": "received",
    "以往的": "former",
    "又一处的": "further",
    "所用字样": "worded",
    "支出数": "spent",
    "往来": "transfers",
    "付出数": "paid",
    "改名": "renamed",
    "起始年度": "since",
    "各表": "tables",
    "合计": "total",
    "各单位": "units",
    "以内": "within",
    "错误写法": "wrong",
    "年份": "years",
    "已知": "given",
    "须有": "needed",
    "次序不限": "any-order",
    "整体": "whole",
    "所指的量": "quantity",
    "平均数": "average",
    "可为均值": "means",
    "资金": "fund",
    "变动前后": "moves",
    "按什么平均": "counted",
    "所除的量": "divided",
    "表题": "titles",
    "又名": "retitled",
    "表头": "headers",
    "范围": "reach",
    # parts of options
    "查找": "find",
    "应为": "expect",
    "旧名": "old",
    "新名": "new",
    "保留": "keep",
    "标题写法": "heading",
    "表名写法": "pattern",
    "上级": "under",
    "可缺": "optional",
    "今年": "now",
    "去年": "then",
}
KINDS: Mapping[str, str] = {
    "对照": "against",
    "科目清单": "account-lists",
    "科目名称": "account-names",
    "各列求和": "across",
    "空章节": "blank-section",
    "分段大小": "block-order",
    "分段比率": "block-rate",
    "分段求和": "block-sum",
    "分段目标": "block-target",
    "界限": "bounds",
    "括号": "brackets",
    "结转": "carried",
    "分类": "classes",
    "类标题下": "class-headed",
    "科目位置": "code-place",
    "代码名称": "code-names",
    "完成率": "completion",
    "目录": "contents",
    "计数": "count",
    "明细程度": "depth",
    "差额": "difference",
    "方向": "direction",
    "分解": "division",
    "叠字": "doubled",
    "各行求和": "down",
    "空表": "empty-table",
    "句末": "ending",
    "公式": "formula",
    "汇总": "group-sum",
    "增长率": "growth",
    "半角标点": "halfwidth",
    "科目层级": "hierarchy",
    "隐含预算": "implied-budget",
    "隐含整体": "implied-whole",
    "占满": "shared-out",
    "收支结余": "flow",
    "余额变动": "balance",
    "两者之差": "apart",
    "收支相抵": "set-off",
    "构成": "components",
    "分写的构成": "composed",
    "点名的整体": "named-whole",
    "点名的比率": "named-rate",
    "换单位": "other-unit",
    "数字颠倒": "transposed",
    "分句重复": "echoed",
    "别处": "elsewhere",
    "上级科目": "parents",
    "连号": "series",
    "平均": "mean",
    "已知名称": "known-names",
    "所列科目": "listed",
    "列举两次": "listed-twice",
    "应提及": "mentioned",
    "同增减": "mixture",
    "抄错": "mistyped",
    "负数": "negative",
    "序号": "numbering",
    "旧称": "obsolete-names",
    "科目名录": "official-names",
    "科目顺序": "order",
    "文字": "pattern",
    "预算句": "planned",
    "预算增减": "planned-change",
    "上年数": "prior-year",
    "下文": "promised",
    "原因重复": "repeated-reason",
    "字词重复": "repetition",
    "重述": "restated",
    "一致": "same",
    "章节": "sections",
    "占比": "share",
    "表名": "table-titles",
    "表格": "tables",
    "同有同无": "together",
    "成对金额": "twin",
    "单位行": "unit-line",
    "单位名称": "unit-name",
    "别的单位": "stranger",
    "逐年比较": "compared",
    "自明": "evident",
    "节内的表": "tabled",
    "他处增幅": "grown",
    "总计构成": "totalled",
    "预算调整": "adjusted",
    "整数": "whole-number",
    "年度": "year",
    "各期合计": "year-parts",
    "说是相等": "said-equal",
    "各句合计": "singly",
    "百分点": "points",
}
#: The words that stand for values, by the English key that they stand under.
VALUES: Mapping[str, Mapping[str, str]] = {
    "kind": KINDS,
    "severity": {"错误": "error", "警告": "warning", "提示": "info", "关闭": "off"},
    "fix": {"放心": "safe", "核实": "unsafe", "选择": "choice"},
    "measure": {
        "决算": "actual",
        "上年": "prior",
        "预算": "budget",
        "年初预算": "budget:年初",
        "全年预算": "budget:全年",
        "调整预算": "budget:调整",
        "增减额": "change",
        "增减率": "growth",
        "占比": "share",
        "完成率": "completion",
    },
    "unit": {"金额": "money"},
    "relation": {"和": "sum", "差": "difference", "率": "rate"},
    "base": {"上年": "prior", "预算": "budget"},
    "reach": {"段": "paragraph", "节": "section"},
    "per": {"处": "place", "段": "paragraph", "报告": "report"},
    "roles": {
        "标题": "heading",
        "正文": "body",
        "图表标题": "caption",
        "单位": "unit",
        "封面": "cover",
        "目录": "entry",
        "表名": "title",
        "注": "note",
        "单元格": "cell",
        "目录页": "contents",
        "独行": "line",
    },
}
#: The mappings whose own keys are names that the pack gives: of quantities, parameters and rules.
_NAMES = frozenset(("facts", "parameters", "override", "names", "counted", "divided"))


def english(root: Node) -> Node:
    """A pack's tree with its Chinese words read as the English ones.

    Raises ``OptionError`` where a mapping has one key in both languages.
    """
    return _read(root)


def value(node: Node, under: str) -> Node:
    """What stands for a value under an English key, read as its English words."""
    return _read(node, under) if under in VALUES else node


def _read(node: Node, under: str = "") -> Node:
    if isinstance(node, Scalar):
        return _value(node, under)
    if isinstance(node, Sequence):
        return replace(node, items=tuple(_read(item, under) for item in node.items))
    if not isinstance(node, MappingNode):
        return node
    if under in _NAMES:
        kept = ((key, _read(value, _under_name(under))) for key, value in node.entries)
        return replace(node, entries=tuple(kept))
    entries = []
    seen: dict[str, Scalar] = {}
    for key, value in node.entries:
        name = KEYS.get(key.value, key.value)
        if name in seen:
            raise options.OptionError(
                said("one-key", one=seen[name].value, other=key.value),
                key,
            )
        seen[name] = key
        entries.append((replace(key, value=name), _read(value, name)))
    return replace(node, entries=tuple(entries))


def _under_name(under: str) -> str:
    """What a scalar under a given name is: an override may be one word, which switches a rule off."""
    return "severity" if under == "override" else ""


def _value(node: Scalar, under: str) -> Scalar:
    words = VALUES.get(under, {})
    return replace(node, value=words[node.value]) if node.value in words else node
