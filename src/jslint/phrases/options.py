"""What each option of the commands does; one whose meaning differs is named after its command."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "limit": (
        "放宽或收紧一个上限，如 lines=300000；可重复；名称见 docs/limits.md。",
        "raise or lower a limit, such as lines=300000; repeatable; see docs/limits.md.",
    ),
    "lang": (
        "消息的语言；默认按系统区域设置，一般为 zh。",
        "the language of messages; by default the locale's, zh unless it is English.",
    ),
    "version": ("显示版本。", "show the version."),
    "pack": (
        "规则包：auto 按报告识别（默认），或内置规则包名，或 .yaml 文件；可重复。",
        "packs: auto (by the report, the default), the name of a shipped pack, or a .yaml file; repeatable.",
    ),
    "select": (
        "只用这些规则：编号或其开头，如 PCT、SUM101；可用逗号分开，可重复。",
        "only these rules: ids or their beginnings, such as PCT or SUM101; separated by commas, repeatable.",
    ),
    "ignore": ("不用这些规则；写法同 --select。", "not these rules; written as for --select."),
    "extend-select": (
        "另外用这些规则：加在 --select 之外；比 --ignore 写得更具体的，照用。",
        "these rules besides those of --select; what names a rule more closely than --ignore wins.",
    ),
    "severity": (
        "规则的级别：编号或其开头，如 TRD=warning、TXT101=off；可重复。",
        "severities of rules: ids or their beginnings, such as TRD=warning or TXT101=off; repeatable.",
    ),
    "fail-on": (
        "有此级别及以上的问题时退出码为 1；默认 error。",
        "exit 1 where something of this severity or a graver one is found; error by default.",
    ),
    "show-claims": (
        "列出从正文中读懂的数字陈述。",
        "list the statements that were understood of the text.",
    ),
    "coverage": (
        "列出没有规则核对的数字及比例。",
        "list the figures that no rule checked, and their share.",
    ),
    "baseline": (
        "只报告基线里没有的问题，并说明改正了哪些；基线由 jslint baseline create 建立。",
        "report only what the baseline does not know, and say what is mended; jslint baseline create makes one.",
    ),
    "show-suppressed": ("列出被忽略的问题及理由。", "list what is suppressed, and why."),
    "no-suppressions": (
        "不理会忽略：报告里的“jslint: ignore …”，旁边的 .jslint-ignore.yaml。",
        "heed no suppression: no 'jslint: ignore …' in a report, no .jslint-ignore.yaml beside it.",
    ),
    "show-skipped": (
        "列出未能应用的规则及原因。",
        "list the rules that could not be applied, and why.",
    ),
    "no-diagnosis": (
        "逐条列出不成立的关系，不合诊是哪个数错了。",
        "list each broken relation by itself, without naming the figure that is wrong.",
    ),
    "stdin-filename": (
        "标准输入（-）的文件名，用来识别格式。",
        "the name of standard input (-), which tells its format.",
    ),
    "color": (
        "是否用颜色；默认 auto，遵从 NO_COLOR 和 FORCE_COLOR。",
        "whether to use colours; auto by default, which obeys NO_COLOR and FORCE_COLOR.",
    ),
    "tracked": (
        "Word 修订按接受后的读（默认），还是按修订前的读。",
        "read tracked changes of Word as accepted (the default) or as the original.",
    ),
    "as-one-report": (
        "把全部输入当作一份报告，如 Word 说明和 Excel 附表。",
        "take all inputs as one report, such as a text in Word and tables in Excel.",
    ),
    "config": (
        "配置文件；默认用各个文件所在文件夹或其上层的。",
        "the configuration; by default the one nearest to each file, at or above it.",
    ),
    "no-config": ("不用配置文件。", "use no configuration."),
    "show-config": (
        "打印合并后的配置，不检查。",
        "print what holds in the end, and check nothing.",
    ),
    "previous": (
        "上年的报告，或存放上年报告的文件夹（按单位名称找），用来核对年初数和上年数。",
        "last year's report, or a folder of them (found by the body's name), to compare opening balances and prior figures with.",
    ),
    "against": (
        "本年的另一份材料：决算系统导出的表、批复的预算、报送的草稿；同样的数须一致；可重复。",
        "another statement of this year: tables exported from the accounts system, the approved budget, the draft handed in; the same figures must agree; repeatable.",
    ),
    "exclude": (
        "在文件夹里查找时跳过这些路径，如 草稿、*.md；可重复；写法见 docs/configuration.md。",
        "pass over these paths in folders, such as drafts or *.md; repeatable; see docs/configuration.md.",
    ),
    "no-ignore": ("查找时不管 .gitignore。", "do not obey .gitignore."),
    "no-pair": (
        "说明和旁边的附表分开检查，不合为一份报告。",
        "check a narrative and the workbooks beside it apart, not as one report.",
    ),
    "fix": (
        "修正没有疑问的问题，写回原文件；Word 里是修订。",
        "mend what leaves no doubt, in the file itself; in Word as tracked changes.",
    ),
    "diff": (
        "只打印 --fix 会改什么，不改文件。",
        "only print what --fix would change; no file is changed.",
    ),
    "unsafe-fixes": (
        "也修正要人核实的，如合诊得出的数。",
        "mend also what a person should confirm, such as figures that the diagnosis names.",
    ),
    "max-fixes": (
        "这次最多修正 N 处；默认不限。",
        "mend no more than N places this time; no limit by default.",
    ),
    "allow-outside": (
        "清单可以列出它所在文件夹以外的文件。",
        "let a manifest name files outside its folder.",
    ),
    "verbose": (
        "说明查了什么、用了什么配置和规则包；程序自身出错时，打印出错的位置。",
        "say what is checked, with which configuration and packs; and where an error of jslint itself happened.",
    ),
    "strict": (
        "有输入没有读到任何决算数字（也许不是报告）时，退出码为 2。",
        "exit 2 where an input holds no figure of the accounts, and so may be no report.",
    ),
    "quiet": ("只输出问题，不输出小结。", "print what was found, and no summary."),
    "output": ("写入文件，不写到标准输出。", "write to a file instead of standard output (-)."),
    "to": (
        "格式；默认按输出文件的扩展名，否则 yaml。",
        "the format; by default as the output's name ends, else yaml.",
    ),
    "force": ("覆盖已有的输出文件。", "overwrite an existing output."),
    "explain-pack": (
        "规则所在的规则包；默认全部内置规则包。",
        "the packs that have the rule; all shipped ones by default.",
    ),
    "why-pack": (
        "规则包，与 jslint check 的相同；默认 auto。",
        "packs, as for jslint check; auto by default.",
    ),
    "output-format": ("输出格式；默认 text。", "the output format; text by default."),
    "tables-output-format": ("输出格式；默认 table。", "the output format; table by default."),
    "output-formats": (
        "输出格式：{names}；默认 text；写“格式=文件”就另外写入文件，可重复。",
        "the output format: {names}; text by default. FORMAT=FILE writes it to a file besides; repeatable.",
    ),
    "check-output": (
        "写入文件，不写到标准输出；没有给格式时按扩展名，如 .json、.sarif、.html。",
        "write to a file instead of standard output (-); the format, where none is given, is that of its ending, such as .json, .sarif or .html.",
    ),
    "check-force": (
        "覆盖不是 jslint 自己写的输出文件。",
        "overwrite an output that jslint did not write itself.",
    ),
    "summary": (
        "一份报告一行小结，不逐条列出（text）。",
        "a line a report instead of every diagnostic (text).",
    ),
    "statistics": (
        "按规则统计，不逐条列出（text）。",
        "a line a rule instead of every diagnostic (text).",
    ),
    "sort": (
        "排列：place 按报告和位置（默认），severity 重的在前，rule 按规则。",
        "the order: place (by report and place, the default), severity (the gravest first), rule.",
    ),
    "max-warnings": (
        "警告多于 N 个时，退出码也是 1。",
        "exit 1 where there are more than N warnings too.",
    ),
    "timing": (
        "最后写出用了多少时间：哪几份报告最慢，各步各用多少，哪些规则最费时。",
        "say at the end how long it took: which reports longest, each step, the dearest rules.",
    ),
    "jobs": (
        "同时检查几份；默认文件多时与处理器核数相同。结果和次序总是一样。",
        "how many reports to check at a time; for many files by default as many as there are cores. Results and order are always the same.",
    ),
    "no-cache": (
        "不用上次留下的结果，也不留（平时内容、规则包、选项都没有变的不再检查）。",
        "neither use the results of other runs nor keep any (else what did not change is not checked again).",
    ),
    "with-manifest": (
        "给出的文件若列在旁边（或上层）的清单里，就检查那份清单；提交前的钩子用。",
        "check the manifest, beside a given file or above it, that names the file; for hooks before a commit.",
    ),
    "force-exclude": (
        "直接给出的文件若被 --exclude 或配置排除，也不检查；提交前的钩子用。",
        "pass over also files that are named where --exclude or the configuration excludes them; for hooks.",
    ),
    "engine": (
        "由谁检查：本机的几个进程（默认），或 dask；用 dask 时 -o 给文件夹，见 docs/archives.md。",
        "what does the work: processes of this machine (default), or dask; with dask, -o names a folder, see docs/archives.md.",
    ),
    "scheduler": (
        "--engine dask 的调度器，如 tcp://10.0.0.5:8786；默认在本机建一个集群。",
        "the scheduler of --engine dask, such as tcp://10.0.0.5:8786; by default a cluster of this machine is made.",
    ),
    "watch": (
        "文件一改就再检查，Ctrl-C 结束。",
        "check again whenever a file changes; Ctrl-C ends it.",
    ),
    "alike-pack": ("规则包；同 jslint check。", "rule packs, as for jslint check."),
    "alike-select": (
        "只用这些规则；同 jslint check。",
        "use only these rules, as for jslint check.",
    ),
    "alike-ignore": ("不用这些规则。", "use none of these rules."),
    "alike-no-diagnosis": (
        "逐条列出不成立的关系；同 jslint check。",
        "list the broken relations one by one, as for jslint check.",
    ),
    "alike-as-one-report": ("把全部输入当作一份报告。", "take all inputs for one report."),
    "alike-config": ("配置文件；同 jslint check。", "the configuration, as for jslint check."),
    "alike-no-suppressions": (
        "不理会忽略；同 jslint check。",
        "heed no suppression, as for jslint check.",
    ),
    "annotate-output": (
        "写成哪个文件，或写在哪个文件夹里；默认在原文件旁边，名字加上“（批注）”。",
        "the file or folder to write to; by default beside each file, with -annotated behind its name.",
    ),
    "annotate-force": (
        "覆盖已有的输出文件；-o 是原文件时写回原文件。",
        "overwrite an existing output; where -o is the file itself, write it back.",
    ),
    "annotate-quiet": ("只说没有批注成的。", "say only what could not be annotated."),
    "rules-pack": (
        "只列这些规则包；默认全部内置规则包；可重复。",
        "these packs only; all shipped ones by default; repeatable.",
    ),
    "kind": ("只列这些种类；可重复。", "these kinds only; repeatable."),
    "rules-list-severity": ("只列这些级别；可重复。", "these severities only; repeatable."),
    "family": (
        "只列编号以此开头的，如 TIE、TXT2；可用逗号分开，可重复。",
        "ids that begin so, such as TIE or TXT2; separated by commas, repeatable.",
    ),
    "search": ("只列说明里有这些文字的；可重复。", "rules that speak of these words; repeatable."),
    "rules-test-verbose": ("通过的例子也逐个列出。", "list the examples that pass too."),
    "rules-test-coverage": (
        "列出缺正例或反例的规则，和没有规则使用的量。",
        "list rules that lack an example, and quantities that no rule uses.",
    ),
    "id": ("规则的编号；默认 MY101。", "the id of the rule; MY101 by default."),
    "rules-new-kind": (
        "规则的种类；默认 pattern（查找文字）。",
        "the kind of the rule; pattern by default, which looks for text.",
    ),
    "extends": (
        "在哪些规则包之上；默认 mof；可重复。",
        "the packs that it extends; mof by default; repeatable.",
    ),
    "rules-lint-output-format": (
        "输出格式；默认 concise，一处一行。",
        "the output format; concise by default, one place a line.",
    ),
    "all": (
        "没有读到的量也逐个列出在哪里找过。",
        "say of quantities that were not found where they were sought.",
    ),
    "file": (
        "基线文件；默认配置的 baseline，没有时 .jslint-baseline.json。",
        "the baseline; by default that of the configuration, else .jslint-baseline.json.",
    ),
    "compare-fail-on": (
        "新出现此级别及以上的问题时退出码为 1；默认 error。",
        "exit with 1 where a new finding is of this severity or above; error by default.",
    ),
    "checklist-output": (
        "写入文件：.xlsx、.docx 或 .md；文件夹（名称以 / 结尾）里一份报告一个文件；默认打印在终端。",
        "write to a file, .xlsx, .docx or .md, or to a folder (a name that ends in /) with a file a report; printed on the terminal by default.",
    ),
    "checklist-format": (
        "写进文件夹的文件是哪一种；默认 xlsx。",
        "what the files in a folder are; xlsx by default.",
    ),
    "approved-on": (
        "批复日期，如 2025-08-20；默认读封面上印的，用来核对公开的期限。",
        "the date of approval, such as 2025-08-20, for the deadline of publication; by default that printed on the cover.",
    ),
    "published-on": (
        "公开日期；默认读封面上印的。",
        "the date of publication; by default that printed on the cover.",
    ),
    "checklist-previous": (
        "上年的报告；同 jslint check。",
        "last year's report; as for jslint check.",
    ),
    "checklist-against": (
        "本年的另一份材料；同 jslint check。",
        "another statement of this year; as for jslint check.",
    ),
    "files-exclude": (
        "在文件夹里查找时跳过这些路径，如 草稿、*.md；可重复。",
        "pass over these paths in folders, such as drafts or *.md; repeatable.",
    ),
    "summary-output": (
        "写入文件：.xlsx、.html、.md、.csv 或 .json；可重复；默认打印 Markdown。",
        "write to a file: .xlsx, .html, .md, .csv or .json; repeatable; by default Markdown is printed.",
    ),
    "roster": (
        "应当交报告的单位名单（.xlsx、.xls 或 .csv）：谁没有交，谁交了两份，单位属于哪个部门。",
        "the list of bodies that should hand in (.xlsx, .xls or .csv): who did not, who did twice, and whose units they are.",
    ),
    "since": (
        "上次的汇总（.json）：列出新出现、已改正、仍在的问题。",
        "the last summary (.json): list what is new, mended and still there.",
    ),
    "letters": (
        "给有问题的每个单位写一份 Word，放进这个文件夹。",
        "write a Word note for each body in whose report something was found, into this folder.",
    ),
    "pages": (
        "各份报告的页在这里（jslint check 报告目录/ --output-format html=页面/），汇总链接到它们。",
        "the reports' pages are here (jslint check reports/ --output-format html=pages/); the summary links to them.",
    ),
    "summary-fail-on": (
        "有此级别及以上的问题时退出码为 1；默认 never。",
        "exit 1 where something of this severity or above was found; never by default.",
    ),
    "summary-previous": (
        "上年的报告，或存放上年报告的文件夹；同 jslint check。",
        "last year's report, or the folder of last year's reports; as for jslint check.",
    ),
    "summary-exclude": (
        "在文件夹里查找时跳过这些路径；同 jslint check。",
        "pass over these paths in folders; as for jslint check.",
    ),
    "summary-no-cache": (
        "不用上次留下的结果，也不留；中断后要从头检查。",
        "neither use the results of other runs nor keep any; what was interrupted begins anew.",
    ),
    "summary-quiet": ("不打印小结。", "do not print the totals."),
    "help": ("显示本帮助。", "show this page."),
}
