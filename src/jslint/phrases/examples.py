"""Examples of each command, as its help shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "jslint": (
        """\
例：
  jslint check 决算公开.txt               检查一份报告
  jslint check 报告目录/                  检查文件夹里的全部报告
  jslint explain PCT101                   说明一条规则
  jslint convert 决算公开.txt -o 决算.report.yaml""",
        """\
Examples:
  jslint check report.txt               check a report
  jslint check reports/                  check all reports of a folder
  jslint explain PCT101                   explain a rule
  jslint convert report.txt -o accounts.report.yaml""",
    ),
    "check": (
        """\
例：
  jslint check 决算公开.txt
  jslint check 报告目录/ --fail-on warning
  jslint check 草稿.md --pack sichuan --show-claims
  jslint check - --stdin-filename 草稿.txt < 草稿.txt
  jslint check 报告.yaml --output-format json -o 结果.json
  jslint check 决算公开.txt --select PCT,SUM101 --coverage
  jslint check 说明.docx 附表.xlsx --as-one-report
  jslint check 2024决算.docx --previous 2023决算.pdf
  jslint check 2024决算.docx --against 决算系统导出.xlsx
  jslint check 报告目录/ --engine dask -o findings/

退出码：
  0    没有达到 --fail-on 级别的问题
  1    有达到 --fail-on 级别的问题
  2    用法、配置或规则包有误，或有文件读不了（其他文件照常检查）；
       加了 --strict：或有文件没有读到任何决算数字
  130  被中断""",
        """\
Examples:
  jslint check report.txt
  jslint check reports/ --fail-on warning
  jslint check draft.md --pack sichuan --show-claims
  jslint check - --stdin-filename draft.txt < draft.txt
  jslint check report.yaml --output-format json -o result.json
  jslint check report.txt --select PCT,SUM101 --coverage
  jslint check narrative.docx tables.xlsx --as-one-report
  jslint check 2024accounts.docx --previous 2023accounts.pdf
  jslint check 2024accounts.docx --against accounts-export.xlsx
  jslint check reports/ --engine dask -o findings/

Exit status:
  0    nothing of the severity of --fail-on
  1    something of the severity of --fail-on
  2    a fault in the usage, the configuration or a pack, or a file that cannot be read (others are checked);
       with --strict: or a file without any figure of the accounts
  130  interrupted""",
    ),
    "convert": (
        """\
例：
  jslint convert 决算公开.txt -o 决算.report.yaml
  jslint convert 决算公开.txt --to json > 决算.report.json""",
        """\
Examples:
  jslint convert report.txt -o accounts.report.yaml
  jslint convert report.txt --to json > accounts.report.json""",
    ),
    "explain": (
        """\
例：
  jslint explain PCT101
  jslint explain MY001 --pack 我的规则.yaml
  jslint explain TIE302 --output-format json""",
        """\
Examples:
  jslint explain PCT101
  jslint explain MY001 --pack my-rules.yaml
  jslint explain TIE302 --output-format json""",
    ),
    "why": (
        """\
例：
  jslint why 决算公开.txt 42:58           第42行第58列的数
  jslint why 决算公开.txt:42:58           同上，照检查结果里的写法
  jslint why 决算公开.pdf 1,945.00        印作 1,945.00 的数，不论在哪里
  jslint why 附表.xlsx 表1!C7              一个单元格
  jslint why 说明.docx ¶29                第29段的各个数
  jslint why 决算公开.pdf p20             第20页的各个数
  jslint why 报告.yaml 62.0% --output-format json""",
        """\
Examples:
  jslint why report.txt 42:58           the figure at line 42, column 58
  jslint why report.txt:42:58           the same, as check prints it
  jslint why report.pdf 1,945.00        what is printed 1,945.00, wherever it is
  jslint why tables.xlsx Sheet1!C7              a cell
  jslint why narrative.docx ¶29                the figures of paragraph 29
  jslint why report.pdf p20             the figures of page 20
  jslint why report.yaml 62.0% --output-format json""",
    ),
    "tables": (
        """\
例：
  jslint tables 决算公开.pdf
  jslint tables 附表.xlsx --output-format csv > 附表.csv""",
        """\
Examples:
  jslint tables report.pdf
  jslint tables tables.xlsx --output-format csv > tables.csv""",
    ),
    "schema": (
        """\
例：
  jslint schema report > report.schema.json
  jslint schema pack > pack.schema.json
  jslint schema config > config.schema.json
  jslint schema ignore > ignore.schema.json""",
        """\
Examples:
  jslint schema report > report.schema.json
  jslint schema pack > pack.schema.json
  jslint schema config > config.schema.json
  jslint schema ignore > ignore.schema.json""",
    ),
    "annotate": (
        """\
例：
  jslint annotate 草稿.docx                      写成 草稿（批注）.docx
  jslint annotate 草稿.docx -o 审核.docx
  jslint annotate 说明.docx 附表.xlsx --as-one-report
  jslint annotate 报告目录/ -o 批注/

