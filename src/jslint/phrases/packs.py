"""What is wrong with a rule pack: its keys, its formulas, its checklist."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "two-sums-money": ("两个金额不能相乘", "two sums of money cannot be multiplied"),
    "count-or-rate": ("不能用金额去除数量或比率", "a count or rate cannot be divided by money"),
    "formula-more-than": (
        "公式超过 {longest} 个字符",
        "a formula of more than {longest} characters",
    ),
    "formula-compares-two": (
        "公式要比较两边，例如 甲 = 乙 + 丙",
        "a formula compares two sides, such as a = b + c",
    ),
    "formula-more-than-names": (
        "公式里的量和数超过 {most} 个",
        "a formula of more than {most} names and numbers",
    ),
    "in-square-brackets": (
        "方括号里要写科目代码、* 或 类、款、项",
        "in square brackets stands a code, * or class, group, item",
    ),
    "this-function-has": ("这个函数只有一个参数", "this function has one argument"),
    "expected-name-quantity": ("这里要写一个量名", "expected the name of a quantity"),
    "brackets-nested-deeper": (
        "括号嵌套超过 {deepest} 层",
        "brackets nested deeper than {deepest}",
    ),
    "inside-function-number": (
        "函数的括号里，数字不要写千分位；两个数之间的逗号后面请空一格",
        "inside a function a number has no thousands separator; put a blank after the comma between two numbers",
    ),
    "unknown-function-known": (
        "没有函数 {text}；可用的有：{known}；含括号的量名请放在「」里",
        "unknown function {text!r}; known: {known}; put a name with brackets in 「」",
    ),
    "formula-compares-once": (
        "一个公式只能比较一次；两个比较之间请写“且”",
        "a formula compares once; join two comparisons with 'and'",
    ),
    "has-no-meaning": (
        "公式里不能有“{shown}”；含特殊符号的量名请放在「」里",
        "{shown!r} has no meaning in a formula; put a name with such a sign in 「」",
    ),
    "quoted-name-does": ("引号没有结束", "the quoted name does not end"),
    "not-number-put": (
        "数字写法不对；以数字开头的量名请放在「」里",
        "not a number; put a name that begins with a digit in 「」",
    ),
    "rule-declared-twice": (
        "规则 {id} 重复，已在 {where} 声明；要改已有的规则，请用 override",
        "rule {id} is declared twice, first at {where}; to change a rule of another pack, use override",
    ),
    "pack-extends-itself": ("规则包继承了自己：{circle}", "pack extends itself: {circle}"),
    "packs-extend-one": (
        "规则包一个继承一个，超过 {deepest} 层",
        "packs extend one another more than {deepest} deep",
    ),
    "item-needs-what": (
        "检查事项要写由什么回答：rules、check、hand 或 deadline",
        "an item needs what answers it: 'rules', 'check', 'hand' or 'deadline'",
    ),
    "check-needs": ("check 缺少 {key}", "'check' needs {key!r}"),
    "expected-text-not": ("这里要写文字，不能为空", "expected a text, not nothing"),
    "no-pack-file": (
        "没有规则包 {name!r} 这个文件；请检查路径",
        "no pack {name!r}: there is no such file; check the path",
    ),
    "no-pack-shipped": (
        "没有规则包 {name!r}；内置规则包：{known}；自定义规则包请写出 .yaml 文件的路径",
        "no pack {name!r}; shipped packs: {known}; name a pack of your own by its .yaml file",
    ),
    "not-regular-file": ("不是普通文件", "not a regular file"),
    "cannot-be-read": ("读不了：{error}", "cannot be read: {error}"),
    "encoding": ("不是 UTF-8 文字；请另存为 UTF-8 编码", "not UTF-8; save it in UTF-8"),
    "parameters-value-may": ("参数的值里不能再用参数", "a parameter's value may not use another"),
    "parameters-put-in": (
        "参数展开后超过 {most} 个条目",
        "parameters put in more than {most} values",
    ),
    "statement-needs-subject": (
        "一处陈述要写 subject、items 或 table",
        "a statement needs a subject, items or a table",
    ),
    "statement-in-table": ("表里的一处陈述要写 column", "a statement in a table needs a column"),
    "rule-needs-kind": ("规则缺少 kind", "a rule needs a kind"),
    "expected-id-such": (
        "编号要写成 SUM901 这样，不是 {value}",
        "expected an id such as SUM901, not {value!r}",
    ),
    "kind-needs": ("种类为 {name} 的规则缺少 {missing}", "kind {name} needs {missing!r}"),
    "not-message-template": (
        "消息里的花括号不成对；要印花括号，请写两个",
        "not a message template: its braces do not pair; to print one, write two",
    ),
    "placeholder-quoted-as": (
        "占位符 {name} 只能原样引用，不能带格式",
        "placeholder {name!r} is quoted as it is, without a form",
    ),
    "find-needed": ("要写 find", "'find' is needed"),
    "several-quantities-are": (
        "有几个量都叫 {name}，请写其中一个的名字：{names}",
        "several quantities are called {name!r}; write the name of one: {names}",
    ),
    "not-keyed-by": (
        "{name} 不按科目分，后面不能有方括号",
        "{name!r} is not keyed by account and takes no brackets",
    ),
    "in-sum-name": (
        "合计里请写明哪一级科目，如 {name}[类]",
        "in a sum, name the level: {name}[class], [group] or [item]",
    ),
    "stands-for-several": (
        "{name} 在这里有几个科目的数，请直接写在合计里，如 合计({name}[类])",
        "{name!r} stands for several accounts here; put it directly into a sum, as in sum({name}[class])",
    ),
    "keyed-by-account-and": (
        "{name} 按科目分，而这条规则不是逐个科目检查的；请写明科目，如 {name}[205]",
        "{name!r} is keyed by account, and the rule does not look at accounts one by one; name one, as in {name}[205]",
    ),
    "example-not-empty": ("例子不能为空", "an example is not empty"),
    "example-either-bad": ("一个例子要么是 bad，要么是 good", "an example is either bad or good"),
    "only-bad-example": ("只有 bad 的例子才有 finds", "only a bad example has words to find"),
    "expected-text": ("这里要写一段文字", "expected a text"),
    "expected-list": ("这里要写一个列表", "expected a list"),
    "expected-true-or": (
        "这里要写 true 或 false，不是 {value}",
        "expected true or false, not {value!r}",
    ),
    "expected-whole-number": (
        "这里要写 0 到 100000 的整数，不是 {value}",
        "expected a whole number from 0 to 100000, not {value!r}",
    ),
    "expected-mapping": ("这里要写 键: 值", "expected a mapping"),
    "expected-one-not": (
        "这里要写 {names} 之一，不是 {value}",
        "expected one of {names}, not {value!r}",
    ),
    "not-regular-expression": (
        "正则表达式有误（RE2 语法）：{reason}",
        "not a regular expression: {reason}",
    ),
    "replaced-name-needs": ("每个旧名要写 old 和 new", "a replaced name needs 'old' and 'new'"),
    "search-needs-find": ("要写 find：找什么", "a search needs 'find'"),
    "not-template": (
        "花括号不成对；要印花括号，请写两个",
        "not a template: its braces do not pair; to print one, write two",
    ),
    "pair-needs-now": ("一对要写 now 和 then", "a pair needs 'now' and 'then'"),
    "formula-one-comparison": (
        "公式只写一个比较；前提请写在 when 里",
        "a formula is one comparison; put what must hold before into when",
    ),
    "received-and-paid": (
        "received 与 paid 要一一对应，并写明 within",
        "'received' and 'paid' go in pairs, and 'within' names the totals",
    ),
    "rate-needs-three": (
        "每一种比率要写 named、part 和 of：它叫什么，分子、分母前面写什么",
        "a rate needs 'named', 'part' and 'of'",
    ),
    "part-needs-name": ("每一部分要写 named：它叫什么", "a part needs 'named'"),
    "what-needed-has": ("每一项要写 find 和 title", "what is needed has 'find' and 'title'"),
    "expected-mapping-units": ("这里要写 单位: 词", "expected a mapping of units to words"),
    "expected-mapping-codes": ("这里要写 代码: 名称", "expected a mapping of codes to names"),
    "demanded-section-needs": (
        "每个章节要写 heading 和 title",
        "a demanded section needs 'heading' and 'title'",
    ),
    "demanded-table-needs": ("每张表要写 title", "a demanded table needs 'title'"),
    "unlike": ("{one}与{other}不能相加减或比较", "{one} and {other} cannot be added or compared"),
    "item-answered-twice": (
        "检查事项不能同时写 {keys}",
        "an item is not answered by {keys} at once",
    ),
    "is-mapping": ("{what}要写成 键: 值", "{what} is a mapping"),
    "lacks": ("{what}缺少 {name}", "{what} needs {name!r}"),
    "one-key": (
        "{one} 和 {other} 是同一个键，只留一个",
        "{one!r} and {other!r} are one key; keep one",
    ),
    "parameter-name": (
        "参数名只能用文字、数字和“-”，不是 {name}",
        "a parameter's name is of letters, digits and '-', not {name!r}",
    ),
    "count-different": (
        "{one}和{other}不是同一类数，不能比较",
        "{one} and {other} count different things",
    ),
    "only-one-keyed": (
        "{one}按科目分，{other}不按科目分，不能比较",
        "{one} is keyed by account and {other} is not",
    ),
    "keyed": (
        "{name}按科目分，这里要写只有一个数的量",
        "{name} is keyed by account; expected quantities of one figure",
    ),
    "unknown": ("没有这个{what}：{name}；{near}", "unknown {what} {name!r}; {near}"),
    "did-you-mean": ("是不是 {name}？", "did you mean {name!r}?"),
    "known": ("可用的有：{names}", "known: {names}"),
    "minus": ("{what}；减号两边要留空格", "{what}; a minus needs blanks around it"),
    "unit-of-money": ("金额要写单位，如 {number}万元", "an amount has a unit, as in {number}万元"),
    "named-column": ("栏", "column"),
    "named-function": ("函数", "function"),
    "named-group": ("分组", "group"),
    "named-key": ("键", "key"),
    "named-kind": ("规则种类", "kind"),
    "named-parameter": ("参数", "parameter"),
    "named-placeholder": ("占位符", "placeholder"),
    "named-quantity": ("量", "quantity"),
    "named-rule": ("规则", "rule"),
    "a-pack": ("规则包", "a pack"),
    "a-rule": ("规则", "a rule"),
    "a-override": ("改写", "an override"),
    "a-item": ("检查事项", "an item of a checklist"),
    "a-deadline": ("期限", "a deadline"),
    "a-quantity": ("量 {name} ", "quantity {name}"),
    "a-more": ("量 {name} ", "more of quantity {name}"),
    "a-facts": ("facts ", "facts"),
    "a-parameters": ("parameters ", "parameters"),
    "a-overrides": ("override ", "override"),
    "a-check": ("check ", "'check'"),
    "expected-operand": ("这里要写量名、数字或括号", "expected a name, a number or a bracket"),
    "expected-)": ("缺少右括号“)”", "a closing bracket ')' is missing"),
    "expected-]": ("缺少“]”", "a closing ']' is missing"),
    "expected-(": ("这里要写“(”", "expected '('"),
    "expected-end": (
        "公式应在这里结束，或缺少运算符",
        "the formula should end here, or an operator is missing",
    ),
    "but-found": ("{expected}，却是“{found}”", "{expected}, not {found!r}"),
    "but-ends": ("{expected}，公式结束了", "{expected}, but the formula ends"),
    "joins-comparisons": ("“且、或、非”连接的是比较", "and, or, not join comparisons"),
    "no-number": ("比较的结果不能当作数来计算", "a comparison is not a number"),
    "quantity-called": ("{label}", "{name!r}"),
    "functions": ("{chinese}", "{english}"),
    "dimension-money": ("金额", "money"),
    "dimension-count": ("数量", "a count"),
    "dimension-rate": ("比率", "a rate"),
}
