"""What notes and the command that writes them say, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jslint.annotations.model import Note

WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "wrote": "写作：{words}",
        "expected": "应为：{words}",
        "maybe": "可能应为：{words}",
        "perhaps": "{words}（可能）",
        "sum": "计算：{words}",
        "basis": "依据：{words}",
        "other": "另见 {words}",
        "more": "另有 {count} 处",
        "quoted": "“{words}”",
        "of-table": "《{title}》",
        "colon": "：",
        "blank": "（空）",
        "in-footnote": "说的是脚注里的{words}：Word 的批注不能放在脚注里，所以放在脚注号上。",
        "in-endnote": "说的是尾注里的{words}：Word 的批注不能放在尾注里，所以放在尾注号上。",
        "in-box": "说的是文本框里的{words}：Word 不显示文本框里的批注，所以放在文本框所在之处。",
        "nowhere": "报告里没有所说的内容，所以放在这里。",
        "elsewhere": "同一份报告里，另有 {count} 个问题在 {path}",
        "sheet": "检查结果",
        "columns": "序号|级别|规则|位置|原文|应为|说明|计算|另见",
        "sheet-none": "（不在某一格）",
        "sheet-occupied": "此格已有别人的批注，没有另加",
        "taken": "{path}：{count} 处的单元格已有别人的批注，没有另加；见工作表“{sheet}”",
        "unplaced": "{path}：工作表“{name}”的批注不能改，只加了底色；见工作表“{sheet}”",
        "annotated": "{path} → {output}：{count} 条批注",
        "removed": "{path} → {output}：没有要批注的问题；去掉了 jslint 原有的批注",
        "nothing": "{path}：没有要批注的问题，没有写文件",
        "current": "{path}：{count} 条批注已经在文件里，没有改动",
        "stale": "{path}：没有要批注的问题，没有写文件；{output} 是以前写的，已经过时",
        "left": "{path}：这里的 {count} 个问题没有批注：{why}",
        "format": "这种格式的文件不能加批注；能加的是 {formats}",
        "old-format": "旧格式的文件不能加批注，请用 Word、Excel 或 WPS 另存为 {wanted}",
        "signed": "文件有数字签名，改动会使签名失效",
        "shape": "文件的结构特殊，找不到放批注的地方",
        "many": "批注太多，超过 {most} 条 Word 就打不开文件",
        "no-pypdf": "PDF 的批注需要 pypdf；请安装：pip install 'juesuan-lint[pdf]'",
        "pdf": "PDF 的结构有误，不能添加批注",
        "encrypted": "PDF 已加密，不能添加批注；请用原软件另存为不加密的 PDF",
        "standard-input": "标准输入不能加批注；请给出文件",
        "several": "有 {count} 个文件要写，-o 应是已有的文件夹，或以 / 结尾的名字",
        "taken-name": "{path} 已存在，不是 jslint 写的，或写后改动过；要覆盖请加 --force",
        "same-name": "两个文件会写成同一个 {path}；请分别批注，或不用 -o",
        "is-input": "{path} 是要批注的文件；确实要写回去，请加 --force",
        "other-ending": "{path} 的扩展名应是 {wanted}",
        "changed": "{path} 在批注期间被别的程序改过，没有写入",
        "not-written": "不能写入 {path}：{why}",
        "suffix": "（批注）",
        "suffix-again": "（批注{number}）",
    },
    "en": {
        "wrote": "Printed: {words}",
        "expected": "Expected: {words}",
        "maybe": "Perhaps expected: {words}",
        "perhaps": "{words} (perhaps)",
        "sum": "Computed: {words}",
        "basis": "Basis: {words}",
        "other": "See {words}",
        "more": "Further places: {count}",
        "quoted": "“{words}”",
        "of-table": "“{title}”",
        "colon": ": ",
        "blank": "(blank)",
        "in-footnote": "This is about {words} in the footnote: Word has no comments in footnotes, so it "
        "stands at the reference.",
        "in-endnote": "This is about {words} in the endnote: Word has no comments in endnotes, so it "
        "stands at the reference.",
        "in-box": "This is about {words} in the text box: Word shows no comments in text boxes, so it "
        "stands where the box hangs.",
        "nowhere": "What this is about is not in the report, so it stands here.",
        "elsewhere": "of the same report, further findings in {path}: {count}",
        "sheet": "检查结果",
        "columns": "No.|severity|rule|place|text|expected|message|computed|see also",
        "sheet-none": "(no cell)",
        "sheet-occupied": "the cell has somebody's comment; none was added",
        "taken": "{path}: cells with somebody's comment, to which none was added: {count}; see sheet '{sheet}'",
        "unplaced": "{path}: the comments of sheet '{name}' cannot be changed, cells are only coloured; see "
        "sheet '{sheet}'",
        "annotated": "{path} → {output}: notes written: {count}",
        "removed": "{path} → {output}: nothing to annotate; jslint's earlier notes are gone",
        "nothing": "{path}: nothing to annotate; no file was written",
        "current": "{path}: notes that are in the file already: {count}; nothing was changed",
        "stale": "{path}: nothing to annotate; no file was written, and {output} of before is out of date",
        "left": "{path}: without notes here: {count}: {why}",
        "format": "files of this format cannot be annotated; those that can: {formats}",
        "old-format": "files of this old format cannot be annotated; save it as {wanted} in Word, Excel or WPS",
        "signed": "the file is signed, and a change would break the signature",
        "shape": "the file is built so that there is no place for notes",
        "many": "too many comments: Word opens no file with more than {most}",
        "no-pypdf": "notes in PDF files need pypdf; install juesuan-lint[pdf]",
        "pdf": "the PDF is not well formed and cannot be annotated",
        "encrypted": "the PDF is encrypted and cannot be annotated; save it without encryption",
        "standard-input": "standard input cannot be annotated; name a file",
        "several": "files to be written: {count}; -o must be a folder that exists, or end in /",
        "taken-name": "{path} exists and was not written by jslint, or was changed since; add --force to "
        "overwrite it",
        "same-name": "two files would be written to {path}; annotate them apart, or without -o",
        "is-input": "{path} is the file to annotate; to write it back, add --force",
        "other-ending": "{path} should end in {wanted}",
        "changed": "{path} was changed by another program meanwhile and was not written",
        "not-written": "cannot write {path}: {why}",
        "suffix": "-annotated",
        "suffix-again": "-annotated{number}",
    },
}


def say(lang: str, key: str, **values: object) -> str:
    """A phrase in the language, with its values."""
    return WORDS[lang][key].format(**values)


def lines(note: Note, lang: str) -> Iterator[str]:
    """All that a note says, a paragraph each, its head first.

    The first never begins as a remark to the checker does, so that none is taken for one.
    """
    yield note.head
    if note.wrote and note.expected:
        yield say(lang, "wrote", words=note.wrote)
        yield say(lang, "maybe" if note.maybe else "expected", words=note.expected)
    yield note.message
    yield from (say(lang, "sum", words=one) for one in note.sums)
    if note.basis:
        yield say(lang, "basis", words=note.basis)
    yield from note.others