退出码：
  0    写好了，或没有要批注的问题
  2    用法有误，或有文件读不了、不能批注、写不了""",
        """\
Examples:
  jslint annotate draft.docx                      writes draft-annotated.docx
  jslint annotate draft.docx -o reviewed.docx
  jslint annotate narrative.docx tables.xlsx --as-one-report
  jslint annotate reports/ -o annotated/

Exit status:
  0    written, or nothing to annotate
  2    a usage error, or a file that cannot be read, annotated or written""",
    ),
    "rules": (
        """\
例：
  jslint rules                            列出全部规则，同 jslint rules list
  jslint rules --pack sichuan
  jslint rules new 本市.yaml              新建一个规则包
  jslint rules test 本市.yaml             运行其中的正例和反例
  jslint rules lint 本市.yaml             检查规则包本身""",
        """\
Examples:
  jslint rules                            list all rules, as jslint rules list
  jslint rules --pack sichuan
  jslint rules new city.yaml              begin a pack
  jslint rules test city.yaml             run its examples
  jslint rules lint city.yaml             lint the pack itself""",
    ),
    "rules-list": (
        """\
例：
  jslint rules list --pack sichuan
  jslint rules list --family TIE --severity error
  jslint rules list --kind same --search 合计
  jslint rules list --pack 本市.yaml --output-format json""",
        """\
Examples:
  jslint rules list --pack sichuan
  jslint rules list --family TIE --severity error
  jslint rules list --kind same --search total
  jslint rules list --pack city.yaml --output-format json""",
    ),
    "rules-test": (
        """\
例：
  jslint rules test                       运行全部内置规则包的例子
  jslint rules test 本市.yaml -v
  jslint rules test 本市.yaml --coverage

退出码：
  0    例子全部通过
  1    有例子未通过
  2    用法有误，或规则包读不了""",
        """\
Examples:
  jslint rules test                       run the examples of all shipped packs
  jslint rules test city.yaml -v
  jslint rules test city.yaml --coverage

Exit status:
  0    all examples pass
  1    an example does not pass
  2    a fault in the usage, or a pack that cannot be read""",
    ),
    "rules-new": (
        """\
例：
  jslint rules new 本市.yaml
  jslint rules new 本市.yaml --id CITY101 --kind same
  jslint rules new 本区.yaml --extends 本市.yaml""",
        """\
Examples:
  jslint rules new city.yaml
  jslint rules new city.yaml --id CITY101 --kind same
  jslint rules new district.yaml --extends city.yaml""",
    ),
    "rules-lint": (
        """\
例：
  jslint rules lint                       检查全部内置规则包
  jslint rules lint 本市.yaml
  jslint rules lint 本市.yaml --output-format json

退出码：
  0    没有发现问题
  1    有问题
  2    用法有误，或规则包读不了""",
        """\
Examples:
  jslint rules lint                       lint all shipped packs
  jslint rules lint city.yaml
  jslint rules lint city.yaml --output-format json

Exit status:
  0    nothing was found
  1    something was found
  2    a fault in the usage, or a pack that cannot be read""",
    ),
    "facts": (
        """\
例：
  jslint facts 决算公开.txt
  jslint facts 决算公开.docx --pack 本市.yaml --all
  jslint facts 附表.xlsx --output-format json""",
        """\
Examples:
  jslint facts report.txt
  jslint facts report.docx --pack city.yaml --all
  jslint facts tables.xlsx --output-format json""",
    ),
    "cache": (
        """\
例：
  jslint cache dir
  jslint cache clean""",
        """\
Examples:
  jslint cache dir
  jslint cache clean""",
    ),
    "cache-dir": (
        """\
例：
  jslint cache dir""",
        """\
Examples:
  jslint cache dir""",
    ),
    "cache-clean": (
        """\
例：
  jslint cache clean""",
        """\
Examples:
  jslint cache clean""",
    ),
    "baseline": (
        """\
例：
  jslint baseline create 报告目录/        把现有的问题记进 .jslint-baseline.json
  jslint check 报告目录/ --baseline .jslint-baseline.json
  jslint baseline update 报告目录/        去掉已改正的，记下新的
  jslint baseline show""",
        """\
Examples:
  jslint baseline create reports/        write what is found into .jslint-baseline.json
  jslint check reports/ --baseline .jslint-baseline.json
  jslint baseline update reports/        drop what is mended, add what is new
  jslint baseline show""",
    ),
    "baseline-create": (
        """\
例：
  jslint baseline create 报告目录/
  jslint baseline create 决算公开.docx --file 基线.json --pack sichuan""",
        """\
Examples:
  jslint baseline create reports/
  jslint baseline create report.docx --file baseline.json --pack sichuan""",
    ),
    "baseline-update": (
        """\
