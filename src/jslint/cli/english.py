"""Help pages in English: the words of the commands, by what they say in Chinese.

The names of files in examples are translated word by word; what has no translation here stays as
it is, which a test finds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jslint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "检查部门决算、单位决算公开报告：数字、百分比、增减、勾稽、章节和文字。": "Check the final-accounts "
    "reports of departments and units: figures, shares, changes, ties between tables, sections, text.",
    "检查报告：文件、文件夹（逐层查找），或标准输入（-）。": "Check reports: files, folders (searched "
    "recursively), or standard input (-).",
    "把报告转换为结构化格式（YAML 或 JSON），以便修改和核对。": "Convert a report to the structured "
    "format (YAML or JSON), to edit and compare it.",
    "说明一条规则：检查什么、为什么、依据、正反例，查出过什么。": "Explain a rule: what it checks, why, its "
    "basis, good and bad examples, what it has found.",
    "列出从报告中读到的表格，以便核对读得对不对。": "List the tables that were read of a report, to see "
    "whether they were read rightly.",
    "打印 JSON Schema：结构化报告、规则包、配置文件、忽略文件的。": "Print a JSON Schema: of structured "
    "reports, of packs, of the configuration, of the file of suppressions.",
    "说明一个数：是什么，还印在哪里，与哪些数有关系，每个关系怎么算、成不成立。": "Explain a figure: what it "
    "is, where else it is printed, which figures it is bound to, and how each relation is computed "
    "and whether it holds.",
    "列出会检查哪些文件；不检查的，说明为什么。": "List the files that would be checked, and why others "
    "would not.",
    "看配置。": "Look at the configuration.",
    "看哪些配置适用于一个文件：每个值从哪里来，auto 选了哪些规则包。": "Show what applies to a file: where "
    "each value comes from, and which packs auto chose.",
    "打印命令行补全的脚本：bash、zsh、fish、PowerShell。": "Print the completion script of a shell: bash, "
    "zsh, fish or PowerShell.",
    "列出规则；编写、测试、检查规则包。": "List rules; write, test and lint packs.",
    "列出规则，可按种类、级别、编号和文字挑选。": "List rules, by kind, severity, id or words.",
    "运行规则的正例和反例：反例必须报告，正例不得报告。": "Run the examples of rules: bad ones must be "
    "reported, good ones must not.",
    "新建一个规则包：有一条可以用的规则，例子都能通过；不改动已有的文件。": "Begin a pack: one working rule "
    "whose examples pass; no existing file is changed.",
    "检查规则包本身：没有用到的量、相同的规则、不存在的表和章节、不可能匹配的表达式、缺的例子和英文消息。": ""
    "Lint packs themselves: unused quantities, equal rules, tables and sections that do not exist, "
    "expressions that cannot match, missing examples and English messages.",
    "列出规则包所说的每个量在报告里读到的数和位置，以便核对规则包写得对不对。": "List what was read of a "
    "report for each quantity of the packs, and where, to see whether the packs are right.",
    "上次检查留下的结果：放在哪里，删去。内容、规则包、选项、版本有一样变了，就不会再用。": "The results "
    "that checks keep: where they are, and to remove them. They are used only while contents, packs, "
    "options and version are the same.",
    "显示放结果的文件夹。": "Print the folder that holds the results.",
    "删去留下的全部结果。": "Remove all kept results.",
    "汇总许多报告：一份一行，部门与所属单位核对，名单、变化，给各单位的反馈。": "Sum many reports up: a row "
    "each, departments beside their units, who did not hand in, what changed, a letter for each body.",
    # Options
    "直接给出的文件若被 --exclude 或配置排除，也不检查；提交前的钩子用。": "pass over also files that are named "
    "where --exclude or the configuration excludes them; for hooks.",
    "写入文件：.xlsx、.html、.md、.csv 或 .json；可重复；默认打印 Markdown。": "write to a file: .xlsx, .html, "
    ".md, .csv or .json; repeatable; by default Markdown is printed.",
    "应当交报告的单位名单（.xlsx 或 .csv）：谁没有交，谁交了两份，单位属于哪个部门。": "the list of bodies that "
    "should hand in (.xlsx or .csv): who did not, who did twice, and whose units they are.",
    "上次的汇总（.json）：列出新出现、已改正、仍在的问题。": "the last summary (.json): list what is new, mended "
    "and still there.",
    "给有问题的每个单位写一份 Word，放进这个文件夹。": "write a Word note for each body in whose report something "
    "was found, into this folder.",
    "各份报告的页在这里（jslint check 报告目录/ --output-format html=页面/），汇总链接到它们。": "the reports' pages "
    "are here (jslint check reports/ --output-format html=pages/); the summary links to them.",
    "有此级别及以上的问题时退出码为 1；默认 never。": "exit 1 where something of this severity or above was "
    "found; never by default.",
    "上年的报告，或存放上年报告的文件夹；同 jslint check。": "last year's report, or the folder of last year's "
    "reports; as for jslint check.",
    "在文件夹里查找时跳过这些路径；同 jslint check。": "pass over these paths in folders; as for jslint check.",
    "不用上次留下的结果，也不留；中断后要从头检查。": "neither use the results of other runs nor keep any; what "
    "was interrupted begins anew.",
    "不打印小结。": "do not print the totals.",
    "修正没有疑问的问题，写回原文件；Word 里是修订。": "mend what leaves no doubt, in the file itself; in Word "
    "as tracked changes.",
    "只打印 --fix 会改什么，不改文件。": "only print what --fix would change; no file is changed.",
    "也修正要人核实的，如合诊得出的数。": "mend also what a person should confirm, such as figures that the "
    "diagnosis names.",
    "这次最多修正 N 处；默认不限。": "mend no more than N places this time; no limit by default.",
    "写入文件，不写到标准输出；没有给格式时按扩展名，如 .json、.sarif、.html。": "write to a file instead of "
    "standard output (-); the format, where none is given, is that of its ending, such as .json, "
    ".sarif or .html.",
    "覆盖不是 jslint 自己写的输出文件。": "overwrite an output that jslint did not write itself.",
    "一份报告一行小结，不逐条列出（text）。": "a line a report instead of every diagnostic (text).",
    "按规则统计，不逐条列出（text）。": "a line a rule instead of every diagnostic (text).",
    "排列：place 按报告和位置（默认），severity 重的在前，rule 按规则。": "the order: place (by report and "
    "place, the default), severity (the gravest first), rule.",
    "警告多于 N 个时，退出码也是 1。": "exit 1 where there are more than N warnings too.",
    "最后写出用了多少时间，哪几份报告最慢。": "say at the end how long it took, and which reports longest.",
    "同时检查几份；默认文件多时与处理器核数相同。结果和次序总是一样。": "how many reports to check at a time; "
    "for many files by default as many as there are cores. Results and order are always the same.",
    "不用上次留下的结果，也不留（平时内容、规则包、选项都没有变的不再检查）。": "neither use the results of "
    "other runs nor keep any (else what did not change is not checked again).",
    "给出的文件若列在旁边（或上层）的清单里，就检查那份清单；提交前的钩子用。": "check the manifest, beside a "
    "given file or above it, that names the file; for hooks before a commit.",
    "文件一改就再检查，Ctrl-C 结束。": "check again whenever a file changes; Ctrl-C ends it.",
    "规则包：auto 按报告识别（默认），或内置规则包名，或 .yaml 文件；可重复。": "packs: auto (by the report, "
    "the default), the name of a shipped pack, or a .yaml file; repeatable.",
    "只用这些规则：编号或其开头，如 PCT、SUM101；可用逗号分开，可重复。": "only these rules: ids or their "
    "beginnings, such as PCT or SUM101; separated by commas, repeatable.",
    "不用这些规则；写法同 --select。": "not these rules; written as for --select.",
    "另外用这些规则：加在 --select 之外；比 --ignore 写得更具体的，照用。": "these rules besides those of "
    "--select; what names a rule more closely than --ignore wins.",
    "规则的级别：编号或其开头，如 TRD=warning、TXT101=off；可重复。": "severities of rules: ids or their "
    "beginnings, such as TRD=warning or TXT101=off; repeatable.",
    "写入文件，不写到标准输出。": "write to a file instead of standard output (-).",
    "有此级别及以上的问题时退出码为 1；默认 error。": "exit 1 where something of this severity or a graver "
    "one is found; error by default.",
    "列出从正文中读懂的数字陈述。": "list the statements that were understood of the text.",
    "列出没有规则核对的数字及比例。": "list the figures that no rule checked, and their share.",
    "列出未能应用的规则及原因。": "list the rules that could not be applied, and why.",
    "逐条列出不成立的关系，不合诊是哪个数错了。": "list each broken relation by itself, without naming the "
    "figure that is wrong.",
    "标准输入（-）的文件名，用来识别格式。": "the name of standard input (-), which tells its format.",
    "是否用颜色；默认 auto，遵从 NO_COLOR 和 FORCE_COLOR。": "whether to use colours; auto by default, "
    "which obeys NO_COLOR and FORCE_COLOR.",
    "Word 修订按接受后的读（默认），还是按修订前的读。": "read tracked changes of Word as accepted (the "
    "default) or as the original.",
    "把全部输入当作一份报告，如 Word 说明和 Excel 附表。": "take all inputs as one report, such as a text in "
    "Word and tables in Excel.",
    "配置文件；默认用各个文件所在文件夹或其上层的。": "the configuration; by default the one nearest to each "
    "file, at or above it.",
    "规则包，与 jslint check 的相同；默认 auto。": "packs, as for jslint check; auto by default.",
    "不用配置文件。": "use no configuration.",
    "打印合并后的配置，不检查。": "print what holds in the end, and check nothing.",
    "本年的另一份材料：决算系统导出的表、批复的预算、报送的草稿；同样的数须一致；可重复。": "another statement of "
    "this year: tables exported from the accounts system, the approved budget, the draft handed in; the "
    "same figures must agree; repeatable.",
    "填写规则包里的检查表：各项合格、不合格（位置和证据）、未能检查（原因）。": "Fill in the checklist of the packs: "
    "each item passed, failed (with place and evidence) or not checked (with the reason).",
    "写入文件：.xlsx、.docx 或 .md；默认打印在终端。": "write to a file, .xlsx, .docx or .md; printed on the terminal "
    "by default.",
    "批复日期，如 2025-08-20；默认读封面上印的，用来核对公开的期限。": "the date of approval, such as 2025-08-20, for "
    "the deadline of publication; by default that printed on the cover.",
    "公开日期；默认读封面上印的。": "the date of publication; by default that printed on the cover.",
    "上年的报告；同 jslint check。": "last year's report; as for jslint check.",
    "本年的另一份材料；同 jslint check。": "another statement of this year; as for jslint check.",
    "上年的报告，或存放上年报告的文件夹（按单位名称找），用来核对年初数和上年数。": "last year's report, or a "
    "folder of them (found by the body's name), to compare opening balances and prior figures with.",
    "在文件夹里查找时跳过这些路径，如 草稿、*.md；可重复；写法见 docs/files.md。": "pass over these paths in "
    "folders, such as drafts or *.md; repeatable; see docs/files.md.",
    "在文件夹里查找时跳过这些路径，如 草稿、*.md；可重复。": "pass over these paths in folders, such as "
    "drafts or *.md; repeatable.",
    "查找时不管 .gitignore。": "do not obey .gitignore.",
    "说明和旁边的附表分开检查，不合为一份报告。": "check a narrative and the workbooks beside it apart, not "
    "as one report.",
    "清单可以列出它所在文件夹以外的文件。": "let a manifest name files outside its folder.",
    "放宽或收紧一个上限，如 lines=300000；可重复；名称见 docs/limits.md。": "raise or lower a limit, such as "
    "lines=300000; repeatable; see docs/limits.md.",
    "说明查了什么、用了什么配置和规则包；程序自身出错时，打印出错的位置。": "say what is checked, with which "
    "configuration and packs; and where an error of jslint itself happened.",
    "有输入没有读到任何决算数字（也许不是报告）时，退出码为 2。": "exit 2 where an input holds no figure of "
    "the accounts, and so may be no report.",
    "消息的语言；默认按系统区域设置，一般为 zh。": "the language of messages; by default the locale's, zh "
    "unless it is English.",
    "只输出问题，不输出小结。": "print what was found, and no summary.",
    "格式；默认按输出文件的扩展名，否则 yaml。": "the format; by default as the output's name ends, else yaml.",
    "覆盖已有的输出文件。": "overwrite an existing output.",
    "规则所在的规则包；默认全部内置规则包。": "the packs that have the rule; all shipped ones by default.",
    "输出格式；默认 table。": "the output format; table by default.",
    "输出格式；默认 text。": "the output format; text by default.",
    "输出格式；默认 concise，一处一行。": "the output format; concise by default, one place a line.",
    "只列这些规则包；默认全部内置规则包；可重复。": "these packs only; all shipped ones by default; repeatable.",
    "只列这些种类；可重复。": "these kinds only; repeatable.",
    "只列这些级别；可重复。": "these severities only; repeatable.",
    "只列编号以此开头的，如 TIE、TXT2；可用逗号分开，可重复。": "ids that begin so, such as TIE or TXT2; "
    "separated by commas, repeatable.",
    "只列说明里有这些文字的；可重复。": "rules that speak of these words; repeatable.",
    "规则的编号；默认 MY101。": "the id of the rule; MY101 by default.",
    "规则的种类；默认 pattern（查找文字）。": "the kind of the rule; pattern by default, which looks for text.",
    "在哪些规则包之上；默认 mof；可重复。": "the packs that it extends; mof by default; repeatable.",
    "通过的例子也逐个列出。": "list the examples that pass too.",
    "列出缺正例或反例的规则，和没有规则使用的量。": "list rules that lack an example, and quantities that no "
    "rule uses.",
    "没有读到的量也逐个列出在哪里找过。": "say of quantities that were not found where they were sought.",
    "显示版本。": "show the version.",
    "显示本帮助。": "show this page.",
    # Examples
    "例：": "Examples:",
    "退出码：": "Exit status:",
    "检查一份报告": "check a report",
    "检查文件夹里的全部报告": "check all reports of a folder",
    "说明一条规则": "explain a rule",
    "列出全部规则，同 jslint rules list": "list all rules, as jslint rules list",
    "新建一个规则包": "begin a pack",
    "运行其中的正例和反例": "run its examples",
    "检查规则包本身": "lint the pack itself",
    "运行全部内置规则包的例子": "run the examples of all shipped packs",
    "检查全部内置规则包": "lint all shipped packs",
    "没有达到 --fail-on 级别的问题": "nothing of the severity of --fail-on",
    "有达到 --fail-on 级别的问题": "something of the severity of --fail-on",
    "用法、配置或规则包有误，或有文件读不了（其他文件照常检查）；": "a fault in the usage, the configuration "
    "or a pack, or a file that cannot be read (others are checked);",
    "加了 --strict：或有文件没有读到任何决算数字": "with --strict: or a file without any figure of the accounts",
    "被中断": "interrupted",
    "例子全部通过": "all examples pass",
    "有例子未通过": "an example does not pass",
    "用法有误，或规则包读不了": "a fault in the usage, or a pack that cannot be read",
    "没有发现问题": "nothing was found",
    "有问题": "something was found",
    "第42行第58列的数": "the figure at line 42, column 58",
    "印作 1,945.00 的数，不论在哪里": "what is printed 1,945.00, wherever it is",
    "一个单元格": "a cell",
    "第29段的各个数": "the figures of paragraph 29",
    "第20页的各个数": "the figures of page 20",
    "写进 PowerShell 的配置": "into the profile of PowerShell",
    "基线：记下现有的问题，以后只报告新的。": "Baselines: what is known is written down, so that only what is new is reported.",
    "检查报告，把现有的问题记进新的基线。": "Check reports and write what is found into a new baseline.",
    "检查报告，改写基线：去掉已改正的，记下新的。": "Check reports and rewrite a baseline: without what is mended, with what is new.",
    "列出基线里的问题。": "List the findings of a baseline.",
    "比较同一份报告的两稿：新出现、已改正、仍在的问题，改动的数。": "Compare two drafts of a report: new, mended and remaining findings, and the figures that changed.",
    "基线文件；默认配置的 baseline，没有时 .jslint-baseline.json。": "the baseline; by default that of the "
    "configuration, else .jslint-baseline.json.",
    "规则包；同 jslint check。": "rule packs, as for jslint check.",
    "只用这些规则；同 jslint check。": "use only these rules, as for jslint check.",
    "不用这些规则。": "use none of these rules.",
    "逐条列出不成立的关系；同 jslint check。": "list the broken relations one by one, as for jslint check.",
    "把全部输入当作一份报告。": "take all inputs for one report.",
    "配置文件；同 jslint check。": "the configuration, as for jslint check.",
    "不理会忽略；同 jslint check。": "heed no suppression, as for jslint check.",
    "新出现此级别及以上的问题时退出码为 1；默认 error。": "exit with 1 where a new finding is of this severity or above; error by default.",
    "只报告基线里没有的问题，并说明改正了哪些；基线由 jslint baseline create 建立。": "report only what the baseline does not know, and say what is mended; jslint baseline create makes one.",
    "列出被忽略的问题及理由。": "list what is suppressed, and why.",
    "不理会忽略：报告里的“jslint: ignore …”，旁边的 .jslint-ignore.yaml。": "heed no suppression: no 'jslint: ignore …' in a report, no .jslint-ignore.yaml beside it.",
    "没有不合格的": "nothing failed",
    "有不合格的": "something failed",
    "用法、配置或规则包有误，或有文件读不了": "an error in usage, configuration or a pack, or a file that "
    "could not be read",
    "没有新出现的、达到 --fail-on 级别的问题": "no new finding of the severity of --fail-on",
    "有新出现的、达到 --fail-on 级别的问题": "a new finding of the severity of --fail-on or above",
    "用法有误，或有文件读不了": "a usage error, or a file that cannot be read",
    "把问题写成批注：Word 批注，Excel 批注和检查结果表，PDF 高亮；写在另一个文件里。": "Write what is found into "
    "copies of the files: comments in Word, comments and a sheet of results in Excel, highlights in PDF.",
    "写成哪个文件，或写在哪个文件夹里；默认在原文件旁边，名字加上“（批注）”。": "the file or folder to write to; by "
    "default beside each file, with -annotated behind its name.",
    "覆盖已有的输出文件；-o 是原文件时写回原文件。": "overwrite an existing output; where -o is the file itself, "
    "write it back.",
    "只说没有批注成的。": "say only what could not be annotated.",
    "写成 草稿（批注）.docx": "writes draft-annotated.docx",
    "写好了，或没有要批注的问题": "written, or nothing to annotate",
    "用法有误，或有文件读不了、不能批注、写不了": "a usage error, or a file that cannot be read, annotated or "
    "written",
    "把现有的问题记进 .jslint-baseline.json": "write what is found into .jslint-baseline.json",
    "写好了汇总": "the summary is written",
    "有达到 --fail-on 级别的问题（默认不看）": "something of the severity of --fail-on (not looked at by default)",
    "用法有误，或有文件读不了（汇总里写明）": "a usage error, or a file that cannot be read (the summary says so)",
    "被中断；再运行一次，检查过的不再检查": "interrupted; run it again, and it goes on from there",
    "去掉已改正的，记下新的": "drop what is mended, add what is new",
}
#: Words of the names in examples and in usage lines, the longest first.
NAMES: Mapping[str, str] = {
    "基线": "baseline",
    "初稿": "draft1",
    "汇总": "summary",
    "名单": "roster",
    "二轮": "second",
    "反馈": "letters",
    "二稿": "draft2",
    "旧稿": "OLD",
    "新稿": "NEW",
    "决算公开": "report",
    "决算系统导出": "accounts-export",
    "检查表": "checklist",
    "报告目录": "reports",
    "我的规则": "my-rules",
    "规则包": "PACK",
    "草稿": "draft",
    "审核": "reviewed",
    "批注": "annotated",
    "说明": "narrative",
    "附表": "tables",
    "本市": "city",
    "本区": "district",
    "某局": "bureau",
    "决算": "accounts",
    "报告": "report",
    "结果": "result",
    "合计": "total",
    "位置|数": "PLACE|FIGURE",
    "表1": "Sheet1",
    "路径": "PATH",
    "文件": "FILE",
    "编号": "RULE",
}
_FORMATS = regex("输出格式：(.*?)；默认 text(；写“格式=文件”.*)?。")
_COMMENTED = regex(r"(\s+\S.*?)(\s{2,})(\S.*)")


def text(chinese: str) -> str:
    """A help text in English."""
    formats = _FORMATS.fullmatch(chinese)
    if formats:
        more = " FORMAT=FILE writes it to a file besides; repeatable." if formats[2] else ""
        return f"the output format: {formats[1].replace('、', ', ')}; text by default.{more}"
    return TEXTS.get(chinese, chinese)


def example(line: str) -> str:
    """A line of the examples in English."""
    blanks = line[: len(line) - len(line.lstrip())]
    if line.strip() in TEXTS:
        return blanks + TEXTS[line.strip()]
    commented = _COMMENTED.fullmatch(line)
    if commented and commented[3] in TEXTS:
        return f"{name(commented[1])}{commented[2]}{TEXTS[commented[3]]}"
    return name(line)


def name(words: str) -> str:
    """A name of files or parameters in English."""
    for chinese, english in NAMES.items():
        words = words.replace(chinese, english)
    return words
