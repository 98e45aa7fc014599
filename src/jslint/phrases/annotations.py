"""What notes in Word, Excel and PDF say, and the command that writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "wrote": ("写作：{words}", "Printed: {words}"),
    "expected": ("应为：{words}", "Expected: {words}"),
    "maybe": ("可能应为：{words}", "Perhaps expected: {words}"),
    "perhaps": ("{words}（可能）", "{words} (perhaps)"),
    "sum": ("计算：{words}", "Computed: {words}"),
    "basis": ("依据：{words}", "Basis: {words}"),
    "other": ("另见 {words}", "See {words}"),
    "more": ("另有 {count} 处", "Further places: {count}"),
    "quoted": ("“{words}”", "“{words}”"),
    "of-table": ("《{title}》", "“{title}”"),
    "blank": ("（空）", "(blank)"),
    "in-footnote": (
        "说的是脚注里的{words}：Word 的批注不能放在脚注里，所以放在脚注号上。",
        "This is about {words} in the footnote: Word has no comments in footnotes, so it stands at the reference.",
    ),
    "in-endnote": (
        "说的是尾注里的{words}：Word 的批注不能放在尾注里，所以放在尾注号上。",
        "This is about {words} in the endnote: Word has no comments in endnotes, so it stands at the reference.",
    ),
    "in-box": (
        "说的是文本框里的{words}：Word 不显示文本框里的批注，所以放在文本框所在之处。",
        "This is about {words} in the text box: Word shows no comments in text boxes, so it stands where the box hangs.",
    ),
    "nowhere": (
        "报告里没有所说的内容，所以放在这里。",
        "What this is about is not in the report, so it stands here.",
    ),
    "elsewhere": (
        "同一份报告里，另有 {count} 个问题在 {path}",
        "of the same report, further findings in {path}: {count}",
    ),
    "sheet": ("检查结果", "检查结果"),
    "columns": (
        "序号|级别|规则|位置|原文|应为|说明|计算|另见",
        "No.|severity|rule|place|text|expected|message|computed|see also",
    ),
    "sheet-none": ("（不在某一格）", "(no cell)"),
    "sheet-occupied": (
        "此格已有别人的批注，没有另加",
        "the cell has somebody's comment; none was added",
    ),
    "taken": (
        "{path}：{count} 处的单元格已有别人的批注，没有另加；见工作表“{sheet}”",
        "{path}: cells with somebody's comment, to which none was added: {count}; see sheet '{sheet}'",
    ),
    "unplaced": (
        "{path}：工作表“{name}”的批注不能改，只加了底色；见工作表“{sheet}”",
        "{path}: the comments of sheet '{name}' cannot be changed, cells are only coloured; see sheet '{sheet}'",
    ),
    "annotated": ("{path} → {output}：{count} 条批注", "{path} → {output}: notes written: {count}"),
    "removed": (
        "{path} → {output}：没有要批注的问题；去掉了 jslint 原有的批注",
        "{path} → {output}: nothing to annotate; jslint's earlier notes are gone",
    ),
    "nothing": (
        "{path}：没有要批注的问题，没有写文件",
        "{path}: nothing to annotate; no file was written",
    ),
    "current": (
        "{path}：{count} 条批注已经在文件里，没有改动",
        "{path}: notes that are in the file already: {count}; nothing was changed",
    ),
    "stale": (
        "{path}：没有要批注的问题，没有写文件；{output} 是以前写的，已经过时",
        "{path}: nothing to annotate; no file was written, and {output} of before is out of date",
    ),
    "left": (
        "{path}：这里的 {count} 个问题没有批注：{why}",
        "{path}: without notes here: {count}: {why}",
    ),
    "format": (
        "这种格式的文件不能加批注；能加的是 {formats}",
        "files of this format cannot be annotated; those that can: {formats}",
    ),
    "old-format": (
        "旧格式的文件不能加批注，请用 Word、Excel 或 WPS 另存为 {wanted}",
        "files of this old format cannot be annotated; save it as {wanted} in Word, Excel or WPS",
    ),
    "signed": (
        "文件有数字签名，改动会使签名失效",
        "the file is signed, and a change would break the signature",
    ),
    "shape": (
        "文件的结构特殊，找不到放批注的地方",
        "the file is built so that there is no place for notes",
    ),
    "many": (
        "批注太多，超过 {most} 条 Word 就打不开文件",
        "too many comments: Word opens no file with more than {most}",
    ),
    "no-pypdf": (
        "PDF 的批注需要 pypdf；请安装：pip install 'juesuan-lint[pdf]'",
        "notes in PDF files need pypdf; install juesuan-lint[pdf]",
    ),
    "pdf": ("PDF 的结构有误，不能添加批注", "the PDF is not well formed and cannot be annotated"),
    "encrypted": (
        "PDF 已加密，不能添加批注；请用原软件另存为不加密的 PDF",
        "the PDF is encrypted and cannot be annotated; save it without encryption",
    ),
    "standard-input": (
        "标准输入不能加批注；请给出文件",
        "standard input cannot be annotated; name a file",
    ),
    "several": (
        "有 {count} 个文件要写，-o 应是已有的文件夹，或以 / 结尾的名字",
        "files to be written: {count}; -o must be a folder that exists, or end in /",
    ),
    "taken-name": (
        "{path} 已存在，不是 jslint 写的，或写后改动过；要覆盖请加 --force",
        "{path} exists and was not written by jslint, or was changed since; add --force to overwrite it",
    ),
    "same-name": (
        "两个文件会写成同一个 {path}；请分别批注，或不用 -o",
        "two files would be written to {path}; annotate them apart, or without -o",
    ),
    "is-input": (
        "{path} 是要批注的文件；确实要写回去，请加 --force",
        "{path} is the file to annotate; to write it back, add --force",
    ),
    "other-ending": ("{path} 的扩展名应是 {wanted}", "{path} should end in {wanted}"),
    "changed": (
        "{path} 在批注期间被别的程序改过，没有写入",
        "{path} was changed by another program meanwhile and was not written",
    ),
    "not-written": ("不能写入 {path}：{why}", "cannot write {path}: {why}"),
    "suffix": ("（批注）", "-annotated"),
    "suffix-again": ("（批注{number}）", "-annotated{number}"),
}