例：
  jslint baseline update 报告目录/
  jslint baseline update 决算公开.docx --file 基线.json""",
        """\
Examples:
  jslint baseline update reports/
  jslint baseline update report.docx --file baseline.json""",
    ),
    "baseline-show": (
        """\
例：
  jslint baseline show
  jslint baseline show --file 基线.json --output-format json""",
        """\
Examples:
  jslint baseline show
  jslint baseline show --file baseline.json --output-format json""",
    ),
    "compare": (
        """\
例：
  jslint compare 初稿.docx 二稿.docx
  jslint compare 初稿.txt 二稿.txt --output-format json

退出码：
  0    没有新出现的、达到 --fail-on 级别的问题
  1    有新出现的、达到 --fail-on 级别的问题
  2    用法有误，或有文件读不了""",
        """\
Examples:
  jslint compare draft1.docx draft2.docx
  jslint compare draft1.txt draft2.txt --output-format json

Exit status:
  0    no new finding of the severity of --fail-on
  1    a new finding of the severity of --fail-on or above
  2    a usage error, or a file that cannot be read""",
    ),
    "checklist": (
        """\
例：
  jslint checklist 决算公开.docx
  jslint checklist 决算公开.docx -o 检查表.xlsx
  jslint checklist 说明.docx 附表.xlsx -o 检查表.docx
  jslint checklist 决算公开.pdf --approved-on 2025-08-20
  jslint checklist 报告目录/ -o 检查表/           一份报告一个文件
  jslint checklist 报告目录/ -o 检查表.xlsx       一份报告一张工作表

退出码：
  0    没有不合格的
  1    有不合格的
  2    用法、配置或规则包有误，或有文件读不了""",
        """\
Examples:
  jslint checklist report.docx
  jslint checklist report.docx -o checklist.xlsx
  jslint checklist narrative.docx tables.xlsx -o checklist.docx
  jslint checklist report.pdf --approved-on 2025-08-20
  jslint checklist reports/ -o checklists/           a file a report
  jslint checklist reports/ -o checklists.xlsx       a sheet a report

Exit status:
  0    nothing failed
  1    something failed
  2    an error in usage, configuration or a pack, or a file that could not be read""",
    ),
    "files": (
        """\
例：
  jslint files .
  jslint files 报告目录/ --output-format json
  jslint files . --no-ignore --exclude 草稿""",
        """\
Examples:
  jslint files .
  jslint files reports/ --output-format json
  jslint files . --no-ignore --exclude draft""",
    ),
    "config": (
        """\
例：
  jslint config show 决算公开.docx
  jslint config show 报告目录/某局.txt --output-format json""",
        """\
Examples:
  jslint config show report.docx
  jslint config show reports/bureau.txt --output-format json""",
    ),
    "config-show": (
        """\
例：
  jslint config show 决算公开.docx
  jslint config show 报告目录/某局.txt --output-format json""",
        """\
Examples:
  jslint config show report.docx
  jslint config show reports/bureau.txt --output-format json""",
    ),
    "completion": (
        """\
例：
  jslint completion bash > ~/.local/share/bash-completion/completions/jslint
  jslint completion zsh > ~/.zfunc/_jslint
  jslint completion fish > ~/.config/fish/completions/jslint.fish
  jslint completion powershell >> $PROFILE        写进 PowerShell 的配置""",
        """\
Examples:
  jslint completion bash > ~/.local/share/bash-completion/completions/jslint
  jslint completion zsh > ~/.zfunc/_jslint
  jslint completion fish > ~/.config/fish/completions/jslint.fish
  jslint completion powershell >> $PROFILE        into the profile of PowerShell""",
    ),
    "summary": (
        """\
例：
  jslint summary 报告目录/ -o 汇总.xlsx
  jslint summary 报告目录/ -o 汇总.xlsx -o 汇总.json --roster 名单.xlsx
  jslint summary 报告目录/ -o 二轮.html --since 汇总.json
  jslint summary 报告目录/ --letters 反馈/
  jslint summary findings/ -o 汇总.xlsx     check --engine dask 写的归档

退出码：
  0    写好了汇总
  1    有达到 --fail-on 级别的问题（默认不看）
  2    用法有误，或有文件读不了（汇总里写明）
  130  被中断；再运行一次，检查过的不再检查""",
        """\
Examples:
  jslint summary reports/ -o summary.xlsx
  jslint summary reports/ -o summary.xlsx -o summary.json --roster roster.xlsx
  jslint summary reports/ -o second.html --since summary.json
  jslint summary reports/ --letters letters/
  jslint summary findings/ -o summary.xlsx     an archive that check --engine dask wrote

Exit status:
  0    the summary is written
  1    something of the severity of --fail-on (not looked at by default)
  2    a usage error, or a file that cannot be read (the summary says so)
  130  interrupted; run it again, and it goes on from there""",
    ),
}
