"""What the commands about rules say: explain, rules test, rules new."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "explain-head": ("{id} {title}（{name}）", "{id} {name} ({title})"),
    "explain-severity": ("级别：{there}（{code}）", "severity: {code}"),
    "explain-reason": ("为什么：{reason}", "reason: {reason}"),
    "explain-basis": ("依据：{basis}", "basis: {basis}"),
    "explain-message": ("消息：{message}", "message: {message}"),
    "explain-kind": ("种类：{kind}", "kind: {kind}"),
    "explain-place": ("规则包：{place}", "pack: {place}"),
    "explain-page": ("网页：{page}", "page: {page}"),
    "title-SYN001": ("YAML 或 JSON 语法有误", "malformed YAML or JSON"),
    "title-SYN002": ("键重复", "a key named twice"),
    "title-SYN003": (
        "不合 Schema（jslint schema report 打印）",
        "against the schema (jslint schema report prints it)",
    ),
    "explain-previous": ("上年报告：", "last year's report:"),
    "explain-against": ("另一材料：", "the other file:"),
    "explain-unit": ("单位{number}的报告：", "the report of unit {number}:"),
    "explain-options": ("选项：", "options:"),
    "explain-more": ("… 共 {count} 项", "… {count} in all"),
    "explain-quantities": ("用到的量：", "quantities used:"),
    "explain-bad": ("反例：", "bad example:"),
    "explain-good": ("正例：", "good example:"),
    "explain-finds": ("→ 应报告“{words}”", "→ to be reported: “{words}”"),
    "explain-join-words": ("”“", "”, “"),
    "trial-passed": ("通过", "passed"),
    "trial-failed": ("未通过", "FAILED"),
    "trial-bad": ("反例", "bad example"),
    "trial-good": ("正例", "good example"),
    "trial-expected": ("应报告“{words}”", "expected a report of “{words}”"),
    "trial-join-words": ("”“", "”, “"),
    "trial-any": ("应当报告", "expected a report"),
    "trial-silence": ("不应报告", "expected no report"),
    "trial-nothing": ("实际没有报告", "nothing was reported"),
    "trial-found": ("实际报告：{found}", "reported: {found}"),
    "trial-one": ("“{excerpt}” {message}", "“{excerpt}” {message}"),
    "trial-counts": (
        "{rules} 条规则，{examples} 个例子：通过 {passed} 个，未通过 {failed} 个",
        "rules: {rules}, examples: {examples}, passed: {passed}, failed: {failed}",
    ),
    "trial-none": ("没有例子可以运行", "no examples to run"),
    "trial-lacking": ("{place}: {rule} 没有{sort}", "{place}: {rule} has no {sort}"),
    "trial-unused": (
        "{place}: 没有规则使用量 {name}（{label}）",
        "{place}: no rule uses the quantity {name} ({label})",
    ),
    "trial-complete": (
        "每条规则都有正例和反例，每个量都有规则使用",
        "every rule has a good and a bad example, every quantity is used by a rule",
    ),
    "new-suffix": (
        "{path}：规则包的文件名以 .yaml 结尾，例如 {like}.yaml",
        "{path}: the name of a pack's file ends in .yaml, such as {like}.yaml",
    ),
    "new-exists": (
        "{path} 已经存在，没有改动；要加规则，请照着其中的规则写，或换一个文件名",
        "{path} exists and was left as it is; write more rules after the ones in it, or name another file",
    ),
    "new-id": (
        "编号 {id} 不合写法：由字母开头，只有字母、数字和“-”，例如 MY101",
        "{id} is no id: letters, digits and hyphens, beginning with a letter, such as MY101",
    ),
    "new-taken": (
        "编号 {id} 在 {path}:{line} 已经用了；请用 --id 换一个编号",
        "the id {id} is used at {path}:{line}; name another one with --id",
    ),
    "new-no-model": (
        "种类 {kind} 还没有可以照着写的规则；请看 docs/kinds.md，或换一个 --kind",
        "no rule of the kind {kind} to begin with yet; see docs/kinds.md, or name another --kind",
    ),
    "new-made": (
        "已建立 {path}：规则 {id}，种类 {kind}",
        "made {path}: rule {id} of the kind {kind}",
    ),
    "new-copied": ("（照着 {rule}，请改成自己的）", " (after {rule}: make it your own)"),
    "new-next": (
        "接着：\n  jslint rules test {path}\n  jslint check 决算公开.txt --pack {path}",
        "next:\n  jslint rules test {path}\n  jslint check report.txt --pack {path}",
    ),
    "list-id": ("编号", "id"),
    "list-severity": ("级别", "severity"),
    "list-rule": ("规则", "rule"),
    "list-kind": ("种类", "kind"),
    "list-pack": ("规则包", "pack"),
    "list-stability": ("稳定性", "stability"),
    "list-count": ("共 {count} 条规则", "rules: {count}"),
}
