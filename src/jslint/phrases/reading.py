"""Why a file or a part of it was not read, and what its owner can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jslint.phrases import Said

PHRASES: Mapping[str, Said] = {
    "as-text": (
        "请另存为纯文本（.txt，UTF-8 编码）再检查",
        "save it as plain text (.txt, UTF-8) and check that",
    ),
    "recognise": (
        "请先作文字识别，再另存为纯文本（.txt）",
        "recognise its text first and save that as plain text (.txt)",
    ),
    "unpack": ("请先解压", "unpack it first"),
    "saved-whole": ("请检查文件是否保存完整", "check that the file was saved completely"),
    "is-pdf": ("其实是 PDF 文件", "is a PDF file in fact"),
    "rename-pdf-or-text": (
        "请把扩展名改为 .pdf，或另存为纯文本（.txt）",
        "rename it to .pdf, or save it as plain text (.txt)",
    ),
    "is-archive": (
        "其实是压缩包或 Word、Excel 文件",
        "is an archive, or a Word or Excel file, in fact",
    ),
    "rename-or-text": (
        "请改回原扩展名，或另存为纯文本（.txt）",
        "give it its extension again, or save it as plain text (.txt)",
    ),
    "is-old-office": ("其实是旧版 Word 或 Excel 文件", "is an old Word or Excel file in fact"),
    "is-rtf": ("其实是 RTF 文件", "is an RTF file in fact"),
    "is-picture": ("其实是图片", "is a picture in fact"),
    "is-compressed": ("其实是压缩文件", "is a compressed file in fact"),
    "recode": ("请用编辑器打开，另存为 UTF-8 编码", "open it in an editor and save it in UTF-8"),
    "no-content": ("文件没有内容", "the file has no content"),
    "empty": ("文件是空的", "the file is empty"),
    "binary": ("是二进制文件，不是文本", "is binary, no text"),
    "broken-mark": (
        "开头标明是 {encoding} 编码，第 {at} 个字节之后却无法解码",
        "is marked as {encoding}, but cannot be decoded behind byte {at}",
    ),
    "undecoded": (
        "不是 UTF-8、UTF-16 或 GB18030 编码的文本（第 {line} 行有无法解码的字节{guess}）",
        "no text in UTF-8, UTF-16 or GB18030 (line {line} has bytes that cannot be decoded{guess})",
    ),
    "uncommon": (
        "不是 UTF-8、UTF-16 或 GB18030 编码的文本（解码出来多不是常用汉字{guess}）",
        "no text in UTF-8, UTF-16 or GB18030 (decoded, most of it is no common Chinese{guess})",
    ),
    "big5": ("，像是繁体 Big5 编码", "; it looks like Big5, traditional Chinese"),
    "resave-office": (
        "请检查文件是否保存完整，或用 Word、WPS、Excel 打开后重新保存",
        "check that the file was saved completely, or open it in Word, WPS or Excel and save it again",
    ),
    "unlock": (
        "请用 Word、Excel 或 WPS 打开，去掉密码后另存再检查",
        "open it in Word, Excel or WPS, take the password away and save it",
    ),
    "doctype": (
        "文件里有不该有的文档类型声明（DOCTYPE）",
        "the file holds a document type declaration (DOCTYPE), which it should not",
    ),
    "encrypted": ("文件有密码", "the file has a password"),
    "damaged": ("文件已损坏，无法打开", "the file is damaged and cannot be opened"),
    "locked": ("文件有打开密码", "the file has a password for opening it"),
    "not-wanted": ("不是 {wanted} 文件", "is no {wanted} file"),
    "check-extension": ("请核对扩展名", "check the extension"),
    "save-as": (
        "请用 {program} 打开后另存为 {ending}",
        "open it in {program} and save it as {ending}",
    ),
    "old-doc": ("是旧版 Word 文件（.doc）", "is an old Word file (.doc)"),
    "save-docx-or-run": (
        "请用 Word 或 WPS 打开后另存为 .docx，或运行 soffice --headless --convert-to docx 文件名",
        "open it in Word or WPS and save it as .docx, or run soffice --headless --convert-to docx FILE",
    ),
    "is-xls": ("其实是旧版 Excel 文件", "is an old Excel file in fact"),
    "rename": ("请把扩展名改为 {ending}", "rename it to {ending}"),
    "other-archive": (
        "不是 Word 或 Excel 文件，是别的压缩包",
        "is no Word or Excel file but another archive",
    ),
    "check-or-unpack": ("请核对扩展名，或先解压", "check the extension, or unpack it first"),
    "other-old": ("是不认识的旧版 Office 文件", "is an old Office file of an unknown kind"),
    "save-by-its-own": (
        "请用原软件打开后另存为 .docx 或 .xlsx",
        "open it in its own program and save it as .docx or .xlsx",
    ),
    "save-docx": (
        "请用 Word 或 WPS 打开后另存为 .docx",
        "open it in Word or WPS and save it as .docx",
    ),
    "is-html": ("其实是网页（HTML）文件", "is a web page (HTML) in fact"),
    "is-word": ("其实是 Word 文件", "is a Word file in fact"),
    "is-excel": ("其实是 Excel 文件", "is an Excel file in fact"),
    "is-odf": ("其实是 OpenDocument 文件", "is an OpenDocument file in fact"),
    "save-odf": (
        "请用 LibreOffice 或 WPS 打开后另存为 .docx 或 .xlsx",
        "open it in LibreOffice or WPS and save it as .docx or .xlsx",
    ),
    "save-docx-or-text": (
        "请用 Word 或 WPS 打开后另存为 .docx 或纯文本（.txt）",
        "open it in Word or WPS and save it as .docx or plain text (.txt)",
    ),
    "save-xlsx-or-text": (
        "请用 Excel 或 WPS 打开后另存为 .xlsx，或把内容存为纯文本（.txt）",
        "open it in Excel or WPS and save it as .xlsx, or its content as plain text (.txt)",
    ),
    "save-pdf": (
        "请用 OFD 阅读软件打开后另存（导出）为 PDF",
        "open it in an OFD reader and save it as PDF",
    ),
    "print-page": (
        "请在浏览器里打开后打印为 PDF，或把内容存为纯文本（.txt）",
        "open it in a browser and print it to PDF, or save its content as plain text (.txt)",
    ),
    "unsupported": ("不支持的格式 {suffix}", "the format {suffix} is not supported"),
    "no-extension": (
        "文件名没有扩展名，不知道是什么格式",
        "the name has no extension, so the format is not known",
    ),
    "supported": ("支持的格式：{formats}", "supported: {formats}"),
    "nested": ("文件的结构嵌套过深，没有读取", "the file is nested too deep and was not read"),
    "copy-over": ("请把内容复制到新文件里另存", "copy the content to a new file and save that"),
    "pictures": (
        "文件有 {count} 处图片或图表，其中的文字没有读取",
        "the file has pictures or charts, whose text was not read: {count}",
    ),
    "objects": (
        "文件有 {count} 个嵌入对象（如 Excel 表格），没有读取",
        "the file has embedded objects (such as Excel tables), not read: {count}",
    ),
    "chunks": (
        "文件有 {count} 处插入的其他文件，没有读取",
        "the file has other files put in, not read: {count}",
    ),
    "tracked-accepted": (
        "文件有未处理的修订，按全部接受后的文字读取，没有读取修订前的文字",
        "the file has tracked changes: it was read as if all were accepted, the text before them was not read",
    ),
    "tracked-original": (
        "文件有未处理的修订，按全部拒绝后的文字读取，没有读取修订后的文字",
        "the file has tracked changes: it was read as if all were rejected, the text after them was not read",
    ),
    "xlrd-extra": (
        '请运行 pip install "juesuan-lint[xlsx]" 安装，或用 Excel、WPS 另存为 .xlsx',
        'run pip install "juesuan-lint[xlsx]", or save it as .xlsx in Excel or WPS',
    ),
    "save-xlsx": (
        "请用 Excel 或 WPS 打开后另存为 .xlsx",
        "open it in Excel or WPS and save it as .xlsx",
    ),
    "xlrd": ("读取 .xls 需要扩展组件 xlrd", "reading .xls needs the extra xlrd"),
    "unlock-excel": (
        "请用 Excel 或 WPS 打开，去掉密码后另存再检查",
        "open it in Excel or WPS, take the password away and save it",
    ),
    "no-sheets": ("工作簿里没有内容", "the workbook has no content"),
    "chart-sheet": (
        "工作表“{name}”是图表或宏，没有读取",
        "sheet '{name}' is a chart or a macro and was not read",
    ),
    "hidden": (
        "工作表“{name}”是隐藏的，没有读取；要检查它，请取消隐藏",
        "sheet '{name}' is hidden and was not read; unhide it to have it checked",
    ),
    "hidden-rows": (
        "工作表“{name}”有隐藏的行，其中的数仍计入合计，照常读取：第 {listed} 行",
        "sheet '{name}' has hidden rows, which were read, since sums include them: {listed}",
    ),
    "hidden-columns": (
        "工作表“{name}”有隐藏的列，其中的数仍计入合计，照常读取：{listed} 列",
        "sheet '{name}' has hidden columns, which were read, since sums include them: {listed}",
    ),
    "unsaved": (
        "工作表“{name}”有公式没有保存结果，未检查：{cells}；请用 Excel 或 WPS 打开后重新保存",
        "sheet '{name}' has formulas without saved results, not checked: {cells}; open it in Excel or WPS and save it again",
    ),
    "formula-errors": (
        "工作表“{name}”的公式出错，未检查：{cells}",
        "sheet '{name}' has formulas with errors, not checked: {cells}",
    ),
    "and-more": ("{shown} 等 {count} 处", "{shown} and so on, {count} in all"),
    "ocr": (
        "请先作文字识别（OCR），或用原文件重新导出为 PDF",
        "recognise its text first (OCR), or export the PDF from its source again",
    ),
    "scan": ("PDF 没有文字，可能是扫描件", "the PDF has no text; it may be a scan"),
    "pdfium-extra": (
        '请运行 pip install "juesuan-lint[pdf]" 安装',
        'run pip install "juesuan-lint[pdf]"',
    ),
    "pdfium": ("读取 PDF 需要扩展组件 pypdfium2", "reading PDF needs the extra pypdfium2"),
    "pdf-encrypted": ("PDF 已加密", "the PDF is encrypted"),
    "pdf-decrypt": (
        "请用原软件另存为不加密的 PDF 再检查",
        "save it as a PDF without encryption in its own program",
    ),
    "check-or-export": (
        "请核对扩展名，或重新导出为 PDF",
        "check the extension, or export it as PDF again",
    ),
    "pdf-damaged": ("PDF 已损坏，无法打开", "the PDF is damaged and cannot be opened"),
    "export-again": ("请重新导出为 PDF 再检查", "export it as PDF again"),
    "page-damaged": ("第 {number} 页已损坏，没有读取", "page {number} is damaged and was not read"),
    "page-picture": (
        "第 {number} 页是图像，没有文字，没有读取",
        "page {number} is a picture without text and was not read",
    ),
    "page-font": (
        "第 {number} 页的字体没有嵌入或没有文字编码，读出的文字不可靠",
        "page {number} has fonts that are not embedded or tell no characters: its text is not reliable",
    ),
    "page-full": (
        "第 {number} 页内容过多，没有全部读取",
        "page {number} has too much on it and was not read completely",
    ),
    "page-cut": (
        "第 {number} 页的表有几列印在别的页上，拼不成一张完整的表，没有读取",
        "some columns of a table on page {number} are printed on other pages, and they do not make one table: it was not read",
    ),
    "page-beside": (
        "第 {number} 页的表没有行名，只能是前一页的表放不下的列，但对不上它的行，没有读取",
        "page {number} has a table without row names, which does not match the one before: not read",
    ),
    "page-lost": (
        "第 {number} 页有 {lost} 个字的编码不完整，没有读出，记作“�”",
        "page {number} has characters with an incomplete code, not read and written as '�': {lost}",
    ),
    "reader-ended": (
        "文件已损坏，读取它的程序异常结束（{status}）",
        "the file is damaged: the program that read it ended unexpectedly ({status})",
    ),
    "export": ("请重新导出再检查", "export it again"),
    "no-schema": (
        "没有名为“{name}”的结构定义；可用的有：{names}",
        "no schema '{name}'; there are: {names}",
    ),
    "as-table": (
        "表格用空格或制表符对齐，无法可靠地分清各列，未读取",
        "a table aligned by spaces or tabs, whose columns cannot be told apart reliably: not read",
    ),
    "cells-apart": (
        "表格的每个单元格自成一行，无法可靠地分清各行各列，未读取",
        "a table with a line for each cell, whose rows and columns cannot be told apart reliably: not read",
    ),
    "unruled": (
        "表格没有画全框线，无法可靠地分清各行各列，未读取",
        "a table that is not ruled, whose rows and columns cannot be told apart reliably: not read",
    ),
    "listed": ("{shown}", "{shown}"),
}
