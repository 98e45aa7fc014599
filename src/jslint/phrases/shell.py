"""What the command line says: errors, remarks, results of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "summary-no-paths": (
        "没有给出要汇总的文件夹或文件，例如：jslint summary 报告目录/ -o 汇总.xlsx",
        "no folder or file to sum up, such as: jslint summary reports/ -o summary.xlsx",
    ),
    "summary-ending": (
        "{path}: 汇总只能写成 {endings}",
        "{path}: a summary is written as one of {endings}",
    ),
    "summary-strange": (
        "不是 jslint summary 写的 .json，不能用来比较",
        "not a .json that jslint summary wrote, so nothing to compare with",
    ),
    "summary-no-pages": (
        "{path}: 没有这个文件夹；报告页由 jslint check 报告目录/ --output-format html=页面/ 写",
        "{path}: no such folder; jslint check reports/ --output-format html=pages/ writes the pages",
    ),
    "summary-written": ("写入 {paths}", "written: {paths}"),
    "roster-empty": (
        "{path}: 名单里没有单位；第一行写“单位名称”，可以另有一列“部门”",
        "{path}: lists no body; its first row says name, and may say department",
    ),
    "roster-csv": (
        "{path}:{line}: 到这里读不成 csv（引号没有配对？）；请用 Excel 打开，另存为 .xlsx",
        "{path}:{line}: no csv up to here (an unclosed quotation mark?); open it in Excel and save it as .xlsx",
    ),
    "letters-extra": (
        "写 Word 反馈要安装 python-docx：pip install 'juesuan-lint[letters]'",
        "letters need python-docx: pip install 'juesuan-lint[letters]'",
    ),
    "letters-written": ("反馈 {count} 份，在 {path}", "letters: {count}, in {path}"),
    "error": ("错误：", "error: "),
    "remark": ("说明：", "note: "),
    "see-help": ("用 {command} --help 查看用法", "See {command} --help"),
    "near": ("；相近的：{names}", "; near: {names}"),
    "no-option": ("没有这个选项：{name}", "no such option: {name}"),
    "no-command": (
        "没有命令 {name}；可用的命令：{names}",
        "no command {name}; the commands: {names}",
    ),
    "command-for-file": (
        "没有命令 {name}；检查文件请用：{line}",
        "no command {name}; to check a file: {line}",
    ),
    "command-near": (
        "没有命令 {name}；是不是：{line}（可用的命令：{names}）",
        "no command {name}; did you mean: {line} (the commands: {names})",
    ),
    "missing": ("缺少 {name}", "missing {name}"),
    "bad-choice": ("{name} 只能是 {choices} 之一", "{name} must be one of {choices}"),
    "bad-count": (
        "{name} 应是不小于 {least} 的整数",
        "{name} must be a whole number from {least} on",
    ),
    "too-many": ("参数多了：{names}", "more arguments than the command takes: {names}"),
    "option-value": ("选项 {name} 后面要写一个值", "option {name} needs a value"),
    "option-no-value": ("选项 {name} 不带值，请去掉“=”和后面的字", "option {name} takes no value"),
    "no-paths": (
        "没有给出要检查的文件或文件夹，例如：jslint check 决算公开.txt",
        "no file or folder to check, such as: jslint check report.txt",
    ),
    "no-rules": (
        "没有选中任何规则；请检查 --select、--ignore、--pack 和配置文件",
        "no rule selected; see --select, --ignore, --pack and the configuration",
    ),
    "unknown-rules": (
        "没有编号以 {names} 开头的规则{near}",
        "no rule's id begins with {names}{near}",
    ),
    "empty-select": (
        "--select 没有写规则；要用全部规则，请不写它或写 ALL",
        "--select names no rule; for all rules leave it out or write ALL",
    ),
    "no-rule": ("没有规则 {name}；{near}", "no rule {name}; {near}"),
    "near-rules": ("相近的：{names}", "near: {names}"),
    "all-rules": ("用 jslint rules 查看全部", "see jslint rules"),
    "missing-file": ("没有这个文件", "no such file"),
    "nested-manifest": ("清单里不能再放清单", "a manifest may not name another"),
    "no-limit": ("没有名为“{name}”的上限；有：{names}", "no limit '{name}'; the limits: {names}"),
    "bad-limit": (
        "上限要写成 {name}=数，数是 1 到 {highest} 的整数",
        "write a limit as {name}=NUMBER, a whole number from 1 to {highest}",
    ),
    "crashed": (
        "jslint 自身出错（{name}，编号 {reference}），没有检查",
        "an error of jslint itself ({name}, reference {reference}); not checked",
    ),
    "no-memory": (
        "内存不足，没有检查（编号 {reference}）",
        "not enough memory; not checked (reference {reference})",
    ),
    "report-crash": (
        "check 加 --verbose、其他命令设环境变量 JSLINT_VERBOSE=1，可看到出错的位置；请连同编号报告给开发者",
        "check --verbose, or any command with JSLINT_VERBOSE=1 in the environment, shows where; please report it with its reference",
    ),
    "not-regular": (
        "不是普通文件，而是文件夹、管道、设备或套接字",
        "no regular file but a folder, a pipe, a device or a socket",
    ),
    "name-regular": ("请给出普通文件", "name a regular file"),
    "regular-only": (
        "请给出普通文件；从管道读取用“-”",
        "name a regular file; to read from a pipe use -",
    ),
    "no-stdout": ("不能写到标准输出：{why}", "cannot write to standard output: {why}"),
    "no-stdin": ("标准输入没有打开", "standard input is not open"),
    "outside-manifest": ("不在清单所在的文件夹里", "outside the manifest's folder"),
    "allow-outside": (
        "确需读取，请加选项 --allow-outside",
        "to read it all the same, add --allow-outside",
    ),
    "check-path": ("请检查路径", "check the path"),
    "not-opened": ("打不开：{why}", "cannot be opened: {why}"),
    "check-access": ("请检查是否有读取权限", "check that it may be read"),
    "system-ENOENT": ("没有这个文件或文件夹", "no such file or directory"),
    "system-EINVAL": ("系统不接受这个名称或操作", "invalid argument"),
    "system-EACCES": ("没有权限", "permission denied"),
    "system-EPERM": ("系统不允许", "operation not permitted"),
    "system-EROFS": ("所在的磁盘是只读的", "read-only file system"),
    "system-ENOSPC": ("磁盘满了", "no space left on device"),
    "system-EDQUOT": ("超过了磁盘限额", "disk quota exceeded"),
    "system-EFBIG": ("文件太大", "file too large"),
    "system-EISDIR": ("是文件夹", "is a directory"),
    "system-ENOTDIR": ("路径中间的一段不是文件夹", "not a directory"),
    "system-EEXIST": ("已经有同名的文件", "file exists"),
    "system-ELOOP": ("链接太多，或绕成一圈", "too many levels of symbolic links"),
    "system-ENAMETOOLONG": ("名称太长", "file name too long"),
    "system-EMFILE": ("打开的文件太多", "too many open files"),
    "system-EBUSY": ("正被别的程序占用", "in use by another program"),
    "system-EIO": ("磁盘读写出错", "input/output error"),
    "system-EBADF": ("已经关闭", "it is closed"),
    "is-folder": ("是文件夹，这里要一个文件", "is a folder; one file is meant here"),
    "name-one": (
        "请写明文件；里面有哪些报告，见 jslint files {path}",
        "name the file; jslint files {path} lists the reports in it",
    ),
    "empty-folder": ("文件夹里没有可以检查的报告", "no report to check in this folder"),
    "known-formats": ("支持的格式：{formats}", "supported: {formats}"),
    "why-passed": (
        "{formats}；各个文件为什么不查，见 jslint files {path}",
        "{formats}; jslint files {path} says why each file is passed over",
    ),
    "not-written": ("不能写入 {path}：{why}", "cannot write {path}: {why}"),
    "folder-output": (
        "不能写入 {path}：是文件夹，这里要一个文件；请写出文件名",
        "cannot write {path}: a folder, where one file is meant; name the file",
    ),
    "no-folder": ("不能写入 {path}：没有这个文件夹", "cannot write {path}: no such folder"),
    "is-input": (
        "{path} 是要读取的文件，不能同时作为输出",
        "{path} is an input and cannot be the output too",
    ),
    "exists": ("{path} 已存在；要覆盖请加 --force", "{path} exists; add --force to overwrite it"),
    "two-outputs": (
        "-o 只能写一个文件，这里写了 {names}；要同时写几个，请用 --output-format 格式=文件",
        "-o names one file, not {names}; for several use --output-format FORMAT=FILE",
    ),
    "two-formats": (
        "一个输出只能有一种格式，不能同时是 {names}；其余的请写成“格式=文件”",
        "one output has one format, not {names}; write others as FORMAT=FILE",
    ),
    "other-ending": (
        "{path} 的扩展名属于别的文件，没有写入；{format} 的扩展名是 {endings}",
        "{path} has the ending of another kind of file; {format} has {endings}",
    ),
    "same-output": (
        "{path} 被写了两次；每个输出请用自己的文件",
        "{path} is written twice; give each output a file of its own",
    ),
    "not-ours": (
        "{path} 不是 jslint 写的，没有覆盖；要覆盖请加 --force",
        "{path} was not written by jslint; add --force to overwrite it",
    ),
    "needs-file": (
        "{format} 只能写入文件，请加 -o 文件",
        "{format} can only be written to a file; add -o FILE",
    ),
    "interrupted": (
        "已中断：检查了 {done} 个，还有 {left} 个没有检查",
        "interrupted: {done} checked, {left} not",
    ),
    "not-reached": ("已中断，没有检查", "interrupted, not checked"),
    "lost": (
        "检查它的进程异常结束（{status}），没有检查",
        "the process that checked it ended unexpectedly ({status}); not checked",
    ),
    "lost-remedy": (
        "也许是内存不足；加 -j 1 再试",
        "perhaps there was not enough memory; try again with -j 1",
    ),
    "time-left": ("约剩 {left}", "about {left} left"),
    "seconds": ("{count} 秒", "{count} s"),
    "minutes": ("{count} 分钟", "{count} min"),
    "timing": (
        "用时 {seconds} 秒：{files} 份，{jobs} 个进程，{kept} 份用上次的结果",
        "{seconds} s for {files} reports, {jobs} processes, {kept} from the cache",
    ),
    "slowest": ("  {seconds} 秒  {path}", "  {seconds} s  {path}"),
    "steps": ("各步（各份、各进程合计）：", "Steps, all reports and processes together:"),
    "dearest": ("最费时的规则：", "The dearest rules:"),
    "step": ("  {millis:>6} 毫秒  {share:>3}%  {name}", "  {millis:>6} ms  {share:>3}%  {name}"),
    "step-reading": ("读文件", "reading the file"),
    "step-packs": ("挑选、装入规则包", "choosing and loading packs"),
    "step-claims": ("读出各句的陈述", "reading what sentences claim"),
    "step-gathered": ("读懂各张表", "understanding tables"),
    "step-facts": ("对上同一个数的各处", "binding statements of one quantity"),
    "step-rules": ("规则", "rules"),
    "step-diagnosis": ("合诊", "diagnosis"),
    "step-account": ("清点数字", "the account of figures"),
    "step-rest": ("其他", "the rest"),
    "scheduler-alone": (
        "--scheduler 只用于 --engine dask；请加上，或去掉 --scheduler",
        "--scheduler is for --engine dask only; add that, or leave it out",
    ),
    "watching": ("正在监视 {count} 个路径，Ctrl-C 结束", "watching paths: {count}; Ctrl-C ends it"),
    "changed": ("有改动：{paths}", "changed: {paths}"),
    "no-watchfiles": (
        "--watch 需要 watchfiles；请安装：pip install 'juesuan-lint[watch]'",
        "--watch needs watchfiles; install juesuan-lint[watch]",
    ),
    "watch-stdin": ("--watch 不能监视标准输入", "--watch cannot watch standard input"),
    "cache-cleaned": ("已删去 {count} 个文件，共 {size}", "files removed: {count}, {size}"),
    "not-well-formed": (
        "{path} 的格式有误，没有读取",
        "{path} is not well formed and was not read",
    ),
    "is-manifest": (
        "是一份报告几个文件的清单，这里要一个文件",
        "names the files of a report; one file is meant here",
    ),
    "name-member": ("请写明其中一个：{names}", "name one of them: {names}"),
    "which-command": ("请写明命令：{names}", "name a command: {names}"),
    "no-output-file": (
        "--output-format {given} 后面要写文件名",
        "--output-format {given} lacks the name of a file",
    ),
    "options-behind": (
        "选项请写在子命令之后：{command} …",
        "options stand behind the command: {command} …",
    ),
    "no-kind": ("没有规则种类 {name}；{near}", "no kind of rule {name}; {near}"),
    "all-kinds": ("全部种类见 docs/kinds.md", "docs/kinds.md lists them all"),
    "known": ("；可用的：{names}", "; known: {names}"),
    "see-all-rules": ("；用 jslint rules 查看全部", "; see jslint rules"),
    "config-both": (
        "--config 和 --no-config 只能写一个",
        "--config and --no-config exclude each other",
    ),
    "config-from": ("配置文件：{path}", "configuration: {path}"),
    "config-none": ("没有", "none"),
    "config-elsewhere": (
        "内容有误；它是指向别处的链接，所以不引用其内容",
        "not well formed; it links elsewhere, so nothing of it is quoted",
    ),
    "config-encoding": ("不是 UTF-8 文字；请另存为 UTF-8 编码", "not UTF-8; save it in UTF-8"),
    "config-no-key": ("不认识的键“{name}”", "unknown key '{name}'"),
    "config-twice": (
        "键“{given}”与“{other}”重复；请删去其中一个",
        "key '{given}' repeats '{other}'; remove one",
    ),
    "config-empty": (
        "“{given}”后面没有内容；请写上，或删去这个键",
        "nothing behind '{given}'; write a value or remove the key",
    ),
    "config-needs-mapping": ("这里应是“键: 值”", "expected 'key: value'"),
    "config-needs-list": ("这里应是列表，每项以“- ”开头", "expected a list, each item behind '- '"),
    "config-needs-text": (
        "这里应是一段文字；数字和真假值请加引号",
        "expected a text; quote numbers, true and false",
    ),
    "config-needs-texts": ("这里应是一段文字，或文字的列表", "expected a text or a list of texts"),
    "config-long": (
        "路径的写法太长，最多 {most} 个字",
        "the pattern is too long; at most {most} characters",
    ),
    "config-choice": ("只能是 {choices} 之一", "must be one of {choices}"),
    "config-needs-flag": ("这里应是 true 或 false", "must be true or false"),
    "config-needs-count": (
        "这里应是 1 到 {most} 的整数",
        "must be a whole number from 1 to {most}",
    ),
    "config-extends": (
        "不能继承 {path}：要写 .yaml 或 .toml 配置文件的路径",
        "cannot extend {path}: name a configuration, .yaml or .toml",
    ),
    "config-no-base": (
        "没有要继承的配置文件 {path}；请检查路径（从这个配置文件所在的文件夹写起）",
        "no configuration {path} to extend; paths are seen from this file's folder",
    ),
    "config-circle": (
        "配置文件继承了自己：{path}；请删去其中一个 extends",
        "the configuration extends itself: {path}; remove one of the extends",
    ),
    "config-deep": (
        "配置文件一个继承一个，超过 {most} 层；请减少",
        "configurations extend one another more than {most} deep; use fewer",
    ),
    "config-outside": (
        "{path} 在仓库（没有 .git 时是配置所在的文件夹）以外；请移到里面，或用 --config 指定这个配置文件",
        "{path} is outside the repository (without .git, outside the configuration's folder); move it inside, or name this configuration with --config",
    ),
    "config-version": (
        "这个配置要求 jslint {wanted}，现在的版本是 {version}；请升级 jslint（pip install -U juesuan-lint），或改 required-version",
        "this configuration needs jslint {wanted}, and this is {version}; upgrade jslint (pip install -U juesuan-lint) or change required-version",
    ),
    "config-version-form": (
        '版本要写成 ">=0.1"、"==0.1.0"、">=0.1,<2" 这样',
        'write a version as ">=0.1", "==0.1.0" or ">=0.1,<2"',
    ),
    "bad-severity": (
        "级别要写成 TRD=warning 这样，级别是 error、warning、info 或 off，不是“{given}”",
        "write a severity like TRD=warning: error, warning, info or off; not '{given}'",
    ),
    "renamed-rule": (
        "规则 {old} 已并入或改名为 {new}，照 {new} 办理；请改写",
        "rule {old} was merged or renamed; {new} is used, write that",
    ),
    "renamed-entry": (
        "{path} 里的规则 {old} 已并入或改名为 {new}，照 {new} 办理；用 jslint baseline update 改写",
        "{path}: rule {old} was merged or renamed; {new} is used, 'jslint baseline update' writes that",
    ),
    "config-files": (
        "缺少“files”：说明这一项用于哪些文件",
        "lacks 'files', which says what files the item is for",
    ),
    "config-no-pack": ("没有规则包“{name}”", "no pack '{name}'"),
    "config-no-file": ("没有规则包文件 {path}", "no pack file {path}"),
    "config-no-rule": ("没有规则“{name}”", "no rule '{name}'"),
    "config-no-rules": ("没有编号以“{name}”开头的规则", "no rule's id begins with '{name}'"),
    "packs": ("所给的规则包 {names}", "the given packs, {names}"),
    "not-compared": (
        "{path}：没有与上年报告核对：{why}",
        "{path}: not compared with last year's report: {why}",
    ),
    "beside": ("{path}：{said}", "{path}: {said}"),
    "beside-count": ("与 {names} 核对了 {count} 个数", "figures held against {names}: {count}"),
    "beside-none": (
        "所给的材料（--against）里没有同一单位的，没有核对",
        "no file given by --against is of this body; nothing was held against it",
    ),
    "beside-unnamed": (
        "没有与 {other} 核对：它或报告没有写明单位，不能确定是不是同一单位的",
        "not held against {other}: it, or this report, names no body",
    ),
    "beside-other-year": (
        "没有与 {other} 核对：它不是同一年度的",
        "not held against {other}: it is of another year",
    ),
    "beside-other-body": (
        "--against 的 {other} 是“{then}”的，不是 {path}（“{now}”）的",
        "{other}, given by --against, is of {then}, not of {path} ({now})",
    ),
    "checklist-one": (
        "这里有 {count} 份报告；请用 -o 文件夹/（一份一个文件）或 -o 文件.xlsx（一份一张工作表）",
        "here are {count} reports: use -o FOLDER/ (a file each) or -o FILE.xlsx (a sheet each)",
    ),
    "checklists-written": (
        "{path}：{count} 份报告的检查表",
        "{path}: checklists of {count} reports",
    ),
    "checklist-ending": (
        "检查表只能写成 .xlsx、.docx 或 .md，不能写成 {path}",
        "a checklist is written as .xlsx, .docx or .md, not as {path}",
    ),
    "checklist-written": ("{path}：{total}", "{path}: {total}"),
    "no-checklist": (
        "所用的规则包（{names}）里没有检查表；写法见 docs/checklist.md",
        "the packs used ({names}) have no checklist; docs/checklist.md says how to write one",
    ),
    "no-date": (
        "日期要写成 2025-08-20 或 2025年8月20日，不是“{given}”",
        "a date is written 2025-08-20 or 2025年8月20日, not '{given}'",
    ),
    "past-malformed": (
        "格式有误；用 jslint check 检查它，可以看到错在哪里",
        "not well formed; jslint check on it says where",
    ),
    "past-absent": (
        "文件夹里没有同一单位上一年度的报告",
        "the folder has no report of this body for the year before",
    ),
    "past-unnamed": (
        "本年或上年报告（{previous}）的封面上没有读出单位名称",
        "the covers of this report and {previous} do not both name a body",
    ),
    "past-other-kind": (
        "与 {previous} 一份是部门决算，一份是单位决算",
        "this report or {previous} is a department's, the other a single body's",
    ),
    "past-other-year": (
        "{previous} 不是上一年度的报告",
        "{previous} is not the report of the year before",
    ),
    "past-other-body": (
        "{previous} 是“{then}”的报告，不是 {path}（“{now}”）的上年报告；检查几个单位时，--previous 请给存放上年报告的文件夹",
        "{previous} is a report of {then}, not last year's of {path} ({now}); to check several bodies, give --previous a folder of last year's reports",
    ),
    "manifest-remedy": (
        "清单的写法：jslint: 1 一行，files: [说明.docx, 附表.xlsx] 一行",
        "a manifest is a line jslint: 1 and a line files: [text.docx, tables.xlsx]",
    ),
    "manifest-no-list": (
        "第 {line} 行：files 应当是文件名的列表",
        "line {line}: 'files' must be a list of names of files",
    ),
    "manifest-no-name": (
        "第 {line} 行：files 里有一项不是文件名",
        "line {line}: an item of 'files' is no name of a file",
    ),
    "manifest-no-key": (
        "第 {line} 行：清单里不认识的键“{name}”",
        "line {line}: unknown key '{name}' in a manifest",
    ),
    "table-unit": ("（单位：{unit}）", " (in {unit})"),
    "table-untitled": ("（无标题）", "(no title)"),
    "table-unread": ("  未能读取：{why}", "  not read: {why}"),
    "table-count": ("共 {count} 张表", "tables: {count}"),
    "department-malformed": ("部门的清单写得不对", "the department's manifest is not well formed"),
    "department-form": (
        "写法：jslint: 1、department: 部门决算.docx、units: [本级.docx, 档案馆.docx] 各一行",
        "write jslint: 1, department: FILE and units: [FILE, …], a line each",
    ),
}
